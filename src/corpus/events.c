/* Statements are taken one after the other, the surest first: each joins the
 * event that fits it best, or begins one of its own. Whether one fits is told by
 * who takes part, the kind and form of the contact, the days and the place.
 * Statements without a day are the hard ones: news of the day is about the same
 * event as the next article of that day, but what is told in passing may be long
 * past, and is kept apart unless its article connects it. */
#include "corpus/events.h"

#include <string.h>
#include <strings.h>

#include "core/map.h"

enum {
    NEAR = 6,    /* sentences: what stands close together is one event */
    LATE = 2,    /* days that news may come after an event of its own time */
    AHEAD = 7,   /* days that a plan without a day may look ahead */
    WEEK = 7,    /* days within which two meetings of the same are rare */
    MONTH = 31
};

/* How well a statement fits an event; 0: not at all. */
enum { NO = 0, WELL = 3, SURELY = 5, SAME_WORDS = 9 };

typedef struct facts {
    const ent_encounter *encounter;
    ent_date first, last; /* the days told; ENT_NO_DATE: none */
    ent_date about;       /* the day of an article that tells news of its own
                             time; ENT_NO_DATE: no news, or no day */
    uint64_t words;       /* of the sentence */
    uint32_t next;        /* statement of the same event, or ENT_NONE */
} facts;

typedef struct happening {
    ent_date first, last; /* what all statements' days have in common */
    ent_date about;
    uint32_t statement;   /* the last that joined; facts.next chains them */
    const char *when_text; /* of one statement */
    const char *where;
    uint8_t kind;
    uint8_t form;
    uint8_t standing; /* of the first statement */
    bool told;        /* no statement tells more than words */
    bool several;     /* more than one contact */
    ENT_I_VEC(uint32_t) actors; /* sorted */
} happening;

/* An event among those of a pair of actors. */
typedef struct link {
    uint32_t event;
    uint32_t next;
} link;

typedef struct finder {
    const ent_corpus *corpus;
    ent_i_statements *out;
    ENT_I_VEC(facts) facts; /* by statement */
    ENT_I_VEC(happening) events;
    ENT_I_VEC(link) links;
    ent_i_keymap pairs; /* pair of actors to its first link */
} finder;

/* ---- what a statement tells ---- */

