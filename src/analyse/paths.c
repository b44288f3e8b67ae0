/* Chooses the sources to search from and adds up the results. */
#include "analyse/paths.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "analyse/near.h"
#include "analyse/search.h"
#include "core/memory.h"
#include "core/random.h"

/* Nanoseconds, measured on one 2.4 GHz core. A search follows each tie from
 * both ends and passes each node through a heap. */
static const double TIE_COST = 5;
static const double NODE_COST = 5;  /* times the log of the number */
static const double NEAR_COST = 40; /* per tie followed when looking around */
/* Exact measures may take half a minute of that; users who do not get exact
 * ones need not wait as long. */
static const double EXACT_BUDGET = 30e9;
static const double SEARCH_BUDGET = 8e9;
static const double NEAR_BUDGET = 2e9;

enum {
    MIN_SAMPLES = 256,
    MIN_NEAR_STEPS = 64,
    MAX_NEAR_STEPS = 8192,
    /* Sums are made block by block, then over the blocks in order, so that they
     * are the same for any number of threads. */
    BLOCKS = 64,
    MAX_THREADS = 64,
    /* How many ties to follow justify another thread. */
    THREAD_WORK = 4000000
};

/* The sums over sources for one node: Brandes' dependencies, the inverse
 * distances of far nodes, and the squares of both. */
typedef struct sums {
    double dependency;
    double dependency_squared;
    double harmonic;
    double harmonic_squared;
} sums;

/* A component and how many of its nodes are sources. */
typedef struct part {
    uint32_t nodes;
    uint32_t sources;
    size_t first; /* its nodes in plan.nodes, sources first */
    double cost;  /* of a single search */
    size_t neighbours;
} part;

typedef struct plan {
    part *parts;
    uint32_t part_count;
    uint32_t *nodes;   /* by part */
    bool *is_source;   /* by node */
    uint32_t *sources; /* ascending */
    uint32_t source_count;
    double work;
} plan;

/* ---- which sources ---- */

/* The first steps of a Fisher-Yates shuffle. */
static void draw(uint32_t *nodes, uint32_t n, uint32_t count, uint64_t *state)
{
    for (uint32_t i = 0; i < count && count < n; i++) {
        uint32_t other = i + (uint32_t)(ent_i_random(state) % (n - i));
        uint32_t kept = nodes[i];
        nodes[i] = nodes[other];
        nodes[other] = kept;
    }
}

static bool plan_new(plan *p, uint32_t nodes, uint32_t components)
{
    *p = (plan){.part_count = components};
    p->parts = ent_i_calloc(components, sizeof *p->parts);
    p->nodes = ent_i_malloc(nodes * sizeof *p->nodes);
    p->is_source = ent_i_calloc(nodes, sizeof *p->is_source);
    p->sources = ent_i_malloc(nodes * sizeof *p->sources);
    return p->parts && p->nodes && p->is_source && p->sources;
}

static void plan_free(plan *p)
{
    ent_i_free(p->parts);
    ent_i_free(p->nodes);
    ent_i_free(p->is_source);
    ent_i_free(p->sources);
}

/* Finds the size and cost of each part, and lists its nodes together. */
static void find_parts(plan *p, const ent_i_adjacency *adjacency,
                       const uint32_t *component)
{
    for (uint32_t i = 0; i < adjacency->nodes; i++) {
        part *of = &p->parts[component[i]];
        of->nodes++;
        of->neighbours += adjacency->first[i + 1] - adjacency->first[i];
    }
    size_t first = 0;
    for (uint32_t c = 0; c < p->part_count; c++) {
        part *of = &p->parts[c];
        of->first = first;
        first += of->nodes;
        of->cost = TIE_COST * (double)of->neighbours +
                   NODE_COST * of->nodes * log2(of->nodes + 1.0);
    }
    for (uint32_t i = 0; i < adjacency->nodes; i++) {
        part *of = &p->parts[component[i]];
        p->nodes[of->first + of->sources++] = i;
    }
}

