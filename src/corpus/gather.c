/* The distinct names of a corpus, and which article uses which. */
#include <string.h>

#include "corpus/across.h"
#include "names/fold.h"
#include "names/things.h"

/* What is compared of a name; more of it is shown, but is cut here: names differ
 * before that or never. */
enum { KEY_ROOM = 300 };

/* Nodes, records and the rest hold no memory of their own: all texts are the
 * arena's or the map's. */
void ent_i_resolution_free(ent_i_resolution *r)
{
    if (!r)
        return;
    ent_i_aliases_free(&r->aliases);
    ent_i_vec_free(&r->splits);
    ent_i_vec_free(&r->nodes);
    ent_i_vec_free(&r->records);
    ent_i_vec_free(&r->surfaces);
    ent_i_vec_free(&r->spelling);
    ent_i_strmap_free(&r->node_keys);
    ent_i_strmap_free(&r->surface_keys);
    ent_i_keymap_free(&r->habits);
    ent_i_keymap_free(&r->rivals);
    ent_i_arena_free(&r->arena);
    ent_i_free(r);
}

/* Chains are short, as merging always goes to a root; so no paths need
 * shortening, and readers may share the resolution. */
uint32_t ent_i_root(const ent_i_resolution *r, uint32_t node)
{
    while (r->nodes.items[node].parent != node)
        node = r->nodes.items[node].parent;
    return node;
}

/* ---- nodes and spellings ---- */

/* Type and comparable form; persons are taken apart into *name. */
static size_t node_key(ent_type type, const char *text, size_t size,
                       ent_i_name *name, char *key)
{
    size_t n = 0;
    key[0] = (char)('a' + type);
    if (type == ENT_PERSON) {
        ent_i_name_parse(name, text, size);
        n = name->nominal ? 0 : ent_i_name_key(name, key + 1, KEY_ROOM - 1);
    } else {
        n = ent_i_thing_key(type, text, size, key + 1, KEY_ROOM - 1);
    }
    if (!n) { /* nothing but marks, or a script that ICU can't turn */
        n = size < KEY_ROOM - 1 ? size : KEY_ROOM - 1;
        memcpy(key + 1, text, n);
    }
    return n + 1;
}

/* ENT_I_ABSENT and ENT_NONE are one value, so that the map's answer needs no
 * turning. */
uint32_t ent_i_find_node(const ent_i_resolution *r, ent_type type,
                         const char *text, size_t size)
{
    char key[KEY_ROOM];
    ent_i_name name;
    size_t n = node_key(type, text, size, &name, key);
    return ent_i_strmap_get(&r->node_keys, key, n);
}

/* What any of a node's spellings tells, and of several ways to take it apart
 * ("Ki-moon", "Ki Moon") the first by bytes: whichever article comes first. */
static void add_spelling(ent_i_known_name *node, const ent_i_name *name)
{
    bool titled = node->name.titled || name->titled;
    node->gender |= name->gender;
    if (memcmp(name->text, node->name.text, sizeof name->text) < 0)
        node->name = *name;
    node->name.titled = titled;
    node->full = node->type == ENT_PERSON && ent_i_name_is_full(&node->name) &&
                 !node->name.nominal;
}

/* The node by its key, made when it is new: spellings that differ in case,
 * accents, marks or titles are one node from the start. */
static uint32_t node_of(ent_i_resolution *r, ent_type type, const char *text,
                        size_t size, uint8_t *gender)
{
    char key[KEY_ROOM];
    ent_i_known_name node = {.type = (uint8_t)type,
                             .parent = (uint32_t)r->nodes.n,
                             .last_article = ENT_NONE,
                             .entry = ENT_NONE,
                             .likely = ENT_NONE,
                             .confidence = 1};
    size_t n = node_key(type, text, size, &node.name, key);
    uint32_t *slot =
        ent_i_strmap_put(&r->node_keys, key, n, (uint32_t)r->nodes.n);
    if (!slot || (*slot == r->nodes.n && !ent_i_vec_push(&r->nodes, node)))
        return ENT_NONE;
    *gender = node.name.gender;
    add_spelling(&r->nodes.items[*slot], &node.name);
    return *slot;
}

