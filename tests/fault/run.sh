#!/bin/sh
# Wrong inputs, full disks and broken runs: the program says so and leaves no
# half file.
#
#   run.sh PROGRAM [TEST...]
#
# Each function test_NAME runs in an empty folder of its own.
set -u
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] || { echo "usage: run.sh PROGRAM [TEST...]" >&2; exit 2; }
PROGRAM=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
DATA=$here/../golden/data
shift
LC_ALL=C.UTF-8
export LC_ALL
unset ENTENTE_EXPORTER_PATH

scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM
failures=0

wrong() {
    echo "FAILED $current: $*"
    sed 's/^/    | /' "$scratch/stderr"
    failures=$((failures + 1))
}

# expect CODE ARGUMENT...: runs the program, checks the exit code. Output goes
# to $scratch/stdout and $scratch/stderr.
expect() {
    wanted=$1
    shift
    "$PROGRAM" "$@" > "$scratch/stdout" 2> "$scratch/stderr"
    code=$?
    [ $code -eq "$wanted" ] || wrong "'$*' ended with $code, not $wanted"
}

said() { grep -q -e "$1" "$scratch/stderr" || wrong "standard error lacks '$1'"; }
wrote() { grep -q -e "$1" "$scratch/stdout" || wrong "output lacks '$1'"; }
# Nothing stands here but the named files.
only() {
    for file in * .[!.]*; do
        [ -e "$file" ] || continue
        case " $* " in *" $file "*) ;; *) wrong "left behind: $file" ;; esac
    done
    for file in "$@"; do [ -e "$file" ] || wrong "no $file"; done
}

# ---- where output can't go ----

test_full_disk() {
    [ -w /dev/full ] || return
    for command in "articles" "mentions" "report" "version" "help" \
        "exporters" "build -f json -o -" "explain --of Kerry"; do
        set -- $command
        case $1 in version | help | exporters) input= ;;
        *) input=$DATA/talks.jsonl ;; esac
        "$PROGRAM" "$@" $input > /dev/full 2> "$scratch/stderr"
        code=$?
        [ $code -eq 1 ] || wrong "'$command' on a full disk ended with $code"
        said 'No space left on device'
    done
}

test_full_disk_by_name() {
    [ -w /dev/full ] || return
    expect 1 build -q "$DATA/talks.jsonl" -f json -o /dev/full
    said 'No space left on device'
    expect 1 report -q "$DATA/talks.jsonl" -f csv -o /dev/full
    said 'No space left on device'
}

# The formats that can be written here.
formats() {
    "$PROGRAM" exporters | sed '/cannot be loaded/d;/^ /d;s/ .*//'
}

test_full_disk_in_every_format() {
    [ -w /dev/full ] || return
    for format in $(formats); do
        "$PROGRAM" build -q "$DATA/talks.jsonl" -f $format -o - \
            > /dev/full 2> "$scratch/stderr"
        code=$?
        [ $code -eq 1 ] || wrong "$format on a full disk ended with $code"
        said 'No space left on device'
        expect 1 build -q "$DATA/talks.jsonl" -f $format -o /dev/full
        said 'No space left on device'
    done
    for format in terminal markdown html csv json; do
        for command in "report" "explain --of Kerry"; do
            "$PROGRAM" $command -q "$DATA/talks.jsonl" -f $format \
                > /dev/full 2> "$scratch/stderr"
            code=$?
            [ $code -eq 1 ] || wrong "$command as $format ended with $code"
            said 'No space left on device'
        done
    done
    only
}

test_file_size_limit_in_every_format() {
    for format in $(formats); do
        echo old > n.out
        (ulimit -f 0 2> /dev/null && trap '' XFSZ &&
            "$PROGRAM" build -q "$DATA/talks.jsonl" -f $format -o n.out) \
            2> "$scratch/stderr"
        [ $? -eq 1 ] || wrong "$format cut short was no failure"
        [ "$(cat n.out)" = old ] || wrong "$format changed the old file"
        only n.out
    done
}

# The reader goes away at once; whatever is written, nothing is complained of.
test_closed_pipe_in_every_format() {
    for format in $(formats); do
        { "$PROGRAM" build -q "$DATA/talks.jsonl" -f $format -o - \
            2> "$scratch/stderr"; } | :
        [ ! -s "$scratch/stderr" ] || wrong "$format on a closed pipe"
    done
    for format in terminal markdown html csv json; do
        { "$PROGRAM" report -q "$DATA/talks.jsonl" -f $format \
            2> "$scratch/stderr"; } | :
        [ ! -s "$scratch/stderr" ] || wrong "report as $format on a closed pipe"
    done
}

