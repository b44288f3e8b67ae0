/* Whether a statement tells of an event that others told before. */
#ifndef ENTENTE_CORPUS_EVENT_FIT_H
#define ENTENTE_CORPUS_EVENT_FIT_H

#include "core/map.h"
#include "corpus/statements.h"

/* What a statement tells, beside who takes part. */
typedef struct ent_i_facts {
    const char *when_text; /* as in the encounter, but kept by the finder: */
    const char *where;     /* articles may lie on the disk */
    ent_date first, last;  /* the days told; ENT_NO_DATE: none */
    ent_date about;        /* the day of an article that tells news of its own
                              time; ENT_NO_DATE: no news, or no day */
    uint64_t words;        /* of the sentence */
    uint32_t next;         /* statement of the same event, or ENT_NONE */
    uint32_t sentence;     /* these as in the encounter */
    uint8_t kind, form, standing, weak;
} ent_i_facts;

/* What the statements of one event tell together. */
typedef struct ent_i_event {
    ent_date first, last; /* what all statements' days have in common */
    ent_date about;
    uint32_t statement;    /* the last that joined; facts.next chains them */
    const char *when_text; /* of one statement */
    const char *where;
    uint8_t kind;
    uint8_t form;
    uint8_t standing;           /* of the first statement */
    bool told;                  /* no statement tells more than words */
    bool several;               /* more than one contact */
    ENT_I_VEC(uint32_t) actors; /* sorted */
} ent_i_event;

/* An event among those of a pair of actors. */
typedef struct ent_i_event_link {
    uint32_t event;
    uint32_t next;
} ent_i_event_link;

typedef struct ent_i_event_finder {
    const ent_corpus *corpus;
    ent_i_statements *out;
    ENT_I_VEC(ent_i_facts) facts; /* by statement */
    ENT_I_VEC(ent_i_event) events;
    ENT_I_VEC(ent_i_event_link) links;
    ent_i_keymap pairs;   /* pair of actors to its first link */
    ent_i_strmap phrases; /* words for times and places */
} ent_i_event_finder;

/* No statement fits less well. */
enum { ENT_I_NO_FIT = 0 };

/* How well the statement fits the event, by who takes part, the kind and form
 * of the contact, the days and the place: above ENT_I_NO_FIT, the more the
 * better. */
int ent_i_event_fits(const ent_i_event_finder *f, uint32_t statement,
                     const ent_i_event *h);

/* Whether it tells no more than words to somebody. */
static inline bool ent_i_is_told(const ent_i_facts *s)
{
    return s->weak & ENT_WEAK_TOLD;
}

#endif
