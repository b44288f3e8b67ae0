/* Collects the distinct names of a corpus, and which article uses which. */
#include <string.h>

#include "corpus/across.h"
#include "corpus/alike.h"
#include "corpus/cases.h"
#include "names/fold.h"
#include "names/things.h"

/* The part of a name that is compared. Names that differ do so before this. */
enum { KEY_ROOM = 300 };

/* Nodes, records and the rest own no memory: all texts belong to the arena or
 * the maps. */
void ent_i_resolution_clear(ent_i_resolution *r)
{
    ent_i_aliases_free(&r->aliases);
    ent_i_vec_free(&r->nodes);
    ent_i_vec_free(&r->sides);
    if (!r->spill)
        ent_i_vec_free(&r->records);
    ent_i_vec_free(&r->surfaces);
    ent_i_vec_free(&r->spelling);
    ent_i_strmap_free(&r->node_keys);
    ent_i_strmap_free(&r->surface_keys);
    ent_i_strmap_free(&r->titles);
    ent_i_strmap_free(&r->told_keys);
    ent_i_keymap_free(&r->habits);
    ent_i_keymap_free(&r->briefs);
    ent_i_keymap_free(&r->rivals);
    ent_i_keymap_free(&r->apart);
    ent_i_vec_free(&r->other_names);
    ent_i_arena_free(&r->arena);
}

/* Merging always goes to a root, so chains stay short. No paths need
 * compressing, and readers can share the resolution. */
uint32_t ent_i_root(const ent_i_resolution *r, uint32_t node)
{
    while (r->nodes.items[node].parent != node)
        node = r->nodes.items[node].parent;
    return node;
}

/* ---- nodes and spellings ---- */

/* What keys of surfaces and nodes begin with. Half of a couple that shares a
 * bare surname ("Mrs. Roe") has nodes of its own. */
static char kind_of(ent_type type, size_t title)
{
    return (char)((title ? 'A' : 'a') + type);
}

/* Takes apart a name that may begin with a title of so many bytes, which is no
 * part of it. */
static void parse(ent_i_name *name, size_t title, const char *text, size_t size)
{
    ent_i_name_parse(name, text + title, size - title);
    if (title)
        name->gender |=
            (uint8_t)ent_i_title_gender(ent_i_lexicon_default(), text, title);
}

/* Writes kind and comparable form; persons are also parsed into *name. */
static size_t node_key(ent_type type, size_t title, const char *text,
                       size_t size, ent_i_name *name, char *key)
{
    size_t n = 0;
    key[0] = kind_of(type, title);
    if (type == ENT_PERSON) {
        parse(name, title, text, size);
        n = name->nominal ? 0 : ent_i_name_key(name, key + 1, KEY_ROOM - 1);
    } else {
        n = ent_i_thing_key(type, text, size, key + 1, KEY_ROOM - 1);
    }
    if (!n) { /* only marks, or a script unknown to ICU */
        n = size < KEY_ROOM - 1 ? size : KEY_ROOM - 1;
        memcpy(key + 1, text, n);
    }
    return n + 1;
}

/* The text is cut and its blanks made single, as for spellings, so that it
 * finds the node its spelling made. ENT_I_ABSENT equals ENT_NONE, so the map's
 * answer needs no conversion. */
uint32_t ent_i_find_node(const ent_i_resolution *r, ent_type type,
                         const char *text, size_t size)
{
    char key[KEY_ROOM], single[KEY_ROOM - 1];
    ent_i_name name;
    size = ent_i_single_blanks(text, size, single, sizeof single);
    size_t n = node_key(type, 0, single, size, &name, key);
    return ent_i_strmap_get(&r->node_keys, key, n);
}

/* Makes no node: names that the articles lack must not change how others are
 * read. */
bool ent_i_tell(ent_i_resolution *r, ent_type type, const char *text,
                uint32_t entry)
{
    char key[KEY_ROOM], single[KEY_ROOM - 1];
    ent_i_name name;
    uint32_t told = entry == ENT_NONE ? ENT_I_LEFT_OPEN : entry;
    size_t size =
        ent_i_single_blanks(text, strlen(text), single, sizeof single);
    size_t n = node_key(type, 0, single, size, &name, key);
    uint32_t *slot = ent_i_strmap_put(&r->told_keys, key, n, told);
    if (slot && *slot != told)
        *slot = ENT_I_SEVERAL;
    uint32_t node = ent_i_strmap_get(&r->node_keys, key, n);
    if (slot && node != ENT_I_ABSENT)
        r->nodes.items[node].told = *slot;
    return slot != NULL;
}

