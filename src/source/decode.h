/* Bytes in whatever encoding to UTF-8. */
#ifndef ENTENTE_SOURCE_DECODE_H
#define ENTENTE_SOURCE_DECODE_H

#include "core/vec.h"
#include "entente/error.h"

/* Whether the bytes are UTF-16 or UTF-32, by byte order mark or by where the
 * zero bytes stand; then they must be decoded as a whole before a reader can
 * look for line ends. *mark is the size of a byte order mark, also of UTF-8's,
 * in which case the result is NULL.
 * @return the name of the encoding, or NULL. */
const char *ent_i_wide_encoding(const char *bytes, size_t size, size_t *mark);

/* Whether the bytes are UTF-8 as they are. */
bool ent_i_is_utf8(const char *bytes, size_t size);

/* Appends the bytes as valid UTF-8. From the named encoding; for NULL they are
 * UTF-8 with each ill-formed sequence replaced by U+FFFD, unless what is
 * ill-formed outweighs what is not: then uchardet decides. */
ent_status ent_i_decode(ent_i_string *out, const char *bytes, size_t size,
                        const char *encoding, ent_error *error);

/* Makes spaces of NUL bytes, in place. */
void ent_i_blank_nul(char *bytes, size_t size);

#endif
