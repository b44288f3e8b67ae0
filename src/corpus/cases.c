#include "corpus/cases.h"

#include <string.h>

/* What courts put between the sides. "vs." is between opponents, too. */
static const char *const marks[] = {" v. ", " v "};

enum { MARKS = sizeof marks / sizeof *marks };

static bool is_capital(char c)
{
    return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xc3;
}

static bool is_in_word(char c)
{
    return (c | 32) >= 'a' ? (c | 32) <= 'z' : (unsigned char)c >= 0x80;
}

/* Where the first mark is; its size. */
static size_t find_mark(const char *text, size_t from, size_t *at)
{
    size_t size = 0;
    for (size_t i = 0; i < MARKS; i++) {
        const char *found = strstr(text + from, marks[i]);
        if (found && (!size || (size_t)(found - text) < *at)) {
            *at = (size_t)(found - text);
            size = strlen(marks[i]);
        }
    }
    return size;
}

bool ent_i_next_case(const char *text, size_t *at, ent_i_side sides[2])
{
    size_t mark, size;
    while ((size = find_mark(text, *at, &mark)) != 0) {
        size_t first = mark, second = mark + size, end = second;
        while (first && is_in_word(text[first - 1]))
            first--;
        while (is_in_word(text[end]))
            end++;
        *at = second;
        sides[0] = (ent_i_side){first, mark - first};
        sides[1] = (ent_i_side){second, end - second};
        if (is_capital(text[first]) && is_capital(text[second]))
            return true;
    }
    return false;
}
