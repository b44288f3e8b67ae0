/* Organisations and places within one article. */
#include <string.h>

#include "cluster/group.h"
#include "lexicon/lexicon.h"
#include "names/things.h"

/* Keys begin with a byte for the type, so that Georgia the place is not Georgia
 * the firm. */
typedef struct things {
    ent_i_grouping *g;
    ent_i_strmap keys;     /* type and key -> group */
    ent_i_strmap acronyms; /* type and initials -> group */
    ent_i_strmap heads;    /* type and first word -> group; ENT_NONE: several */
} things;

/* Names in bylines and picture credits stand for themselves; persons have their
 * own rules. */
static bool is_story_thing(const ent_i_form *form)
{
    return form->type != ENT_PERSON && form->role == ENT_ROLE_STORY;
}

/* Keeps an existing entry: the first long name in an article explains its
 * acronym, since newspapers introduce names in full. */
static bool put_first(ent_i_strmap *map, const char *key, size_t size,
                      uint32_t group)
{
    return ent_i_strmap_put(map, key, size, group) != NULL;
}

/* Records the initials of a long name, with and without its small words. */
static bool put_initials(things *t, const ent_i_form *form, uint32_t group)
{
    for (int keep = 0; keep < 2; keep++) {
        ent_i_thing list;
        char initials[ENT_I_THING_WORDS + 1];
        ent_i_thing_split(&list, form->text, form->size, keep);
        if (list.n < 2)
            continue;
        initials[0] = (char)('a' + form->type);
        for (size_t i = 0; i < list.n; i++)
            initials[i + 1] = list.items[i][0];
        if (!put_first(&t->acronyms, initials, list.n + 1, group))
            return false;
    }
    return true;
}

/* Whether a first word may be short for the name: "House" is never short for
 * the House Budget Committee. */
static bool may_shorten(const ent_i_thing *list)
{
    const ent_i_lexeme *first = ent_i_lexeme_of(
        ent_i_lexicon_default(), list->items[0], strlen(list->items[0]));
    return list->n >= 2 && !list->of &&
           !(first->organisation & ENT_I_ORG_WHOLE);
}

/* "Lehman" stands for "Lehman Brothers" if no other name begins with it. A
 * first word that two groups share explains neither. */
static bool put_head(things *t, const ent_i_form *form, uint32_t group)
{
    ent_i_thing list;
    char key[ENT_I_THING_ROOM + 1];
    ent_i_thing_split(&list, form->text, form->size, false);
    if (form->type != ENT_ORG || !list.n || !may_shorten(&list))
        return true;
    key[0] = (char)('a' + form->type);
    size_t n = strlen(list.items[0]);
    memcpy(key + 1, list.items[0], n);
    uint32_t *slot = ent_i_strmap_put(&t->heads, key, n + 1, group);
    if (slot && *slot != group)
        *slot = ENT_NONE;
    return slot != NULL;
}

/* Assigns the form to its group, which is made when the key is new. */
static bool add_long(things *t, ent_i_form *form)
{
    char key[ENT_I_THING_ROOM + 1];
    key[0] = (char)('a' + form->type);
    size_t n = ent_i_thing_key((ent_type)form->type, form->text, form->size,
                               key + 1, sizeof key - 1);
    uint32_t *slot = ent_i_strmap_put(&t->keys, key, n + 1, ENT_NONE);
    if (!slot)
        return false;
    if (*slot == ENT_NONE)
        *slot = ent_i_group_add(t->g, form->text, form->size, NULL);
    form->group = *slot;
    return form->group != ENT_NONE && put_initials(t, form, form->group) &&
           put_head(t, form, form->group);
}

/* A single word can be short for another name; names of several words
 * cannot. */
static bool is_one_word(const ent_i_form *form)
{
    return memchr(form->text, ' ', form->size) == NULL;
}

/* The group that a single word or acronym stands for, or ENT_NONE. Acronyms
 * match by initials, words by the first word, never both: "US" would find every
 * "United Something". Those that everybody knows are not "Union Street". */
static uint32_t find_long(const things *t, const ent_i_form *form)
{
    char key[ENT_I_THING_ROOM + 1];
    key[0] = (char)('a' + form->type);
    ent_i_thing list;
    ent_i_thing_split(&list, form->text, form->size, true);
    if (list.n != 1 || /* "Al-Roe" is not short for "Al Poe" */
        ent_i_stands_for_usual((ent_type)form->type, form->text, form->size))
        return ENT_NONE;
    size_t n = strlen(list.items[0]);
    memcpy(key + 1, list.items[0], n);
    uint32_t group = ent_i_is_acronym(form->text, form->size)
                         ? ent_i_strmap_get(&t->acronyms, key, n + 1)
                         : ent_i_strmap_get(&t->heads, key, n + 1);
    return group;
}

/* Long names first, wherever they are: headlines use the short form before the
 * text gives the full one. */
static bool group_forms(things *t)
{
    ent_i_grouping *g = t->g;
    for (size_t i = 0; i < g->forms.n; i++)
        if (is_story_thing(&g->forms.items[i]) &&
            !is_one_word(&g->forms.items[i]) &&
            !add_long(t, &g->forms.items[i]))
            return false;
    for (size_t i = 0; i < g->forms.n; i++) {
        ent_i_form *form = &g->forms.items[i];
        if (!is_story_thing(form) || !is_one_word(form))
            continue;
        form->group = find_long(t, form);
        if (form->group == ENT_NONE && !add_long(t, form))
            return false;
    }
    return true;
}

bool ent_i_group_things(ent_i_grouping *g)
{
    things t = {.g = g};
    bool ok = group_forms(&t);
    ent_i_strmap_free(&t.keys);
    ent_i_strmap_free(&t.acronyms);
    ent_i_strmap_free(&t.heads);
    return ok;
}
