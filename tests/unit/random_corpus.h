/* Random corpora on hand_corpus.h: sentences of actors and other words. */
#ifndef ENTENTE_TESTS_RANDOM_CORPUS_H
#define ENTENTE_TESTS_RANDOM_CORPUS_H

#include "unit/hand_corpus.h"
#include "unit/random.h"

/* One field of `sentences` sentences; actors are the first letters. */
static inline const char *random_field(ent_corpus *corpus, uint64_t *seed,
                                       uint32_t actors, uint32_t sentences)
{
    ent_i_string text = {0};
    assert_true(ent_i_string_adds(&text, ""));
    for (uint32_t i = 0; i < sentences; i++) {
        uint32_t words = 1 + random_below(seed, 7);
        for (uint32_t k = 0; k < words; k++) {
            bool named = random_below(seed, 5) < 2;
            /* The first letters are far more frequent, as in news. */
            uint32_t who = random_below(seed, 1 + random_below(seed, actors));
            assert_true(named ? ent_i_string_addf(&text, "%s%c", k ? " " : "",
                                                  'a' + who)
                              : ent_i_string_adds(&text, k ? " xx" : "xx"));
        }
        const char *end = random_below(seed, 4) == 0 ? ".\n" : ". ";
        assert_true(ent_i_string_adds(&text, i + 1 < sentences ? end : "."));
    }
    char *kept = ent_i_arena_strdup(&corpus->arena, text.items);
    assert_non_null(kept);
    ent_i_vec_free(&text);
    return kept;
}

/* Articles of up to 12 sentences, some undated, some without a title. */
static inline void random_corpus(ent_corpus *corpus, uint64_t *seed,
                                 uint32_t actors, uint32_t articles)
{
    *corpus = (ent_corpus){0};
    for (uint32_t i = 0; i < actors; i++) {
        const char letter[] = {(char)('a' + i), '\0'};
        hand_actors(corpus, letter);
    }
    for (uint32_t i = 0; i < articles; i++) {
        char date[16];
        snprintf(date, sizeof date, "2014-%02u-%02u",
                 1 + random_below(seed, 12), 1 + random_below(seed, 28));
        hand_article(
            corpus, random_below(seed, 6) ? date : NULL,
            random_field(corpus, seed, actors, random_below(seed, 2)),
            random_field(corpus, seed, actors, random_below(seed, 13)));
    }
}

#endif
