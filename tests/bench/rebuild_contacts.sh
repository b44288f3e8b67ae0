#!/bin/sh
# Makes the shipped model of contacts anew and compares it, byte for byte.
# Usage: tests/bench/rebuild_contacts.sh [BUILD-FOLDER] [NEW-MODEL]
# Wants ../shared/data. The recogniser in the build reads the articles.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$root/build}
data=$root/../shared/data
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
model=${2:-$scratch/contacts.bin}

python3 "$root/tests/bench/own_contacts.py" "$scratch/own.jsonl" \
    "$scratch/own-sentences.jsonl" "$root"/tests/unit/encounter/test_encounter*.c \
    "$root"/tests/unit/encounter/test_speaker.c
xz -dc "$data/news/articles.jsonl.xz" >"$scratch/news.jsonl"
xz -dc "$data/encounters/silver.jsonl.xz" >"$scratch/silver.jsonl"
start=$(date +%s)
"$build/entente" train encounters "$data/encounters/train.jsonl" \
    "$data/encounters/train-status.jsonl" "$scratch/own-sentences.jsonl" \
    "$scratch/silver.jsonl" --articles "$scratch/own.jsonl" \
    --articles "$scratch/news.jsonl" -o "$model"
echo "trained in $(($(date +%s) - start)) s"
cmp "$model" "$root/src/encounter/contacts.bin" && echo "same as the shipped one"
