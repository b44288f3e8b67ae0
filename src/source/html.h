/* Web pages: from bytes to the article's text and what its markup says about
 * it. The steps, a file each:
 *   html_trim    drops scripts and comments, keeps JSON-LD, bounds nesting
 *   html_tree    parses by Gumbo within an arena
 *   html_blocks  cuts the tree into blocks of text, with what surrounds them
 *   html_traits  describes each block in numbers
 *   html_judge   tells the story's blocks from the others
 *   html_outside leaves out what is no part of any story
 *   html_facts   title, date, author, site and so on, from the markup
 *   html_ld      the same from JSON-LD
 *   html_byline  the author, from words
 */
#ifndef ENTENTE_SOURCE_HTML_H
#define ENTENTE_SOURCE_HTML_H

#include <gumbo.h>

#include "core/article.h"
#include "core/memory.h"
#include "core/vec.h"

/* ---- trimming ---- */

/* What the page holds beside its markup. */
typedef struct ent_i_html_source {
    ent_i_string markup; /* without scripts, styles and comments */
    ent_i_string data;   /* the scripts of JSON-LD, a NUL after each */
} ent_i_html_source;

/* Fails with ENT_ERR_LIMIT where the page is too large, or elements are nested
 * so deeply that a parser would take ages. */
ent_status ent_i_html_trim(ent_i_html_source *out, const char *bytes,
                           size_t size, ent_error *error);

/* The encoding that a <meta> among the first bytes states, copied to name;
 * NULL when there is none. */
const char *ent_i_html_charset(const char *bytes, size_t size, char *name,
                               size_t room);

/* ---- parsing ---- */

/* The tree lives in the arena; markup must live as long. */
ent_status ent_i_html_parse(const GumboNode **root, ent_i_arena *arena,
                            const ent_i_string *markup, ent_error *error);

/* The value of an attribute, or NULL. */
const char *ent_i_html_attribute(const GumboNode *element, const char *name);
/* The node after this one in the order of the document, below top; its own
 * children are passed over when inside is false. NULL at the end. */
const GumboNode *ent_i_html_next(const GumboNode *node, const GumboNode *top,
                                 bool inside);
/* Appends the text below the node, with white space folded. */
bool ent_i_html_text_of(ent_i_string *out, const GumboNode *node);
/* Appends text with each run of white space as one blank, without what is
 * never seen (soft hyphens, marks of width zero). */
bool ent_i_html_fold(ent_i_string *out, const char *text);

/* ---- blocks ---- */

/* What an element is, or stands in. */
enum {
    ENT_I_IN_ARTICLE = 1 << 0,
    ENT_I_IN_MAIN = 1 << 1,
    ENT_I_IN_NAV = 1 << 2,
    ENT_I_IN_ASIDE = 1 << 3,
    ENT_I_IN_HEADER = 1 << 4,
    ENT_I_IN_FOOTER = 1 << 5,
    ENT_I_IN_FORM = 1 << 6,
    ENT_I_IN_TABLE = 1 << 7,
    ENT_I_IN_LIST = 1 << 8,
    ENT_I_IN_FIGURE = 1 << 9,
    ENT_I_IN_QUOTE = 1 << 10,
    ENT_I_IN_HIDDEN = 1 << 11,
    ENT_I_IN_BODY = 1 << 12, /* itemprop="articleBody" */
    ENT_I_IN_LINK = 1 << 13,
    ENT_I_IN_SECTION = 1 << 14,
    /* The trees don't know these three. */
    ENT_I_IN_COMMENTS = 1 << 15, /* of readers */
    ENT_I_IN_AUTHOR = 1 << 16,   /* a note on who wrote it */
    ENT_I_IN_CREDIT = 1 << 17    /* of a picture */
};
#define ENT_I_IN_COUNT 15 /* those that the trees know */

/* An element that is not merely part of a line. Weights are those of the words
 * in its class, id and role, as html_words.c has them. */
typedef struct ent_i_html_element {
    const GumboNode *node;
    uint32_t parent; /* ENT_NONE: the topmost */
    uint32_t depth;
    uint32_t in;    /* bits of ENT_I_IN_ */
    int32_t own;    /* weight of its words */
    int32_t chain;  /* of those of all elements around it too */
    int32_t least;  /* the least of own up to the topmost */
    int32_t most;   /* the greatest */
    uint32_t prose; /* bytes of prose in its own blocks and, half, below */
    uint32_t bytes; /* of text in it */
    uint32_t links; /* of these, in links */
    uint32_t kids;  /* elements and blocks directly in it */
    bool linked;    /* has a link, be it a picture's */
} ent_i_html_element;

/* A run of text between the edges of elements. */
typedef struct ent_i_html_block {
    uint32_t start; /* in the page's text */
    uint32_t end;
    uint32_t element;
    uint32_t links; /* bytes in links */
    uint32_t bold;  /* bytes in bold or italics */
} ent_i_html_block;

typedef struct ent_i_html_page {
    ent_i_string text; /* of all blocks, one after the other */
    ENT_I_VEC(ent_i_html_element) elements;
    ENT_I_VEC(ent_i_html_block) blocks;
} ent_i_html_page;

/* Cuts the tree below root into blocks; false when memory is out. */
bool ent_i_html_blocks(ent_i_html_page *out, const GumboNode *root);
void ent_i_html_page_free(ent_i_html_page *page);
/* Whether the block is running text rather than a label or a list of links. */
bool ent_i_html_is_prose(const ent_i_html_page *page,
                         const ent_i_html_block *block);
/* The first block that is prose of the story, by what is judged of each; the
 * number of blocks where there is none. */
size_t ent_i_html_first_prose(const ent_i_html_page *page,
                              const double *judged);

/* Calls word with each word of the element's class, id, itemprop and role, in
 * lower case: "relatedLinks" has two. */
typedef void ent_i_html_word(void *ctx, const char *word, size_t size);
void ent_i_html_class_words(const GumboNode *element, ent_i_html_word *word,
                            void *ctx);
/* Calls word with each of the first words of the text, in lower case. */
void ent_i_html_first_words(const char *text, size_t size,
                            ent_i_html_word *word, void *ctx);
/* The weight of a word of a class, or of a block's text; 0 when unknown. */
int32_t ent_i_html_class_weight(const char *word, size_t size);
int32_t ent_i_html_text_weight(const char *word, size_t size);

/* ---- telling the story from the rest ---- */

#endif
