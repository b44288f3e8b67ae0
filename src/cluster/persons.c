/* Persons within one article. Full names make the groups; short names then join
 * the group that they shorten, mention by mention where several fit. */
#include <string.h>

#include "cluster/choose.h"
#include "cluster/kin.h"
#include "names/fold.h"
#include "names/variants.h"

/* Indexes groups by the sound of the words in their names. */
typedef struct entry {
    uint32_t group;
    uint32_t next;
} entry;

typedef struct finder {
    ent_i_grouping *g;
    ent_i_keymap heads; /* hash of the sound -> entry */
    ENT_I_VEC(entry) entries;
} finder;

/* ---- the index ---- */

/* By sound, so that an article's inconsistent spellings ("Gaddafi", "Qaddafi")
 * meet. */
static uint64_t sound_hash(const char *word)
{
    char sound[ENT_I_WORD_ROOM];
    size_t n = ent_i_sound_key(word, sound);
    return ent_i_hash(sound, n);
}

/* Entries are chained from newest to oldest; a group enters each chain once. */
static bool index_word(finder *f, uint32_t group, uint64_t hash)
{
    entry e = {group, ent_i_keymap_get(&f->heads, hash)};
    if (e.next != ENT_I_ABSENT && f->entries.items[e.next].group == group)
        return true;
    uint32_t place = (uint32_t)f->entries.n;
    uint32_t *head = ent_i_keymap_put(&f->heads, hash, place);
    if (!head || !ent_i_vec_push(&f->entries, e))
        return false;
    *head = place;
    return true;
}

/* "K-Ste" and "J-Ro" are found by the initial and the start of the surname. */
static bool index_blends(finder *f, uint32_t group, const ent_i_name *name)
{
    char blend[5];
    const char *family = ent_i_name_part(name, name->family);
    blend[0] = ent_i_name_part(name, name->given)[0];
    for (size_t n = 2; n <= 3 && strlen(family) > n; n++) {
        memcpy(blend + 1, family, n);
        blend[n + 1] = '\0';
        if (!index_word(f, group, sound_hash(blend)))
            return false;
    }
    return true;
}

/* "ObH" is found by the letters of all words. */
static bool index_letters(finder *f, uint32_t group, const ent_i_name *name)
{
    char letters[ENT_I_NAME_LETTERS + 1] = "";
    memcpy(letters, name->letters, sizeof name->letters);
    return strlen(letters) < ENT_I_LEAST_LETTERS ||
           index_word(f, group, sound_hash(letters));
}

/* Indexes every word of the name, since any of them may stand for it alone, and
 * the formal shapes of the given name ("Bill" finds William). */
static bool index_group(finder *f, uint32_t group)
{
    /* A copy, because adding entries may move the groups. */
    const ent_i_name name = f->g->groups.items[group].name;
    for (size_t i = 0; i < name.count; i++)
        if (name.parts[i].kind == ENT_I_PART_CORE &&
            !index_word(f, group, sound_hash(ent_i_name_part(&name, i))))
            return false;
    if (!ent_i_name_is_full(&name))
        return true;
    const char *given = ent_i_name_part(&name, name.given), *formal;
    if (ent_i_name_is_initial(&name, name.given) &&
        !index_word(f, group, sound_hash(given)))
        return false;
    for (size_t i = 0; (formal = ent_i_formal_name(given, i)); i++)
        if (!index_word(f, group, sound_hash(formal)))
            return false;
    return index_blends(f, group, &name) && index_letters(f, group, &name);
}

static uint32_t first_entry(const finder *f, const char *word)
{
    return ent_i_keymap_get(&f->heads, sound_hash(word));
}

/* ---- full names ---- */

/* The group whose name agrees best. Father and son of one name ("Dunn" and
 * "Dunn Jr.") stay apart; the end of another name ("de Gaulle") may join it,
 * but scores lower. */