# One file can't be written: the others are, whole, and the failure is told.
test_other_files_are_written_all_the_same() {
    [ -w /dev/full ] || return
    for format in $(formats); do
        "$PROGRAM" build -q "$DATA/talks.jsonl" -f json -o - \
            -o "good.$format" > /dev/full 2> "$scratch/stderr"
        [ $? -eq 1 ] || wrong "$format beside a full disk"
        said 'No space left on device'
        "$PROGRAM" build -q "$DATA/talks.jsonl" -f $format -o - > wanted.out
        cmp -s "good.$format" wanted.out || wrong "$format is not whole"
        rm -f "good.$format" wanted.out
    done
    only
}

# A folder that goes while the articles are read is noticed at the end.
test_folder_goes_while_reading() {
    mkdir here
    mkfifo pipe
    "$PROGRAM" build -q - -o here/n.json -o good.json < pipe \
        2> "$scratch/stderr" &
    exec 9> pipe
    cat "$DATA/talks.jsonl" >&9
    sleep 0.3
    rmdir here
    exec 9>&-
    wait $!
    [ $? -eq 1 ] || wrong "a folder that went away"
    said 'here/n.json'
    rm pipe
    only good.json
}

test_unwritable_folder() {
    mkdir shut
    chmod a-w shut
    # Root may write everywhere.
    touch shut/probe 2> /dev/null && return
    expect 2 build -q "$DATA/talks.jsonl" -o shut/n.json
    said 'shut/n.json'
    said 'Permission denied'
    expect 2 articles -q "$DATA/talks.jsonl" -o shut/n.jsonl
    said 'Permission denied'
}

test_missing_folder() {
    expect 2 build -q "$DATA/talks.jsonl" -o no/such/n.json
    said 'No such file or directory'
    only
}

test_folder_in_the_way() {
    mkdir n.json
    expect 2 build -q "$DATA/talks.jsonl" -o n.json
    said 'n.json'
    only n.json
}

test_old_file_stays_when_writing_fails() {
    echo old > n.json
    expect 1 build -q "$DATA/talks.jsonl" -o n.json --ego Nobody
    [ "$(cat n.json)" = old ] || wrong "the old file was changed"
    only n.json
}

test_file_size_limit() {
    (ulimit -f 1 2> /dev/null && trap '' XFSZ &&
        "$PROGRAM" build -q "$DATA/talks.jsonl" -o n.json) 2> "$scratch/stderr"
    [ $? -eq 1 ] || wrong "a file cut short was no failure"
    said 'File too large'
    only
}

test_broken_pipe_is_quiet() {
    mkdir many
    i=0
    while [ $i -lt 300 ]; do
        cp "$DATA/talks.jsonl" many/$i.jsonl
        i=$((i + 1))
    done
    { "$PROGRAM" articles many 2> "$scratch/stderr"; } | head -1 > /dev/null
    grep -q -v 'came again' "$scratch/stderr" &&
        wrong "a closed pipe was not quiet"
}

# ---- interrupted runs ----

# Runs a build that waits for its standard input, so that it is surely caught
# in the middle.
interrupt() { # SIGNAL COMMAND...
    signal=$1
    shift
    mkfifo pipe
    # A shell's background jobs ignore SIGINT; env gives it back.
    env --default-signal=INT "$PROGRAM" "$@" < pipe > "$scratch/stdout" \
        2> "$scratch/stderr" &
    process=$!
    exec 9> pipe
    cat "$DATA/talks.jsonl" >&9
    sleep 0.3
    kill -"$signal" $process
    exec 9>&-
    wait $process 2> /dev/null
    code=$?
    rm pipe
    [ $code -ne 0 ] || wrong "after $signal it ended with 0"
}

test_interrupted() {
    for signal in INT TERM HUP KILL; do
        interrupt $signal build -q - -o n.json -o n.graphml
        only
    done
}

test_interrupted_while_writing() {
    for signal in INT TERM HUP; do
        interrupt $signal articles -q - -o out.jsonl
        only
    done
}

# While it waits for input it can't stop by itself: the second signal must.
test_interrupted_twice() {
    for signals in "INT INT" "TERM TERM" "INT TERM"; do
        mkfifo pipe
        env --default-signal=INT "$PROGRAM" articles -q - -o out.jsonl \
            < pipe > "$scratch/stdout" 2> "$scratch/stderr" &
        process=$!
        exec 9> pipe
        cat "$DATA/talks.jsonl" >&9
        sleep 0.3
        for signal in $signals; do
            kill -$signal $process
            sleep 0.2
        done
        # No test waits for ever: what still runs is killed.
        kill -KILL $process 2> /dev/null
        wait $process 2> /dev/null
        code=$?
        [ $code -gt 128 ] && [ $code -ne 137 ] ||
            wrong "$signals did not end it"
        exec 9>&-
        rm pipe
        only
    done
}

