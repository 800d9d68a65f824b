"""What happens in a term: ordinary lessons, and the stories that are told about some of them at random.

A story changes who is in a call, or which export there is of it, and says with each entrant what the texts allow a report to
make of it. What follows for pupils, cover and counting is worked out in model.py alone.
"""
import datetime
import os
import shutil

from calls import EVERYBODY, MINUTE, Call, Entrant, Lesson, write
from people import HALF_TERM, MONDAY

BOTS = ["Otter.ai", "Fireflies.ai Notetaker", "Zoom AI Companion", "read.ai meeting notes", "Fathom Notetaker"]
NICKNAMES = ["birdie", "moonboots", "sparklefish", "captain pickle", "zebra queen", "lemon drop"]
WITHOUT_MORE = {"call broke down", "call broke down and was begun again", "everybody waits", "only the host", "test call only"}
AWAY = frozenset()
LESSON_STORIES, ENTRANT_STORIES, PAIR_STORIES = {}, {}, {}


def story(register, name):
    def note(tell):
        register[name] = tell
        return tell
    return note


class Play:
    """Plays the term week by week into the school's folder."""

    def __init__(self, school, rng, folder):
        self.school, self.rng, self.folder = school, rng, folder
        self.lessons, self.calls, self.removals = [], [], []
        self.played, self.settled, self.files, self.away = {}, {}, set(), set()
        for name, pupil in zip(NICKNAMES, rng.sample(school.people, len(NICKNAMES))):
            pupil.nickname = name
            school.decisions.append([name, "", "", "pupil", pupil.id, "Office", MONDAY.isoformat(), "", ""])
        school.decisions.append(["Amazon Fire", "", "", "staff", school.groups["1A"].second.code, "Office", MONDAY.isoformat(), "", ""])
        for group in school.groups.values():
            for day, start, subject in group.slots:
                begins = at(MONDAY + datetime.timedelta(days=day), start)
                school.timetable.append([group.meeting, group.name, subject, "lesson", begins.strftime("%A"), "", begins.strftime("%H:%M"),
                                         (begins + 45 * MINUTE).strftime("%H:%M"), group.lead.code, group.second.code, group.platform])

    def week(self, week):
        """Plays one week; its exports are in the inbox afterwards, but for those that come late."""
        if week and week != HALF_TERM: self.school.change_rolls(week)
        if week != HALF_TERM:
            groups = list(self.school.groups.values())
            for pair in zip(groups[::2], groups[1::2]):
                for slot in range(len(pair[0].slots)): self.pair(week, pair, slot)
            if len(groups) % 2:
                for slot in range(3): self.tell(self.lesson(week, groups[-1], slot))
            for group in self.rng.sample(groups, min(4, len(groups))): self.one_to_one(week, group)
        for call in self.calls:
            if call.arrives == week: write(call, self.folder)

    def pair(self, week, groups, slot):
        first, second = lessons = [self.lesson(week, group, slot) for group in groups]
        if self.rng.random() < 0.2:
            name = self.rng.choice(list(PAIR_STORIES))
            for lesson in lessons: lesson.story = name
            self.count(name)
            PAIR_STORIES[name](self, first, second)
        else:
            for lesson in lessons: self.tell(lesson)

    def tell(self, lesson):
        """A lesson's own story, or up to two stories of its entrants."""
        call = self.ordinary(lesson)
        if self.rng.random() < 0.5:
            name = self.rng.choice(list(LESSON_STORIES))
            if LESSON_STORIES[name](self, lesson, call) is not False: lesson.story = call.story = self.count(name)
        if call not in lesson.calls or lesson.story in WITHOUT_MORE: return
        for _ in range(self.rng.choice((0, 1, 1, 2))):
            name = self.rng.choice(list(ENTRANT_STORIES))
            if not any(e.kind == name for e in call.entrants) and ENTRANT_STORIES[name](self, lesson, call) is not False: self.count(name)

    def count(self, name):
        self.played[name] = self.played.get(name, 0) + 1
        return name

    def lesson(self, week, group, slot):
        day, start, subject = group.slots[slot]
        begins = at(MONDAY + datetime.timedelta(days=7 * week + day), start)
        lesson = Lesson(week, group, subject, begins, begins + 45 * MINUTE, self.school.roll(group.name, week))
        for pupil in lesson.roll:
            draw = self.rng.random()
            if draw < 0.012:
                self.school.absences.append([pupil.id, begins.date(), begins.date(), "appointment"])
                lesson.excused.add(pupil)
                self.away.add((pupil, begins.date()))
                self.count("known absence")
            elif draw < 0.017:  # ends when the lesson begins, so it excuses nothing
                before = [moment.strftime("%Y-%m-%d %H:%M") for moment in (begins - 60 * MINUTE, begins)]
                self.school.absences.append([pupil.id, *before, "appointment"])
                self.count("absence that ends before")
        self.lessons.append(lesson)
        return lesson

    # Calls

    def call(self, of, entrants, topic=None, group=None, **more):
        group = group or of.group
        day = of.start
        file = {"Zoom": "participants_%s_%s.csv" % (group.meeting.replace(" ", ""), day.strftime("%Y_%m_%d")),
                "Meet": "meet_logs %s %s.csv" % (group.name, day.strftime("%Y-%m-%d")),
                "Teams": "%s %s - Attendance report %s.csv" % (group.name, of.subject, day.strftime("%d-%m-%y"))}[group.platform]
        number, stem = 1, file[:-4]
        while file in self.files: file, number = "%s (%d).csv" % (stem, number), number + 1
        self.files.add(file)
        call = Call(file, group.platform, group.meeting, topic or "%s %s" % (group.name, of.subject), group.lead.email, entrants,
                    of.week, group.name, arrives=of.week, **more)
        self.calls.append(call)
        return call

    def ordinary(self, lesson, roll=None, **more):
        call = self.call(lesson, [self.staff(adult, lesson) for adult in (lesson.group.lead, lesson.group.second)], lesson=lesson, **more)
        for pupil in lesson.roll if roll is None else roll:
            if pupil not in lesson.excused and self.rng.random() >= pupil.misses: call.entrants.append(self.pupil(pupil, lesson))
        lesson.calls.append(call)
        return call

    def staff(self, adult, lesson):
        return Entrant(self.rng.choice([adult.full, adult.titled]), adult.email, False, [(lesson.start - 5 * MINUTE, lesson.end + MINUTE)],
                       "staff", adult, frozenset(["staff"]))

    def pupil(self, pupil, lesson):
        signed_in = self.rng.random() < (0.3 if lesson.group.platform == "Zoom" else 0.9)
        entrant = Entrant(pupil.full, pupil.email if signed_in else "", not signed_in, self.stays(lesson), "pupil", pupil,
                          frozenset(["pupil"]), {pupil})
        if not signed_in and pupil.nickname: entrant.name, entrant.kind = pupil.nickname, self.count("nickname settled")
        elif not signed_in and self.rng.random() < 0.06:
            entrant.name, entrant.shows, entrant.may, entrant.kind = pupil.given, AWAY, {pupil}, self.count("first name only")
            entrant.reads = frozenset(["pupil", "ambiguous"])
        else:
            others = [pupil.full.lower(), "%s, %s" % (pupil.family, pupil.given), "%s %s" % (pupil.full, lesson.group.name)]
            entrant.name = self.rng.choice([pupil.full] * 5 + others)
        return entrant

    def stays(self, lesson):
        come = lesson.start + datetime.timedelta(seconds=self.rng.randint(-240, 150))
        go = lesson.end - datetime.timedelta(seconds=self.rng.randint(0, 100))
        if self.rng.random() > 0.1: return [(come, go)]
        middle = come + datetime.timedelta(minutes=20)
        return [(come, middle), (middle + datetime.timedelta(seconds=70), go)]

    def guest(self, name, lesson, role, reads, kind, email="", outside=True, who=None, may=AWAY):
        return Entrant(name, email, outside, self.stays(lesson)[:1], role, who, frozenset(reads), may=may, kind=kind)

    def note(self, lesson, kind, person, moment, text):
        self.school.notes.append([lesson.start.date(), lesson.start.strftime("%H:%M"), lesson.group.name, kind, person.full, moment, text,
                                  lesson.group.lead.code])

    def pick(self, call):
        """An ordinary pupil of the call whose place a story takes."""
        ordinary = call.ordinary()
        return self.rng.choice(ordinary) if len(ordinary) > 4 else None

    def take(self, call):
        """Takes a pupil out of the call: the child sits beside the one who comes instead, or is not there."""
        entrant = self.pick(call)
        if entrant: call.entrants.remove(entrant)
        return entrant and entrant.who

    def device(self, call, name, kind, pupil=None):
        entrant = pupil or self.pick(call)
        if not entrant: return None
        entrant.name, entrant.email, entrant.outside, entrant.kind = name, "", call.platform != "Teams" or None, kind
        entrant.reads, entrant.shows, entrant.may = frozenset(["unnamed"]), AWAY, EVERYBODY
        return entrant

    # One-to-ones

    def one_to_one(self, week, group):
        day = MONDAY + datetime.timedelta(days=7 * week + self.rng.randrange(5))
        begins = at(day, datetime.time(14, 30))
        pupil = self.rng.choice([p for p in self.school.roll(group.name, week) if (p, day) not in self.away])
        approved, both = self.rng.random() < 0.6, self.rng.random() < 0.5
        extra = self.rng.choice(["", "", "bot", "device", "mother", "missed"])
        if extra == "missed": approved, both = True, False
        expected = [pupil] if approved else []
        lesson = Lesson(week, group, "Support", begins, begins + 30 * MINUTE, expected, approved=set(expected))
        lesson.story = self.count("one-to-one " + ("approved" if approved else "without approval") + (extra and ", " + extra))
        self.lessons.append(lesson)
        self.school.timetable.append([group.meeting, group.name, "Support", "one-to-one", "", day.isoformat(), "14:30", "15:00",
                                      group.lead.code, group.second.code, group.platform])
        if approved: self.school.approvals.append(["one-to-one", pupil.id, "", day.isoformat(), day.isoformat(), "Head", "yes", "reading"])
        call = self.call(lesson, [self.staff(adult, lesson) for adult in (group.lead, group.second)[:2 if both else 1]], lesson=lesson)
        lesson.calls.append(call)
        if extra != "missed":
            call.entrants.append(Entrant(pupil.full, pupil.email, False, [(begins, lesson.end)], "pupil", pupil, frozenset(["pupil"]), {pupil}))
        if extra == "bot": call.entrants.append(self.guest(BOTS[0], lesson, "bot", ["unnamed"], "programme"))
        if extra == "device": call.entrants.append(self.guest("iPad", lesson, "device", ["unnamed"], "iPad", may=EVERYBODY))
        mother = pupil.contacts[0]
        if extra == "mother" and not mother.barred:
            call.entrants.append(self.guest(mother.full, lesson, "contact", ["contact"], "mother in a one-to-one", mother.email, who=mother))


