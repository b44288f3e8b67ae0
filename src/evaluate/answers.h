/* What the resolver answered to gold that says who is who, and how right that
 * is: B3 over mentions, and the ties that follow.
 *
 * Gold persons and actors are numbers here, each counted from 0 in the order in
 * which their names appeared. Start from {0}. */
#ifndef ENTENTE_EVALUATE_ANSWERS_H
#define ENTENTE_EVALUATE_ANSWERS_H

#include "core/map.h"
#include "core/vec.h"
#include "evaluate/score.h"

/* Names and their numbers. */
typedef struct ent_i_numbering {
    ent_i_strmap numbers;
    ENT_I_VEC(const char *) names; /* by number; the answers' arena owns them */
} ent_i_numbering;

/* A gold label, or a mention that matches none. */
typedef struct ent_i_answer {
    uint32_t gold;  /* number of the gold person; ENT_NONE: spurious */
    uint32_t actor; /* number of the actor; ENT_NONE: missed */
} ent_i_answer;

/* The answers of one gold file. */
typedef struct ent_i_answers {
    ent_i_numbering golds;
    ent_i_numbering actors;
    ENT_I_VEC(ent_i_answer) items;
    ent_i_keymap gold_ties;   /* pairs of gold numbers */
    ENT_I_VEC(uint64_t) seen; /* article and actor, in article order */
    ent_i_arena arena;
} ent_i_answers;

/* The number of a name, known or new, in one of the two numberings; ENT_NONE
 * when memory runs out. The name is copied. */
uint32_t ent_i_answers_number(ent_i_answers *answers,
                              ent_i_numbering *numbering, const char *name,
                              size_t size);

/* Scores what was added; false when memory runs out. */
bool ent_i_answers_score(ent_i_answers *answers, ent_i_score *b_cubed,
                         ent_i_counts *ties);

/* Releases everything and leaves the answers empty, ready for the next file. */
void ent_i_answers_free(ent_i_answers *answers);

#endif
