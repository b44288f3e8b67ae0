#!/bin/sh
# Installs what is needed, builds and runs all tests: first as plain cmake
# builds with gcc, then with clang under AddressSanitizer (leaks too) and UBSan.
# In between, the Release builds of both compilers, which give other warnings,
# run the fast tests. Warnings are errors throughout.
# Usage: tests/run.sh [CTEST-ARGUMENT...]     (can be run again)
#        tests/run.sh --coverage    one build with gcc; prints the share of
#                                   lines and branches that all tests reach
set -eu
cd "$(dirname "$0")/.."

coverage=false
[ "${1:-}" != --coverage ] || { coverage=true && shift; }
if $coverage; then samples/setup.sh nightly; else samples/setup.sh tests; fi
jobs=$(nproc)

# run_tests FOLDER CMAKE-ARGUMENT...
run_tests() {
    folder=$1
    shift
    cmake -B "$folder" -DENTENTE_TESTS=ON -DENTENTE_WERROR=ON "$@"
    cmake --build "$folder" -j "$jobs"
    # shellcheck disable=SC2086  # empty or a list of words
    ctest --test-dir "$folder" --output-on-failure -j "$jobs" $ctest_arguments
}

ctest_arguments=$*
if $coverage; then
    # gcov brings symbols of its own, and crashes where there is no memory;
    # programs that crash or are killed leave counts that are none.
    ctest_arguments="$* -E ^(headers/symbols|cli/test_little_memory)\$"
    run_tests build-coverage -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Debug \
        -DCMAKE_C_FLAGS="--coverage -fprofile-update=atomic"
    exec gcovr --root . --filter src/ --filter exporters/ --sort-percentage \
        --exclude-throw-branches --gcov-ignore-parse-errors build-coverage \
        --print-summary
fi
run_tests build -DCMAKE_C_COMPILER=gcc
ctest_arguments="-R ^(unit|golden|headers)/"
run_tests build-release-gcc -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Release
run_tests build-release-clang -DCMAKE_C_COMPILER=clang \
    -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Release
ctest_arguments=$*
# igraph, Graphviz and their libraries keep some allocations for good; the file
# lists these and nothing of entente's.
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
export UBSAN_OPTIONS=print_stacktrace=1
run_tests build-sanitize -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ \
    -DCMAKE_BUILD_TYPE=Debug -DENTENTE_SANITIZE=address,undefined
