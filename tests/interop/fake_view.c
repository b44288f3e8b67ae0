#include "interop/fake_view.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ent_view {
    const fake_network *network;
    const ent_exporter *exporter;
    char *const *options;
    char *message;
    long *cancel_after;
    ent_proof *proof;
};

/* ---- the networks ---- */

/* What breaks writers: markup, quotes, backslashes, separators, line ends,
 * formulas, other scripts, control characters, characters that XML lacks. */
static const char *const nasty_labels[] = {
    "Miles \"Tails\" O'Neil <chief> & son",
    "back\\slash\\",
    "line\nbreak\r\nand\ttab",
    "semi;colon, comma",
    "=SUM(A1:A9)",
    "\xF0\x9F\x98\x80 \xE6\xBC\xA2\xE5\xAD\x97 \xD9\x85\xD8\xB5\xD8\xB1",
    "bell\aand\x01more",
    "\xEF\xBF\xBEnot a character",
    "\\N \\G \\l [i] <b>html</b>",
    " blanks around ",
    "AT&amp;T \\\"Bell\\\\\" \\\\",
    "NaN",
    "<b>Null</b>"};

static void set_node(fake_node *node, const char *id, const char *label)
{
    snprintf(node->id, sizeof node->id, "%s", id);
    node->label = label;
    node->aliases[0] = label;
    node->community = -1;
}

static bool make_room(fake_network *n, size_t nodes, size_t ties)
{
    n->nodes = calloc(nodes + 1, sizeof *n->nodes);
    n->ties = calloc(ties + 1, sizeof *n->ties);
    n->node_count = nodes;
    n->tie_count = 0;
    return n->nodes && n->ties;
}

static void tie(fake_network *n, size_t source, size_t target, double weight,
                int64_t meet)
{
    fake_tie *t = &n->ties[n->tie_count++];
    *t = (fake_tie){source, target, weight, (int64_t)ceil(weight), meet};
    n->nodes[source].strength += weight;
    n->nodes[target].strength += weight;
}

