/* What is found near a person in the articles that give the full name: other
 * people and organisations, the month, titles. This decides what a short name
 * means when several people have it (naive Bayes, with each share interpolated
 * with how common the feature is in the corpus). */
#ifndef ENTENTE_CORPUS_CONTEXT_H
#define ENTENTE_CORPUS_CONTEXT_H

#include "corpus/across.h"

/* Start from {0}. */
typedef struct ent_i_context {
    const ent_i_resolution *r;
    const ent_corpus *corpus;
    ent_i_countmap counts;  /* hash of person and feature -> articles */
    uint32_t *first_record; /* by article, plus one for the end */
    uint32_t *articles;     /* by node: articles with the root's full names */
    uint32_t *common;       /* by root: clusters that it stands for */
} ent_i_context;

/* Counts for the marked roots (marked is by node). Records must be in article
 * order. False when memory runs out. */
bool ent_i_context_learn(ent_i_context *c, const ent_i_resolution *r,
                         const ent_corpus *corpus, const bool *marked);
void ent_i_context_free(ent_i_context *c);

enum { ENT_I_SIGHTS = 40 };

/* One feature near a name. */
typedef struct ent_i_sight {
    uint32_t kind;
    uint32_t value;
} ent_i_sight;

/* The features near one record, and how common each is. */
typedef struct ent_i_surroundings {
    ent_i_sight items[ENT_I_SIGHTS];
    double common[ENT_I_SIGHTS];
    size_t n;
} ent_i_surroundings;

void ent_i_context_look(const ent_i_context *c, const ent_i_record *record,
                        ent_i_surroundings *out);

/* The logarithm of how well the surroundings fit the root; only differences
 * between roots are meaningful. */
double ent_i_context_fit(const ent_i_context *c, const ent_i_surroundings *seen,
                         uint32_t root);

/* Whether the record has a title, or its article names somebody or an
 * organisation, that the marked root's articles have, too, and no more than
 * this share of all. */
bool ent_i_context_meets(const ent_i_context *c, const ent_i_record *record,
                         uint32_t root, double share);

/* How far records' surroundings speak for a root: each kind of feature adds
 * the logarithm of how many times likelier it is near the root than near
 * anybody, its average in the record. */
typedef struct ent_i_favour {
    double beside; /* other persons and organisations */
    double month;
    double title;
    size_t records;
    size_t with_beside; /* of the records */
    size_t with_title;
} ent_i_favour;

/* What is known near one person: all that was learned of a marked root, or the
 * features of a few records. */
enum { ENT_I_PROFILE_RECORDS = 12 };
enum { ENT_I_PROFILE = ENT_I_PROFILE_RECORDS * ENT_I_SIGHTS };

typedef struct ent_i_profile {
    uint32_t root; /* a marked root, or ENT_NONE for the records' features */
    double articles;
    size_t n;
    uint64_t sights[ENT_I_PROFILE];
} ent_i_profile;

/* Adds a record's features; close the profile behind the last one. */
void ent_i_profile_add(const ent_i_context *c, const ent_i_record *record,
                       ent_i_profile *profile);
void ent_i_profile_close(ent_i_profile *profile);

/* Adds what the record's surroundings say of the known person. */
void ent_i_context_weigh(const ent_i_context *c, const ent_i_record *record,
                         const ent_i_profile *known, ent_i_favour *sum);

#endif
