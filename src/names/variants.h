/* How alike two words of names are: spellings, transliterations, typing errors.
 * All words are folded to lower-case ASCII letters and digits. */
#ifndef ENTENTE_NAMES_VARIANTS_H
#define ENTENTE_NAMES_VARIANTS_H

#include <stddef.h>

enum { ENT_I_WORD_ROOM = 64 };

/* Brings the spellings that languages and transliterations use for the same
 * sounds to one: "sergey" and "sergei", "zelenskyy" and "selenskyj", "gaddafi"
 * and "ghadafi" become equal. `out` has ENT_I_WORD_ROOM bytes. Returns the
 * length. */
size_t ent_i_spelling(const char *word, char *out);

/* The consonants of the spelling, with voiced and unvoiced ones merged: "kdf"
 * for gaddafi, qaddafi and kadhafi. It finds candidates and never proves a
 * match. */
size_t ent_i_sound_key(const char *word, char *out);

/* The number of insertions, deletions, substitutions and swaps of neighbours
 * between two words (optimal string alignment); limit + 1 when there are more
 * than limit. */
unsigned ent_i_edit_distance(const char *a, size_t a_size, const char *b,
                             size_t b_size, unsigned limit);

/* 1 for equal words, about .95 for variant spellings, less with each
 * difference, 0 for words with little in common. */
double ent_i_part_similarity(const char *a, const char *b);

/* The same for given names, where nicknames count like variant spellings. */
double ent_i_given_similarity(const char *a, const char *b);

#endif
