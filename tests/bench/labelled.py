#!/usr/bin/env python3
"""Articles with the names that a reader or the teacher labelled, for
`entente train ner`.

Usage: labelled.py DATA LABELS.tsv.xz > labelled.jsonl

LABELS (reader_labels.tsv.xz and teacher_labels.tsv.xz beside this file) has the
labels without the texts, which are in the folder DATA:
parse/ewt-train.conllu.xz (ewt), parse/gum-train.conllu.xz (gum) and
news/articles.jsonl.xz (news). A line has the source, the article's id, which
bytes of it were labelled (nothing: all of them), and the names: bytes since the
last name, type and length.
"""
import json
import lzma
import re
import sys

TYPES = {"p": "person", "o": "org", "l": "place", "m": "misc"}


def trees(path):
    """The text of each document, a sentence a paragraph."""
    texts, name = {}, None
    for line in lzma.open(path, "rt", encoding="utf-8"):
        if line.startswith("# newdoc"):
            name = line.split("=", 1)[1].strip()
            texts[name] = ""
        elif line.startswith("# text ="):
            texts[name] += line.split("=", 1)[1].strip() + "\n\n"
    return texts


def news(path):
    articles = map(json.loads, lzma.open(path, "rt", encoding="utf-8"))
    return {article["id"]: article["text"] for article in articles}


def mentions(field):
    end = 0
    for gap, kind, size in re.findall(r"(\d+)([polm])(\d+)", field):
        start = end + int(gap)
        end = start + int(size)
        yield {"start": start, "end": end, "type": TYPES[kind]}


def main(data, labels):
    texts = {"ewt": trees(f"{data}/parse/ewt-train.conllu.xz"),
             "gum": trees(f"{data}/parse/gum-train.conllu.xz"),
             "news": news(f"{data}/news/articles.jsonl.xz")}
    for line in lzma.open(labels, "rt", encoding="utf-8"):
        source, name, parts, names = line.rstrip("\n").split("\t")
        text = texts[source][name].encode()
        if parts:
            text = b"".join(text[int(a):int(b)] + b"\n\n"
                            for a, b in re.findall(r"(\d+)-(\d+)", parts))
        print(json.dumps({"id": name, "text": text.decode(),
                          "mentions": list(mentions(names))}))


if len(sys.argv) != 3:
    sys.exit(__doc__.split("\n\n")[1])
main(*sys.argv[1:])
