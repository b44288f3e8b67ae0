/* Finds full names of two persons. What shows it are posts that nobody has both
 * of: seats in parliament for two states; or a seat and, while it is held, a
 * rank or a throne. Posts that follow one another are a career, and a few
 * articles that contradict all others are slips. */
#include "corpus/namesakes.h"

#include <string.h>

#include "corpus/posts.h"

enum {
    LEAST = 3,       /* articles that show a post */
    PER_BEARER = 15, /* the rarer post is in one of so many, or it is a slip */
    PER_WISH = 4,    /* a president by one in so many articles with his seat is
                      * one who might become president */
    PER_BOTH = 10,   /* one in so many may give both posts to one */
    PER_TOGETHER = 4 /* one in so many is from when the other post is held */
};
enum { MAX_STATES = 64 };

/* ---- what articles say ---- */

/* The posting of the record, which is of the last article, or a new one. */
static ent_i_posting *posting_of(ent_i_namesake_list *list,
                                 const ent_i_resolution *r, uint32_t record)
{
    uint32_t article = ent_i_record_at(r, record)->article;
    for (size_t i = list->postings.n; i-- > 0;) {
        ent_i_posting *known = &list->postings.items[i];
        if (known->record == record)
            return known;
        if (ent_i_record_at(r, known->record)->article != article)
            break;
    }
    ent_i_posting made = {.record = record,
                          .root =
                              ent_i_root(r, ent_i_record_at(r, record)->node)};
    return ent_i_vec_push(&list->postings, made)
               ? &list->postings.items[list->postings.n - 1]
               : NULL;
}

/* Whether the mention is of a full name, as it is written. */
static bool is_in_full(const ent_article *article, const ent_mention *m)
{
    const char *field = ent_article_field(article, (ent_field)m->field);
    return memchr(field + m->start, ' ', m->end - m->start) != NULL;
}

static bool read_mention(ent_i_namesake_list *list, const ent_i_resolution *r,
                         const ent_article *article, const ent_mention *m,
                         uint32_t record)
{
    ent_i_post post = ent_i_post_of(article, m);
    if (!post.kinds)
        return true;
    ent_i_posting *posting = posting_of(list, r, record);
    if (!posting)
        return false;
    posting->all |= post.kinds;
    if (is_in_full(article, m))
        posting->full |= post.kinds;
    if (post.state && !posting->state)
        posting->state = post.state;
    else if (post.state && strcmp(post.state, posting->state) != 0)
        posting->state = "";
    return true;
}

static bool read_articles(ent_i_namesake_list *list, const ent_i_resolution *r,
                          const ent_corpus *corpus)
{
    for (size_t i = 0; i < corpus->articles.n; i++) {
        const ent_article *article = ent_i_article_at(corpus, i);
        const uint32_t *record = ent_i_assigned_in(corpus, i);
        for (size_t j = 0; j < article->mentions.n; j++) {
            const ent_mention *m = &article->mentions.items[j];
            if (record[j] != ENT_NONE && m->type == ENT_PERSON &&
                r->nodes.items[ent_i_record_at(r, record[j])->node].full &&
                !read_mention(list, r, article, m, record[j]))
                return false;
        }
    }
    return true;
}

static int by_root(const void *a, const void *b)
{
    const ent_i_posting *x = a, *y = b;
    if (x->root != y->root)
        return x->root < y->root ? -1 : 1;
    return (x->record > y->record) - (x->record < y->record);
}

/* ---- one name ---- */

typedef struct finding {
    const ent_i_resolution *r;
    const ent_corpus *corpus;
    const ent_i_posting *first, *end; /* of one root */
} finding;

/* Which posts the one excludes. */
static unsigned others_of(unsigned kind)
{
    return kind & ENT_I_POST_SEATED ? ENT_I_POST_RANK | ENT_I_POST_THRONE
                                    : ENT_I_POST_SEATED;
}

static uint32_t article_of(const finding *f, const ent_i_posting *p)
{
    return ent_i_record_at(f->r, p->record)->article;
}

