#!/usr/bin/env python3
"""How the line from articles to ties grows with threads and with articles.

    scale.py [--grow TIMES] ARTICLES.jsonl [BUILD-FOLDER]

Two threads beside one, by the clock, the best of three in turn: on a machine
that does something else beside, the ratio means nothing. With --grow also
TIMES times the articles beside the articles, about other people and about the
same (made_articles.py): seconds of the processor, and the most memory. A file
that needs no measures is written, so that none are taken.
"""
import argparse
import os
import re
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MADE = [sys.executable, os.path.join(HERE, "made_articles.py")]


def command(build, *options):
    return [os.path.join(build, "entente"), "build", *options, "-f", "edges", "-o", "-"]


def seconds(articles, build, threads):
    """By the clock."""
    start = time.monotonic()
    subprocess.run(command(build, "-q", "-j", str(threads), articles), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - start


def compare_threads(articles, build):
    runs = [(seconds(articles, build, 1), seconds(articles, build, 2)) for _ in range(3)]
    one, two = (min(run[i] for run in runs) for i in (0, 1))
    print(f"{'one thread':28} {one:8.2f} s\n{'two threads':28} {two:8.2f} s {one / two:8.2f} times as fast")


def grown(articles, build, times, *options):
    """Seconds of the processor, megabytes, and what was found."""
    with subprocess.Popen([*MADE, *options, articles, str(times)], stdout=subprocess.PIPE) as made:
        with subprocess.Popen(command(build, "-"), stdin=made.stdout, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True) as program:
            made.stdout.close()
            told = program.stderr.read()
            _, status, usage = os.wait4(program.pid, 0)
            program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode or made.wait():
        sys.exit(told)
    found = re.search(r"(\d+) articles?, (\d+) persons?, (\d+) ties?", told)
    return [usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, *map(int, found.groups())]


def compare_sizes(articles, build, times):
    print(f"\n{'':24}{'seconds':>10}{'MB':>10}{'articles':>10}{'persons':>10}{'ties':>10}")

    def row(name, values):
        print(f"{name:24}" + "".join(f"{v:10}" if isinstance(v, int) else f"{v:10.1f}" for v in values))
    for name, options in (("other people", []), ("the same people", ["--same"])):
        once = grown(articles, build, 1, *options)
        many = grown(articles, build, times, *options)
        row(f"{name}, once", once)
        row(f"{name}, {times} times", many)
        row("", [b / a if a else 0 for a, b in zip(once, many)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--grow", type=int, metavar="TIMES", help="articles beside so many times as many")
    parser.add_argument("articles")
    parser.add_argument("build", nargs="?", default=os.path.join(HERE, "..", "..", "build"))
    given = parser.parse_args()
    compare_threads(given.articles, given.build)
    if given.grow:
        compare_sizes(given.articles, given.build, given.grow)


if __name__ == "__main__":
    main()