def at(day, clock): return datetime.datetime.combine(day, clock)


# Two classes that are taught at the same time

@story(PAIR_STORIES, "wrong link, no right export")
def wrong_link(play, first, second):
    other_link(play, first, second)

@story(PAIR_STORIES, "wrong link beside the right export")
def wrong_link_beside(play, first, second):
    play.ordinary(first)
    other_link(play, first, second)

@story(PAIR_STORIES, "half a class on the wrong link")
def half_on_wrong_link(play, first, second):
    play.ordinary(first)
    half = len(second.roll) // 2
    del play.ordinary(second, second.roll[:half]).entrants[0]
    lost = other_link(play, first, second, second.roll[half:])
    del lost.entrants[1]
    second.calls.remove(lost)
    lost.lesson = None

@story(PAIR_STORIES, "file names swapped")
def names_swapped(play, first, second):
    one, two = play.ordinary(first), play.ordinary(second)
    one.file, two.file = two.file, one.file

def other_link(play, first, second, roll=None):
    call = play.ordinary(second, roll, group=first.group, topic="%s %s" % (first.group.name, first.subject))
    call.group, call.story = "%s;%s" % (first.group.name, second.group.name), second.story
    return call


# One lesson

@story(LESSON_STORIES, "export comes a week late")
def late_export(play, lesson, call): call.arrives = lesson.week + 1

