/* Persons within one article. Full names make the groups; short names then join
 * the group that they shorten, mention by mention where several fit. */
#include <string.h>

#include "cluster/group.h"
#include "cluster/kin.h"
#include "cluster/pronoun.h"
#include "names/compare.h"
#include "names/fold.h"
#include "names/speech.h"
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

/* No article has this many people of one name; it limits the work on lists. */
enum { MAX_CHAIN = 64 };

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

/* "K-Fed" and "J-Lo" are found by the initial and the start of the surname. */
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

/* "MbS" is found by the first letters of all parts. */
static bool index_acronym(finder *f, uint32_t group, const ent_i_name *name)
{
    enum { FEWEST = 3 };
    char letters[ENT_I_NAME_PARTS + 1];
    for (size_t i = 0; i < name->count; i++)
        letters[i] = ent_i_name_part(name, i)[0];
    letters[name->count] = '\0';
    return name->count < FEWEST || index_word(f, group, sound_hash(letters));
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
    for (size_t i = 0; (formal = ent_i_formal_name(given, i)); i++)
        if (!index_word(f, group, sound_hash(formal)))
            return false;
    return index_blends(f, group, &name) && index_acronym(f, group, &name);
}

static uint32_t first_entry(const finder *f, const char *word)
{
    return ent_i_keymap_get(&f->heads, sound_hash(word));
}

/* ---- full names ---- */

/* The group whose name agrees best. Father and son of one name ("Bush" and
 * "Bush Jr.") stay apart; the end of another name ("de Gaulle") may join it,
 * but scores lower. */
static uint32_t find_full(const finder *f, const ent_i_form *form)
{
    const ent_i_name *name = &form->name;
    uint32_t best = ENT_NONE, seen = 0;
    double best_score = 0;
    uint32_t at = first_entry(f, ent_i_name_part(name, name->family));
    for (; at != ENT_I_ABSENT && seen < MAX_CHAIN;
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
         at != ENT_I_ABSENT && seen < MAX_CHAIN;
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

typedef struct candidate {
    uint32_t group;
    ent_i_short_kind kind;
} candidate;

typedef struct candidates {
    candidate items[MAX_CHAIN];
    size_t n;
} candidates;

static bool is_found(const candidates *found, uint32_t group)
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
                                       ent_i_short_kind most, candidates *found)
{
    uint32_t seen = 0;
    for (uint32_t at = first_entry(f, word);
         at != ENT_I_ABSENT && seen < MAX_CHAIN;
         at = f->entries.items[at].next, seen++) {
        candidate c = {f->entries.items[at].group, ENT_I_NOT_SHORT};
        c.kind =
            ent_i_name_shortens(&form->name, &f->g->groups.items[c.group].name);
        if (c.kind == ENT_I_NOT_SHORT || c.kind < best || c.kind > most ||
            is_found(found, c.group))
            continue;
        /* A better kind of reading beats all worse ones. */
        if (c.kind > best)
            found->n = 0;
        best = c.kind;
        if (found->n < MAX_CHAIN)
            found->items[found->n++] = c;
    }
    return best;
}

/* The groups that the form can shorten, keeping only the best kind of
 * reading. */
static void find_candidates(const finder *f, const ent_i_form *form,
                            ent_i_short_kind most, candidates *found)
{
    found->n = 0;
    if (!form->name.count)
        return;
    const char *word = ent_i_name_part(&form->name, form->name.family);
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
    candidates found;
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

/* The words of the title before a mention; size 0 when it has none. */
static void title_of(const ent_article *article, const ent_mention *m,
                     const char **title, size_t *size)
{
    *title =
        ent_article_field(article, (ent_field)m->field) + m->honorific_start;
    *size = m->honorific_end > m->honorific_start
                ? m->honorific_end - m->honorific_start
                : 0;
}

/* Hashes of the title's words, without those that most titles share. */
static size_t title_words(const char *title, size_t size, uint32_t *words,
                          size_t room)
{
    size_t n = 0, start = 0;
    for (size_t i = 0; i <= size; i++) {
        if (i < size && title[i] != ' ')
            continue;
        if (i > start + 3 && n < room)
            words[n++] = (uint32_t)ent_i_hash(title + start, i - start);
        start = i + 1;
    }
    return n;
}

/* "the president" points to the person who was called President before. */
static bool shares_title(const ent_i_group *group, const uint32_t *words,
                         size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < group->title_count; j++)
            if (words[i] == group->titles[j])
                return true;
    return false;
}

/* The evidence that one mention brings with it. */
typedef struct clue {
    unsigned gender;
    unsigned pronoun; /* the gender of a pronoun after it: a hint */
    uint32_t titles[ENT_I_GROUP_TITLES];
    size_t title_count;
    bool speaks; /* "Roe said" */
} clue;

/* A title says more about gender than the name does, if it says anything. */
static clue clue_of(const ent_i_grouping *g, uint32_t mention)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    const ent_i_form *form = &g->forms.items[g->form_of[mention]];
    const char *title;
    size_t size;
    clue c;
    title_of(g->article, m, &title, &size);
    if (form->title) { /* the mention itself is one */
        title = ent_article_field(g->article, (ent_field)m->field) + m->start;
        size = m->end - m->start;
    }
    c.gender = size ? ent_i_title_gender(ent_i_lexicon_default(), title, size)
                    : form->name.gender;
    c.pronoun = ent_i_pronoun_gender(g->article, mention);
    c.speaks = ent_i_speaks_next(
        ent_article_field(g->article, (ent_field)m->field) + m->end);
    c.title_count = title_words(title, size, c.titles, ENT_I_GROUP_TITLES);
    return c;
}

