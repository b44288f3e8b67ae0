/* One table of attributes a scope, each with the function that reads it: what
 * is shown of the network to every exporter. */
#include <math.h>

#include "common/decimal.h"
#include "entente/entente.h"
#include "export/export.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

typedef struct ent_i_attribute attribute;

/* Each of these returns 1 with a value and 0 without one, as ent_host.value
 * does. */
static int give_string(const char *text, ent_value *out)
{
    out->string = text;
    return text != NULL;
}

static int give_integer(int64_t value, ent_value *out)
{
    out->integer = value;
    return 1;
}

/* Rounded to 15 digits, which every format writes and reads back alike; more
 * digits are noise of the computation and read badly (0.59999999999999998). */
static int give_real(double value, ent_value *out)
{
    if (!isfinite(value))
        return 0;
    out->real = ent_i_round_real(value, 15);
    return 1;
}

/* The component or community of a node without one is omitted rather than -1.
 */
static int give_index(uint32_t index, ent_value *out)
{
    out->integer = index;
    return index != ENT_NONE;
}

/* An empty list is also a value. */
static int give_list(const char *const *items, size_t count, ent_value *out)
{
    out->list = items;
    out->count = count;
    return 1;
}

/* A corpus has few different days; each is turned into text once. */
const char *ent_i_date_text(ent_view *view, ent_date date)
{
    char text[16];
    uint32_t *slot = ent_i_keymap_put(&view->dates, (uint32_t)date,
                                      (uint32_t)view->date_texts.n);
    if (slot && *slot == view->date_texts.n) {
        const char *copy =
            ent_i_arena_strdup(&view->arena, ent_date_format(date, text));
        if (!copy || !ent_i_vec_push(&view->date_texts, copy))
            slot = NULL;
    }
    view->no_memory = view->no_memory || !slot;
    return slot ? view->date_texts.items[*slot] : NULL;
}

static int give_date(ent_view *view, ent_date date, ent_value *out)
{
    if (date == ENT_NO_DATE)
        return 0;
    out->string = ent_i_date_text(view, date);
    return out->string ? 1 : -1;
}

/* One reader a member: what is read, how it is given. */
#define NODE_READER(name, give)                                                \
    static int node_##name(ent_view *view, const attribute *self, size_t item, \
                           ent_value *out)                                     \
    {                                                                          \
        (void)self;                                                            \
        const ent_node *node = ent_network_node(view->network, item);          \
        return give;                                                           \
    }
#define TIE_READER(name, give)                                                 \
    static int tie_##name(ent_view *view, const attribute *self, size_t item,  \
                          ent_value *out)                                      \
    {                                                                          \
        (void)self;                                                            \
        const ent_tie *tie = ent_network_tie(view->network, item);             \
        return give;                                                           \
    }
#define CONTACT_READER(name, kind)                                             \
    static int tie_##name(ent_view *view, const attribute *self, size_t item,  \
                          ent_value *out)                                      \
    {                                                                          \
        (void)self;                                                            \
        return give_integer(ent_network_encounters(view->network, item, kind), \
                            out);                                              \
    }
#define GRAPH_READER(name, give)                                               \
    static int graph_##name(ent_view *view, const attribute *self,             \
                            size_t item, ent_value *out)                       \
    {                                                                          \
        (void)self;                                                            \
        const ent_network_summary *sum =                                       \
            ent_network_get_summary(view->network);                            \
        (void)item;                                                            \
        (void)sum;                                                             \
        return give;                                                           \
    }

NODE_READER(id, give_string(node->id, out))
NODE_READER(label, give_string(node->label, out))
NODE_READER(type, give_string(ent_type_name(node->type), out))
NODE_READER(aliases, give_list(node->aliases, node->alias_count, out))
NODE_READER(mentions, give_integer(node->mentions, out))
NODE_READER(articles, give_integer(node->articles, out))
NODE_READER(windows, give_integer(node->windows, out))
NODE_READER(first, give_date(view, node->first, out))
NODE_READER(last, give_date(view, node->last, out))
NODE_READER(component, give_index(node->component, out))
NODE_READER(community, give_index(node->community, out))
NODE_READER(curated, give_integer(node->curated, out))

