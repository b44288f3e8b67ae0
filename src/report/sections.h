/* The sections of the centrality report. */
#ifndef ENTENTE_REPORT_SECTIONS_H
#define ENTENTE_REPORT_SECTIONS_H

#include "report/page.h"
#include "report/rank.h"

/* Who is central, in the ranking's order, with every measure. */
void ent_i_put_nodes(ent_i_page *page, const ent_i_ranking *of);
/* Who is tied to whom, strongest ties first. */
void ent_i_put_ties(ent_i_page *page, const ent_i_ranking *of);
/* The communities, each with its members that are shown. */
void ent_i_put_groups(ent_i_page *page, const ent_i_ranking *of);

/* The network through time, names ranked by the measure numbered `by`; nothing
 * where it has no slices. */
void ent_i_put_slices(ent_i_page *page, const ent_i_ranking *of, size_t by);

/* People count groups from 1; programs from 0, as in the exported files.
 * Without a group the result is NaN, not 0, which is the largest group. */
double ent_i_group_number(const ent_i_page *page, size_t index);

#endif
