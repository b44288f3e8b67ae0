/* Clusters words by the words beside them: exchange clustering (Kneser and Ney
 * 1993; Uszkoreit and Brants 2008) that maximises the mutual information of a
 * word's cluster with its left and right neighbours. */
#ifndef ENTENTE_TRAIN_CLUSTERS_H
#define ENTENTE_TRAIN_CLUSTERS_H

#include "train/vocabulary.h"

/* How often each word that is to be clustered has each neighbour. */
typedef struct ent_i_contexts {
    uint32_t *words; /* those to cluster, the most frequent first */
    size_t word_count;
    size_t *ends; /* of each word's pairs */
    struct ent_i_context_pair {
        uint32_t context;
        uint32_t count;
    } * pairs;
    uint32_t context_count;
} ent_i_contexts;

/* Counts the neighbours of the words met at least `least` times; the rarer
 * neighbours count as their kind. False when memory is out. */
bool ent_i_contexts_count(ent_i_contexts *out,
                          const ent_i_vocabulary *vocabulary, uint32_t least);
void ent_i_contexts_free(ent_i_contexts *contexts);

/* Writes the number, from 1, of each word's cluster: numbers[i] is of
 * contexts->words[i]. False when memory is out. */
bool ent_i_cluster(const ent_i_contexts *contexts, unsigned clusters,
                   unsigned rounds, uint16_t *numbers);

#endif
