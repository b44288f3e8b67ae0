/* The JSON of graphology, which Gephi Lite and sigma.js read
 * (https://graphology.github.io/serialization.html). sigma draws a node by x,
 * y, size and color, and refuses one without a place; its "type" names a
 * drawing program, which is why ours is "entity_type". */
#include "builtin.h"
#include "common/json.h"
#include "common/look.h"

static void put_node(ent_i_format *f, size_t i)
{
    double x = 0, y = 0;
    char colour[8];
    ent_i_look_place(f->host, f->view, i, &x, &y);
    ent_i_look_colour(f->host, f->view, i, colour);
    ent_i_put_json_open(f, "\n{");
    ent_i_put_json_text(f, "key", ent_i_node_id(f->host, f->view, i));
    ent_i_put_json_open(f, "\"attributes\":{");
    ent_i_format_values(f, ENT_NODE, i, NULL, ent_i_put_json_value);
    ent_i_put_json_real(f, "x", x);
    ent_i_put_json_real(f, "y", y);
    /* The radius, as sigma draws it. */
    ent_i_put_json_real(f, "size",
                        ent_i_look_diameter(f->host, f->view, i) / 2);
    ent_i_put_json_text(f, "color", colour);
    ent_i_put_json_close(f, "}}");
}

static void put_tie(ent_i_format *f, size_t i)
{
    char id[1024];
    ent_i_tie_id(f->host, f->view, i, id, sizeof id);
    ent_i_put_json_open(f, "\n{");
    ent_i_put_json_text(f, "key", id);
    ent_i_put_json_text(f, "source", ent_i_format_end_id(f, i, 0));
    ent_i_put_json_text(f, "target", ent_i_format_end_id(f, i, 1));
    ent_i_put_json_open(f, "\"undirected\":true");
    f->gap = ",";
    ent_i_put_json_open(f, "\"attributes\":{");
    ent_i_format_values(f, ENT_TIE, i, NULL, ent_i_put_json_value);
    ent_i_put_json_close(f, "}}");
}

static int write_graphology(const ent_host *host, const ent_view *view,
                            const ent_sink *sink)
{
    ent_i_format f;
    ent_i_format_start(&f, host, view, sink);
    ent_i_put_json_open(&f, "{\"options\":{\"type\":\"undirected\","
                            "\"multi\":false,\"allowSelfLoops\":false},\n"
                            "\"attributes\":{");
    ent_i_format_values(&f, ENT_GRAPH, 0, NULL, ent_i_put_json_value);
    ent_i_put_json_close(&f, "}");
    ent_i_put_json_open(&f, "\n\"nodes\":[");
    ent_i_format_items(&f, ENT_NODE, put_node);
    ent_i_put_json_close(&f, "]");
    ent_i_put_json_open(&f, "\n\"edges\":[");
    ent_i_format_items(&f, ENT_TIE, put_tie);
    ent_i_put_json_close(&f, "]}\n");
    return ent_i_format_end(&f);
}

const ent_exporter *ent_i_exporter_graphology(uint32_t host_abi)
{
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "graphology",
        .description = "JSON for Gephi Lite, sigma.js and graphology",
        .version = "1.0",
        .extensions = "graphology graphology.json",
        .mime = "application/json",
        .flags = ENT_EXPORTER_PLACED,
        .write = write_graphology};
    (void)host_abi;
    return &exporter;
}
