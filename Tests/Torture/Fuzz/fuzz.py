#!/usr/bin/env python3
"""Mutates exports and rosters and feeds them to the readers under AddressSanitizer.

usage: fuzz.py [--runs 1000000] [--jobs CORES] [--corpus FOLDER…]

Starts from the files of SampleData, of --corpus, from seeds/, where every input that ever broke a reader is kept, and
from the parts of a workbook and the calendars below, of which SampleData has none.
Builds into .build-fuzz, which stays for the next time: a release build, for an input takes it 2 ms instead of 100.
"""
import argparse
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", ".."))
SEEDS = os.path.join(HERE, "seeds")


def build():
    environment = dict(os.environ, WHOJOINED_FUZZ="1")
    subprocess.run(["swift", "build", "-c", "release", "--scratch-path", ".build-fuzz", "--product", "fuzz", "-Xcc", "-fsanitize=address"],
                   cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(ROOT, ".build-fuzz", "release", "fuzz")


# A workbook is fuzzed part by part: the program packs each beside the others (a changed archive is refused by its checksums).
WORKBOOK_PARTS = [
    '''<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1" spans="1:6"><c r="A1" t="s"><v>1</v></c>'''
    '''<c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Reg Group</t></is></c><c r="D1" t="str"><v>Leaving Date</v></c><c r="E1" t="inlineStr"><is><t>Adm No</t></is></c></row>'''
    '''<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><r><t>A</t></r><r><t xml:space="preserve">da </t></r><rPh><t>x</t></rPh></is></c><c r="B2" t="inlineStr"><is><t>Okonjo</t></is></c>'''
    '''<c r="C2" t="inlineStr"><is><t>4B</t></is></c><c r="D2" s="1"><v>46342.5</v></c><c r="E2" s="2"><v>42</v></c></row>'''
    '''<row><c><v>4.2E+03</v></c><c t="d"><v>2026-11-16T09:00:00</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f></c></row></sheetData>'''
    '''<mergeCells><mergeCell ref="A4:B9"/><mergeCell ref="C2:C1048576"/></mergeCells></worksheet>''',
    '''<sst count="3"><si><t>Surname</t></si><si><r><t>Fore</t></r><r><t>name_x000D_</t></r><rPh sb="0"><t>x</t></rPh></si><si><t xml:space="preserve"> Class </t></si></sst>''',
    '''<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[$-809]dd/mm/yyyy hh:mm;@"/><numFmt numFmtId="201" formatCode="\\P0000&quot;-&quot;00"/></numFmts>'''
    '''<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="200"/><xf numFmtId="201"/><xf numFmtId="46"/></cellXfs></styleSheet>''',
    '''<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="4B &amp; 4C" r:id="rId1"/>'''
    '''<sheet name="Old" state="veryHidden" r:id="rId9"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>''',
]

CALENDARS = [
    """BEGIN:VCALENDAR
VERSION:2.0
X-WR-TIMEZONE:Europe/London
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:a@x.example
DTSTART;TZID=Customized Time Zone:20261116T090000
DTEND;TZID=Customized Time Zone:20261116T100000
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20261218T235959Z
EXDATE;TZID=Customized Time Zone:20261130T090000
SUMMARY:4B Maths
ATTENDEE;CN="Ruth Blackwood":mailto:r.blackwood@school.example
DESCRIPTION:https://zoom.us/j/93012345678?pwd=x\\nPasscode 1
END:VEVENT
BEGIN:VEVENT
UID:a@x.example
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Customized Time Zone:20261202T090000
DTSTART;TZID=Customized Time Zone:20261202T110000
DURATION:PT1H
SUMMARY:4B Maths
END:VEVENT
END:VCALENDAR
""",
    """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:b
DTSTART;TZID="GMT Standard Time":20261116T0900
DTEND:20261116T080000Z
RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=5
RDATE;VALUE=PERIOD:20261124T090000Z/PT45M
SUMMARY;LANGUAGE=en:Year 9 =\\, set 2
LOCATION:https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:c
DTSTART;VALUE=DATE:20261116
SUMMARY:Inset day
END:VEVENT
END:VCALENDAR
""",
]


def inputs(folders, work):
    """SampleData, the seeds, these folders, and the parts and calendars above."""
    patterns = ["/SampleData/*/inbox/**/*.csv", "/SampleData/*/roster/**/*.csv", "/SampleData/*/*.csv", "/SampleData/*/school.toml"]
    patterns += ["/SampleData/**/*.xlsx", "/SampleData/**/*.ics"]
    found = [path for pattern in patterns for path in glob.glob(ROOT + pattern, recursive=True)] + glob.glob(SEEDS + "/*")
    for folder in folders: found += [path for path in glob.glob(folder + "/**", recursive=True) if os.path.isfile(path) and os.path.getsize(path) < 100_000]
    for at, text in enumerate(WORKBOOK_PARTS + [text.replace("\n", "\r\n") for text in CALENDARS]):
        found.append(os.path.join(work, "made-%d" % at))
        with open(found[-1], "w", newline="") as file: file.write(text)
    return sorted(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--corpus", nargs="*", default=[])
    options = parser.parse_args()
    program = build()
    with tempfile.TemporaryDirectory() as work:
        corpus = os.path.join(work, "corpus")
        os.makedirs(corpus)
        for at, path in enumerate(inputs(options.corpus, work)): shutil.copy(path, os.path.join(corpus, "%04d" % at))
        # TOMLKit never frees the keys and texts it hands out: some kilobytes once a run, and not ours to mend.
        known = os.path.join(work, "known-leaks")
        with open(known, "w") as file: file.write("leak:TOMLKit\n")
        surroundings = dict(os.environ, ASAN_OPTIONS="malloc_context_size=8:quarantine_size_mb=4", LSAN_OPTIONS="print_suppressions=0:suppressions=" + known)
        each = options.runs // options.jobs + 1
        # Into files: a pipe that nobody empties would stop its program.
        logs = [os.path.join(work, "log-%d" % at) for at in range(options.jobs)]
        runs = []
        for at, log in enumerate(logs):
            command = [program, corpus, "-runs=%d" % each, "-seed=%d" % (at + 1), "-max_len=%d" % (1024 << at % 3), "-timeout=10", "-rss_limit_mb=2048",
                       "-use_cmp=0", "-reload=0", "-print_final_stats=1", "-artifact_prefix=%s/" % work]
            with open(log, "w") as file: runs.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=file, env=surroundings))
        for run in runs: run.wait()
        said = [open(log, errors="replace").read() for log in logs]
        broken = [path for kind in ("crash", "timeout", "oom", "leak") for path in glob.glob("%s/%s-*" % (work, kind))]
        for path in broken: shutil.copy(path, SEEDS)
        done = sum(int(number) for text in said for number in re.findall(r"stat::number_of_executed_units:\s*(\d+)", text))
        failed = [text for run, text in zip(runs, said) if run.returncode]
        print("mutations  %d inputs, %d broke the reader%s" % (done, len(broken), "; kept in Tests/Torture/Fuzz/seeds" if broken else ""), flush=True)
        for text in failed[:3]: print(text[-3000:])
        sys.exit(1 if broken or failed else 0)


if __name__ == "__main__":
    main()
