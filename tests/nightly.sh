#!/bin/sh
# What takes too long for every change: everything that fails in turn, fuzzers,
# the thread sanitizer, valgrind and static analysis.
# Usage: tests/nightly.sh [PART...]     (default: all parts)
#   faults    every allocation and every write of a run fails; each STEPth (7)
#             allocation once more under the address sanitizer
#   fuzz      RUNS (default 10,000,000) inputs a fuzzer, or SECONDS_EACH if
#             that is given, with clang's address and undefined behaviour
#             sanitizers; what it finds new is kept in build-fuzz/corpus
#   threads   what starts threads, and the program on 8 of them, under the
#             thread sanitizer
#   valgrind  the unit tests and a build of the samples under memcheck
#   without   builds that lack a library which reads inputs
#   tidy      clang-tidy and cppcheck, with the settings in the repository
set -eu
cd "$(dirname "$0")/.."
jobs=$(nproc)
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"

# made FOLDER TARGETS CMAKE-ARGUMENT...    (TARGETS: a list of words)
made() {
    folder=$1 targets=$2
    shift 2
    cmake -B "$folder" -DENTENTE_TESTS=ON "$@" >"$folder.log"
    # shellcheck disable=SC2086
    cmake --build "$folder" -j "$jobs" --target $targets >>"$folder.log"
}

# sanitized FOLDER TARGETS SANITIZERS CMAKE-ARGUMENT...    Optimised, since these
# parts take the longest.
sanitized() {
    folder=$1 targets=$2 sanitizers=$3
    shift 3
    made "$folder" "$targets" -DCMAKE_C_COMPILER=clang \
        -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo \
        -DENTENTE_SANITIZE="$sanitizers" "$@"
}

part_faults() {
    made build all
    for what in memory memory-from-then-on writes; do
        tests/fault/in_turn.sh build/entente build/tests/fault/libfailing.so \
            "$what" 1
    done
    sanitized build-faults all address,undefined
    for what in memory memory-from-then-on writes; do
        tests/fault/in_turn.sh build-faults/entente_failing - "$what" \
            "${STEP:-7}"
    done
}

part_fuzz() {
    sanitized build-fuzz fuzzers address,undefined -DENTENTE_FUZZ=ON
    found=
    for source in tests/fuzz/fuzz_*.c; do
        fuzzer=$(basename "$source" .c)
        corpus=build-fuzz/corpus/$fuzzer
        mkdir -p "$corpus"
        echo "== $fuzzer"
        build-fuzz/tests/fuzz/"$fuzzer" -runs="${RUNS:-10000000}" \
            -max_total_time="${SECONDS_EACH:-0}" -rss_limit_mb=4096 \
            -artifact_prefix=build-fuzz/ "$corpus" \
            "tests/fuzz/corpus/${fuzzer#fuzz_}" >"build-fuzz/$fuzzer.log" 2>&1 ||
            found="$found $fuzzer"
        tail -n 3 "build-fuzz/$fuzzer.log"
    done
    [ -z "$found" ] || { echo "see build-fuzz/*.log:$found" && return 1; }
}

# Who starts threads: the reader, the store's readers, paths and training.
part_threads() {
    sanitized build-threads "test_reader test_store test_analyse test_training
        entente_program" thread
    ctest --test-dir build-threads --output-on-failure \
        -R 'unit/test_(reader|store|analyse|training)$'
    rm -f build-threads/samples.db
    build-threads/entente build --threads 8 -q samples/articles \
        -o build-threads/samples.json -o build-threads/samples.gexf
    build-threads/entente add --threads 8 -q samples/articles \
        --store build-threads/samples.db
}

# checked COMMAND...: under memcheck; what is found is told, and the part goes on.
checked() {
    valgrind -q --error-exitcode=9 --leak-check=full \
        --errors-for-leak-kinds=definite "$@" >/dev/null ||
        found="$found ${1##*/}"
}

part_valgrind() {
    made build all
    found=
    for test in build/tests/test_*; do
        [ ! -f "$test" ] || [ ! -x "$test" ] || checked "$test"
    done
    checked build/entente build -q samples/articles -o build/samples.json
    [ -z "$found" ] || { echo "failed under valgrind:$found" && return 1; }
}

part_without() {
    tests/packaging/without.sh . build-without
}

part_tidy() {
    made build all
    sed -n 's/^ *"file": "\(.*\)",*$/\1/p' build/compile_commands.json |
        grep -E '/(src|exporters)/[^:]*\.c$' | grep -v /build/ | sort -u |
        xargs -n 8 -P "$jobs" clang-tidy -p build --quiet
    cppcheck --project=build/compile_commands.json -j "$jobs" --quiet \
        --enable=warning,performance,portability --inline-suppr \
        --suppressions-list=tests/cppcheck.supp --error-exitcode=1 \
        --file-filter='src/*' --file-filter='exporters/*'
}

[ $# -gt 0 ] || set -- faults fuzz threads valgrind without tidy
samples/setup.sh nightly
for part; do
    echo "==== $part"
    "part_$part"
done
