#!/usr/bin/env python3
"""Twelve weeks of a small school whose lists and exports change behind its back, against a model of a page.

usage: retroactive.py PROGRAM [--runs 2000] [--weeks 12] [--seed 1]

Before each week's run some of this happens at random: pupils come, change class, leave and come back; the list is replaced, laid beside an older one,
cut to half and put right again; exports come late, are replaced by fuller or thinner ones, leave the inbox and return. Then a week gone by may be made
again. After every run:

- nobody is missing for certain who was not on the roll of then, or whom any export that a run has seen shows, or whom the list had lost then and does not have
  in that class when it is whole again;
- whoever was on it and in none of them is, and the misses in a row are as many as the model counts;
- nobody of that roll is a stranger in a lesson gone by;
- no other week's report has changed, and where the history tells a pupil of a week gone by otherwise than before, the run says so.
"""
import argparse
import concurrent.futures
import csv
import datetime
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from trial import Tally, tree

MONDAY = datetime.date(2026, 9, 7)
GIVEN = ("Ada Barty Cato Dot Esme Finn Gus Hugo Ines Jory Kit Lena Milo Nia Otto Pia Quin Rhea Sol Tess Una Vik Wren Xavi Yara Zed Abel Bram Clio Dara Eloi "
         "Flora Greta Hamza Idris Juno Kofi Luca Maud Noor Orla Paz Rufus Suki Taro Uma Vera Wilf Yusuf Zora").split()
FAMILY = ("Quillon Rook Sedge Thrale Umber Vance Wexley Yarrow Abbott Birch Cole Dunmore Egan Frayne Gorse Harkin Ivory Jessop Kemble Lorne Mott Nairn Orchard "
          "Pelham Quaife Ridley Stroud Trask Upjohn Varley Whitlock Yeo Zeller Ashby Bexley Crane Drummond Eastwood Fulton Grange Hobbs Irving Jarvis Knowle "
          "Lisle Marsh Norris Oakes Pryor Rusk").split()
CLASSES = {"4B": ("90011112222", 0, "MOK"), "4C": ("90011113333", 1, "JRE")}  # number, weekday, lead
STAFF = [("May Okafor", "may@small.example"), ("Joe Reed", "joe@small.example")]


class Broken(Exception): pass


