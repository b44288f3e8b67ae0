/* The options that a network was made with, for files and reports: named as on
 * the command line, so that a file tells how to make it again. What was left
 * out on the way follows. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "graph/graph.h"

static bool line(ent_i_string *out, const char *name, const char *value)
{
    return ent_i_string_addf(out, "%s=%s\n", name, value);
}

bool ent_i_describe_number(ent_i_string *out, const char *name, uint64_t value)
{
    return ent_i_string_addf(out, "%s=%" PRIu64 "\n", name, value);
}

bool ent_i_describe_real(ent_i_string *out, const char *name, double value)
{
    char printed[64];
    char plain[64];
    size_t n = 0;
    /* 15 digits are what a double surely keeps; more would show 0.1 as
     * 0.1000000000000000056. */
    snprintf(printed, sizeof printed, "%.15g", value);
    /* The locale's decimal mark, one or more bytes, is the only foreign part.
     */
    for (const char *p = printed; *p; p++) {
        if (strchr("+-0123456789abcdefghijklmnopqrstuvwxyz", *p))
            plain[n++] = *p;
        else if (n == 0 || plain[n - 1] != '.')
            plain[n++] = '.';
    }
    plain[n] = '\0';
    return line(out, name, plain);
}

static bool date(ent_i_string *out, const char *name, ent_date value)
{
    char buffer[16];
    return line(out, name, ent_date_format(value, buffer));
}

/* The names of the bits that are set, separated by commas. */
static bool bits(ent_i_string *out, const char *name, unsigned set, int count,
                 const char *(*name_of)(int value))
{
    bool done = ent_i_string_addf(out, "%s=", name);
    const char *gap = "";
    for (int i = 0; i < count; i++) {
        if (!(set >> i & 1))
            continue;
        done = done && ent_i_string_addf(out, "%s%s", gap, name_of(i));
        gap = ",";
    }
    return done && ent_i_string_adds(out, "\n");
}

/* One signature for the three, which name values of different enums. */
static const char *type_name(int value)
{
    return ent_type_name((ent_type)value);
}
static const char *kind_name(int value)
{
    return ent_kind_name((ent_kind)value);
}
static const char *standing_name(int value)
{
    return ent_standing_name((ent_standing)value);
}

/* As on the command line: a name, or a number of words. */
static bool window(ent_i_string *out, const ent_network_options *options)
{
    static const char *const names[] = {[ENT_WINDOW_SENTENCE] = "sentence",
                                        [ENT_WINDOW_PARAGRAPH] = "paragraph",
                                        [ENT_WINDOW_ARTICLE] = "article"};
    if (options->window == ENT_WINDOW_WORDS)
        return ent_i_describe_number(out, "window", options->window_words);
    return line(out, "window", names[options->window]);
}

static bool relation(ent_i_string *out, const ent_network_options *options)
{
    static const char *const weights[] = {
        [ENT_WEIGHT_COUNT] = "count",       [ENT_WEIGHT_ARTICLES] = "articles",
        [ENT_WEIGHT_DISTANCE] = "distance", [ENT_WEIGHT_JACCARD] = "jaccard",
        [ENT_WEIGHT_NPMI] = "npmi",         [ENT_WEIGHT_LLR] = "llr"};
    bool by_window = options->ties == ENT_TIES_WINDOW;
    return bits(out, "types", options->types, ENT_TYPE_COUNT, type_name) &&
           line(out, "ties", by_window ? "window" : "encounters") &&
           bits(out, "kind", options->kinds, ENT_KIND_COUNT, kind_name) &&
           bits(out, "status", options->standings, ENT_STANDING_COUNT,
                standing_name) &&
           window(out, options) &&
           line(out, "weight", weights[options->weight]) &&
           date(out, "since", options->since) &&
           date(out, "until", options->until);
}

/* All of them, also those at their defaults: defaults may change. */
static bool filters(ent_i_string *out, const ent_network_options *options)
{
    static const char *const isolates[] = {"auto", "keep", "drop"};
    return ent_i_describe_number(out, "min-mentions", options->min_mentions) &&
           ent_i_describe_number(out, "min-articles", options->min_articles) &&
           ent_i_describe_real(out, "min-weight", options->min_weight) &&
           ent_i_describe_real(out, "backbone", options->backbone) &&
           line(out, "ego", options->ego ? options->ego : "") &&
           ent_i_describe_number(out, "hops", options->hops) &&
           line(out, "component",
                options->largest_component ? "largest" : "all") &&
           ent_i_describe_number(out, "top", options->top) &&
           line(out, "isolates", isolates[options->isolates]);
}

/* The version first, then options, then what was left out: a reader of the file
 * can judge by it. */
bool ent_i_describe(ent_i_string *out, const ent_network_options *options,
                    const ent_i_ties *ties, uint32_t valueless)
{
    return line(out, "entente", ent_version()) && relation(out, options) &&
           filters(out, options) &&
           ent_i_describe_number(out, "articles-counted", ties->articles) &&
           ent_i_describe_number(out, "copies-left-out", ties->copies) &&
           ent_i_describe_number(out, "undated-left-out", ties->undated) &&
           ent_i_describe_number(out, "windows-too-large", ties->too_large) &&
           ent_i_describe_number(out, "ties-without-weight", valueless);
}
