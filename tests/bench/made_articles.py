#!/usr/bin/env python3
"""Makes a larger pile of articles out of a pile, to measure time and memory.

    made_articles.py [--same] NEWS.jsonl TIMES > MADE.jsonl

The first copy is the pile itself. In each further one every name and every
longer word gives way to another that is about as frequent, the same one
throughout the copy, and the days are later: other people in other sentences,
so that nothing is a near-copy, in a language with the same words. With --same
the names stay: other sentences about the same people, as in the archive of one
newspaper that grows.
"""
import argparse
import collections
import datetime
import json
import random
import re
import sys

WORD = re.compile(r"[A-Za-z]{4,}")
KEPT = 200  # the most frequent words hold the sentences together
BAND = 40  # words are exchanged within so many of like frequency
DAYS = 41  # between copies


def exchange(words, draw):
    """Each word's substitute: bands of neighbours in rank, shuffled."""
    table = {}
    for at in range(0, len(words), BAND):
        band = words[at : at + BAND]
        table.update(zip(band, draw.sample(band, len(band))))
    return table


def ranked(articles):
    """Capitalised and other words, the most frequent first."""
    counts = collections.Counter()
    for article in articles:
        counts.update(WORD.findall(article["text"]))
    words = [word for word, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0]))]
    lower = [word for word in words if word.islower()]
    return [word for word in words if word.istitle()], lower[KEPT:]


def changed(article, table, copy):
    made = dict(article, id=f"{article['id']}-{copy}")
    for key in ("title", "text"):
        if article.get(key):
            made[key] = WORD.sub(lambda m: table.get(m[0], m[0]), article[key])
    if article.get("date"):
        day = datetime.date.fromisoformat(article["date"][:10])
        made["date"] = str(day + datetime.timedelta(days=copy * DAYS))
    made.pop("url", None)
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--same", action="store_true", help="the same people")
    parser.add_argument("news")
    parser.add_argument("times", type=int)
    given = parser.parse_args()
    with open(given.news, encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    names, words = ranked(articles)
    kinds = [words] if given.same else [names, words]
    for copy in range(given.times):
        draw = random.Random(copy)
        table = {k: v for kind in kinds for k, v in exchange(kind, draw).items()}
        for article in articles:
            made = changed(article, table, copy) if copy else article
            sys.stdout.write(json.dumps(made, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
