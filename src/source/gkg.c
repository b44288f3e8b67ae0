/* Rows of GDELT's Global Knowledge Graph, versions 1 and 2: what it found in an
 * article of the day's news, with where in the text the names stand, but not
 * the text. The columns are those of its codebooks ("GDELT Global Knowledge
 * Graph Codebook" V2.1 and 1.0); there is no header. */
#include <string.h>

#include "core/error.h"
#include "source/decode.h"
#include "source/listed.h"
#include "source/readers.h"

enum { COLUMNS_MOST = 27, NOWHERE = -1 };

/* Characters that a sentence of news has with its neighbour's half, and those
 * that hardly two names of one paragraph are apart. */
enum { LINE_REACH = 200, PARAGRAPH_REACH = 600 };

/* Which column holds what; version 2 has names with and without places in the
 * text. */
typedef struct layout {
    int columns;
    int id, date, source, url, extras;
    int persons, organisations, places;
    size_t date_digits;
} layout;

static const layout layouts[] = {
    {27, 0, 1, 3, 4, 26, 12, 14, 10, 14},
    {11, NOWHERE, 0, 9, 10, NOWHERE, 5, 6, 4, 8},
};
enum { LAYOUTS = sizeof layouts / sizeof *layouts };

typedef struct cell {
    const char *bytes;
    size_t size;
} cell;

typedef struct row {
    cell cells[COLUMNS_MOST + 1];
    int n; /* one more than there is room for means too many */
} row;

/* ---- rows and cells ---- */

static void split(row *out, const char *line, size_t size)
{
    const char *end = line + size;
    out->n = 0;
    while (out->n <= COLUMNS_MOST) {
        const char *tab = memchr(line, '\t', (size_t)(end - line));
        const char *stop = tab ? tab : end;
        out->cells[out->n++] = (cell){line, (size_t)(stop - line)};
        if (!tab)
            return;
        line = tab + 1;
    }
}

static bool is_digits(cell c, size_t n)
{
    size_t i = 0;
    while (i < c.size && c.bytes[i] >= '0' && c.bytes[i] <= '9')
        i++;
    return i == n && c.size == n;
}

static const layout *layout_of(const row *r)
{
    for (int i = 0; i < LAYOUTS; i++)
        if (r->n == layouts[i].columns &&
            is_digits(r->cells[layouts[i].date], layouts[i].date_digits))
            return &layouts[i];
    return NULL;
}

/* The first row tells; it may reach beyond what is looked at. */
bool ent_i_sniff_gkg(const char *bytes, size_t size)
{
    row r;
    const char *newline = memchr(bytes, '\n', size);
    split(&r, bytes, newline ? (size_t)(newline - bytes) : size);
    return layout_of(&r) || (!newline && r.n > layouts[0].persons &&
                             is_digits(r.cells[1], layouts[0].date_digits));
}

/* ---- names ---- */

/* One of the names in a row. */
typedef struct found {
    const char *name;
    uint32_t size;
    uint32_t place; /* in the article's text, in characters */
    uint32_t order; /* among those of the row */
    ent_type type;
} found;

typedef ENT_I_VEC(found) found_list;

/* A number that ends the bytes behind a mark, "Ann Roe,2326"; *size is then
 * without both. 0 when there is none. */
static uint32_t take_place(const char *bytes, size_t *size, char mark)
{
    size_t at = *size;
    uint64_t place = 0, unit = 1;
    while (at && bytes[at - 1] >= '0' && bytes[at - 1] <= '9') {
        place += unit * (uint64_t)(bytes[--at] - '0');
        unit = unit < UINT32_MAX ? unit * 10 : 0;
    }
    if (!at || at == *size || bytes[at - 1] != mark)
        return 0;
    *size = at - 1;
    return place < UINT32_MAX ? (uint32_t)place : UINT32_MAX;
}

static bool add_names(found_list *out, ent_type type, cell list)
{
    const char *end = list.bytes + list.size;
    for (const char *at = list.bytes; at < end;) {
        const char *stop = memchr(at, ';', (size_t)(end - at));
        size_t n = (size_t)((stop ? stop : end) - at);
        uint32_t place = take_place(at, &n, type == ENT_PLACE ? '#' : ',');
        found one = {at, (uint32_t)n, place, (uint32_t)out->n, type};
        if (n && !ent_i_vec_push(out, one))
            return false;
        at = stop ? stop + 1 : end;
    }
    return true;
}

