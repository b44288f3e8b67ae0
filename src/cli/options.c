/* The table of options, and the setters that it names. A new option needs a
 * row, and a member of cli_settings to hold its value. */
#include "options.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(sizeof(ent_window) == sizeof(unsigned) &&
                   sizeof(ent_slice_unit) == sizeof(unsigned),
               "choices are stored as unsigned");

bool cli_page_sides(const char *text, double least, double most,
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

/* ---- setters ---- */

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

static bool set_flag(const cli_option *option, void *place, const char *value)
{
    (void)option;
    (void)value;
    *(bool *)place = true;
    return true;
}

static bool set_string(const cli_option *option, void *place, const char *value)
{
    (void)option;
    *(const char **)place = value;
    return *value != '\0';
}

/* The only options that accumulate; for all others the last value given counts.
 */
static bool set_list(const cli_option *option, void *place, const char *value)
{
    (void)option;
    cli_list *list = place;
    if (!*value || list->n == CLI_LIST_MAX)
        return false;
    list->items[list->n++] = value;
    return true;
}

static bool set_field(const cli_option *option, void *place, const char *value)
{
    return !ent_field_check(value, NULL) && set_list(option, place, value);
}

static bool set_choice(const cli_option *option, void *place, const char *value)
{
    int index = choice_index(option->choices, value, strlen(value));
    unsigned stored = (unsigned)index;
    if (index >= 0)
        memcpy(place, &stored, sizeof stored);
    return index >= 0;
}

/* A choice that is stored as it is written. */
static bool set_word(const cli_option *option, void *place, const char *value)
{
    *(const char **)place = value;
    return choice_index(option->choices, value, strlen(value)) >= 0;
}

/* A page's name, or WIDTHxHEIGHT. */
static bool set_page(const cli_option *option, void *place, const char *value)
{
    double sides[2];
    return set_word(option, place, value) ||
           cli_page_sides(value, option->min, option->max, sides);
}

/* Choices that come from the library's tables; NULL after the last. */
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
static bool set_name(const char *(*choice_at)(size_t i), const char **place,
                     const char *value)
{
    const char *name;
    size_t i = 0;
    while ((name = choice_at(i)) && strcmp(name, value) != 0)
        i++;
    *place = name;
    return name != NULL;
}

static bool set_weight(const cli_option *option, void *place, const char *value)
{
    (void)option;
    return set_name(weight_at, place, value);
}

static bool set_measure(const cli_option *option, void *place,
                        const char *value)
{
    (void)option;
    return set_name(measure_at, place, value);
}

static bool set_layout(const cli_option *option, void *place, const char *value)
{
    (void)option;
    return set_name(layout_at, place, value);
}

/* The second of two choices means true. */
static bool set_second(const cli_option *option, void *place, const char *value)
{
    int index = choice_index(option->choices, value, strlen(value));
    *(bool *)place = index == 1;
    return index >= 0;
}

/* Reading must know this too: names that are not brought together need no
 * clusters. */
static bool set_resolve(const cli_option *option, void *place,
                        const char *value)
{
    cli_settings *settings = place;
    bool good = set_choice(option, &settings->read.resolve, value);
    settings->resolve.mode = settings->read.resolve;
    return good;
}

/* When given, it takes precedence over the endings of files. */
static bool set_report_format(const cli_option *option, void *place,
                              const char *value)
{
    cli_settings *settings = place;
    settings->report_format_given = true;
    return set_choice(option, &settings->report.format, value);
}

static bool set_events_format(const cli_option *option, void *place,
                              const char *value)
{
    cli_settings *settings = place;
    settings->report_format_given = true;
    return set_choice(option, &settings->events_as, value);
}

/* "a,b" from the choices, stored as a bit set. */
static bool set_choices(const cli_option *option, void *place,
                        const char *value)
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
static bool set_kinds(const cli_option *option, void *place, const char *value)
{
    ent_network_options *network = place;
    unsigned bits;
    if (!set_choices(option, &bits, value))
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

static bool set_real(const cli_option *option, void *place, const char *value)
{
    return parse_real(option, value, place);
}

/* Digits only: strtod would accept 1e3, 0x10 and 2.5. */
static bool set_count(const cli_option *option, void *place, const char *value)
{
    double number;
    if (value[strspn(value, "0123456789")] != '\0' ||
        !parse_real(option, value, &number))
        return false;
    *(uint32_t *)place = (uint32_t)number;
    return true;
}

static bool set_seed(const cli_option *option, void *place, const char *value)
{
    (void)option;
    errno = 0;
    *(uint64_t *)place = strtoull(value, NULL, 10);
    return *value && !value[strspn(value, "0123456789")] && !errno;
}

/* 500, 500k, 500M, 64G: powers of 1024. */
static bool set_bytes(const cli_option *option, void *place, const char *value)
{
    static const char units[] = "kMGT";
    char *end = NULL;
    (void)option;
    errno = 0;
    unsigned long long number = strtoull(value, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    int shift = unit ? 10 * (int)(unit - units + 1) : 0;
    *(uint64_t *)place = (uint64_t)number << shift;
    return *value >= '0' && *value <= '9' && !errno &&
           (!*end || (unit && !end[1])) && number <= UINT64_MAX >> shift;
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

static bool set_first_day(const cli_option *option, void *place,
                          const char *value)
{
    (void)option;
    return parse_period(value, false, place);
}

static bool set_last_day(const cli_option *option, void *place,
                         const char *value)
{
    (void)option;
    return parse_period(value, true, place);
}

static bool set_slice(const cli_option *option, void *place, const char *value)
{
    cli_settings *settings = place;
    settings->sliced = true;
    return set_choice(option, &settings->slice.unit, value);
}

/* A word, or a number of words. */
static bool set_window(const cli_option *option, void *place, const char *value)
{
    ent_network_options *network = place;
    if (set_choice(option, &network->window, value))
        return true;
    network->window = ENT_WINDOW_WORDS;
    return set_count(option, &network->window_words, value);
}

/* ---- choices from the library's tables ---- */

typedef const char *choice_source(size_t i);

static choice_source *source_of(const cli_option *option)
{
    static const struct {
        cli_setter *set;
        choice_source *choice_at;
    } sources[] = {{set_weight, weight_at},
                   {set_measure, measure_at},
                   {set_layout, layout_at}};
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

/* ---- the table ---- */

#define PLACE(member) offsetof(cli_settings, member)
#define COUNT_MAX 4294967294.0

static const char type_choices[] = "person|org|place|misc";

const cli_option cli_options[] = {
    {"output", 'o', set_list, PLACE(outputs), "FILE", "a file name, or -", NULL,
     0, 0, "write to FILE, - for standard output; may be repeated",
     CLI_OUTPUTS},
    {"output", 'o', set_list, PLACE(outputs), "FILE", "a file name, or -", NULL,
     0, 0, "write to FILE, - for standard output (default)", CLI_OUTPUT},
    {"format", 'f', set_string, PLACE(format), "NAME",
     "an exporter's name (see entente exporters)", NULL, 0, 0,
     "use this exporter, whatever FILE's ending; with several -o it "
     "applies only to -",
     CLI_EXPORT},
    {"format", 'f', set_report_format, 0, "NAME",
     "terminal, markdown, html, csv or json", "terminal|markdown|html|csv|json",
     0, 0,
     "write terminal, markdown, html, csv or json, whatever FILE's "
     "ending; with several -o it applies only to -",
     CLI_REPORT},
    {"format", 'f', set_events_format, 0, "NAME", "table, jsonl or ics",
     "table|jsonl|ics", 0, 0,
     "write a table, jsonl or ics, whatever FILE's ending; with several -o it "
     "applies only to -",
     CLI_EVENTS},
    {"actor", 0, set_list, PLACE(actors), "NAME", "a name", NULL, 0, 0,
     "only events in which NAME takes part; may be repeated", CLI_ACTORS},
    {"exporter-option", 'x', set_list, PLACE(exporter_options), "NAME=VALUE",
     "NAME=VALUE", NULL, 0, 0,
     "pass an option to every exporter that has it, or with "
     "EXPORTER:NAME=VALUE to one; may be repeated",
     CLI_EXPORT},
    {"layout", 0, set_layout, PLACE(layout.layout), "NAME", NULL, NULL, 0, 0,
     "how pictures, and files with places, are laid out", CLI_EXPORT},
    {"theme", 0, set_word, PLACE(theme), "NAME", "light, dark or print",
     "light|dark|print", 0, 0,
     "colours of pictures: light (default), dark, or print", CLI_EXPORT},
    {"page", 0, set_page, PLACE(page), "SIZE",
     "A5, A4, A3 or WIDTHxHEIGHT in millimetres, such as 180x120",
     "A5|A4|A3|free", 10, 5000,
     "fit pictures into a page, lying or standing: A5, A4, A3 or WIDTHxHEIGHT "
     "in millimetres (default free: as large as is needed)",
     CLI_EXPORT},
    {"explain", 0, set_flag, PLACE(explained), NULL, NULL, NULL, 0, 0,
     "add how each was read: its format, where its title and text were found, "
     "and what was left out",
     CLI_ARTICLES},
    {"stats", 0, set_flag, PLACE(stats), NULL, NULL, NULL, 0, 0,
     "instead of the articles write how many they are, their words, days, "
     "sources, languages and formats, and what was skipped and why",
     CLI_ARTICLES},
    {"records", 0, set_flag, PLACE(records), NULL, NULL, NULL, 0, 0,
     "instead of names write each article with all that was found in it, as a "
     "line that every command reads on from without searching it again",
     CLI_MENTIONS},
    {"formats", 0, set_flag, PLACE(formats), NULL, NULL, NULL, 0, 0,
     "list the formats of inputs, and the libraries that read them",
     CLI_FORMATS},
    {"json", 0, set_flag, PLACE(json), NULL, NULL, NULL, 0, 0,
     "print JSON, for programs", CLI_LISTING},
    {"between", 0, set_string, PLACE(between), "A B", "two names", NULL, 0, 0,
     "the tie between these two", CLI_EXPLAIN},
    {"of", 0, set_string, PLACE(of), "A", "a name", NULL, 0, 0,
     "all ties of this one", CLI_EXPLAIN},
    {"explain", 0, set_string, PLACE(who), "NAME", "a name", NULL, 0, 0,
     "say why names were taken to be NAME's", CLI_WHO},
    {"gold-spans", 0, set_flag, PLACE(gold_spans), NULL, NULL, NULL, 0, 0,
     "start from the gold's persons: scores the resolver alone", CLI_GOLD},
    {"articles", 0, set_list, PLACE(articles), "INPUT", "a file or folder",
     NULL, 0, 0, "the articles that the sentences come from; may be repeated",
     CLI_GOLD | CLI_TRAIN},
    {"rows", 0, set_count, PLACE(report.rows), "N", "a whole number, 0 for all",
     NULL, 0, COUNT_MAX, "rows in each table, 0 for all (default 20)",
     CLI_REPORT},
    {"sort", 0, set_measure, PLACE(report.by), "MEASURE", NULL, NULL, 0, 0,
     "rank names by this measure (default strength)", CLI_RANK},

    {"brokers", 0, set_flag, PLACE(report.brokers), NULL, NULL, NULL, 0, 0,
     "report only who connects groups, which groups, and through whom (ranked "
     "by betweenness, or by --sort)",
     CLI_RANK},

    {"types", 0, set_choices, PLACE(network.types), "LIST",
     "a list of person, org, place, misc, such as person,org", type_choices, 0,
     0, "kinds of name, such as person,org (default person)", CLI_NETWORK},
    {"types", 0, set_choices, PLACE(network.types), "LIST",
     "a list of person, org, place, misc, such as person,org", type_choices, 0,
     0, "kinds of name: person, org, place, misc (default all but misc)",
     CLI_TYPES},
    {"ties", 0, set_choice, PLACE(network.ties), "SOURCE",
     "windows or encounters", "windows|encounters", 0, 0,
     "what makes a tie: windows, two names together (default), or "
     "encounters, two people said to have met",
     CLI_NETWORK},
    {"kind", 0, set_kinds, PLACE(network), "LIST",
     "a list of meet, call, joint, interview, hearing, debate, letter, phone, "
     "such as meet,phone",
     "meet|call|joint|interview|hearing|debate|letter|phone", 0, 0,
     "encounters to count: meet, call, joint (default all), or where the words "
     "tell interview, hearing, debate, letter, phone",
     CLI_MET},
    {"status", 0, set_choices, PLACE(network.standings), "LIST",
     "a list of held, planned, proposed, denied, such as held,planned",
     "held|planned|proposed|denied", 0, 0,
     "encounters to count: held, planned, proposed, denied "
     "(default held,planned)",
     CLI_MET},
    {"without", 0, set_choices, PLACE(network.without), "LIST",
     "a list of told, public, several, such as told,public",
     "told|public|several", 0, 0,
     "encounters to leave out: told, mere words to somebody (\"told\", "
     "\"asked\"); public, words for all to read (tweets, open letters, "
     "statements); several, told as one (\"their many meetings\")",
     CLI_MET},
    {"min-encounter-confidence", 0, set_real,
     PLACE(network.min_encounter_confidence), "P", "a number from 0 to 1", NULL,
     0, 1, "leave out encounters less certain than P", CLI_MET},
    {"window", 0, set_window, PLACE(network), "WHERE",
     "sentence, paragraph, article or a number of words",
     "sentence|paragraph|article", 1, COUNT_MAX,
     "how close two names must be to count as named together: "
     "sentence (default), paragraph, article or a number of words",
     CLI_NETWORK},
    {"window-max", 0, set_count, PLACE(network.max_names), "N",
     "a whole number, 0 for no limit", NULL, 0, COUNT_MAX,
     "ignore sentences, paragraphs or articles that name more than N, which "
     "are usually lists (default 0: no limit)",
     CLI_NETWORK},
    {"weight", 0, set_weight, PLACE(network.weight), "MEASURE", NULL, NULL, 0,
     0, "how ties are weighted (default count)", CLI_NETWORK},
    {"min-weight", 0, set_real, PLACE(network.min_weight), "W", "a number",
     NULL, -1e300, 1e300, "drop ties that weigh less", CLI_NETWORK},
    {"min-articles", 0, set_count, PLACE(network.min_articles), "N",
     "a whole number", NULL, 0, COUNT_MAX, "drop ties seen in fewer articles",
     CLI_NETWORK},
    {"min-mentions", 0, set_count, PLACE(network.min_mentions), "N",
     "a whole number", NULL, 0, COUNT_MAX, "drop names mentioned less often",
     CLI_NETWORK},
    {"min-mentions", 0, set_count, PLACE(network.min_mentions), "N",
     "a whole number", NULL, 0, COUNT_MAX,
     "leave out names mentioned less often, except those you decided on",
     CLI_WHO},
    {"ego", 0, set_string, PLACE(network.ego), "NAME", "a name", NULL, 0, 0,
     "keep only this name and those around it", CLI_NETWORK},
    {"hops", 0, set_count, PLACE(network.hops), "N", "a whole number", NULL, 0,
     COUNT_MAX, "how many ties away from --ego to go (default 1)", CLI_NETWORK},
    {"top", 0, set_count, PLACE(network.top), "N", "a whole number, 0 for all",
     NULL, 0, COUNT_MAX, "keep the N strongest names", CLI_NETWORK},
    {"backbone", 0, set_real, PLACE(network.backbone), "ALPHA",
     "a number from 0 to 1", NULL, 0, 1,
     "keep only ties significant at ALPHA, such as 0.05 (disparity filter)",
     CLI_NETWORK},
    {"component", 0, set_second, PLACE(network.largest_component), "WHICH",
     "all or largest", "all|largest", 0, 0,
     "largest: keep only the largest connected part", CLI_NETWORK},
    {"isolates", 0, set_choice, PLACE(network.isolates), "HOW",
     "auto, keep or drop", "auto|keep|drop", 0, 0,
     "keep or drop names without any tie; auto (default) keeps them "
     "unless an option selects among the ties",
     CLI_NETWORK},

    {"aliases", 'a', set_string, PLACE(resolve.aliases), "FILE", "a file name",
     NULL, 0, 0, "your decisions on who is who (JSON)", CLI_RESOLVE},
    {"exclude", 0, set_string, PLACE(resolve.exclude), "FILE", "a file name",
     NULL, 0, 0, "names to leave out, one per line", CLI_RESOLVE},
    {"resolve", 0, set_resolve, 0, "HOW", "corpus, article or none",
     "corpus|article|none", 0, 0,
     "bring names together across the corpus (default), within "
     "each article, or not at all",
     CLI_RESOLVE},
    {"copies", 0, set_second, PLACE(resolve.count_copies), "HOW",
     "once or count", "once|count", 0, 0,
     "count near-copies of an article, and sentences that stand in several, "
     "once (default), or count each",
     CLI_RESOLVE},

    {"since", 0, set_first_day, PLACE(choice.since), "DATE",
     "a day, month or year such as 2014-03-29, 2014-03 or 2014", NULL, 0, 0,
     "leave out articles before this day, month or year", CLI_CHOOSE},
    {"until", 0, set_last_day, PLACE(choice.until), "DATE",
     "a day, month or year such as 2014-03-29, 2014-03 or 2014", NULL, 0, 0,
     "leave out articles after this day, month or year", CLI_CHOOSE},
    {"match", 0, set_list, PLACE(matches), "WORDS", "words or /EXPRESSION/",
     NULL, 0, 0,
     "only articles whose title or text contains these words, all of them and "
     "in any order, those in double quotes together; or fits a regular "
     "expression between slashes; may be repeated: one of them suffices",
     CLI_CHOOSE},
    {"source", 0, set_list, PLACE(sources), "PATTERN",
     "a name, in which * stands for any characters", NULL, 0, 0,
     "only articles of this publisher, or where none is named, of this host, "
     "such as '*times*'; may be repeated: one of them suffices",
     CLI_CHOOSE},
    {"url", 0, set_list, PLACE(urls), "PATTERN",
     "an address, in which * stands for any characters", NULL, 0, 0,
     "only articles with this address, such as '*/politics/*'; may be "
     "repeated: one of them suffices",
     CLI_CHOOSE},
    {"language", 0, set_list, PLACE(languages), "TAG",
     "a language's tag such as en", NULL, 0, 0,
     "only articles in this language; those that neither state theirs nor show "
     "it clearly count as English; may be repeated: one of them suffices",
     CLI_CHOOSE},
    {"any-language", 0, set_flag, PLACE(read.any_language), NULL, NULL, NULL, 0,
     0,
     "read the names in articles of other languages than English too, which "
     "are skipped otherwise",
     CLI_CHOOSE},
    {"input-format", 0, set_string, PLACE(read.input_format), "NAME",
     "a format's name (see entente version --formats)", NULL, 0, 0,
     "read inputs in this format (see entente version --formats; default: by "
     "content)",
     CLI_READ},
    {"max-unpacked", 0, set_bytes, PLACE(read.max_unpacked), "SIZE",
     "a number of bytes such as 500M or 64G", NULL, 0, 0,
     "read at most SIZE bytes from the archives and compressed data of an "
     "input (default 64G)",
     CLI_READ},
    {"max-ratio", 0, set_count, PLACE(read.max_ratio), "N",
     "a whole number, at least 1", NULL, 1, COUNT_MAX,
     "give such an input up when beyond 64 MB more than N bytes come out for "
     "each byte of it (default 250)",
     CLI_READ},
    {"max-members", 0, set_count, PLACE(read.max_members), "N",
     "a whole number", NULL, 0, COUNT_MAX,
     "read at most N members of such an input (default 1000000)", CLI_READ},
    {"max-depth", 0, set_count, PLACE(read.max_depth), "N",
     "a whole number from 0 to 16", NULL, 0, 16,
     "open archives that lie within one another N deep (default 3)", CLI_READ},
    {"field", 0, set_field, PLACE(fields), "FIELD=NAME",
     "FIELD=NAME, FIELD being id, title, text, date, source, url, language, "
     "author, persons, organisations or places",
     NULL, 0, 0,
     "in JSON and tables take FIELD (id, title, text, date, source, url, "
     "language, author, persons, organisations, places) from NAME, a column, a "
     "key or "
     "a path such as text=body.content; may be repeated (default: usual names)",
     CLI_READ},
    {"model", 0, set_string, PLACE(read.model), "FILE", "a file name", NULL, 0,
     0, "recognise names with this model instead of the built-in one",
     CLI_READ},
    {"recogniser", 0, set_string, PLACE(read.recogniser), "COMMAND",
     "a command", NULL, 0, 0, "recognise names with another program", CLI_READ},
    {"recogniser-timeout", 0, set_count, PLACE(read.recogniser_seconds),
     "SECONDS", "a whole number of seconds, 0 for no limit", NULL, 0, 86400,
     "how long --recogniser may take per article, 0 for no limit (default 60)",
     CLI_READ},
    {"entities", 0, set_string, PLACE(read.entities), "FILE", "a file name",
     NULL, 0, 0, "a list of further names to find", CLI_READ},
    {"min-confidence", 0, set_real, PLACE(read.min_confidence), "P",
     "a number from 0 to 1", NULL, 0, 1,
     "leave out names less certain than P (default 0.45)", CLI_READ},
    {"threads", 'j', set_count, PLACE(read.threads), "N",
     "a whole number from 1 to 256", NULL, 1, 256,
     "worker threads (default: one per core)", CLI_READ},
    {"store", 0, set_string, PLACE(store), "FILE", "a file name", NULL, 0, 0,
     "an archive of articles that entente add makes; its articles come first, "
     "with the names found when they were added, then those of INPUT that it "
     "doesn't have",
     CLI_STORE},
    {"answers", 0, set_string, PLACE(answers), "FILE", "a file name", NULL, 0,
     0, "take the answers of this table, which -o made", CLI_REVIEW},
    {"refresh", 0, set_flag, PLACE(refresh), NULL, NULL, NULL, 0, 0,
     "read articles of the store again that other options or another version "
     "read",
     CLI_ADD},
    {"memory", 0, set_bytes, PLACE(memory), "SIZE",
     "a number of bytes such as 500M or 64G", NULL, 0, 0,
     "articles that take more than SIZE (default 1G) lie in a temporary file in "
     "$TMPDIR or /tmp; names, ties and evidence stay in memory",
     CLI_RESOLVE},
    {"slice", 0, set_slice, 0, "UNIT", "day, week, month, quarter or year",
     "day|week|month|quarter|year", 0, 0,
     "follow the network through time, in slices of a day, week, month, "
     "quarter or year",
     CLI_SLICES},
    {"slide", 0, set_count, PLACE(slice.width), "N",
     "a whole number from 1 to 4000", NULL, 1, ENT_MAX_SLICES,
     "with --slice: each slice holds N units, and one begins with each unit, "
     "as a window that slides (default 1: side by side)",
     CLI_SLICES},
    {"measure", 0, set_second, PLACE(analyse.shown), "WHAT", "all or shown",
     "all|shown", 0, 0,
     "what the measures describe: all (default), the network before --top, "
     "--ego, --backbone and --component; or shown, what these keep",
     CLI_NETWORK},
    {"exact", 0, set_flag, PLACE(analyse.exact), NULL, NULL, NULL, 0, 0,
     "compute betweenness and closeness exactly, however long it takes "
     "(default: estimate them where that is more than about half a minute)",
     CLI_NETWORK},
    {"samples", 0, set_count, PLACE(analyse.samples), "N",
     "a whole number, at least 2", NULL, 2, COUNT_MAX,
     "estimate betweenness and closeness from N names", CLI_NETWORK},
    {"resolution", 0, set_real, PLACE(analyse.resolution), "R",
     "a number, 0 or more", NULL, 0, 1e300,
     "size of communities: above 1 smaller ones, below 1 larger (default 1)",
     CLI_NETWORK},
    {"seed", 0, set_seed, PLACE(analyse.seed), "N", "a whole number", NULL, 0,
     0, "seed for communities, samples and layouts (default 1)", CLI_NETWORK},

    {"text", 0, set_list, PLACE(texts), "INPUT", "a file or folder", NULL, 0, 0,
     "plain articles to learn word classes from; may be repeated", CLI_TRAIN},
    {"names", 0, set_list, PLACE(names), "FILE", "a file name", NULL, 0, 0,
     "words of name lists, one \"LIST<tab>WORD\" per line, where LIST is 1 to "
     "7; may be repeated",
     CLI_TRAIN},
    {"also", 0, set_list, PLACE(also), "INPUT", "a file or folder", NULL, 0, 0,
     "less sure annotated articles, such as a larger model's: the first half "
     "of the training learns from them; may be repeated",
     CLI_TRAIN},
    {"held-out", 0, set_list, PLACE(held_out), "INPUT", "a file or folder",
     NULL, 0, 0,
     "annotated articles to measure confidences on; may be repeated",
     CLI_TRAIN},
    {"seed", 0, set_seed, PLACE(train.seed), "N", "a whole number", NULL, 0, 0,
     "seed for all random choices (default 1)", CLI_TRAIN},
    {"threads", 'j', set_count, PLACE(train.threads), "N",
     "a whole number from 1 to 256", NULL, 1, 256,
     "worker threads (default 2); the model does not depend on it", CLI_TRAIN},

    {"plugin", 0, set_list, PLACE(plugins), "FILE", "a file name", NULL, 0, 0,
     "load an exporter from FILE; may be repeated", CLI_PLUGINS},
    {"no-plugins", 0, set_flag, PLACE(no_plugins), NULL, NULL, NULL, 0, 0,
     "use built-in exporters only", CLI_PLUGINS},
    {"quiet", 'q', set_flag, PLACE(quiet), NULL, NULL, NULL, 0, 0,
     "show no progress and no summary", CLI_COMMON},
    {"help", 'h', set_flag, PLACE(help), NULL, NULL, NULL, 0, 0,
     "show this help", CLI_COMMON},
    {0}};

_Static_assert(sizeof cli_options / sizeof *cli_options <= CLI_OPTION_MAX,
               "the parser's tables are too small");
