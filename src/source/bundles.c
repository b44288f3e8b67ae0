/* The three services mark where a document begins or ends by a line, and most
 * of its facts by labels. Nexis and Factiva also have forms in which the facts
 * stand in a fixed order without labels, up to a line that counts the words. */
#include "source/bundles.h"

#include <string.h>
#include <strings.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/decode.h"

typedef struct line {
    const char *at;
    size_t size;
} line;

/* What the label of a line announces. */
typedef enum fact {
    NONE,
    OTHER, /* a fact that isn't kept; text ends here */
    TITLE,
    BYLINE,
    DATE,
    SOURCE,
    ADDRESS,
    LANGUAGE,
    BODY,
    FACTS
} fact;

typedef struct label {
    const char *name;
    fact is;
} label;

/* As the services print them. */
static const label labels[] = {
    {"HEADLINE:", TITLE},
    {"BYLINE:", BYLINE},
    {"Author:", BYLINE},
    {"BODY:", BODY},
    {"Body:", BODY},
    {"Full text:", BODY},
    {"Publication date:", DATE},
    {"LOAD-DATE:", OTHER},
    {"Publication title:", SOURCE},
    {"URL:", ADDRESS},
    {"Document URL:", ADDRESS},
    {"LANGUAGE:", LANGUAGE},
    {"Language of publication:", LANGUAGE},
    {"Title:", TITLE},
    {"SECTION:", OTHER},
    {"LENGTH:", OTHER},
    {"DATELINE:", OTHER},
    {"HIGHLIGHT:", OTHER},
    {"GRAPHIC:", OTHER},
    {"CORRECTION:", OTHER},
    {"SUBJECT:", OTHER},
    {"ORGANIZATION:", OTHER},
    {"COMPANY:", OTHER},
    {"PERSON:", OTHER},
    {"PEOPLE:", OTHER},
    {"GEOGRAPHIC:", OTHER},
    {"LOCATION:", OTHER},
    {"INDUSTRY:", OTHER},
    {"TYPE:", OTHER},
    {"PUBLICATION-TYPE:", OTHER},
    {"JOURNAL-CODE:", OTHER},
    {"Copyright:", OTHER},
    {"Abstract:", OTHER},
    {"Links:", OTHER},
    {"Publication info:", OTHER},
    {"Publication year:", OTHER},
    {"Publication subject:", OTHER},
    {"Section:", OTHER},
    {"Pages:", OTHER},
    {"Publisher:", OTHER},
    {"Place of publication:", OTHER},
    {"Country of publication:", OTHER},
    {"ISSN:", OTHER},
    {"Source type:", OTHER},
    {"Document type:", OTHER},
    {"ProQuest document ID:", OTHER},
    {"Last updated:", OTHER},
    {"Database:", OTHER},
    {"Credit:", OTHER},
};

/* Factiva's codes, which stand at the start of a line. */
static const label codes[] = {
    {"HD", TITLE},  {"BY", BYLINE}, {"PD", DATE},     {"SN", SOURCE},
    {"LP", BODY},   {"TD", BODY},   {"LA", LANGUAGE}, {"SE", OTHER},
    {"CR", OTHER},  {"WC", OTHER},  {"ET", OTHER},    {"SC", OTHER},
    {"ED", OTHER},  {"PG", OTHER},  {"CY", OTHER},    {"CO", OTHER},
    {"IN", OTHER},  {"NS", OTHER},  {"RE", OTHER},    {"IPD", OTHER},
    {"IPC", OTHER}, {"PUB", OTHER}, {"AN", OTHER},    {"ART", OTHER},
    {"RF", OTHER},  {"CLM", OTHER}, {"VOL", OTHER},
};

/* ---- lines ---- */

static bool next_line(const char **at, const char *end, line *out)
{
    if (*at >= end)
        return false;
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    *out = (line){*at, (size_t)((stop ? stop : end) - *at)};
    *at = stop ? stop + 1 : end;
    while (out->size && strchr(" \t\r\f", out->at[out->size - 1]))
        out->size--;
    while (out->size && strchr(" \t\f", *out->at)) {
        out->at++;
        out->size--;
    }
    return true;
}

