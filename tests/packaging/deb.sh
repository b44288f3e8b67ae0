#!/bin/sh
# deb.sh CPACK BUILD SOURCE: makes the Debian package, takes it apart without
# installing it, and runs the demo with the program in it. Exit 77: no Debian.
set -eu
cpack=$1 build=$2 source=$3
command -v dpkg-shlibdeps >/dev/null && command -v file >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "FAILED: $*"
    exit 1
}

"$cpack" --config "$build/CPackConfig.cmake" -G DEB -B "$work" >"$work/log" \
    2>&1 || fail "$(cat "$work/log")"
deb=$(echo "$work"/entente_*.deb)
for name in libigraph libicu libjansson libgvc fonts-dejavu-core; do
    dpkg-deb -f "$deb" Depends | grep -q "$name" || fail "no need of $name"
done
for name in Section Maintainer Description; do
    [ -n "$(dpkg-deb -f "$deb" "$name")" ] || fail "no $name"
done
dpkg-deb -x "$deb" "$work/root"
cd "$work/root/usr"
for path in bin/entente share/man/man1/entente.1.gz \
    share/man/man1/entente-build.1.gz share/fish/vendor_completions.d/entente.fish \
    share/bash-completion/completions/entente; do
    [ -f "$path" ] || fail "no $path"
done
[ -n "$(find share/zsh -name _entente)" ] || fail "no completion for zsh"
unset ENTENTE_EXPORTER_PATH
ENTENTE=$work/root/usr/bin/entente OUT=$work/demo "$source/samples/demo.sh" \
    >"$work/log" 2>&1 || fail "the demo: $(cat "$work/log")"
for ending in svg png gexf graphml json dot; do
    [ -s "$work/demo/who-meets-whom.$ending" ] || fail "no $ending"
done
[ -s "$work/demo/report.html" ] || fail "no report"
# PDFs are read by a program beside the modules.
"$work/root/usr/bin/entente" build -q "$source/samples/articles" \
    -o "$work/drawn.pdf" &&
    "$work/root/usr/bin/entente" articles -q "$work/drawn.pdf" |
    grep -q Kerry || fail "no PDF is read"
echo "the package has all, and passes the demo"
