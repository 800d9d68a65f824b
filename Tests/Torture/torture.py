#!/usr/bin/env python3
"""Treats the built program as the world treats a school's computer, and counts how often it keeps its promises.

usage: torture.py PROGRAM [--only kills,pairs,…] [--count N] [--seed 1]

kills      N runs (1,000) killed at a random moment: the reports are the old or the new ones whole, the history is sound,
           and the next run puts everything in order
pairs      N pairs (50) of runs at once: both end as documented, the result is that of one run
full       the disk is full after every few KiB: exit 73 or 74, the old reports whole (needs unshare, or root)
faults     each open, read, stat, write, flush, rename … of a small week fails once, or is the run's last: the old or the new
           reports, or new ones that name the input that could not be read and accuse nobody for want of it (needs strace)
orders     N orders (100) in which the same inbox was filled: one result
places     TZ, LANG and the working folder change nothing
modes      nothing that is written can be read by others, whatever the umask
clock      what the machine's clock says changes nothing (needs faketime)
sandbox    it works as a user without rights, network or home (needs bwrap)
attacker   N times 5 runs (200) while somebody puts links in the place of its folders and files: nothing outside is touched
links      N runs (1,000) while an export turns into a link, a pipe and back: what is behind them is never read
arriving   N runs (200) while an export is being copied: taken whole or not at all
damage     N damaged histories (1,000): refused with the way to the backup, or the right reports
backup     N backups (100) while a run works: each sound
mail       N kills (500) while a message is handed over: nobody gets it twice, whoever got none is named
purge      after purge and forget no trace of the pupil is left in any file
retroactive  N terms (2,000) in which lists and exports change behind its back: nobody is accused by a later file, and no figure of a
           week gone by changes in silence
refused    inputs of which nothing can be used change nothing, and what is said names nobody
limits     few open files, little memory, no /proc, keys of 20,000 parts: a documented exit status, never a signal
large      huge fields and lines, a term, a million rows, five thousand near names: seconds and memory
sheets     LibreOffice finds no formula in any table, and every cell as it was written
mutations  N inputs (1,000,000) changed at random, through the readers under AddressSanitizer (see Fuzz/)

Without --count each takes its full number. Exit status 1 if a promise was broken; the seed makes a run repeatable.
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile

from crashes import faults, full, kills, pairs
from inputs import large, limits, refused, sheets
from records import backup, damage, mail, purge
from retroactive import retroactive
from surroundings import arriving, attacker, clock, links, modes, orders, places, sandbox

HERE = os.path.dirname(os.path.abspath(__file__))


def mutations(program, work, rng, count):
    return subprocess.run([sys.executable, HERE + "/Fuzz/fuzz.py", "--runs", str(count)]).returncode == 0


# Each with its full number.
CHECKS = {
    "kills": (kills, 1000), "pairs": (pairs, 50), "full": (full, 400), "faults": (faults, 1000),
    "orders": (orders, 100), "places": (places, 1), "modes": (modes, 1), "clock": (clock, 1), "sandbox": (sandbox, 20), "attacker": (attacker, 200), "links": (links, 1000),
    "arriving": (arriving, 200), "damage": (damage, 1000), "backup": (backup, 100), "mail": (mail, 500), "purge": (purge, 1), "retroactive": (retroactive, 2000), "refused": (refused, 1), "limits": (limits, 1), "large": (large, 1), "sheets": (sheets, 1),
    "mutations": (mutations, 1_000_000),
}


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
