/* Reported contacts in words, and their counts over a tie's evidence. */
#ifndef ENTENTE_REPORT_CONTACT_H
#define ENTENTE_REPORT_CONTACT_H

#include "core/memory.h"
#include "entente/network.h"

/* Contacts of a tie by kind and standing. */
typedef struct ent_i_contacts {
    uint32_t n[ENT_KIND_COUNT][ENT_STANDING_COUNT];
} ent_i_contacts;

ent_i_contacts ent_i_count_contacts(const ent_network *network, size_t tie);

/* "met 2, to meet 1", or "named only"; NULL when memory is out. */
const char *ent_i_contacts_text(ent_i_arena *arena,
                                const ent_i_contacts *contacts);

/* "met", "to speak", "joint action proposed". */
const char *ent_i_contact_words(ent_kind kind, ent_standing standing);

/* "met, 2014-03-05, Paris", or "named together" for NULL; NULL when memory is
 * out. */
const char *ent_i_encounter_text(ent_i_arena *arena,
                                 const ent_encounter *encounter);

#endif
