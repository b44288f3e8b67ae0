#!/usr/bin/env python3
"""Every allocation, or every write, of a run of the program fails in turn.

    in_turn.py PROGRAM FAILING.so memory|write [--step N] [--on] [--least N]
               [--lines] [--again] -- COMMAND ARGUMENT...

FAILING.so is - for a program that failing.c is part of. In the arguments OUT/
stands for an empty folder of the run's own. A run in which a call failed either
says so in a line (one a file at most, more with --on), ends with 1 and leaves
only files that are whole, or ends as if nothing had failed (some libraries do
without), with the same files. With 3 (inputs skipped, each named) it may have left out what it
names; with --lines each line that it wrote must be one of a whole run's. --again
is for a file that grows, a store: the same command must then go on from what the
failed run left, and what the file holds be the same in the end. --step N tries
each Nth call only, --on lets all later calls fail too. Fewer than --least runs
that said so are a failure of the test itself.
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import tempfile

WANT = {"memory": r"memory|llocate|cannot start a thread|cannot be loaded"
                  r"|is not JSON|expected",
        "write": r"No space left on device|disk is full|disk I/O error"}
UNCLEAN = 66  # the end of a run that a sanitizer complains of


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("failing")
    parser.add_argument("call", choices=sorted(WANT))
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--on", action="store_true")
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--least", type=int, default=1)
    parser.add_argument("command", nargs="+")
    return parser.parse_args()


def environment(asked, nth, count):
    """What tells a run which of its calls fails. Sanitizers end a run that is
    not clean in a way of its own."""
    made = dict(os.environ, FAILING_CALL=asked.call, FAILING_NTH=str(nth),
                FAILING_COUNT=count, ENTENTE_EXPORTER_PATH="")
    if asked.failing != "-":
        made["LD_PRELOAD"] = asked.failing
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
        made[name] = made.get(name, "") + f":exitcode={UNCLEAN}"
    if asked.on:
        made["FAILING_ON"] = "1"
    return made


def start(asked, command, out, env):
    words = [word.replace("OUT/", out + "/") for word in command]
    return subprocess.run([asked.program, *words], env=env,
                          capture_output=True, timeout=300, check=False)


def run(asked, nth, folder):
    """One run; its end, its files and what it said. The number of its calls is
    in the folder's file "count"."""
    count = os.path.join(folder, "count")
    out = os.path.join(folder, "out")
    os.mkdir(out)
    done = start(asked, asked.command, out, environment(asked, nth, count))
    files = {"": done.stdout}
    for name in os.listdir(out):
        with open(os.path.join(out, name), "rb") as file:
            files[name] = file.read()
    if asked.again:
        # What SQLite leaves beside a store is part of it.
        files = {"holds": gone_on(asked, out, count)}
    told = done.stderr.decode(errors="replace").replace(out + "/", "OUT/")
    return done.returncode, files, told


def gone_on(asked, out, count):
    """What the store holds when the command has run again."""
    env = environment(asked, 0, count + "-again")
    store = asked.command[asked.command.index("--store") + 1]
    said = b""
    for command in (asked.command, ["mentions", "-q", "--store", store]):
        done = start(asked, command, out, env)
        if done.returncode:
            return b"going on failed: " + done.stderr
        said = done.stdout
    return b"\n".join(sorted(said.splitlines()))


def is_whole(asked, name, code, files, whole):
    if name == "":  # standard output
        return code != 3 or not asked.lines or set(
            files[name].splitlines()) <= set(whole[name].splitlines())
    return code == 3 and not asked.again or files[name] == whole.get(name)


def fault(asked, nth, whole):
    """What is wrong with the run whose nth call fails (None: nothing), and
    whether the run said that it failed."""
    with tempfile.TemporaryDirectory() as folder:
        code, files, told = run(asked, nth, folder)
    if code == 0:
        return (None if files == whole else "other files, exit 0"), False
    if code == 2 and re.search("allocate memory", told):
        return None, True  # the loader's words for an exporter it can't load
    if code not in (1, 3):
        return f"exit {code}: {told[-2000:]}", False
    if not re.search(WANT[asked.call], told):
        return f"exit {code} without a reason: {told[-300:]}", False
    most = max(1, asked.command.count("-o"))
    if code == 1 and not asked.on and told.count("entente: ") > most:
        return f"too many lines: {told[-600:]}", False
    left = [name for name in files
            if not is_whole(asked, name, code, files, whole)]
    if left:
        return f"half files {left}: {told[-300:]}", False
    return None, True


def main():
    asked = arguments()
    with tempfile.TemporaryDirectory() as folder:
        code, whole, told = run(asked, 0, folder)
        with open(os.path.join(folder, "count"), encoding="ascii") as file:
            calls = int(file.read())
    if code:
        raise SystemExit(f"without a failure: exit {code}: {told}")
    said, wrong = 0, 0
    numbers = range(1, calls + 1, asked.step)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for nth, (what, told) in zip(numbers, pool.map(
                lambda n: fault(asked, n, whole), numbers)):
            said += told
            if what:
                wrong += 1
                print(f"{asked.call} {nth} of {calls}: {what}", flush=True)
    print(f"{len(numbers)} of {calls} calls failed in turn: {said} runs said "
          f"so, {len(numbers) - said - wrong} did without, {wrong} wrong")
    if wrong or said < asked.least:
        raise SystemExit(1)


main()
