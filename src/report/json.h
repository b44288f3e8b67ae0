/* Builds JSON values; each setter returns false when memory is out. */
#ifndef ENTENTE_REPORT_JSON_H
#define ENTENTE_REPORT_JSON_H

#include <jansson.h>
#include <stdbool.h>

#include "entente/article.h"
#include "entente/exporter.h"

/* NULL text becomes null. Text must be valid UTF-8. */
bool ent_i_json_text(json_t *object, const char *key, const char *text);
bool ent_i_json_span(json_t *object, const char *key, const char *text,
                     size_t size);
bool ent_i_json_whole(json_t *object, const char *key, uint64_t value);
bool ent_i_json_real(json_t *object, const char *key, double value);
/* An unknown date becomes null. */
bool ent_i_json_date(json_t *object, const char *key, ent_date date);

/* A list of the names of bits, such as ENT_WEAK_. */
bool ent_i_json_bits(json_t *object, const char *key, unsigned bits,
                     const char *(*name)(unsigned bit));

/* Returns the object when good; otherwise frees it and returns NULL. object may
 * be NULL. */
json_t *ent_i_json_done(json_t *object, bool good);

/* Writes the value by jansson's flags, on one line; control characters and line
 * separators beyond ASCII are escaped too. Fails as ent_i_json_dump does. */
ent_status ent_i_json_write(const json_t *value, size_t flags,
                            const ent_sink *sink);
/* Writes the value and frees it; NULL means that memory is out. */
ent_status ent_i_json_put(json_t *value, const ent_sink *sink,
                          ent_error *error);
/* Writes a piece of JSON as it is, to join values into a larger one. */
ent_status ent_i_json_put_raw(const char *text, const ent_sink *sink,
                              ent_error *error);
/* Writes the value on a line of its own and frees it. */
ent_status ent_i_json_line(json_t *value, const ent_sink *sink,
                           ent_error *error);

#endif
