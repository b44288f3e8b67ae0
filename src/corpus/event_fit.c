#include "corpus/event_fit.h"
#include "core/ascii.h"

#include <string.h>

enum {
    NEAR = 6,  /* sentences: what stands close together is one event */
    LATE = 2,  /* days that news may come after an event of its own time */
    AHEAD = 7, /* days that a plan without a day may look ahead */
    WEEK = 7,  /* days within which two meetings of the same are rare */
    MONTH = 31
};

/* How well a statement fits an event. */
enum { WELL = ENT_I_NO_FIT + 3, SURELY = 5, SAME_WORDS = 9 };

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
static bool same_people(const ent_i_event_finder *f, const ent_i_statement *s,
                        const ent_i_event *h)
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
        if (ent_i_ascii_same(text, part, n))
            return true;
    return false;
}

static bool elsewhere(const ent_i_event *h, const ent_i_facts *s)
{
    return h->where && s->where && !contains(h->where, s->where) &&
           !contains(s->where, h->where);
}

/* Whether the event was told in the same words before: in a copy of the
 * article, or as background taken over from day to day. */
static bool same_words(const ent_i_event_finder *f, uint64_t words,
                       const ent_i_event *h)
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

static company find_company(const ent_i_event_finder *f,
                            const ent_i_statement *s, const ent_i_event *h)
{
    const ent_i_facts *its = &f->facts.items[s - f->out->items.items];
    company found = {false, false, false, false};
    for (uint32_t i = h->statement; i != ENT_NONE; i = f->facts.items[i].next) {
        if (f->out->items.items[i].article != s->article)
            continue;
        const ent_i_facts *other = &f->facts.items[i];
        uint32_t apart = other->sentence > its->sentence
                             ? other->sentence - its->sentence
                             : its->sentence - other->sentence;
        found.any = true;
        found.near = found.near || apart <= NEAR;
        found.same_time =
            found.same_time || same_time(other->when_text, its->when_text);
        found.same_form =
            found.same_form || (its->form && other->form == its->form);
    }
    return found;
}

/* Both tell days. */
static int fit_days(const ent_i_facts *s, const ent_i_event *h)
{
    ent_date first = s->first > h->first ? s->first : h->first;
    ent_date last = s->last < h->last ? s->last : h->last;
    ent_date wide = s->last - s->first > h->last - h->first
                        ? s->last - s->first
                        : h->last - h->first;
    if (first > last)
        return ENT_I_NO_FIT;
    return wide == 0      ? SURELY
           : wide < WEEK  ? WELL + 1
           : wide < MONTH ? WELL
                          : ENT_I_NO_FIT;
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
        return ENT_I_NO_FIT;
    if (is_ahead(standing))
        return last >= about && first <= about + AHEAD ? WELL : ENT_I_NO_FIT;
    return last >= about - LATE && first <= about + 1 ? WELL : ENT_I_NO_FIT;
}

/* Neither tells a day. */
static int fit_both_news(const ent_i_facts *s, const ent_i_event *h)
{
    ent_date apart =
        s->about > h->about ? s->about - h->about : h->about - s->about;
    return apart <= 1 ? WELL - 1 : ENT_I_NO_FIT;
}

static int fit_time(const ent_i_facts *s, const ent_i_event *h)
{
    bool days = s->first != ENT_NO_DATE, event_days = h->first != ENT_NO_DATE;
    if (days && event_days)
        return fit_days(s, h);
    if (event_days && s->about != ENT_NO_DATE)
        return fit_news(s->about, (ent_standing)s->standing, h->first, h->last);
    if (days && h->about != ENT_NO_DATE)
        return fit_news(h->about, (ent_standing)h->standing, s->first, s->last);
    return s->about != ENT_NO_DATE && h->about != ENT_NO_DATE
               ? fit_both_news(s, h)
               : ENT_I_NO_FIT;
}

/* Words to somebody fall in meetings and in calls; "notified" is itself a
 * call. */
static bool may_be_in(const ent_i_facts *told, uint8_t kind)
{
    return ent_i_is_told(told) && told->kind == ENT_MEET && kind != ENT_JOINT;
}

/* Whether the two contradict each other whatever the day. An appearance and a
 * meeting are seldom one, except on the same day. */
static bool differs(const ent_i_facts *s, const ent_i_event *h, int time)
{
    if (s->form && h->form && s->form != h->form)
        return true;
    if (s->kind == h->kind || may_be_in(s, h->kind))
        return false;
    bool joint = s->kind == ENT_JOINT || h->kind == ENT_JOINT;
    return !(joint && time == SURELY) && !(h->told && h->kind == ENT_MEET);
}

/* Whether only the article can tell that both are one: words to somebody and
 * denials may have been at any time. */
static bool needs_article(const ent_i_facts *s, const ent_i_event *h)
{
    return ent_i_is_told(s) || h->told ||
           (s->standing == ENT_DENIED) != (h->standing == ENT_DENIED);
}

/* Whether both tell of a time, be it in words that give no days: these may mean
 * "two years ago". */
static bool is_another_time(const ent_i_facts *s, const ent_i_event *h)
{
    return (s->first != ENT_NO_DATE || s->when_text) &&
           (h->first != ENT_NO_DATE || h->when_text);
}

int ent_i_event_fits(const ent_i_event_finder *f, uint32_t statement,
                     const ent_i_event *h)
{
    const ent_i_statement *s = &f->out->items.items[statement];
    const ent_i_facts *its = &f->facts.items[statement];
    if (!same_people(f, s, h))
        return ENT_I_NO_FIT;
    if (same_words(f, its->words, h))
        return SAME_WORDS;
    if (h->several || its->weak & ENT_WEAK_SEVERAL)
        return ENT_I_NO_FIT;
    int time = fit_time(its, h);
    if (differs(its, h, time) || (time != SURELY && elsewhere(h, its)))
        return ENT_I_NO_FIT;
    if (time == SURELY)
        return time;
    company with = find_company(f, s, h);
    if (with.same_time)
        return WELL + 1;
    if (time == ENT_I_NO_FIT && is_another_time(its, h))
        return ENT_I_NO_FIT;
    if (with.any && (time != ENT_I_NO_FIT || with.near || with.same_form))
        return WELL + 1;
    return needs_article(its, h) ? ENT_I_NO_FIT : time;
}
