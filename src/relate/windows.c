/* Divides an article's mentions into windows.
 *
 * The mentions that count become seats, in text order, so that a sentence, a
 * paragraph or an article is a run of seats. Within a run, seats are grouped by
 * actor, and every two actors are compared by merging their positions. Windows
 * of words have no boundaries to cut at: there each seat looks back. */
#include <string.h>

#include "relate/counter.h"

enum {
    /* For names farther apart, only the later name's sentence is shown;
     * everything in between could be pages. */
    MAX_SPAN = 5
};

/* ---- seats: the mentions that count ---- */

uint32_t ent_i_counted_actor(const ent_i_counter *counter,
                             const ent_article *article, uint32_t mention)
{
    if (mention >= article->mentions.n)
        return ENT_NONE;
    const ent_mention *m = &article->mentions.items[mention];
    const ent_assignment *assigned =
        ent_i_assignment(counter->corpus, counter->article, mention);
    if (m->role != ENT_ROLE_STORY || !assigned)
        return ENT_NONE;
    const ent_actor *who = &counter->corpus->actors.items[assigned->actor];
    bool chosen = counter->options->types >> who->type & 1;
    return chosen && !who->dropped ? assigned->actor : ENT_NONE;
}

/* ASCII white space separates words: in scripts that use other spaces, mentions
 * never begin within a word. */
static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* Counts words (stretches without white space) on through a field. */
typedef struct word_counter {
    const char *text;
    uint32_t at;   /* bytes read */
    uint32_t word; /* number of the last word that began, from 1 */
    uint8_t field;
} word_counter;

static uint32_t word_at(word_counter *words, uint32_t byte)
{
    for (; words->at <= byte && words->text[words->at]; words->at++)
        if (!is_space(words->text[words->at]) &&
            (words->at == 0 || is_space(words->text[words->at - 1])))
            words->word++;
    return words->word;
}

/* Mentions may overlap, so the end of each is counted ahead on a copy. */
static void number_words(word_counter *words, const ent_article *article,
                         const ent_mention *m, ent_i_seat *seat)
{
    if (words->field != m->field)
        *words = (word_counter){
            .text = ent_article_field(article, (ent_field)m->field),
            .field = m->field};
    seat->first_word = word_at(words, m->start);
    word_counter ahead = *words;
    seat->last_word = word_at(&ahead, m->end > m->start ? m->end - 1 : m->end);
}

/* Words are counted only for windows of words, since it means reading the
 * text. */
static ent_status collect_seats(ent_i_counter *counter,
                                const ent_article *article)
{
    bool by_words = counter->options->window == ENT_WINDOW_WORDS;
    word_counter words = {.text = article->title};
    counter->seats.n = 0;
    for (uint32_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        uint32_t actor = ent_i_counted_actor(counter, article, i);
        if (actor == ENT_NONE || m->sentence >= article->sentences.n ||
            ent_i_is_left_out(counter, m->sentence))
            continue;
        ent_i_seat seat = {.actor = actor,
                           .sentence = m->sentence,
                           .paragraph =
                               article->sentences.items[m->sentence].paragraph,
                           .field = m->field};
        if (by_words)
            number_words(&words, article, m, &seat);
        if (!ent_i_vec_push(&counter->seats, seat))
            return ent_i_no_memory(counter->error, "relate");
    }
    return ENT_OK;
}

/* ---- a pair in one window ---- */

/* One of several `sights` of the window that was counted. */
static ent_status see(ent_i_counter *counter, uint32_t pair, uint32_t from,
                      uint32_t to, const ent_i_count *count, uint32_t sights)
{
    return ent_i_count_sighting(counter, (ent_i_sighting){.pair = pair,
                                                          .sentence = from,
                                                          .last = to,
                                                          .encounter = ENT_NONE,
                                                          .apart = count->apart,
                                                          .names = count->names,
                                                          .sights = sights});
}

/* Shows the stretch between names in two sentences, the first before the
 * last. */
static ent_status see_apart(ent_i_counter *counter, uint32_t pair,
                            const ent_i_seat *first, const ent_i_seat *last,
                            const ent_i_count *count)
{
    bool whole = first->field == last->field &&
                 last->sentence - first->sentence < MAX_SPAN;
    return see(counter, pair, whole ? first->sentence : last->sentence,
               last->sentence, count, 1);
}