/* Spellings are kept beside nodes to show names as the text has them; most
 * mentions find theirs here and are not taken apart again. */
uint32_t ent_i_surface_of(ent_i_resolution *r, ent_type type, const char *text,
                          size_t size)
{
    /* Whole, however long: this is the text that is shown. */
    r->spelling.n = 0;
    if (!ent_i_vec_reserve(&r->spelling, size + 2))
        return ENT_NONE;
    char *key = r->spelling.items;
    key[0] = (char)('a' + type);
    size_t n = ent_i_single_blanks(text, size, key + 1, size + 1);
    uint32_t *slot =
        ent_i_strmap_put(&r->surface_keys, key, n + 1, (uint32_t)r->surfaces.n);
    if (!slot)
        return ENT_NONE;
    uint32_t found = *slot;
    if (found == r->surfaces.n) {
        ent_i_surface surface = {.text = NULL};
        surface.node = node_of(r, type, key + 1, n, &surface.gender);
        surface.text = ent_i_arena_strndup(&r->arena, key + 1, n);
        if (surface.node == ENT_NONE || !surface.text ||
            !ent_i_vec_push(&r->surfaces, surface))
            return ENT_NONE;
    }
    return found;
}

/* ---- one article ---- */

/* Whether the article counts: copies do only when asked for. */
static bool counts(const ent_corpus *corpus, uint32_t article)
{
    return corpus->count_copies || corpus->copy_of.items[article] == ENT_NONE;
}

/* Articles that call a person by the full name and by this shorter one. */
static bool note_habit(ent_i_resolution *r, uint32_t brief, uint32_t full)
{
    uint64_t key = (uint64_t)brief << 32 | full;
    uint32_t *slot = ent_i_keymap_put(&r->habits, key, 0);
    if (slot)
        ++*slot;
    return slot != NULL;
}

typedef struct gathering {
    ent_i_resolution *r;
    ent_corpus *corpus;
    uint32_t article;
    ENT_I_VEC(uint32_t) record_of; /* by cluster; ENT_NONE: not of the story */
    ent_i_keymap seen;             /* habits of this article */
} gathering;

/* The cluster's fullest name makes its node; gender comes from the name and
 * from a title before it. */
static bool add_record(gathering *g, uint32_t index)
{
    ent_i_resolution *r = g->r;
    const ent_article *article = g->corpus->articles.items[g->article];
    const ent_cluster *c = &article->clusters.items[index];
    uint32_t surface =
        ent_i_surface_of(r, (ent_type)c->type, c->name, strlen(c->name));
    if (surface == ENT_NONE)
        return false;
    uint32_t node = r->surfaces.items[surface].node;
    ent_i_record record = {.article = g->article,
                           .cluster = index,
                           .node = node,
                           .actor = node,
                           .confidence = 1,
                           .likely = ENT_NONE};
    record.gender = r->surfaces.items[surface].gender;
    if (c->honorific)
        record.gender |=
            (uint8_t)ent_i_title_gender(c->honorific, strlen(c->honorific));
    if (counts(g->corpus, g->article)) {
        r->nodes.items[node].articles++;
        r->nodes.items[node].mentions += c->mentions;
    }
    g->record_of.items[index] = (uint32_t)r->records.n;
    return ent_i_vec_push(&r->records, record);
}

/* Records are made by the first story mention, so that clusters of bylines get
 * none. A short mention of a fully named person is noted as a habit, once an
 * article. */
