/* Filling the caller's error record. */
#ifndef ENTENTE_CORE_ERROR_H
#define ENTENTE_CORE_ERROR_H

#include "entente/error.h"

/* Fills error (NULL is allowed) and returns status, so that callers can write
 * `return ent_i_fail(...)`. */
ent_status ent_i_fail(ent_error *error, ent_status status, const char *stage,
                      const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* "out of memory" from the given stage; returns ENT_ERR_MEMORY. */
ent_status ent_i_no_memory(ent_error *error, const char *stage);

/* Adds where the failure happened; line 0 and byte -1 mean unknown. Returns
 * status. */
ent_status ent_i_fail_at(ent_error *error, ent_status status, const char *file,
                         int64_t line, int64_t byte);

#endif
