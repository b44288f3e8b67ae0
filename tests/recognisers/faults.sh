#!/bin/sh
# An article whose outside recogniser fails is named, the others are there, and
# the program says so by its exit code. Usage: faults.sh PROGRAM
set -u
here=$(cd "$(dirname "$0")" && pwd)
python3 -c '' 2>/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for id in one two three four; do
    title=Fine
    [ $id = two ] && title=Trouble
    printf '{"id":"%s","title":"%s","text":"Ann Dunn met Karl Roth."}\n' \
        $id $title
done >"$work/articles.jsonl"

check() { # NAME CONDITION...
    name=$1
    shift
    "$@" || { echo "failed: $name" >&2; cat "$work/err" >&2; exit 1; }
}

for run in crash:1 crash:3 id:1 json:1; do
    fault=${run%:*}
    "$1" mentions --threads "${run#*:}" \
        --recogniser "python3 $here/capitals.py $fault" \
        "$work/articles.jsonl" >"$work/out" 2>"$work/err"
    check "$run: exit code" [ $? = 3 ]
    check "$run: article named" grep -q ': two: ' "$work/err"
    check "$run: others not" \
        [ "$(grep -c 'outside recogniser' "$work/err")" = 1 ]
    check "$run: others found" [ "$(grep -c 'Karl Roth' "$work/out")" = 3 ]
    check "$run: order" [ "$(sed 's/","title.*//' "$work/out" | tr -d '\n')" \
        = '{"id":"one{"id":"three{"id":"four' ]
done

"$1" mentions --recogniser "python3 $here/capitals.py" \
    "$work/articles.jsonl" >"$work/out" 2>"$work/err"
check "no fault: exit code" [ $? = 0 ]
check "no fault: all found" [ "$(grep -c 'Karl Roth' "$work/out")" = 4 ]
