/* Whether two names can belong to one person. */
#ifndef ENTENTE_NAMES_COMPARE_H
#define ENTENTE_NAMES_COMPARE_H

#include "names/names.h"

/* How similar two words must be to count as the same. Within an article a
 * typing error is the likelier explanation, across a corpus another person
 * is. */
#define ENT_I_LIKE_ARTICLE 0.79
#define ENT_I_LIKE_CORPUS 0.94
/* Spellings, nicknames and other forms of one name. */
#define ENT_I_LIKE_SPELT 0.95

/* How well two full names agree: near 1 when equal, less for variant spellings,
 * initials and middle names that only one has, 0 when the surnames, given
 * names, middle names, suffixes or genders contradict each other. `like` is how
 * similar two words must be to count as the same. */
double ent_i_names_agree(const ent_i_name *a, const ent_i_name *b, double like);

/* The same; where they agree, *weakest is the similarity of the words that are
 * least alike. */
double ent_i_names_weigh(const ent_i_name *a, const ent_i_name *b, double like,
                         double *weakest);

/* How two names that agree are written otherwise. */
typedef struct ent_i_otherwise {
    bool family; /* the surname: "Hanssen", "Hansen" */
    bool given;  /* a given name: a nickname or another spelling */
    bool middle; /* one has more of them, */
    bool later;  /* and begins before the other: "Mary Ann Roe", "Ann Roe" */
} ent_i_otherwise;

ent_i_otherwise ent_i_names_otherwise(const ent_i_name *a, const ent_i_name *b);

/* How well they agree when one name leaves out the other's last surname:
 * "Lucía Fernández", "Lucía Fernández Rojas". */
double ent_i_names_agree_within(const ent_i_name *a, const ent_i_name *b);

/* Writes the given names as one word, so that "Jong-un" equals "Jong Un" and
 * "Jean-Claude" equals "Jean Claude"; `out` has ENT_I_NAME_ROOM bytes. False
 * when one of them is an initial. */
bool ent_i_name_join_given(const ent_i_name *name, char *out);

/* Whether a name is all initials, two and more: "J.D.". */
bool ent_i_name_is_initials(const ent_i_name *name);

/* Whether two names differ only in a suffix such as "Jr.": in one article they
 * are father and son. */
bool ent_i_names_part_kin(const ent_i_name *a, const ent_i_name *b);

/* How a name of a single word or without initials ("Roe", "Van Velde", "Peña
 * Rojas", "Ida", "K-Ste") can be a short form of a full name. */
typedef enum ent_i_short_kind {
    ENT_I_NOT_SHORT,
    ENT_I_SHORT_ODD,    /* a blend such as "K-Ste", or a middle name */
    ENT_I_SHORT_NICK,   /* a nickname of the given name */
    ENT_I_SHORT_GIVEN,  /* the given name */
    ENT_I_SHORT_ALIKE,  /* the surname, spelt slightly differently */
    ENT_I_SHORT_FAMILY, /* the surname */
    ENT_I_SHORT_TAIL    /* the end of the name: two words or more */
} ent_i_short_kind;

/* How `brief` shortens `full`; higher kinds are better readings. */
ent_i_short_kind ent_i_name_shortens(const ent_i_name *brief,
                                     const ent_i_name *full);

/* How likely it is, from 0 to 1, that two names belong to one person, judged by
 * the names alone. Parts are paired best first whatever their order; unpaired
 * parts on both sides count against it. For lists of names without context. */
double ent_i_person_similarity(const char *a, size_t a_size, const char *b,
                               size_t b_size);

/* Whether the brief name is all of the full one but its last words: "Ivan
 * Sergeyevich" of "Ivan Sergeyevich Roe". */
bool ent_i_name_begins(const ent_i_name *brief, const ent_i_name *full);

#endif
