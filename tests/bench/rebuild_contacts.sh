#!/bin/sh
# Makes the shipped model of contacts anew and compares it, byte for byte.
# Usage: tests/bench/rebuild_contacts.sh [COMMIT [NEW-MODEL]]
# Trains with the program as it was at COMMIT, by default the one that MODEL.md
# names; its recogniser reads the articles. To ship another model, train it from
# a commit of main and name that commit there.
# Wants git and ../shared/data.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/bench/trainer.sh"
commit=${1:-$(trained_from "$root/src/encounter/MODEL.md")}
data=$root/../shared/data
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
model=${2:-$scratch/contacts.bin}

build_at "$commit" "$scratch/source"
tests=$scratch/source/tests
python3 "$tests/bench/own_contacts.py" "$scratch/own.jsonl" \
    "$scratch/own-sentences.jsonl" "$tests"/unit/encounter/test_encounter*.c \
    "$tests/unit/encounter/test_speaker.c"
xz -dc "$data/news/articles.jsonl.xz" >"$scratch/news.jsonl"
xz -dc "$data/encounters/silver.jsonl.xz" >"$scratch/silver.jsonl"
xz -dc "$tests/bench/reader_contacts.jsonl.xz" >"$scratch/readers.jsonl"
# Those that stand for the news come first (see ent_train_encounters).
grep '"drawn":true' "$scratch/readers.jsonl" |
    cat "$data/encounters/train.jsonl" - >"$scratch/drawn.jsonl"
grep -v '"drawn":true' "$scratch/readers.jsonl" >"$scratch/chosen.jsonl"
start=$(date +%s)
"$scratch/source/build/entente" train encounters "$scratch/drawn.jsonl" \
    "$data/encounters/train-status.jsonl" "$scratch/own-sentences.jsonl" \
    "$scratch/chosen.jsonl" "$scratch/silver.jsonl" --articles "$scratch/own.jsonl" \
    --articles "$scratch/news.jsonl" -o "$model"
echo "trained in $(($(date +%s) - start)) s"
compare "$model" "$root/src/encounter/contacts.bin"
