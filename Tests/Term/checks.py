"""Compares a week's lists, counts and letters with the model. Every difference is a fault: of which story, of which sort,
and in words. What concerns safety is in safety.py."""
import csv
import glob
import os
import re
from collections import namedtuple

from calls import EVERYBODY
from model import JOINED, MISSED, NEITHER
from stories import PAIR_STORIES, WITHOUT_MORE

WRONG, UNSEEN, COUNT = "accused wrongly", "safeguarding missed", "miscounted"
Fault = namedtuple("Fault", "story, sort, words")
STATUS = {"joined": JOINED, "non-joiner": MISSED}
MONTHS = "January February March April May June July August September October November December".split()


class Report:
    """A week's reports, and the faults that are found in them."""

    def __init__(self, play, model, week, reports):
        self.play, self.model, self.week, self.faults = play, model, week, []
        self.folder = os.path.join(reports, "2026-W%02d" % (37 + week))
        self.people = {p.id: p for p in play.school.people}
        self.lessons = [lesson for lesson in play.lessons if lesson.week == week]
        self.calls = [call for call in model.calls if call.week == week]
        self.findings = self.read("findings.csv")

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8-sig", newline="") as file: return list(csv.DictReader(file))

    def fault(self, story, sort, words, *values):
        self.faults.append(Fault(story or "ordinary lesson", sort, "W%02d: %s" % (37 + self.week, words % values)))

    def story(self, pupil, lesson):
        """The story that decides what is said of a pupil in a lesson."""
        entrants = self.model.entrants(lesson)
        if lesson.story in PAIR_STORIES or lesson.story in WITHOUT_MORE: return lesson.story
        for e in entrants:
            if e.kind and (e.who is pupil or (e.may is not EVERYBODY and pupil in e.may)): return e.kind
        for call in self.model.by_day[lesson.start.date()]:
            if call.lesson is lesson: continue
            for e in call.entrants:
                if e.who is pupil: return e.kind or call.story or lesson.story
        hidden = next((e.kind for e in entrants if e.may is EVERYBODY or e.role in ("bot", "visitor")), "")
        return lesson.story or hidden or ("known absence" if pupil in lesson.excused else "") or pupil.story


