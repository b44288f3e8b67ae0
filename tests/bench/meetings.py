#!/usr/bin/env python3
"""How many known meetings come out of the news as encounters.

Usage: meetings.py PROGRAM [ARTICLES.jsonl.xz MEETINGS.tsv]

The record says whom the President and the Secretary of State of the United
States met from 2012 to 2020, and when. A meeting is reported when an article
from two days before it to seven days after has both surnames within REACH
characters of a word of meeting. It is recovered when `entente mentions` on
these articles gives an encounter of the two, held or planned; its date is
right when one of these falls on its days. Only days count as dates: "last
week" is none, nor is the day of the article. Two of those with a wrong day are
other meetings of the same two (a call, a later one), so that 1 is out of reach;
most of what is missed is not reported but only near a word of meeting. Then come 100 encounters drawn at
random, to be read by eye. Exit 77: the data is not there.
"""
import collections
import csv
import datetime
import json
import lzma
import os
import random
import re
import subprocess
import sys
import tempfile

REACH = 150
BEFORE, AFTER = 2, 7
HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, "..", "..", "..", "shared", "data", "news")
MEETING_WORD = re.compile(
    r"\b(met|meets?|meetings?|talks|summit|visit(s|ed|ing)?|hosts?|hosted|"
    r"dinner|lunch|sat down|welcomed|received|greeted)\b", re.IGNORECASE)
# A title, then capitalised words: how the record names people in its remarks.
TITLED = re.compile(
    r"(?:President|Minister|Chancellor|King|Queen|Prince|Sultan|Amir|Emir|"
    r"Secretary|Secretary-General|Pope|Premier|Chairman|Speaker|Ambassador|"
    r"Representative|Leader|Envoy|Sheikh|Taoiseach)\s+"
    r"((?:[A-Z][\w'’-]+|al-[A-Z]\w+|[A-Z]\.|bin|de|van|von)"
    r"(?:\s+(?:[A-Z][\w'’-]+|al-\w+|[A-Z]\.|bin|de|van|von|II|VI))*)")
FAMILY_FIRST = {"China", "South Korea", "Korea", "North Korea", "Vietnam",
                "Taiwan", "Cambodia"}
TITLE_WORDS = {"President", "Minister", "King", "Queen", "Prime", "Foreign",
               "Secretary", "General", "Vice", "Crown", "Prince", "Sheikh",
               "Emperor", "Sultan", "Taoiseach", "Chancellor", "State",
               "Summit", "Meeting", "Day", "Agreement", "Memorial"}


def day(text):
    return datetime.date.fromisoformat(text)


def surname(name, country):
    words = [w.strip(".,'’") for w in name.split()]
    words = [w for w in words if w and w not in TITLE_WORDS
             and w not in {"II", "III", "VI", "Jr"}]
    if not words:
        return None
    first = any(country.startswith(c) for c in FAMILY_FIRST)
    return words[0] if first else words[-1]


def president_on(date):
    return "Obama" if date < datetime.date(2017, 1, 20) else "Trump"


def read_meetings(path):
    """Yields (surname, surname, first day, last day), each once."""
    seen = set()
    with open(path, encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter="\t"):
            start, end = day(row["start"]), day(row["end"] or row["start"])
            country = row["country"]
            if row["kind"] == "visit":
                ones = [president_on(start)]
                others = [surname(row["person"], country)]
            else:
                ones = [surname(row["person"], "")]
                # To accompany the President is no meeting of note.
                remarks = re.sub(r"Accompanied[^.;]*", "", row["remarks"])
                others = [surname(m.group(1), country)
                          for m in TITLED.finditer(remarks)]
            for a in ones:
                for b in others:
                    key = (a, b, start, end)
                    if a and b and a != b and key not in seen:
                        seen.add(key)
                        yield key


def positions(word, text):
    # Theresa May is not the month of May.
    return [m.start() for m in re.finditer(
        r"\b%s\b(?! \d)" % re.escape(word), text)]


