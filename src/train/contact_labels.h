/* What annotated sentences say about pairs of persons. */
#ifndef ENTENTE_TRAIN_CONTACT_LABELS_H
#define ENTENTE_TRAIN_CONTACT_LABELS_H

#include <unicode/ucasemap.h>

#include "core/map.h"
#include "encounter/contact_model.h"
#include "evaluate/gold.h"

/* What is said about one pair; shares from 0 to 1. */
typedef struct ent_i_contact_label {
    float kind[ENT_KIND_COUNT];         /* sums to 1 where in contact */
    float standing[ENT_STANDING_COUNT]; /* as well */
    float weight;                       /* how much it counts */
    bool by_reader;                     /* not by a model */
    bool drawn; /* its sentence stands for those that articles have */
} ent_i_contact_label;

/* How much of it is a contact that took place or is to. */
static inline float ent_i_real_share(const ent_i_contact_label *label)
{
    return label->standing[ENT_HELD] + label->standing[ENT_PLANNED];
}

/* ... one that is proposed or denied. */
static inline float ent_i_unreal_share(const ent_i_contact_label *label)
{
    return label->standing[ENT_PROPOSED] + label->standing[ENT_DENIED];
}

/* ... a contact, whatever became of it. */
static inline float ent_i_contact_share(const ent_i_contact_label *label)
{
    return ent_i_real_share(label) + ent_i_unreal_share(label);
}

/* The annotated sentences, by article. */
typedef struct ent_i_annotations {
    ent_i_gold_list records;
    size_t drawn;             /* records of the first file */
    ent_i_strmap first;       /* article -> its first record, from 1 */
    ENT_I_VEC(uint32_t) next; /* by record: the article's next, from 1; 0 */
    UCaseMap *lower;
    ent_i_arena words; /* for one pair */
} ent_i_annotations;

/* Reads files of sentences: records with "article", "start", "end", and either
 * "encounters", by an annotator, who counts as much as "weight" says (1
 * without), or "pairs" with the probabilities that a model gave them. Those of
 * the first file are as often in contact as sentences of articles are; others
 * may have been chosen. Fails like reading gold. */
ent_status ent_i_annotations_read(ent_i_annotations *out,
                                  const char *const *paths, size_t count,
                                  ent_error *error);
void ent_i_annotations_free(ent_i_annotations *annotations);

/* Fills the label of a pair; false when no record tells. */
bool ent_i_contact_label_of(ent_i_annotations *annotations,
                            const ent_i_outline *outline,
                            const ent_i_pair *pair, ent_i_contact_label *out);

/* Whether the article has records. */
bool ent_i_is_annotated(const ent_i_annotations *annotations,
                        const ent_article *article);

#endif
