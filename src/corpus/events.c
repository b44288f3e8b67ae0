/* Statements are taken one after the other, the surest first: each joins the
 * event that fits it best, or begins one of its own. Whether one fits is told
 * by who takes part, the kind and form of the contact, the days and the place.
 * Statements without a day are the hard ones: news of the day is about the same
 * event as the next article of that day, but what is told in passing may be
 * long past, and is kept apart unless its article connects it. */
#include "corpus/events.h"

#include "corpus/event_fit.h"

/* ---- what a statement tells ---- */

/* The days within which an encounter lies, if its article's words tell;
 * otherwise *first and *last are ENT_NO_DATE. */
static void days_of(const ent_encounter *encounter, ent_date *first,
                    ent_date *last)
{
    bool told = encounter->when_from != ENT_WHEN_UNKNOWN &&
                encounter->when_from != ENT_WHEN_ARTICLE;
    *first = told ? encounter->when_first : ENT_NO_DATE;
    *last = told ? encounter->when_last : ENT_NO_DATE;
}

/* News without a word of the time is about its own days; what may be long past
 * is not. */
static ent_date news_day(const ent_article *article, const ent_encounter *e)
{
    return e->when_from == ENT_WHEN_ARTICLE ? article->date : ENT_NO_DATE;
}

/* Words that may be NULL; false when memory runs out. */
static bool keep_words(ent_i_strmap *phrases, const char *words,
                       const char **out)
{
    *out = words ? ent_i_strmap_keep(phrases, words) : NULL;
    return *out || !words;
}

static bool read_facts(ent_i_event_finder *f, const ent_article *article,
                       const ent_encounter *e)
{
    ent_i_facts its = {.next = ENT_NONE,
                       .sentence = e->sentence,
                       .kind = e->kind,
                       .form = e->form,
                       .standing = e->standing,
                       .weak = e->weak};
    const ent_sentence *s = &article->sentences.items[e->sentence];
    const char *text = ent_article_field(article, (ent_field)s->field);
    days_of(e, &its.first, &its.last);
    its.about = news_day(article, e);
    its.words = ent_i_hash(text + s->start, s->end - s->start);
    return keep_words(&f->phrases, e->when_text, &its.when_text) &&
           keep_words(&f->phrases, e->where, &its.where) &&
           ent_i_vec_push(&f->facts, its);
}

/* ---- collecting ---- */

