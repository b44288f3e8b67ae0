/* The alias file put to work. */
#include <string.h>

#include "core/error.h"
#include "corpus/across.h"
#include "names/fold.h"

/* ---- names to nodes ---- */

/* Through the spelling, so that a name in the file and one in the text meet by
 * the same comparable form. */
static uint32_t node_of(ent_i_resolution *r, uint8_t type, const char *text)
{
    uint32_t surface = ent_i_surface_of(r, (ent_type)type, text, strlen(text));
    return surface == ENT_NONE ? ENT_NONE : r->surfaces.items[surface].node;
}

/* A name in two entries (or in none for certain) is shared: the file knows
 * several bearers, and the article has to decide. */
static bool apply_names(ent_i_resolution *r)
{
    for (size_t i = 0; i < r->aliases.names.n; i++) {
        const ent_i_alias_name *name = &r->aliases.names.items[i];
        uint32_t index = node_of(r, name->type, name->text);
        if (index == ENT_NONE)
            return false;
        ent_i_known_name *node = &r->nodes.items[index];
        if (name->entry == ENT_NONE ||
            (node->entry != ENT_NONE && node->entry != name->entry))
            node->shared = true;
        else
            node->entry = name->entry;
    }
    return true;
}

/* A name under "not_the_same" that no entry lists gets one of its own: names of
 * two entries are never brought together. */
static bool set_apart(ent_i_resolution *r, const char *text)
{
    for (uint8_t type = 0; type < ENT_TYPE_COUNT; type++) {
        uint32_t index = node_of(r, type, text);
        if (index == ENT_NONE)
            return false;
        ent_i_known_name *node = &r->nodes.items[index];
        if (node->entry != ENT_NONE)
            continue;
        ent_i_alias_entry entry = {
            .label = text, .type = type, .only_separate = true};
        node->entry = (uint32_t)r->aliases.entries.n;
        if (!ent_i_vec_push(&r->aliases.entries, entry))
            return false;
    }
    return true;
}

bool ent_i_apply_aliases(ent_i_resolution *r)
{
    bool ok = apply_names(r);
    for (size_t i = 0; ok && i < r->aliases.pairs.n; i++)
        ok = set_apart(r, r->aliases.pairs.items[i].a) &&
             set_apart(r, r->aliases.pairs.items[i].b);
    return ok;
}

/* Shared names are never merged by spelling: they would bring two of the user's
 * actors together. */
bool ent_i_is_barred(const ent_i_known_name *a, const ent_i_known_name *b)
{
    return a->shared || b->shared ||
           (a->entry != ENT_NONE && b->entry != ENT_NONE &&
            a->entry != b->entry);
}

/* Names come entry by entry, so that the last head seen is this entry's. A name
 * that is shared, or merged already, stays out. */
void ent_i_merge_entries(ent_i_resolution *r)
{
    uint32_t head = ENT_NONE, entry = ENT_NONE;
    for (size_t i = 0; i < r->aliases.names.n; i++) {
        const ent_i_alias_name *name = &r->aliases.names.items[i];
        uint32_t index = ent_i_find_node(r, (ent_type)name->type, name->text,
                                         strlen(name->text));
        ent_i_known_name *node = &r->nodes.items[index];
        if (node->shared || node->parent != index)
            continue;
        if (name->entry != entry) {
            entry = name->entry;
            head = index;
        } else if (index != head) {
            node->parent = head;
            node->reason = ENT_I_BY_FILE;
            r->nodes.items[head].gender |= node->gender;
        }
    }
}

/* ---- clusters that hold two ---- */

/* Whether a user made the entry: one that was written by the program and not
 * edited changes nothing within an article. */
static bool is_users(const ent_i_resolution *r, uint32_t entry)
{
    const ent_i_alias_entry *e = &r->aliases.entries.items[entry];
    return e->edited || e->only_separate;
}

/* Whether a mention named `brief` has to leave the cluster that its article
 * named `full`. */
static bool are_parted(const ent_i_resolution *r, uint32_t brief, uint32_t full)
{
    const ent_i_known_name *a = &r->nodes.items[brief],
                           *b = &r->nodes.items[full];
    if (brief == full || a->entry == ENT_NONE || b->entry == ENT_NONE ||
        a->shared || b->shared || a->entry == b->entry ||
        (!is_users(r, a->entry) && !is_users(r, b->entry)))
        return false;
    /* That "Kerry" is John Kerry elsewhere doesn't take it from the article's
     * Bob Kerry; only a full name or "not_the_same" does. */
    if (a->full)
        return true;
    for (size_t i = 0; i < r->aliases.pairs.n; i++) {
        const ent_i_alias_pair *p = &r->aliases.pairs.items[i];
        uint32_t x = ent_i_find_node(r, (ent_type)a->type, p->a, strlen(p->a));
        uint32_t y = ent_i_find_node(r, (ent_type)a->type, p->b, strlen(p->b));
        if ((x == brief && y == full) || (y == brief && x == full))
            return true;
    }
    return false;
}

/* The cluster made from this one for the name, or a new one. Clusters from
 * `first` on are those this pass has made. A copy of the old one keeps its
 * type, and its title for want of a better. */
