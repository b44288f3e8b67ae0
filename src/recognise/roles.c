/* Finds the names outside the story. The signals are general ones: words that
 * news sites use around bylines, credits and links, an agency next to a name, a
 * paragraph's place in the article and its size. Without such a signal a name
 * is part of the story. */
#include "recognise/roles.h"
#include "core/ascii.h"

#include <string.h>

#include "core/error.h"
#include "recognise/parts.h"

enum {
    AFTERMATH = 160 /* the most tokens that may follow a note on the
                       author */
};

/* "Feb. 9 2016 1:49 PM ...": the time stamp of a teaser. */
static bool is_stamped(const ent_i_part *p)
{
    enum { FROM = 3, TO = 10 };
    if (p->count <= FROM + 2 || p->tokens[0].kind != ENT_I_TOKEN_TITLE ||
        p->tokens[1].kind != ENT_I_TOKEN_NUMBER)
        return false;
    for (size_t i = FROM; i < TO; i++)
        if (ent_i_part_word(p, i)->calendar & ENT_I_CALENDAR_HALF)
            return true;
    return false;
}

/* Links put into a sentence, and the name before them. */
static void find_links(const ent_i_part *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->tokens[i].list)
            ent_i_part_give(p, i, i + 1, ENT_ROLE_FURNITURE);
}

/* ---- authors as the input states them ---- */

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

/* The bytes of a small word that the name begins with, with the blank: other
 * languages have "by" before it ("von Jane Doe"), which looks like a part. */
static size_t small_word(const char *name, size_t size)
{
    size_t n = 0;
    while (n < size && name[n] >= 'a' && name[n] <= 'z')
        n++;
    return n > 0 && n < size && name[n] == ' ' ? n + 1 : 0;
}

/* Whether the list has this name in full, or as much of it as is a full name:
 * "von Jane Doe", "Jane Doe Author". */
static bool is_full_name(const char *list, const char *name, size_t size)
{
    size_t first = small_word(name, size);
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

static bool is_author(const ent_article *article, const ent_mention *m)
{
    const char *name = name_of(article, m), *list = article->author;
    size_t size = m->end - m->start;
    return memchr(name, ' ', size)
               ? is_full_name(list, name, size)
               : is_given_name(list, name, size) &&
                     !is_more_elsewhere(article, name, size);
}

/* Who wrote the article is named in full beside its title, in a byline of any
 * form or in a note at the end, or signs by the given name. The second time
 * full names have their roles, which tell whether somebody else has that given
 * name. */
static void find_authors(ent_article *article)
{
    for (int times = 0; article->author && times < 2; times++)
        for (size_t i = 0; i < article->mentions.n; i++) {
            ent_mention *m = &article->mentions.items[i];
            if (m->type == ENT_PERSON && m->role == ENT_ROLE_STORY &&
                is_author(article, m))
                m->role = ENT_ROLE_BYLINE;
        }
}

/* ---- the parts ---- */

static size_t count_mentions(const ent_article *article, size_t from,
                             uint32_t end_sentence)
{
    size_t n = 0;
    while (from + n < article->mentions.n &&
           article->mentions.items[from + n].sentence < end_sentence)
        n++;
    return n;
}

static ent_status collect(ent_i_page *page, ent_error *error)
{
    const ent_article *article = page->article;
    size_t mention = 0;
    for (uint32_t s = 0, end; s < article->sentences.n; s = end) {
        const ent_sentence *first = &article->sentences.items[s];
        for (end = s + 1; end < article->sentences.n; end++)
            if (article->sentences.items[end].field != first->field ||
                article->sentences.items[end].paragraph != first->paragraph)
                break;
        size_t mentions = count_mentions(article, mention, end);
        const uint32_t *starts = page->text->first.items;
        ent_i_part p = {.text = page->text,
                        .bytes =
                            ent_article_field(article, (ent_field)first->field),
                        .tokens = page->text->tokens.items + starts[s],
                        .count = starts[end] - starts[s],
                        .before = page->tokens,
                        .number = page->parts.n,
                        .first_sentence = s,
                        .end_sentence = end,
                        .mentions = article->mentions.items + mention,
                        .mention_count = mentions};
        mention += mentions;
        if (first->field == ENT_FIELD_TITLE)
            continue;
        page->tokens += p.count;
        if (!ent_i_vec_push(&page->parts, p))
            return ent_i_no_memory(error, "recognise");
    }
    return ENT_OK;
}

/* A short text after a note on the author is furniture. */
static void find_aftermath(ent_i_page *page)
{
    bool ended = false;
    for (size_t i = 0; i < page->parts.n; i++) {
        ent_i_part *p = &page->parts.items[i];
        if (ended)
            ent_i_part_give(p, 0, p->count, ENT_ROLE_FURNITURE);
        ended = ended ||
                (p->ends && page->tokens - p->before - p->count <= AFTERMATH);
    }
}

ent_status ent_i_roles_apply(ent_article *article, const ent_i_text *text,
                             ent_error *error)
{
    ent_i_page page = {.article = article, .text = text};
    if (article->mentions.n == 0 || text->first.n <= article->sentences.n)
        return ENT_OK;
    ent_status status = collect(&page, error);
    find_authors(article);
    ent_i_find_lists(&page);
    for (size_t i = 0; i < page.parts.n && !status; i++) {
        ent_i_part *p = &page.parts.items[i];
        find_links(p);
        ent_i_follow_cues(&page, p);
        ent_i_find_credits(p);
        ent_i_find_byline(&page, p);
        if (ent_i_part_late(&page, p) && is_stamped(p))
            ent_i_part_give(p, 0, p->count, ENT_ROLE_FURNITURE);
    }
    if (!status) {
        ent_i_find_notes(&page);
        find_aftermath(&page);
    }
    ent_i_vec_free(&page.parts);
    return status;
}