/* The group learns from each mention in turn, as a reader would. */
static void note_mention(ent_i_group *group, uint32_t mention, const clue *c)
{
    group->last = mention;
    group->speaks |= c->speaks;
    if (c->gender && !ent_i_gender_is_sure(group->gender))
        group->gender = (uint8_t)c->gender;
    for (size_t i = 0; i < c->title_count; i++)
        if (group->title_count < ENT_I_GROUP_TITLES &&
            !shares_title(group, &c->titles[i], 1))
            group->titles[group->title_count++] = c->titles[i];
}

/* Two known genders that have nothing in common. */
static bool gender_speaks_against(const ent_i_group *group, const clue *c)
{
    return c->gender && group->gender && !(c->gender & group->gender);
}

/* A group is at hand when it was named in this or the previous sentence. */
static bool is_at_hand(const ent_i_grouping *g, const ent_i_group *group,
                       uint32_t mention)
{
    const ent_mention *m = g->article->mentions.items;
    return group->last != ENT_NONE &&
           m[group->last].sentence + 1 >= m[mention].sentence;
}

/* How many more short mentions make a habit: papers reserve the bare surname
 * for one person, and "Roe" stays Peter however often Joan Roe is named. */
enum { HABIT = 2 };

/* Whether one of two has been introduced in full before the mention, and the
 * other not. In a headline, and where neither has, it is the one that the
 * article introduces first. */
static bool are_introduced_apart(const ent_i_group *a, const ent_i_group *b,
                                 const ent_i_grouping *g, uint32_t mention)
{
    const ent_mention *m = g->article->mentions.items;
    bool before_a = a->first < mention, before_b = b->first < mention;
    return a->first != b->first &&
           (before_a != before_b || !before_a ||
            (m[mention].field == ENT_FIELD_TITLE && a->last == ENT_NONE));
}

/* How well a pronoun behind the mention fits the group: not at all, unknown,
 * or well. */
static int fits_one(const ent_i_group *group, unsigned pronoun)
{
    if (!pronoun || !ent_i_gender_is_sure(group->gender))
        return 0;
    return group->gender == pronoun ? 1 : -1;
}

/* Positive when it fits the first of two better, negative for the second. */
static int fits_pronoun(const ent_i_group *a, const ent_i_group *b,
                        unsigned pronoun)
{
    return fits_one(a, pronoun) - fits_one(b, pronoun);
}

/* How two candidates compare by what is said of them so far: positive for the
 * first. In order: the habit, a pronoun, having spoken if the mention speaks,
 * being at hand, being called this more often. */
static int compare_use(const ent_i_grouping *g, const ent_i_group *a,
                       const ent_i_group *b, uint32_t mention, const clue *c)
{
    if (a->briefs >= b->briefs + HABIT || b->briefs >= a->briefs + HABIT)
        return a->briefs > b->briefs ? 1 : -1;
    int pronoun = fits_pronoun(a, b, c->pronoun);
    if (pronoun)
        return pronoun;
    if (c->speaks && a->speaks != b->speaks)
        return a->speaks ? 1 : -1;
    int hand = is_at_hand(g, a, mention) - is_at_hand(g, b, mention);
    if (hand)
        return hand;
    return (a->briefs > b->briefs) - (a->briefs < b->briefs);
}

/* Which of two candidates is the better reading. In order: a shared title, no
 * "Jr." for father and son, a full name that is written, being introduced, the
 * use so far, being named last. */
static bool is_better(const ent_i_grouping *g, const ent_i_group *a,
                      const ent_i_group *b, uint32_t mention, const clue *c)
{
    bool title_a = shares_title(a, c->titles, c->title_count);
    if (title_a != shares_title(b, c->titles, c->title_count))
        return title_a;
    if (ent_i_names_part_kin(&a->name, &b->name))
        return ent_i_name_suffix(&a->name) == NULL;
    if (a->half != b->half)
        return b->half;
    if (are_introduced_apart(a, b, g, mention))
        return a->first < b->first;
    int use = compare_use(g, a, b, mention, c);
    if (use)
        return use > 0;
    if ((a->last == ENT_NONE) != (b->last == ENT_NONE))
        return a->last != ENT_NONE;
    return a->last == ENT_NONE ? a < b : a->last > b->last;
}

