#!/bin/sh
# The figures of the README: speed of each stage on one core, of two threads,
# start-up, size.
# Usage: tests/bench/run.sh [--train] [--beside] [--grow] [ARTICLES.jsonl] [BUILD-FOLDER]
# --train also makes the shipped model anew and says how long that takes; --beside
# also runs the whole line beside other ways to the same graph (beside.py), --grow
# over ten times the articles (scale.py).
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
train= beside= grow=
while :; do
    case ${1:-} in
    --train) train=1 ;;
    --beside) beside=1 ;;
    --grow) grow="--grow 10" ;;
    *) break ;;
    esac
    shift
done
build=${2:-$root/build}
articles=${1:-}
if [ -z "$articles" ]; then
    articles=$(mktemp)
    trap 'rm -f "$articles"' EXIT
    xz -dc "$root/../shared/data/news/articles.jsonl.xz" |
        head -n 4000 >"$articles"
fi
"$build/tests/bench/entente_bench" "$articles"
echo
# shellcheck disable=SC2086
"$root/tests/bench/scale.py" $grow "$articles" "$build"
echo
ls -L "$build"/libentente.so "$build"/entente | while read -r file; do
    printf '%-28s %8s bytes\n' "$(basename "$file")" "$(stat -Lc %s "$file")"
done
printf '%-28s %8s bytes\n' "model" "$(stat -c %s "$root/src/recognise/model.bin")"
if [ -n "$beside" ]; then
    echo
    "$root/tests/bench/beside.py" "$articles" "$build"
fi
if [ -n "$train" ]; then
    "$root/tests/bench/rebuild_model.sh"
    "$root/tests/bench/rebuild_contacts.sh"
fi
