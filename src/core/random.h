/* Numbers that look random and are the same everywhere (splitmix64; Steele,
 * Lea and Flood 2014). */
#ifndef ENTENTE_CORE_RANDOM_H
#define ENTENTE_CORE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t ent_i_random(uint64_t *state)
{
    uint64_t x = *state += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/* Puts the numbers in another order (Fisher and Yates 1938). */
static inline void ent_i_shuffle(uint32_t *order, size_t n, uint64_t *state)
{
    for (size_t i = n; i > 1; i--) {
        size_t k = ent_i_random(state) % i;
        uint32_t other = order[k];
        order[k] = order[i - 1];
        order[i - 1] = other;
    }
}

#endif
