/* Builds the model's gazetteer from what was learnt about each word. */
#ifndef ENTENTE_TRAIN_WORDLIST_H
#define ENTENTE_TRAIN_WORDLIST_H

#include "train/clusters.h"

/* How often a word was part of a name of each type, as sums of
 * probabilities. */
typedef struct ent_i_silver {
    uint64_t exact;
    bool small; /* lower case */
    float count;
    float type[ENT_I_SILVER];
} ent_i_silver;

/* Start from {0}. */
typedef struct ent_i_wordlist {
    ent_i_keymap index; /* upper half of the exact hash -> entry */
    ENT_I_VEC(ent_i_entry) entries;
    ent_i_keymap silver_index; /* exact -> silver */
    ENT_I_VEC(ent_i_silver) silver;
} ent_i_wordlist;

/* Clusters the words, which takes minutes, and enters clusters and case. False
 * when memory is out. */
bool ent_i_wordlist_learn(ent_i_wordlist *list,
                          const ent_i_vocabulary *vocabulary);
/* Reads a file of lines "LIST<tab>WORD", where LIST (1..7) is the number of a
 * list that has the word, such as a list of first names. */
ent_status ent_i_wordlist_read(ent_i_wordlist *list, const char *path,
                               ent_error *error);
/* Counts one occurrence of a word with its probability for each type. False
 * when memory is out. */
bool ent_i_wordlist_observe(ent_i_wordlist *list, const ent_i_traits *word,
                            const float type[ENT_I_SILVER]);
/* Enters what was observed and starts counting anew. False when memory is
 * out. */
bool ent_i_wordlist_settle(ent_i_wordlist *list);
/* The sorted entries, valid until the next change. False when memory is out. */
bool ent_i_wordlist_gazetteer(ent_i_wordlist *list, ent_i_gazetteer *out);
void ent_i_wordlist_free(ent_i_wordlist *list);

#endif
