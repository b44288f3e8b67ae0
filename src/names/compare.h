/* Whether two names can be one person's. */
#ifndef ENTENTE_NAMES_COMPARE_H
#define ENTENTE_NAMES_COMPARE_H

#include "names/names.h"

/* How alike two words must be to count as one: within an article a typing
 * error is the likelier reading, across a corpus another person is. */
#define ENT_I_LIKE_ARTICLE 0.79
#define ENT_I_LIKE_CORPUS 0.94

/* Two full names: near 1 when equal, less for spellings, initials and middle
 * names that only one of them has, 0 when something speaks against: another
 * surname, given name, middle name, "Jr." or gender. `like` is how similar two
 * words must be to be taken for one. */
double ent_i_names_agree(const ent_i_name *a, const ent_i_name *b, double like);

/* Whether two names differ in "Jr." or the like alone: in one article they are
 * father and son. */
bool ent_i_names_part_kin(const ent_i_name *a, const ent_i_name *b);

/* A single word or initial-less name ("Kerry", "Van Gaal", "Peña Nieto",
 * "Hillary", "K-Fed") as a short form of a full name. */
typedef enum ent_i_short_kind {
    ENT_I_NOT_SHORT,
    ENT_I_SHORT_ODD,    /* made of both, such as "K-Fed", or a middle name */
    ENT_I_SHORT_GIVEN,  /* the given name, or its nickname */
    ENT_I_SHORT_ALIKE,  /* the surname, spelt a little differently */
    ENT_I_SHORT_FAMILY, /* the surname */
    ENT_I_SHORT_TAIL    /* the end of the name: two words or more */
} ent_i_short_kind;

/* How `brief` shortens `full`; higher kinds are better readings. */
ent_i_short_kind ent_i_name_shortens(const ent_i_name *brief,
                                     const ent_i_name *full);

/* How likely two names by themselves are one person's, 0 to 1: parts are
 * paired best first whatever their order; unpaired parts on both sides speak
 * against. For lists of names without any text around them. */
double ent_i_person_similarity(const char *a, size_t a_size, const char *b,
                               size_t b_size);

#endif
