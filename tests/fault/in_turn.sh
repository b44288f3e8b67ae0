#!/bin/sh
# The commands whose calls fail in turn.
# Usage: in_turn.sh PROGRAM FAILING.so memory|memory-from-then-on|writes [STEP]
# STEP: each how manieth allocation is tried (1: all); writes are all tried.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$1 failing=$2 what=$3 step=${4:-1}
talks=$here/../golden/data/talks.jsonl
samples=$here/../../samples/articles

try() { python3 "$here/in_turn.py" "$program" "$failing" "$@"; }

# in_all_commands CALL [OPTION...]: the line from articles to files, in each
# of the program's main jobs. Graphviz doesn't check its allocations: no
# pictures where memory fails.
in_all_commands() {
    try "$@" -- build -q --threads 1 "$talks" -o OUT/a.json -o OUT/b.gexf.gz \
        -o OUT/c.csv
    try "$@" -- build -q --threads 1 "$talks" -o OUT/a.html
    try "$@" -- build -q --threads 1 "$talks" --slice month -o OUT/a.gexf
    try "$@" -- report -q --threads 1 "$talks" -o OUT/a.md
    try "$@" -- report -q --threads 1 "$talks" -o OUT/a.json
    try "$@" -- explain -q --threads 1 "$talks" --of Kerry
    try "$@" -- mentions -q --threads 1 "$talks"
    try "$@" -- resolve -q --threads 1 "$talks"
    try "$@" -- events -q --threads 1 "$talks" --format ics
}

case $what in
memory) in_all_commands memory --step "$step" ;;
memory-from-then-on) in_all_commands memory --step "$step" --on ;;
writes)
    in_all_commands write
    in_all_commands write --on
    try write -- build -q "$samples" -o OUT/a.svg -o OUT/b.png -o OUT/c.dot \
        -o OUT/d.pdf -o OUT/e.graphml -o OUT/f.json.gz
    try write -- report -q "$samples" -o OUT/a.html
    ;;
*)
    echo "in_turn.sh: unknown: $what" >&2
    exit 2
    ;;
esac