static int by_place(const void *a, const void *b)
{
    const found *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* Names without places share one line. */
static bool list_names(ent_article *article, found_list *names)
{
    ent_i_listed listed = {.article = article};
    uint32_t line = 0, last = 0;
    bool fine = true;
    ent_i_sort(names->items, names->n, sizeof *names->items, by_place);
    for (size_t i = 0; fine && i < names->n; i++) {
        const found *one = &names->items[i];
        ent_i_gap gap = one->place - last > PARAGRAPH_REACH
                            ? ENT_I_GAP_PARAGRAPH
                        : one->place - line > LINE_REACH ? ENT_I_GAP_LINE
                                                         : ENT_I_GAP_NONE;
        if (i == 0 || gap)
            line = one->place;
        last = one->place;
        fine = one->type == ENT_PLACE
                   ? ent_i_listed_add_place(&listed, one->name, one->size, gap)
                   : ent_i_listed_add(&listed, one->type, one->name, one->size,
                                      gap);
    }
    fine = fine && ent_i_listed_end(&listed);
    ent_i_listed_free(&listed);
    return fine;
}

static bool take_names(ent_article *article, const row *r, const layout *form)
{
    found_list names = {0};
    bool fine = add_names(&names, ENT_PERSON, r->cells[form->persons]) &&
                add_names(&names, ENT_ORG, r->cells[form->organisations]) &&
                add_names(&names, ENT_PLACE, r->cells[form->places]) &&
                list_names(article, &names);
    ent_i_vec_free(&names);
    return fine;
}

/* ---- the rest of a row ---- */

static bool set_string(ent_article *article, const char **out, cell value)
{
    char *copy = ent_i_arena_strndup(&article->arena, value.bytes, value.size);
    if (!copy)
        return false;
    ent_i_blank_nul(copy, value.size);
    *out = copy;
    return true;
}

static bool take_string(ent_article *article, const char **out, const row *r,
                        int column)
{
    return column == NOWHERE || !r->cells[column].size ||
           set_string(article, out, r->cells[column]);
}

/* Version 2.1 has the title among the extras, as <PAGE_TITLE>. */
static bool take_title(ent_article *article, const row *r, int column)
{
    static const char open[] = "<PAGE_TITLE>", close[] = "</PAGE_TITLE>";
    if (column == NOWHERE)
        return true;
    cell extras = r->cells[column];
    const char *end = extras.bytes + extras.size;
    const char *from = extras.bytes;
    size_t n = sizeof open - 1;
    while ((from = memchr(from, '<', (size_t)(end - from))) &&
           ((size_t)(end - from) < n || memcmp(from, open, n) != 0))
        from++;
    if (!from)
        return true;
    from += n;
    const char *stop = from;
    while (stop < end && *stop != '<')
        stop++;
    if ((size_t)(end - stop) < sizeof close - 1)
        return true;
    article->title_size = (uint32_t)(stop - from);
    return set_string(article, &article->title,
                      (cell){from, article->title_size});
}

static ent_date read_day(cell digits)
{
    int parts[3] = {0};
    static const size_t ends[] = {4, 6, 8};
    for (size_t i = 0, part = 0; i < 8; i++) {
        part += i == ends[part];
        parts[part] = parts[part] * 10 + (digits.bytes[i] - '0');
    }
    return ent_i_date(parts[0], parts[1], parts[2]);
}

static ent_status fill(ent_article *article, const char *line, size_t size,
                       ent_error *error)
{
    row r;
    split(&r, line, size);
    const layout *form = layout_of(&r);
    if (!form)
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected a row of GDELT's knowledge graph, of %d "
                          "cells with a time or of %d with a day, found %s%d "
                          "cells",
                          layouts[0].columns, layouts[1].columns,
                          r.n > COLUMNS_MOST ? "more than " : "",
                          r.n > COLUMNS_MOST ? COLUMNS_MOST : r.n);
    article->date = read_day(r.cells[form->date]);
    article->date_from = article->date == ENT_NO_DATE ? NULL : "field";
    return take_string(article, &article->id, &r, form->id) &&
                   take_string(article, &article->source, &r, form->source) &&
                   take_string(article, &article->url, &r, form->url) &&
                   take_title(article, &r, form->extras) &&
                   take_names(article, &r, form)
               ? ENT_OK
               : ent_i_no_memory(error, "source");
}

/* Ill-formed bytes would end up in names. */
static ent_status fill_decoded(ent_article *article, const char *line,
                               size_t size, ent_error *error)
{
    ent_i_string text = {0};
    if (ent_i_is_utf8(line, size))
        return fill(article, line, size, error);
    ent_status status = ent_i_decode(&text, line, size, NULL, error);
    if (!status)
        status = fill(article, text.items, text.n, error);
    ent_i_vec_free(&text);
    return status;
}

/* ---- rows of a stream ---- */

static ent_status read_row(ent_i_stream *stream, size_t size, ent_article **out,
                           ent_error *error)
{
    const char *line = stream->buffer + stream->start;
    size_t bare = size;
    while (bare && strchr("\r\n", line[bare - 1]) && line[bare - 1])
        bare--;
    stream->articles++;
    ent_status status = ent_i_article_begin(stream, out, error);
    const char *unnamed = status ? NULL : (*out)->id;
    if (!status)
        status = fill_decoded(*out, line, bare, error);
    if (status)
        ent_i_stream_fail(stream, status, error);
    ent_i_stream_skip(stream, size);
    if (!status && (*out)->id == unnamed)
        status = ent_i_article_place(stream, *out, error);
    if (status) {
        ent_article_free(*out);
        *out = NULL;
    }
    return status;
}

ent_status ent_i_read_gkg(ent_i_stream *stream, ent_article **out,
                          ent_error *error)
{
    size_t size;
    ent_status status = ent_i_stream_line(stream, &size, error);
    /* The files of version 1 have a header. */
    static const char header[] = "DATE\t";
    size_t n = sizeof header - 1;
    if (!status && stream->offset == 0 && size > n &&
        memcmp(stream->buffer + stream->start, header, n) == 0) {
        ent_i_stream_skip(stream, size);
        status = ent_i_stream_line(stream, &size, error);
    }
    return status || !size ? status : read_row(stream, size, out, error);
}
