/* What Graphviz leaves out of an SVG. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/writer.h"
#include "graphviz/picture.h"

/* The number in a part's name, such as the 12 of "n12" or "l12". */
static size_t number_in(const char *name)
{
    return strtoul(name + 1, NULL, 10);
}

static void put_node_title(const picture *p, ent_i_writer *w, size_t i)
{
    char text[80];
    if (i >= p->d.node_count)
        return;
    snprintf(text, sizeof text, ": strength %.6g", p->d.nodes[i].strength);
    ent_i_puts(w, "<title>");
    ent_i_put_xml(w, picture_name(p, i));
    ent_i_puts(w, text);
    ent_i_puts(w, "</title>");
}

/* Ties are named by their ends, of which each pair has one. */
static void put_tie_title(const picture *p, ent_i_writer *w, size_t a, size_t b)
{
    char text[80];
    for (size_t i = 0; i < p->d.tie_count; i++) {
        const drawn_tie *tie = &p->d.ties[i];
        if (tie->ends[0] != a || tie->ends[1] != b)
            continue;
        snprintf(text, sizeof text, ": %.6g, %s", tie->value,
                 tie->met ? "contact stated" : "only named together");
        ent_i_puts(w, "<title>");
        ent_i_put_xml(w, picture_name(p, a));
        ent_i_puts(w, " \xE2\x80\x93 ");
        ent_i_put_xml(w, picture_name(p, b));
        ent_i_puts(w, text);
        ent_i_puts(w, "</title>");
        return;
    }
}

/* The name that stands in Graphviz's title becomes words; what nobody needs to
 * hear of loses its title. */
static void put_title(const picture *p, ent_i_writer *w, const char *name)
{
    static const char dashes[] = "&#45;&#45;";
    const char *second = strstr(name, dashes);
    if (*name == 'n' && second)
        put_tie_title(p, w, number_in(name),
                      number_in(second + strlen(dashes)));
    else if (*name == 'n' || *name == 'l')
        put_node_title(p, w, number_in(name));
}

/* Into the svg element, whose start tag ends here. */
static void put_head(const picture *p, ent_i_writer *w)
{
    char text[600];
    picture_summary(p, text, sizeof text);
    ent_i_puts(w, " role=\"img\" lang=\"en\" aria-labelledby=\"title desc\">"
                  "\n<title id=\"title\">");
    ent_i_put_xml(w, p->title);
    ent_i_puts(w, "</title>\n<desc id=\"desc\">");
    ent_i_put_xml(w, text);
    ent_i_puts(w, "</desc>");
}

/* Graphviz has one tag a line; nothing in the texts can be taken for one. */
static void rewrite_svg(const picture *p, ent_i_writer *w, const char *svg)
{
    static const char open[] = "<title>", close[] = "</title>";
    const char *start = strstr(svg, "<svg");
    const char *at = start ? strchr(start, '>') : NULL;
    if (!at) {
        ent_i_puts(w, svg);
        return;
    }
    ent_i_put(w, svg, (size_t)(at - svg));
    put_head(p, w);
    at++;
    for (const char *next; (next = strstr(at, open)) != NULL;) {
        char name[64];
        const char *end = strstr(next, close);
        ent_i_put(w, at, (size_t)(next - at));
        if (!end)
            break;
        next += strlen(open);
        snprintf(name, sizeof name, "%.*s", (int)(end - next), next);
        put_title(p, w, name);
        at = end + strlen(close);
    }
    ent_i_puts(w, at);
}

int finish_svg(const picture *p, const char *bytes, size_t size,
               const ent_sink *sink)
{
    ent_i_writer w;
    (void)size; /* Graphviz ends it with a NUL */
    ent_i_writer_start(&w, sink);
    rewrite_svg(p, &w, bytes);
    return ent_i_writer_end(&w);
}