void ent_i_days_of(const ent_encounter *encounter, ent_date *first,
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

static facts read_facts(const ent_article *article, const ent_encounter *e)
{
    facts f = {.encounter = e, .next = ENT_NONE};
    const ent_sentence *s = &article->sentences.items[e->sentence];
    const char *text = ent_article_field(article, (ent_field)s->field);
    ent_i_days_of(e, &f.first, &f.last);
    f.about = news_day(article, e);
    f.words = ent_i_hash(text + s->start, s->end - s->start);
    return f;
}

static bool is_told(const ent_encounter *e) { return e->weak & ENT_WEAK_TOLD; }

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

static bool collect_actors(finder *f, ent_i_statement *s,
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

static bool collect_encounter(finder *f, uint32_t article, uint32_t encounter)
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
    return ent_i_vec_push(&f->facts, read_facts(of, e)) &&
           ent_i_vec_push(&f->out->items, s);
}

static bool collect(finder *f)
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

/* ---- does it fit? ---- */

static uint32_t count_shared(const uint32_t *a, size_t a_count,
                             const uint32_t *b, size_t b_count)
{
    uint32_t shared = 0;
    for (size_t i = 0, k = 0; i < a_count && k < b_count;) {
        shared += a[i] == b[k];
        bool first = a[i] <= b[k];
        k += a[i] >= b[k];
        i += first;
    }
    return shared;
}

/* Two thirds of the smaller party, since one statement names more of those
 * present than another. */
static bool same_people(const finder *f, const ent_i_statement *s,
                        const happening *h)
{
    size_t least = s->actor_count < h->actors.n ? s->actor_count : h->actors.n;
    uint32_t shared =
        count_shared(f->out->actors.items + s->first_actor, s->actor_count,
                     h->actors.items, h->actors.n);
    return shared >= 2 && 3 * shared >= 2 * least;
}

static bool contains(const char *text, const char *part)
{
    size_t n = strlen(part);
    for (; *text; text++)
        if (strncasecmp(text, part, n) == 0)
            return true;
    return false;
}

static bool elsewhere(const happening *h, const ent_encounter *e)
{
    return h->where && e->where && !contains(h->where, e->where) &&
           !contains(e->where, h->where);
}

/* Whether the event was told in the same words before: in a copy of the article,
 * or as background taken over from day to day. */
static bool same_words(const finder *f, uint64_t words, const happening *h)
{
    for (uint32_t i = h->statement; i != ENT_NONE; i = f->facts.items[i].next)
        if (f->facts.items[i].words == words)
            return true;
    return false;
}

/* How the event's statements in the same article relate to this one. */
typedef struct company {
    bool any;       /* there are some */
    bool near;      /* one is in a sentence not far away */
    bool same_time; /* one has the same words for the time */
    bool same_form; /* one speaks of the letter, debate, interview, too */
} company;

/* "on Friday" and "Friday" are the same words. */
static bool same_time(const char *a, const char *b)
{
    return a && b && (contains(a, b) || contains(b, a));
}

static company find_company(const finder *f, const ent_i_statement *s,
                            const happening *h)
{
    const ent_encounter *e =
        f->facts.items[s - f->out->items.items].encounter;
    company found = {false, false, false, false};
    for (uint32_t i = h->statement; i != ENT_NONE; i = f->facts.items[i].next) {
        if (f->out->items.items[i].article != s->article)
            continue;
        const ent_encounter *other = f->facts.items[i].encounter;
        uint32_t apart = other->sentence > e->sentence
                             ? other->sentence - e->sentence
                             : e->sentence - other->sentence;
        found.any = true;
        found.near = found.near || apart <= NEAR;
        found.same_time =
            found.same_time || same_time(other->when_text, e->when_text);
        found.same_form =
            found.same_form || (e->form && other->form == e->form);
    }
    return found;
}

/* Both tell days. */
static int fit_days(const facts *s, const happening *h)
{
    ent_date first = s->first > h->first ? s->first : h->first;
    ent_date last = s->last < h->last ? s->last : h->last;
    ent_date wide = s->last - s->first > h->last - h->first
                        ? s->last - s->first
                        : h->last - h->first;
    if (first > last)
        return NO;
    return wide == 0 ? SURELY : wide < WEEK ? WELL + 1
                     : wide < MONTH         ? WELL
                                            : NO;
}

static bool is_ahead(ent_standing standing)
{
    return standing == ENT_PLANNED || standing == ENT_PROPOSED;
}

/* News of day `about` and an event of the days first to last. */
static int fit_news(ent_date about, ent_standing standing, ent_date first,
                    ent_date last)
{
    if (last - first >= WEEK)
        return NO;
    if (is_ahead(standing))
        return last >= about && first <= about + AHEAD ? WELL : NO;
    return last >= about - LATE && first <= about + 1 ? WELL : NO;
}

/* Neither tells a day. */
static int fit_both_news(const facts *s, const happening *h)
{
    ent_date apart =
        s->about > h->about ? s->about - h->about : h->about - s->about;
    return apart <= 1 ? WELL - 1 : NO;
}

static int fit_time(const facts *s, const happening *h)
{
    bool days = s->first != ENT_NO_DATE, event_days = h->first != ENT_NO_DATE;
    if (days && event_days)
        return fit_days(s, h);
    if (event_days && s->about != ENT_NO_DATE)
        return fit_news(s->about, (ent_standing)s->encounter->standing,
                        h->first, h->last);
    if (days && h->about != ENT_NO_DATE)
        return fit_news(h->about, (ent_standing)h->standing, s->first, s->last);
    return s->about != ENT_NO_DATE && h->about != ENT_NO_DATE
               ? fit_both_news(s, h)
               : NO;
}

/* Words to somebody fall in meetings and in calls; "notified" is itself a
 * call. */
static bool may_be_in(const ent_encounter *told, uint8_t kind)
{
    return is_told(told) && told->kind == ENT_MEET && kind != ENT_JOINT;
}

/* Whether the two contradict each other whatever the day. An appearance and a
 * meeting are seldom one, except on the same day. */
static bool differs(const facts *s, const happening *h, int time)
{
    const ent_encounter *e = s->encounter;
    if (e->form && h->form && e->form != h->form)
        return true;
    if (e->kind == h->kind || may_be_in(e, h->kind))
        return false;
    bool joint = e->kind == ENT_JOINT || h->kind == ENT_JOINT;
    return !(joint && time == SURELY) && !(h->told && h->kind == ENT_MEET);
}

/* Whether only the article can tell that both are one: words to somebody and
 * denials may have been at any time. */
static bool needs_article(const facts *s, const happening *h)
{
    const ent_encounter *e = s->encounter;
    return is_told(e) || h->told ||
           (e->standing == ENT_DENIED) != (h->standing == ENT_DENIED);
}

/* Whether both tell of a time, be it in words that give no days: these may mean
 * "two years ago". */
static bool is_another_time(const facts *s, const happening *h)
{
    return (s->first != ENT_NO_DATE || s->encounter->when_text) &&
           (h->first != ENT_NO_DATE || h->when_text);
}

static int fit(const finder *f, uint32_t statement, const happening *h)
{
    const ent_i_statement *s = &f->out->items.items[statement];
    const facts *its = &f->facts.items[statement];
    if (!same_people(f, s, h))
        return NO;
    if (same_words(f, its->words, h))
        return SAME_WORDS;
    if (h->several || its->encounter->weak & ENT_WEAK_SEVERAL)
        return NO;
    int time = fit_time(its, h);
    if (differs(its, h, time) ||
        (time != SURELY && elsewhere(h, its->encounter)))
        return NO;
    if (time == SURELY)
        return time;
    company with = find_company(f, s, h);
    if (with.same_time)
        return WELL + 1;
    if (time == NO && is_another_time(its, h))
        return NO;
    if (with.any && (time != NO || with.near || with.same_form))
        return WELL + 1;
    return needs_article(its, h) ? NO : time;
}

/* ---- joining ---- */

static bool add_to(happening *h, uint32_t actor)
{
    for (size_t i = 0; i < h->actors.n; i++)
        if (h->actors.items[i] == actor)
            return true;
    return ent_i_vec_push(&h->actors, actor);
}

static bool add_link(finder *f, uint32_t a, uint32_t b, uint32_t event)
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
    return ent_i_vec_push(&f->links, (link){event, next});
}

