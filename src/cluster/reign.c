/* Names of monarchs, princes and popes: a given name that stands alone is known
 * by the title before it. "King Harald" is a full name, and nobody's who is
 * only called Harald. */
#include <string.h>

#include "cluster/group.h"

enum { LONGEST = 32 /* bytes of a title */ };

/* Where the last n words before the end begin, if there are so many. */
static bool words_before(const char *text, uint32_t from, uint32_t end, int n,
                         uint32_t *start)
{
    uint32_t at = end;
    for (int k = 0; k < n; k++) {
        at -= at < end && at > from;
        if (at == from)
            return false;
        while (at > from && text[at - 1] != ' ' && text[at - 1] != '\n')
            at--;
    }
    *start = at;
    return true;
}

/* A monarch's title of one word, or of two: "Grand Duke". */
static bool is_reign(const char *text, size_t size)
{
    char words[LONGEST];
    if (size > sizeof words)
        return false;
    for (size_t i = 0; i < size; i++)
        words[i] = (char)(text[i] == ' ' ? '-' : text[i]);
    const ent_i_lexeme *title =
        ent_i_title_find(ent_i_lexicon_default(), words, size);
    return title && title->title & ENT_I_TITLE_REIGN;
}

/* Where the monarch's title before the mention begins; false when there is
 * none. */
static bool title_before(const ent_article *article, const ent_mention *m,
                         uint32_t *start)
{
    const char *text = ent_article_field(article, (ent_field)m->field);
    if (m->honorific_end <= m->honorific_start ||
        m->start != m->honorific_end + 1)
        return false;
    for (int n = 2; n > 0; n--)
        if (words_before(text, m->honorific_start, m->honorific_end, n,
                         start) &&
            is_reign(text + *start, m->honorific_end - *start))
            return true;
    return false;
}

/* Whether one title is the other's end: "Crown Prince", "Prince". */
static bool same_end(const char *a, size_t n, const char *b, size_t m)
{
    size_t fewer = n < m ? n : m;
    return memcmp(a + n - fewer, b + m - fewer, fewer) == 0;
}

/* Whether the article names somebody of this given name in full with the title:
 * "Prince Ali bin Hassan" is Prince Ali. */
static bool is_in_full(const ent_i_grouping *g, const ent_i_name *given,
                       const char *title, size_t size)
{
    const ent_article *article = g->article;
    const char *word = ent_i_name_part(given, given->family);
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        const ent_i_name *name = &g->forms.items[g->form_of[i]].name;
        uint32_t start;
        const char *text = ent_article_field(article, (ent_field)m->field);
        if (m->type == ENT_PERSON && ent_i_name_is_full(name) &&
            !name->numbered && title_before(article, m, &start) &&
            same_end(text + start, m->honorific_end - start, title, size) &&
            strcmp(word, ent_i_name_part(name, name->given)) == 0)
            return true;
    }
    return false;
}

/* Whether the word is a surname in one of the first forms: "King Roe" may be
 * said of anybody, unless it is a given name. */
static bool is_surname(const ent_i_grouping *g, size_t forms, const char *word)
{
    for (size_t i = 0; !ent_i_given_gender(word) && i < forms; i++) {
        const ent_i_name *name = &g->forms.items[i].name;
        if (g->forms.items[i].type == ENT_PERSON && ent_i_name_is_full(name) &&
            strcmp(word, ent_i_name_part(name, name->family)) == 0)
            return true;
    }
    return false;
}

/* Gives the mention the form with this text, which is made if it is new. */
static bool give_form(ent_i_grouping *g, uint32_t mention, size_t made,
                      const char *text, uint32_t size)
{
    const ent_mention *m = &g->article->mentions.items[mention];
    ent_i_form form = {.text = text,
                       .size = size,
                       .first = mention,
                       .group = ENT_NONE,
                       .type = m->type,
                       .role = m->role};
    size_t i = made;
    while (i < g->forms.n && (g->forms.items[i].size != size ||
                              memcmp(g->forms.items[i].text, text, size) != 0))
        i++;
    if (i == g->forms.n) {
        ent_i_name_parse(&form.name, text, size);
        if (!ent_i_vec_push(&g->forms, form))
            return false;
    }
    g->forms.items[g->form_of[mention]].count--;
    g->forms.items[i].count++;
    g->form_of[mention] = (uint32_t)i;
    return true;
}

bool ent_i_reign_forms(ent_i_grouping *g)
{
    const ent_article *article = g->article;
    size_t made = g->forms.n;
    for (uint32_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        const char *text = ent_article_field(article, (ent_field)m->field);
        ent_i_name *name = &g->forms.items[g->form_of[i]].name;
        uint32_t start;
        if (m->type != ENT_PERSON || m->role != ENT_ROLE_STORY ||
            g->form_of[i] >= made || !title_before(article, m, &start))
            continue;
        ent_i_name_reigns(name);
        if (name->count != 1 || name->core != 1 ||
            is_surname(g, made, ent_i_name_part(name, 0)) ||
            is_in_full(g, name, text + start, m->honorific_end - start))
            continue;
        if (!give_form(g, i, made, text + start, m->end - start))
            return false;
    }
    return true;
}
