/* One module with four exporters: they share Graphviz, its globals and its
 * licence, and the program can start without it. */
#include "graphviz/drawing.h"

#define SHARED_OPTIONS(nodes, ties)                                            \
    {.name = "max-nodes",                                                      \
     .type = ENT_INTEGER,                                                      \
     .default_value = nodes,                                                   \
     .help = "draw the N strongest nodes; 0: all",                             \
     .least = "0"},                                                            \
    {                                                                          \
        .name = "max-ties", .type = ENT_INTEGER, .default_value = ties,        \
        .help = "draw the N heaviest ties among them; 0: all", .least = "0"    \
    }

static const ent_exporter_option dot_options[] = {SHARED_OPTIONS("0", "0")};

static const ent_exporter_option picture_options[] = {
    SHARED_OPTIONS("150", "600"),
    {.name = "labels",
     .type = ENT_INTEGER,
     .default_value = "150",
     .help = "label the N strongest nodes; -1: all",
     .least = "-1"},
    {.name = "title",
     .type = ENT_STRING,
     .default_value = "",
     .help = "a line below the picture"},
    {.name = "legend",
     .type = ENT_BOOLEAN,
     .default_value = "true",
     .help = "explain sizes and colours below the picture"},
    {.name = "dpi",
     .type = ENT_REAL,
     .default_value = "96",
     .help = "dots per inch; for png only",
     .least = "10",
     .most = "1200"}};

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

/* Declared here because no header has it: each plug-in has its own. */
ENT_EXPORTER_EXPORT const ent_exporter *ent_exporter_entry(uint32_t host_abi);

const ent_exporter *ent_exporter_entry(uint32_t host_abi)
{
    return ENT_EXPORTER_ABI_MAJOR(host_abi) ==
                   ENT_EXPORTER_ABI_MAJOR(ENT_EXPORTER_ABI)
               ? &dot
               : NULL;
}
