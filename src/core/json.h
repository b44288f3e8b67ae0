/* What jansson leaves to its callers to tell apart. */
#ifndef ENTENTE_CORE_JSON_H
#define ENTENTE_CORE_JSON_H

#include <jansson.h>
#include <stdbool.h>

/* Whether a reading failed for want of memory. jansson then often says nothing
 * at all, and leaves the code unset. Within a token it takes want of memory
 * for a wrong token, which can't be told from one. */
static inline bool ent_i_json_no_memory(const json_error_t *failure)
{
    return !failure->text[0] ||
           json_error_code(failure) == json_error_out_of_memory;
}

#endif
