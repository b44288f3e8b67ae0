/* The network as exporters see it: one table of attributes for each scope, each
 * attribute with the function that reads it. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/error.h"
#include "entente/entente.h"
#include "export/export.h"

/* Reads one attribute of an item; returns what ent_host.value does. Strings
 * that the network does not own go into the view's arena. */
typedef struct ent_i_attribute attribute;
typedef int (*read_value)(ent_view *view, const attribute *self, size_t item,
                          ent_value *out);

/* What exporters are shown is defined next to how it is read, so that neither
 * can be added without the other. */
struct ent_i_attribute {
    ent_attribute shown;
    read_value read;
    size_t which; /* index in the library's table of measures or weights */
};

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

/* Printed and read back in the same locale, so the locale has no effect. */
static double rounded(double value, int digits)
{
    char text[40];
    snprintf(text, sizeof text, "%.*g", digits, value);
    return strtod(text, NULL);
}

/* Rounded to 15 digits, which every format writes and reads back alike; more
 * digits are noise of the computation and read badly (0.59999999999999998). */
static int give_real(double value, ent_value *out)
{
    if (!isfinite(value))
        return 0;
    out->real = rounded(value, 15);
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
static int give_date(ent_view *view, ent_date date, ent_value *out)
{
    char text[16];
    if (date == ENT_NO_DATE)
        return 0;
    uint32_t *slot = ent_i_keymap_put(&view->dates, (uint32_t)date,
                                      (uint32_t)view->date_texts.n);
    if (slot && *slot == view->date_texts.n) {
        const char *copy =
            ent_i_arena_strdup(&view->arena, ent_date_format(date, text));
        if (!copy || !ent_i_vec_push(&view->date_texts, copy))
            slot = NULL;
    }
    if (!slot) {
        view->no_memory = true;
        return -1;
    }
    out->string = view->date_texts.items[*slot];
    return 1;
}

/* One reader for each member: what it reads and how it gives it. */
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
NODE_READER(first, give_date(view, node->first, out))
NODE_READER(last, give_date(view, node->last, out))
NODE_READER(component, give_index(node->component, out))
NODE_READER(community, give_index(node->community, out))
NODE_READER(curated, give_integer(node->curated, out))

TIE_READER(weight, give_real(tie->weight, out))
TIE_READER(first, give_date(view, tie->first, out))
TIE_READER(last, give_date(view, tie->last, out))
CONTACT_READER(meet, ENT_MEET)
CONTACT_READER(call, ENT_CALL)
CONTACT_READER(joint, ENT_JOINT)

GRAPH_READER(program, give_string("entente", out))
GRAPH_READER(version, give_string(ent_version(), out))
GRAPH_READER(options, give_list(view->options.items, view->options.n, out))
GRAPH_READER(warnings, give_list(view->warnings.items, view->warnings.n, out))
GRAPH_READER(articles, give_integer(sum->articles, out))
GRAPH_READER(windows, give_integer(sum->windows, out))
GRAPH_READER(windows_left_out, give_integer(sum->windows_left_out, out))
GRAPH_READER(actors, give_integer(sum->actors, out))
GRAPH_READER(nodes, give_integer(sum->nodes, out))
GRAPH_READER(ties, give_integer(sum->ties, out))
GRAPH_READER(measured_nodes, give_integer(sum->measured_nodes, out))
GRAPH_READER(measured_ties, give_integer(sum->measured_ties, out))
GRAPH_READER(samples, give_integer(sum->samples, out))
GRAPH_READER(components, give_integer(sum->components, out))
GRAPH_READER(communities, give_integer(sum->communities, out))
GRAPH_READER(density, give_real(sum->density, out))
GRAPH_READER(modularity, give_real(sum->modularity, out))
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

static int read_weight(ent_view *view, const attribute *self, size_t item,
                       ent_value *out)
{
    return give_figure(ent_weight_at(self->which),
                       ent_network_weight(view->network, item, self->which),
                       out);
}

/* The order here is the order in files. */
static const attribute graph_attributes[] = {
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
    {{"actors", "actors before filters", ENT_INTEGER}, graph_actors, 0},
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
    {{"components", "connected parts of the network measured", ENT_INTEGER},
     graph_components,
     0},
    {{"communities", "communities of the network measured", ENT_INTEGER},
     graph_communities,
     0},
    {{"density", "ties / possible ties of the network measured", ENT_REAL},
     graph_density,
     0},
    {{"modularity", "modularity of the communities", ENT_REAL},
     graph_modularity,
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
    {{"first", "day of the earliest article", ENT_DATE}, node_first, 0},
    {{"last", "day of the latest article", ENT_DATE}, node_last, 0}};
static const attribute node_tail[] = {
    {{"component", "0 is the largest", ENT_INTEGER}, node_component, 0},
    {{"community", "0 is the largest", ENT_INTEGER}, node_community, 0},
    {{"curated", "decided by the alias file", ENT_BOOLEAN}, node_curated, 0}};

/* The attributes before and after the weights that ties can have. */
static const attribute tie_head[] = {
    {{"weight", "weight by the chosen measure", ENT_REAL}, tie_weight, 0}};
static const attribute tie_tail[] = {
    {{"first", "day of the earliest article", ENT_DATE}, tie_first, 0},
    {{"last", "day of the latest article", ENT_DATE}, tie_last, 0},
    {{"meet", "meetings in person", ENT_INTEGER}, tie_meet, 0},
    {{"call", "calls and letters", ENT_INTEGER}, tie_call, 0},
    {{"joint", "joint appearances", ENT_INTEGER}, tie_joint, 0}};

#define LENGTH(array) (sizeof(array) / sizeof *(array))

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
                       const ent_measure *measure, read_value read, size_t i)
{
    attribute row = {
        {measure->name, measure->help, measure->whole ? ENT_INTEGER : ENT_REAL},
        read,
        i};
    return add_rows(view, scope, &row, 1);
}

/* An estimate is followed by its standard error. */
static bool add_error(ent_view *view, size_t i)
{
    ent_i_string name = {0};
    attribute row = {
        {NULL, "standard error of the estimate", ENT_REAL}, read_error, i};
    if (!ent_measure_at(i)->sampled ||
        !ent_network_get_summary(view->network)->samples)
        return true;
    if (ent_i_string_addf(&name, "%s_error", ent_measure_at(i)->name))
        row.shown.name = ent_i_arena_strndup(&view->arena, name.items, name.n);
    ent_i_vec_free(&name);
    return row.shown.name && add_rows(view, ENT_NODE, &row, 1);
}

static bool collect_attributes(ent_view *view)
{
    bool good =
        add_rows(view, ENT_GRAPH, graph_attributes, LENGTH(graph_attributes)) &&
        add_rows(view, ENT_NODE, node_head, LENGTH(node_head)) &&
        add_rows(view, ENT_TIE, tie_head, LENGTH(tie_head));
    for (size_t i = 0; good && i < ent_measure_count(); i++)
        good = add_figure(view, ENT_NODE, ent_measure_at(i), read_measure, i) &&
               add_error(view, i);
    for (size_t i = 0; good && i < ent_weight_count(); i++)
        good = add_figure(view, ENT_TIE, ent_weight_at(i), read_weight, i);
    return good && add_rows(view, ENT_NODE, node_tail, LENGTH(node_tail)) &&
           add_rows(view, ENT_TIE, tie_tail, LENGTH(tie_tail));
}

/* Plug-ins pass the scope as a plain number, so it is checked. NULL when scope
 * or index is out of range. */
static const attribute *attribute_at(const ent_view *view, ent_scope scope,
                                     size_t i)
{
    if ((size_t)scope >= LENGTH(view->scopes) || i >= view->scopes[scope].n)
        return NULL;
    return &view->scopes[scope].items[i];
}

/* The host table gives exporters const views; the memory behind them is ours.
 */
static ent_view *own(const ent_view *view)
{
    union {
        const ent_view *theirs;
        ent_view *ours;
    } both = {view};
    return both.ours;
}

/* The host's functions check their arguments: a slip in a plug-in must not
 * reach beyond the network. */
static size_t host_node_count(const ent_view *view)
{
    return ent_network_node_count(view->network);
}

static size_t host_tie_count(const ent_view *view)
{
    return ent_network_tie_count(view->network);
}

/* An invalid tie leaves both ends unchanged. */
static int host_tie_ends(const ent_view *view, size_t tie, size_t *source,
                         size_t *target)
{
    const ent_tie *found = ent_network_tie(view->network, tie);
    if (!found)
        return -1;
    *source = found->source;
    *target = found->target;
    return 0;
}

static size_t host_attribute_count(const ent_view *view, ent_scope scope)
{
    return (size_t)scope < LENGTH(view->scopes) ? view->scopes[scope].n : 0;
}

static const ent_attribute *host_attribute(const ent_view *view,
                                           ent_scope scope, size_t i)
{
    const attribute *found = attribute_at(view, scope, i);
    return found ? &found->shown : NULL;
}

/* A linear search will do: exporters ask once for each name, not for each item.
 */
static int host_attribute_find(const ent_view *view, ent_scope scope,
                               const char *name)
{
    const attribute *found;
    for (size_t i = 0; (found = attribute_at(view, scope, i)); i++)
        if (strcmp(found->shown.name, name) == 0)
            return (int)i;
    return -1;
}

/* Cleared first, so that a plug-in that reads the wrong member finds nothing
 * rather than garbage from the stack. */
static int host_value(const ent_view *view, ent_scope scope, size_t item,
                      size_t i, ent_value *out)
{
    const attribute *found = attribute_at(view, scope, i);
    size_t count = scope == ENT_GRAPH  ? 1
                   : scope == ENT_NODE ? host_node_count(view)
                                       : host_tie_count(view);
    if (!found || item >= count)
        return -1;
    *out = (ent_value){0};
    return found->read(own(view), found, item, out);
}

/* 0 for an invalid tie, so that loops over it end at once. */
static size_t host_proof_count(const ent_view *view, size_t tie)
{
    const ent_tie *found = ent_network_tie(view->network, tie);
    return found ? found->evidence_count : 0;
}

/* Puts the sentence on one line, as it is shown and compared. Sentences of
 * hard-wrapped text contain line ends, which would break the rows of CSV and
 * the lines of Graphviz. */
static bool join_lines(ent_i_string *out, const char *text, size_t size)
{
    out->n = 0;
    if (!ent_i_vec_reserve(out, size + 1))
        return false;
    for (size_t i = 0; i < size; i++) {
        bool blank = strchr(" \t\n\v\f\r", text[i]) != NULL;
        if (!blank)
            out->items[out->n++] = text[i];
        else if (out->n && out->items[out->n - 1] != ' ')
            out->items[out->n++] = ' ';
    }
    if (out->n && out->items[out->n - 1] == ' ')
        out->n--;
    out->items[out->n] = '\0';
    return true;
}

/* ABI 1 promises NULL rather than "" for an unknown day. */
static const char *date_or_null(ent_date date, char *buffer)
{
    return date == ENT_NO_DATE ? NULL : ent_date_format(date, buffer);
}

/* Two dates are needed at once, the article's and the encounter's: hence two
 * buffers. */
static void tell_encounter(ent_view *view, const ent_encounter *encounter)
{
    ent_proof *p = &view->proof;
    if (!encounter)
        return;
    p->kind = ent_kind_name((ent_kind)encounter->kind);
    p->standing = ent_standing_name((ent_standing)encounter->standing);
    p->when = date_or_null(encounter->when, view->proof_dates[1]);
    p->where = encounter->where;
}

/* The view holds one proof at a time: the next call overwrites it, as the ABI
 * says. */
static const ent_proof *host_proof(const ent_view *const_view, size_t tie,
                                   size_t k)
{
    ent_view *view = own(const_view);
    ent_evidence found = ENT_EVIDENCE_INIT;
    if (!ent_network_evidence(view->network, tie, k, &found))
        return NULL;
    if (!join_lines(&view->sentence, found.text, found.text_size)) {
        view->no_memory = true;
        return NULL;
    }
    view->proof = (ent_proof){
        .article = ent_article_id(found.article),
        .title = ent_article_title(found.article),
        .source = ent_article_source(found.article),
        .url = ent_article_url(found.article),
        .date =
            date_or_null(ent_article_date(found.article), view->proof_dates[0]),
        .sentence = view->sentence.items,
        .start = found.start,
        .end = found.end,
        .field = found.field == ENT_FIELD_TITLE ? "title" : "text",
        .share = isfinite(found.share) ? rounded(found.share, 6) : 0,
        .copies = found.copies};
    tell_encounter(view, found.encounter);
    return &view->proof;
}

/* Gives only the exporter's own options: a plug-in sees nothing of the others'.
 */
static const char *host_option(const ent_view *view, const char *name)
{
    for (uint32_t i = 0; i < view->exporter->option_count; i++)
        if (strcmp(ent_i_option_at(view->exporter, i).name, name) == 0)
            return view->option_values[i];
    return NULL;
}

/* Copied, because the plug-in's text may be gone when write() has returned; cut
 * to the room there is. */
static void host_set_error(const ent_view *view, const char *message)
{
    size_t n = strlen(message), room = sizeof view->message - 1;
    n = n < room ? n : room;
    memcpy(own(view)->message, message, n);
    own(view)->message[n] = '\0';
}

/* Does nothing when the program doesn't listen; plug-ins need not know. */
static void host_log(const ent_view *view, ent_log_level level,
                     const char *message)
{
    if (view->events.log)
        view->events.log(view->events.ctx, level, message);
}

static int host_cancelled(const ent_view *view)
{
    return view->events.cancelled && view->events.cancelled(view->events.ctx);
}

static size_t host_setting_count(const ent_view *view)
{
    return ent_network_setting_count(view->network);
}

static int host_setting(const ent_view *view, size_t i, const char **name,
                        const char **value)
{
    const ent_setting *setting = ent_network_setting(view->network, i);
    if (!setting)
        return -1;
    *name = setting->name;
    *value = setting->value;
    return 0;
}

/* One table for all exporters: everything about a single export is in the view.
 */
const ent_host *ent_i_host(void)
{
    static const ent_host host = {.abi_version = ENT_EXPORTER_ABI,
                                  .struct_size = sizeof host,
                                  .node_count = host_node_count,
                                  .tie_count = host_tie_count,
                                  .tie_ends = host_tie_ends,
                                  .attribute_count = host_attribute_count,
                                  .attribute = host_attribute,
                                  .attribute_find = host_attribute_find,
                                  .value = host_value,
                                  .proof_count = host_proof_count,
                                  .proof = host_proof,
                                  .option = host_option,
                                  .set_error = host_set_error,
                                  .log = host_log,
                                  .cancelled = host_cancelled,
                                  .setting_count = host_setting_count,
                                  .setting = host_setting};
    return &host;
}

/* For formats that show each setting as a line of text; others ask for pairs.
 */
static bool write_settings(ent_view *view)
{
    const ent_setting *setting;
    for (size_t i = 0; (setting = ent_network_setting(view->network, i)); i++) {
        size_t size = strlen(setting->name) + strlen(setting->value) + 2;
        char *line = ent_i_arena_alloc(&view->arena, size);
        if (!line || !ent_i_vec_push(&view->options, line))
            return false;
        snprintf(line, size, "%s=%s", setting->name, setting->value);
    }
    return true;
}

/* What readers need to know to judge a file's figures goes into the file: the
 * program's own messages are long gone by then. */
static bool collect_warnings(ent_view *view)
{
    const ent_network_summary *sum = ent_network_get_summary(view->network);
    const struct {
        bool holds;
        const char *text;
    } all[] = {
        {sum->samples > 0,
         "betweenness and closeness are estimates from a sample; their "
         "standard errors are given beside them"},
        {sum->measured_nodes > sum->nodes || sum->measured_ties > sum->ties,
         "measures describe the network before top, ego, backbone and "
         "component reduced it"},
        {sum->windows_left_out > 0,
         "windows that name too many make no ties (windows_left_out)"},
        {sum->nodes == 0, "the network is empty"}};
    for (size_t i = 0; i < LENGTH(all); i++)
        if (all[i].holds && !ent_i_vec_push(&view->warnings, all[i].text))
            return false;
    return true;
}

/* Done before the exporter runs, so that reading these can't fail. */
ent_status ent_i_view_prepare(ent_view *view, ent_error *error)
{
    return collect_attributes(view) && write_settings(view) &&
                   collect_warnings(view)
               ? ENT_OK
               : ent_i_no_memory(error, "export");
}

void ent_i_view_free(ent_view *view)
{
    for (size_t i = 0; i < LENGTH(view->scopes); i++)
        ent_i_vec_free(&view->scopes[i]);
    ent_i_arena_free(&view->arena);
    ent_i_keymap_free(&view->dates);
    ent_i_vec_free(&view->date_texts);
    ent_i_vec_free(&view->options);
    ent_i_vec_free(&view->warnings);
    ent_i_vec_free(&view->sentence);
}