static uint32_t find_full(const finder *f, const ent_i_form *form)
{
    const ent_i_name *name = &form->name;
    uint32_t best = ENT_NONE, seen = 0;
    double best_score = 0;
    uint32_t at = first_entry(f, ent_i_name_part(name, name->family));
    for (; at != ENT_I_ABSENT && seen < ENT_I_NAMESAKES;
         at = f->entries.items[at].next, seen++) {
        uint32_t group = f->entries.items[at].group;
        const ent_i_name *other = &f->g->groups.items[group].name;
        if (ent_i_names_part_kin(name, other))
            continue;
        double score = ent_i_names_agree(name, other, ENT_I_LIKE_ARTICLE);
        /* Lower than for a name that agrees in all its parts. */
        if (score == 0 &&
            (ent_i_name_shortens(name, other) == ENT_I_SHORT_TAIL ||
             ent_i_name_begins(name, other)))
            score = 0.9;
        /* >= because the chain runs backwards and the first group must win. */
        if (score > 0 && score >= best_score) {
            best = group;
            best_score = score;
        }
    }
    return best;
}

/* Whether the brief name is the other with its surname cut to an initial: "Dave
 * T." for Dave Thorner. */
static bool is_cut_to(const ent_i_name *brief, const ent_i_name *full)
{
    const char *family = ent_i_name_part(full, full->family);
    return full->parts[full->family].kind == ENT_I_PART_CORE &&
           full->given != full->family &&
           family[0] == *ent_i_name_part(brief, brief->family) &&
           ent_i_same_nickname(ent_i_name_part(brief, brief->given),
                               ent_i_name_part(full, full->given));
}

/* The one group whose name is cut to this one, or ENT_NONE. */
static uint32_t find_cut(const finder *f, const ent_i_form *form)
{
    const ent_i_name *name = &form->name;
    uint32_t found = ENT_NONE, seen = 0;
    if (name->count != 2 || name->given != 0 ||
        name->parts[name->family].kind != ENT_I_PART_INITIAL)
        return ENT_NONE;
    for (uint32_t at = first_entry(f, ent_i_name_part(name, 0));
         at != ENT_I_ABSENT && seen < ENT_I_NAMESAKES;
         at = f->entries.items[at].next, seen++) {
        uint32_t group = f->entries.items[at].group;
        if (!is_cut_to(name, &f->g->groups.items[group].name))
            continue;
        if (found != ENT_NONE)
            return ENT_NONE;
        found = group;
    }
    return found;
}

/* Joins the best group or opens one; only new groups need indexing. */
static bool add_full(finder *f, ent_i_form *form)
{
    form->group = find_full(f, form);
    if (form->group == ENT_NONE)
        form->group = find_cut(f, form);
    if (form->group != ENT_NONE) {
        ent_i_group *group = &f->g->groups.items[form->group];
        group->gender |= form->name.gender;
        group->first = form->first < group->first ? form->first : group->first;
        return true;
    }
    form->group = ent_i_group_add(f->g, form->text, form->size, &form->name);
    if (form->group == ENT_NONE)
        return false;
    f->g->groups.items[form->group].first = form->first;
    f->g->groups.items[form->group].half = form->half;
    return index_group(f, form->group);
}

/* The fullest first, then those in normal case, then the more frequent. A
 * monarch's number says more than a title. */
static int by_fullness(const void *a, const void *b)
{
    const ent_i_form *x = *(ent_i_form *const *)a, *y = *(ent_i_form *const *)b;
    if (x->name.numbered != y->name.numbered)
        return x->name.numbered ? -1 : 1;
    if (x->name.count != y->name.count)
        return x->name.count > y->name.count ? -1 : 1;
    if (x->name.core != y->name.core)
        return x->name.core > y->name.core ? -1 : 1;
    bool capitals = ent_i_is_capitals(x->text, x->size);
    if (capitals != ent_i_is_capitals(y->text, y->size))
        return capitals ? 1 : -1;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return x->first < y->first ? -1 : 1;
}

/* Reporters and photographers take no part in the story. */
static bool is_story_person(const ent_i_form *form)
{
    return form->type == ENT_PERSON && form->role == ENT_ROLE_STORY;
}

/* The fullest first, so that later names find the one that contains all their
 * parts. */
static bool group_full_names(finder *f)
{
    ent_i_grouping *g = f->g;
    ent_i_form **order = ent_i_malloc(g->forms.n * sizeof(ent_i_form *));
    size_t n = 0;
    if (!order)
        return false;
    for (size_t i = 0; i < g->forms.n; i++)
        if (is_story_person(&g->forms.items[i]) &&
            ent_i_name_is_full(&g->forms.items[i].name) &&
            !g->forms.items[i].name.nominal)
            order[n++] = &g->forms.items[i];
    ent_i_sort(order, n, sizeof(ent_i_form *), by_fullness);
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++)
        ok = add_full(f, order[i]);
    ent_i_free(order);
    return ok;
}