/* Skips digits and commas; false when there are none. */
static bool skip_number(line *l)
{
    size_t n = 0;
    while (n < l->size &&
           ((l->at[n] >= '0' && l->at[n] <= '9') || (n && l->at[n] == ',')))
        n++;
    l->at += n;
    l->size -= n;
    return n > 0;
}

static bool skip_word(line *l, const char *word)
{
    size_t n = strlen(word);
    if (l->size < n || strncasecmp(l->at, word, n) != 0)
        return false;
    l->at += n;
    l->size -= n;
    return true;
}

/* "12 of 100 DOCUMENTS", "Document 12 of 100": a document begins. */
static bool is_opening(line l)
{
    bool before = skip_word(&l, "Document ");
    return skip_number(&l) && skip_word(&l, " of ") && skip_number(&l) &&
           ((skip_word(&l, " DOCUMENTS") && !before) || before) && !l.size;
}

/* "Document NYTF000020140329ea3t0000x", "End of Document": one ends. */
static bool is_closing(line l)
{
    enum { CODE_LEAST = 14 };
    line copy = l;
    if (skip_word(&copy, "End of Document"))
        return !copy.size;
    if (!skip_word(&l, "Document ") || l.size < CODE_LEAST)
        return false;
    size_t digits = 0;
    for (size_t i = 0; i < l.size; i++) {
        if (l.at[i] == ' ')
            return false;
        digits += l.at[i] >= '0' && l.at[i] <= '9';
    }
    return digits >= 8;
}

/* "1,234 words" */
static bool is_count(line l)
{
    return skip_number(&l) && skip_word(&l, " words") && !l.size;
}

static bool is_rule(const line *l)
{
    enum { RULE_LEAST = 20 };
    return l->size >= RULE_LEAST && l->at[0] == '_' &&
           strspn(l->at, "_") >= l->size;
}

static void skip_blanks(line *l)
{
    while (l->size && strchr(" \t", *l->at)) {
        l->at++;
        l->size--;
    }
}

/* Codes stand in the first column, in capitals. */
static fact coded(line *l)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        size_t n = strlen(codes[i].name);
        if (l->size >= n && memcmp(l->at, codes[i].name, n) == 0 &&
            (l->size == n || strchr(" \t", l->at[n]))) {
            skip_word(l, codes[i].name);
            return codes[i].is;
        }
    }
    return NONE;
}

/* Which fact the line announces; what follows its label is left in l. */
static fact labelled(line *l, bool by_codes)
{
    static const char whole[] = "Body";
    fact is = by_codes ? coded(l) : NONE;
    line copy = *l;
    for (size_t i = 0; !is && i < sizeof labels / sizeof *labels; i++)
        if (skip_word(l, labels[i].name))
            is = labels[i].is;
    if (!is && l->size == sizeof whole - 1 && skip_word(l, whole))
        is = BODY;
    if (!is && skip_word(&copy, "Copyright ") && copy.size &&
        strchr("0123456789(\xC2", *copy.at))
        is = OTHER;
    skip_blanks(l);
    return is;
}

/* The first lines tell: of an opening, or of a closing not too far away, with a
 * count of words or one of Factiva's codes before it. */
bool ent_i_sniff_bundle(const char *bytes, size_t size)
{
    const char *at = bytes, *end = bytes + size;
    bool counted = false, first = true;
    line l;
    while (next_line(&at, end, &l)) {
        if (!l.size || is_rule(&l))
            continue;
        if (first && is_opening(l))
            return true;
        first = false;
        if (is_count(l) || skip_word(&l, "Length: ") || skip_word(&l, "WC "))
            counted = true;
        else if (is_closing(l))
            return counted;
    }
    return false;
}

/* ---- a document ---- */

typedef struct found {
    line values[FACTS]; /* of the facts that are single lines */
    ent_i_string title;
    ent_i_string text;
    line head[16]; /* lines before the first label */
    size_t heads;
    bool no_memory;
} found;

