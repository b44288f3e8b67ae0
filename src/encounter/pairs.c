#include "encounter/pairs.h"

/* A person of the passage and the nodes that name or mean them. */
typedef struct person {
    uint32_t mention; /* the first one */
    uint32_t first;   /* index of its last place in `places`, chained back */
} person;

typedef struct place {
    uint32_t node;
    uint32_t mention;
    uint32_t before; /* the person's place before; ENT_NONE */
} place;

typedef struct people {
    const ent_i_passage *passage;
    person items[ENT_I_PEOPLE];
    place places[2 * ENT_I_NODES];
    uint32_t count;
    uint32_t place_count;
} people;

/* Adds a place of the person whom the mention names; false when there are too
 * many persons. */
static bool add_place(people *p, uint32_t node, uint32_t mention)
{
    uint32_t who = 0;
    while (who < p->count && !ent_i_same_person(p->passage->article,
                                                p->items[who].mention, mention))
        who++;
    if (who == ENT_I_PEOPLE)
        return false;
    if (who == p->count)
        p->items[p->count++] = (person){mention, ENT_NONE};
    p->places[p->place_count] = (place){node, mention, p->items[who].first};
    p->items[who].first = p->place_count++;
    return true;
}

static bool collect(people *p)
{
    const ent_i_passage *r = p->passage;
    for (uint32_t i = 0; i < r->node_count; i++) {
        const ent_i_item *node = &r->nodes[i];
        if (node->what != ENT_I_PERSON)
            continue;
        if (!add_place(p, i, node->mention) ||
            (node->other != ENT_NONE && !add_place(p, i, node->other)))
            return false;
    }
    return true;
}

static ent_i_pair pair_at(const place *one, const place *two)
{
    bool turned = one->node > two->node;
    const place *left = turned ? two : one, *right = turned ? one : two;
    return (ent_i_pair){{left->mention, right->mention},
                        {left->node, right->node}};
}

static uint32_t distance(const ent_i_pair *pair)
{
    return pair->nodes[1] - pair->nodes[0];
}

/* Keeps the nearest places in order; of those equally near the one that comes
 * first in the sentence, which is added last. */
static size_t add_nearest(ent_i_pair *out, size_t n, const ent_i_pair *pair)
{
    size_t i = n < ENT_I_PLACES ? n : ENT_I_PLACES - 1;
    if (i < n && distance(pair) > distance(&out[i]))
        return n;
    for (; i > 0 && distance(&out[i - 1]) >= distance(pair); i--)
        out[i] = out[i - 1];
    out[i] = *pair;
    return n < ENT_I_PLACES ? n + 1 : n;
}

static size_t find_places(const people *p, uint32_t x, uint32_t y,
                          ent_i_pair out[ENT_I_PLACES])
{
    size_t n = 0;
    for (uint32_t a = p->items[x].first; a != ENT_NONE; a = p->places[a].before)
        for (uint32_t b = p->items[y].first; b != ENT_NONE;
             b = p->places[b].before) {
            ent_i_pair pair = pair_at(&p->places[a], &p->places[b]);
            n = add_nearest(out, n, &pair);
        }
    return n;
}

bool ent_i_each_pair(const ent_i_passage *passage, ent_i_pair_fn *use,
                     void *ctx)
{
    people p;
    ent_i_pair places[ENT_I_PLACES];
    p.passage = passage;
    p.count = p.place_count = 0;
    if (!collect(&p))
        return true;
    for (uint32_t x = 0; x < p.count; x++)
        for (uint32_t y = x + 1; y < p.count; y++)
            if (!use(ctx, places, find_places(&p, x, y, places)))
                return false;
    return true;
}

static bool has_person(const ent_i_passage *r, const ent_i_finding *f,
                       uint32_t mention)
{
    for (uint32_t i = 0; i < f->count; i++)
        if (ent_i_same_person(r->article, f->people[i], mention))
            return true;
    return false;
}

/* Those who were met separately did not meet each other. */
static bool brings_together(const ent_i_passage *r, const ent_i_finding *f,
                            const ent_i_pair *pair)
{
    if (!has_person(r, f, pair->people[0]) ||
        !has_person(r, f, pair->people[1]))
        return false;
    return !f->separate ||
           ent_i_same_person(r->article, f->people[0], pair->people[0]) ||
           ent_i_same_person(r->article, f->people[0], pair->people[1]);
}

const ent_i_finding *ent_i_pair_finding(const ent_i_outline *outline,
                                        const ent_i_pair *pair)
{
    for (size_t i = 0; i < outline->finding_count; i++)
        if (brings_together(outline->passage, &outline->findings[i], pair))
            return &outline->findings[i];
    return NULL;
}

uint32_t ent_i_pair_trigger(const ent_i_outline *outline,
                            const ent_i_pair *pair)
{
    uint32_t i = pair->nodes[0], j = pair->nodes[1], best = ENT_NONE;
    uint32_t least = UINT32_MAX;
    for (uint32_t k = 0; k < outline->passage->node_count; k++) {
        if (!outline->triggers[k])
            continue;
        uint32_t away = k > i && k < j ? 0
                        : ent_i_apart(k, i) < ent_i_apart(k, j)
                            ? ent_i_apart(k, i)
                            : ent_i_apart(k, j);
        if (away < least) {
            least = away;
            best = k;
        }
    }
    return best;
}
