/* One module with four exporters: they share Graphviz, its globals and its
 * licence, and the program starts without it. */
#include "graphviz/drawing.h"

#define SHARED_OPTIONS(nodes, ties)                                            \
    {"max-nodes", ENT_INTEGER, nodes, "draw the N strongest nodes; 0: all",    \
     NULL},                                                                    \
    {                                                                          \
        "max-ties", ENT_INTEGER, ties,                                         \
            "draw the N heaviest ties among them; 0: all", NULL                \
    }

static const ent_exporter_option dot_options[] = {SHARED_OPTIONS("0", "0")};

static const ent_exporter_option picture_options[] = {
    SHARED_OPTIONS("150", "600"),
    {"labels", ENT_INTEGER, "150", "label the N strongest nodes; -1: all",
     NULL},
    {"title", ENT_STRING, "", "a line below the picture", NULL},
    {"legend", ENT_BOOLEAN, "true", "say below what sizes and colours mean",
     NULL},
    {"dpi", ENT_REAL, "96", "dots an inch, 10 to 1200; png alone has dots",
     NULL}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

#define PICTURE(id, text, type, bits, following)                               \
    {                                                                          \
        .abi_version = ENT_EXPORTER_ABI, .struct_size = sizeof(ent_exporter),  \
        .name = #id, .description = text, .version = "1.0", .extensions = #id, \
        .mime = type, .flags = bits, .option_count = COUNT(picture_options),   \
        .option_size = sizeof *picture_options, .options = picture_options,    \
        .write = write_##id, .next = following                                 \
    }

static const ent_exporter pdf = PICTURE(
    pdf, "picture for print", "application/pdf", ENT_EXPORTER_BINARY, NULL);
static const ent_exporter png = PICTURE(png, "picture for pages and slides",
                                        "image/png", ENT_EXPORTER_BINARY, &pdf);
static const ent_exporter svg =
    PICTURE(svg, "picture that scales, for the web", "image/svg+xml", 0, &png);

static const ent_exporter dot = {
    .abi_version = ENT_EXPORTER_ABI,
    .struct_size = sizeof(ent_exporter),
    .name = "dot",
    .description = "Graphviz's language, with sizes and colours",
    .version = "1.0",
    .extensions = "dot gv",
    .mime = "text/vnd.graphviz",
    .option_count = COUNT(dot_options),
    .option_size = sizeof *dot_options,
    .options = dot_options,
    .write = write_dot,
    .next = &svg};

/* Declared here, since no header of ours has it: each plug-in has its own. */
ENT_EXPORTER_EXPORT const ent_exporter *ent_exporter_entry(uint32_t host_abi);

const ent_exporter *ent_exporter_entry(uint32_t host_abi)
{
    return ENT_EXPORTER_ABI_MAJOR(host_abi) ==
                   ENT_EXPORTER_ABI_MAJOR(ENT_EXPORTER_ABI)
               ? &dot
               : NULL;
}
