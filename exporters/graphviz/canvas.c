#include "graphviz/canvas.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/writer.h"

#define FONT "Helvetica"
#define BOLD "Helvetica-Bold"
#define INVISIBLE "#ffffff00"

/* ---- attributes ---- */

/* cgraph takes char * for strings that it only reads. */
static char *unconst(const char *text)
{
    union {
        const char *theirs;
        char *ours;
    } both = {text};
    return both.ours;
}

/* A new attribute is declared with an empty default. */
static void set(void *object, const char *name, const char *value)
{
    agsafeset(object, unconst(name), unconst(value), unconst(""));
}

static void set_number(void *object, const char *name, double value)
{
    char buffer[40];
    ent_i_format_real(buffer, round(1000 * value) / 1000);
    set(object, name, buffer);
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
    if (*text == '&' && is_entity(text))
        return "&amp;";
    return (unsigned char)*text < ' ' ? " " : NULL;
}

/* Nothing in the text is taken for an escape or an entity; `end` is one of
 * Graphviz's escapes. */
static void set_label(canvas *c, void *object, const char *text,
                      const char *end)
{
    char *label = malloc(strlen(text) * 5 + strlen(end) + 1), *out = label;
    c->failed = c->failed || !label;
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
    strcpy(out, end);
    set(object, "label", label);
    free(label);
}

/* ---- the sheet ---- */

static Agnode_t *corner(canvas *c, double x, double y)
{
    return canvas_mark(c, &(mark){.x = x,
                                  .y = y,
                                  .shape = "point",
                                  .fill = INVISIBLE,
                                  .line = INVISIBLE,
                                  .kind = "corner"});
}

/* The corners keep the sheet's size, whatever is on it. */
void canvas_open(canvas *c, const theme *look, double width, double height)
{
    static const struct {
        int kind;
        const char *name, *value;
    } defaults[] = {
        {AGRAPH, "pad", "0"},          {AGRAPH, "margin", "0"},
        {AGRAPH, "splines", "line"},   {AGRAPH, "outputorder", "edgesfirst"},
        {AGRAPH, "fontname", FONT},    {AGNODE, "fontname", FONT},
        {AGNODE, "label", ""},         {AGNODE, "style", "filled"},
        {AGNODE, "fixedsize", "true"}, {AGNODE, "margin", "0"}};
    *c = (canvas){.look = look, .width = width, .height = height};
    c->g = agopen(unconst("entente"), Agundirected, NULL);
    c->failed = !c->g;
    if (c->failed)
        return;
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        agattr(c->g, defaults[i].kind, unconst(defaults[i].name),
               unconst(defaults[i].value));
    set(c->g, "bgcolor", look->paper);
    (void)corner(c, 0, 0);
    (void)corner(c, width, height);
}

void canvas_close(canvas *c)
{
    free(c->ground);
    if (c->g)
        agclose(c->g);
}

/* A thousandth of an inch is the least size that Graphviz keeps. */
Agnode_t *canvas_mark(canvas *c, const mark *m)
{
    char name[32], pos[96], x[40], y[40];
    if (c->failed)
        return NULL;
    if (m->name)
        snprintf(name, sizeof name, "%s", m->name);
    else
        snprintf(name, sizeof name, "-%zu", c->unnamed++);
    Agnode_t *node = agnode(c->g, name, 1);
    c->failed = !node;
    if (!node)
        return NULL;
    ent_i_format_real(x, round(100 * m->x) / 100);
    ent_i_format_real(y, round(100 * m->y) / 100);
    snprintf(pos, sizeof pos, "%s,%s", x, y);
    set(node, "pos", pos);
    set_number(node, "width", fmax(m->width / POINTS_PER_INCH, 0.001));
    set_number(node, "height", fmax(m->height / POINTS_PER_INCH, 0.001));
    set(node, "shape", m->shape);
    set(node, "fillcolor", m->fill);
    set(node, "color", m->line);
    set_number(node, "penwidth", m->pen);
    set(node, "class", m->kind);
    return node;
}

/* In Graphviz's own drawing language: C and c set the colours of filling and
 * line, P fills a polygon. */
