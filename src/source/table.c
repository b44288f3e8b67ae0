/* Tables whose first record names the columns: CSV, TSV, and their like with
 * semicolons or bars. Each further record is an article. */
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "source/decode.h"
#include "source/fields.h"
#include "source/readers.h"
#include "source/records.h"

/* How many records sniffing looks at, and how long the name of a column can
 * be. */
enum { SNIFF_RECORDS = 50, NAME_MOST = 64, NAMES_SHOWN = 12 };

/* So many columns between tabs make a table even without names above, and so
 * many even where the records are uneven. */
enum { TAB_COLUMNS = 4, TAB_COLUMNS_MANY = 16 };

static const char delimiters[] = ",\t;|";

/* What is known of the table once its header is read. */
typedef struct table {
    char delimiter;
    size_t columns;
    size_t column[ENT_I_PARTS];    /* of the part; SIZE_MAX: none */
    const char *name[ENT_I_PARTS]; /* as which that column is known */
    ent_i_cells cells;             /* of the record at hand */
    ent_i_string decoded;          /* the record, where it is not UTF-8 */
} table;

static void free_table(void *kept)
{
    table *t = kept;
    ent_i_vec_free(&t->cells);
    ent_i_vec_free(&t->decoded);
    ent_i_free(t);
}

/* ---- the header ---- */

/* Finds the columns of the parts by their names; of two columns for a part the
 * one whose name comes first in the list counts. Returns how many parts there
 * are. */
static size_t find_columns(table *t, const char *bytes,
                           const ent_i_fields *fields)
{
    size_t best[ENT_I_PARTS], rank, n = 0;
    for (int part = 0; part < ENT_I_PARTS; part++) {
        t->column[part] = best[part] = SIZE_MAX;
        t->name[part] = NULL;
    }
    for (size_t i = 0; i < t->cells.n; i++) {
        const ent_i_cell *cell = &t->cells.items[i];
        ent_i_part part = ent_i_field_of(fields, bytes + cell->start,
                                         cell->end - cell->start, &rank);
        if (part == ENT_I_PARTS || rank >= best[part])
            continue;
        n += t->column[part] == SIZE_MAX;
        t->column[part] = i;
        best[part] = rank;
        t->name[part] = ent_i_field_name(fields, part, rank);
    }
    t->columns = t->cells.n;
    return n;
}

/* Something to find people in: a text, or names. */
static bool has_content(const table *t)
{
    return t->column[ENT_I_PART_TEXT] != SIZE_MAX ||
           t->column[ENT_I_PART_PERSONS] != SIZE_MAX ||
           t->column[ENT_I_PART_ORGANISATIONS] != SIZE_MAX;
}

/* Reads the header with the delimiter that makes most of it: known names count
 * more than mere cells. *used is 0 when there is no header. */
static ent_i_record read_header(table *t, const char *bytes, size_t size,
                                bool ended, const ent_i_fields *fields,
                                size_t *used)
{
    size_t most = 0;
    ent_i_record result = ENT_I_RECORD;
    *used = 0;
    t->delimiter = ',';
    for (const char *d = delimiters; *d; d++) {
        size_t n;
        result = ent_i_record_scan(&t->cells, *d, bytes, size, ended, &n);
        if (result == ENT_I_RECORD_NO_ROOM)
            return result;
        if (result)
            continue;
        size_t score = t->cells.n + 1000 * find_columns(t, bytes, fields);
        if (score > most) {
            most = score;
            t->delimiter = *d;
        }
    }
    result =
        ent_i_record_scan(&t->cells, t->delimiter, bytes, size, ended, used);
    if (!result)
        find_columns(t, bytes, fields);
    return result;
}

/* ---- recognising ---- */

/* A name, not a stretch of prose. */
static bool is_column_name(const char *bytes, const ent_i_cell *cell)
{
    size_t n = cell->end - cell->start;
    const char *name = bytes + cell->start;
    return n == 0 ||
           (n <= NAME_MOST && *name != ' ' && !strchr(".!?:", name[n - 1]) &&
            !memchr(name, '\n', n) && !memchr(name, '\0', n));
}

static bool is_header(const table *t, const char *bytes)
{
    for (size_t i = 0; i < t->cells.n; i++)
        if (!is_column_name(bytes, &t->cells.items[i]))
            return false;
    return t->cells.n > 1;
}

/* Whether the records have as many cells as the header, which *n counts, or one
 * as empty lines have. The last may be cut off. */
static bool is_even(table *t, const char *bytes, size_t size, size_t *n)
{
    size_t used;
    *n = 0;
    for (size_t i = 0; i < SNIFF_RECORDS && size; i++) {
        ent_i_record result = ent_i_record_scan(&t->cells, t->delimiter, bytes,
                                                size, false, &used);
        if (result)
            return result == ENT_I_RECORD_CUT;
        if (t->cells.n != t->columns && t->cells.n != 1)
            return false;
        *n += t->cells.n == t->columns;
        bytes += used;
        size -= used;
    }
    return true;
}

