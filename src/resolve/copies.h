/* Near-copies: syndicated, reprinted and updated versions of one article. */
#ifndef ENTENTE_RESOLVE_COPIES_H
#define ENTENTE_RESOLVE_COPIES_H

#include "resolve/resolve.h"

/* Fills corpus->copy_of and copies. The original of a group is its first
 * article by date, then by order; every copy points to it. False when memory
 * is out. */
bool ent_i_find_copies(ent_corpus *corpus);

#endif
