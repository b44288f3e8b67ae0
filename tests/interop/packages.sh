#!/bin/sh
# packages.sh NPM FOLDER: the readers of round_trips.py that npm has, below the
# folder. 77 where they can't be had.
set -u
wanted="graphology@0.26.0 graphology-types@0.24.8 graphology-gexf@0.13.2
  graphology-graphml@0.5.2 cytoscape@3.33.1
  mermaid@11.17.2 jsdom@26.1.0"
[ "$(cat "$2/packages" 2>/dev/null)" = "$wanted" ] && exit 0
mkdir -p "$2"
# shellcheck disable=SC2086  # a list of words
"$1" install --prefix "$2" --no-save --no-audit --no-fund --silent $wanted && {
    printf '%s\n' "$wanted" >"$2/packages"
    exit 0
}
echo "skipped: npm can't install $wanted"
exit 77
