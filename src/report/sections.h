/* The sections of the centrality report. */
#ifndef ENTENTE_REPORT_SECTIONS_H
#define ENTENTE_REPORT_SECTIONS_H

#include "report/page.h"
#include "report/rank.h"

/* Two actors with a stated contact. */
typedef struct ent_i_met {
    const ent_tie *tie;
    size_t index;         /* in the network */
    uint32_t encounters;  /* of the chosen kinds and standings */
    uint32_t held;        /* of its evidence */
    ent_date first, last; /* day of the held ones; ENT_NO_DATE: unknown */
} ent_i_met;

/* Who stands for a community: its strongest members, NULL for none. */
enum { ENT_I_LEADERS = 2 };
typedef struct ent_i_group {
    const ent_node *leaders[ENT_I_LEADERS];
    uint32_t size; /* members shown */
} ent_i_group;

/* What several sections are about. Start from {0}. */
typedef struct ent_i_contents {
    const ent_network *network;
    size_t by;             /* the measure that nodes are ranked by */
    ent_i_ranking central; /* by it */
    ent_i_ranking between; /* by what brokers are ranked by */
    const ent_i_ranked_node **brokers; /* those of it in several communities */
    size_t broker_count;
    ent_i_group *groups; /* by community */
    size_t group_count;
    ENT_I_VEC(ent_i_met) met; /* most events first */
} ent_i_contents;

/* Of brokers `by` is the measure if it was asked for. False when memory is
 * out; free the contents in any case. */
bool ent_i_contents_make(ent_i_contents *out, const ent_network *network,
                         size_t by, size_t brokers_by);
void ent_i_contents_free(ent_i_contents *of);

/* The answers in a few lines, for people. */
void ent_i_put_answers(ent_i_page *page, const ent_i_contents *of);
/* Who is central, in the ranking's order, with every measure. */
void ent_i_put_nodes(ent_i_page *page, const ent_i_contents *of);
/* Who connects groups, which groups, and through whom. */
void ent_i_put_brokers(ent_i_page *page, const ent_i_contents *of);
/* The ties between communities. */
void ent_i_put_between(ent_i_page *page, const ent_network *network);
/* Who met whom and when, with the best evidence. */
void ent_i_put_met(ent_i_page *page, const ent_i_contents *of);
/* Who is tied to whom, strongest ties first. */
void ent_i_put_ties(ent_i_page *page, const ent_i_ranking *of);
/* The communities, each with its members that are shown. */
void ent_i_put_groups(ent_i_page *page, const ent_i_contents *of);
/* Articles and contacts through time. */
void ent_i_put_activity(ent_i_page *page, const ent_network *network);
/* The network in figures. */
void ent_i_put_figures(ent_i_page *page, const ent_network *network);
/* How all this was found: definitions, options, what was left out. */
void ent_i_put_method(ent_i_page *page, const ent_network *network);

/* Adds a note, if there is any text and it was `good`. */
void ent_i_put_note(ent_i_page *page, const ent_i_string *text, bool good);
typedef bool ent_i_has_measure(const ent_i_page *page,
                               const ent_measure *measure);
/* A note on what the measures mean that a table has. */
void ent_i_put_glosses(ent_i_page *page, ent_i_has_measure *has);

/* The network through time, names ranked by the measure numbered `by`; nothing
 * where it has no slices. */
void ent_i_put_slices(ent_i_page *page, const ent_i_ranking *of, size_t by);

/* People count groups from 1; programs from 0, as in the exported files.
 * Without a group the result is NaN, not 0, which is the largest group. */
double ent_i_group_number(const ent_i_page *page, size_t index);
/* "3 · John Roe, Sergei Rokov", for programs without the number; in the
 * arena, NULL when memory is out. */
const char *ent_i_group_name(ent_i_page *page, ent_i_arena *arena,
                             const ent_i_contents *of, uint32_t community);

#endif
