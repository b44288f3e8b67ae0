/* How likely two names are one person's: by how they are alike, by what is
 * found near the two, and by how common the surname is. */
#ifndef ENTENTE_CORPUS_LIKELY_H
#define ENTENTE_CORPUS_LIKELY_H

#include "corpus/across.h"
#include "corpus/alike.h"
#include "corpus/context.h"

/* Start from {0}. */
typedef struct ent_i_likely {
    const ent_i_resolution *r;
    ent_i_context context;
    ent_i_strmap bearers;   /* surname -> full names with it */
    uint32_t *first_record; /* by node, or ENT_NONE */
    uint32_t *next_record;  /* by record, of the same node, or ENT_NONE */
} ent_i_likely;

/* Learns what the pairs' scores need. False when memory runs out; free it in
 * any case. */
bool ent_i_likely_learn(ent_i_likely *l, const ent_i_resolution *r,
                        const ent_corpus *corpus, const ent_i_alikes *pairs);
void ent_i_likely_free(ent_i_likely *l);

/* A logarithm of odds: above 0, the two are rather one person. */
double ent_i_likely_score(const ent_i_likely *l, const ent_i_alike *pair);

/* The node of a surname that stands alone, or with the suffix; ENT_I_ABSENT
 * where nobody is called so. */
uint32_t ent_i_brief_node(const ent_i_resolution *r, const char *family,
                          const char *suffix);

#endif
