/* Linear probing in tables whose size is a power of two. Nothing is ever
 * removed, so there are no tombstones: an empty slot ends every search, and
 * there always is one. */
#include "core/map.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t ent_i_hash(const void *bytes, size_t size)
{
    return XXH3_64bits(bytes, size);
}

/* Tables grow when they are three quarters full. */
static bool is_full(size_t n, size_t cap) { return (n + 1) * 4 > cap * 3; }

/* ---- 64-bit keys ---- */

/* The table is indexed by the low bits, which in a pair hold only one of the
 * two actors. So the other one is folded in, and the high bits of the product,
 * which depend on all bits of the key, are brought down again. The factor is
 * 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3,
 * 6.4). */
static uint64_t mix(uint64_t key)
{
    key ^= key >> 32;
    key *= 0x9e3779b97f4a7c15u;
    return key ^ key >> 29;
}

static ent_i_keymap_slot *keymap_slot(const ent_i_keymap *map, uint64_t key)
{
    size_t i = mix(key) & (map->cap - 1);
    while (map->slots[i].value != ENT_I_ABSENT && map->slots[i].key != key)
        i = (i + 1) & (map->cap - 1);
    return &map->slots[i];
}

uint32_t ent_i_keymap_get(const ent_i_keymap *map, uint64_t key)
{
    return map->n ? keymap_slot(map, key)->value : ENT_I_ABSENT;
}

/* An empty slot is marked by its value, since any key may be used. */
static void make_empty(ent_i_keymap_slot *slots, size_t cap)
{
    for (size_t i = 0; i < cap; i++)
        slots[i].value = ENT_I_ABSENT;
}

static bool keymap_grow(ent_i_keymap *map)
{
    ent_i_keymap grown = {.cap = map->cap ? map->cap * 2 : 64, .n = map->n};
    grown.slots = ent_i_malloc(grown.cap * sizeof *grown.slots);
    if (!grown.slots)
        return false;
    make_empty(grown.slots, grown.cap);
    for (size_t i = 0; i < map->cap; i++)
        if (map->slots[i].value != ENT_I_ABSENT)
            *keymap_slot(&grown, map->slots[i].key) = map->slots[i];
    /* The old table is freed last, so that the map stays intact when memory is
     * out. */
    ent_i_free(map->slots);
    *map = grown;
    return true;
}

uint32_t *ent_i_keymap_put(ent_i_keymap *map, uint64_t key, uint32_t initial)
{
    if (is_full(map->n, map->cap) && !keymap_grow(map))
        return NULL;
    ent_i_keymap_slot *slot = keymap_slot(map, key);
    if (slot->value == ENT_I_ABSENT) {
        slot->key = key;
        slot->value = initial;
        map->n++;
    }
    return &slot->value;
}

void ent_i_keymap_prefetch(const ent_i_keymap *map, uint64_t key)
{
    if (map->n)
        __builtin_prefetch(&map->slots[mix(key) & (map->cap - 1)]);
}

void ent_i_keymap_clear(ent_i_keymap *map)
{
    enum { HARDLY = 16 };
    if (map->n < map->cap / HARDLY) {
        ent_i_keymap_free(map);
        return;
    }
    make_empty(map->slots, map->cap);
    map->n = 0;
}

void ent_i_keymap_free(ent_i_keymap *map)
{
    ent_i_free(map->slots);
    *map = (ent_i_keymap){0};
}

/* ---- counts ---- */

enum { COUNT_BITS = 20 };
#define COUNT_MAX ((UINT64_C(1) << COUNT_BITS) - 1)

/* A slot with these bits of a key, not yet counted. */
static uint64_t kept_bits(uint64_t key) { return mix(key) & ~COUNT_MAX; }

static size_t first_slot(const ent_i_countmap *counts, uint64_t kept)
{
    return (size_t)(kept >> COUNT_BITS) & (counts->cap - 1);
}

static uint64_t *counts_slot(const ent_i_countmap *counts, uint64_t kept)
{
    size_t i = first_slot(counts, kept);
    while (counts->slots[i] && (counts->slots[i] & ~COUNT_MAX) != kept)
        i = (i + 1) & (counts->cap - 1);
    return &counts->slots[i];
}

static bool counts_grow(ent_i_countmap *counts)
{
    ent_i_countmap grown = {.cap = counts->cap ? counts->cap * 2 : 64,
                            .n = counts->n};
    grown.slots = ent_i_calloc(grown.cap, sizeof *grown.slots);
    if (!grown.slots)
        return false;
    for (size_t i = 0; i < counts->cap; i++)
        if (counts->slots[i])
            *counts_slot(&grown, counts->slots[i] & ~COUNT_MAX) =
                counts->slots[i];
    ent_i_free(counts->slots);
    *counts = grown;
    return true;
}

