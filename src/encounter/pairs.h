/* Pairs of persons who may be in contact, and what a sentence shows about each:
 * the features that the model of contacts weighs. */
#ifndef ENTENTE_ENCOUNTER_PAIRS_H
#define ENTENTE_ENCOUNTER_PAIRS_H

#include "encounter/passage.h"

enum {
    ENT_I_PEOPLE = 40, /* a sentence that names more is a list */
    ENT_I_PLACES = 8,  /* at most, of the two persons of a pair */
    ENT_I_PAIR_KEYS = 740
};

/* Two persons of a sentence at one place of each. */
typedef struct ent_i_pair {
    uint32_t people[2]; /* mentions, in the order of the nodes */
    uint32_t nodes[2];
} ent_i_pair;

/* What the pairs of one passage share. */
typedef struct ent_i_outline {
    const ent_i_passage *passage;
    const ent_i_finding *findings; /* what the grammar reads in it */
    size_t finding_count;
    uint32_t people;                         /* different persons */
    uint64_t words[ENT_I_NODES];             /* what each node reads as */
    uint64_t triggers[ENT_I_NODES];          /* its word of contact; 0: none */
    uint16_t named_before[ENT_I_NODES + 1];  /* persons before each node */
    uint16_t quotes_before[ENT_I_NODES + 1]; /* quotation marks */
    bool caption;                            /* says that it is a picture's */
} ent_i_outline;

/* Takes two persons at `count` pairs of places, 1 to ENT_I_PLACES, those
 * nearest to each other first: any of them may state a contact. False: stop. */
typedef bool ent_i_pair_fn(void *ctx, const ent_i_pair *places, size_t count);

/* Calls `use` with each two persons; false as soon as it returns false. */
bool ent_i_each_pair(const ent_i_passage *passage, ent_i_pair_fn *use,
                     void *ctx);

/* Prepares the features of the passage's pairs. */
void ent_i_outline_read(ent_i_outline *out, const ent_i_passage *passage,
                        const ent_i_finding *findings, size_t count);

/* Writes the keys of the pair's features, at most ENT_I_PAIR_KEYS, and returns
 * how many there are. */
size_t ent_i_pair_features(const ent_i_outline *outline, const ent_i_pair *pair,
                           uint64_t *keys);

/* The finding that brings the two together, or NULL. */
const ent_i_finding *ent_i_pair_finding(const ent_i_outline *outline,
                                        const ent_i_pair *pair);

/* The word of contact that most probably connects the two: one between them,
 * else the nearest; ENT_NONE when there is none. */
uint32_t ent_i_pair_trigger(const ent_i_outline *outline,
                            const ent_i_pair *pair);

#endif
