#!/bin/sh
# example.sh COMMAND...: whether an example prints what it should.
set -eu
expected='John Kerry     3
Sergei Lavrov  2
Vladimir Putin 1'
found=$("$@")
[ "$found" = "$expected" ] || {
    printf 'expected:\n%s\nfound:\n%s\n' "$expected" "$found"
    exit 1
}
