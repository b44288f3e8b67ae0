/* B3 over mentions (Bagga and Baldwin 1998), and the ties that follow when
 * persons are in one article. */
#include "evaluate/answers.h"

#include <stdio.h>
#include <string.h>

#include "entente/scoring.h"

uint32_t ent_i_answers_number(ent_i_answers *answers,
                              ent_i_numbering *numbering, const char *name,
                              size_t size)
{
    uint32_t *slot = ent_i_strmap_put(&numbering->numbers, name, size,
                                      (uint32_t)numbering->names.n);
    if (!slot || *slot < numbering->names.n)
        return slot ? *slot : ENT_NONE;
    const char *copy = ent_i_arena_strndup(&answers->arena, name, size);
    uint32_t number = *slot;
    return copy && ent_i_vec_push(&numbering->names, copy) ? number : ENT_NONE;
}

/* ---- B3 ---- */

/* Counts by gold person, by actor and by both. */
typedef struct counts {
    ent_i_keymap both;
    uint32_t *of_gold;
    uint32_t *of_actor;
} counts;

/* One pass counts all three; actor and person together form one key. */
static bool count_items(const ent_i_answers *a, counts *c)
{
    c->of_gold = ent_i_calloc(a->golds.names.n, sizeof *c->of_gold);
    c->of_actor = ent_i_calloc(a->actors.names.n, sizeof *c->of_actor);
    if (!c->of_gold || !c->of_actor)
        return false;
    for (size_t i = 0; i < a->items.n; i++) {
        ent_i_answer it = a->items.items[i];
        if (it.gold != ENT_NONE)
            c->of_gold[it.gold]++;
        if (it.actor != ENT_NONE)
            c->of_actor[it.actor]++;
        if (it.gold == ENT_NONE || it.actor == ENT_NONE)
            continue;
        uint64_t key = (uint64_t)it.actor << 32 | it.gold;
        /* Spurious and missed mentions count on one side only. */
        uint32_t *slot = ent_i_keymap_put(&c->both, key, 0);
        if (!slot)
            return false;
        ++*slot;
    }
    return true;
}

/* For each mention: how many of those assigned to the same actor are the same
 * person (precision), and how many of the same person's are with this actor
 * (recall). A spurious or missed mention counts in only one denominator. */
static ent_i_score b_cubed(const ent_i_answers *a, const counts *c)
{
    double precision = 0, recall = 0;
    size_t answered = 0, wanted = 0;
    for (size_t i = 0; i < a->items.n; i++) {
        ent_i_answer it = a->items.items[i];
        bool both = it.gold != ENT_NONE && it.actor != ENT_NONE;
        double same = both ? (double)ent_i_keymap_get(
                                 &c->both, (uint64_t)it.actor << 32 | it.gold)
                           : 0;
        answered += it.actor != ENT_NONE;
        wanted += it.gold != ENT_NONE;
        precision += both ? same / c->of_actor[it.actor] : 0;
        recall += both ? same / c->of_gold[it.gold] : 0;
    }
    ent_i_score score = {answered ? precision / (double)answered : 0,
                         wanted ? recall / (double)wanted : 0, 0};
    score.f1 = ent_i_f1(score.precision, score.recall);
    return score;
}

/* ---- ties ---- */

/* An actor and a gold person, and how many mentions they share. */
typedef struct vote {
    uint32_t actor;
    uint32_t gold;
    uint32_t count;
    const char *text; /* breaks ties between equal counts */
} vote;

/* By count, then by text: no two votes have the same actor and person. */
static int by_count(const void *a, const void *b)
{
    const vote *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->text, y->text);
}

/* Sorted, because hash tables have no order of their own. */
static vote *list_votes(ent_i_answers *a, const counts *c, size_t *count)
{
    vote *votes = ent_i_malloc(c->both.n * sizeof *votes);
    size_t n = 0;
    for (size_t i = 0; votes && i < c->both.cap; i++) {
        const ent_i_keymap_slot *slot = &c->both.slots[i];
        if (slot->value == ENT_I_ABSENT)
            continue;
        vote v = {(uint32_t)(slot->key >> 32), (uint32_t)slot->key, slot->value,
                  NULL};
        const char *x = a->actors.names.items[v.actor];
        const char *y = a->golds.names.items[v.gold];
        size_t room = strlen(x) + strlen(y) + 3;
        char *text = ent_i_arena_alloc(&a->arena, room);
        if (!text) {
            ent_i_free(votes);
            return NULL;
        }
        snprintf(text, room, "%s, %s", x, y);
        v.text = text;
        votes[n++] = v;
    }
    if (votes)
        ent_i_sort(votes, n, sizeof *votes, by_count);
    *count = n;
    return votes;
}

