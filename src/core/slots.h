/* Where the tables of trained models keep a key. Each key has a slot, from
 * which it is found by linear probing, and a tag, another part of it, which
 * keeps keys never seen in training from getting another key's weights. */
#ifndef ENTENTE_CORE_SLOTS_H
#define ENTENTE_CORE_SLOTS_H

#include <string.h>

#include "core/map.h"

/* Where probing for a key begins, and its tag, which is never 0: that marks an
 * empty slot. */
static inline uint32_t ent_i_slot_of(uint64_t key, uint32_t cap)
{
    return (uint32_t)(((key >> 32) * cap) >> 32);
}
static inline uint16_t ent_i_tag_of(uint64_t key)
{
    uint16_t tag = (uint16_t)key;
    return tag ? tag : 1;
}

/* Tags are compared eight at a time: most keys were never seen in training, and
 * in a table that is nearly full it takes long to see that. */
enum { ENT_I_TAGS = 8 };
typedef uint16_t ent_i_tags __attribute__((vector_size(2 * ENT_I_TAGS)));
typedef uint8_t ent_i_hits __attribute__((vector_size(ENT_I_TAGS)));

/* The first of the eight tags that is `tag` or empty; ENT_I_TAGS if none is. */
static inline uint32_t ent_i_tags_find(const uint16_t *tags, uint16_t tag)
{
    ent_i_tags some;
    memcpy(&some, tags, sizeof some);
    ent_i_hits each = __builtin_convertvector(
        (ent_i_tags)((some == tag) | (some == 0)), ent_i_hits);
    uint64_t hits;
    memcpy(&hits, &each, sizeof hits);
    if (!hits)
        return ENT_I_TAGS;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return (uint32_t)__builtin_clzll(hits) / 8;
#else
    return (uint32_t)__builtin_ctzll(hits) / 8;
#endif
}

/* The key's slot among the `cap` tags, or ENT_I_ABSENT. */
static inline uint32_t ent_i_slot_find(const uint16_t *tags, uint32_t cap,
                                       uint64_t key)
{
    uint16_t tag = ent_i_tag_of(key);
    uint32_t slot = ent_i_slot_of(key, cap);
    for (uint32_t n = ENT_I_TAGS; n == ENT_I_TAGS && slot + n <= cap;) {
        n = ent_i_tags_find(tags + slot, tag);
        slot += n;
    }
    /* Near the table's end one at a time, and on from its beginning. */
    for (uint32_t probes = 0; probes < cap; probes++) {
        slot = slot == cap ? 0 : slot;
        if (tags[slot] == tag)
            return slot;
        if (!tags[slot])
            return ENT_I_ABSENT;
        slot++;
    }
    return ENT_I_ABSENT;
}

/* An empty slot for the key, which is given to it. */
static inline uint32_t ent_i_slot_take(uint16_t *tags, uint32_t cap,
                                       uint64_t key)
{
    uint32_t slot = ent_i_slot_of(key, cap);
    while (tags[slot])
        slot = slot + 1 == cap ? 0 : slot + 1;
    tags[slot] = ent_i_tag_of(key);
    return slot;
}

#endif