void canvas_area(canvas *c, const vertex *points, size_t n, const char *colour)
{
    const size_t each = 48;
    size_t most = c->ground_size + (n + 3) * each;
    char *text = c->failed ? NULL : realloc(c->ground, most);
    c->failed = !text;
    if (!text)
        return;
    size_t used = c->ground_size;
    used += (size_t)snprintf(text + used, most - used,
                             "%sc %zu -%s C %zu -%s P %zu", used ? " " : "",
                             strlen(colour), colour, strlen(colour), colour, n);
    for (size_t i = 0; i < n; i++)
        used += (size_t)snprintf(text + used, most - used, " %.1f %.1f",
                                 points[i].x, points[i].y);
    c->ground = text;
    c->ground_size = used;
}

void canvas_line(canvas *c, Agnode_t *from, Agnode_t *to, double width,
                 const char *colour, const char *kind)
{
    Agedge_t *edge = c->failed ? NULL : agedge(c->g, from, to, NULL, 1);
    c->failed = !edge;
    if (!edge)
        return;
    set_number(edge, "penwidth", width);
    set(edge, "color", colour);
    set(edge, "class", kind);
}

double words_width(const words *w)
{
    return text_width(w->text, w->font) * (w->bold ? 1.12 : 1);
}

/* A box as wide as the text could be, in which it stands at the left, in the
 * middle or at the right: fonts differ from machine to machine. */
void canvas_words(canvas *c, const words *w)
{
    static const char *const ends[] = {
        [LEFT] = "\\l", [CENTRE] = "", [RIGHT] = "\\r"};
    double width = words_width(w);
    double aside = w->at == LEFT ? width / 2 : w->at == RIGHT ? -width / 2 : 0;
    Agnode_t *node = canvas_mark(c, &(mark){.x = w->x + aside,
                                            .y = w->y,
                                            .width = width,
                                            .height = w->font * 1.15,
                                            .shape = w->veiled ? "box" : "none",
                                            .fill = c->look->veil,
                                            .line = INVISIBLE,
                                            .kind = w->kind,
                                            .name = w->name});
    if (!node)
        return;
    if (!w->veiled)
        set(node, "style", "solid");
    set_label(c, node, w->text, ends[w->at]);
    set_number(node, "fontsize", w->font);
    set(node, "fontcolor", w->colour);
    if (w->bold)
        set(node, "fontname", BOLD);
}

/* ---- the width of texts ---- */

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

double text_width(const char *text, double font)
{
    double width = 0;
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if ((*p & 0xC0) != 0x80)
            width += advance(p);
    return width * font;
}

/* ---- rendering ---- */

bool memory_for(size_t most)
{
    /* Else a compiler may leave out what is not used. */
    void *volatile block = malloc(most);
    bool found = block != NULL;
    free(block);
    return found;
}

size_t canvas_room(const canvas *c, double dpi)
{
    double across = c->width / POINTS_PER_INCH + 1;
    double down = c->height / POINTS_PER_INCH + 1;
    return (size_t)(4 * across * dpi * down * dpi);
}

/* A single context that is never freed: Graphviz's pango plug-in keeps font
 * names that the context owns, and reads them after gvFreeContext. */
static GVC_t *context(void)
{
    static GVC_t *only;
    if (!only)
        only = gvContext();
    return only;
}

/* Formats that scale have no dots. Graphviz would scale the drawing anyway, but
 * neither the viewBox nor the page around it. */
int canvas_render(canvas *c, const char *format, double dpi, char **bytes,
                  unsigned *size)
{
    GVC_t *gvc = context();
    if (c->failed || !gvc)
        return -1;
    if (c->ground)
        set(c->g, "_background", c->ground);
    set_number(c->g, "dpi", strcmp(format, "png") == 0 ? dpi : POINTS_PER_INCH);
    int result = gvLayout(gvc, c->g, "nop1");
    if (result == 0) {
        result = gvRenderData(gvc, c->g, format, bytes, size);
        gvFreeLayout(gvc, c->g);
    }
    return result;
}

/* cgraph has one handler per process. The host's own is restored afterwards,
 * and no other exporter runs in between (see the host's lock). */
static agusererrf handler_before;
static agerrlevel_t level_before;
static locale_t locale_before, plain;
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
    plain = newlocale(LC_NUMERIC_MASK, "C", duplocale(uselocale(0)));
    locale_before = plain ? uselocale(plain) : (locale_t)0;
}

const char *graphviz_end(void)
{
    if (plain) {
        uselocale(locale_before);
        freelocale(plain);
    }
    agseterrf(handler_before);
    agseterr(level_before);
    complaint[strcspn(complaint, "\n")] = '\0';
    return complaint;
}
