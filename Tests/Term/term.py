#!/usr/bin/env python3
"""Plays a term of a school through the real program and judges every week by a model of its own.

usage: term.py BINARY [--weeks 12] [--classes 20] [--pupils 28] [--seed 1] [--keep FOLDER]

Twenty classes teach by Zoom, Meet and Teams for twelve weeks, with half a hundred stories at random: wrong links, late exports,
shared devices, supply teachers, strangers, barred contacts, class moves (stories.py). After every week the program runs over the
inbox and history so far; a week whose export came late is made again. What may be said is worked out from the design's texts
(model.py) and compared with the reports (checks.py, safety.py). Prints how often each story was played, who was accused wrongly, which
safeguarding truth was missed, and what was miscounted; ends with 1 if anything was. The same seed plays the same term.

    swift build -c release --product whojoined && python3 Tests/Term/term.py .build/release/whojoined
"""
import argparse
import collections
import datetime
import os
import random
import subprocess
import sys
import tempfile
import time

from checks import COUNT, UNSEEN, WRONG, Lists
from model import MISSED, Model
from people import HALF_TERM, MONDAY, SETTINGS, School
from safety import Safety
from stories import Play


def run(binary, folder, week, now):
    command = [binary, "week", "--school", folder, "--week", "2026-W%02d" % (37 + week), "--now", now, "--quiet", "--jobs", "1"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 3): sys.exit("%s\nended with %d\n%s" % (" ".join(command), done.returncode, done.stderr[-3000:]))


def call_families(play, week):
    """The office reaches some families during the week; that closes the misses up to that day."""
    model = Model(play, week)
    for lesson in play.lessons:
        for pupil in lesson.roll if lesson.week == week else []:
            if model.allowed(pupil, lesson) == {MISSED} and pupil.may_be_written_to() and play.rng.random() < 0.2:
                day = lesson.start.date() + datetime.timedelta(days=play.rng.randint(0, 1))
                play.school.followups.append([day, pupil.id, "contacted", "Office", "all is well"])
                play.count("contacted")


def term(binary, folder, weeks, classes, pupils, seed):
    rng = random.Random(seed)
    school = School(rng, classes, pupils)
    play, faults, listed = Play(school, rng, folder), [], set()
    for name in ("roster", "inbox"): os.makedirs(os.path.join(folder, name), exist_ok=True)
    with open(os.path.join(folder, "school.toml"), "w", encoding="utf-8") as file: file.write(SETTINGS)
    for week in range(weeks):
        play.week(week)
        call_families(play, week)
        school.write(folder, week)
        now = (MONDAY + datetime.timedelta(days=7 * week + 6)).isoformat() + "T18:00:00"
        model, reports = Model(play, week), os.path.join(folder, "reports")
        late = any(call.arrives == week > call.week for call in play.calls)
        run(binary, folder, week, now)
        lists = Lists(play, model, week, reports)
        faults += lists.check() + Safety(play, model, week, reports).check()
        listed = lists.changes(listed, not late and week - 1 != HALF_TERM != week)
        if late:
            run(binary, folder, week - 1, now)
            faults += Lists(play, model, week - 1, reports).check() + Safety(play, model, week - 1, reports).check()
    return play, list(dict.fromkeys(faults))  # a week that is judged twice has each fault once


def print_table(play, faults):
    sorts = (WRONG, UNSEEN, COUNT)
    numbers, examples = collections.Counter((f.story, f.sort) for f in faults), {}
    for f in faults: examples.setdefault((f.story, f.sort), f.words)
    print("%-46s %7s %17s %20s %11s" % (("story", "played") + sorts))
    for name in sorted(set(play.played) | {f.story for f in faults}):
        print("%-46s %7s %17d %20d %11d" % ((name, play.played.get(name, "")) + tuple(numbers[name, sort] for sort in sorts)))
    print("%-46s %7d %17d %20d %11d" % (("all", sum(play.played.values())) + tuple(sum(f.sort == sort for f in faults) for sort in sorts)))
    for (name, sort), words in sorted(examples.items()): print("\n%s, %s, for example:\n  %s" % (name, sort, words))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    for option, default in (("weeks", 12), ("classes", 20), ("pupils", 28), ("seed", 1)):
        parser.add_argument("--" + option, type=int, default=default)
    parser.add_argument("--keep", metavar="FOLDER", help="play the term here and leave it, with every fault in faults.txt")
    options = parser.parse_args()
    began = time.time()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or temporary
        play, faults = term(os.path.abspath(options.binary), folder, options.weeks, options.classes, options.pupils, options.seed)
        if options.keep:
            with open(os.path.join(folder, "faults.txt"), "w", encoding="utf-8") as file:
                file.writelines("%s | %s | %s\n" % fault for fault in faults)
    print_table(play, faults)
    print("\n%d weeks, %d classes, %d lessons, %.0f s" % (options.weeks, options.classes, len(play.lessons), time.time() - began))
    sys.exit(1 if faults else 0)
