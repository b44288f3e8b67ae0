/* The three services mark where a document begins or ends by a line, and most
 * of its facts by labels. Nexis and Factiva also have forms in which the facts
 * stand in a fixed order without labels, up to a line that counts the words. */
#include "source/bundles.h"

#include <string.h>

#include "core/error.h"
#include "source/bundle_lines.h"
#include "source/dates.h"
#include "source/decode.h"

/* The first lines tell: of an opening, or of a closing not too far away, with a
 * count of words or one of Factiva's codes before it. */
bool ent_i_sniff_bundle(const char *bytes, size_t size)
{
    const char *at = bytes, *end = bytes + size;
    bool counted = false, first = true;
    ent_i_bundle_line l;
    while (ent_i_bundle_next_line(&at, end, &l)) {
        if (!l.size || ent_i_bundle_is_rule(&l))
            continue;
        if (first && ent_i_bundle_is_opening(l))
            return true;
        first = false;
        if (ent_i_bundle_is_count(l) ||
            ent_i_bundle_skip_word(&l, "Length: ") ||
            ent_i_bundle_skip_word(&l, "WC "))
            counted = true;
        else if (ent_i_bundle_is_closing(l))
            return counted;
    }
    return false;
}

/* ---- a document ---- */

typedef struct found {
    ent_i_bundle_line
        values[ENT_I_BUNDLE_FACTS]; /* of the facts that are single lines */
    ent_i_string title;
    ent_i_string text;
    ent_i_bundle_line head[16]; /* lines before the first label */
    size_t heads;
    bool no_memory;
} found;

static void add(found *f, ent_i_string *to, const ent_i_bundle_line *l,
                const char *gap)
{
    f->no_memory |= !ent_i_string_adds(to, to->n ? gap : "") ||
                    !ent_i_string_add(to, l->at, l->size);
}

/* Which line of the head is what: where there are no labels, the order tells.
 * Old Nexis: source, day, edition, headline. Others: headline, perhaps a
 * byline, a count of words, day, source; or headline, source, day. */
static void read_head(found *f, bool old)
{
    size_t day = f->heads, count = f->heads;
    ent_date date;
    for (size_t i = f->heads; i-- > 0;) {
        size_t used;
        if (ent_i_read_date(f->head[i].at, f->head[i].size, &used, &date))
            day = i;
        if (ent_i_bundle_is_count(f->head[i]))
            count = i;
    }
    if (day < f->heads && !f->values[ENT_I_BUNDLE_DATE].at)
        f->values[ENT_I_BUNDLE_DATE] = f->head[day];
    if (old && day < f->heads) {
        if (day && !f->values[ENT_I_BUNDLE_SOURCE].at)
            f->values[ENT_I_BUNDLE_SOURCE] = f->head[day - 1];
        if (!f->title.n && f->heads > day + 1)
            add(f, &f->title, &f->head[f->heads - 1], " ");
        return;
    }
    if (f->heads && !f->title.n)
        add(f, &f->title, &f->head[0], " ");
    if (f->values[ENT_I_BUNDLE_SOURCE].at || day == f->heads)
        return;
    /* A time of day may stand between. */
    size_t after = day + 1;
    after += after < f->heads && *f->head[after].at >= '0' &&
             *f->head[after].at <= '9';
    if (count < day && after < f->heads)
        f->values[ENT_I_BUNDLE_SOURCE] = f->head[after];
    else if (count == f->heads && day > 1)
        f->values[ENT_I_BUNDLE_SOURCE] = f->head[day - 1];
    if (count < f->heads && count > 1 && !f->values[ENT_I_BUNDLE_BYLINE].at)
        f->values[ENT_I_BUNDLE_BYLINE] = f->head[count - 1];
}

/* What is known of the form of a document. */
typedef struct form {
    bool old;   /* opened by "1 of 2 DOCUMENTS" */
    bool codes; /* Factiva's */
    bool body;  /* a label announces the text */
} form;

static form find_form(const char *at, const char *end)
{
    form made = {false, false, false};
    ent_i_bundle_line l;
    for (const char *from = at; ent_i_bundle_next_line(&at, end, &l);
         from = at) {
        ent_i_bundle_line copy = l;
        if (ent_i_bundle_is_opening(l))
            made.old = made.old || !ent_i_bundle_skip_word(&copy, "Document ");
        /* Every document has a headline. */
        if (!made.codes && l.at == from && l.size >= 2 &&
            memcmp(l.at, "HD", 2) == 0)
            made.codes = ent_i_bundle_coded(&copy) == ENT_I_BUNDLE_TITLE;
        copy = l;
        made.body = made.body || ent_i_bundle_labelled(&copy, made.codes) ==
                                     ENT_I_BUNDLE_BODY;
    }
    return made;
}

static void keep_line(found *f, ent_i_bundle_fact now,
                      const ent_i_bundle_line *l, bool empty)
{
    if (now == ENT_I_BUNDLE_BODY)
        add(f, &f->text, l, empty ? "\n\n" : "\n");
    else if (now == ENT_I_BUNDLE_TITLE)
        add(f, &f->title, l, " ");
    else if (now == ENT_I_BUNDLE_NONE &&
             f->heads < sizeof f->head / sizeof *f->head)
        f->head[f->heads++] = *l;
    else if (now != ENT_I_BUNDLE_NONE && !f->values[now].at)
        f->values[now] = *l;
}

/* A label begins a fact, which goes on below it: text until the next label,
 * other facts until an empty line. Where no label announces the text, it is
 * what follows the labelled lines at the top. */
