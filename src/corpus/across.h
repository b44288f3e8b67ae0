/* Who is who across the articles of a corpus.
 *
 *   gather   collects the distinct names (nodes) of all clusters
 *   judge    finds names of things taken for persons, cuts glued words off
 *   merge    joins full names that are spellings of one another
 *   other_names  joins full names that articles say to be one person's
 *   recall   joins names, and at last reads them, as a written alias file says
 *   divide   parts two persons of one full name
 *   release  parts bare surnames that mean another bearer from the article's
 *   attach   links short names to the full name that their article means
 *   things   the same for initials of organisations; one type for each thing
 *   actors   makes labels, aliases, identifiers and counts
 *
 * Everything uses indexes: names are compared only if they sound alike. */
#ifndef ENTENTE_CORPUS_ACROSS_H
#define ENTENTE_CORPUS_ACROSS_H

#include "core/map.h"
#include "core/memory.h"
#include "core/vec.h"
#include "corpus/aliases.h"
#include "corpus/corpus.h"
#include "corpus/signs.h"
#include "names/names.h"

/* No one entry, since the program wrote the name in several, or in none but
 * left it open. */
#define ENT_I_SEVERAL (ENT_NONE - 1)
#define ENT_I_LEFT_OPEN (ENT_NONE - 2)

/* A distinct name of one type, called a node. */
typedef struct ent_i_known_name {
    const char *label;    /* its most frequent spelling */
    uint32_t label_count; /* how often it is spelt this way */
    uint32_t parent;      /* itself, or the node it was merged into */
    uint32_t articles;    /* articles that use the name, without copies */
    uint32_t mentions;
    uint32_t last_article; /* the last one counted */
    uint32_t entry;        /* of the user in the alias file; ENT_NONE */
    uint32_t told;         /* the entry that the program wrote there; ENT_NONE,
                            * ENT_I_SEVERAL or ENT_I_LEFT_OPEN */
    uint32_t side;         /* for a full name without an entry: the one under
                            * "not_the_same" that it resembles; ENT_NONE */
    uint32_t likely;       /* the last node that it probably means, where it is
                            * left open; or ENT_NONE */
    float confidence;      /* in the merge */
    uint8_t reason;        /* an ent_reason */
    uint8_t type;
    uint8_t read_as; /* the type of its mentions */
    uint8_t gender;
    bool full;       /* a person's full name */
    bool seen;       /* in the story of some article */
    bool shared;     /* in an entry of the user and in another one */
    bool cut;        /* merged without its last words, which are no surname */
    bool separate;   /* a bare given name: a different person in each article */
    bool ambiguous;  /* where it is left open, not always the same is likely */
    ent_i_name name; /* persons only */
    ent_i_signs signs; /* of a person; persons only */
} ent_i_known_name;

/* Whether a bare surname is the person's whose cluster it was in. */
typedef enum ent_i_leaving {
    ENT_I_STAYS,     /* it is */
    ENT_I_MAY_LEAVE, /* if the surroundings speak for another */
    ENT_I_LEAVES,    /* it is not */
    ENT_I_CUT        /* it was in no cluster: a glued word is cut off it */
} ent_i_leaving;

/* A cluster of an article's story, or the mentions of one name that the alias
 * file removes from it. Each has a corpus assignment with the same index. */
typedef struct ent_i_record {
    uint32_t article;
    uint32_t cluster;
    uint32_t surface;    /* its fullest name */
    uint32_t node;       /* the node of that name */
    uint32_t stands_for; /* the node it means */
    uint32_t mentions;
    uint32_t left;     /* node of the cluster that it leaves, or ENT_NONE */
    uint32_t likely;   /* the probable node of a name left open, or ENT_NONE */
    const char *title; /* before some mention, or NULL */
    float confidence;
    uint32_t kin_root; /* the node with his surname, if kin; or ENT_NONE */
    uint16_t cased;    /* signs.h, of the article: at most UINT16_MAX */
    uint8_t reason;
    uint8_t gender;
    uint8_t leaving; /* an ent_i_leaving */
    bool part;       /* removed from the cluster */
    bool kin;        /* a given name, by a word of kinship before it, */
    bool owned;      /* of somebody named before him */
} ent_i_record;

