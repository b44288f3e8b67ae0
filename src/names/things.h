/* Names of organisations and places in comparable form. */
#ifndef ENTENTE_NAMES_THINGS_H
#define ENTENTE_NAMES_THINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "entente/article.h"

/* Names of organisations can be whole sentences; words beyond this limit never
 * tell two of them apart. */
enum { ENT_I_THING_WORDS = 16, ENT_I_THING_ROOM = 256 };

/* An organisation's or place's name as folded words. */
typedef struct ent_i_thing {
    char text[ENT_I_THING_ROOM]; /* the words, each ended by NUL */
    const char *items[ENT_I_THING_WORDS];
    size_t n;
    bool of; /* "of" stands between them */
} ent_i_thing;

/* Splits the folded name into words without marks; "u.s." is one word, "us".
 * Small words are dropped unless `keep` is set. A name cut off at
 * ENT_I_THING_WORDS still has a key. */
void ent_i_thing_split(ent_i_thing *list, const char *text, size_t size,
                       bool keep);

/* The comparable form of a name of the given type: variants ("U.S.", "Britain")
 * become one form, legal forms and articles are dropped, and "Department of
 * State" becomes "state department". Returns the length. */
size_t ent_i_thing_key(ent_type type, const char *text, size_t size, char *out,
                       size_t room);

/* Whether everybody knows another name that it stands for: "U.N.". */
bool ent_i_stands_for_usual(ent_type type, const char *text, size_t size);

/* Whether a name may be the initials of another: "EADS", "U.N."; capitals only,
 * two to seven. */
bool ent_i_is_acronym(const char *text, size_t size);

#endif
