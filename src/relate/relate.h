/* From actors to ties: windows, pair counts, weights. */
#ifndef ENTENTE_RELATE_RELATE_H
#define ENTENTE_RELATE_RELATE_H

#include "core/article.h"
#include "corpus/events.h"
#include "corpus/repeats.h"
#include "entente/network.h"
#include "relate/sightings.h"
#include "relate/weights.h"

/* A pair of actors, source < target, with its counts. */
typedef struct ent_i_pair {
    uint32_t source; /* actor indices */
    uint32_t target;
    uint32_t count;    /* windows (or encounters) that contain both */
    uint32_t articles; /* articles with such a window */
    double nearness;   /* ent_i_nearness of the two closest mentions, summed
                        * over those windows */
    double portion;    /* 1 / (k - 1), k actors in the window, summed too */
    double weight;     /* by the chosen measure; 0 or less: no tie */
    ent_date first;
    ent_date last;
    uint32_t encounters[ENT_KIND_COUNT]; /* of the chosen standings */
    uint32_t events;                     /* that these encounters tell of */
    uint32_t last_article; /* while counting: where it was last seen, and the
                            * last mention used up there (word windows) */
    uint32_t last_seat;
    uint32_t sighting_count;
    size_t first_sighting; /* in ent_i_ties.sightings */
} ent_i_pair;

/* Counts for one actor within the articles considered. */
typedef struct ent_i_presence {
    uint32_t mentions;
    uint32_t articles;
    uint32_t windows;
    ent_date first;
    ent_date last;
} ent_i_presence;

/* An article that counts, and its day. */
typedef struct ent_i_dated {
    ent_date date;
    uint32_t article;
} ent_i_dated;

/* What counts of a corpus. Made once: a part of the time counts by it too, so
 * that the parts add up to the whole. Start from {0}. */
typedef struct ent_i_plan {
    const ent_corpus *corpus;
    ent_network_options options;
    ENT_I_VEC(ent_i_dated) articles; /* by day, the undated last */
    ENT_I_VEC(uint32_t)
    counted; /* by original of near-copies: the one that counts, or ENT_NONE */
    ent_i_repeats repeats;
    ENT_I_VEC(bool) repeated;    /* by repeats.places: counted before */
    ent_i_statements statements; /* to which event each belongs */
    uint32_t copies;             /* left out as near-copies */
    uint32_t undated;            /* left out as undated, with since or until */
} ent_i_plan;

/* All pairs of a corpus, sorted by source, then target. The sightings of a pair
 * are next to each other, the best evidence first. Start from {0}. */
typedef struct ent_i_ties {
    ENT_I_VEC(ent_i_pair) pairs;
    ent_i_sightings sightings;
    ENT_I_VEC(ent_i_presence) presence; /* by actor */
    uint32_t articles;                  /* counted */
    uint32_t windows;                   /* that contain at least one actor */
    uint32_t too_large; /* windows left out because of max_names */
    uint32_t large;     /* windows that make more than ENT_MANY_TIES ties */
    uint32_t largest;   /* the most actors that such a window names */
    uint32_t largest_article; /* where, or ENT_NONE */
    uint32_t repeated;        /* sentences left out, since they had counted */
    ent_i_plan plan;          /* empty in a part */
    ent_date first;
    ent_date last;
} ent_i_ties;

/* Counts the pairs of a resolved corpus according to the options for types,
 * ties, kinds, standings, window, weight, since and until; no filter is applied
 * here.
 *
 * A window is a sentence, a paragraph (the title counts as one) or an article.
 * With ENT_WINDOW_WORDS it is a pair of neighbouring mentions of two actors in
 * one field, at most that many words apart; each mention is used once per pair
 * (minimal intervals: Clarke, Cormack and Burkowski 1995). An actor counts once
 * per window. With ENT_TIES_ENCOUNTER the windows are the encounters. Of a
 * sentence that stands in several places (corpus/repeats.h) only the first of
 * those that count, by date, is read. Where the counts of a corpus are given
 * (corpus/given.h) they are added up instead. `ties` must be {0}; after a
 * failure it is empty again. */
ent_status ent_i_relate(ent_i_ties *ties, const ent_corpus *corpus,
                        const ent_network_options *options, ent_error *error);
/* Counts again, of all that `whole` counted, the articles from day `first` to
 * day `last`. An actor or a pair that they don't name has no counts. */
ent_status ent_i_relate_part(ent_i_ties *part, const ent_i_ties *whole,
                             ent_date first, ent_date last, ent_error *error);
void ent_i_ties_free(ent_i_ties *ties);

/* The article that counts for this one and its near-copies: itself, another, or
 * ENT_NONE outside the period. */
uint32_t ent_i_counted_for(const ent_i_plan *plan, uint32_t article);

/* The counts that weights are computed from, for one of these pairs. */
ent_i_tally ent_i_tally_of(const ent_i_ties *ties, const ent_i_pair *pair);

#endif
