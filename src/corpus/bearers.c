#include "corpus/bearers.h"

#include <string.h>

/* A title is somebody's if it stands before his full name in such a part of
 * the articles, and so many times more often than before another's. */
#define TITLED 0.02
#define TITLED_MORE 5
/* Of somebody who is named so much less often than another, nobody knows which
 * titles he has not; nor does he take titles from the other. */
#define SELDOM 5
/* So many must have a given name, and so many for each who has it as a
 * surname. */
enum { GIVEN = 5, GIVEN_TIMES = 2 };

uint32_t ent_i_part_alone(const ent_i_resolution *r,
                          const ent_i_known_name *node, size_t part)
{
    char key[ENT_I_NAME_ROOM + 1];
    size_t size = node->name.parts[part].size;
    key[0] = (char)('a' + ENT_PERSON);
    memcpy(key + 1, ent_i_name_part(&node->name, part), size);
    return ent_i_strmap_get(&r->node_keys, key, size + 1);
}

static bool add_one(ent_i_keymap *map, uint64_t key)
{
    uint32_t *slot = ent_i_keymap_put(map, key, 0);
    if (slot)
        ++*slot;
    return slot != NULL;
}

/* ---- bearers ---- */

static uint64_t given_key(const ent_i_known_name *node)
{
    const ent_i_part *given = &node->name.parts[node->name.given];
    return ent_i_hash(node->name.text + given->start, given->size);
}

uint32_t ent_i_bearers_given(const ent_i_bearers *b, uint32_t root)
{
    uint32_t n =
        ent_i_keymap_get(&b->given, given_key(&b->r->nodes.items[root]));
    return n == ENT_I_ABSENT ? 0 : n;
}

bool ent_i_bearers_is_given(const ent_i_bearers *b, uint32_t brief)
{
    const ent_i_name *name = &b->r->nodes.items[brief].name;
    const ent_i_part *word = &name->parts[name->family];
    uint32_t n = ent_i_keymap_get(
        &b->given, ent_i_hash(name->text + word->start, word->size));
    return n != ENT_I_ABSENT && n >= GIVEN && n >= GIVEN_TIMES * b->of[brief].n;
}

/* Labels decide between equals, as node numbers depend on the order of
 * articles. */
static bool is_before(const ent_i_bearers *b, uint32_t x, uint32_t y)
{
    if (b->articles[x] != b->articles[y])
        return b->articles[x] > b->articles[y];
    return strcmp(b->r->nodes.items[x].label, b->r->nodes.items[y].label) < 0;
}

static void propose(ent_i_bearers *b, uint32_t brief, uint32_t root)
{
    ent_i_bearing *of = &b->of[brief];
    of->all += b->articles[root];
    of->alone = b->r->nodes.items[brief].articles;
    if (!b->articles[root])
        return;
    uint32_t at = of->n < ENT_I_BEARERS ? of->n++ : ENT_I_BEARERS;
    for (; at && is_before(b, root, of->roots[at - 1]); at--)
        if (at < ENT_I_BEARERS)
            of->roots[at] = of->roots[at - 1];
    if (at < ENT_I_BEARERS)
        of->roots[at] = root;
}

static bool learn_bearers(ent_i_bearers *b)
{
    const ent_i_resolution *r = b->r;
    bool ok = true;
    for (uint32_t i = 0; i < r->nodes.n; i++)
        if (r->nodes.items[i].full)
            b->articles[ent_i_root(r, i)] += r->nodes.items[i].articles;
    for (uint32_t i = 0; ok && i < r->nodes.n; i++) {
        const ent_i_known_name *node = &r->nodes.items[i];
        if (!node->full || node->parent != i)
            continue;
        uint32_t brief = ent_i_part_alone(r, node, node->name.family);
        if (brief != ENT_I_ABSENT)
            propose(b, brief, i);
        ok = add_one(&b->given, given_key(node));
    }
    return ok;
}

