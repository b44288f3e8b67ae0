/* The cells of a table (RFC 4180): quoted where they must be, without control
 * characters and invalid UTF-8, which are dirt from the article. */
#ifndef ENTENTE_EXPORTERS_CELLS_H
#define ENTENTE_EXPORTERS_CELLS_H

#include "common/writer.h"

typedef struct ent_i_cells {
    ent_i_writer *w;
    char delimiter; /* between cells */
    char array;     /* between a list's texts, where it becomes a comma; 0:
                       "; " between them, and they stay as they are */
    bool guard;     /* an apostrophe before what a spreadsheet would run as a
                       formula or pandas read as a missing value */
    bool one_line;  /* tabs and line ends become blanks */
} ent_i_cells;

void ent_i_put_gap(ent_i_cells *c);
/* One cell. */
void ent_i_put_cell(ent_i_cells *c, const char *text);
/* n cells with gaps between. */
void ent_i_put_row(ent_i_cells *c, const char *const *cells, size_t n);
/* A cell of any type; a list is one cell. */
void ent_i_put_cell_value(ent_i_cells *c, ent_value_type type,
                          const ent_value *value);

#endif
