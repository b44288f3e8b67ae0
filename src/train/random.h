/* Numbers that look random and are the same everywhere (splitmix64; Steele,
 * Lea and Flood 2014). */
#ifndef ENTENTE_TRAIN_RANDOM_H
#define ENTENTE_TRAIN_RANDOM_H

#include <stdint.h>

static inline uint64_t ent_i_random(uint64_t *state)
{
    uint64_t x = *state += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

#endif