TIE_READER(weight, give_real(tie->weight, out))
TIE_READER(first, give_date(view, tie->first, out))
TIE_READER(last, give_date(view, tie->last, out))
TIE_READER(events, give_integer(tie->events, out))
CONTACT_READER(meet, ENT_MEET)
CONTACT_READER(call, ENT_CALL)
CONTACT_READER(joint, ENT_JOINT)

/* NULL unless the network was built around somebody. */
static const char *ego_id(const ent_view *view)
{
    const ent_node *ego =
        ent_network_node(view->network, ent_network_ego(view->network));
    return ego ? ego->id : NULL;
}

static const char *largest_id(const ent_view *view)
{
    const ent_article *article = ent_corpus_article(
        ent_network_get_corpus(view->network),
        ent_network_get_summary(view->network)->largest_article);
    return article ? ent_article_id(article) : NULL;
}

GRAPH_READER(program, give_string("entente", out))
GRAPH_READER(version, give_string(ent_version(), out))
GRAPH_READER(options, give_list(view->options.items, view->options.n, out))
GRAPH_READER(warnings, give_list(view->warnings.items, view->warnings.n, out))
GRAPH_READER(articles, give_integer(sum->articles, out))
GRAPH_READER(windows, give_integer(sum->windows, out))
GRAPH_READER(windows_left_out, give_integer(sum->windows_left_out, out))
GRAPH_READER(large_windows, give_integer(sum->large_windows, out))
GRAPH_READER(largest_window, give_integer(sum->largest_window, out))
GRAPH_READER(largest_article, give_string(largest_id(view), out))
GRAPH_READER(actors, give_integer(sum->actors, out))
GRAPH_READER(ego, give_string(ego_id(view), out))
GRAPH_READER(nodes, give_integer(sum->nodes, out))
GRAPH_READER(ties, give_integer(sum->ties, out))
GRAPH_READER(measured_nodes, give_integer(sum->measured_nodes, out))
GRAPH_READER(measured_ties, give_integer(sum->measured_ties, out))
GRAPH_READER(samples, give_integer(sum->samples, out))
GRAPH_READER(distance_samples, give_integer(sum->distance_samples, out))
GRAPH_READER(community_runs, give_integer(sum->community_runs, out))
GRAPH_READER(degrees, give_list(view->degrees.items, view->degrees.n, out))
GRAPH_READER(first, give_date(view, sum->first, out))
GRAPH_READER(last, give_date(view, sum->last, out))

/* Gives a figure as its row in the library's table says. NaN means that nothing
 * was measured: no value, whatever its type. */
static int give_figure(const ent_measure *measure, double value, ent_value *out)
{
    if (measure->whole && !isnan(value))
        return give_integer((int64_t)value, out);
    return give_real(value, out);
}

static int read_measure(ent_view *view, const attribute *self, size_t item,
                        ent_value *out)
{
    return give_figure(ent_measure_at(self->which),
                       ent_network_measure(view->network, item, self->which),
                       out);
}

static int read_error(ent_view *view, const attribute *self, size_t item,
                      ent_value *out)
{
    return give_real(
        ent_network_measure_error(view->network, item, self->which), out);
}

static int read_tie_measure(ent_view *view, const attribute *self, size_t item,
                            ent_value *out)
{
    return give_figure(
        ent_tie_measure_at(self->which),
        ent_network_tie_measure(view->network, item, self->which), out);
}

static int read_tie_error(ent_view *view, const attribute *self, size_t item,
                          ent_value *out)
{
    return give_real(
        ent_network_tie_measure_error(view->network, item, self->which), out);
}