/* Words that can stand between two people who are named together. */
static bool is_link(const char *word, size_t size)
{
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    return ent_i_lexeme_of(lexicon, word, size)->use & ENT_I_U_KINDRED ||
           ent_i_title_gender(lexicon, word, size) != ENT_I_GENDER_UNKNOWN;
}

/* "Roe and Jane Roe", "Roe and his wife, Jane Roe" */
static bool are_joined(const ent_article *article, const ent_mention *a,
                       const ent_mention *b)
{
    const char *text = ent_article_field(article, (ent_field)a->field);
    size_t at = a->end, end = b->honorific_start < b->honorific_end
                                  ? b->honorific_start
                                  : b->start;
    if (a->field != b->field || a->sentence != b->sentence || end < at + 5 ||
        memcmp(text + at, " and ", 5) != 0)
        return false;
    for (at += 5; at < end;) {
        size_t size = 0;
        while (at + size < end && !strchr(" ,", text[at + size]))
            size++;
        if (size && !is_link(text + at, size))
            return false;
        at += size + 1;
    }
    return true;
}

/* Whether the mention before is one of this group, joined to this one, whose
 * title tells the two apart. */
static bool is_joined_before(const ent_i_grouping *g, uint32_t group,
                             uint32_t mention)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    return mention && m->honorific_start < m->honorific_end &&
           m[-1].type == ENT_PERSON && m[-1].role == ENT_ROLE_STORY &&
           g->group_of[mention - 1] == group &&
           are_joined(g->article, m - 1, m);
}

static bool is_full_name_of(const ent_i_grouping *g, uint32_t mention,
                            uint32_t group)
{
    return g->forms.items[g->form_of[mention]].group == group;
}

/* A person joined to a full name is somebody else. */
static bool is_joined_to(const ent_i_grouping *g, uint32_t group,
                         uint32_t mention)
{
    const ent_mention *m = g->article->mentions.items;
    uint32_t next = mention + 1;
    if (is_joined_before(g, group, mention))
        return true;
    if (mention && is_full_name_of(g, mention - 1, group) &&
        are_joined(g->article, &m[mention - 1], &m[mention]))
        return true;
    return next < g->article->mentions.n && is_full_name_of(g, next, group) &&
           are_joined(g->article, &m[mention], &m[next]);
}

/* The best of the groups that the gender allows. If there was a choice, the
 * whole group is less certain from then on. */
static uint32_t choose(ent_i_grouping *g, const candidates *found,
                       uint32_t mention, const clue *c)
{
    uint32_t best = ENT_NONE;
    size_t open = 0;
    for (size_t i = 0; i < found->n; i++) {
        uint32_t group = found->items[i].group;
        if (gender_speaks_against(&g->groups.items[group], c) ||
            is_joined_to(g, group, mention))
            continue;
        open++;
        if (best == ENT_NONE || is_better(g, &g->groups.items[group],
                                          &g->groups.items[best], mention, c))
            best = group;
    }
    if (open > 1 && g->groups.items[best].confidence > 0.7f)
        g->groups.items[best].confidence = 0.7f;
    return best;
}

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
                           const ent_i_form *form, const clue *c)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    const char *title;
    size_t size;
    title_of(g->article, m, &title, &size);
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
    candidates found = {.n = 0};
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
                          const clue *c, ent_i_strmap *own)
{
    char key[ENT_I_NAME_ROOM + 1];
    size_t n = own_key(form, key);
    if (is_namesake(f, form, mention))
        key[n - 1] = 'k';
    uint32_t *slot = ent_i_strmap_put(own, key, n, ENT_NONE);
    uint32_t first = slot ? *slot : ENT_NONE;
    bool joined = first != ENT_NONE && is_joined_before(f->g, first, mention);
    if (first != ENT_NONE &&
        (joined || gender_speaks_against(&f->g->groups.items[first], c))) {
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
static bool is_owned(const finder *f, const ent_i_form *form, const clue *c,
                     const ent_i_strmap *own)
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
    candidates found;
    for (uint32_t i = 0; ok && i < g->article->mentions.n; i++) {
        const ent_i_form *form = &g->forms.items[g->form_of[i]];
        if (!is_story_person(form))
            continue;
        clue c = clue_of(g, i);
        uint32_t group = form->group;
        if (group == ENT_NONE && !form->name.nominal &&
            !is_owned(f, form, &c, &own)) {
            find_candidates(f, form,
                            ent_i_is_kin(g->article, i) ? ENT_I_SHORT_GIVEN
                                                        : ENT_I_SHORT_TAIL,
                            &found);
            /* Readings are found per spelling, but chosen per mention. */
            group = choose(g, &found, i, &c);
            if (group != ENT_NONE)
                g->groups.items[group].briefs +=
                    g->article->mentions.items[i].field == ENT_FIELD_TEXT;
        }
        if (group == ENT_NONE)
            group = own_group(f, form, i, &c, &own);
        ok = group != ENT_NONE;
        if (ok)
            note_mention(&g->groups.items[group], i, &c);
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
