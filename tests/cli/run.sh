#!/bin/sh
# What only a terminal sees: the progress line, colours, the width.
#
#   run.sh PROGRAM
set -u
here=$(cd "$(dirname "$0")" && pwd)
PROGRAM=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
DATA=$here/../golden/data
SAMPLES=$here/../../samples
LC_ALL=C.UTF-8
TERM=xterm
export PROGRAM DATA SAMPLES LC_ALL TERM
unset NO_COLOR
escape=$(printf '\033')
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

wrong() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# on_terminal LINE: runs a shell line with a terminal of 100 columns.
on_terminal() {
    script -qec "stty cols 100; $1" /dev/null < /dev/null > "$scratch/seen" 2>&1
}

seen() { grep -q -e "$1" "$scratch/seen"; }

script -qec true /dev/null < /dev/null > /dev/null 2>&1 || {
    echo "skipped: no script command, or no pseudo-terminal to be had"
    exit 77
}

on_terminal '"$PROGRAM" report "$DATA/talks.jsonl"'
seen "$escape\[1m" || wrong "no colour on a terminal"
on_terminal 'NO_COLOR=1 "$PROGRAM" report "$DATA/talks.jsonl"'
seen "$escape\[1m" && wrong "colour in spite of NO_COLOR"
on_terminal 'TERM=dumb "$PROGRAM" report "$DATA/talks.jsonl"'
seen "$escape\[1m" && wrong "colour on a dumb terminal"
on_terminal '"$PROGRAM" report "$DATA/talks.jsonl" -o r.txt; cat r.txt; rm r.txt'
seen "$escape\[1m" && wrong "colour in a file"
on_terminal '"$PROGRAM" report "$DATA/talks.jsonl" | cat'
seen "$escape\[1m" && wrong "colour in a pipe"

# Bytes that would only spoil the terminal.
if "$PROGRAM" exporters | grep -q '^png'; then
    on_terminal '"$PROGRAM" build -q "$DATA/talks.jsonl" -f png -o -; echo $?'
    seen '-o -: expected a file or a pipe for png' ||
        wrong "a picture on a terminal"
    seen '^2' || wrong "a picture on a terminal is no wrong usage"
    on_terminal '"$PROGRAM" build -q "$DATA/talks.jsonl" -f png -o - | wc -c'
    seen '^[1-9][0-9]' || wrong "no picture in a pipe"
    on_terminal '"$PROGRAM" build -q "$DATA/talks.jsonl" -f svg -o -'
    seen '</svg>' || wrong "no text on a terminal"
fi

# Several articles; the line is drawn with the first, so no time is measured.
mkdir "$scratch/many"
i=0
while [ $i -lt 200 ]; do
    cat "$SAMPLES"/articles/briefs.jsonl
    i=$((i + 1))
done > "$scratch/many/a.jsonl"
MANY=$scratch/many
export MANY
on_terminal '"$PROGRAM" mentions "$MANY" > /dev/null'
seen '\[[#.]*\].*%.*articles' || wrong "no progress on a terminal"
on_terminal '"$PROGRAM" mentions -q "$MANY" > /dev/null'
seen '%' && wrong "progress in spite of --quiet"
on_terminal 'cat "$MANY"/* | "$PROGRAM" mentions - > /dev/null'
seen 'MB.*articles' || wrong "no progress from standard input"
"$PROGRAM" mentions "$MANY" > /dev/null 2> "$scratch/seen"
grep -v 'came again' "$scratch/seen" && wrong "progress without a terminal"

[ $failures -eq 0 ]
