/* An outside recogniser: a child process that reads one article per line (JSON:
 * id, title, date, text) and answers each with one line of mentions, in the
 * form of `entente mentions`. */
#ifndef ENTENTE_RECOGNISE_OUTSIDE_H
#define ENTENTE_RECOGNISE_OUTSIDE_H

#include <stdatomic.h>

#include "text/text.h"

/* One child process; each thread has its own. */
typedef struct ent_i_outside ent_i_outside;

/* Checks that the command's program exists, as far as the shell can tell
 * without running it; ENT_ERR_NOT_FOUND, with its name, when it doesn't. */
ent_status ent_i_outside_check(const char *command, ent_error *error);

/* Keeps the command; the child is started with the first article, and again
 * after a failure. It gets a process group of its own, which ends when we do,
 * however we end. seconds is the time it may take for an article; 0 means no
 * limit. stop may be NULL and must outlive the result; once it is true, waiting
 * ends with ENT_ERR_CANCELLED. */
ent_status ent_i_outside_new(ent_i_outside **out, const char *command,
                             unsigned seconds, const atomic_bool *stop,
                             ent_error *error);
/* Ends the child; NULL is allowed. */
void ent_i_outside_free(ent_i_outside *outside);

/* Fills article->mentions with the child's answer, sorted and placed. If the
 * child crashes, hangs or gives a wrong answer, this article fails with
 * ENT_ERR_PLUGIN, and the child is started again for the next one. */
ent_status ent_i_outside_recognise(ent_i_outside *outside, ent_article *article,
                                   ent_error *error);

/* Adds the mentions of one answer line to article->mentions, not yet placed. */
ent_status ent_i_outside_parse(ent_article *article, const char *line,
                               size_t size, ent_error *error);

#endif
