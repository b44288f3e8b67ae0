/* A list of ties, one a line: source, target and weight with tabs between, as
 * networkx (read_weighted_edgelist), igraph (NCOL) and sort, cut and join take
 * it. */
#include "builtin.h"
#include "common/format.h"

/* Readers part words at blanks, and networkx takes what follows '#' for a
 * comment: these are written as in addresses (RFC 3986). */
static bool is_kept(char c)
{
    return (unsigned char)c > ' ' && c != 0x7F && c != '#' && c != '%' &&
           c != '"' && c != '\'';
}

static void put_id(ent_i_writer *w, const char *id)
{
    static const char digits[] = "0123456789ABCDEF";
    while (*id) {
        size_t run = 0;
        while (is_kept(id[run]))
            run++;
        ent_i_put(w, id, run);
        id += run;
        unsigned char c = (unsigned char)*id;
        const char code[] = {'%', digits[c >> 4], digits[c & 15]};
        ent_i_put(w, code, c ? sizeof code : 0);
        id += c != 0;
    }
}

static void put_tie(ent_i_format *f, size_t i)
{
    put_id(&f->w, ent_i_format_end_id(f, i, 0));
    ent_i_puts(&f->w, "\t");
    put_id(&f->w, ent_i_format_end_id(f, i, 1));
    if (f->own) {
        ent_i_puts(&f->w, "\t");
        ent_i_put_real(&f->w, ent_i_format_weight(f, i));
    }
    ent_i_puts(&f->w, "\n");
}

static int write_edges(const ent_host *host, const ent_view *view,
                       const ent_sink *sink)
{
    ent_i_format f;
    ent_i_format_start(&f, host, view, sink);
    bool weights = ent_i_format_chosen(&f, "weights", "true");
    f.own = weights ? &f : NULL;
    ent_i_format_items(&f, ENT_TIE, put_tie);
    return ent_i_format_end(&f);
}

const ent_exporter *ent_i_exporter_edges(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "weights",
         .type = ENT_BOOLEAN,
         .default_value = "true",
         .help = "a third word, the weight"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "edges",
        .description = "a tie a line: source, target, weight; no lone nodes",
        .version = "1.0",
        .extensions = "edges edgelist ncol tsv",
        .mime = "text/tab-separated-values",
        .flags = ENT_EXPORTER_UNMEASURED,
        .option_count = 1,
        .option_size = sizeof *options,
        .options = options,
        .write = write_edges};
    (void)host_abi;
    return &exporter;
}
