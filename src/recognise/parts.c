#include "recognise/parts.h"

#include <string.h>

#include "core/ascii.h"

enum { LAST_SHARE = 8 /* the last 1/8 of the text is its end */ };

bool ent_i_part_is(const ent_i_part *p, size_t i, const char *word)
{
    return i < p->count &&
           ent_i_ascii_is(p->bytes + p->tokens[i].start,
                          ent_i_token_size(&p->tokens[i]), word);
}

bool ent_i_part_mark(const ent_i_part *p, size_t i)
{
    return p->tokens[i].kind == ENT_I_TOKEN_PUNCT;
}

bool ent_i_part_dash(const ent_i_part *p, size_t i)
{
    return ent_i_part_is(p, i, "-") || ent_i_part_is(p, i, "\xe2\x80\x94") ||
           ent_i_part_is(p, i, "\xe2\x80\x93") || ent_i_part_is(p, i, "--");
}

const ent_i_lexeme *ent_i_part_word(const ent_i_part *p, size_t i)
{
    return i < p->count ? ent_i_token_lexeme(p->text, &p->tokens[i])
                        : ent_i_lexeme_of(p->text->book->lexicon, "", 0);
}

bool ent_i_part_agency(const ent_i_part *p, size_t i)
{
    return ent_i_part_word(p, i)->press & ENT_I_PRESS_AGENCY;
}

ent_mention *ent_i_part_mention(const ent_i_part *p, size_t i)
{
    size_t low = 0, high = p->mention_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->mentions[middle].end > p->tokens[i].start)
            high = middle;
        else
            low = middle + 1;
    }
    bool found =
        low < p->mention_count && p->mentions[low].start < p->tokens[i].end;
    return found ? &p->mentions[low] : NULL;
}

/* Credits and bylines name persons; an agency next to them is a signal. */
bool ent_i_part_person(const ent_i_part *p, size_t i)
{
    const ent_mention *m = i < p->count ? ent_i_part_mention(p, i) : NULL;
    return m && m->type == ENT_PERSON;
}

size_t ent_i_part_skip_marks(const ent_i_part *p, size_t i)
{
    while (i < p->count && ent_i_part_mark(p, i) && !ent_i_part_mention(p, i))
        i++;
    return i;
}

size_t ent_i_part_after(const ent_i_part *p, size_t i, const ent_mention *m)
{
    while (i < p->count && p->tokens[i].start < m->end)
        i++;
    return i;
}

size_t ent_i_part_after_persons(const ent_i_part *p, size_t i)
{
    while (ent_i_part_person(p, i)) {
        i = ent_i_part_after(p, i, ent_i_part_mention(p, i));
        size_t next = i + ent_i_part_is(p, i, ",");
        next += ent_i_part_and(p, next) || ent_i_part_is(p, next, "&");
        if (next > i && ent_i_part_person(p, next))
            i = next;
    }
    return i;
}

bool ent_i_part_several_words(const ent_i_part *p, const ent_mention *m)
{
    return memchr(p->bytes + m->start, ' ', m->end - m->start) != NULL;
}

bool ent_i_part_named_elsewhere(const ent_i_page *page, const ent_i_part *p,
                                const ent_mention *m)
{
    const ent_article *article = page->article;
    size_t first = m->end;
    while (first > m->start && p->bytes[first - 1] != ' ')
        first--;
    size_t size = m->end - first;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *o = &article->mentions.items[i];
        const char *field = ent_article_field(article, (ent_field)o->field);
        bool here = o >= p->mentions && o < p->mentions + p->mention_count;
        if (!here && o->type == ENT_PERSON && o->end - o->start >= size &&
            memcmp(field + o->end - size, p->bytes + first, size) == 0)
            return true;
    }
    return false;
}

