/* Words that go on in the next line. */
#include <string.h>

#include "lexicon/lexicon.h"
#include "source/pages.h"

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || is_capital(c) || (c & 0x80);
}

/* Bytes before and behind a word that are searched for it. */
enum { REACH = 1 << 16 };

/* Whether "co-operate", parted as "co-" and "operate", stands elsewhere with
 * its hyphen, not far away. */
static bool is_known_compound(const ent_i_pages *pages,
                              const ent_i_page_line *a,
                              const ent_i_page_line *b)
{
    const char *text = pages->text.items;
    size_t half = a->start + a->size, tail = b->start;
    size_t n = 0, m = 0;
    while (n < a->size - 1 && is_letter(text[half - 2 - n]))
        n++;
    while (m < b->size && is_letter(text[tail + m]))
        m++;
    size_t from = half > REACH ? half - REACH : 0;
    size_t end = pages->text.n - tail > REACH ? tail + REACH : pages->text.n;
    for (size_t i = from; i + n + 1 + m <= end; i++)
        if (memcmp(text + i, text + half - 1 - n, n + 1) == 0 &&
            memcmp(text + i + n + 1, text + tail, m) == 0 && i != half - 1 - n)
            return true;
    return false;
}

/* "Ma Ying-jeou": names that follow their family name are written so. */
static bool is_given_behind(const ent_i_pages *pages, const ent_i_page_line *a)
{
    const char *text = ent_i_page_text(pages, a);
    size_t end = a->size - 1;
    while (end && is_letter(text[end - 1]))
        end--;
    if (!end || text[end - 1] != ' ' || !is_capital(text[end]))
        return false;
    size_t from = --end;
    while (from && is_letter(text[from - 1]))
        from--;
    return ent_i_lexeme_of(ent_i_lexicon_default(), text + from, end - from)
               ->name &
           ENT_I_NAME_FAMILY;
}

size_t ent_i_pages_join(const ent_i_pages *pages, const ent_i_page_line *a,
                        const ent_i_page_line *b, bool *joined)
{
    const char *text = ent_i_page_text(pages, a);
    static const char soft[] = "\xC2\xAD";
    *joined = false;
    if (a->size > 2 && memcmp(text + a->size - 2, soft, 2) == 0) {
        *joined = true;
        return a->size - 2;
    }
    if (a->size < 2 || text[a->size - 1] != '-' ||
        !is_letter(text[a->size - 2]))
        return a->size;
    *joined = true;
    /* "Saint-" and "Denis" keep theirs. */
    char next = *ent_i_page_text(pages, b);
    return next >= 'a' && next <= 'z' && !is_known_compound(pages, a, b) &&
                   !is_given_behind(pages, a)
               ? a->size - 1
               : a->size;
}
