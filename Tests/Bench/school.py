#!/usr/bin/env python3
"""Writes a school's folder for measuring: roster, staff, timetable and Zoom exports. Everybody is invented.

usage: school.py FOLDER [--classes 14] [--pupils 30] [--lessons 25] [--weeks 1] [--seed 1]

The same seed writes the same bytes. `who.csv` says who each entrant is (export,display_name,email,outcome,id).
"""
import argparse
import datetime
import os
import random
import time
import zipfile

GIVEN = """Ada Aled Amara Anouk Arlo Bao Beca Bodhi Bronwen Caius Cleo Dafydd Demi Efe Elsie Emrys Esme Farida Fergus Gita
Gwen Hamish Ifan Imogen Indira Isaac Jasper Juno Kofi Lena Lowri Mabel Malik Marcel Meena Milo Nadia Nia Nikolai Odette Olwen
Otto Padma Pippa Quinn Rafe Rhian Rosa Rufus Sadie Samir Selma Silas Tamsin Tariq Thea Tilda Uma Vera Wilf Yara Zack""".split()
FAMILY = """Abbot Adair Almond Anstey Arkwright Bamford Barlow Beddoe Bellamy Birch Brannigan Calder Carew Chandra Coombe
Dacosta Dalton Devlin Draper Ekwueme Ellery Fairfax Farouk Fenwick Forde Gant Garrick Goode Hallam Hartnell Hoskin Idowu Ingram
Jardine Kemp Khoury Larkin Lomax Maddern Mbeki Merriman Nair O'Neil Oakes Osei Pascoe Penrose Quayle Rahimi Rooke Sandhu Selby
Tanaka Tennant Underhill Varga Vickers Wardle Weatherby Xu Yardley Zeller""".split()
DEVICES = ["iPad", "iPhone", "Galaxy A12", "Zoom user", "Kindle Fire", "user"]
HEADER = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\r\n"
SETTINGS = """[school]
name = "Measure Primary"
domains = ["measure.example"]
time-zone = "Europe/London"
date-order = "day-first"

[policy]
preset = "zoom-primary"
"""
MONDAY = datetime.datetime(2026, 11, 16)


class People:
    """Names that no two pupils share: with namesakes the truth would depend on the school."""

    def __init__(self, rng):
        self.rng, self.taken = rng, set()

    def draw(self):
        while True:
            name = (self.rng.choice(GIVEN), self.rng.choice(FAMILY))
            if len(self.taken) > 3000:
                name = (name[0], name[1] + "-" + self.rng.choice(FAMILY))
            if name not in self.taken:
                self.taken.add(name)
                return name


def upn(number):
    digits = "999%04d%05d" % (4107, number)
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[sum(int(d) * (at + 2) for at, d in enumerate(digits)) % 23] + digits


def shown(rng, given, family, group):
    """A name under which a pupil may come; all but the last can be told for sure."""
    draw = rng.random()
    if draw < 0.70: return "%s %s" % (given, family)
    if draw < 0.80: return ("%s %s" % (given, family)).lower()
    if draw < 0.88: return '"%s, %s"' % (family, given)
    if draw < 0.94: return "%s %s %s" % (given, family, group)
    return given


def stamp(when):
    return when.strftime("%m/%d/%Y %I:%M:%S %p")


