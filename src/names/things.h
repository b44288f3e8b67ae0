/* Names of organisations and places, made comparable. */
#ifndef ENTENTE_NAMES_THINGS_H
#define ENTENTE_NAMES_THINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "entente/article.h"

/* Names of organisations may be whole sentences; what lies beyond tells no two
 * of them apart. */
enum { ENT_I_THING_WORDS = 16, ENT_I_THING_ROOM = 256 };

/* Such a name as words, folded. */
typedef struct ent_i_thing {
    char text[ENT_I_THING_ROOM]; /* the words, each ended by NUL */
    const char *items[ENT_I_THING_WORDS];
    size_t n;
    bool of; /* "of" stood between them */
} ent_i_thing;

/* Words of the folded name without marks; "u.s." is one word, "us". With `keep`
 * small words stay. A name that is cut off at ENT_I_THING_WORDS still has a
 * key. */
void ent_i_thing_split(ent_i_thing *list, const char *text, size_t size,
                       bool keep);

/* The comparable form of a name of the given type: usual forms ("U.S.",
 * "Britain") brought to one, legal forms and articles dropped, "Department of
 * State" as "state department". Returns the length. */
size_t ent_i_thing_key(ent_type type, const char *text, size_t size, char *out,
                       size_t room);

#endif
