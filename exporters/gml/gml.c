/* GML (Himsolt 1996), as networkx, igraph, Gephi, yEd and Cytoscape agree on
 * it: nodes have numbers for ids, ours is "key"; a real has a point; whole
 * numbers have 32 bits. */
#include <string.h>

#include "builtin.h"
#include "common/format.h"
#include "common/look.h"

/* The code point of a valid sequence of n bytes. */
static int64_t code_of(const char *text, size_t n)
{
    int64_t code = (unsigned char)text[0];
    if (n > 1)
        code &= 0x7F >> n;
    for (size_t i = 1; i < n; i++)
        code = code << 6 | ((unsigned char)text[i] & 0x3F);
    return code;
}

static void put_reference(ent_i_format *f, int64_t code)
{
    ent_i_puts(&f->w, "&#");
    ent_i_put_integer(&f->w, code);
    ent_i_puts(&f->w, ";");
}

/* The format is ASCII with HTML's references; `own` says otherwise. */
static void put_character(ent_i_format *f, const char *text, size_t n)
{
    bool utf8 = f->own != NULL;
    if (*text == '"')
        ent_i_puts(&f->w, "&quot;");
    else if (*text == '&')
        ent_i_puts(&f->w, "&amp;");
    else if (strchr("\t\n\r", *text))
        utf8 ? ent_i_puts(&f->w, " ") : put_reference(f, *text);
    else if (n == 1 || utf8)
        ent_i_put(&f->w, text, n);
    else
        put_reference(f, code_of(text, n));
}

static void put_characters(ent_i_format *f, const char *text)
{
    while (*text) {
        size_t n = ent_i_utf8_length(text);
        if (ent_i_is_plain(text, n))
            put_character(f, text, n);
        text += n ? n : 1;
    }
}

static void put_name(ent_i_format *f, const char *name)
{
    ent_i_puts(&f->w, f->gap);
    ent_i_puts(&f->w, name);
    ent_i_puts(&f->w, " ");
}

static void put_text(ent_i_format *f, const char *name, const char *text)
{
    put_name(f, name);
    ent_i_puts(&f->w, "\"");
    put_characters(f, text);
    ent_i_puts(&f->w, "\"\n");
}

static void put_integer(ent_i_format *f, const char *name, int64_t value)
{
    put_name(f, name);
    ent_i_put_integer(&f->w, value);
    ent_i_puts(&f->w, "\n");
}

static void put_real(ent_i_format *f, const char *name, double value)
{
    char number[40];
    ent_i_format_real(number, value);
    size_t whole = strcspn(number, "e");
    put_name(f, name);
    ent_i_put(&f->w, number, whole);
    if (!memchr(number, '.', whole))
        ent_i_puts(&f->w, ".0");
    ent_i_puts(&f->w, number + whole);
    ent_i_puts(&f->w, "\n");
}

static void put_list(ent_i_format *f, const char *name, const ent_value *value)
{
    put_name(f, name);
    ent_i_puts(&f->w, "\"");
    for (size_t i = 0; i < value->count; i++) {
        ent_i_puts(&f->w, i ? "; " : "");
        put_characters(f, value->list[i]);
    }
    ent_i_puts(&f->w, "\"\n");
}

static void put_value(ent_i_format *f, const char *name, ent_value_type type,
                      const ent_value *value)
{
    if (type == ENT_REAL)
        put_real(f, name, value->real);
    else if (type == ENT_STRING_LIST)
        put_list(f, name, value);
    else if (type == ENT_STRING || type == ENT_DATE)
        put_text(f, name, value->string);
    else if (value->integer > INT32_MAX || value->integer < INT32_MIN)
        put_real(f, name, (double)value->integer);
    else
        put_integer(f, name, value->integer);
}

/* For Gephi and yEd; y runs downwards there. */
static void put_look(ent_i_format *f, size_t i)
{
    double x, y, across = ent_i_look_diameter(f->host, f->view, i);
    char colour[8];
    ent_i_puts(&f->w, "    graphics [\n");
    f->gap = "      ";
    if (ent_i_look_place(f->host, f->view, i, &x, &y)) {
        put_real(f, "x", x);
        put_real(f, "y", -y);
    }
    put_real(f, "w", across);
    put_real(f, "h", across);
    ent_i_look_colour(f->host, f->view, i, colour);
    put_text(f, "type", "ellipse");
    put_text(f, "fill", colour);
    ent_i_puts(&f->w, "    ]\n");
}

static void put_node(ent_i_format *f, size_t i)
{
    ent_i_puts(&f->w, "  node [\n");
    f->gap = "    ";
    put_integer(f, "id", (int64_t)i);
    put_text(f, "key", ent_i_node_id(f->host, f->view, i));
    ent_i_format_values(f, ENT_NODE, i, NULL, put_value);
    if (ent_i_format_chosen(f, "graphics", "true"))
        put_look(f, i);
    ent_i_puts(&f->w, "  ]\n");
}

static void put_tie(ent_i_format *f, size_t i)
{
    size_t source = 0, target = 0;
    f->host->tie_ends(f->view, i, &source, &target);
    ent_i_puts(&f->w, "  edge [\n");
    put_integer(f, "source", (int64_t)source);
    put_integer(f, "target", (int64_t)target);
    ent_i_format_values(f, ENT_TIE, i, NULL, put_value);
    ent_i_puts(&f->w, "  ]\n");
}

static int write_gml(const ent_host *host, const ent_view *view,
                     const ent_sink *sink)
{
    ent_i_format f;
    bool utf8 = true;
    ent_i_format_start(&f, host, view, sink);
    f.own = ent_i_format_chosen(&f, "encoding", "utf8") ? &utf8 : NULL;
    f.gap = "  ";
    ent_i_puts(&f.w, "graph [\n");
    put_integer(&f, "directed", 0);
    ent_i_format_values(&f, ENT_GRAPH, 0, NULL, put_value);
    ent_i_format_items(&f, ENT_NODE, put_node);
    f.gap = "    ";
    ent_i_format_items(&f, ENT_TIE, put_tie);
    ent_i_puts(&f.w, "]\n");
    return ent_i_format_end(&f);
}

const ent_exporter *ent_i_exporter_gml(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "encoding",
         .type = ENT_STRING,
         .default_value = "ascii",
         .help = "ascii, with &#233; for what is more, as the format and "
                 "networkx have it; utf8 for igraph and Gephi, which know no "
                 "such references",
         .choices = "ascii|utf8"},
        {.name = "graphics",
         .type = ENT_BOOLEAN,
         .default_value = "true",
         .help = "places, sizes and colours, for Gephi and yEd"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "gml",
        .description = "GML for networkx, igraph, Gephi, yEd",
        .version = "1.0",
        .extensions = "gml",
        .mime = "text/x-gml",
        .flags = ENT_EXPORTER_PLACED,
        .option_count = sizeof options / sizeof *options,
        .option_size = sizeof *options,
        .options = options,
        .write = write_gml};
    (void)host_abi;
    return &exporter;
}
