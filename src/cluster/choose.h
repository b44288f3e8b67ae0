/* Which of the persons that a short name fits a mention means. */
#ifndef ENTENTE_CLUSTER_CHOOSE_H
#define ENTENTE_CLUSTER_CHOOSE_H

#include "cluster/group.h"
#include "names/compare.h"

/* No article has this many people of one name; it limits the work on lists. */
enum { ENT_I_NAMESAKES = 64 };

typedef struct ent_i_candidate {
    uint32_t group;
    ent_i_short_kind kind;
} ent_i_candidate;

typedef struct ent_i_candidates {
    ent_i_candidate items[ENT_I_NAMESAKES];
    size_t n;
} ent_i_candidates;

/* The evidence that one mention brings with it. */
typedef struct ent_i_clue {
    unsigned gender;
    unsigned pronoun; /* the gender of a pronoun after it: a hint */
    uint32_t titles[ENT_I_GROUP_TITLES];
    size_t title_count;
    bool speaks; /* "Roe said" */
} ent_i_clue;

/* The words of the title before a mention; size 0 when it has none. */
void ent_i_title_before(const ent_article *article, const ent_mention *m,
                        const char **title, size_t *size);

ent_i_clue ent_i_clue_of(const ent_i_grouping *g, uint32_t mention);

/* The group learns from each mention in turn, as a reader would. */
void ent_i_note_mention(ent_i_group *group, uint32_t mention,
                        const ent_i_clue *c);

/* Two known genders that have nothing in common. */
bool ent_i_gender_speaks_against(const ent_i_group *group, const ent_i_clue *c);

/* Whether the mention before is one of this group, joined to this one, whose
 * title tells the two apart. */
bool ent_i_is_joined_before(const ent_i_grouping *g, uint32_t group,
                            uint32_t mention);

/* The best of the groups that the gender allows, or ENT_NONE. If there was a
 * choice, the whole group is less certain from then on. */
uint32_t ent_i_choose_group(ent_i_grouping *g, const ent_i_candidates *found,
                            uint32_t mention, const ent_i_clue *c);

#endif
