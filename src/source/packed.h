/* Documents that are ZIP archives of XML files: their parts in memory. */
#ifndef ENTENTE_SOURCE_PACKED_H
#define ENTENTE_SOURCE_PACKED_H

#include "core/vec.h"
#include "entente/error.h"

typedef struct ent_i_zip_part {
    char *name; /* owned */
    ent_i_string bytes;
} ent_i_zip_part;

typedef ENT_I_VEC(ent_i_zip_part) ent_i_zip_parts;

/* Unpacks the parts that `wanted` names, in their order. Fails with
 * ENT_ERR_FORMAT when the archive is broken, with ENT_ERR_LIMIT when more than
 * 64 MiB would come out; what there is, is to be freed even so. */
ent_status ent_i_zip_read(const char *bytes, size_t size,
                          bool (*wanted)(const char *name),
                          ent_i_zip_parts *out, ent_error *error);
/* The part of that name, or NULL. */
const ent_i_string *ent_i_zip_find(const ent_i_zip_parts *parts,
                                   const char *name);
void ent_i_zip_free(ent_i_zip_parts *parts);

#endif
