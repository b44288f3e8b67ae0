/* The alias file: the user's decisions on who is who.
 *
 *   {"actors": [
 *      {"name": "John Roe",             the name to show, and one of its names
 *       "type": "person",               what the actor is; this is the default
 *       "types": ["person", "org"],     the types of mentions that it covers;
 *                                       the default is its own type
 *       "aliases": ["J. F. Roe"],       other names of the same actor
 *       "rename": "Secretary Roe",      shown instead of "name"
 *       "drop": true,                   leave the actor out of the network
 *       "perhaps": "Joe Dunn",          written for a name left open, which an
 *                                       unedited entry leaves open again
 *       "as_written": "3f0c..."}],      written by `entente resolve`: while it
 *                                       matches, nobody has edited the entry
 *    "not_the_same": [["George Dunn", "George M. Dunn"]]}
 *
 * The array of actors alone is accepted too. Case, accents, titles and marks in
 * names are ignored; other keys are refused. For a name in two entries, the
 * resolver decides article by article; but a full name in an entry of the user
 * is the user's, and so is all of an unedited entry that is called by a name of
 * the user's. Names of the user's entries are never merged with those of other
 * entries, and under "not_the_same" the forms of one name are kept apart from
 * the forms of the other.
 *
 * An entry that nobody has edited says what these articles say, too, so it
 * decides nothing that they decide: it is only recalled for names that they
 * leave open (recall.c), as those of other articles may. */
#ifndef ENTENTE_CORPUS_ALIASES_H
#define ENTENTE_CORPUS_ALIASES_H

#include "core/memory.h"
#include "core/vec.h"
#include "entente/corpus.h"

struct ent_i_verdict; /* corpus.h */

typedef struct ent_i_alias_entry {
    const char *name;   /* as the file has it */
    const char *label;  /* as shown */
    uint8_t type;       /* an ent_type */
    bool drop;          /* leave the actor out */
    bool edited;        /* by the user, or not written by the program */
    bool only_separate; /* made for a name under "not_the_same" */
    bool apart;         /* has a name under "not_the_same" */
    bool stated;        /* a decision: edited, or apart; set when applied */
    bool given_up;      /* has both names of a pair; set when applied */
    uint32_t into;      /* the user's entry that has its name, or ENT_NONE; */
    uint32_t head;      /* the node of its first name, or ENT_NONE; both set
                         * when applied */
} ent_i_alias_entry;

typedef struct ent_i_alias_name {
    const char *text;
    uint32_t entry; /* ENT_NONE: undecided, left to the resolver */
    uint32_t node;  /* in the resolution; ENT_NONE unless it is applied */
    uint8_t type;   /* of the mentions it covers */
    bool chosen;    /* by the user, not kept from what the program wrote */
} ent_i_alias_name;

/* Two names under "not_the_same". */
typedef struct ent_i_alias_pair {
    const char *a;
    const char *b;
    uint32_t a_nodes[ENT_TYPE_COUNT]; /* by type of mention, */
    uint32_t b_nodes[ENT_TYPE_COUNT]; /* set when applied */
} ent_i_alias_pair;

/* Start from {0}. */
typedef struct ent_i_aliases {
    ENT_I_VEC(ent_i_alias_entry) entries;
    ENT_I_VEC(ent_i_alias_name) names;
    ENT_I_VEC(ent_i_alias_pair) pairs;
    ent_i_arena arena;
} ent_i_aliases;

/* Reads an alias file. Fails with ENT_ERR_NOT_FOUND, ENT_ERR_IO,
 * ENT_ERR_MEMORY, or ENT_ERR_FORMAT with line and byte. */
ent_status ent_i_aliases_read(ent_i_aliases *aliases, const char *path,
                              ent_error *error);
/* Adds an answer as if it stood in the file: an alias of the entry for the
 * actor, or a pair under "not_the_same". False when memory runs out. */
bool ent_i_aliases_answer(ent_i_aliases *aliases,
                          const struct ent_i_verdict *answer);
void ent_i_aliases_free(ent_i_aliases *aliases);

/* What "as_written" must be if nobody has edited the entry, from its name,
 * type, types of mentions (1u << ent_type for each) and aliases. `out` has 17
 * bytes. */
void ent_i_alias_seal(const char *name, ent_type type, unsigned types,
                      const char *const *aliases, size_t count, char *out);

/* Reads a whole file and ends it with NUL. ENT_ERR_NOT_FOUND, ENT_ERR_IO,
 * ENT_ERR_LIMIT over 1 GB, or ENT_ERR_MEMORY. */
ent_status ent_i_read_list(const char *path, char **bytes, size_t *size,
                           ent_error *error);

#endif
