/* Whether an article speaks of something: words, or a regular expression. */
#ifndef ENTENTE_SOURCE_MATCH_H
#define ENTENTE_SOURCE_MATCH_H

#include "core/article.h"

typedef struct ent_i_match ent_i_match;

/* The pattern is a regular expression (ICU's, case ignored) between slashes,
 * or else words, all of which must occur, in any order; words in double quotes
 * must stand together. ENT_ERR_ARGUMENT, saying why, for what is neither. */
ent_status ent_i_match_new(ent_i_match **out, const char *pattern,
                           ent_error *error);
/* Whether title or text match. May be called from several threads at once.
 * ENT_ERR_LIMIT when the expression takes too long on this article. */
ent_status ent_i_match_test(const ent_i_match *match,
                            const ent_article *article, bool *out,
                            ent_error *error);
void ent_i_match_free(ent_i_match *match);

#endif
