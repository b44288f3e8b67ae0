/* Where a mention lies among the tokens of its sentence. */
#ifndef ENTENTE_RECOGNISE_PLACE_H
#define ENTENTE_RECOGNISE_PLACE_H

#include "lexicon/lexicon.h"
#include "text/text.h"

/* The tokens of one sentence and where a mention lies in them. */
typedef struct ent_i_place {
    const ent_i_text *text;
    const char *bytes; /* of the field */
    const ent_i_token *tokens;
    size_t count; /* of the sentence */
    size_t first; /* of the mention */
    size_t end;
} ent_i_place;

/* Finds the mention's tokens; false when it doesn't consist of whole tokens or
 * has no sentence (then count is 0). */
bool ent_i_place_find(ent_i_place *p, const ent_article *article,
                      const ent_i_text *text, const ent_mention *mention);

/* The first token of the sentence that ends after the byte. */
size_t ent_i_place_after(const ent_i_place *p, uint32_t byte);

/* Whether token i is the mark, one of n marks, or a hyphen. */
bool ent_i_place_is(const ent_i_place *p, size_t i, const char *mark);
bool ent_i_place_is_any(const ent_i_place *p, size_t i,
                        const char *const *marks, size_t n);
bool ent_i_place_hyphen(const ent_i_place *p, size_t i);
/* Whether it is one that joins two words: "Aziz-Khan". */
bool ent_i_place_joins(const ent_i_place *p, size_t i);

/* Token i in the lexicon; an empty word when it isn't there. */
const ent_i_lexeme *ent_i_place_word(const ent_i_place *p, size_t i);
/* Whether token i's word has any of the uses (ENT_I_U_). */
bool ent_i_place_has(const ent_i_place *p, size_t i, uint32_t use);
/* Whether token i is there and belongs to the name before it: "Jr.", "III". */
bool ent_i_place_suffix(const ent_i_place *p, size_t i);
/* Whether token i is an initial, "J.", but neither "I" nor the "D" of
 * "D-Ohio". */
bool ent_i_place_initial(const ent_i_place *p, size_t i);
/* Whether token i is a title that tells whom a given name means: "King". */
bool ent_i_place_reigns(const ent_i_place *p, size_t i);
/* Whether token i, behind a given name, is a monarch's number: "XV"; or "V"
 * where a monarch's title stands before the name. */
bool ent_i_place_number(const ent_i_place *p, size_t i);
/* What token i's word is in the names of organisations (ENT_I_ORG_): "Ltd." is
 * "ltd". */
unsigned ent_i_place_organisation(const ent_i_place *p, size_t i);
/* Token i as a title word or a word of kinship; NULL when it is neither. */
const ent_i_lexeme *ent_i_place_title(const ent_i_place *p, size_t i);
/* How many tokens a title of several words has at most. */
enum { ENT_I_TITLE_TOKENS = 5 };
/* The title that tokens [first, last], two or more, are together, with hyphens
 * or blanks between them ("commander-in-chief", "Tan Sri"), or NULL. */
const ent_i_lexeme *ent_i_place_titles(const ent_i_place *p, size_t first,
                                       size_t last);

/* Whether token i is the apostrophe at the end of a title: "Dato'". */
bool ent_i_place_apostrophe(const ent_i_place *p, size_t i);

/* Whether the token may begin or end a name: a word with a capital. */
bool ent_i_is_name_word(const ent_i_token *token);

#endif
