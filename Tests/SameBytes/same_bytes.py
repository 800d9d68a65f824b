#!/usr/bin/env python3
"""Runs two builds over the same schools and tells every difference in what a school sees.

usage: same_bytes.py OLD NEW [--shared ../shared] [--only NAME] [--classes 20]

For the scenarios' weeks, each SampleData story and a generated school: the commands of expected/run.txt (else those of
expected/arguments.txt, else three consecutive weeks), each twice, then lesson, check, why and mail. Compared are
reports/ and outbox/ (without `version` in run.json), standard output, standard error and exit codes.
Exit status 1 if anything differs.
"""
import argparse, concurrent.futures, filecmp, json, os, re, shlex, shutil, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


SETTINGS = """[school]
name = "Oakfield Primary"
domains = ["oakfield.sch.uk"]
time-zone = "Europe/London"
date-order = "month-first"
hours = "08:00-17:00"

[policy]
preset = "meet-primary"

[mail]
from = "office@oakfield.sch.uk"
slt = ["head@oakfield.sch.uk"]
"""


def commands(folder):
    """The runs of `week` of a story, each as a list of arguments."""
    for name, prefix in (("run.txt", ""), ("arguments.txt", "week ")):
        path = os.path.join(folder, "expected", name)
        if os.path.exists(path):
            lines = [prefix + line.strip() for line in open(path, encoding="utf-8") if line.strip()]
            runs = [line for line in lines if name != "run.txt" or "whojoined " in line]
            return [line[line.index("whojoined ") + 10:] if "whojoined " in line else line for line in runs]
    return ["week --week %s --now %s" % pair for pair in (
        ("2026-W46", "2026-11-15T08:00:00"), ("2026-W47", "2026-11-22T08:00:00"), ("2026-W48", "2026-11-29T08:00:00"))]


def pupils_of(school):
    """A few names as reports print them, for `why`."""
    for path, _, names in sorted(os.walk(os.path.join(school, "reports"))):
        if "pupils.csv" in names:
            rows = open(os.path.join(path, "pupils.csv"), encoding="utf-8-sig").read().splitlines()[1:]
            cells = [re.findall(r'"((?:[^"]|"")*)"', row) for row in rows]
            return sorted({row[4] for row in cells if len(row) > 5})[:4]
    return []


