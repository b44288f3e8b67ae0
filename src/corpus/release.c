/* Bare surnames that an article's only full name of that surname took in,
 * though the corpus leaves the bare surname to somebody else: "Trump" beside
 * Ivanka Trump, or beside a headline's "Blame Trump". Within one article
 * nothing speaks against it; over the corpus much may. Such mentions leave the
 * cluster for a record of their own, which is read like any other short name.
 */
#include <string.h>

#include "corpus/across.h"

/* The usual bearer of a surname is named in so many times more articles than
 * the one whose cluster is doubted, and in this part of all that name any. */
#define USUAL 5
#define OWNED 0.6
/* So many times more, and the one of the cluster may be no name at all. */
#define FAMOUS 50
/* The surname must stand alone in so many articles: else no reader would know
 * whose it is. */
enum { ALONE = 3 };
/* A name that is in no more articles may be a misreading. */
enum { RARE = 2 };
/* A title is somebody's if it stands before his full name in such a part of
 * the articles, and so many times more often than before another's. */
#define TITLED 0.02
#define TITLED_MORE 5

/* Who bears a surname most often. */
typedef struct bearer {
    uint32_t root;
    uint32_t articles; /* that name him */
    uint32_t all;      /* that name anybody of the surname */
    uint32_t alone;    /* where the surname stands alone */
} bearer;

typedef struct releasing {
    ent_i_resolution *r;
    ent_corpus *corpus;
    uint32_t *articles;  /* by root: articles with any of its names */
    bearer *usual;       /* by node of the bare surname */
    ent_i_keymap titles; /* root and word of a title -> articles */
    ent_i_keymap given;  /* hash of a given name -> roots that have it */
} releasing;

/* ---- what the corpus knows ---- */

/* The node of one part of the name alone; ENT_NONE when no text has it. */
static uint32_t alone(const ent_i_resolution *r, const ent_i_known_name *node,
                      size_t part)
{
    char key[ENT_I_NAME_ROOM + 1];
    size_t size = node->name.parts[part].size;
    key[0] = (char)('a' + ENT_PERSON);
    memcpy(key + 1, ent_i_name_part(&node->name, part), size);
    return ent_i_strmap_get(&r->node_keys, key, size + 1);
}

static uint64_t given_key(const ent_i_known_name *node)
{
    const ent_i_part *given = &node->name.parts[node->name.given];
    return ent_i_hash(node->name.text + given->start, given->size);
}

static bool add_one(ent_i_keymap *map, uint64_t key)
{
    uint32_t *slot = ent_i_keymap_put(map, key, 0);
    if (slot)
        ++*slot;
    return slot != NULL;
}

/* Labels decide between equals, as node numbers depend on the order of
 * articles. */
static void propose(releasing *g, uint32_t brief, uint32_t root)
{
    bearer *usual = &g->usual[brief];
    const ent_i_known_name *nodes = g->r->nodes.items;
    uint32_t n = g->articles[root];
    usual->all += n;
    usual->alone = nodes[brief].articles;
    if (n > usual->articles ||
        (n && n == usual->articles &&
         strcmp(nodes[root].label, nodes[usual->root].label) < 0)) {
        usual->root = root;
        usual->articles = n;
    }
}

static bool learn_bearers(releasing *g)
{
    const ent_i_resolution *r = g->r;
    bool ok = true;
    for (uint32_t i = 0; i < r->nodes.n; i++)
        if (r->nodes.items[i].full)
            g->articles[ent_i_root(r, i)] += r->nodes.items[i].articles;
    for (uint32_t i = 0; ok && i < r->nodes.n; i++) {
        const ent_i_known_name *node = &r->nodes.items[i];
        if (!node->full || node->parent != i)
            continue;
        uint32_t brief = alone(r, node, node->name.family);
        if (brief != ENT_I_ABSENT)
            propose(g, brief, i);
        ok = add_one(&g->given, given_key(node));
    }
    return ok;
}

enum { MAX_WORDS = 6 };

/* Hashes of a title's words; those of three letters and fewer ("Mr.", "of")
 * tell nobody from anybody. */
static size_t title_words(const char *title, size_t size, uint64_t *words)
{
    size_t n = 0, start = 0;
    for (size_t i = 0; i <= size && n < MAX_WORDS; i++) {
        if (i < size && title[i] != ' ')
            continue;
        if (i > start + 3)
            words[n++] = ent_i_hash(title + start, i - start);
        start = i + 1;
    }
    return n;
}

