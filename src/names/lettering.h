/* Names written in capitals, in ordinary case. */
#ifndef ENTENTE_NAMES_LETTERING_H
#define ENTENTE_NAMES_LETTERING_H

#include "core/memory.h"

/* A copy of the person's name in which words in capitals have ordinary case:
 * "JOHN O'HARA" becomes "John O'Hara", "Ana MÜLLER" "Ana Müller", "McCALL"
 * "McCall". Initials ("JFK") and numbers ("III") stay. The copy is the arena's;
 * NULL without memory. */
const char *ent_i_ordinary_case(ent_i_arena *arena, const char *name);

#endif
