/* Parts the persons who share a full name. The one whom most articles with the
 * root's own spelling mean keeps the root; each other gets a node, such as
 * "John Roe (Ohio)". An article that doesn't say whom it means goes to the one
 * whom the other names in it, its month and its title fit best. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/across.h"
#include "corpus/context.h"
#include "corpus/namesakes.h"
#include "corpus/posts.h"

enum { LABEL_ROOM = 512, MAX_BRIEF = 8 };
/* Nobody is in the news by his name alone so long before he has the post. */
enum { EARLY = 365 };

/* How sure it is whom an article means that says so. */
static const float SURE = 0.95f;

/* A record that may be several bearers'. */
typedef struct open_record {
    uint32_t record;
    uint32_t node; /* its own */
    uint32_t names;
    unsigned meant;
} open_record;

typedef struct dividing {
    ent_i_resolution *r;
    const ent_corpus *corpus;
    ent_i_namesake_list list;
    ent_i_keymap names; /* root -> which names of the list */
    ent_i_keymap spelt; /* node and bearer -> records that say so */
    ENT_I_VEC(open_record) open;
    ent_i_context context;
} dividing;

static bool is_among(unsigned meant, size_t bearer)
{
    return meant >> bearer & 1;
}

/* The number of the first bearer among the bits, of which there is one. */
static size_t first_of(unsigned meant)
{
    size_t i = 0;
    while (!is_among(meant, i))
        i++;
    return i;
}

/* The number of the only bearer among the bits, or ENT_I_NAMESAKES. */
static size_t only(unsigned meant)
{
    size_t first = first_of(meant);
    return meant == 1u << first ? first : ENT_I_NAMESAKES;
}

static uint64_t spelt_key(uint32_t node, size_t bearer)
{
    return (uint64_t)node << 8 | bearer;
}

static uint32_t times_spelt(const dividing *d, uint32_t node, size_t bearer)
{
    uint32_t n = ent_i_keymap_get(&d->spelt, spelt_key(node, bearer));
    return n == ENT_I_ABSENT ? 0 : n;
}

static ent_date day_of(const dividing *d, uint32_t record)
{
    return ent_i_date_of(d->corpus, ent_i_record_at(d->r, record)->article);
}

static void add_day(ent_i_bearer *bearer, ent_date day)
{
    bearer->articles++;
    if (day != ENT_NO_DATE && day < bearer->first)
        bearer->first = day;
}

/* How often each bearer's articles use each spelling of the name, and when the
 * first is. */
static bool count_spellings(dividing *d, ent_i_namesakes *names)
{
    for (size_t i = names->first; i < names->end; i++) {
        const ent_i_posting *p = &d->list.postings.items[i];
        size_t bearer = only(ent_i_namesakes_meant(names, p));
        if (bearer == ENT_I_NAMESAKES)
            continue;
        uint32_t node = ent_i_record_at(d->r, p->record)->node;
        uint32_t *n = ent_i_keymap_put(&d->spelt, spelt_key(node, bearer), 0);
        if (!n)
            return false;
        ++*n;
        add_day(&names->bearers[bearer], day_of(d, p->record));
    }
    return true;
}

/* The spelling that the bearer's articles use most. */
static uint32_t usual_node(const dividing *d, const ent_i_namesakes *names,
                           size_t bearer)
{
    uint32_t best = names->root, most = 0;
    for (size_t i = names->first; i < names->end; i++) {
        uint32_t record = d->list.postings.items[i].record;
        uint32_t node = ent_i_record_at(d->r, record)->node;
        uint32_t n = times_spelt(d, node, bearer);
        if (n > most) {
            most = n;
            best = node;
        }
    }
    return best;
}

static size_t main_bearer(const dividing *d, const ent_i_namesakes *names)
{
    size_t best = 0;
    for (size_t i = 1; i < names->n; i++) {
        uint32_t x = times_spelt(d, names->root, i);
        uint32_t y = times_spelt(d, names->root, best);
        if (x > y || (x == y && names->bearers[i].articles >
                                    names->bearers[best].articles))
            best = i;
    }
    return best;
}

