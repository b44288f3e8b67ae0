#!/bin/sh
# crashing.sh PROGRAM SPECIMENS: an exporter that crashes is named, with what it
# was writing; of that nothing stays, and what was there before does. So is the
# file of one that crashes while it is loaded.
set -eu
program=$1 plugin=$2/crashing.so specimens=$2/loading
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

# Where memory is short, that is why, and the program ends as for other wants.
# Sanitizers take more than any limit.
if (ulimit -v 400000 && "$program" version) >version.txt 2>&1; then
    line="entente: out of memory: exporter 'crashing' crashed (SIGSEGV) while"
    found=
    for limit in 70000 80000 90000 100000 110000 120000 130000 140000; do
        code=0
        (ulimit -v $limit && exec "$program" build -q -j 1 article.txt \
            --no-plugins --plugin "$plugin" -f crashing -x greeting=segv \
            -o before.txt) 2>error.txt || code=$?
        [ "$(cat error.txt)" = "$line writing before.txt" ] || continue
        found=yes
        [ $code -eq 1 ] || { echo "at $limit: exit $code"; exit 1; }
    done
    [ "$found" ] || { echo "at no limit memory was short:"; cat error.txt
        exit 1; }
fi
[ "$(cat before.txt)" = old ]

# By name, and found in a folder.
loading() { # SPECIMEN SIGNAL COMMAND...
    line="entente: plug-in $specimens/$1.so crashed ($2) while it was loaded"
    shift 2
    "$@" 2>error.txt >out.txt && exit 1
    [ "$(head -n 1 error.txt)" = "$line" ] ||
        { echo "expected: $line"; cat error.txt; exit 1; }
    [ ! -s out.txt ] || { echo "$line: and went on"; exit 1; }
}
for specimen in crashing_opened:SIGABRT crashing_entered:SIGSEGV; do
    signal=${specimen#*:} specimen=${specimen%:*}
    loading $specimen $signal "$program" exporters \
        --plugin "$specimens/$specimen.so"
    loading $specimen $signal "$program" build -q article.txt \
        --plugin "$specimens/$specimen.so" -o new.json
done
mkdir folder
ln -s "$specimens/crashing_entered.so" folder
specimens=folder
loading crashing_entered SIGSEGV env ENTENTE_EXPORTER_PATH=folder \
    "$program" exporters
