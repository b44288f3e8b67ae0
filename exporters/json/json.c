/* Node-link JSON for d3, networkx and everybody's own scripts. Written item by
 * item: a whole tree of a million ties would take 600 MB. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "common/graph.h"
#include "common/writer.h"

typedef struct json {
    const ent_host *host;
    const ent_view *view;
    long evidence; /* most pieces per tie; below 0: all */
    bool failed;   /* jansson had no memory, or found invalid UTF-8 */
    ent_i_writer w;
} json;

/* jansson writes single braces and commas; the writer collects them. */
static int to_writer(const char *bytes, size_t n, void *ctx)
{
    json *j = ctx;
    ent_i_put(&j->w, bytes, n);
    return j->w.failed ? -1 : 0;
}

/* Writes an item on its own line and frees it. */
static void put_item(json *j, json_t *item, const char *before)
{
    ent_i_puts(&j->w, before);
    if (!item ||
        json_dump_callback(item, to_writer, j,
                           JSON_COMPACT | JSON_REAL_PRECISION(15)) != 0)
        j->failed = true;
    json_decref(item);
}

/* Sets a member and takes its value; a NULL value is a failure. */
static void set(json *j, json_t *object, const char *name, json_t *value)
{
    if (json_object_set_new(object, name, value) != 0)
        j->failed = true;
}

static json_t *list(json *j, const ent_value *value)
{
    json_t *array = json_array();
    for (size_t i = 0; i < value->count; i++)
        if (json_array_append_new(array, json_string(value->list[i])) != 0)
            j->failed = true;
    return array;
}

/* jansson writes a negative zero as "-0.0", which no reader expects. */
static json_t *real(double value) { return json_real(value == 0 ? 0 : value); }

/* json_string returns NULL for what is not UTF-8, which counts as a failure: a
 * file that other readers refuse would be worse. */
static json_t *to_json(json *j, ent_value_type type, const ent_value *value)
{
    switch (type) {
    case ENT_INTEGER:
        return json_integer(value->integer);
    case ENT_REAL:
        return real(value->real);
    case ENT_BOOLEAN:
        return json_boolean(value->integer);
    case ENT_STRING:
    case ENT_DATE:
        return json_string(value->string);
    case ENT_STRING_LIST:
        return list(j, value);
    }
    return NULL;
}

/* Sets all attributes that the item has, by name, in the object that `place`
 * chooses. */
static void set_attributes(json *j, json_t *object, ent_scope scope,
                           size_t item,
                           json_t *(*place)(json_t *, const char *))
{
    size_t n = j->host->attribute_count(j->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = j->host->attribute(j->view, scope, i);
        ent_value value;
        if (j->host->value(j->view, scope, item, i, &value) == 1)
            set(j, place(object, a->name), a->name,
                to_json(j, a->type, &value));
    }
}

/* Created with its first member, so that an object without any is absent. */
static json_t *child(json_t *object, const char *name)
{
    json_t *found = json_object_get(object, name);
    if (!found && json_object_set_new(object, name, json_object()) == 0)
        found = json_object_get(object, name);
    return found;
}

static json_t *in_object(json_t *object, const char *name)
{
    (void)name;
    return object;
}

/* The kinds of contact go under "encounters". */
static json_t *in_tie(json_t *tie, const char *name)
{
    static const char *const kinds[] = {"meet", "call", "joint"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(name, kinds[i]) == 0)
            return child(tie, "encounters");
    return tie;
}

/* Figures of the network go under "counts". */
static json_t *in_graph(json_t *graph, const char *name)
{
    static const char *const apart[] = {"program",  "version", "options",
                                        "warnings", "degrees", "first",
                                        "last"};
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if (strcmp(name, apart[i]) == 0)
            return graph;
    return child(graph, "counts");
}

/* An object instead of the attribute's lines. */
static void set_options(json *j, json_t *graph)
{
    json_t *object = json_object();
    size_t n = j->host->setting_count(j->view);
    for (size_t i = 0; i < n; i++) {
        const char *name, *value;
        if (j->host->setting(j->view, i, &name, &value) == 0)
            set(j, object, name, json_string(value));
    }
    set(j, graph, "options", object);
}

static void name_slice(json *j, json_t *in, size_t slice)
{
    const char *name = NULL, *first = NULL, *last = NULL;
    j->failed =
        j->failed || j->host->slice(j->view, slice, &name, &first, &last) != 0;
    set(j, in, "name", json_string(name));
    set(j, in, "first", json_string(first));
    set(j, in, "last", json_string(last));
}

/* What an item is in each slice that has it, with the slice's number. */
static void set_slices(json *j, json_t *object, ent_scope scope, size_t item)
{
    size_t slices = j->host->slice_count(j->view);
    size_t n = j->host->attribute_count(j->view, scope);
    json_t *array = slices ? json_array() : NULL;
    for (size_t s = 0; s < slices; s++) {
        json_t *in = json_object();
        for (size_t i = 0; i < n; i++) {
            const ent_attribute *a = j->host->attribute(j->view, scope, i);
            ent_value value;
            if (j->host->slice_value(j->view, s, scope, item, i, &value) == 1)
                set(j, in, a->name, to_json(j, a->type, &value));
        }
        if (scope == ENT_GRAPH)
            name_slice(j, in, s);
        else if (json_object_size(in))
            set(j, in, "slice", json_integer((json_int_t)s));
        if (!json_object_size(in))
            json_decref(in);
        else if (json_array_append_new(array, in) != 0)
            j->failed = true;
    }
    if (slices)
        set(j, object, "slices", array);
}