bool ent_i_countmap_add(ent_i_countmap *counts, uint64_t key)
{
    if (is_full(counts->n, counts->cap) && !counts_grow(counts))
        return false;
    uint64_t kept = kept_bits(key);
    uint64_t *slot = counts_slot(counts, kept);
    counts->n += !*slot;
    if ((*slot & COUNT_MAX) < COUNT_MAX)
        *slot = (*slot | kept) + 1;
    return true;
}

uint32_t ent_i_countmap_of(const ent_i_countmap *counts, uint64_t key)
{
    return counts->n
               ? (uint32_t)(*counts_slot(counts, kept_bits(key)) & COUNT_MAX)
               : 0;
}

void ent_i_countmap_prefetch(const ent_i_countmap *counts, uint64_t key)
{
    if (counts->n)
        __builtin_prefetch(&counts->slots[first_slot(counts, kept_bits(key))]);
}

void ent_i_countmap_free(ent_i_countmap *counts)
{
    ent_i_free(counts->slots);
    *counts = (ent_i_countmap){0};
}

/* ---- strings ---- */

/* Hashes are compared before bytes, so a different key rarely costs a look at
 * its memory. An empty slot has no key, so calloc makes an empty table. */
static ent_i_strmap_slot *strmap_slot(const ent_i_strmap *map, const char *key,
                                      size_t size, uint32_t hash)
{
    size_t i = hash & (map->cap - 1);
    for (;; i = (i + 1) & (map->cap - 1)) {
        ent_i_strmap_slot *slot = &map->slots[i];
        if (!slot->key || (slot->hash == hash && slot->size == size &&
                           memcmp(slot->key, key, size) == 0))
            return slot;
    }
}

uint32_t ent_i_strmap_get(const ent_i_strmap *map, const char *key, size_t size)
{
    if (!map->n)
        return ENT_I_ABSENT;
    ent_i_strmap_slot *slot =
        strmap_slot(map, key, size, (uint32_t)ent_i_hash(key, size));
    return slot->key ? slot->value : ENT_I_ABSENT;
}

static bool strmap_grow(ent_i_strmap *map)
{
    size_t cap = map->cap ? map->cap * 2 : 64;
    ent_i_strmap_slot *slots = ent_i_calloc(cap, sizeof *slots);
    if (!slots)
        return false;
    for (size_t i = 0; i < map->cap; i++) {
        if (!map->slots[i].key)
            continue;
        /* All keys differ, so they need neither comparing nor hashing. */
        size_t at = map->slots[i].hash & (cap - 1);
        while (slots[at].key)
            at = (at + 1) & (cap - 1);
        slots[at] = map->slots[i];
    }
    ent_i_free(map->slots);
    map->slots = slots;
    map->cap = cap;
    return true;
}

/* The key's slot, filled; NULL when memory is out. */
static ent_i_strmap_slot *strmap_fill(ent_i_strmap *map, const char *key,
                                      size_t size, uint32_t initial)
{
    if (is_full(map->n, map->cap) && !strmap_grow(map))
        return NULL;
    uint32_t hash = (uint32_t)ent_i_hash(key, size);
    ent_i_strmap_slot *slot = strmap_slot(map, key, size, hash);
    if (!slot->key) {
        /* Copied before the slot is filled, so that a failure leaves it
         * empty. */
        char *copy = ent_i_arena_strndup(&map->keys, key, size);
        if (!copy)
            return NULL;
        *slot = (ent_i_strmap_slot){copy, (uint32_t)size, hash, initial};
        map->n++;
    }
    return slot;
}

uint32_t *ent_i_strmap_put(ent_i_strmap *map, const char *key, size_t size,
                           uint32_t initial)
{
    ent_i_strmap_slot *slot = strmap_fill(map, key, size, initial);
    return slot ? &slot->value : NULL;
}

const char *ent_i_strmap_keep(ent_i_strmap *map, const char *text)
{
    ent_i_strmap_slot *slot = strmap_fill(map, text, strlen(text), 0);
    return slot ? slot->key : NULL;
}

void ent_i_strmap_free(ent_i_strmap *map)
{
    ent_i_free(map->slots);
    ent_i_arena_free(&map->keys);
    *map = (ent_i_strmap){0};
}
