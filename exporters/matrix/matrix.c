/* The table of all pairs: a row and a column a node, in the cell the weight of
 * their tie, 0 where there is none. pandas, R and spreadsheets read it. */
#include <string.h>

#include "builtin.h"
#include "common/cells.h"
#include "common/format.h"

/* Beyond that a file would have gigabytes of zeros. */
enum { NODES_MOST = 20000 };

/* As many rows at a time as fit are filled from the list of ties, in which
 * those of a node need not stand together. */
static double block[1 << 20];
enum { CELLS = sizeof block / sizeof *block };

static void fill(ent_i_format *f, size_t first, size_t rows, size_t n)
{
    size_t ties = f->host->tie_count(f->view);
    memset(block, 0, rows * n * sizeof *block);
    for (size_t i = 0; i < ties; i++) {
        size_t ends[2] = {0, 0};
        f->host->tie_ends(f->view, i, &ends[0], &ends[1]);
        for (size_t k = 0; k < 2; k++)
            if (ends[k] >= first && ends[k] - first < rows)
                block[(ends[k] - first) * n + ends[1 - k]] =
                    ent_i_format_weight(f, i);
    }
}

static void put_node(ent_i_format *f, ent_i_cells *cells, size_t node)
{
    const char *names = f->host->option(f->view, "names");
    ent_i_put_cell(cells, ent_i_text(f->host, f->view, ENT_NODE, node, names));
}

static void put_row(ent_i_format *f, ent_i_cells *cells, size_t node,
                    const double *row)
{
    size_t n = f->host->node_count(f->view);
    put_node(f, cells, node);
    for (size_t i = 0; i < n; i++) {
        ent_i_put_gap(cells);
        ent_i_put_real(&f->w, row[i]);
    }
    ent_i_puts(&f->w, "\n");
}

static void put_rows(ent_i_format *f, ent_i_cells *cells)
{
    size_t n = f->host->node_count(f->view);
    size_t most = n ? CELLS / n : 0;
    for (size_t first = 0; first < n; first += most) {
        size_t rows = n - first < most ? n - first : most;
        fill(f, first, rows, n);
        for (size_t i = 0; i < rows; i++) {
            if (ent_i_format_stopped(f))
                return;
            put_row(f, cells, first + i, block + i * n);
        }
    }
}

static int write_matrix(const ent_host *host, const ent_view *view,
                        const ent_sink *sink)
{
    ent_i_format f;
    size_t n = host->node_count(view);
    ent_i_format_start(&f, host, view, sink);
    ent_i_cells cells = {.w = &f.w, .delimiter = ',', .guard = true};
    if (n > NODES_MOST) {
        host->set_error(view, "expected at most 20000 nodes, whose table has "
                              "400 million cells; --top N leaves weaker ones "
                              "out");
        return -1;
    }
    ent_i_put_cell(&cells, host->option(view, "names"));
    for (size_t i = 0; i < n; i++) {
        ent_i_put_gap(&cells);
        put_node(&f, &cells, i);
    }
    ent_i_puts(&f.w, "\n");
    put_rows(&f, &cells);
    return ent_i_format_end(&f);
}

const ent_exporter *ent_i_exporter_matrix(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "names",
         .type = ENT_STRING,
         .default_value = "id",
         .help = "what stands at the head of rows and columns",
         .choices = "id|label"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "matrix",
        .description = "adjacency matrix of weights, as a table",
        .version = "1.0",
        .extensions = "matrix matrix.csv",
        .mime = "text/csv",
        .flags = ENT_EXPORTER_UNMEASURED,
        .option_count = 1,
        .option_size = sizeof *options,
        .options = options,
        .write = write_matrix};
    (void)host_abi;
    return &exporter;
}
