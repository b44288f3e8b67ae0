/* Inputs to a flat list of files. */
#ifndef ENTENTE_SOURCE_WALK_H
#define ENTENTE_SOURCE_WALK_H

#include <stdint.h>

#include "core/memory.h"
#include "core/vec.h"
#include "entente/error.h"

typedef struct ent_i_walk_file {
    const char *path;
    uint64_t size; /* 0 when unknown */
    int code;      /* errno of a folder that can't be read, else 0 */
} ent_i_walk_file;

typedef struct ent_i_walk {
    ENT_I_VEC(ent_i_walk_file) files;
    ent_i_arena paths;
    bool sized; /* every size is known */
} ent_i_walk;

/* Adds the files of an input: itself, or when it is a folder all regular files
 * below, sorted bytewise by name, without hidden ones; a link back to a folder
 * above is not followed. What can't be looked at is added too, so that reading
 * it gives the reason. Fails only with ENT_ERR_MEMORY. */
ent_status ent_i_walk_add(ent_i_walk *walk, const char *input,
                          ent_error *error);
void ent_i_walk_free(ent_i_walk *walk);

#endif
