"""The week's job as an analyst would write it with pandas and RapidFuzz: peer_pandas.py SCHOOL OUT."""
import glob
import os
import sys

import pandas
from rapidfuzz import fuzz, process

DEVICES = ("ipad", "iphone", "galaxy", "zoom user", "kindle", "user")


def stays(path):
    head = pandas.read_csv(path, nrows=1, dtype=str)
    body = pandas.read_csv(path, skiprows=3, dtype=str, keep_default_na=False)
    for column in ("Join Time", "Leave Time"):
        body[column] = pandas.to_datetime(body[column], format="%m/%d/%Y %I:%M:%S %p")
    return head["Meeting ID"][0], body


def main(school, out):
    os.makedirs(out, exist_ok=True)
    pupils = pandas.read_csv(f"{school}/roster/pupils.csv", dtype=str, keep_default_na=False)
    staff = pandas.read_csv(f"{school}/roster/staff.csv", dtype=str, keep_default_na=False)
    classes = pandas.read_csv(f"{school}/timetable.csv", dtype=str).set_index("Meeting ID")["Class"].to_dict()
    pupils["full"] = (pupils["Legal Forename"] + " " + pupils["Legal Surname"]).str.lower()
    rolls = {group: roll.reset_index(drop=True) for group, roll in pupils.groupby("Reg Group")}
    staff_by_email = dict(zip(staff["Email"], staff["Staff Code"]))
    lists = {group: [] for group in rolls}
    for path in sorted(glob.glob(f"{school}/inbox/*.csv")):
        meeting, body = stays(path)
        roll = rolls[classes[meeting]]
        by_email, names = dict(zip(roll["Email"], roll["Adm No"])), roll["full"].tolist()
        people = body.groupby(["Name (Original Name)", "User Email"], sort=False).agg(
            joined=("Join Time", "min"), left=("Leave Time", "max")).reset_index()
        joined, export = set(), os.path.basename(path)
        for name, email in zip(people["Name (Original Name)"], people["User Email"]):
            if email in staff_by_email: continue
            if email in by_email: joined.add(by_email[email]); continue
            if name.lower().startswith(DEVICES): lists[classes[meeting]].append((export, "unnamed", name)); continue
            best = process.extractOne(name.lower(), names, scorer=fuzz.token_set_ratio, score_cutoff=85)
            if best: joined.add(roll["Adm No"][best[2]])
            else: lists[classes[meeting]].append((export, "uninvited", name))
        for number, name in zip(roll["Adm No"], roll["full"]):
            if number not in joined: lists[classes[meeting]].append((export, "non-joiner", name))
    for group, rows in lists.items():
        pandas.DataFrame(rows, columns=["export", "finding", "name"]).to_csv(f"{out}/{group}.csv", index=False)


main(*sys.argv[1:3])
