/* Finds where values begin in a JSON text. jansson says where a text stops
 * being JSON, but not where its values are. Texts end with NUL. */
#ifndef ENTENTE_CORPUS_PLACES_H
#define ENTENTE_CORPUS_PLACES_H

#include <stddef.h>

/* The first byte of the root value. */
size_t ent_i_place_of_root(const char *text);
/* The first byte of element or member `index` of the array or object that
 * begins at `at`; a member begins with its key. */
size_t ent_i_place_of_child(const char *text, size_t at, size_t index);
/* The first byte of the value in the member that begins at `at`. */
size_t ent_i_place_of_value(const char *text, size_t at);

#endif
