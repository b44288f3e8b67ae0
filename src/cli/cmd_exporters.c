/* entente exporters: what build can write, with which options, and why a
 * plug-in cannot be used. */
#define _GNU_SOURCE /* secure_getenv */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crash.h"
#include "exporters.h"

/* A --plugin must load; a file in a folder may fail. A program that runs with
 * another user's rights loads no code from folders that the caller names. */
int cli_open_exporters(ent_exporters **out, const cli_settings *settings)
{
    ent_error error = {0};
    *out = NULL;
    cli_crash_watch_loading();
    ent_status status =
        ent_exporters_new(out, !settings->no_plugins,
                          secure_getenv("ENTENTE_EXPORTER_PATH"), &error);
    for (size_t i = 0; !status && i < settings->plugins.n; i++)
        status = ent_exporters_load(*out, settings->plugins.items[i], &error);
    cli_crash_unwatch();
    if (status == ENT_OK)
        return CLI_DONE;
    ent_exporters_free(*out);
    *out = NULL;
    return cli_library_error(&error);
}

/* ---- all of them, briefly ---- */

/* The width of the column's widest cell, so that the list lines up. */
static int width_of(const ent_exporters *exporters,
                    const char *(*column)(const ent_exporter_info *))
{
    size_t width = 0;
    for (size_t i = 0; i < ent_exporters_count(exporters); i++) {
        size_t size = strlen(column(ent_exporters_info(exporters, i)));
        width = size > width ? size : width;
    }
    return (int)width;
}

static const char *name_of(const ent_exporter_info *info) { return info->name; }

/* A plug-in that could not be loaded has not described itself. */
static const char *extensions_of(const ent_exporter_info *info)
{
    return info->failure || !info->extensions ? "" : info->extensions;
}

/* The names of its options, on the line below the exporter. */
static void print_option_names(const ent_exporter_info *info, int indent)
{
    for (size_t i = 0; i < info->option_count; i++)
        printf("%*s%s%s", i ? 0 : indent, "", i ? ", " : "-x ",
               info->options[i].name);
    if (info->option_count)
        printf("\n");
}

static void print_list(const ent_exporters *exporters)
{
    int names = width_of(exporters, name_of);
    int extensions = width_of(exporters, extensions_of);
    for (size_t i = 0; i < ent_exporters_count(exporters); i++) {
        const ent_exporter_info *info = ent_exporters_info(exporters, i);
        if (info->failure) {
            printf("%-*s  cannot be loaded: %s (%s)\n", names, info->name,
                   info->failure, info->path);
            continue;
        }
        printf("%-*s  %-*s  %s  %s (%s)\n", names, info->name, extensions,
               info->extensions, info->version, info->description, info->path);
        print_option_names(info, names + 2);
    }
}

/* ---- one in full ---- */

/* The values an option takes: "N", "A|B", ... */
static const char *placeholder(const ent_exporter_option *option)
{
    static const char *const words[] = {[ENT_STRING] = "TEXT",
                                        [ENT_INTEGER] = "N",
                                        [ENT_REAL] = "NUMBER",
                                        [ENT_BOOLEAN] = "true|false"};
    return option->choices ? option->choices : words[option->type];
}

static void print_exporter_option(const ent_exporter_option *option)
{
    char forms[120];
    char help[800];
    size_t used = (size_t)snprintf(help, sizeof help, "%s (",
                                   option->help ? option->help : "");
    if (option->least && used < sizeof help)
        used += (size_t)snprintf(help + used, sizeof help - used,
                                 "at least %s, ", option->least);
    if (option->most && used < sizeof help)
        used += (size_t)snprintf(help + used, sizeof help - used,
                                 "at most %s, ", option->most);
    if (used < sizeof help)
        snprintf(help + used, sizeof help - used, "default %s)",
                 *option->default_value ? option->default_value : "empty");
    snprintf(forms, sizeof forms, "  %s=%s", option->name, placeholder(option));
    cli_print_entry(forms, help);
}

static void print_exporter(const ent_exporter_info *info)
{
    if (info->failure) {
        printf("%s cannot be loaded: %s\n\nFrom        %s\n", info->name,
               info->failure, info->path);
        return;
    }
    printf("%s: %s\n\n", info->name, info->description);
    printf("Endings     %s\n", info->extensions);
    printf("Media type  %s%s\n", info->mime,
           info->binary ? " (not for a terminal)" : "");
    printf("Version     %s\n", info->version);
    printf("From        %s\n", info->path);
    if (!info->option_count)
        return;
    printf(
        "\nOptions, given as -x NAME=VALUE, or as -x %s:NAME=VALUE for this\n"
        "exporter alone:\n",
        info->name);
    for (size_t i = 0; i < info->option_count; i++)
        print_exporter_option(&info->options[i]);
}

/* ---- which ---- */

bool cli_exporter_wanted(const ent_exporter_info *info,
                         const cli_settings *settings)
{
    for (size_t i = 0; i < settings->input_count; i++)
        if (strcmp(info->name, settings->inputs[i]) == 0)
            return true;
    return settings->input_count == 0;
}

static void print_wanted(const ent_exporters *exporters,
                         const cli_settings *settings)
{
    size_t printed = 0;
    for (size_t i = 0; i < ent_exporters_count(exporters); i++) {
        const ent_exporter_info *info = ent_exporters_info(exporters, i);
        if (!cli_exporter_wanted(info, settings))
            continue;
        printf("%s", printed++ ? "\n" : "");
        print_exporter(info);
    }
}

/* A plug-in that could not be loaded goes by its file's name. For a name that
 * matches nothing, the library knows best why. */
static int check_name(const ent_exporters *exporters,
                      const cli_settings *settings, const char *name)
{
    ent_error error = {0};
    for (size_t i = 0; i < ent_exporters_count(exporters); i++)
        if (strcmp(ent_exporters_info(exporters, i)->name, name) == 0)
            return CLI_DONE;
    if (ent_exporters_find(exporters, name, NULL, NULL, NULL, &error))
        return cli_usage_error(settings->command, "%s", error.message);
    return CLI_DONE;
}

int cli_exporters(const cli_settings *settings)
{
    ent_exporters *exporters;
    int code = cli_open_exporters(&exporters, settings);
    for (size_t i = 0; i < settings->input_count && !code; i++)
        code = check_name(exporters, settings, settings->inputs[i]);
    if (!code && settings->json)
        code = cli_exporters_json(exporters, settings);
    else if (!code && settings->input_count)
        print_wanted(exporters, settings);
    else if (!code)
        print_list(exporters);
    ent_exporters_free(exporters);
    return code;
}
