"""What the texts allow to be said of the lessons that were played: written from the texts alone, never from the program.

A verdict is the set of what may be said of a pupil in a lesson: JOINED, MISSED (a certain non-joiner) or NEITHER (possible,
excused, no data). Where the texts leave the answer open, more than one stands in the set.
"""
import collections
import datetime

from calls import EVERYBODY, MINUTE

JOINED, MISSED, NEITHER = "joined", "missed", "neither"
Verdict = collections.namedtuple("Verdict", "allowed, letter")  # letter: a miss of this lesson may be written about
GRACE = datetime.timedelta(seconds=60)


class Model:
    """What may be said after the exports that have arrived by a week."""

    def __init__(self, play, asof):
        self.play, self.asof = play, asof
        self.calls = [call for call in play.calls if call.arrives <= asof]
        self.by_day = collections.defaultdict(list)
        for call in self.calls: self.by_day[call.start.date()].append(call)
        self.known, self.lessons_of = {}, collections.defaultdict(list)
        for lesson in sorted(play.lessons, key=lambda lesson: lesson.start):
            arrived = len(self.by_day[lesson.start.date()])  # nothing else changes what may be said of a lesson
            if lesson.judged[0] != arrived: lesson.judged = (arrived, self.judge(lesson))
            for pupil, verdict in lesson.judged[1].items():
                self.known[pupil, lesson] = verdict
                self.lessons_of[pupil].append(lesson)

    def entrants(self, lesson): return [e for call in lesson.calls if call.arrives <= self.asof for e in call.entrants]

    def judge(self, lesson):
        entrants = self.entrants(lesson)
        if not entrants: return dict.fromkeys(lesson.roll, Verdict({NEITHER}, False))
        shown, waiting = seen(entrants)
        maybe = {p: e for e in entrants if e.may is not EVERYBODY and not e.waiting for p in e.may}
        hidden = any(e.may is EVERYBODY for e in entrants)
        elsewhere, believed = self.elsewhere(lesson), believable(lesson, entrants)
        verdicts = {}
        for pupil in lesson.roll:
            allowed, letter = {MISSED}, True
            if pupil in shown: allowed = {JOINED}
            elif pupil in lesson.excused: allowed = {NEITHER}
            elif pupil in maybe: allowed = {NEITHER, JOINED} if "pupil" in maybe[pupil].reads else {NEITHER}
            elif pupil in elsewhere: allowed = {NEITHER, JOINED}
            elif hidden or believed is False: allowed = {NEITHER}
            elif pupil in waiting: allowed, letter = {NEITHER, MISSED}, False
            elif believed is None: allowed = {NEITHER, MISSED}
            verdicts[pupil] = Verdict(allowed, letter)
        return verdicts

    def elsewhere(self, lesson):
        """Who was in another call of the school at that time, or may have been."""
        found = set()
        for call in self.by_day[lesson.start.date()]:
            for e in call.entrants if call.lesson is not lesson else []:
                if e.waiting or not any(come < lesson.end and go > lesson.start for come, go in e.stays): continue
                if e.may is not EVERYBODY: found |= e.shows | e.may
                if sure_pupil(e): found.add(e.who)
        return found

    # Weeks

    def lessons(self, pupil, week): return [lesson for lesson in self.lessons_of[pupil] if lesson.week == week]

    def allowed(self, pupil, lesson): return self.known[pupil, lesson].allowed

    def missed(self, pupil, week):
        """The smallest and largest number of certain misses of a week."""
        allowed = [self.allowed(pupil, lesson) for lesson in self.lessons(pupil, week)]
        return sum(a == {MISSED} for a in allowed), sum(MISSED in a for a in allowed)

    def in_a_row(self, pupil, week):
        """Every number that the pupil's certain misses in a row may be, at the week's end or within it; and those at its end."""
        streaks, within = {0}, set()
        for lesson in self.lessons_of[pupil]:
            if lesson.week > week: break
            allowed, before, streaks = self.allowed(pupil, lesson), streaks, set()
            if MISSED in allowed: streaks |= {n + 1 for n in before}
            if NEITHER in allowed: streaks |= before
            if JOINED in allowed: streaks |= {0}
            if lesson.week == week: within |= streaks
        return within | streaks, streaks

    def may_be_written_about(self, pupil, lesson):
        """A certain miss that no call to the family has closed."""
        verdict = self.known.get((pupil, lesson))
        return bool(verdict and verdict.letter and MISSED in verdict.allowed) and pupil.may_be_written_to() and not self.closed(pupil, lesson)

    def closed(self, pupil, lesson):
        family = {p.id for p in self.play.school.people if p.contacts is pupil.contacts}
        return any(kind == "contacted" and id in family and date >= lesson.start.date() for date, id, kind, _, _ in self.play.school.followups)