test_killed_while_writing() {
    interrupt KILL articles -q - -o out.jsonl
    [ ! -e out.jsonl ] || wrong "half a file has the final name"
}

# ---- odd inputs ----

test_empty_inputs() {
    : > empty.txt
    mkdir folder
    expect 1 report empty.txt
    said 'no article'
    expect 1 report folder
    said 'no article'
    expect 1 build folder -o n.json
    expect 0 articles folder
    expect 1 report - < /dev/null
    said 'no article'
    only empty.txt folder
}

test_missing_input() {
    expect 1 report no-such-file
    said 'no-such-file'
    expect 3 report -q no-such-file "$DATA/talks.jsonl"
    said 'no-such-file'
    wrote 'John Kerry'
}

test_unreadable_input() {
    cp "$DATA/article.txt" shut.txt
    chmod a-r shut.txt
    # Root may read everything.
    cat shut.txt > /dev/null 2>&1 && return
    expect 3 articles shut.txt "$DATA/talks.jsonl"
    said 'shut.txt'
    said 'Permission denied'
}

test_one_article() {
    expect 0 report "$DATA/article.txt"
    expect 0 build -q "$DATA/article.txt" -o n.json -o n.graphml -o n.gexf \
        -o n.csv
}

test_nobody() {
    expect 0 report "$DATA/nobody.jsonl"
    said 'no person found'
    expect 0 build -q "$DATA/nobody.jsonl" -o n.json -o n.graphml -o n.gexf \
        -o n.csv
}

test_one_long_line() {
    # 50 MB without a line end; a tenth where sanitizers make all slow.
    awk -v n="${ENTENTE_LONG_LINE:-100000}" 'BEGIN { for (i = 0; i < n; i++) {
        printf "John Kerry met Sergei Lavrov in Paris, "
        for (k = 0; k < 10; k++)
            printf "while the rain fell on the roofs and the river rose, "
        if (i % 10 == 0) printf "as they said. " } }' > long.txt
    "$PROGRAM" mentions -q long.txt > "$scratch/stdout" 2> "$scratch/stderr"
    case $? in
    0) wrote 'Lavrov' ;;
    3) said 'long.txt' ;;
    *) wrong "50 MB in one line" ;;
    esac
}

test_nul_bytes() {
    printf 'A talk\n\nJohn\000 Kerry met Sergei\000 Lavrov.\n' > nul.txt
    expect 0 mentions -q nul.txt
    printf '{"text":"John\\u0000 Kerry met Sergei Lavrov."}\n' > nul.jsonl
    "$PROGRAM" mentions -q nul.jsonl > "$scratch/stdout" 2> "$scratch/stderr"
    case $? in 0) ;; 1 | 3) said 'nul.jsonl' ;; *) wrong "NUL in JSON" ;; esac
    head -c 4000 /dev/zero > zero.txt
    "$PROGRAM" articles zero.txt > "$scratch/stdout" 2> "$scratch/stderr"
    case $? in 0 | 1) ;; *) wrong "a file of zeros" ;; esac
}

test_invalid_utf8() {
    printf 'A talk\n\nJohn Kerry \377\376 met \303 Sergei Lavrov. \355\240\200\n' \
        > bad.txt
    expect 0 articles bad.txt
    iconv -f UTF-8 -t UTF-8 "$scratch/stdout" > /dev/null ||
        wrong "the output is not UTF-8"
    printf '{"text":"John Kerry \377 met Lavrov."}\n' > bad.jsonl
    "$PROGRAM" articles bad.jsonl > "$scratch/stdout" 2> "$scratch/stderr"
    case $? in 0 | 3) ;; *) wrong "bad UTF-8 in JSON" ;; esac
    iconv -f UTF-8 -t UTF-8 "$scratch/stdout" > /dev/null ||
        wrong "the output is not UTF-8"
}

test_random_bytes() {
    head -c 200000 "$PROGRAM" > binary
    "$PROGRAM" mentions -q binary > "$scratch/stdout" 2> "$scratch/stderr"
    case $? in 0 | 1) ;; *) wrong "a binary file" ;; esac
}

