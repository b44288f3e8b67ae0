#!/bin/sh
# headers.sh INCLUDE COMPILER FLAG...: every public header compiles alone.
set -eu
include=$1
shift
for header in "$include"/entente/*.h; do
    name=entente/$(basename "$header")
    printf '#include <%s>\n#include <%s>\n' "$name" "$name" |
        "$@" -Wall -Wextra -Wpedantic -Werror -I"$include" -fsyntax-only - ||
        { echo "$name does not compile alone: $*"; exit 1; }
done
# The plug-in header needs nothing of ours.
if grep -n '#include "' "$include/entente/exporter.h"; then
    echo "exporter.h is not self-contained"
    exit 1
fi
