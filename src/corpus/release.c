/* Bare surnames that an article's only full name of that surname took in,
 * though the corpus leaves the bare surname to somebody else: "Roe" beside
 * Joan Roe, or beside a headline's "Blame Roe". Within one article
 * nothing speaks against it; over the corpus much may. Such mentions leave the
 * cluster for a record of their own, which is read like any other short name.
 * So do full names that are another's over the corpus: "Ann Roe" beside
 * "Joan Ann Roe". */
#include <string.h>

#include "corpus/across.h"
#include "corpus/bearers.h"
#include "corpus/foreign.h"
#include "names/compare.h"

/* The usual bearer of a surname is named in so many times more articles than
 * the one whose cluster is doubted, and in this part of all that name any. */
#define USUAL 5
#define OWNED 0.6
/* So many times more, and a surname is his in articles that show him. */
#define WELL_KNOWN 20
/* So many times more, and the one of the cluster may be no name at all. */
#define FAMOUS 50
/* For each article with his full name, the surname stands alone in this many:
 * readers need no more. */
#define ALONE_PART 0.45
/* The surname must stand alone in so many articles: else no reader would know
 * whose it is. */
enum { ALONE = 3 };
/* A name that is in no more articles may be a misreading. */
enum { RARE = 2 };

typedef struct releasing {
    ent_i_resolution *r;
    ent_corpus *corpus;
    const ent_i_bearers *bearers;
    ent_i_foreign foreign;
} releasing;

/* ---- one mention ---- */

/* What the words before a mention say of whose it is. */
typedef enum belonging {
    ANYBODYS, /* nothing */
    OWN,      /* it is the cluster's */
    ANOTHERS  /* it is not */
} belonging;

/* What an article says of a bare surname within a cluster. */
typedef struct view {
    uint32_t brief;          /* node of the surname */
    uint32_t thing;          /* of the case that has the surname here */
    uint32_t own;            /* root of the cluster's full name */
    uint32_t usual;          /* root of the corpus's usual bearer, who may be
                              * the cluster's */
    const ent_i_bearing *of; /* all bearers */
    uint32_t counts[ANOTHERS + 1]; /* mentions by the surname */
    uint32_t first_brief;          /* sentence in the text; ENT_NONE */
    uint32_t first_full;
    bool usual_here; /* the article names the usual bearer in full */
    bool foreign;    /* the surname is none of the cluster's */
} view;

static unsigned gender_of(const releasing *g, uint32_t root)
{
    return g->r->nodes.items[root].gender;
}

/* Titles of women and of men, and those that one of the two never has. */
static belonging belonging_of(const releasing *g, const ent_article *article,
                              const ent_mention *m, const view *v)
{
    const char *title =
        ent_article_field(article, (ent_field)m->field) + m->honorific_start;
    size_t size = m->honorific_end - m->honorific_start;
    if (!size && v->thing != ENT_NONE) {
        ent_i_signs signs = {0};
        ent_i_signs_add(&signs, article, m);
        return signs.speaking ? OWN : ANOTHERS;
    }
    if (!size)
        return ANYBODYS;
    uint64_t words[ENT_I_TITLE_WORDS];
    size_t n = ent_i_title_hashes(title, size, words);
    unsigned gender = ent_i_title_gender(ent_i_lexicon_default(), title, size);
    unsigned own = gender_of(g, v->own), usual = gender_of(g, v->usual);
    if (gender && own && !(gender & own))
        return ANOTHERS;
    if (v->usual != v->own &&
        ((gender && usual && !(gender & usual)) ||
         ent_i_title_prefers(g->bearers, words, n, v->own, v->usual)))
        return OWN;
    for (uint32_t i = 0; i < v->of->n; i++)
        if (v->of->roots[i] != v->own &&
            ent_i_title_prefers(g->bearers, words, n, v->of->roots[i], v->own))
            return ANOTHERS;
    return ANYBODYS;
}

static bool is_surname(const releasing *g, const ent_article *article,
                       const ent_mention *m, uint32_t brief)
{
    const char *field = ent_article_field(article, (ent_field)m->field);
    return ent_i_find_node(g->r, ENT_PERSON, field + m->start,
                           m->end - m->start) == brief;
}

/* ---- one cluster ---- */

