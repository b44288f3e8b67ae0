/* Turns records into actors with labels, aliases, identifiers and counts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/across.h"
#include "corpus/former.h"
#include "names/fold.h"
#include "names/lettering.h"

/* An actor being made. */
typedef struct draft {
    uint32_t node;
    uint32_t mentions;
    uint32_t articles;
    uint32_t last_article;
    uint32_t order;  /* of its first record */
    uint32_t likely; /* a node, or ENT_NONE */
    const char *slug;
    const char *id;
    const ent_i_former *former; /* who it was before; NULL: nobody */
} draft;

/* How often a spelling is used for an actor. */
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
    ent_i_keymap draft_of; /* by draft_key */
    uint32_t *place;       /* draft -> actor */
} making;

/* ---- drafts ---- */

/* Records with the same key are one actor. The key is usually the node they
 * stand for. A bare given name that nothing explains, and a surname that means
 * now the one, now the other, is a different person in each article: the upper
 * half of the key is then the article, counted from 1
 * so that it is never 0. Without resolution across articles, every record is an
 * actor. */
static uint64_t draft_key(const ent_i_resolution *r, size_t index,
                          ent_resolve_mode mode)
{
    const ent_i_record *record = ent_i_record_at(r, index);
    if (mode == ENT_RESOLVE_ARTICLE)
        return index;
    const ent_i_known_name *node = &r->nodes.items[record->stands_for];
    bool own = record->stands_for == ent_i_root(r, record->node) &&
               (node->separate || node->ambiguous);
    uint64_t key = record->stands_for;
    return own ? key | (uint64_t)(record->article + 1) << 32 : key;
}

/* Counts the record for its actor. Records are in article order, so the last
 * article seen shows whether this one is new. Copies are resolved like other
 * articles but not counted, so that one agency report does not outweigh ten
 * original articles. */
static void count_record(const making *m, const ent_i_record *record, draft *d)
{
    if (ent_i_counts(m->corpus, record->article)) {
        d->mentions += record->mentions;
        d->articles += d->last_article != record->article;
        d->last_article = record->article;
    }
    if (d->likely == ENT_NONE)
        d->likely = record->likely;
}

/* The assignment's confidence is the cluster's, from its grouping within the
 * article, times that of the link to the actor. */
static bool assign(making *m, const ent_i_record *record, uint32_t of)
{
    const ent_article *article = ent_i_article_at(m->corpus, record->article);
    float grouped = article->clusters.items[record->cluster].confidence;
    ent_assignment made = {.size = sizeof made,
                           .actor = of,
                           .confidence = grouped * record->confidence,
                           .reason = record->reason};
    return ent_i_vec_push(&m->corpus->assignments, made);
}

/* Drafts are in the order of their first records. Until give_actors, an
 * assignment holds the draft. */
static bool make_drafts(making *m, ent_resolve_mode mode)
{
    const ent_i_resolution *r = m->r;
    bool ok = true;
    for (size_t i = 0; ok && i < r->records.n; i++) {
        const ent_i_record *record = ent_i_record_at(r, i);
        uint32_t *slot = ent_i_keymap_put(&m->draft_of, draft_key(r, i, mode),
                                          (uint32_t)m->drafts.n);
        ok = slot != NULL;
        if (ok && *slot == m->drafts.n) {
            draft d = {.node = mode == ENT_RESOLVE_ARTICLE ? record->node
                                                           : record->stands_for,
                       .last_article = ENT_NONE,
                       .order = (uint32_t)i,
                       .likely = ENT_NONE};
            ok = ent_i_vec_push(&m->drafts, d);
        }
        if (ok)
            count_record(m, record, &m->drafts.items[*slot]);
        ok = ok && assign(m, record, *slot);
    }
    return ok;
}

/* ---- identifiers ---- */

static const ent_i_alias_entry *entry_of(const ent_i_resolution *r,
                                         uint32_t node)
{
    uint32_t entry = r->nodes.items[node].entry;
    if (entry == ENT_NONE || r->nodes.items[node].shared ||
        r->aliases.entries.items[entry].only_separate)
        return NULL;
    return &r->aliases.entries.items[entry];
}

