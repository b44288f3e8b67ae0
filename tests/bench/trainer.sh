# What rebuild_model.sh and rebuild_contacts.sh share: read with "." after
# $root was set. A model depends on all that reads its texts, down to rows of
# abbreviations. So it is made by the program as it was at one commit, which
# the model's card names, and later changes don't make another model of it.

# The commit named in the model card $1.
trained_from() {
    grep -o -m 1 '[0-9a-f]\{40\}' "$1" || {
        echo "$1: expected the commit that the model was trained from" >&2
        return 1
    }
}

# The seed named in the model card $1.
seed_of() {
    grep -o -m 1 'seed [0-9][0-9]*' "$1" | cut -d ' ' -f 2 | grep . || {
        echo "$1: expected the seed that the model was trained with" >&2
        return 1
    }
}

# Puts the sources of commit $1 into the folder $2 and builds $2/build/entente.
build_at() {
    mkdir -p "$2"
    git -C "$root" archive "$1" -o "$2.tar"
    tar -xf "$2.tar" -C "$2"
    rm "$2.tar"
    cmake -S "$2" -B "$2/build" -DCMAKE_BUILD_TYPE=Release >"$2.log" &&
        cmake --build "$2/build" -j 2 --target entente_program >>"$2.log" || {
        cat "$2.log" >&2
        return 1
    }
}

# Compares the new model $1 with the shipped one $2.
compare() {
    sha256sum "$1"
    cmp "$1" "$2" && echo "same as the shipped one"
}
