/* What all articles together say of persons' names: which words are glued
 * before them, and which of them are none. */
#ifndef ENTENTE_CORPUS_JUDGE_H
#define ENTENTE_CORPUS_JUDGE_H

#include "corpus/across.h"

/* How often each sign of a person is missing before a name is none. */
enum {
    ENT_I_MOST_MEANT = 4,  /* of so many mentions one is a "he" or "she", where
                            * another reading is at hand */
    ENT_I_GLUED_TIMES = 10 /* so much more often the name stands without the
                            * word */
};

typedef struct ent_i_judging {
    ent_i_resolution *r;
    const ent_corpus *corpus;
    bool *borne;           /* by node: short names of somebody's full name */
    uint32_t *bearers;     /* by node: articles with such full names */
    ent_i_strmap givens;   /* first word -> full names with it that speak or
                              have a title */
    ent_i_strmap families; /* surname -> full names */
    ent_i_strmap glued;    /* first word -> names that are far more frequent
                              without it */
} ent_i_judging;

/* Counts givens, families and glued words. False when memory runs out. */
bool ent_i_count_words(ent_i_judging *j);

/* What the map counts for the word; 0 if nothing. */
uint32_t ent_i_count_of(const ent_i_strmap *map, const char *word);

/* Whether the word is a given name: by the lexicon, or as so many persons of
 * the corpus have it. */
bool ent_i_is_known_given(const ent_i_judging *j, const char *word,
                          uint32_t persons);

/* How often the corpus has the word as something else than a person, and as
 * what mostly; *type stays if never. */
uint32_t ent_i_times_thing(const ent_i_resolution *r, const char *word,
                           ent_type *type);

/* Takes words that are glued to names off them, record by record. False when
 * memory runs out. */
bool ent_i_cut_glued(const ent_i_judging *j);

/* The first word that is a name, and whether it is a known given name. */
const char *ent_i_first_word(const ent_i_name *name);
bool ent_i_has_given(const ent_i_name *name);

/* Whether the alias file says whose the name is. */
bool ent_i_is_decided(const ent_i_known_name *node);

/* Whether the name has many mentions, none of which is a person's. */
bool ent_i_is_nobody(const ent_i_known_name *node);

#endif
