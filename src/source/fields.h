/* Where the parts of an article stand in other people's data: under names that
 * are usual there, or that the user gives. */
#ifndef ENTENTE_SOURCE_FIELDS_H
#define ENTENTE_SOURCE_FIELDS_H

#include <jansson.h>

#include "core/vec.h"
#include "entente/error.h"

typedef enum ent_i_part {
    ENT_I_PART_ID,
    ENT_I_PART_TITLE,
    ENT_I_PART_TEXT,
    ENT_I_PART_DATE,
    ENT_I_PART_SOURCE,
    ENT_I_PART_URL,
    ENT_I_PART_LANGUAGE,
    ENT_I_PART_AUTHOR,
    ENT_I_PART_PERSONS, /* lists of names, for what comes without a text */
    ENT_I_PART_ORGANISATIONS,
    ENT_I_PART_PLACES,
    ENT_I_PARTS
} ent_i_part;

/* What the user gave. Start from {0}. */
typedef struct ent_i_fields {
    ENT_I_VEC(const char *) names[ENT_I_PARTS];
} ent_i_fields;

/* As it is called in entente's own files. */
const char *ent_i_part_name(ent_i_part part);

/* Reads a NULL-terminated list of "text=body.content"; the strings are
 * borrowed. ENT_ERR_ARGUMENT for what has another form. */
ent_status ent_i_fields_read(ent_i_fields *out, const char *const *given,
                             ent_error *error);
void ent_i_fields_free(ent_i_fields *fields);

/* The nth name under which to look for the part, NULL after the last: those
 * given, or where none is, the usual ones, entente's own first. fields may be
 * NULL. */
const char *ent_i_field_name(const ent_i_fields *fields, ent_i_part part,
                             size_t n);
/* The part that a column of this name holds, whatever its case and marks, and
 * in *rank how far down its list the name stands; ENT_I_PARTS when none. */
ent_i_part ent_i_field_of(const ent_i_fields *fields, const char *name,
                          size_t size, size_t *rank);

/* What gathering found. */
typedef enum ent_i_gathered {
    ENT_I_ABSENT_VALUE, /* nothing, or null */
    ENT_I_GATHERED,
    ENT_I_WRONG_VALUE, /* neither strings nor whole numbers */
    ENT_I_NO_ROOM
} ent_i_gathered;

/* Appends what stands in the object under a name, or along a path of names
 * ("body.content"), and goes through every item of arrays on the way; gap
 * stands between the strings found. numbers: whole numbers are taken as they
 * are written, as for ids. */
ent_i_gathered ent_i_field_gather(ent_i_string *out, const json_t *object,
                                  const char *path, const char *gap,
                                  bool numbers);

#endif
