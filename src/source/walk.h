/* Turns inputs into a flat list of files. */
#ifndef ENTENTE_SOURCE_WALK_H
#define ENTENTE_SOURCE_WALK_H

#include <stdint.h>

#include "core/map.h"
#include "core/memory.h"
#include "core/vec.h"
#include "entente/error.h"

typedef struct ent_i_walk_file {
    const char *path;
    uint64_t size; /* 0 when unknown */
    int code;      /* errno if it can't be read, else 0 */
} ent_i_walk_file;

/* A file or folder that was reached again. */
typedef struct ent_i_walk_repeat {
    const char *path;  /* this time */
    const char *first; /* the first time */
} ent_i_walk_repeat;

typedef struct ent_i_walk {
    ENT_I_VEC(ent_i_walk_file) files;
    ENT_I_VEC(ent_i_walk_repeat) repeats;
    ENT_I_VEC(const char *) reached; /* by the number that seen gives */
    ent_i_strmap seen;               /* device and inode -> number */
    ent_i_arena paths;
    bool sized; /* every size is known */
} ent_i_walk;

/* Adds the files of an input: the file itself, or all regular files in a folder
 * and its subfolders, sorted bytewise by name, without hidden ones. What was
 * reached before, by whatever name or link, is listed among the repeats and not
 * added again. What can't be accessed is added too, so that reading it gives
 * the reason. Fails only with ENT_ERR_MEMORY. */
ent_status ent_i_walk_add(ent_i_walk *walk, const char *input,
                          ent_error *error);
void ent_i_walk_free(ent_i_walk *walk);

#endif
