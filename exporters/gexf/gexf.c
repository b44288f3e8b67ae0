/* GEXF, Gephi's own format (https://gexf.net), 1.2draft or 1.3. Metadata goes
 * into <meta>, because a GEXF graph has no attributes. */
#include <string.h>

#include "builtin.h"
#include "common/graph.h"
#include "common/look.h"
#include "common/writer.h"
#include "gexf/timeline.h"

typedef struct gexf {
    const ent_host *host;
    const ent_view *view;
    ent_i_timeline time;
    ent_i_writer w;
} gexf;

/* GEXF 1.2 has no dates, and its liststring cannot contain a name with the
 * separator in it: both are written as strings. */
static const char *const types[] = {
    [ENT_STRING] = "string", [ENT_INTEGER] = "long",
    [ENT_REAL] = "double",   [ENT_BOOLEAN] = "boolean",
    [ENT_DATE] = "string",   [ENT_STRING_LIST] = "string"};

/* Attributes with a place of their own are not columns. */
static bool is_column(ent_scope scope, const ent_attribute *a)
{
    return !ent_i_is_id(scope, a) &&
           strcmp(a->name, scope == ENT_NODE ? "label" : "weight") != 0;
}

/* The columns' names also serve as their ids: a value can be understood without
 * looking its column up, and columns may be added without renumbering. */
static void put_columns(gexf *g, ent_scope scope, const char *class)
{
    ent_i_puts(&g->w, "    <attributes");
    ent_i_put_attribute(&g->w, "class", class);
    ent_i_puts(&g->w, " mode=\"static\">\n");
    size_t n = g->host->attribute_count(g->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = g->host->attribute(g->view, scope, i);
        if (!is_column(scope, a))
            continue;
        ent_i_puts(&g->w, "      <attribute");
        ent_i_put_attribute(&g->w, "id", ent_i_file_name(scope, a));
        ent_i_put_attribute(&g->w, "title", ent_i_file_name(scope, a));
        ent_i_put_attribute(&g->w, "type", types[a->type]);
        ent_i_puts(&g->w, "/>\n");
    }
    ent_i_puts(&g->w, "    </attributes>\n");
    ent_i_put_timed_columns(&g->w, &g->time, scope, class);
}

/* A missing value is omitted; an empty one would be text where a number is
 * declared, which Gephi reports as an error in the file. */
static void put_values(gexf *g, ent_scope scope, size_t item)
{
    ent_i_puts(&g->w, "        <attvalues>\n");
    size_t n = g->host->attribute_count(g->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = g->host->attribute(g->view, scope, i);
        ent_value value;
        if (!is_column(scope, a) ||
            g->host->value(g->view, scope, item, i, &value) != 1)
            continue;
        ent_i_puts(&g->w, "          <attvalue");
        ent_i_put_attribute(&g->w, "for", ent_i_file_name(scope, a));
        ent_i_puts(&g->w, " value=\"");
        ent_i_put_value(&g->w, a->type, &value, ent_i_put_xml);
        ent_i_puts(&g->w, "\"/>\n");
    }
    ent_i_put_timed_values(&g->w, &g->time, scope, item);
    ent_i_puts(&g->w, "        </attvalues>\n");
    ent_i_put_spells(&g->w, &g->time, scope, item);
}

/* All nodes have a place or none: Gephi would put the rest in one heap. */
static void put_place(gexf *g, size_t node)
{
    double x, y;
    if (!ent_i_look_place(g->host, g->view, node, &x, &y))
        return;
    ent_i_puts(&g->w, "        <viz:position x=\"");
    ent_i_put_real(&g->w, x);
    ent_i_puts(&g->w, "\" y=\"");
    ent_i_put_real(&g->w, y);
    ent_i_puts(&g->w, "\" z=\"0\"/>\n");
}

static void put_look(gexf *g, size_t node)
{
    ent_i_colour c = ent_i_look_rgb(g->host, g->view, node);
    ent_i_puts(&g->w, "        <viz:size value=\"");
    ent_i_put_real(&g->w, ent_i_look_diameter(g->host, g->view, node));
    ent_i_puts(&g->w, "\"/>\n        <viz:color r=\"");
    ent_i_put_integer(&g->w, c.r);
    ent_i_puts(&g->w, "\" g=\"");
    ent_i_put_integer(&g->w, c.g);
    ent_i_puts(&g->w, "\" b=\"");
    ent_i_put_integer(&g->w, c.b);
    ent_i_puts(&g->w, "\" a=\"1\"/>\n");
}

static bool stopped(gexf *g)
{
    return g->w.failed || g->host->cancelled(g->view);
}

