"""The same entrants against their class, and some against the whole school, by RapidFuzz and DuckDB on one core: peer_matching.py SCHOOL.

Prints microseconds of processor time an entrant: RapidFuzz class, RapidFuzz school, DuckDB class, DuckDB school. Reading is not timed."""
import csv
import glob
import os
import sys
import time

import duckdb
import pandas
from rapidfuzz import fuzz, process

SOME = 300


def entrants(school):
    classes = {row["Meeting ID"]: row["Class"] for row in csv.DictReader(open(school + "/timetable.csv", encoding="utf-8-sig", newline=""))}
    for path in sorted(glob.glob(school + "/inbox/*.csv")):
        rows = list(csv.reader(open(path, encoding="utf-8-sig", newline="")))
        for name, _ in sorted({(row[0], row[1]) for row in rows[4:]}): yield os.path.basename(path), classes[rows[1][0]], name.lower()


def timed(work, count):
    began = time.process_time()
    work()
    return (time.process_time() - began) / count * 1e6


def rapidfuzz(asked, choices):
    for _, group, name in asked: process.extractOne(name, choices(group), scorer=fuzz.token_set_ratio, score_cutoff=85)


def main(school):
    pupils = list(csv.DictReader(open(school + "/roster/pupils.csv", encoding="utf-8-sig", newline="")))
    everybody, rolls = [], {}
    for row in pupils:
        name = ("%s %s" % (row["Legal Forename"], row["Legal Surname"])).lower()
        everybody.append(name)
        rolls.setdefault(row["Reg Group"], []).append(name)
    asked = list(entrants(school))
    some = asked[::max(1, len(asked) // SOME)]
    figures = [timed(lambda: rapidfuzz(asked, rolls.get), len(asked)), timed(lambda: rapidfuzz(some, lambda _: everybody), len(some))]
    database = duckdb.connect()
    database.execute("set threads = 1")
    people = pandas.DataFrame([(group, name) for group, roll in rolls.items() for name in roll], columns=["class", "full_name"])
    for rows, condition in ((asked, "e.class = p.class"), (some, "true")):
        shown = pandas.DataFrame(rows, columns=["file", "class", "shown"])
        database.register("shown", shown)
        database.register("people", people)
        figures.append(timed(lambda: database.execute(
            "select file, shown, arg_max(full_name, jaro_winkler_similarity(shown, full_name)) from shown e join people p on %s group by all"
            % condition).fetchall(), len(rows)))
    print(*["%.2f" % figure for figure in figures])


main(sys.argv[1])
