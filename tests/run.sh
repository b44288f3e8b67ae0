#!/bin/sh
# Installs what is needed, builds and runs all tests: first as released with
# gcc, then with clang under AddressSanitizer (leaks too) and UBSan.
# Usage: tests/run.sh [CTEST-ARGUMENT...]     (can be run again)
set -eu
cd "$(dirname "$0")/.."

samples/setup.sh tests
jobs=$(nproc)

# run_tests FOLDER CMAKE-ARGUMENT...
run_tests() {
    folder=$1
    shift
    cmake -B "$folder" -DENTENTE_TESTS=ON "$@"
    cmake --build "$folder" -j "$jobs"
    # shellcheck disable=SC2086  # empty or a list of words
    ctest --test-dir "$folder" --output-on-failure -j "$jobs" $ctest_arguments
}

ctest_arguments=$*
run_tests build -DCMAKE_C_COMPILER=gcc
# igraph, Graphviz and their libraries keep what they allocate once; the file
# names these and nothing of entente.
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
export UBSAN_OPTIONS=print_stacktrace=1
run_tests build-sanitize -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ \
    -DCMAKE_BUILD_TYPE=Debug -DENTENTE_SANITIZE=address,undefined