/* The closest seats of two actors; both lists are in text order. */
typedef struct closest {
    const ent_i_seat *first;
    const ent_i_seat *last;
    uint32_t apart;  /* sentences between them */
    uint32_t common; /* how many sentences name both */
} closest;

/* A merge: it always advances past the earlier of two places, which cannot come
 * any closer to what follows. */
static closest find_closest(const ent_i_seat *a, const ent_i_seat *a_end,
                            const ent_i_seat *b, const ent_i_seat *b_end)
{
    closest best = {.apart = UINT32_MAX};
    uint32_t counted = UINT32_MAX;
    while (a < a_end && b < b_end) {
        bool a_first = a->sentence <= b->sentence;
        const ent_i_seat *first = a_first ? a : b;
        const ent_i_seat *last = a_first ? b : a;
        uint32_t apart = last->sentence - first->sentence;
        if (apart < best.apart) {
            best.first = first;
            best.last = last;
            best.apart = apart;
        }
        if (apart == 0 && first->sentence != counted) {
            counted = first->sentence;
            best.common++;
        }
        if (a_first)
            a++;
        else
            b++;
    }
    return best;
}

/* One sighting for each sentence that names both. */
static ent_status see_together(ent_i_counter *counter, uint32_t pair,
                               const ent_i_seat *a, const ent_i_seat *a_end,
                               const ent_i_seat *b, const ent_i_seat *b_end,
                               const ent_i_count *count, uint32_t sights)
{
    uint32_t seen = UINT32_MAX;
    while (a < a_end && b < b_end) {
        if (a->sentence == b->sentence && a->sentence != seen) {
            seen = a->sentence;
            ent_status status = see(counter, pair, seen, seen, count, sights);
            if (status)
                return status;
        }
        if (a->sentence <= b->sentence)
            a++;
        else
            b++;
    }
    return ENT_OK;
}

/* Counts two actors of the window, given by their numbers in bounds. */
static ent_status count_two(ent_i_counter *counter, uint32_t i, uint32_t k)
{
    const ent_i_seat *group = counter->group.items;
    const uint32_t *bounds = counter->bounds.items;
    const ent_i_seat *a = group + bounds[i];
    const ent_i_seat *a_end = group + bounds[i + 1];
    const ent_i_seat *b = group + bounds[k];
    const ent_i_seat *b_end = group + bounds[k + 1];
    closest best = find_closest(a, a_end, b, b_end);
    ent_i_count count = {a->actor, b->actor, best.apart,
                         (uint32_t)counter->bounds.n};
    uint32_t pair;
    ent_status status = ent_i_count_window(counter, &count, &pair);
    if (status)
        return status;
    if (best.common == 0)
        return see_apart(counter, pair, best.first, best.last, &count);
    return see_together(counter, pair, a, a_end, b, b_end, &count, best.common);
}

/* ---- windows of sentences, paragraphs, the article ---- */

