/* The alias file: what the user has decided on who is who.
 *
 *   {"actors": [
 *      {"name": "John Kerry",           shown so, and one of its names
 *       "type": "person",               the default; what the actor is
 *       "types": ["person", "org"],     the types of mentions that it takes in;
 *                                       the default is its own type
 *       "aliases": ["J. F. Kerry"],     other names of his: the same
 *       "rename": "Secretary Kerry",    shown so instead of "name"
 *       "drop": true,                   leave him out of the network
 *       "perhaps": "Jeb Bush",          put there for a name left open, which
 *                                       an unedited entry leaves open again
 *       "as_written": "3f0c..."}],      put there by `entente resolve`: while
 *                                       it fits, nobody has edited the entry
 *    "not_the_same": [["George Bush", "George W. Bush"]]}
 *
 * The array of actors alone will do, too. Case, accents, titles and marks in
 * names are ignored; keys other than these are refused. A name in two entries
 * is left to the resolver to decide from article to article; names of different
 * entries are never brought together, and forms of one name under
 * "not_the_same" keep apart from the forms of the other. */
#ifndef ENTENTE_CORPUS_ALIASES_H
#define ENTENTE_CORPUS_ALIASES_H

#include "core/memory.h"
#include "core/vec.h"
#include "entente/corpus.h"

/* An entry of the file. */
typedef struct ent_i_alias_entry {
    const char *name;   /* as the file calls it */
    const char *label;  /* as shown */
    uint8_t type;       /* an ent_type */
    bool drop;          /* leave the actor out */
    bool edited;        /* by the user, or never written by the program */
    bool only_separate; /* made for a name under "not_the_same" */
    bool apart;         /* has a name under "not_the_same" */
} ent_i_alias_entry;

/* A name of an entry. */
typedef struct ent_i_alias_name {
    const char *text;
    uint32_t entry; /* ENT_NONE: left open, for the resolver to decide */
    uint32_t node;  /* of the resolution; ENT_NONE until it is applied */
    uint8_t type;   /* of the mentions meant */
} ent_i_alias_name;

/* Two names that are not the same. */
typedef struct ent_i_alias_pair {
    const char *a;
    const char *b;
    uint32_t a_nodes[ENT_TYPE_COUNT]; /* of the resolution, by type of the */
    uint32_t b_nodes[ENT_TYPE_COUNT]; /* mentions meant; once applied */
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
void ent_i_aliases_free(ent_i_aliases *aliases);

/* What "as_written" must be for an entry that nobody has edited: of its name,
 * type, types of mentions (1u << ent_type each) and aliases. out has 17
 * bytes. */
void ent_i_alias_seal(const char *name, ent_type type, unsigned types,
                      const char *const *aliases, size_t count, char *out);

/* A whole file, NUL-terminated; ENT_ERR_NOT_FOUND, ENT_ERR_IO, ENT_ERR_LIMIT
 * over 1 GB, or ENT_ERR_MEMORY. */
ent_status ent_i_read_list(const char *path, char **bytes, size_t *size,
                           ent_error *error);

#endif