/* Keeps what any spelling of the node says. If a name can be taken apart in
 * several ways ("Ki-moon", "Ki Moon"), the first by bytes is kept, whatever the
 * order of articles. */
static void add_spelling(ent_i_known_name *node, const ent_i_name *name)
{
    bool titled = node->name.titled || name->titled;
    bool reigns = node->name.reign || name->reign;
    node->gender |= name->gender;
    if (memcmp(name->text, node->name.text, sizeof name->text) < 0)
        node->name = *name;
    node->name.titled = titled;
    if (reigns)
        ent_i_name_reigns(&node->name);
    node->full = node->type == ENT_PERSON && ent_i_name_is_full(&node->name) &&
                 !node->name.nominal;
}

/* The name's node, added if new. Spellings that differ only in case, accents,
 * marks or titles share a node from the start. */
static uint32_t node_of(ent_i_resolution *r, ent_type type, size_t title,
                        const char *text, size_t size, uint8_t *gender)
{
    char key[KEY_ROOM];
    ent_i_known_name node = {.type = (uint8_t)type,
                             .read_as = (uint8_t)type,
                             .parent = (uint32_t)r->nodes.n,
                             .last_article = ENT_NONE,
                             .entry = ENT_NONE,
                             .side = ENT_NONE,
                             .likely = ENT_NONE,
                             .confidence = 1};
    size_t n = node_key(type, title, text, size, &node.name, key);
    node.told = ent_i_strmap_get(&r->told_keys, key, n);
    uint32_t *slot =
        ent_i_strmap_put(&r->node_keys, key, n, (uint32_t)r->nodes.n);
    if (!slot || (*slot == r->nodes.n && !ent_i_vec_push(&r->nodes, node)))
        return ENT_NONE;
    *gender = node.name.gender;
    ent_i_known_name *known = &r->nodes.items[*slot];
    add_spelling(known, &node.name);
    if (r->sides.n && known->full && known->side == ENT_NONE)
        known->side = ent_i_side_of(r, &known->name);
    return *slot;
}

/* Spellings are kept beside nodes so that names can be shown as in the text.
 * Most mentions are found here and need not be taken apart again. */
static uint32_t surface_of(ent_i_resolution *r, ent_type type, size_t title,
                           const char *text, size_t size)
{
    char turned[ENT_I_NAME_ROOM];
    size_t round = type == ENT_PERSON
                       ? ent_i_name_turn(text, size, turned, sizeof turned)
                       : 0;
    if (round) {
        text = turned;
        size = round;
    }
    /* In full, however long: this text is shown. */
    r->spelling.n = 0;
    if (!ent_i_vec_reserve(&r->spelling, size + 2))
        return ENT_NONE;
    char *key = r->spelling.items;
    key[0] = kind_of(type, title);
    size_t n = ent_i_single_blanks(text, size, key + 1, size + 1);
    uint32_t *slot =
        ent_i_strmap_put(&r->surface_keys, key, n + 1, (uint32_t)r->surfaces.n);
    if (!slot)
        return ENT_NONE;
    uint32_t found = *slot;
    if (found == r->surfaces.n) {
        ent_i_surface surface = {.text = NULL};
        surface.node = node_of(r, type, title, key + 1, n, &surface.gender);
        surface.text = ent_i_arena_strndup(&r->arena, key + 1, n);
        if (surface.node == ENT_NONE || !surface.text ||
            !ent_i_vec_push(&r->surfaces, surface))
            return ENT_NONE;
    }
    return found;
}

uint32_t ent_i_surface_of(ent_i_resolution *r, ent_type type, const char *text,
                          size_t size)
{
    return surface_of(r, type, 0, text, size);
}

uint32_t ent_i_node_called(ent_i_resolution *r, ent_type type, const char *name)
{
    uint32_t surface = ent_i_surface_of(r, type, name, strlen(name));
    if (surface == ENT_NONE)
        return ENT_NONE;
    uint32_t index = r->surfaces.items[surface].node;
    ent_i_known_name *node = &r->nodes.items[index];
    if (!node->label)
        node->label = r->surfaces.items[surface].text;
    node->seen = true;
    return index;
}

/* The size of the title, with the blank behind it, that the cluster is known
 * by; usually a title is in no name, and 0 is returned. */
static size_t title_of(const ent_cluster *cluster)
{
    const char *title = cluster->honorific;
    size_t n = title ? strlen(title) : 0;
    if (!n || strncmp(cluster->name, title, n) != 0 || cluster->name[n] != ' ')
        return 0;
    /* "Pope Francis" is a name of two words. */
    ent_i_name name;
    ent_i_name_parse(&name, cluster->name, strlen(cluster->name));
    return ent_i_name_is_full(&name) ? 0 : n + 1;
}

