/* Which exporter writes which output, and with which options. */
#ifndef ENTENTE_CLI_TARGETS_H
#define ENTENTE_CLI_TARGETS_H

#include "cli.h"

enum { CLI_LOOKS = 3 };

/* One -o of build. */
typedef struct cli_target {
    const char *path;
    const char *format; /* the exporter's name, or NULL to go by path */
    const ent_exporter_info *exporter;
    /* "NAME=VALUE", as ent_export takes them */
    const char *options[CLI_LIST_MAX + CLI_LOOKS + 1];
    size_t option_count;
} cli_target;

typedef struct cli_targets {
    cli_target items[CLI_LIST_MAX];
    size_t n;
    char looks[CLI_LOOKS][48]; /* pictures' options, which targets refer to */
} cli_targets;

/* Finds an exporter for each -o and passes each -x to the exporters it applies
 * to. Returns CLI_DONE; CLI_USAGE after a message when an exporter is missing
 * or an option or its value is wrong; CLI_FAILED when memory is out. */
int cli_find_targets(cli_targets *out, const ent_exporters *exporters,
                     const cli_settings *settings);

#endif
