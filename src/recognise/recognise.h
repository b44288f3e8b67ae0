/* Turns tokens into mentions. */
#ifndef ENTENTE_RECOGNISE_RECOGNISE_H
#define ENTENTE_RECOGNISE_RECOGNISE_H

#include <stdatomic.h>

#include "text/text.h"

/* Where names come from. */
typedef struct ent_i_recogniser_options {
    const char *model;       /* a model file; NULL: the built-in model */
    const char *command;     /* an outside recogniser, or NULL */
    const char *entities;    /* a list of names to find as well, or NULL */
    double min_confidence;   /* leave out mentions below this, 0..1; negative:
                                what is best for the model, or all for an
                                outside program */
    unsigned seconds;        /* time for an outside program per article; 0: no
                                limit */
    const atomic_bool *stop; /* once true, waiting for a program ends; or
                                NULL */
} ent_i_recogniser_options;

/* A loaded recogniser: read-only and shared by all threads. */
typedef struct ent_i_recogniser ent_i_recogniser;
/* What one thread needs while it recognises. */
typedef struct ent_i_recogniser_scratch ent_i_recogniser_scratch;

ent_status ent_i_recogniser_new(ent_i_recogniser **out,
                                const ent_i_recogniser_options *options,
                                ent_error *error);
void ent_i_recogniser_free(ent_i_recogniser *recogniser);
ent_status ent_i_recogniser_scratch_new(ent_i_recogniser_scratch **out,
                                        const ent_i_recogniser *recogniser,
                                        ent_error *error);
void ent_i_recogniser_scratch_free(ent_i_recogniser_scratch *scratch);

/* Fills article->mentions with names, their types, titles (honorific) and roles
 * (byline, credit, furniture), sorted by field, then by start. An annotated
 * article keeps its mentions; only their sentence, honorific and role are
 * filled. */
ent_status ent_i_recognise(const ent_i_recogniser *recogniser,
                           ent_i_recogniser_scratch *scratch,
                           ent_article *article, const ent_i_text *text,
                           ent_error *error);

#endif