static size_t words_before(const ent_article *article, const ent_mention *m,
                           uint64_t *words)
{
    const char *field = ent_article_field(article, (ent_field)m->field);
    return title_words(field + m->honorific_start,
                       m->honorific_end - m->honorific_start, words);
}

static uint64_t title_key(uint32_t root, uint64_t word)
{
    uint64_t parts[2] = {root, word};
    return ent_i_hash(parts, sizeof parts);
}

/* Whether the mention is written as its cluster is called: what stands before
 * it then belongs to the full name. */
static bool is_full_mention(const ent_article *article, const ent_mention *m)
{
    const char *field = ent_article_field(article, (ent_field)m->field);
    const char *name = article->clusters.items[m->cluster].name;
    size_t size = m->end - m->start;
    return strlen(name) == size && memcmp(field + m->start, name, size) == 0;
}

static const uint32_t *records_of(const releasing *g, size_t article)
{
    /* No list at all where no article has a mention. */
    return g->corpus->assigned.n ? g->corpus->assigned.items +
                                       g->corpus->first_mention.items[article]
                                 : NULL;
}

/* Titles that stand before full names, as those belong to nobody else. */
static bool learn_titles(releasing *g)
{
    uint64_t words[MAX_WORDS];
    for (size_t i = 0; i < g->corpus->articles.n; i++) {
        const ent_article *article = g->corpus->articles.items[i];
        const uint32_t *record = records_of(g, i);
        for (size_t j = 0; j < article->mentions.n; j++) {
            const ent_mention *m = &article->mentions.items[j];
            if (m->honorific_end == m->honorific_start ||
                record[j] == ENT_NONE || !is_full_mention(article, m))
                continue;
            uint32_t node = g->r->records.items[record[j]].node;
            size_t n = g->r->nodes.items[node].full
                           ? words_before(article, m, words)
                           : 0;
            for (size_t k = 0; k < n; k++)
                if (!add_one(&g->titles,
                             title_key(ent_i_root(g->r, node), words[k])))
                    return false;
        }
    }
    return true;
}

static double title_share(const releasing *g, uint32_t root, uint64_t word)
{
    uint32_t n = ent_i_keymap_get(&g->titles, title_key(root, word));
    return n == ENT_I_ABSENT ? 0 : (double)n / (g->articles[root] + 1.0);
}

/* ---- one cluster ---- */

/* What an article says of a bare surname within a cluster. */
typedef struct view {
    uint32_t brief;       /* node of the surname */
    uint32_t own;         /* root of the cluster's full name */
    uint32_t usual;       /* root of the corpus's usual bearer */
    uint32_t briefs;      /* mentions by the surname */
    uint32_t first_brief; /* sentence in the text; ENT_NONE */
    uint32_t first_full;
    bool titled_other; /* by a title that only the usual bearer has */
    bool titled_own;   /* by one that rules the usual bearer out */
} view;

/* Titles of women and of men, and those that one of the two never has. */
static void see_title(const releasing *g, const ent_article *article,
                      const ent_mention *m, view *v)
{
    const ent_i_known_name *own = &g->r->nodes.items[v->own];
    const ent_i_known_name *usual = &g->r->nodes.items[v->usual];
    const char *field = ent_article_field(article, (ent_field)m->field);
    uint64_t words[MAX_WORDS];
    unsigned gender =
        ent_i_title_gender(ent_i_lexicon_default(), field + m->honorific_start,
                           m->honorific_end - m->honorific_start);
    v->titled_own |= gender && usual->gender && !(gender & usual->gender);
    v->titled_other |= gender && own->gender && !(gender & own->gender);
    size_t n = words_before(article, m, words);
    for (size_t i = 0; i < n; i++) {
        double his = title_share(g, v->usual, words[i]);
        double own_share = title_share(g, v->own, words[i]);
        v->titled_other |= his > TITLED && his > TITLED_MORE * own_share;
        v->titled_own |= own_share > TITLED && own_share > TITLED_MORE * his;
    }
}

