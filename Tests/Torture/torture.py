#!/usr/bin/env python3
"""Treats the built program as the world treats a school's computer, and counts how often it keeps its promises.

usage: torture.py PROGRAM [--only kills,pairs,full,faults,orders,places,modes,mutations,purge] [--count N] [--seed 1]

kills      N runs (1,000) killed at a random moment: the reports are the old or the new ones whole, the history is sound,
           and the next run puts everything in order
pairs      N pairs (50) of runs at once: both end as documented, the result is that of one run
full       the disk is full after every few KiB: exit 73 or 74, the old reports whole (needs unshare, or root)
faults     each open, read, stat, write, flush, rename … of a small week fails once, or is the run's last: the old or the new
           reports, or new ones that name the input that could not be read and accuse nobody for want of it (needs strace)
orders     N orders (100) in which the same inbox was filled: one result
places     TZ, LANG and the working folder change nothing
modes      nothing that is written can be read by others, whatever the umask
mutations  N inputs (1,000,000) changed at random, through the reader under AddressSanitizer (see Fuzz/)
purge      after purge and forget no trace of the pupil is left in any file

Without --count each takes its full number. Exit status 1 if a promise was broken; the seed makes a run repeatable.
"""
import argparse
import csv
import glob
import hashlib
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Bench"))
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
                    if row["severity"] in ("safeguarding", "follow-up") and "only possibly" not in row["detail"]}

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


class Tally:
    def __init__(self, name): self.name, self.kept, self.broken = name, 0, []

    def check(self, holds, what):
        if holds: self.kept += 1
        else: self.broken.append(what)

    def report(self, note=""):
        print("%-10s %d of %d kept%s" % (self.name, self.kept, self.kept + len(self.broken), note and "; " + note), flush=True)
        for what in self.broken[:10]: print("           broken: %s" % what)
        return not self.broken


