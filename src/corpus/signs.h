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
    uint32_t quoted;   /* behind a quotation: '"No," said Roe' */
    uint32_t inside;   /* within a sentence, where only names have capitals */
    uint32_t cased; /* sides of cases in court, marked or not: "Roe v. Doe" */
} ent_i_signs;

/* Reads the place of a person's mention. One that came with the input counts as
 * a titled one, as whoever marked it knew what it is. */
void ent_i_signs_add(ent_i_signs *signs, const ent_article *article,
                     const ent_mention *mention);

/* Whether the name mostly means a case that is called after somebody. */
bool ent_i_is_of_case(const ent_i_signs *signs);

/* Adds all of them. */
void ent_i_signs_sum(ent_i_signs *signs, const ent_i_signs *more);

#endif