/* A spelling as found in the text. */
typedef struct ent_i_surface {
    const char *text;
    uint32_t node;
    uint32_t count; /* mentions in stories, without copies */
    uint8_t gender; /* by its title and given name */
} ent_i_surface;

/* Two full names of one cluster that are no spellings of each other. */
typedef struct ent_i_other_name {
    uint32_t name, other; /* nodes */
} ent_i_other_name;

typedef struct ent_i_resolution {
    ent_i_aliases aliases;
    ENT_I_VEC(ent_i_known_name) nodes;
    ENT_I_VEC(uint32_t) sides; /* nodes: full names under "not_the_same" */
    ENT_I_VEC(ent_i_record)
    records;            /* by article, of which each has many; use
                           ent_i_record_at */
    ent_i_spill *spill; /* the corpus's, if the records lie there */
    ENT_I_VEC(ent_i_surface) surfaces;
    ent_i_strmap node_keys;    /* type and key -> node */
    ent_i_strmap surface_keys; /* type and bytes -> surface */
    ent_i_strmap titles;       /* of the records; few, while articles may lie on
                                * the disk */
    ent_i_strmap told_keys;    /* type and key -> told, see above */
    ent_i_string spelling;     /* of the current name */
    ent_i_keymap habits;       /* short node, full node -> articles */
    ent_i_keymap briefs;       /* an organisation's initials or first word, its
                                * name -> articles that have both */
    ent_i_keymap rivals;       /* pairs of full nodes with one surname -> how
                                * many articles keep them apart */
    ent_i_keymap apart;        /* pairs of entries under "not_the_same" */
    ENT_I_VEC(ent_i_other_name) other_names; /* once an article */
    ent_i_arena arena;
} ent_i_resolution;

struct ent_i_bearers; /* bearers.h */

void ent_i_resolution_clear(ent_i_resolution *r);

static inline ent_i_record *ent_i_record_at(const ent_i_resolution *r, size_t i)
{
    ent_i_spill_walk(r->spill, &r->records.items[i]);
    return &r->records.items[i];
}

/* Whether the article counts; copies do only on request. */
static inline bool ent_i_counts(const ent_corpus *corpus, uint32_t article)
{
    return corpus->count_copies || corpus->copy_of.items[article] == ENT_NONE;
}

/* The signs of the record's mentions of a person, read anew: few records are
 * asked about, and those of all would take half as much memory as these. */
ent_i_signs ent_i_signs_of(const ent_i_resolution *r, const ent_corpus *corpus,
                           const ent_i_record *record);

/* Does it all, from gather to actors. The aliases and the copies must already
 * be in place. False when memory runs out. */
bool ent_i_decide(ent_i_resolution *r, ent_corpus *corpus,
                  ent_resolve_mode mode);

/* The spelling, added together with its node if new; ENT_NONE when memory runs
 * out. */
uint32_t ent_i_surface_of(ent_i_resolution *r, ent_type type, const char *text,
                          size_t size);

/* The spelling of a mention that has a cluster: its text, or the cluster's name
 * where it is a title ("Mr." in "Mr. and Mrs. Roe"). */
uint32_t ent_i_mention_surface(ent_i_resolution *r, const ent_article *article,
                               const ent_mention *m);

/* The node of a name, or ENT_NONE when the corpus has none. */
uint32_t ent_i_find_node(const ent_i_resolution *r, ent_type type,
                         const char *text, size_t size);

/* Notes that the program wrote the name in this entry of the alias file;
 * ENT_NONE for a name that it left open. False when memory runs out. */
bool ent_i_tell(ent_i_resolution *r, ent_type type, const char *text,
                uint32_t entry);

/* The node of a name that something in the articles is found to have, added and
 * shown by it if new; ENT_NONE when memory runs out. */
uint32_t ent_i_node_called(ent_i_resolution *r, ent_type type,
                           const char *name);

/* The node that stands for everything merged into it. */
uint32_t ent_i_root(const ent_i_resolution *r, uint32_t node);