void ent_i_part_sentence(const ent_i_page *page, const ent_i_part *p, size_t i,
                         size_t *first, size_t *end)
{
    const uint32_t *starts = page->text->first.items;
    size_t base = (size_t)(p->tokens - page->text->tokens.items);
    uint32_t s = p->first_sentence;
    while (s + 1 < p->end_sentence && starts[s + 1] <= base + i)
        s++;
    *first = starts[s] - base;
    *end = starts[s + 1] - base;
}

bool ent_i_part_possessive(const ent_i_part *p, size_t i)
{
    return i < p->count && ent_i_is_possessive(p->bytes + p->tokens[i].start,
                                               ent_i_token_size(&p->tokens[i]));
}

bool ent_i_part_and(const ent_i_part *p, size_t i)
{
    const ent_i_lexeme *word = ent_i_part_word(p, i);
    return word->use & ENT_I_U_AND || word->press & ENT_I_PRESS_FOREIGN_AND;
}

bool ent_i_part_newsman(const ent_i_part *p, size_t i)
{
    return ent_i_part_word(p, i)->press & ENT_I_PRESS_NEWSMAN;
}

bool ent_i_part_newsman_near(const ent_i_part *p, size_t i)
{
    for (size_t k = i; k < p->count && k < i + 5; k++)
        if (ent_i_part_newsman(p, k))
            return true;
    return false;
}

bool ent_i_part_capital(const ent_i_part *p, size_t i)
{
    return i < p->count && (p->tokens[i].kind == ENT_I_TOKEN_TITLE ||
                            p->tokens[i].kind == ENT_I_TOKEN_UPPER);
}

bool ent_i_part_late(const ent_i_page *page, const ent_i_part *p)
{
    return 2 * (p->before + p->count) > page->tokens;
}

bool ent_i_part_last(const ent_i_page *page, const ent_i_part *p)
{
    return LAST_SHARE * (p->before + p->count) >
           (LAST_SHARE - 1) * page->tokens;
}

bool ent_i_part_open(const ent_mention *m)
{
    return m->role == ENT_ROLE_STORY && !m->role_stated;
}

void ent_i_part_give(const ent_i_part *p, size_t first, size_t end,
                     ent_role role)
{
    for (size_t i = first, k = 0; i < end; i++) {
        const ent_i_token *t = &p->tokens[i];
        while (k < p->mention_count && p->mentions[k].end <= t->start)
            k++;
        if (k == p->mention_count)
            return;
        ent_mention *m = &p->mentions[k];
        if (m->start < t->end && ent_i_part_open(m))
            m->role = (uint8_t)role;
    }
}

/* Whether the token joins the names of one credit: "Jane Doe and John Roe in
 * Oslo; editing by Max Poe"; a dagger tells who is dead. */
static bool is_link(const ent_i_part *p, size_t i)
{
    return (ent_i_token_size(&p->tokens[i]) == 1 &&
            strchr(",&/|;:()", p->bytes[p->tokens[i].start])) ||
           ent_i_part_word(p, i)->use & ENT_I_U_CREDIT ||
           ent_i_part_word(p, i)->press & ENT_I_PRESS_FOREIGN_AND ||
           ent_i_part_is(p, i, "\xe2\x80\xa0") || ent_i_part_dash(p, i);
}

size_t ent_i_part_give_list(const ent_i_part *p, size_t i, ent_role role)
{
    /* A name that follows another without a link begins a caption or the story:
     * "Getty Images Bo Stroud speaks". */
    bool linked = true;
    size_t end = i;
    while (i < p->count) {
        ent_mention *m = ent_i_part_mention(p, i);
        if (m && linked &&
            !ent_i_part_possessive(p, ent_i_part_after(p, i, m))) {
            if (ent_i_part_open(m))
                m->role = (uint8_t)role;
            end = i = ent_i_part_after(p, i, m);
            linked = false;
        } else if (!m && is_link(p, i)) {
            linked = true;
            i++;
        } else if (!m && linked && ent_i_part_agency(p, i)) {
            linked = false;
            end = ++i;
        } else {
            break;
        }
    }
    return end;
}
