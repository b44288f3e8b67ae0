#!/bin/sh
# Installs what is needed, builds entente and runs the main job on the samples.
# Usage: samples/demo.sh     (as root on Debian 12; can be run again)
set -eu
cd "$(dirname "$0")/.."

samples/setup.sh build
cmake -B build -DENTENTE_TESTS=OFF
cmake --build build -j "$(nproc)"

out=build/demo
mkdir -p "$out"
build/entente build samples/articles --aliases samples/aliases.json \
    -o "$out/who-meets-whom.svg" -o "$out/who-meets-whom.png" \
    -o "$out/who-meets-whom.gexf" -o "$out/who-meets-whom.graphml" \
    -o "$out/who-meets-whom.json" -o "$out/who-meets-whom.dot"
build/entente report samples/articles --aliases samples/aliases.json \
    -o "$out/report.md"
build/entente report samples/articles --aliases samples/aliases.json \
    -o "$out/report.html"
build/entente report samples/articles --aliases samples/aliases.json

cat <<END

The pictures and the report are in $PWD/$out:
  who-meets-whom.svg, .png      the picture
  who-meets-whom.gexf, .graphml for Gephi
  who-meets-whom.json, .dot     for programs and Graphviz
  report.md, report.html        the centrality report
Why two people are tied:
  build/entente explain samples/articles --between Kerry Lavrov
END