static int read_graph_measure(ent_view *view, const attribute *self,
                              size_t item, ent_value *out)
{
    (void)item;
    return give_figure(ent_graph_measure_at(self->which),
                       ent_network_graph_measure(view->network, self->which),
                       out);
}

static int read_weight(ent_view *view, const attribute *self, size_t item,
                       ent_value *out)
{
    return give_figure(ent_weight_at(self->which),
                       ent_network_weight(view->network, item, self->which),
                       out);
}

/* The order here is the order in files, with the measures of the whole between
 * head and tail. */
static const attribute graph_head[] = {
    {{"program", "program that wrote the file", ENT_STRING}, graph_program, 0},
    {{"version", "version of that program", ENT_STRING}, graph_version, 0},
    {{"options", "how the network was made, NAME=VALUE", ENT_STRING_LIST},
     graph_options,
     0},
    {{"warnings", "what readers of the file should know", ENT_STRING_LIST},
     graph_warnings,
     0},
    {{"articles", "articles counted", ENT_INTEGER}, graph_articles, 0},
    {{"windows", "windows that name an actor", ENT_INTEGER}, graph_windows, 0},
    {{"windows_left_out", "windows that name too many and make no ties",
      ENT_INTEGER},
     graph_windows_left_out,
     0},
    {{"large_windows", "windows that make more than 50 ties each", ENT_INTEGER},
     graph_large_windows,
     0},
    {{"largest_window", "the most names in one of these", ENT_INTEGER},
     graph_largest_window,
     0},
    {{"largest_article", "id of the article with that one", ENT_STRING},
     graph_largest_article,
     0},
    {{"actors", "actors before filters", ENT_INTEGER}, graph_actors, 0},
    {{"ego", "id of the node that the graph is built around", ENT_STRING},
     graph_ego,
     0},
    {{"nodes", "nodes in the graph", ENT_INTEGER}, graph_nodes, 0},
    {{"ties", "ties in the graph", ENT_INTEGER}, graph_ties, 0},
    {{"measured_nodes", "nodes of the network that is measured", ENT_INTEGER},
     graph_measured_nodes,
     0},
    {{"measured_ties", "ties of the network that is measured", ENT_INTEGER},
     graph_measured_ties,
     0},
    {{"samples", "sources that path measures are estimated from; 0: exact",
      ENT_INTEGER},
     graph_samples,
     0},
    {{"distance_samples",
      "nodes from which distances in steps were taken; 0: all", ENT_INTEGER},
     graph_distance_samples,
     0},
    {{"community_runs", "runs of the search for communities", ENT_INTEGER},
     graph_community_runs,
     0}};
static const attribute graph_tail[] = {
    {{"degrees", "degree distribution, DEGREE=NODES", ENT_STRING_LIST},
     graph_degrees,
     0},
    {{"first", "day of the earliest article", ENT_DATE}, graph_first, 0},
    {{"last", "day of the latest article", ENT_DATE}, graph_last, 0}};

/* The attributes before and after the measures. */
static const attribute node_head[] = {
    {{"id", "stable identifier", ENT_STRING}, node_id, 0},
    {{"label", "the name to show", ENT_STRING}, node_label, 0},
    {{"type", "person, org, place or misc", ENT_STRING}, node_type, 0},
    {{"aliases", "other forms seen", ENT_STRING_LIST}, node_aliases, 0},
    {{"mentions", "how often named", ENT_INTEGER}, node_mentions, 0},
    {{"articles", "articles that name it", ENT_INTEGER}, node_articles, 0},
    {{"windows", "windows that name it", ENT_INTEGER}, node_windows, 0},
    {{"first", "day of the earliest article", ENT_DATE}, node_first, 0},
    {{"last", "day of the latest article", ENT_DATE}, node_last, 0}};