/* Whether the article gives the person this post, and none that it excludes. */
static bool shows(const finding *f, const ent_i_posting *p, unsigned kind)
{
    return p->full & kind && !(p->all & others_of(kind)) &&
           ent_i_counts(f->corpus, article_of(f, p));
}

static uint32_t count_shown(const finding *f, unsigned kind)
{
    uint32_t n = 0;
    for (const ent_i_posting *p = f->first; p < f->end; p++)
        n += shows(f, p, kind);
    return n;
}

/* From a day on which articles show a post to another. */
typedef struct period {
    ent_date first, last;
} period;

static ent_date day_of(const finding *f, const ent_i_posting *p)
{
    return ent_i_date_of(f->corpus, article_of(f, p));
}

/* Puts the day among the first ones, in order. */
static void put_day(ent_date days[LEAST], ent_date day)
{
    size_t i = LEAST;
    for (; i && days[i - 1] > day; i--)
        if (i < LEAST)
            days[i] = days[i - 1];
    if (i < LEAST)
        days[i] = day;
}

/* Without so many articles at either end. */
static period period_of(const finding *f, unsigned kind, size_t without)
{
    ent_date first[LEAST], last[LEAST]; /* negated: the last come first */
    for (size_t i = 0; i < LEAST; i++)
        first[i] = last[i] = INT32_MAX;
    for (const ent_i_posting *p = f->first; p < f->end; p++) {
        ent_date day = shows(f, p, kind) ? day_of(f, p) : ENT_NO_DATE;
        if (day == ENT_NO_DATE)
            continue;
        put_day(first, day);
        put_day(last, -day);
    }
    return (period){first[without], -last[without]};
}

static period overlap(period a, period b)
{
    return (period){a.first > b.first ? a.first : b.first,
                    a.last < b.last ? a.last : b.last};
}

static uint32_t count_within(const finding *f, unsigned kind, period in)
{
    uint32_t n = 0;
    for (const ent_i_posting *p = f->first; p < f->end; p++) {
        ent_date day = shows(f, p, kind) ? day_of(f, p) : ENT_NO_DATE;
        n += day != ENT_NO_DATE && day >= in.first && day <= in.last;
    }
    return n;
}

/* Whether the rarer post is held while the other is: several articles before
 * it, and several after it, show the other; or there are several of both from
 * the years that have both. */
static bool are_together(const finding *f, unsigned rare, unsigned other)
{
    period both = overlap(period_of(f, rare, 0), period_of(f, other, 0));
    uint32_t n = count_within(f, rare, period_of(f, other, LEAST - 1));
    if (n < LEAST && count_within(f, other, both) >= LEAST)
        n = count_within(f, rare, both);
    return n >= LEAST && PER_TOGETHER * n >= count_shown(f, rare);
}

/* Whether somebody has a seat and another one the rank or throne. */
static bool exclude(const finding *f, unsigned kind)
{
    uint32_t x = count_shown(f, ENT_I_POST_STATE), y = count_shown(f, kind);
    uint32_t fewer = x < y ? x : y, both = 0;
    bool rank = kind == ENT_I_POST_RANK;
    for (const ent_i_posting *p = f->first; p < f->end; p++)
        both += p->all & kind && p->all & ENT_I_POST_SEATED;
    return fewer >= LEAST &&
           (rank ? PER_BEARER * fewer >= (x < y ? y : x) : PER_WISH * y >= x) &&
           PER_BOTH * both <= fewer &&
           are_together(f, x < y ? ENT_I_POST_STATE : kind,
                        x < y ? kind : ENT_I_POST_STATE);
}

typedef struct electorate {
    const char *state;
    uint32_t articles;
} electorate;

/* The states whose seats the articles speak of; returns how many. */
static size_t list_states(const finding *f, electorate states[MAX_STATES])
{
    size_t n = 0;
    for (const ent_i_posting *p = f->first; p < f->end; p++) {
        size_t i = 0;
        if (!shows(f, p, ENT_I_POST_STATE) || !*p->state)
            continue;
        while (i < n && strcmp(states[i].state, p->state) != 0)
            i++;
        if (i == n && n < MAX_STATES)
            states[n++] = (electorate){p->state, 0};
        if (i < n)
            states[i].articles++;
    }
    return n;
}

