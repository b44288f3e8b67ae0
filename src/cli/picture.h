/* The picture in a report. */
#ifndef ENTENTE_CLI_PICTURE_H
#define ENTENTE_CLI_PICTURE_H

#include "network.h"

/* Start from {0}. */
typedef struct cli_picture {
    char *svg; /* NULL: none */
    size_t size;
    char caption[120];
} cli_picture;

/* Draws the network, or its strongest nodes where all would be unreadable, with
 * the svg exporter. A program that has none makes no picture, which is no
 * failure. Returns an exit code, after a message on failure. */
int cli_draw_picture(cli_picture *out, const cli_network *made,
                     const cli_settings *settings);
void cli_free_picture(cli_picture *picture);

#endif
