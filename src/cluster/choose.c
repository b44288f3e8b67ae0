#include "cluster/choose.h"

#include <string.h>

#include "cluster/kin.h"
#include "cluster/pronoun.h"
#include "names/speech.h"

void ent_i_title_before(const ent_article *article, const ent_mention *m,
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

/* A title says more about gender than the name does, if it says anything. */
ent_i_clue ent_i_clue_of(const ent_i_grouping *g, uint32_t mention)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    const ent_i_form *form = &g->forms.items[g->form_of[mention]];
    const char *title;
    size_t size;
    ent_i_clue c;
    ent_i_title_before(g->article, m, &title, &size);
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

void ent_i_note_mention(ent_i_group *group, uint32_t mention,
                        const ent_i_clue *c)
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

bool ent_i_gender_speaks_against(const ent_i_group *group, const ent_i_clue *c)
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
                       const ent_i_group *b, uint32_t mention,
                       const ent_i_clue *c)
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
                      const ent_i_group *b, uint32_t mention,
                      const ent_i_clue *c)
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

static bool is_behind_article(const char *text, size_t at)
{
    return at >= 5 && memcmp(text + at - 5, " the ", 5) == 0;
}

/* "Roe and Jane Roe", "Roe and his wife, Jane Roe"; but "John Roe and the Roe
 * Foundation" are named after one. */
static bool are_joined(const ent_article *article, const ent_mention *a,
                       const ent_mention *b)
{
    const char *text = ent_article_field(article, (ent_field)a->field);
    size_t at = a->end, end = b->honorific_start < b->honorific_end
                                  ? b->honorific_start
                                  : b->start;
    if (a->field != b->field || a->sentence != b->sentence || end < at + 5 ||
        memcmp(text + at, " and ", 5) != 0 || is_behind_article(text, b->start))
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

bool ent_i_is_joined_before(const ent_i_grouping *g, uint32_t group,
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

/* "Roe's son Jack" is not John Roe himself. */
static bool is_kin_of(const ent_i_grouping *g, uint32_t group, uint32_t mention)
{
    uint32_t owner = ent_i_kin_owner(g->article, mention);
    return owner != ENT_NONE && g->group_of[owner] == group;
}

/* A person joined to a full name is somebody else. */
static bool is_joined_to(const ent_i_grouping *g, uint32_t group,
                         uint32_t mention)
{
    const ent_mention *m = g->article->mentions.items;
    uint32_t next = mention + 1;
    if (ent_i_is_joined_before(g, group, mention) ||
        is_kin_of(g, group, mention))
        return true;
    if (mention && is_full_name_of(g, mention - 1, group) &&
        are_joined(g->article, &m[mention - 1], &m[mention]))
        return true;
    return next < g->article->mentions.n && is_full_name_of(g, next, group) &&
           are_joined(g->article, &m[mention], &m[next]);
}

uint32_t ent_i_choose_group(ent_i_grouping *g, const ent_i_candidates *found,
                            uint32_t mention, const ent_i_clue *c)
{
    uint32_t best = ENT_NONE;
    size_t open = 0;
    for (size_t i = 0; i < found->n; i++) {
        uint32_t group = found->items[i].group;
        if (ent_i_gender_speaks_against(&g->groups.items[group], c) ||
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
