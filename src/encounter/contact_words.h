/* What the lexicon says of a word in a sentence, with what its ending lets
 * guess; and how far words of contact are trusted. */
#ifndef ENTENTE_ENCOUNTER_CONTACT_WORDS_H
#define ENTENTE_ENCOUNTER_CONTACT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon/lexicon.h"

/* A word as encounters read it. */
typedef struct ent_i_word_sense {
    uint32_t is; /* ENT_I_W_ bits */
    const ent_i_contact *verb;
    const ent_i_contact *noun;
    uint8_t form; /* an ent_i_word_form */
} ent_i_word_sense;

/* How likely an encounter told by such a word is right, 0 to 1; referred: one
 * of its persons is named by a pronoun or role alone. */
float ent_i_trust(uint8_t sort, bool referred);

/* What the word is, letter case aside; what no table has is guessed by its
 * ending. */
ent_i_word_sense ent_i_sense_of(const char *word);

/* Whether the bytes can be a verb or noun of contact: a cheap test before
 * anything else is done with a sentence. */
bool ent_i_is_contact_word(const char *bytes, size_t size);

#endif
