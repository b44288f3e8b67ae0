/* English writes both "Ashby-Moore", one person, and "Roe-Rokov", two. The
 * annotated news is inconsistent here, but such pairs matter to a network of
 * persons, so what the article says elsewhere decides. */
#include "recognise/pairs.h"

#include <string.h>

#include "core/error.h"
#include "recognise/place.h"

enum { MAX_PARTS = 4 };

/* Whether the part is the last word of another person's mention. */
static bool is_known(const ent_article *article, const ent_mention *self,
                     const char *part, size_t size)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (m == self || m->type != ENT_PERSON || m->end - m->start < size)
            continue;
        const char *field = ent_article_field(article, (ent_field)m->field);
        const char *tail = field + m->end - size;
        bool whole = m->end - m->start == size || tail[-1] == ' ';
        if (whole && memcmp(tail, part, size) == 0)
            return true;
    }
    return false;
}

/* Whether the word after the span needs two sides, such as "talks". */
static bool is_between_two(const ent_i_place *p)
{
    return p->end < p->count && ent_i_place_has(p, p->end, ENT_I_U_TWO_SIDED);
}

/* The number of persons in a span of capitalised words that only hyphens,
 * dashes or slashes join; 1 when nothing says that there are more. A hyphen may
 * also join two names of one person, so then each part must be known, or the
 * next word must need two sides. */
static size_t count_parts(const ent_article *article, const ent_i_place *p,
                          const ent_mention *mention)
{
    size_t parts = (p->end - p->first + 1) / 2;
    if ((p->end - p->first) % 2 == 0 || parts < 2 || parts > MAX_PARTS)
        return 1;
    bool hyphens = false, known = true;
    for (size_t i = p->first; i < p->end; i++) {
        const ent_i_token *t = &p->tokens[i];
        size_t size = t->end - t->start;
        if ((i - p->first) % 2 == 0) {
            if (!ent_i_is_name_word(t) || t->kind == ENT_I_TOKEN_LETTER ||
                size < 3)
                return 1;
            known =
                known && is_known(article, mention, p->bytes + t->start, size);
        } else if (ent_i_place_hyphen(p, i)) {
            hyphens = true;
        } else if (!ent_i_place_is(p, i, "/") &&
                   !ent_i_place_is(p, i, "\xe2\x80\x93")) {
            return 1;
        }
    }
    return !hyphens || known || is_between_two(p) ? parts : 1;
}

static ent_status split(ent_article *article, const ent_i_text *text,
                        ent_error *error)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        ent_i_place p;
        ent_mention *m = &article->mentions.items[i];
        if (m->type != ENT_PERSON || !ent_i_place_find(&p, article, text, m))
            continue;
        size_t parts = count_parts(article, &p, m);
        if (parts == 1)
            continue;
        /* Making room may move the vector, so m is set again below. */
        if (!ent_i_vec_reserve(&article->mentions, parts - 1))
            return ent_i_no_memory(error, "recognise");
        m = &article->mentions.items[i];
        memmove(m + parts, m + 1, (article->mentions.n - i - 1) * sizeof *m);
        for (size_t k = 0; k < parts; k++) {
            m[k] = m[0];
            m[k].start = p.tokens[p.first + 2 * k].start;
            m[k].end = p.tokens[p.first + 2 * k].end;
        }
        article->mentions.n += parts - 1;
        i += parts - 1;
    }
    return ENT_OK;
}

/* ---- a person at the other side ---- */

/* An em dash is left out, since it separates clauses. */
static bool is_joint(const ent_i_place *p, size_t i)
{
    return ent_i_place_hyphen(p, i) || ent_i_place_is(p, i, "/") ||
           ent_i_place_is(p, i, "\xe2\x80\x93");
}

/* Whether token i, joined to the mention, is a person named elsewhere, and no
 * mention covers it here. */
static bool is_partner(const ent_article *article, const ent_i_place *p,
                       const ent_mention *mention, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    const ent_mention *end = article->mentions.items + article->mentions.n;
    bool before = t->start < mention->start;
    const ent_mention *near = before ? mention - 1 : mention + 1;
    bool there = near >= article->mentions.items && near < end &&
                 near->field == mention->field;
    bool held = there && (before ? near->end > t->start : near->start < t->end);
    return !held && ent_i_is_name_word(t) && t->end - t->start > 2 &&
           is_known(article, mention, p->bytes + t->start, t->end - t->start);
}

/* The tagger often finds only one half of "the Hale-Marsh contest". The new
 * mention is a copy of the old one, with the same type, confidence and
 * sentence. */
static ent_status add_partners(ent_article *article, const ent_i_text *text,
                               ent_error *error)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        ent_i_place p;
        ent_mention *m = &article->mentions.items[i];
        if (m->type != ENT_PERSON || !ent_i_place_find(&p, article, text, m))
            continue;
        size_t joint = p.end, partner = p.end + 1;
        bool after = partner < p.count && is_joint(&p, joint) &&
                     p.tokens[joint].glued && p.tokens[partner].glued &&
                     is_partner(article, &p, m, partner);
        if (!after && p.first > 1) {
            joint = p.first - 1, partner = p.first - 2;
            if (!is_joint(&p, joint) || !p.tokens[joint].glued ||
                !p.tokens[p.first].glued ||
                !is_partner(article, &p, m, partner))
                continue;
        } else if (!after) {
            continue;
        }
        if (!ent_i_vec_reserve(&article->mentions, 1))
            return ent_i_no_memory(error, "recognise");
        m = &article->mentions.items[i];
        memmove(m + 1, m, (article->mentions.n - i) * sizeof *m);
        article->mentions.n++;
        m[after].start = p.tokens[partner].start;
        m[after].end = p.tokens[partner].end;
        i++;
    }
    return ENT_OK;
}

ent_status ent_i_pairs_apply(ent_article *article, const ent_i_text *text,
                             ent_error *error)
{
    ent_status status = split(article, text, error);
    return status ? status : add_partners(article, text, error);
}
