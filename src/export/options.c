#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/error.h"
#include "export/export.h"

#define STAGE "export"

/* Uses the plug-in's own size of the struct, which is larger than ours when the
 * plug-in is newer, and smaller when it is older. */
ent_exporter_option ent_i_option_at(const ent_exporter *exporter, uint32_t i)
{
    ent_exporter_option option = {.name = NULL};
    size_t size = exporter->option_size;
    const char *theirs = (const char *)exporter->options + (size_t)i * size;
    memcpy(&option, theirs, size < sizeof option ? size : sizeof option);
    return option;
}

/* Up to 18 digits always fit into 64 bits, so exporters need not check for
 * overflow. */
static bool is_integer(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && digits < 19 && text[digits] == '\0';
}

/* Written by hand because strtod follows the locale. */
static bool is_real(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, "0123456789"), part = 0;
    text += whole;
    if (*text == '.') {
        part = strspn(++text, "0123456789");
        text += part;
    }
    if (whole + part == 0)
        return false;
    return *text == '\0' || (*text == 'e' && is_integer(text + 1));
}

/* The value of a text that is_real accepts; by hand for the same reason.
 * Decimals are divided by an exact power of ten, so that 0.1 is the double
 * closest to 0.1. */
static double real(const char *text)
{
    double value = 0, sign = *text == '-' ? -1 : 1;
    long exponent = 0;
    bool part = false;
    for (text += *text == '-' || *text == '+'; *text && *text != 'e'; text++) {
        part = part || *text == '.';
        if (*text == '.')
            continue;
        value = value * 10 + (*text - '0');
        exponent -= part;
    }
    if (*text == 'e')
        exponent += strtol(text + 1, NULL, 10);
    return sign * (exponent < 0 ? value / pow(10, (double)-exponent)
                                : value * pow(10, (double)exponent));
}

static bool in_range(const ent_exporter_option *option, const char *text)
{
    return (!option->least || real(text) >= real(option->least)) &&
           (!option->most || real(text) <= real(option->most));
}

/* "true" or "false" for the words that people use, or NULL. */
static const char *boolean(const char *text)
{
    static const char *const words[][2] = {
        {"true", "false"}, {"yes", "no"}, {"on", "off"}, {"1", "0"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t k = 0; k < 2; k++)
            if (strcmp(text, words[i][k]) == 0)
                return words[0][k];
    return NULL;
}

/* Takes the next choice from `choices` ("a|b") and moves *choices on; false at
 * the end. Splits while reading: plug-ins own the text, and this way nothing
 * needs freeing. */
static bool next_choice(const char **choices, const char **choice, size_t *n)
{
    if (!*choices || !**choices)
        return false;
    *choice = *choices;
    *n = strcspn(*choices, "|");
    *choices += *n + ((*choices)[*n] == '|');
    return true;
}

/* Choices must match exactly: they are few, and messages show them. */
static bool is_choice(const char *choices, const char *text)
{
    const char *choice;
    size_t n;
    while (next_choice(&choices, &choice, &n))
        if (n == strlen(text) && memcmp(choice, text, n) == 0)
            return true;
    return false;
}

/* A type that options can't have fits nothing, not even the option's own
 * default, so the plug-in is refused when it is loaded. */
bool ent_i_option_fits(const ent_exporter_option *option, const char *text)
{
    if (option->choices)
        return is_choice(option->choices, text);
    switch (option->type) {
    case ENT_INTEGER:
        return is_integer(text) && in_range(option, text);
    case ENT_REAL:
        return is_real(text) && in_range(option, text);
    case ENT_BOOLEAN:
        return boolean(text) != NULL;
    case ENT_STRING:
        return true;
    default:
        return false;
    }
}

static ent_status unknown_option(const ent_exporter *exporter,
                                 const char *option, size_t size,
                                 ent_error *error)
{
    char names[256] = "";
    size_t used = 0;
    for (uint32_t i = 0; i < exporter->option_count; i++) {
        int n = snprintf(names + used, sizeof names - used, "%s%s",
                         i ? ", " : "", ent_i_option_at(exporter, i).name);
        if (n < 0 || (size_t)n >= sizeof names - used)
            break;
        used += (size_t)n;
    }
    return ent_i_fail(error, ENT_ERR_ARGUMENT, STAGE,
                      "exporter '%s' has no option '%.*s'; it has: %s",
                      exporter->name, (int)(size < 100 ? size : 100), option,
                      *names ? names : "none");
}

/* "from 10 to 1200", "of at least 0", or nothing. */
static void range_text(const ent_exporter_option *option, char *out,
                       size_t size)
{
    if (option->least && option->most)
        snprintf(out, size, " from %s to %s", option->least, option->most);
    else if (option->least)
        snprintf(out, size, " of at least %s", option->least);
    else if (option->most)
        snprintf(out, size, " of at most %s", option->most);
}

/* The message lists the choices if there are any, otherwise type and range. */
static ent_status wrong_value(const ent_exporter *exporter,
                              const ent_exporter_option *option,
                              const char *text, ent_error *error)
{
    static const char *const expected[] = {[ENT_STRING] = "a text",
                                           [ENT_INTEGER] = "a whole number",
                                           [ENT_REAL] = "a number",
                                           [ENT_BOOLEAN] = "true or false"};
    char range[96] = "";
    if (!option->choices)
        range_text(option, range, sizeof range);
    return ent_i_fail(error, ENT_ERR_ARGUMENT, STAGE,
                      "option '%s' of exporter '%s': expected %s%s, found '%s'",
                      option->name, exporter->name,
                      option->choices ? option->choices
                                      : expected[option->type],
                      range, text);
}

/* The last of several values counts, as for the program's own options. Values
 * are borrowed from the caller; only booleans are brought to one spelling. */
static ent_status take(const ent_exporter *exporter, const char *given,
                       const char **values, ent_error *error)
{
    const char *equals = strchr(given, '=');
    if (!equals)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, STAGE,
                          "expected an exporter's option as NAME=VALUE, "
                          "found '%s'",
                          given);
    size_t n = (size_t)(equals - given);
    for (uint32_t i = 0; i < exporter->option_count; i++) {
        ent_exporter_option option = ent_i_option_at(exporter, i);
        if (strlen(option.name) != n || memcmp(option.name, given, n) != 0)
            continue;
        if (!ent_i_option_fits(&option, equals + 1))
            return wrong_value(exporter, &option, equals + 1, error);
        values[i] =
            option.type == ENT_BOOLEAN ? boolean(equals + 1) : equals + 1;
        return ENT_OK;
    }
    return unknown_option(exporter, given, n, error);
}

