#!/bin/sh
# Installs what is needed, builds entente and runs the main job on the samples.
# Usage: samples/demo.sh     (as root on Debian 12; can be run again)
# ENTENTE=PROGRAM (such as ENTENTE=entente) runs that program and installs and
# builds nothing; OUT=FOLDER says where the results go.
set -eu
cd "$(dirname "$0")/.."

out=${OUT:-build/demo}
if [ -z "${ENTENTE:-}" ]; then
    samples/setup.sh build
    cmake -B build -DENTENTE_TESTS=OFF
    cmake --build build -j "$(nproc)"
    ENTENTE=build/entente
fi

mkdir -p "$out"
"$ENTENTE" build samples/articles --aliases samples/aliases.json \
    -o "$out/who-meets-whom.svg" -o "$out/who-meets-whom.png" \
    -o "$out/who-meets-whom.gexf" -o "$out/who-meets-whom.graphml" \
    -o "$out/who-meets-whom.json" -o "$out/who-meets-whom.dot" \
    -o "$out/who-meets-whom.html"
"$ENTENTE" report samples/articles --aliases samples/aliases.json \
    -o "$out/report.md"
"$ENTENTE" report samples/articles --aliases samples/aliases.json \
    -o "$out/report.html"
"$ENTENTE" report samples/articles --aliases samples/aliases.json

cat <<END

The pictures and the report are in $(cd "$out" && pwd):
  who-meets-whom.html           the page: search, filter, read the evidence
  who-meets-whom.svg, .png      the picture
  who-meets-whom.gexf, .graphml for Gephi
  who-meets-whom.json, .dot     for programs and Graphviz
  report.md, report.html        the centrality report
Why two people are tied:
  $ENTENTE explain samples/articles --between Kerry Lavrov
END
