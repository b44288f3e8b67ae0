#!/bin/sh
# crashing.sh PROGRAM PLUGIN: an exporter that crashes is named, with what it
# was writing; of that nothing stays, and what was there before does.
set -eu
program=$1 plugin=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ulimit -c 0
echo 'John Kerry met Sergei Lavrov in Paris.' >article.txt
echo old >before.txt

for how in SEGV:segv ABRT:abort SEGV:overflow; do
    signal=SIG${how%:*} how=${how#*:}
    code=0
    "$program" build -q article.txt --plugin "$plugin" -f crashing \
        -x greeting=$how -o before.txt 2>error.txt || code=$?
    # A sanitizer turns the signal into an exit code of its own.
    [ $code -ne 0 ] || { echo "$how ended with 0"; exit 1; }
    line="entente: exporter 'crashing' crashed ($signal) while writing before.txt"
    [ "$(head -n 1 error.txt)" = "$line" ] ||
        { echo "$how said:"; cat error.txt; exit 1; }
    [ "$(cat before.txt)" = old ] || { echo "$how: a half file"; exit 1; }
    rm error.txt
    [ "$(ls -A)" = "article.txt
before.txt" ] || { echo "$how left behind:"; ls -A; exit 1; }
done
"$program" build -q article.txt --plugin "$plugin" -f crashing -o - \
    2>error.txt >out.txt && exit 1
grep -q "while writing standard output" error.txt