static void look(const releasing *g, uint32_t index, view *v)
{
    size_t at = ent_i_record_at(g->r, index)->article;
    const ent_article *article = ent_i_article_at(g->corpus, at);
    const uint32_t *record = ent_i_assigned_in(g->corpus, at);
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (record[i] == ENT_NONE)
            continue;
        if (record[i] != index) {
            uint32_t node = ent_i_record_at(g->r, record[i])->node;
            v->usual_here |= ent_i_root(g->r, node) == v->usual;
            continue;
        }
        bool brief = is_surname(g, article, m, v->brief);
        uint32_t *first = brief ? &v->first_brief : &v->first_full;
        if (brief)
            v->counts[belonging_of(g, article, m, v)]++;
        if (*first == ENT_NONE && m->field == ENT_FIELD_TEXT)
            *first = m->sentence;
    }
}

/* "Blame Roe": nobody else is called Blame, and few articles have it. */
static bool is_odd(const releasing *g, uint32_t root)
{
    const ent_i_known_name *node = &g->r->nodes.items[root];
    const char *given = ent_i_name_part(&node->name, node->name.given);
    return g->bearers->articles[root] <= RARE &&
           ent_i_bearers_given(g->bearers, root) < 3 &&
           !ent_i_given_gender(given);
}

/* News introduces people in full: who is called by the surname long before the
 * full name stands is somebody whom every reader knows. */
static bool comes_before(const view *v)
{
    return v->first_brief != ENT_NONE && v->first_full != ENT_NONE &&
           v->first_brief + 1 < v->first_full;
}

/* The usual bearer is named far more often, and readers need no full name. */
static bool is_famous(const releasing *g, const view *v, double ratio)
{
    bool shown = v->usual_here || v->counts[ANOTHERS] || comes_before(v) ||
                 v->first_full == ENT_NONE;
    return v->of->alone >= ALONE_PART * g->bearers->articles[v->usual] &&
           (ratio >= FAMOUS || (ratio >= WELL_KNOWN && shown));
}

/* "Ober" is not Dan Ober Jr. where everybody knows Dan Ober. */
static bool is_namesake(const releasing *g, const view *v)
{
    const ent_i_name *own = &g->r->nodes.items[v->own].name;
    return ent_i_name_suffix(own) &&
           ent_i_names_part_kin(own, &g->r->nodes.items[v->usual].name);
}

/* Whether mentions without a telling title leave. */
static ent_i_leaving leaves(const releasing *g, const view *v)
{
    const uint32_t *articles = g->bearers->articles;
    uint32_t most = articles[v->usual];
    double ratio = most / (articles[v->own] + 0.01);
    bool owned = most >= OWNED * v->of->all;
    if (!v->counts[ANYBODYS] || v->usual == v->own ||
        (most < USUAL * articles[v->own] && !v->foreign))
        return ENT_I_STAYS;
    if (v->foreign || is_famous(g, v, ratio) || is_namesake(g, v))
        return ENT_I_LEAVES;
    if (v->counts[OWN])
        return ENT_I_STAYS;
    /* The full name stands in the headline alone, which may be misread. */
    if (v->counts[ANOTHERS] || (v->first_full == ENT_NONE && owned &&
                                (is_odd(g, v->own) || ratio >= FAMOUS)))
        return ENT_I_LEAVES;
    return owned && comes_before(v) ? ENT_I_MAY_LEAVE : ENT_I_STAYS;
}

/* ---- new records ---- */

static void forget_habit(ent_i_resolution *r, uint32_t brief, uint32_t full)
{
    uint32_t *slot =
        ent_i_keymap_put(&r->habits, (uint64_t)brief << 32 | full, 0);
    if (slot && *slot)
        --*slot;
}

/* Keeps the title that says most. */
static bool add_title(ent_i_resolution *r, ent_i_record *made,
                      const char *title, size_t size)
{
    uint64_t words[ENT_I_TITLE_WORDS];
    made->gender |=
        (uint8_t)ent_i_title_gender(ent_i_lexicon_default(), title, size);
    if (!size || (made->title && !ent_i_title_hashes(title, size, words)))
        return true;
    made->title = ent_i_arena_strndup(&r->arena, title, size);
    return made->title != NULL;
}

/* What is known of a mention that leaves its record for a new one. */
static bool move_mention(releasing *g, ent_i_record *made, uint32_t old,
                         const ent_article *article, const ent_mention *m)
{
    ent_i_resolution *r = g->r;
    const char *field = ent_article_field(article, (ent_field)m->field);
    made->surface =
        ent_i_surface_of(r, ENT_PERSON, field + m->start, m->end - m->start);
    made->mentions++;
    if (!add_title(r, made, field + m->honorific_start,
                   m->honorific_end - m->honorific_start))
        return false;
    ent_i_record_at(r, old)->mentions--;
    if (!ent_i_counts(g->corpus, made->article))
        return made->surface != ENT_NONE;
    r->nodes.items[ent_i_record_at(r, old)->node].mentions--;
    r->nodes.items[made->node].mentions++;
    return made->surface != ENT_NONE;
}

