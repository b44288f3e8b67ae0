#!/bin/sh
# Runs command lines and compares exit code, standard output and standard error
# with what is written down.
#
#   run.sh PROGRAM [--refresh] [CASE...]
#
# A case is a file cases/NAME.txt: shell lines (in which `entente` is PROGRAM
# and DATA and SAMPLES are folders), then "--- exit N", "--- stdout" and
# "--- stderr" with what is expected. --refresh writes that down anew: look at
# the difference before it is committed.
set -u
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] || { echo "usage: run.sh PROGRAM [--refresh] [CASE...]" >&2; exit 2; }
PROGRAM=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
refresh=
[ "${1-}" = --refresh ] && { refresh=1; shift; }
DATA=$here/data
SAMPLES=$here/../../samples
export PROGRAM DATA SAMPLES
unset ENTENTE_EXPORTER_PATH NO_COLOR
LC_ALL=C.UTF-8
TZ=UTC
export LC_ALL TZ

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM

# What differs from run to run or place to place is masked; of reals six digits
# are enough, since the last ones differ between processors.
version=$("$PROGRAM" version | sed 's/.* //; s/\./\\./g')
masked() {
    sed -e "s|\b$version\b|VERSION|g" -e "s|$DATA|DATA|g" -e "s|$SAMPLES|SAMPLES|g" \
        -e "s|$PROGRAM|entente|g" -e 's| in [0-9.]* s;| in N s;|' \
        -e 's|\(\.[0-9]\{6\}\)[0-9]*|\1|g'
}

run_case() { # NAME
    file=$here/cases/$1.txt
    work=$scratch/work
    rm -rf "$work"
    mkdir "$work"
    { echo 'entente() { "$PROGRAM" "$@"; }'; sed '/^--- exit/,$d' "$file"; } \
        > "$scratch/commands"
    (cd "$work" && sh "$scratch/commands") \
        > "$scratch/stdout" 2> "$scratch/stderr" < /dev/null
    code=$?
    {
        sed '/^--- exit/,$d' "$file"
        echo "--- exit $code"
        echo "--- stdout"
        masked < "$scratch/stdout"
        echo "--- stderr"
        masked < "$scratch/stderr"
    } > "$scratch/found"
    cmp -s "$file" "$scratch/found" && return 0
    if [ "$refresh" ]; then
        cp "$scratch/found" "$file"
        echo "refreshed $1"
        return 0
    fi
    echo "FAILED $1"
    diff -u "$file" "$scratch/found"
    echo "(when this change is meant: $0 $PROGRAM --refresh $1)"
    return 1
}

failed=0
if [ $# -eq 0 ]; then
    set -- $(cd "$here/cases" && ls *.txt | sed 's/\.txt$//')
fi
for name in "$@"; do
    run_case "$name" || failed=1
done
exit $failed
