/* Two names of one person that look nothing alike: "Ann Roe, whose real name is
 * Jane Doe". An article that says so makes them one cluster; here they become
 * one person's in all articles. */
#include "corpus/across.h"

/* One of so many articles with the rarer name must say so. */
enum { TOLD = 10 };

/* Two persons whom articles say to be one. */
typedef struct doubled {
    uint32_t a, b;  /* roots */
    uint32_t told;  /* articles that say it */
    uint32_t apart; /* articles that name both, apart */
} doubled;

typedef struct joining {
    ent_i_resolution *r;
    const ent_corpus *corpus;
    ENT_I_VEC(doubled) pairs;
    ent_i_keymap place;      /* pair of roots -> its place */
    uint32_t *articles;      /* by node: those of a root, and 1 if in a pair */
    ENT_I_VEC(uint32_t) met; /* roots of pairs in the current article */
} joining;

static bool add_pair(joining *j, uint32_t a, uint32_t b)
{
    uint32_t *place =
        ent_i_keymap_put(&j->place, ent_i_pair_key(a, b), (uint32_t)j->pairs.n);
    if (!place || (*place == j->pairs.n &&
                   !ent_i_vec_push(&j->pairs, (doubled){a, b, 0, 0})))
        return false;
    j->pairs.items[*place].told++;
    j->articles[a] = j->articles[b] = 1;
    return true;
}

static bool add_pairs(joining *j)
{
    const ent_i_resolution *r = j->r;
    bool ok = true;
    for (size_t i = 0; ok && i < r->other_names.n; i++) {
        uint32_t a = ent_i_root(r, r->other_names.items[i].name);
        uint32_t b = ent_i_root(r, r->other_names.items[i].other);
        ok = a == b || add_pair(j, a, b);
    }
    return ok;
}

/* Notes one more person in the article, who is apart from those before him. */
static bool meet(joining *j, uint32_t root)
{
    for (size_t i = 0; i < j->met.n; i++)
        if (j->met.items[i] == root)
            return true;
    for (size_t i = 0; i < j->met.n; i++) {
        uint32_t place =
            ent_i_keymap_get(&j->place, ent_i_pair_key(j->met.items[i], root));
        if (place != ENT_I_ABSENT)
            j->pairs.items[place].apart++;
    }
    j->articles[root]++;
    return ent_i_vec_push(&j->met, root);
}

/* Records are in the order of articles. */
static bool count_articles(joining *j)
{
    const ent_i_resolution *r = j->r;
    bool ok = true;
    for (size_t i = 0; ok && i < r->records.n; i++) {
        const ent_i_record *record = ent_i_record_at(r, i);
        uint32_t root = ent_i_root(r, record->node);
        if (i == 0 || record->article != record[-1].article)
            j->met.n = 0;
        if (j->articles[root] && ent_i_counts(j->corpus, record->article))
            ok = meet(j, root);
    }
    return ok;
}

/* Whether all articles together say so. Given names of a man and a woman don't
 * contradict it: names change with it. */
static bool may_be_one(const joining *j, const doubled *pair, uint32_t a,
                       uint32_t b)
{
    uint32_t fewer = j->articles[pair->a] < j->articles[pair->b]
                         ? j->articles[pair->a]
                         : j->articles[pair->b];
    return a != b && pair->told >= pair->apart && TOLD * pair->told >= fewer &&
           !ent_i_is_barred(j->r, &j->r->nodes.items[a], &j->r->nodes.items[b]);
}

/* The one who is named in more articles stands for both. */
static void join(joining *j, const doubled *pair)
{
    uint32_t a = ent_i_root(j->r, pair->a), b = ent_i_root(j->r, pair->b);
    if (!may_be_one(j, pair, a, b))
        return;
    bool turned = j->articles[pair->b] > j->articles[pair->a];
    ent_i_stand_for(j->r, turned ? b : a, turned ? a : b, ENT_BY_STATEMENT);
}

bool ent_i_join_other_names(ent_i_resolution *r, const ent_corpus *corpus)
{
    joining j = {.r = r, .corpus = corpus};
    if (!r->other_names.n)
        return true;
    j.articles = ent_i_calloc(r->nodes.n, sizeof *j.articles);
    bool ok = j.articles && add_pairs(&j) && count_articles(&j);
    for (size_t i = 0; ok && i < j.pairs.n; i++)
        join(&j, &j.pairs.items[i]);
    ent_i_vec_free(&j.pairs);
    ent_i_vec_free(&j.met);
    ent_i_keymap_free(&j.place);
    ent_i_free(j.articles);
    return ok;
}