/* ---- nodes ---- */

typedef struct title_count {
    ent_i_strmap counts; /* title -> mentions */
    char best[LABEL_ROOM / 4];
    uint32_t most;
} title_count;

/* Of the title's last word: that of "Navy Capt." is the rank. */
static bool count_title(title_count *titles, const char *title, size_t size)
{
    title = ent_i_post_word(title, &size);
    uint32_t *n = ent_i_strmap_put(&titles->counts, title, size, 0);
    if (!n)
        return false;
    if (++*n > titles->most && size < sizeof titles->best) {
        titles->most = *n;
        memcpy(titles->best, title, size);
        titles->best[size] = '\0';
    }
    return true;
}

/* Counts the titles of this kind that an article gives to somebody. */
static bool count_titles(const dividing *d, uint32_t index, unsigned kind,
                         title_count *titles)
{
    uint32_t at = ent_i_record_at(d->r, index)->article;
    const ent_article *article = ent_i_article_at(d->corpus, at);
    const uint32_t *record = ent_i_assigned_in(d->corpus, at);
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        const char *title = ent_article_field(article, (ent_field)m->field) +
                            m->honorific_start;
        size_t size = m->honorific_end - m->honorific_start;
        if (record[i] == index && size &&
            ent_i_post_titled(ent_i_lexicon_of(article), title, size) & kind &&
            !count_title(titles, title, size))
            return false;
    }
    return true;
}

/* What tells a bearer without a state from the others: the title before his
 * name, in its most frequent form. */
static bool find_title(const dividing *d, const ent_i_namesakes *names,
                       size_t bearer, title_count *titles)
{
    bool ok = true;
    for (size_t i = names->first; ok && i < names->end; i++) {
        const ent_i_posting *p = &d->list.postings.items[i];
        if (only(ent_i_namesakes_meant(names, p)) == bearer)
            ok = count_titles(d, p->record, names->bearers[bearer].kinds,
                              titles);
    }
    return ok;
}

/* The node that is shown by this label, which is as good a name as the other's;
 * the alias file may know it. */
static uint32_t add_node(ent_i_resolution *r, uint32_t like, const char *label)
{
    uint32_t surface = ent_i_surface_of(r, ENT_PERSON, label, strlen(label));
    if (surface == ENT_NONE)
        return ENT_NONE;
    uint32_t index = r->surfaces.items[surface].node;
    ent_i_known_name *node = &r->nodes.items[index];
    const ent_i_known_name *other = &r->nodes.items[like];
    node->label = r->surfaces.items[surface].text;
    node->name = other->name;
    node->gender = other->gender;
    node->full = node->seen = true;
    return index;
}

static bool make_node(dividing *d, ent_i_namesakes *names, size_t bearer)
{
    ent_i_bearer *who = &names->bearers[bearer];
    uint32_t like = usual_node(d, names, bearer);
    title_count titles = {.best = ""};
    char label[LABEL_ROOM];
    bool ok = who->state || find_title(d, names, bearer, &titles);
    if (ok) {
        snprintf(label, sizeof label, "%s (%s)", d->r->nodes.items[like].label,
                 who->state ? who->state : titles.best);
        who->node = add_node(d->r, like, label);
    }
    ent_i_strmap_free(&titles.counts);
    return ok && who->node != ENT_NONE;
}

static bool make_nodes(dividing *d, ent_i_namesakes *names)
{
    size_t first = main_bearer(d, names);
    names->bearers[first].node = names->root;
    for (size_t i = 0; i < names->n; i++)
        if (i != first && !make_node(d, names, i))
            return false;
    return true;
}

/* ---- records ---- */

static bool move_habit(ent_i_resolution *r, uint32_t brief, uint32_t from,
                       uint32_t to)
{
    uint32_t *old =
        ent_i_keymap_put(&r->habits, (uint64_t)brief << 32 | from, 0);
    if (!old)
        return false;
    if (!*old)
        return true;
    --*old;
    uint32_t *made =
        ent_i_keymap_put(&r->habits, (uint64_t)brief << 32 | to, 0);
    if (made)
        ++*made;
    return made != NULL;
}

