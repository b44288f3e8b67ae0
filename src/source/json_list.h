/* Objects that hold articles in a list: JSON Feed, and what newspapers' and
 * libraries' interfaces answer. */
#ifndef ENTENTE_SOURCE_JSON_LIST_H
#define ENTENTE_SOURCE_JSON_LIST_H

#include "source/readers.h"

/* Whether the object has such a list and no text of its own; then it is kept
 * with the stream, and its articles come next. *kept is false otherwise. */
ent_status ent_i_json_list_keep(ent_i_stream *stream, json_t *object,
                                bool *kept, ent_error *error);
/* The next article of the list that the stream keeps; *out is NULL after the
 * last, when it is kept no longer, and where there is none. */
ent_status ent_i_json_list_next(ent_i_stream *stream, ent_article **out,
                                ent_error *error);

#endif
