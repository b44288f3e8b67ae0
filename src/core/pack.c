/* An article and all it points to in one block. */
#include "core/pack.h"

#include <string.h>

#include "core/memory.h"

/* ---- the block ---- */

ent_i_sizes ent_i_sizes_of(const ent_article *a, uint32_t strings)
{
    ent_i_sizes n = {.strings = strings,
                     .sentences = (uint32_t)a->sentences.n,
                     .mentions = (uint32_t)a->mentions.n,
                     .joint = (uint32_t)a->joint.n,
                     .kin = (uint32_t)a->kin.n,
                     .clusters = (uint32_t)a->clusters.n,
                     .encounters = (uint32_t)a->encounters.n};
    for (size_t i = 0; i < a->encounters.n; i++)
        n.participants += a->encounters.items[i].participant_count;
    return n;
}

size_t ent_i_block_size(const ent_i_sizes *n)
{
    return sizeof(ent_article) + n->encounters * sizeof(ent_encounter) +
           n->clusters * sizeof(ent_cluster) +
           n->mentions * sizeof(ent_mention) +
           n->sentences * sizeof(ent_sentence) + n->kin * sizeof(ent_i_kin) +
           ((size_t)n->joint + n->participants) * sizeof(uint32_t) + n->strings;
}

ent_article *ent_i_lay_out(void *block, const ent_i_sizes *n,
                           uint32_t **participants, char **strings)
{
    ent_article *a = block;
    *a = (ent_article){.id = ""};
    a->encounters.items = (ent_encounter *)(void *)(a + 1);
    a->encounters.n = n->encounters;
    a->clusters.items =
        (ent_cluster *)(void *)(a->encounters.items + n->encounters);
    a->clusters.n = n->clusters;
    a->mentions.items =
        (ent_mention *)(void *)(a->clusters.items + n->clusters);
    a->mentions.n = n->mentions;
    a->sentences.items =
        (ent_sentence *)(void *)(a->mentions.items + n->mentions);
    a->sentences.n = n->sentences;
    a->kin.items = (ent_i_kin *)(void *)(a->sentences.items + n->sentences);
    a->kin.n = n->kin;
    a->joint.items = (uint32_t *)(void *)(a->kin.items + n->kin);
    a->joint.n = n->joint;
    *participants = a->joint.items + n->joint;
    *strings = (char *)(*participants + n->participants);
    return a;
}

/* ---- packing an article ---- */

/* Where the next string goes; without `at` they are only counted. */
typedef struct room {
    char *at;
    size_t size;
} room;

static void pack_string(room *r, const char **value)
{
    if (!*value)
        return;
    size_t size = strlen(*value) + 1;
    r->size += size;
    if (!r->at)
        return;
    memcpy(r->at, *value, size);
    *value = r->at;
    r->at += size;
}

/* An id that is the path stays so. */
static void pack_strings(room *r, ent_article *a)
{
    const char **const own[] = {&a->path,         &a->title,     &a->text,
                                &a->source,       &a->url,       &a->language,
                                &a->author,       &a->date_from, &a->format,
                                &a->title_from,   &a->text_from, &a->left_out,
                                &a->language_from};
    bool named_by_path = a->id == a->path;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        pack_string(r, own[i]);
    if (named_by_path)
        a->id = a->path;
    else
        pack_string(r, &a->id);
    for (size_t i = 0; i < a->clusters.n; i++) {
        pack_string(r, &a->clusters.items[i].name);
        pack_string(r, &a->clusters.items[i].honorific);
    }
    for (size_t i = 0; i < a->encounters.n; i++) {
        pack_string(r, &a->encounters.items[i].when_text);
        pack_string(r, &a->encounters.items[i].where);
    }
}

static void pack_participants(uint32_t *to, ent_article *a)
{
    for (size_t i = 0; i < a->encounters.n; i++) {
        ent_encounter *e = &a->encounters.items[i];
        memcpy(to, e->participants, e->participant_count * sizeof *to);
        e->participants = to;
        to += e->participant_count;
    }
}

static ent_i_sizes sizes_packed(const ent_article *article)
{
    room none = {0};
    ent_article same = *article; /* counting changes nothing */
    pack_strings(&none, &same);
    return ent_i_sizes_of(article, (uint32_t)none.size);
}

size_t ent_i_article_size(const ent_article *article)
{
    ent_i_sizes n = sizes_packed(article);
    return ent_i_block_size(&n);
}

/* Fills the list that was laid out. */
#define PACK_LIST(list)                                                        \
    do {                                                                       \
        if (article->list.n)                                                   \
            memcpy(laid.list.items, article->list.items,                       \
                   article->list.n * sizeof *article->list.items);             \
        made->list = laid.list;                                                \
    } while (0)

ent_article *ent_i_article_pack(void *block, const ent_article *article)
{
    ent_i_sizes n = sizes_packed(article);
    uint32_t *participants;
    room strings = {0};
    ent_article *made = ent_i_lay_out(block, &n, &participants, &strings.at);
    const ent_article laid = *made;
    *made = *article;
    made->arena = (ent_i_arena){0};
    made->raw = (ent_i_raw){0};
    PACK_LIST(sentences);
    PACK_LIST(mentions);
    PACK_LIST(joint);
    PACK_LIST(kin);
    PACK_LIST(clusters);
    PACK_LIST(encounters);
    pack_participants(participants, made);
    pack_strings(&strings, made);
    return made;
}

/* ---- reading an article anew ---- */

/* Where names are all that is known, sentences and encounters came with the
 * input, too, and stay in the block. */
bool ent_i_article_unread(ent_article *article)
{
    const ent_article before = *article;
    size_t n = article->annotated ? article->mentions.n : 0;
    ent_mention *kept = ent_i_malloc((n + 1) * sizeof *kept);
    if (!kept)
        return false;
    for (size_t i = 0; i < n; i++) {
        kept[i] = article->mentions.items[i];
        kept[i].cluster = ENT_NONE;
    }
    ent_i_article_clear(article);
    article->mentions.items = kept;
    article->mentions.n = n;
    article->mentions.cap = n + 1; /* the list is its own, even if empty */
    if (before.names_only) {
        article->sentences.items = before.sentences.items;
        article->sentences.n = before.sentences.n;
        article->encounters.items = before.encounters.items;
        article->encounters.n = before.encounters.n;
    }
    return true;
}