/* How many sources a part can have at most: all, if that is affordable. */
static uint32_t samples_of(const plan *p, const ent_i_path_options *options)
{
    double all = 0, once = 0;
    if (options->exact)
        return UINT32_MAX;
    if (options->samples)
        return options->samples < 2 ? 2 : options->samples;
    for (uint32_t c = 0; c < p->part_count; c++) {
        all += p->parts[c].cost * p->parts[c].nodes;
        once += p->parts[c].cost;
    }
    if (all <= (options->budget > 0 ? options->budget : EXACT_BUDGET))
        return UINT32_MAX;
    double search = options->budget > 0 ? options->budget : SEARCH_BUDGET;
    double affordable = floor(search / once);
    return affordable < MIN_SAMPLES ? MIN_SAMPLES : (uint32_t)affordable;
}

/* In ascending order, so that searches read memory in sequence. */
static bool choose_sources(plan *p, uint32_t nodes, uint32_t samples,
                           uint64_t seed)
{
    bool sampled = false;
    for (uint32_t c = 0; c < p->part_count; c++) {
        part *of = &p->parts[c];
        of->sources = of->nodes < samples ? of->nodes : samples;
        sampled = sampled || of->sources < of->nodes;
        draw(p->nodes + of->first, of->nodes, of->sources, &seed);
        for (uint32_t i = 0; i < of->sources; i++)
            p->is_source[p->nodes[of->first + i]] = true;
        p->work += (double)of->neighbours * of->sources;
    }
    for (uint32_t i = 0; i < nodes; i++)
        if (p->is_source[i])
            p->sources[p->source_count++] = i;
    return sampled;
}

/* ---- the searches, in blocks ---- */

typedef struct job {
    const ent_i_roads *roads;
    const plan *plan;
    const uint32_t *component;
    ent_i_near *near; /* by node; NULL when every node is a source */
    uint32_t near_steps;
    sums *total;          /* by node */
    ent_i_tie_sum *along; /* by tie */
    size_t ties;
    atomic_uint next;     /* the next block to do */
    atomic_uint looked;   /* the next block to look around in */
    atomic_bool failed;   /* because memory ran out */
    pthread_mutex_t lock; /* for added */
    pthread_cond_t grown;
    unsigned added; /* blocks already in total */
} job;

static uint32_t border(uint32_t n, unsigned block)
{
    return (uint32_t)((uint64_t)n * block / BLOCKS);
}

/* Nodes in fully searched parts need no surroundings: all their distances are
 * known. */
static void look_around(const job *all, ent_i_near_search *s, unsigned block)
{
    uint32_t n = all->roads->nodes;
    for (uint32_t i = border(n, block); i < border(n, block + 1); i++) {
        const part *of = &all->plan->parts[all->component[i]];
        all->near[i] = of->sources < of->nodes
                           ? ent_i_look_around(s, i, all->near_steps)
                           : (ent_i_near){0};
    }
}

static void add_source(const job *all, const ent_i_search *s, sums *out)
{
    for (uint32_t k = 1; k < s->settled; k++) {
        uint32_t node = s->order[k];
        const ent_i_visit *seen = &s->visits[node];
        sums *of = &out[node];
        of->dependency += seen->dependency;
        of->dependency_squared += seen->dependency * seen->dependency;
        if (all->near && ent_i_is_near(seen->distance, all->near[node].radius))
            continue;
        double inverse = 1 / seen->distance;
        of->harmonic += inverse;
        of->harmonic_squared += inverse * inverse;
    }
}

/* Sums of doubles depend on their order, so each block waits for the earlier
 * ones. Those were started earlier, so nobody waits long. */
static void add_block(job *all, unsigned block, const sums *own,
                      const ent_i_tie_sum *along)
{
    pthread_mutex_lock(&all->lock);
    while (all->added != block)
        pthread_cond_wait(&all->grown, &all->lock);
    for (uint32_t i = 0; i < all->roads->nodes; i++) {
        all->total[i].dependency += own[i].dependency;
        all->total[i].dependency_squared += own[i].dependency_squared;
        all->total[i].harmonic += own[i].harmonic;
        all->total[i].harmonic_squared += own[i].harmonic_squared;
    }
    for (size_t i = 0; i < all->ties; i++) {
        all->along[i].dependency += along[i].dependency;
        all->along[i].squared += along[i].squared;
    }
    all->added++;
    pthread_cond_broadcast(&all->grown);
    pthread_mutex_unlock(&all->lock);
}

