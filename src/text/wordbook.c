#include "text/wordbook.h"

#include <stdatomic.h>
#include <string.h>

/* Shared by all threads, since their books may occupy the same address in
 * turn. */
static atomic_uint_fast64_t editions;

/* Typographic apostrophes become plain ones, as in the lexicon. Longer words
 * are in no table. */
static const ent_i_lexeme *lexeme_of(const ent_i_lexicon *lexicon,
                                     const char *bytes, size_t size)
{
    enum { ROOM = 64 };
    char plain[ROOM];
    size_t n = 0;
    if (size > ROOM || !memchr(bytes, 0xE2, size))
        return ent_i_lexeme_of(lexicon, bytes, size);
    for (size_t i = 0; i < size; i++) {
        bool curly = i + 2 < size && memcmp(bytes + i, "\xE2\x80\x99", 3) == 0;
        plain[n++] = curly ? '\'' : bytes[i];
        i += curly ? 2 : 0;
    }
    return ent_i_lexeme_of(lexicon, plain, n);
}

static bool add(ent_i_wordbook *book, const char *bytes, size_t size,
                uint8_t kind)
{
    const char *copy = ent_i_arena_strndup(&book->letters, bytes, size);
    ent_i_word word = {copy,
                       lexeme_of(book->lexicon, bytes, size),
                       ent_i_title_find(book->lexicon, bytes, size),
                       (uint32_t)size,
                       ent_i_cue_find(book->lexicon, bytes, size),
                       kind};
    return copy && ent_i_vec_push(&book->words, word);
}

uint64_t ent_i_wordbook_key(const ent_i_wordbook *book, const char *bytes,
                            size_t size, uint8_t kind)
{
    uint64_t key = ent_i_hash(bytes, size) + kind;
    ent_i_keymap_prefetch(&book->index, key);
    return key;
}

bool ent_i_wordbook_find(ent_i_wordbook *book, uint64_t key, const char *bytes,
                         size_t size, uint8_t kind, uint32_t *out)
{
    if (!book->words.n) {
        book->edition = ++editions;
        if (!add(book, "", 0, 0))
            return false;
    }
    uint32_t *slot =
        ent_i_keymap_put(&book->index, key, (uint32_t)book->words.n);
    if (!slot)
        return false;
    *out = *slot;
    return *slot < book->words.n || add(book, bytes, size, kind);
}

/* The memory is kept: the next texts need as much. */
static void forget(ent_i_wordbook *book)
{
    ent_i_keymap_clear(&book->index);
    book->words.n = 0;
    ent_i_arena_free(&book->letters);
}

void ent_i_wordbook_open(ent_i_wordbook *book, const ent_i_lexicon *lexicon,
                         size_t most)
{
    if (book->words.n > most || book->lexicon != lexicon)
        forget(book);
    book->lexicon = lexicon;
}

void ent_i_wordbook_free(ent_i_wordbook *book)
{
    ent_i_keymap_free(&book->index);
    ent_i_vec_free(&book->words);
    ent_i_arena_free(&book->letters);
}
