#!/bin/sh
# run.sh NODE TEST: runs a test of the page; 77 without playwright.
set -u
[ -d "$WORK/node_modules/playwright-core" ] || {
    echo "skipped: no playwright-core in $WORK"
    exit 77
}
exec "$1" --test "$2"
