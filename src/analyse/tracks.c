/* Follows communities as D. Greene, D. Doyle and P. Cunningham do (Tracking the
 * evolution of communities in dynamic social networks, ASONAM 2010), by the
 * last known community of each actor instead of each community's last form:
 * in the news most actors are absent for months. */
#include "analyse/tracks.h"

#include <string.h>

#include "core/map.h"
#include "core/memory.h"

enum { SMALLEST = 3 };
static const double ALIKE = 0.3;

/* A community of the slice and a track that share actors. */
typedef struct shared {
    double weight; /* of the actors in both */
    double alike;  /* Jaccard's index */
    uint32_t community;
    uint32_t track;
} shared;

typedef struct matching {
    const ent_i_step *step;
    const uint32_t *last; /* by node of the network: its track */
    size_t tracks;
    uint32_t *size;     /* by community */
    double *known;      /* by community: weight of actors with a track */
    double *present;    /* by track: weight of its actors in the slice */
    uint32_t *track_of; /* by community, ENT_NONE while it has none */
    bool *taken;        /* by track */
    ENT_I_VEC(shared) shared;
    ent_i_keymap index; /* community and track to index in shared */
} matching;

static bool matching_new(matching *m)
{
    size_t communities = m->step->communities;
    m->size = ent_i_calloc(communities, sizeof *m->size);
    m->known = ent_i_calloc(communities, sizeof *m->known);
    m->track_of = ent_i_malloc(communities * sizeof *m->track_of);
    m->present = ent_i_calloc(m->tracks, sizeof *m->present);
    m->taken = ent_i_calloc(m->tracks, sizeof *m->taken);
    for (size_t i = 0; m->track_of && i < communities; i++)
        m->track_of[i] = ENT_NONE;
    return m->size && m->known && m->track_of && m->present && m->taken;
}

static void matching_free(matching *m)
{
    ent_i_free(m->size);
    ent_i_free(m->known);
    ent_i_free(m->track_of);
    ent_i_free(m->present);
    ent_i_free(m->taken);
    ent_i_vec_free(&m->shared);
    ent_i_keymap_free(&m->index);
}

static bool share(matching *m, uint32_t community, uint32_t track,
                  double weight)
{
    uint32_t *place = ent_i_keymap_put(
        &m->index, (uint64_t)community << 32 | track, (uint32_t)m->shared.n);
    if (!place)
        return false;
    if (*place == m->shared.n &&
        !ent_i_vec_push(&m->shared,
                        (shared){.community = community, .track = track}))
        return false;
    m->shared.items[*place].weight += weight;
    return true;
}

static bool add_up(matching *m)
{
    const ent_i_step *step = m->step;
    for (uint32_t i = 0; i < step->n; i++) {
        uint32_t community = step->community[i];
        uint32_t track = m->last[step->nodes[i]];
        m->size[community]++;
        if (track == ENT_NONE)
            continue;
        m->known[community] += step->strength[i];
        m->present[track] += step->strength[i];
        if (!share(m, community, track, step->strength[i]))
            return false;
    }
    return true;
}

/* The most alike first; equals by how much they share, then as they came. */
static int most_alike(const void *a, const void *b)
{
    const shared *x = a;
    const shared *y = b;
    if (x->alike != y->alike)
        return x->alike > y->alike ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    if (x->track != y->track)
        return x->track < y->track ? -1 : 1;
    return (x->community > y->community) - (x->community < y->community);
}

/* One track each, one community each. */
static bool match(matching *m)
{
    if (!matching_new(m) || !add_up(m))
        return false;
    for (size_t i = 0; i < m->shared.n; i++) {
        shared *s = &m->shared.items[i];
        double either =
            m->known[s->community] + m->present[s->track] - s->weight;
        s->alike = either > 0 ? s->weight / either : 0;
    }
    ent_i_sort(m->shared.items, m->shared.n, sizeof *m->shared.items,
               most_alike);
    for (size_t i = 0; i < m->shared.n; i++) {
        const shared *s = &m->shared.items[i];
        if (s->alike < ALIKE || m->size[s->community] < SMALLEST ||
            m->track_of[s->community] != ENT_NONE || m->taken[s->track])
            continue;
        m->track_of[s->community] = s->track;
        m->taken[s->track] = true;
    }
    return true;
}

bool ent_i_match_tracks(const ent_i_step *step, const uint32_t *last,
                        size_t tracks, uint32_t *track_of)
{
    matching m = {.step = step, .last = last, .tracks = tracks};
    bool done = match(&m);
    if (done && step->communities)
        memcpy(track_of, m.track_of, step->communities * sizeof *track_of);
    matching_free(&m);
    return done;
}

/* The track that most of a new community comes from, if that is much of it. */
static uint32_t parent_of(const matching *m, uint32_t community)
{
    const shared *best = NULL;
    for (size_t i = 0; i < m->shared.n; i++) {
        const shared *s = &m->shared.items[i];
        if (s->community == community && (!best || s->weight > best->weight))
            best = s;
    }
    bool much =
        best && best->weight > 0 && best->weight >= m->known[community] / 2;
    return much ? best->track : ENT_NONE;
}

/* Gives new tracks to communities without one, and notes the slice. */
static bool begin_tracks(matching *m, ent_i_tracker *tracker, uint32_t *kept)
{
    uint32_t slice = m->step->slice;
    *kept = 0;
    for (uint32_t c = 0; c < m->step->communities; c++) {
        if (m->size[c] < SMALLEST)
            continue;
        if (m->track_of[c] == ENT_NONE) {
            ent_track track = {.size = sizeof track,
                               .first = slice,
                               .parent = parent_of(m, c)};
            m->track_of[c] = (uint32_t)tracker->tracks.n;
            if (!ent_i_vec_push(&tracker->tracks, track))
                return false;
        }
        ent_track *track = &tracker->tracks.items[m->track_of[c]];
        track->last = slice;
        track->slices++;
        ++*kept;
    }
    return true;
}

bool ent_i_track(ent_i_tracker *tracker, const ent_i_step *step,
                 uint32_t *track, uint32_t *kept)
{
    matching m = {
        .step = step, .last = tracker->last, .tracks = tracker->tracks.n};
    bool done = match(&m) && begin_tracks(&m, tracker, kept);
    for (uint32_t i = 0; done && i < step->n; i++) {
        track[i] = m.track_of[step->community[i]];
        if (track[i] != ENT_NONE)
            tracker->last[step->nodes[i]] = track[i];
    }
    matching_free(&m);
    return done;
}
