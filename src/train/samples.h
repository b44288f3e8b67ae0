/* Annotated articles to learn from. */
#ifndef ENTENTE_TRAIN_SAMPLES_H
#define ENTENTE_TRAIN_SAMPLES_H

#include "train/examples.h"

typedef struct ent_i_sample {
    ent_article *article;
    ent_i_text text;
    uint8_t *labels; /* of each token */
    uint8_t fold;    /* 0 to ENT_I_FOLDS - 1 */
} ent_i_sample;

/* Start from {0}. */
typedef struct ent_i_samples {
    ENT_I_VEC(ent_i_sample) items;
    struct ent_i_breaker *breaker; /* lent to each text in turn */
    ent_i_wordbook *book;          /* shared by all texts */
} ent_i_samples;

/* Reads the annotated articles of the inputs. With a seed, some sentences of
 * each are repeated in capitals and some as headlines, so that the model learns
 * to read those; 0 adds none. Fails with ENT_ERR_FORMAT when an article has no
 * annotation. The folds are blocks of each input: articles from one source are
 * adjacent, and what is left out should be as new to the model as tomorrow's
 * news, and as large a share of every input. */
ent_status ent_i_samples_read(ent_i_samples *out, const char *const *inputs,
                              size_t count, uint64_t seed, ent_error *error);
void ent_i_samples_free(ent_i_samples *samples);

/* Writes the labels of the reading's spots (reading->spots.n of them) from
 * those of the sample. Names that extend beyond the spots are left out. */
void ent_i_sample_spots(const ent_i_sample *sample,
                        const ent_i_reading *reading, uint8_t *labels);

#endif
