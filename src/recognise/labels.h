/* Speakers' names at the start of what they say. */
#ifndef ENTENTE_RECOGNISE_LABELS_H
#define ENTENTE_RECOGNISE_LABELS_H

#include "recognise/place.h"

/* The tokens [*first, *end) of the name in the label that the sentence, the
 * first of its paragraph, begins with: "MR. ROE:", "[00:12] ANN ROE, HOST:",
 * "Ms. ROE of Ohio.", "Deputy Ann Roe (North):". False when there is none or
 * it names nobody ("THE COURT:", "MR. SPEAKER:"). */
bool ent_i_label_find(const ent_i_place *p, size_t *first, size_t *end);

/* Whether that label is one word alone, token *at: "ROE:", "Ann (laughs):". It
 * is a name only if somebody has it. */
bool ent_i_label_is_short(const ent_i_place *p, size_t *at);

/* Whether the sentence begins with "Q." or, when `letter` is 'A', "A.", token
 * *at, perhaps behind the line's number: a question or an answer in a record of
 * a hearing. */
bool ent_i_label_is(const ent_i_place *p, char letter, size_t *at);

/* Whether a judge's rank ends with token i, as in "Roe, C.J." or "ROE, Circuit
 * Judge"; *first is its first token. "J." is one only before a comma and small
 * letters or in "ROE, J.", since it may be an initial. */
bool ent_i_is_bench(const ent_i_place *p, size_t i, size_t *first);
/* Finds a judge's name, tokens [*at, *end), before token *at: the rank in "Roe,
 * Doe and Poe, JJ.", or a judge found so; false when there is none. */
bool ent_i_judge_before(const ent_i_place *p, size_t *at, size_t *end);

/* Whether the word is a form of address for anybody: "Mr.", "Señora". */
bool ent_i_is_courtesy(const ent_i_lexeme *title);

#endif
