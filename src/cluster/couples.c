/* Gives those who share a surname with the next person that surname: Peter in
 * "Peter and Joan Roe" is Peter Roe, and "Mr." in "Mr. and Mrs. Roe" is Roe. So
 * is Peter in "[Peter] Roe", where an editor completed what somebody said. */
#include <string.h>

#include "cluster/group.h"
#include "names/fold.h"

static const char *text_of(const ent_i_grouping *g, const ent_mention *m)
{
    return ent_article_field(g->article, (ent_field)m->field) + m->start;
}

static bool is_title(const char *text, size_t size)
{
    const ent_i_lexeme *found =
        ent_i_title_find(ent_i_lexicon_default(), text, size);
    return found && found->title & ENT_I_TITLE_HEAD &&
           !ent_i_lexeme_of(ent_i_lexicon_default(), text, size)->given_gender;
}

/* Whether a word of the article says that the given name is no such thing, or
 * that it is somebody else's: "Dunn and Joan Roe", "Ann and Peter Dunn". */
static bool is_taken(const ent_i_grouping *g, const ent_i_name *given,
                     const ent_i_name *partner)
{
    const char *word = ent_i_name_part(given, given->family);
    const char *family = ent_i_name_part(partner, partner->family);
    for (size_t i = 0; i < g->forms.n; i++) {
        const ent_i_name *name = &g->forms.items[i].name;
        if (g->forms.items[i].type != ENT_PERSON || !ent_i_name_is_full(name))
            continue;
        const char *other = ent_i_name_part(name, name->family);
        if (strcmp(word, other) == 0 ||
            (strcmp(word, ent_i_name_part(name, name->given)) == 0 &&
             strcmp(family, other) != 0))
            return true;
    }
    return false;
}

/* How a mention gets its form. */
typedef enum way {
    WHOLE, /* the name is written */
    TITLE, /* its bearer is written as a title: "Mr." */
    HALF   /* only the given name is written */
} way;

/* Adds a form for one mention alone. */
static bool add_form(ent_i_grouping *g, uint32_t mention, const char *text,
                     way how)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    ent_i_form form = {.text = text,
                       .size = (uint32_t)strlen(text),
                       .first = mention,
                       .count = 1,
                       .group = ENT_NONE,
                       .type = m->type,
                       .role = m->role,
                       .title = how == TITLE,
                       .half = how == HALF};
    g->forms.items[g->form_of[mention]].count--;
    ent_i_name_parse(&form.name, text, form.size);
    if (how == TITLE)
        form.name.gender |= (uint8_t)ent_i_title_gender(
            ent_i_lexicon_default(), text_of(g, m), m->end - m->start);
    g->form_of[mention] = (uint32_t)g->forms.n;
    return ent_i_vec_push(&g->forms, form);
}

/* The two texts with a blank between them, in the article's arena. */
static char *join(ent_i_grouping *g, const char *a, size_t n, const char *b)
{
    size_t m = strlen(b);
    char *out = ent_i_arena_alloc(&g->article->arena, n + m + 2);
    if (!out)
        return NULL;
    memcpy(out, a, n);
    out[n] = ' ';
    memcpy(out + n + 1, b, m + 1);
    return out;
}

/* The title's bearer has the surname. In "Mr. and Mrs. Orrin Roe" he has the
 * whole name, and she is Mrs. Roe. */
static bool name_title(ent_i_grouping *g, uint32_t mention, const char *surname)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    const char *partner = text_of(g, m + 1);
    const ent_i_name *other = &g->forms.items[g->form_of[mention + 1]].name;
    if (!ent_i_name_is_full(other) || other->gender & ENT_I_FEMALE)
        return add_form(g, mention, surname, TITLE);
    char *name =
        ent_i_arena_strndup(&g->article->arena, partner, m[1].end - m[1].start);
    return name && add_form(g, mention, name, TITLE) &&
           add_form(g, mention + 1, surname, WHOLE);
}

static bool name_given(ent_i_grouping *g, uint32_t mention, const char *surname)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    const ent_i_name *given = &g->forms.items[g->form_of[mention]].name;
    const ent_i_name *other = &g->forms.items[g->form_of[mention + 1]].name;
    if (!given->count || ent_i_name_is_full(given) ||
        !ent_i_name_is_full(other) || is_taken(g, given, other))
        return true;
    char *whole = join(g, text_of(g, m), m->end - m->start, surname);
    return whole && add_form(g, mention, whole, HALF);
}

static bool name_half(ent_i_grouping *g, uint32_t mention)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    const char *partner = text_of(g, m + 1);
    size_t from, end = ent_i_surname(partner, m[1].end - m[1].start, &from);
    char *surname =
        ent_i_arena_strndup(&g->article->arena, partner + from, end - from);
    if (!surname)
        return false;
    return is_title(text_of(g, m), m->end - m->start)
               ? name_title(g, mention, surname)
               : name_given(g, mention, surname);
}

/* ---- brackets ---- */

static const ent_i_name *name_of(const ent_i_grouping *g, uint32_t mention)
{
    return &g->forms.items[g->form_of[mention]].name;
}

static bool is_single(const ent_i_grouping *g, uint32_t mention)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    return m->type == ENT_PERSON && m->role == ENT_ROLE_STORY &&
           name_of(g, mention)->count == 1;
}

static bool is_given(const ent_i_grouping *g, uint32_t mention)
{
    return ent_i_given_gender(ent_i_name_part(name_of(g, mention), 0)) != 0;
}

/* "[Peter] Roe", "(Senator Peter) Roe" and "Peter [Roe]". */
static bool is_completed(const ent_i_grouping *g, uint32_t first)
{
    const ent_mention *m = &g->article->mentions.items[first];
    const char *field = ent_article_field(g->article, (ent_field)m->field);
    const char *behind = field + m->end;
    if (m[1].field != m->field || m[1].start != m->end + 2 ||
        !is_single(g, first) || !is_single(g, first + 1))
        return false;
    if (behind[1] == ' ' && strchr("])", behind[0]))
        return is_given(g, first) ||
               (m->start && strchr("[(", field[m->start - 1]));
    return behind[0] == ' ' && strchr("[(", behind[1]) &&
           strchr("])", field[m[1].end]) && field[m[1].end] &&
           is_given(g, first) && !is_given(g, first + 1);
}

static bool complete(ent_i_grouping *g, uint32_t first)
{
    const ent_mention *m = &g->article->mentions.items[first];
    char *surname = ent_i_arena_strndup(&g->article->arena, text_of(g, m + 1),
                                        m[1].end - m[1].start);
    char *whole =
        surname ? join(g, text_of(g, m), m->end - m->start, surname) : NULL;
    return whole && add_form(g, first, whole, WHOLE) &&
           add_form(g, first + 1, whole, WHOLE);
}

bool ent_i_couple_forms(ent_i_grouping *g)
{
    const ent_article *article = g->article;
    for (uint32_t i = 0; i + 1 < article->mentions.n; i++)
        if (is_completed(g, i) && !complete(g, i))
            return false;
    for (size_t k = 0; k < article->joint.n; k++) {
        uint32_t i = article->joint.items[k];
        const ent_mention *m = &article->mentions.items[i];
        if (m->role == ENT_ROLE_STORY && m[1].role == ENT_ROLE_STORY &&
            !name_half(g, i))
            return false;
    }
    return true;
}
