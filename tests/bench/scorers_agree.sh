#!/bin/sh
# Whether `entente evaluate` says what the reference scorers say, digit for
# digit. Usage: scorers_agree.sh PROGRAM. Exit 77: the scorers are not there.
set -u
shared=$(dirname "$0")/../../../shared
[ -r "$shared/eval/score_ner.py" ] && command -v python3 >/dev/null &&
    command -v xz >/dev/null || exit 77

compare() { # WHAT EXPECTED FOUND
    [ "$2" = "$3" ] && return 0
    printf '%s expected:\n%s\nfound:\n%s\n' "$1" "$2" "$3" >&2
    return 1
}

# Other articles may tell that a name is of another type, which the recogniser
# is not measured by.
ner() { # GOLD
    printf '#!/bin/sh\nexec "%s" "$@" --resolve article\n' "$program" >"$alone"
    chmod +x "$alone"
    expected=$(python3 "$shared/eval/score_ner.py" "$alone" "$1") &&
        found=$("$program" evaluate ner "$1") &&
        compare ner "$expected" "$found"
}

# Writes those of the articles that the gold names: all would take a minute.
articles_of() { # GOLD...
    xz -dc "$shared/data/news/articles.jsonl.xz" | python3 -c '
import json, sys
wanted = {json.loads(line)["article"] for path in sys.argv[1:]
          for line in open(path, encoding="utf-8") if line.strip()}
for line in sys.stdin.buffer:
    if json.loads(line)["id"] in wanted:
        sys.stdout.buffer.write(line)' "$@"
}

encounters() { # GOLD...
    expected=$(python3 "$shared/eval/score_encounters.py" "$program" \
        "$articles" "$@") &&
        found=$("$program" evaluate encounters --articles "$articles" "$@") &&
        compare encounters "$expected" "$found"
}

program=$1
met=$shared/data/encounters
articles=$(mktemp --suffix .jsonl)
alone=$(mktemp)
trap 'rm -f "$articles" "$alone"' EXIT
ner "$shared/data/ner/ewt-dev.conll" || exit 1
set -- "$met/dev.jsonl" "$met/train.jsonl" "$met/train-status.jsonl" \
    "$met/heldout.jsonl"
articles_of "$@" >"$articles" && encounters "$@"
