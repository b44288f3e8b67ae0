/* Counts for pairs and for actors.
 *
 * A pair is found by a hash of its two indices and counted in place; memory
 * grows with pairs and sightings, never with the square of the actors.
 * Encounters are counted before the windows of their article, so that sightings
 * can point to them. */
#include <string.h>

#include "relate/counter.h"

/* ---- pairs ---- */

/* Names the current article, since millions of pairs come from a list of
 * thousands of names. */
static ent_status too_many(const ent_i_counter *counter)
{
    return ent_i_fail(
        counter->error, ENT_ERR_LIMIT, "relate",
        "%s: expected at most %zu pairs of names, as many as fit in memory, "
        "found more; a smaller window or fewer names per window would help",
        ent_article_id(ent_i_article_at(counter->corpus, counter->article)),
        counter->pair_limit);
}

ent_status ent_i_find_pair(ent_i_counter *counter, uint32_t a, uint32_t b,
                           uint32_t *out)
{
    ent_i_ties *ties = counter->ties;
    uint64_t key = ent_i_pair_key(a, b);
    uint32_t *index =
        ent_i_keymap_put(&counter->index, key, (uint32_t)ties->pairs.n);
    if (!index)
        return ent_i_no_memory(counter->error, "relate");
    *out = *index;
    if (*index < ties->pairs.n)
        return ENT_OK;
    if (ties->pairs.n >= counter->pair_limit)
        return too_many(counter);
    if (!ent_i_vec_reserve(&ties->pairs, 1))
        return ent_i_no_memory(counter->error, "relate");
    ties->pairs.items[ties->pairs.n++] = (ent_i_pair){.source = a < b ? a : b,
                                                      .target = a < b ? b : a,
                                                      .first = ENT_NO_DATE,
                                                      .last = ENT_NO_DATE,
                                                      .last_article = ENT_NONE,
                                                      .last_seat = ENT_NONE};
    return ENT_OK;
}

/* Articles come one after another, so the last one seen shows whether this one
 * is new. */
ent_status ent_i_count_window(ent_i_counter *counter, const ent_i_count *count,
                              uint32_t *out)
{
    ent_status status = ent_i_find_pair(counter, count->a, count->b, out);
    if (status)
        return status;
    ent_i_pair *pair = &counter->ties->pairs.items[*out];
    pair->count++;
    pair->nearness += ent_i_nearness(count->apart);
    pair->portion += ent_i_portion(count->names);
    if (pair->last_article != counter->article) {
        pair->articles++;
        pair->last_article = counter->article;
    }
    ent_i_widen(&pair->first, &pair->last, counter->date);
    return ENT_OK;
}

/* The first encounter of the pair in sentences first..last, or ENT_NONE. A
 * binary search: once the article is read, contacts are sorted by pair and
 * sentence. */
static uint32_t find_contact(const ent_i_counter *counter, uint64_t key,
                             uint32_t first, uint32_t last)
{
    size_t low = 0;
    size_t high = counter->contacts.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const ent_i_contact *at = &counter->contacts.items[middle];
        if (at->key < key || (at->key == key && at->sentence < first))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == counter->contacts.n)
        return ENT_NONE;
    const ent_i_contact *found = &counter->contacts.items[low];
    return found->key == key && found->sentence <= last ? found->encounter
                                                        : ENT_NONE;
}

/* What a window of the sighting's adds to the pair's weight, before this is
 * divided into shares. */
static double share_of_window(const ent_i_counter *counter,
                              const ent_i_sighting *seen)
{
    switch (counter->weight->share) {
    case ENT_I_SHARE_BY_NEARNESS:
        return ent_i_nearness(seen->apart);
    case ENT_I_SHARE_BY_PORTION:
        return ent_i_portion(seen->names);
    default:
        return 1;
    }
}

ent_status ent_i_count_sighting(ent_i_counter *counter, ent_i_sighting seen)
{
    ent_i_pair *pair = &counter->ties->pairs.items[seen.pair];
    seen.article = counter->article;
    seen.share = (float)(share_of_window(counter, &seen) / seen.sights);
    if (seen.encounter == ENT_NONE)
        seen.encounter =
            find_contact(counter, ent_i_pair_key(pair->source, pair->target),
                         seen.sentence, seen.last);
    if (!ent_i_sightings_add(&counter->counted, &seen))
        return ent_i_no_memory(counter->error, "relate");
    pair->sighting_count++;
    return ENT_OK;
}

/* The window's number is the mark, so nothing has to be cleared in between. */
void ent_i_count_presence(ent_i_counter *counter, uint32_t actor)
{
    uint32_t window = counter->ties->windows;
    if (counter->seen[actor] == window)
        return;
    counter->seen[actor] = window;
    counter->ties->presence.items[actor].windows++;
}

/* ---- encounters ---- */

/* By encounter last: of several in one sentence, the first one stated is
 * shown. */
static int by_key(const void *a, const void *b)
{
    const ent_i_contact *x = a;
    const ent_i_contact *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->sentence != y->sentence)
        return x->sentence < y->sentence ? -1 : 1;
    return (x->encounter > y->encounter) - (x->encounter < y->encounter);
}