class School:
    def __init__(self, program, folder, rng):
        self.program, self.folder, self.rng = program, folder, rng
        names = list(zip(rng.sample(GIVEN, len(GIVEN)), rng.sample(FAMILY, len(FAMILY))))
        self.names = {"%d" % (1001 + k): given + " " + family for k, (given, family) in enumerate(names)}
        self.unused = list(self.names)
        self.classes = {code: {self.unused.pop() for _ in range(rng.randint(6, 8))} for code in CLASSES}
        self.left, self.cut = [], {}
        self.rolls, self.files, self.seen, self.away = {}, {}, {}, {}
        self.told = {}
        self.pending, self.never = {}, {}  # by week and class: who is cut from the list, and who did not come back to it
        self.gone, self.unknown = [], {}  # who left beside a cut, and by week and class: whom no list then or after it shows to have been away
        self.doubted = set()  # classes and weeks of a list that was cut: what is said of them is another test's
        for name in ("roster", "inbox"): os.makedirs(os.path.join(folder, name))
        self.write("school.toml", '[school]\nname = "Small Primary"\ndomains = ["small.example"]\ndate-order = "month-first"\n[policy]\npreset = "zoom-primary"\n')
        self.write("roster/staff.csv", "Staff Code,Title,Forename,Surname,Email\nMOK,Mrs,May,Okafor,may@small.example\nJRE,Mr,Joe,Reed,joe@small.example\n")
        lines = ["%s,%s,Maths,%s,09:00,09:45,%s" % (number, code, ("Monday", "Tuesday")[day], lead) for code, (number, day, lead) in CLASSES.items()]
        self.write("timetable.csv", "Meeting ID,Class,Subject,Weekday,Start,End,Lead Staff\n" + "\n".join(lines) + "\n")

    def write(self, name, text, age=3600):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8", newline="") as file: file.write(text)
        then = time.time() - age
        os.utime(path, (then, then))

    # What happens

    def everybody(self): return [p for roll in self.classes.values() for p in roll]

    def change_lists(self, week):
        rng = self.rng
        for code in list(self.cut):
            self.classes[code] |= {p for p in self.cut.pop(code) if p not in self.everybody()}
        leavers = []
        for _ in range(rng.choice((0, 0, 1, 1, 2))):
            code = rng.choice(list(CLASSES))
            roll = self.classes[code]
            what = rng.choice(("add", "add", "move", "remove", "return"))
            if what == "add" and self.unused: roll.add(self.unused.pop())
            if what == "return" and self.left: roll.add(self.left.pop())
            if what in ("move", "remove") and len(roll) > 5:
                pupil = rng.choice(sorted(roll))
                roll.discard(pupil)
                leavers.append((code, pupil))
                if what == "move": self.classes[next(c for c in CLASSES if c != code)].add(pupil)
                else: self.left.append(pupil)
        if rng.random() < 0.12 and week:
            code = rng.choice(list(CLASSES))
            self.cut[code] = set(rng.sample(sorted(self.classes[code]), len(self.classes[code]) // 2 + 1))
            self.classes[code] -= self.cut[code]
            self.pending[week, code] = set(self.cut[code])
        self.settle_cuts()
        for code, pupil in self.gone:
            if pupil in self.classes[code]: self.unknown.setdefault((week - 1, code), set()).add(pupil)
        # Whom this list has in another class it shows to have been away; of who is in none, nobody can tell a leaver from one who was cut.
        self.gone = [(code, pupil) for code, pupil in leavers if pupil not in self.everybody()] if self.cut else []
        self.put_lists(week)

    def settle_cuts(self):
        """Whoever is on the list of that class again was on it all the time; whoever is neither there nor cut may have gone on any day since."""
        for (week, code), pupils in self.pending.items():
            away = pupils - self.classes[code]
            self.never.setdefault((week, code), set()).update(away - self.cut.get(code, set()))
            self.pending[week, code] = away & self.cut.get(code, set())

    def put_lists(self, week):
        """Under one name, or a new list beside the one of last week."""
        path = os.path.join(self.folder, "roster")
        old = [name for name in os.listdir(path) if name != "staff.csv"]
        beside = self.rng.random() < 0.2
        for name in old:
            if beside and name == "pupils.csv":
                then = time.time() - 90000
                os.utime(os.path.join(path, name), (then, then))
            else: os.remove(os.path.join(path, name))
        rows = ["%s,%s,%s,%s" % ((p,) + tuple(self.names[p].split()) + (code,)) for code, roll in self.classes.items() for p in sorted(roll)]
        self.write("roster/pupils-new.csv" if beside and old else "roster/pupils.csv", "Pupil Id,Legal Forename,Legal Surname,Class\n" + "\n".join(rows) + "\n")

    def teach(self, week):
        for code in CLASSES:
            roll = sorted(self.classes[code])
            there = set(self.rng.sample(roll, max(-(-len(roll) * 3 // 5), self.rng.randint(1, len(roll)))))
            thin = set(self.rng.sample(sorted(there), max(len(there) * 2 // 3, 1)))
            first, second = self.rng.choice(((there, None), (there, None), (there, None), (thin, there), (there, thin)))
            late = self.rng.choice((0, 0, 0, 0, 1, 2, 3, 99))
            self.files[week, code] = {week + late: (first, 0)}
            if second: self.files[week, code][week + late + self.rng.randint(1, 3)] = (second, self.rng.randint(0, 1))

    def deliver(self, week):
        for (day, code), arrivals in self.files.items():
            if week in arrivals:
                pupils, number = arrivals[week]
                self.put_export(day, code, pupils, number)
        # Some leave the inbox and some return.
        inbox = os.path.join(self.folder, "inbox")
        for name in sorted(os.listdir(inbox)):
            if self.rng.random() < 0.08:
                self.away[name] = self.present.pop(name)
                shutil.move(os.path.join(inbox, name), os.path.join(self.folder, name + ".away"))
        for name in sorted(self.away):
            if self.rng.random() < 0.3 and name not in self.present:
                self.present[name] = self.away.pop(name)
                shutil.move(os.path.join(self.folder, name + ".away"), os.path.join(inbox, name))

    present = None

    def put_export(self, week, code, pupils, number):
        meeting, weekday, _ = CLASSES[code]
        day = (MONDAY + datetime.timedelta(days=7 * week + weekday)).strftime("%m/%d/%Y")
        lines = ["Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants",
                 "%s,%s Maths,%s 08:58:00 AM,%s 09:45:00 AM,may@small.example,47,9" % (meeting, code, day, day), "",
                 "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest"]
        people = STAFF + [(self.names[p], "") for p in sorted(pupils)]
        lines += ["%s,%s,%s 08:58:00 AM,%s 09:45:00 AM,47,%s" % (name, email, day, day, "No") for name, email in people]
        name = "%s-%02d-%d.csv" % (code, week, number)
        self.write("inbox/" + name, "\n".join(lines) + "\n")
        self.present[name] = (week, code, pupils)
        old = self.away.pop(name, None)
        if old: os.remove(os.path.join(self.folder, name + ".away"))

    # What is said of it

    def run(self, week, now):
        iso = "2026-W%02d" % (37 + week)
        moment = (MONDAY + datetime.timedelta(days=7 * now + 6)).isoformat() + "T18:00:00"
        reports = os.path.join(self.folder, "reports")
        before = {name: tree(os.path.join(reports, name)) for name in (os.listdir(reports) if os.path.isdir(reports) else []) if name != iso}
        command = [self.program, "week", "--school", self.folder, "--week", iso, "--now", moment, "--jobs", "1"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 3): raise Broken("%s ended with %d: %s" % (iso, done.returncode, done.stderr[-300:]))
        for day, code, pupils in self.present.values():
            self.seen.setdefault((day, code), set()).update(pupils)
            self.seen_by_run.add((day, code))
        for name, files in before.items():
            if tree(os.path.join(reports, name)) != files: raise Broken("the run of %s changed the report of %s" % (iso, name))
        self.check_report(week, iso, now)
        self.check_history(week, now, done.stderr)

    def missed(self, week, code):
        if (week, code) not in self.seen_by_run: return set()
        return self.rolls[week][code] - self.seen[week, code] - self.never.get((week, code), set())

    def table(self, iso, name):
        with open(os.path.join(self.folder, "reports", iso, name), encoding="utf-8-sig", newline="") as file: return list(csv.DictReader(file))

    def check_report(self, week, iso, now):
        for code in CLASSES:
            rows = [row for row in self.table(iso, "pupils.csv") if row["class"] == code]
            accused, right = {row["id"] for row in rows if row["status"] == "non-joiner"}, self.missed(week, code)
            if not accused <= right | self.unknown.get((week, code), set()): raise Broken("%s %s: missing without cause: %s" % (iso, code, sorted(accused - right)))
            sure = right & set(self.everybody())
            if (week, code) not in self.doubted and self.is_at_hand(week, code) and not accused >= sure:
                raise Broken("%s %s: not missing: %s" % (iso, code, sorted(sure - accused)))
        for row in self.table(iso, "findings.csv"):
            if row["rule"] in ("uninvited", "other-class") and (week, row["class"]) not in self.doubted:
                raise Broken("%s: %s %s" % (iso, row["rule"], row["name"]))
        for code in CLASSES:
            path = "classes/%s/parents.csv" % code
            if not os.path.exists(os.path.join(self.folder, "reports", iso, path)): continue
            for row in self.table(iso, path):
                if row["sessions_missed"] == "0": continue
                most = self.in_a_row(row["pupil_id"], week)
                if int(row["in_a_row"]) > most: raise Broken("%s: %s missed %s in a row, the model says %d" % (iso, row["pupil_id"], row["in_a_row"], most))

    def is_at_hand(self, week, code):
        """What was seen of it still stands in the inbox, or came before or with its report and is in the history."""
        return (week, code) in self.seen_by_run

    def in_a_row(self, pupil, week):
        count = 0
        for earlier in range(week + 1):
            for code in CLASSES:
                if pupil not in self.rolls[earlier][code] | self.unknown.get((earlier, code), set()) or (earlier, code) not in self.seen_by_run: continue
                count = 0 if pupil in self.seen[earlier, code] else count + 1
        return count

    def check_history(self, week, now, messages):
        database = sqlite3.connect("file:%s?mode=ro" % os.path.join(self.folder, "history.sqlite"), uri=True)
        try: rows = database.execute("SELECT date, class, id, status FROM lesson").fetchall()
        finally: database.close()
        told = {(date, code, pupil): status for date, code, pupil, status in rows}
        for (date, code, pupil), status in told.items():
            past = (datetime.date.fromisoformat(date) - MONDAY).days // 7
            known = self.missed(past, code) | self.unknown.get((past, code), set())
            if status == "non-joiner" and pupil not in known: raise Broken("the history has %s missing on %s in %s" % (pupil, date, code))
            before = self.told.get((date, code, pupil))
            if past != week and past < now and before not in (None, status) and "reports/2026-W%02d: " % (37 + past) not in messages:
                raise Broken("%s on %s: %s became %s, and the run of week %d says nothing" % (pupil, date, before, status, week))
        self.told = told

    def play(self, weeks):
        self.present, self.seen_by_run = {}, set()
        for week in range(weeks):
            self.change_lists(week)
            # Who was cut from a list by mistake may be missing for certain once it is right again, and need not be.
            self.rolls[week] = {code: set(roll) | self.cut.get(code, set()) for code, roll in self.classes.items()}
            for code in self.cut: self.doubted |= {(week, code), (week + 1, code)}
            if self.cut: self.doubted |= {(w, code) for w in (week, week + 1) for code in CLASSES}
            self.teach(week)
            self.deliver(week)
            self.run(week, week)
            if week and self.rng.random() < 0.4: self.run(self.rng.randrange(week), week)


def one(program, seed, weeks):
    with tempfile.TemporaryDirectory() as folder:
        school = School(program, folder, random.Random(seed))
        try: school.play(weeks)
        except Broken as broken: return "seed %d: %s" % (seed, broken)
    return None


def retroactive(program, work, rng, count, weeks=12):
    tally = Tally("retroactive")
    seeds = [rng.randrange(1 << 30) for _ in range(count)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for what in pool.map(lambda seed: one(program, seed, weeks), seeds): tally.check(what is None, what)
    return tally.report("%d weeks each" % weeks)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--weeks", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", type=int, help="this seed alone")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    if options.one is not None:
        what = one(program, options.one, options.weeks)
        print(what or "kept")
        sys.exit(what is not None)
    with tempfile.TemporaryDirectory() as work:
        sys.exit(0 if retroactive(program, work, random.Random(options.seed), options.runs, options.weeks) else 1)


if __name__ == "__main__": main()
