/* igraph keeps its handlers, its attribute table and its list of things to free
 * in globals. Whatever the host had there is back after each use. Functions in
 * this file that return igraph_error_t clean up by igraph's own list (FINALLY),
 * as it unwinds the list itself when one of its calls fails. */
#include "graph/igraph_adapter.h"

#include <pthread.h>
#include <stdio.h>

#include "core/error.h"
#include "core/memory.h"

/* ---- entering and leaving ---- */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char last_message[256]; /* under the lock */

/* The first words of igraph are the most telling; file and line are of its own
 * source. */
static void remember(const char *reason, const char *file, int line,
                     igraph_error_t code)
{
    (void)file;
    (void)line;
    (void)code;
    snprintf(last_message, sizeof last_message, "%s", reason);
    /* What igraph had allocated so far; any error handler has to do this. */
    IGRAPH_FINALLY_FREE();
}

/* igraph prints warnings to stderr by default; the library never prints. */
static void ignore(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

void ent_i_igraph_enter(ent_i_igraph_use *use)
{
    /* Debian builds igraph without thread-local globals. */
    pthread_mutex_lock(&lock);
    last_message[0] = '\0';
    /* igraph's own handler aborts the process. */
    use->on_error = igraph_set_error_handler(remember);
    use->on_warning = igraph_set_warning_handler(ignore);
    use->attributes = igraph_set_attribute_table(&igraph_cattribute_table);
}

/* In the reverse order of entering, with the lock last. */
void ent_i_igraph_leave(ent_i_igraph_use *use)
{
    igraph_set_attribute_table(use->attributes);
    igraph_set_warning_handler(use->on_warning);
    igraph_set_error_handler(use->on_error);
    pthread_mutex_unlock(&lock);
}

/* Still under the lock, as the message is read here. */
ent_status ent_i_igraph_check(igraph_error_t code, const char *stage,
                              ent_error *error)
{
    if (code == IGRAPH_SUCCESS)
        return ENT_OK;
    if (code == IGRAPH_ENOMEM)
        return ent_i_no_memory(error, stage);
    return ent_i_fail(error, ENT_ERR_LIBRARY, stage, "igraph: %s (%s)",
                      last_message[0] ? last_message : "failed",
                      igraph_strerror(code));
}

/* ---- the graph ---- */

/* One call for all ties: one by one each costs a pass over the graph. */
static igraph_error_t add_ties(igraph_t *graph, const ent_i_tie *ties, size_t n)
{
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, (igraph_integer_t)(2 * n)));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (size_t i = 0; i < n; i++) {
        VECTOR(ends)[2 * i] = ties[i].tie.source;
        VECTOR(ends)[2 * i + 1] = ties[i].tie.target;
    }
    IGRAPH_CHECK(igraph_add_edges(graph, &ends, NULL));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* One table row an attribute. */
static const char *node_id(const ent_node *node) { return node->id; }
static const char *node_label(const ent_node *node) { return node->label; }
static const char *node_type(const ent_node *node)
{
    return ent_type_name((ent_type)node->type);
}

static igraph_error_t set_node_attributes(igraph_t *graph,
                                          const ent_node *nodes, size_t n)
{
    static const struct {
        const char *name;
        const char *(*get)(const ent_node *node);
    } attributes[] = {
        {"id", node_id}, {"label", node_label}, {"type", node_type}};
    igraph_strvector_t values;
    IGRAPH_CHECK(igraph_strvector_init(&values, (igraph_integer_t)n));
    IGRAPH_FINALLY(igraph_strvector_destroy, &values);
    for (size_t a = 0; a < sizeof attributes / sizeof *attributes; a++) {
        for (size_t i = 0; i < n; i++)
            IGRAPH_CHECK(igraph_strvector_set(&values, (igraph_integer_t)i,
                                              attributes[a].get(&nodes[i])));
        IGRAPH_CHECK(
            igraph_cattribute_VAS_setv(graph, attributes[a].name, &values));
    }
    igraph_strvector_destroy(&values);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static double tie_weight(const ent_tie *tie) { return tie->weight; }
static double tie_count(const ent_tie *tie) { return tie->count; }
static double tie_articles(const ent_tie *tie) { return tie->articles; }

/* The weights come last, so that they stay in `values`. */
static igraph_error_t set_tie_attributes(ent_i_graph *graph,
                                         const ent_i_tie *ties, size_t n)
{
    static const struct {
        const char *name;
        double (*get)(const ent_tie *tie);
    } attributes[] = {{"count", tie_count},
                      {"articles", tie_articles},
                      {"weight", tie_weight}};
    igraph_vector_t *values = &graph->weights;
    for (size_t a = 0; a < sizeof attributes / sizeof *attributes; a++) {
        for (size_t i = 0; i < n; i++)
            VECTOR(*values)[i] = attributes[a].get(&ties[i].tie);
        IGRAPH_CHECK(igraph_cattribute_EAN_setv(&graph->graph,
                                                attributes[a].name, values));
    }
    return IGRAPH_SUCCESS;
}

/* Both objects pass to the caller only at the end: until then igraph frees
 * them. */
static igraph_error_t fill(ent_i_graph *graph, const ent_node *nodes,
                           size_t node_count, const ent_i_tie *ties,
                           size_t tie_count)
{
    IGRAPH_CHECK(igraph_empty(&graph->graph, (igraph_integer_t)node_count,
                              IGRAPH_UNDIRECTED));
    IGRAPH_FINALLY(igraph_destroy, &graph->graph);
    IGRAPH_CHECK(
        igraph_vector_init(&graph->weights, (igraph_integer_t)tie_count));
    IGRAPH_FINALLY(igraph_vector_destroy, &graph->weights);
    IGRAPH_CHECK(add_ties(&graph->graph, ties, tie_count));
    IGRAPH_CHECK(set_node_attributes(&graph->graph, nodes, node_count));
    IGRAPH_CHECK(set_tie_attributes(graph, ties, tie_count));
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

ent_status ent_i_graph_new(ent_i_graph **out, const ent_node *nodes,
                           size_t node_count, const ent_i_tie *ties,
                           size_t tie_count, ent_error *error)
{
    ent_i_graph *graph = ent_i_calloc(1, sizeof *graph);
    if (!graph)
        return ent_i_no_memory(error, "graph");
    ent_i_igraph_use use;
    ent_i_igraph_enter(&use);
    ent_status status = ent_i_igraph_check(
        fill(graph, nodes, node_count, ties, tie_count), "graph", error);
    ent_i_igraph_leave(&use);
    if (status) {
        ent_i_free(graph);
        return status;
    }
    *out = graph;
    return ENT_OK;
}

/* Under the lock as well: attributes are freed by the table set on entering. */
void ent_i_graph_free(ent_i_graph *graph)
{
    if (!graph)
        return;
    ent_i_igraph_use use;
    ent_i_igraph_enter(&use);
    igraph_vector_destroy(&graph->weights);
    igraph_destroy(&graph->graph);
    ent_i_igraph_leave(&use);
    ent_i_free(graph);
}