static int by_number(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Adds the actor to those of the statement, unless it is there. */
static bool add_actor(ent_i_statements *out, ent_i_statement *s, uint32_t actor)
{
    for (size_t i = s->first_actor; i < out->actors.n; i++)
        if (out->actors.items[i] == actor)
            return true;
    s->actor_count++;
    return ent_i_vec_push(&out->actors, actor);
}

static bool collect_actors(ent_i_event_finder *f, ent_i_statement *s,
                           const ent_article *article, const ent_encounter *e)
{
    for (uint32_t i = 0; i < e->participant_count; i++) {
        uint32_t mention = e->participants[i];
        const ent_assignment *who =
            mention < article->mentions.n &&
                    article->mentions.items[mention].role == ENT_ROLE_STORY
                ? ent_i_assignment(f->corpus, s->article, mention)
                : NULL;
        if (who && !f->corpus->actors.items[who->actor].dropped &&
            !add_actor(f->out, s, who->actor))
            return false;
    }
    if (s->actor_count) /* else the list may not exist yet */
        ent_i_sort(f->out->actors.items + s->first_actor, s->actor_count,
                   sizeof(uint32_t), by_number);
    return true;
}

static bool collect_encounter(ent_i_event_finder *f, uint32_t article,
                              uint32_t encounter)
{
    const ent_article *of = ent_i_article_at(f->corpus, article);
    const ent_encounter *e = &of->encounters.items[encounter];
    ent_i_statement s = {.article = article,
                         .encounter = encounter,
                         .event = ENT_NONE,
                         .first_actor = f->out->actors.n};
    if (e->sentence >= of->sentences.n)
        return true;
    if (!collect_actors(f, &s, of, e))
        return false;
    if (s.actor_count < 2) {
        f->out->actors.n = s.first_actor;
        return true;
    }
    return read_facts(f, of, e) && ent_i_vec_push(&f->out->items, s);
}

static bool collect(ent_i_event_finder *f)
{
    for (uint32_t i = 0; i < f->corpus->articles.n; i++) {
        if (!ent_i_vec_push(&f->out->first, f->out->items.n))
            return false;
        for (uint32_t k = 0; k < ent_i_article_at(f->corpus, i)->encounters.n;
             k++)
            if (!collect_encounter(f, i, k))
                return false;
    }
    return ent_i_vec_push(&f->out->first, f->out->items.n);
}

/* ---- joining ---- */

static bool add_to(ent_i_event *h, uint32_t actor)
{
    for (size_t i = 0; i < h->actors.n; i++)
        if (h->actors.items[i] == actor)
            return true;
    return ent_i_vec_push(&h->actors, actor);
}

static bool add_link(ent_i_event_finder *f, uint32_t a, uint32_t b,
                     uint32_t event)
{
    uint32_t *first =
        ent_i_keymap_put(&f->pairs, ent_i_pair_key(a, b), ENT_NONE - 1);
    if (!first)
        return false;
    uint32_t next = *first == ENT_NONE - 1 ? ENT_NONE : *first;
    for (uint32_t i = next; i != ENT_NONE; i = f->links.items[i].next)
        if (f->links.items[i].event == event)
            return true;
    *first = (uint32_t)f->links.n;
    return ent_i_vec_push(&f->links, (ent_i_event_link){event, next});
}

static bool link_pairs(ent_i_event_finder *f, const ent_i_statement *s,
                       uint32_t event)
{
    const uint32_t *actors = f->out->actors.items + s->first_actor;
    for (uint32_t i = 0; i < s->actor_count; i++)
        for (uint32_t k = 0; k < i; k++)
            if (!add_link(f, actors[i], actors[k], event))
                return false;
    return true;
}

/* What one statement leaves open another tells. */
static void complete(ent_i_event *h, const ent_i_facts *s)
{
    if (h->first == ENT_NO_DATE) {
        h->first = s->first;
        h->last = s->last;
    } else if (s->first != ENT_NO_DATE && s->first <= h->last &&
               s->last >= h->first) {
        h->first = s->first > h->first ? s->first : h->first;
        h->last = s->last < h->last ? s->last : h->last;
    }
    if (h->about == ENT_NO_DATE)
        h->about = s->about;
    if (!h->when_text)
        h->when_text = s->when_text;
    if (!h->where)
        h->where = s->where;
    if (!h->form)
        h->form = s->form;
    h->told = h->told && ent_i_is_told(s);
}

static bool join(ent_i_event_finder *f, uint32_t statement, uint32_t event)
{
    ent_i_statement *s = &f->out->items.items[statement];
    ent_i_event *h = &f->events.items[event];
    ent_i_facts *its = &f->facts.items[statement];
    s->event = event;
    its->next = h->statement;
    h->statement = statement;
    complete(h, its);
    for (uint32_t i = 0; i < s->actor_count; i++)
        if (!add_to(h, f->out->actors.items[s->first_actor + i]))
            return false;
    ent_i_sort(h->actors.items, h->actors.n, sizeof(uint32_t), by_number);
    return link_pairs(f, s, event);
}

static bool begin(ent_i_event_finder *f, uint32_t statement)
{
    const ent_i_facts *its = &f->facts.items[statement];
    ent_i_event h = {.first = ENT_NO_DATE,
                     .last = ENT_NO_DATE,
                     .about = ENT_NO_DATE,
                     .statement = ENT_NONE,
                     .kind = its->kind,
                     .standing = its->standing,
                     .told = true,
                     .several = its->weak & ENT_WEAK_SEVERAL};
    return ent_i_vec_push(&f->events, h) &&
           join(f, statement, (uint32_t)f->events.n - 1);
}

/* The event of these two that fits best, the latest among equals; *best says
 * how well. */
static void find_among(const ent_i_event_finder *f, uint32_t statement,
                       uint32_t a, uint32_t b, uint32_t *event, int *best)
{
    uint32_t i = ent_i_keymap_get(&f->pairs, ent_i_pair_key(a, b));
    for (; i != ENT_I_ABSENT; i = f->links.items[i].next) {
        uint32_t other = f->links.items[i].event;
        int how = ent_i_event_fits(f, statement, &f->events.items[other]);
        if (how > *best ||
            (how == *best && how != ENT_I_NO_FIT && other > *event)) {
            *best = how;
            *event = other;
        }
    }
}

static bool place(ent_i_event_finder *f, uint32_t statement)
{
    const ent_i_statement *s = &f->out->items.items[statement];
    const uint32_t *actors = f->out->actors.items + s->first_actor;
    uint32_t event = ENT_NONE;
    int best = ENT_I_NO_FIT;
    for (uint32_t i = 0; i < s->actor_count; i++)
        for (uint32_t k = 0; k < i; k++)
            find_among(f, statement, actors[i], actors[k], &event, &best);
    return best == ENT_I_NO_FIT ? begin(f, statement)
                                : join(f, statement, event);
}

/* ---- in which order ---- */

/* A statement's turn: those that tell a day, then days, then news, then mere
 * words; within these by day. */
typedef struct turn {
    uint32_t class;
    ent_date date;
    uint32_t statement;
} turn;

static int by_turn(const void *a, const void *b)
{
    const turn *x = a, *y = b;
    if (x->class != y->class)
        return x->class < y->class ? -1 : 1;
    if (x->date != y->date)
        return x->date < y->date ? -1 : 1;
    return (x->statement > y->statement) - (x->statement < y->statement);
}

static turn turn_of(const ent_i_event_finder *f, uint32_t statement)
{
    const ent_i_facts *its = &f->facts.items[statement];
    bool days = its->first != ENT_NO_DATE;
    uint32_t class = ent_i_is_told(its)       ? 4
                     : !days                  ? 2 + (its->about == ENT_NO_DATE)
                     : its->last > its->first ? 1
                                              : 0;
    return (turn){class, days ? its->first : its->about, statement};
}

static bool place_all(ent_i_event_finder *f)
{
    size_t n = f->out->items.n;
    turn *turns = ent_i_malloc(n * sizeof *turns);
    if (n && !turns)
        return false;
    for (uint32_t i = 0; i < n; i++)
        turns[i] = turn_of(f, i);
    ent_i_sort(turns, n, sizeof *turns, by_turn);
    bool good = true;
    for (size_t i = 0; good && i < n; i++)
        good = place(f, turns[i].statement);
    ent_i_free(turns);
    return good;
}

bool ent_i_find_events(ent_i_statements *out, const ent_corpus *corpus)
{
    ent_i_event_finder f = {.corpus = corpus, .out = out};
    bool good = collect(&f) && place_all(&f);
    for (size_t i = 0; i < f.events.n; i++) {
        const ent_i_event *h = &f.events.items[i];
        good =
            good && ent_i_vec_push(&out->days, (ent_i_days){h->first, h->last});
        ent_i_vec_free(&f.events.items[i].actors);
    }
    ent_i_vec_free(&f.events);
    ent_i_vec_free(&f.facts);
    ent_i_vec_free(&f.links);
    ent_i_keymap_free(&f.pairs);
    ent_i_strmap_free(&f.phrases);
    if (!good)
        ent_i_statements_free(out);
    return good;
}

void ent_i_statements_free(ent_i_statements *statements)
{
    ent_i_vec_free(&statements->items);
    ent_i_vec_free(&statements->actors);
    ent_i_vec_free(&statements->first);
    ent_i_vec_free(&statements->days);
}

uint32_t ent_i_event_of(const ent_i_statements *statements, uint32_t article,
                        uint32_t encounter)
{
    if (article + 1 >= statements->first.n)
        return ENT_NONE;
    for (size_t i = statements->first.items[article];
         i < statements->first.items[article + 1]; i++)
        if (statements->items.items[i].encounter == encounter)
            return statements->items.items[i].event;
    return ENT_NONE;
}
