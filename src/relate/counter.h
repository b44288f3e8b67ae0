/* The state of counting pairs, shared by the files of this folder. */
#ifndef ENTENTE_RELATE_COUNTER_H
#define ENTENTE_RELATE_COUNTER_H

#include "core/error.h"
#include "core/map.h"
#include "relate/relate.h"

/* A counted mention. */
typedef struct ent_i_seat {
    uint32_t actor;
    uint32_t sentence;
    uint32_t paragraph;
    uint32_t first_word; /* number of the word it begins in, by field */
    uint32_t last_word;
    uint8_t field;
} ent_i_seat;

/* An encounter between two actors in the current article. */
typedef struct ent_i_contact {
    uint64_t key; /* ent_i_pair_key of the two */
    uint32_t sentence;
    uint32_t encounter;
} ent_i_contact;

/* An event that an encounter of a pair tells of. */
typedef struct ent_i_told {
    uint32_t pair; /* index in ties->pairs */
    uint32_t event;
} ent_i_told;

/* What one window says about a pair, apart from its sightings. */
typedef struct ent_i_count {
    uint32_t a; /* actor indices, in any order */
    uint32_t b;
    uint32_t apart; /* sentences between the closest mentions of the two */
    uint32_t names; /* actors in the window, at least 2 */
} ent_i_count;

typedef struct ent_i_counter {
    const ent_i_plan *plan;
    const ent_corpus *corpus; /* the plan's, like the next */
    const ent_network_options *options;
    const ent_i_weight *weight; /* the measure that weighs the ties */
    ent_i_ties *ties;
    ent_error *error;
    size_t pair_limit;  /* as many as fit in memory */
    size_t at_once;     /* how many sightings are unpacked together */
    ent_i_keymap index; /* pair key to index in ties->pairs */
    uint32_t *seen;     /* by actor: the last window that counted it, + 1 */
    uint32_t article;   /* the current one */
    ent_date date;
    ENT_I_VEC(bool)
    left_out; /* by sentence of the current article: its words
                 have counted elsewhere; empty: none has */
    ENT_I_VEC(ent_i_seat) seats;
    ENT_I_VEC(ent_i_seat) group;       /* the seats of a window, by actor */
    ENT_I_VEC(uint32_t) bounds;        /* where each actor begins in group */
    ENT_I_VEC(ent_i_contact) contacts; /* sorted */
    ENT_I_VEC(ent_i_told) told;        /* of the chosen encounters */
    ent_i_sightings counted;           /* in the order of counting */
    ENT_I_VEC(struct ent_i_ranked) ranked; /* a pair's sightings, finish.c */
} ent_i_counter;

/* The actor of a mention that counts: one in the story, of a chosen type, whose
 * actor is not dropped. Otherwise ENT_NONE. */
uint32_t ent_i_counted_actor(const ent_i_counter *counter,
                             const ent_article *article, uint32_t mention);

/* Whether the sentence of the current article is a repetition. */
static inline bool ent_i_is_left_out(const ent_i_counter *counter,
                                     uint32_t sentence)
{
    return sentence < counter->left_out.n && counter->left_out.items[sentence];
}

/* The pair's index in ties->pairs; the pair is added if new. */
ent_status ent_i_find_pair(ent_i_counter *counter, uint32_t a, uint32_t b,
                           uint32_t *out);
/* Counts a window of the current article for a pair; *pair is set to its index
 * in ties->pairs. */
ent_status ent_i_count_window(ent_i_counter *counter, const ent_i_count *count,
                              uint32_t *pair);
/* Records where a window was seen, with its part of what the window weighs.
 * Without an encounter of its own, the sighting takes the pair's first one in
 * these sentences. */
ent_status ent_i_count_sighting(ent_i_counter *counter, ent_i_sighting seen);
/* Extends first..last to a date, if known. Dates come in order. */
static inline void ent_i_widen(ent_date *first, ent_date *last, ent_date date)
{
    if (date == ENT_NO_DATE)
        return;
    if (*first == ENT_NO_DATE)
        *first = date;
    *last = date;
}

/* Counts the current window for an actor in it, but only once. */
void ent_i_count_presence(ent_i_counter *counter, uint32_t actor);

/* Counts the encounters of the current article; with ENT_TIES_ENCOUNTER each is
 * a window. */
ent_status ent_i_count_encounters(ent_i_counter *counter,
                                  const ent_article *article);
/* Counts the windows of the current article. */
ent_status ent_i_count_windows(ent_i_counter *counter,
                               const ent_article *article);

/* Counts what the corpus was given (corpus/given.h). */
ent_status ent_i_count_given(ent_i_counter *counter);

/* Sorts the pairs and sightings, drops pairs without a window and computes the
 * weights. */
ent_status ent_i_finish_pairs(ent_i_counter *counter);

#endif
