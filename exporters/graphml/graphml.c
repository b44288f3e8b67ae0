/* GraphML (Brandes et al. 2002, http://graphml.graphdrawing.org), in the form
 * that Gephi, networkx, igraph, yEd and Cytoscape agree on: every key typed,
 * the label named "label", the edge default stated, our own ids. igraph's own
 * writer truncates on control characters and renames the nodes. */
#include <string.h>

#include "builtin.h"
#include "common/graph.h"
#include "common/look.h"
#include "common/writer.h"

typedef struct graphml {
    const ent_host *host;
    const ent_view *view;
    ent_i_writer w;
} graphml;

static const char *const scopes[] = {[ENT_NODE] = "node", [ENT_TIE] = "edge"};

/* What Gephi uses to draw a node, besides the view's attributes. */
static const struct {
    const char *name, *type;
} looks[] = {{"size", "double"}, {"r", "int"},    {"g", "int"},
             {"b", "int"},       {"x", "double"}, {"y", "double"}};
enum { LOOKS = sizeof looks / sizeof *looks, PLACE = 2 };

/* GraphML has neither dates nor lists. "long", because Gephi's "int" has 32
 * bits and counts may be larger. */
static const char *const types[] = {
    [ENT_STRING] = "string", [ENT_INTEGER] = "long",
    [ENT_REAL] = "double",   [ENT_BOOLEAN] = "boolean",
    [ENT_DATE] = "string",   [ENT_STRING_LIST] = "string"};

/* Key ids share one namespace, and Gephi takes them as the columns' ids: they
 * stay plain unless nodes and edges would have the same one. */
static void put_key(graphml *g, const char *before, ent_scope scope,
                    const char *name)
{
    bool taken = scope == ENT_TIE &&
                 g->host->attribute_find(g->view, ENT_NODE, name) >= 0;
    ent_i_puts(&g->w, before);
    ent_i_puts(&g->w, taken ? "edge." : "");
    ent_i_put_xml(&g->w, name);
    ent_i_puts(&g->w, "\"");
}

static void declare(graphml *g, ent_scope scope, const char *name,
                    const char *type)
{
    put_key(g, "  <key id=\"", scope, name);
    ent_i_put_attribute(&g->w, "for", scopes[scope]);
    ent_i_put_attribute(&g->w, "attr.name", name);
    ent_i_put_attribute(&g->w, "attr.type", type);
    ent_i_puts(&g->w, "/>\n");
}

/* Keys come before the graph and have types, even those for which no item has a
 * value: networkx reads untyped ones as text. */
static void put_keys(graphml *g, ent_scope scope)
{
    size_t n = g->host->attribute_count(g->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = g->host->attribute(g->view, scope, i);
        if (!ent_i_is_id(scope, a))
            declare(g, scope, ent_i_file_name(scope, a), types[a->type]);
    }
    for (size_t i = 0; i < LOOKS && scope == ENT_NODE; i++)
        declare(g, scope, looks[i].name, looks[i].type);
}

static void put_data(graphml *g, ent_scope scope, size_t item)
{
    size_t n = g->host->attribute_count(g->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = g->host->attribute(g->view, scope, i);
        ent_value value;
        if (ent_i_is_id(scope, a) ||
            g->host->value(g->view, scope, item, i, &value) != 1)
            continue;
        put_key(g, "      <data key=\"", scope, ent_i_file_name(scope, a));
        ent_i_puts(&g->w, ">");
        ent_i_put_value(&g->w, a->type, &value, ent_i_put_xml);
        ent_i_puts(&g->w, "</data>\n");
    }
}

/* The place comes last, since there may be none. */
static void put_look(graphml *g, size_t node)
{
    ent_i_colour c = ent_i_look_rgb(g->host, g->view, node);
    double x = 0, y = 0;
    bool placed = ent_i_look_place(g->host, g->view, node, &x, &y);
    double values[LOOKS] = {
        ent_i_look_diameter(g->host, g->view, node), c.r, c.g, c.b, x, y};
    for (size_t i = 0; i < (placed ? LOOKS : LOOKS - PLACE); i++) {
        put_key(g, "      <data key=\"", ENT_NODE, looks[i].name);
        ent_i_puts(&g->w, ">");
        ent_i_put_real(&g->w, values[i]);
        ent_i_puts(&g->w, "</data>\n");
    }
}

static bool stopped(graphml *g)
{
    return g->w.failed || g->host->cancelled(g->view);
}

static void put_nodes(graphml *g)
{
    size_t n = g->host->node_count(g->view);
    for (size_t i = 0; i < n && !stopped(g); i++) {
        ent_i_puts(&g->w, "    <node");
        ent_i_put_attribute(&g->w, "id", ent_i_node_id(g->host, g->view, i));
        ent_i_puts(&g->w, ">\n");
        put_data(g, ENT_NODE, i);
        put_look(g, i);
        ent_i_puts(&g->w, "    </node>\n");
    }
}

/* Edges have their own ids; otherwise each reader would number them anew, and
 * two files could not be joined by edge. */
static void put_ties(graphml *g)
{
    size_t n = g->host->tie_count(g->view);
    for (size_t i = 0; i < n && !stopped(g); i++) {
        ent_i_puts(&g->w, "    <edge");
        ent_i_put_tie_ids(&g->w, g->host, g->view, i);
        ent_i_puts(&g->w, ">\n");
        put_data(g, ENT_TIE, i);
        ent_i_puts(&g->w, "    </edge>\n");
    }
}

/* Gephi would warn about each attribute of the graph. */
static void put_description(graphml *g)
{
    ent_i_puts(&g->w, "    <desc>");
    ent_i_put_facts(&g->w, g->host, g->view, 0, "\n");
    ent_i_puts(&g->w, "</desc>\n");
}

static int write_graphml(const ent_host *host, const ent_view *view,
                         const ent_sink *sink)
{
    graphml g = {.host = host, .view = view};
    ent_i_writer_start(&g.w, sink);
    ent_i_puts(&g.w,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
               "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
               "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
               " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
    put_keys(&g, ENT_NODE);
    put_keys(&g, ENT_TIE);
    ent_i_puts(&g.w, "  <graph id=\"entente\" edgedefault=\"undirected\">\n");
    put_description(&g);
    put_nodes(&g);
    put_ties(&g);
    ent_i_puts(&g.w, "  </graph>\n</graphml>\n");
    return stopped(&g) ? -1 : ent_i_writer_end(&g.w);
}

const ent_exporter *ent_i_exporter_graphml(uint32_t host_abi)
{
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "graphml",
        .description = "GraphML for Gephi, networkx, igraph, yEd, Cytoscape",
        .version = "1.0",
        .extensions = "graphml",
        .mime = "application/graphml+xml",
        .flags = ENT_EXPORTER_PLACED,
        .write = write_graphml};
    (void)host_abi;
    return &exporter;
}
