/* Who is meant by the names in teasers and lists of links. They take no part in
 * the decisions and count for nothing: what is known from the stories is looked
 * up for them. */
#include <string.h>

#include "core/map.h"
#include "corpus/across.h"

/* A surname alone means somebody in so many articles at least, and in this part
 * of all that have it. */
enum { USUAL_ARTICLES = 3 };
#define USUAL_PART 0.75

/* Whom a short name means in the stories: the one who leads by most articles
 * over all others together (Boyer and Moore), and how many mean him at all. */
typedef struct usual {
    uint32_t root;
    uint32_t lead;
    uint32_t his;
    uint32_t all;
} usual;

typedef struct outside {
    const ent_i_resolution *r;
    ent_corpus *corpus;
    ent_i_keymap record_of; /* by node: a record of its actor */
    usual *usual;           /* by node of a short name */
    uint32_t article;
} outside;

static bool index_records(outside *o)
{
    for (uint32_t i = 0; i < o->r->records.n; i++) {
        uint32_t node = ent_i_record_at(o->r, i)->stands_for;
        if (!o->r->nodes.items[node].separate &&
            !ent_i_keymap_put(&o->record_of, node, i))
            return false;
    }
    return true;
}

static void lead(usual *u, uint32_t root)
{
    if (!u->lead)
        u->root = root;
    u->lead += u->root == root ? 1 : (uint32_t)-1;
    u->all++;
}

static bool find_usual(outside *o)
{
    const ent_i_resolution *r = o->r;
    o->usual = ent_i_calloc(r->nodes.n + 1, sizeof *o->usual);
    for (size_t i = 0; o->usual && i < r->records.n; i++)
        lead(&o->usual[ent_i_record_at(r, i)->node],
             ent_i_record_at(r, i)->stands_for);
    for (size_t i = 0; o->usual && i < r->records.n; i++) {
        usual *u = &o->usual[ent_i_record_at(r, i)->node];
        u->his += ent_i_record_at(r, i)->stands_for == u->root;
    }
    return o->usual;
}

static const char *name_of(const ent_article *article, const ent_mention *m)
{
    return ent_article_field(article, (ent_field)m->field) + m->start;
}

/* The record of the article's only person whose name ends so, or ENT_NONE. */
static uint32_t find_here(const outside *o, const char *name, size_t size)
{
    const ent_article *article = ent_i_article_at(o->corpus, o->article);
    const uint32_t *assigned = ent_i_assigned_in(o->corpus, o->article);
    const ent_assignment *all = o->corpus->assignments.items;
    uint32_t found = ENT_NONE;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        size_t length = m->end - m->start;
        const char *text = name_of(article, m);
        if (m->role != ENT_ROLE_STORY || m->type != ENT_PERSON ||
            assigned[i] == ENT_NONE || length < size ||
            memcmp(text + length - size, name, size) != 0 ||
            (length > size && text[length - size - 1] != ' '))
            continue;
        if (found != ENT_NONE && all[assigned[i]].actor != all[found].actor)
            return ENT_NONE;
        found = assigned[i];
    }
    return found;
}

/* A full name is the same person everywhere, a short one whom it usually means;
 * ENT_NONE for nobody. */
static uint32_t person_called(const outside *o, const char *name, size_t size)
{
    uint32_t node = ent_i_find_node(o->r, ENT_PERSON, name, size);
    if (node == ENT_NONE || o->r->nodes.items[node].full)
        return node == ENT_NONE ? node : ent_i_root(o->r, node);
    const usual *u = &o->usual[node];
    return u->his >= USUAL_ARTICLES && u->his >= USUAL_PART * u->all &&
                   o->r->nodes.items[u->root].full
               ? u->root
               : ENT_NONE;
}

static uint32_t find_anywhere(const outside *o, const char *name, size_t size)
{
    uint32_t person = person_called(o, name, size);
    if (person == ENT_NONE)
        return ENT_NONE;
    uint32_t record = ent_i_keymap_get(&o->record_of, person);
    return record == ENT_I_ABSENT ? ENT_NONE : record;
}

/* The fuller name in furniture that mention i goes with; i itself when there is
 * none. */
static size_t fuller(const ent_article *article, size_t i)
{
    const ent_mention *m = &article->mentions.items[i];
    for (size_t k = 0; k < article->mentions.n; k++) {
        const ent_mention *other = &article->mentions.items[k];
        if (other->cluster == m->cluster &&
            other->end - other->start > m->end - m->start)
            return k;
    }
    return i;
}

static uint32_t find(const outside *o, const ent_article *article, size_t i)
{
    const ent_mention *m = &article->mentions.items[fuller(article, i)];
    const char *name = name_of(article, m);
    size_t size = m->end - m->start;
    uint32_t found = find_here(o, name, size);
    return found == ENT_NONE ? find_anywhere(o, name, size) : found;
}

static void assign(const outside *o, const ent_article *article)
{
    uint32_t *assigned = ent_i_assigned_in(o->corpus, o->article);
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (m->role == ENT_ROLE_FURNITURE && m->type == ENT_PERSON &&
            m->cluster != ENT_NONE)
            assigned[i] = find(o, article, i);
    }
}

bool ent_i_assign_outside(const ent_i_resolution *r, ent_corpus *corpus,
                          ent_resolve_mode mode)
{
    outside o = {.r = r, .corpus = corpus};
    bool ok =
        (mode != ENT_RESOLVE_CORPUS || index_records(&o)) && find_usual(&o);
    for (; ok && o.article < corpus->articles.n; o.article++)
        if (ent_i_article_at(corpus, o.article)->mentions.n)
            assign(&o, ent_i_article_at(corpus, o.article));
    ent_i_keymap_free(&o.record_of);
    ent_i_free(o.usual);
    return ok;
}
