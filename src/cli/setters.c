/* How the value of an option is read and stored, and what it may be. */
#include "setters.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(sizeof(ent_window) == sizeof(unsigned) &&
                   sizeof(ent_slice_unit) == sizeof(unsigned),
               "choices are stored as unsigned");

/* An entry of one of the library's tables; NULL after the last. */
typedef const char *choice_source(size_t i);

/* The sides of a page given as "180x120", both within the bounds; false for
 * anything else. */
static bool page_sides(const char *text, double least, double most,
                       double sides[2])
{
    static const char digits[] = "0123456789.";
    for (int i = 0; i < 2; i++) {
        char *end;
        sides[i] = strtod(text, &end);
        if (end == text || strspn(text, digits) < (size_t)(end - text) ||
            !(sides[i] >= least && sides[i] <= most) || *end != "x"[i])
            return false;
        text = end + 1;
    }
    return true;
}

/* The index of name in "a|b|c", or -1. */
static int choice_index(const char *choices, const char *name, size_t size)
{
    int index = 0;
    for (const char *at = choices; *at; index++) {
        size_t length = strcspn(at, "|");
        if (length == size && strncmp(at, name, size) == 0)
            return index;
        at += length + (at[length] == '|');
    }
    return -1;
}

bool cli_set_flag(const cli_option *option, void *place, const char *value)
{
    (void)option;
    (void)value;
    *(bool *)place = true;
    return true;
}

bool cli_set_string(const cli_option *option, void *place, const char *value)
{
    (void)option;
    *(const char **)place = value;
    return *value != '\0';
}

/* The only options that accumulate; for all others the last value given counts.
 */
bool cli_set_list(const cli_option *option, void *place, const char *value)
{
    (void)option;
    cli_list *list = place;
    if (!*value || list->n == CLI_LIST_MAX)
        return false;
    list->items[list->n++] = value;
    return true;
}

bool cli_set_field(const cli_option *option, void *place, const char *value)
{
    return !ent_field_check(value, NULL) && cli_set_list(option, place, value);
}

bool cli_set_choice(const cli_option *option, void *place, const char *value)
{
    int index = choice_index(option->choices, value, strlen(value));
    unsigned stored = (unsigned)index;
    if (index >= 0)
        memcpy(place, &stored, sizeof stored);
    return index >= 0;
}

/* A choice that is stored as it is written. */
bool cli_set_word(const cli_option *option, void *place, const char *value)
{
    *(const char **)place = value;
    return choice_index(option->choices, value, strlen(value)) >= 0;
}

/* A page's name, or WIDTHxHEIGHT. */
bool cli_set_page(const cli_option *option, void *place, const char *value)
{
    double sides[2];
    return cli_set_word(option, place, value) ||
           page_sides(value, option->min, option->max, sides);
}

static const char *weight_at(size_t i)
{
    const ent_measure *found = ent_weight_at(i);
    return found ? found->name : NULL;
}

static const char *measure_at(size_t i)
{
    const ent_measure *found = ent_measure_at(i);
    return found ? found->name : NULL;
}

static const char *layout_at(size_t i)
{
    const ent_layout *found = ent_layout_at(i);
    return found ? found->name : NULL;
}

/* Stores the library's own copy of the name. */
static bool set_name(choice_source *choice_at, const char **place,
                     const char *value)
{
    const char *name;
    size_t i = 0;
    while ((name = choice_at(i)) && strcmp(name, value) != 0)
        i++;
    *place = name;
    return name != NULL;
}

bool cli_set_weight(const cli_option *option, void *place, const char *value)
{
    (void)option;
    return set_name(weight_at, place, value);
}

bool cli_set_measure(const cli_option *option, void *place, const char *value)
{
    (void)option;
    return set_name(measure_at, place, value);
}

bool cli_set_layout(const cli_option *option, void *place, const char *value)
{
    (void)option;
    return set_name(layout_at, place, value);
}

/* The second of two choices means true. */
bool cli_set_second(const cli_option *option, void *place, const char *value)
{
    int index = choice_index(option->choices, value, strlen(value));
    *(bool *)place = index == 1;
    return index >= 0;
}

/* Reading must know this too: names that are not brought together need no
 * clusters. */
bool cli_set_resolve(const cli_option *option, void *place, const char *value)
{
    cli_settings *settings = place;
    bool good = cli_set_choice(option, &settings->read.resolve, value);
    settings->resolve.mode = settings->read.resolve;
    return good;
}

/* When given, it takes precedence over the endings of files. */
bool cli_set_report_format(const cli_option *option, void *place,
                           const char *value)
{
    cli_settings *settings = place;
    settings->report_format_given = true;
    return cli_set_choice(option, &settings->report.format, value);
}

bool cli_set_events_format(const cli_option *option, void *place,
                           const char *value)
{
    cli_settings *settings = place;
    settings->report_format_given = true;
    return cli_set_choice(option, &settings->events_as, value);
}

/* "a,b" from the choices, stored as a bit set. */
bool cli_set_choices(const cli_option *option, void *place, const char *value)
{
    unsigned bits = 0;
    while (*value) {
        size_t size = strcspn(value, ",");
        int index = choice_index(option->choices, value, size);
        if (index < 0)
            return false;
        bits |= 1u << index;
        value += size + (value[size] == ',');
    }
    *(unsigned *)place = bits;
    return bits != 0;
}

