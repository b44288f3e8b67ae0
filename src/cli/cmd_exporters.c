/* entente exporters: what build can write, and why a plug-in cannot be used. */
#define _GNU_SOURCE /* secure_getenv */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exporters.h"

/* What --plugin names must load; what lies in a folder may fail. */
int cli_open_exporters(ent_exporters **out, const cli_settings *settings)
{
    ent_error error = {0};
    *out = NULL;
    ent_status status = ent_exporters_new(
        out, !settings->no_plugins, secure_getenv("ENTENTE_EXPORTER_PATH"), &error);
    for (size_t i = 0; !status && i < settings->plugins.n; i++)
        status = ent_exporters_load(*out, settings->plugins.items[i], &error);
    if (status == ENT_OK)
        return CLI_DONE;
    ent_exporters_free(*out);
    *out = NULL;
    return cli_library_error(&error);
}

/* The widest cell of a column, so that the list lines up. */
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

/* A plug-in that could not be loaded has told nothing about itself. */
static const char *extensions_of(const ent_exporter_info *info)
{
    return info->failure || !info->extensions ? "" : info->extensions;
}

int cli_exporters(const cli_settings *settings)
{
    ent_exporters *exporters;
    if (cli_open_exporters(&exporters, settings))
        return CLI_FAILED;
    int names = width_of(exporters, name_of);
    int extensions = width_of(exporters, extensions_of);
    for (size_t i = 0; i < ent_exporters_count(exporters); i++) {
        const ent_exporter_info *info = ent_exporters_info(exporters, i);
        if (info->failure)
            printf("%-*s  cannot be loaded: %s (%s)\n", names, info->name,
                   info->failure, info->path);
        else
            printf("%-*s  %-*s  %s  %s (%s)\n", names, info->name, extensions,
                   info->extensions, info->version, info->description,
                   info->path);
    }
    ent_exporters_free(exporters);
    return CLI_DONE;
}
