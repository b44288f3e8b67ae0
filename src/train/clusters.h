/* Clusters words by their neighbours: exchange clustering (Kneser and Ney 1993;
 * Uszkoreit and Brants 2008), which maximises the mutual information between a
 * word's cluster and its left and right neighbours. */
#ifndef ENTENTE_TRAIN_CLUSTERS_H
#define ENTENTE_TRAIN_CLUSTERS_H

#include "train/vocabulary.h"

/* How often each word to be clustered has each neighbour. */
typedef struct ent_i_contexts {
    uint32_t *words; /* those to cluster, most frequent first */
    size_t word_count;
    size_t *ends; /* the end of each word's pairs */
    struct ent_i_context_pair {
        uint32_t context;
        uint32_t count;
    } * pairs;
    uint32_t context_count;
} ent_i_contexts;

/* Counts the neighbours of the words seen at least `least` times; rare
 * neighbours count by their kind. False when memory is out. */
bool ent_i_contexts_count(ent_i_contexts *out,
                          const ent_i_vocabulary *vocabulary, uint32_t least);
void ent_i_contexts_free(ent_i_contexts *contexts);

/* Writes the number of each word's cluster, from 1; numbers[i] is for
 * contexts->words[i]. False when memory is out. */
bool ent_i_cluster(const ent_i_contexts *contexts, unsigned clusters,
                   unsigned rounds, uint16_t *numbers);

#endif
