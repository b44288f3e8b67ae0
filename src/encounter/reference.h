/* Whom "he", "the president" or "his Russian counterpart" stands for. */
#ifndef ENTENTE_ENCOUNTER_REFERENCE_H
#define ENTENTE_ENCOUNTER_REFERENCE_H

#include "encounter/passage.h"

/* Turns the pronouns and roles of the sentence that the article explains into
 * persons; others stay words. Call between reading nodes and groups. */
void ent_i_read_references(ent_i_passage *reading);

/* An antecedent farther back than three sentences is named anew in news. The
 * bound on mentions keeps lists of names from taking time. */
enum { ENT_I_SENTENCES_BACK = 3, ENT_I_MENTIONS_BACK = 400 };

/* Whether the word stands in bytes[start, end), letter case aside. */
bool ent_i_has_word(const char *bytes, uint32_t start, uint32_t end,
                    const char *word);
/* Index of the first mention that belongs to the sentence or comes later. */
uint32_t ent_i_mentions_before(const ent_i_passage *reading);
/* Reads the node as the mention that it refers to, and `other` or ENT_NONE. */
void ent_i_refer(ent_i_item *node, uint32_t mention, uint32_t other);
/* Reads the phrase "the Russian president" that begins at node i as its bearer;
 * returns its last node, or i when it is none or nobody bears it. */
uint32_t ent_i_read_role(ent_i_passage *reading, uint32_t i);

/* The node of who says the quotation that node `i` stands in: a person, or "he"
 * or "she"; ENT_NONE when it stands in none or nobody is named with it. */
uint32_t ent_i_speaker_of(const ent_i_passage *reading, uint32_t i);

#endif
