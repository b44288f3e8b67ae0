/* What the lexicon says about a word in a sentence, what its ending suggests,
 * and how far words of contact can be trusted. */
#ifndef ENTENTE_ENCOUNTER_CONTACT_WORDS_H
#define ENTENTE_ENCOUNTER_CONTACT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon/lexicon.h"

/* How likely it is, from 0 to 1, that an encounter told by such a word is
 * right. referred: a pronoun or role alone stands for one of its persons. */
float ent_i_trust(uint8_t sort, bool referred);

/* What the word is in a sentence, as ENT_I_W_ bits; what the lexicon does not
 * say is guessed from the ending of the text, which is in lower case. */
uint32_t ent_i_word_bits(const ent_i_lexeme *word, const char *text);
/* The form of the word; the verb's if it is both a verb and a noun. */
ent_i_word_form ent_i_form_of(const ent_i_lexeme *word);

/* Whether it can be a verb or noun of contact: a cheap test before anything
 * else is done with a sentence. */
static inline bool ent_i_is_contact_word(const ent_i_lexeme *word)
{
    return word->verb || word->noun;
}

#endif