def kills(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("kills")
    trial.back_to_old()
    begun = time.monotonic()
    trial.run()
    length = (time.monotonic() - begun) * 1.1
    ended = {"old": 0, "new": 0}
    trial.back_to_old()
    for at in range(count):
        moment = rng.random() * length
        process = subprocess.Popen(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen = trial.reports()
        state = "old" if seen == trial.old else "new" if seen == trial.new else None
        sound = trial.history_is_sound()
        if state == "new" or at % 10 == 0:
            trial.run()
            clean = trial.reports() == trial.new and not trial.leftovers()
            trial.back_to_old()
        else:
            clean = True
        if state: ended[state] += 1
        tally.check(state and sound and clean, "run %d killed after %.1f ms: reports %s, history sound %s, next run clean %s" % (at, moment * 1000, state, sound, clean))
    return tally.report("%(old)d times the old reports, %(new)d times the new" % ended)


def pairs(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("pairs")
    for at in range(count):
        if at % 5 == 0: trial.back_to_old()
        both = [subprocess.Popen(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
        codes = [process.wait() for process in both]
        tally.check(set(codes) <= {0, 75} and 0 in codes and trial.reports() == trial.new and trial.history_is_sound() and not trial.leftovers(),
                    "pair %d: exit %s" % (at, codes))
    return tally.report()


def full(program, work, rng, count):
    """A small file system of its own, filled up to a little less each time."""
    tally = Tally("full")
    probe = ["unshare", "-rm", "true"] if os.geteuid() else ["unshare", "-m", "true"]
    if shutil.which("unshare") is None or subprocess.run(probe, stderr=subprocess.DEVNULL).returncode:
        print("full       not tested: no unshare here")
        return True
    trial = Trial(program, work)
    trial.back_to_old()
    noticed = 0
    used = subprocess.run(["du", "-sk", "--apparent-size", trial.folder], stdout=subprocess.PIPE).stdout.split()[0]
    for free in range(0, 4 * count, 4):
        # the script prints: exit status, then whether the old or the new reports are there
        script = """mount -t tmpfs -o size=64m none "$1" && cp -a "$2" "$1/school" && cd "$1" &&
            left=$(df -k --output=avail . | tail -1) && head -c $(( (left - %d) * 1024 )) /dev/zero >fill 2>/dev/null
            "$3" week --school "$1/school" %s >/dev/null 2>"$4"; echo $?; rm -f fill; mkdir -p "$5"; cp -a school/reports/2026-W47 "$5/" """ % (free, " ".join(WEEK))
        place, seen, errors = os.path.join(work, "small"), os.path.join(work, "seen"), os.path.join(work, "errors")
        shutil.rmtree(seen, ignore_errors=True)
        os.makedirs(place, exist_ok=True)
        done = subprocess.run([*probe[:-1], "sh", "-c", script, "sh", place, trial.folder, program, errors, seen], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        code = int((done.stdout.split() or [b"-1"])[0])
        state = trial.reports(seen + "/2026-W47")
        noticed += code in (73, 74)
        tally.check((code in (73, 74) and state == trial.old) or (code == 0 and state == trial.new),
                    "%d KiB free: exit %d, %s reports" % (free, code, "old" if state == trial.old else "new" if state == trial.new else "half"))
        if code == 0: break
    with open("/dev/full", "wb") as device:
        code = subprocess.run([program, "lesson", "--school", trial.folder, trial.exports[0], *WEEK[2:]], stdout=device, stderr=subprocess.DEVNULL).returncode
    tally.check(code == 74, "standard output to a full disk: exit %d" % code)
    return tally.report("%d times the disk was full" % noticed)


# The system's calls that a run makes, with what each may answer. All alternatives of one line are counted together.
READING = (("openat", "EIO EMFILE EACCES"), ("read", "EIO"), ("pread64", "EIO"), ("newfstatat,fstat,statx", "EIO"), ("getdents64", "EIO"))
WRITING = (("write,pwrite64", "EIO ENOSPC"), ("mkdir,mkdirat", "EIO ENOSPC"), ("ftruncate,fallocate", "EIO ENOSPC"), ("fsync,fdatasync,syncfs", "EIO"),
           ("rename,renameat,renameat2", "EIO"), ("unlink,unlinkat,rmdir", "EIO"), ("close", "EIO"), ("flock,fcntl", "EIO"))


def faults(program, work, rng, count):
    """Each call of a small week fails once, or is the last that the run makes."""
    tally = Tally("faults")
    if shutil.which("strace") is None:
        print("faults     not tested: no strace here")
        return True
    trial = Trial(program, work, classes=2, lessons=2)
    trial.back_to_old()
    snapshot = os.path.join(work, "snapshot")
    shutil.copytree(trial.folder, snapshot)
    ours = [trial.folder, *walk(trial.folder), *(trial.folder + "/history.sqlite" + end for end in ("-wal", "-shm"))]
    # Reading counts on the school's own files first: the loader reads too, and a program that was not loaded tests nothing.
    rounds = [(call, error, [word for path in ours for word in ("-P", path)]) for call, errors in READING for error in errors.split()]
    rounds += [(call, error, []) for call, errors in READING + WRITING for error in errors.split()]
    rounds += [(call, "SIGKILL", []) for call, _ in WRITING]
    for call, error, paths in rounds:
        for at in range(1, count + 1):
            shutil.rmtree(trial.folder)
            # The stamps of the files differ from those in the history, so every export is read.
            shutil.copytree(snapshot, trial.folder)
            code, said, happened = with_fault(trial, work, call, error, at, paths)
            if not happened: break
            broken = breach(trial, code, said, error)
            trial.run()
            if trial.reports() != trial.new or trial.leftovers() or not trial.history_is_sound(): broken = broken or "the next run does not put it in order"
            tally.check(not broken, "%s %s at call %d%s: exit %d, %s; %s" % (call, error, at, " on our files" if paths else "", code, broken, said[:200]))
    return tally.report()


def with_fault(trial, work, call, error, at, paths):
    """Exit status, standard error, and whether the call was made at all."""
    log = os.path.join(work, "strace")
    what = "signal=SIGKILL" if error == "SIGKILL" else "error=" + error
    # On one processor a run does its work in one thread: strace counts the calls of each thread by itself.
    done = subprocess.run(["strace", "-f", "-qq", "-o", log, *paths, "-e", "trace=" + call, "-e", "inject=%s:%s:when=%d" % (call, what, at), *trial.command()],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=lambda: os.sched_setaffinity(0, {at % os.cpu_count()}))
    with open(log, "rb") as file: happened = b"INJECTED" in file.read() or done.returncode == -signal.SIGKILL
    return done.returncode, done.stderr.decode(errors="replace"), happened


def breach(trial, code, said, error):
    """What a run after a fault did that it must not do; None when it kept its promises."""
    seen = trial.reports()
    if error == "SIGKILL": return None if seen in (trial.old, trial.new) else "half the reports"
    if code == 127 and "loading shared libraries" in said: return None if seen == trial.old else "the reports changed"
    if code not in DOCUMENTED: return "undocumented exit"
    if code == 0: return None if seen == trial.new else "other reports than without the fault, and not a word"
    if code != 3: return None if seen == trial.old else "the old reports are gone"
    if not re.search("error: .*(cannot be read|still being copied)", said): return "no input is named"
    accused = trial.accusations() - trial.accused
    return "accused for want of an input: %s" % sorted(accused)[:3] if accused else None


def orders(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("orders")
    for at in range(count):
        trial.forget()
        names = [os.path.basename(path) for path in trial.exports]
        other = os.path.join(work, "other")
        shutil.move(trial.folder + "/inbox", other)
        os.makedirs(trial.folder + "/inbox")
        for name in rng.sample(names, len(names)): shutil.copy2(os.path.join(other, name), trial.folder + "/inbox")
        shutil.rmtree(other)
        trial.run()
        tally.check(trial.reports() == trial.new, "order %d" % at)
    return tally.report()


def places(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("places")
    for zone in ("UTC", "Europe/London", "Pacific/Kiritimati", "America/St_Johns", "nonsense"):
        for language in ("C", "C.UTF-8", "en_GB.UTF-8", "tr_TR.UTF-8"):
            trial.forget()
            trial.run(env={"PATH": os.environ["PATH"], "TZ": zone, "LANG": language, "LC_ALL": language}, cwd="/")
            tally.check(trial.reports() == trial.new, "TZ=%s LANG=%s" % (zone, language))
    for jobs in ("1", "2", "7"):
        trial.forget()
        subprocess.run(trial.command("--jobs", jobs), stdout=subprocess.DEVNULL, check=True)
        tally.check(trial.reports() == trial.new, "--jobs " + jobs)
    return tally.report()


def modes(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("modes")
    for mask in (0o000, 0o022, 0o077):
        trial.forget()
        before = set(walk(trial.folder))
        trial.run(preexec_fn=lambda: os.umask(mask) and None)
        for path in set(walk(trial.folder)) - before:
            mode = os.lstat(path).st_mode & 0o777
            limit = 0o750 if os.path.isdir(path) else 0o640
            tally.check(mode & ~limit == 0, "umask %03o: %s has %03o" % (mask, os.path.relpath(path, trial.folder), mode))
    return tally.report()


def walk(folder):
    for base, folders, names in os.walk(folder):
        for name in folders + names: yield os.path.join(base, name)


def purge(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("purge")
    with open(trial.folder + "/roster/pupils.csv", encoding="utf-8") as file: rows = [line.split(",") for line in file.read().splitlines()[1:]]
    unique, number, given, family = rows[3][:4]
    subprocess.run([program, "forget", unique, "--school", trial.folder, "--now", "2026-11-22T08:00:00"], stdout=subprocess.DEVNULL)
    kept = [path for path in walk(trial.folder) if os.path.isfile(path) and not path.startswith((trial.folder + "/roster", trial.folder + "/inbox", trial.folder + "/who"))]
    for path in kept:
        with open(path, "rb") as file: content = file.read()
        # The id as a number of its own: a meeting ID may hold its digits.
        traces = ("%s %s" % (given, family)).encode() in content, unique.encode() in content, re.search(rb"(?<!\d)%s(?!\d)" % number.encode(), content)
        tally.check(not any(traces),
                    "forget leaves a trace in %s" % os.path.relpath(path, trial.folder))
    subprocess.run([program, "purge", "--school", trial.folder, "--now", "2029-01-01T08:00:00"], stdout=subprocess.DEVNULL)
    for path in glob.glob(trial.folder + "/history.sqlite*"):
        with open(path, "rb") as file: content = file.read()
        tally.check(not any(row[1].encode() in content for row in rows), "purge leaves traces in %s" % os.path.basename(path))
    return tally.report()


def mutations(program, work, rng, count):
    return subprocess.run([sys.executable, HERE + "/Fuzz/fuzz.py", "--runs", str(count)]).returncode == 0


CHECKS = {"kills": (kills, 1000), "pairs": (pairs, 50), "full": (full, 400), "faults": (faults, 1000), "orders": (orders, 100), "places": (places, 1),
          "modes": (modes, 1), "purge": (purge, 1), "mutations": (mutations, 1_000_000)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--only", default=",".join(CHECKS))
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    kept = True
    for name in options.only.split(","):
        check, count = CHECKS[name]
        with tempfile.TemporaryDirectory() as work:
            kept &= check(os.path.abspath(options.program), work, random.Random(options.seed), options.count or count)
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
