/* XML, event by event, by libxml2: nothing is fetched, and what entities stand
 * for is bounded. */
#ifndef ENTENTE_SOURCE_XML_H
#define ENTENTE_SOURCE_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "entente/error.h"

/* An element's prefix and attributes; valid while its start is handled. */
typedef struct ent_i_attributes ent_i_attributes;

/* Copies the attribute with that name, whatever its prefix, into the room, cut
 * where it is too long. False when there is none. */
bool ent_i_attribute(const ent_i_attributes *attributes, const char *name,
                     char *out, size_t room);
/* The prefix of the element's name, "" where it has none. */
const char *ent_i_prefix(const ent_i_attributes *attributes);

/* Names come without their prefixes. */
typedef struct ent_i_xml_events {
    void (*start)(void *ctx, const char *name,
                  const ent_i_attributes *attributes);
    void (*end)(void *ctx, const char *name);
    void (*text)(void *ctx, const char *text, size_t size);
    bool utf8; /* it has been decoded, whatever it says of itself */
} ent_i_xml_events;

/* Reads a document from memory. What isn't well formed is read as far as it
 * goes. Entities are those of XML and of HTML and those that the document
 * declares; others, and those in files beside it, stay as they are written, and
 * *unknown is then set, which must be false before (NULL: nobody asks). Fails
 * with ENT_ERR_MEMORY, and with ENT_ERR_LIMIT where an entity stands for too
 * much. */
ent_status ent_i_xml_read(const char *bytes, size_t size,
                          const ent_i_xml_events *events, void *ctx,
                          bool *unknown, ent_error *error);

#endif
