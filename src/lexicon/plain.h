/* Text as it is meant where it is written in a roundabout way: "O&#39;Brien"
 * with the character in HTML's words, "Black-\nwood" with the word broken at a
 * line's end. Offsets count the text as given, so it is never changed; whoever
 * compares or shows a word makes it plain first. */
#ifndef ENTENTE_LEXICON_PLAIN_H
#define ENTENTE_LEXICON_PLAIN_H

#include "lexicon/lexicon.h"

/* The character that stands in HTML as "&", these bytes and ";", as for "amp",
 * "#8217" and "#x2019"; 0 for other bytes, of which there may be 8. A number
 * may mean a control character. */
int32_t ent_i_entity_character(const char *name, size_t size);

/* The character that the HTML entity at byte `at` stands for, named or
 * numbered, with its semicolon; 0 when none is there, or a control character.
 * *next is set to the byte after it. Bytes from `end` on are not looked at. */
int32_t ent_i_entity(const char *bytes, uint32_t at, uint32_t end,
                     uint32_t *next);

/* Where the word that begins at byte `start` goes on when the hyphen at byte
 * `at` only breaks it at a line's end; 0 when the hyphen belongs to it
 * ("Jean-\nLuc", "vice-\npresident"). */
uint32_t ent_i_break_end(const ent_i_lexicon *lexicon, const char *bytes,
                         uint32_t start, uint32_t at, uint32_t end);

/* Whether the bytes may differ from what ent_i_plain makes of them. */
bool ent_i_is_roundabout(const char *bytes, size_t size);

/* Copies the bytes with entities as characters and broken words whole, and ends
 * them with NUL. The result is never longer. Returns its length, at most room -
 * 1. */
size_t ent_i_plain(const ent_i_lexicon *lexicon, const char *bytes, size_t size,
                   char *out, size_t room);

#endif
