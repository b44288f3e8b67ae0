#include "corpus/effects.h"

#include <string.h>

#include "corpus/listing.h"

/* ---- names that fit nobody ---- */

/* By node: whether the articles have the name or a spelling merged with it.
 * NULL when memory runs out. */
static bool *find_fitting(const ent_i_resolution *r)
{
    bool *fits = ent_i_calloc(r->nodes.n, sizeof *fits);
    for (size_t i = 0; fits && i < r->nodes.n; i++) {
        const ent_i_known_name *node = &r->nodes.items[i];
        fits[i] = fits[i] || node->seen;
        if (node->parent == i || node->reason != ENT_BY_SPELLING)
            continue;
        fits[i] = fits[i] || r->nodes.items[node->parent].seen;
        fits[node->parent] = fits[node->parent] || node->seen;
    }
    return fits;
}

static bool any_fits(const bool *fits, const uint32_t *nodes)
{
    bool found = false;
    for (size_t type = 0; type < ENT_TYPE_COUNT; type++)
        found = found || fits[nodes[type]];
    return found;
}

/* A name with several types is in the file's list once for each, under the same
 * text. Entries that nobody edited come from other articles and need no
 * warning. */
static void list_unfit(ent_i_listing *list, const ent_i_resolution *r,
                       const bool *fits)
{
    const ent_i_aliases *a = &r->aliases;
    for (size_t i = 0, j; i < a->names.n; i = j) {
        const ent_i_alias_name *name = &a->names.items[i];
        bool edited =
            name->entry != ENT_NONE && a->entries.items[name->entry].edited;
        bool found = false;
        for (j = i; j < a->names.n && a->names.items[j].text == name->text; j++)
            found = found || (edited && fits[a->names.items[j].node]);
        if (edited && !found)
            ent_i_listing_add(list, name->text, NULL);
    }
    for (size_t i = 0; i < a->pairs.n; i++) {
        const ent_i_alias_pair *pair = &a->pairs.items[i];
        if (!any_fits(fits, pair->a_nodes))
            ent_i_listing_add(list, pair->a, NULL);
        if (!any_fits(fits, pair->b_nodes))
            ent_i_listing_add(list, pair->b, NULL);
    }
}

/* ---- decisions that change nothing ---- */

/* What came of an entry. */
typedef struct effect {
    bool fits;    /* the articles have one of its names */
    bool changed; /* some actor who goes by it is another without the user */
} effect;

/* The file without the user's decisions. Texts are borrowed. */
static bool copy_written(ent_i_aliases *out, const ent_i_aliases *from)
{
    bool ok = true;
    for (size_t i = 0; ok && i < from->entries.n; i++)
        ok = from->entries.items[i].only_separate ||
             ent_i_vec_push(&out->entries, from->entries.items[i]);
    for (size_t i = 0; ok && i < from->names.n; i++) {
        uint32_t entry = from->names.items[i].entry;
        ok = (entry != ENT_NONE && from->entries.items[entry].edited) ||
             ent_i_vec_push(&out->names, from->names.items[i]);
    }
    return ok;
}

/* By actor: a sum over its mentions that two different sets hardly ever
 * share. */
static uint64_t *hash_actors(const ent_corpus *corpus)
{
    uint64_t *sums = ent_i_calloc(corpus->actors.n, sizeof *sums);
    for (size_t i = 0; sums && i < corpus->assigned.n; i++) {
        uint32_t index = corpus->assigned.items[i];
        if (index != ENT_NONE)
            sums[ent_i_assignment_at(corpus, index)->actor] +=
                ent_i_hash(&i, sizeof i);
    }
    return sums;
}

/* By actor of `after`: whether it differs from `before`. Actors are matched by
 * the sums of their mentions. NULL when memory runs out. */
static bool *find_changed(const ent_corpus *before, const ent_corpus *after)
{
    uint64_t *old = hash_actors(before), *new = hash_actors(after);
    bool *changed = ent_i_calloc(after->actors.n, sizeof *changed);
    ent_i_keymap known = {0};
    bool ok = old && new &&changed;
    for (uint32_t i = 0; ok && i < before->actors.n; i++)
        ok = ent_i_keymap_put(&known, old[i], i) != NULL;
    for (size_t i = 0; ok && i < after->actors.n; i++) {
        uint32_t same = ent_i_keymap_get(&known, new[i]);
        const ent_actor *a = &after->actors.items[i];
        const ent_actor *b = ent_corpus_actor(before, same);
        changed[i] = !b || a->dropped || a->type != b->type ||
                     strcmp(a->label, b->label) != 0;
    }
    ent_i_keymap_free(&known);
    ent_i_free(old);
    ent_i_free(new);
    if (ok)
        return changed;
    ent_i_free(changed);
    return NULL;
}