static void add_bearer(ent_i_namesakes *names, uint8_t kinds, const char *state)
{
    if (names->n < ENT_I_NAMESAKES)
        names->bearers[names->n++] = (ent_i_bearer){.state = state,
                                                    .node = ENT_NONE,
                                                    .first = INT32_MAX,
                                                    .kinds = kinds};
}

static void add_seats(const finding *f, ent_i_namesakes *names)
{
    electorate states[MAX_STATES];
    size_t n = list_states(f, states);
    uint32_t most = 0;
    for (size_t i = 0; i < n; i++)
        most = states[i].articles > most ? states[i].articles : most;
    for (size_t i = 0; i < n; i++)
        if (states[i].articles >= LEAST &&
            PER_BEARER * states[i].articles >= most)
            add_bearer(names, ENT_I_POST_SEATED, states[i].state);
    names->seated = names->n == 1;
}

/* Whether the user says whose the name is. */
static bool is_decided(const ent_i_resolution *r, uint32_t root)
{
    const ent_i_known_name *node = &r->nodes.items[root];
    return node->shared ||
           (node->entry != ENT_NONE && ent_i_is_users(r, node->entry));
}

/* A general may be a president, too. */
static void add_titled(const finding *f, ent_i_namesakes *names)
{
    static const uint8_t kinds[] = {ENT_I_POST_RANK, ENT_I_POST_THRONE};
    uint8_t held = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        held |= exclude(f, kinds[i]) ? kinds[i] : 0;
    if (held)
        add_bearer(names, held, NULL);
}

static bool find_bearers(const finding *f, ent_i_namesake_list *list)
{
    const ent_i_posting *all = list->postings.items;
    ent_i_namesakes names = {.root = f->first->root,
                             .first = (size_t)(f->first - all),
                             .end = (size_t)(f->end - all)};
    if (is_decided(f->r, names.root))
        return true;
    add_seats(f, &names);
    if (names.n)
        add_titled(f, &names);
    return names.n < 2 || ent_i_vec_push(&list->items, names);
}

bool ent_i_namesakes_find(ent_i_namesake_list *list, const ent_i_resolution *r,
                          const ent_corpus *corpus)
{
    bool ok = read_articles(list, r, corpus);
    const ent_i_posting *items = list->postings.items;
    if (ok)
        ent_i_sort(list->postings.items, list->postings.n,
                   sizeof *list->postings.items, by_root);
    for (size_t i = 0, j; ok && i < list->postings.n; i = j) {
        for (j = i + 1; j < list->postings.n && items[j].root == items[i].root;)
            j++;
        finding f = {r, corpus, items + i, items + j};
        ok = find_bearers(&f, list);
    }
    return ok;
}

void ent_i_namesakes_free(ent_i_namesake_list *list)
{
    ent_i_vec_free(&list->postings);
    ent_i_vec_free(&list->items);
}

/* ---- whom an article means ---- */

/* A title without its state may be of a seat long ago. */
static bool may_mean(const ent_i_namesakes *names, const ent_i_bearer *bearer,
                     const ent_i_posting *posting)
{
    bool here = bearer->kinds & posting->all & ~(unsigned)ENT_I_POST_SEAT;
    if (!here || !(bearer->kinds & ENT_I_POST_STATE) || names->seated ||
        !*posting->state)
        return here;
    return strcmp(bearer->state, posting->state) == 0;
}

unsigned ent_i_namesakes_meant(const ent_i_namesakes *names,
                               const ent_i_posting *posting)
{
    unsigned meant = 0, all = (1u << names->n) - 1;
    for (size_t i = 0; posting && i < names->n; i++)
        meant |= may_mean(names, &names->bearers[i], posting) ? 1u << i : 0;
    return meant ? meant : all;
}
