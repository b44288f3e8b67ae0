/* Who is who across the articles of a corpus.
 *
 *   gather   distinct names (nodes) of all clusters, with what is known of them
 *   merge    full names that are spellings of one another
 *   attach   short names to the full name that they stand for in their article
 *   actors   labels, aliases, identifiers, counts
 *
 * All of it is by index: a name meets only names that sound alike. */
#ifndef ENTENTE_CORPUS_ACROSS_H
#define ENTENTE_CORPUS_ACROSS_H

#include "core/map.h"
#include "core/memory.h"
#include "core/vec.h"
#include "corpus/aliases.h"
#include "corpus/corpus.h"
#include "names/names.h"

/* A distinct name of one type. */
typedef struct ent_i_known_name {
    const char *label;    /* its most frequent spelling */
    uint32_t label_count; /* how often it was seen so */
    uint32_t parent;      /* itself, or the node it was merged into */
    uint32_t articles;    /* articles that name it so, copies left out */
    uint32_t mentions;
    uint32_t last_article; /* the last that was counted */
    uint32_t entry;        /* of the alias file; ENT_NONE */
    uint32_t side;         /* the entry under "not_the_same" that a full name
                              without an entry is like; ENT_NONE */
    uint32_t likely;       /* node that is the likely reading, or ENT_NONE */
    float confidence;      /* of the merging */
    uint8_t reason;        /* an ent_reason */
    uint8_t type;
    uint8_t gender;
    bool full;       /* a person's full name */
    bool seen;       /* in the story of some article */
    bool shared;     /* in several entries of the alias file */
    bool separate;   /* a bare given name: another person in each article */
    ent_i_name name; /* persons only */
} ent_i_known_name;

/* A story cluster of an article, or the mentions of one name that the alias
 * file takes out of it. The corpus has an assignment for each, by index. */
typedef struct ent_i_record {
    uint32_t article;
    uint32_t cluster;
    uint32_t surface;    /* its fullest name */
    uint32_t node;       /* of that name */
    uint32_t stands_for; /* the node that it means */
    uint32_t mentions;
    float confidence;
    uint8_t reason;
    uint8_t gender;
    bool part;       /* taken out of the cluster */
    uint32_t likely; /* node of a reading left open, or ENT_NONE */
} ent_i_record;

/* A spelling as it stands in the text. */
typedef struct ent_i_surface {
    const char *text;
    uint32_t node;
    uint32_t count; /* in story mentions, copies left out */
    uint8_t gender; /* that its title and given name tell */
} ent_i_surface;

typedef struct ent_i_resolution {
    ent_i_aliases aliases;
    ENT_I_VEC(ent_i_known_name) nodes;
    ENT_I_VEC(uint32_t) sides; /* nodes: full names under "not_the_same" */
    ENT_I_VEC(ent_i_record) records;
    ENT_I_VEC(ent_i_surface) surfaces;
    ent_i_strmap node_keys;    /* type and key -> node */
    ent_i_strmap surface_keys; /* type and bytes -> surface */
    ent_i_string spelling;     /* of the name at hand */
    ent_i_keymap habits;       /* short node, full node -> articles */
    ent_i_keymap rivals;       /* pairs of full nodes of one surname that some
                                  article keeps apart */
    ent_i_keymap apart;        /* pairs of entries under "not_the_same" */
    ent_i_arena arena;
} ent_i_resolution;

void ent_i_resolution_clear(ent_i_resolution *r);

/* All of it, with the alias file in r->aliases and the copies known: gather to
 * actors. False when memory is out. */
bool ent_i_decide(ent_i_resolution *r, ent_corpus *corpus,
                  ent_resolve_mode mode);

/* The spelling, made with its node when it is new; ENT_NONE: no memory. */
uint32_t ent_i_surface_of(ent_i_resolution *r, ent_type type, const char *text,
                          size_t size);

/* The node of a name, or ENT_NONE when the corpus has none. */
uint32_t ent_i_find_node(const ent_i_resolution *r, ent_type type,
                         const char *text, size_t size);

/* The node that stands for all merged into it. */
uint32_t ent_i_root(const ent_i_resolution *r, uint32_t node);

/* Makes nodes of the names in the alias file. */
bool ent_i_apply_aliases(ent_i_resolution *r);
/* Brings the names of each entry together. */
void ent_i_merge_entries(ent_i_resolution *r);
/* The entry under "not_the_same" whose names the person's full name is like, or
 * ENT_NONE: like none of them, or like several equally. */
uint32_t ent_i_side_of(const ent_i_resolution *r, const ent_i_name *name);
/* The entry that the name goes with, its own or that of the side it is like;
 * ENT_NONE for none, and for a name of several. */
uint32_t ent_i_entry_of(const ent_i_known_name *node);
/* Whether the alias file keeps two names apart. */
bool ent_i_is_barred(const ent_i_resolution *r, const ent_i_known_name *a,
                     const ent_i_known_name *b);
/* Whether a mention named `brief` has to leave the cluster that its article
 * named `full`; both are nodes. */
bool ent_i_are_parted(const ent_i_resolution *r, uint32_t brief, uint32_t full);
/* Marks the actors that a list of names (one a line, "#" begins a remark) says
 * to leave out. */
ent_status ent_i_exclude(ent_corpus *corpus, const char *path,
                         ent_error *error);

/* Makes the records, and notes in corpus->assigned which mention has which. */
bool ent_i_gather(ent_i_resolution *r, ent_corpus *corpus);
bool ent_i_merge(ent_i_resolution *r);
bool ent_i_attach(ent_i_resolution *r, const ent_corpus *corpus);
/* Makes the actors and the assignments. */
bool ent_i_make_actors(ent_i_resolution *r, ent_corpus *corpus,
                       ent_resolve_mode mode);

#endif
