/* Cytoscape's JSON in the form of cytoscape.js, which the desktop program reads
 * too (https://js.cytoscape.org/#notation/elements-json). Its tables want nodes
 * called "name" and ties an "interaction". */
#include "builtin.h"
#include "common/json.h"
#include "common/look.h"

/* y runs downwards there. */
static void put_place(ent_i_format *f, size_t node)
{
    double x, y;
    if (!ent_i_look_place(f->host, f->view, node, &x, &y))
        return;
    ent_i_put_json_open(f, "\"position\":{");
    ent_i_put_json_real(f, "x", x);
    ent_i_put_json_real(f, "y", -y);
    ent_i_put_json_close(f, "}");
}

static void put_node(ent_i_format *f, size_t i)
{
    char colour[8];
    ent_i_look_colour(f->host, f->view, i, colour);
    ent_i_put_json_open(f, "\n{\"data\":{");
    ent_i_put_json_text(f, "id", ent_i_node_id(f->host, f->view, i));
    ent_i_put_json_text(f, "name",
                        ent_i_text(f->host, f->view, ENT_NODE, i, "label"));
    ent_i_format_values(f, ENT_NODE, i, NULL, ent_i_put_json_value);
    ent_i_put_json_real(f, "size", ent_i_look_diameter(f->host, f->view, i));
    ent_i_put_json_text(f, "color", colour);
    ent_i_put_json_close(f, "}");
    put_place(f, i);
    ent_i_put_json_close(f, "}");
}

/* Nodes and ties share one space of ids, and a tie whose id is taken vanishes
 * without a word: hence the colon, which no node's id begins with. */
static void put_tie(ent_i_format *f, size_t i)
{
    char id[1024] = ":";
    ent_i_tie_id(f->host, f->view, i, id + 1, sizeof id - 1);
    ent_i_put_json_open(f, "\n{\"data\":{");
    ent_i_put_json_text(f, "id", id);
    ent_i_put_json_text(f, "source", ent_i_format_end_id(f, i, 0));
    ent_i_put_json_text(f, "target", ent_i_format_end_id(f, i, 1));
    ent_i_put_json_text(f, "interaction",
                        ent_i_look_met(f->host, f->view, i) ? "met"
                                                            : "named with");
    ent_i_format_values(f, ENT_TIE, i, NULL, ent_i_put_json_value);
    ent_i_put_json_close(f, "}}");
}

static void put_head(ent_i_format *f)
{
    ent_i_put_json_open(f, "{\"format_version\":\"1.0\","
                           "\"target_cytoscapejs_version\":\"~3.0\"");
    f->gap = ",";
    ent_i_put_json_text(f, "generated_by",
                        ent_i_text(f->host, f->view, ENT_GRAPH, 0, "program"));
    ent_i_put_json_open(f, "\n\"data\":{");
    ent_i_put_json_text(f, "name", "entente");
    ent_i_format_values(f, ENT_GRAPH, 0, NULL, ent_i_put_json_value);
    ent_i_put_json_close(f, "}");
}

static int write_cytoscape(const ent_host *host, const ent_view *view,
                           const ent_sink *sink)
{
    ent_i_format f;
    ent_i_format_start(&f, host, view, sink);
    put_head(&f);
    ent_i_put_json_open(&f, "\n\"elements\":{\"nodes\":[");
    ent_i_format_items(&f, ENT_NODE, put_node);
    ent_i_put_json_close(&f, "]");
    ent_i_put_json_open(&f, "\n\"edges\":[");
    ent_i_format_items(&f, ENT_TIE, put_tie);
    ent_i_put_json_close(&f, "]}}\n");
    return ent_i_format_end(&f);
}

const ent_exporter *ent_i_exporter_cytoscape(uint32_t host_abi)
{
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "cytoscape",
        .description = "JSON for Cytoscape and cytoscape.js",
        .version = "1.0",
        .extensions = "cyjs cytoscape",
        .mime = "application/json",
        .flags = ENT_EXPORTER_PLACED,
        .write = write_cytoscape};
    (void)host_abi;
    return &exporter;
}
