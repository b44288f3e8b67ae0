/* What the texts show of a name: whether somebody speaks, is addressed or is
 * meant by a pronoun under it. */
#ifndef ENTENTE_CORPUS_SIGNS_H
#define ENTENTE_CORPUS_SIGNS_H

#include "core/article.h"

/* How many mentions of a name show each sign of a person, and
 * of a thing. */
typedef struct ent_i_signs {
    uint32_t mentions; /* all that were looked at */
    uint32_t titled;   /* behind a title: "Mr. Roe" */
    uint32_t speaking; /* before a verb of speech: "Roe says" */
    uint32_t meant;    /* with a pronoun of persons soon after */
    uint32_t articled; /* behind an article: "the Roe attack" */
    uint32_t placed;   /* behind "at" */
    uint32_t inside;   /* within a sentence, where only names have capitals */
} ent_i_signs;

/* Reads the place of a person's mention. One that came with the input counts as
 * a titled one, as whoever marked it knew what it is. Returns whether the place
 * shows a person. */
bool ent_i_signs_add(ent_i_signs *signs, const ent_article *article,
                     const ent_mention *mention);

#endif
