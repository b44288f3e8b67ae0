/* Counts that a corpus was given instead of texts: those of networks that were
 * made before. Its articles have no more than a network keeps of them: an id, a
 * day, and the sentences and encounters that are evidence. */
#ifndef ENTENTE_CORPUS_GIVEN_H
#define ENTENTE_CORPUS_GIVEN_H

#include "core/map.h"
#include "corpus/corpus.h"

/* Where two actors were seen in a window. */
typedef struct ent_i_seen {
    uint32_t a;
    uint32_t b;
    uint32_t article;
    uint32_t sentence;  /* first sentence of the stretch */
    uint32_t last;      /* its last sentence */
    uint32_t encounter; /* index in the article, or ENT_NONE */
    uint32_t apart;     /* in the window: sentences between the two, at least */
    uint32_t names;     /* actors in it */
    uint32_t sights;    /* how many of these stand for it */
} ent_i_seen;

/* The contacts of two actors. */
typedef struct ent_i_met {
    uint32_t a;
    uint32_t b;
    uint32_t encounters[ENT_KIND_COUNT];
    uint32_t events; /* that these tell of, and no others do */
} ent_i_met;

/* What the articles say of an actor. */
typedef struct ent_i_named {
    uint32_t mentions;
    uint32_t articles;
    uint32_t windows;
    ent_date first;
    ent_date last;
} ent_i_named;

/* The words of a stretch of sentences, since the text is not there. */
typedef struct ent_i_quote {
    uint32_t article;
    uint32_t sentence;
    uint32_t last;
    uint32_t size;
    const char *text;
} ent_i_quote;

/* One place of a sentence that stands in several. */
typedef struct ent_i_echo {
    uint32_t group; /* equal for the same words */
    uint32_t article;
    uint32_t sentence;
} ent_i_echo;

/* Names and strings live in the corpus's arena. Start from {0}. */
struct ent_i_given {
    ENT_I_VEC(ent_i_seen) seen;
    ENT_I_VEC(ent_i_met) met;
    ENT_I_VEC(ent_i_named) named;  /* by actor */
    ENT_I_VEC(ent_i_quote) quotes; /* by article, sentence, last */
    ENT_I_VEC(ent_i_echo) echoes;
    ENT_I_VEC(ent_i_reading) options; /* how was counted, as in files */
    ent_i_strmap articles;            /* by id: index in the corpus */
    ent_i_strmap actors;              /* the same */
    unsigned types;                   /* some of these: bits of actors */
    bool by_encounters;               /* ties are encounters */
    uint32_t max_names;
    uint32_t windows;
    uint32_t too_large; /* these as in ent_i_ties */
    uint32_t large;
    uint32_t largest;
    uint32_t largest_article; /* or ENT_NONE */
    uint32_t repeated;
};

void ent_i_given_free(struct ent_i_given *given);

/* The words of a stretch; NULL when there are none. */
const ent_i_quote *ent_i_given_quote(const struct ent_i_given *given,
                                     uint32_t article, uint32_t sentence,
                                     uint32_t last);

#endif
