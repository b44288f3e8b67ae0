/* An outside recogniser: a child process that reads one article a line (JSON:
 * id, title, date, text) and answers with one line of mentions for each, in
 * the form of `entente mentions`. */
#ifndef ENTENTE_RECOGNISE_OUTSIDE_H
#define ENTENTE_RECOGNISE_OUTSIDE_H

#include "text/text.h"

/* One child; each thread has its own. */
typedef struct ent_i_outside ent_i_outside;

/* Seconds that a child may take for one article. */
enum { ENT_I_OUTSIDE_SECONDS = 60 };

/* Keeps the command; the child is started with the first article and again
 * after it has failed. seconds 0: ENT_I_OUTSIDE_SECONDS. */
ent_status ent_i_outside_new(ent_i_outside **out, const char *command,
                             unsigned seconds, ent_error *error);
/* Ends the child; NULL is allowed. */
void ent_i_outside_free(ent_i_outside *outside);

/* Fills article->mentions with the child's answer, sorted and placed. A child
 * that crashes, hangs or answers wrongly gives ENT_ERR_PLUGIN for this article
 * and is started afresh for the next. */
ent_status ent_i_outside_recognise(ent_i_outside *outside, ent_article *article,
                                   ent_error *error);

/* Reads one answer line into article->mentions (added, not yet placed). */
ent_status ent_i_outside_parse(ent_article *article, const char *line,
                               size_t size, ent_error *error);

#endif
