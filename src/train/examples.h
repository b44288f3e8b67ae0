/* Training examples: the spots of annotated articles as lists of feature
 * numbers, each with its correct label. */
#ifndef ENTENTE_TRAIN_EXAMPLES_H
#define ENTENTE_TRAIN_EXAMPLES_H

#include "recognise/features.h"

/* Parts into which the articles are cut, so that each can be tagged by a model
 * that was trained on the others. */
enum { ENT_I_FOLDS = 6 };

/* Numbers feature keys 0, 1, ... */
typedef struct ent_i_numbering {
    ent_i_keymap map;
    ENT_I_VEC(uint64_t) keys; /* of each number */
    bool closed;              /* new keys are no longer numbered */
} ent_i_numbering;

typedef struct ent_i_examples {
    ENT_I_VEC(uint32_t) features; /* numbers of all spots, one after another */
    ENT_I_VEC(size_t) ends;       /* the end of each spot's features */
    ENT_I_VEC(uint8_t) labels;    /* of each spot */
    ENT_I_VEC(ent_i_stretch) stretches;
    ENT_I_VEC(uint32_t) articles; /* first stretch of each article */
    ENT_I_VEC(uint8_t) folds;     /* of each article */
} ent_i_examples;

/* Adds the article in `reading`. verdicts is what the first stage said of each
 * spot, or NULL for the first stage itself. False when memory is out. */
bool ent_i_examples_add(ent_i_examples *examples, ent_i_numbering *numbering,
                        const ent_i_reading *reading, const uint8_t *labels,
                        uint8_t fold, const ent_i_verdict *verdicts);
void ent_i_examples_free(ent_i_examples *examples);
void ent_i_numbering_free(ent_i_numbering *numbering);

/* Keeps the features seen in at least `least` spots and renumbers them. False
 * when memory is out. */
bool ent_i_examples_cut(ent_i_examples *examples, ent_i_numbering *numbering,
                        unsigned least);

/* The number of spots in the longest stretch, at least 1. */
size_t ent_i_examples_longest(const ent_i_examples *examples);

/* One past the last stretch of the article. */
static inline size_t ent_i_examples_end(const ent_i_examples *examples,
                                        size_t article)
{
    return article + 1 < examples->articles.n
               ? examples->articles.items[article + 1]
               : examples->stretches.n;
}

static inline size_t ent_i_example_begin(const ent_i_examples *examples,
                                         size_t spot)
{
    return spot ? examples->ends.items[spot - 1] : 0;
}

#endif
