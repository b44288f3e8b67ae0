#!/bin/sh
# One archive, several processes of one machine, and the graph that one process
# makes of it, byte for byte.
#
#   parallel.sh NEWS.jsonl GRAPH.json [PROCESSES]
#
# Each process searches a share of the articles, a share being some lines of the
# file; then one process goes on from what they found, in the order of the
# lines. Needs GNU parallel (Debian: parallel). ENTENTE is the program, BLOCK the size of a
# share (10M).
set -eu
[ $# -ge 2 ] || { echo "usage: parallel.sh NEWS.jsonl GRAPH.json [PROCESSES]" >&2; exit 2; }
entente=${ENTENTE:-entente}
# What is read from standard input is told by its content, and each article by
# its own id: an article without one would be told by its place in the share.
parallel --pipe --keep-order --block "${BLOCK:-10M}" --jobs "${3:-100%}" --halt now,fail=1 \
    "$entente" mentions --quiet --threads 1 --records - <"$1" |
    "$entente" build --quiet - -o "$2"
