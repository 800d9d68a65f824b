#!/usr/bin/env python3
"""Measures the built program beside pandas + RapidFuzz, DuckDB and the floor (libcsv alone over the same bytes).

usage: bench.py PROGRAM [--only lesson,week,term,big,linear,trust,matching,reading,workbook] [--runs 5] [--peers PYTHON] [--schools 20]

--peers (or $PEERS) names a Python that has the peers: python3 -m venv peers && peers/bin/pip install pandas rapidfuzz duckdb openpyxl
Prints median wall seconds, CPU seconds and peak memory of the largest process. Runs of one workload are interleaved: A B C A B C.
"""
import argparse
import glob
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import school

HERE = os.path.dirname(os.path.abspath(__file__))
NOW = ["--now", "2026-11-22T08:00:00"]


def measured(command, statuses=(0, 3)):
    """Wall seconds, CPU seconds and MiB of one run."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in statuses: sys.exit("%s: exit %d\n%s" % (command[0], process.returncode, errors.decode()[-800:]))
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def forget(folder):
    for name in glob.glob(folder + "/history.sqlite*"): os.remove(name)
    shutil.rmtree(folder + "/reports", ignore_errors=True)


def table(title, contestants, runs, before=lambda: None):
    results = {name: [] for name in contestants}
    for turn in range(runs + 1):
        for name, command in contestants.items():
            before()
            result = measured(command)
            if turn: results[name].append(result)
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in results.items()}
    ours = medians["whojoined"][0]
    print("\n" + title)
    print("  %-22s %9s %9s %9s  %s" % ("", "wall s", "CPU s", "MiB", "wall / ours"))
    for name, (wall, cpu, memory) in medians.items():
        print("  %-22s %9.3f %9.3f %9.1f  %8.2f" % (name, wall, cpu, memory, wall / ours), flush=True)
    return medians


def programs(program, command, folder, floor, peers, out):
    found = {"whojoined": [program, command[0], "--school", folder, *command[1:], *NOW]}
    if peers:
        found["pandas + RapidFuzz"] = [peers, HERE + "/peer_pandas.py", folder, out + "/pandas"]
        found["DuckDB"] = [peers, HERE + "/peer_duckdb.py", folder, out + "/duckdb"]
    found["floor (libcsv in C)"] = ["sh", "-c", "find '%s/inbox' -type f -print0 | xargs -0 -n 100000 '%s'" % (folder, floor)]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--only", default="lesson,week,term,big,linear,trust")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", default=os.environ.get("PEERS"))
    parser.add_argument("--schools", type=int, default=20)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    with tempfile.TemporaryDirectory() as work:
        floor = work + "/floor"
        subprocess.run([os.environ.get("CC", "cc"), "-O2", HERE + "/floor.c", "-lcsv", "-o", floor], check=True)
        print("%d cores, %d runs each" % (os.cpu_count(), options.runs))
        for name in options.only.split(","):
            folder = work + "/" + name
            WORKLOADS[name](program, folder, floor, options)
            shutil.rmtree(folder, ignore_errors=True)


def lesson(program, folder, floor, options):
    school.write(folder, classes=1, lessons=1)
    export = glob.glob(folder + "/inbox/*")[0]
    table("lesson: 1 export, 30 pupils", programs(program, ["lesson", export], folder, floor, options.peers, folder), max(options.runs, 11))


def week(program, folder, floor, options):
    school.write(folder, classes=60)
    command = ["week", "--week", "2026-W47"]
    table("week: 60 classes, 1,500 exports", programs(program, command, folder, floor, options.peers, folder), options.runs, lambda: forget(folder))


def term(program, folder, floor, options):
    school.write(folder, classes=60, weeks=12)
    command = ["week", "--week", "2026-W47"]
    table("term: 18,000 exports in the inbox, nothing known", programs(program, command, folder, floor, None, folder), min(options.runs, 3), lambda: forget(folder))
    table("term again: the history knows them", programs(program, command, folder, floor, None, folder), options.runs)


def big(program, folder, floor, options):
    school.write_big(folder, 1_000_000)
    command = ["week", "--week", "2026-W47"]
    table("big: one export of 1,000,000 rows", programs(program, command, folder, floor, None, folder), min(options.runs, 3), lambda: forget(folder))


def linear(program, folder, floor, options):
    """CPU time over the number of classes: the exponent of a power law through the points."""
    points = []
    for classes in (15, 30, 60, 120):
        shutil.rmtree(folder, ignore_errors=True)
        school.write(folder, classes=classes)
        runs = []
        for _ in range(3):
            forget(folder)
            runs.append(measured([program, "week", "--school", folder, "--week", "2026-W47", *NOW])[1])
        points.append((classes, min(runs)))
    xs, ys = zip(*[(math.log(c), math.log(t)) for c, t in points])
    mean_x, mean_y = statistics.mean(xs), statistics.mean(ys)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)
    print("\nlinear: CPU seconds of week by classes: " + ", ".join("%d: %.3f" % p for p in points) + "; exponent %.2f" % slope, flush=True)


def trust(program, folder, floor, options):
    """Many schools of 14 classes under xargs, one process per core."""
    for at in range(options.schools): school.write("%s/school%03d" % (folder, at), seed=at + 1)
    command = "ls -d '%s'/school* | xargs -P %d -I SCHOOL '%s' week --school SCHOOL --jobs 1 --quiet --week 2026-W47 %s" % (
        folder, os.cpu_count(), program, " ".join(NOW))
    wall, cpu, memory = measured(["sh", "-c", command])
    print("\ntrust: %d schools of 14 classes (350 exports each), %d at once: %.2f s, %.0f schools a minute, %.3f CPU s and %.0f MiB at most a school"
          % (options.schools, os.cpu_count(), wall, options.schools / wall * 60, cpu / options.schools, memory), flush=True)


def built(product):
    """A program that sees the Kit's inside, from a release of the sources here."""
    root = os.path.dirname(os.path.dirname(HERE))
    subprocess.run(["swift", "build", "-c", "release", "--scratch-path", ".build-bench", "--product", product, "-Xswiftc", "-enable-testing"],
                   cwd=root, env=dict(os.environ, WHOJOINED_BENCH="1"), check=True, stdout=subprocess.DEVNULL)
    return root + "/.build-bench/release/" + product