/* ---- short names ---- */

static bool is_found(const ent_i_candidates *found, uint32_t group)
{
    for (size_t i = 0; i < found->n; i++)
        if (found->items[i].group == group)
            return true;
    return false;
}

/* Adds the groups that are filed under the word, for no better reason than
 * `most`; returns the best kind so far. */
static ent_i_short_kind add_candidates(const finder *f, const ent_i_form *form,
                                       const char *word, ent_i_short_kind best,
                                       ent_i_short_kind most,
                                       ent_i_candidates *found)
{
    uint32_t seen = 0;
    for (uint32_t at = first_entry(f, word);
         at != ENT_I_ABSENT && seen < ENT_I_NAMESAKES;
         at = f->entries.items[at].next, seen++) {
        ent_i_candidate c = {f->entries.items[at].group, ENT_I_NOT_SHORT};
        c.kind =
            ent_i_name_shortens(&form->name, &f->g->groups.items[c.group].name);
        if (c.kind == ENT_I_NOT_SHORT || c.kind < best || c.kind > most ||
            is_found(found, c.group))
            continue;
        /* A better kind of reading beats all worse ones. */
        if (c.kind > best)
            found->n = 0;
        best = c.kind;
        if (found->n < ENT_I_NAMESAKES)
            found->items[found->n++] = c;
    }
    return best;
}

/* The groups that the form can shorten, keeping only the best kind of
 * reading. */
static void find_candidates(const finder *f, const ent_i_form *form,
                            ent_i_short_kind most, ent_i_candidates *found)
{
    found->n = 0;
    if (!form->name.count)
        return;
    const ent_i_name *name = &form->name;
    const char *word = ent_i_name_part(
        name, ent_i_name_is_initials(name) ? name->given : name->family);
    const char *formal;
    ent_i_short_kind best =
        add_candidates(f, form, word, ENT_I_NOT_SHORT, most, found);
    /* "Bob" is filed under Robert, unless Bob is the full name's, too. */
    if (found->n)
        return;
    for (size_t i = 0; (formal = ent_i_formal_name(word, i)); i++)
        if (strcmp(formal, word) != 0)
            best = add_candidates(f, form, formal, best, most, found);
}

/* Searches the text itself for surnames that no marked full name explains,
 * before the mentions are gone through. */
static bool groups_from_text(finder *f)
{
    ent_i_grouping *g = f->g;
    bool *wanted = ent_i_calloc(g->forms.n, sizeof *wanted), any = false;
    ent_i_candidates found;
    if (!wanted)
        return false;
    for (size_t i = 0; i < g->forms.n; i++) {
        const ent_i_form *form = &g->forms.items[i];
        if (!is_story_person(form) || form->group != ENT_NONE ||
            form->name.core != 1 || form->name.nominal ||
            ent_i_name_suffix(&form->name))
            continue;
        find_candidates(f, form, ENT_I_SHORT_TAIL, &found);
        any |= wanted[i] = found.n == 0;
    }
    size_t before = g->groups.n;
    bool ok = !any || ent_i_group_from_text(g, wanted);
    for (size_t i = before; ok && i < g->groups.n; i++)
        ok = index_group(f, (uint32_t)i);
    ent_i_free(wanted);
    return ok;
}

/* ---- mentions, one after the other ---- */

/* The key of a short name's own group. The last byte is the gender, '0' for the
 * first group. */
static size_t own_key(const ent_i_form *form, char *key)
{
    size_t n = ent_i_name_key(&form->name, key, ENT_I_NAME_ROOM);
    if (n == 0 || form->name.nominal) {
        n = form->size < ENT_I_NAME_ROOM ? form->size : ENT_I_NAME_ROOM - 1;
        memcpy(key, form->text, n);
    }
    key[n] = '0';
    return n + 1;
}

/* Makes the other of a couple ("Mrs. Roe" beside "President Roe") known by the
 * title, since the bare name is the first one's. */
static uint32_t other_half(ent_i_grouping *g, uint32_t first, uint32_t mention,
                           const ent_i_form *form, const ent_i_clue *c)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    const char *title;
    size_t size;
    ent_i_title_before(g->article, m, &title, &size);
    uint8_t *gender = &g->groups.items[first].gender;
    if (!*gender && ent_i_gender_is_sure(c->gender))
        *gender = (uint8_t)(ENT_I_EITHER - c->gender);
    return size ? ent_i_group_add(g, title, m->end - m->honorific_start,
                                  &form->name)
                : ent_i_group_add(g, form->text, form->size, &form->name);
}

