/* Where the tables of trained models keep a key. Each key has a slot, from
 * which it is found by linear probing, and a tag, another part of it, which
 * keeps keys never seen in training from getting another key's weights. */
#ifndef ENTENTE_CORE_SLOTS_H
#define ENTENTE_CORE_SLOTS_H

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

/* The key's slot among the `cap` tags, or ENT_I_ABSENT. */
static inline uint32_t ent_i_slot_find(const uint16_t *tags, uint32_t cap,
                                       uint64_t key)
{
    uint16_t tag = ent_i_tag_of(key);
    uint32_t slot = ent_i_slot_of(key, cap);
    for (uint32_t probes = 0; probes < cap; probes++) {
        if (tags[slot] == tag)
            return slot;
        if (!tags[slot])
            return ENT_I_ABSENT;
        slot = slot + 1 == cap ? 0 : slot + 1;
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