/* Whether no prose has as many cells in each record. */
static bool is_grid(table *t, const char *bytes, size_t size, size_t used)
{
    bool tabs = t->delimiter == '\t' && t->columns >= TAB_COLUMNS;
    bool named = is_header(t, bytes);
    size_t records;
    if (tabs && t->columns >= TAB_COLUMNS_MANY)
        return true;
    return (named || tabs) && is_even(t, bytes + used, size - used, &records) &&
           records;
}

/* A header with the usual names makes a table, even though some of its records
 * may be broken; other names only where every record has as many cells. */
bool ent_i_sniff_table(const char *bytes, size_t size)
{
    table t = {.columns = 0};
    size_t used;
    bool found = !read_header(&t, bytes, size, false, NULL, &used);
    if (found && !(has_content(&t) && is_header(&t, bytes)))
        found = is_grid(&t, bytes, size, used);
    ent_i_vec_free(&t.cells);
    return found;
}

/* ---- reading ---- */

/* Reads until the whole record is there. */
static ent_status need_record(ent_i_stream *stream, table *t, size_t *used,
                              ent_i_record *result, ent_error *error)
{
    for (;;) {
        size_t size = stream->end - stream->start;
        *result = ent_i_record_scan(&t->cells, t->delimiter,
                                    stream->buffer + stream->start, size,
                                    stream->ended, used);
        if (*result == ENT_I_RECORD_NO_ROOM)
            return ent_i_no_memory(error, "source");
        if (*result != ENT_I_RECORD_CUT)
            return ENT_OK;
        /* Twice as much each time, since the search begins anew. */
        ent_status status = ent_i_stream_need(stream, 2 * size + 1, error);
        if (status)
            return status;
    }
}

/* "id", "name" and so on, the first few. */
static void list_names(const table *t, const char *bytes, char *out,
                       size_t room)
{
    size_t used = 0;
    *out = '\0';
    for (size_t i = 0; i < t->cells.n && i < NAMES_SHOWN && used < room; i++) {
        const ent_i_cell *cell = &t->cells.items[i];
        size_t n = cell->end - cell->start;
        used += (size_t)snprintf(out + used, room - used, "%s\"%.*s\"",
                                 i ? ", " : "", n < 24 ? (int)n : 24,
                                 bytes + cell->start);
    }
}

static ent_status refuse_header(const ent_i_stream *stream, const table *t,
                                ent_error *error)
{
    char names[240];
    list_names(t, stream->buffer + stream->start, names, sizeof names);
    ent_i_fail(error, ENT_ERR_FORMAT, "source",
               "expected a table with a column of texts named \"text\", "
               "\"content\", \"body\" or the like (--field text=COLUMN gives "
               "another name), found the columns %s",
               names);
    return ent_i_stream_fail(stream, ENT_ERR_FORMAT, error);
}

static ent_status refuse_quote(ent_i_stream *stream, ent_error *error)
{
    ent_i_fail(error, ENT_ERR_FORMAT, "source",
               "expected a cell to end after its closing quote");
    ent_i_stream_fail(stream, ENT_ERR_FORMAT, error);
    /* The next line is likely to be a record of its own. */
    return ent_i_stream_skip_line(stream, NULL) == ENT_ERR_MEMORY
               ? ent_i_no_memory(error, "source")
               : ENT_ERR_FORMAT;
}

/* Without a header that can be used, nothing in the table can be. */
static ent_status start_table(ent_i_stream *stream, ent_error *error)
{
    table *t = ent_i_calloc(1, sizeof *t);
    size_t used = 0;
    ent_i_record result;
    if (!t)
        return ent_i_no_memory(error, "source");
    stream->kept = t;
    stream->free_kept = free_table;
    t->delimiter = ',';
    ent_status status = need_record(stream, t, &used, &result, error);
    if (!status && !result)
        result = read_header(t, stream->buffer + stream->start,
                             stream->end - stream->start, stream->ended,
                             stream->fields, &used);
    if (!status && result == ENT_I_RECORD_NO_ROOM)
        status = ent_i_no_memory(error, "source");
    if (!status && (result || !has_content(t)))
        status = result ? refuse_quote(stream, error)
                        : refuse_header(stream, t, error);
    if (status)
        ent_i_stream_abandon(stream);
    else
        ent_i_stream_skip(stream, used);
    return status;
}

/* The record as UTF-8: *bytes may move to the table's own copy, where its cells
 * are found anew. */
