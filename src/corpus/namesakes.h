/* Persons who share a full name with another, told from one another by posts
 * that nobody has both of. */
#ifndef ENTENTE_CORPUS_NAMESAKES_H
#define ENTENTE_CORPUS_NAMESAKES_H

#include "corpus/across.h"

/* What an article says of a person's posts. */
typedef struct ent_i_posting {
    const char *state; /* of the seat: a constant, "" for several; or NULL */
    uint32_t record;
    uint32_t root;
    uint8_t full; /* beside full names: ENT_I_POST_ bits of posts.h */
    uint8_t all;  /* beside any names */
} ent_i_posting;

typedef struct ent_i_bearer {
    const char *state; /* of his seat, or NULL */
    uint32_t
        articles;   /* that say whom they mean, counted as they are divided */
    uint32_t node;  /* the same */
    ent_date first; /* the day of the first such article; INT32_MAX: none */
    uint8_t kinds;  /* his posts: ENT_I_POST_ bits */
} ent_i_bearer;

enum { ENT_I_NAMESAKES = 8 };

/* The bearers of one name. */
typedef struct ent_i_namesakes {
    uint32_t root;
    size_t first, end; /* of the postings */
    ent_i_bearer bearers[ENT_I_NAMESAKES];
    size_t n;
    bool seated; /* only one has a seat, whichever state it is for */
} ent_i_namesakes;

/* Start from {0}. */
typedef struct ent_i_namesake_list {
    ENT_I_VEC(ent_i_posting) postings; /* by root, then by record */
    ENT_I_VEC(ent_i_namesakes) items;  /* by root */
} ent_i_namesake_list;

/* Finds the names that have several bearers. False when memory runs out; free
 * the list in either case. */
bool ent_i_namesakes_find(ent_i_namesake_list *list, const ent_i_resolution *r,
                          const ent_corpus *corpus);
void ent_i_namesakes_free(ent_i_namesake_list *list);

/* The bearers whom the article may mean, as bits; `posting` may be NULL. */
unsigned ent_i_namesakes_meant(const ent_i_namesakes *names,
                               const ent_i_posting *posting);

#endif
