/* Names as plain lower-case ASCII, so that scripts, accents and case compare
 * alike. */
#ifndef ENTENTE_NAMES_FOLD_H
#define ENTENTE_NAMES_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "entente/error.h"

/* Makes ready for names outside ASCII; else that happens at the first one,
 * where want of memory could not be told. ENT_ERR_MEMORY. */
ent_status ent_i_fold_prepare(ent_error *error);

/* Writes the name in lower-case ASCII letters, digits, blanks, and of the marks
 * only '-', '\'', '.', ',' and '&'; every other byte becomes a blank, runs of
 * blanks become one, and none stand at the ends. Other scripts are
 * transliterated (ICU "Any-Latin; Latin-ASCII"). Safe from several threads.
 * Returns the length, at most room - 1; longer names are cut; 0 when nothing is
 * left. */
size_t ent_i_fold(const char *name, size_t size, char *out, size_t room);

/* Letters and digits of a folded name without anything between: "kimjongun" for
 * "kim jong-un". Returns the length. */
size_t ent_i_fold_key(const char *folded, size_t size, char *out, size_t room);

/* The same of a name as written: what two spellings are compared by when marks,
 * case and accents don't matter. Returns the length, 0 when nothing is left. */
size_t ent_i_name_fold_key(const char *name, size_t size, char *out,
                           size_t room);

/* Whether the text has no small letter of ASCII, as names in headlines. */
bool ent_i_is_capitals(const char *text, size_t size);

/* Copies the text with whitespace, which hard-wrapped articles have within
 * names, made single blanks, and ends it with NUL. Returns the length, at most
 * room - 1; what is longer is cut between characters. */
size_t ent_i_single_blanks(const char *text, size_t size, char *out,
                           size_t room);

/* The identifier of a name: letters and digits joined by single '-', such as
 * "sergey-lavrov". Returns the length, 0 when the name has neither. */
size_t ent_i_fold_slug(const char *folded, size_t size, char *out, size_t room);

#endif
