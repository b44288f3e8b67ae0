/* From a corpus to its pairs: which articles count, and in what order.
 *
 * Articles are read by date, so that first and last days and the order of the
 * evidence need no sorting of millions of sightings. */

#include "corpus/given.h"
#include "relate/counter.h"

/* ---- which articles count ---- */

/* Undated articles come last. */
static int by_date(const void *a, const void *b)
{
    const ent_i_dated *x = a;
    const ent_i_dated *y = b;
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
static void keep_originals(ent_i_plan *plan)
{
    uint32_t *counted = plan->counted.items;
    const ent_corpus *corpus = plan->corpus;
    ent_i_dated *all = plan->articles.items;
    size_t kept = 0;
    for (size_t i = 0; i < plan->articles.n; i++) {
        uint32_t of = original(corpus, all[i].article);
        if (of == all[i].article)
            counted[of] = of;
    }
    for (size_t i = 0; i < plan->articles.n; i++) {
        uint32_t of = original(corpus, all[i].article);
        if (counted[of] == ENT_NONE)
            counted[of] = all[i].article;
        if (counted[of] == all[i].article)
            all[kept++] = all[i];
    }
    plan->copies = (uint32_t)(plan->articles.n - kept);
    plan->articles.n = kept;
}

/* There is an array even for no articles: counting adds to its address. */
static bool choose_articles(ent_i_plan *plan)
{
    const ent_corpus *corpus = plan->corpus;
    if (!ent_i_vec_reserve(&plan->counted, corpus->articles.n) ||
        !ent_i_vec_reserve(&plan->articles, corpus->articles.n + 1))
        return false;
    plan->undated = corpus->undated;
    for (uint32_t i = 0; i < corpus->articles.n; i++) {
        ent_date date = ent_i_date_of(corpus, i);
        plan->counted.items[plan->counted.n++] = ENT_NONE;
        if (is_in_time(&plan->options, date))
            plan->articles.items[plan->articles.n++] = (ent_i_dated){date, i};
        else if (date == ENT_NO_DATE)
            plan->undated++;
    }
    ent_i_sort(plan->articles.items, plan->articles.n,
               sizeof *plan->articles.items, by_date);
    keep_originals(plan);
    return true;
}

uint32_t ent_i_counted_for(const ent_i_plan *plan, uint32_t article)
{
    return is_in_time(&plan->options, ent_i_date_of(plan->corpus, article))
               ? plan->counted.items[original(plan->corpus, article)]
               : ENT_NONE;
}

/* Of the places of the same words the first one counts, by date. */
static bool choose_sentences(ent_i_plan *plan)
{
    if (!ent_i_find_repeats(&plan->repeats, plan->corpus) ||
        !ent_i_vec_reserve(&plan->repeated, plan->repeats.places.n))
        return false;
    bool *taken = ent_i_calloc(plan->repeats.same.n, sizeof *taken);
    plan->repeated.n = plan->repeats.places.n;
    for (size_t i = 0; taken && i < plan->articles.n; i++) {
        size_t n;
        const ent_i_repeat *found = ent_i_repeats_in(
            &plan->repeats, plan->articles.items[i].article, &n);
        for (size_t k = 0; k < n; k++) {
            plan->repeated.items[found + k - plan->repeats.places.items] =
                taken[found[k].words];
            taken[found[k].words] = true;
        }
    }
    ent_i_free(taken);
    return taken != NULL;
}

static void plan_free(ent_i_plan *plan)
{
    ent_i_vec_free(&plan->articles);
    ent_i_vec_free(&plan->counted);
    ent_i_repeats_free(&plan->repeats);
    ent_i_vec_free(&plan->repeated);
    ent_i_statements_free(&plan->statements);
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

/* Leaves out the article's sentences whose words have counted before. */
static bool leave_out_repeats(ent_i_counter *counter,
                              const ent_article *article)
{
    size_t n;
    const ent_i_plan *plan = counter->plan;
    const ent_i_repeat *repeats =
        ent_i_repeats_in(&plan->repeats, counter->article, &n);
    counter->left_out.n = 0;
    if (n && !ent_i_vec_reserve(&counter->left_out, article->sentences.n))
        return false;
    for (size_t i = 0; n && i < article->sentences.n; i++)
        counter->left_out.items[counter->left_out.n++] = false;
    for (size_t i = 0; i < n; i++) {
        bool repeated =
            plan->repeated.items[repeats + i - plan->repeats.places.items];
        counter->left_out.items[repeats[i].sentence] = repeated;
        counter->ties->repeated += repeated;
    }
    return true;
}

/* Encounters come before windows, which look them up as evidence. */
static ent_status count_articles(ent_i_counter *counter,
                                 const ent_i_dated *from,
                                 const ent_i_dated *end, uint32_t *in_article)
{
    ent_i_ties *ties = counter->ties;
    ties->articles = (uint32_t)(end - from);
    for (; from < end; from++) {
        const ent_article *article =
            ent_i_article_at(counter->corpus, from->article);
        counter->article = from->article;
        counter->date = from->date;
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

/* To sort all sightings in one go would take several times the memory that they
 * take packed; this many are 20 MB. */
enum { AT_ONCE = 1 << 19 };

/* Frees what only counting needed; the caller keeps the ties. */
static void counter_free(ent_i_counter *counter)
{
    ent_i_free(counter->seen);
    ent_i_vec_free(&counter->left_out);
    ent_i_keymap_free(&counter->index);
    ent_i_vec_free(&counter->seats);
    ent_i_vec_free(&counter->group);
    ent_i_vec_free(&counter->bounds);
    ent_i_vec_free(&counter->contacts);
    ent_i_vec_free(&counter->told);
    ent_i_sightings_free(&counter->counted);
    ent_i_vec_free(&counter->ranked);
}

/* Counts these articles of the plan. in_article holds the last article counted
 * for each actor, from 1, so that nothing has to be cleared between
 * articles. */
static ent_status count(ent_i_ties *ties, const ent_i_plan *plan,
                        const ent_i_dated *from, const ent_i_dated *end,
                        ent_error *error)
{
    ent_i_counter counter = {.plan = plan,
                             .corpus = plan->corpus,
                             .options = &plan->options,
                             .weight = ent_i_weight_named(plan->options.weight),
                             .ties = ties,
                             .pair_limit = most_pairs(),
                             .at_once = AT_ONCE,
                             .error = error};
    size_t actors = plan->corpus->actors.n;
    uint32_t *in_article = ent_i_calloc(actors, sizeof *in_article);
    counter.seen = ent_i_calloc(actors, sizeof *counter.seen);
    ent_status status = ENT_OK;
    if (!in_article || !counter.seen || !start_presence(ties, actors))
        status = ent_i_no_memory(error, "relate");
    else if (plan->corpus->given)
        status = ent_i_count_given(&counter);
    else
        status = count_articles(&counter, from, end, in_article);
    if (!status)
        status = ent_i_finish_pairs(&counter);
    ent_i_free(in_article);
    counter_free(&counter);
    return status;
}

ent_status ent_i_relate(ent_i_ties *ties, const ent_corpus *corpus,
                        const ent_network_options *options, ent_error *error)
{
    ent_i_plan *plan = &ties->plan;
    plan->corpus = corpus;
    plan->options = *options;
    /* The plan may outlive the caller's strings. */
    plan->options.ego = NULL;
    plan->options.weight = ent_i_weight_named(options->weight)->shown.name;
    /* Which articles count was said when the given were made. */
    if (corpus->given)
        plan->options.since = plan->options.until = ENT_NO_DATE;
    ent_status status = choose_articles(plan) && choose_sentences(plan) &&
                                ent_i_find_events(&plan->statements, corpus)
                            ? ENT_OK
                            : ent_i_no_memory(error, "relate");
    if (!status)
        status = count(ties, plan, plan->articles.items,
                       plan->articles.items + plan->articles.n, error);
    if (status)
        ent_i_ties_free(ties);
    return status;
}

/* The articles are in order of time; undated ones, the last, are in no
 * part. */
ent_status ent_i_relate_part(ent_i_ties *part, const ent_i_ties *whole,
                             ent_date first, ent_date last, ent_error *error)
{
    const ent_i_plan *plan = &whole->plan;
    const ent_i_dated *from = plan->articles.items;
    const ent_i_dated *end = from + plan->articles.n;
    if (plan->corpus->given)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "relate",
                          "expected articles, found networks, which can't be "
                          "cut into parts of time");
    while (from < end && from->date != ENT_NO_DATE && from->date < first)
        from++;
    const ent_i_dated *to = from;
    while (to < end && to->date != ENT_NO_DATE && to->date <= last)
        to++;
    ent_status status = count(part, plan, from, to, error);
    if (status)
        ent_i_ties_free(part);
    return status;
}

void ent_i_ties_free(ent_i_ties *ties)
{
    ent_i_vec_free(&ties->pairs);
    ent_i_sightings_free(&ties->sightings);
    ent_i_vec_free(&ties->presence);
    plan_free(&ties->plan);
    *ties = (ent_i_ties){0};
}