test_awkward_names() {
    expect 0 build -q "$DATA/awkward.jsonl" -o n.json -o n.graphml -o n.gexf \
        -o n.csv
    for file in n.graphml n.gexf; do
        grep -q '<Z>' $file && wrong "$file holds a bare <"
    done
    for format in terminal markdown html csv json; do
        expect 0 report "$DATA/awkward.jsonl" -f $format
        wrote 'Emma 😀 Jones'
    done
    expect 0 explain "$DATA/awkward.jsonl" --of 王小明 -f html
    wrote '王小明'
    grep -q '<Z>' "$scratch/stdout" && wrong "HTML holds a bare <"
    [ "$(grep -c '<script' "$scratch/stdout")" -le 1 ] ||
        wrong "HTML holds a script that is not ours"
}

test_deep_json() {
    awk 'BEGIN { for (i = 0; i < 100000; i++) printf "["; print "" }' > deep.json
    "$PROGRAM" articles deep.json > "$scratch/stdout" 2> "$scratch/stderr"
    case $? in 0 | 3) ;; *) wrong "deeply nested JSON" ;; esac
}

# What an article takes must follow its size by a few dozen times: these four
# megabytes are names and meetings alone.
test_a_dense_article_in_little_memory() {
    [ -z "${ENTENTE_SANITIZED:-}" ] || return
    awk 'BEGIN { for (i = 0; i < 140000; i++)
        printf "John Kerry met Sergei Lavrov. " }' > dense.txt
    for command in mentions "build -f json -o -"; do
        (ulimit -v 380000 &&
         "$PROGRAM" $command -q -j 1 dense.txt > "$scratch/stdout" \
            2> "$scratch/stderr") || wrong "$command of a dense article"
        wrote Lavrov
    done
}

test_link_to_itself() {
    ln -s . loop
    ln -s nowhere dangling
    cp "$DATA/article.txt" .
    "$PROGRAM" articles . > "$scratch/stdout" 2> "$scratch/stderr"
    case $? in 0 | 3) ;; *) wrong "links" ;; esac
    [ "$(wc -l < "$scratch/stdout")" -eq 1 ] || wrong "read through a loop"
}

# Lists that end where they may not, or are something else.
test_broken_lists() {
    printf '\377\376\000' > bytes
    mkdir folder
    for option in --aliases --exclude --entities --model; do
        for file in folder no-such-file; do
            expect 1 report -q "$DATA/talks.jsonl" $option $file
            said "$file"
        done
    done
    for option in --aliases --model; do
        expect 1 report -q "$DATA/talks.jsonl" $option bytes
        said 'bytes'
        expect 1 report -q "$DATA/talks.jsonl" $option /dev/null
        said '/dev/null'
    done
    only bytes folder
}

# A child that is no recogniser costs its articles, not the run.
test_recognisers_that_fail() {
    echo '{"id":"kept","text":"Ann met.","mentions":[]}' > annotated.jsonl
    for command in false true 'exit 7' 'kill -9 $$' 'echo nonsense' \
        'echo "{}"' '( no-such-program )' 'head -c 1000000 /dev/zero'; do
        "$PROGRAM" mentions -q "$DATA/article.txt" annotated.jsonl \
            --recogniser "$command" > "$scratch/stdout" 2> "$scratch/stderr"
        code=$?
        [ $code -eq 3 ] || wrong "--recogniser '$command' ended with $code"
        said 'recogniser'
        said 'article.txt'
        wrote kept
    done
    only annotated.jsonl
}

# One that isn't there at all would cost every article.
test_a_recogniser_that_is_missing() {
    expect 1 mentions -q "$DATA/article.txt" "$DATA/talks.jsonl" \
        --recogniser 'no-such-program --fast' -o out.jsonl
    said '"no-such-program"'
    [ "$(wc -l < "$scratch/stderr")" -eq 1 ] || wrong "said more than once"
    only
}

test_aliases() {
    expect 1 report -q "$DATA/talks.jsonl" --aliases no-such.json
    said 'no-such.json'
    echo '{"actors": [' > broken.json
    expect 1 report -q "$DATA/talks.jsonl" --aliases broken.json
    said 'broken.json'
}

if [ $# -eq 0 ]; then
    set -- $(sed -n 's/^test_\([a-z_0-9]*\)().*/\1/p' "$0")
fi
for current in "$@"; do
    mkdir "$scratch/work"
    : > "$scratch/stderr"
    cd "$scratch/work" || exit 1
    "test_$current"
    cd "$scratch" || exit 1
    chmod -R u+w work
    rm -rf work
done
[ $failures -eq 0 ]
