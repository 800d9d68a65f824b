#!/usr/bin/env python3
"""Mutates exports and rosters and feeds them to the readers under AddressSanitizer.

usage: fuzz.py [--runs 1000000] [--jobs CORES] [--corpus FOLDER…]

Starts from the files of SampleData, of --corpus, and from seeds/, where every input that ever broke a reader is kept.
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


def inputs(folders):
    """SampleData, the seeds, and these folders."""
    patterns = ["/SampleData/*/inbox/**/*.csv", "/SampleData/*/roster/**/*.csv", "/SampleData/*/*.csv", "/SampleData/*/school.toml"]
    found = [path for pattern in patterns for path in glob.glob(ROOT + pattern, recursive=True)] + glob.glob(SEEDS + "/*")
    for folder in folders: found += [path for path in glob.glob(folder + "/**", recursive=True) if os.path.isfile(path) and os.path.getsize(path) < 100_000]
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
        for at, path in enumerate(inputs(options.corpus)): shutil.copy(path, os.path.join(corpus, "%04d" % at))
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
