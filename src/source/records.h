/* Records of cells between delimiters, as RFC 4180 has them: a cell in double
 * quotes may hold delimiters and line ends, and quotes doubled. */
#ifndef ENTENTE_SOURCE_RECORDS_H
#define ENTENTE_SOURCE_RECORDS_H

#include <stdint.h>

#include "core/vec.h"

typedef struct ent_i_cell {
    size_t start;
    size_t end;
    bool doubled; /* quotes within are doubled */
    bool escaped; /* or have a backslash before them */
} ent_i_cell;

typedef ENT_I_VEC(ent_i_cell) ent_i_cells;

typedef enum ent_i_record {
    ENT_I_RECORD,
    ENT_I_RECORD_CUT,   /* it goes on beyond the bytes */
    ENT_I_RECORD_QUOTE, /* something follows a closing quote, or none comes */
    ENT_I_RECORD_NO_ROOM
} ent_i_record;

/* Finds the cells of the record that begins the bytes; ended: nothing follows
 * them. *used receives its size with the line end, or where the fault is. A
 * blank line is a record of one empty cell. A quote after a backslash is part
 * of its cell, unless the cell may end there and no such quote came in it
 * before. Where tabs delimit, quotes that are not those of a whole cell are
 * part of it: many files with tabs have no quoting. */
ent_i_record ent_i_record_scan(ent_i_cells *out, char delimiter,
                               const char *bytes, size_t size, bool ended,
                               size_t *used);
/* Appends what the cell says; false when memory is out. */
bool ent_i_cell_add(ent_i_string *out, const char *bytes,
                    const ent_i_cell *cell);

#endif
