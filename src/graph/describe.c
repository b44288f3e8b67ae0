/* The settings that a network was made with, for files and reports. They are
 * named as on the command line, so that a file tells how to make it again. They
 * are followed by what was left out. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "corpus/given.h"
#include "entente/entente.h"
#include "graph/graph.h"

/* `name` is a constant, `value` is copied; NULL means that memory ran out
 * earlier. */
bool ent_i_describe_text(ent_i_settings *out, const char *name,
                         const char *value)
{
    const char *copy = value ? ent_i_arena_strdup(&out->arena, value) : NULL;
    return copy &&
           ent_i_vec_push(&out->list,
                          ((ent_setting){sizeof(ent_setting), name, copy}));
}

bool ent_i_describe_number(ent_i_settings *out, const char *name,
                           uint64_t value)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, value);
    return ent_i_describe_text(out, name, text);
}

bool ent_i_describe_real(ent_i_settings *out, const char *name, double value)
{
    char printed[64];
    char plain[64];
    size_t n = 0;
    /* A double is sure to keep 15 digits; more would show 0.1 as
     * 0.1000000000000000056. */
    snprintf(printed, sizeof printed, "%.15g", value);
    /* Only the locale's decimal mark, of one or more bytes, has to be
     * replaced. */
    for (const char *p = printed; *p; p++) {
        if (strchr("+-0123456789abcdefghijklmnopqrstuvwxyz", *p))
            plain[n++] = *p;
        else if (n == 0 || plain[n - 1] != '.')
            plain[n++] = '.';
    }
    plain[n] = '\0';
    return ent_i_describe_text(out, name, plain);
}

static bool date(ent_i_settings *out, const char *name, ent_date value)
{
    char buffer[16];
    return ent_i_describe_text(out, name, ent_date_format(value, buffer));
}

/* The names of the bits that are set, separated by commas. */
static bool bits(ent_i_settings *out, const char *name, unsigned set, int count,
                 const char *(*name_of)(int value))
{
    ent_i_string text = {0};
    bool done = ent_i_string_adds(&text, "");
    for (int i = 0; done && i < count; i++)
        if (set >> i & 1)
            done = (!text.n || ent_i_string_adds(&text, ",")) &&
                   ent_i_string_adds(&text, name_of(i));
    done = done && ent_i_describe_text(out, name, text.items);
    ent_i_vec_free(&text);
    return done;
}

void ent_i_settings_free(ent_i_settings *settings)
{
    ent_i_vec_free(&settings->list);
    ent_i_arena_free(&settings->arena);
}

/* Gives the three functions one signature; they name values of different
 * enums. */
static const char *type_name(int value)
{
    return ent_type_name((ent_type)value);
}
/* The forms, but for the open one, are named like further kinds. */
enum { KINDS = ENT_KIND_COUNT + ENT_FORM_COUNT - 1 };
static unsigned all_kinds(const ent_network_options *options)
{
    unsigned kinds = options->kinds & ((1u << ENT_KIND_COUNT) - 1);
    return kinds | options->forms >> 1 << ENT_KIND_COUNT;
}
static const char *kind_name(int value)
{
    return value < ENT_KIND_COUNT
               ? ent_kind_name((ent_kind)value)
               : ent_form_name((ent_form)(value - ENT_KIND_COUNT + 1));
}
static const char *weak_name(int value)
{
    return ent_weak_name((unsigned)value);
}
static const char *standing_name(int value)
{
    return ent_standing_name((ent_standing)value);
}

/* As on the command line: a name or a number of words. */
static bool window(ent_i_settings *out, const ent_network_options *options)
{
    static const char *const names[] = {[ENT_WINDOW_SENTENCE] = "sentence",
                                        [ENT_WINDOW_PARAGRAPH] = "paragraph",
                                        [ENT_WINDOW_ARTICLE] = "article"};
    if (options->window == ENT_WINDOW_WORDS)
        return ent_i_describe_number(out, "window", options->window_words);
    return ent_i_describe_text(out, "window", names[options->window]);
}