static const attribute node_tail[] = {
    {{"component", "0 is the largest", ENT_INTEGER}, node_component, 0},
    {{"community", "0 is the largest, or as a store has it", ENT_INTEGER},
     node_community,
     0},
    {{"curated", "decided by the alias file", ENT_BOOLEAN}, node_curated, 0}};

/* The attributes before and after the weights that ties can have. */
static const attribute tie_head[] = {
    {{"weight", "weight by the chosen measure", ENT_REAL}, tie_weight, 0}};
static const attribute tie_tail[] = {
    {{"first", "day of the earliest article", ENT_DATE}, tie_first, 0},
    {{"last", "day of the latest article", ENT_DATE}, tie_last, 0},
    {{"meet", "meetings in person", ENT_INTEGER}, tie_meet, 0},
    {{"call", "calls and letters", ENT_INTEGER}, tie_call, 0},
    {{"joint", "joint appearances", ENT_INTEGER}, tie_joint, 0},
    {{"events", "different events among these", ENT_INTEGER}, tie_events, 0}};

/* ---- the scopes' attributes ---- */

static bool add_rows(ent_view *view, ent_scope scope, const attribute *rows,
                     size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!ent_i_vec_push(&view->scopes[scope], rows[i]))
            return false;
    return true;
}

/* Adds a row of one of the library's tables. */
static bool add_figure(ent_view *view, ent_scope scope,
                       const ent_measure *measure, ent_i_read_value *read,
                       size_t i)
{
    attribute row = {
        {measure->name, measure->help, measure->whole ? ENT_INTEGER : ENT_REAL},
        read,
        i};
    return add_rows(view, scope, &row, 1);
}

/* An estimate is followed by its standard error. */
static bool add_error(ent_view *view, ent_scope scope,
                      const ent_measure *measure, ent_i_read_value *read,
                      size_t i)
{
    ent_i_string name = {0};
    attribute row = {
        {NULL, "standard error of the estimate", ENT_REAL}, read, i};
    if (!measure->sampled || !ent_network_get_summary(view->network)->samples)
        return true;
    if (ent_i_string_addf(&name, "%s_error", measure->name))
        row.shown.name = ent_i_arena_strndup(&view->arena, name.items, name.n);
    ent_i_vec_free(&name);
    return row.shown.name && add_rows(view, scope, &row, 1);
}

static bool add_measures(ent_view *view)
{
    bool good = true;
    for (size_t i = 0; good && i < ent_measure_count(); i++)
        good = add_figure(view, ENT_NODE, ent_measure_at(i), read_measure, i) &&
               add_error(view, ENT_NODE, ent_measure_at(i), read_error, i);
    for (size_t i = 0; good && i < ent_weight_count(); i++)
        good = add_figure(view, ENT_TIE, ent_weight_at(i), read_weight, i);
    for (size_t i = 0; good && i < ent_tie_measure_count(); i++)
        good =
            add_figure(view, ENT_TIE, ent_tie_measure_at(i), read_tie_measure,
                       i) &&
            add_error(view, ENT_TIE, ent_tie_measure_at(i), read_tie_error, i);
    for (size_t i = 0; good && i < ent_graph_measure_count(); i++)
        good = add_figure(view, ENT_GRAPH, ent_graph_measure_at(i),
                          read_graph_measure, i);
    return good;
}

bool ent_i_view_collect(ent_view *view)
{
    bool good = add_rows(view, ENT_GRAPH, graph_head, LENGTH(graph_head)) &&
                add_rows(view, ENT_NODE, node_head, LENGTH(node_head)) &&
                add_rows(view, ENT_TIE, tie_head, LENGTH(tie_head)) &&
                add_measures(view);
    return good && add_rows(view, ENT_GRAPH, graph_tail, LENGTH(graph_tail)) &&
           add_rows(view, ENT_NODE, node_tail, LENGTH(node_tail)) &&
           add_rows(view, ENT_TIE, tie_tail, LENGTH(tie_tail));
}
