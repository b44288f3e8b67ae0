/* A Mermaid flowchart, which GitHub and many wikis draw within Markdown
 * (https://mermaid.js.org/syntax/flowchart.html). Mermaid draws no more than
 * 500 lines unless told to, so that the heaviest ties are chosen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "common/format.h"
#include "common/look.h"

enum { TIES_MOST = 500, CLASSES = 64 };

/* The ties to draw: a heap with the lightest on top while choosing. */
typedef struct chosen {
    size_t most, n;
    size_t ties[TIES_MOST];
    double weights[TIES_MOST];
} chosen;

/* Of equal weights the earlier tie is the heavier one. */
static bool lighter(const chosen *c, size_t a, size_t b)
{
    return c->weights[a] != c->weights[b] ? c->weights[a] < c->weights[b]
                                          : c->ties[a] > c->ties[b];
}

static void swap(chosen *c, size_t a, size_t b)
{
    size_t tie = c->ties[a];
    double weight = c->weights[a];
    c->ties[a] = c->ties[b];
    c->weights[a] = c->weights[b];
    c->ties[b] = tie;
    c->weights[b] = weight;
}

static void sink_down(chosen *c)
{
    for (size_t at = 0, child; (child = 2 * at + 1) < c->n; at = child) {
        if (child + 1 < c->n && lighter(c, child + 1, child))
            child++;
        if (!lighter(c, child, at))
            return;
        swap(c, child, at);
    }
}

static void consider(chosen *c, size_t tie, double weight)
{
    size_t at = c->n;
    if (c->n == c->most) {
        if (weight <= c->weights[0])
            return;
        c->ties[0] = tie;
        c->weights[0] = weight;
        sink_down(c);
        return;
    }
    c->ties[at] = tie;
    c->weights[at] = weight;
    for (c->n++; at && lighter(c, at, (at - 1) / 2); at = (at - 1) / 2)
        swap(c, at, (at - 1) / 2);
}

/* The lightest goes to the end each time, which leaves the heaviest first. */
static void sort(chosen *c)
{
    size_t n = c->n;
    for (; c->n > 1; sink_down(c))
        swap(c, 0, --c->n);
    c->n = n;
}

/* Nodes without a tie are shown where everything is. */
static bool is_drawn(ent_i_format *f, const chosen *c, size_t node)
{
    if (c->n == f->host->tie_count(f->view) &&
        f->host->node_count(f->view) <= TIES_MOST)
        return true;
    for (size_t i = 0; i < c->n; i++) {
        size_t ends[2] = {0, 0};
        f->host->tie_ends(f->view, c->ties[i], &ends[0], &ends[1]);
        if (ends[0] == node || ends[1] == node)
            return true;
    }
    return false;
}

/* Within quotes a text may be Markdown and hold HTML; Mermaid's references make
 * all of it plain. */
static void put_text(ent_i_writer *w, const char *text)
{
    for (size_t n; *text; text += n ? n : 1) {
        n = ent_i_utf8_length(text);
        if (strchr("\t\n\r", *text))
            ent_i_puts(w, " ");
        else if (strchr("\"#&<>`*_\\;[]{}|~", *text)) {
            ent_i_puts(w, "#");
            ent_i_put_integer(w, *text);
            ent_i_puts(w, ";");
        } else if (ent_i_is_plain(text, n))
            ent_i_put(w, text, n);
    }
}

static void put_number(ent_i_format *f, const char *before, size_t number)
{
    ent_i_puts(&f->w, before);
    ent_i_put_integer(&f->w, (int64_t)number);
}

/* The colour is that of the community. */
static void put_node(ent_i_format *f, size_t i)
{
    char colour[8];
    if (!is_drawn(f, f->own, i))
        return;
    ent_i_look_colour(f->host, f->view, i, colour);
    put_number(f, "  n", i);
    ent_i_puts(&f->w, "([\"");
    put_text(&f->w, ent_i_text(f->host, f->view, ENT_NODE, i, "label"));
    ent_i_puts(&f->w, "\"])\n");
    put_number(f, "  style n", i);
    ent_i_puts(&f->w, " stroke:");
    ent_i_puts(&f->w, colour);
    ent_i_puts(&f->w, ",stroke-width:2px\n");
}

/* Thick where a contact is stated. */
static void put_tie(ent_i_format *f, size_t tie)
{
    size_t source = 0, target = 0;
    f->host->tie_ends(f->view, tie, &source, &target);
    put_number(f, "  n", source);
    ent_i_puts(&f->w,
               ent_i_look_met(f->host, f->view, tie) ? " ===|" : " ---|");
    ent_i_put_real(&f->w, ent_i_format_weight(f, tie));
    put_number(f, "| n", target);
    ent_i_puts(&f->w, "\n");
}

/* What is left out is said in the file and to the user. */
static void tell(ent_i_format *f, const chosen *c)
{
    char line[120];
    size_t all = f->host->tie_count(f->view);
    if (c->n == all)
        return;
    snprintf(line, sizeof line, "shows the %zu heaviest of %zu ties", c->n,
             all);
    f->host->log(f->view, ENT_LOG_INFO, line);
    ent_i_puts(&f->w, "  %% ");
    ent_i_puts(&f->w, line);
    ent_i_puts(&f->w, "\n");
}

static int write_mermaid(const ent_host *host, const ent_view *view,
                         const ent_sink *sink)
{
    ent_i_format f;
    chosen c = {.n = 0};
    ent_i_format_start(&f, host, view, sink);
    c.most = (size_t)strtol(host->option(view, "max-ties"), NULL, 10);
    f.own = &c;
    for (size_t i = 0; i < host->tie_count(view); i++)
        consider(&c, i, ent_i_format_weight(&f, i));
    sort(&c);
    ent_i_puts(&f.w, "graph LR\n");
    tell(&f, &c);
    ent_i_format_items(&f, ENT_NODE, put_node);
    for (size_t i = 0; i < c.n && !ent_i_format_stopped(&f); i++)
        put_tie(&f, c.ties[i]);
    return ent_i_format_end(&f);
}

const ent_exporter *ent_i_exporter_mermaid(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "max-ties",
         .type = ENT_INTEGER,
         .default_value = "200",
         .help = "draw the N heaviest ties and their nodes",
         .least = "1",
         .most = "500"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "mermaid",
        .description = "a diagram within Markdown, of the heaviest ties",
        .version = "1.0",
        .extensions = "mmd mermaid",
        .mime = "text/vnd.mermaid",
        .option_count = 1,
        .option_size = sizeof *options,
        .options = options,
        .write = write_mermaid};
    (void)host_abi;
    return &exporter;
}
