/* Which weights a model keeps, and what they are in eight bits. */
#ifndef ENTENTE_TRAIN_QUANTISE_H
#define ENTENTE_TRAIN_QUANTISE_H

#include <stddef.h>
#include <stdint.h>

/* The largest size of a weight among n. */
float ent_i_largest_weight(const float *weights, size_t n);
/* What a weight is measured in, so that the largest of that size is 127. */
float ent_i_scale(float largest);
/* The weight in that measure. */
int8_t ent_i_quantise(float weight, float scale);

/* The size that a feature's must exceed to be among the `most` largest. Sorts
 * the sizes, the largest first. */
float ent_i_least_size(float *sizes, size_t n, size_t most);
/* Slots of a table for that many features. */
uint32_t ent_i_slots_for(size_t kept);

#endif
