#!/usr/bin/env python3
"""The smallest outside recogniser: two capitalised words are a person.

Reads one article a line (JSON: id, title, date, text) and answers each with
one line of mentions, whose offsets are bytes of the text as UTF-8. An argument
makes it misbehave, for the tests.
"""
import json
import re
import sys
import time

fault = sys.argv[1] if len(sys.argv) > 1 else None
NAME = re.compile(rb"\b[A-Z][a-z]+ [A-Z][a-z]+\b")

for number, line in enumerate(sys.stdin):
    article = json.loads(line)
    text = article["text"].encode("utf-8")
    answer = {
        "id": article["id"],
        "mentions": [{"start": m.start(), "end": m.end(), "type": "person"}
                     for m in NAME.finditer(text)],
    }
    if fault and "Trouble" in article["title"]:
        if fault == "crash":
            sys.exit(7)
        if fault == "hang":
            time.sleep(600)
        if fault == "id":
            answer["id"] = "another"
        if fault == "offset":
            answer["mentions"] = [{"start": 0, "end": 10**6, "type": "person"}]
        if fault == "json":
            print("no JSON", flush=True)
            continue
        if fault == "twice":
            print(json.dumps(answer))
        if fault == "array":
            answer = {"id": article["id"]}
        if fault == "close":
            print(json.dumps(answer)[:10], end="", flush=True)
            sys.exit(0)
    print(json.dumps(answer), flush=True)