static ent_status decode(table *t, const char **bytes, size_t size,
                         ent_error *error)
{
    size_t used;
    if (ent_i_is_utf8(*bytes, size))
        return ENT_OK;
    t->decoded.n = 0;
    ent_status status = ent_i_decode(&t->decoded, *bytes, size, NULL, error);
    if (status)
        return status;
    *bytes = t->decoded.items;
    return ent_i_record_scan(&t->cells, t->delimiter, *bytes, t->decoded.n,
                             true, &used) == ENT_I_RECORD_NO_ROOM
               ? ent_i_no_memory(error, "source")
               : ENT_OK;
}

/* Cells of nothing are left out, but for those with what is to be read. */
static bool may_be_empty(ent_i_part part)
{
    return part == ENT_I_PART_TEXT || part >= ENT_I_PART_PERSONS;
}

static bool set_part(json_t *object, const table *t, const char *bytes,
                     ent_i_part part)
{
    size_t column = t->column[part];
    ent_i_string value = {0};
    if (column >= t->cells.n)
        return true;
    const ent_i_cell *cell = &t->cells.items[column];
    if (cell->start == cell->end && !may_be_empty(part))
        return true;
    bool fine = ent_i_cell_add(&value, bytes, cell) &&
                json_object_set_new_nocheck(
                    object, ent_i_part_name(part),
                    json_stringn_nocheck(value.items, value.n)) == 0;
    ent_i_vec_free(&value);
    return fine;
}

/* Where title and text were found. */
static bool tell_columns(ent_article *article, const table *t)
{
    const char *title = t->name[ENT_I_PART_TITLE];
    const char *text = t->name[ENT_I_PART_TEXT];
    if (article->title_from && title)
        article->title_from = ent_i_arena_strdup(&article->arena, title);
    if (article->text_from && text)
        article->text_from = ent_i_arena_strdup(&article->arena, text);
    return (!title || article->title_from || !article->title_size) &&
           (!text || article->text_from || article->names_only);
}

/* As an object with entente's own names, so that a table gives the same
 * articles as JSON does. */
static ent_status fill(ent_article *article, table *t, const char *bytes,
                       ent_error *error)
{
    if (t->cells.n != t->columns)
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected %zu cells as in the header, found %zu",
                          t->columns, t->cells.n);
    json_t *object = json_object();
    bool fine = object != NULL;
    for (int part = 0; fine && part < ENT_I_PARTS; part++)
        fine = set_part(object, t, bytes, (ent_i_part)part);
    ent_status status =
        fine ? ent_i_article_from_json(article, object, NULL, error)
             : ent_i_no_memory(error, "source");
    json_decref(object);
    if (!status && !tell_columns(article, t))
        status = ent_i_no_memory(error, "source");
    return status;
}

static ent_status read_record(ent_i_stream *stream, table *t, size_t size,
                              ent_article **out, ent_error *error)
{
    const char *bytes = stream->buffer + stream->start;
    ent_status status = ent_i_article_begin(stream, out, error);
    const char *unnamed = status ? NULL : (*out)->id;
    if (!status)
        status = decode(t, &bytes, size, error);
    if (!status)
        status = fill(*out, t, bytes, error);
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

/* Goes past blank lines, but not past blanks, which may be cells. */
static ent_status skip_lines(ent_i_stream *stream, bool *more, ent_error *error)
{
    ent_status status = ENT_OK;
    do {
        size_t n = 0, size = stream->end - stream->start;
        while (n < size && strchr("\r\n", stream->buffer[stream->start + n]) &&
               stream->buffer[stream->start + n])
            n++;
        if (n)
            ent_i_stream_skip(stream, n);
        *more = stream->start < stream->end;
        if (!*more && !stream->ended)
            status = ent_i_stream_fill(stream, error);
    } while (!status && !*more && !stream->ended);
    *more = stream->start < stream->end;
    return status;
}

/* A record that is too long is passed over up to its first line end. */
static ent_status skip_long(ent_i_stream *stream, ent_status status,
                            ent_error *error)
{
    return status == ENT_ERR_LIMIT &&
                   ent_i_stream_skip_line(stream, NULL) == ENT_ERR_MEMORY
               ? ent_i_no_memory(error, "source")
               : status;
}

ent_status ent_i_read_table(ent_i_stream *stream, ent_article **out,
                            ent_error *error)
{
    ent_i_record result;
    size_t used;
    bool more;
    ent_status status = stream->kept ? ENT_OK : start_table(stream, error);
    if (!status)
        status = skip_lines(stream, &more, error);
    if (status || !more)
        return status;
    table *t = stream->kept;
    stream->articles++;
    status = need_record(stream, t, &used, &result, error);
    if (status)
        return skip_long(stream, status, error);
    return result ? refuse_quote(stream, error)
                  : read_record(stream, t, used, out, error);
}