@story(LESSON_STORIES, "last week's export again")
def last_weeks_export(play, lesson, call):
    same = lambda other: (other.group, other.subject, other.week) == (lesson.group, lesson.subject, lesson.week - 1)
    before = [call for other in play.lessons if same(other) for call in other.calls]
    if len(before) != 1 or before[0].arrives >= lesson.week: return False
    lesson.calls.clear()
    play.calls.remove(call)
    shutil.copy2(*(os.path.join(play.folder, "inbox", file) for file in (before[0].file, call.file)))
    for entrant in before[0].entrants: entrant.rows += ["%s:%s" % (call.file, row.rpartition(":")[2]) for row in entrant.rows]

@story(LESSON_STORIES, "test call beside the lesson")
def test_call(play, lesson, call):
    adults = [play.staff(adult, lesson) for adult in (lesson.group.lead, lesson.group.second)]
    for adult in adults: adult.stays = [(lesson.start - 25 * MINUTE, lesson.start - 23 * MINUTE)]
    lesson.calls.append(play.call(lesson, adults, lesson=lesson))

@story(LESSON_STORIES, "test call only")
def test_call_only(play, lesson, call):
    test_call(play, lesson, call)
    forget(play, lesson, call)

@story(LESSON_STORIES, "pupil alone in the evening")
def evening(play, lesson, call):
    entrant = play.pupil(play.rng.choice(lesson.roll), lesson)
    begins = lesson.start.replace(hour=19)
    entrant.stays, entrant.reads, entrant.shows = [(begins, begins + 12 * MINUTE)], frozenset(["pupil"]), AWAY
    play.call(lesson, [entrant], story="pupil alone in the evening")