/* The short names of the record are the other bearer's, each once. */
static bool move_habits(dividing *d, uint32_t index, uint32_t to)
{
    ent_i_resolution *r = d->r;
    uint32_t at = ent_i_record_at(r, index)->article, seen[MAX_BRIEF];
    const ent_article *article = ent_i_article_at(d->corpus, at);
    const uint32_t *record = ent_i_assigned_in(d->corpus, at);
    size_t n = 0;
    for (size_t i = 0; n < MAX_BRIEF && i < article->mentions.n; i++) {
        if (record[i] != index)
            continue;
        uint32_t surface =
            ent_i_mention_surface(r, article, &article->mentions.items[i]);
        if (surface == ENT_NONE)
            return false;
        uint32_t brief = r->surfaces.items[surface].node;
        size_t k = 0;
        while (k < n && seen[k] != brief)
            k++;
        if (k < n || r->nodes.items[brief].full)
            continue;
        seen[n++] = brief;
        if (!move_habit(r, brief, ent_i_record_at(r, index)->node, to))
            return false;
    }
    return true;
}

/* Gives the record to the bearer. */
static bool give(dividing *d, uint32_t index, const ent_i_namesakes *names,
                 size_t bearer)
{
    ent_i_resolution *r = d->r;
    uint32_t to = names->bearers[bearer].node;
    ent_i_record *record = ent_i_record_at(r, index);
    if (to == names->root)
        return true;
    if (ent_i_counts(d->corpus, record->article)) {
        if (!move_habits(d, index, to))
            return false;
        r->nodes.items[record->node].articles--;
        r->nodes.items[record->node].mentions -= record->mentions;
        r->nodes.items[to].articles++;
        r->nodes.items[to].mentions += record->mentions;
    }
    record->node = to;
    record->stands_for = ent_i_root(r, to);
    return true;
}

static int by_record(const void *a, const void *b)
{
    const ent_i_posting *x = a, *y = b;
    return (x->record > y->record) - (x->record < y->record);
}

static const ent_i_posting *
posting_of(const dividing *d, const ent_i_namesakes *names, uint32_t record)
{
    ent_i_posting wanted = {.record = record};
    return bsearch(&wanted, d->list.postings.items + names->first,
                   names->end - names->first, sizeof wanted, by_record);
}

/* Gives away the records that say whose they are, and lists the others. */
static bool give_said(dividing *d)
{
    ent_i_resolution *r = d->r;
    for (uint32_t i = 0; i < r->records.n; i++) {
        ent_i_record *record = ent_i_record_at(r, i);
        uint32_t at = ent_i_keymap_get(&d->names, ent_i_root(r, record->node));
        if (at == ENT_I_ABSENT || !r->nodes.items[record->node].full)
            continue;
        const ent_i_namesakes *names = &d->list.items.items[at];
        unsigned meant = ent_i_namesakes_meant(names, posting_of(d, names, i));
        size_t bearer = only(meant);
        if (bearer == ENT_I_NAMESAKES) {
            if (!ent_i_vec_push(&d->open,
                                (open_record){i, record->node, at, meant}))
                return false;
            continue;
        }
        record->reason = ENT_BY_POST;
        record->confidence = SURE;
        if (!give(d, i, names, bearer))
            return false;
    }
    return true;
}

/* Learns what is near each bearer. */
static bool learn(dividing *d)
{
    bool *marked = ent_i_calloc(d->r->nodes.n + 1, sizeof *marked);
    for (size_t i = 0; marked && i < d->list.items.n; i++) {
        const ent_i_namesakes *names = &d->list.items.items[i];
        for (size_t j = 0; j < names->n; j++)
            marked[ent_i_root(d->r, names->bearers[j].node)] = true;
    }
    bool ok =
        marked && ent_i_context_learn(&d->context, d->r, d->corpus, marked);
    ent_i_free(marked);
    return ok;
}