/* Pairs actors and gold persons one to one, the largest overlap first. Says
 * what number each actor is read as: a gold person's, or one of its own above
 * those. */
static uint32_t *read_actors(ent_i_answers *a, const counts *c)
{
    size_t n = 0;
    uint32_t *read = ent_i_malloc(a->actors.names.n * sizeof *read);
    bool *taken = ent_i_calloc(a->golds.names.n, sizeof *taken);
    vote *votes = list_votes(a, c, &n);
    /* Belongs to nobody until a vote says otherwise. */
    for (size_t i = 0; read && i < a->actors.names.n; i++)
        read[i] = (uint32_t)(a->golds.names.n + i);
    bool ok = read && taken && votes;
    for (size_t i = 0; ok && i < n; i++) {
        const vote *v = &votes[i];
        if (read[v->actor] < a->golds.names.n || taken[v->gold])
            continue;
        read[v->actor] = v->gold;
        taken[v->gold] = true;
    }
    ent_i_free(votes);
    ent_i_free(taken);
    if (!ok)
        ent_i_free(read);
    return ok ? read : NULL;
}

/* A tie is right when both its ends are read as the persons of a gold tie; an
 * actor that matches nobody in the gold can only make wrong ones. */
static bool count_ties(ent_i_answers *of, const uint32_t *read,
                       ent_i_counts *out)
{
    ent_i_keymap ties = {0};
    bool ok = true;
    for (size_t i = 0, j; ok && i < of->seen.n; i = j) {
        uint64_t article = of->seen.items[i] >> 32;
        for (j = i + 1; j < of->seen.n && of->seen.items[j] >> 32 == article;)
            j++;
        for (size_t x = i; ok && x < j; x++)
            for (size_t y = i; ok && y < x; y++) {
                uint32_t a = read[(uint32_t)of->seen.items[x]];
                uint32_t b = read[(uint32_t)of->seen.items[y]];
                ok = a == b || ent_i_keymap_put(&ties, ent_i_pair_key(a, b), 0);
            }
    }
    out->right = 0;
    /* The order of the hash table does not matter for a sum. */
    for (size_t i = 0; i < ties.cap; i++)
        if (ties.slots[i].value != ENT_I_ABSENT)
            out->right += ent_i_keymap_get(&of->gold_ties, ties.slots[i].key) !=
                          ENT_I_ABSENT;
    out->wrong = ties.n - out->right;
    out->missed = of->gold_ties.n - out->right;
    ent_i_keymap_free(&ties);
    return ok;
}

/* Ties need the actors read as persons, which in turn needs the counts made for
 * B3. */
bool ent_i_answers_score(ent_i_answers *answers, ent_i_score *score,
                         ent_i_counts *ties)
{
    counts c = {0};
    uint32_t *read = NULL;
    bool ok = count_items(answers, &c) &&
              (read = read_actors(answers, &c)) != NULL &&
              count_ties(answers, read, ties);
    if (ok)
        *score = b_cubed(answers, &c);
    ent_i_keymap_free(&c.both);
    ent_i_free(c.of_gold);
    ent_i_free(c.of_actor);
    ent_i_free(read);
    return ok;
}

static void free_numbering(ent_i_numbering *numbering)
{
    ent_i_strmap_free(&numbering->numbers);
    ent_i_vec_free(&numbering->names);
}

void ent_i_answers_free(ent_i_answers *answers)
{
    free_numbering(&answers->golds);
    free_numbering(&answers->actors);
    ent_i_vec_free(&answers->items);
    ent_i_keymap_free(&answers->gold_ties);
    ent_i_vec_free(&answers->seen);
    ent_i_arena_free(&answers->arena);
}