/* The name that the cluster goes by, as a spelling. */
static uint32_t cluster_surface(ent_i_resolution *r, const ent_cluster *cluster)
{
    return surface_of(r, (ent_type)cluster->type, title_of(cluster),
                      cluster->name, strlen(cluster->name));
}

/* Whether the mention shares its surname with the next one. */
static bool is_joint(const ent_article *article, const ent_mention *m)
{
    uint32_t index = (uint32_t)(m - article->mentions.items);
    for (size_t i = 0; i < article->joint.n; i++)
        if (article->joint.items[i] == index)
            return true;
    return false;
}

/* Whether the mention is a part of the name that it makes with the next one:
 * Peter in "Peter and Joan Roe" or "[Peter] Roe". */
static bool is_half(const ent_article *article, const ent_mention *m)
{
    const ent_mention *end = article->mentions.items + article->mentions.n;
    bool completed = m + 1 < end && m[1].cluster == m->cluster &&
                     m[1].field == m->field && m[1].start == m->end + 2;
    return completed || is_joint(article, m);
}

uint32_t ent_i_mention_surface(ent_i_resolution *r, const ent_article *article,
                               const ent_mention *m)
{
    const char *text =
        ent_article_field(article, (ent_field)m->field) + m->start;
    size_t size = m->end - m->start;
    if (is_joint(article, m) &&
        ent_i_title_find(ent_i_lexicon_default(), text, size))
        return cluster_surface(r, &article->clusters.items[m->cluster]);
    return ent_i_surface_of(r, (ent_type)m->type, text, size);
}

/* ---- one article ---- */

/* Counts an article that uses both the full name and this shorter one. */
static bool note_habit(ent_i_keymap *habits, uint32_t brief, uint32_t full)
{
    uint64_t key = (uint64_t)brief << 32 | full;
    uint32_t *slot = ent_i_keymap_put(habits, key, 0);
    if (slot)
        ++*slot;
    return slot != NULL;
}

typedef struct gathering {
    ent_i_resolution *r;
    ent_corpus *corpus;
    uint32_t article;
    size_t first;                  /* of this article's records */
    ENT_I_VEC(uint32_t) record_of; /* by cluster; ENT_NONE: none yet */
    ent_i_keymap seen;             /* habits of this article */
} gathering;

/* When the given name does not tell the gender, the title may. */
static void add_title_gender(ent_i_record *record, const char *title)
{
    unsigned gender =
        ent_i_title_gender(ent_i_lexicon_default(), title, strlen(title));
    record->gender = (uint8_t)(gender && record->gender == ENT_I_EITHER
                                   ? gender
                                   : record->gender | gender);
}

/* The cluster's fullest name decides the node; gender comes from the name and a
 * title before it. Returns the record, or ENT_NONE when memory runs out. */
static uint32_t add_record(gathering *g, uint32_t cluster, uint32_t surface,
                           bool part)
{
    ent_i_resolution *r = g->r;
    const ent_article *article = ent_i_article_at(g->corpus, g->article);
    const char *title = article->clusters.items[cluster].honorific;
    if (title && !(title = ent_i_strmap_keep(&r->titles, title)))
        return ENT_NONE;
    uint32_t node = r->surfaces.items[surface].node;
    ent_i_record record = {.article = g->article,
                           .cluster = cluster,
                           .surface = surface,
                           .node = node,
                           .stands_for = node,
                           .title = title,
                           .confidence = 1,
                           .part = part,
                           .left = ENT_NONE,
                           .kin_root = ENT_NONE,
                           .likely = ENT_NONE};
    record.gender = r->surfaces.items[surface].gender;
    if (title)
        add_title_gender(&record, title);
    if (ent_i_counts(g->corpus, g->article))
        r->nodes.items[node].articles++;
    return ent_i_vec_push(&r->records, record) ? (uint32_t)r->records.n - 1
                                               : ENT_NONE;
}

/* The record of the mentions with this name that leave their cluster: one per
 * article, whichever cluster they were in. */
static uint32_t part_of(gathering *g, uint32_t cluster, uint32_t surface)
{
    for (size_t i = g->first; i < g->r->records.n; i++)
        if (ent_i_record_at(g->r, i)->part &&
            ent_i_record_at(g->r, i)->surface == surface)
            return (uint32_t)i;
    return add_record(g, cluster, surface, true);
}

