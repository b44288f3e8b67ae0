/* One pass over the bytes of a record. */
#include "source/records.h"

#include <string.h>

typedef struct scanner {
    const char *bytes;
    size_t size;
    size_t at;
    char delimiter;
    bool ended;
} scanner;

static bool at_end(const scanner *s) { return s->at == s->size; }

/* Whether a cell may end here: at a delimiter, a line end or the very end. */
static bool ends_cell(const scanner *s)
{
    return at_end(s) ? s->ended
                     : s->bytes[s->at] == s->delimiter ||
                           s->bytes[s->at] == '\n' || s->bytes[s->at] == '\r';
}

/* Whether the quote before the scanner is part of the cell by the backslash
 * before it: some programs write \" for a quote. Where the cell may end as well
 * ("C:\"), an earlier quote in it that can't be its end tells. */
static bool is_escaped(const scanner *s, const ent_i_cell *cell)
{
    size_t quote = s->at - 1, from = quote;
    while (from > cell->start && s->bytes[from - 1] == '\\')
        from--;
    return (quote - from) % 2 &&
           (cell->escaped ||
            !(at_end(s) || ends_cell(s) || s->bytes[s->at] == '"'));
}

/* The scanner stands behind the opening quote. */
static ent_i_record scan_quoted(scanner *s, ent_i_cell *cell)
{
    *cell = (ent_i_cell){.start = s->at};
    for (;;) {
        const char *quote =
            at_end(s) ? NULL : memchr(s->bytes + s->at, '"', s->size - s->at);
        if (!quote)
            return s->ended ? ENT_I_RECORD_QUOTE : ENT_I_RECORD_CUT;
        s->at = (size_t)(quote - s->bytes) + 1;
        cell->end = s->at - 1;
        if (is_escaped(s, cell)) {
            cell->escaped = true;
            continue;
        }
        if (at_end(s) || s->bytes[s->at] != '"')
            break;
        s->at++;
        cell->doubled = true;
    }
    while (!at_end(s) && s->bytes[s->at] == ' ' && s->delimiter != ' ')
        s->at++;
    if (at_end(s) && !s->ended)
        return ENT_I_RECORD_CUT;
    return ends_cell(s) ? ENT_I_RECORD : ENT_I_RECORD_QUOTE;
}

static ent_i_record scan_plain(scanner *s, ent_i_cell *cell)
{
    *cell = (ent_i_cell){.start = s->at};
    while (!at_end(s) && !ends_cell(s))
        s->at++;
    cell->end = s->at;
    return at_end(s) && !s->ended ? ENT_I_RECORD_CUT : ENT_I_RECORD;
}

static ent_i_record scan_cell(scanner *s, ent_i_cell *cell)
{
    size_t start = s->at;
    if (at_end(s) || s->bytes[start] != '"')
        return scan_plain(s, cell);
    s->at++;
    ent_i_record result = scan_quoted(s, cell);
    if (result != ENT_I_RECORD_QUOTE || s->delimiter != '\t')
        return result;
    s->at = start;
    return scan_plain(s, cell);
}

/* Goes past the line end; false when its second half may still come. */
static bool skip_line_end(scanner *s)
{
    if (at_end(s))
        return true;
    if (s->bytes[s->at++] == '\n')
        return true;
    if (at_end(s))
        return s->ended;
    s->at += s->bytes[s->at] == '\n';
    return true;
}

ent_i_record ent_i_record_scan(ent_i_cells *out, char delimiter,
                               const char *bytes, size_t size, bool ended,
                               size_t *used)
{
    scanner s = {bytes, size, 0, delimiter, ended};
    ent_i_record result;
    out->n = 0;
    for (;;) {
        ent_i_cell cell;
        result = scan_cell(&s, &cell);
        *used = s.at;
        if (result)
            return result;
        if (!ent_i_vec_push(out, cell))
            return ENT_I_RECORD_NO_ROOM;
        if (at_end(&s) || bytes[s.at] != delimiter)
            break;
        s.at++;
    }
    if (!skip_line_end(&s))
        return ENT_I_RECORD_CUT;
    *used = s.at;
    return ENT_I_RECORD;
}

bool ent_i_cell_add(ent_i_string *out, const char *bytes,
                    const ent_i_cell *cell)
{
    size_t at = cell->start;
    bool fine = true;
    while (fine && (cell->doubled || cell->escaped) && at < cell->end) {
        const char *quote = memchr(bytes + at, '"', cell->end - at);
        if (!quote)
            break;
        size_t n = (size_t)(quote - (bytes + at));
        bool escaped = cell->escaped && n && quote[-1] == '\\';
        fine = ent_i_string_add(out, bytes + at, n - escaped) &&
               ent_i_string_add(out, "\"", 1);
        at += n + (escaped ? 1 : 2);
    }
    return fine && ent_i_string_add(out, bytes + at, cell->end - at);
}