static uint32_t new_cluster(ent_article *article, uint32_t from, size_t first,
                            const char *name)
{
    for (size_t i = first; i < article->clusters.n; i++)
        if (strcmp(article->clusters.items[i].name, name) == 0)
            return (uint32_t)i;
    ent_cluster cluster = article->clusters.items[from];
    cluster.name = ent_i_arena_strdup(&article->arena, name);
    cluster.mentions = 0;
    return cluster.name && ent_i_vec_push(&article->clusters, cluster)
               ? (uint32_t)article->clusters.n - 1
               : ENT_NONE;
}

/* What is done is noted, as resolving again with another file must start from
 * the article as it was read. */
static bool split_mention(ent_i_resolution *r, ent_corpus *corpus,
                          uint32_t index, uint32_t mention, size_t first)
{
    ent_article *article = corpus->articles.items[index];
    ent_mention *m = &article->mentions.items[mention];
    const char *field = ent_article_field(article, (ent_field)m->field);
    const char *name = article->clusters.items[m->cluster].name;
    uint32_t full = node_of(r, m->type, name);
    uint32_t surface = ent_i_surface_of(r, (ent_type)m->type, field + m->start,
                                        m->end - m->start);
    if (full == ENT_NONE || surface == ENT_NONE)
        return false;
    const ent_i_surface *s = &r->surfaces.items[surface];
    if (!are_parted(r, s->node, full))
        return true;
    uint32_t cluster = new_cluster(article, m->cluster, first, s->text);
    ent_i_split split = {index, mention, m->cluster};
    if (cluster == ENT_NONE || !ent_i_vec_push(&r->splits, split))
        return false;
    article->clusters.items[m->cluster].mentions--;
    article->clusters.items[cluster].mentions++;
    m->cluster = cluster;
    return true;
}

bool ent_i_split_clusters(ent_i_resolution *r, ent_corpus *corpus)
{
    bool ok = true;
    for (uint32_t i = 0;
         ok && r->aliases.entries.n > 1 && i < corpus->articles.n; i++) {
        ent_article *article = corpus->articles.items[i];
        size_t first = article->clusters.n;
        for (uint32_t j = 0; ok && j < article->mentions.n; j++)
            if (article->mentions.items[j].role == ENT_ROLE_STORY &&
                article->mentions.items[j].cluster != ENT_NONE)
                ok = split_mention(r, corpus, i, j, first);
    }
    return ok;
}

void ent_i_undo_splits(ent_i_resolution *r, ent_corpus *corpus)
{
    while (r->splits.n) {
        ent_i_split split = r->splits.items[--r->splits.n];
        ent_article *article = corpus->articles.items[split.article];
        ent_mention *m = &article->mentions.items[split.mention];
        /* New clusters stand last and empty in the end. */
        if (--article->clusters.items[m->cluster].mentions == 0 &&
            m->cluster + 1 == article->clusters.n)
            article->clusters.n--;
        m->cluster = split.cluster;
        article->clusters.items[split.cluster].mentions++;
    }
}

/* ---- names to leave out ---- */

/* A name of marks alone has no key and would match every other such. */
static bool is_listed(const ent_i_strmap *list, const char *text)
{
    char key[256];
    size_t n = ent_i_name_fold_key(text, strlen(text), key, sizeof key);
    return n && ent_i_strmap_get(list, key, n) != ENT_I_ABSENT;
}

/* A short form leaves out nobody who has a full name: "Bush" would take every
 * Bush along. */
static bool is_excluded(const ent_i_strmap *list, const ent_actor *actor)
{
    if (is_listed(list, actor->id) || is_listed(list, actor->label))
        return true;
    for (size_t i = 0; i < actor->alias_count; i++) {
        ent_i_name name;
        const char *alias = actor->aliases[i];
        ent_i_name_parse(&name, alias, strlen(alias));
        if ((actor->type != ENT_PERSON || ent_i_name_is_full(&name)) &&
            is_listed(list, alias))
            return true;
    }
    return false;
}

/* One name a line, remarks from "#" on; identifiers have no "#" and names
 * hardly any. */
static bool read_lines(ent_i_strmap *list, const char *bytes, size_t size)
{
    char key[256];
    for (size_t i = 0; i < size;) {
        const char *line = bytes + i;
        const char *end = memchr(line, '\n', size - i);
        size_t length = end ? (size_t)(end - line) : size - i;
        const char *remark = memchr(line, '#', length);
        size_t n = ent_i_name_fold_key(
            line, remark ? (size_t)(remark - line) : length, key, sizeof key);
        if (n && !ent_i_strmap_put(list, key, n, 0))
            return false;
        i += length + 1;
    }
    return true;
}

ent_status ent_i_exclude(ent_corpus *corpus, const char *path, ent_error *error)
{
    char *bytes;
    size_t size;
    ent_i_strmap list = {0};
    ent_status status = ent_i_read_list(path, &bytes, &size, error);
    if (status)
        return status;
    if (!read_lines(&list, bytes, size))
        status = ent_i_no_memory(error, "resolve");
    for (size_t i = 0; !status && i < corpus->actors.n; i++)
        if (is_excluded(&list, &corpus->actors.items[i]))
            corpus->actors.items[i].dropped = true;
    ent_i_strmap_free(&list);
    ent_i_free(bytes);
    return status;
}