/* Finds the choice that the first `size` bytes of the path end in. A choice
 * has no slash, so a folder's name does not count. */
static size_t choice_in_path(const char *choices, const char *path, size_t size,
                             const char **out)
{
    const char *choice;
    size_t n;
    while (next_choice(&choices, &choice, &n))
        if (n <= size && memcmp(path + size - n, choice, n) == 0) {
            *out = choice;
            return n;
        }
    return 0;
}

/* An exporter that writes several parts has an option of this name; "nodes.csv"
 * beside "edges.csv" then needs no option at all. A value from -x comes later
 * and wins. */
static ent_status take_part(const ent_exporter *exporter, const char *path,
                            ent_i_arena *arena, const char **values,
                            ent_error *error)
{
    const char *endings = exporter->extensions ? exporter->extensions : "";
    size_t stem = ent_i_stem_length(endings, path);
    for (uint32_t i = 0; i < exporter->option_count; i++) {
        ent_exporter_option option = ent_i_option_at(exporter, i);
        const char *choice;
        size_t n;
        if (strcmp(option.name, "part") != 0 ||
            (n = choice_in_path(option.choices, path, stem, &choice)) == 0)
            continue;
        values[i] = ent_i_arena_strndup(arena, choice, n);
        if (!values[i])
            return ent_i_no_memory(error, STAGE);
    }
    return ENT_OK;
}

ent_status ent_i_option_values(const ent_exporter *exporter,
                               const char *const *options, const char *path,
                               ent_i_arena *arena, const char *const **out,
                               ent_error *error)
{
    const char **values =
        ent_i_arena_alloc(arena, exporter->option_count * sizeof *values);
    if (!values)
        return ent_i_no_memory(error, STAGE);
    for (uint32_t i = 0; i < exporter->option_count; i++)
        values[i] = ent_i_option_at(exporter, i).default_value;
    ent_status status =
        path ? take_part(exporter, path, arena, values, error) : ENT_OK;
    for (; status == ENT_OK && options && *options; options++)
        status = take(exporter, *options, values, error);
    *out = values;
    return status;
}
