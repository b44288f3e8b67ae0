/* Articles of which names are known, but not the text: their text is made of
 * the names alone. A line holds those that stand close together, as those of a
 * sentence do; a blank line stands where the next are far away, as in another
 * paragraph. */
#ifndef ENTENTE_SOURCE_LISTED_H
#define ENTENTE_SOURCE_LISTED_H

#include "core/article.h"

/* What stands between a name and the one before it. */
typedef enum ent_i_gap {
    ENT_I_GAP_NONE, /* the same line */
    ENT_I_GAP_LINE,
    ENT_I_GAP_PARAGRAPH
} ent_i_gap;

/* Start from the article alone. */
typedef struct ent_i_listed {
    ent_article *article;
    ent_i_string text;
} ent_i_listed;

/* Adds a name, without the blanks around it; one of blanks alone is left out.
 * Names in lower case get capitals. False when memory is out, as below. */
bool ent_i_listed_add(ent_i_listed *listed, ent_type type, const char *name,
                      size_t size, ent_i_gap gap);
/* The same for a place, perhaps in GDELT's form, "4#Oslo, Norway#NO#...": the
 * first part of its name is taken. */
bool ent_i_listed_add_place(ent_i_listed *listed, const char *name, size_t size,
                            ent_i_gap gap);
/* Adds the names of a list, "ann roe;ben doe", to one line. */
bool ent_i_listed_add_all(ent_i_listed *listed, ent_type type, const char *list,
                          size_t size);
/* Hands text and mentions to the article, which is then annotated and has
 * names only. */
bool ent_i_listed_end(ent_i_listed *listed);
void ent_i_listed_free(ent_i_listed *listed);

#endif
