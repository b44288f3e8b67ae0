#include "corpus/places.h"

#include <string.h>

static size_t skip_blanks(const char *text, size_t i)
{
    return i + strspn(text + i, " \t\r\n");
}

/* One past the string that begins at i. An escaped quotation mark does not end
 * it. */
static size_t skip_string(const char *text, size_t i)
{
    for (i++; text[i] && text[i] != '"'; i++)
        if (text[i] == '\\' && text[i + 1])
            i++;
    return text[i] ? i + 1 : i;
}

/* One past the value that begins at i, including its brackets. */
static size_t skip_value(const char *text, size_t i)
{
    size_t depth = 0;
    do {
        if (text[i] == '"') {
            i = skip_string(text, i);
            continue;
        }
        depth += text[i] == '{' || text[i] == '[';
        depth -= depth && (text[i] == '}' || text[i] == ']');
        i += text[i] != '\0';
    } while (text[i] && (depth || !strchr(",:]} \t\r\n", text[i])));
    return i;
}

size_t ent_i_place_of_root(const char *text) { return skip_blanks(text, 0); }

size_t ent_i_place_of_value(const char *text, size_t at)
{
    size_t i = skip_blanks(text, skip_value(text, at));
    return skip_blanks(text, i + (text[i] == ':'));
}

size_t ent_i_place_of_child(const char *text, size_t at, size_t index)
{
    size_t i = skip_blanks(text, at + (text[at] != '\0'));
    for (; index && text[i]; index--) {
        i = skip_blanks(text, skip_value(text, i));
        if (text[i] == ':')
            i = skip_blanks(text, skip_value(text, skip_blanks(text, i + 1)));
        i = skip_blanks(text, i + (text[i] == ','));
    }
    return i;
}
