#!/bin/sh
# symbols.sh LIBRARY LIST INCLUDE [--refresh]
# What the library exports is what LIST says and what the headers declare; what
# it imports can't print, end the process or follow the locale in what letters
# are. --refresh writes LIST anew.
set -eu
export LC_ALL=C
library=$1 list=$2 include=$3
found=$(mktemp)
declared=$(mktemp)
trap 'rm -f "$found" "$declared"' EXIT
status=0

nm -D --defined-only "$library" | awk '{ print $3 }' | sort >"$found"
if [ "${4-}" = --refresh ]; then
    cp "$found" "$list"
fi
diff -u "$list" "$found" || {
    echo "the exported symbols are not those of $list"
    status=1
}

# From each ENT_API to the first name before a parenthesis.
cat "$include"/entente/*.h | tr '\n' ' ' | sed 's/ENT_API/\n&/g' |
    sed -n 's/^ENT_API[^;(]*[ *]\(ent_[a-z0-9_]*\)(.*/\1/p' | sort >"$declared"
diff -u "$declared" "$found" || {
    echo "the exported symbols are not those that the headers declare"
    status=1
}

banned='printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|fputc|perror|psignal|stdout|stderr|exit|_exit|_Exit|quick_exit|abort|__assert_fail|raise|system|gets|strtok|setlocale|dlclose|signal|sigaction|rand|srand|getenv|strcasecmp|strncasecmp|strcoll|__ctype_b_loc|__ctype_tolower_loc|__ctype_toupper_loc'
if nm -D --undefined-only "$library" | awk '{ print $2 }' | sed 's/@.*//' |
    grep -xE "$banned"; then
    echo "the library may not import these"
    status=1
fi
exit $status
