/* Which statements tell of one event: the same people met on the same day, as
 * several sentences, articles and days report it. */
#ifndef ENTENTE_CORPUS_EVENTS_H
#define ENTENTE_CORPUS_EVENTS_H

#include "corpus/corpus.h"

/* An encounter of the corpus between two actors or more. */
typedef struct ent_i_statement {
    uint32_t article;
    uint32_t encounter; /* index in the article */
    uint32_t event;     /* numbers are in no special order */
    uint32_t actor_count;
    size_t first_actor; /* in ent_i_statements.actors; sorted, each once */
} ent_i_statement;

/* The days within which an event lies; ENT_NO_DATE when no statement tells. */
typedef struct ent_i_days {
    ent_date first;
    ent_date last;
} ent_i_days;

/* All statements by article, then encounter. Start from {0}. */
typedef struct ent_i_statements {
    ENT_I_VEC(ent_i_statement) items;
    ENT_I_VEC(uint32_t) actors;
    ENT_I_VEC(size_t) first;    /* by article, and one more: in items */
    ENT_I_VEC(ent_i_days) days; /* by event */
} ent_i_statements;

/* Collects the encounters of a resolved corpus and brings those of one event
 * together. Teasers and participants whom the user dropped are left out. False
 * when memory runs out. */
bool ent_i_find_events(ent_i_statements *out, const ent_corpus *corpus);
void ent_i_statements_free(ent_i_statements *statements);

/* The event that an encounter of an article tells of, or ENT_NONE. */
uint32_t ent_i_event_of(const ent_i_statements *statements, uint32_t article,
                        uint32_t encounter);

/* The days within which an encounter lies, if its article's words tell;
 * otherwise *first and *last are ENT_NO_DATE. */
void ent_i_days_of(const ent_encounter *encounter, ent_date *first,
                   ent_date *last);

#endif
