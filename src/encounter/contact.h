/* What the readers of verbs and of nouns of contact share. */
#ifndef ENTENTE_ENCOUNTER_CONTACT_H
#define ENTENTE_ENCOUNTER_CONTACT_H

#include "encounter/passage.h"

/* In news, a verb and its "with" are at most this many words apart; beyond that
 * they usually belong to different clauses. */
enum { ENT_I_REACH = 10 };

/* Prepositions that introduce persons; each list ends in NULL. */
extern const char *const ent_i_with_words[];
extern const char *const ent_i_to_words[];
extern const char *const ent_i_by_words[];

/* The first node with the given text among the `reach` nodes from i on;
 * ENT_NONE. */
uint32_t ent_i_find_near(const ent_i_passage *reading, uint32_t i,
                         uint32_t reach, const char *text);
/* The first node at or after i that is not just an adverb. */
uint32_t ent_i_skip_adverbs(const ent_i_passage *reading, uint32_t i);

/* Adds each person of the group to the finding once; ENT_NONE adds nobody. */
void ent_i_add_group(const ent_i_passage *reading, ent_i_finding *finding,
                     uint32_t group);
/* How many persons the group names; 0 for ENT_NONE. */
uint32_t ent_i_group_size(const ent_i_passage *reading, uint32_t group);
/* Whether one person is in both groups: then the sentence was misread. */
bool ent_i_overlap(const ent_i_passage *reading, uint32_t a, uint32_t b);

/* The group after the first of these prepositions at or after node i; ENT_NONE.
 * `topic` allows other persons in between, as in "discussed Assad with". */
uint32_t ent_i_counterpart(const ent_i_passage *reading, uint32_t i, bool topic,
                           const char *const *prepositions);
/* Whether the contact is a debate, which needs extra care: the word also means
 * a debate in a whole nation. */
bool ent_i_is_debate(const ent_i_contact *contact);

/* Reads the noun at finding->at; false when it brings nobody together. */
bool ent_i_read_noun(const ent_i_passage *reading, const ent_i_contact *contact,
                     ent_i_finding *finding);

#endif
