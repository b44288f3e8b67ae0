#!/bin/sh
# The sample that lets spaCy recognise, on a list of patterns: no model needed.
# Usage: spacy.sh PROGRAM
set -u
sample=$(cd "$(dirname "$0")/../../samples/spacy" && pwd)
python3 -c 'import spacy' 2>/dev/null || exit 77
article='{"id":"a","text":"Zürich: Mr Karl Roth met Ann Dunn on Sunday."}'
found=$(printf '%s\n' "$article" | "$1" mentions --resolve none --recogniser \
    "python3 '$sample/spacy_recogniser.py' blank:en \
        --patterns '$sample/patterns.jsonl'" -) || exit 1
names=$(printf '%s' "$found" | grep -o '"text":"[^"]*"' | tr -d '\n')
expected='"text":"Zürich""text":"Karl Roth""text":"Ann Dunn"'
[ "$names" = "$expected" ] && exit 0
printf 'expected %s\nfound %s\n' "$expected" "$found" >&2
exit 1
