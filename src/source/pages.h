/* Printed pages, made into running text. */
#ifndef ENTENTE_SOURCE_PAGES_H
#define ENTENTE_SOURCE_PAGES_H

#include "source/document.h"

/* A line as it stands on a page; lengths in points, y downwards. */
typedef struct ent_i_page_line {
    size_t start; /* in the pages' text */
    size_t size;
    float x1, y1, x2, y2;
    uint32_t page;
    bool furniture; /* a running head or a page number */
} ent_i_page_line;

/* Start from {0}. */
typedef struct ent_i_pages {
    ent_i_string text;
    ENT_I_VEC(ent_i_page_line) lines; /* in the order of reading */
    uint32_t count;                   /* of pages */
    bool no_memory;
} ent_i_pages;

/* Adds a line to page pages->count - 1; start and page are set here. */
void ent_i_pages_add(ent_i_pages *pages, const char *text, size_t size,
                     ent_i_page_line place);
/* Puts the lines from this one on, those of a page, in the order of reading;
 * without columns they stay as they are. */
void ent_i_pages_order(ent_i_pages *pages, size_t from);
/* Appends the text, without running heads, feet and page numbers; lines are
 * joined to paragraphs, and words that were broken at the end of a line made
 * whole. The title is what stands in the largest letters of the first page. */
void ent_i_pages_write(ent_i_pages *pages, ent_i_document *out);
void ent_i_pages_free(ent_i_pages *pages);

/* ---- what the parts of pages.c share ---- */

/* Share of the height of a line by which a gap is wider than usual, so that
 * another paragraph begins. */
#define ENT_I_GAP_MORE 0.35F

typedef struct ent_i_page_usual {
    float height; /* of a line */
    float gap;    /* from its foot to the head of the next */
    bool marked;  /* paragraphs have gaps or indents */
} ent_i_page_usual;

static inline const char *ent_i_page_text(const ent_i_pages *pages,
                                          const ent_i_page_line *line)
{
    return pages->text.items + line->start;
}

/* Drops running heads and page numbers; returns whether there were any. */
bool ent_i_pages_drop_heads(ent_i_pages *pages, const ent_i_page_usual *u);

/* How much of line a is to be taken before b is joined, and whether that is
 * without a blank. */
size_t ent_i_pages_join(const ent_i_pages *pages, const ent_i_page_line *a,
                        const ent_i_page_line *b, bool *joined);

#endif