@story(LESSON_STORIES, "call broke down")
def broke_down(play, lesson, call):
    ends = lesson.start + play.rng.randint(4, 8) * MINUTE
    for e in call.entrants: e.stays = [(min(e.stays[0][0], ends - MINUTE), ends)]

@story(LESSON_STORIES, "call broke down and was begun again")
def begun_again(play, lesson, call):
    again = play.ordinary(lesson, [e.who for e in call.entrants if e.role == "pupil"])
    broke_down(play, lesson, call)
    back = call.end + 2 * MINUTE
    for e in again.entrants: e.stays = [(back, e.stays[-1][1])]

@story(LESSON_STORIES, "everybody waits")
def everybody_waits(play, lesson, call):
    if call.platform != "Zoom": return False
    for e in call.entrants:
        if e.role == "pupil": e.waiting, e.stays = True, e.stays[:1]

@story(LESSON_STORIES, "only the host")
def only_the_host(play, lesson, call): call.entrants[:] = call.entrants[:1]

@story(LESSON_STORIES, "supply teacher in guests.csv")
def supply(play, lesson, call): stand_in(play, lesson, call, "supply teacher", "supply", ["staff"], True)

@story(LESSON_STORIES, "supply teacher in guests.csv by name")
def supply_by_name(play, lesson, call): stand_in(play, lesson, call, "supply", "supply", ["staff"], False)

@story(LESSON_STORIES, "supply teacher whom nobody entered")
def supply_unlisted(play, lesson, call): stand_in(play, lesson, call, None, "stranger", ["uninvited", "ambiguous"], True)

def stand_in(play, lesson, call, role, truth, reads, with_email):
    adult = play.school.stranger()
    entrant = play.guest(adult.full, lesson, truth, reads, "", adult.email if with_email else "", True if with_email else None, adult)
    entrant.kind = "" if role else "supply teacher whom nobody entered"
    entrant.stays = [(lesson.start - 5 * MINUTE, lesson.end + MINUTE)]
    call.entrants[:2] = [entrant] + call.entrants[1:2] * play.rng.randint(0, 1)
    if role: play.school.guests.append([lesson.start.date(), "", adult.full, entrant.email, lesson.group.name, role, "Head"])

@story(LESSON_STORIES, "second adult missing")
def second_missing(play, lesson, call): del call.entrants[1]

@story(LESSON_STORIES, "second adult noted")
def second_noted(play, lesson, call):
    second_missing(play, lesson, call)
    lesson.second_noted = True
    play.note(lesson, "second-adult", lesson.group.second, "", "in the room")

