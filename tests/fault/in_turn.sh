#!/bin/sh
# The commands whose calls fail in turn.
# Usage: in_turn.sh PROGRAM FAILING.so|- memory|memory-from-then-on|writes [STEP]
# STEP: each how manieth allocation is tried (1: all); writes are all tried.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$1 failing=$2 what=$3 step=${4:-1}
talks=$here/../golden/data/talks.jsonl
samples=$here/../../samples/articles
seeds=$here/../fuzz/corpus

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM

# An input for each reader, out of what the fuzzers begin with; the first byte
# of some says which reader it is for.
mkdir "$scratch/inputs"
for seed in documents/7z documents/bundle documents/compressed documents/docx \
    documents/epub documents/factiva documents/mail documents/mbox \
    documents/multipart documents/new_nexis documents/odt documents/pdf \
    documents/proquest documents/rtf documents/subtitles documents/tar \
    documents/zip pages/atom pages/newsml pages/page; do
    tail -c +2 "$seeds/$seed" > "$scratch/inputs/${seed#*/}"
done
for seed in graph.csv mark.jsonl mentions.json names.conll plain.txt \
    spacy.json utf16.txt; do
    cp "$seeds/source/$seed" "$scratch/inputs"
done
"$program" add -q "$samples" --store "$scratch/samples.db"

# One command that goes wrong doesn't hide the next.
failed=0
try() { python3 "$here/in_turn.py" "$program" "$failing" "$@" || failed=1; }

# in_all_commands CALL [OPTION...]: the line from inputs to files, in each of the
# program's main jobs.
in_all_commands() {
    try "$@" -- build -q --threads 1 "$samples" -o OUT/a.json -o OUT/a.graphml \
        -o OUT/a.gexf -o OUT/a.csv -o OUT/a.graphology -o OUT/a.cyjs \
        -o OUT/a.gml -o OUT/a.net -o OUT/a.neo4j -o OUT/a.edges \
        -o OUT/a.matrix -o OUT/a.mmd
    try "$@" -- build -q --threads 1 "$samples" -o OUT/a.dot -o OUT/a.svg \
        -o OUT/a.pdf -o OUT/a.png
    try "$@" --lines -- articles -q --threads 1 "$scratch/inputs"
    try "$@" -- build -q --threads 1 --store "$scratch/samples.db" \
        -o OUT/a.json.gz
    try "$@" --again -- add -q --threads 1 "$talks" --store OUT/s.db
    try "$@" -- build -q --threads 1 "$talks" -o OUT/a.json -o OUT/b.gexf.gz \
        -o OUT/c.csv
    try "$@" -- build -q --threads 1 "$talks" -o OUT/a.html
    try "$@" -- build -q --threads 1 "$talks" --slice month -o OUT/a.gexf
    try "$@" -- report -q --threads 1 "$talks" -o OUT/a.md
    try "$@" -- report -q --threads 1 "$talks" -o OUT/a.json
    try "$@" -- report -q --threads 1 "$samples" -o OUT/a.html
    try "$@" -- explain -q --threads 1 "$talks" --of Kerry
    try "$@" -- mentions -q --threads 1 --memory 0 "$talks"
    try "$@" -- resolve -q --threads 1 "$talks"
    try "$@" -- events -q --threads 1 "$talks" --format ics
}

case $what in
memory) in_all_commands memory --step "$step" ;;
memory-from-then-on) in_all_commands memory --step "$step" --on ;;
writes)
    in_all_commands write
    in_all_commands write --on
    ;;
*)
    echo "in_turn.sh: unknown: $what" >&2
    exit 2
    ;;
esac
exit $failed
