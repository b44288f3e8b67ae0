/* Noun phrases, between the files that read groups, subjects and objects. */
#ifndef ENTENTE_ENCOUNTER_PHRASES_H
#define ENTENTE_ENCOUNTER_PHRASES_H

#include "encounter/passage.h"

/* In nodes: a longer phrase is followed no farther. */
enum { ENT_I_NP_MAX = 12 };

/* False past the end, so that no caller needs to look. */
static inline bool ent_i_is_what(const ent_i_passage *r, uint32_t i,
                                 ent_i_what what)
{
    return i < r->node_count && r->nodes[i].what == what;
}

/* Whether a finite verb, or what leads up to one, stands at node i. */
bool ent_i_verb_follows(const ent_i_passage *reading, uint32_t i);
/* Whether the word looks like a plural. */
bool ent_i_is_plural(const ent_i_item *node);
/* Whether node i may stand between an article and a name: "newly elected
 * president", "Trump's lawyer", "secretary of state". */
bool ent_i_is_modifier(const ent_i_passage *reading, uint32_t i);
/* The person at the end of the noun phrase that begins at node i; ENT_NONE. In
 * a list a possessive may be the last member. */
uint32_t ent_i_person_of_phrase(const ent_i_passage *reading, uint32_t i,
                                bool in_list);
/* The node after the "of Texas" that begins at node i behind a person, or i. */
uint32_t ent_i_skip_origin(const ent_i_passage *reading, uint32_t i);
/* The node after "and his aides" that begins at node i, or i: who acts with a
 * person without a name of his own. */
uint32_t ent_i_skip_others(const ent_i_passage *reading, uint32_t i);

#endif