static bool add_mention(gathering *g, const ent_mention *m)
{
    ent_i_resolution *r = g->r;
    const ent_article *article = g->corpus->articles.items[g->article];
    if (g->record_of.items[m->cluster] == ENT_NONE &&
        !add_record(g, m->cluster))
        return false;
    const char *field = ent_article_field(article, (ent_field)m->field);
    uint32_t surface = ent_i_surface_of(r, (ent_type)m->type, field + m->start,
                                        m->end - m->start);
    if (surface == ENT_NONE)
        return false;
    if (!counts(g->corpus, g->article))
        return true;
    r->surfaces.items[surface].count++;
    uint32_t brief = r->surfaces.items[surface].node;
    uint32_t full = r->records.items[g->record_of.items[m->cluster]].node;
    if (brief == full || m->type != ENT_PERSON || r->nodes.items[brief].full ||
        !r->nodes.items[full].full)
        return true;
    size_t before = g->seen.n;
    uint64_t key = (uint64_t)brief << 32 | full;
    if (!ent_i_keymap_put(&g->seen, key, 0))
        return false;
    return g->seen.n == before || note_habit(r, brief, full);
}

/* Two full names of one surname that the article keeps apart are two persons
 * elsewhere, too. */
static bool note_rivals(ent_i_resolution *r, size_t first)
{
    enum { MAX_COMPARED = 64 };
    for (size_t i = first; i < r->records.n; i++) {
        uint32_t a = r->records.items[i].node;
        const ent_i_known_name *node = &r->nodes.items[a];
        if (!node->full)
            continue;
        const char *family = ent_i_name_part(&node->name, node->name.family);
        size_t end =
            i + MAX_COMPARED < r->records.n ? i + MAX_COMPARED : r->records.n;
        for (size_t j = i + 1; j < end; j++) {
            uint32_t b = r->records.items[j].node;
            const ent_i_known_name *other = &r->nodes.items[b];
            if (b != a && other->full &&
                strcmp(family, ent_i_name_part(&other->name,
                                               other->name.family)) == 0 &&
                !ent_i_keymap_put(&r->rivals, ent_i_pair_key(a, b), 0))
                return false;
        }
    }
    return true;
}

/* By the order of articles and mentions, as numbers of nodes and records follow
 * from it. */
static bool gather_article(gathering *g)
{
    const ent_article *article = g->corpus->articles.items[g->article];
    size_t first = g->r->records.n;
    g->record_of.n = 0;
    if (!ent_i_vec_reserve(&g->record_of, article->clusters.n))
        return false;
    for (size_t i = 0; i < article->clusters.n; i++)
        g->record_of.items[g->record_of.n++] = ENT_NONE;
    ent_i_keymap_free(&g->seen);
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (m->role == ENT_ROLE_STORY && m->cluster != ENT_NONE &&
            !add_mention(g, m))
            return false;
    }
    return note_rivals(g->r, first);
}

static bool is_capitals(const char *text)
{
    return ent_i_is_capitals(text, strlen(text));
}

/* Of two spellings used equally often, the greater in bytes: it depends on no
 * order of articles, and favours normal case over capitals and a letter with
 * its accent over the bare one. */
static bool is_used_more(const ent_i_surface *s, const ent_i_known_name *node)
{
    if (s->count != node->label_count)
        return s->count > node->label_count;
    return strcmp(s->text, node->label) > 0;
}

/* Each node is shown as it is written most often, in normal case if ever. */
static void choose_labels(ent_i_resolution *r)
{
    for (size_t i = 0; i < r->surfaces.n; i++) {
        const ent_i_surface *s = &r->surfaces.items[i];
        ent_i_known_name *node = &r->nodes.items[s->node];
        bool better = !node->label || is_used_more(s, node);
        if (node->label && node->type == ENT_PERSON &&
            is_capitals(node->label) != is_capitals(s->text))
            better = is_capitals(node->label);
        if (better) {
            node->label = s->text;
            node->label_count = s->count;
        }
    }
}

bool ent_i_gather(ent_i_resolution *r, ent_corpus *corpus)
{
    gathering g = {.r = r, .corpus = corpus};
    bool ok = true;
    for (; ok && g.article < corpus->articles.n; g.article++)
        ok = gather_article(&g);
    ent_i_vec_free(&g.record_of);
    ent_i_keymap_free(&g.seen);
    choose_labels(r);
    return ok;
}
