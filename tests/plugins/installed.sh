#!/bin/sh
# installed.sh CMAKE BUILD SOURCE CC: installs into a fresh folder, moves it, and
# there does what an outsider does: builds the sample plug-in on the installed
# header alone, loads it in both ways, links a program by pkg-config.
set -eu
cmake=$1 build=$2 source=$3 cc=$4
unset ENTENTE_EXPORTER_PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() {
    echo "FAILED: $*"
    exit 1
}

"$cmake" --install "$build" --prefix "$work/first" >/dev/null
mv first moved
PATH=$work/moved/bin:$PATH
# The README shows the sample itself.
awk '/^```c$/ { on = 1; next } /^```$/ { on = 0 } on' \
    "$source/exporters/README.md" >shown.c
cmp shown.c "$source/samples/plugin/d2.c" ||
    fail "exporters/README.md does not show samples/plugin/d2.c"
[ "$(wc -l <shown.c)" -le 60 ] || fail "the sample has more than 60 lines"

mkdir plugins
"$cc" -std=c11 -Wall -Wextra -Wpedantic -Werror -shared -fPIC \
    -o plugins/d2.so "$source/samples/plugin/d2.c" -Imoved/include
if nm -D --undefined-only plugins/d2.so | grep ' ent_'; then
    fail "the sample needs symbols of the library"
fi

cat >article.txt <<'END'
Talks in Paris

PARIS, March 30, 2014 - John Kerry met Sergei Lavrov in Paris on Sunday. John
Kerry and Sergei Lavrov spoke for four hours.
END

entente exporters >list.txt || fail "entente exporters"
for name in json graphml gexf csv dot svg png pdf; do
    grep -q "^ *$name" list.txt || { [ "$name" = dot ] &&
        [ ! -d "$work/moved/lib" ] || fail "no exporter $name: $(cat list.txt)"; }
done
if grep d2 list.txt; then
    fail "d2 is there before it was given"
fi
entente build article.txt --plugin plugins/d2.so -o one.d2 -o one.svg \
    -o one.json || fail "--plugin"
grep -q 'n0 -- n1: [0-9.]' one.d2 || fail "no tie: $(cat one.d2)"
grep -q Lavrov one.svg || fail "no picture"
ENTENTE_EXPORTER_PATH=$work/plugins entente build article.txt -o two.d2 ||
    fail "ENTENTE_EXPORTER_PATH"
cmp one.d2 two.d2 || fail "the two ways differ"
ENTENTE_EXPORTER_PATH=$work/plugins entente exporters | grep -q d2 ||
    fail "entente exporters does not list d2"
if entente build article.txt -o three.d2 2>error.txt || [ -e three.d2 ]; then
    fail "without the plug-in there is no such format"
fi
if entente build article.txt --plugin nothing.so -o four.json 2>error.txt ||
    [ -e four.json ]; then
    fail "a plug-in asked for must be there"
fi

# A program of its own, in a folder of its own, with the library alone.
cat >picture.c <<'END'
#include <entente/entente.h>
#include <stdio.h>

static int draw(ent_exporters *x, const ent_network *network, ent_error *error)
{
    ent_output *output;
    if (ent_output_open(&output, "picture.svg", error))
        return 1;
    if (ent_export(x, NULL, "picture.svg", NULL, network,
                   ent_output_sink(output), error)) {
        ent_output_discard(output);
        return 1;
    }
    return ent_output_commit(output, error) != 0;
}

int main(void)
{
    ent_error error = {0};
    ent_corpus *corpus = NULL;
    ent_network *network = NULL;
    ent_exporters *x = NULL;
    int failed = ent_corpus_new(&corpus, &error) ||
                 ent_corpus_resolve(corpus, NULL, &error) ||
                 ent_network_build(&network, corpus, NULL, &error) ||
                 ent_network_analyse(network, NULL, &error) ||
                 ent_exporters_new(&x, true, NULL, &error) ||
                 draw(x, network, &error);
    if (failed)
        fprintf(stderr, "%s\n", error.message);
    ent_exporters_free(x);
    ent_network_free(network);
    ent_corpus_free(corpus);
    return failed;
}
END
cat >user.c <<'END'
#include <entente/entente.h>
#include <stdio.h>
int main(void) { return puts(ent_version()) < 0; }
END
if command -v pkg-config >/dev/null; then
    pc=$(find moved -name entente.pc)
    PKG_CONFIG_PATH=$work/$(dirname "$pc")
    export PKG_CONFIG_PATH
    libdir=$(pkg-config --variable=libdir entente)
    "$cc" -o user user.c $(pkg-config --cflags --libs entente) \
        -Wl,-rpath,"$libdir"
    ./user >/dev/null || fail "a program linked by pkg-config"
    moduledir=$(pkg-config --variable=moduledir entente)
    [ -d "$moduledir" ] || fail "moduledir"
    mkdir elsewhere
    "$cc" -o elsewhere/picture picture.c \
        $(pkg-config --cflags --libs entente) -Wl,-rpath,"$libdir"
    elsewhere/picture || fail "no picture by the library alone"
    grep -q '</svg>' picture.svg || fail "no picture in picture.svg"
    # By a relative name, and without the module.
    mv "$moduledir/graphviz.so" .
    (cd "$libdir" && LD_LIBRARY_PATH=. "$work/elsewhere/picture") \
        2>error.txt && fail "a picture without the module"
    grep -q "graphviz.so, which is in none of the folders .*moved/.*/entente" \
        error.txt ||
        fail "which module is missing: $(cat error.txt)"
fi
mkdir consumer
cp user.c consumer
cat >consumer/CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.20)
project(user LANGUAGES C)
find_package(entente 0.2 REQUIRED)
add_executable(user user.c)
target_link_libraries(user entente::entente)
END
"$cmake" -S consumer -B consumer/build -DCMAKE_PREFIX_PATH="$work/moved" \
    -DCMAKE_C_COMPILER="$cc" >/dev/null
"$cmake" --build consumer/build >/dev/null
consumer/build/user >/dev/null || fail "a program linked by the CMake package"
echo "installed, moved, extended and linked"
