/* Who is meant by "he", "the president" or "his Russian counterpart". */
#ifndef ENTENTE_ENCOUNTER_REFERENCE_H
#define ENTENTE_ENCOUNTER_REFERENCE_H

#include "encounter/passage.h"

/* Turns pronouns and roles into persons where the article explains them; others
 * remain words. Call it after the nodes and before the groups are read. */
void ent_i_read_references(ent_i_passage *reading);

/* How far back an antecedent may be. Few are so far, and the model of contacts
 * sees how far; the limit on mentions saves time on lists of names. */
enum { ENT_I_SENTENCES_BACK = 8, ENT_I_MENTIONS_BACK = 400 };

/* Whether the word occurs in bytes[start, end), regardless of case. */
bool ent_i_has_word(const char *bytes, uint32_t start, uint32_t end,
                    const char *word);
/* Index of the first mention in this sentence or later. */
uint32_t ent_i_mentions_before(const ent_i_passage *reading);
/* Makes the node refer to the mention, and to `other` unless it is ENT_NONE. */
void ent_i_refer(ent_i_item *node, uint32_t mention, uint32_t other);
/* Makes a phrase such as "the Russian president" that begins at node i refer to
 * whoever holds the role. Returns its last node, or i when there is no such
 * phrase or nobody holds it. */
uint32_t ent_i_read_role(ent_i_passage *reading, uint32_t i);

/* The node that names the speaker of the quotation around node `i`: a person,
 * or "he" or "she". ENT_NONE outside a quotation or when no speaker is
 * named. */
uint32_t ent_i_speaker_of(const ent_i_passage *reading, uint32_t i);

#endif
