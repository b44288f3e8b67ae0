#include "text/wordbook.h"

#include <stdatomic.h>

/* For all threads, whose books may come to lie at one address by turns. */
static atomic_uint_fast64_t editions;

static bool add(ent_i_wordbook *book, const char *bytes, size_t size,
                uint8_t kind)
{
    const char *copy = ent_i_arena_strndup(&book->letters, bytes, size);
    return copy && ent_i_vec_push(&book->words,
                                  (ent_i_word){copy, (uint32_t)size, kind});
}

bool ent_i_wordbook_find(ent_i_wordbook *book, const char *bytes, size_t size,
                         uint8_t kind, uint32_t *out)
{
    if (!book->words.n) {
        book->edition = ++editions;
        if (!add(book, "", 0, 0))
            return false;
    }
    uint64_t key = ent_i_hash(bytes, size) + kind;
    uint32_t *slot =
        ent_i_keymap_put(&book->index, key, (uint32_t)book->words.n);
    if (!slot)
        return false;
    *out = *slot;
    return *slot < book->words.n || add(book, bytes, size, kind);
}

void ent_i_wordbook_trim(ent_i_wordbook *book, size_t most)
{
    if (book->words.n > most)
        ent_i_wordbook_free(book);
}

void ent_i_wordbook_free(ent_i_wordbook *book)
{
    ent_i_keymap_free(&book->index);
    ent_i_vec_free(&book->words);
    ent_i_arena_free(&book->letters);
}
