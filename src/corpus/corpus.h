/* The articles read, and the actors in them. */
#ifndef ENTENTE_CORPUS_CORPUS_H
#define ENTENTE_CORPUS_CORPUS_H

#include "core/article.h"
#include "core/spill.h"
#include "entente/corpus.h"

/* What was decided and why, kept for explanations (across.h). */
struct ent_i_resolution;

/* Counts from elsewhere (given.h). */
struct ent_i_given;

/* How the articles were chosen. */
typedef struct ent_i_reading {
    const char *name; /* a constant, as on the command line */
    const char *value;
} ent_i_reading;

/* An actor of an earlier resolve (former.h). */
typedef struct ent_i_former {
    const char *id;
    const char *label;
    uint8_t type;       /* an ent_type */
    uint32_t community; /* as it was last, or ENT_NONE */
} ent_i_former;

/* What the user said of a name: it is this actor's, or it isn't. */
typedef struct ent_i_verdict {
    const char *name;
    const char *whom; /* the actor's label */
    uint8_t type;     /* an ent_type */
    bool same;
} ent_i_verdict;

/* Decisions are kept here and not in the articles, which stay as they were
 * read. */
struct ent_corpus {
    ENT_I_VEC(ent_article *)
    articles;           /* owned, never changed; use ent_i_article_at */
    uint64_t room;      /* bytes of articles that may still lie in memory */
    size_t in_memory;   /* how many do; the others are in `spill` */
    ent_i_spill *spill; /* or NULL */
    char *spill_folder; /* set where room is limited */
    ENT_I_VEC(ent_date)
    dates; /* by article, so that none has to be fetched for its date */
    ENT_I_VEC(size_t)
    first_mention; /* by article: where its mentions begin
                      in assigned */
    ENT_I_VEC(uint32_t)
    assigned; /* by mention: index in assignments, or ENT_NONE */
    ENT_I_VEC(ent_assignment)
    assignments;      /* use ent_i_assignment_at */
    size_t list_room; /* mentions for which both lists, and the records of a
                         resolution, have room in `spill`; 0: these lie in
                         memory */
    void *record_room;
    ENT_I_VEC(ent_actor) actors;
    ENT_I_VEC(uint32_t) copy_of;      /* by article; ENT_NONE: not a copy */
    ENT_I_VEC(uint32_t) copies;       /* by article: how many copies it has */
    ENT_I_VEC(const char *) warnings; /* from the last resolve */
    ent_i_arena arena;                /* strings of the actors and warnings */
    struct ent_i_resolution *resolution; /* NULL before resolve */
    struct ent_i_given *given;           /* NULL: articles are counted */
    bool count_copies;
    bool by_article; /* the last resolve left each article its own actors */
    ENT_I_VEC(ent_i_reading) reading;
    ent_i_arena reading_arena;
    ENT_I_VEC(ent_i_former) former;   /* from a store, or none */
    ENT_I_VEC(uint32_t) former_of;    /* by mention; ENT_NONE */
    ENT_I_VEC(ent_i_verdict) answers; /* from a store, or none */
    ent_i_arena former_arena;         /* strings of these three */
    uint32_t undated; /* left out by the choice for want of a date */
};

/* Like ent_corpus_add_take, but the article itself is kept, in memory, so that
 * it may grow. Corpora of networks read back have them. */
ent_status ent_i_corpus_add_open(ent_corpus *corpus, ent_article *article,
                                 ent_error *error);

/* Article i; it stays where it is. */
static inline const ent_article *ent_i_article_at(const ent_corpus *corpus,
                                                  size_t i)
{
    if (corpus->spill && i >= corpus->in_memory)
        ent_i_spill_use(corpus->spill, corpus->articles.items[i]);
    return corpus->articles.items[i];
}

static inline ent_date ent_i_date_of(const ent_corpus *corpus, size_t article)
{
    return corpus->dates.items[article];
}

/* Where the article's mentions end in `assigned`. */
static inline size_t ent_i_end_of_mentions(const ent_corpus *corpus,
                                           size_t article)
{
    return article + 1 < corpus->articles.n
               ? corpus->first_mention.items[article + 1]
               : corpus->assigned.n;
}

/* The article's part of `assigned`, by mention; NULL where no article has a
 * mention, so that there is no list at all. */
static inline uint32_t *ent_i_assigned_in(const ent_corpus *corpus,
                                          size_t article)
{
    return corpus->assigned.n
               ? corpus->assigned.items + corpus->first_mention.items[article]
               : NULL;
}

static inline ent_assignment *ent_i_assignment_at(const ent_corpus *corpus,
                                                  size_t i)
{
    ent_i_spill_walk(corpus->spill, &corpus->assignments.items[i]);
    return &corpus->assignments.items[i];
}

/* The assignment of an article's mention, or NULL. */
static inline const ent_assignment *
ent_i_assignment(const ent_corpus *corpus, size_t article, uint32_t mention)
{
    size_t place = corpus->first_mention.items[article] + mention;
    uint32_t index =
        place < corpus->assigned.n ? corpus->assigned.items[place] : ENT_NONE;
    return index == ENT_NONE ? NULL : ent_i_assignment_at(corpus, index);
}

#endif
