"""The people of the simulated school and the files that name them. Everybody is invented."""
import csv
import datetime
import os
import sys
from dataclasses import dataclass, field

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Bench"))
from school import FAMILY, GIVEN, upn

WOMEN = "Agnes Doreen Frances Hazel Joyce Lorna Norma Pauline Sylvia Ursula Winifred".split()
MEN = "Brian Colin Edwin Gerald Ivor Keith Maurice Oswald Roland Trevor Vernon".split()
STAFF_FAMILY = [head + tail for tail in ("worth", "combe", "stead") for head in
                "Ash Birk Col Dun Elm Fen Gar Hather Ing Kil Lang Marl Nether Ot Pem Rush Sel Tam".split()]
STRANGER_FAMILY = [head + tail for tail in ("zyk", "mundo", "vitch", "aldson") for head in "Brad Crow Drob Grub Hem Jarr Krel Polt".split()]
STRANGER_GIVEN = "Bogdan Clive Dwayne Errol Gustavo Horst Igor Kirsty Lance Maxine Rocco Tyrone".split()
DOMAIN = "term.example"
MONDAY = datetime.date(2026, 9, 7)
HALF_TERM = 7  # the week without lessons, counted from 0
SETTINGS = """[school]
name = "Term Primary"
domains = ["term.example", "pupils.term.example"]
time-zone = "Europe/London"
hours = "08:00-16:30"
days-off = ["2026-10-26/2026-10-30"]

[policy]
preset = "zoom-primary"

[rules.one-adult]
on = true
minimum = 2
grace-seconds = 60
recording-suffices = false

[rules.over-use]
on = false

[rules.unapproved-platform]
on = false

[contacts]
ask-means-yes = false
"""
ROSTER_HEADER = ("Legal Surname,Legal Forename,UPN,Adm No,Year Group,Reg Group,Leaving Date,Primary Email,Priority,Relationship,"
                 "Title,Forename,Surname,Parental Responsibility,Court Order,Primary Email,Mobile").split(",")


@dataclass(eq=False)
class Adult:
    """A member of staff, a contact, a supply teacher or a stranger."""
    title: str
    given: str
    family: str
    email: str = ""
    code: str = ""
    phone: str = ""
    relation: str = ""
    barred: bool = False

    @property
    def full(self): return "%s %s" % (self.given, self.family)

    @property
    def titled(self): return "%s %s" % (self.title, self.family)


@dataclass(eq=False)
class Pupil:
    id: str
    given: str
    family: str
    email: str
    contacts: list
    misses: float
    groups: dict = field(default_factory=dict)  # from which week in which class; None after leaving
    nickname: str = ""
    story: str = ""

    @property
    def full(self): return "%s %s" % (self.given, self.family)

    def group(self, week):
        known = [at for at in self.groups if at <= week]
        return self.groups[max(known)] if known else None

    def may_be_written_to(self): return any(not contact.barred for contact in self.contacts)


@dataclass(eq=False)
class Group:
    name: str
    lead: Adult
    second: Adult
    platform: str
    meeting: str
    slots: list  # (weekday, start, subject)


