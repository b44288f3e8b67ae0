/* Names as plain lower-case ASCII, so that script, accents and case make no
 * difference to comparisons. */
#ifndef ENTENTE_NAMES_FOLD_H
#define ENTENTE_NAMES_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "entente/error.h"

/* Prepares for names outside ASCII. Otherwise the first such name does it,
 * where a lack of memory could not be reported. ENT_ERR_MEMORY. */
ent_status ent_i_fold_prepare(ent_error *error);

/* Writes the name, made plain first (lexicon/plain.h), in lower-case ASCII:
 * letters, digits, blanks and the marks
 * '-', '\'', '.', ',' and '&'. Every other byte becomes a blank, runs of blanks
 * become one, and blanks at the ends are dropped. Other scripts are
 * transliterated (ICU "Any-Latin; Latin-ASCII"). Safe to call from several
 * threads. Returns the length, at most room - 1 (longer names are cut), or 0
 * when nothing is left. */
size_t ent_i_fold(const char *name, size_t size, char *out, size_t room);

/* Only the letters and digits of a folded name: "kimjongun" for "kim jong-un".
 * Returns the length. */
size_t ent_i_fold_key(const char *folded, size_t size, char *out, size_t room);

/* The same for a name as written; compares two spellings regardless of marks,
 * case and accents. Returns the length, 0 when nothing is left. */
size_t ent_i_name_fold_key(const char *name, size_t size, char *out,
                           size_t room);

/* Whether the text has no lower-case ASCII letter, as in headlines. */
bool ent_i_is_capitals(const char *text, size_t size);

/* Copies the text in plain (lexicon/plain.h) with each run of whitespace turned
 * into a single blank (hard-wrapped articles break lines within names), and
 * ends it with NUL.
 * Returns the length, at most room - 1; longer text is cut between
 * characters. */
size_t ent_i_single_blanks(const char *text, size_t size, char *out,
                           size_t room);

/* The identifier made from a name: letters and digits joined by single '-',
 * such as "sergey-rokov". Returns the length, 0 when the name has neither. */
size_t ent_i_fold_slug(const char *folded, size_t size, char *out, size_t room);

#endif
