/* Everything that can be wrong about exporters is found here, before hours of
 * reading. "-x version=1.3" goes to every exporter of this run that has such an
 * option, "-x gexf:version=1.3" to that one only. */
#include "targets.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "output.h"

static int find_exporter(cli_target *target, const ent_exporters *exporters,
                         const cli_settings *settings)
{
    ent_error error = {0};
    bool standard = strcmp(target->path, "-") == 0;
    if (standard && !target->format)
        return cli_usage_error(settings->command,
                               "-o -: expected --format NAME, such as "
                               "--format json");
    if (ent_exporters_find(exporters, target->format, target->path, NULL,
                           &target->exporter, &error))
        return cli_option_error(settings->command,
                                target->format ? "--format" : "-o", &error);
    if (standard && target->exporter->binary && isatty(STDOUT_FILENO))
        return cli_usage_error(settings->command,
                               "-o -: expected a file or a pipe for %s, found "
                               "a terminal",
                               target->exporter->name);
    return CLI_DONE;
}

/* "[EXPORTER:]NAME=VALUE" from the command line. */
typedef struct given {
    const char *exporter; /* not terminated; NULL: any */
    size_t exporter_size;
    const char *option; /* "NAME=VALUE" */
    size_t name_size;
} given;

/* Names contain no colon, but the value may. */
static bool take_apart(const char *text, given *out)
{
    const char *equals = strchr(text, '=');
    const char *colon =
        equals ? memchr(text, ':', (size_t)(equals - text)) : NULL;
    if (!equals)
        return false;
    *out = (given){.option = colon ? colon + 1 : text};
    if (colon) {
        out->exporter = text;
        out->exporter_size = (size_t)(colon - text);
    }
    out->name_size = (size_t)(equals - out->option);
    return true;
}

static bool is_word(const char *name, const char *text, size_t size)
{
    return strlen(name) == size && memcmp(name, text, size) == 0;
}

static bool has_option(const ent_exporter_info *exporter, const given *g)
{
    for (size_t i = 0; i < exporter->option_count; i++)
        if (is_word(exporter->options[i].name, g->option, g->name_size))
            return true;
    return false;
}

/* A named exporter always gets the option: it knows best what is wrong with it.
 */
static bool is_for(const ent_exporter_info *exporter, const given *g)
{
    return g->exporter ? is_word(exporter->name, g->exporter, g->exporter_size)
                       : has_option(exporter, g);
}

/* Part of a message, cut off when there is no more room. */
typedef struct cut_text {
    char text[600];
    size_t used;
} cut_text;

static void add(cut_text *t, const char *before, const char *word)
{
    if (t->used < sizeof t->text)
        t->used += (size_t)snprintf(t->text + t->used, sizeof t->text - t->used,
                                    "%s%s", before, word);
}

static bool stood_before(const cli_targets *targets, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (targets->items[k].exporter == targets->items[i].exporter)
            return true;
    return false;
}

/* "json (edges-key, evidence), gexf (version)": each exporter once. */
static void list_options(const cli_targets *targets, cut_text *out)
{
    for (size_t i = 0; i < targets->n; i++) {
        const ent_exporter_info *e = targets->items[i].exporter;
        if (stood_before(targets, i))
            continue;
        add(out, out->used ? ", " : "", e->name);
        for (size_t k = 0; k < e->option_count; k++)
            add(out, k ? ", " : " (", e->options[k].name);
        add(out, e->option_count ? ")" : " (none)", "");
    }
}

/* Whether any target took it. */
static bool hand_over(cli_targets *targets, const given *g)
{
    bool taken = false;
    for (size_t i = 0; i < targets->n; i++) {
        cli_target *target = &targets->items[i];
        if (!is_for(target->exporter, g))
            continue;
        target->options[target->option_count++] = g->option;
        taken = true;
    }
    return taken;
}

static int hand_over_option(cli_targets *targets, const cli_settings *settings,
                            const char *text)
{
    given g;
    cut_text options = {.used = 0};
    if (!take_apart(text, &g))
        return cli_usage_error(settings->command,
                               "-x: expected NAME=VALUE or "
                               "EXPORTER:NAME=VALUE, found '%s'",
                               text);
    if (hand_over(targets, &g))
        return CLI_DONE;
    if (g.exporter)
        return cli_usage_error(settings->command,
                               "-x: no -o uses an exporter '%.*s'",
                               (int)g.exporter_size, g.exporter);
    list_options(targets, &options);
    return cli_usage_error(settings->command,
                           "-x: expected an option of %s, found '%.*s'",
                           options.text, (int)g.name_size, g.option);
}

/* --theme and --page are options of pictures by another name: the sides of a
 * page are two. */
static int hand_over_looks(cli_targets *targets, const cli_settings *settings)
{
    const char *page = settings->page;
    const char *cross = page ? strchr(page, 'x') : NULL;
    enum { ROOM = sizeof *targets->looks };
    char(*looks)[ROOM] = targets->looks;
    if (settings->theme)
        snprintf(looks[0], ROOM, "theme=%s", settings->theme);
    if (cross) {
        snprintf(looks[1], ROOM, "width=%.*s", (int)(cross - page), page);
        snprintf(looks[2], ROOM, "height=%s", cross + 1);
    } else if (page)
        snprintf(looks[1], ROOM, "page=%s", page);
    for (size_t i = 0; i < CLI_LOOKS; i++) {
        given g;
        if (take_apart(looks[i], &g) && !hand_over(targets, &g))
            return cli_usage_error(settings->command,
                                   "--%s: expected -o with a picture, such as "
                                   "-o network.svg",
                                   i ? "page" : "theme");
    }
    return CLI_DONE;
}

/* Values are checked by the exporter that received them. */
static int check_options(const cli_target *target,
                         const ent_exporters *exporters,
                         const cli_settings *settings)
{
    ent_error error = {0};
    return ent_exporters_find(exporters, target->format, target->path,
                              target->options, NULL, &error)
               ? cli_option_error(settings->command, "-x", &error)
               : CLI_DONE;
}

int cli_find_targets(cli_targets *out, const ent_exporters *exporters,
                     const cli_settings *settings)
{
    const cli_list *options = &settings->exporter_options;
    int code = CLI_DONE;
    *out = (cli_targets){.n = settings->outputs.n};
    if (out->n == 0)
        return cli_usage_error(settings->command,
                               "expected -o FILE, such as -o network.gexf");
    for (size_t i = 0; i < out->n && !code; i++) {
        cli_target *target = &out->items[i];
        target->path = settings->outputs.items[i];
        if (cli_format_is_for(settings, target->path))
            target->format = settings->format;
        code = find_exporter(target, exporters, settings);
    }
    if (!code)
        code = hand_over_looks(out, settings);
    for (size_t i = 0; i < options->n && !code; i++)
        code = hand_over_option(out, settings, options->items[i]);
    for (size_t i = 0; i < out->n && !code; i++)
        code = check_options(&out->items[i], exporters, settings);
    return code;
}
