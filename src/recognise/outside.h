/* An outside recogniser: a child process that reads one article a line (JSON:
 * id, title, date, text) and answers with one line of mentions for each, in
 * the form of `entente mentions`. */
#ifndef ENTENTE_RECOGNISE_OUTSIDE_H
#define ENTENTE_RECOGNISE_OUTSIDE_H

#include <stdatomic.h>

#include "text/text.h"

/* One child; each thread has its own. */
typedef struct ent_i_outside ent_i_outside;

/* Whether the command's program is there at all, as far as the shell can tell
 * without running it: ENT_ERR_NOT_FOUND with its name. */
ent_status ent_i_outside_check(const char *command, ent_error *error);

/* Keeps the command; the child is started with the first article and again
 * after it has failed. It is a process group of its own, which ends with us,
 * however we end. seconds: what it may take for an article; 0: any time. stop,
 * or NULL, outlives the result: once it is true, waiting ends with
 * ENT_ERR_CANCELLED. */
ent_status ent_i_outside_new(ent_i_outside **out, const char *command,
                             unsigned seconds, const atomic_bool *stop,
                             ent_error *error);
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
