"""What is kept: history, backups, mail, and what is left after an erasure."""
import glob
import os
import re
import sqlite3
import subprocess
import time

from trial import Tally, Trial, walk


def purge(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("purge")
    with open(trial.folder + "/roster/pupils.csv", encoding="utf-8") as file: rows = [line.split(",") for line in file.read().splitlines()[1:]]
    unique, number, given, family = rows[3][:4]
    subprocess.run([program, "forget", unique, "--school", trial.folder, "--now", "2026-11-22T08:00:00"], stdout=subprocess.DEVNULL)
    kept = [path for path in walk(trial.folder) if os.path.isfile(path) and not path.startswith((trial.folder + "/roster", trial.folder + "/inbox", trial.folder + "/who"))]
    for path in kept:
        with open(path, "rb") as file: content = file.read()
        # The id as a number of its own: a meeting ID may hold its digits.
        traces = ("%s %s" % (given, family)).encode() in content, unique.encode() in content, re.search(rb"(?<!\d)%s(?!\d)" % number.encode(), content)
        tally.check(not any(traces),
                    "forget leaves a trace in %s" % os.path.relpath(path, trial.folder))
    subprocess.run([program, "purge", "--school", trial.folder, "--now", "2029-01-01T08:00:00"], stdout=subprocess.DEVNULL)
    for path in glob.glob(trial.folder + "/history.sqlite*"):
        with open(path, "rb") as file: content = file.read()
        tally.check(not any(row[1].encode() in content for row in rows), "purge leaves traces in %s" % os.path.basename(path))
    return tally.report()


def damage(program, work, rng, count):
    """Flipped bytes, cut files and strange pages: a run says that the history is damaged and changes nothing, or its reports are right."""
    trial, tally = Trial(program, work), Tally("damage")
    # The second half of the exports has left the inbox: the reports hang on the history.
    for path in trial.exports[1::2]: os.remove(path)
    trial.run()
    good = trial.reports()
    with open(trial.folder + "/history.sqlite", "rb") as file: history = file.read()
    told = 0
    for at in range(count):
        broken = bytearray(history)
        kind = ("byte", "byte", "byte", "cut", "zeroed page", "random page", "byte", "swapped pages")[at % 8]
        pages = len(history) // 4096
        page = 4096 * rng.randrange(pages)
        if kind == "byte": broken[rng.randrange(len(broken))] ^= 1 << rng.randrange(8)
        elif kind == "cut": del broken[rng.randrange(1, len(broken)):]
        elif kind == "swapped pages":
            other = 4096 * rng.randrange(pages)
            broken[page:page + 4096], broken[other:other + 4096] = history[other:other + 4096], history[page:page + 4096]
        else: broken[page:page + 4096] = bytes(4096) if kind == "zeroed page" else rng.randbytes(4096)
        for path in glob.glob(trial.folder + "/history.sqlite-*"): os.remove(path)
        with open(trial.folder + "/history.sqlite", "wb") as file: file.write(broken)
        done = subprocess.run(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        with open(trial.folder + "/history.sqlite", "rb") as file: after = file.read()
        told += done.returncode == 65
        kept = trial.reports() == good and (done.returncode == 0 or done.returncode == 65 and b"backup" in done.stderr and after == broken)
        tally.check(kept, "%s, try %d: exit %d %s" % (kind, at, done.returncode, done.stderr[-200:]))
        if done.returncode != 65: continue
        # Who only looks does not search all pages first: it must say so too, or do without, and never fall over it.
        for looking in (trial.command() + ["--dry-run"], [program, "check", "--school", trial.folder],
                        [program, "lesson", "--school", trial.folder, trial.exports[0], "--now", "2026-11-22T08:00:00"]):
            code = subprocess.run(looking, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
            tally.check(code in (0, 3, 65), "%s, try %d: %s: exit %d" % (kind, at, looking[1], code))
    return tally.report("%d times refused with exit 65 and the way to the backup" % told)


def backup(program, work, rng, count):
    """A backup taken while a run works is sound, and one state: before the run or after it."""
    trial, tally = Trial(program, work), Tally("backup")
    trial.back_to_old()
    for at in range(count):
        if at % 10 == 0: trial.back_to_old()
        target = os.path.join(work, "backup-%d.sqlite" % at)
        process = subprocess.Popen(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.random() * 0.05)
        code = subprocess.run([program, "backup", target, "--school", trial.folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        run = process.wait()
        states = []
        if code == 0:
            database = sqlite3.connect(target)
            states = [database.execute("pragma integrity_check").fetchone()[0],
                      database.execute("select count(*) from (select * from day_sum except select * from day_sum_now)").fetchone()[0]]
            database.close()
        tally.check(run == 0 and (code == 0 and states == ["ok", 0] or code == 75 and not os.path.exists(target)), "backup %d: exit %d, run %d, %s" % (at, code, run, states))
    with open(trial.folder + "/history.sqlite", "r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))
    done = subprocess.run(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    tally.check(done.returncode == 65 and b"newer" in done.stderr, "a history of a newer version: exit %d" % done.returncode)
    return tally.report()


# Takes one message; at the moment that was drawn it kills the run that called it, before or after it has put the message into the post.
SENDMAIL = """#!/bin/sh
printf '%%s\\n' "$*" >>%(work)s/calls
[ "$(wc -l <%(work)s/calls)" = "$(cat %(work)s/moment)" ] && {
    [ "$(cat %(work)s/when)" = after ] && printf '%%s\\n' "$5" >>%(work)s/post
    kill -9 $PPID
    exit 0
}
cat >/dev/null
printf '%%s\\n' "$5" >>%(work)s/post
"""


def mail(program, work, rng, count):
    """A run that is killed while it hands a message over: nobody gets it twice, and whoever did not get it is named."""
    trial, tally = Trial(program, work, classes=2, lessons=2), Tally("mail")
    sendmail = os.path.join(work, "sendmail")
    with open(sendmail, "w") as file: file.write(SENDMAIL % {"work": work})
    os.chmod(sendmail, 0o755)
    with open(trial.folder + "/school.toml", "a") as file:
        file.write('\n[mail]\nsendmail = "%s"\nfrom = "office@measure.example"\nslt = ["head@measure.example", "deputy@measure.example"]\n' % sendmail)
    trial.run()
    command = [program, "mail", "--week", "2026-W47", "--now", "2026-11-22T08:00:00", "--letters", "--send", "--school", trial.folder]
    with open(trial.folder + "/history.sqlite", "rb") as file: history = file.read()
    messages, wanted = 0, []
    for at in range(count + 1):
        with open(trial.folder + "/history.sqlite", "wb") as file: file.write(history)
        for name in ("calls", "post"): open(os.path.join(work, name), "w").close()
        with open(os.path.join(work, "moment"), "w") as file: file.write(str(rng.randint(1, messages) if messages else 0))
        with open(os.path.join(work, "when"), "w") as file: file.write(rng.choice(["before", "after"]))
        first = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        again = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        with open(os.path.join(work, "post")) as file: post = sorted(file.read().split())
        with open(os.path.join(work, "calls")) as file: calls = file.read().splitlines()
        if not messages:
            # The undisturbed run says who is written to.
            messages, wanted = len(post), post
            tally.check(first.returncode == again.returncode == 0 and messages > 2 and len(set(post)) == len(post), "undisturbed: %s" % post)
            continue
        missing = [address for address in wanted if address not in post]
        named = again.stderr.decode().count("may have been sent")
        tally.check(first.returncode == -9 and len(set(post)) == len(post) and len(missing) <= 1 and named == 1 and again.returncode == 3
                    and all(call.startswith("-i -f office@measure.example -- ") for call in calls),
                    "kill %d: exits %d, %d; %d in the post, missing %s, %d named" % (at, first.returncode, again.returncode, len(post), missing, named))
    return tally.report("%d messages each time" % messages)
