/* What is known about each block of a page, in numbers. */
#ifndef ENTENTE_SOURCE_HTML_TRAITS_H
#define ENTENTE_SOURCE_HTML_TRAITS_H

#include "source/html.h"

/* The traits of a block by itself. Those before ENT_I_T_NEAR_END are known of
 * its neighbours too. The model of html_judge.c knows them by their numbers:
 * a change asks for new training (tests/bench/train_pages.py). */
enum {
    ENT_I_T_BYTES,
    ENT_I_T_LINKS, /* share of the bytes */
    ENT_I_T_STOP,  /* ends like a sentence */
    ENT_I_T_CHAIN,
    ENT_I_T_SAYS, /* weight of its first words */
    ENT_I_T_TAG,  /* an ordered kind of element */
    ENT_I_T_OWN,
    ENT_I_T_NEAR_END,
    ENT_I_T_PARENT =
        ENT_I_T_NEAR_END, /* weight of the element around its own */
    ENT_I_T_GRANDPARENT,
    ENT_I_T_LEAST,
    ENT_I_T_MOST,
    ENT_I_T_BOLD,     /* share */
    ENT_I_T_STOPS,    /* sentence ends within, per kB */
    ENT_I_T_COMMAS,   /* per kB */
    ENT_I_T_CAPITALS, /* share of the words */
    ENT_I_T_DIGITS,   /* share of the bytes */
    ENT_I_T_WORD,     /* bytes a word */
    ENT_I_T_DEPTH,
    ENT_I_T_KIDS,
    ENT_I_T_PARENT_KIDS,
    ENT_I_T_PARENT_LINKS, /* share of the parent's bytes */
    ENT_I_T_PROSE,        /* of the element around its own, share of the most */
    ENT_I_T_PROSE_TWO,    /* of the one around that */
    ENT_I_T_PROSE_BYTES,
    ENT_I_T_LINKS_TWO,
    ENT_I_T_AWAY,       /* steps up to an element that holds the top one */
    ENT_I_T_IN_TOP,     /* within the element with most prose */
    ENT_I_T_PLACE,      /* share of the page's text before it */
    ENT_I_T_BEHIND,     /* blocks since the title's */
    ENT_I_T_SAME,       /* has the title's words */
    ENT_I_T_LAST_PROSE, /* blocks since the last prose */
    ENT_I_T_NEXT_PROSE, /* blocks to the next */
    ENT_I_T_REST,       /* share of the page's prose that comes later */
    ENT_I_T_PAGE_BYTES,
    ENT_I_T_PAGE_LINKS,
    ENT_I_T_PAGE_PROSE,
    ENT_I_T_BODY, /* 1: stands in the body that the page states; -1: not */
    ENT_I_T_IN,
    ENT_I_T_OWN_COUNT = ENT_I_T_IN + ENT_I_IN_COUNT
};

/* Neighbours: one and two before, one and two behind. */
enum {
    ENT_I_NEIGHBOURS = 4,
    ENT_I_T_COUNT = ENT_I_T_OWN_COUNT + ENT_I_NEIGHBOURS * ENT_I_T_NEAR_END
};

/* What the page says of itself, in folded text; "" where it doesn't. */
typedef struct ent_i_html_hints {
    const char *title;
    const char *body;
} ent_i_html_hints;

/* ENT_I_T_COUNT numbers for each block, to be freed with ent_i_free; NULL when
 * memory is out. */
float *ent_i_html_traits(const ent_i_html_page *page,
                         const ent_i_html_hints *hints);

/* How surely each of n blocks belongs to the story, above 0, or doesn't, as a
 * logit; false when memory is out. */
bool ent_i_html_judge(double *out, const float *traits, size_t n);

#endif
