/* Names within one article, on their way to becoming clusters. */
#ifndef ENTENTE_CLUSTER_GROUP_H
#define ENTENTE_CLUSTER_GROUP_H

#include "core/map.h"
#include "core/vec.h"
#include "names/names.h"
#include "text/text.h"

/* All mentions of one type and role that are written alike. */
typedef struct ent_i_form {
    const char *text; /* in the article */
    uint32_t size;
    uint32_t first; /* its first mention */
    uint32_t count; /* of mentions */
    uint32_t group; /* where all its mentions go; ENT_NONE: decided for each */
    uint8_t type;
    uint8_t role;
    bool title;      /* the mention is a title: "Mr." in "Mr. and Mrs. Roe" */
    bool half;       /* a given name with the next one's surname */
    ent_i_name name; /* persons only */
} ent_i_form;

enum { ENT_I_GROUP_TITLES = 6 };

/* Mentions that stand for one person or thing. */
typedef struct ent_i_group {
    const char *text; /* the fullest form */
    uint32_t size;
    uint32_t first;                      /* its first mention in full */
    uint32_t last;                       /* the last mention assigned to it */
    uint32_t briefs;                     /* mentions by a short name so far */
    uint32_t titles[ENT_I_GROUP_TITLES]; /* hashes of words of its titles */
    uint8_t title_count;
    uint8_t gender;
    bool speaks; /* somewhere so far: "Ann Roe said" */
    bool half;   /* its full name is nowhere written: "Peter and Joan Roe" */
    uint32_t cluster; /* ENT_NONE until a mention needs it */
    float confidence; /* of the least certain mention */
    ent_i_name name;  /* persons only */
} ent_i_group;

typedef struct ent_i_grouping {
    ent_article *article;
    const ent_i_text *text;
    ENT_I_VEC(ent_i_form) forms;
    ENT_I_VEC(ent_i_group) groups;
    uint32_t *form_of;  /* by mention */
    uint32_t *group_of; /* by mention */
} ent_i_grouping;

/* Adds a group named after the form; ENT_NONE when memory runs out. */
uint32_t ent_i_group_add(ent_i_grouping *g, const char *text, uint32_t size,
                         const ent_i_name *name);

/* Gives the mentions in article->joint forms of their own, with the surname
 * that they share, and so those whom brackets complete. */
bool ent_i_couple_forms(ent_i_grouping *g);

/* Gives the mentions of a given name behind a monarch's title ("King Harald")
 * forms of their own, with the title. */
bool ent_i_reign_forms(ent_i_grouping *g);

/* Makes persons of forms that are the letters of a full name in the article. */
void ent_i_letter_forms(ent_i_grouping *g);

/* Assigns each mention of a person in the story to a group. */
bool ent_i_group_persons(ent_i_grouping *g);

/* Makes the names that persons were born with theirs ("Ann Roe, née Doe"),
 * after persons are grouped. */
void ent_i_join_maiden(ent_i_grouping *g);

/* The same for organisations, places and the rest. */
bool ent_i_group_things(ent_i_grouping *g);

/* For person forms that have no full name among the mentions: looks in the text
 * for a full name around the word ("Michael Allen" where only "Allen" was
 * marked) and makes a group of it. wanted[i] says whether to look for form
 * i. */
bool ent_i_group_from_text(ent_i_grouping *g, const bool *wanted);

#endif
