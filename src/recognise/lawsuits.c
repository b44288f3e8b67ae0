#include "recognise/lawsuits.h"

#include <string.h>

#include "recognise/place.h"

/* As sure as what a noun says. */
static const float SETTLED = 0.88f;

static bool is_against(const ent_i_place *p, size_t i)
{
    return ent_i_place_word(p, i)->grammar & ENT_I_W_AGAINST;
}

static bool is_of_courts(const ent_i_place *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (ent_i_place_word(p, i)->grammar & ENT_I_W_COURT)
            return true;
    return false;
}

/* Only lawyers write "v.". */
static bool is_legal(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    return (t->end - t->start == 2 && p->bytes[t->start + 1] == '.') ||
           is_of_courts(p);
}

/* Whether a party's name ends before the word at token i, and another begins
 * behind it. */
static bool stands_between(const ent_i_place *p, size_t i)
{
    return i > 0 && i + 1 < p->count && ent_i_is_name_word(&p->tokens[i - 1]) &&
           ent_i_is_name_word(&p->tokens[i + 1]) && is_against(p, i) &&
           is_legal(p, i);
}

static bool may_be_party(const ent_mention *m)
{
    return m->honorific_start == m->honorific_end;
}

static void make_lawsuit(ent_mention *m)
{
    m->type = ENT_MISC;
    m->confidence = m->confidence > SETTLED ? m->confidence : SETTLED;
}

/* Whether the next mention is the other party. */
static bool is_next_party(const ent_article *article, const ent_i_place *p,
                          size_t k)
{
    const ent_mention *m = &article->mentions.items[k];
    return k + 1 < article->mentions.n && m[1].field == m->field &&
           m[1].start == p->tokens[p->end + 1].start && may_be_party(&m[1]);
}

/* The name of a lawsuit that mention k begins, with the other party's. */
static void read_party(ent_article *article, const ent_i_text *text, size_t k)
{
    ent_i_place p;
    ent_mention *m = &article->mentions.items[k];
    if (!may_be_party(m) || !ent_i_place_find(&p, article, text, m))
        return;
    if (stands_between(&p, p.end)) {
        make_lawsuit(m);
        if (is_next_party(article, &p, k)) {
            m->end = m[1].end;
            memmove(m + 1, m + 2, (article->mentions.n - k - 2) * sizeof *m);
            article->mentions.n--;
        }
    } else if (p.first > 1 && stands_between(&p, p.first - 1)) {
        make_lawsuit(m);
    }
}

void ent_i_lawsuits_apply(ent_article *article, const ent_i_text *text)
{
    for (size_t k = 0; k < article->mentions.n; k++)
        read_party(article, text, k);
}
