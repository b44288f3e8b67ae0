/* Where the tables of trained models keep a key. Each key has a slot, from
 * which it is found by linear probing, and a tag, another part of it, which
 * keeps keys never seen in training from getting another key's weights. */
#ifndef ENTENTE_CORE_SLOTS_H
#define ENTENTE_CORE_SLOTS_H

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/* Tags are compared many at a time, a line of the cache: most keys were never
 * seen in training, and in a table that is nearly full it takes long to see
 * that. */
enum { ENT_I_TAGS = 32 };

#ifdef __SSE2__
/* All ones in each of the eight tags that is `tag` or empty. */
static inline __m128i ent_i_tags_hit(const uint16_t *tags, uint16_t tag)
{
    __m128i some = _mm_loadu_si128((const __m128i *)(const void *)tags);
    return _mm_or_si128(_mm_cmpeq_epi16(some, _mm_set1_epi16((short)tag)),
                        _mm_cmpeq_epi16(some, _mm_setzero_si128()));
}
#endif

/* A bit for each of the tags that is `tag` or empty, the first one lowest. */
static inline uint32_t ent_i_tags_hits(const uint16_t *tags, uint16_t tag)
{
#ifdef __SSE2__
    __m128i low = _mm_packs_epi16(ent_i_tags_hit(tags, tag),
                                  ent_i_tags_hit(tags + 8, tag));
    __m128i high = _mm_packs_epi16(ent_i_tags_hit(tags + 16, tag),
                                   ent_i_tags_hit(tags + 24, tag));
    return (uint32_t)_mm_movemask_epi8(low) | (uint32_t)_mm_movemask_epi8(high)
                                                  << 16;
#else
    uint32_t hits = 0;
    for (uint32_t i = 0; i < ENT_I_TAGS; i++)
        hits |= (uint32_t)(tags[i] == tag || !tags[i]) << i;
    return hits;
#endif
}

/* The key's slot among the `cap` tags, or ENT_I_ABSENT. */
static inline uint32_t ent_i_slot_find(const uint16_t *tags, uint32_t cap,
                                       uint64_t key)
{
    uint16_t tag = ent_i_tag_of(key);
    uint32_t slot = ent_i_slot_of(key, cap);
    for (; slot + ENT_I_TAGS <= cap; slot += ENT_I_TAGS) {
        uint32_t hits = ent_i_tags_hits(tags + slot, tag);
        if (hits) {
            slot += (uint32_t)__builtin_ctz(hits);
            return tags[slot] == tag ? slot : ENT_I_ABSENT;
        }
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
