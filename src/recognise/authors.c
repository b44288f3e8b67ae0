/* Who wrote the article, by what the input states of it. */
#include <stddef.h>
#include <string.h>

#include "core/ascii.h"
#include "recognise/parts.h"

enum {
    TITLE_LEAST = 20, /* bytes: shorter ones stand anywhere */
    CITATION = 60     /* the most tokens of a way to cite */
};

static bool is_mark(char c) { return !c || strchr(" ,;&/|()\t\n", c); }

/* What follows the name where it stands as a whole in the list ("Ann Roe, Max
 * Poe"), at or behind from; NULL where it doesn't. */
static const char *find_name(const char *list, const char *from,
                             const char *name, size_t size)
{
    for (; *from; from++)
        if ((from == list || is_mark(from[-1])) &&
            ent_i_ascii_same(from, name, size) && is_mark(from[size]))
            return from + size;
    return NULL;
}

/* Whether a name of the list begins with this one: "Ann" of "Ann Roe and Max
 * Poe", but not "Roe". */
static bool is_given_name(const char *list, const char *name, size_t size)
{
    const char *at = list;
    while ((at = find_name(list, at, name, size)))
        if (at[0] == ' ' && at[1] >= 'A' && at[1] <= 'Z')
            return true;
    return false;
}

static const char *name_of(const ent_article *article, const ent_mention *m)
{
    return ent_article_field(article, (ent_field)m->field) + m->start;
}

/* Whether the story has this name within a longer one or behind a title. */
static bool is_more_elsewhere(const ent_article *article, const char *name,
                              size_t size)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        const char *other = name_of(article, m);
        size_t n = m->end - m->start;
        bool more = m->role == ENT_ROLE_STORY &&
                    (m->honorific_start < m->honorific_end || n > size);
        for (size_t at = 0; more && at + size <= n; at++)
            if ((at == 0 || other[at - 1] == ' ') &&
                memcmp(other + at, name, size) == 0)
                return true;
    }
    return false;
}

/* The bytes of the word, with the blank, that other languages have for "by"
 * before the name ("von Jane Doe"), which looks like a part of it. */
static size_t by_word(const char *name, size_t size)
{
    const char *blank = memchr(name, ' ', size);
    size_t n = blank ? (size_t)(blank - name) : 0;
    const ent_i_lexeme *word =
        ent_i_lexeme_of(ent_i_lexicon_default(), name, n);
    bool small = n > 0 && name[0] >= 'a' && name[0] <= 'z';
    return small || word->press & ENT_I_PRESS_FOREIGN_BY ? n + 1 : 0;
}

/* Whether the list has this name in full, or as much of it as is a full name:
 * "von Jane Doe", "Jane Doe Author". */
static bool is_full_name(const char *list, const char *name, size_t size)
{
    size_t first = by_word(name, size);
    name += first;
    size -= first;
    for (const char *blank; (blank = memchr(name, ' ', size));) {
        if (find_name(list, list, name, size))
            return true;
        do
            size--;
        while (name[size] != ' ');
        if (name + size == blank)
            break;
    }
    return false;
}

/* Whether this is the last word of a name of the list and the text has the word
 * before it too: of "Mama Doe", "Mama" may not be taken for a name. */
static bool is_rest_of_name(const char *list, const char *field,
                            const char *name, size_t size)
{
    const char *at = list;
    while ((at = find_name(list, at, name, size))) {
        const char *word = at - size, *before = word - (word > list);
        while (before > list && !is_mark(before[-1]))
            before--;
        size_t n = (size_t)(word - before);
        if (n > 2 && word[-1] == ' ' && (size_t)(name - field) >= n &&
            ent_i_ascii_same(name - n, before, n))
            return true;
    }
    return false;
}

