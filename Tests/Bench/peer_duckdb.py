"""The week's job as one set of SQL statements in DuckDB: peer_duckdb.py SCHOOL OUT [THREADS]."""
import os
import sys

import duckdb

CELLS = ", ".join(f"'c{n}': 'varchar'" for n in range(7))
READ = "read_csv('{school}/inbox/*.csv', filename = true, header = false, columns = {{" + CELLS + "}}, null_padding = true, " \
    "auto_detect = false, delim = ',', quote = '\"', skip = {skip})"
WEEK = """
create table pupils as select "Adm No" id, "Reg Group" class, Email email, lower("Legal Forename" || ' ' || "Legal Surname") full_name
    from read_csv('{school}/roster/pupils.csv', all_varchar = true);
create table staff as select Email email from read_csv('{school}/roster/staff.csv', all_varchar = true);
create table lessons as select "Meeting ID" meeting, Class class from read_csv('{school}/timetable.csv', all_varchar = true);
create table heads as select filename, c0 meeting from {heads} qualify row_number() over (partition by filename) = 1;
create table entrants as
    select filename, class, c0 shown, coalesce(c1, '') email, min(strptime(c2, '%m/%d/%Y %I:%M:%S %p')) joined, max(strptime(c3, '%m/%d/%Y %I:%M:%S %p')) gone
    from {rows} join heads using (filename) join lessons using (meeting) group by all;
create table nearest as
    select filename, shown, e.email, arg_max(id, jaro_winkler_similarity(lower(shown), full_name)) id, max(jaro_winkler_similarity(lower(shown), full_name)) score
    from entrants e join pupils using (class) group by all;
create table decided as
    select e.*, case when s.email is not null then 'staff' when p.id is not null then 'pupil'
        when regexp_matches(lower(e.shown), '^(ipad|iphone|galaxy|zoom user|kindle|user)') then 'unnamed' when n.score >= 0.9 then 'pupil' else 'uninvited' end outcome,
        coalesce(p.id, case when n.score >= 0.9 then n.id end) id
    from entrants e left join staff s on e.email <> '' and s.email = e.email left join pupils p on e.email <> '' and p.email = e.email
    left join nearest n on n.filename = e.filename and n.shown = e.shown and n.email = e.email;
create table findings as select class, filename, outcome finding, shown as name from decided where outcome in ('unnamed', 'uninvited')
    union all select class, filename, 'non-joiner', full_name from heads join lessons using (meeting) join pupils p using (class)
        where not exists (from decided d where d.filename = heads.filename and d.id = p.id);
"""


def main(school, out, threads="0"):
    os.makedirs(out, exist_ok=True)
    database = duckdb.connect()
    if int(threads): database.execute(f"set threads = {int(threads)}")
    database.execute(WEEK.format(school=school, heads=READ.format(school=school, skip=1), rows=READ.format(school=school, skip=4)))
    for (group,) in database.execute("select distinct class from pupils").fetchall():
        database.execute(f"copy (from findings where class = '{group}') to '{out}/{group}.csv'")


main(*sys.argv[1:4])
