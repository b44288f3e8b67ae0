/* Pajek's .net (Batagelj and Mrvar, "Pajek: Reference Manual"): names, places
 * and weights; there is room for no more. */
#include <math.h>
#include <string.h>

#include "builtin.h"
#include "common/format.h"
#include "common/look.h"

/* The square in which the places lie. */
typedef struct frame {
    double left, top, side;
    const char *names; /* the attribute that names a vertex */
} frame;

/* A name is everything between two quotes, and readers disagree about
 * backslashes: neither can be in it. */
static void put_name(ent_i_writer *w, const char *text)
{
    ent_i_puts(w, "\"");
    while (*text) {
        size_t n = ent_i_utf8_length(text);
        if (*text == '"')
            ent_i_puts(w, "'");
        else if (*text == '\\')
            ent_i_puts(w, "/");
        else if (strchr("\t\n\r", *text))
            ent_i_puts(w, " ");
        else if (ent_i_is_plain(text, n))
            ent_i_put(w, text, n);
        text += n ? n : 1;
    }
    ent_i_puts(w, "\"");
}

static frame frame_of(ent_i_format *f)
{
    size_t n = f->host->node_count(f->view);
    double left = INFINITY, right = -INFINITY, low = INFINITY, top = -INFINITY;
    double x, y;
    for (size_t i = 0; i < n; i++)
        if (ent_i_look_place(f->host, f->view, i, &x, &y)) {
            left = fmin(left, x);
            right = fmax(right, x);
            low = fmin(low, y);
            top = fmax(top, y);
        }
    double side = fmax(right - left, top - low);
    return (frame){left, top, side > 0 ? side : 1, "label"};
}

static void put_share(ent_i_writer *w, double value)
{
    ent_i_puts(w, " ");
    ent_i_put_real(w, round(1e4 * value) / 1e4);
}

/* Places are shares of the window, y downwards. The shape follows, because
 * networkx takes the third word for it. */
static void put_node(ent_i_format *f, size_t i)
{
    const frame *square = f->own;
    double x, y;
    ent_i_put_integer(&f->w, (int64_t)i + 1);
    ent_i_puts(&f->w, " ");
    put_name(&f->w, ent_i_text(f->host, f->view, ENT_NODE, i, square->names));
    if (ent_i_look_place(f->host, f->view, i, &x, &y)) {
        put_share(&f->w, (x - square->left) / square->side);
        put_share(&f->w, (square->top - y) / square->side);
        ent_i_puts(&f->w, " ellipse");
    }
    ent_i_puts(&f->w, "\n");
}

static void put_tie(ent_i_format *f, size_t i)
{
    size_t source = 0, target = 0;
    f->host->tie_ends(f->view, i, &source, &target);
    ent_i_put_integer(&f->w, (int64_t)source + 1);
    ent_i_puts(&f->w, " ");
    ent_i_put_integer(&f->w, (int64_t)target + 1);
    ent_i_puts(&f->w, " ");
    ent_i_put_real(&f->w, ent_i_format_weight(f, i));
    ent_i_puts(&f->w, "\n");
}

static int write_pajek(const ent_host *host, const ent_view *view,
                       const ent_sink *sink)
{
    ent_i_format f;
    ent_i_format_start(&f, host, view, sink);
    frame square = frame_of(&f);
    square.names = host->option(view, "names");
    f.own = &square;
    ent_i_puts(&f.w, "*Vertices ");
    ent_i_put_integer(&f.w, (int64_t)host->node_count(view));
    ent_i_puts(&f.w, "\n");
    ent_i_format_items(&f, ENT_NODE, put_node);
    ent_i_puts(&f.w, "*Edges\n");
    ent_i_format_items(&f, ENT_TIE, put_tie);
    return ent_i_format_end(&f);
}

const ent_exporter *ent_i_exporter_pajek(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "names",
         .type = ENT_STRING,
         .default_value = "label",
         .help = "what names a vertex; two nodes of one label are one in "
                 "networkx",
         .choices = "label|id"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "pajek",
        .description = "Pajek's network: names, places and weights alone",
        .version = "1.0",
        .extensions = "net pajek",
        .mime = "text/x-pajek",
        .flags = ENT_EXPORTER_PLACED,
        .option_count = 1,
        .option_size = sizeof *options,
        .options = options,
        .write = write_pajek};
    (void)host_abi;
    return &exporter;
}
