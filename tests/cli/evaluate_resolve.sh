#!/bin/sh
# evaluate_resolve.sh PROGRAM SHARED: `entente evaluate resolve` prints what the
# scorer that defines the figures prints.
set -eu
program=$1 shared=$2
scorer=$shared/eval/score_resolve.py gold=$shared/data/resolve/news-fair.jsonl
[ -f "$scorer" ] && [ -f "$gold" ] && command -v python3 >/dev/null || {
    echo "skipped: no scorer or gold under $shared"
    exit 77
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for spans in --gold-spans ''; do
    python3 "$scorer" $spans "$program" "$gold" >"$scratch/expected"
    "$program" evaluate resolve $spans "$gold" >"$scratch/found"
    diff -u "$scratch/expected" "$scratch/found"
done