class School:
    def __init__(self, rng, classes, pupils):
        self.rng, self.taken, self.people, self.groups = rng, set(), [], {}
        families = iter(rng.sample(STAFF_FAMILY, len(STAFF_FAMILY)))
        self.absences, self.approvals, self.notes, self.decisions = [], [], [], []
        self.followups, self.guests, self.timetable = [], [], []
        for at in range(classes):
            name, pair = "%d%s" % (1 + at // 4, "ABCD"[at % 4]), at // 2
            lead, second = (Adult(rng.choice(["Mrs", "Mr", "Miss"]), rng.choice(WOMEN + MEN), next(families),
                                  "t%d@%s" % (number, DOMAIN), "T%02d" % number) for number in (2 * at, 2 * at + 1))
            platform = ("Zoom", "Meet", "Teams")[pair % 3]
            meeting = {"Zoom": "8%02d 4455 66%02d" % (at, at), "Teams": "",
                       "Meet": "%s-clas-sxy" % "".join(chr(97 + (at * k + k) % 26) for k in (1, 3, 7))}[platform]
            slots = [((pair + 2 * k) % 5, datetime.time(9 + pair % 3), subject) for k, subject in enumerate(("Maths", "English", "Science"))]
            self.groups[name] = Group(name, lead, second, platform, meeting, slots)
            for _ in range(pupils + rng.randint(-2, 2)): self.admit(name, 0)
        self.add_siblings()
        for pupil in rng.sample(self.people, 3):
            pupil.misses, pupil.story = 0.65, "only contact barred"
            pupil.contacts = [self.parent("Father", pupil.family, True)]

    def admit(self, group, week, family=None):
        """A new pupil; no two of a class share a first or a family name, so what the texts say of names is plain."""
        roll = self.roll(group, week)
        while True:
            given, name = self.rng.choice(GIVEN), family or self.rng.choice(FAMILY)
            if (given, name) not in self.taken and all(given != p.given and name != p.family for p in roll): break
            family = None
        self.taken.add((given, name))
        number = 20_000 + len(self.people)
        contacts = [self.parent("Mother", name, False)]
        if self.rng.random() < 0.12: contacts.append(self.parent("Father", name, True))
        pupil = Pupil(str(number), given, name, "p%d@pupils.%s" % (number, DOMAIN), contacts,
                      0.65 if self.rng.random() < 0.05 else 0.04, {week: group})
        self.people.append(pupil)
        return pupil

    def parent(self, relation, family, barred):
        number = self.rng.randrange(100_000, 999_999)
        title, names = ("Mrs", WOMEN) if relation == "Mother" else ("Mr", MEN)
        return Adult(title, self.rng.choice(names), family, "home%d@post.example" % number, "", "07700 %d" % number, relation, barred)

    def add_siblings(self):
        for group in list(self.groups)[::2]:
            elder = self.rng.choice(self.roll(group, 0))
            other = self.rng.choice([name for name in self.groups if name != group] or [group])
            younger = self.admit(other, 0, elder.family)
            if younger.family == elder.family: younger.contacts = elder.contacts

    def roll(self, group, week): return [p for p in self.people if p.group(week) == group]

    def change_rolls(self, week):
        """Class moves, new pupils and leavers, from the Monday of that week."""
        names = list(self.groups)
        for _ in range(2):
            pupil, group = self.rng.choice(self.people), self.rng.choice(names)
            roll = self.roll(group, week)
            if pupil.group(week) and pupil.group(week) != group and all(p.given != pupil.given and p.family != pupil.family for p in roll):
                pupil.groups[week], pupil.story = group, "class move"
        self.admit(self.rng.choice(names), week).story = "new pupil"
        leaver = self.rng.choice(self.people)
        if leaver.group(week) and not leaver.story: leaver.groups[week], leaver.story = None, "leaver"

    def stranger(self):
        given, family = self.rng.choice(STRANGER_GIVEN), self.rng.choice(STRANGER_FAMILY)
        return Adult("Mr", given, family, "%s.%s@elsewhere.example" % (given.lower(), family.lower()))

    def write(self, folder, week):
        rows = []
        for number, pupil in enumerate(self.people):
            if min(pupil.groups) > week: continue
            group, left = pupil.group(week), ""
            if group is None:
                last = max(pupil.groups)
                group, left = pupil.group(last - 1), (MONDAY + datetime.timedelta(days=7 * last - 3)).isoformat()
            for priority, contact in enumerate(pupil.contacts, 1):
                rows.append([pupil.family, pupil.given, upn(number), pupil.id, "Year " + group[0], group, left, pupil.email, priority,
                             contact.relation, contact.title, contact.given, contact.family, "T", "T" if contact.barred else "F",
                             contact.email, contact.phone])
        table(folder, "roster/pupils.csv", ROSTER_HEADER, rows)
        staff = [adult for group in self.groups.values() for adult in (group.lead, group.second)]
        table(folder, "roster/staff.csv", "Staff Code,Title,Forename,Surname,Email".split(","),
              [[a.code, a.title, a.given, a.family, a.email] for a in staff])
        header = "Meeting ID,Class,Subject,Kind,Weekday,Date,Start,End,Lead Staff,Second Staff,Platform"
        table(folder, "timetable.csv", header.split(","), self.timetable)
        for name, header, lines in (
                ("absences", "Id,From,To,Reason", self.absences), ("notes", "Date,Start,Class,Kind,Person,At,Text,By", self.notes),
                ("approvals", "Kind,Id,Class,From,To,Approved By,Parent Present,Reason", self.approvals),
                ("decisions", "Display Name,Email,Class,Is,Id,By,On,Date,Start", self.decisions),
                ("followups", "Date,Id,Kind,By,Outcome", self.followups),
                ("guests", "Date,Until,Name,Email,Class,Role,Approved By", self.guests)):
            if lines: table(folder, name + ".csv", header.split(","), lines)


def table(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file: csv.writer(file).writerows([header] + rows)
