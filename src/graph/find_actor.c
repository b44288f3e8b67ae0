/* Stands in for the resolver's search until that is there, and gives way to it:
 * ids and labels as they are. */
#include <string.h>

#include "core/error.h"
#include "resolve/resolve.h"

__attribute__((weak)) ent_status ent_corpus_find_actor(const ent_corpus *corpus,
                                                       const char *name,
                                                       uint32_t *out,
                                                       ent_error *error)
{
    for (uint32_t i = 0; i < corpus->actors.n; i++) {
        const ent_actor *actor = &corpus->actors.items[i];
        if (strcmp(actor->id, name) == 0 || strcmp(actor->label, name) == 0) {
            *out = i;
            return ENT_OK;
        }
    }
    return ent_i_fail(error, ENT_ERR_NOT_FOUND, "resolve",
                      "expected an actor, found no \"%s\"", name);
}
