/* A sighting is kept as what it doesn't share with the one before it, which in
 * order is of the same pair or the same article. So that one can be found
 * without reading all, every few begin anew. */
#include "relate/sightings.h"

#include <string.h>

#include "core/codec.h"

enum { STEP = 8 /* sightings from one mark to the next */ };

/* What most sightings are is said in bits of their first byte. */
enum {
    SAME_SHARE = 1, /* as the one before */
    PLAIN = 2,      /* one sentence names both, and is all of its window */
    CONTACT = 4     /* it has an encounter */
};

static uint32_t bits_of(float number)
{
    uint32_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static uint8_t kind_of(const ent_i_sighting *s, const ent_i_sighting *before)
{
    bool plain = s->last == s->sentence && s->apart == 0 && s->sights == 1;
    /* As bits: whatever the number is, it comes back. */
    bool same = bits_of(s->share) == bits_of(before->share);
    return (uint8_t)((same ? SAME_SHARE : 0) | (plain ? PLAIN : 0) |
                     (s->encounter != ENT_NONE ? CONTACT : 0));
}

static void code_stretch(ent_i_codec *c, ent_i_sighting *s)
{
    ent_i_code_follows(c, &s->last, s->sentence);
    ent_i_code_number(c, &s->apart);
    ent_i_code_number(c, &s->sights);
}

static void code(ent_i_codec *c, ent_i_sighting *s,
                 const ent_i_sighting *before)
{
    uint8_t kind = c->out ? kind_of(s, before) : 0;
    ent_i_code_small(c, &kind);
    ent_i_code_near(c, &s->pair, before->pair);
    ent_i_code_near(c, &s->article, before->article);
    ent_i_code_number(c, &s->sentence);
    ent_i_code_number(c, &s->names);
    if (!(kind & PLAIN))
        code_stretch(c, s);
    else if (!c->out)
        s->last = s->sentence, s->apart = 0, s->sights = 1;
    if (kind & CONTACT)
        ent_i_code_number(c, &s->encounter);
    else
        s->encounter = ENT_NONE;
    if (!(kind & SAME_SHARE))
        ent_i_code_fraction(c, &s->share);
    else
        s->share = before->share;
}

static const ent_i_sighting none;

bool ent_i_sightings_add(ent_i_sightings *list, const ent_i_sighting *seen)
{
    ent_i_codec c = {.out = &list->bytes};
    ent_i_sighting copy = *seen;
    bool mark = list->n % STEP == 0;
    if (mark && !ent_i_vec_push(&list->marks, list->bytes.n))
        return false;
    code(&c, &copy, mark ? &none : &list->last);
    list->last = copy;
    list->n++;
    return !c.failed;
}

bool ent_i_sightings_next(ent_i_sightings_walk *walk, ent_i_sighting *out)
{
    const ent_i_sightings *list = walk->list;
    if (walk->i == list->n)
        return false;
    ent_i_codec c = {.at = list->bytes.items + walk->place,
                     .end = list->bytes.items + list->bytes.n};
    code(&c, out, walk->i % STEP == 0 ? &none : &walk->last);
    walk->place = (size_t)(c.at - list->bytes.items);
    walk->last = *out;
    walk->i++;
    return true;
}

ent_i_sighting ent_i_sighting_at(const ent_i_sightings *list, size_t i)
{
    ent_i_sighting found;
    ent_i_sightings_walk walk = {
        .list = list, .place = list->marks.items[i / STEP], .i = i - i % STEP};
    do
        ent_i_sightings_next(&walk, &found);
    while (walk.i <= i);
    return found;
}

void ent_i_sightings_free(ent_i_sightings *list)
{
    ent_i_vec_free(&list->bytes);
    ent_i_vec_free(&list->marks);
    *list = (ent_i_sightings){0};
}
