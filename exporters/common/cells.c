#include "common/cells.h"

#include <string.h>

/* The next character to be written, n bytes long; at the end of the text, n is
 * 0. Skips control characters and invalid UTF-8, which are dirt from the
 * article. */
static const char *plain(const char *text, size_t *n)
{
    while (*text && !ent_i_is_plain(text, *n = ent_i_utf8_length(text)))
        text += *n ? *n : 1;
    if (!*text)
        *n = 0;
    return text;
}

/* A spreadsheet takes a cell that begins like this for a formula and runs it
 * (CWE-1236). */
static bool is_formula(const char *text)
{
    size_t n;
    text = plain(text, &n);
    return n && strchr("=+-@\t\r", *text) != NULL;
}

static bool is_word(const char *text, const char *word)
{
    size_t n;
    text = plain(text, &n);
    while (n == 1 && *text == *word) {
        text = plain(text + 1, &n);
        word++;
    }
    return n == 0 && !*word;
}

/* pandas and R read these as missing values, even in quotes (pandas,
 * _libs/parsers.pyx, STR_NA_VALUES). */
static bool is_missing(const char *text)
{
    static const char *const words[] = {
        "#N/A", "#N/A N/A", "#NA",    "-1.#IND", "-1.#QNAN", "-NaN",
        "-nan", "<NA>",     "1.#IND", "N/A",     "1.#QNAN",  "NA",
        "NULL", "NaN",      "None",   "n/a",     "null",     "nan"};
    size_t n;
    if (!strchr("#-<1Nn", *plain(text, &n)))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(text, words[i]))
            return true;
    return false;
}

/* An apostrophe in front turns either into text. */
static void put_guard(ent_i_cells *c, bool wanted)
{
    ent_i_puts(c->w, c->guard && wanted ? "'" : "");
}

/* What stands for a character that can't be written as it is; or NULL.
 * `array` is what separates lists, within one. */
static const char *instead(const ent_i_cells *c, char letter, char array)
{
    if (letter == '"')
        return "\"\"";
    if (c->one_line && letter && strchr("\t\n\r", letter))
        return " ";
    return letter && letter == array ? "," : NULL;
}

/* Writes runs that need no change in one go, since tables of ties are long. */
static void put_text(ent_i_cells *c, const char *text, char array)
{
    while (*text) {
        size_t run = 0, n = 1;
        while (text[run] && !instead(c, text[run], array) &&
               ent_i_is_plain(text + run, n = ent_i_utf8_length(text + run)))
            run += n;
        ent_i_put(c->w, text, run);
        text += run;
        const char *other = instead(c, *text, array);
        ent_i_puts(c->w, other ? other : "");
        if (*text)
            text += other || n == 0 ? 1 : n;
    }
}

/* A leading blank is quoted too, since importers trim unquoted ones. */
void ent_i_put_cell(ent_i_cells *c, const char *text)
{
    char marks[] = {'"', '\n', '\r', '\'', c->delimiter, '\0'};
    size_t n;
    bool quoted = strpbrk(text, marks) != NULL || *plain(text, &n) == ' ';
    ent_i_puts(c->w, quoted ? "\"" : "");
    put_guard(c, is_formula(text) || is_missing(text));
    put_text(c, text, 0);
    ent_i_puts(c->w, quoted ? "\"" : "");
}

void ent_i_put_gap(ent_i_cells *c) { ent_i_put(c->w, &c->delimiter, 1); }

/* Always in quotes: what separates may be the delimiter. The cell begins as its
 * first text does. */
static void put_list(ent_i_cells *c, const ent_value *value)
{
    ent_i_puts(c->w, "\"");
    put_guard(c, value->count &&
                     (is_formula(value->list[0]) ||
                      (value->count == 1 && is_missing(value->list[0]))));
    for (size_t i = 0; i < value->count; i++) {
        if (i && c->array)
            ent_i_put(c->w, &c->array, 1);
        else if (i)
            ent_i_puts(c->w, "; ");
        put_text(c, value->list[i], c->array);
    }
    ent_i_puts(c->w, "\"");
}

void ent_i_put_cell_value(ent_i_cells *c, ent_value_type type,
                          const ent_value *value)
{
    if (type == ENT_STRING || type == ENT_DATE)
        ent_i_put_cell(c, value->string);
    else if (type == ENT_STRING_LIST)
        put_list(c, value);
    else
        ent_i_put_value(c->w, type, value, ent_i_puts);
}

void ent_i_put_row(ent_i_cells *c, const char *const *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i)
            ent_i_put_gap(c);
        ent_i_put_cell(c, cells[i]);
    }
}
