/* The communities that are followed through time. */
#include "report/times.h"

enum { MEMBERS = 6 /* named of a community */ };

static const ent_i_column track_columns[] = {
    {"community", "Group", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"first", "From", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"last", "To", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"slices", "Times", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"parent", "Split from", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"members", "Members", ENT_I_CELL_NAMES, 0, ENT_I_COLUMN_DATA},
    {"head", "Time", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"body", "Members", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
};

/* In how many slices a node is in the track. */
static uint32_t times_in(const ent_i_times *t, size_t node, size_t track)
{
    uint32_t n = 0;
    for (size_t s = 0; s < t->slices; s++) {
        const ent_slice_node *in = ent_network_slice_node(t->network, s, node);
        n += in && in->community == track;
    }
    return n;
}

/* Its members shown, those most often in it first, then by the ranking. */
typedef struct member {
    uint32_t times;
    size_t rank;
} member;

static int most_faithful(const void *a, const void *b)
{
    const member *x = a;
    const member *y = b;
    if (x->times != y->times)
        return x->times > y->times ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

static bool write_head(const ent_i_times *t, ent_i_string *text, size_t i,
                       const double *sizes)
{
    const ent_track *track = ent_network_track(t->network, i);
    size_t n = t->slices < ENT_I_BARS ? t->slices : ENT_I_BARS;
    bool good = ent_i_string_addf(text, "%s to %s, %u of %zu times · ",
                                  ent_i_slice_name(t, track->first),
                                  ent_i_slice_name(t, track->last),
                                  (unsigned)track->slices, t->slices) &&
                ent_i_bars(text, sizes + (t->slices - n), n);
    if (good && track->parent != ENT_NONE)
        good = ent_i_string_addf(text, " · split from group %u",
                                 (unsigned)track->parent + 1);
    return good;
}

static bool write_members(ent_i_string *text, const char *const *names,
                          size_t n)
{
    bool good = true;
    for (size_t i = 0; good && i < n && i < MEMBERS; i++)
        good = ent_i_string_addf(text, "%s%s", i ? ", " : "", names[i]);
    if (good && n > MEMBERS)
        good = ent_i_string_addf(text, " and %zu more", n - MEMBERS);
    return good;
}

static void add_track(const ent_i_times *t, ent_i_table *table, size_t i,
                      const char *const *names, size_t n, const double *sizes)
{
    const ent_track *track = ent_network_track(t->network, i);
    ent_i_string text = {0};
    ent_i_add_number(t->page, table, ent_i_group_number(t->page, i));
    ent_i_add_text(t->page, table, ent_i_slice_name(t, track->first));
    ent_i_add_text(t->page, table, ent_i_slice_name(t, track->last));
    ent_i_add_number(t->page, table, track->slices);
    ent_i_add_number(t->page, table,
                     ent_i_group_number(t->page, track->parent));
    ent_i_add(t->page, table, (ent_i_cell){.names = names, .count = n});
    ent_i_add_string(t, table, &text, write_head(t, &text, i, sizes));
    ent_i_add_string(t, table, &text, write_members(&text, names, n));
    ent_i_vec_free(&text);
}

/* The members' names, in the table's arena; NULL when memory runs out. */
static const char *const *members_of(const ent_i_times *t, ent_i_table *table,
                                     size_t track, member *room, size_t *n)
{
    *n = 0;
    for (size_t k = 0; k < t->of->node_count; k++) {
        uint32_t in = times_in(t, t->of->nodes[k].index, track);
        if (in)
            room[(*n)++] = (member){in, k};
    }
    ent_i_sort(room, *n, sizeof *room, most_faithful);
    const char **names =
        ent_i_arena_alloc(&table->arena, (*n + 1) * sizeof *names);
    for (size_t i = 0; names && i < *n; i++)
        names[i] = t->of->nodes[room[i].rank].node->label;
    return names;
}

/* How many of those shown are in the track, by slice. */
static void count_sizes(const ent_i_times *t, size_t track, double *sizes)
{
    for (size_t s = 0; s < t->slices; s++) {
        sizes[s] = 0;
        for (size_t i = 0; i < ent_network_node_count(t->network); i++) {
            const ent_slice_node *in = ent_network_slice_node(t->network, s, i);
            sizes[s] += in && in->community == track;
        }
    }
}

void ent_i_put_tracks(const ent_i_times *t)
{
    size_t total = ent_network_track_count(t->network);
    size_t rows = ent_i_page_rows(t->page, total);
    ent_i_table table = {.key = "tracks",
                         .style = ENT_I_TABLE_LIST,
                         .columns = track_columns,
                         .column_count =
                             sizeof track_columns / sizeof *track_columns};
    member *room = ent_i_malloc(t->of->node_count * sizeof *room);
    double *sizes = ent_i_malloc(t->slices * sizeof *sizes);
    t->page->no_memory = t->page->no_memory || !room || !sizes;
    for (size_t i = 0; i < rows && !t->page->no_memory; i++) {
        size_t n;
        const char *const *names = members_of(t, &table, i, room, &n);
        t->page->no_memory = t->page->no_memory || !names;
        count_sizes(t, i, sizes);
        add_track(t, &table, i, names, names ? n : 0, sizes);
    }
    ent_i_free(room);
    ent_i_free(sizes);
    ent_i_page_section(t->page, "Groups in time", rows, total, &table);
}