static bool is_author(const ent_article *article, const ent_mention *m)
{
    const char *name = name_of(article, m), *list = article->author;
    size_t size = m->end - m->start;
    return memchr(name, ' ', size)
               ? is_full_name(list, name, size)
               : (is_given_name(list, name, size) &&
                  !is_more_elsewhere(article, name, size)) ||
                     is_rest_of_name(list, name - m->start, name, size);
}

/* Who wrote the article is named in full beside its title, in a byline of any
 * form or in a note at the end, or signs by the given name. The second time
 * full names have their roles, which tell whether somebody else has that given
 * name. */
void ent_i_find_authors(ent_article *article)
{
    for (int times = 0; article->author && times < 2; times++)
        for (size_t i = 0; i < article->mentions.n; i++) {
            ent_mention *m = &article->mentions.items[i];
            if (m->type == ENT_PERSON && ent_i_part_open(m) &&
                is_author(article, m))
                m->role = ENT_ROLE_BYLINE;
        }
}

/* ---- signatures and ways to cite the article ---- */

/* Whether the part is a name alone, with a family name of the list: authors
 * sign in short, "Max Doe" for "Maximilian Doe". */
static bool signs(const char *list, const ent_i_part *p)
{
    const ent_mention *m = p->mentions;
    if (!list || p->mention_count != 1 || m->type != ENT_PERSON)
        return false;
    const char *name = p->bytes + m->start;
    size_t size = m->end - m->start, first = size;
    while (first > 0 && name[first - 1] != ' ')
        first--;
    return first > 0 && ent_i_part_after(p, 0, m) == p->count &&
           (p->tokens[0].start == m->start || ent_i_part_dash(p, 0)) &&
           find_name(list, list, name + first, size - first);
}

static bool is_mark_of_quotation(const ent_i_part *p, size_t i)
{
    return ent_i_part_is(p, i, "\"") || ent_i_part_is(p, i, "\xe2\x80\x9c") ||
           ent_i_part_is(p, i, "\xe2\x80\x9e") ||
           ent_i_part_is(p, i, "\xc2\xab") || ent_i_part_is(p, i, "\xc2\xbb");
}

static bool title_is_at(const ent_article *article, const ent_i_part *p,
                        uint32_t at)
{
    return at + article->title_size <= p->tokens[p->count - 1].end &&
           ent_i_ascii_same(p->bytes + at, article->title, article->title_size);
}

/* Whether the part quotes the article's title, which may begin by the mark. */
static bool has_title(const ent_article *article, const ent_i_part *p)
{
    for (size_t i = 0; i < p->count && article->title_size >= TITLE_LEAST; i++)
        if (is_mark_of_quotation(p, i) &&
            (title_is_at(article, p, p->tokens[i].end) ||
             title_is_at(article, p, p->tokens[i].start)))
            return true;
    return false;
}

static bool is_named_elsewhere(const ent_article *article, const ent_i_part *p,
                               const ent_mention *m)
{
    size_t size = m->end - m->start;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *o = &article->mentions.items[i];
        bool here = o >= p->mentions && o < p->mentions + p->mention_count;
        if (!here && o->role == ENT_ROLE_STORY && o->end - o->start == size &&
            memcmp(name_of(article, o), name_of(article, m), size) == 0)
            return true;
    }
    return false;
}

/* "Jane Doe: "Talks in Oslo". In: The Daily", "The story "Talks in Oslo" was
 * published by Jane Doe": at the end whom such a line or a signature names, and
 * no other part, wrote the article. */
void ent_i_find_citations(const ent_i_page *page)
{
    for (size_t i = 0; i < page->parts.n; i++) {
        const ent_i_part *p = &page->parts.items[i];
        if (p->count > CITATION || !ent_i_part_last(page, p) ||
            !(has_title(page->article, p) || signs(page->article->author, p)))
            continue;
        for (size_t k = 0; k < p->mention_count; k++)
            if (ent_i_part_open(&p->mentions[k]) &&
                !is_named_elsewhere(page->article, p, &p->mentions[k]))
                p->mentions[k].role = ENT_ROLE_BYLINE;
    }
}
