#include "train/examples.h"

#include <string.h>

static bool add_key(ent_i_examples *examples, ent_i_numbering *numbering,
                    uint64_t key)
{
    uint32_t number;
    if (numbering->closed) {
        number = ent_i_keymap_get(&numbering->map, key);
        if (number == ENT_I_ABSENT)
            return true;
    } else {
        uint32_t *slot =
            ent_i_keymap_put(&numbering->map, key, (uint32_t)numbering->keys.n);
        if (!slot || (*slot == numbering->keys.n &&
                      !ent_i_vec_push(&numbering->keys, key)))
            return false;
        number = *slot;
    }
    return ent_i_vec_push(&examples->features, number);
}

static bool add_keys(ent_i_examples *examples, ent_i_numbering *numbering,
                     const uint64_t *keys, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!add_key(examples, numbering, keys[i]))
            return false;
    }
    return true;
}

static bool add_spot(ent_i_examples *examples, ent_i_numbering *numbering,
                     const ent_i_reading *reading, size_t i,
                     const ent_i_verdict *verdicts)
{
    uint64_t keys[ENT_I_MAX_FEATURES];
    const ent_i_spot *spot = &reading->spots.items[i];
    for (int k = -2; k <= 2; k++) {
        uint32_t word = ent_i_reading_word(reading, spot, k);
        size_t n = ent_i_traits_atoms(
            word ? &reading->traits.items[word] : NULL, k, keys);
        if (!add_keys(examples, numbering, keys, n))
            return false;
    }
    size_t n = ent_i_joint_features(reading, i, keys);
    if (!add_keys(examples, numbering, keys, n))
        return false;
    n = verdicts ? ent_i_recall_features(reading, i, verdicts, keys) : 0;
    return add_keys(examples, numbering, keys, n) &&
           ent_i_vec_push(&examples->ends, examples->features.n);
}

bool ent_i_examples_add(ent_i_examples *examples, ent_i_numbering *numbering,
                        const ent_i_reading *reading, const uint8_t *labels,
                        uint8_t fold, const ent_i_verdict *verdicts)
{
    uint32_t base = (uint32_t)examples->labels.n;
    if (!ent_i_vec_push(&examples->articles, (uint32_t)examples->stretches.n) ||
        !ent_i_vec_push(&examples->folds, fold))
        return false;
    for (size_t i = 0; i < reading->stretches.n; i++) {
        ent_i_stretch stretch = reading->stretches.items[i];
        stretch.first += base;
        if (!ent_i_vec_push(&examples->stretches, stretch))
            return false;
    }
    for (size_t i = 0; i < reading->spots.n; i++) {
        if (!add_spot(examples, numbering, reading, i, verdicts) ||
            !ent_i_vec_push(&examples->labels, labels[i]))
            return false;
    }
    return true;
}

bool ent_i_examples_cut(ent_i_examples *examples, ent_i_numbering *numbering,
                        unsigned least)
{
    size_t n = numbering->keys.n;
    uint32_t *count = ent_i_calloc(n, sizeof *count);
    ent_i_numbering kept = {0};
    if (!count)
        return false;
    for (size_t i = 0; i < examples->features.n; i++)
        count[examples->features.items[i]]++;
    for (size_t i = 0; i < n; i++) {
        uint32_t number = ENT_I_ABSENT;
        if (count[i] >= least) {
            number = (uint32_t)kept.keys.n;
            uint64_t key = numbering->keys.items[i];
            if (!ent_i_keymap_put(&kept.map, key, number) ||
                !ent_i_vec_push(&kept.keys, key)) {
                ent_i_free(count);
                ent_i_numbering_free(&kept);
                return false;
            }
        }
        count[i] = number;
    }
    size_t from = 0, to = 0;
    for (size_t spot = 0; spot < examples->ends.n; spot++) {
        for (; from < examples->ends.items[spot]; from++) {
            uint32_t number = count[examples->features.items[from]];
            if (number != ENT_I_ABSENT)
                examples->features.items[to++] = number;
        }
        examples->ends.items[spot] = to;
    }
    examples->features.n = to;
    ent_i_free(count);
    ent_i_numbering_free(numbering);
    *numbering = kept;
    return true;
}

size_t ent_i_examples_longest(const ent_i_examples *examples)
{
    size_t n = 1;
    for (size_t i = 0; i < examples->stretches.n; i++) {
        if (examples->stretches.items[i].n > n)
            n = examples->stretches.items[i].n;
    }
    return n;
}

void ent_i_examples_free(ent_i_examples *examples)
{
    ent_i_vec_free(&examples->features);
    ent_i_vec_free(&examples->ends);
    ent_i_vec_free(&examples->labels);
    ent_i_vec_free(&examples->stretches);
    ent_i_vec_free(&examples->articles);
    ent_i_vec_free(&examples->folds);
}

void ent_i_numbering_free(ent_i_numbering *numbering)
{
    ent_i_keymap_free(&numbering->map);
    ent_i_vec_free(&numbering->keys);
}