/* What mentions that leave a record become, once they are moved. It stands
 * behind all others until they are put in order. */
static ent_i_record leaver(const ent_i_record *from, uint32_t node,
                           ent_i_leaving how)
{
    return (ent_i_record){.article = from->article,
                          .cluster = from->cluster,
                          .node = node,
                          .stands_for = node,
                          .left = from->node,
                          .leaving = (uint8_t)how,
                          .confidence = 1,
                          .part = true,
                          .kin_root = ENT_NONE,
                          .likely = ENT_NONE};
}

static bool part(releasing *g, uint32_t old, const view *v, ent_i_leaving how)
{
    ent_i_resolution *r = g->r;
    uint32_t article = ent_i_record_at(r, old)->article;
    const ent_article *in = ent_i_article_at(g->corpus, article);
    uint32_t *record = ent_i_assigned_in(g->corpus, article);
    uint32_t node = v->thing != ENT_NONE ? v->thing : v->brief;
    ent_i_record made = leaver(ent_i_record_at(r, old), node,
                               how == ENT_I_STAYS ? ENT_I_LEAVES : how);
    bool all = how != ENT_I_STAYS && !v->counts[OWN];
    for (size_t i = 0; i < in->mentions.n; i++) {
        const ent_mention *m = &in->mentions.items[i];
        if (record[i] != old || !is_surname(g, in, m, v->brief))
            continue;
        belonging whose = belonging_of(g, in, m, v);
        if (whose == OWN || (whose == ANYBODYS && how == ENT_I_STAYS))
            continue;
        if (!move_mention(g, &made, old, in, m))
            return false;
        record[i] = (uint32_t)r->records.n;
    }
    bool counted = ent_i_counts(g->corpus, article);
    r->nodes.items[node].articles += counted;
    if (counted && all)
        forget_habit(r, v->brief, made.left);
    return ent_i_vec_push(&r->records, made);
}

/* The thing that the article's "Roe v. Doe" calls by the surname, so that this
 * is not Jane Roe's there; ENT_NONE if there is none. */
static uint32_t case_called(const releasing *g, const ent_i_record *record,
                            uint32_t brief)
{
    const ent_i_known_name *node = &g->r->nodes.items[brief];
    const char *label = node->label;
    uint32_t found;
    if (!record->cased || !ent_i_is_of_case(&node->signs))
        return ENT_NONE;
    const ent_i_signs signs = ent_i_signs_of(g->r, g->corpus, record);
    if (signs.speaking || signs.quoted || signs.titled)
        return ENT_NONE;
    for (int type = ENT_ORG; type <= ENT_MISC; type++) {
        found = ent_i_find_node(g->r, (ent_type)type, label, strlen(label));
        if (found != ENT_NONE && g->r->nodes.items[found].reason == ENT_BY_KIND)
            return found;
    }
    return ENT_NONE;
}

/* Parts mentions by one word from the cluster, if need be: a word of its name,
 * or a foreign one. */
static bool release_word(releasing *g, uint32_t index, uint32_t brief,
                         bool foreign)
{
    const ent_i_record *record = ent_i_record_at(g->r, index);
    if (brief == ENT_I_ABSENT || ent_i_is_bound(&g->r->nodes.items[brief]))
        return true;
    const ent_i_bearing *of = &g->bearers->of[brief];
    uint32_t own = ent_i_root(g->r, record->node);
    uint32_t thing = case_called(g, record, brief);
    if (!of->n || (thing == ENT_NONE &&
                   (of->alone < ALONE || (of->n == 1 && of->roots[0] == own))))
        return true;
    view v = {.brief = brief,
              .thing = thing,
              .own = own,
              .usual = of->roots[0],
              .of = of,
              .foreign = foreign,
              .first_brief = ENT_NONE,
              .first_full = ENT_NONE};
    look(g, index, &v);
    ent_i_leaving how = leaves(g, &v);
    return (how == ENT_I_STAYS && !v.counts[ANOTHERS]) ||
           part(g, index, &v, how);
}

/* Moves n records that were added behind the `old` ones to their articles,
 * behind those that are there; both are in the order of articles. `added` is a
 * copy of them. Begins with the last, since there is no room for a second
 * list. */