/* The mention's record. Made by the first mention that needs it, so that
 * clusters of bylines get none. Clusters are divided only when the alias file
 * has several entries. */
static uint32_t record_of(gathering *g, uint32_t cluster, uint32_t surface)
{
    ent_i_resolution *r = g->r;
    const ent_article *article = ent_i_article_at(g->corpus, g->article);
    const ent_cluster *c = &article->clusters.items[cluster];
    uint32_t *known = &g->record_of.items[cluster];
    bool may_part = r->aliases.entries.n > 1;
    if (*known != ENT_NONE && !may_part)
        return *known;
    uint32_t whole = cluster_surface(r, c);
    if (whole == ENT_NONE)
        return ENT_NONE;
    if (may_part && ent_i_are_parted(r, r->surfaces.items[surface].node,
                                     r->surfaces.items[whole].node))
        return part_of(g, cluster, surface);
    if (*known == ENT_NONE)
        *known = add_record(g, cluster, whole, false);
    return *known;
}

/* Where uses of the short spelling for the full name are counted: those of a
 * person's, or of an organisation's initials or first word. NULL where it is
 * not short. */
static ent_i_keymap *habits_of(ent_i_resolution *r, const ent_i_surface *brief,
                               uint32_t full)
{
    const ent_i_known_name *name = &r->nodes.items[brief->node];
    const ent_i_known_name *whole = &r->nodes.items[full];
    if (brief->node == full || whole->type != name->type)
        return NULL;
    if (name->type == ENT_PERSON)
        return !name->full && whole->full ? &r->habits : NULL;
    return name->type == ENT_ORG && !strchr(brief->text, ' ') ? &r->briefs
                                                              : NULL;
}

/* Using a short name for somebody with a full name is a habit, counted once per
 * article. */
static bool see_habit(gathering *g, const ent_i_surface *brief, uint32_t full)
{
    ent_i_keymap *habits = habits_of(g->r, brief, full);
    size_t before = g->seen.n;
    uint64_t key = (uint64_t)brief->node << 32 | full;
    if (!habits)
        return true;
    if (!ent_i_keymap_put(&g->seen, key, 0))
        return false;
    return g->seen.n == before || note_habit(habits, brief->node, full);
}

/* "Ann R." may be anybody. */
static bool is_in_full(const ent_i_known_name *node)
{
    return node->full && !ent_i_name_is_initial(&node->name, node->name.family);
}

/* A full name in the cluster that is no spelling of the one it goes by is noted
 * once per article. */
static bool see_other_name(gathering *g, uint32_t other, uint32_t name)
{
    const ent_i_known_name *x = &g->r->nodes.items[other];
    const ent_i_known_name *y = &g->r->nodes.items[name];
    size_t before = g->seen.n;
    float agreed;
    if (other == name || !is_in_full(x) || !is_in_full(y))
        return true;
    if (!ent_i_keymap_put(&g->seen, (uint64_t)other << 32 | name, 0))
        return false;
    return g->seen.n == before ||
           ent_i_likeness_of(&x->name, &y->name, &agreed) != ENT_I_UNLIKE ||
           ent_i_vec_push(&g->r->other_names, (ent_i_other_name){name, other});
}

/* What a person's place shows counts for his name, though not in copies. */
static void see_place(gathering *g, const ent_mention *m, uint32_t node)
{
    ent_i_signs signs = {0};
    if (m->type != ENT_PERSON || !ent_i_counts(g->corpus, g->article))
        return;
    ent_i_signs_add(&signs, ent_i_article_at(g->corpus, g->article), m);
    ent_i_signs_sum(&g->r->nodes.items[node].signs, &signs);
}

ent_i_signs ent_i_signs_of(const ent_i_resolution *r, const ent_corpus *corpus,
                           const ent_i_record *record)
{
    const ent_article *article = ent_i_article_at(corpus, record->article);
    const uint32_t *records = ent_i_assigned_in(corpus, record->article);
    ent_i_signs signs = {.cased = record->cased};
    for (size_t i = 0; i < article->mentions.n; i++)
        if (records[i] == record - r->records.items &&
            article->mentions.items[i].type == ENT_PERSON)
            ent_i_signs_add(&signs, article, &article->mentions.items[i]);
    return signs;
}

