/* Who is meant by the names in teasers and lists of links. They take no part in
 * the decisions and count for nothing: what is known from the stories is looked
 * up for them. */
#include <string.h>

#include "core/map.h"
#include "corpus/across.h"

typedef struct outside {
    const ent_i_resolution *r;
    ent_corpus *corpus;
    ent_i_keymap record_of; /* by node: a record of its actor */
    uint32_t article;
} outside;

static bool index_records(outside *o)
{
    for (uint32_t i = 0; i < o->r->records.n; i++) {
        uint32_t node = o->r->records.items[i].stands_for;
        if (!o->r->nodes.items[node].separate &&
            !ent_i_keymap_put(&o->record_of, node, i))
            return false;
    }
    return true;
}

static const char *name_of(const ent_article *article, const ent_mention *m)
{
    return ent_article_field(article, (ent_field)m->field) + m->start;
}

/* Where the name's last word begins. */
static size_t last_word(const char *name, size_t size)
{
    while (size && name[size - 1] != ' ')
        size--;
    return size;
}

/* The record of the article's only person whose name ends so, or ENT_NONE. */
static uint32_t find_here(const outside *o, const char *name, size_t size)
{
    const ent_article *article = o->corpus->articles.items[o->article];
    const uint32_t *assigned =
        o->corpus->assigned.items + o->corpus->first_mention.items[o->article];
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

/* A full name is the same person everywhere. */
static uint32_t find_anywhere(const outside *o, const char *name, size_t size)
{
    uint32_t node = ent_i_find_node(o->r, ENT_PERSON, name, size);
    if (node == ENT_NONE || !o->r->nodes.items[node].full)
        return ENT_NONE;
    uint32_t record = ent_i_keymap_get(&o->record_of, ent_i_root(o->r, node));
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
    return found == ENT_NONE && last_word(name, size)
               ? find_anywhere(o, name, size)
               : found;
}

static void assign(const outside *o, const ent_article *article)
{
    uint32_t *assigned =
        o->corpus->assigned.items + o->corpus->first_mention.items[o->article];
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
    bool ok = mode != ENT_RESOLVE_CORPUS || index_records(&o);
    for (; ok && o.article < corpus->articles.n; o.article++)
        if (corpus->articles.items[o.article]->mentions.n)
            assign(&o, corpus->articles.items[o.article]);
    ent_i_keymap_free(&o.record_of);
    return ok;
}
