/* What Graphviz leaves out of an SVG. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/writer.h"
#include "graphviz/picture.h"

/* The frame and the spot in a part's name, "n1.12" or "l1.12"; NULL when there
 * is no such frame. */
static const frame *find_part(const picture *p, const char *name, size_t *at)
{
    char *end;
    size_t k = strtoul(name + 1, &end, 10);
    *at = *end ? strtoul(end + 1, NULL, 10) : 0;
    return k < p->frame_count ? &p->frames[k] : NULL;
}

static const char *spot_name(const picture *p, const frame *f, size_t i)
{
    return picture_name(p, f->spots[i].node);
}

static void put_node_title(const picture *p, ent_i_writer *w, const frame *f,
                           size_t i)
{
    char text[80];
    if (i >= f->spot_count)
        return;
    snprintf(text, sizeof text, ": %s %.6g",
             p->d.host->option(p->d.view, "size"), f->spots[i].value);
    ent_i_puts(w, "<title>");
    ent_i_put_xml(w, spot_name(p, f, i));
    ent_i_puts(w, text);
    ent_i_puts(w, "</title>");
}

/* Ties are named by their ends, of which each pair has one. */
static void put_tie_title(const picture *p, ent_i_writer *w, const frame *f,
                          size_t a, size_t b)
{
    char text[80];
    for (size_t i = 0; i < f->tie_count; i++) {
        const drawn_tie *tie = &f->ties[i];
        if (tie->ends[0] != a || tie->ends[1] != b)
            continue;
        snprintf(text, sizeof text, ": %.6g, %s", tie->value,
                 tie->met ? "contact stated" : "only named together");
        ent_i_puts(w, "<title>");
        ent_i_put_xml(w, spot_name(p, f, a));
        ent_i_puts(w, " \xE2\x80\x93 ");
        ent_i_put_xml(w, spot_name(p, f, b));
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
    size_t a, b;
    const frame *f =
        *name == 'n' || *name == 'l' ? find_part(p, name, &a) : NULL;
    if (f && second && find_part(p, second + strlen(dashes), &b))
        put_tie_title(p, w, f, a, b);
    else if (f)
        put_node_title(p, w, f, a);
}

/* What Graphviz repeats on each text; it is said once, of the whole. */
static const char font[] = " font-family=\"Helvetica,sans-Serif\"";

/* Into the svg element, whose start tag ends here. */
static void put_head(const picture *p, ent_i_writer *w)
{
    char text[600];
    texts_summary(p, text, sizeof text);
    ent_i_puts(w, font);
    ent_i_puts(w, " role=\"img\" lang=\"en\" aria-labelledby=\"title desc\">"
                  "\n<title id=\"title\">");
    ent_i_put_xml(w, p->title);
    ent_i_puts(w, "</title>\n<desc id=\"desc\">");
    ent_i_put_xml(w, text);
    ent_i_puts(w, "</desc>\n");
}

/* A line from its start on up to where the curve begins, as which Graphviz
 * writes the straight lines of ties: "M1,1C2,2 3,3 4,4". Returns the curve's
 * end, or `from` where there is none. */
static const char *put_straight(ent_i_writer *w, const char *from,
                                const char *end)
{
    const char *start = memchr(from, 'C', (size_t)(end - from));
    const char *last = start;
    for (int i = 0; last && i < 2; i++) {
        last = memchr(last, ' ', (size_t)(end - last));
        last = last ? last + 1 : NULL;
    }
    if (!last || strncmp(from, "<path", strlen("<path")) != 0 ||
        memchr(last, ' ', (size_t)(end - last)))
        return from;
    ent_i_put(w, from, (size_t)(start - from));
    ent_i_puts(w, "L");
    return last;
}

static void put_line(ent_i_writer *w, const char *from, const char *end)
{
    bool text = strncmp(from, "<text", strlen("<text")) == 0;
    const char *found = text ? strstr(from, font) : NULL;
    from = put_straight(w, from, end);
    if (found && found < end) {
        ent_i_put(w, from, (size_t)(found - from));
        from = found + strlen(font);
    }
    ent_i_put(w, from, (size_t)(end - from));
}

/* From a title on, up to what follows it; NULL where the title doesn't end. */
static const char *rewrite_title(const picture *p, ent_i_writer *w,
                                 const char *at)
{
    static const char open[] = "<title>", close[] = "</title>";
    char name[64];
    const char *end = strstr(at, close);
    if (!end)
        return NULL;
    at += strlen(open);
    snprintf(name, sizeof name, "%.*s", (int)(end - at), at);
    put_title(p, w, name);
    return end + strlen(close);
}

/* Graphviz has one tag a line, and a comment before each part that repeats its
 * title; nothing in the texts can be taken for either. */
static void rewrite_svg(const picture *p, ent_i_writer *w, const char *svg)
{
    const char *start = strstr(svg, "<svg");
    const char *at = start ? strchr(start, '>') : NULL;
    if (!at) {
        ent_i_puts(w, svg);
        return;
    }
    ent_i_put(w, svg, (size_t)(at - svg));
    put_head(p, w);
    for (at += strlen(">\n"); at && *at;) {
        const char *next = at + strcspn(at, "\n");
        next += *next == '\n';
        if (strncmp(at, "<title>", strlen("<title>")) == 0)
            next = rewrite_title(p, w, at);
        else if (strncmp(at, "<!--", strlen("<!--")) != 0)
            put_line(w, at, next);
        at = next;
    }
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
