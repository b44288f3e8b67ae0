#include "graphviz/drawing.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/choose.h"
#include "common/look.h"

long drawing_option(const drawing *d, const char *name)
{
    const char *text = d->host->option(d->view, name);
    return text ? strtol(text, NULL, 10) : 0;
}

static double strength(const drawing *d, size_t node)
{
    return ent_i_number(d->host, d->view, ENT_NODE, node, "strength", 0);
}

/* One element more than there are nodes: calloc of 0 may return NULL, which
 * would look like running out of memory. */
static int take_nodes(drawing *d, const ent_i_choice *chosen)
{
    size_t n = chosen->node_count;
    d->nodes = calloc(n + 1, sizeof *d->nodes);
    if (!d->nodes)
        return -1;
    d->node_count = n;
    d->nodes_left_out = d->host->node_count(d->view) - n;
    double most = n ? strength(d, chosen->nodes[0]) : 0;
    for (size_t i = 0; i < n; i++) {
        size_t node = chosen->nodes[i];
        double share = most > 0 ? strength(d, node) / most : 0;
        d->nodes[i] = (drawn_node){node, fmax(share, 0)};
    }
    return 0;
}

/* The lightest first: heavy ones end up on top. */
static int take_ties(drawing *d, const ent_i_choice *chosen)
{
    size_t n = chosen->tie_count;
    double heaviest = 0;
    d->ties = calloc(n + 1, sizeof *d->ties);
    if (!d->ties)
        return -1;
    d->tie_count = n;
    d->ties_left_out = d->host->tie_count(d->view) - n;
    for (size_t i = 0; i < n; i++) {
        size_t index = chosen->ties[n - 1 - i], source = 0, target = 0;
        d->host->tie_ends(d->view, index, &source, &target);
        double weight =
            ent_i_number(d->host, d->view, ENT_TIE, index, "weight", 1);
        d->ties[i] =
            (drawn_tie){.tie = index,
                        .ends = {chosen->place[source], chosen->place[target]},
                        .value = weight,
                        .weight = fmax(weight, 0),
                        .met = ent_i_look_met(d->host, d->view, index)};
        heaviest = fmax(heaviest, weight);
    }
    for (size_t i = 0; i < n && heaviest > 0; i++)
        d->ties[i].weight /= heaviest;
    return 0;
}

/* -1: as many as a sheet has room for, or a slice's part of it. */
static size_t most_nodes(const drawing *d)
{
    enum { ON_SHEET = 1000, IN_SLICE = 60 };
    long most = drawing_option(d, "max-nodes");
    return most > 0    ? (size_t)most
           : most == 0 ? SIZE_MAX
           : d->slices ? IN_SLICE
                       : ON_SHEET;
}

/* -1: a few for each node, among which an eye still finds its way; what is
 * strong in one slice may be weak in the whole. */
static size_t most_ties(const drawing *d)
{
    enum { EACH = 2, SOME = 60 };
    long most = drawing_option(d, "max-ties");
    size_t n = d->host->node_count(d->view);
    size_t nodes = most_nodes(d) < n ? most_nodes(d) : n;
    return most > 0                 ? (size_t)most
           : most == 0 || d->slices ? SIZE_MAX
                                    : EACH * nodes + SOME;
}

void drawing_tell(const ent_host *host, const ent_view *view, size_t nodes,
                  size_t ties)
{
    char line[200];
    size_t all_nodes = host->node_count(view), all_ties = host->tie_count(view);
    if (nodes == all_nodes && ties == all_ties)
        return;
    snprintf(line, sizeof line,
             "shows the %zu strongest of %zu nodes and %zu of %zu ties; "
             "the options max-nodes=0 and max-ties=0 draw all",
             nodes, all_nodes, ties, all_ties);
    host->log(view, ENT_LOG_INFO, line);
}

int drawing_choose(drawing *d, const ent_host *host, const ent_view *view)
{
    *d = (drawing){.host = host, .view = view};
    if (host->struct_size > offsetof(ent_host, slice_value))
        d->slices = host->slice_count(view);
    ent_i_choice chosen;
    int result = ent_i_choose(&chosen, host, view, most_nodes(d), most_ties(d));
    if (result == 0 &&
        (take_nodes(d, &chosen) != 0 || take_ties(d, &chosen) != 0)) {
        host->set_error(view, "out of memory");
        result = -1;
    }
    ent_i_choice_free(&chosen);
    if (result == 0)
        drawing_tell(host, view, d->node_count, d->tie_count);
    return result;
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
