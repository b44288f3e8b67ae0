/* Noun phrases, shared by the files that read groups, subjects and objects. */
#ifndef ENTENTE_ENCOUNTER_PHRASES_H
#define ENTENTE_ENCOUNTER_PHRASES_H

#include "encounter/passage.h"

/* In nodes: longer phrases are not followed to their end. */
enum { ENT_I_NP_MAX = 12 };

/* False past the end, so that callers need no check. */
static inline bool ent_i_is_what(const ent_i_passage *r, uint32_t i,
                                 ent_i_what what)
{
    return i < r->node_count && r->nodes[i].what == what;
}

/* Whether a finite verb, or a word that leads up to one, is at node i. */
bool ent_i_verb_follows(const ent_i_passage *reading, uint32_t i);
/* Whether the word looks like a plural. */
bool ent_i_is_plural(const ent_i_item *node);
/* Whether node i can stand between an article and a name: "newly elected
 * president", "Vell's lawyer", "secretary of state". */
bool ent_i_is_modifier(const ent_i_passage *reading, uint32_t i);
/* The person at the end of the noun phrase that begins at node i; ENT_NONE. In
 * a list, the last member may be a possessive. */
uint32_t ent_i_person_of_phrase(const ent_i_passage *reading, uint32_t i,
                                bool in_list);
/* The node after an "of Texas" that begins at node i, right after a person; i
 * when there is none. */
uint32_t ent_i_skip_origin(const ent_i_passage *reading, uint32_t i);
/* The node after an "and his aides" that begins at node i, or i. Such people
 * act with a person but are not named. */
uint32_t ent_i_skip_others(const ent_i_passage *reading, uint32_t i);

#endif