static bool is_surname(const releasing *g, const ent_article *article,
                       const ent_mention *m, uint32_t brief)
{
    const char *field = ent_article_field(article, (ent_field)m->field);
    return ent_i_find_node(g->r, ENT_PERSON, field + m->start,
                           m->end - m->start) == brief;
}

static void look(const releasing *g, uint32_t index, view *v)
{
    size_t at = g->r->records.items[index].article;
    const ent_article *article = g->corpus->articles.items[at];
    const uint32_t *record = records_of(g, at);
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (record[i] != index)
            continue;
        bool brief = is_surname(g, article, m, v->brief);
        uint32_t *first = brief ? &v->first_brief : &v->first_full;
        v->briefs += brief;
        if (*first == ENT_NONE && m->field == ENT_FIELD_TEXT)
            *first = m->sentence;
        if (brief && m->honorific_end > m->honorific_start)
            see_title(g, article, m, v);
    }
}

/* "Blame Trump": nobody else is called Blame, and few articles have it. */
static bool is_odd(const releasing *g, uint32_t root)
{
    const ent_i_known_name *node = &g->r->nodes.items[root];
    const char *given = ent_i_name_part(&node->name, node->name.given);
    uint32_t bearers = ent_i_keymap_get(&g->given, given_key(node));
    return g->articles[root] <= RARE && bearers < 3 &&
           !ent_i_given_gender(given);
}

/* The usual bearer is named far more often, and readers need no full name. */
static bool is_famous(const releasing *g, const bearer *usual, uint32_t own)
{
    return usual->articles >= FAMOUS * (g->articles[own] + 0.01) &&
           2 * usual->alone >= usual->articles;
}

/* News introduces people in full: who is called by the surname long before the
 * full name stands is somebody whom every reader knows. */
static bool comes_before(const view *v)
{
    return v->first_brief != ENT_NONE && v->first_full != ENT_NONE &&
           v->first_brief + 1 < v->first_full;
}

static ent_i_leaving leaves(const releasing *g, const bearer *usual,
                            const view *v)
{
    double ratio = usual->articles / (g->articles[v->own] + 0.01);
    bool owned = usual->articles >= OWNED * usual->all;
    if (!v->briefs || v->titled_own)
        return ENT_I_STAYS;
    if (v->titled_other || is_famous(g, usual, v->own))
        return ENT_I_LEAVES;
    /* The full name stands in the headline alone, which may be misread. */
    if (v->first_full == ENT_NONE && owned &&
        (is_odd(g, v->own) || ratio >= FAMOUS))
        return ENT_I_LEAVES;
    return owned && comes_before(v) ? ENT_I_MAY_LEAVE : ENT_I_STAYS;
}

/* Whether mentions by one word of the cluster's name leave it. */
static ent_i_leaving releases(const releasing *g, uint32_t index,
                              uint32_t brief)
{
    const ent_i_record *record = &g->r->records.items[index];
    uint32_t own = ent_i_root(g->r, record->node);
    if (brief == ENT_I_ABSENT || g->r->nodes.items[brief].entry != ENT_NONE)
        return ENT_I_STAYS;
    const bearer *usual = &g->usual[brief];
    if (!usual->articles || usual->root == own || usual->alone < ALONE ||
        usual->articles < USUAL * g->articles[own])
        return ENT_I_STAYS;
    view v = {.brief = brief,
              .own = own,
              .usual = usual->root,
              .first_brief = ENT_NONE,
              .first_full = ENT_NONE};
    look(g, index, &v);
    return leaves(g, usual, &v);
}

/* ---- new records ---- */

static void forget_habit(ent_i_resolution *r, uint32_t brief, uint32_t full)
{
    uint32_t *slot =
        ent_i_keymap_put(&r->habits, (uint64_t)brief << 32 | full, 0);
    if (slot && *slot)
        --*slot;
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
    made->gender |= (uint8_t)ent_i_title_gender(
        ent_i_lexicon_default(), field + m->honorific_start,
        m->honorific_end - m->honorific_start);
    r->records.items[old].mentions--;
    if (!g->corpus->count_copies &&
        g->corpus->copy_of.items[made->article] != ENT_NONE)
        return made->surface != ENT_NONE;
    r->nodes.items[r->records.items[old].node].mentions--;
    r->nodes.items[made->node].mentions++;
    return made->surface != ENT_NONE;
}