/* Whether the mention is a relative's given name, and the surname of somebody
 * who has been introduced: "Ann Max ... her son Max". */
static bool is_namesake(const finder *f, const ent_i_form *form,
                        uint32_t mention)
{
    ent_i_candidates found = {.n = 0};
    if (ent_i_is_kin(f->g->article, mention))
        find_candidates(f, form, ENT_I_SHORT_TAIL, &found);
    for (size_t i = 0; i < found.n; i++)
        if (f->g->groups.items[found.items[i].group].first < mention)
            return true;
    return false;
}

/* Short names that no full name explains get one group for each spelling, and
 * another for a gender that contradicts it, for the other half of a couple or
 * for a relative of that given name. */
static uint32_t own_group(finder *f, const ent_i_form *form, uint32_t mention,
                          const ent_i_clue *c, ent_i_strmap *own)
{
    char key[ENT_I_NAME_ROOM + 1];
    size_t n = own_key(form, key);
    if (is_namesake(f, form, mention))
        key[n - 1] = 'k';
    uint32_t *slot = ent_i_strmap_put(own, key, n, ENT_NONE);
    uint32_t first = slot ? *slot : ENT_NONE;
    bool joined =
        first != ENT_NONE && ent_i_is_joined_before(f->g, first, mention);
    if (first != ENT_NONE && (joined || ent_i_gender_speaks_against(
                                            &f->g->groups.items[first], c))) {
        key[n - 1] = c->gender ? (char)('0' + c->gender) : '+';
        slot = ent_i_strmap_put(own, key, n, ENT_NONE);
    }
    if (slot && *slot == ENT_NONE)
        *slot =
            joined ? other_half(f->g, first, mention, form, c)
                   : ent_i_group_add(f->g, form->text, form->size, &form->name);
    return slot ? *slot : ENT_NONE;
}

/* Whether the short name has stood for somebody other than those who have it in
 * their full names: papers reserve the bare surname for one person. */
static bool is_owned(const finder *f, const ent_i_form *form,
                     const ent_i_clue *c, const ent_i_strmap *own)
{
    char key[ENT_I_NAME_ROOM + 1];
    uint32_t group = ent_i_strmap_get(own, key, own_key(form, key));
    return group != ENT_NONE &&
           (!c->gender || c->gender & f->g->groups.items[group].gender);
}

/* In text order, since a reader also knows only what came before; forms that
 * are full names were settled above. */
static bool group_mentions(finder *f)
{
    ent_i_grouping *g = f->g;
    ent_i_strmap own = {0};
    bool ok = true;
    ent_i_candidates found;
    for (uint32_t i = 0; ok && i < g->article->mentions.n; i++) {
        const ent_i_form *form = &g->forms.items[g->form_of[i]];
        if (!is_story_person(form))
            continue;
        ent_i_clue c = ent_i_clue_of(g, i);
        uint32_t group = form->group;
        if (group == ENT_NONE && !form->name.nominal &&
            !is_owned(f, form, &c, &own)) {
            find_candidates(f, form,
                            ent_i_is_kin(g->article, i) ? ENT_I_SHORT_GIVEN
                                                        : ENT_I_SHORT_TAIL,
                            &found);
            /* Readings are found per spelling, but chosen per mention. */
            group = ent_i_choose_group(g, &found, i, &c);
            if (group != ENT_NONE)
                g->groups.items[group].briefs +=
                    g->article->mentions.items[i].field == ENT_FIELD_TEXT;
        }
        if (group == ENT_NONE)
            group = own_group(f, form, i, &c, &own);
        ok = group != ENT_NONE;
        if (ok)
            ent_i_note_mention(&g->groups.items[group], i, &c);
        g->group_of[i] = group;
    }
    ent_i_strmap_free(&own);
    return ok;
}

bool ent_i_group_persons(ent_i_grouping *g)
{
    finder f = {.g = g};
    bool ok = ent_i_find_kin(g->article) && group_full_names(&f) &&
              groups_from_text(&f) && group_mentions(&f);
    ent_i_keymap_free(&f.heads);
    ent_i_vec_free(&f.entries);
    if (ok)
        ent_i_join_maiden(g);
    return ok;
}
