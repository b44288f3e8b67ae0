#!/bin/sh
# Installs those Debian packages that entente needs and that are missing.
# Usage: samples/setup.sh build|tests|nightly    (each includes those before it)
set -eu

build="gcc libc6-dev make cmake pkg-config libigraph-dev libgraphviz-dev
  libjansson-dev libicu-dev libuchardet-dev libxxhash-dev esbuild node-d3
  libsqlite3-dev libarchive-dev zlib1g-dev libxml2-dev libgumbo-dev
  libpoppler-glib-dev libgmime-3.0-dev libcld2-dev fonts-dejavu-core"
tests="clang libclang-rt-14-dev llvm g++ libcmocka-dev graphviz libxml2-utils
  python3 python3-networkx python3-igraph python3-pandas python3-pydot git
  xz-utils poppler-utils dpkg-dev file groff-base mandoc doxygen zsh fish nodejs chromium
  libarchive-tools sqlite3 parallel"
nightly="clang-tidy cppcheck valgrind gcovr"
# Some builds of nodejs bring it along, and then conflict with the package.
command -v npm >/dev/null || tests="$tests npm"

case "${1:-}" in
build) wanted=$build ;;
tests) wanted="$build $tests" ;;
nightly) wanted="$build $tests $nightly" ;;
*)
    echo "usage: samples/setup.sh build|tests|nightly" >&2
    exit 2
    ;;
esac

missing=
for package in $wanted; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null |
        grep -qx installed || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    # shellcheck disable=SC2086  # a list of words
    apt-get install -y -q --no-install-recommends $missing
fi
