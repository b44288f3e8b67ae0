/* Records to actors: labels, aliases, identifiers, counts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/across.h"
#include "names/fold.h"

/* An actor in the making. */
typedef struct draft {
    uint32_t node;
    uint32_t mentions;
    uint32_t articles;
    uint32_t last_article;
    uint32_t order; /* of its first record */
    uint32_t likely;
    const char *slug;
    const char *id;
} draft;

/* How often an actor is written so. */
typedef struct use {
    uint32_t actor;
    uint32_t surface;
    uint32_t count;
    const char *text;
} use;

typedef struct making {
    ent_i_resolution *r;
    ent_corpus *corpus;
    ENT_I_VEC(draft) drafts;
    ENT_I_VEC(use) uses;
    uint32_t *place; /* draft -> actor */
} making;

/* ---- drafts ---- */

/* What makes two records one actor. Usually it is the node they stand for. A
 * bare given name that nothing explains is somebody else in each article, and
 * without resolving across articles so is every cluster: then the article,
 * counted from 1 so that it is never 0, goes into the upper half of the key. */
static uint64_t draft_key(const ent_i_resolution *r, const ent_i_record *record,
                          ent_resolve_mode mode)
{
    bool own = record->actor == ent_i_root(r, record->node) &&
               r->nodes.items[record->actor].separate;
    uint64_t key = record->actor;
    if (mode == ENT_RESOLVE_ARTICLE)
        key = (uint64_t)(record->article + 1) << 32 | record->cluster;
    else if (own)
        key |= (uint64_t)(record->article + 1) << 32;
    return key;
}

/* Counts the record for its actor. Records stand by article, so that the last
 * article seen tells whether this one is new. Copies are resolved like all
 * others but count nothing, lest one agency report outweigh ten original ones.
 */
static bool add_record(making *m, ent_i_record *record, uint32_t index)
{
    draft *d = &m->drafts.items[index];
    const ent_article *article = m->corpus->articles.items[record->article];
    bool counted = m->corpus->count_copies ||
                   m->corpus->copy_of.items[record->article] == ENT_NONE;
    if (counted) {
        d->mentions += article->clusters.items[record->cluster].mentions;
        d->articles += d->last_article != record->article;
        d->last_article = record->article;
    }
    if (d->likely == ENT_NONE)
        d->likely = record->likely;
    record->actor = index;
    return true;
}

/* Drafts come in the order of their first records; record->actor changes its
 * meaning here from a node to a draft, and once more in give_actors. */
static bool make_drafts(making *m, ent_resolve_mode mode)
{
    ent_i_resolution *r = m->r;
    ent_i_keymap map = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < r->records.n; i++) {
        ent_i_record *record = &r->records.items[i];
        uint64_t key = draft_key(r, record, mode);
        uint32_t *slot = ent_i_keymap_put(&map, key, (uint32_t)m->drafts.n);
        ok = slot != NULL;
        if (ok && *slot == m->drafts.n) {
            draft d = {.node = mode == ENT_RESOLVE_ARTICLE ? record->node
                                                           : record->actor,
                       .last_article = ENT_NONE,
                       .order = (uint32_t)i,
                       .likely = ENT_NONE};
            ok = ent_i_vec_push(&m->drafts, d);
        }
        ok = ok && add_record(m, record, *slot);
    }
    ent_i_keymap_free(&map);
    return ok;
}

/* ---- identifiers ---- */

/* The entry of the alias file that the node belongs to, or NULL. */
static const ent_i_alias_entry *entry_of(const ent_i_resolution *r,
                                         uint32_t node)
{
    uint32_t entry = r->nodes.items[node].entry;
    if (entry == ENT_NONE || r->nodes.items[node].shared ||
        r->aliases.entries.items[entry].only_separate)
        return NULL;
    return &r->aliases.entries.items[entry];
}

/* The user's name for the actor goes before the most frequent spelling. */
static const char *label_of(const ent_i_resolution *r, uint32_t node)
{
    const ent_i_alias_entry *entry = entry_of(r, node);
    return entry ? entry->label : r->nodes.items[node].label;
}

/* Whether readers of tables take the slug for something else than a text:
 * pandas, R and JavaScript for a missing value, spreadsheets for a number or,
 * without a letter in it, for a date. */
static bool reads_as_value(const char *slug)
{
    static const char *const words[] = {"na",  "none", "null", "nil",
                                        "nan", "true", "false"};
    char *end;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(slug, words[i]) == 0)
            return true;
    (void)strtod(slug, &end); /* "1e5", "inf" */
    return !*end || !slug[strcspn(slug, "abcdefghijklmnopqrstuvwxyz")];
}

/* Identifiers are made from names alone, so that a corpus read again, or
 * another of the same people, gives mostly the same ones. A name in which
 * nothing can be written in ASCII is called "actor", and one whose slug is no
 * plain text has that before it. */
