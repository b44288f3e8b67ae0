/* What web pages leave behind in texts that others took from them. */
#ifndef ENTENTE_SOURCE_CHARACTERS_H
#define ENTENTE_SOURCE_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>

/* Resolves character references ("&amp;", "&#8217;", "&eacute;"), in place, as
 * the text only gets shorter, and drops soft hyphens that are written so or,
 * where `hyphens` says so, at all. Names are those of ent_i_entity_character.
 * Returns the new size; a NUL follows it. The text must be UTF-8. */
size_t ent_i_resolve_characters(char *text, size_t size, bool hyphens);

#endif
