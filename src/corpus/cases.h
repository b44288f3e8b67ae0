/* Cases in court, whose names are made of persons' surnames. */
#ifndef ENTENTE_CORPUS_CASES_H
#define ENTENTE_CORPUS_CASES_H

#include <stdbool.h>
#include <stddef.h>

/* A word beside the mark of a case, as bytes of the text. */
typedef struct ent_i_side {
    size_t start;
    size_t size;
} ent_i_side;

/* Finds the first "Roe v. Doe" at or behind byte *at and sets *at behind its
 * mark. False if there is none. */
bool ent_i_next_case(const char *text, size_t *at, ent_i_side sides[2]);

#endif