def run(binary, school, line, shell=False):
    environment = {k: v for k, v in os.environ.items() if k != "WHOJOINED_SCHOOL"}
    environment["SCENARIO"] = ""
    words = ["bash", "-c", line] if shell else [binary] + line
    done = subprocess.run(words, cwd=school, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def play(binary, story, school):
    """All that a school sees: a list of (what was asked, exit code, output, errors)."""
    shutil.copytree(story, school, ignore=shutil.ignore_patterns("expected", "STORY.md", "truth.csv"))
    old = time.time() - 3600
    for path, _, names in os.walk(school):
        for name in names:
            os.utime(os.path.join(path, name), (old, old))
    seen = []
    weeks = commands(story)
    for line in weeks:
        for _ in range(2):
            seen.append((line, *run(binary, school, binary + " " + line, shell=True)))
    now = re.search(r"--now (\S+)", weeks[-1])
    now = ["--now", now.group(1)] if now else []
    inbox = sorted(os.path.relpath(os.path.join(p, n), school)
                   for p, _, names in os.walk(os.path.join(school, "inbox")) for n in names)
    asked = [["lesson", name] + now for name in inbox[:12]] + [["check"] + now, ["check", "--format", "json"] + now]
    asked += [["lesson", name, "--format", form] + now for name in inbox[:2] for form in ("csv", "json")]
    week = re.search(r"--week (\S+)", weeks[-1])
    week = ["--week", week.group(1)] if week else []
    asked += [["why", name] + week + now for name in pupils_of(school)]
    asked += [["mail"] + week + now, ["mail", "--letters"] + week + now, ["history", "--class", "4B"] + now]
    for words in asked:
        seen.append((" ".join(words), *run(binary, school, words)))
    return seen


def plain(path):
    data = open(path, "rb").read()
    if os.path.basename(path) == "run.json":
        record = json.loads(data)
        record.pop("version", None)
        data = json.dumps(record, sort_keys=True).encode()
    return data


def files(school):
    found = {}
    for top in ("reports", "outbox"):
        for path, _, names in os.walk(os.path.join(school, top)):
            for name in names:
                full = os.path.join(path, name)
                found[os.path.relpath(full, school)] = plain(full)
    return found


def compare(story, old, new, work):
    name = os.path.basename(story.rstrip("/"))
    results = []
    for label, binary in (("old", old), ("new", new)):
        school = os.path.join(work, label, name)
        os.makedirs(os.path.dirname(school), exist_ok=True)
        seen = play(binary, story, school)
        hide = lambda data: data.replace(binary.encode(), b"whojoined").replace(
            os.path.join(work, label).encode(), b"WORK")
        results.append(([(a.replace(binary, "whojoined"), b, hide(c), hide(d)) for a, b, c, d in seen], files(school)))
    (seen_old, files_old), (seen_new, files_new) = results
    bad = []
    for a, b in zip(seen_old, seen_new):
        for what, x, y in (("exit code", a[1], b[1]), ("stdout", a[2], b[2]), ("stderr", a[3], b[3])):
            if x != y:
                bad.append("%s: %s differs: %s" % (a[0], what, first_difference(x, y)))
    for path in sorted(set(files_old) | set(files_new)):
        if files_old.get(path) != files_new.get(path):
            bad.append("%s: %s" % (path, first_difference(files_old.get(path), files_new.get(path))))
    return name, len(seen_old), len(files_old), bad


def first_difference(a, b):
    if not isinstance(a, bytes) or not isinstance(b, bytes):
        return "%s | %s" % tuple("missing" if x is None else x if not isinstance(x, bytes) else "there" for x in (a, b))
    for x, y in zip(a.splitlines() + [b"(end)"], b.splitlines() + [b"(end)"]):
        if x != y:
            return "%r | %r" % (x[:160], y[:160])
    return "line ends"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("old"), parser.add_argument("new")
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(ROOT), "shared"))
    parser.add_argument("--only", default=""), parser.add_argument("--classes", default="20")
    options = parser.parse_args()
    old, new = os.path.abspath(options.old), os.path.abspath(options.new)
    with tempfile.TemporaryDirectory(prefix="same-bytes-") as work:
        made = os.path.join(work, "made", "generated")
        maker = os.path.join(options.shared, "bench", "make_school.py")
        stories = [os.path.join(ROOT, "SampleData", n) for n in sorted(os.listdir(os.path.join(ROOT, "SampleData")))]
        weeks = os.path.join(options.shared, "scenarios", "weeks")
        if os.path.isdir(weeks):
            stories += [os.path.join(weeks, n) for n in sorted(os.listdir(weeks))]
            subprocess.run([sys.executable, maker, made, "--classes", options.classes, "--seed", "77"],
                           check=True, stdout=subprocess.DEVNULL)
            with open(os.path.join(made, "school.toml"), "w", encoding="utf-8") as settings:
                settings.write(SETTINGS)
            stories.append(made)
        else:
            print("skipped: no scenarios and no generator at " + options.shared)
        stories = [s for s in stories if os.path.isdir(s) and options.only in s]
        failed = False
        for story in stories:
            name, asked, count, bad = compare(story, old, new, work)
            print("%-24s %3d commands, %4d files: %s" % (name, asked, count, "the same" if not bad else "%d DIFFERENCES" % len(bad)))
            for line in bad[:15]:
                print("    " + line)
            failed = failed or bool(bad)
        sys.exit(1 if failed or not stories else 0)


main()
