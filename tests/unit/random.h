/* Random numbers for property tests: the same for the same seed on every
 * machine, so that a failure can be seen again. */
#ifndef ENTENTE_TESTS_RANDOM_H
#define ENTENTE_TESTS_RANDOM_H

#include <stdint.h>

/* SplitMix64 (Steele, Lea and Flood 2014). */
static inline uint64_t random_next(uint64_t *seed)
{
    uint64_t z = *seed += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

/* 0 .. n - 1. */
static inline uint32_t random_below(uint64_t *seed, uint32_t n)
{
    return (uint32_t)(random_next(seed) >> 32) % n;
}

#endif