@story(LESSON_STORIES, "staff late, early or gone")
def unsupervised(play, lesson, call):
    away, minutes = play.rng.choice(["late", "early", "gone"]), play.rng.randint(3, 9) * MINUTE
    for e in call.entrants[:2]:
        come, go = e.stays[0]
        middle = lesson.start + 15 * MINUTE
        e.stays = {"late": [(lesson.start + minutes, go)], "early": [(come, lesson.end - minutes)],
                   "gone": [(come, middle), (middle + minutes, go)]}[away]

@story(LESSON_STORIES, "stranger under a teacher's name")
def impostor(play, lesson, call):
    adult = lesson.group.lead
    e = play.guest(play.rng.choice([adult.full, adult.titled]), lesson, "stranger", ["staff", "ambiguous", "uninvited"],
                   "stranger under a teacher's name")
    call.entrants[:2] = [e] + call.entrants[1:2] * play.rng.randint(0, 1)

@story(LESSON_STORIES, "device settled as staff without a class")
def staff_device(play, lesson, call):
    del call.entrants[1]
    play.device(call, "Amazon Fire", "device settled as staff without a class")

def forget(play, lesson, call):
    lesson.calls.remove(call)
    play.calls.remove(call)


# One entrant

@story(ENTRANT_STORIES, "iPad")
def ipad(play, lesson, call): return play.device(call, "iPad", "iPad") is not None

@story(ENTRANT_STORIES, "two iPhones at once")
def iphones(play, lesson, call): return all([play.device(call, "iPhone", "two iPhones at once") for _ in range(2)])

@story(ENTRANT_STORIES, "two children in one name")
def two_children(play, lesson, call):
    child, entrant = play.take(call), play.pick(call)
    if not child or not entrant: return False
    entrant.name = play.rng.choice(["%s and %s", "%s & %s", "%s + %s"]) % (child.given, entrant.who.given)
    entrant.email, entrant.outside = "", True
    entrant.shows, entrant.reads, entrant.kind = {child, entrant.who}, frozenset(["ambiguous"]), "two children in one name"

@story(ENTRANT_STORIES, "device settled for one lesson")
def settled_device(play, lesson, call):
    """Settled this week; next week another child of the class has such a device, and this one is not there."""
    before = play.settled.get(lesson.group.name)
    if before and before[0] < lesson.week:
        call.entrants[:] = [e for e in call.entrants if e.who is not before[1]]
        if not play.device(call, "Samsung SM-T510", "device settled in an earlier week"): return False
        del play.settled[lesson.group.name]
        play.count("device settled in an earlier week")
        return False
    if before or lesson.story: return False
    entrant = play.device(call, "Samsung SM-T510", "device settled for one lesson")
    if not entrant: return False
    entrant.reads, entrant.shows, entrant.may = frozenset(["pupil"]), {entrant.who}, AWAY
    day = lesson.start.date()
    play.school.decisions.append(["Samsung SM-T510", "", lesson.group.name, "pupil", entrant.who.id, lesson.group.lead.code, day,
                                  play.rng.choice(["", day]), ""])
    play.settled[lesson.group.name] = (lesson.week, entrant.who)

@story(ENTRANT_STORIES, "programme")
def programme(play, lesson, call):
    call.entrants.append(play.guest(play.rng.choice(BOTS), lesson, "bot", ["unnamed"], "programme"))

@story(ENTRANT_STORIES, "stranger")
def stranger(play, lesson, call):
    adult = play.school.stranger()
    call.entrants.append(play.guest(adult.full, lesson, "stranger", ["uninvited"], "stranger", play.rng.choice(["", adult.email]), who=adult))

@story(ENTRANT_STORIES, "barred contact")
def barred(play, lesson, call):
    entrant = next((e for e in call.ordinary() if any(contact.barred for contact in e.who.contacts)), None)
    if not entrant: return False
    child, contact = entrant.who, next(contact for contact in entrant.who.contacts if contact.barred)
    call.entrants.remove(entrant)
    name, email = play.rng.choice([(contact.full, contact.email), (contact.titled, contact.email), (contact.phone, ""), (contact.full, ""),
                                   (child.full, contact.email), ("%s (%s)" % (child.full, contact.full), ""), ("%s's dad" % child.given, "")])
    call.entrants.append(play.guest(name, lesson, "barred", ["uninvited", "ambiguous"], "barred contact", email, who=contact, may={child}))