class Lists(Report):
    """Who joined, how often somebody missed, and who gets a letter."""

    def check(self):
        self.blamed = {}
        self.families = [row for path in glob.glob(os.path.join(self.folder, "classes", "*", "parents.csv")) for row in self.read(path)]
        self.statuses()
        self.counts()
        self.unlisted()
        for path in glob.glob(os.path.join(self.folder, "letters", "**", "*.txt"), recursive=True): self.letter(path)
        return self.faults

    # pupils.csv

    def statuses(self):
        expected = {(p.id, str(l.start.date()), l.start.strftime("%H:%M:%S")): (p, l) for l in self.lessons for p in l.roll}
        for row in self.read("pupils.csv"):
            key = (row["id"], row["date"], row["start"])
            said = STATUS.get(row["status"], NEITHER)
            if key in expected: self.status(*expected.pop(key), said, row["status"])
            elif said == MISSED: self.unexpected(row)
        for pupil, lesson in expected.values():
            story = pupil.story or self.story(pupil, lesson)
            self.fault(story, COUNT, "%s has no row in pupils.csv for %s %s", pupil.full, lesson.group.name, lesson.start)

    def status(self, pupil, lesson, said, status):
        allowed = self.model.allowed(pupil, lesson)
        if said in allowed: return
        story = self.story(pupil, lesson)
        self.blamed.setdefault(pupil, story)  # the week's counts will be wrong too, by the same story
        self.fault(story, WRONG if said == MISSED else COUNT, "%s in %s %s: %s, but %s",
                   pupil.full, lesson.group.name, lesson.start, status, "/".join(sorted(allowed)))

    def unexpected(self, row):
        pupil = self.people[row["id"]]
        same = lambda l: l.group.name in row["class"] and str(l.start.date()) == row["date"]
        story = pupil.story or next((l.story for l in self.lessons if same(l)), "")
        self.blamed.setdefault(pupil, story)
        self.fault(story, WRONG, "%s was not expected at %s %s and is a non-joiner", row["name"], row["date"], row["start"])

    # parents.csv

    def counts(self):
        for row in self.families:
            pupil = self.people[row["pupil_id"]]
            unsure = [l for l in self.model.lessons(pupil, self.week) if self.model.allowed(pupil, l) not in ({JOINED}, {MISSED})]
            story = self.blamed.get(pupil) or next((self.story(pupil, l) for l in unsure), pupil.story or "counting")
            least, most = self.model.missed(pupil, self.week)
            missed, streak = int(row["sessions_missed"] or 0), int(row["in_a_row"] or 0)
            if missed > most or (row["certainty"] == "certain" and not most):
                self.fault(story, WRONG, "%s: sessions_missed %d (%s), at most %d", pupil.full, missed, row["certainty"], most)
            elif missed < least:
                self.fault(story, COUNT, "%s: sessions_missed %d, at least %d", pupil.full, missed, least)
            possible, _ = self.model.in_a_row(pupil, self.week)
            if streak > max(possible): self.fault(story, WRONG, "%s: in_a_row %d, at most %d", pupil.full, streak, max(possible))
            elif streak not in possible: self.fault(story, COUNT, "%s: in_a_row %d, not %s", pupil.full, streak, sorted(possible))

    def unlisted(self):
        listed = {self.people[row["pupil_id"]] for row in self.families}
        for lesson in self.lessons:
            for pupil in lesson.roll:
                certain = self.model.known[pupil, lesson] == ({MISSED}, True)
                if certain and pupil not in listed and pupil.may_be_written_to():
                    self.fault(self.story(pupil, lesson), COUNT, "%s missed %s and is in no parents.csv", pupil.full, lesson.start)

    # slt-summary.csv

    def changes(self, last_list, last_week_stands):
        """SLT's list and what it says has changed. Returns the list, for next week."""
        named = {"%s, %s" % (p.family, p.given): p for p in self.people.values()}
        rows = [(row["section"], row["item"], named[row["name"]]) for row in self.read("slt-summary.csv") if row["name"] in named]
        of = lambda section, item: {pupil for s, i, pupil in rows if (s, i) == (section, item)}
        listed, new, no_more = of("not joining", "certain"), of("changed", "new"), of("changed", "no more")
        fault = lambda sort, words, *values: self.fault("SLT's list", sort, words, *values)
        for pupil in self.people.values():
            within, at_end = self.model.in_a_row(pupil, self.week)
            least, most = self.model.missed(pupil, self.week)
            if pupil in listed and max(within) < 3 and most < 3: fault(WRONG, "%s is on SLT's list", pupil.full)
            if pupil not in listed and min(at_end) >= 3 and least:
                fault(COUNT, "%s has missed 3 or more in a row and is not on SLT's list", pupil.full)
        if self.week == 0 and (new or no_more): fault(COUNT, "the first week has no earlier week, but something is new")
        for pupil in no_more:
            if not any(JOINED in self.model.allowed(pupil, lesson) for lesson in self.model.lessons(pupil, self.week)):
                fault(COUNT, "%s is 'no more', but was not seen", pupil.full)
        if self.week and last_week_stands:
            for pupil in (listed - last_list) ^ new:
                fault(COUNT, "%s is %s 'new since last week'", pupil.full, "wrongly" if pupil in new else "not")
        return listed

    # Letters

    def letter(self, path):
        with open(path, encoding="utf-8") as file: text = file.read()
        for pupil in self.people.values():
            for contact in pupil.contacts:
                if contact.barred and contact.full in text:
                    self.fault("barred contact", WRONG, "a letter names %s, who is barred", contact.full)
            if pupil.full in text: self.letter_about(pupil, " ".join(line for line in text.splitlines() if pupil.full in line))

    def letter_about(self, pupil, text):
        """Only a miss that is open may start a letter; once there is one, it may speak of others that are certain."""
        dates = {(int(day), MONTHS.index(month) + 1) for day, month in re.findall(r"(\d{1,2}) (%s)" % "|".join(MONTHS), text)}
        lessons = [l for l in self.model.lessons(pupil, self.week) if not dates or (l.start.day, l.start.month) in dates]
        missed = {l.start.date() for l in lessons if MISSED in self.model.allowed(pupil, l)}
        due = any(self.model.may_be_written_about(pupil, l) for l in lessons)
        bad = [l for l in lessons if not due or (dates and l.start.date() not in missed)]
        if lessons and not bad: return
        if not pupil.may_be_written_to(): story = "only contact barred"
        elif any(self.model.closed(pupil, l) for l in bad): story = "contacted"
        else: story = self.story(pupil, bad[0]) if bad else pupil.story
        self.fault(story, WRONG, "a letter about %s and %s", pupil.full, ", ".join(str(l.start) for l in bad) or "no lesson")
