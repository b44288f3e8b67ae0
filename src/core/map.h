/* Open-addressing hash maps from strings or 64-bit keys to 32-bit values: at
 * counting pairs, which this program does most, they are ten times as fast as
 * the packaged ones. Start from {0}. */
#ifndef ENTENTE_CORE_MAP_H
#define ENTENTE_CORE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/memory.h"

/* The value of a key that is not in the map. */
#define ENT_I_ABSENT UINT32_MAX

typedef struct ent_i_keymap_slot {
    uint64_t key;
    uint32_t value; /* ENT_I_ABSENT: empty */
} ent_i_keymap_slot;

/* 64-bit keys, such as a pair of 32-bit indices. */
typedef struct ent_i_keymap {
    ent_i_keymap_slot *slots;
    size_t cap; /* a power of two, or 0 */
    size_t n;
} ent_i_keymap;

/* The key of an unordered pair of indices, the smaller one first. */
static inline uint64_t ent_i_pair_key(uint32_t a, uint32_t b)
{
    return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

/* The value of key, or ENT_I_ABSENT. */
uint32_t ent_i_keymap_get(const ent_i_keymap *map, uint64_t key);
/* A pointer to key's value, inserted as `initial` when the key is new; valid
 * until the next put. NULL when memory is out. */
uint32_t *ent_i_keymap_put(ent_i_keymap *map, uint64_t key, uint32_t initial);
/* Has the key's place fetched into the cache, to be looked at soon. */
void ent_i_keymap_prefetch(const ent_i_keymap *map, uint64_t key);
/* Forgets all keys but keeps the memory, unless it was hardly used. */
void ent_i_keymap_clear(ent_i_keymap *map);
void ent_i_keymap_free(ent_i_keymap *map);

/* How often each of millions of keys came, in 8 bytes a key. Of a key only 44
 * bits are kept, so that of ten million keys a few pairs count as one; counts
 * end at a million. */
typedef struct ent_i_countmap {
    uint64_t *slots; /* bits of the key, then the count; 0: empty */
    size_t cap;      /* a power of two, or 0 */
    size_t n;
} ent_i_countmap;

/* Counts the key; false when memory is out. */
bool ent_i_countmap_add(ent_i_countmap *counts, uint64_t key);
/* How often it was counted. */
uint32_t ent_i_countmap_of(const ent_i_countmap *counts, uint64_t key);
/* Has the key's place fetched into the cache, to be looked at soon. */
void ent_i_countmap_prefetch(const ent_i_countmap *counts, uint64_t key);
void ent_i_countmap_free(ent_i_countmap *counts);

typedef struct ent_i_strmap_slot {
    const char *key;
    uint32_t size;
    uint32_t hash;
    uint32_t value;
} ent_i_strmap_slot;

/* Keys are byte strings, copied into the map; they live as long as it does. */
typedef struct ent_i_strmap {
    ent_i_strmap_slot *slots;
    size_t cap; /* a power of two, or 0 */
    size_t n;
    ent_i_arena keys;
} ent_i_strmap;

uint32_t ent_i_strmap_get(const ent_i_strmap *map, const char *key,
                          size_t size);
uint32_t *ent_i_strmap_put(ent_i_strmap *map, const char *key, size_t size,
                           uint32_t initial);
/* The map's own copy of the text, ended with NUL, which is added if new; NULL
 * when memory is out. For texts that come often. */
const char *ent_i_strmap_keep(ent_i_strmap *map, const char *text);
void ent_i_strmap_free(ent_i_strmap *map);

/* The 64-bit XXH3 hash of the bytes. */
uint64_t ent_i_hash(const void *bytes, size_t size);

#endif