static void read_lines(found *f, const char *at, const char *end)
{
    form has = find_form(at, end);
    ent_i_bundle_fact now = ENT_I_BUNDLE_NONE;
    bool empty = false;
    ent_i_bundle_line l;
    while (ent_i_bundle_next_line(&at, end, &l)) {
        if (ent_i_bundle_is_opening(l) || ent_i_bundle_is_rule(&l) ||
            ent_i_bundle_is_closing(l))
            continue;
        ent_i_bundle_fact is =
            l.size ? ent_i_bundle_labelled(&l, has.codes) : ENT_I_BUNDLE_NONE;
        now = is ? is : now;
        if (l.size) {
            keep_line(f, now, &l, empty || is);
            empty = false;
            continue;
        }
        empty = true;
        if (now != ENT_I_BUNDLE_NONE && now != ENT_I_BUNDLE_BODY && !is)
            now = has.body ? ENT_I_BUNDLE_OTHER : ENT_I_BUNDLE_BODY;
    }
    read_head(f, has.old);
}

/* ---- its article ---- */

static bool keep(ent_article *article, const ent_i_bundle_line *value,
                 const char **out)
{
    if (value->size)
        *out = ent_i_arena_strndup(&article->arena, value->at, value->size);
    return !value->size || *out;
}

/* The byline stands before the text, as in a newspaper. */
static ent_status fill(ent_article *article, found *f, ent_error *error)
{
    ent_i_string text = {0};
    const ent_i_bundle_line *by = &f->values[ENT_I_BUNDLE_BYLINE];
    ent_i_bundle_line copy = *by;
    if (by->size)
        f->no_memory |=
            !ent_i_string_adds(
                &text, ent_i_bundle_skip_word(&copy, "by ") ? "" : "By ") ||
            !ent_i_string_add(&text, by->at, by->size) ||
            !ent_i_string_adds(&text, "\n\n");
    f->no_memory |=
        f->text.n && !ent_i_string_add(&text, f->text.items, f->text.n);
    bool fine =
        !f->no_memory &&
        keep(article, &f->values[ENT_I_BUNDLE_SOURCE], &article->source) &&
        keep(article, &f->values[ENT_I_BUNDLE_ADDRESS], &article->url) &&
        keep(article, &(ent_i_bundle_line){f->title.items, f->title.n},
             &article->title) &&
        ent_i_article_set_text(article, text.items ? text.items : "", text.n);
    ent_i_vec_free(&text);
    if (!fine)
        return ent_i_no_memory(error, "source");
    article->title_size = (uint32_t)f->title.n;
    article->title_from = "headline";
    article->left_out = "the lines of facts about the document";
    if (f->values[ENT_I_BUNDLE_DATE].size &&
        !ent_i_stated_date(f->values[ENT_I_BUNDLE_DATE].at,
                           f->values[ENT_I_BUNDLE_DATE].size,
                           article->day_order, &article->date))
        article->warnings |= ENT_WARN_UNREAD_DAY;
    article->date_from = "field";
    article->title_in_text = ent_i_begins_with_title(article);
    return f->text.n ? ENT_OK
                     : ent_i_fail(error, ENT_ERR_FORMAT, "source",
                                  "expected text in the document, found none");
}

static ent_status read_one(ent_i_stream *stream, size_t size, ent_article **out,
                           ent_error *error)
{
    ent_i_string text = {0};
    found f = {.heads = 0};
    ent_status status =
        ent_i_decode(&text, stream->buffer + stream->start, size, NULL, error);
    if (!status)
        status = ent_i_article_begin(stream, out, error);
    if (!status) {
        ent_i_blank_nul(text.items, text.n);
        read_lines(&f, text.items, text.items + text.n);
        status = fill(*out, &f, error);
    }
    if (status)
        ent_i_stream_fail(stream, status, error);
    ent_i_stream_skip(stream, size);
    if (!status)
        status = ent_i_article_number(stream, *out, error);
    ent_i_vec_free(&f.title);
    ent_i_vec_free(&f.text);
    ent_i_vec_free(&text);
    return status;
}

/* Where the document at the start of the bytes ends: after a closing line, or
 * before an opening one and the rule above it. *any: it holds something. */
static size_t find_end(const char *bytes, size_t size, bool *any)
{
    const char *at = bytes, *end = bytes + size, *from = bytes, *rule = NULL;
    ent_i_bundle_line l;
    *any = false;
    for (; ent_i_bundle_next_line(&at, end, &l); from = at) {
        if (ent_i_bundle_is_closing(l) && *any)
            return (size_t)(at - bytes);
        if (ent_i_bundle_is_opening(l) && *any)
            return (size_t)((rule ? rule : from) - bytes);
        if (ent_i_bundle_is_rule(&l))
            rule = *any ? from : NULL;
        else if (l.size && !ent_i_bundle_is_opening(l) &&
                 !ent_i_bundle_is_closing(l)) {
            *any = true;
            rule = NULL;
        }
    }
    return size;
}

ent_status ent_i_read_bundle(ent_i_stream *stream, ent_article **out,
                             ent_error *error)
{
    bool any = false;
    size_t size = 0;
    ent_status status = ent_i_stream_need_all(stream, error);
    if (status)
        return status;
    if (stream->start < stream->end)
        size = find_end(stream->buffer + stream->start,
                        stream->end - stream->start, &any);
    if (!any) {
        ent_i_stream_abandon(stream);
        return ENT_OK;
    }
    stream->articles++;
    return read_one(stream, size, out, error);
}