/* Makes nodes for the user's names in the alias file, and notes the others. */
bool ent_i_apply_aliases(ent_i_resolution *r);
/* Merges the names of each entry of the user. */
void ent_i_merge_entries(ent_i_resolution *r);
/* The entry under "not_the_same" with names that the person's full name
 * resembles. ENT_NONE when it resembles none of them, or several equally. */
uint32_t ent_i_side_of(const ent_i_resolution *r, const ent_i_name *name);
/* The entry that the name belongs to: its own, or the one it resembles under
 * "not_the_same". ENT_NONE for no entry, or for a name in several. */
uint32_t ent_i_entry_of(const ent_i_known_name *node);
/* Whether the user says whose the name is, wherever it stands. */
static inline bool ent_i_is_bound(const ent_i_known_name *node)
{
    return node->entry != ENT_NONE && !node->shared;
}
/* Whether the user made the entry. One that the program wrote and nobody edited
 * changes nothing within an article. */
bool ent_i_is_users(const ent_i_resolution *r, uint32_t entry);
/* Whether the alias file keeps two names apart. */
bool ent_i_is_barred(const ent_i_resolution *r, const ent_i_known_name *a,
                     const ent_i_known_name *b);
/* Whether a mention named `brief` must leave the cluster that its article named
 * `full`; both are nodes. */
bool ent_i_are_parted(const ent_i_resolution *r, uint32_t brief, uint32_t full);
/* Marks the actors to leave out, read from a list of names: one per line, "#"
 * starts a comment. Warns of names that leave out nobody. */
ent_status ent_i_exclude(ent_corpus *corpus, const char *path,
                         ent_error *error);

/* Shows each name in its most frequent spelling. */
void ent_i_choose_labels(ent_i_resolution *r);
/* Makes the records and sets each mention's record in corpus->assigned. */
bool ent_i_gather(ent_i_resolution *r, ent_corpus *corpus);
/* Tells which of the persons' names are none; before names are merged. */
bool ent_i_judge(ent_i_resolution *r, const ent_corpus *corpus);
bool ent_i_merge(ent_i_resolution *r, const ent_corpus *corpus);
/* Makes the node `into`, a root, represent what `node`, another, stood for, and
 * passes on what is known of that: gender and entry in the alias file. */
void ent_i_stand_for(ent_i_resolution *r, uint32_t into, uint32_t node,
                     ent_reason reason);
/* Joins persons whom articles call by two names that look nothing alike, after
 * merging, which joins spellings. False when memory runs out. */
bool ent_i_join_other_names(ent_i_resolution *r, const ent_corpus *corpus);
/* Joins full names that the program wrote in one entry of the alias file, where
 * the articles don't. */
void ent_i_recall_spellings(ent_i_resolution *r);
/* Reads names that the articles leave open as the program did when it wrote the
 * alias file; after attaching. False when memory runs out. */
bool ent_i_recall_meanings(ent_i_resolution *r);
/* Parts persons of one full name who have posts that nobody has both of
 * (namesakes.h); after merging. False when memory runs out. */
bool ent_i_divide_namesakes(ent_i_resolution *r, const ent_corpus *corpus);
/* Parts bare surnames from clusters of other bearers; after merging. */
bool ent_i_release(ent_i_resolution *r, ent_corpus *corpus,
                   const struct ent_i_bearers *bearers);
bool ent_i_attach(ent_i_resolution *r, const ent_corpus *corpus,
                  const struct ent_i_bearers *bearers);
/* Links initials to the organisation that other articles explain them by, and
 * names of organisations to places of the same name or the other way round;
 * after attaching. False when memory runs out. */
bool ent_i_attach_things(ent_i_resolution *r);
/* Gives the names in furniture the actors that they mean, if these are in a
 * story; after the actors are made. */
bool ent_i_assign_outside(const ent_i_resolution *r, ent_corpus *corpus,
                          ent_resolve_mode mode);
/* Makes the actors and the assignments. */
bool ent_i_make_actors(ent_i_resolution *r, ent_corpus *corpus,
                       ent_resolve_mode mode);

#endif
