/* The collection of exporters, for those who choose among them. */
#ifndef ENTENTE_EXPORT_REGISTRY_H
#define ENTENTE_EXPORT_REGISTRY_H

#include "export/export.h"

/* Where an offer came from, in the order in which names are given away. */
typedef enum ent_i_origin {
    ENT_I_BUILT_IN,
    ENT_I_ASKED_FOR,
    ENT_I_FOUND
} ent_i_origin;

/* An exporter, or a file that could not be loaded. */
typedef struct ent_i_offer {
    ent_exporter_info info;
    const ent_exporter *exporter; /* NULL when it failed */
    ent_i_origin from;
} ent_i_offer;

struct ent_exporters {
    ENT_I_VEC(ent_i_offer) entries; /* by origin, then as they came */
    ent_i_folders folders; /* that were looked through; none: no plug-ins */
    ent_export_events events;
    ent_i_arena arena;
};

/* ---- registry.c ---- */

/* The exporter of that name, or NULL. Failed ones answer to no name: theirs is
 * a file's. */
ent_i_offer *ent_i_offer_named(const ent_exporters *x, const char *name);
/* What follows the last slash of a path. One that ends in a slash is a folder
 * and has no name to take. */
const char *ent_i_base_name(const char *path);

/* ---- choose.c ---- */

/* The exporter with that name, or if that is NULL, for that path. Fails with
 * ENT_ERR_NOT_FOUND, telling which there are. */
ent_status ent_i_exporter_choose(const ent_exporters *x, const char *name,
                                 const char *path, ent_i_offer **out,
                                 ent_error *error);

#endif
