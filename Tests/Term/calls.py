"""Calls, who was in them, and the exports that Zoom, Meet and Teams would write of them."""
import csv
import datetime
import io
import os
import time
from dataclasses import dataclass, field

EVERYBODY = "everybody"  # an unnamed device may be any pupil who was not seen
MINUTE = datetime.timedelta(minutes=1)
OUTSIDE = {True: "Yes", False: "No", None: ""}
WINTER = datetime.datetime(2026, 10, 25, 2)


@dataclass(eq=False)
class Entrant:
    """`who` and `role` are the truth; `reads`, `shows` and `may` are what the texts let a report make of it."""
    name: str
    email: str
    outside: object  # True, False, or None where the export does not say
    stays: list
    role: str  # pupil, staff, supply, visitor, contact, barred, stranger, bot
    who: object = None
    reads: frozenset = frozenset()
    shows: frozenset = frozenset()
    may: object = frozenset()
    waiting: bool = False
    kind: str = ""
    rows: list = field(default_factory=list)

    def there(self, moment):
        for come, go in self.stays:
            if come <= moment < go: return not self.waiting
        return False


@dataclass(eq=False)
class Call:
    file: str
    platform: str
    meeting: str
    topic: str
    host: str
    entrants: list
    week: int
    group: str
    lesson: object = None
    arrives: int = -1
    story: str = ""

    @property
    def start(self): return min(come for e in self.entrants for come, _ in e.stays)

    @property
    def end(self): return max(go for e in self.entrants for _, go in e.stays)

    def ordinary(self): return [e for e in self.entrants if e.role == "pupil" and not e.kind]


@dataclass(eq=False)
class Lesson:
    week: int
    group: object
    subject: str
    start: datetime.datetime
    end: datetime.datetime
    roll: list
    calls: list = field(default_factory=list)
    excused: set = field(default_factory=set)
    approved: set = field(default_factory=set)
    second_noted: bool = False
    judged: tuple = (-1, None)
    story: str = ""


def write(call, folder, name=None):
    """Writes the export, an hour old, and tells each entrant its rows."""
    path = name or call.file
    lines = {"Zoom": zoom, "Meet": meet, "Teams": teams}[call.platform](call)
    text, delimiter = io.StringIO(newline=""), "\t" if call.platform == "Teams" else ","
    writer = csv.writer(text, delimiter=delimiter)
    for number, (entrant, cells) in enumerate(lines, 1):
        writer.writerow(cells)
        if entrant: entrant.rows.append("%s:%d" % (path, number))
    place = os.path.join(folder, "inbox", path)
    with open(place, "wb") as file: file.write(text.getvalue().encode("utf-16" if call.platform == "Teams" else "utf-8-sig"))
    then = time.time() - 3600
    os.utime(place, (then, then))


def stays(call): return sorted(((e, come, go) for e in call.entrants for come, go in e.stays), key=lambda stay: stay[1])


def zoom(call):
    yield None, "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants".split(",")
    yield None, [call.meeting, call.topic, call.start, call.end, call.host, int((call.end - call.start) / MINUTE) + 1, len(call.entrants)]
    yield None, []
    yield None, "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room".split(",")
    for e, come, go in stays(call):
        minutes = -int((come - go) // MINUTE)
        yield e, [e.name, e.email, come, go, minutes, OUTSIDE[e.outside], "Yes" if e.waiting else "No"]


def meet(call):
    yield None, ("Date,Event Name,Event Description,Meeting Code,Participant Identifier,Participant Outside Organisation,Client Type,"
                 "Organizer Email,Product Type,Duration,Participant Name,Conference ID").split(",")
    code = call.meeting.replace("-", "").upper()
    for e, come, go in sorted(stays(call), key=lambda stay: stay[2]):
        when = "%d %s" % (go.day, go.strftime("%b %Y, %H:%M:%S ")) + ("GMT" if go >= WINTER else "BST")
        yield e, [when, "Endpoint left", "The endpoint left a video meeting", code, e.email, OUTSIDE[e.outside],
                  "web", call.host, "Meet", int((go - come).total_seconds()), e.name, "conf-" + call.file[:-4]]


def teams(call):
    yield None, ["1. Summary"]
    yield None, ["Meeting title", call.topic]
    yield None, ["Attended participants", len(call.entrants)]
    yield None, ["Start time", clock(call.start)]
    yield None, ["End time", clock(call.end)]
    yield None, []
    yield None, ["2. Participants"]
    yield None, "Name,First Join,Last Leave,In-Meeting Duration,Email,Participant ID (UPN),Role".split(",")
    for e in call.entrants:
        first, last = e.stays[0][0], e.stays[-1][1]
        yield e, [shown(e), clock(first), clock(last), length(last - first), e.email, e.email, role(call, e)]
    yield None, []
    yield None, ["3. In-Meeting Activities"]
    yield None, "Name,Join Time,Leave Time,Duration,Email,Role".split(",")
    for e, come, go in stays(call): yield e, [shown(e), clock(come), clock(go), length(go - come), e.email, role(call, e)]


def shown(entrant): return entrant.name + (" (External)" if entrant.outside else "")
def clock(when): return when.strftime("%Y-%m-%d %H:%M:%S")
def length(span): return "%dm %ds" % divmod(int(span.total_seconds()), 60)
def role(call, entrant): return "Organizer" if entrant.email and entrant.email == call.host else "Attendee"
