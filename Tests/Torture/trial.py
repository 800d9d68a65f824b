"""A school's folder on which the program is tried, and the tally of what it kept."""
import csv
import glob
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Bench"))
import school  # noqa: E402

WEEK = ["--week", "2026-W47", "--now", "2026-11-22T08:00:00"]
DOCUMENTED = {0, 3, 4, 64, 65, 66, 73, 74, 75, 78}


class Trial:
    """A school's folder, the program, and the reports of two different inboxes: old and new."""

    def __init__(self, program, work, classes=4, lessons=5):
        self.program, self.folder = program, os.path.join(work, "school")
        school.write(self.folder, classes=classes, lessons=lessons)
        self.spare = os.path.join(work, "spare")
        os.makedirs(self.spare)
        self.exports = sorted(glob.glob(self.folder + "/inbox/*"))
        self.hold_back()
        self.run()
        self.old = self.reports()
        self.give_back()
        self.run()
        self.new = self.reports()
        self.accused = self.accusations()
        assert self.old and self.new and self.old != self.new

    def command(self, *extra): return [self.program, "week", "--school", self.folder, *WEEK, *extra]

    def run(self, **options):
        done = subprocess.run(self.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        assert done.returncode == 0, (done.returncode, done.stderr.decode()[-500:])

    def hold_back(self):
        """Half of the exports are not there: the reports are the old ones."""
        for path in self.exports[::2]: shutil.move(path, self.spare)

    def give_back(self):
        for name in os.listdir(self.spare): shutil.move(os.path.join(self.spare, name), self.folder + "/inbox")

    def back_to_old(self):
        self.forget()
        self.hold_back()
        self.run()
        self.give_back()

    def forget(self):
        shutil.rmtree(self.folder + "/reports", ignore_errors=True)
        for path in glob.glob(self.folder + "/history.sqlite*"): os.remove(path)

    def reports(self, at=None): return tree(at or self.folder + "/reports/2026-W47")

    def accusations(self):
        """What the reports hold against somebody: findings to follow up, but for those that are only possible."""
        with open(self.folder + "/reports/2026-W47/findings.csv", encoding="utf-8-sig", newline="") as file:
            return {(row["date"], row["class"], row["rule"], row["id"] or row["name"]) for row in csv.DictReader(file)
                    if row["severity"] in ("safeguarding", "follow-up") and row["rule"] != "no-export" and "only possibly" not in row["detail"]}

    def history_is_sound(self):
        path = self.folder + "/history.sqlite"
        if not os.path.exists(path): return True
        database = sqlite3.connect(path)
        try: return database.execute("pragma integrity_check").fetchone()[0] == "ok"
        finally: database.close()

    def leftovers(self):
        """What a run leaves beside its reports: nothing but the lock."""
        return [name for name in os.listdir(self.folder + "/reports") if name != "2026-W47"]


def tree(folder):
    """Path → hash of every file below; None if the folder is not there."""
    if not os.path.isdir(folder): return None
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            with open(path, "rb") as file: found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def walk(folder):
    for base, folders, names in os.walk(folder):
        for name in folders + names: yield os.path.join(base, name)


class Tally:
    def __init__(self, name): self.name, self.kept, self.broken = name, 0, []

    def check(self, holds, what):
        if holds: self.kept += 1
        else: self.broken.append(what)

    def skip(self, why):
        print("%-10s not tested: %s" % (self.name, why), flush=True)
        return True

    def report(self, note=""):
        print("%-10s %d of %d kept%s" % (self.name, self.kept, self.kept + len(self.broken), note and "; " + note), flush=True)
        for what in self.broken[:10]: print("           broken: %s" % what)
        return not self.broken
