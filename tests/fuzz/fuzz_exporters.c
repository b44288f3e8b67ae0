/* Any labels and weights through the exporters that write text: somebody else's
 * parser takes the output and finds the same labels, or no label reaches beyond
 * its place.
 *
 * The input's first byte picks the options; every further line is a node, tied
 * to another one. The record separator (0x1E) stands for a line end within a
 * label. */
#include <math.h>

#include "builtin.h"
#include "common/writer.h"
#include "fuzz/written.h"
#include "graphviz/drawing.h"
#include "interop/fake_view.h"
#include "source/decode.h"

enum { NODES_MOST = 64, LABEL_MOST = 400 };

typedef struct made {
    fake_network network;
    fake_node nodes[NODES_MOST];
    fake_tie ties[NODES_MOST];
    char labels[NODES_MOST][LABEL_MOST + 1];
} made;

static int to_string(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

/* ---- the network ---- */

/* Bytes of the label as a number, for weights that no table would hold. */
static double weight_of(const char *label)
{
    double weight = 1;
    if (strlen(label) >= sizeof weight)
        memcpy(&weight, label, sizeof weight);
    return isfinite(weight) ? weight : -0.0;
}

static void add_node(made *m, const uint8_t *line, size_t size)
{
    size_t i = m->network.node_count++;
    fake_node *node = &m->nodes[i];
    char *label = m->labels[i];
    size = size < LABEL_MOST ? size : LABEL_MOST;
    for (size_t k = 0; k < size; k++)
        label[k] = line[k] == 0x1E ? '\n' : line[k] ? (char)line[k] : ' ';
    label[size] = '\0';
    snprintf(node->id, sizeof node->id, "%zu %.39s", i, size < 40 ? label : "");
    node->label = node->aliases[0] = label;
    node->strength = weight_of(label);
    node->mentions = (int64_t)size << 40;
    node->community = (int64_t)(size % 12) - 1;
    if (i > 0)
        m->ties[m->network.tie_count++] =
            (fake_tie){.source = size % i,
                       .target = i,
                       .weight = weight_of(label),
                       .count = (int64_t)size,
                       .meet = (int64_t)(size % 2)};
}

static void make(made *m, const uint8_t *data, size_t size)
{
    memset(m, 0, sizeof *m);
    m->network.nodes = m->nodes;
    m->network.ties = m->ties;
    while (size && m->network.node_count < NODES_MOST) {
        const uint8_t *stop = memchr(data, '\n', size);
        size_t line = stop ? (size_t)(stop - data) : size;
        add_node(m, data, line);
        line += stop != NULL;
        data += line;
        size -= line;
    }
}

/* ---- what must hold of the output ---- */

static void check_json(const made *m, const ent_i_string *text)
{
    json_t *root =
        json_loadb(text->items, text->n, JSON_REJECT_DUPLICATES, NULL);
    FUZZ_CHECK(root);
    json_t *nodes = json_object_get(root, "nodes");
    FUZZ_CHECK(json_array_size(nodes) == m->network.node_count);
    for (size_t i = 0; i < m->network.node_count; i++) {
        json_t *label = json_object_get(json_array_get(nodes, i), "label");
        FUZZ_CHECK(!ent_i_is_utf8(m->labels[i], strlen(m->labels[i])) ||
                   strcmp(json_string_value(label), m->labels[i]) == 0);
    }
    json_t *links = json_object_get(root, "links");
    json_t *edges = json_object_get(root, "edges");
    FUZZ_CHECK(links || edges);
    FUZZ_CHECK(!links || json_array_size(links) == m->network.tie_count);
    FUZZ_CHECK(!edges || json_array_size(edges) == m->network.tie_count);
    json_decref(root);
}

/* Whether XML 1.0 can carry the label as it is (production 2, Char). */
static bool fits_xml(const char *label)
{
    for (const char *p = label; *p; p++)
        if ((unsigned char)*p < ' ' && !strchr("\t\n\r", *p))
            return false;
    return ent_i_is_utf8(label, strlen(label)) &&
           !strstr(label, "\xEF\xBF\xBE") && !strstr(label, "\xEF\xBF\xBF");
}

/* The element's children called so, each handed to `check` by its place. */
static size_t each_child(const made *m, const xmlNode *parent, const char *name,
                         void (*check)(const made *, const xmlNode *, size_t))
{
    size_t n = 0;
    for (const xmlNode *c = parent->children; c; c = c->next)
        if (c->type == XML_ELEMENT_NODE &&
            xmlStrcmp(c->name, (const xmlChar *)name) == 0) {
            if (check)
                check(m, c, n);
            n++;
        }
    return n;
}

static const xmlNode *child(const xmlNode *parent, const char *name)
{
    for (const xmlNode *c = parent->children; c; c = c->next)
        if (xmlStrcmp(c->name, (const xmlChar *)name) == 0)
            return c;
    return NULL;
}

static void check_gexf_node(const made *m, const xmlNode *node, size_t i)
{
    xmlChar *label = xmlGetProp(node, (const xmlChar *)"label");
    FUZZ_CHECK(label);
    if (fits_xml(m->labels[i]))
        FUZZ_CHECK(strcmp((const char *)label, m->labels[i]) == 0);
    xmlFree(label);
}

static void check_graphml_node(const made *m, const xmlNode *node, size_t i)
{
    bool found = false;
    for (const xmlNode *c = node->children; c; c = c->next) {
        xmlChar *key = xmlGetProp(c, (const xmlChar *)"key");
        if (key && strcmp((const char *)key, "label") == 0) {
            xmlChar *label = xmlNodeGetContent(c);
            found = strcmp((const char *)label, m->labels[i]) == 0;
            xmlFree(label);
        }
        xmlFree(key);
    }
    FUZZ_CHECK(found || !fits_xml(m->labels[i]));
}

static void check_gexf(const made *m, const ent_i_string *text)
{
    xmlDoc *doc = parse_xml(text);
    const xmlNode *graph = child(xmlDocGetRootElement(doc), "graph");
    FUZZ_CHECK(graph);
    FUZZ_CHECK(each_child(m, child(graph, "nodes"), "node", check_gexf_node) ==
               m->network.node_count);
    FUZZ_CHECK(each_child(m, child(graph, "edges"), "edge", NULL) ==
               m->network.tie_count);
    xmlFreeDoc(doc);
}

static void check_graphml(const made *m, const ent_i_string *text)
{
    xmlDoc *doc = parse_xml(text);
    const xmlNode *graph = child(xmlDocGetRootElement(doc), "graph");
    FUZZ_CHECK(graph);
    FUZZ_CHECK(each_child(m, graph, "node", check_graphml_node) ==
               m->network.node_count);
    FUZZ_CHECK(each_child(m, graph, "edge", NULL) == m->network.tie_count);
    xmlFreeDoc(doc);
}

/* Reads one cell of RFC 4180 into `cell`; returns what ended it. */
static char next_cell(const char **at, char delimiter, ent_i_string *cell)
{
    const char *p = *at;
    bool quoted = *p == '"';
    cell->n = 0;
    FUZZ_CHECK(ent_i_string_adds(cell, ""));
    for (p += quoted; *p; p++) {
        if (quoted && *p == '"' && *++p != '"')
            break;
        if (!quoted && (*p == delimiter || *p == '\n'))
            break;
        FUZZ_CHECK(quoted || (*p != '"' && *p != '\r'));
        FUZZ_CHECK(ent_i_string_add(cell, p, 1));
    }
    FUZZ_CHECK(*p == delimiter || *p == '\n');
    *at = p + 1;
    return *p;
}

/* Whether a table holds the label as it is, or less its control characters. */
static bool is_dirty(const char *label)
{
    size_t n;
    for (; *label; label += n)
        if (!ent_i_is_plain(label, n = ent_i_utf8_length(label)))
            return true;
    return false;
}

/* Every row has as many cells as the head; the second one is the label. */
static void check_csv(const made *m, const ent_i_string *text, char delimiter)
{
    const char *at = text->items, *end = at + text->n;
    ent_i_string cell = {0};
    size_t columns = 0, rows = 0;
    for (; at < end; rows++) {
        size_t n = 0;
        char stop;
        do {
            stop = next_cell(&at, delimiter, &cell);
            if (n++ != 1 || rows == 0)
                continue;
            const char *label = m->labels[rows - 1];
            FUZZ_CHECK(
                is_dirty(label) || strcmp(cell.items, label) == 0 ||
                (cell.items[0] == '\'' && strcmp(cell.items + 1, label) == 0));
            /* CWE-1236: no spreadsheet runs what is written. */
            FUZZ_CHECK(!cell.items[0] || !strchr("=+-@\t\r", cell.items[0]));
        } while (stop != '\n');
        columns = rows == 0 ? n : columns;
        FUZZ_CHECK(n == columns);
    }
    FUZZ_CHECK(rows == m->network.node_count + 1);
    ent_i_vec_free(&cell);
}

/* ---- the runs ---- */

static int write_with(const ent_exporter *exporter, const made *m,
                      char *const *options, ent_i_string *text)
{
    char message[400];
    const ent_sink sink = {to_string, text};
    text->n = 0;
    FUZZ_CHECK(ent_i_string_adds(text, ""));
    int failed =
        fake_export(exporter, &m->network, options, &sink, message, -1);
    FUZZ_CHECK(!failed || message[0]);
    return failed;
}

static void run_json(const made *m, unsigned pick, ent_i_string *text)
{
    static char keys[][20] = {"edges-key=links", "edges-key=edges",
                              "edges-key=both"};
    char evidence[] = "evidence=1";
    char *const options[] = {keys[pick % 3], pick & 8 ? evidence : NULL, NULL};
    FUZZ_CHECK(write_with(ent_i_exporter_json(ENT_EXPORTER_ABI), m, options,
                          text) == 0);
    check_json(m, text);
}

static void run_xml(const made *m, unsigned pick, ent_i_string *text)
{
    static char versions[][12] = {"version=1.2", "version=1.3"};
    char *const options[] = {versions[pick % 2], NULL};
    FUZZ_CHECK(write_with(ent_i_exporter_gexf(ENT_EXPORTER_ABI), m, options,
                          text) == 0);
    check_gexf(m, text);
    FUZZ_CHECK(write_with(ent_i_exporter_graphml(ENT_EXPORTER_ABI), m, NULL,
                          text) == 0);
    check_graphml(m, text);
}

static void run_csv(const made *m, unsigned pick, ent_i_string *text)
{
    static char delimiters[][20] = {"delimiter=comma", "delimiter=semicolon",
                                    "delimiter=tab"};
    char part[] = "part=nodes";
    char *const options[] = {delimiters[pick % 3], part, NULL};
    FUZZ_CHECK(write_with(ent_i_exporter_csv(ENT_EXPORTER_ABI), m, options,
                          text) == 0);
    check_csv(m, text, ",;\t"[pick % 3]);
    FUZZ_CHECK(
        write_with(ent_i_exporter_csv(ENT_EXPORTER_ABI), m, NULL, text) == 0);
}

static void check_text(const made *m, const ent_i_string *text)
{
    (void)m;
    check_shown(text, "\t\n\r");
}

static size_t json_items(const json_t *in, const char *name)
{
    return json_array_size(json_object_get(in, name));
}

static void check_graph(const made *m, const ent_i_string *text)
{
    json_t *root =
        json_loadb(text->items, text->n, JSON_REJECT_DUPLICATES, NULL);
    FUZZ_CHECK(root);
    const json_t *elements = json_object_get(root, "elements");
    elements = elements ? elements : root;
    FUZZ_CHECK(json_items(elements, "nodes") == m->network.node_count);
    FUZZ_CHECK(json_items(elements, "edges") == m->network.tie_count);
    json_decref(root);
    check_text(m, text);
}

/* A line a tie, of three words. */
static void check_edges(const made *m, const ent_i_string *text)
{
    size_t lines = 0, tabs = 0;
    for (size_t i = 0; i < text->n; i++) {
        lines += text->items[i] == '\n';
        tabs += text->items[i] == '\t';
    }
    FUZZ_CHECK(lines == m->network.tie_count);
    FUZZ_CHECK(tabs == 2 * lines);
}

/* No cell reaches beyond its quotes: all rows are as long as the head. */
static void check_rows(const made *m, const ent_i_string *text)
{
    const char *at = text->items, *end = at + text->n;
    ent_i_string cell = {0};
    size_t columns = 0;
    check_text(m, text);
    while (at < end) {
        size_t n = 1;
        while (next_cell(&at, ',', &cell) != '\n')
            n++;
        columns = columns ? columns : n;
        FUZZ_CHECK(n == columns);
    }
    ent_i_vec_free(&cell);
}

/* The module's, linked by itself. */
static const ent_exporter_option dot_options[] = {
    {.name = "max-nodes", .type = ENT_INTEGER, .default_value = "0"},
    {.name = "max-ties", .type = ENT_INTEGER, .default_value = "0"}};
static const ent_exporter dot = {.abi_version = ENT_EXPORTER_ABI,
                                 .struct_size = sizeof dot,
                                 .option_count = 2,
                                 .option_size = sizeof *dot_options,
                                 .options = dot_options,
                                 .write = write_dot};

static const ent_exporter *entry_dot(uint32_t host_abi)
{
    (void)host_abi;
    return &dot;
}

static void run_others(const made *m, unsigned pick, ent_i_string *text)
{
    static char set[][20] = {"encoding=utf8", "names=id",   "part=nodes",
                             "names=label",   "max-ties=2", "max-nodes=3",
                             "graphics=false"};
    static const struct {
        ent_exporter_entry_fn entry;
        int option; /* of `set`, or none: -1 */
        void (*check)(const made *, const ent_i_string *);
    } runs[] = {{ent_i_exporter_graphology, -1, check_graph},
                {ent_i_exporter_cytoscape, -1, check_graph},
                {ent_i_exporter_gml, -1, check_text},
                {ent_i_exporter_gml, 0, check_text},
                {ent_i_exporter_gml, 6, check_text},
                {ent_i_exporter_pajek, -1, check_text},
                {ent_i_exporter_pajek, 1, check_text},
                {ent_i_exporter_neo4j, -1, check_rows},
                {ent_i_exporter_neo4j, 2, check_rows},
                {ent_i_exporter_edges, -1, check_edges},
                {ent_i_exporter_matrix, -1, check_rows},
                {ent_i_exporter_matrix, 3, check_rows},
                {ent_i_exporter_mermaid, -1, check_text},
                {ent_i_exporter_mermaid, 4, check_text},
                {entry_dot, -1, check_text},
                {entry_dot, 5, check_text}};
    size_t i = pick % (sizeof runs / sizeof *runs);
    char *const options[] = {runs[i].option < 0 ? NULL : set[runs[i].option],
                             NULL};
    FUZZ_CHECK(write_with(runs[i].entry(ENT_EXPORTER_ABI), m, options, text) ==
               0);
    runs[i].check(m, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static made m;
    ent_i_string text = {0};
    unsigned pick = size ? *data : 0;
    make(&m, data + (size > 0), size ? size - 1 : 0);
    run_json(&m, pick, &text);
    run_xml(&m, pick, &text);
    run_csv(&m, pick, &text);
    run_others(&m, pick, &text);
    ent_i_vec_free(&text);
    return 0;
}
