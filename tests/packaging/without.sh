#!/bin/sh
# without.sh SOURCE BUILD: builds the program without each of the libraries that
# read inputs, by hiding what pkg-config knows of them, and looks whether it
# names the formats that it can't read and refuses one by a clear line. libxml2
# is left out: igraph needs it too.
set -eu
source=$(cd "$1" && pwd)
mkdir -p "$2"
build=$(cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "FAILED: $*"
    exit 1
}

# hide NAME: all that pkg-config finds, but for one.
hide() {
    rm -rf "$work/pc"
    mkdir "$work/pc"
    for folder in $(pkg-config --variable pc_path pkg-config | tr : ' '); do
        for file in "$folder"/*.pc; do
            [ -e "$file" ] || continue
            [ "$(basename "$file" .pc)" = "$1" ] || ln -sf "$file" "$work/pc/"
        done
    done
}

# without NAME SHOWN FORMATS INPUT: SHOWN is what version --formats calls it.
without() {
    name=$1 shown=$2 formats=$3 input=$4
    hide "$name"
    PKG_CONFIG_LIBDIR=$work/pc cmake -S "$source" -B "$build/$name" \
        -DENTENTE_TESTS=OFF -DENTENTE_GRAPHVIZ=OFF -DENTENTE_WERROR=ON \
        >"$work/log" 2>&1 || fail "$(tail "$work/log")"
    cmake --build "$build/$name" --target entente_program >"$work/log" 2>&1 ||
        fail "$(tail -n 20 "$work/log")"
    program=$build/$name/entente
    "$program" version --formats >"$work/formats"
    for format in $formats; do
        grep -Eq "^$format +not available +.*$shown" "$work/formats" ||
            fail "$name: $format: $(grep "^$format " "$work/formats")"
    done
    printf '%b' "$input" >"$work/input"
    code=0
    "$program" articles -q "$work/input" >"$work/out" 2>"$work/err" || code=$?
    [ $code = 1 ] || fail "$name: exit $code"
    grep -q "entente was built without $shown" "$work/err" ||
        fail "$name: $(cat "$work/err")"
    "$program" build -q "$source/samples/articles" -o "$work/out.json" ||
        fail "$name: the samples"
    echo "without $name: no $formats"
}

without poppler-glib poppler-glib pdf '%PDF-1.4\n'
without gmime-3.0 gmime 'mail mbox' \
    'From: a@example.org\nTo: b@example.org\nSubject: Roe\n\nThey met.\n'
without libarchive libarchive 'zip 7z tar compressed docx odt epub' 'BZh91AY'
without gumbo libgumbo 'html feed' '<html><p>They met.</p></html>'
