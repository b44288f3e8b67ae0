#include "analyse/lasting.h"

#include <string.h>

#include "analyse/tracks.h"
#include "core/map.h"
#include "graph/graph.h"

typedef struct lasting {
    uint32_t *nodes;   /* 0, 1, 2 ... */
    uint32_t *last;    /* by node: its community as it was, or ENT_NONE */
    size_t numbers;    /* one more than the highest of these */
    uint32_t *number;  /* by community: the new one */
    bool *taken;       /* by number */
    double *stability; /* by number */
} lasting;

static bool lasting_new(lasting *l, const ent_i_findings *f)
{
    size_t nodes = f->of.nodes, communities = f->communities.count;
    l->nodes = ent_i_malloc(nodes * sizeof *l->nodes);
    l->last = ent_i_malloc(nodes * sizeof *l->last);
    l->number = ent_i_malloc(communities * sizeof *l->number);
    l->taken = ent_i_calloc(communities, sizeof *l->taken);
    l->stability = ent_i_malloc(communities * sizeof *l->stability);
    return l->nodes && l->last && l->number && l->taken && l->stability;
}

static void lasting_free(lasting *l)
{
    ent_i_free(l->nodes);
    ent_i_free(l->last);
    ent_i_free(l->number);
    ent_i_free(l->taken);
    ent_i_free(l->stability);
}

/* An actor that was there before has the id that it had. There were never more
 * communities than actors: a higher number is the file's mistake. */
static bool recall(lasting *l, const ent_network *network, bool shown,
                   uint32_t nodes)
{
    const ent_corpus *corpus = network->corpus;
    ent_i_strmap was = {0};
    bool done = true;
    for (size_t i = 0; done && i < corpus->former.n; i++) {
        const ent_i_former *former = &corpus->former.items[i];
        if (former->community != ENT_NONE)
            done = ent_i_strmap_put(&was, former->id, strlen(former->id),
                                    former->community) != NULL;
    }
    for (uint32_t i = 0; done && i < nodes; i++) {
        uint32_t actor =
            shown ? network->nodes.items[i].actor : network->whole.actors[i];
        const char *id = corpus->actors.items[actor].id;
        uint32_t number = ent_i_strmap_get(&was, id, strlen(id));
        l->nodes[i] = i;
        bool known = number != ENT_I_ABSENT && number < corpus->former.n;
        l->last[i] = known ? number : ENT_NONE;
        if (known && number >= l->numbers)
            l->numbers = (size_t)number + 1;
    }
    ent_i_strmap_free(&was);
    return done;
}

/* Numbers have no gaps: one beyond them, since there are fewer communities than
 * there were, can't stay. */
static void give_numbers(lasting *l, uint32_t communities)
{
    for (uint32_t c = 0; c < communities; c++) {
        if (l->number[c] >= communities)
            l->number[c] = ENT_NONE;
        else
            l->taken[l->number[c]] = true;
    }
    for (uint32_t c = 0, free = 0; c < communities; c++) {
        if (l->number[c] != ENT_NONE)
            continue;
        while (l->taken[free])
            free++;
        l->number[c] = free++;
    }
}

static void renumber(lasting *l, ent_i_communities *of, uint32_t nodes)
{
    for (uint32_t i = 0; i < nodes; i++)
        of->of[i] = l->number[of->of[i]];
    for (uint32_t c = 0; c < of->count; c++)
        l->stability[l->number[c]] = of->stability[c];
    double *before = of->stability;
    of->stability = l->stability;
    l->stability = before;
}

bool ent_i_number_as_before(ent_i_findings *f, const ent_network *network,
                            bool shown)
{
    lasting l = {0};
    if (!network->corpus->former.n)
        return true;
    bool done = lasting_new(&l, f) && recall(&l, network, shown, f->of.nodes);
    if (done && l.numbers) {
        ent_i_step step = {.n = f->of.nodes,
                           .nodes = l.nodes,
                           .strength =
                               ent_i_finding(f, ent_measure_find("strength")),
                           .community = f->communities.of,
                           .communities = f->communities.count};
        done = ent_i_match_tracks(&step, l.last, l.numbers, l.number);
        if (done) {
            give_numbers(&l, f->communities.count);
            renumber(&l, &f->communities, f->of.nodes);
        }
    }
    lasting_free(&l);
    return done;
}