static bool make_slugs(making *m)
{
    enum { BEFORE = sizeof "actor-" - 1 };
    for (size_t i = 0; i < m->drafts.n; i++) {
        draft *d = &m->drafts.items[i];
        const char *label = label_of(m->r, d->node);
        char folded[256], whole[256 + BEFORE] = "actor-";
        char *slug = whole + BEFORE;
        size_t n = ent_i_fold(label, strlen(label), folded, sizeof folded);
        n = ent_i_fold_slug(folded, n, slug, sizeof whole - BEFORE);
        if (n && reads_as_value(slug)) {
            slug = whole;
            n += BEFORE;
        }
        /* The arena of the corpus, as actors outlive the resolution. */
        d->slug = n ? ent_i_arena_strndup(&m->corpus->arena, slug, n) : "actor";
        if (!d->slug)
            return false;
    }
    return true;
}

/* The order in which plain slugs are given away. Equals stay in the order of
 * articles: qsort itself promises nothing. */
static int by_mentions(const void *a, const void *b)
{
    const draft *x = *(const draft *const *)a, *y = *(const draft *const *)b;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* The order of actors in all output: identifiers are unique, so that it depends
 * on nothing else. */
static int by_mentions_then_id(const void *a, const void *b)
{
    const draft *x = *(const draft *const *)a, *y = *(const draft *const *)b;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    int order = strcmp(x->id, y->id);
    return order ? order : (x->order < y->order ? -1 : x->order > y->order);
}

/* The most mentioned bearer of a slug has it plain, the next ones "-2", "-3".
 * A number that is itself somebody's slug is passed over. */
static bool number_ids(making *m, draft **order)
{
    ent_i_strmap taken = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < m->drafts.n; i++)
        ok = ent_i_strmap_put(&taken, order[i]->slug, strlen(order[i]->slug),
                              0) != NULL;
    for (size_t i = 0; ok && i < m->drafts.n; i++) {
        char id[300];
        draft *d = order[i];
        uint32_t *uses = ent_i_strmap_put(&taken, d->slug, strlen(d->slug), 0);
        ok = uses != NULL;
        if (ok && ++*uses == 1) {
            d->id = d->slug;
            continue;
        }
        /* Counted on from the last number that the slug was given. */
        size_t n = 0;
        do {
            n = ok ? (size_t)snprintf(id, sizeof id, "%s-%u", d->slug,
                                      (unsigned)(*uses)++)
                   : 0;
        } while (ok && ent_i_strmap_get(&taken, id, n) != ENT_I_ABSENT);
        d->id = ok ? ent_i_arena_strndup(&m->corpus->arena, id, n) : NULL;
        ok = d->id != NULL;
    }
    ent_i_strmap_free(&taken);
    return ok;
}

/* ---- actors ---- */

/* "JOHN KERRY" as "John Kerry": in capitals throughout a person's name is a
 * matter of headlines. */
static const char *proper_case(ent_i_arena *arena, const char *label)
{
    char *copy = ent_i_arena_strdup(arena, label);
    bool inside = false;
    size_t letters = 0;
    for (const char *c = label; *c; c++) {
        if (*c >= 'a' && *c <= 'z')
            return copy;
        letters += *c >= 'A' && *c <= 'Z';
    }
    /* Short runs of capitals are initials or acronyms ("JFK"). */
    if (!copy || letters < 4 || !strchr(label, ' '))
        return copy;
    for (char *c = copy; *c; c++) {
        bool letter = *c >= 'A' && *c <= 'Z';
        if (letter && inside)
            *c = (char)(*c - 'A' + 'a');
        inside = letter || (inside && *c == '\'') || (unsigned char)*c >= 0x80;
    }
    return copy;
}

/* Short names whose reading was left open say whom they perhaps mean.
 * ent_corpus_explain and the alias file look for the word "perhaps" here. */
static bool make_note(making *m, const draft *d, ent_actor *actor)
{
    if (d->likely == ENT_NONE)
        return true;
    const char *label = label_of(m->r, d->likely);
    size_t room = strlen(label) + 16;
    char *note = ent_i_arena_alloc(&m->corpus->arena, room);
    if (note)
        snprintf(note, room, "perhaps %s", label);
    actor->note = note;
    return note != NULL;
}

/* The alias file decides label and type where it has an entry; a label that the
 * user wrote is not put into proper case either. */
static bool make_actor(making *m, const draft *d)
{
    const ent_i_known_name *node = &m->r->nodes.items[d->node];
    ent_actor actor = {.id = d->id,
                       .mentions = d->mentions,
                       .articles = d->articles,
                       .type = node->type};
    const ent_i_alias_entry *entry = entry_of(m->r, d->node);
    const char *label = entry ? entry->label : node->label;
    actor.label = node->type == ENT_PERSON && !entry
                      ? proper_case(&m->corpus->arena, label)
                      : ent_i_arena_strdup(&m->corpus->arena, label);
    if (entry) {
        actor.type = entry->type;
        actor.curated = entry->edited;
        actor.dropped = entry->drop;
    }
    return actor.label && make_note(m, d, &actor) &&
           ent_i_vec_push(&m->corpus->actors, actor);
}

/* In two passes, as identifiers need the order of frequency and the final order
 * needs the identifiers. m->place then says where each draft went. */
