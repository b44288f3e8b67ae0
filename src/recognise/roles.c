/* Finds the names outside the story. The signals are general ones: words that
 * news sites use around bylines, credits and links, an agency next to a name, a
 * paragraph's place in the article and its size. Without such a signal a name
 * is part of the story. */
#include "recognise/roles.h"

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

/* Whether all letters of the part are capitals; *words is how many words it
 * has. */
static bool is_in_capitals(const ent_i_part *p, size_t *words)
{
    *words = 0;
    for (size_t i = 0; i < p->count; i++) {
        uint8_t kind = p->tokens[i].kind;
        if (kind == ENT_I_TOKEN_LOWER || kind == ENT_I_TOKEN_TITLE)
            return false;
        *words += kind == ENT_I_TOKEN_UPPER;
    }
    return true;
}

static bool is_prose(const ent_i_part *p)
{
    size_t words;
    return p->count > ENT_I_LINE / 2 && ent_i_part_mark(p, p->count - 1) &&
           !is_in_capitals(p, &words);
}

/* "ANN ROE: WHY THE BRIDGE MUST GO" between two paragraphs. */
static bool is_headline(const ent_i_page *page, const ent_i_part *p)
{
    enum { HEADLINE = 5 };
    size_t words;
    return p->number > 0 && p->number + 1 < page->parts.n &&
           p->count <= 2 * ENT_I_LINE && is_in_capitals(p, &words) &&
           words >= HEADLINE && !ent_i_part_is(p, p->count - 1, ".") &&
           is_prose(p - 1) && is_prose(p + 1);
}

static bool has_speaker(const ent_i_part *p)
{
    const ent_mention *m = p->mentions;
    return p->mention_count > 0 && m->type == ENT_PERSON &&
           p->tokens[0].start == m->start &&
           ent_i_part_is(p, ent_i_part_after(p, 0, m), ":");
}

/* Headlines of other stories, with links to them, stand within the story; but
 * several with a speaker each are headings of what these say in it. */
static void find_teasers(const ent_i_page *page)
{
    enum { SPEAKERS = 3 };
    size_t speakers = 0;
    const ent_i_part *parts = page->parts.items, *end = parts + page->parts.n;
    for (const ent_i_part *p = parts; p < end; p++)
        speakers += has_speaker(p) && is_headline(page, p);
    for (const ent_i_part *p = parts; p < end; p++)
        if (is_headline(page, p) && !(speakers >= SPEAKERS && has_speaker(p)))
            ent_i_part_give(p, 0, p->count, ENT_ROLE_FURNITURE);
}

/* Links put into a sentence, and the name before them. */
static void find_links(const ent_i_part *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->tokens[i].list)
            ent_i_part_give(p, i, i + 1, ENT_ROLE_FURNITURE);
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
    ent_i_find_authors(article);
    ent_i_find_lists(&page);
    ent_i_find_interviewer(&page);
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
        find_teasers(&page);
        ent_i_find_citations(&page);
        ent_i_find_notes(&page);
        find_aftermath(&page);
    }
    ent_i_vec_free(&page.parts);
    return status;
}