/* *index is set to the mention's record. */
static bool add_mention(gathering *g, const ent_mention *m, uint32_t *index)
{
    ent_i_resolution *r = g->r;
    const ent_article *article = ent_i_article_at(g->corpus, g->article);
    uint32_t surface = ent_i_mention_surface(r, article, m);
    if (surface == ENT_NONE)
        return false;
    *index = record_of(g, m->cluster, surface);
    if (*index == ENT_NONE)
        return false;
    ent_i_record *record = ent_i_record_at(r, *index);
    record->mentions++;
    r->nodes.items[record->node].seen = true;
    r->nodes.items[r->surfaces.items[surface].node].seen = true;
    see_place(g, m, r->surfaces.items[surface].node);
    if (!ent_i_counts(g->corpus, g->article))
        return true;
    r->nodes.items[record->node].mentions++;
    r->surfaces.items[surface].count++;
    return (is_half(article, m) ||
            see_habit(g, &r->surfaces.items[surface], record->node)) &&
           see_other_name(g, r->surfaces.items[surface].node, record->node);
}

/* Counts the articles that name two persons with the same surname in full and
 * keep them apart. */
static bool note_rivals(ent_i_resolution *r, size_t first)
{
    enum { MAX_COMPARED = 64 };
    for (size_t i = first; i < r->records.n; i++) {
        uint32_t a = ent_i_record_at(r, i)->node;
        const ent_i_known_name *node = &r->nodes.items[a];
        if (!node->full)
            continue;
        const char *family = ent_i_name_part(&node->name, node->name.family);
        size_t end =
            i + MAX_COMPARED < r->records.n ? i + MAX_COMPARED : r->records.n;
        for (size_t j = i + 1; j < end; j++) {
            uint32_t b = ent_i_record_at(r, j)->node;
            const ent_i_known_name *other = &r->nodes.items[b];
            if (b == a || !other->full ||
                strcmp(family,
                       ent_i_name_part(&other->name, other->name.family)) != 0)
                continue;
            uint32_t *slot =
                ent_i_keymap_put(&r->rivals, ent_i_pair_key(a, b), 0);
            if (!slot)
                return false;
            ++*slot;
        }
    }
    return true;
}

/* A surname is a side of a case: counts it for the name, and in this article
 * for who has it. */
static void see_side(gathering *g, const char *word, size_t size)
{
    ent_i_resolution *r = g->r;
    uint32_t brief = ent_i_find_node(r, ENT_PERSON, word, size);
    if (brief == ENT_NONE)
        return;
    ent_i_known_name *known = &r->nodes.items[brief];
    known->signs.cased += ent_i_counts(g->corpus, g->article);
    const char *surname = ent_i_name_part(&known->name, known->name.family);
    for (size_t i = g->first; i < r->records.n; i++) {
        ent_i_record *record = ent_i_record_at(r, i);
        const ent_i_known_name *node = &r->nodes.items[record->node];
        if (node->type == ENT_PERSON &&
            strcmp(surname, ent_i_name_part(&node->name, node->name.family)) ==
                0)
            record->cased += record->cased < UINT16_MAX;
    }
}

static void see_cases(gathering *g)
{
    const ent_article *article = ent_i_article_at(g->corpus, g->article);
    for (int field = ENT_FIELD_TITLE; field <= ENT_FIELD_TEXT; field++) {
        const char *text = ent_article_field(article, (ent_field)field);
        ent_i_side sides[2];
        for (size_t at = 0; ent_i_next_case(text, &at, sides);)
            for (int i = 0; i < 2; i++)
                see_side(g, text + sides[i].start, sides[i].size);
    }
}

/* In the order of articles and mentions, which determines the numbers of nodes
 * and records. */
static bool gather_article(gathering *g)
{
    const ent_article *article = ent_i_article_at(g->corpus, g->article);
    g->first = g->r->records.n;
    g->record_of.n = 0;
    if (!ent_i_vec_reserve(&g->record_of, article->clusters.n))
        return false;
    for (size_t i = 0; i < article->clusters.n; i++)
        g->record_of.items[g->record_of.n++] = ENT_NONE;
    ent_i_keymap_free(&g->seen);
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        uint32_t index = ENT_NONE;
        if (m->role == ENT_ROLE_STORY && m->cluster != ENT_NONE &&
            !add_mention(g, m, &index))
            return false;
        if (!ent_i_vec_push(&g->corpus->assigned, index))
            return false;
    }
    see_cases(g);
    return note_rivals(g->r, g->first);
}

bool ent_i_gather(ent_i_resolution *r, ent_corpus *corpus)
{
    gathering g = {.r = r, .corpus = corpus};
    bool ok = true;
    for (; ok && g.article < corpus->articles.n; g.article++)
        ok = gather_article(&g);
    ent_i_vec_free(&g.record_of);
    ent_i_keymap_free(&g.seen);
    ent_i_choose_labels(r);
    return ok;
}
