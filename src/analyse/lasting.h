/* Communities that keep their numbers as an archive grows. */
#ifndef ENTENTE_ANALYSE_LASTING_H
#define ENTENTE_ANALYSE_LASTING_H

#include "analyse/findings.h"

/* Gives the communities found the numbers that a store remembers of their
 * actors, matched as those of slices are. A new one takes the lowest number
 * that is free, larger ones first; without a store nothing changes. shown: what
 * was measured is what is shown. False when memory runs out. */
bool ent_i_number_as_before(ent_i_findings *f, const ent_network *network,
                            bool shown);

#endif
