/* Articles that another run has read, as lines with records. */
#ifndef ENTENTE_SOURCE_KEPT_H
#define ENTENTE_SOURCE_KEPT_H

#include "source/readers.h"

/* Replaces the article by the one in the object's "record"; leaves it alone
 * where there is none. After a failure it is still to be freed. */
ent_status ent_i_kept_read(ent_article **article, const json_t *object,
                           ent_error *error);

#endif
