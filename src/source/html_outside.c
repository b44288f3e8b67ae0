/* Blocks that are no part of the story, whatever the trees say: what readers
 * wrote, bylines, credits, ways to other stories. */
#include <string.h>

#include "core/ascii.h"
#include "source/html_facts.h"

enum {
    BYLINE_MORE = 60,  /* bytes beside the author's name */
    CREDIT_MOST = 200, /* bytes: captions stand in such elements too */
    EXCERPTS = 3,      /* blocks broken off in a row */
    OTHERS = 4         /* times less than the story is little */
};

typedef struct choice {
    double *judged;
    const ent_i_html_page *page;
    const ent_i_html_facts *facts;
} choice;

static const ent_i_html_block *block(const choice *c, size_t i)
{
    return &c->page->blocks.items[i];
}

static size_t size_of(const choice *c, size_t i)
{
    return block(c, i)->end - block(c, i)->start;
}

static bool is_taken(const choice *c, size_t i) { return c->judged[i] > 0; }

static size_t size_taken(const choice *c, size_t first, size_t end)
{
    size_t size = 0;
    for (size_t i = first; i < end; i++)
        size += is_taken(c, i) ? size_of(c, i) : 0;
    return size;
}

static uint32_t surroundings(const choice *c, size_t i)
{
    return c->page->elements.items[block(c, i)->element].in;
}

static bool ends_by(const choice *c, size_t i, const char *mark)
{
    size_t n = strlen(mark);
    return size_of(c, i) > n &&
           memcmp(c->page->text.items + block(c, i)->end - n, mark, n) == 0;
}

/* ---- what others wrote ---- */

static size_t size_within(const choice *c, size_t first, uint32_t in)
{
    size_t size = 0;
    for (size_t i = first; i < c->page->blocks.n; i++)
        if (is_taken(c, i) && surroundings(c, i) & in)
            size += size_of(c, i);
    return size;
}

static size_t first_prose(const choice *c)
{
    return ent_i_html_first_prose(c->page, c->judged);
}

/* What the story's first prose stands in says nothing on a page whose parts are
 * all named so, such as a forum's. Longer notes on the author stand below; a
 * page that is mostly for authors, or about one, is what it is. */
static void leave_out_others(const choice *c)
{
    size_t n = c->page->blocks.n, first = first_prose(c), before = 0;
    uint32_t story = first < n ? surroundings(c, first) : 0;
    size_t size = size_taken(c, first, n);
    size_t of_authors = size_within(c, first, ENT_I_IN_AUTHOR);
    bool notes = of_authors * 3 < size * 2, few = of_authors * OTHERS < size;
    for (size_t i = first; i < n; i++) {
        uint32_t in = surroundings(c, i) & ~story;
        before += is_taken(c, i) ? size_of(c, i) : 0;
        if (in & ENT_I_IN_COMMENTS ||
            (in & ENT_I_IN_AUTHOR && (few || (notes && before * 2 > size))) ||
            (in & ENT_I_IN_CREDIT && size_of(c, i) <= CREDIT_MOST))
            c->judged[i] = 0;
    }
}

/* A short line with the author's name, wherever the page has it. */
static bool is_byline(const choice *c, size_t i)
{
    const char *author = c->facts->of[ENT_I_FACT_AUTHOR].value;
    size_t n = author ? strlen(author) : 0, size = size_of(c, i);
    const char *text = c->page->text.items + block(c, i)->start;
    for (size_t k = 0; n && size <= n + BYLINE_MORE && k + n <= size; k++)
        if (ent_i_ascii_same(text + k, author, n))
            return true;
    return false;
}

/* ---- other stories ---- */

/* An entry of a list that is a link as a whole leads to another story, and so
 * does an excerpt: weblogs end one by an ellipsis in brackets, as who leaves
 * out words of a quotation does. */
static bool leads_away(const choice *c, size_t i)
{
    uint32_t in = surroundings(c, i);
    return (block(c, i)->links == size_of(c, i) && in & ENT_I_IN_LIST) ||
           (!(in & ENT_I_IN_QUOTE) && ends_by(c, i, "[\xE2\x80\xA6]"));
}

/* The end of the run of taken blocks from i on that break off, *count of
 * them. */
static size_t after_excerpts(const choice *c, size_t i, size_t *count)
{
    for (*count = 0; i < c->page->blocks.n; i++) {
        if (!is_taken(c, i))
            continue;
        if (!ends_by(c, i, "...") && !ends_by(c, i, "\xE2\x80\xA6"))
            break;
        ++*count;
    }
    return i;
}

/* Several blocks in a row that break off are the beginnings of other stories,
 * unless they are most of what there is, as on the page of a section. */
static void leave_out_excerpts(const choice *c)
{
    size_t n = c->page->blocks.n, all = size_taken(c, 0, n);
    for (size_t i = 0, end, count; i < n; i = end + 1) {
        end = after_excerpts(c, i, &count);
        bool others = size_taken(c, i, end) * 2 < all;
        for (size_t k = i; k < end && others && count >= EXCERPTS; k++)
            c->judged[k] = 0;
    }
}

/* The innermost <article> that the block stands in, or ENT_NONE. */
static uint32_t article_of(const choice *c, size_t i)
{
    uint32_t e = block(c, i)->element;
    while (e != ENT_NONE &&
           c->page->elements.items[e].node->v.element.tag != GUMBO_TAG_ARTICLE)
        e = c->page->elements.items[e].parent;
    return e;
}

/* Beside or within the <article> that holds the story others with a link lead
 * to other stories, unless they hold much, as on the page of a section. */
static void leave_out_articles(const choice *c)
{
    size_t n = c->page->blocks.n, first = first_prose(c), size = 0, others = 0;
    uint32_t story = first < n ? article_of(c, first) : ENT_NONE;
    for (size_t i = 0; i < n; i++)
        if (is_taken(c, i))
            *(article_of(c, i) == story ? &size : &others) += size_of(c, i);
    for (size_t i = 0; i < n && others * OTHERS < size; i++) {
        uint32_t in = is_taken(c, i) ? article_of(c, i) : story;
        if (in != story && in != ENT_NONE && c->page->elements.items[in].linked)
            c->judged[i] = 0;
    }
}

/* ---- all of it ---- */

/* The title again, or with the site behind it: "Talks in Oslo | The Daily". */
static bool is_title(const choice *c, size_t i)
{
    static const char *const marks[] = {" | ", " \xC2\xAB ", " \xC2\xBB ",
                                        " :: "};
    const char *title = c->facts->hints.title;
    const char *text = c->page->text.items + block(c, i)->start;
    size_t n = strlen(title), size = size_of(c, i);
    if (n == 0 || size < n || size > n + BYLINE_MORE ||
        !ent_i_ascii_same(text, title, n))
        return false;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (ent_i_ascii_same(text + n, marks[k], strlen(marks[k])))
            return true;
    return size == n;
}

void ent_i_html_leave_out(double *judged, const ent_i_html_page *page,
                          const ent_i_html_facts *facts)
{
    const choice c = {judged, page, facts};
    leave_out_others(&c);
    for (size_t i = 0; i < page->blocks.n; i++)
        if (is_taken(&c, i) &&
            (leads_away(&c, i) || is_byline(&c, i) || is_title(&c, i)))
            judged[i] = 0;
    leave_out_excerpts(&c);
    leave_out_articles(&c);
}