static void measure_shared(ent_i_bearers *b)
{
    size_t borne = 0, shared = 0;
    for (size_t i = 0; i < b->r->nodes.n; i++) {
        borne += b->of[i].n > 0;
        shared += b->of[i].n > 1;
    }
    b->shared = borne ? (double)shared / (double)borne : 0;
}

/* ---- titles ---- */

size_t ent_i_title_hashes(const char *title, size_t size,
                          uint64_t words[ENT_I_TITLE_WORDS])
{
    size_t n = 0, start = 0;
    for (size_t i = 0; i <= size && n < ENT_I_TITLE_WORDS; i++) {
        if (i < size && title[i] != ' ')
            continue;
        if (i > start + 3)
            words[n++] = ent_i_hash(title + start, i - start);
        start = i + 1;
    }
    return n;
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

static bool learn_title(ent_i_bearers *b, const ent_article *article,
                        const ent_mention *m, uint32_t node)
{
    uint64_t words[ENT_I_TITLE_WORDS];
    const char *field = ent_article_field(article, (ent_field)m->field);
    size_t n = 0;
    if (b->r->nodes.items[node].full)
        n = ent_i_title_hashes(field + m->honorific_start,
                               m->honorific_end - m->honorific_start, words);
    for (size_t i = 0; i < n; i++)
        if (!add_one(&b->titles, title_key(ent_i_root(b->r, node), words[i])))
            return false;
    return true;
}

/* Titles that stand before full names, as those belong to nobody else. */
static bool learn_titles(ent_i_bearers *b, const ent_corpus *corpus)
{
    for (size_t i = 0; i < corpus->articles.n; i++) {
        const ent_article *article = ent_i_article_at(corpus, i);
        const uint32_t *record = ent_i_assigned_in(corpus, i);
        for (size_t j = 0; j < article->mentions.n; j++) {
            const ent_mention *m = &article->mentions.items[j];
            if (m->honorific_end > m->honorific_start &&
                record[j] != ENT_NONE && is_full_mention(article, m) &&
                !learn_title(b, article, m,
                             ent_i_record_at(b->r, record[j])->node))
                return false;
        }
    }
    return true;
}

static uint32_t times_titled(const ent_i_bearers *b, uint32_t root,
                             uint64_t word)
{
    uint32_t n = ent_i_keymap_get(&b->titles, title_key(root, word));
    return n == ENT_I_ABSENT ? 0 : n;
}

bool ent_i_title_prefers(const ent_i_bearers *b, const uint64_t *words,
                         size_t n, uint32_t root, uint32_t other)
{
    if (SELDOM * b->articles[root] < b->articles[other])
        return false;
    double seldom = b->articles[root] < SELDOM * b->articles[other] ? 1 : 0;
    for (size_t i = 0; i < n; i++) {
        double his =
            times_titled(b, root, words[i]) / (b->articles[root] + 1.0);
        double others = (times_titled(b, other, words[i]) + seldom) /
                        (b->articles[other] + 1.0 + 2 * seldom);
        if (his > TITLED && his > TITLED_MORE * others)
            return true;
    }
    return false;
}

/* ---- all ---- */

bool ent_i_bearers_learn(ent_i_bearers *b, const ent_i_resolution *r,
                         const ent_corpus *corpus)
{
    *b = (ent_i_bearers){.r = r};
    b->articles = ent_i_calloc(r->nodes.n + 1, sizeof *b->articles);
    b->of = ent_i_calloc(r->nodes.n + 1, sizeof *b->of);
    if (!b->articles || !b->of || !learn_bearers(b))
        return false;
    measure_shared(b);
    return learn_titles(b, corpus);
}

void ent_i_bearers_free(ent_i_bearers *b)
{
    ent_i_free(b->articles);
    ent_i_free(b->of);
    ent_i_keymap_free(&b->titles);
    ent_i_keymap_free(&b->given);
}
