/**
 * @file events.h
 * What happened: the events that the encounters of a corpus tell of.
 *
 * The same meeting is told in several sentences, articles and days. An event is
 * one entry for all of them, with what they say together (who, when, where,
 * whether it was held) and each of them as evidence. Everything that a getter
 * returns is borrowed from the events, which borrow the corpus.
 */
#ifndef ENTENTE_EVENTS_H
#define ENTENTE_EVENTS_H

#include "network.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Which events to list. */
typedef struct ent_event_options {
    size_t size;        /**< sizeof(ent_event_options) */
    unsigned kinds;     /**< 1u << ent_kind, or ENT_ALL */
    unsigned forms;     /**< events of these forms, too: 1u << ent_form */
    unsigned standings; /**< 1u << ent_standing, or ENT_ALL */
    unsigned without;   /**< encounters that are not read: ENT_WEAK_ bits */
    double min_encounter_confidence; /**< nor those less certain, 0 to 1 */
    const uint32_t *actors; /**< all of these take part; or NULL */
    size_t actor_count;     /**< how many actors */
} ent_event_options;
/** Defaults: all that were held or are planned. */
#define ENT_EVENT_OPTIONS_INIT                                                 \
    { sizeof(ent_event_options), ENT_ALL, 0,                                   \
      (1u << ENT_HELD) | (1u << ENT_PLANNED), 0, 0.0, NULL, 0 }

/** A meeting, call or joint appearance, whoever tells of it. */
typedef struct ent_event {
    size_t size;            /**< of this struct, in bytes */
    const char *id;         /**< the same for the same inputs and, but for
                                 earlier articles about it, for more of them */
    const uint32_t *actors; /**< those who take part, in the corpus; those whom
                                 most encounters name come first */
    uint32_t actor_count;   /**< at least two */
    uint32_t encounter_count; /**< encounters that tell of it */
    uint32_t articles;      /**< articles with these; near-copies count once */
    ent_date first;         /**< the days within which it lies, one day if */
    ent_date last;          /**< they are the same; ENT_NO_DATE: not told */
    ent_date reported;      /**< the earliest article's day, or ENT_NO_DATE */
    const char *where;      /**< the place most told, or NULL */
    float confidence;       /**< of the surest encounter, 0 to 1 */
    uint8_t kind;           /**< an ent_kind */
    uint8_t form;           /**< an ent_form */
    uint8_t standing;       /**< an ent_standing, by the later and surer ones */
    uint8_t weak;           /**< ENT_WEAK_ bits that all encounters have */
} ent_event;

/** The events of a corpus, in order of time: by first day, or where none is
 *  told by the day of the first report. Those without any come last. */
typedef struct ent_events ent_events;

/**
 * Finds the events of a resolved corpus.
 * @param out receives the events, which the caller frees before the corpus.
 * @param options NULL: the defaults.
 * @return ENT_ERR_ARGUMENT for wrong options; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_events_find(ent_events **out,
                                           const ent_corpus *corpus,
                                           const ent_event_options *options,
                                           ent_error *error);
/** The corpus that the events were found in. */
ENT_API const ent_corpus *ent_events_get_corpus(const ent_events *events);
/** How many events there are. */
ENT_API size_t ent_events_count(const ent_events *events);
/** Event i, or NULL when out of range. */
ENT_API const ent_event *ent_events_get(const ent_events *events, size_t i);
/**
 * The encounters that tell of an event, best first: those that agree with its
 * standing, the surest first; among equals the oldest article's.
 * @param out is filled up to its size; share and copies stay 0.
 * @return false when i or k is out of range.
 */
ENT_API bool ent_events_evidence(const ent_events *events, size_t i, size_t k,
                                 ent_evidence *out);
/** Frees the events; NULL is allowed. */
ENT_API void ent_events_free(ent_events *events);

#ifdef __cplusplus
}
#endif
#endif