def seen(entrants):
    """Who was in the call for certain, and who waited only."""
    shown = {p for e in entrants if not e.waiting for p in e.shows}
    return shown, {p for e in entrants if e.waiting for p in e.shows} - shown


def believable(lesson, entrants):
    """Whether a lesson took place; None where it is too near to a limit to say."""
    expected = {p for p in lesson.roll if p not in lesson.excused}
    if not expected: return True
    shown, waiting = seen(entrants)
    joined, waited, length = len(shown & expected), len(waiting & expected), lesson.end - lesson.start
    staff = [e for e in entrants if adult_in_charge(e) and not e.waiting]
    taught = total(staff, lesson)
    # By name under an outside mark: whether that is staff "by name" for (a), the texts leave open.
    named = any("staff" in e.reads and e.role == "stranger" for e in entrants)
    staffed = taught >= 5 * MINUTE or 2 * joined >= len(expected) or (None if named else False)
    enough = joined >= max(1, len(expected) / 10) or (len(expected) <= 3 and taught >= length / 2)
    after = [(max(come, lesson.start), go) for e in entrants if (e.shows or e in staff) and not e.waiting
             for come, go in e.stays if go > lesson.start]
    span = max(go for _, go in after) - min(come for come, _ in after) if after else datetime.timedelta()
    long = near(span, length / 3) or crowd(lesson, entrants, expected)
    answers = (staffed, enough, long, 2 * waited <= len(expected))
    return False if False in answers else None if None in answers else True


def crowd(lesson, entrants, expected):
    """Whether half of the expected were there for 10 minutes, told minute by minute; None near that limit."""
    there = lambda moment: sum(e.there(moment) for e in entrants if e.shows & expected)
    minutes = sum(2 * there(lesson.start + k * MINUTE) >= len(expected) for k in range(90))
    return minutes >= 12 or (None if minutes >= 9 else False)


def total(entrants, lesson):
    """How long one of them at least was there within the lesson."""
    within = [(max(come, lesson.start), min(go, lesson.end)) for e in entrants for come, go in e.stays]
    return sum((b - a for a, b in united(stay for stay in within if stay[0] < stay[1])), datetime.timedelta())


def near(value, limit):
    """True, False, or None within a minute of the limit."""
    return None if abs(value - limit) <= MINUTE else value > limit


def united(stays):
    periods = []
    for come, go in sorted(stays):
        if periods and come <= periods[-1][1]: periods[-1] = (periods[-1][0], max(go, periods[-1][1]))
        else: periods.append((come, go))
    return periods


def periods(entrants, holds, longer=GRACE):
    """The uninterrupted periods longer than the grace in which `holds(those there)` is true."""
    moments = sorted({m for e in entrants for stay in e.stays for m in stay})
    found = []
    for a, b in zip(moments, moments[1:]):
        if holds([e for e in entrants if e.there(a)]):
            if found and found[-1][1] == a: found[-1] = (found[-1][0], b)
            else: found.append((a, b))
    return [(a, b) for a, b in found if b - a > longer]


def sure_pupil(e): return e.role == "pupil" and "unnamed" not in e.reads and not e.waiting
def adult_in_charge(e): return e.role in ("staff", "supply")
def human(e): return e.role != "bot" and not e.waiting


def fewer_adults(entrants, minimum):
    """When a child was in the call with fewer adults of the school than that, in truth."""
    return periods(entrants, lambda there: any(map(sure_pupil, there)) and sum(map(adult_in_charge, there)) < minimum)


def nobody_in_charge(entrants):
    """When no adult in charge was there beside a child, however shortly."""
    alone = lambda there: any(e.role == "pupil" for e in there) and not any(map(adult_in_charge, there))
    return periods(entrants, alone, datetime.timedelta())


def alone_with_one(entrants):
    """Rules 4.3(c): more than five minutes of one pupil, one member of staff and nobody else."""
    alone = lambda there: sorted(e.role for e in there if human(e)) == ["pupil", "staff"] and any(map(sure_pupil, there))
    return periods(entrants, alone, 5 * MINUTE)
