"""Inputs that are refused, that are large, and that a spreadsheet opens."""
import csv
import glob
import os
import random
import re
import shutil
import subprocess
import sys

from trial import DOCUMENTED, WEEK, Tally, Trial, school, tree

WRONG = {
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(200), "workbook.csv": b"PK\x03\x04" + bytes(200), "packed.csv": b"\x1f\x8b\x08" + bytes(200), "page.csv": b"<!DOCTYPE html><html><body>Sign in",
    "data.csv": b'{"error": "quota"}', "database.csv": b"SQLite format 3\x00" + bytes(200), "document.csv": b"%PDF-1.7\n" + bytes(50), "old.csv": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(200),
    "empty.csv": b"", "zeros.csv": bytes(5000), "words.csv": b"Dear all,\r\nplease find attached\r\n", "header.csv": b"Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\r\n",
}


def refused(program, work, rng, count):
    """Where nothing can be used, nothing changes; what is said names the file, the kind of fault, and nobody."""
    trial, tally = Trial(program, work), Tally("refused")
    with open(trial.folder + "/roster/pupils.csv", encoding="utf-8") as file: people = [row.split(",")[2:4] for row in file.read().splitlines()[1:]]
    people = [("%s %s" % tuple(words)).encode() for words in people]
    with open(trial.exports[0], "rb") as file: export = file.read()
    wrong = dict(WRONG)
    lines = export.splitlines(keepends=True)
    # Rows that nobody can read, with people in them.
    for name, damage in (("hours.csv", lambda row: re.sub(rb" \d\d:\d\d:\d\d", b" 25:61:00", row)), ("dates.csv", lambda row: re.sub(rb"\d\d/\d\d/\d{4}", b"99/99/9999", row)),
                         ("narrow.csv", lambda row: row.split(b",")[0] + b"\r\n")):
        wrong[name] = b"".join(lines[:4] + [damage(row) for row in lines[4:]])
    for name, content in wrong.items():
        for path in glob.glob(trial.folder + "/inbox/*"): os.remove(path)
        path = os.path.join(trial.folder, "inbox", name)
        with open(path, "wb") as file: file.write(content)
        os.utime(path, (0, 0))
        before = tree(trial.folder)
        done = subprocess.run(trial.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = done.stdout + done.stderr
        messages = [line for line in said.splitlines() if b"error: " in line]
        tally.check(done.returncode == 65 and tree(trial.folder) == before, "%s: exit %d, changed %s" % (name, done.returncode, set(tree(trial.folder).items()) ^ set(before.items())))
        tally.check(any(line.startswith(name.encode()) for line in messages) and all(len(line.split(b"; fix: ")[0]) <= 200 for line in messages), "%s: %s" % (name, said[:300]))
        tally.check(not any(person in said for person in people), "%s: a name in what is said" % name)
    return tally.report()


# In a process of its own: the memory of whoever starts a program counts as the program's.
MEASURE = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def measured(command):
    """Exit status, seconds of processor time and the most memory in MB."""
    code, seconds, megabytes = subprocess.run([sys.executable, "-c", MEASURE, *command], stdout=subprocess.PIPE, check=True).stdout.split()
    return int(code), float(seconds), float(megabytes)


def large(program, work, rng, count):
    """One field, one line, one open quote of any length; a term of exports; a million rows; five thousand near names in one class."""
    tally, notes = Tally("large"), []

    def check(name, command, seconds, megabytes, codes):
        code, took, used = measured(command)
        notes.append("%s %.1f s %.0f MB" % (name, took, used))
        tally.check(code in codes and took <= seconds and used <= megabytes, "%s: exit %d, %.1f s, %.0f MB" % (name, code, took, used))

    trial = Trial(program, work, classes=1, lessons=1)
    with open(trial.exports[0], "rb") as file: export = file.read()
    last = export.splitlines()[-1]
    row = last.split(b",", 1)[1]
    for name, more in (("field", b"A" * 50_000_000 + b"," + row), ("line", b"A," * 25_000_000), ("quote", b'"Guest' + b"x" * 50_000_000), ("zeros", bytes(50_000_000)), ("rows that are cut", b"A,1\r\n" * 5_000_000), ("quotes", b'"' * 50_000_000)):
        with open(trial.exports[0], "wb") as file: file.write(export + more)
        os.utime(trial.exports[0], (0, 0))
        check(name, trial.command(), 2, 100 + len(more) / 1e6, {0, 3, 65})
    for name, arguments, seconds, megabytes in (("term", dict(classes=5, pupils=40, lessons=20, weeks=10), 10, 500),):
        folder = os.path.join(work, name)
        school.write(folder, **arguments)
        check(name, [program, "week", "--school", folder, *WEEK], seconds, megabytes, {0})
    folder = os.path.join(work, "million")
    school.write_big(folder, 1_000_000)
    check("million rows", [program, "week", "--school", folder, *WEEK], 60, 500, {0, 3})
    # As many people as one export may have, and a million, which is refused.
    for count, codes in ((50_000, {0, 3}), (1_000_000, {65})):
        folder = os.path.join(work, "names%d" % count)
        export = many_names(folder, count)
        for command, arguments in (("week", []), ("lesson", [export]), ("mail", ["--letters"])):
            if count > 50_000 and command == "mail": continue
            check("%s of %d names" % (command, count), [program, command, *arguments, "--school", folder, "--now", "2026-11-22T08:00:00"], 10, 256, codes)
    folder = os.path.join(work, "near")
    near_names(folder, 5000)
    check("5,000 x 5,000 near names", [program, "week", "--school", folder, *WEEK], 10, 500, {0, 3})
    return tally.report(", ".join(notes))


def limits(program, work, rng, count):
    """Whatever the process may not have, and however deep a setting is, it ends with a documented status and a word."""
    tally = Tally("limits")
    trial = Trial(program, work, classes=14, lessons=25)
    settings = trial.folder + "/school.toml"
    with open(settings, encoding="utf-8") as file: plain = file.read()

    def check(name, before, command=None):
        # A shell of its own sets the limit; what the program ends with, the shell ends with.
        done = subprocess.run(["bash", "-c", before + '; exec "$@"', "bash", *(command or trial.command())], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        failed = done.returncode not in DOCUMENTED or done.returncode > 4 and b"error: " not in done.stderr
        tally.check(not failed, "%s: exit %d, %s" % (name, done.returncode, done.stderr[:200]))
        shutil.rmtree(trial.folder + "/reports", ignore_errors=True)

    for files in (4, 8, 12, 15, 16, 18, 20, 24, 32): check("%d open files" % files, "ulimit -n %d" % files)
    # Less, and the kernel does not start the program.
    for megabytes in range(160, 520, 12): check("%d MB" % megabytes, "ulimit -v %d" % (megabytes * 1024))
    parts = ".".join(["a"] * 20_000)
    for name, more in (("key", parts + " = 1"), ("section", "[%s]\nb = 1" % parts), ("lists", "x = " + "[" * 20_000 + "]" * 20_000), ("tables", "x = " + "{a=" * 20_000 + "1" + "}" * 20_000),
                       ("long key", '"%s" = 1' % ("a" * 5_000_000)), ("sections", "\n".join("[k%d]\na = 1" % at for at in range(100_000)))):
        with open(settings, "w", encoding="utf-8") as file: file.write(plain + "\n" + more + "\n")
        check(name, "true")
    with open(settings, "w", encoding="utf-8") as file: file.write(plain)
    hidden = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs none /proc && exec "$@"', "sh"]
    if subprocess.run([*hidden, "true"], stderr=subprocess.DEVNULL).returncode == 0:
        # With one processor work waits for more than a second, and libdispatch would look into /proc.
        for jobs in ("1", "4", "16"):
            for _ in range(5): check("no /proc, %s jobs" % jobs, "true", [*hidden, "taskset", "-c", "0", "nice", "-n", "15", *trial.command(), "--jobs", jobs])
    return tally.report()


def many_names(folder, count):
    """A lesson in which so many different people were; the export's path."""
    letters, rng = "abcdefghijklmnopqrstuvwxyz", random.Random(1)
    school.write(folder, classes=1, pupils=30, lessons=1)
    with open(folder + "/school.toml", "a", encoding="utf-8") as file:
        file.write('\n[mail]\nsendmail = "sendmail"\nfrom = "o@measure.example"\nslt = ["h@measure.example"]\ndsl = ["d@measure.example"]\n')
    path = glob.glob(folder + "/inbox/*")[0]
    with open(path, encoding="utf-8") as file: there = len(file.read().splitlines()) - 4
    with open(path, "a", encoding="utf-8", newline="") as file:
        for _ in range(count - there - 10):
            name = " ".join("".join(rng.choice(letters) for _ in range(length)).capitalize() for length in (6, 7))
            file.write("%s,,11/16/2026 09:00:00 AM,11/16/2026 09:45:00 AM,45,Yes\r\n" % name)
    school.age(folder)
    return path


def near_names(folder, count):
    """A class of pupils whose names differ in a letter or two, and entrants a letter away from them."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    school.write(folder, classes=1, pupils=2, lessons=1)
    names = ["Mar%s%sna Hol%sowa%s" % (letters[at % 26], letters[at // 26 % 26], letters[at // 676 % 26], letters[at // 97 % 26]) for at in range(count)]
    with open(folder + "/roster/pupils.csv", "a", encoding="utf-8") as file:
        for at, name in enumerate(names): file.write(",%d,%s,%s,1A,Year 1,\n" % (50_000 + at, *name.split()))
    with open(glob.glob(folder + "/inbox/*")[0], "a", encoding="utf-8", newline="") as file:
        for at, name in enumerate(names):
            place = at % len(name)
            file.write("%s,,11/16/2026 09:00:00 AM,11/16/2026 09:45:00 AM,45,Yes\r\n" % (name[:place] + letters[(at * 7) % 26] + name[place + 1:]))
    school.age(folder)


def sheets(program, work, rng, count):
    """A spreadsheet program opens every table: no formula, and the cells that were written."""
    tally = Tally("sheets")
    if shutil.which("soffice") is None: return tally.skip("no LibreOffice here")
    trial = Trial(program, work, classes=6, lessons=5)
    with open(trial.exports[0], "a", encoding="utf-8", newline="") as file:
        for name in ("=1+1", "+44 7700 900123", "@SUM(A1)", "-2+3", "\t=1", "\uff1d1+1", '=HYPERLINK(""http://x.example"")', "=cmd|' /C calc'!A0", "\u0301=1", "1/2", "0042", "3E5", "Zo\u00eb \u738b"):
            file.write('"%s",,11/16/2026 09:00:00 AM,11/16/2026 09:45:00 AM,45,Yes\r\n' % name)
    os.utime(trial.exports[0], (0, 0))
    trial.run()
    tables = [path for path in glob.glob(trial.folder + "/reports/2026-W47/**/*.csv", recursive=True)]
    named = {}
    for at, path in enumerate(tables):
        named[path] = os.path.join(work, "table%d" % at)
        shutil.copy(path, named[path] + ".csv")
    # As a double click opens it: comma, double quote, UTF-8, and quoted cells are texts.
    office = ["soffice", "-env:UserInstallation=file://" + work + "/office", "--headless", "--infilter=CSV:44,34,76,1,,0,true", "--convert-to"]
    back, copies = os.path.join(work, "back"), [place + ".csv" for place in named.values()]
    subprocess.run([*office, "fods", "--outdir", work, *copies], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run([*office, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true", "--outdir", back, *copies], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    rows = 0
    for path, place in named.items():
        with open(place + ".fods", encoding="utf-8") as file: tally.check("table:formula" not in file.read(), "a formula in " + os.path.basename(path))
        seen = read_table(os.path.join(back, os.path.basename(place) + ".csv"))
        written = read_table(path)
        rows += len(written)
        different = [(a, b) for a, b in zip(written, seen) if a != b]
        tally.check(len(written) == len(seen) and not different, "%s comes back otherwise: %s" % (os.path.basename(path), different[:1]))
    return tally.report("%d rows" % rows)


def read_table(path):
    with open(path, encoding="utf-8-sig", newline="") as file: return [[cell.strip(" ") for cell in row] for row in csv.reader(file)]