/* Place comes second, since the merges expect each actor's seats in order. */
static int by_actor(const void *a, const void *b)
{
    const ent_i_seat *x = a;
    const ent_i_seat *y = b;
    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

/* Collects the window's seats, grouped by actor. */
static ent_status gather(ent_i_counter *counter, size_t from, size_t to)
{
    counter->group.n = counter->bounds.n = 0;
    if (!ent_i_vec_reserve(&counter->group, to - from) ||
        !ent_i_vec_reserve(&counter->bounds, to - from + 1))
        return ent_i_no_memory(counter->error, "relate");
    ent_i_seat *group = counter->group.items;
    memcpy(group, counter->seats.items + from, (to - from) * sizeof *group);
    counter->group.n = to - from;
    ent_i_sort(group, counter->group.n, sizeof *group, by_actor);
    for (uint32_t i = 0; i < counter->group.n; i++)
        if (i == 0 || group[i].actor != group[i - 1].actor)
            counter->bounds.items[counter->bounds.n++] = i;
    counter->bounds.items[counter->bounds.n] = (uint32_t)counter->group.n;
    return ENT_OK;
}

/* Notes the window if it makes so many ties that readers should know. */
static void note_large(ent_i_counter *counter, size_t actors)
{
    ent_i_ties *ties = counter->ties;
    if (actors * (actors - 1) / 2 <= ENT_MANY_TIES)
        return;
    ties->large++;
    if (actors > ties->largest) {
        ties->largest = (uint32_t)actors;
        ties->largest_article = counter->article;
    }
}

/* Seats from..to are one window. A window left out for its size still counts
 * for the actors in it, since weights need every window. */
static ent_status count_window(ent_i_counter *counter, size_t from, size_t to)
{
    counter->ties->windows++;
    ent_status status = gather(counter, from, to);
    if (status)
        return status;
    size_t actors = counter->bounds.n;
    for (uint32_t i = 0; i < actors; i++)
        ent_i_count_presence(
            counter, counter->group.items[counter->bounds.items[i]].actor);
    if (counter->options->max_names && actors > counter->options->max_names) {
        counter->ties->too_large++;
        return ENT_OK;
    }
    note_large(counter, actors);
    for (uint32_t i = 0; i < actors && !status; i++)
        for (uint32_t k = i + 1; k < actors && !status; k++)
            status = count_two(counter, i, k);
    return status;
}

/* Compares the field as well as the paragraph: an article's text may number its
 * paragraphs anew. */
static bool is_same_window(const ent_i_counter *counter, const ent_i_seat *a,
                           const ent_i_seat *b)
{
    switch (counter->options->window) {
    case ENT_WINDOW_SENTENCE:
        return a->sentence == b->sentence;
    case ENT_WINDOW_PARAGRAPH:
        return a->field == b->field && a->paragraph == b->paragraph;
    default:
        return true;
    }
}

/* Seats alone are enough: a window that names nobody counts for nothing. */
static ent_status count_runs(ent_i_counter *counter)
{
    const ent_i_seat *seats = counter->seats.items;
    size_t n = counter->seats.n;
    ent_status status = ENT_OK;
    for (size_t from = 0, to; from < n && !status; from = to) {
        for (to = from + 1;
             to < n && is_same_window(counter, &seats[from], &seats[to]); to++)
            ;
        status = count_window(counter, from, to);
    }
    return status;
}

/* ---- windows of words ---- */

/* Counts the seat at `at` together with an earlier one, unless that was used
 * up. */
static ent_status count_near(ent_i_counter *counter, uint32_t before,
                             uint32_t at)
{
    const ent_i_seat *a = &counter->seats.items[before];
    const ent_i_seat *b = &counter->seats.items[at];
    uint32_t pair =
        ent_i_keymap_get(&counter->index, ent_i_pair_key(a->actor, b->actor));
    if (pair != ENT_I_ABSENT) {
        const ent_i_pair *known = &counter->ties->pairs.items[pair];
        if (known->last_article == counter->article &&
            known->last_seat == before)
            return ENT_OK;
    }
    ent_i_count count = {a->actor, b->actor, b->sentence - a->sentence, 2};
    ent_status status = ent_i_count_window(counter, &count, &pair);
    if (status)
        return status;
    counter->ties->pairs.items[pair].last_seat = at;
    return see_apart(counter, pair, a, b, &count);
}

/* From each seat, looks back over that many words, at most to the previous
 * mention of the same actor. Of every other actor only the nearest mention
 * counts. */
static ent_status count_words(ent_i_counter *counter)
{
    const ent_i_seat *seats = counter->seats.items;
    uint32_t reach = counter->options->window_words;
    ent_status status = ENT_OK;
    for (uint32_t at = 0; at < counter->seats.n && !status; at++) {
        counter->ties->windows++;
        ent_i_count_presence(counter, seats[at].actor);
        for (uint32_t i = at; i-- > 0 && !status;) {
            if (seats[i].field != seats[at].field ||
                seats[i].actor == seats[at].actor ||
                seats[at].first_word > seats[i].last_word + (uint64_t)reach)
                break;
            if (counter->seen[seats[i].actor] == counter->ties->windows)
                continue;
            counter->seen[seats[i].actor] = counter->ties->windows;
            status = count_near(counter, i, at);
        }
    }
    return status;
}

/* Mentions are counted for the filters even if only encounters make ties. */
ent_status ent_i_count_windows(ent_i_counter *counter,
                               const ent_article *article)
{
    ent_status status = collect_seats(counter, article);
    if (status)
        return status;
    for (size_t i = 0; i < counter->seats.n; i++)
        counter->ties->presence.items[counter->seats.items[i].actor].mentions++;
    if (counter->options->ties == ENT_TIES_ENCOUNTER)
        return ENT_OK;
    return counter->options->window == ENT_WINDOW_WORDS ? count_words(counter)
                                                        : count_runs(counter);
}