/* The user's name for the actor takes precedence over the most frequent
 * spelling. */
static const char *label_of(const ent_i_resolution *r, uint32_t node)
{
    const ent_i_alias_entry *entry = entry_of(r, node);
    return entry ? entry->label : r->nodes.items[node].label;
}

/* Whether programs that read tables would take the slug for something other
 * than text: pandas, R and JavaScript for a missing value, spreadsheets for a
 * number or, if it has no letters, a date. */
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

/* Identifiers come from names alone, so they mostly stay the same when a corpus
 * is read again or another is about the same people. A name with nothing that
 * can be written in ASCII becomes "actor", and a slug that could be misread is
 * prefixed with "actor-". */
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
        /* In the corpus's arena, since actors outlive the resolution. */
        d->slug = n ? ent_i_arena_strndup(&m->corpus->arena, slug, n) : "actor";
        if (!d->slug)
            return false;
    }
    return true;
}

/* ---- who they were before ---- */

static size_t words(const char *name)
{
    size_t n = 1;
    for (; *name; name++)
        n += *name == ' ';
    return n;
}

/* A label stays while the actor still bears the name, and has no fuller one. */
static bool keeps_label(const ent_i_resolution *r, const draft *d)
{
    const ent_i_former *former = d->former;
    uint32_t node = ent_i_find_node(r, (ent_type)former->type, former->label,
                                    strlen(former->label));
    return node != ENT_NONE && ent_i_root(r, node) == d->node &&
           words(former->label) >= words(label_of(r, d->node));
}

static bool find_former(making *m, ent_resolve_mode mode)
{
    size_t n =
        mode == ENT_RESOLVE_CORPUS && m->corpus->former.n ? m->drafts.n : 0;
    ent_i_draft_name *names = ent_i_malloc(n * sizeof *names);
    if (!names)
        return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t node = m->drafts.items[i].node;
        const ent_i_alias_entry *entry = entry_of(m->r, node);
        names[i] = (ent_i_draft_name){
            label_of(m->r, node),
            entry ? entry->type : m->r->nodes.items[node].type, ENT_NONE};
    }
    bool done = !n || ent_i_match_former(m->corpus, names, n);
    for (size_t i = 0; done && i < n; i++)
        if (names[i].former != ENT_NONE)
            m->drafts.items[i].former =
                &m->corpus->former.items[names[i].former];
    ent_i_free(names);
    return done;
}

/* ---- their order ---- */

/* The order in which plain slugs are assigned. Equals stay in article order,
 * which qsort alone does not guarantee. */
