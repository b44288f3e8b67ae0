#!/usr/bin/env python3
"""spaCy as entente's recogniser.

    entente build articles/ -o network.svg \\
        --recogniser 'python3 samples/spacy/spacy_recogniser.py en_core_web_sm'

Reads one article a line (JSON: id, title, date, text) from standard input and
answers each with one line, its mentions. spaCy counts characters, entente
counts bytes of UTF-8: the offsets are converted on the way.
"""
import argparse
import json
import sys

import spacy

# What spaCy's models call names; other labels (dates, amounts) are left out.
TYPES = {
    "PERSON": "person", "PER": "person",
    "ORG": "org",
    "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "misc", "EVENT": "misc", "PRODUCT": "misc", "WORK_OF_ART": "misc",
    "LAW": "misc", "MISC": "misc",
}


def load(name, patterns):
    """An installed pipeline, or blank:LANGUAGE; with an entity ruler's
    patterns (JSON Lines) before whatever else finds names."""
    if name.startswith("blank:"):
        nlp = spacy.blank(name.removeprefix("blank:"))
    else:
        # Names need neither the parser's trees nor lemmas.
        nlp = spacy.load(name, exclude=["parser", "lemmatizer"])
    if patterns:
        before = "ner" if nlp.has_pipe("ner") else None
        ruler = nlp.add_pipe("entity_ruler", before=before)
        ruler.from_disk(patterns)
    return nlp


def mentions(nlp, text, field):
    at_byte, byte = [], 0
    for character in text:
        at_byte.append(byte)
        byte += len(character.encode("utf-8"))
    at_byte.append(byte)
    for entity in nlp(text).ents:
        if entity.label_ in TYPES:
            yield {"start": at_byte[entity.start_char],
                   "end": at_byte[entity.end_char],
                   "type": TYPES[entity.label_], "field": field}


def main():
    parser = argparse.ArgumentParser(description="spaCy for entente")
    parser.add_argument("model", help="a pipeline's name, or blank:en")
    parser.add_argument("--patterns", help="an entity ruler's patterns")
    arguments = parser.parse_args()
    nlp = load(arguments.model, arguments.patterns)
    for line in sys.stdin:
        article = json.loads(line)
        nlp.max_length = max(nlp.max_length, len(article["text"]) + 1)
        answer = {"id": article["id"], "mentions": [
            *mentions(nlp, article.get("title") or "", "title"),
            *mentions(nlp, article["text"], "text")]}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
