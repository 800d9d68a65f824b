"""What stands around a run and must not change its result, or must not be touched by it."""
import glob
import os
import shutil
import subprocess
import sys
import textwrap
import time

from trial import DOCUMENTED, WEEK, Tally, Trial, tree, walk


def orders(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("orders")
    for at in range(count):
        trial.forget()
        names = [os.path.basename(path) for path in trial.exports]
        other = os.path.join(work, "other")
        shutil.move(trial.folder + "/inbox", other)
        os.makedirs(trial.folder + "/inbox")
        for name in rng.sample(names, len(names)): shutil.copy2(os.path.join(other, name), trial.folder + "/inbox")
        shutil.rmtree(other)
        trial.run()
        tally.check(trial.reports() == trial.new, "order %d" % at)
    return tally.report()


def places(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("places")
    for zone in ("UTC", "Europe/London", "Pacific/Kiritimati", "America/St_Johns", "nonsense"):
        for language in ("C", "C.UTF-8", "en_GB.UTF-8", "tr_TR.UTF-8"):
            trial.forget()
            trial.run(env={"PATH": os.environ["PATH"], "TZ": zone, "LANG": language, "LC_ALL": language}, cwd="/")
            tally.check(trial.reports() == trial.new, "TZ=%s LANG=%s" % (zone, language))
    for jobs in ("1", "2", "7"):
        trial.forget()
        subprocess.run(trial.command("--jobs", jobs), stdout=subprocess.DEVNULL, check=True)
        tally.check(trial.reports() == trial.new, "--jobs " + jobs)
    return tally.report()


def modes(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("modes")
    for mask in (0o000, 0o022, 0o077):
        trial.forget()
        before = set(walk(trial.folder))
        trial.run(preexec_fn=lambda: os.umask(mask) and None)
        for path in set(walk(trial.folder)) - before:
            mode = os.lstat(path).st_mode & 0o777
            limit = 0o750 if os.path.isdir(path) else 0o640
            tally.check(mode & ~limit == 0, "umask %03o: %s has %03o" % (mask, os.path.relpath(path, trial.folder), mode))
    return tally.report()


def clock(program, work, rng, count):
    """Reports depend on --now alone, whatever the machine's clock says, in the hours that exist twice or never too."""
    tally = Tally("clock")
    if shutil.which("faketime") is None: return tally.skip("no faketime here")
    trial = Trial(program, work)
    for moment in ("-1d", "+1d", "@1970-01-02 00:00:00", "@2026-03-29 00:59:59", "@2026-03-29 02:30:00", "@2026-10-25 01:30:00", "@2026-12-31 23:59:59",
                   "@2028-02-29 12:00:00", "@2038-01-19 03:14:08", "@2100-01-01 00:00:00"):
        for zone in ("UTC", "Europe/London"):
            trial.forget()
            subprocess.run(["faketime", "-f", moment, *trial.command()], env=dict(os.environ, TZ=zone, NO_FAKE_STAT="1"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            tally.check(trial.reports() == trial.new, "the clock says %s in %s" % (moment, zone))
    return tally.report()


def sandbox(program, work, rng, count):
    """As somebody without rights, with nothing to write to but the school's folder, without network or home."""
    tally = Tally("sandbox")
    if shutil.which("bwrap") is None: return tally.skip("no bwrap here")
    trial = Trial(program, work)
    inside = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/", "--tmpfs", "/home", "--tmpfs", "/run", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp",
              "--ro-bind", program, "/tmp/whojoined", "--bind", trial.folder, "/tmp/school", "--uid", "65534", "--gid", "65534", "--cap-drop", "ALL"]
    closed = ["--ro-bind", trial.folder + "/roster", "/tmp/school/roster", "--ro-bind", trial.folder + "/inbox", "/tmp/school/inbox"]
    for at in range(count):
        trial.forget()
        done = subprocess.run([*inside, *(closed if at % 2 else []), "/tmp/whojoined", "week", "--school", "/tmp/school", *WEEK], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        tally.check(done.returncode == 0 and trial.reports() == trial.new, "exit %d %s" % (done.returncode, done.stderr[-300:]))
    return tally.report()


class Beside:
    """A Python program that runs as long as the block does, again and again."""

    def __init__(self, steps, *arguments):
        self.command = [sys.executable, "-c", "import os, sys, time\nwhile True:\n" + textwrap.indent(textwrap.dedent(steps), "    "), *arguments]

    def __enter__(self): self.process = subprocess.Popen(self.command, stderr=subprocess.DEVNULL)

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


# Somebody who shares the folder that reports/ stands for puts links to the victim in the place of whatever the run makes there. What is in the run's
# own folders is closed to others by their modes.
ATTACK = """
    reports, victim = sys.argv[1:]
    for name in os.listdir(reports):
        path = os.path.join(reports, name)
        try:
            os.rename(path, os.path.join(reports, "..", "stolen-%d" % time.monotonic_ns()))
            os.symlink(victim, path)
        except OSError: pass
"""


def attacker(program, work, rng, count):
    trial, tally = Trial(program, work, classes=2, lessons=2), Tally("attacker")
    victim = os.path.join(work, "victim")
    os.makedirs(os.path.join(victim, "classes"))
    for name in ("victim.csv", "run.json"):
        with open(os.path.join(victim, name), "w") as file: file.write("keep me")
    before, swapped = tree(victim), 0
    for at in range(count):
        if os.path.islink(trial.folder + "/reports/2026-W47"): os.remove(trial.folder + "/reports/2026-W47")
        with Beside(ATTACK, trial.folder + "/reports", victim):
            if at % 2: time.sleep(0.02)
            for _ in range(5): code = subprocess.run(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        swapped += len(glob.glob(trial.folder + "/stolen-*"))
        tally.check(tree(victim) == before and code in DOCUMENTED, "run %d: exit %d, the victim has %s" % (at, code, sorted(set(tree(victim)) ^ set(before))))
        for path in glob.glob(trial.folder + "/stolen-*"): shutil.rmtree(path) if os.path.isdir(path) and not os.path.islink(path) else os.remove(path)
        shutil.rmtree(trial.folder + "/reports")
        os.makedirs(trial.folder + "/reports")
    return tally.report("%d entries swapped for links" % swapped)


# The export is by turns a file, a link to an export that nobody put into the inbox, a pipe and a folder.
SWAP = """
    place, good, secret = sys.argv[1:]
    for make in (lambda to: os.link(good, to), lambda to: os.symlink(secret, to), lambda to: os.mkfifo(to), lambda to: os.symlink("/dev/zero", to)):
        aside = place + ".part"
        try: os.remove(aside)
        except OSError: pass
        make(aside)
        os.rename(aside, place)
"""


def links(program, work, rng, count):
    """What is no ordinary file is not read, though it was one when the folder was listed."""
    trial, tally = Trial(program, work, classes=1, lessons=2), Tally("links")
    place, good, secret = trial.exports[0], os.path.join(work, "good.csv"), os.path.join(work, "secret.csv")
    os.rename(place, good)
    with open(good, encoding="utf-8-sig") as file: text = file.read()
    with open(secret, "w", encoding="utf-8") as file: file.write(text + text.splitlines()[-1].replace(text.splitlines()[-1].split(",")[0], "Secret Stranger") + "\n")
    for path in (good, secret): os.utime(path, (0, 0))
    codes = {}
    with Beside(SWAP, place, good, secret):
        for at in range(count):
            try: code = subprocess.run(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=10).returncode
            except subprocess.TimeoutExpired: code = -1
            codes[code] = codes.get(code, 0) + 1
            with open(trial.folder + "/reports/2026-W47/entrants.csv", encoding="utf-8") as file: entrants = file.read()
            tally.check(code in DOCUMENTED and "Secret Stranger" not in entrants, "run %d: exit %d" % (at, code))
    return tally.report("exits %s" % codes)


# Copies as a file manager does: piece by piece, the time of the original at the end.
COPY = """
    place, good = sys.argv[1:]
    with open(good, "rb") as file: pieces = file.read().splitlines(keepends=True)
    with open(place, "wb") as file:
        for piece in pieces:
            file.write(piece)
            file.flush()
            time.sleep(0.0003)
    status = os.stat(good)
    os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))
    time.sleep(0.02)
"""


def arriving(program, work, rng, count):
    """An export that is being copied into the inbox is taken whole or not at all, and nobody is missing from half of it."""
    trial, tally = Trial(program, work, classes=1, lessons=2), Tally("arriving")
    place, good = trial.exports[0], os.path.join(work, "good.csv")
    os.rename(place, good)
    taken = 0
    for at in range(count):
        trial.forget()
        with Beside(COPY, place, good):
            time.sleep(0.03 + rng.random() * 0.05)
            code = subprocess.run(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        seen = trial.reports()
        taken += seen == trial.new
        accused = trial.accusations() - trial.accused if seen else set()
        tally.check(code in (0, 3, 65) and (seen == trial.new or not accused), "run %d: exit %d, accused %s" % (at, code, sorted(accused)[:3]))
    return tally.report("%d times it had arrived" % taken)
