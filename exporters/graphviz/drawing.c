#include "graphviz/drawing.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/look.h"
#include "common/writer.h"

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
    long labels = drawing_option(d, "labels");
    double largest = 0;
    d->nodes = calloc(n + 1, sizeof *d->nodes);
    if (!d->nodes)
        return -1;
    for (size_t i = 0; i < n; i++) {
        d->nodes[i].node = i;
        d->nodes[i].size = strength(d, i);
        largest = fmax(largest, d->nodes[i].size);
    }
    for (size_t i = 0; i < n && largest > 0; i++)
        d->nodes[i].size /= largest;
    qsort(d->nodes, n, sizeof *d->nodes, by_size);
    d->node_count = most > 0 && n > (size_t)most ? (size_t)most : n;
    d->nodes_left_out = n - d->node_count;
    for (size_t i = 0; i < d->node_count; i++)
        d->nodes[i].labelled = labels < 0 || i < (size_t)labels;
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

static int choose_ties(drawing *d)
{
    size_t n = d->host->node_count(d->view);
    long most = drawing_option(d, "max-ties");
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
        choose_heaviest(d, reached, most > 0 ? (size_t)most : SIZE_MAX);
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

/* The most ems that a character is wide in DejaVu Sans, the widest of the fonts
 * that stand in for Helvetica: the label may be drawn on a machine with other
 * fonts. Two-byte characters are Greek and Cyrillic, three-byte ones mostly
 * full width. */
static double advance(const unsigned char *character)
{
    static const char narrow[] = " !'(),-./:;I[\\]fijlrt|";
    static const char wide[] = "%@MWmw";
    if (*character >= 0xF0)
        return 1.4;
    if (*character >= 0xC0)
        return *character >= 0xE0 ? 1.0 : 0.8;
    if (strchr(narrow, *character))
        return 0.42;
    if (strchr(wide, *character))
        return 1.0;
    return *character >= 'A' && *character <= 'Z' ? 0.79 : 0.64;
}

double drawing_text_width(const char *text, double font)
{
    double width = 0;
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if ((*p & 0xC0) != 0x80)
            width += advance(p);
    return width * font;
}

/* cgraph takes char * for strings that it only reads. */
static char *unconst(const char *text)
{
    union {
        const char *theirs;
        char *ours;
    } both = {text};
    return both.ours;
}

Agraph_t *drawing_graph(void)
{
    return agopen(unconst("entente"), Agstrictundirected, NULL);
}

Agnode_t *drawing_node(Agraph_t *g, const char *name)
{
    return agnode(g, unconst(name), 1);
}

void drawing_default(Agraph_t *g, int kind, const char *name, const char *value)
{
    agattr(g, kind, unconst(name), unconst(value));
}

void drawing_set(void *object, const char *name, const char *value)
{
    agsafeset(object, unconst(name), unconst(value), unconst(""));
}

void drawing_set_number(void *object, const char *name, double value)
{
    char buffer[40];
    ent_i_format_real(buffer, value);
    drawing_set(object, name, buffer);
}

/* Whether "&name;" or "&#12;" begins here, which would be read as one
 * character: Graphviz reads HTML references in plain labels too. */
static bool is_entity(const char *text)
{
    size_t n = strspn(text + 1, "#abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    return n > 0 && text[1 + n] == ';';
}

/* The escape for the character at text in a label; NULL if it needs none. */
static const char *label_escape(const char *text)
{
    if (*text == '\\')
        return "\\\\";
    if (*text == '\n')
        return "\\n";
    if (*text == '&' && is_entity(text))
        return "&amp;";
    return (unsigned char)*text < ' ' ? " " : NULL;
}

void drawing_set_label(void *object, const char *name, const char *text)
{
    char *label = malloc(strlen(text) * 5 + 1), *out = label;
    if (!label)
        return;
    while (*text) {
        size_t n = ent_i_utf8_length(text);
        const char *escape = label_escape(text);
        if (escape)
            out = stpcpy(out, escape);
        else if (ent_i_is_plain(text, n)) {
            memcpy(out, text, n);
            out += n;
        }
        text += n ? n : 1;
    }
    *out = '\0';
    drawing_set(object, name, label);
    free(label);
}

/* cgraph has one handler per process. The host's own is restored afterwards,
 * and no other exporter runs in between (see the host's lock). */
static agusererrf handler_before;
static agerrlevel_t level_before;
static char complaint[256];

/* Messages come in pieces; the first line is kept. */
static int collect(char *message)
{
    size_t used = strlen(complaint);
    if (!strchr(complaint, '\n'))
        snprintf(complaint + used, sizeof complaint - used, "%s", message);
    return 0;
}

void graphviz_begin(void)
{
    complaint[0] = '\0';
    handler_before = agseterrf(collect);
    level_before = agseterr(AGWARN);
}

const char *graphviz_end(void)
{
    agseterrf(handler_before);
    agseterr(level_before);
    complaint[strcspn(complaint, "\n")] = '\0';
    return complaint;
}
