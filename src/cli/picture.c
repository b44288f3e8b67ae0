#include "picture.h"

#include <stdio.h>
#include <stdlib.h>

#include "crash.h"
#include "exporters.h"
#include "progress.h"

/* More names can't be read in a column of text. */
enum { SHOWN = 60 };

static int collect(void *ctx, const void *bytes, size_t n)
{
    return fwrite(bytes, 1, n, ctx) != n;
}

static ent_status no_memory(ent_error *error)
{
    *error = (ent_error){.code = ENT_ERR_MEMORY,
                         .stage = "report",
                         .message = "out of memory",
                         .byte = -1};
    return ENT_ERR_MEMORY;
}

/* Into a text that grows. A failure to write means that memory is out. */
static ent_status draw_text(cli_picture *out, const ent_exporters *exporters,
                            const ent_network *network, ent_error *error)
{
    FILE *text = open_memstream(&out->svg, &out->size);
    if (!text)
        return no_memory(error);
    const ent_sink sink = {collect, text};
    cli_crash_watch("svg", "report.svg");
    ent_status status =
        ent_export(exporters, "svg", "report.svg", NULL, network, &sink, error);
    cli_crash_unwatch();
    if (fclose(text) == 0 && status != ENT_ERR_IO)
        return status;
    return no_memory(error);
}

static ent_status draw(cli_picture *out, const ent_exporters *exporters,
                       ent_network *network, const cli_settings *settings,
                       ent_error *error)
{
    ent_layout_options layout = settings->layout;
    layout.seed = settings->analyse.seed;
    ent_status status = ent_network_lay_out(network, &layout, error);
    return status ? status : draw_text(out, exporters, network, error);
}

static ent_status draw_strongest(cli_picture *out,
                                 const ent_exporters *exporters,
                                 const ent_network *whole,
                                 const cli_settings *settings, ent_error *error)
{
    ent_network *small = NULL;
    ent_status status = ent_network_strongest(&small, whole, SHOWN, error);
    if (status)
        return status;
    status = draw(out, exporters, small, settings, error);
    size_t shown = ent_network_node_count(small);
    size_t all = ent_network_node_count(whole);
    if (shown < all)
        snprintf(out->caption, sizeof out->caption,
                 "The %zu strongest of %zu names", shown, all);
    else
        snprintf(out->caption, sizeof out->caption, "All %zu names", all);
    ent_network_free(small);
    return status;
}

int cli_draw_picture(cli_picture *out, const cli_network *made,
                     const cli_settings *settings)
{
    ent_exporters *exporters = NULL;
    ent_error error = {0};
    if (cli_open_exporters(&exporters, settings))
        return CLI_FAILED;
    ent_status status = ENT_OK;
    if (ent_network_tie_count(made->network) &&
        ent_exporters_find(exporters, "svg", "report.svg", NULL, NULL, NULL) ==
            ENT_OK) {
        cli_progress_stage("drawing");
        status =
            draw_strongest(out, exporters, made->network, settings, &error);
        cli_progress_clear();
    }
    ent_exporters_free(exporters);
    return status ? cli_library_error(&error) : CLI_DONE;
}

void cli_free_picture(cli_picture *picture)
{
    free(picture->svg);
    picture->svg = NULL;
}
