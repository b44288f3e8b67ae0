/* Lists of names to be found exactly as they are written.
 *
 * Plain text: one name per line, "TYPE<tab>NAME" or the name alone (a person);
 * empty lines and lines that begin with '#' are ignored. JSON: an array of
 * names or of objects {"name", "type", "aliases": [...]}, or an object from
 * type to an array of names. TYPE is person, org, place or misc. */
#ifndef ENTENTE_RECOGNISE_ENTITIES_H
#define ENTENTE_RECOGNISE_ENTITIES_H

#include "text/text.h"

/* A loaded list: read-only and shared by all threads. */
typedef struct ent_i_entities ent_i_entities;

ent_status ent_i_entities_load(ent_i_entities **out, const char *path,
                               ent_error *error);
void ent_i_entities_free(ent_i_entities *entities); /* NULL is allowed */

/* Finds the names in one pass over the tokens, longest first, in the case and
 * spelling of the list. A name that is found replaces the mentions it
 * overlaps. */
ent_status ent_i_entities_apply(const ent_i_entities *entities,
                                ent_article *article, const ent_i_text *text,
                                ent_error *error);

#endif
