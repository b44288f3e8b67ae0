/* One module with four exporters: they share Graphviz, its globals and its
 * licence, and the program can start without it. */
#include "graphviz/drawing.h"
#include "graphviz/theme.h"

static const ent_exporter_option dot_options[] = {
    {.name = "max-nodes",
     .type = ENT_INTEGER,
     .default_value = "0",
     .help = "draw the N strongest nodes; 0: all",
     .least = "0"},
    {.name = "max-ties",
     .type = ENT_INTEGER,
     .default_value = "0",
     .help = "draw the N heaviest ties among them; 0: all",
     .least = "0"}};

static const ent_exporter_option picture_options[] = {
    {.name = "max-nodes",
     .type = ENT_INTEGER,
     .default_value = "-1",
     .help = "draw the N strongest nodes; 0: all; -1: 1000, in slices 60",
     .least = "-1"},
    {.name = "max-ties",
     .type = ENT_INTEGER,
     .default_value = "-1",
     .help = "draw the N heaviest ties among them; 0: all; -1: as many as can "
             "be told apart",
     .least = "-1"},
    {.name = "size",
     .type = ENT_STRING,
     .default_value = "strength",
     .help = "what the sizes of nodes show",
     .choices = "strength|degree|betweenness|closeness|eigenvector|pagerank"},
    {.name = "labels",
     .type = ENT_INTEGER,
     .default_value = "-1",
     .help = "name the N strongest nodes, as far as there is room; -1: all",
     .least = "-1"},
    {.name = "title",
     .type = ENT_STRING,
     .default_value = "",
     .help = "what stands above the picture, instead of what it shows"},
    {.name = "legend",
     .type = ENT_BOOLEAN,
     .default_value = "true",
     .help = "explain sizes, lines, shapes and colours below the picture"},
    {.name = "theme",
     .type = ENT_STRING,
     .default_value = "light",
     .help = "colours for a light or a dark page, or for print",
     .choices = THEMES},
    {.name = "page",
     .type = ENT_STRING,
     .default_value = "free",
     .help = "fit into a page, lying or standing; free: as large as is needed",
     .choices = "free|A5|A4|A3"},
    {.name = "width",
     .type = ENT_REAL,
     .default_value = "0",
     .help = "of a free page, in millimetres; 0: as is needed",
     .least = "0",
     .most = "5000"},
    {.name = "height",
     .type = ENT_REAL,
     .default_value = "0",
     .help = "of a free page, in millimetres; 0: as is needed",
     .least = "0",
     .most = "5000"},
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
        .mime = type, .flags = ENT_EXPORTER_PLACED | (bits),                   \
        .option_count = COUNT(picture_options),                                \
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