static void note_effect(effect *effects, const ent_i_known_name *node,
                        bool changed)
{
    uint32_t entry = ent_i_entry_of(node);
    if (entry != ENT_NONE && changed)
        effects[entry].changed = true;
}

/* Credits each record to the entry of its own name and to that of the name it
 * means. */
static void find_effects(effect *effects, const ent_corpus *corpus,
                         const bool *changed, const bool *fits)
{
    const ent_i_resolution *r = corpus->resolution;
    for (size_t i = 0; i < r->aliases.names.n; i++) {
        const ent_i_alias_name *name = &r->aliases.names.items[i];
        if (name->node != ENT_NONE && fits[name->node])
            effects[name->entry].fits = true;
    }
    for (size_t i = 0; i < r->records.n; i++) {
        const ent_i_record *record = ent_i_record_at(r, i);
        bool one = changed[ent_i_assignment_at(corpus, i)->actor];
        note_effect(effects, &r->nodes.items[record->node], one);
        note_effect(effects, &r->nodes.items[record->stands_for], one);
    }
}

static bool changes(const ent_i_resolution *r, const effect *effects,
                    const uint32_t *nodes)
{
    bool found = false;
    for (size_t type = 0; type < ENT_TYPE_COUNT; type++) {
        uint32_t entry = ent_i_entry_of(&r->nodes.items[nodes[type]]);
        found = found || (entry != ENT_NONE && effects[entry].changed);
    }
    return found;
}

static void list_idle(ent_i_listing *list, const ent_i_resolution *r,
                      const effect *effects, const bool *fits)
{
    const ent_i_aliases *a = &r->aliases;
    for (size_t i = 0; i < a->entries.n; i++)
        if (a->entries.items[i].edited && effects[i].fits &&
            !effects[i].changed)
            ent_i_listing_add(list, a->entries.items[i].name, NULL);
    for (size_t i = 0; i < a->pairs.n; i++) {
        const ent_i_alias_pair *pair = &a->pairs.items[i];
        if (any_fits(fits, pair->a_nodes) && any_fits(fits, pair->b_nodes) &&
            !changes(r, effects, pair->a_nodes) &&
            !changes(r, effects, pair->b_nodes))
            ent_i_listing_add(list, pair->a, pair->b);
    }
}

/* Resolves the same articles again, as if the user had decided nothing. The
 * articles and their copies are borrowed. */
static bool *compare(const ent_corpus *corpus, ent_resolve_mode mode)
{
    ent_i_resolution plain = {0};
    ent_corpus without = {.articles = corpus->articles,
                          .in_memory = corpus->in_memory,
                          .spill = corpus->spill,
                          .first_mention = corpus->first_mention,
                          .copy_of = corpus->copy_of,
                          .copies = corpus->copies,
                          .dates = corpus->dates,
                          .resolution = &plain,
                          .count_copies = corpus->count_copies};
    bool ok = copy_written(&plain.aliases, &corpus->resolution->aliases) &&
              ent_i_decide(&plain, &without, mode);
    bool *changed = ok ? find_changed(&without, corpus) : NULL;
    ent_i_vec_free(&without.assigned);
    ent_i_vec_free(&without.assignments);
    ent_i_vec_free(&without.actors);
    ent_i_arena_free(&without.arena);
    ent_i_resolution_clear(&plain);
    return changed;
}

/* ---- both ---- */

static bool has_decisions(const ent_i_aliases *a)
{
    bool found = a->pairs.n > 0;
    for (size_t i = 0; i < a->entries.n; i++)
        found = found || a->entries.items[i].edited;
    return found;
}

bool ent_i_warn_of_decisions(ent_corpus *corpus,
                             const ent_resolve_options *options)
{
    ent_i_resolution *r = corpus->resolution;
    ent_i_listing unfit = {.ok = true}, idle = {.ok = true};
    if (!has_decisions(&r->aliases))
        return true;
    bool *fits = find_fitting(r);
    bool *changed = compare(corpus, options->mode);
    effect *effects = ent_i_calloc(r->aliases.entries.n, sizeof *effects);
    bool ok = fits && changed && effects;
    if (ok) {
        list_unfit(&unfit, r, fits);
        find_effects(effects, corpus, changed, fits);
        list_idle(&idle, r, effects, fits);
    }
    ok = ent_i_listing_warn(corpus, options->aliases, &unfit,
                            "name fits nobody in these articles",
                            "names fit nobody in these articles") &&
         ok;
    ok = ent_i_listing_warn(corpus, options->aliases, &idle,
                            "decision changes nothing",
                            "decisions change nothing") &&
         ok;
    ent_i_free(fits);
    ent_i_free(changed);
    ent_i_free(effects);
    return ok;
}
