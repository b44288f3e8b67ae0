#include "source/letter.h"

#include <string.h>

typedef struct line {
    const char *at;
    size_t size;
} line;

typedef ENT_I_VEC(line) line_list;

/* Without line ends, and without blanks before them unless they mean
 * something. */
static bool split(const char *text, size_t size, bool flowed, line_list *out)
{
    const char *end = text + size;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        line made = {text, (size_t)((stop ? stop : end) - text)};
        text = stop ? stop + 1 : end;
        while (made.size &&
               strchr(flowed ? "\r" : " \t\r", made.at[made.size - 1]))
            made.size--;
        if (!ent_i_vec_push(out, made))
            return false;
    }
    return true;
}

static bool is_quoted(const line *l) { return l->size && l->at[0] == '>'; }

/* "Roe <roe@example.org> wrote:", in any language: the last lines before what
 * is quoted, ending with a colon. Returns how many lines before i it has. */
static size_t announcement(const line_list *lines, size_t i)
{
    enum { MOST = 3 };
    const line *all = lines->items;
    size_t at = i;
    while (at && all[at - 1].at && !all[at - 1].size)
        at--;
    if (!at || !all[at - 1].at || all[at - 1].at[all[at - 1].size - 1] != ':')
        return 0;
    size_t from = at;
    while (from && at - from < MOST && all[from - 1].at && all[from - 1].size)
        from--;
    /* A paragraph that happens to end so is longer. */
    return from && all[from - 1].at && all[from - 1].size ? 0 : i - from;
}

/* "-----Original Message-----", whatever its words, before header lines. */
static bool is_divider(const line_list *lines, size_t i)
{
    enum { DASHES = 5 };
    const line *l = &lines->items[i];
    const line *next = i + 1 < lines->n ? l + 1 : NULL;
    while (next && !next->size && next + 1 < lines->items + lines->n)
        next++;
    return l->size > 2 * DASHES && memcmp(l->at, "-----", DASHES) == 0 &&
           memcmp(l->at + l->size - DASHES, "-----", DASHES) == 0 &&
           l->size != strspn(l->at, "-") && next &&
           memchr(next->at, ':', next->size);
}

/* Marks what is not the author's by an empty `at`. Returns where the letter
 * ends. */
static size_t mark(line_list *lines)
{
    bool own = false;
    for (size_t i = 0; i < lines->n; i++) {
        line *l = &lines->items[i];
        /* "-- ", or without its blank. */
        if (l->size >= 2 && l->size <= 3 && memcmp(l->at, "-- ", l->size) == 0)
            return i;
        /* Somebody who adds nothing sends the other message on. */
        if (is_divider(lines, i)) {
            if (own)
                return i;
            while (i < lines->n && lines->items[i].size)
                lines->items[i++].at = NULL;
            continue;
        }
        if (is_quoted(l)) {
            size_t above =
                i && lines->items[i - 1].at ? announcement(lines, i) : 0;
            for (size_t k = i - above; k <= i; k++)
                lines->items[k].at = NULL;
        }
        own = own || (l->at && l->size);
    }
    return lines->n;
}

static bool add_line(ent_i_string *out, const line *l, bool flowed)
{
    size_t size = l->size;
    bool more = flowed && size && l->at[size - 1] == ' ';
    size_t from = flowed && size && l->at[0] == ' ';
    return ent_i_string_add(out, l->at + from, size - from) &&
           (more || ent_i_string_add(out, "\n", 1));
}

bool ent_i_letter_add(ent_i_string *out, const char *text, size_t size,
                      bool flowed, bool *whole)
{
    line_list lines = {0};
    bool fine = split(text, size, flowed, &lines);
    size_t end = fine ? mark(&lines) : 0;
    *whole = end == lines.n;
    for (size_t i = 0; i < end && fine; i++) {
        if (lines.items[i].at)
            fine = add_line(out, &lines.items[i], flowed);
        else
            *whole = false;
    }
    ent_i_vec_free(&lines);
    return fine;
}