static bool order_actors(making *m)
{
    size_t n = m->drafts.n;
    draft **order = ent_i_malloc(n * sizeof *order);
    m->place = ent_i_malloc(n * sizeof *m->place);
    bool ok = order && m->place;
    for (size_t i = 0; ok && i < n; i++)
        order[i] = &m->drafts.items[i];
    if (ok) {
        ent_i_sort(order, n, sizeof *order, by_mentions);
        ok = number_ids(m, order);
    }
    if (ok)
        ent_i_sort(order, n, sizeof *order, by_mentions_then_id);
    for (size_t i = 0; ok && i < n; i++) {
        m->place[order[i] - m->drafts.items] = (uint32_t)i;
        ok = make_actor(m, order[i]);
    }
    ent_i_free(order);
    return ok;
}

/* Clusters outside the story (bylines, credits) have no record and keep
 * ENT_NONE. A cluster's confidence is that of its grouping within the article
 * times that of the link to its actor. */
static void give_actors(making *m)
{
    ent_i_resolution *r = m->r;
    for (size_t i = 0; i < m->corpus->articles.n; i++) {
        ent_article *article = m->corpus->articles.items[i];
        for (size_t j = 0; j < article->clusters.n; j++)
            article->clusters.items[j].actor = ENT_NONE;
    }
    for (size_t i = 0; i < r->records.n; i++) {
        ent_i_record *record = &r->records.items[i];
        ent_cluster *c = &m->corpus->articles.items[record->article]
                              ->clusters.items[record->cluster];
        record->actor = m->place[record->actor];
        c->actor = record->actor;
        c->confidence *= record->confidence;
    }
}

/* ---- aliases ---- */

/* One use for each actor and spelling, found by both indices in one key. */
static bool count_use(making *m, ent_i_keymap *map, uint32_t actor,
                      uint32_t surface)
{
    uint64_t key = (uint64_t)actor << 32 | surface;
    uint32_t *slot = ent_i_keymap_put(map, key, (uint32_t)m->uses.n);
    if (!slot)
        return false;
    if (*slot == m->uses.n &&
        !ent_i_vec_push(&m->uses, (use){actor, surface, 0,
                                        m->r->surfaces.items[surface].text}))
        return false;
    m->uses.items[*slot].count++;
    return true;
}

/* Mentions are gone through again, as one cluster has several spellings and the
 * alias file may have parted it. */
static bool count_uses(making *m)
{
    ent_i_keymap map = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < m->corpus->articles.n; i++) {
        const ent_article *article = m->corpus->articles.items[i];
        for (size_t j = 0; ok && j < article->mentions.n; j++) {
            const ent_mention *mention = &article->mentions.items[j];
            if (mention->cluster == ENT_NONE ||
                article->clusters.items[mention->cluster].actor == ENT_NONE)
                continue;
            const char *field =
                ent_article_field(article, (ent_field)mention->field);
            uint32_t surface = ent_i_surface_of(m->r, (ent_type)mention->type,
                                                field + mention->start,
                                                mention->end - mention->start);
            ok = surface != ENT_NONE &&
                 count_use(m, &map,
                           article->clusters.items[mention->cluster].actor,
                           surface);
        }
    }
    ent_i_keymap_free(&map);
    return ok;
}

/* Aliases are listed by frequency, as the first ones are the most telling. */
static int by_actor(const void *a, const void *b)
{
    const use *x = a, *y = b;
    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->text, y->text);
}

/* All spellings but the label. The spelling that proper_case changed stays
 * among them: it is how the text has it. */
static bool give_aliases(making *m, const use *uses, size_t n)
{
    ent_actor *actor = &m->corpus->actors.items[uses->actor];
    ent_i_arena *arena = &m->corpus->arena;
    const char **aliases = ent_i_arena_alloc(arena, n * sizeof *aliases);
    uint32_t count = 0;
    if (!aliases)
        return false;
    for (size_t i = 0; i < n; i++) {
        const char *text = m->r->surfaces.items[uses[i].surface].text;
        if (strcmp(text, actor->label) == 0)
            continue;
        aliases[count] = ent_i_arena_strdup(arena, text);
        if (!aliases[count++])
            return false;
    }
    actor->aliases = aliases;
    actor->alias_count = count;
    return true;
}

static bool make_aliases(making *m)
{
    if (!count_uses(m))
        return false;
    ent_i_sort(m->uses.items, m->uses.n, sizeof *m->uses.items, by_actor);
    for (size_t i = 0, j; i < m->uses.n; i = j) {
        for (j = i + 1;
             j < m->uses.n && m->uses.items[j].actor == m->uses.items[i].actor;)
            j++;
        if (!give_aliases(m, m->uses.items + i, j - i))
            return false;
    }
    return true;
}

bool ent_i_make_actors(ent_i_resolution *r, ent_corpus *corpus,
                       ent_resolve_mode mode)
{
    making m = {.r = r, .corpus = corpus};
    bool ok = make_drafts(&m, mode) && make_slugs(&m) && order_actors(&m);
    if (ok) {
        give_actors(&m);
        ok = make_aliases(&m);
    }
    ent_i_free(m.place);
    ent_i_vec_free(&m.drafts);
    ent_i_vec_free(&m.uses);
    return ok;
}