static void put_graph(json *j)
{
    json_t *graph = json_object();
    set_attributes(j, graph, ENT_GRAPH, 0, in_graph);
    set_slices(j, graph, ENT_GRAPH, 0);
    set_options(j, graph);
    put_item(j, graph, "{\"directed\":false,\"multigraph\":false,\n\"graph\":");
}

/* Unknown members are omitted rather than null, as there may be millions of
 * proofs. */
static json_t *proof_object(json *j, const ent_proof *p)
{
    json_t *o = json_object();
    set(j, o, "article", json_string(p->article));
    const struct {
        const char *name, *text;
    } known[] = {{"title", *p->title ? p->title : NULL},
                 {"source", p->source},
                 {"url", p->url},
                 {"date", p->date},
                 {"sentence", p->sentence},
                 {"field", p->field},
                 {"kind", p->kind},
                 {"status", p->standing},
                 {"when", p->when},
                 {"where", p->where}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].text)
            set(j, o, known[i].name, json_string(known[i].text));
    set(j, o, "start", json_integer(p->start));
    set(j, o, "end", json_integer(p->end));
    set(j, o, "share", real(p->share));
    if (p->copies) {
        set(j, o, "copies", json_integer(p->copies));
        const ent_value ids = {.list = p->copy_articles, .count = p->copies};
        set(j, o, "copy_articles", list(j, &ids));
    }
    return o;
}

static json_t *evidence_of(json *j, size_t tie)
{
    json_t *array = json_array();
    size_t n = j->host->proof_count(j->view, tie);
    if (j->evidence >= 0 && n > (size_t)j->evidence)
        n = (size_t)j->evidence;
    for (size_t k = 0; k < n; k++) {
        const ent_proof *p = j->host->proof(j->view, tie, k);
        if (!p || json_array_append_new(array, proof_object(j, p)) != 0)
            j->failed = true;
    }
    return array;
}

static bool stopped(json *j)
{
    return j->failed || j->w.failed || j->host->cancelled(j->view);
}

static void put_nodes(json *j)
{
    size_t n = j->host->node_count(j->view);
    ent_i_puts(&j->w, ",\n\"nodes\":[");
    for (size_t i = 0; i < n && !stopped(j); i++) {
        json_t *node = json_object();
        set_attributes(j, node, ENT_NODE, i, in_object);
        set_slices(j, node, ENT_NODE, i);
        put_item(j, node, i ? ",\n" : "\n");
    }
    ent_i_puts(&j->w, "]");
}

/* Evidence makes up most of the file; with "both" it is written once, under the
 * name that more readers know. */
static void put_ties(json *j, const char *key, bool evidence)
{
    size_t n = j->host->tie_count(j->view);
    ent_i_puts(&j->w, ",\n\"");
    ent_i_puts(&j->w, key);
    ent_i_puts(&j->w, "\":[");
    for (size_t i = 0; i < n && !stopped(j); i++) {
        size_t source = 0, target = 0;
        json_t *tie = json_object();
        j->host->tie_ends(j->view, i, &source, &target);
        set(j, tie, "source",
            json_string(ent_i_node_id(j->host, j->view, source)));
        set(j, tie, "target",
            json_string(ent_i_node_id(j->host, j->view, target)));
        set_attributes(j, tie, ENT_TIE, i, in_tie);
        if (evidence) {
            set_slices(j, tie, ENT_TIE, i);
            set(j, tie, "evidence", evidence_of(j, i));
        }
        put_item(j, tie, i ? ",\n" : "\n");
    }
    ent_i_puts(&j->w, "]");
}

static int write_json(const ent_host *host, const ent_view *view,
                      const ent_sink *sink)
{
    json j = {.host = host, .view = view};
    const char *key = host->option(view, "edges-key");
    bool both = strcmp(key, "both") == 0;
    j.evidence = strtol(host->option(view, "evidence"), NULL, 10);
    ent_i_writer_start(&j.w, sink);
    put_graph(&j);
    put_nodes(&j);
    put_ties(&j, both ? "links" : key, true);
    if (both)
        put_ties(&j, "edges", false);
    ent_i_puts(&j.w, "}\n");
    /* A failed sink has already told its host why. */
    if (j.failed && !j.w.failed)
        host->set_error(view, "expected valid UTF-8 and enough memory");
    return stopped(&j) ? -1 : ent_i_writer_end(&j.w);
}

const ent_exporter *ent_i_exporter_json(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "edges-key",
         .type = ENT_STRING,
         .default_value = "both",
         .help = "the member with the ties: links for d3 and networkx before "
                 "3.6, edges for networkx 3.6, or both, with evidence in links "
                 "only",
         .choices = "links|edges|both"},
        {.name = "evidence",
         .type = ENT_INTEGER,
         .default_value = "-1",
         .help = "limit on the pieces of evidence per tie; -1: all",
         .least = "-1"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "json",
        .description = "node-link JSON with evidence, for networkx and d3",
        .version = "1.0",
        .extensions = "json",
        .mime = "application/json",
        .option_count = sizeof options / sizeof *options,
        .option_size = sizeof *options,
        .options = options,
        .write = write_json};
    (void)host_abi;
    return &exporter;
}