static void search_block(job *all, ent_i_search *s, unsigned block, sums *own,
                         ent_i_tie_sum *along)
{
    uint32_t n = all->plan->source_count;
    memset(own, 0, all->roads->nodes * sizeof *own);
    memset(along, 0, all->ties * sizeof *along);
    for (uint32_t i = border(n, block); i < border(n, block + 1); i++) {
        ent_i_search_from(s, all->plan->sources[i]);
        ent_i_search_hand_back(s, along);
        add_source(all, s, own);
    }
    add_block(all, block, own, along);
}

/* One thread: takes blocks until none are left. If it cannot get memory it
 * takes none, so that nobody waits for it. */
static void *search_blocks(void *argument)
{
    job *all = argument;
    ent_i_search s;
    sums *own = ent_i_malloc(all->roads->nodes * sizeof *own);
    ent_i_tie_sum *along = ent_i_malloc(all->ties * sizeof *along);
    bool good = ent_i_search_new(&s, all->roads) && own && along;
    for (unsigned block;
         good && (block = atomic_fetch_add(&all->next, 1)) < BLOCKS;)
        search_block(all, &s, block, own, along);
    if (!good)
        atomic_store(&all->failed, true);
    ent_i_search_free(&s);
    ent_i_free(own);
    ent_i_free(along);
    return NULL;
}

static void *look_blocks(void *argument)
{
    job *all = argument;
    ent_i_near_search *s = ent_i_near_search_new(all->roads);
    for (unsigned block;
         s && (block = atomic_fetch_add(&all->looked, 1)) < BLOCKS;)
        look_around(all, s, block);
    if (!s)
        atomic_store(&all->failed, true);
    ent_i_near_search_free(s);
    return NULL;
}

/* The calling thread works too, so a thread that fails to start is not
 * missed. */
static bool work_together(job *all, void *(*work)(void *), double ties)
{
    pthread_t helpers[MAX_THREADS];
    unsigned started = 0;
    double worth = ties / THREAD_WORK;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    while (started < MAX_THREADS && started + 1 < cores &&
           started + 1 < worth &&
           pthread_create(&helpers[started], NULL, work, all) == 0)
        started++;
    work(all);
    while (started)
        pthread_join(helpers[--started], NULL);
    return !atomic_load(&all->failed);
}

/* ---- from sums to measures ---- */

/* The estimated sum over a population from k members drawn without replacement,
 * and its standard error. */
typedef struct estimate {
    double sum;
    double error;
} estimate;

static estimate extrapolate(double sum, double squares, double population,
                            double k)
{
    if (k <= 0)
        return (estimate){0, population > 0 ? NAN : 0};
    double variance = k > 1 ? (squares - sum * sum / k) / (k - 1) : NAN;
    double drawn = k / population;
    return (estimate){
        sum / drawn,
        drawn < 1 ? population * sqrt(fmax(variance, 0) / k * (1 - drawn)) : 0};
}

/* A node is not a source for its own measures. */
static void measure_node(ent_i_paths *out, const job *all, uint32_t i)
{
    double n = all->roads->nodes;
    double pairs = (n - 1) * (n - 2);
    const part *of = &all->plan->parts[all->component[i]];
    double population = of->nodes - 1.0;
    double k = of->sources - (double)all->plan->is_source[i];
    const sums *s = &all->total[i];
    estimate between =
        extrapolate(s->dependency, s->dependency_squared, population, k);
    estimate close =
        extrapolate(s->harmonic, s->harmonic_squared, population, k);
    double near = all->near ? all->near[i].harmonic : 0;
    out->betweenness[i] = pairs > 0 ? between.sum / pairs : 0;
    out->closeness[i] = n > 1 ? (near + close.sum) / (n - 1) : 0;
    if (!all->near)
        return;
    out->betweenness_error[i] = between.error / pairs;
    out->closeness_error[i] = close.error / (n - 1);
}

