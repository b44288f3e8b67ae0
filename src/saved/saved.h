/* Networks as files hold them. */
#ifndef ENTENTE_SAVED_SAVED_H
#define ENTENTE_SAVED_SAVED_H

#include "core/map.h"
#include "core/vec.h"
#include "entente/article.h"
#include "entente/saved.h"

/* Strings live in the network's arena. */
typedef struct ent_i_saved_node {
    const char *id;
    const char *label;
    const char *type;
    const char **aliases;
    size_t alias_count;
    uint32_t mentions;
    uint32_t articles;
    double strength; /* sum of the weights of its ties */
    ent_date first;
    ent_date last;
} ent_i_saved_node;

typedef struct ent_i_saved_tie {
    uint32_t source; /* index of a node, below target */
    uint32_t target;
    double weight;
    uint32_t count;
    uint32_t articles;
    ent_date first;
    ent_date last;
} ent_i_saved_tie;

typedef struct ent_i_saved_setting {
    const char *name;
    const char *value;
} ent_i_saved_setting;

struct ent_saved {
    const char *path;
    uint32_t articles; /* counted */
    ent_date first;
    ent_date last;
    ENT_I_VEC(ent_i_saved_node) nodes;
    ENT_I_VEC(ent_i_saved_tie) ties;
    ENT_I_VEC(ent_i_saved_setting) settings;
    ent_i_strmap by_id;   /* index of a node */
    ent_i_keymap by_ends; /* ent_i_pair_key of two nodes to index of a tie */
    ent_i_arena arena;
};

#endif
