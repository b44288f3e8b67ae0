#!/usr/bin/env python3
"""Rows of GDELT's knowledge graph 2.1, as long as real ones, with invented names
of which few are frequent: for pairs_bench.

    made_gkg.py MEGABYTES > FILE
"""
import itertools
import random
import sys

SYLLABLES = ["ba", "ro", "ne", "ki", "la", "mo", "ter", "son", "vic", "dal", "pe", "ru", "shi", "tan", "el", "gor"]
THEMES = ["TAX_FNCACT", "TAX_FNCACT_PRESIDENT", "EPU_POLICY_GOVERNMENT", "ECON_STOCKMARKET", "LEADER", "MEDIA_MSM",
          "WB_2024_ANTI_CORRUPTION_AUTHORITIES", "CRISISLEX_CRISISLEXREC", "SOC_POINTSOFINTEREST"]
draw = random.Random(7)


def words(n):
    return " ".join("".join(draw.choices(SYLLABLES, k=draw.randint(2, 3))) for _ in range(n))


def table(count, words_each, behind=""):
    """Names, and how often each comes, by Zipf's law."""
    names = [words(words_each) + behind for _ in range(count)]
    return names, list(itertools.accumulate(1 / (i + 1) for i in range(count)))


PERSONS, PLACES = table(30000, 2), table(3000, 1)
ORGANISATIONS = table(6000, 2, " council")


def pick(names, least, most):
    return draw.choices(names[0], cum_weights=names[1], k=draw.randint(least, most))


def row(n):
    length = draw.randint(1500, 9000)

    def at():
        return draw.randint(0, length)

    def placed(names, times=1):
        return ";".join(f"{name.title()},{at()}" for name in names for _ in range(times))

    def located(name, version):
        area = "#CA037" * (version == 2)
        place = f"4#{name.title()}, California, United States#US#USCA{area}#38.5#-121.4#-1234567"
        return f"{place}#{at()}" if version == 2 else place

    persons, places = pick(PERSONS, 0, 14), pick(PLACES, 1, 10)
    organisations, themes = pick(ORGANISATIONS, 0, 12), draw.choices(THEMES, k=draw.randint(8, 45))
    counts = ",".join(f"c{draw.randint(1, 30)}.{draw.randint(1, 200)}:{draw.randint(1, 40)}"
                      for _ in range(draw.randint(150, 420)))
    return [
        f"20140329174500-{n}", "20140329174500", "1", f"{words(1)}.example",
        f"https://{words(1)}.example/{words(6).replace(' ', '-')}-{n}.html", "", "",
        ";".join(themes), placed(themes, 2),
        ";".join(located(p, 1) for p in places), ";".join(located(p, 2) for p in places for _ in "12"),
        ";".join(persons), placed(persons, 2), ";".join(organisations), placed(organisations),
        f"-1.38,2.1,3.5,5.6,22.1,0.5,{length // 6}", "", f"wc:{length // 6},{counts}",
        f"https://img.example/{n}.jpg",
        ";".join(f"https://img.example/{draw.randint(1, 10**9)}.jpg" for _ in range(draw.randint(0, 6))), "", "",
        "#".join(f"{at()}|60||{words(9)}" for _ in range(draw.randint(0, 4))),
        placed(persons + organisations + places),
        ";".join(f"{draw.randint(1, 900)},{words(2)},{at()}" for _ in range(draw.randint(0, 9))), "",
        f"<PAGE_LINKS>{';'.join(f'https://x.example/{i}' for i in range(draw.randint(0, 12)))}</PAGE_LINKS>"
        f"<PAGE_TITLE>{words(9).title()}</PAGE_TITLE>"]


def main():
    left = float(sys.argv[1]) * 1e6
    for n in itertools.count():
        line = "\t".join(row(n)) + "\n"
        left -= len(line)
        if left < 0:
            break
        sys.stdout.write(line)


main()
