#include "train/pack.h"

#include <string.h>

#include "train/quantise.h"

/* A feature's number in each stage, ENT_I_ABSENT where it has none. */
typedef struct pair {
    uint64_t key;
    uint32_t number[ENT_I_STAGES];
    float size;
} pair;

typedef ENT_I_VEC(pair) pairs;

/* The features of both stages, in the order of their numbers. */
static bool join(pairs *out, const ent_i_learnt learnt[ENT_I_STAGES])
{
    for (unsigned s = 0; s < ENT_I_STAGES; s++) {
        const ent_i_learnt *own = &learnt[s];
        for (uint32_t i = 0; i < own->weights.n; i++) {
            uint64_t key = own->numbering.keys.items[i];
            float size =
                ent_i_largest_weight(own->weights.rows[i], ENT_I_WEIGHTS);
            uint32_t first = s ? ent_i_keymap_get(&learnt[0].numbering.map, key)
                               : ENT_I_ABSENT;
            if (first != ENT_I_ABSENT) {
                pair *p = &out->items[first];
                p->number[s] = i;
                p->size = size > p->size ? size : p->size;
                continue;
            }
            pair p = {key, {ENT_I_ABSENT, ENT_I_ABSENT}, size};
            p.number[s] = i;
            if (!ent_i_vec_push(out, p))
                return false;
        }
    }
    return true;
}

static void put_row(int8_t *out, const float *row, float scale)
{
    for (unsigned j = 0; j < ENT_I_WEIGHTS; j++)
        out[j] = ent_i_quantise(row[j], scale);
}

static void put(ent_i_packed *out, const ent_i_model *model,
                const ent_i_learnt learnt[ENT_I_STAGES], const pair *p)
{
    uint32_t cap = model->table.cap;
    uint32_t slot = ent_i_slot_take(out->tags, cap, p->key);
    for (unsigned s = 0; s < ENT_I_STAGES; s++) {
        if (p->number[s] != ENT_I_ABSENT)
            put_row(out->rows[slot].weight + (size_t)s * ENT_I_WEIGHTS,
                    learnt[s].weights.rows[p->number[s]], model->scale[s]);
    }
}

static float *sizes_of(const pairs *all)
{
    float *sizes = ent_i_malloc(all->n * sizeof *sizes);
    for (size_t i = 0; sizes && i < all->n; i++)
        sizes[i] = all->items[i].size;
    return sizes;
}

static bool fill(ent_i_packed *out, ent_i_model *model,
                 const ent_i_learnt learnt[ENT_I_STAGES], const pairs *all,
                 size_t most)
{
    float *sizes = sizes_of(all);
    if (!sizes)
        return false;
    float least = ent_i_least_size(sizes, all->n, most);
    float top = all->n ? sizes[0] : 1.0f;
    ent_i_free(sizes);
    size_t kept = 0;
    for (size_t i = 0; i < all->n; i++)
        kept += all->items[i].size > least;
    uint32_t cap = ent_i_slots_for(kept);
    out->tags = ent_i_calloc(cap, sizeof *out->tags);
    out->rows = ent_i_calloc(cap, sizeof *out->rows);
    if (!out->tags || !out->rows)
        return false;
    model->table = (ent_i_table){out->tags, out->rows, cap};
    for (unsigned s = 0; s < ENT_I_STAGES; s++) {
        model->scale[s] = ent_i_scale(top);
        model->steps[s] = learnt[s].weights.steps;
    }
    for (size_t i = 0; i < all->n; i++) {
        if (all->items[i].size > least)
            put(out, model, learnt, &all->items[i]);
    }
    return true;
}

bool ent_i_pack(ent_i_packed *out, ent_i_model *model,
                const ent_i_learnt learnt[ENT_I_STAGES], size_t most)
{
    pairs all = {0};
    ent_i_packed_free(out);
    bool ok = join(&all, learnt) && fill(out, model, learnt, &all, most);
    ent_i_vec_free(&all);
    if (!ok)
        ent_i_packed_free(out);
    return ok;
}

void ent_i_packed_free(ent_i_packed *packed)
{
    ent_i_free(packed->tags);
    ent_i_free(packed->rows);
    memset(packed, 0, sizeof *packed);
}

void ent_i_learnt_free(ent_i_learnt *learnt)
{
    ent_i_weights_free(&learnt->weights);
    ent_i_numbering_free(&learnt->numbering);
    memset(learnt, 0, sizeof *learnt);
}