/* The same, only from articles that say whom they mean: meanwhile the other
 * records are nobody's. */
static bool learn_from_said(dividing *d)
{
    ent_i_resolution *r = d->r;
    uint32_t nobody = (uint32_t)r->nodes.n;
    ent_i_known_name node = {.parent = nobody, .label = ""};
    if (!ent_i_vec_push(&r->nodes, node))
        return false;
    for (size_t i = 0; i < d->open.n; i++)
        ent_i_record_at(r, d->open.items[i].record)->node = nobody;
    bool ok = learn(d);
    for (size_t i = 0; i < d->open.n; i++)
        ent_i_record_at(r, d->open.items[i].record)->node =
            d->open.items[i].node;
    r->nodes.n--;
    return ok;
}

/* How likely the bearer is by how often he is called so, as a logarithm. */
static double prior(const dividing *d, const ent_i_namesakes *names,
                    size_t bearer, uint32_t node)
{
    double all = 0;
    for (size_t i = 0; i < names->n; i++)
        all += names->bearers[i].articles;
    return log(times_spelt(d, node, bearer) +
               names->bearers[bearer].articles / all);
}

/* The bearers whom an article of this day may mean: those who have their post
 * by then, if any. */
static unsigned by_then(const dividing *d, const open_record *open)
{
    const ent_i_namesakes *names = &d->list.items.items[open->names];
    ent_date day = day_of(d, open->record);
    unsigned meant = 0;
    for (size_t i = 0; i < names->n; i++)
        if (day == ENT_NO_DATE || names->bearers[i].first == INT32_MAX ||
            names->bearers[i].first - EARLY <= day)
            meant |= open->meant & 1u << i;
    return meant ? meant : open->meant;
}

static bool give_open(dividing *d, const open_record *open)
{
    ent_i_record *record = ent_i_record_at(d->r, open->record);
    const ent_i_namesakes *names = &d->list.items.items[open->names];
    unsigned meant = by_then(d, open);
    ent_i_surroundings seen;
    double score[ENT_I_NAMESAKES] = {0}, sum = 0;
    size_t best = first_of(meant);
    ent_i_context_look(&d->context, record, &seen);
    for (size_t i = 0; i < names->n; i++) {
        uint32_t root = ent_i_root(d->r, names->bearers[i].node);
        score[i] = prior(d, names, i, record->node) +
                   ent_i_context_fit(&d->context, &seen, root);
    }
    for (size_t i = best + 1; i < names->n; i++)
        best = is_among(meant, i) && score[i] > score[best] ? i : best;
    for (size_t i = 0; i < names->n; i++)
        sum += is_among(meant, i) ? exp(score[i] - score[best]) : 0;
    record->reason = ENT_BY_CONTEXT;
    record->confidence = (float)(SURE / sum);
    return give(d, open->record, names, best);
}

static bool divide(dividing *d)
{
    bool ok = true;
    for (size_t i = 0; ok && i < d->list.items.n; i++) {
        ent_i_namesakes *names = &d->list.items.items[i];
        ok = ent_i_keymap_put(&d->names, names->root, (uint32_t)i) &&
             count_spellings(d, names) && make_nodes(d, names);
    }
    ok = ok && give_said(d) && learn_from_said(d);
    for (size_t i = 0; ok && i < d->open.n; i++)
        ok = give_open(d, &d->open.items[i]);
    return ok;
}

bool ent_i_divide_namesakes(ent_i_resolution *r, const ent_corpus *corpus)
{
    dividing d = {.r = r, .corpus = corpus};
    bool ok = ent_i_namesakes_find(&d.list, r, corpus) &&
              (!d.list.items.n || divide(&d));
    ent_i_namesakes_free(&d.list);
    ent_i_keymap_free(&d.names);
    ent_i_keymap_free(&d.spelt);
    ent_i_vec_free(&d.open);
    ent_i_context_free(&d.context);
    return ok;
}