/* The kinds come first, then the forms, a finer division. */
bool cli_set_kinds(const cli_option *option, void *place, const char *value)
{
    ent_network_options *network = place;
    unsigned bits;
    if (!cli_set_choices(option, &bits, value))
        return false;
    network->kinds = bits & ((1u << ENT_KIND_COUNT) - 1);
    network->forms = bits >> ENT_KIND_COUNT << (ENT_FORM_OPEN + 1);
    return true;
}

/* The locale is never set, so strtod always expects a decimal point. NaN and
 * infinity are not numbers to a user. */
static bool parse_real(const cli_option *option, const char *value, double *out)
{
    char *end = NULL;
    *out = strtod(value, &end);
    return end != value && !*end && isfinite(*out) && *out >= option->min &&
           *out <= option->max;
}

bool cli_set_real(const cli_option *option, void *place, const char *value)
{
    return parse_real(option, value, place);
}

/* Digits only: strtod would accept 1e3, 0x10 and 2.5. */
bool cli_set_count(const cli_option *option, void *place, const char *value)
{
    double number;
    if (value[strspn(value, "0123456789")] != '\0' ||
        !parse_real(option, value, &number))
        return false;
    *(uint32_t *)place = (uint32_t)number;
    return true;
}

bool cli_set_seed(const cli_option *option, void *place, const char *value)
{
    (void)option;
    errno = 0;
    *(uint64_t *)place = strtoull(value, NULL, 10);
    return *value && !value[strspn(value, "0123456789")] && !errno;
}

/* 500, 500k, 500M, 64G: powers of 1024. */
bool cli_set_bytes(const cli_option *option, void *place, const char *value)
{
    static const char units[] = "kMGT";
    char *end = NULL;
    errno = 0;
    unsigned long long number = strtoull(value, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    int shift = unit ? 10 * (int)(unit - units + 1) : 0;
    uint64_t bytes = (uint64_t)number << shift;
    *(uint64_t *)place = bytes;
    return *value >= '0' && *value <= '9' && !errno &&
           (!*end || (unit && !end[1])) && number <= UINT64_MAX >> shift &&
           (option->max <= 0 ||
            ((double)bytes >= option->min && (double)bytes <= option->max));
}

/* "2015", "2015-03" or "2015-03-29" as its first or its last day. The library
 * would also accept a longer text that starts with a date. */
static bool parse_period(const char *value, bool last, ent_date *out)
{
    char text[32];
    size_t size = strlen(value);
    if (size == strlen("YYYY-MM-DD"))
        return ent_date_parse(value, out);
    if (size != strlen("YYYY-MM") && size != strlen("YYYY"))
        return false;
    const char *month = size == strlen("YYYY-MM") ? "" : last ? "-12" : "-01";
    /* A month's last day is the largest one that exists. */
    for (int day = last ? 31 : 1; day > 0; day--) {
        snprintf(text, sizeof text, "%s%s-%02d", value, month, day);
        if (ent_date_parse(text, out))
            return true;
    }
    return false;
}

bool cli_set_first_day(const cli_option *option, void *place, const char *value)
{
    (void)option;
    return parse_period(value, false, place);
}

bool cli_set_last_day(const cli_option *option, void *place, const char *value)
{
    (void)option;
    return parse_period(value, true, place);
}

bool cli_set_slice(const cli_option *option, void *place, const char *value)
{
    cli_settings *settings = place;
    settings->sliced = true;
    return cli_set_choice(option, &settings->slice.unit, value);
}

/* A word, or a number of words. */
bool cli_set_window(const cli_option *option, void *place, const char *value)
{
    ent_network_options *network = place;
    if (cli_set_choice(option, &network->window, value))
        return true;
    network->window = ENT_WINDOW_WORDS;
    return cli_set_count(option, &network->window_words, value);
}

/* ---- choices from the library's tables ---- */

static choice_source *source_of(const cli_option *option)
{
    static const struct {
        cli_setter *set;
        choice_source *choice_at;
    } sources[] = {{cli_set_weight, weight_at},
                   {cli_set_measure, measure_at},
                   {cli_set_layout, layout_at}};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (sources[i].set == option->set)
            return sources[i].choice_at;
    return NULL;
}

/* Appends "a, b or c" to a text with this much room. */
static void list_choices(choice_source *choice_at, const char *gap,
                         const char *last, char *out, size_t room)
{
    const char *name;
    size_t used = strlen(out);
    for (size_t i = 0; (name = choice_at(i)) && used < room; i++)
        used += (size_t)snprintf(out + used, room - used, "%s%s",
                                 i == 0             ? ""
                                 : choice_at(i + 1) ? gap
                                                    : last,
                                 name);
}

const char *cli_allowed(const cli_option *option)
{
    static char text[600];
    if (!source_of(option))
        return option->allowed;
    *text = '\0';
    list_choices(source_of(option), ", ", " or ", text, sizeof text);
    return text;
}

const char *cli_option_choices(const cli_option *option)
{
    static char text[600];
    if (!source_of(option))
        return option->choices;
    *text = '\0';
    list_choices(source_of(option), "|", "|", text, sizeof text);
    return text;
}

const char *cli_option_help(const cli_option *option)
{
    static char text[600];
    if (!source_of(option))
        return option->help;
    snprintf(text, sizeof text, "%s: ", option->help);
    list_choices(source_of(option), ", ", " or ", text, sizeof text);
    return text;
}
