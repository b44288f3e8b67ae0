/* JSON read and written by jansson, with failures that it leaves its callers to
 * tell apart. */
#ifndef ENTENTE_CORE_JSON_H
#define ENTENTE_CORE_JSON_H

#include <jansson.h>
#include <stdbool.h>

#include "entente/error.h"

/* Like json_loadb, but what fails for want of memory is known to be so by
 * ent_i_json_no_memory. failure must be given. */
json_t *ent_i_json_load(const char *bytes, size_t size, size_t flags,
                        json_error_t *failure);

/* Like json_dump_callback. Fails with ENT_ERR_MEMORY, also for no value, or
 * ENT_ERR_IO when the callback did. */
ent_status ent_i_json_dump(const json_t *value, json_dump_callback_t put,
                           void *ctx, size_t flags);

/* Whether parsing failed because memory ran out: then there is no message, or a
 * code that says so. */
static inline bool ent_i_json_no_memory(const json_error_t *failure)
{
    return !failure->text[0] ||
           json_error_code(failure) == json_error_out_of_memory;
}

#endif
