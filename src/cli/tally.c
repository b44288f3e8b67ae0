/* A broken archive may have the same fault many thousands of times: nobody
 * reads that, and it would bury other messages. */
#include "tally.h"

#include <stdio.h>
#include <string.h>

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* "mention 17: expected" and "mention 3: expected" are the same kind. */
static void kind_of(const ent_error *error, char *text, size_t size)
{
    size_t n = (size_t)snprintf(text, size, "%s: ", error->stage);
    for (const char *from = error->message; *from && n + 1 < size; from++) {
        if (is_digit(*from) && n && text[n - 1] == '#')
            continue;
        text[n++] = *from;
        if (is_digit(*from))
            text[n - 1] = '#';
    }
    text[n] = '\0';
}

static cli_tally_kind *find_kind(cli_tally *tally, const char *text)
{
    for (size_t i = 0; i < tally->n; i++)
        if (strcmp(tally->kinds[i].text, text) == 0)
            return &tally->kinds[i];
    if (tally->n < CLI_TALLY_KINDS)
        snprintf(tally->kinds[tally->n++].text, sizeof tally->kinds->text, "%s",
                 text);
    return &tally->kinds[tally->n - 1];
}

void cli_tally_add(cli_tally *tally, const ent_error *error)
{
    char text[sizeof tally->kinds->text];
    kind_of(error, text, sizeof text);
    cli_tally_kind *kind = find_kind(tally, text);
    kind->n++;
    snprintf(kind->last, sizeof kind->last, "%s", error->message);
    if (cli_tally_shows(kind->n))
        cli_library_error(error);
}

char *cli_with_commas(size_t n, char *out)
{
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%zu", n);
    size_t used = 0;
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            out[used++] = ',';
        out[used++] = digits[i];
    }
    out[used] = '\0';
    return out;
}

void cli_tally_rest(size_t n, const char *what)
{
    char number[32];
    if (!cli_tally_shows(n))
        cli_error("and %s %s", cli_with_commas(n - CLI_TALLY_SHOWN, number),
                  what);
}

void cli_tally_end(const cli_tally *tally)
{
    for (size_t i = 0; i < tally->n; i++) {
        char what[sizeof tally->kinds->last + 32];
        snprintf(what, sizeof what, "more like it: %s", tally->kinds[i].last);
        cli_tally_rest(tally->kinds[i].n, what);
    }
}