static int by_mentions(const void *a, const void *b)
{
    const draft *x = *(const draft *const *)a, *y = *(const draft *const *)b;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* The order of actors in all output. Identifiers are unique, so it depends on
 * nothing else. */
static int by_mentions_then_id(const void *a, const void *b)
{
    const draft *x = *(const draft *const *)a, *y = *(const draft *const *)b;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    int order = strcmp(x->id, y->id);
    return order ? order : (x->order < y->order ? -1 : x->order > y->order);
}

/* Ids once given stay taken, also of actors that are gone. */
static bool keep_former_ids(making *m, ent_i_strmap *taken)
{
    bool ok = true;
    for (size_t i = 0; ok && i < m->corpus->former.n; i++) {
        const char *id = m->corpus->former.items[i].id;
        uint32_t *uses = ent_i_strmap_put(taken, id, strlen(id), 0);
        ok = uses != NULL;
        if (ok)
            *uses = 1;
    }
    for (size_t i = 0; ok && i < m->drafts.n; i++) {
        draft *d = &m->drafts.items[i];
        if (d->former)
            d->id = ent_i_arena_strdup(&m->corpus->arena, d->former->id);
        ok = !d->former || d->id;
    }
    return ok;
}

/* The most mentioned actor gets the plain slug, the next ones "-2", "-3". A
 * number that would make somebody else's slug is skipped. */
static bool number_ids(making *m, draft **order)
{
    ent_i_strmap taken = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < m->drafts.n; i++)
        ok = ent_i_strmap_put(&taken, order[i]->slug, strlen(order[i]->slug),
                              0) != NULL;
    ok = ok && keep_former_ids(m, &taken);
    for (size_t i = 0; ok && i < m->drafts.n; i++) {
        char id[300];
        draft *d = order[i];
        if (d->id)
            continue;
        uint32_t *uses = ent_i_strmap_put(&taken, d->slug, strlen(d->slug), 0);
        ok = uses != NULL;
        if (ok && ++*uses == 1) {
            d->id = d->slug;
            continue;
        }
        /* Continues from the last number given to this slug. */
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

/* The actor for the probable reading of a short name left open. A reading is
 * the full name of some record and so never a different person in each article:
 * its node alone is the key. */
static uint32_t likely_actor(const making *m, const draft *d)
{
    uint32_t of = d->likely == ENT_NONE
                      ? ENT_NONE
                      : ent_i_keymap_get(&m->draft_of, d->likely);
    return of == ENT_I_ABSENT ? ENT_NONE : m->place[of];
}

/* Where the alias file has an entry, it decides the label and type. A label
 * that the user wrote keeps its case. */
static bool make_actor(making *m, const draft *d)
{
    const ent_i_known_name *node = &m->r->nodes.items[d->node];
    ent_actor actor = {.size = sizeof actor,
                       .id = d->id,
                       .mentions = d->mentions,
                       .articles = d->articles,
                       .likely = likely_actor(m, d),
                       .type = node->type};
    const ent_i_alias_entry *entry = entry_of(m->r, d->node);
    const char *label = entry ? entry->label : node->label;
    if (!entry && d->former && keeps_label(m->r, d))
        label = d->former->label;
    actor.label = node->type == ENT_PERSON && !entry
                      ? ent_i_ordinary_case(&m->corpus->arena, label)
                      : ent_i_arena_strdup(&m->corpus->arena, label);
    if (entry) {
        actor.type = entry->type;
        actor.curated = entry->edited;
        actor.dropped = entry->drop;
    }
    return actor.label && ent_i_vec_push(&m->corpus->actors, actor);
}

/* Sorts twice: identifiers need the order of frequency, and the final order
 * needs the identifiers. m->place then says where each draft is. */
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
    for (size_t i = 0; ok && i < n; i++)
        m->place[order[i] - m->drafts.items] = (uint32_t)i;
    for (size_t i = 0; ok && i < n; i++)
        ok = make_actor(m, order[i]);
    ent_i_free(order);
    return ok;
}

static void give_actors(making *m)
{
    for (size_t i = 0; i < m->corpus->assignments.n; i++) {
        ent_assignment *given = ent_i_assignment_at(m->corpus, i);
        given->actor = m->place[given->actor];
    }
}

/* ---- aliases ---- */

/* One use per actor and spelling; both indices form the key. */
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

/* Goes through the mentions again, since one record has several spellings. */
static bool count_uses(making *m)
{
    ent_i_keymap map = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < m->corpus->articles.n; i++) {
        const ent_article *article = ent_i_article_at(m->corpus, i);
        for (uint32_t j = 0; ok && j < article->mentions.n; j++) {
            const ent_mention *mention = &article->mentions.items[j];
            const ent_assignment *who = ent_i_assignment(m->corpus, i, j);
            if (!who)
                continue;
            uint32_t surface = ent_i_mention_surface(m->r, article, mention);
            ok = surface != ENT_NONE && count_use(m, &map, who->actor, surface);
        }
    }
    ent_i_keymap_free(&map);
    return ok;
}

/* Aliases are listed by frequency: the most common say the most. */
static int by_actor(const void *a, const void *b)
{
    const use *x = a, *y = b;
    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->text, y->text);
}

/* All spellings except the label. One that proper_case changed stays in the
 * list, since it is what the text says. */
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
    bool ok = make_drafts(&m, mode) && make_slugs(&m) &&
              find_former(&m, mode) && order_actors(&m);
    if (ok) {
        give_actors(&m);
        ok = make_aliases(&m);
    }
    ent_i_free(m.place);
    ent_i_keymap_free(&m.draft_of);
    ent_i_vec_free(&m.drafts);
    ent_i_vec_free(&m.uses);
    return ok;
}