static void merge_added(ent_i_resolution *r, size_t old,
                        const ent_i_record *added, size_t n)
{
    for (size_t to = old + n; n && to--;) {
        bool is_added = !old || ent_i_record_at(r, old - 1)->article <=
                                    added[n - 1].article;
        *ent_i_record_at(r, to) =
            is_added ? added[n - 1] : *ent_i_record_at(r, old - 1);
        n -= is_added;
        old -= !is_added;
    }
}

/* Sets each mention's record to where it will be when the added ones stand by
 * article: behind those added to articles before its own, and an added one
 * behind the others of its article. */
static void renumber(const ent_i_resolution *r, ent_corpus *corpus, size_t old,
                     const ent_i_record *added, size_t n)
{
    size_t passed = 0, before = 0, i = 0;
    for (uint32_t article = 0; article < corpus->articles.n; article++) {
        while (passed < old && ent_i_record_at(r, passed)->article <= article)
            passed++;
        for (; i < ent_i_end_of_mentions(corpus, article); i++) {
            uint32_t *record = &corpus->assigned.items[i];
            ent_i_spill_walk(corpus->spill, record);
            if (*record != ENT_NONE)
                *record += (uint32_t)(*record < old ? before : passed - old);
        }
        while (before < n && added[before].article == article)
            before++;
    }
}

/* Records stand by article. */
static bool put_in_order(ent_i_resolution *r, ent_corpus *corpus, size_t old)
{
    size_t n = r->records.n - old;
    ent_i_record *added = ent_i_malloc(n * sizeof *added);
    if (!added)
        return false;
    memcpy(added, r->records.items + old, n * sizeof *added);
    renumber(r, corpus, old, added, n);
    merge_added(r, old, added, n);
    ent_i_free(added);
    return true;
}

static uint32_t surface_node(const releasing *g, const ent_article *article,
                             const ent_mention *m)
{
    uint32_t surface = ent_i_mention_surface(g->r, article, m);
    return surface == ENT_NONE ? ENT_NONE : g->r->surfaces.items[surface].node;
}

/* Whether a mention in a record with this node belongs to another. Where a
 * glued word was cut off, that word may have stood alone, too: "Pellam" beside
 * "Pellam Roe". */
static bool is_foreign_in(const releasing *g, const ent_i_record *record,
                          uint32_t brief)
{
    const ent_i_known_name *nodes = g->r->nodes.items;
    if (record->leaving == ENT_I_CUT)
        return brief != record->node && !nodes[brief].full &&
               nodes[brief].type == ENT_PERSON &&
               ent_i_name_shortens(&nodes[brief].name,
                                   &nodes[record->node].name) ==
                   ENT_I_NOT_SHORT;
    return ent_i_foreign_to(&g->foreign, record->node, brief) == ENT_I_ANOTHERS;
}

/* "Jack" leaves John Roe, whom nobody calls so. */
static bool release_nickname(releasing *g, uint32_t index, uint32_t brief)
{
    uint32_t own = ent_i_root(g->r, ent_i_record_at(g->r, index)->node);
    view v = {.brief = brief,
              .thing = ENT_NONE,
              .own = own,
              .usual = own,
              .of = &g->bearers->of[brief],
              .first_brief = ENT_NONE,
              .first_full = ENT_NONE};
    return part(g, index, &v, ENT_I_LEAVES);
}

static bool release_foreign(releasing *g, uint32_t index)
{
    const ent_i_record *record = ent_i_record_at(g->r, index);
    if (record->leaving != ENT_I_CUT && !g->foreign.has[record->node])
        return true;
    size_t at = record->article;
    const ent_article *article = ent_i_article_at(g->corpus, at);
    for (size_t i = 0; i < article->mentions.n; i++) {
        if (ent_i_assigned_in(g->corpus, at)[i] != index)
            continue;
        uint32_t brief = surface_node(g, article, &article->mentions.items[i]);
        if (brief == ENT_NONE)
            return false;
        record = ent_i_record_at(g->r, index);
        bool odd = record->leaving != ENT_I_CUT &&
                   ent_i_foreign_to(&g->foreign, record->node, brief) ==
                       ENT_I_ODD_NICKNAME;
        if ((odd && !release_nickname(g, index, brief)) ||
            (is_foreign_in(g, record, brief) &&
             !release_word(g, index, brief, true)))
            return false;
    }
    return true;
}

/* The surname, and the first word of the name where no given name is known to
 * be so: "Pellam Wapo". */
