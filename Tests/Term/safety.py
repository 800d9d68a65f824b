"""Compares what a week's reports say of strangers, adults in charge, one-to-ones and holds with what was played."""
import datetime

from checks import COUNT, UNSEEN, WRONG, Report
from model import adult_in_charge, alone_with_one, believable, fewer_adults, human, nobody_in_charge, sure_pupil
from stories import PAIR_STORIES

COVER = {"unsupervised", "one-adult", "one-to-one", "no-export", "unscheduled", "doubtful-session", "out-of-hours"}
SCHOOLS_OWN = ("pupil", "staff", "supply", "contact", "visitor")
NOT_ITS_OWN = ("stranger", "barred", "bot", "leaver", "visitor")


class Safety(Report):
    def check(self):
        self.entrants()
        for lesson in self.lessons: self.cover(lesson, self.model.entrants(lesson), lesson.group.name, lesson.story)
        for call in self.calls:
            if not call.lesson: self.cover(None, call.entrants, call.group, call.story)
        for lesson in self.lessons: self.one_to_one(lesson)
        for call in self.calls: self.no_adult(call)
        for removal in self.play.removals: self.hold(*removal)
        return self.faults

    # Who is who

    def entrants(self):
        owner = {row: (e, call) for call in self.calls for e in call.entrants for row in e.rows}
        for row in self.read("entrants.csv"):
            for e, call in {owner[evidence] for evidence in row["evidence"].split(";") if evidence in owner}:
                self.entrant(e, call, row["outcome"])
        evidence = lambda findings: {row for f in findings for row in f["evidence"].split(";")}
        spoken = evidence(self.findings)
        grave = evidence(f for f in self.findings if f["severity"] == "safeguarding" and f["rule"] not in COVER)
        for e, call in set(owner.values()):
            if e.role == "barred" and not grave & set(e.rows):
                self.fault(e.kind, UNSEEN, "%s is barred and no safeguarding finding says so (%s)", e.name, call.file)
            if e.role in ("stranger", "leaver") and "staff" not in e.reads and not spoken & set(e.rows):
                self.fault(e.kind, UNSEEN, "nothing is said of %s (%s)", e.name, call.file)

    def entrant(self, e, call, outcome):
        if outcome in e.reads: return
        story = call.story if call.story in PAIR_STORIES else e.kind or call.story
        if outcome == "uninvited" and e.role in SCHOOLS_OWN:
            self.fault(story, WRONG, "%s (%s) in %s is uninvited", e.name, e.role, call.file)
        if outcome in ("pupil", "other-class", "contact", "staff") and e.role in NOT_ITS_OWN:
            self.fault(story, UNSEEN, "%s (%s) in %s passes for %s", e.name, e.role, call.file, outcome)

    # Cover

    def of(self, rule, start, groups):
        """The findings of a rule on a day about one of these classes, or about none."""
        return [f for f in self.findings if f["rule"] == rule and f["date"] == str(start.date())
                and set((f["class"] or groups).split(";")) & set(groups.split(";"))]

    def spans(self, rule, start, groups):
        clock = lambda text: datetime.datetime.combine(start.date(), datetime.time(*map(int, text.split(":"))))
        return [(clock(f["from"]), clock(f["to"])) for f in self.of(rule, start, groups) if f["from"] and f["to"]]

    def cover(self, lesson, entrants, groups, story):
        if not entrants: return
        begins, ends = (pick(moment for e in entrants for stay in e.stays for moment in stay) for pick in (min, max))
        story = next((e.kind for e in entrants if e.role == "stranger" and not e.may and adult_is_missing(entrants)), "") or story
        unsupervised, one_adult = (self.spans(rule, begins, groups) for rule in ("unsupervised", "one-adult"))
        if not self.of("staff-by-name-only", begins, groups):
            self.reported("unsupervised", fewer_adults(entrants, 1), unsupervised, groups, story)
            if not (lesson and lesson.second_noted):
                self.reported("one-adult", fewer_adults(entrants, 2), one_adult + unsupervised, groups, story)
        alone = nobody_in_charge(entrants)
        for x, y in unsupervised:
            if begins <= x <= ends and not any(a < y and b > x for a, b in alone):
                self.fault(story, WRONG, "%s unsupervised %s to %s, but staff were there", groups, x, y)
        if lesson and believable(lesson, entrants) is False and not self.of("doubtful-session", begins, groups):
            self.fault(story, COUNT, "%s %s is no doubtful-session", groups, lesson.start)

    def reported(self, rule, needed, said, groups, story):
        for a, b in needed:
            covered = sum((min(b, y) - max(a, x) for x, y in set(said) if x < b and y > a), datetime.timedelta())
            if b - a - covered > datetime.timedelta(seconds=61):
                self.fault(story, UNSEEN, "%s of %s, %s to %s, is not reported", rule, groups, a, b)

    # One-to-ones and holds

    def one_to_one(self, lesson):
        entrants = self.model.entrants(lesson)
        children, adults = {e.who for e in entrants if sure_pupil(e)}, [e for e in entrants if e.role == "staff"]
        said = [f for f in self.of("one-to-one", lesson.start, lesson.group.name) if not children or f["id"] in {p.id for p in children}]
        others = [e for e in entrants if human(e) and e.role not in ("pupil", "staff", "device")]
        approved, two = children <= lesson.approved, len(adults) >= 2
        if any("unnamed" in e.reads and e.role == "pupil" for e in entrants): return
        if len(children) == 1 and adults:
            needed = not others and not (approved and two)
            device = any(e.role == "device" for e in entrants)
            if approved and two and said and not device:
                self.fault(lesson.story, WRONG, "the approved one-to-one of %s %s is reported", lesson.group.name, lesson.start)
        else: needed = alone_with_one(entrants)
        if needed and not said: self.fault(lesson.story, UNSEEN, "the one-to-one of %s %s is not reported", lesson.group.name, lesson.start)

    def no_adult(self, call):
        if call.lesson or any(e.role == "staff" for e in call.entrants): return
        if any(f["start"][:2] == call.start.strftime("%H") for f in self.of("one-to-one", call.start, call.group)):
            self.fault(call.story, WRONG, "%s: a one-to-one without any adult", call.file)

    def hold(self, pupil, since, cleared):
        once = sum(removed is pupil for removed, _, _ in self.play.removals) == 1
        for lesson in self.lessons:
            there = any(pupil in e.shows and e.reads == {"pupil"} and not e.waiting for e in self.model.entrants(lesson))
            if lesson.start <= since or not there: continue
            said = any(f["id"] == pupil.id and f["start"] == lesson.start.strftime("%H:%M:%S")
                       for f in self.of("after-removal", lesson.start, lesson.group.name))
            held = not any(who is pupil and day and since.date() <= day <= lesson.start.date() for who, _, day in self.play.removals)
            story = lesson.story if lesson.story in PAIR_STORIES else "removed"
            if held and not said: self.fault(story, UNSEEN, "%s, removed on %s, is back on %s", pupil.full, since, lesson.start)
            if said and not held and once: self.fault(story, WRONG, "%s, cleared on %s, is held on %s", pupil.full, cleared, lesson.start)


def adult_is_missing(entrants): return sum(map(adult_in_charge, entrants)) < 2
