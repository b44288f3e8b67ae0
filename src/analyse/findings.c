/* Measures a subject: what several measures need is made once (rows of
 * neighbours, components, paths, triangles, communities), then the tables of
 * measures are worked through, igraph's rows under its lock. */
#include "analyse/findings.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "graph/igraph_versions.h"

void ent_i_findings_free(ent_i_findings *f)
{
    ent_i_adjacency_free(&f->adjacency);
    ent_i_paths_free(&f->paths);
    ent_i_cuts_free(&f->cuts);
    ent_i_triangles_free(&f->triangles);
    ent_i_roles_free(&f->roles);
    ent_i_communities_free(&f->communities);
    ent_i_graph_free(f->graph);
    ent_i_free(f->component);
    ent_i_free(f->nodes);
    ent_i_free(f->ties);
    ent_i_free(f->whole);
}

/* ---- what measures need ---- */

/* Distances in steps are cheap beside those by weight: an eighth of what is
 * spent on estimates of these. */
static double hops_budget(const ent_i_path_options *how)
{
    const double usual = 8e9;
    return how->exact ? INFINITY : (how->budget > 0 ? how->budget : usual) / 8;
}

/* Everything that needs no communities. */
static bool prepare(ent_i_findings *f, const ent_i_path_options *how)
{
    size_t n = f->of.nodes;
    f->nodes = ent_i_calloc(n * ent_measure_count(), sizeof *f->nodes);
    f->ties = ent_i_calloc(f->of.link_count * ent_tie_measure_count(),
                           sizeof *f->ties);
    f->whole = ent_i_calloc(ent_graph_measure_count(), sizeof *f->whole);
    f->component = ent_i_malloc(n * sizeof *f->component);
    return f->nodes && f->ties && f->whole && f->component &&
           ent_i_adjacency_build(&f->adjacency, f->of.nodes, f->of.links,
                                 f->of.link_count) &&
           ent_i_components(&f->adjacency, f->component, &f->of.components) &&
           ent_i_measure_paths(&f->paths, &f->adjacency, f->component,
                               f->of.components, how) &&
           ent_i_measure_hops(&f->hops, &f->adjacency, how->seed,
                              hops_budget(how)) &&
           ent_i_find_cuts(&f->cuts, &f->adjacency) &&
           ent_i_find_triangles(&f->triangles, &f->adjacency);
}

static void take_measures(ent_i_findings *f)
{
    ent_i_subject *of = &f->of;
    of->adjacency = &f->adjacency;
    of->component = f->component;
    of->communities = &f->communities;
    of->paths = &f->paths;
    of->hops = &f->hops;
    of->cuts = &f->cuts;
    of->triangles = &f->triangles;
    of->roles = &f->roles;
    for (size_t i = 0; i < ent_measure_count(); i++)
        if (ent_i_measure_at(i)->take)
            ent_i_measure_at(i)->take(of, ent_i_finding(f, i));
    for (size_t i = 0; i < ent_tie_measure_count(); i++)
        ent_i_tie_measure_at(i)->take(of, f->ties + i * of->link_count);
    for (size_t i = 0; i < ent_graph_measure_count(); i++)
        ent_i_graph_measure_at(i)->take(of, f->whole + i);
}

/* ---- igraph's part ---- */

static igraph_error_t ask_measures(ent_i_findings *f, uint64_t seed)
{
    igraph_vector_t values;
    IGRAPH_CHECK(igraph_vector_init(&values, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &values);
    for (size_t i = 0; i < ent_measure_count(); i++) {
        if (!ent_i_measure_at(i)->ask)
            continue;
        IGRAPH_CHECK(igraph_rng_seed(igraph_rng_default(), seed));
        IGRAPH_CHECK(ent_i_measure_at(i)->ask(f->graph, &values));
        memcpy(ent_i_finding(f, i), VECTOR(values),
               f->of.nodes * sizeof(double));
    }
    igraph_vector_destroy(&values);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Uses our own generator, so that the same seed gives the same result (ARPACK
 * also starts from random numbers) and the host's generator is left alone. It
 * is seeded anew each time, so that no measure depends on those before it. */
static igraph_error_t ask_igraph(ent_i_findings *f, uint64_t seed,
                                 double resolution)
{
    igraph_rng_t ours;
    ent_i_igraph_rng hosts;
    IGRAPH_CHECK(igraph_rng_init(&ours, &igraph_rngtype_mt19937));
    ent_i_igraph_set_rng(&hosts, &ours);
    igraph_error_t code = ask_measures(f, seed);
    if (!code)
        code = igraph_rng_seed(&ours, seed);
    if (!code)
        code = ent_i_find_communities(&f->communities, f->graph, resolution);
    ent_i_igraph_put_rng_back(&hosts);
    igraph_rng_destroy(&ours);
    return code;
}

/* Holds igraph's lock as briefly as possible. */
static ent_status measure_with_igraph(ent_i_findings *f, uint64_t seed,
                                      double resolution, ent_error *error)
{
    ent_status status = ent_i_graph_new(&f->graph, f->of.nodes, f->of.links,
                                        f->of.link_count, error);
    if (status)
        return status;
    ent_i_igraph_use use;
    ent_i_igraph_enter(&use);
    status =
        ent_i_igraph_check(ask_igraph(f, seed, resolution), "analyse", error);
    ent_i_igraph_leave(&use);
    return status;
}

ent_status ent_i_find(ent_i_findings *f, const ent_i_path_options *how,
                      double resolution, ent_error *error)
{
    f->communities.modularity = f->communities.all_stability = NAN;
    if (!prepare(f, how))
        return ent_i_no_memory(error, "analyse");
    ent_status status =
        f->of.nodes ? measure_with_igraph(f, how->seed, resolution, error)
                    : ENT_OK;
    if (status)
        return status;
    if (!ent_i_settle_communities(&f->communities, f->of.nodes) ||
        !ent_i_find_roles(&f->roles, &f->adjacency, f->communities.of,
                          f->communities.count))
        return ent_i_no_memory(error, "analyse");
    take_measures(f);
    return ENT_OK;
}
