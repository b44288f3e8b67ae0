/* Bytes as text (RFC 4648, base 64 with padding). */
#ifndef ENTENTE_CORE_BASE64_H
#define ENTENTE_CORE_BASE64_H

#include "core/vec.h"

/* Appends the text of the bytes; false when memory is out. */
bool ent_i_base64_write(ent_i_string *out, const char *bytes, size_t size);
/* Appends the bytes of the text; *right is false when it is none. Returns false
 * when memory is out. */
bool ent_i_base64_read(ent_i_string *out, const char *text, size_t size,
                       bool *right);

#endif
