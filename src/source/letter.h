/* The body of a message: what its author wrote, without what is quoted. */
#ifndef ENTENTE_SOURCE_LETTER_H
#define ENTENTE_SOURCE_LETTER_H

#include "core/vec.h"

/* Appends the lines that are the author's own: without those that begin with
 * ">", the line that announces them, an earlier message below a line of dashes,
 * and the signature. flowed: a line that ends with a blank goes on with the
 * next one (RFC 3676). *whole: nothing was left out. False when memory is out.
 */
bool ent_i_letter_add(ent_i_string *out, const char *text, size_t size,
                      bool flowed, bool *whole);

#endif
