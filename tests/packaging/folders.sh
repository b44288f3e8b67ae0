#!/bin/sh
# folders.sh CMAKE SOURCE LIBRARY CC: configures with absolute folders, as Nix
# and Guix do, installs what needs no compiling, puts the LIBRARY that is there
# already in its place, and links a program by pkg-config and by the CMake
# package.
set -eu
cmake=$1 source=$2 library=$3 cc=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() {
    echo "FAILED: $*"
    exit 1
}

cat >user.c <<'END'
#include <entente/entente.h>
#include <stdio.h>
int main(void) { return puts(ent_version()) < 0; }
END
mkdir consumer
cp user.c consumer
cat >consumer/CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.20)
project(user LANGUAGES C)
find_package(entente 0.2 REQUIRED)
add_executable(user user.c)
target_link_libraries(user entente::entente)
END

# check LIBDIR INCLUDEDIR: where they are expected, and given to cmake as the
# variables libdir and includedir say.
check() {
    rm -rf build root use consumer/build
    "$cmake" -S "$source" -B build -DENTENTE_TESTS=OFF \
        -DCMAKE_C_COMPILER="$cc" -DCMAKE_INSTALL_PREFIX="$work/root" \
        -DCMAKE_INSTALL_LIBDIR="$libdir" \
        -DCMAKE_INSTALL_INCLUDEDIR="$includedir" >/dev/null
    "$cmake" --install build --component development >/dev/null
    [ -f "$2/entente/entente.h" ] || fail "no headers in $2"
    PKG_CONFIG_PATH=$1/pkgconfig
    export PKG_CONFIG_PATH
    for name in libdir includedir; do
        [ "$name" = libdir ] && wanted=$1 || wanted=$2
        found=$(pkg-config --variable="$name" entente)
        [ "$(realpath -m "$found")" = "$wanted" ] ||
            fail "$name is $found, not $wanted"
    done
    soname=$(objdump -p "$library" | awk '$1 == "SONAME" { print $2 }')
    cp -L "$library" "$1/$(basename "$(realpath "$library")")"
    ln -sf "$(basename "$(realpath "$library")")" "$1/$soname"
    ln -sf "$soname" "$1/libentente.so"
    "$cc" -o use user.c $(pkg-config --cflags --libs entente) \
        -Wl,-rpath,"$1"
    ./use >/dev/null || fail "a program linked by pkg-config"
    "$cmake" -S consumer -B consumer/build -DCMAKE_C_COMPILER="$cc" \
        -Dentente_DIR="$1/cmake/entente" >/dev/null
    "$cmake" --build consumer/build >/dev/null
    consumer/build/user >/dev/null ||
        fail "a program linked by the CMake package"
}

libdir=$work/out/lib includedir=$work/dev/include
check "$libdir" "$includedir"
libdir=$work/out/lib includedir=include
check "$libdir" "$work/root/include"
libdir=lib/some/triplet includedir=$work/dev/include
check "$work/root/$libdir" "$includedir"
libdir=lib includedir=include
check "$work/root/lib" "$work/root/include"
echo "absolute and relative folders are found"
