#!/bin/sh
# includes.sh ROOT: who includes whom, and who calls what, as src/README.md
# says.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$1"
status=0

complain() {
    echo "$1"
    status=1
}

# allowed FOLDER NAME...: what a folder of src may include, beside itself,
# core/ and the public headers.
allowed() {
    [ -d "src/$1" ] || complain "the table names src/$1, which is gone"
    folder=$1
    shift
    pattern="core|entente|$folder"
    for name in "$@"; do
        pattern="$pattern|$name"
    done
    wrong=$(grep -rnE '#include "[a-z]+/' "src/$folder" --include='*.[ch]' |
        grep -vE "#include \"($pattern)/" || true)
    [ -z "$wrong" ] || complain "not for $folder/ to include:
$wrong"
    known="$known $folder"
}

known=
allowed core
allowed lexicon
allowed source lexicon
allowed text lexicon source
allowed recognise lexicon source text
allowed names lexicon
allowed cluster lexicon text names
allowed encounter lexicon text
allowed corpus lexicon names
allowed relate corpus
allowed graph corpus relate
allowed analyse graph
allowed store corpus names graph
# The host and its exporters round alike.
allowed export common
allowed saved corpus
allowed report saved
allowed evaluate lexicon source text recognise cluster encounter corpus relate graph \
    analyse export report
allowed train lexicon source text recognise cluster encounter evaluate

for folder in src/*/; do
    folder=$(basename "$folder")
    case " $known cli " in
    *" $folder "*) ;;
    *) complain "src/$folder has no line in this table" ;;
    esac
done

# only WHERE WHAT: grep -E pattern WHAT stands nowhere but in files WHERE.
only() {
    wrong=$(grep -rnE "$2" src exporters --include='*.[ch]' |
        grep -vE "^($1)" || true)
    [ -z "$wrong" ] || complain "only for $1:
$wrong"
}
only 'src/graph/|src/analyse/' '#include <igraph'
# Without a folder: pkg-config says where they are.
only 'nowhere' '#include <(igraph|graphviz)/'
only 'exporters/graphviz/' '#include <(cgraph|gvc)\.h>'
only 'src/core/memory.c|exporters/graphviz/|exporters/common/choose.c' \
    '[^_a-z>.](malloc|calloc|realloc|strdup|strndup)\('
only 'src/core/vec.c|exporters/graphviz/|exporters/common/choose.c' '[^_a-z]qsort\('
only 'src/cli/|src/lexicon/generate' '[^_a-z](printf|puts|putchar|fprintf|vfprintf|exit|abort)\('
only 'nowhere' '[^_a-z](sprintf|vsprintf|gets|strtok|atoi|atof|dlclose)\('

wrong=$(python3 "$here/cycles.py" . 2>&1) || complain "$wrong"

wrong=$(grep -rnE '#include "' src/cli --include='*.[ch]' |
    grep -vE '#include "(entente/)?[a-z_]+\.h"' || true)
[ -z "$wrong" ] || complain "src/cli sees the public headers alone:
$wrong"
for header in $(grep -rhoE '#include "[a-z_]+\.h"' src/cli |
    sed 's/.*"\(.*\)"/\1/' | sort -u); do
    [ -f "src/cli/$header" ] || complain "src/cli has no $header"
done

wrong=$(grep -rnE '#include "' exporters --include='*.[ch]' |
    grep -vE '#include "((common|gexf|graphviz|html)/[a-z]+|builtin|entente/exporter)\.h"' ||
    true)
[ -z "$wrong" ] || complain "exporters see exporter.h and their own headers:
$wrong"
exit $status
