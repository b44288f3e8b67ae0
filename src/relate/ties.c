/* From a corpus to its pairs: which articles count, and in what order.
 *
 * Articles are read by date, so that first and last days and the order of the
 * evidence need no sorting of millions of sightings. */
#include <string.h>

#include "relate/counter.h"

/* ---- which articles count ---- */

typedef struct dated {
    ent_date date;
    uint32_t article;
} dated;
typedef ENT_I_VEC(dated) schedule;

/* Undated articles come last. */
static int by_date(const void *a, const void *b)
{
    const dated *x = a;
    const dated *y = b;
    if (x->date != y->date) {
        if (x->date == ENT_NO_DATE || y->date == ENT_NO_DATE)
            return x->date == ENT_NO_DATE ? 1 : -1;
        return x->date < y->date ? -1 : 1;
    }
    return (x->article > y->article) - (x->article < y->article);
}

/* When a period is asked for, an article without a date cannot be said to be in
 * it. `since` may be ENT_NO_DATE, which is before every date. */
static bool is_in_time(const ent_network_options *options, ent_date date)
{
    bool any = options->since == ENT_NO_DATE && options->until == ENT_NO_DATE;
    if (any || date == ENT_NO_DATE)
        return any;
    return date >= options->since &&
           (options->until == ENT_NO_DATE || date <= options->until);
}

/* The original of an article's near-copies; the article itself if it is no
 * copy. */
static uint32_t original(const ent_corpus *corpus, uint32_t article)
{
    uint32_t of =
        article < corpus->copy_of.n ? corpus->copy_of.items[article] : ENT_NONE;
    return corpus->count_copies || of >= corpus->articles.n ? article : of;
}

/* Of near-copies only the original counts, or the earliest copy if the original
 * is outside the period. */
static size_t keep_originals(const ent_i_counter *counter, schedule *all,
                             bool *taken)
{
    const ent_corpus *corpus = counter->corpus;
    size_t kept = 0;
    for (size_t i = 0; i < all->n; i++) {
        uint32_t of = original(corpus, all->items[i].article);
        if (of == all->items[i].article)
            taken[of] = true;
    }
    for (size_t i = 0; i < all->n; i++) {
        uint32_t of = original(corpus, all->items[i].article);
        bool counts = of == all->items[i].article || !taken[of];
        taken[of] = true;
        if (counts)
            all->items[kept++] = all->items[i];
    }
    return kept;
}

static ent_status schedule_articles(ent_i_counter *counter, schedule *out)
{
    const ent_corpus *corpus = counter->corpus;
    bool *taken = ent_i_calloc(corpus->articles.n, sizeof *taken);
    if (!taken || !ent_i_vec_reserve(out, corpus->articles.n)) {
        ent_i_free(taken);
        return ent_i_no_memory(counter->error, "relate");
    }
    for (uint32_t i = 0; i < corpus->articles.n; i++) {
        ent_date date = corpus->articles.items[i]->date;
        if (is_in_time(counter->options, date))
            out->items[out->n++] = (dated){date, i};
        else if (date == ENT_NO_DATE)
            counter->ties->undated++;
    }
    ent_i_sort(out->items, out->n, sizeof *out->items, by_date);
    size_t kept = keep_originals(counter, out, taken);
    counter->ties->copies = (uint32_t)(out->n - kept);
    out->n = kept;
    ent_i_free(taken);
    return ENT_OK;
}

/* ---- counting ---- */

/* Counts how many articles name each actor, and when. Articles come by date. */
static void count_actors(ent_i_counter *counter, uint32_t *in_article)
{
    for (size_t i = 0; i < counter->seats.n; i++) {
        uint32_t actor = counter->seats.items[i].actor;
        ent_i_presence *presence = &counter->ties->presence.items[actor];
        if (in_article[actor] == counter->article + 1)
            continue;
        in_article[actor] = counter->article + 1;
        presence->articles++;
        ent_i_widen(&presence->first, &presence->last, counter->date);
    }
}

/* Leaves out the article's sentences whose words have counted before; those of
 * the others count from now on. */
static bool leave_out_repeats(ent_i_counter *counter,
                              const ent_article *article)
{
    size_t n;
    const ent_i_repeat *repeats =
        ent_i_repeats_in(&counter->ties->repeats, counter->article, &n);
    counter->left_out.n = 0;
    if (n && !ent_i_vec_reserve(&counter->left_out, article->sentences.n))
        return false;
    if (n) {
        counter->left_out.n = article->sentences.n;
        memset(counter->left_out.items, 0, counter->left_out.n * sizeof(bool));
    }
    for (size_t i = 0; i < n; i++) {
        bool *taken = &counter->taken[repeats[i].words];
        counter->left_out.items[repeats[i].sentence] = *taken;
        counter->ties->repeated += *taken;
        *taken = true;
    }
    return true;
}