static bool link_pairs(finder *f, const ent_i_statement *s, uint32_t event)
{
    const uint32_t *actors = f->out->actors.items + s->first_actor;
    for (uint32_t i = 0; i < s->actor_count; i++)
        for (uint32_t k = 0; k < i; k++)
            if (!add_link(f, actors[i], actors[k], event))
                return false;
    return true;
}

/* What one statement leaves open another tells. */
static void complete(happening *h, const facts *s)
{
    const ent_encounter *e = s->encounter;
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
        h->when_text = e->when_text;
    if (!h->where)
        h->where = e->where;
    if (!h->form)
        h->form = e->form;
    h->told = h->told && is_told(e);
}

static bool join(finder *f, uint32_t statement, uint32_t event)
{
    ent_i_statement *s = &f->out->items.items[statement];
    happening *h = &f->events.items[event];
    facts *its = &f->facts.items[statement];
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

static bool begin(finder *f, uint32_t statement)
{
    const facts *its = &f->facts.items[statement];
    happening h = {.first = ENT_NO_DATE,
                   .last = ENT_NO_DATE,
                   .about = ENT_NO_DATE,
                   .statement = ENT_NONE,
                   .kind = its->encounter->kind,
                   .standing = its->encounter->standing,
                   .told = true,
                   .several = its->encounter->weak & ENT_WEAK_SEVERAL};
    return ent_i_vec_push(&f->events, h) &&
           join(f, statement, (uint32_t)f->events.n - 1);
}

/* The event of these two that fits best, the latest among equals; *best says
 * how well. */
static void find_among(const finder *f, uint32_t statement, uint32_t a,
                       uint32_t b, uint32_t *event, int *best)
{
    uint32_t i = ent_i_keymap_get(&f->pairs, ent_i_pair_key(a, b));
    for (; i != ENT_I_ABSENT; i = f->links.items[i].next) {
        uint32_t other = f->links.items[i].event;
        int how = fit(f, statement, &f->events.items[other]);
        if (how > *best || (how == *best && how != NO && other > *event)) {
            *best = how;
            *event = other;
        }
    }
}

static bool place(finder *f, uint32_t statement)
{
    const ent_i_statement *s = &f->out->items.items[statement];
    const uint32_t *actors = f->out->actors.items + s->first_actor;
    uint32_t event = ENT_NONE;
    int best = NO;
    for (uint32_t i = 0; i < s->actor_count; i++)
        for (uint32_t k = 0; k < i; k++)
            find_among(f, statement, actors[i], actors[k], &event, &best);
    return best == NO ? begin(f, statement) : join(f, statement, event);
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

static turn turn_of(const finder *f, uint32_t statement)
{
    const facts *its = &f->facts.items[statement];
    bool days = its->first != ENT_NO_DATE;
    uint32_t class = is_told(its->encounter)  ? 4
                     : !days                  ? 2 + (its->about == ENT_NO_DATE)
                     : its->last > its->first ? 1
                                              : 0;
    return (turn){class, days ? its->first : its->about, statement};
}

static bool place_all(finder *f)
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
    finder f = {.corpus = corpus, .out = out};
    bool good = collect(&f) && place_all(&f);
    for (size_t i = 0; i < f.events.n; i++) {
        const happening *h = &f.events.items[i];
        good = good && ent_i_vec_push(&out->days, (ent_i_days){h->first,
                                                               h->last});
        ent_i_vec_free(&f.events.items[i].actors);
    }
    ent_i_vec_free(&f.events);
    ent_i_vec_free(&f.facts);
    ent_i_vec_free(&f.links);
    ent_i_keymap_free(&f.pairs);
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
