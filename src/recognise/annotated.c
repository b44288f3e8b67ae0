/* Later stages find the mentions of a sentence by going through both lists side
 * by side, so order and sentence numbers must be right for mentions from every
 * source. */
#include "recognise/annotated.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* Ends and types break ties, so that the order doesn't depend on qsort. */
static int by_place(const void *a, const void *b)
{
    const ent_mention *x = a, *y = b;
    if (x->field != y->field)
        return x->field < y->field ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end) /* the longer one first: it wins */
        return x->end > y->end ? -1 : 1;
    return (x->type > y->type) - (x->type < y->type);
}

/* The sentence that the mention begins in or before, or ENT_NONE. Sentences are
 * sorted like mentions, so `from` only moves forward. */
static uint32_t find_sentence(const ent_article *article, const ent_mention *m,
                              size_t *from)
{
    for (; *from < article->sentences.n; ++*from) {
        const ent_sentence *s = &article->sentences.items[*from];
        if (s->field > m->field)
            return ENT_NONE;
        if (s->field == m->field && m->start < s->end)
            return (uint32_t)*from;
    }
    return ENT_NONE;
}

/* Annotations may be wrong: blanks and invisible characters alone make no name
 * that could be shown or written down. */
static bool is_invisible(const ent_article *article, const ent_mention *m)
{
    const char *text = ent_article_field(article, (ent_field)m->field);
    for (uint32_t i = m->start; i < m->end;) {
        UChar32 c;
        U8_NEXT(text, i, m->end, c);
        if (c < 0 || !(u_isUWhiteSpace(c) || u_charType(c) == U_FORMAT_CHAR ||
                       u_charType(c) == U_CONTROL_CHAR))
            return false;
    }
    return true;
}

void ent_i_mentions_place(ent_article *article)
{
    size_t kept = 0, sentence = 0;
    ent_mention *mentions = article->mentions.items;
    ent_i_sort(mentions, article->mentions.n, sizeof *mentions, by_place);
    for (size_t i = 0; i < article->mentions.n; i++) {
        ent_mention m = mentions[i];
        const ent_mention *last = kept ? &mentions[kept - 1] : NULL;
        m.sentence = find_sentence(article, &m, &sentence);
        /* A word in two names would be counted twice. */
        bool overlaps = last && last->field == m.field && last->end > m.start;
        bool inside = overlaps && m.end <= last->end &&
                      (m.start > last->start || m.end < last->end);
        /* Annotators' names within names are kept. */
        if (m.sentence != ENT_NONE && !is_invisible(article, &m) &&
            (!overlaps || (article->annotated && inside)))
            mentions[kept++] = m;
    }
    article->mentions.n = kept;
}