/* Collects each participant with the sentence that names them. */
static ent_status collect_participants(ent_i_counter *counter,
                                       const ent_article *article,
                                       const ent_encounter *encounter)
{
    counter->group.n = 0;
    for (uint32_t i = 0; i < encounter->participant_count; i++) {
        uint32_t mention = encounter->participants[i];
        uint32_t actor = ent_i_counted_actor(counter, article, mention);
        bool known = actor == ENT_NONE;
        for (size_t k = 0; !known && k < counter->group.n; k++)
            known = counter->group.items[k].actor == actor;
        if (known)
            continue;
        ent_i_seat seat = {.actor = actor,
                           .sentence =
                               article->mentions.items[mention].sentence};
        if (!ent_i_vec_push(&counter->group, seat))
            return ent_i_no_memory(counter->error, "relate");
    }
    return ENT_OK;
}

/* Counts the encounter as a window of the pair. */
static ent_status count_contact(ent_i_counter *counter, const ent_i_seat *a,
                                const ent_i_seat *b, uint32_t number,
                                const ent_encounter *encounter)
{
    uint32_t apart = a->sentence < b->sentence ? b->sentence - a->sentence
                                               : a->sentence - b->sentence;
    ent_i_count count = {a->actor, b->actor, apart, (uint32_t)counter->group.n};
    uint32_t pair;
    ent_status status = ent_i_count_window(counter, &count, &pair);
    if (status)
        return status;
    return ent_i_count_sighting(
        counter, (ent_i_sighting){.pair = pair,
                                  .sentence = encounter->sentence,
                                  .last = encounter->sentence,
                                  .encounter = number,
                                  .apart = count.apart,
                                  .names = count.names,
                                  .sights = 1});
}

/* Whether the options choose this kind and standing of contact. */
static bool is_chosen(const ent_network_options *options,
                      const ent_encounter *encounter)
{
    return (options->kinds >> encounter->kind & 1 ||
            options->forms >> encounter->form & 1) &&
           options->standings >> encounter->standing & 1 &&
           !(options->without & encounter->weak) &&
           (double)encounter->confidence >= options->min_encounter_confidence;
}

/* Counts a chosen encounter for its pair and notes its event, of which others
 * may tell, too. */
static bool count_chosen(ent_i_counter *counter, uint32_t pair, uint32_t number,
                         ent_kind kind)
{
    uint32_t event =
        ent_i_event_of(&counter->plan->statements, counter->article, number);
    counter->ties->pairs.items[pair].encounters[kind]++;
    return event == ENT_NONE ||
           ent_i_vec_push(&counter->told, (ent_i_told){pair, event});
}

/* Counts every pair of participants in group. When windows make the ties, a
 * contact that was not chosen ("did not meet") is not counted but still becomes
 * the window's evidence. */
static ent_status count_encounter(ent_i_counter *counter, uint32_t number,
                                  const ent_encounter *encounter)
{
    bool is_window = counter->options->ties == ENT_TIES_ENCOUNTER;
    ent_status status = ENT_OK;
    if (is_window && counter->group.n)
        counter->ties->windows++;
    for (size_t i = 0; i < counter->group.n && !status; i++) {
        const ent_i_seat *a = &counter->group.items[i];
        if (is_window)
            ent_i_count_presence(counter, a->actor);
        for (size_t k = 0; k < i && !status; k++) {
            const ent_i_seat *b = &counter->group.items[k];
            uint32_t pair = ENT_NONE;
            status = ent_i_find_pair(counter, a->actor, b->actor, &pair);
            if (status)
                return status;
            if (is_chosen(counter->options, encounter) &&
                !count_chosen(counter, pair, number, (ent_kind)encounter->kind))
                return ent_i_no_memory(counter->error, "relate");
            ent_i_contact contact = {ent_i_pair_key(a->actor, b->actor),
                                     encounter->sentence, number};
            if (!ent_i_vec_push(&counter->contacts, contact))
                return ent_i_no_memory(counter->error, "relate");
            if (is_window)
                status = count_contact(counter, a, b, number, encounter);
        }
    }
    return status;
}

ent_status ent_i_count_encounters(ent_i_counter *counter,
                                  const ent_article *article)
{
    const ent_network_options *options = counter->options;
    counter->contacts.n = 0;
    for (uint32_t i = 0; i < article->encounters.n; i++) {
        const ent_encounter *encounter = &article->encounters.items[i];
        if ((options->ties == ENT_TIES_ENCOUNTER &&
             !is_chosen(options, encounter)) ||
            ent_i_is_left_out(counter, encounter->sentence))
            continue;
        ent_status status = collect_participants(counter, article, encounter);
        if (!status)
            status = count_encounter(counter, i, encounter);
        if (status)
            return status;
    }
    ent_i_sort(counter->contacts.items, counter->contacts.n,
               sizeof *counter->contacts.items, by_key);
    return ENT_OK;
}
