/* igraph keeps its handlers, its attribute table and its list of things to free
 * in globals. Whatever the host had there is restored after each use. Functions
 * in this file that return igraph_error_t clean up through igraph's own list
 * (FINALLY), which igraph unwinds itself when one of its calls fails. */
#include "graph/igraph_adapter.h"

#include <pthread.h>
#include <stdio.h>

#include "core/error.h"
#include "core/memory.h"

/* ---- entering and leaving ---- */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char last_message[256]; /* protected by the lock */

/* The first words of igraph's message say most; file and line refer to its own
 * source. */
static void remember(const char *reason, const char *file, int line,
                     igraph_error_t code)
{
    (void)file;
    (void)line;
    (void)code;
    snprintf(last_message, sizeof last_message, "%s", reason);
    /* Frees what igraph has allocated so far, which every error handler must
     * do. */
    IGRAPH_FINALLY_FREE();
}

/* By default igraph prints warnings to stderr; the library never prints. */
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

/* In reverse order of entering, with the lock last. */
void ent_i_igraph_leave(ent_i_igraph_use *use)
{
    igraph_set_attribute_table(use->attributes);
    igraph_set_warning_handler(use->on_warning);
    igraph_set_error_handler(use->on_error);
    pthread_mutex_unlock(&lock);
}

/* Still under the lock, because the message is read here. */
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

/* One call for all ties: adding them one by one costs a pass over the graph
 * each. */
static igraph_error_t add_ties(ent_i_graph *graph, const ent_i_link *links,
                               size_t n)
{
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, (igraph_integer_t)(2 * n)));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (size_t i = 0; i < n; i++) {
        VECTOR(ends)[2 * i] = links[i].a;
        VECTOR(ends)[2 * i + 1] = links[i].b;
        VECTOR(graph->weights)[i] = links[i].weight;
    }
    IGRAPH_CHECK(igraph_add_edges(&graph->graph, &ends, NULL));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Both objects pass to the caller only at the end; until then igraph frees
 * them. */
static igraph_error_t fill(ent_i_graph *graph, uint32_t nodes,
                           const ent_i_link *links, size_t n)
{
    IGRAPH_CHECK(igraph_empty(&graph->graph, nodes, IGRAPH_UNDIRECTED));
    IGRAPH_FINALLY(igraph_destroy, &graph->graph);
    IGRAPH_CHECK(igraph_vector_init(&graph->weights, (igraph_integer_t)n));
    IGRAPH_FINALLY(igraph_vector_destroy, &graph->weights);
    IGRAPH_CHECK(add_ties(graph, links, n));
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

ent_status ent_i_graph_new(ent_i_graph **out, uint32_t nodes,
                           const ent_i_link *links, size_t n, ent_error *error)
{
    ent_i_graph *graph = ent_i_calloc(1, sizeof *graph);
    if (!graph)
        return ent_i_no_memory(error, "graph");
    ent_i_igraph_use use;
    ent_i_igraph_enter(&use);
    ent_status status =
        ent_i_igraph_check(fill(graph, nodes, links, n), "graph", error);
    ent_i_igraph_leave(&use);
    if (status) {
        ent_i_free(graph);
        return status;
    }
    *out = graph;
    return ENT_OK;
}

/* Also under the lock: the attribute table set on entering frees the
 * attributes. */
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