/* Every node is a source for the ties of its part. */
static void measure_tie(ent_i_paths *out, const job *all, uint32_t i,
                        const ent_i_step *step)
{
    double n = all->roads->nodes;
    const part *of = &all->plan->parts[all->component[i]];
    const ent_i_tie_sum *s = &all->along[step->tie];
    estimate along =
        extrapolate(s->dependency, s->squared, of->nodes, of->sources);
    out->along[step->tie] = along.sum / (n * (n - 1));
    if (all->near)
        out->along_error[step->tie] = along.error / (n * (n - 1));
}

/* Each tie is met at both ends and measured at the lower one. */
static void measure_ties(ent_i_paths *out, const job *all)
{
    const size_t *first = all->roads->first;
    for (uint32_t i = 0; i < all->roads->nodes; i++)
        for (size_t k = first[i]; k < first[i + 1]; k++)
            if (all->roads->steps[k].node > i)
                measure_tie(out, all, i, &all->roads->steps[k]);
}

static bool paths_new(ent_i_paths *out, uint32_t nodes, size_t ties,
                      bool sampled)
{
    out->betweenness = ent_i_malloc(nodes * sizeof(double));
    out->closeness = ent_i_malloc(nodes * sizeof(double));
    out->along = ent_i_malloc(ties * sizeof(double));
    if (sampled) {
        out->betweenness_error = ent_i_malloc(nodes * sizeof(double));
        out->closeness_error = ent_i_malloc(nodes * sizeof(double));
        out->along_error = ent_i_malloc(ties * sizeof(double));
    }
    return out->betweenness && out->closeness && out->along &&
           (!sampled || (out->betweenness_error && out->closeness_error &&
                         out->along_error));
}

void ent_i_paths_free(ent_i_paths *paths)
{
    ent_i_free(paths->betweenness);
    ent_i_free(paths->closeness);
    ent_i_free(paths->along);
    ent_i_free(paths->betweenness_error);
    ent_i_free(paths->closeness_error);
    ent_i_free(paths->along_error);
    *paths = (ent_i_paths){0};
}

/* Needed only if some sources are left out. */
static bool look_everywhere(job *all, ent_i_roads *roads)
{
    uint32_t n = roads->nodes;
    double steps = NEAR_BUDGET / NEAR_COST / n;
    all->near_steps =
        (uint32_t)fmax(fmin(steps, MAX_NEAR_STEPS), MIN_NEAR_STEPS);
    all->near = ent_i_malloc(n * sizeof *all->near);
    ent_i_roads_sort(roads);
    return all->near &&
           work_together(all, look_blocks, (double)n * all->near_steps);
}

static bool run(ent_i_paths *out, const plan *p, const uint32_t *component,
                ent_i_roads *roads, bool sampled)
{
    job all = {.roads = roads,
               .plan = p,
               .component = component,
               .ties = roads->first[roads->nodes] / 2,
               .lock = PTHREAD_MUTEX_INITIALIZER,
               .grown = PTHREAD_COND_INITIALIZER};
    all.total = ent_i_calloc(roads->nodes, sizeof *all.total);
    all.along = ent_i_calloc(all.ties, sizeof *all.along);
    bool done = all.total && all.along &&
                paths_new(out, roads->nodes, all.ties, sampled) &&
                (!sampled || look_everywhere(&all, roads)) &&
                work_together(&all, search_blocks, p->work);
    for (uint32_t i = 0; done && i < roads->nodes; i++)
        measure_node(out, &all, i);
    if (done)
        measure_ties(out, &all);
    ent_i_free(all.total);
    ent_i_free(all.along);
    ent_i_free(all.near);
    return done;
}

bool ent_i_measure_paths(ent_i_paths *out, const ent_i_adjacency *adjacency,
                         const uint32_t *component, uint32_t components,
                         const ent_i_path_options *options)
{
    plan p;
    ent_i_roads roads = {0};
    *out = (ent_i_paths){0};
    bool done = plan_new(&p, adjacency->nodes, components) &&
                ent_i_roads_build(&roads, adjacency);
    if (done) {
        find_parts(&p, adjacency, component);
        uint32_t samples = samples_of(&p, options);
        bool sampled =
            choose_sources(&p, adjacency->nodes, samples, options->seed);
        out->samples = sampled ? samples : 0;
        done = run(out, &p, component, &roads, sampled);
    }
    ent_i_roads_free(&roads);
    plan_free(&p);
    return done;
}
