/* An article from a web page, or text from a piece of one. */
#include <string.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/html_facts.h"
#include "source/readers.h"

enum { BLOCKS_MOST = 1 << 19, HIDDEN_MOST = 4 };

typedef struct reading {
    ent_article *article;
    ent_i_string decoded;
    ent_i_html_source source;
    ent_i_arena arena;
    ent_i_html_page page;
    ent_i_html_facts facts;
    ent_i_string text;
} reading;

static void release(reading *r)
{
    ent_i_vec_free(&r->decoded);
    ent_i_vec_free(&r->source.markup);
    ent_i_vec_free(&r->source.data);
    ent_i_vec_free(&r->text);
    ent_i_html_page_free(&r->page);
    ent_i_arena_free(&r->arena);
}

/* ---- text ---- */

static bool add_block(ent_i_string *out, const ent_i_html_page *page,
                      const ent_i_html_block *b)
{
    return (!out->n || ent_i_string_add(out, "\n\n", 2)) &&
           ent_i_string_add(out, page->text.items + b->start,
                            b->end - b->start);
}

/* What the page states as the article's body is taken where the page itself
 * shows less than half of it. */
static bool take_stated(reading *r)
{
    const char *body = r->facts.hints.body;
    size_t n = strlen(body);
    if (r->text.n * 2 >= n)
        return true;
    r->text.n = 0;
    return ent_i_string_add(&r->text, body, n);
}

static bool is_hidden(const reading *r, const ent_i_html_block *b)
{
    return r->page.elements.items[b->element].in & ENT_I_IN_HIDDEN;
}

/* What the page doesn't show is left out, unless it is nearly all of the story:
 * some pages show theirs by a script. Windows that open on a click hold up to
 * four times as much as a short story. */
static bool takes_hidden(const reading *r, const double *judged)
{
    size_t bytes[2] = {0};
    for (size_t i = 0; i < r->page.blocks.n; i++) {
        const ent_i_html_block *b = &r->page.blocks.items[i];
        if (judged[i] > 0)
            bytes[is_hidden(r, b)] += b->end - b->start;
    }
    return bytes[true] > HIDDEN_MOST * bytes[false];
}

static bool add_blocks(reading *r, const double *judged)
{
    bool hidden = takes_hidden(r, judged), fine = true;
    for (size_t i = 0; i < r->page.blocks.n && fine; i++) {
        const ent_i_html_block *b = &r->page.blocks.items[i];
        if (judged[i] > 0 && (hidden || !is_hidden(r, b)))
            fine = add_block(&r->text, &r->page, b);
    }
    return fine;
}

static bool choose_blocks(reading *r)
{
    size_t n = r->page.blocks.n;
    float *traits = ent_i_html_traits(&r->page, &r->facts.hints);
    double *judged = ent_i_calloc(n + 1, sizeof *judged);
    bool fine = traits && judged && ent_i_html_judge(judged, traits, n);
    if (fine) {
        ent_i_html_note_byline(&r->facts, &r->page, judged);
        ent_i_html_leave_out(judged, &r->page, &r->facts);
        fine = add_blocks(r, judged);
    }
    ent_i_free(traits);
    ent_i_free(judged);
    return fine && !r->facts.failed && take_stated(r);
}

/* ---- facts ---- */

static const char *copy(reading *r, ent_i_fact fact, bool *fine)
{
    const char *value = r->facts.of[fact].value;
    const char *out =
        value ? ent_i_arena_strdup(&r->article->arena, value) : NULL;
    *fine = *fine && (!value || out);
    return out;
}

/* "en_GB" -> "en-GB" */
static const char *language(reading *r, bool *fine)
{
    const char *value = r->facts.of[ENT_I_FACT_LANGUAGE].value;
    if (!value)
        return NULL;
    char *out =
        ent_i_arena_strndup(&r->article->arena, value, strcspn(value, " ,;."));
    *fine = *fine && out;
    for (char *at = out; at && *at; at++)
        *at = *at == '_' ? '-' : *at;
    return out;
}

