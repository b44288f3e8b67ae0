/* What the lexicon says of a word in a sentence, with what its ending lets
 * guess; and how far words of contact are trusted. */
#ifndef ENTENTE_ENCOUNTER_CONTACT_WORDS_H
#define ENTENTE_ENCOUNTER_CONTACT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon/lexicon.h"

/* How likely an encounter told by such a word is right, 0 to 1; referred: one
 * of its persons is named by a pronoun or role alone. */
float ent_i_trust(uint8_t sort, bool referred);

/* What the word is in a sentence, ENT_I_W_ bits; what the lexicon does not say
 * is guessed by the ending of the text, which is in lower case. */
uint32_t ent_i_word_bits(const ent_i_lexeme *word, const char *text);
/* The form that it stands in; when it may be of a verb and of a noun, that of
 * the verb. */
ent_i_word_form ent_i_form_of(const ent_i_lexeme *word);

/* Whether it can be a verb or noun of contact: a cheap test before anything
 * else is done with a sentence. */
static inline bool ent_i_is_contact_word(const ent_i_lexeme *word)
{
    return word->verb || word->noun;
}

#endif