static void put_nodes(gexf *g)
{
    size_t n = g->host->node_count(g->view);
    ent_i_puts(&g->w, "    <nodes>\n");
    for (size_t i = 0; i < n && !stopped(g); i++) {
        ent_i_puts(&g->w, "      <node");
        ent_i_put_attribute(&g->w, "id", ent_i_node_id(g->host, g->view, i));
        ent_i_put_attribute(&g->w, "label",
                            ent_i_text(g->host, g->view, ENT_NODE, i, "label"));
        ent_i_puts(&g->w, ">\n");
        put_values(g, ENT_NODE, i);
        put_look(g, i);
        put_place(g, i);
        ent_i_puts(&g->w, "      </node>\n");
    }
    ent_i_puts(&g->w, "    </nodes>\n");
}

static void put_tie(gexf *g, size_t tie, double weight)
{
    ent_i_puts(&g->w, "      <edge");
    ent_i_put_tie_ids(&g->w, g->host, g->view, tie);
    ent_i_puts(&g->w, " weight=\"");
    ent_i_put_real(&g->w, weight);
    ent_i_puts(&g->w, "\">\n");
    put_values(g, ENT_TIE, tie);
    ent_i_puts(&g->w, "      </edge>\n");
}

/* Gephi's importer drops ties that weigh 0 or less, which npmi and llr can
 * produce. They are written anyway, since networkx and igraph keep them, with a
 * warning. */
static void put_ties(gexf *g)
{
    size_t n = g->host->tie_count(g->view), unusual = 0;
    ent_i_puts(&g->w, "    <edges>\n");
    for (size_t i = 0; i < n && !stopped(g); i++) {
        double weight = ent_i_number(g->host, g->view, ENT_TIE, i, "weight", 1);
        unusual += weight <= 0;
        put_tie(g, i, weight);
    }
    ent_i_puts(&g->w, "    </edges>\n");
    if (unusual)
        g->host->log(g->view, ENT_LOG_WARNING,
                     "some ties weigh 0 or less, and Gephi drops those; "
                     "--min-weight leaves them out everywhere");
}

/* From 2 on: <creator> already has program and version. */
static void put_meta(gexf *g)
{
    ent_i_puts(&g->w, "  <meta>\n    <creator>");
    ent_i_put_xml(&g->w, ent_i_text(g->host, g->view, ENT_GRAPH, 0, "program"));
    ent_i_puts(&g->w, " ");
    ent_i_put_xml(&g->w, ent_i_text(g->host, g->view, ENT_GRAPH, 0, "version"));
    ent_i_puts(&g->w, "</creator>\n    <description>");
    ent_i_put_facts(&g->w, g->host, g->view, 2, ". ");
    ent_i_puts(&g->w, "</description>\n  </meta>\n");
}

/* The two versions have different namespaces, and viz: is below each. */
static void put_head(gexf *g)
{
    bool newer = strcmp(g->host->option(g->view, "version"), "1.3") == 0;
    const char *space =
        newer ? "http://gexf.net/1.3" : "http://www.gexf.net/1.2draft";
    ent_i_puts(&g->w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf");
    ent_i_put_attribute(&g->w, "xmlns", space);
    ent_i_puts(&g->w, " xmlns:viz=\"");
    ent_i_puts(&g->w, space);
    ent_i_puts(&g->w, "/viz\"");
    ent_i_put_attribute(&g->w, "version", newer ? "1.3" : "1.2");
    ent_i_puts(&g->w, ">\n");
}

static int write_gexf(const ent_host *host, const ent_view *view,
                      const ent_sink *sink)
{
    gexf g = {
        .host = host, .view = view, .time = ent_i_timeline_of(host, view)};
    ent_i_writer_start(&g.w, sink);
    put_head(&g);
    put_meta(&g);
    ent_i_puts(&g.w, "  <graph defaultedgetype=\"undirected\"");
    ent_i_put_timed_graph(&g.w, &g.time);
    ent_i_puts(&g.w, ">\n");
    put_columns(&g, ENT_NODE, "node");
    put_columns(&g, ENT_TIE, "edge");
    put_nodes(&g);
    put_ties(&g);
    ent_i_puts(&g.w, "  </graph>\n</gexf>\n");
    return stopped(&g) ? -1 : ent_i_writer_end(&g.w);
}

const ent_exporter *ent_i_exporter_gexf(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "version",
         .type = ENT_STRING,
         .default_value = "1.2",
         .help = "1.2 is read everywhere, 1.3 by Gephi 0.10 and networkx 3.6",
         .choices = "1.2|1.3"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "gexf",
        .description = "GEXF for Gephi, with places, sizes and colours",
        .version = "1.0",
        .extensions = "gexf",
        .mime = "application/gexf+xml",
        .flags = ENT_EXPORTER_PLACED,
        .option_count = 1,
        .option_size = sizeof *options,
        .options = options,
        .write = write_gexf};
    (void)host_abi;
    return &exporter;
}