def reading(program, folder, floor, options):
    """One export of 1,000,000 rows from its bytes in memory to typed stays; builds like matching."""
    school.write_big(folder, 1_000_000)
    said = subprocess.run([built("reading"), glob.glob(folder + "/inbox/*")[0]], check=True, capture_output=True, text=True).stdout.split()
    size, stays, seconds = int(said[0]), int(said[1]), float(said[2])
    print("\nreading: %.1f MB, %d stays: %.3f CPU s, %.0f MB/s on one core" % (size / 1e6, stays, seconds, size / 1e6 / seconds), flush=True)


def matching(program, folder, floor, options):
    """The matcher alone, over schools of growing size; builds a release of the sources here, so it is not among the default ones."""
    matcher = built("matching")
    print("\nmatching: microseconds an entrant on one core (the matcher's last column: each as if nobody had been met before)")
    print("  %7s %9s %9s %9s %18s %18s %16s %16s" % ("pupils", "entrants", "matcher", "anew", "RapidFuzz class", "RapidFuzz school", "DuckDB class", "DuckDB school"))
    for classes in (10, 33, 100, 333):
        shutil.rmtree(folder, ignore_errors=True)
        school.write(folder, classes=classes, lessons=max(1, 250 // classes))
        count, *seconds = subprocess.run([matcher, folder], check=True, capture_output=True, text=True).stdout.split()
        ours = ["%.2f" % (float(each) / int(count) * 1e6) for each in seconds]
        theirs = ["-"] * 4
        if options.peers: theirs = subprocess.run([options.peers, HERE + "/peer_matching.py", folder], check=True, capture_output=True, text=True).stdout.split()
        print("  %7d %9s %9s %9s %18s %18s %16s %16s" % (classes * 30, count, *ours, *theirs), flush=True)


def workbook(program, folder, floor, options):
    """The reader of workbooks alone, then as a roster, beside openpyxl in read-only mode (in the peers' Python): 20,000 rows of 20 columns."""
    reader = built("workbook")
    os.makedirs(folder)
    for kind in ("inline", "shared"):
        path = "%s/%s.xlsx" % (folder, kind)
        school.write_workbook(path, 20_000, kind == "shared")
        contestants = {"whojoined": [reader, path], "inspect (text)": [program, "inspect", "--format", "text", path, *NOW],
                       "inspect (json)": [program, "inspect", "--format", "json", path, *NOW]}
        if options.peers:
            contestants["openpyxl, read-only"] = [options.peers, "-c", "import openpyxl, sys\nfor sheet in openpyxl.load_workbook(sys.argv[1], read_only=True):\n"
                                                                       "    for row in sheet.iter_rows(values_only=True): len(row)", path]
        table("workbook: 20,000 rows of 20 columns, %s texts" % kind, contestants, options.runs)


WORKLOADS = {"lesson": lesson, "week": week, "term": term, "big": big, "linear": linear, "trust": trust, "matching": matching,
             "reading": reading, "workbook": workbook}

if __name__ == "__main__":
    main()