def reports(text, words, a, b):
    """Whether both surnames stand near one word of meeting."""
    at_a, at_b = positions(a, text), positions(b, text)
    return any(any(abs(w - x) <= REACH for x in at_a)
               and any(abs(w - x) <= REACH for x in at_b) for w in words)


def run(program, articles):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl",
                                     encoding="utf-8") as f:
        for a in articles:
            f.write(json.dumps(a, ensure_ascii=False) + "\n")
        f.flush()
        out = subprocess.run(
            [program, "mentions", "--resolve", "article", f.name],
            stdout=subprocess.PIPE, check=False).stdout
    return {a["id"]: a["encounters"]
            for a in map(json.loads, out.decode("utf-8").splitlines())}


def name_words(name):
    return set(re.split(r"[\W_]+", name.lower()))


def names_in(encounter):
    """The words of its participants, as written and as resolved."""
    forms = zip(encounter["participants"], encounter["actors"])
    return [name_words(" ".join(form)) for form in forms]


def between(encounters, a, b):
    for e in encounters:
        if e["status"] not in ("held", "planned"):
            continue
        people = names_in(e)
        if all(any(name_words(name) <= p for p in people) for name in (a, b)):
            yield e


def right_day(encounter, start, end):
    return encounter["when"] and start <= day(encounter["when"]) <= end


def show(articles, found, count, seed):
    texts = {a["id"]: a for a in articles}
    drawn = [(i, e) for i in sorted(found) for e in found[i]]
    random.Random(seed).shuffle(drawn)
    for i, e in drawn[:count]:
        field = "title" if e.get("field") == "title" else "text"
        raw = texts[i][field].encode("utf-8")
        cut = raw[max(0, e["start"] - 60):e["end"] + 60]
        print(f"{e['kind']} {e['status']} {', '.join(e['participants'])}; "
              f"{e['when']} ({e['when_text']}); {e['where']}; "
              f"{e['confidence']:.2f}")
        print("    " + " ".join(cut.decode("utf-8", "ignore").split()))


def main():
    program = sys.argv[1]
    article_path, meeting_path = sys.argv[2:4] if len(sys.argv) > 3 else (
        os.path.join(SHARED, "articles.jsonl.xz"),
        os.path.join(SHARED, "meetings.tsv"))
    if not os.path.exists(article_path):
        return 77
    with lzma.open(article_path, "rt", encoding="utf-8") as f:
        articles = [json.loads(line) for line in f]
    by_day = collections.defaultdict(list)
    for a in articles:
        if a["date"]:
            text = a["title"] + "\n" + a["text"]
            words = [m.start() for m in MEETING_WORD.finditer(text)]
            by_day[day(a["date"][:10])].append((a["id"], text, words))
    found = run(program, articles)
    reported = recovered = dated = right = 0
    missed = []
    for a, b, start, end in read_meetings(meeting_path):
        days = (end - start).days + BEFORE + AFTER + 1
        ids = [i for n in range(days)
               for i, text, words in
               by_day[start + datetime.timedelta(n - BEFORE)]
               if reports(text, words, a, b)]
        if not ids:
            continue
        reported += 1
        encounters = [e for i in ids for e in between(found[i], a, b)]
        recovered += bool(encounters)
        dated += any(e["when"] for e in encounters)
        right += any(right_day(e, start, end) for e in encounters)
        if not encounters:
            missed.append((a, b, start, ids))
    print(f"meetings reported\t{reported}")
    print(f"recovered\t{recovered}\t{recovered / max(reported, 1):.3f}")
    print(f"with a date\t{dated}\tof these right\t{right}\t"
          f"{right / max(dated, 1):.3f}")
    for a, b, start, ids in missed if "--missed" in sys.argv else []:
        print(f"missed\t{a}\t{b}\t{start}\t{' '.join(ids[:4])}")
    print("\n100 encounters at random:")
    show(articles, found, 100, 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
