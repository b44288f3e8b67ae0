#!/usr/bin/env python3
"""The sentences of the unit tests as sentences to learn contacts from.
Usage: own_contacts.py ARTICLES.jsonl SENTENCES.jsonl TEST.c...

A test writes a sentence with its persons in [brackets] and places in {braces},
and what it states: "meet held: Berg, Holm; day; place | call planned: ..."
(tests/unit/stated.h). Each becomes an article of its own, which first names
everybody in full.
"""
import json
import re
import sys

# They are few beside the sentences of the news, and state plainly what these
# seldom do: that somebody called off, turned down or avoided a meeting.
WEIGHT = 12
GIVEN = {"Berg": "Anna", "Holm": "Peter", "Lund": "Maria", "Dahl": "Erik",
         "Vang": "Ingrid", "Moe": "Johan"}
STRING = r'"(?:[^"\\]|\\.)*"'
SAMPLE = re.compile(r'\{\s*((?:%s\s*)+),\s*((?:%s\s*)+)\}' % (STRING, STRING))


def text_of(literal):
    parts = re.findall(STRING, literal)
    raw = "".join(p[1:-1] for p in parts)
    return raw.encode().decode("unicode_escape").encode("latin-1", "ignore") \
        .decode("utf-8", "ignore")


def encounters_of(stated):
    for part in filter(None, stated.split(" | ")):
        what, who = part.split(": ", 1)
        kind, status = what.split(" ")
        yield {"kind": kind, "status": status,
               "participants": who.split(";")[0].split(", ")}


def samples(path):
    source = re.sub(r"/\*.*?\*/", "", open(path, encoding="utf-8").read(),
                    flags=re.S)
    for match in SAMPLE.finditer(source):
        marked, stated = map(text_of, match.groups())
        if re.search(r"\[[^\]]+\]", marked):
            yield marked, stated


def main():
    articles, sentences, *tests = sys.argv[1:]
    count = 0
    with open(articles, "w", encoding="utf-8") as a, \
            open(sentences, "w", encoding="utf-8") as s:
        for marked, stated in (x for t in tests for x in samples(t)):
            names = dict.fromkeys(re.findall(r"\[([^\]]+)\]", marked))
            full = [n if " " in n else f"{GIVEN.get(n, 'Karin')} {n}"
                    for n in names]
            opening = f"{', '.join(full)} have been in the news all week."
            text = re.sub(r"[\[\]{}]", "", marked)
            start = len((opening + " ").encode())
            record = {"id": f"own-{count}", "article": f"own-{count}",
                      "weight": WEIGHT,
                      "start": start, "end": start + len(text.encode()),
                      "encounters": list(encounters_of(stated))}
            json.dump({"id": f"own-{count}", "date": "2014-03-29",
                       "text": f"{opening} {text}"}, a, ensure_ascii=False)
            json.dump(record, s, ensure_ascii=False)
            a.write("\n")
            s.write("\n")
            count += 1


main()
