#include "corpus/former.h"

#include <string.h>

#include "core/map.h"
#include "core/vec.h"

/* How many mentions a draft and a former actor share. */
typedef struct shared {
    uint32_t draft;
    uint32_t former;
    uint32_t mentions;
} shared;

typedef struct matching {
    const ent_corpus *corpus;
    ent_i_draft_name *drafts;
    size_t n;
    ENT_I_VEC(shared) shared;
    bool *taken; /* by former actor */
} matching;

static bool count_shared(matching *m)
{
    const ent_corpus *corpus = m->corpus;
    ent_i_keymap index = {0};
    bool done = true;
    for (size_t i = 0; done && i < corpus->former_of.n; i++) {
        uint32_t former = corpus->former_of.items[i];
        uint32_t assigned =
            i < corpus->assigned.n ? corpus->assigned.items[i] : ENT_NONE;
        if (former == ENT_NONE || assigned == ENT_NONE)
            continue;
        uint32_t draft = ent_i_assignment_at(corpus, assigned)->actor;
        uint32_t *place = ent_i_keymap_put(
            &index, (uint64_t)draft << 32 | former, (uint32_t)m->shared.n);
        done =
            place && (*place < m->shared.n ||
                      ent_i_vec_push(&m->shared, (shared){draft, former, 0}));
        if (done)
            m->shared.items[*place].mentions++;
    }
    ent_i_keymap_free(&index);
    return done;
}

/* Most first; equals as they came. */
static int by_mentions(const void *a, const void *b)
{
    const shared *x = a, *y = b;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    if (x->former != y->former)
        return x->former < y->former ? -1 : 1;
    return (x->draft > y->draft) - (x->draft < y->draft);
}

/* A pair of equal type stands for both; another type is another actor. */
static void take(matching *m, uint32_t draft, uint32_t former)
{
    ent_i_draft_name *d = &m->drafts[draft];
    if (d->former != ENT_NONE || m->taken[former] ||
        m->corpus->former.items[former].type != d->type)
        return;
    d->former = former;
    m->taken[former] = true;
}

static void match_shared(matching *m)
{
    ent_i_sort(m->shared.items, m->shared.n, sizeof *m->shared.items,
               by_mentions);
    for (size_t i = 0; i < m->shared.n; i++)
        take(m, m->shared.items[i].draft, m->shared.items[i].former);
}

/* Of several that had the name the first is taken. */
static bool match_names(matching *m)
{
    ent_i_strmap names = {0};
    bool done = true;
    for (size_t i = 0; done && i < m->corpus->former.n; i++) {
        const char *label = m->corpus->former.items[i].label;
        if (!m->taken[i])
            done = ent_i_strmap_put(&names, label, strlen(label),
                                    (uint32_t)i) != NULL;
    }
    for (size_t i = 0; done && i < m->n; i++) {
        const char *label = m->drafts[i].label;
        uint32_t former = ent_i_strmap_get(&names, label, strlen(label));
        if (former != ENT_I_ABSENT)
            take(m, (uint32_t)i, former);
    }
    ent_i_strmap_free(&names);
    return done;
}

bool ent_i_match_former(const ent_corpus *corpus, ent_i_draft_name *drafts,
                        size_t n)
{
    matching m = {.corpus = corpus,
                  .drafts = drafts,
                  .n = n,
                  .taken = ent_i_calloc(corpus->former.n, sizeof *m.taken)};
    bool done = m.taken && count_shared(&m);
    if (done) {
        match_shared(&m);
        done = match_names(&m);
    }
    ent_i_vec_free(&m.shared);
    ent_i_free(m.taken);
    return done;
}
