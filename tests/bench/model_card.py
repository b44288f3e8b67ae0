#!/usr/bin/env python3
"""The tables of src/recognise/MODEL.md: how good and how sure the model is.

Usage: model_card.py ENTENTE FOLDER

FOLDER holds worldwide-dev.conll and ewt-test.conll. F1 is of exact span and
type at the default --min-confidence; the other tables are of all mentions.
"""
import collections
import json
import re
import subprocess
import sys
import tempfile

TYPES = {"person": "PER", "org": "ORG", "place": "LOC", "misc": "MISC"}
SMALL = "of and the for in on to a an at by with as or is".split()
EDGES = [0, .3, .4, .5, .6, .7, .8, .9, .95, 1.01]


def read(path):
    """Articles of a token and tag file: lists of (token, tag), None between
    sentences."""
    articles = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("-DOCSTART-"):
            articles.append([])
        elif not articles:
            articles.append([])
        if line.startswith("-DOCSTART-"):
            continue
        articles[-1].append(tuple(line.rsplit(" ", 1)) if line else None)
    return [a for a in articles if any(a)]


def tokenised(tokens, letters=lambda word: word):
    """Text with a space between tokens, and its names as character spans."""
    text, names, open_ = "", [], None
    for item in tokens:
        if item is None:
            text, open_ = text + "\n", None
            continue
        text += "" if not text or text.endswith("\n") else " "
        start, tag = len(text), item[1]
        text += letters(item[0])
        if tag == "O":
            open_ = None
        elif open_ is not None and tag == "I-" + names[open_][2]:
            names[open_][1] = len(text)
        else:
            open_ = len(names)
            names.append([start, len(text), tag[2:]])
    return text, {tuple(name) for name in names}


def running(tokens):
    """The same without the spaces that the cutting into tokens made."""
    text, names = tokenised(tokens)
    gap = re.compile(r" (?=[,.;:!?)\]%’]|'s\b|'\b|n't\b)|(?<=[(\[$]) |"
                     r"(?<=\w) (?=- ?\w)|(?<=\w -) (?=\w)")
    drop = {m.start() for m in gap.finditer(text)}
    moved, kept = [], 0
    for i in range(len(text) + 1):
        moved.append(kept)
        kept += i not in drop
    joined = "".join(c for i, c in enumerate(text) if i not in drop)
    return joined, {(moved[a], moved[b], t) for a, b, t in names}


def found(program, articles, *options):
    """What the program finds in each text: (start, end, type, confidence)."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for i, (text, _) in enumerate(articles):
            json.dump({"id": str(i), "text": text}, file)
            file.write("\n")
        file.flush()
        out = subprocess.run(
            [program, "mentions", "-q", "--types", "person,org,place,misc",
             *options, file.name], check=True, capture_output=True).stdout
    result = [[] for _ in articles]
    for line in out.splitlines():
        article = json.loads(line)
        raw = articles[int(article["id"])][0].encode()
        for m in article["mentions"]:
            start = len(raw[:m["start"]].decode())
            end = start + len(raw[m["start"]:m["end"]].decode())
            result[int(article["id"])].append(
                (start, end, TYPES[m["type"]], m["confidence"]))
    return result


def f1(right, said, gold):
    return 2 * right / (said + gold) if right else 0.0


def quality(program, name, articles):
    count = collections.Counter()
    for (_, gold), mentions in zip(articles, found(program, articles)):
        said = {m[:3] for m in mentions if m[2] != "MISC"}
        for what, spans in (("gold", gold), ("said", said),
                            ("right", gold & said)):
            for span in spans:
                if span[2] != "MISC":
                    count[what, span[2]] += 1
                    count[what, "all"] += 1
    scores = [f1(*(count[what, kind] for what in ("right", "said", "gold")))
              for kind in ("PER", "ORG", "LOC", "all")]
    scores += [count["right", "all"] / count["said", "all"],
               count["right", "all"] / count["gold", "all"]]
    print(f"| {name} | " + " | ".join(f"{s:.3f}"[1:] for s in scores) + " |")


def reliability(program, articles):
    bins = collections.defaultdict(list)
    answers = found(program, articles, "--min-confidence", "0")
    for (_, gold), mentions in zip(articles, answers):
        for m in mentions:
            if m[2] != "MISC":
                step = max(i for i, e in enumerate(EDGES) if m[3] >= e)
                bins[step].append((m[3], m[:3] in gold))
    return bins


def errors(program, articles):
    """Why gold names are not found, by their type; and what is invented."""
    table = collections.defaultdict(collections.Counter)
    for (_, gold), mentions in zip(articles, found(program, articles)):
        said = {m[:3] for m in mentions}
        for a, b, kind in gold - said:
            near = [m for m in said if m[0] < b and a < m[1]]
            same = any(m[:2] == (a, b) for m in near)
            table[kind]["type" if same else "edges" if near else "missed"] += 1
        for a, b, kind in said:
            if not any(g[0] < b and a < g[1] for g in gold):
                table[kind]["invented"] += 1
        for name in gold:
            table[name[2]]["gold"] += 1
    for kind in ("PER", "ORG", "LOC", "MISC"):
        row = table[kind]
        print(f"| {kind} ({row['gold']:,}) | {row['type']} | {row['edges']} | "
              f"{row['missed']} | {row['invented']} |")


def main(program, folder):
    dev = read(f"{folder}/worldwide-dev.conll")
    web = [tokenised(a) for a in read(f"{folder}/ewt-test.conll")]
    plain = [tokenised(a) for a in dev]
    print("| Text | PER | ORG | LOC | all | precision | recall |")
    quality(program, "world newswire (worldwide-dev)", plain)
    quality(program, "the same as running text, not cut into tokens",
            [running(a) for a in dev])
    quality(program, "the same as headlines, Most Words Capitalised",
            [tokenised(a, lambda w: w if w in SMALL else w[:1].upper() + w[1:])
             for a in dev])
    quality(program, "the same ALL IN CAPITALS",
            [tokenised(a, lambda w: w.upper() if len(w.upper()) == len(w)
                       else w) for a in dev])
    quality(program, "web text (ewt-test)", web)
    print("\n| Confidence | mentions | mean | right | web: mentions | right |")
    ours, theirs = reliability(program, plain), reliability(program, web)
    for i in range(len(EDGES) - 1):
        a, b = ours[i], theirs[i]
        if a and b:
            print(f"| {EDGES[i]:.2f}-{min(EDGES[i + 1], 1):.2f} | {len(a)} | "
                  f"{sum(p for p, _ in a) / len(a):.2f} | "
                  f"{sum(r for _, r in a) / len(a):.2f} | {len(b)} | "
                  f"{sum(r for _, r in b) / len(b):.2f} |")
    print("\n| | another type | other edges | missed | invented |")
    errors(program, plain)


main(*sys.argv[1:])