static bool release_own(releasing *g, uint32_t index)
{
    const ent_i_resolution *r = g->r;
    const ent_i_record *record = ent_i_record_at(r, index);
    const ent_i_known_name *node = &r->nodes.items[record->node];
    uint32_t brief = ent_i_part_alone(r, node, node->name.family);
    uint32_t given = ent_i_part_alone(r, node, node->name.given);
    bool known =
        ent_i_given_gender(ent_i_name_part(&node->name, node->name.given));
    return release_word(g, index, brief, false) &&
           (known || release_word(g, index, given, false));
}

/* ---- full names ---- */

/* Whether a full name is not the person's after whom its cluster is called:
 * "John Roe Jr." beside "John P. Roe", or the other way round where the father
 * is far better known; or "Ann Roe" beside "Joan Ann Roe", where others are
 * called just so; but "J.A. Roe" is short for "Ann J.A. Roe". */
static bool is_astray(const releasing *g, uint32_t full, uint32_t own)
{
    const ent_i_known_name *x = &g->r->nodes.items[full];
    const ent_i_known_name *y = &g->r->nodes.items[own];
    uint32_t root = ent_i_root(g->r, full), of = ent_i_root(g->r, own);
    const uint32_t *articles = g->bearers->articles;
    if (!x->full || !y->full || root == of || ent_i_is_bound(x) ||
        !articles[root])
        return false;
    if (!ent_i_name_suffix(&x->name) != !ent_i_name_suffix(&y->name))
        return ent_i_name_suffix(&x->name) ||
               articles[root] >= USUAL * articles[of];
    return x->name.core < y->name.core &&
           !ent_i_name_is_initial(&x->name, x->name.given) &&
           ent_i_names_otherwise(&x->name, &y->name).later;
}

/* The article's record of that person, or a new one; ENT_NONE when memory runs
 * out. */
static uint32_t record_for(releasing *g, uint32_t old, uint32_t full)
{
    ent_i_resolution *r = g->r;
    const ent_i_record *from = ent_i_record_at(r, old);
    uint32_t article = from->article;
    uint32_t root = ent_i_root(r, full);
    const uint32_t *record = ent_i_assigned_in(g->corpus, article);
    size_t n = ent_i_article_at(g->corpus, article)->mentions.n;
    for (size_t i = 0; i < n; i++)
        if (record[i] != ENT_NONE &&
            ent_i_root(r, ent_i_record_at(r, record[i])->node) == root)
            return record[i];
    ent_i_record made = leaver(from, full, ENT_I_LEAVES);
    r->nodes.items[full].articles += ent_i_counts(g->corpus, article);
    return ent_i_vec_push(&r->records, made) ? (uint32_t)r->records.n - 1
                                             : ENT_NONE;
}

/* The name that the cluster is called by stays. */
static bool release_full(releasing *g, uint32_t index)
{
    size_t at = ent_i_record_at(g->r, index)->article;
    uint32_t own = ent_i_record_at(g->r, index)->node;
    const ent_article *article = ent_i_article_at(g->corpus, at);
    uint32_t *record = ent_i_assigned_in(g->corpus, at);
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        uint32_t node = record[i] == index ? surface_node(g, article, m) : own;
        if (node == ENT_NONE)
            return false;
        if (node == own || ent_i_record_at(g->r, index)->mentions < 2 ||
            !is_astray(g, node, own))
            continue;
        uint32_t to = record_for(g, index, node);
        if (to == ENT_NONE ||
            !move_mention(g, ent_i_record_at(g->r, to), index, article, m))
            return false;
        record[i] = to;
    }
    return true;
}

static bool release(releasing *g, uint32_t index)
{
    const ent_i_record *record = ent_i_record_at(g->r, index);
    const ent_i_known_name *node = &g->r->nodes.items[record->node];
    if (record->part || node->type != ENT_PERSON)
        return true;
    bool full = node->full; /* names may be added, which moves the nodes */
    return release_foreign(g, index) &&
           (!full || (release_full(g, index) && release_own(g, index)));
}

bool ent_i_release(ent_i_resolution *r, ent_corpus *corpus,
                   const ent_i_bearers *bearers)
{
    releasing g = {.r = r, .corpus = corpus, .bearers = bearers};
    uint32_t n = (uint32_t)r->records.n;
    bool ok = ent_i_foreign_learn(&g.foreign, r, bearers);
    for (uint32_t i = 0; ok && i < n; i++)
        ok = release(&g, i);
    ent_i_foreign_free(&g.foreign);
    return ok && (r->records.n == n || put_in_order(r, corpus, n));
}
