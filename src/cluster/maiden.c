/* Gives the name that somebody was born with, or is known by, to the name
 * before it: "Ann Roe, née Doe", who is also called Ann Doe. */
#include <string.h>

#include <unicode/utf8.h>

#include "cluster/group.h"
#include "names/fold.h"

static const char *field_of(const ent_i_grouping *g, const ent_mention *m)
{
    return ent_article_field(g->article, (ent_field)m->field);
}

static bool is_dash(UChar32 c)
{
    return c == '-' || c == 0x2013 || c == 0x2014;
}

static bool is_mark(UChar32 c)
{
    return c == ' ' || c == ',' || c == '(' || is_dash(c);
}

/* "Ann Roe, formerly Doe, left"; but "Ann Roe, formerly Doe's aide". */
static bool is_closed(const char *text, size_t at)
{
    size_t end = at + strnlen(text + at, 1 + U8_MAX_LENGTH);
    UChar32 c;
    if (at == end || strchr(",);.", text[at]))
        return true;
    U8_NEXT(text, at, end, c);
    if (c == ' ' && at < end)
        U8_NEXT(text, at, end, c);
    return is_dash(c) && c != '-';
}

/* Where the characters end that are marks, or that are none. */
static size_t run_end(const char *text, size_t at, size_t end, bool marks)
{
    for (size_t next = at; at < end; at = next) {
        UChar32 c;
        U8_NEXT(text, next, end, c);
        if (is_mark(c) != marks)
            break;
    }
    return at;
}

/* What stands between two mentions. */
typedef struct between {
    const char *text;
    size_t at, end;
    bool bracket; /* one was opened before `at` */
} between;

static void skip_marks(between *b)
{
    size_t start = b->at;
    b->at = run_end(b->text, start, b->end, true);
    b->bracket |= memchr(b->text + start, '(', b->at - start) != NULL;
}

/* The word at `at`; then comes the next one. */
static const ent_i_lexeme *next_word(between *b)
{
    size_t start = b->at;
    b->at = run_end(b->text, start, b->end, false);
    const ent_i_lexeme *word = ent_i_lexeme_of(ent_i_lexicon_default(),
                                               b->text + start, b->at - start);
    skip_marks(b);
    return word;
}

/* Goes past ", the famous actress" before "known as"; but not past "the aide of
 * a man known as". */
static void skip_apposition(between *b)
{
    enum {
        MOST = 6,
        BREAKS = ENT_I_W_PREP | ENT_I_W_CONJ | ENT_I_W_COMP | ENT_I_W_DET |
                 ENT_I_W_AUX | ENT_I_W_MODAL
    };
    between ahead = *b;
    if (!(next_word(&ahead)->use & ENT_I_U_ARTICLE))
        return;
    for (int i = 0; i <= MOST && ahead.at < ahead.end; i++) {
        between before = ahead;
        const ent_i_lexeme *word = next_word(&ahead);
        if (word->name & ENT_I_NAME_OTHER)
            *b = before;
        if (word->name & ENT_I_NAME_OTHER || word->grammar & BREAKS)
            return;
    }
}

/* Whether only such words stand between the mention and the next: "née", "now
 * known as", "the actress whose real name is"; in brackets a mere "then" will
 * do. */
static bool is_former(const ent_i_grouping *g, const ent_mention *m)
{
    between b = {field_of(g, m), m->end, m[1].start, false};
    uint32_t all = 0;
    if (m->field != m[1].field || b.at >= b.end ||
        ent_i_is_capitals(b.text + m[1].start, m[1].end - m[1].start))
        return false; /* "Roe's son, known as DSK", are anybody's letters */
    skip_marks(&b);
    skip_apposition(&b);
    while (b.at < b.end) {
        uint32_t word = next_word(&b)->name & ENT_I_NAME_OTHER;
        if (!word)
            return false;
        all |= word;
    }
    return all & ENT_I_NAME_MAIDEN ||
           ((all & ENT_I_NAME_FORMER ||
             (all & ENT_I_NAME_CALLED && b.bracket)) &&
            is_closed(b.text, m[1].end));
}

static void move_all(ent_i_grouping *g, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < g->article->mentions.n; i++)
        if (g->group_of[i] == from)
            g->group_of[i] = to;
    for (size_t i = 0; i < g->forms.n; i++)
        if (g->forms.items[i].group == from)
            g->forms.items[i].group = to;
}

static bool same_part(const ent_i_name *a, size_t i, const ent_i_name *b,
                      size_t j)
{
    return strcmp(ent_i_name_part(a, i), ent_i_name_part(b, j)) == 0;
}

/* Whether the group's name is the person's given name with the former surname.
 */
static bool is_hers(const ent_i_group *group, const ent_i_name *name,
                    const ent_i_name *former)
{
    return ent_i_name_is_full(&group->name) &&
           same_part(&group->name, group->name.given, name, name->given) &&
           same_part(&group->name, group->name.family, former, former->family);
}

/* A surname alone may be her father's elsewhere: then only this mention is
 * hers. */
static void join(ent_i_grouping *g, uint32_t mention)
{
    const ent_i_name *former = &g->forms.items[g->form_of[mention + 1]].name;
    uint32_t to = g->group_of[mention], from = g->group_of[mention + 1];
    const ent_i_name name = g->groups.items[to].name;
    bool alone = !ent_i_name_is_full(&g->groups.items[from].name);
    if (!former->count || !ent_i_name_is_full(&name) || from == to)
        return;
    if (alone || ent_i_name_is_full(former))
        move_all(g, from, to);
    g->group_of[mention + 1] = to;
    for (uint32_t i = 0; i < g->groups.n; i++)
        if (i != to && is_hers(&g->groups.items[i], &name, former))
            move_all(g, i, to);
}

static bool is_story_person(const ent_mention *m)
{
    return m->type == ENT_PERSON && m->role == ENT_ROLE_STORY;
}

void ent_i_join_maiden(ent_i_grouping *g)
{
    const ent_mention *m = g->article->mentions.items;
    for (uint32_t i = 0; i + 1 < g->article->mentions.n; i++)
        if (is_story_person(&m[i]) && is_story_person(&m[i + 1]) &&
            is_former(g, &m[i]))
            join(g, i);
}