/* Encounters come before windows, which look them up as evidence. */
static ent_status count_articles(ent_i_counter *counter, const schedule *all,
                                 uint32_t *in_article)
{
    ent_i_ties *ties = counter->ties;
    ties->articles = (uint32_t)all->n;
    for (size_t i = 0; i < all->n; i++) {
        const ent_article *article =
            counter->corpus->articles.items[all->items[i].article];
        counter->article = all->items[i].article;
        counter->date = all->items[i].date;
        ent_i_widen(&ties->first, &ties->last, counter->date);
        if (!leave_out_repeats(counter, article))
            return ent_i_no_memory(counter->error, "relate");
        ent_status status = ent_i_count_encounters(counter, article);
        if (!status)
            status = ent_i_count_windows(counter, article);
        if (status)
            return status;
        count_actors(counter, in_article);
    }
    return ENT_OK;
}

/* Makes room for every actor of the corpus, since actors are looked up by
 * index. */
static bool start_presence(ent_i_ties *ties, size_t actors)
{
    if (!ent_i_vec_reserve(&ties->presence, actors))
        return false;
    for (size_t i = 0; i < actors; i++)
        ties->presence.items[ties->presence.n++] =
            (ent_i_presence){.first = ENT_NO_DATE, .last = ENT_NO_DATE};
    ties->first = ties->last = ENT_NO_DATE;
    ties->largest_article = ENT_NONE;
    return true;
}

static bool start_repeats(ent_i_counter *counter)
{
    ent_i_repeats *repeats = &counter->ties->repeats;
    if (!ent_i_find_repeats(repeats, counter->corpus))
        return false;
    counter->taken = ent_i_calloc(repeats->same.n, sizeof *counter->taken);
    return counter->taken != NULL;
}

/* The memory that a pair needs until the measures are done: counted, sorted, as
 * a tie, as a link, in igraph. */
enum { BYTES_A_PAIR = 320 };

/* As many pairs as the machine has memory for: with more it would grind to a
 * halt instead of failing. */
static size_t most_pairs(void)
{
    size_t fitting = ent_i_memory_size() / BYTES_A_PAIR;
    return fitting < ENT_NONE - 1 ? fitting : ENT_NONE - 1;
}

/* in_article holds the last article counted for each actor, from 1, so that
 * nothing has to be cleared between articles. */
ent_status ent_i_relate(ent_i_ties *ties, const ent_corpus *corpus,
                        const ent_network_options *options, ent_error *error)
{
    ent_i_counter counter = {.corpus = corpus,
                             .options = options,
                             .weight = ent_i_weight_named(options->weight),
                             .ties = ties,
                             .pair_limit = most_pairs(),
                             .error = error};
    schedule all = {0};
    size_t actors = corpus->actors.n;
    uint32_t *in_article = ent_i_calloc(actors, sizeof *in_article);
    counter.seen = ent_i_calloc(actors, sizeof *counter.seen);
    ent_status status = in_article && counter.seen &&
                                start_presence(ties, actors) &&
                                start_repeats(&counter) &&
                                ent_i_find_events(&counter.statements, corpus)
                            ? ENT_OK
                            : ent_i_no_memory(error, "relate");
    if (!status)
        status = schedule_articles(&counter, &all);
    if (!status)
        status = count_articles(&counter, &all, in_article);
    if (!status)
        status = ent_i_finish_pairs(&counter);
    /* Frees what only counting needed; the caller keeps the ties. */
    ent_i_free(in_article);
    ent_i_free(counter.seen);
    ent_i_free(counter.taken);
    ent_i_vec_free(&counter.left_out);
    ent_i_keymap_free(&counter.index);
    ent_i_vec_free(&counter.seats);
    ent_i_vec_free(&counter.group);
    ent_i_vec_free(&counter.bounds);
    ent_i_vec_free(&counter.contacts);
    ent_i_vec_free(&counter.told);
    ent_i_statements_free(&counter.statements);
    ent_i_vec_free(&counter.ranked);
    ent_i_vec_free(&all);
    if (status)
        ent_i_ties_free(ties);
    return status;
}

void ent_i_ties_free(ent_i_ties *ties)
{
    ent_i_vec_free(&ties->pairs);
    ent_i_vec_free(&ties->sightings);
    ent_i_vec_free(&ties->presence);
    ent_i_repeats_free(&ties->repeats);
    *ties = (ent_i_ties){0};
}