static void add(found *f, ent_i_string *to, const line *l, const char *gap)
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
        if (is_count(f->head[i]))
            count = i;
    }
    if (day < f->heads && !f->values[DATE].at)
        f->values[DATE] = f->head[day];
    if (old && day < f->heads) {
        if (day && !f->values[SOURCE].at)
            f->values[SOURCE] = f->head[day - 1];
        if (!f->title.n && f->heads > day + 1)
            add(f, &f->title, &f->head[f->heads - 1], " ");
        return;
    }
    if (f->heads && !f->title.n)
        add(f, &f->title, &f->head[0], " ");
    if (f->values[SOURCE].at || day == f->heads)
        return;
    /* A time of day may stand between. */
    size_t after = day + 1;
    after += after < f->heads && *f->head[after].at >= '0' &&
             *f->head[after].at <= '9';
    if (count < day && after < f->heads)
        f->values[SOURCE] = f->head[after];
    else if (count == f->heads && day > 1)
        f->values[SOURCE] = f->head[day - 1];
    if (count < f->heads && count > 1 && !f->values[BYLINE].at)
        f->values[BYLINE] = f->head[count - 1];
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
    line l;
    for (const char *from = at; next_line(&at, end, &l); from = at) {
        line copy = l;
        if (is_opening(l))
            made.old = made.old || !skip_word(&copy, "Document ");
        /* Every document has a headline. */
        if (!made.codes && l.at == from && l.size >= 2 &&
            memcmp(l.at, "HD", 2) == 0)
            made.codes = coded(&copy) == TITLE;
        copy = l;
        made.body = made.body || labelled(&copy, made.codes) == BODY;
    }
    return made;
}

static void keep_line(found *f, fact now, const line *l, bool empty)
{
    if (now == BODY)
        add(f, &f->text, l, empty ? "\n\n" : "\n");
    else if (now == TITLE)
        add(f, &f->title, l, " ");
    else if (now == NONE && f->heads < sizeof f->head / sizeof *f->head)
        f->head[f->heads++] = *l;
    else if (now != NONE && !f->values[now].at)
        f->values[now] = *l;
}

/* A label begins a fact, which goes on below it: text until the next label,
 * other facts until an empty line. Where no label announces the text, it is
 * what follows the labelled lines at the top. */
static void read_lines(found *f, const char *at, const char *end)
{
    form has = find_form(at, end);
    fact now = NONE;
    bool empty = false;
    line l;
    while (next_line(&at, end, &l)) {
        if (is_opening(l) || is_rule(&l) || is_closing(l))
            continue;
        fact is = l.size ? labelled(&l, has.codes) : NONE;
        now = is ? is : now;
        if (l.size) {
            keep_line(f, now, &l, empty || is);
            empty = false;
            continue;
        }
        empty = true;
        if (now != NONE && now != BODY && !is)
            now = has.body ? OTHER : BODY;
    }
    read_head(f, has.old);
}

/* ---- its article ---- */

static bool keep(ent_article *article, const line *value, const char **out)
{
    if (value->size)
        *out = ent_i_arena_strndup(&article->arena, value->at, value->size);
    return !value->size || *out;
}

/* The byline stands before the text, as in a newspaper. */
static ent_status fill(ent_article *article, found *f, ent_error *error)
{
    ent_i_string text = {0};
    const line *by = &f->values[BYLINE];
    line copy = *by;
    if (by->size)
        f->no_memory |=
            !ent_i_string_adds(&text, skip_word(&copy, "by ") ? "" : "By ") ||
            !ent_i_string_add(&text, by->at, by->size) ||
            !ent_i_string_adds(&text, "\n\n");
    f->no_memory |=
        f->text.n && !ent_i_string_add(&text, f->text.items, f->text.n);
    bool fine =
        !f->no_memory && keep(article, &f->values[SOURCE], &article->source) &&
        keep(article, &f->values[ADDRESS], &article->url) &&
        keep(article, &(line){f->title.items, f->title.n}, &article->title) &&
        ent_i_article_set_text(article, text.items ? text.items : "", text.n);
    ent_i_vec_free(&text);
    if (!fine)
        return ent_i_no_memory(error, "source");
    article->title_size = (uint32_t)f->title.n;
    article->title_from = "headline";
    article->left_out = "the lines of facts about the document";
    if (f->values[DATE].size &&
        !ent_i_stated_date(f->values[DATE].at, f->values[DATE].size,
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
    line l;
    *any = false;
    for (; next_line(&at, end, &l); from = at) {
        if (is_closing(l) && *any)
            return (size_t)(at - bytes);
        if (is_opening(l) && *any)
            return (size_t)((rule ? rule : from) - bytes);
        if (is_rule(&l))
            rule = *any ? from : NULL;
        else if (l.size && !is_opening(l) && !is_closing(l)) {
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