static bool make_nasty(fake_network *n)
{
    size_t count = sizeof nasty_labels / sizeof *nasty_labels;
    if (!make_room(n, count, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        char id[64];
        snprintf(id, sizeof id, i == 3 ? "n%zu-\xC3\xA9t\xC3\xA9" : "n%zu", i);
        set_node(&n->nodes[i], id, nasty_labels[i]);
        n->nodes[i].community = (int64_t)i - 1;
        n->nodes[i].mentions = (int64_t)i * 1000000007;
    }
    static const double weights[] = {
        1, 0.1, 0.333333333333333, 1e-9, 123456.5, 2.5e+9, 7, -0.0};
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        tie(n, i, i + 1, weights[i], i % 2);
    return true;
}

/* xorshift, so that the picture is the same everywhere. */
static unsigned next_random(unsigned *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Invented people in groups: a few hubs, many ties within a group. */
static bool make_groups(fake_network *n, size_t count, size_t groups)
{
    static const char *const first[] = {
        "Anna", "Boris", "Chen",  "Dalia", "Emeka", "Farid", "Greta",
        "Hugo", "Ines",  "Jonas", "Kofi",  "Lena",  "Marek", "Nadia",
        "Omar", "Petra", "Quynh", "Rosa",  "Sven",  "Tariq"};
    static const char *const last[] = {
        "Albrecht",   "Baranova", "Castellanos", "Dubois", "Eriksen",
        "Fitzgerald", "Gao",      "Hashemi",     "Ivanov", "Johansson"};
    static char labels[1000][48];
    unsigned state = 7;
    if (count > 1000 || !make_room(n, count, count * 4))
        return false;
    for (size_t i = 0; i < count; i++) {
        char id[64];
        snprintf(id, sizeof id, "person-%zu", i);
        snprintf(labels[i], sizeof *labels, "%s %s", first[i % 20],
                 last[(i * 7 + i / 20) % 10]);
        set_node(&n->nodes[i], id, labels[i]);
        n->nodes[i].community = (int64_t)(i % groups);
    }
    for (size_t i = 1; i < count; i++) {
        size_t hub = i % groups, near = i >= groups ? i - groups : 0;
        tie(n, hub == i ? 0 : hub, i, 1 + next_random(&state) % 12,
            next_random(&state) % 3 == 0);
        if (i >= groups && near != hub)
            tie(n, near, i, 1 + next_random(&state) % 4, 0);
        if (next_random(&state) % 4 == 0 && i > groups)
            tie(n, (i + 1) % groups, i, 1, next_random(&state) % 2);
    }
    return true;
}

bool fake_make(fake_network *out, const char *name)
{
    *out = (fake_network){0};
    if (strcmp(name, "empty") == 0)
        return make_room(out, 0, 0);
    if (strcmp(name, "one") == 0) {
        bool made = make_room(out, 1, 0);
        if (made)
            set_node(&out->nodes[0], "alone", "All Alone");
        return made;
    }
    if (strcmp(name, "nasty") == 0)
        return make_nasty(out);
    if (strcmp(name, "seven") == 0)
        return make_groups(out, 7, 2);
    if (strcmp(name, "small") == 0)
        return make_groups(out, 20, 3);
    if (strcmp(name, "large") == 0)
        return make_groups(out, 100, 6);
    return strcmp(name, "huge") == 0 && make_groups(out, 1000, 12);
}

void fake_free(fake_network *network)
{
    free(network->nodes);
    free(network->ties);
}

/* ---- the host ---- */

static const ent_attribute attributes[][9] = {
    [ENT_GRAPH] = {{"program", "", ENT_STRING},
                   {"version", "", ENT_STRING},
                   {"options", "", ENT_STRING_LIST},
                   {"warnings", "", ENT_STRING_LIST},
                   {"nodes", "", ENT_INTEGER}},
    [ENT_NODE] = {{"id", "", ENT_STRING},
                  {"label", "", ENT_STRING},
                  {"type", "", ENT_STRING},
                  {"aliases", "", ENT_STRING_LIST},
                  {"mentions", "", ENT_INTEGER},
                  {"strength", "", ENT_REAL},
                  {"community", "", ENT_INTEGER},
                  {"curated", "", ENT_BOOLEAN}},
    [ENT_TIE] = {{"weight", "", ENT_REAL},
                 {"count", "", ENT_INTEGER},
                 {"first", "", ENT_DATE},
                 {"meet", "", ENT_INTEGER}}};

static size_t node_count(const ent_view *view)
{
    return view->network->node_count;
}

static size_t tie_count(const ent_view *view)
{
    return view->network->tie_count;
}

static int tie_ends(const ent_view *view, size_t i, size_t *source,
                    size_t *target)
{
    if (i >= view->network->tie_count)
        return -1;
    *source = view->network->ties[i].source;
    *target = view->network->ties[i].target;
    return 0;
}

static size_t attribute_count(const ent_view *view, ent_scope scope)
{
    size_t n = 0;
    (void)view;
    while (attributes[scope][n].name)
        n++;
    return n;
}

static const ent_attribute *attribute(const ent_view *view, ent_scope scope,
                                      size_t i)
{
    return i < attribute_count(view, scope) ? &attributes[scope][i] : NULL;
}

static int attribute_find(const ent_view *view, ent_scope scope,
                          const char *name)
{
    (void)view;
    for (int i = 0; attributes[scope][i].name; i++)
        if (strcmp(attributes[scope][i].name, name) == 0)
            return i;
    return -1;
}

static int graph_value(const ent_view *view, size_t i, ent_value *out)
{
    static const char *const options[] = {"window=sentence", "odd=a=b", "bare"};
    out->string = i == 0 ? "entente" : "0.0.0";
    out->list = options;
    out->count = i == 2 ? 3 : 0;
    out->integer = (int64_t)view->network->node_count;
    return 1;
}

static int node_value(const fake_node *node, size_t i, ent_value *out)
{
    out->string = i == 0 ? node->id : i == 1 ? node->label : "person";
    out->list = node->aliases;
    out->count = node->aliases[0] ? 1 : 0;
    out->integer = i == 4 ? node->mentions : i == 6 ? node->community : 1;
    out->real = node->strength;
    return i != 6 || node->community >= 0;
}

static int tie_value(const fake_tie *t, size_t i, ent_value *out)
{
    out->real = t->weight;
    out->integer = i == 1 ? t->count : t->meet;
    out->string = "2014-03-29";
    return i != 2 || t->count > 1; /* some have no date */
}

static int value(const ent_view *view, ent_scope scope, size_t item, size_t i,
                 ent_value *out)
{
    const fake_network *n = view->network;
    *out = (ent_value){0};
    if (i >= attribute_count(view, scope))
        return -1;
    if (scope == ENT_GRAPH)
        return graph_value(view, i, out);
    if (item >= (scope == ENT_NODE ? n->node_count : n->tie_count))
        return -1;
    return scope == ENT_NODE ? node_value(&n->nodes[item], i, out)
                             : tie_value(&n->ties[item], i, out);
}

static size_t proof_count(const ent_view *view, size_t i)
{
    return (size_t)view->network->ties[i].count % 3;
}

static const ent_proof *proof(const ent_view *view, size_t i, size_t k)
{
    if (k >= proof_count(view, i))
        return NULL;
    *view->proof = (ent_proof){.article = "a.txt",
                               .title = "",
                               .date = k ? "2014-03-29" : NULL,
                               .sentence = "They \"met\" <there>.",
                               .start = 3,
                               .end = 9,
                               .field = "text",
                               .kind = k ? "meet" : NULL,
                               .standing = k ? "held" : NULL,
                               .share = 0.125,
                               .confidence = k ? 0.5 : 1,
                               .names = 2,
                               .sights = 1};
    return view->proof;
}

static const char *option(const ent_view *view, const char *name)
{
    size_t n = strlen(name);
    for (char *const *o = view->options; o && *o; o++)
        if (strncmp(*o, name, n) == 0 && (*o)[n] == '=')
            return *o + n + 1;
    for (uint32_t i = 0; i < view->exporter->option_count; i++)
        if (strcmp(view->exporter->options[i].name, name) == 0)
            return view->exporter->options[i].default_value;
    return NULL;
}

static void set_error(const ent_view *view, const char *message)
{
    snprintf(view->message, 400, "%s", message);
}

static void log_line(const ent_view *view, ent_log_level level,
                     const char *message)
{
    (void)view;
    fprintf(stderr, "%s: %s\n", level == ENT_LOG_INFO ? "info" : "warning",
            message);
}

static int cancelled(const ent_view *view)
{
    if (*view->cancel_after < 0)
        return 0;
    return *view->cancel_after == 0 || (*view->cancel_after)-- == 0;
}

/* The options above as pairs. */
static size_t setting_count(const ent_view *view)
{
    (void)view;
    return 3;
}

static int setting(const ent_view *view, size_t i, const char **name,
                   const char **value)
{
    static const char *const pairs[][2] = {
        {"window", "sentence"}, {"odd", "a=b"}, {"bare", ""}};
    (void)view;
    if (i >= 3)
        return -1;
    *name = pairs[i][0];
    *value = pairs[i][1];
    return 0;
}

/* On a spiral of whole points, far enough apart for any circle. */
static int position(const ent_view *view, size_t node, double *x, double *y)
{
    if (node >= view->network->node_count)
        return -1;
    double way = 60 * sqrt((double)node), angle = 2.4 * (double)node;
    *x = round(way * cos(angle));
    *y = round(way * sin(angle));
    return 0;
}

static double diameter(const ent_view *view, size_t node)
{
    const fake_network *n = view->network;
    double largest = 0;
    for (size_t i = 0; i < n->node_count; i++)
        largest = fmax(largest, n->nodes[i].strength);
    if (node >= n->node_count || largest <= 0)
        return 6;
    return round(100 *
                 (6 + 44 * sqrt(fmax(n->nodes[node].strength, 0) / largest))) /
           100;
}

/* Not cut into slices. */
static size_t slice_count(const ent_view *view)
{
    (void)view;
    return 0;
}

static int slice(const ent_view *view, size_t i, const char **name,
                 const char **first, const char **last)
{
    (void)view;
    (void)i;
    (void)name;
    (void)first;
    (void)last;
    return -1;
}

static int slice_value(const ent_view *view, size_t i, ent_scope scope,
                       size_t item, size_t attribute_index, ent_value *out)
{
    (void)view;
    (void)i;
    (void)scope;
    (void)item;
    (void)attribute_index;
    (void)out;
    return -1;
}

/* Two, of which the second is a copy of the first. */
static size_t article_count(const ent_view *view)
{
    (void)view;
    return 2;
}

static int article(const ent_view *view, size_t i, const char **id,
                   const char **date, const char **counted_for)
{
    (void)view;
    if (i >= 2)
        return -1;
    *id = i ? "b.txt" : "a.txt";
    *date = i ? "2014-03-29" : NULL;
    *counted_for = i ? "a.txt" : NULL;
    return 1;
}

int fake_export(const ent_exporter *exporter, const fake_network *network,
                char *const *options, const ent_sink *sink, char *message,
                long cancel_after)
{
    static const ent_host host = {
        ENT_EXPORTER_ABI, sizeof host,    node_count,
        tie_count,        tie_ends,       attribute_count,
        attribute,        attribute_find, value,
        proof_count,      proof,          option,
        set_error,        log_line,       cancelled,
        setting_count,    setting,        position,
        diameter,         slice_count,    slice,
        slice_value,      article_count,  article};
    ent_proof place;
    const ent_view view = {network, exporter,      options,
                           message, &cancel_after, &place};
    *message = '\0';
    return exporter->write(&host, &view, sink);
}
