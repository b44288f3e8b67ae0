/* A sink that compresses what it is given and passes it on (RFC 1952). */
#ifndef ENTENTE_EXPORT_GZIP_H
#define ENTENTE_EXPORT_GZIP_H

#include <stdbool.h>

#include "entente/output.h"

typedef struct ent_i_gzip ent_i_gzip;

/* The compressed bytes go to `to`, which must outlive it. ENT_ERR_MEMORY. */
ent_status ent_i_gzip_open(ent_i_gzip **out, const ent_sink *to,
                           ent_error *error);
/* Where the plain bytes go. */
const ent_sink *ent_i_gzip_sink(const ent_i_gzip *gzip);
/* Passes on what is left and the checksum; false when the sink below failed. */
bool ent_i_gzip_finish(ent_i_gzip *gzip);
/* NULL is allowed. */
void ent_i_gzip_free(ent_i_gzip *gzip);

#endif
