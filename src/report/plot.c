/* Every plot is as wide as the page and scales with it. Values stand beside
 * what is drawn, so that nothing has to be read off an axis. */
#include "report/plot.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    WIDTH = 720,
    BAR = 22, /* from one bar to the next */
    LABELS = 244,
    HEIGHT = 200,
    LEFT = 56,
    FOOT = 34,
    TOP = 12
};

/* Only for numbers and names of ours; whole numbers and tenths, so that no
 * locale and no machine can change them. */
static void put(ent_i_page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void put(ent_i_page *page, const char *format, ...)
{
    char text[400];
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (n > 0 && (size_t)n < sizeof text)
        ent_i_page_put(page, text, (size_t)n);
}

/* Tenths of a point: "12.3" from 123. */
static int tenths(double value) { return (int)llround(value * 10); }
#define AT "%d.%d"
#define XY(value) tenths(value) / 10, abs_of(tenths(value)) % 10

static int abs_of(int n) { return n < 0 ? -n : n; }

static void put_rect(ent_i_page *page, const char *class, double x, double y,
                     double width, double height)
{
    put(page,
        "<rect class=\"%s\" x=\"" AT "\" y=\"" AT "\" width=\"" AT
        "\" height=\"" AT "\"/>",
        class, XY(x), XY(y), XY(width), XY(height));
}

static void put_words(ent_i_page *page, double x, double y, const char *anchor,
                      const char *text)
{
    ent_i_arena arena = {0};
    const char *line = ent_i_one_line(&arena, text, strlen(text));
    page->no_memory = page->no_memory || !line;
    put(page, "<text x=\"" AT "\" y=\"" AT "\" text-anchor=\"%s\">", XY(x),
        XY(y), anchor);
    ent_i_html_text(page, line ? line : "");
    ent_i_page_puts(page, "</text>");
    ent_i_arena_free(&arena);
}

static void put_value(ent_i_page *page, double x, double y, const char *anchor,
                      double value, unsigned digits)
{
    char text[40];
    put_words(page, x, y, anchor, ent_i_cell_real(value, digits, false, text));
}

static void put_grid_line(ent_i_page *page, double y)
{
    put(page,
        "<line class=\"g\" x1=\"%d\" x2=\"%d\" y1=\"" AT "\" y2=\"" AT "\"/>",
        LEFT, WIDTH, XY(y), XY(y));
}

static double largest_of(const ent_i_plot *plot)
{
    double largest = 0;
    for (size_t i = 0; i < plot->n; i++)
        largest = fmax(largest, plot->marks[i].value);
    return largest > 0 ? largest : 1;
}

/* ---- bars ---- */

/* A label longer than its room is cut, at a character's end. */
static void put_label(ent_i_page *page, double x, double y, const char *text)
{
    enum { ROOM = 30 };
    char cut[4 * ROOM + 4];
    size_t n = 0, characters = 0;
    for (; text[n] && (characters < ROOM || (text[n] & 0xC0) == 0x80) &&
           n < 4 * ROOM;
         n++)
        characters += (text[n + 1] & 0xC0) != 0x80;
    memcpy(cut, text, n);
    memcpy(cut + n, text[n] ? "…" : "", text[n] ? sizeof "…" : 1);
    put_words(page, x, y, "end", cut);
}

static void put_bars(ent_i_page *page, const ent_i_plot *plot)
{
    const double room = WIDTH - LABELS - 60;
    double largest = largest_of(plot);
    for (size_t i = 0; i < plot->n; i++) {
        double y = (double)i * BAR;
        double width = fmax(plot->marks[i].value, 0) / largest * room;
        put_label(page, LABELS - 8, y + 15, plot->marks[i].label);
        put_rect(page, "b", LABELS, y + 3, width, BAR - 6);
        put_value(page, LABELS + width + 6, y + 15, "start",
                  plot->marks[i].value, plot->digits);
    }
}

/* ---- columns ---- */

/* As many labels below the columns as there is room for. */
static size_t label_step(const ent_i_plot *plot)
{
    const size_t room = (WIDTH - LEFT) / 78;
    return (plot->n + room - 1) / room;
}

static void put_columns(ent_i_page *page, const ent_i_plot *plot)
{
    const double high = HEIGHT - TOP - FOOT;
    double largest = largest_of(plot);
    double step = (double)(WIDTH - LEFT) / (double)plot->n;
    double gap = step > 4 ? step * 0.15 : 0;
    put_grid_line(page, TOP);
    put_grid_line(page, TOP + high);
    put_value(page, LEFT - 8, TOP + 5, "end", largest, 0);
    put_value(page, LEFT - 8, TOP + high + 5, "end", 0, 0);
    for (size_t i = 0; i < plot->n; i++) {
        const ent_i_mark *mark = &plot->marks[i];
        double x = LEFT + (double)i * step + gap / 2;
        double whole = mark->value / largest * high;
        double part = mark->part / largest * high;
        ent_i_page_puts(page, "<g><title>");
        ent_i_html_text(page, mark->label);
        put(page, ": %.0f, %.0f</title>", mark->value, mark->part);
        put_rect(page, "b", x, TOP + high - whole, step - gap, whole);
        put_rect(page, "c", x, TOP + high - part, step - gap, part);
        ent_i_page_puts(page, "</g>");
        if (i % label_step(plot) == 0)
            put_words(page, x, HEIGHT - FOOT + 18, "start", mark->label);
    }
}

/* ---- points ---- */

static void put_points(ent_i_page *page, const ent_i_plot *plot)
{
    const double high = HEIGHT - TOP - FOOT, wide = WIDTH - LEFT - 16;
    double up = log10(largest_of(plot)), across = 0;
    for (size_t i = 0; i < plot->n; i++)
        across = fmax(across, log10(plot->marks[i].part));
    for (int k = 0; k <= (int)up; k++) {
        double y = TOP + high - k / fmax(up, 1) * high;
        put_grid_line(page, y);
        put_value(page, LEFT - 8, y + 5, "end", pow(10, k), 0);
    }
    for (int k = 0; k <= (int)across; k++)
        put_value(page, LEFT + k / fmax(across, 1) * wide, HEIGHT - FOOT + 18,
                  "middle", pow(10, k), 0);
    for (size_t i = 0; i < plot->n; i++)
        put(page,
            "<circle class=\"p\" cx=\"" AT "\" cy=\"" AT
            "\" r=\"3.5\"><title>%.0f: %.0f</title></circle>",
            XY(LEFT + log10(plot->marks[i].part) / fmax(across, 1) * wide),
            XY(TOP + high - log10(plot->marks[i].value) / fmax(up, 1) * high),
            plot->marks[i].part, plot->marks[i].value);
    if (plot->across)
        put_words(page, WIDTH, HEIGHT - 2, "end", plot->across);
}

void ent_i_html_plot(ent_i_page *page, const ent_i_plot *plot)
{
    static void (*const kinds[])(ent_i_page *, const ent_i_plot *) = {
        put_bars, put_columns, put_points};
    size_t height =
        plot->kind == ENT_I_PLOT_BARS ? plot->n * BAR : (size_t)HEIGHT;
    ent_i_page_puts(page, "<figure class=\"plot\"><figcaption>");
    ent_i_html_text(page, plot->title);
    put(page,
        "</figcaption>\n<svg viewBox=\"0 0 %d %zu\" role=\"img\" "
        "aria-label=\"",
        WIDTH, height);
    ent_i_html_text(page, plot->title);
    ent_i_page_puts(page, "\">");
    kinds[plot->kind](page, plot);
    ent_i_page_puts(page, "</svg></figure>\n");
}
