#include "graphviz/drawing.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/look.h"

long drawing_option(const drawing *d, const char *name)
{
    const char *text = d->host->option(d->view, name);
    return text ? strtol(text, NULL, 10) : 0;
}

/* Strongest first; equals in the network's order. */
static int by_size(const void *a, const void *b)
{
    const drawn_node *x = a, *y = b;
    if (x->size != y->size)
        return x->size < y->size ? 1 : -1;
    return x->node < y->node ? -1 : x->node > y->node;
}

static int by_weight(const void *a, const void *b)
{
    const drawn_tie *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? -1 : 1;
    return x->tie > y->tie ? -1 : x->tie < y->tie;
}

/* Weights such as npmi may make a strength negative, and an area needs its
 * square root. */
static double strength(const drawing *d, size_t node)
{
    return fmax(ent_i_number(d->host, d->view, ENT_NODE, node, "strength", 0),
                0);
}

/* One element more than there are nodes: calloc of 0 may return NULL, which
 * would look like running out of memory. */
static int choose_nodes(drawing *d)
{
    size_t n = d->host->node_count(d->view);
    long most = drawing_option(d, "max-nodes");
    double largest = 0;
    d->nodes = calloc(n + 1, sizeof *d->nodes);
    if (!d->nodes)
        return -1;
    for (size_t i = 0; i < n; i++) {
        d->nodes[i].node = i;
        d->nodes[i].strength = strength(d, i);
        largest = fmax(largest, d->nodes[i].strength);
    }
    for (size_t i = 0; i < n && largest > 0; i++)
        d->nodes[i].size = d->nodes[i].strength / largest;
    qsort(d->nodes, n, sizeof *d->nodes, by_size);
    d->node_count = most > 0 && n > (size_t)most ? (size_t)most : n;
    d->nodes_left_out = n - d->node_count;
    return 0;
}

/* Collects the ties between drawn nodes; place gives a node's index among the
 * drawn ones, or a larger number. */
static void collect_ties(drawing *d, const size_t *place, double *heaviest)
{
    size_t all = d->host->tie_count(d->view);
    for (size_t i = 0; i < all; i++) {
        size_t source = 0, target = 0;
        d->host->tie_ends(d->view, i, &source, &target);
        if (place[source] >= d->node_count || place[target] >= d->node_count)
            continue;
        double weight = ent_i_number(d->host, d->view, ENT_TIE, i, "weight", 1);
        drawn_tie *tie = &d->ties[d->tie_count++];
        *tie = (drawn_tie){.tie = i,
                           .ends = {place[source], place[target]},
                           .value = weight,
                           .weight = weight > 0 ? weight : 0,
                           .met = ent_i_look_met(d->host, d->view, i)};
        *heaviest = fmax(*heaviest, tie->weight);
    }
}

/* Every node keeps its heaviest tie, so that none floats about unconnected; the
 * heaviest of the others make up the number to `most`. */
static void choose_heaviest(drawing *d, bool *reached, size_t most)
{
    size_t kept = 0;
    for (size_t i = d->tie_count; i-- > 0;) {
        drawn_tie *tie = &d->ties[i];
        tie->kept = !reached[tie->ends[0]] || !reached[tie->ends[1]];
        reached[tie->ends[0]] = reached[tie->ends[1]] = true;
        kept += tie->kept;
    }
    for (size_t i = d->tie_count; i-- > 0 && kept < most;) {
        kept += !d->ties[i].kept;
        d->ties[i].kept = true;
    }
}

static void drop_other_ties(drawing *d, double heaviest)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->tie_count; i++)
        if (d->ties[i].kept)
            d->ties[kept++] = d->ties[i];
    d->tie_count = kept;
    d->ties_left_out = d->host->tie_count(d->view) - kept;
    for (size_t i = 0; i < kept && heaviest > 0; i++)
        d->ties[i].weight /= heaviest;
}

/* Where weaker nodes are left out, so are nodes tied only to them. place
 * becomes the nodes' new indices. */
static void drop_unreached(drawing *d, const bool *reached, size_t *place)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->node_count; i++) {
        place[i] = kept;
        if (reached[i])
            d->nodes[kept++] = d->nodes[i];
    }
    d->nodes_left_out += d->node_count - kept;
    d->node_count = kept;
    for (size_t i = 0; i < d->tie_count; i++)
        for (size_t end = 0; end < 2; end++)
            d->ties[i].ends[end] = place[d->ties[i].ends[end]];
}

/* -1: a few for each node, among which an eye still finds its way. */
static size_t most_ties(const drawing *d)
{
    enum { EACH = 2, SOME = 60 };
    long most = drawing_option(d, "max-ties");
    return most > 0    ? (size_t)most
           : most == 0 ? SIZE_MAX
                       : EACH * d->node_count + SOME;
}

static int choose_ties(drawing *d)
{
    size_t n = d->host->node_count(d->view);
    size_t *place = calloc(n + 1, sizeof *place);
    bool *reached = calloc(n + 1, sizeof *reached);
    double heaviest = 0;
    d->ties = calloc(d->host->tie_count(d->view) + 1, sizeof *d->ties);
    int result = place && reached && d->ties ? 0 : -1;
    if (result == 0) {
        for (size_t i = 0; i < n; i++)
            place[d->nodes[i].node] = i;
        collect_ties(d, place, &heaviest);
        qsort(d->ties, d->tie_count, sizeof *d->ties, by_weight);
        choose_heaviest(d, reached, most_ties(d));
        drop_other_ties(d, heaviest);
        if (d->nodes_left_out)
            drop_unreached(d, reached, place);
    }
    free(place);
    free(reached);
    return result;
}

/* Whatever a picture leaves out is reported. */
static void tell_left_out(const drawing *d)
{
    char line[200];
    if (!d->nodes_left_out && !d->ties_left_out)
        return;
    snprintf(line, sizeof line,
             "shows the %zu strongest of %zu nodes and %zu of %zu ties; "
             "the options max-nodes=0 and max-ties=0 draw all",
             d->node_count, d->node_count + d->nodes_left_out, d->tie_count,
             d->tie_count + d->ties_left_out);
    d->host->log(d->view, ENT_LOG_INFO, line);
}

int drawing_choose(drawing *d, const ent_host *host, const ent_view *view)
{
    *d = (drawing){.host = host, .view = view};
    if (choose_nodes(d) != 0 || choose_ties(d) != 0) {
        host->set_error(view, "out of memory");
        return -1;
    }
    tell_left_out(d);
    return 0;
}

void drawing_free(drawing *d)
{
    free(d->nodes);
    free(d->ties);
}

bool drawing_cancelled(const drawing *d)
{
    return d->host->cancelled(d->view) != 0;
}

double drawing_font(const drawn_node *node)
{
    return round(10 * (10 + 10 * sqrt(node->size))) / 10;
}