@story(ENTRANT_STORIES, "mother's own account")
def mother(play, lesson, call):
    entrant = play.pick(call)
    if not entrant or entrant.who.contacts[0].barred: return False
    child, contact = entrant.who, entrant.who.contacts[0]
    call.entrants.remove(entrant)
    name, email = play.rng.choice([(contact.full, contact.email), (contact.titled, contact.email), ("%s's mum" % child.full, "")])
    call.entrants.append(play.guest(name, lesson, "contact", ["contact"], "mother's own account", email, who=contact, may={child}))

@story(ENTRANT_STORIES, "family name of an unseen pupil")
def family_name(play, lesson, call):
    child = play.take(call)
    if not child: return False
    call.entrants.append(play.guest("Zebedee " + child.family, lesson, "stranger", ["ambiguous"], "family name of an unseen pupil",
                                    may={child}))

@story(ENTRANT_STORIES, "on a brother's or sister's account")
def siblings_account(play, lesson, call):
    for entrant in call.ordinary():
        for other in play.school.people:
            if other is not entrant.who and other.contacts is entrant.who.contacts and other not in lesson.roll and other.group(lesson.week):
                entrant.name, entrant.email, entrant.outside = entrant.who.full, other.email, False
                entrant.shows, entrant.may, entrant.reads = AWAY, {entrant.who, other}, frozenset(["ambiguous", "pupil", "other-class"])
                entrant.kind = "on a brother's or sister's account"
                return True
    return False

@story(ENTRANT_STORIES, "pupil of another class")
def visitor(play, lesson, call):
    other = play.rng.choice([p for p in play.school.people if p.group(lesson.week) and p not in lesson.roll] or [None])
    if not other or any(other.given == p.given or other.family == p.family for p in lesson.roll): return False
    for e in [e for l in play.lessons if l.start == lesson.start for c in l.calls for e in c.entrants]:
        if e.who is other: return False
    entrant = play.guest(other.full, lesson, "pupil", ["other-class"], "pupil of another class", other.email, False, other)
    call.entrants.append(entrant)

@story(ENTRANT_STORIES, "visitor in guests.csv")
def author(play, lesson, call):
    adult = play.school.stranger()
    play.school.guests.append([lesson.start.date(), "", adult.full, adult.email, lesson.group.name, "author", "Head"])
    call.entrants.append(play.guest(adult.full, lesson, "visitor", ["contact"], "visitor in guests.csv", adult.email, who=adult))

@story(ENTRANT_STORIES, "one waited and was not let in")
def one_waited(play, lesson, call):
    entrant = play.pick(call)
    if not entrant or call.platform != "Zoom": return False
    entrant.waiting, entrant.stays, entrant.kind = True, entrant.stays[:1], "one waited and was not let in"

@story(ENTRANT_STORIES, "removed")
def removed(play, lesson, call):
    entrant = play.pick(call)
    if not entrant or lesson.story: return False
    at_clock, day = lesson.start + 20 * MINUTE, lesson.start.date()
    entrant.stays, entrant.kind = [(entrant.stays[0][0], at_clock)], "removed"
    play.note(lesson, "removed", entrant.who, at_clock.strftime("%H:%M"), "after two warnings")
    cleared = play.rng.choice([None, day + datetime.timedelta(days=play.rng.randint(0, 9))])
    if cleared: play.school.followups.append([cleared, entrant.who.id, "cleared", "Head", "spoke to the family"])
    play.removals.append((entrant.who, lesson.start, cleared))

@story(ENTRANT_STORIES, "leaver comes back")
def leaver(play, lesson, call):
    gone = [p for p in play.school.people if p.story == "leaver" and p.group(max(p.groups) - 1) == lesson.group.name]
    if not gone or any(p.given == gone[0].given or p.family == gone[0].family for p in lesson.roll): return False
    email = play.rng.choice(["", gone[0].email])
    call.entrants.append(play.guest(gone[0].full, lesson, "leaver", ["uninvited"], "leaver comes back", email, who=gone[0]))
