/* JSON (RFC 8259) written piece by piece, with commas where they belong. */
#ifndef ENTENTE_EXPORTERS_JSON_H
#define ENTENTE_EXPORTERS_JSON_H

#include "common/format.h"

/* Writes what opens an object or array, and after it no comma. */
void ent_i_put_json_open(ent_i_format *f, const char *opening);
/* Writes what closes one. */
void ent_i_put_json_close(ent_i_format *f, const char *closing);
/* Whether the character of n bytes, as ent_i_utf8_length counts them, is to be
 * escaped in a string: what JSON demands, control characters that a terminal
 * obeys (to U+009F) and what many programs take for the end of a line (U+2028,
 * U+2029). */
bool ent_i_json_is_escaped(const char *text, size_t n);
/* Writes the escape of a character: the standard's short form, or its code. */
void ent_i_put_json_escape(ent_i_writer *w, const char *text, size_t n);

/* A member that is an object or array, up to what opens it. */
void ent_i_put_json_member(ent_i_format *f, const char *name,
                           const char *opening);

/* Members. In names and texts control characters are escaped; invalid UTF-8 is
 * left out. */
void ent_i_put_json_text(ent_i_format *f, const char *name, const char *text);
void ent_i_put_json_integer(ent_i_format *f, const char *name, int64_t value);
/* Always with a point or an exponent: readers keep it apart from integers. */
void ent_i_put_json_real(ent_i_format *f, const char *name, double value);
/* Of any type: numbers, booleans and lists stay what they are. */
void ent_i_put_json_value(ent_i_format *f, const char *name,
                          ent_value_type type, const ent_value *value);

#endif