/* "/2014/03/29/" or "/2014-03-29" in an address. */
static ent_date date_in(const char *url)
{
    ent_date date;
    size_t used;
    for (; url && *url; url++)
        if (strchr("/-=", *url) && (url[1] == '1' || url[1] == '2') &&
            ent_i_read_date(url + 1, strlen(url + 1), &used, &date))
            return date;
    return ENT_NO_DATE;
}

static void take_date(reading *r)
{
    ent_article *a = r->article;
    const char *stated = r->facts.of[ENT_I_FACT_DATE].value;
    if (stated &&
        ent_i_stated_date(stated, strlen(stated), a->day_order, &a->date)) {
        a->date_from = r->facts.of[ENT_I_FACT_DATE].from;
        return;
    }
    if ((a->date = date_in(a->url)) != ENT_NO_DATE) {
        a->date_from = "url";
        return;
    }
    /* All of the page's text, since dates stand beside the story. */
    a->date = ent_i_find_date(a->text, a->text_size);
    for (size_t i = 0; i < r->page.blocks.n && a->date == ENT_NO_DATE; i++) {
        const ent_i_html_block *b = &r->page.blocks.items[i];
        ent_i_is_date_line(r->page.text.items + b->start, b->end - b->start,
                           &a->date);
    }
    if (a->date != ENT_NO_DATE)
        a->date_from = "text";
}

static ent_status fill(reading *r, ent_error *error)
{
    ent_article *a = r->article;
    bool fine = true;
    const char *title = copy(r, ENT_I_FACT_TITLE, &fine);
    const char *url = copy(r, ENT_I_FACT_URL, &fine);
    a->title = title ? title : "";
    a->title_size = (uint32_t)strlen(a->title);
    a->url = a->url ? a->url : url;
    a->source = copy(r, ENT_I_FACT_SITE, &fine);
    a->author = copy(r, ENT_I_FACT_AUTHOR, &fine);
    a->language = language(r, &fine);
    if (!fine || !ent_i_article_set_text(a, r->text.items, r->text.n))
        return ent_i_no_memory(error, "source");
    a->title_in_text = !title && ent_i_plain_title(a);
    take_date(r);
    return a->title ? ENT_OK : ent_i_no_memory(error, "source");
}

/* ---- reading ---- */

static ent_status parse(reading *r, const char *bytes, size_t size,
                        uint8_t day_order, ent_error *error)
{
    const GumboNode *root;
    ent_status status = ent_i_html_trim(&r->source, bytes, size, error);
    if (!status)
        status = ent_i_html_parse(&root, &r->arena, &r->source.markup, error);
    if (status)
        return status;
    return ent_i_html_blocks(&r->page, root) &&
                   ent_i_html_find_facts(&r->facts, &r->arena, root,
                                         &r->source.data, day_order)
               ? ENT_OK
               : ent_i_no_memory(error, "source");
}

ent_status ent_i_parse_html(ent_article *article, ent_error *error)
{
    reading r = {.article = article};
    const ent_i_raw *raw = &article->raw;
    ent_status status = ent_i_html_decode(&r.decoded, raw->bytes, raw->size,
                                          raw->encoding, error);
    if (!status)
        status =
            parse(&r, r.decoded.items, r.decoded.n, article->day_order, error);
    if (!status && r.page.blocks.n > BLOCKS_MOST)
        status = ent_i_fail(error, ENT_ERR_LIMIT, "source",
                            "expected a web page of at most %d paragraphs, "
                            "found %zu",
                            BLOCKS_MOST, r.page.blocks.n);
    if (!status && !choose_blocks(&r))
        status = ent_i_no_memory(error, "source");
    if (!status && r.text.n == 0)
        status = ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "expected a web page with an article, found no "
                            "running text");
    if (!status)
        status = fill(&r, error);
    release(&r);
    return status;
}

ent_status ent_i_html_plain(ent_i_string *out, const char *bytes, size_t size,
                            ent_error *error)
{
    reading r = {0};
    ent_status status = parse(&r, bytes, size, ENT_I_ORDER_UNKNOWN, error);
    for (size_t i = 0; i < r.page.blocks.n && !status; i++) {
        const ent_i_html_block *b = &r.page.blocks.items[i];
        if (!is_hidden(&r, b) && !add_block(out, &r.page, b))
            status = ent_i_no_memory(error, "source");
    }
    release(&r);
    return status;
}
