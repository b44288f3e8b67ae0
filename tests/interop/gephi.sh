#!/bin/sh
# gephi.sh MVN FOLDER: Gephi's own readers, for round_trips.py, below the
# folder. 77 where they can't be had.
set -u
toolkit=org.gephi:gephi-toolkit:0.10.1:jar:all
[ -f "$2/gephi-toolkit-0.10.1-all.jar" ] && exit 0
mkdir -p "$2"
"$1" -q -B dependency:copy -Dartifact=$toolkit -DoutputDirectory="$2" \
    >"$2/mvn.log" 2>&1 && exit 0
echo "skipped: Maven can't fetch $toolkit"
exit 77