static bool relation(ent_i_settings *out, const ent_network_options *options)
{
    bool by_window = options->ties == ENT_TIES_WINDOW;
    return bits(out, "types", options->types, ENT_TYPE_COUNT, type_name) &&
           ent_i_describe_text(out, "ties",
                               by_window ? "windows" : "encounters") &&
           bits(out, "kind", all_kinds(options), KINDS, kind_name) &&
           bits(out, "status", options->standings, ENT_STANDING_COUNT,
                standing_name) &&
           bits(out, "without", options->without, ENT_WEAK_COUNT, weak_name) &&
           ent_i_describe_real(out, "min-encounter-confidence",
                               options->min_encounter_confidence) &&
           window(out, options) &&
           ent_i_describe_text(
               out, "weight",
               ent_i_weight_named(options->weight)->shown.name) &&
           date(out, "since", options->since) &&
           date(out, "until", options->until);
}

/* Includes filters at their defaults, since defaults may change. */
static bool filters(ent_i_settings *out, const ent_network_options *options)
{
    static const char *const isolates[] = {"auto", "keep", "drop"};
    return ent_i_describe_number(out, "min-mentions", options->min_mentions) &&
           ent_i_describe_number(out, "min-articles", options->min_articles) &&
           ent_i_describe_real(out, "min-weight", options->min_weight) &&
           ent_i_describe_real(out, "backbone", options->backbone) &&
           ent_i_describe_text(out, "ego", options->ego ? options->ego : "") &&
           ent_i_describe_number(out, "hops", options->hops) &&
           ent_i_describe_text(out, "component",
                               options->largest_component ? "largest"
                                                          : "all") &&
           ent_i_describe_number(out, "top", options->top) &&
           ent_i_describe_number(out, "window-max", options->max_names) &&
           ent_i_describe_text(out, "isolates", isolates[options->isolates]);
}

/* How the articles were chosen, where the corpus was told. */
static bool reading(ent_i_settings *out, const ent_corpus *corpus)
{
    bool done = true;
    for (size_t i = 0; done && i < corpus->reading.n; i++)
        done = ent_i_describe_text(out, corpus->reading.items[i].name,
                                   corpus->reading.items[i].value);
    return done;
}

/* As the networks that were given say; only the weight is free. */
static bool given(ent_i_settings *out, const struct ent_i_given *given,
                  const char *weight)
{
    bool done = true;
    for (size_t i = 0; done && i < given->options.n; i++) {
        const ent_i_reading *option = &given->options.items[i];
        bool is_weight = strcmp(option->name, "weight") == 0;
        done = ent_i_describe_text(out, option->name,
                                   is_weight ? weight : option->value);
    }
    return done;
}

/* Windows, and which articles they are of. */
static bool counting(ent_i_settings *out, const ent_network_options *options,
                     const ent_corpus *corpus)
{
    if (corpus->given)
        return given(out, corpus->given,
                     ent_i_weight_named(options->weight)->shown.name);
    return relation(out, options) &&
           ent_i_describe_text(out, "resolve",
                               corpus->by_article ? "article" : "corpus") &&
           reading(out, corpus);
}

/* The version first, then options, then what was left out, so that readers of a
 * file can judge it. */
bool ent_i_describe(ent_i_settings *out, const ent_network_options *options,
                    const ent_corpus *corpus, const ent_i_ties *ties,
                    uint32_t valueless)
{
    return ent_i_describe_text(out, "entente", ent_version()) &&
           counting(out, options, corpus) && filters(out, options) &&
           ent_i_describe_number(out, "articles-counted", ties->articles) &&
           ent_i_describe_number(out, "copies-left-out", ties->plan.copies) &&
           ent_i_describe_number(out, "repeats-left-out", ties->repeated) &&
           ent_i_describe_number(out, "undated-left-out", ties->plan.undated) &&
           ent_i_describe_number(out, "windows-left-out", ties->too_large) &&
           ent_i_describe_number(out, "ties-without-weight", valueless);
}