def row(name, email, come, go, guest):
    return "%s,%s,%s,%s,%d,%s\r\n" % (name, email, stamp(come), stamp(go), -(-(go - come).total_seconds() // 60), guest)


def stays(rng, name, email, start, end):
    come = start + datetime.timedelta(seconds=rng.randint(-240, 200))
    go = end - datetime.timedelta(seconds=rng.randint(0, 100))
    guest = "No" if email else "Yes"
    if rng.random() < 0.1:
        middle = come + (go - come) / 2
        back = middle + datetime.timedelta(seconds=65)
        return [row(name, email, come, middle, guest), row(name, email, back, go, guest)]
    return [row(name, email, come, go, guest)]


def write(folder, classes=14, pupils=30, lessons=25, weeks=1, seed=1):
    rng = random.Random(seed)
    people = People(rng)
    for name in ("roster", "inbox"): os.makedirs(os.path.join(folder, name), exist_ok=True)
    groups, staff, number = {}, [], 0
    for at in range(classes):
        group = "%d%s" % (1 + at % 7, chr(65 + at // 7) if at < 7 * 26 else "X%d" % at)
        roll = groups[group] = []
        for _ in range(pupils):
            given, family = people.draw()
            roll.append((str(10_000 + number), given, family, "p%d@measure.example" % number, upn(number)))
            number += 1
        for _ in range(2):
            given, family = people.draw()
            staff.append(("T%03d" % len(staff), rng.choice(["Mrs", "Mr", "Ms"]), given, family, "t%d@measure.example" % len(staff)))
    save(folder, "school.toml", SETTINGS)
    save(folder, "roster/pupils.csv", "UPN,Adm No,Legal Forename,Legal Surname,Reg Group,Year Group,Email\n" + "".join(
        "%s,%s,%s,%s,%s,Year %s,%s\n" % (p[4], p[0], p[1], p[2], group, group[0], p[3]) for group, roll in groups.items() for p in roll))
    save(folder, "roster/staff.csv", "Staff Code,Title,Forename,Surname,Email\n" + "".join(",".join(s) + "\n" for s in staff))
    table = ["Meeting ID,Class,Subject,Weekday,Start,End,Lead Staff,Second Staff\n"]
    who = ["export,display_name,email,outcome,id\n"]
    for at, (group, roll) in enumerate(groups.items()):
        for lesson in range(lessons):
            meeting = "8%02d %04d %04d" % (at % 100, at, lesson)
            start = MONDAY + datetime.timedelta(days=lesson % 5, hours=9 + lesson // 5)
            table.append("%s,%s,Lesson,%s,%s,%s,%s,%s\n" % (
                meeting, group, start.strftime("%A"), start.strftime("%H:%M"), (start + datetime.timedelta(minutes=45)).strftime("%H:%M"),
                staff[2 * at][0], staff[2 * at + 1][0]))
            for week in range(weeks):
                begins = start - datetime.timedelta(weeks=week)
                export(folder, rng, people, who, "w%02d_%03d_%03d.csv" % (week, at, lesson), meeting, group, roll, staff[2 * at:2 * at + 2], begins)
    save(folder, "timetable.csv", "".join(table))
    save(folder, "who.csv", "".join(who))
    age(folder)


def export(folder, rng, people, who, name, meeting, group, roll, staff, start):
    end = start + datetime.timedelta(minutes=45)
    rows = []

    def enter(shown_name, email, outcome, person, begins=start):
        rows.extend(stays(rng, shown_name, email, begins, end))
        who.append("%s,%s,%s,%s,%s\n" % (name, shown_name, email, outcome, person))

    for code, title, given, family, email in staff:
        enter("%s %s" % (title, family), email, "staff", code, start - datetime.timedelta(minutes=5))
    for number, given, family, email, _ in roll:
        draw = rng.random()
        if draw < 0.10: continue
        if draw < 0.12: enter(rng.choice(DEVICES), "", "unnamed", "")
        else: enter(shown(rng, given, family, group), email if rng.random() < 0.4 else "", "pupil", number)
    if rng.random() < 0.1: enter("%s %s" % (rng.choice(GIVEN), "Stranger"), "", "uninvited", "")
    rng.shuffle(rows)
    head = "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\r\n%s,%s Lesson,%s,%s,%s,45,%d\r\n\r\n" % (
        meeting, group, stamp(start), stamp(end), staff[0][4], len(rows))
    save(folder, "inbox/" + name, "\ufeff" + head + HEADER + "".join(rows))


def save(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file: file.write(text)


def age(folder):
    """An export younger than a minute counts as still arriving."""
    then = time.time() - 3600
    inbox = os.path.join(folder, "inbox")
    for name in os.listdir(inbox): os.utime(os.path.join(inbox, name), (then, then))


def write_big(folder, rows, seed=1):
    """One class and one export of very many rows."""
    write(folder, classes=1, lessons=1, seed=seed)
    rng = random.Random(seed)
    name = os.path.join(folder, "inbox", os.listdir(os.path.join(folder, "inbox"))[0])
    with open(name, encoding="utf-8", newline="") as file: lines = file.readlines()
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.writelines(lines[:4])
        for _ in range(rows): file.write(rng.choice(lines[4:]))
    age(folder)


def write_workbook(path, rows, is_shared, seed=1):
    """A pupil list of 20 columns as .xlsx: texts once in a list of their own, as Excel writes them, or in the cells, as openpyxl does."""
    rng = random.Random(seed)
    strings = {}
    parts = []

    def cell(column, row, value):
        where = 'r="%s%d"' % (chr(65 + column), row)
        if isinstance(value, tuple): return '<c %s s="%d"><v>%d</v></c>' % (where, value[1], value[0])
        if isinstance(value, int): return '<c %s><v>%d</v></c>' % (where, value)
        if is_shared: return '<c %s t="s"><v>%d</v></c>' % (where, strings.setdefault(value, len(strings)))
        return '<c %s t="inlineStr"><is><t>%s</t></is></c>' % (where, value)

    def add(row, values): parts.append('<row r="%d" spans="1:20">%s</row>' % (row, "".join(cell(at, row, value) for at, value in enumerate(values))))

    add(1, ["UPN", "Adm No", "Legal Forename", "Legal Surname", "Preferred Forename", "DOB", "Gender", "Year", "Reg Group", "Class", "Subject", "Tutor", "Email", "Contact 1 Name",
            "Contact 1 Email", "Contact 1 Mobile", "Contact 1 Relationship", "Start Date", "Postcode", "Address"])
    for at in range(rows):
        given, family = rng.choice(GIVEN), rng.choice(FAMILY) + rng.choice(["", "-" + rng.choice(FAMILY)])
        year, group = 7 + at // 30 % 5, "ABCDE"[at // 150 % 5]
        add(at + 2, [upn(at), (at + 1, 1), given, family, given, (41000 + rng.randrange(1500), 2), rng.choice("MF"), year, "%d%s" % (year, group), "%d%s/Ma1" % (year, group), "Maths",
                     "Mrs " + rng.choice(FAMILY), "p%d@measure.example" % at, "Mrs %s %s" % (rng.choice(GIVEN), family), "home%d@measure.example" % at, "07700 9%05d" % at,
                     rng.choice(["Mother", "Father"]), (45170 + rng.randrange(300), 2), "ZZ%d %dAB" % (at % 99, at % 9), "%d High Street, Newtown" % (at % 200)])
    head, office = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    package = "http://schemas.openxmlformats.org/package/2006/"
    relations = "".join('<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>' % (at + 1, office, kind, target) for at, (kind, target) in enumerate(
        [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]))
    types = "".join('<Override PartName="/xl/%s" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml"/>' % pair for pair in [
        ("workbook.xml", "sheet.main"), ("worksheets/sheet1.xml", "worksheet"), ("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")])
    files = {
        "[Content_Types].xml": '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>%s</Types>' % (package, types),
        "_rels/.rels": '<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % (package, office),
        "xl/workbook.xml": '<workbook %s xmlns:r="%s"><sheets><sheet name="Report" sheetId="1" r:id="rId1"/></sheets></workbook>' % (main, office),
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="%srelationships">%s</Relationships>' % (package, relations),
        "xl/styles.xml": '<styleSheet %s><numFmts count="1"><numFmt numFmtId="164" formatCode="000000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>'
                         '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/>'
                         "</cellXfs></styleSheet>" % main,
        "xl/sharedStrings.xml": "<sst %s>%s</sst>" % (main, "".join("<si><t>%s</t></si>" % text for text in strings)),
        "xl/worksheets/sheet1.xml": "<worksheet %s><sheetData>%s</sheetData></worksheet>" % (main, "".join(parts)),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items(): archive.writestr(zipfile.ZipInfo(name), head + text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    for option, default in (("classes", 14), ("pupils", 30), ("lessons", 25), ("weeks", 1), ("seed", 1)):
        parser.add_argument("--" + option, type=int, default=default)
    options = vars(parser.parse_args())
    write(options.pop("folder"), **options)