/* The new record stands behind all others until they are put in order. */
static bool part(releasing *g, uint32_t old, uint32_t brief, ent_i_leaving how)
{
    ent_i_resolution *r = g->r;
    uint32_t article = r->records.items[old].article;
    const ent_article *in = g->corpus->articles.items[article];
    uint32_t *record =
        g->corpus->assigned.items + g->corpus->first_mention.items[article];
    ent_i_record made = {.article = article,
                         .cluster = r->records.items[old].cluster,
                         .node = brief,
                         .stands_for = brief,
                         .left = r->records.items[old].node,
                         .leaving = (uint8_t)how,
                         .confidence = 1,
                         .part = true,
                         .likely = ENT_NONE};
    for (size_t i = 0; i < in->mentions.n; i++) {
        const ent_mention *m = &in->mentions.items[i];
        if (record[i] != old || !is_surname(g, in, m, brief))
            continue;
        if (!move_mention(g, &made, old, in, m))
            return false;
        record[i] = (uint32_t)r->records.n;
    }
    bool counted = g->corpus->count_copies ||
                   g->corpus->copy_of.items[article] == ENT_NONE;
    r->nodes.items[brief].articles += counted;
    if (counted)
        forget_habit(r, brief, made.left);
    return ent_i_vec_push(&r->records, made);
}

/* Records stand by article: the new ones behind those of theirs. */
static bool put_in_order(ent_i_resolution *r, ent_corpus *corpus)
{
    size_t n = r->records.n, articles = corpus->articles.n;
    uint32_t *start = ent_i_calloc(articles + 1, sizeof *start);
    uint32_t *place = ent_i_malloc(n * sizeof *place);
    ent_i_record *sorted = ent_i_malloc(n * sizeof *sorted);
    bool ok = start && place && sorted;
    for (size_t i = 0; ok && i < n; i++)
        start[r->records.items[i].article + 1]++;
    for (size_t i = 0; ok && i < articles; i++)
        start[i + 1] += start[i];
    for (size_t i = 0; ok && i < n; i++) {
        place[i] = start[r->records.items[i].article]++;
        sorted[place[i]] = r->records.items[i];
    }
    for (size_t i = 0; ok && i < corpus->assigned.n; i++)
        if (corpus->assigned.items[i] != ENT_NONE)
            corpus->assigned.items[i] = place[corpus->assigned.items[i]];
    if (ok)
        memcpy(r->records.items, sorted, n * sizeof *sorted);
    ent_i_free(start);
    ent_i_free(place);
    ent_i_free(sorted);
    return ok;
}

static bool learn(releasing *g)
{
    size_t n = g->r->nodes.n;
    g->articles = ent_i_calloc(n + 1, sizeof *g->articles);
    g->usual = ent_i_calloc(n + 1, sizeof *g->usual);
    return g->articles && g->usual && learn_bearers(g) && learn_titles(g);
}

/* The surname, and the first word of the name where no given name is known to
 * be so: "Obama Wapo". */
static bool release(releasing *g, uint32_t index)
{
    const ent_i_resolution *r = g->r;
    const ent_i_record *record = &r->records.items[index];
    const ent_i_known_name *node = &r->nodes.items[record->node];
    if (!node->full || record->part || node->entry != ENT_NONE)
        return true;
    uint32_t brief = alone(r, node, node->name.family);
    uint32_t given = alone(r, node, node->name.given);
    bool known =
        ent_i_given_gender(ent_i_name_part(&node->name, node->name.given));
    ent_i_leaving how = releases(g, index, brief);
    if (how != ENT_I_STAYS && !part(g, index, brief, how))
        return false;
    how = known ? ENT_I_STAYS : releases(g, index, given);
    return how == ENT_I_STAYS || part(g, index, given, how);
}

bool ent_i_release(ent_i_resolution *r, ent_corpus *corpus)
{
    releasing g = {.r = r, .corpus = corpus};
    uint32_t n = (uint32_t)r->records.n;
    bool ok = learn(&g);
    for (uint32_t i = 0; ok && i < n; i++)
        ok = release(&g, i);
    ok = ok && (r->records.n == n || put_in_order(r, corpus));
    ent_i_free(g.articles);
    ent_i_free(g.usual);
    ent_i_keymap_free(&g.titles);
    ent_i_keymap_free(&g.given);
    return ok;
}
