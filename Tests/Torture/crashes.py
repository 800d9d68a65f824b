"""Kills, two runs at once, full disks and failing calls of the system."""
import os
import re
import shutil
import signal
import subprocess
import time

from trial import DOCUMENTED, WEEK, Tally, Trial, walk


def kills(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("kills")
    trial.back_to_old()
    begun = time.monotonic()
    trial.run()
    length = (time.monotonic() - begun) * 1.1
    ended = {"old": 0, "new": 0}
    trial.back_to_old()
    for at in range(count):
        moment = rng.random() * length
        process = subprocess.Popen(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen = trial.reports()
        state = "old" if seen == trial.old else "new" if seen == trial.new else None
        sound = trial.history_is_sound()
        if state == "new" or at % 10 == 0:
            trial.run()
            clean = trial.reports() == trial.new and not trial.leftovers()
            trial.back_to_old()
        else:
            clean = True
        if state: ended[state] += 1
        tally.check(state and sound and clean, "run %d killed after %.1f ms: reports %s, history sound %s, next run clean %s" % (at, moment * 1000, state, sound, clean))
    return tally.report("%(old)d times the old reports, %(new)d times the new" % ended)


def pairs(program, work, rng, count):
    trial, tally = Trial(program, work), Tally("pairs")
    for at in range(count):
        if at % 5 == 0: trial.back_to_old()
        both = [subprocess.Popen(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
        codes = [process.wait() for process in both]
        tally.check(set(codes) <= {0, 75} and 0 in codes and trial.reports() == trial.new and trial.history_is_sound() and not trial.leftovers(),
                    "pair %d: exit %s" % (at, codes))
    trial.back_to_old()
    many = [subprocess.Popen(trial.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(20)]
    codes = [process.wait() for process in many]
    tally.check(set(codes) <= {0, 75} and 0 in codes and trial.reports() == trial.new and trial.history_is_sound() and not trial.leftovers(), "twenty at once: exit %s" % codes)
    return tally.report("and twenty at once")


def full(program, work, rng, count):
    """A small file system of its own, filled up to a little less each time."""
    tally = Tally("full")
    probe = ["unshare", "-rm", "true"] if os.geteuid() else ["unshare", "-m", "true"]
    if shutil.which("unshare") is None or subprocess.run(probe, stderr=subprocess.DEVNULL).returncode:
        return tally.skip("no unshare here")
    trial = Trial(program, work)
    trial.back_to_old()
    noticed = 0
    used = subprocess.run(["du", "-sk", "--apparent-size", trial.folder], stdout=subprocess.PIPE).stdout.split()[0]
    for free in range(0, 4 * count, 4):
        # the script prints: exit status, then whether the old or the new reports are there
        script = """mount -t tmpfs -o size=64m none "$1" && cp -a "$2" "$1/school" && cd "$1" &&
            left=$(df -k --output=avail . | tail -1) && head -c $(( (left - %d) * 1024 )) /dev/zero >fill 2>/dev/null
            "$3" week --school "$1/school" %s >/dev/null 2>"$4"; echo $?; rm -f fill; mkdir -p "$5"; cp -a school/reports/2026-W47 "$5/" """ % (free, " ".join(WEEK))
        place, seen, errors = os.path.join(work, "small"), os.path.join(work, "seen"), os.path.join(work, "errors")
        shutil.rmtree(seen, ignore_errors=True)
        os.makedirs(place, exist_ok=True)
        done = subprocess.run([*probe[:-1], "sh", "-c", script, "sh", place, trial.folder, program, errors, seen], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        code = int((done.stdout.split() or [b"-1"])[0])
        state = trial.reports(seen + "/2026-W47")
        noticed += code in (73, 74)
        tally.check((code in (73, 74) and state == trial.old) or (code == 0 and state == trial.new),
                    "%d KiB free: exit %d, %s reports" % (free, code, "old" if state == trial.old else "new" if state == trial.new else "half"))
        if code == 0: break
    with open("/dev/full", "wb") as device:
        code = subprocess.run([program, "lesson", "--school", trial.folder, trial.exports[0], *WEEK[2:]], stdout=device, stderr=subprocess.DEVNULL).returncode
    tally.check(code == 74, "standard output to a full disk: exit %d" % code)
    return tally.report("%d times the disk was full" % noticed)


# The system's calls that a run makes, with what each may answer. All alternatives of one line are counted together.
READING = (("openat", "EIO EMFILE EACCES"), ("read", "EIO"), ("pread64", "EIO"), ("newfstatat,fstat,statx", "EIO"), ("getdents64", "EIO"))
WRITING = (("write,pwrite64", "EIO ENOSPC"), ("mkdir,mkdirat", "EIO ENOSPC"), ("ftruncate,fallocate", "EIO ENOSPC"), ("fsync,fdatasync,syncfs", "EIO"),
           ("rename,renameat,renameat2", "EIO"), ("unlink,unlinkat,rmdir", "EIO"), ("close", "EIO"), ("flock,fcntl", "EIO"))


def faults(program, work, rng, count):
    """Each call of a small week fails once, or is the last that the run makes."""
    tally = Tally("faults")
    if shutil.which("strace") is None: return tally.skip("no strace here")
    trial = Trial(program, work, classes=2, lessons=2)
    trial.back_to_old()
    snapshot = os.path.join(work, "snapshot")
    shutil.copytree(trial.folder, snapshot)
    ours = [trial.folder, *walk(trial.folder), *(trial.folder + "/history.sqlite" + end for end in ("-wal", "-shm"))]
    # Reading counts on the school's own files first: the loader reads too, and a program that was not loaded tests nothing.
    rounds = [(call, error, [word for path in ours for word in ("-P", path)]) for call, errors in READING for error in errors.split()]
    rounds += [(call, error, []) for call, errors in READING + WRITING for error in errors.split()]
    rounds += [(call, "SIGKILL", []) for call, _ in WRITING]
    for call, error, paths in rounds:
        for at in range(1, count + 1):
            shutil.rmtree(trial.folder)
            # The stamps of the files differ from those in the history, so every export is read.
            shutil.copytree(snapshot, trial.folder)
            code, said, happened = with_fault(trial, work, call, error, at, paths)
            if not happened: break
            broken = breach(trial, code, said, error)
            trial.run()
            if trial.reports() != trial.new or trial.leftovers() or not trial.history_is_sound(): broken = broken or "the next run does not put it in order"
            tally.check(not broken, "%s %s at call %d%s: exit %d, %s; %s" % (call, error, at, " on our files" if paths else "", code, broken, said[:200]))
    return tally.report()


def with_fault(trial, work, call, error, at, paths):
    """Exit status, standard error, and whether the call was made at all."""
    log = os.path.join(work, "strace")
    what = "signal=SIGKILL" if error == "SIGKILL" else "error=" + error
    # On one processor a run does its work in one thread: strace counts the calls of each thread by itself.
    done = subprocess.run(["strace", "-f", "-qq", "-o", log, *paths, "-e", "trace=" + call, "-e", "inject=%s:%s:when=%d" % (call, what, at), *trial.command()],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=lambda: os.sched_setaffinity(0, {at % os.cpu_count()}))
    with open(log, "rb") as file: happened = b"INJECTED" in file.read() or done.returncode == -signal.SIGKILL
    return done.returncode, done.stderr.decode(errors="replace"), happened


def breach(trial, code, said, error):
    """What a run after a fault did that it must not do; None when it kept its promises."""
    seen = trial.reports()
    if error == "SIGKILL": return None if seen in (trial.old, trial.new) else "half the reports"
    if code == 127 and "loading shared libraries" in said: return None if seen == trial.old else "the reports changed"
    if code not in DOCUMENTED: return "undocumented exit"
    # What a run has to say comes last: the reports are in place by then.
    if code == 0 or "error: standard output:" in said: return None if seen == trial.new else "other reports than without the fault, and not a word"
    if code != 3: return None if seen == trial.old else "the old reports are gone"
    if not re.search("error: .*(cannot be read|still being copied)", said): return "no input is named"
    accused = trial.accusations() - trial.accused
    return "accused for want of an input: %s" % sorted(accused)[:3] if accused else None
