#!/bin/sh
# Whether `entente evaluate` says what the reference scorers say, digit for
# digit. Usage: scorers_agree.sh PROGRAM. Exit 77: the scorers are not there.
set -u
shared=$(dirname "$0")/../../../shared
[ -r "$shared/eval/score_ner.py" ] && command -v python3 >/dev/null || exit 77

agree() { # SCORER WHAT FILE
    expected=$(python3 "$shared/eval/$1" "$program" "$3") || return 1
    found=$("$program" evaluate "$2" "$3") || return 1
    [ "$expected" = "$found" ] && return 0
    printf '%s expected:\n%s\nfound:\n%s\n' "$2" "$expected" "$found" >&2
    return 1
}

program=$1
agree score_ner.py ner "$shared/data/ner/ewt-dev.conll" &&
    agree score_encounters.py encounters "$shared/data/encounters/dev.jsonl"
