/* XML, event by event, by libxml2: nothing is fetched, and no entity that a
 * document declares is expanded. */
#ifndef ENTENTE_SOURCE_XML_H
#define ENTENTE_SOURCE_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "entente/error.h"

/* An element's attributes; valid while its start is handled. */
typedef struct ent_i_attributes ent_i_attributes;

/* Copies the attribute with that name, whatever its prefix, into the room, cut
 * where it is too long. False when there is none. */
bool ent_i_attribute(const ent_i_attributes *attributes, const char *name,
                     char *out, size_t room);

/* Names come without their prefixes. */
typedef struct ent_i_xml_events {
    void (*start)(void *ctx, const char *name,
                  const ent_i_attributes *attributes);
    void (*end)(void *ctx, const char *name);
    void (*text)(void *ctx, const char *text, size_t size);
} ent_i_xml_events;

/* Reads a document from memory. What isn't well formed is read as far as it
 * goes. Fails with ENT_ERR_MEMORY only. */
ent_status ent_i_xml_read(const char *bytes, size_t size,
                          const ent_i_xml_events *events, void *ctx,
                          ent_error *error);

#endif
