/* Failures that jansson leaves its callers to tell apart. */
#ifndef ENTENTE_CORE_JSON_H
#define ENTENTE_CORE_JSON_H

#include <jansson.h>
#include <stdbool.h>

/* Whether parsing failed because memory ran out. jansson then often gives no
 * message and leaves the code unset. When memory runs out within a token it
 * reports a wrong token, which can't be told from a real one. */
static inline bool ent_i_json_no_memory(const json_error_t *failure)
{
    return !failure->text[0] ||
           json_error_code(failure) == json_error_out_of_memory;
}

#endif
