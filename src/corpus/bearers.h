/* Who bears a surname, how often, and by which titles. Learned once from the
 * full names of all articles. */
#ifndef ENTENTE_CORPUS_BEARERS_H
#define ENTENTE_CORPUS_BEARERS_H

#include "corpus/across.h"

enum { ENT_I_BEARERS = 4, ENT_I_TITLE_WORDS = 6 };

/* The most frequent bearers of a bare surname, the most frequent first. */
typedef struct ent_i_bearing {
    uint32_t roots[ENT_I_BEARERS];
    uint32_t n;
    uint32_t all;   /* articles that name anybody of the surname */
    uint32_t alone; /* where the surname stands alone */
} ent_i_bearing;

typedef struct ent_i_bearers {
    const ent_i_resolution *r;
    uint32_t *articles;  /* by root: articles with any of its names */
    ent_i_bearing *of;   /* by node of the bare surname */
    ent_i_keymap titles; /* root and word of a title -> mentions */
    ent_i_keymap given;  /* hash of a given name -> roots that have it */
    double shared;       /* the part of the surnames that stand alone which
                          * several bear, as far as these are named */
} ent_i_bearers;

/* After merging. False when memory runs out; free it in either case. */
bool ent_i_bearers_learn(ent_i_bearers *b, const ent_i_resolution *r,
                         const ent_corpus *corpus);
void ent_i_bearers_free(ent_i_bearers *b);

/* The node of one part of the name alone; ENT_NONE when no text has it. */
uint32_t ent_i_part_alone(const ent_i_resolution *r,
                          const ent_i_known_name *node, size_t part);
/* How many persons have the given name of this full name. */
uint32_t ent_i_bearers_given(const ent_i_bearers *b, uint32_t root);
/* Whether the short name is far more persons' given name than their surname. */
bool ent_i_bearers_is_given(const ent_i_bearers *b, uint32_t brief);

/* Hashes of a title's words; those that tell nobody from anybody ("Mr.", "of")
 * are left out. Returns their number. */
size_t ent_i_title_hashes(const char *title, size_t size,
                          uint64_t words[ENT_I_TITLE_WORDS]);
/* Whether one of the words is in titles of the first person and not of the
 * second, as far as is known. */
bool ent_i_title_prefers(const ent_i_bearers *b, const uint64_t *words,
                         size_t n, uint32_t root, uint32_t other);

#endif
