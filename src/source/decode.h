/* Converts bytes in any encoding to UTF-8. */
#ifndef ENTENTE_SOURCE_DECODE_H
#define ENTENTE_SOURCE_DECODE_H

#include "core/utf8.h"
#include "core/vec.h"
#include "entente/error.h"

/* Whether the bytes are UTF-16 or UTF-32, judged by a byte order mark or by
 * where the zero bytes are; such text must be decoded as a whole before a
 * reader can look for line ends. *mark is the size of the byte order mark;
 * UTF-8's counts too, but the result is then NULL.
 * @return the name of the encoding, or NULL. */
const char *ent_i_wide_encoding(const char *bytes, size_t size, size_t *mark);

/* Appends the bytes as valid UTF-8, converted from the named encoding. If it is
 * NULL they are taken as UTF-8 with each ill-formed sequence replaced by
 * U+FFFD, unless ill-formed sequences outnumber the others: then uchardet
 * decides. */
ent_status ent_i_decode(ent_i_string *out, const char *bytes, size_t size,
                        const char *encoding, ent_error *error);

/* Replaces NUL bytes with spaces, in place. */
void ent_i_blank_nul(char *bytes, size_t size);

#endif
