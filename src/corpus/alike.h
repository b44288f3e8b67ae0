/* Pairs of full names in a corpus that may be one person's. */
#ifndef ENTENTE_CORPUS_ALIKE_H
#define ENTENTE_CORPUS_ALIKE_H

#include "corpus/across.h"

/* How two names are alike, from the surest likeness to the least. */
typedef enum ent_i_likeness {
    ENT_I_UNLIKE,
    ENT_I_ALIKE_INITIALS, /* only one of several initials: "H. R.", "Henry" */
    ENT_I_ALIKE_LOOSELY,  /* a slip or two: "Jeanne", "Jean" */
    ENT_I_ALIKE_INNER,    /* without the last surname: "Lucía Fernández" */
    ENT_I_ALIKE_INITIAL,  /* the given name is an initial: "J. Roe" */
    ENT_I_ALIKE_SOUND,    /* "Kislyak", "Kislak" */
    ENT_I_ALIKE_FORM,     /* spellings, nicknames, middle names left out */
    ENT_I_LIKENESSES
} ent_i_likeness;

/* Two nodes; the first is named in more articles. */
typedef struct ent_i_alike {
    uint32_t node;
    uint32_t other;
    float agreed;     /* how well the names agree: 0 to 1 */
    uint8_t likeness; /* an ent_i_likeness */
} ent_i_alike;

typedef ENT_I_VEC(ent_i_alike) ent_i_alikes;

/* How two persons' names are alike; *agreed is 0 for unlike ones. */
ent_i_likeness ent_i_likeness_of(const ent_i_name *a, const ent_i_name *b,
                                 float *agreed);

/* Lists pairs of roots that are alike, in the order of their likeness, the
 * surest first. Names are compared only if their parts sound alike. False when
 * memory runs out. */
bool ent_i_find_alike(const ent_i_resolution *r, ent_i_alikes *out);

#endif
