/* What the reading of verbs and of nouns of contact share. */
#ifndef ENTENTE_ENCOUNTER_CONTACT_H
#define ENTENTE_ENCOUNTER_CONTACT_H

#include "encounter/passage.h"

/* News puts a verb and its "with" within so many words; beyond, the two belong
 * to different clauses more often than not. */
enum { ENT_I_REACH = 10 };

/* Prepositions that lead up to persons; each list ends in NULL. */
extern const char *const ent_i_with_words[];
extern const char *const ent_i_to_words[];
extern const char *const ent_i_by_words[];

/* The first node from i on, within `reach` nodes, that is the text; ENT_NONE.
 */
uint32_t ent_i_find_near(const ent_i_passage *reading, uint32_t i,
                         uint32_t reach, const char *text);
/* The first node at or after i that is no plain adverb. */
uint32_t ent_i_skip_adverbs(const ent_i_passage *reading, uint32_t i);

/* Adds the persons of the group to the finding, each once; ENT_NONE adds
 * nobody. */
void ent_i_add_group(const ent_i_passage *reading, ent_i_finding *finding,
                     uint32_t group);
/* How many persons the group names; 0 of ENT_NONE. */
uint32_t ent_i_group_size(const ent_i_passage *reading, uint32_t group);
/* Whether one person is in both groups: then the sentence was misread, as
 * nobody meets himself. */
bool ent_i_overlap(const ent_i_passage *reading, uint32_t a, uint32_t b);

/* The group after the first of the prepositions at or after node i; ENT_NONE.
 * topic: other persons may stand between, as in "discussed Assad with". */
uint32_t ent_i_counterpart(const ent_i_passage *reading, uint32_t i, bool topic,
                           const char *const *prepositions);
/* Whether the contact is a debate: the word for an argument of two is that for
 * one of a whole nation. */
bool ent_i_is_debate(const ent_i_contact *contact);

/* Reads the noun at finding->at; false when it brings nobody together. */
bool ent_i_read_noun(const ent_i_passage *reading, const ent_i_contact *contact,
                     ent_i_finding *finding);

#endif
