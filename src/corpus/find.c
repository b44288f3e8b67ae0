#include "corpus/find.h"

#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "corpus/across.h"
#include "names/compare.h"
#include "names/fold.h"
#include "names/variants.h"

enum {
    KEY_ROOM = 256,
    LABEL_ROOM = 64, /* of a label in a message */
    SHOWN = 3,
    /* A person who is named this many times as often as the next one with the
     * same name is taken to be meant. */
    TIMES = 5
};

/* How well a name matches an actor; better ones come first. */
typedef enum match {
    BY_ID,
    BY_LABEL, /* a full label, which nobody else has */
    BY_NAME,  /* a short label, an alias, the surname */
    BY_OPEN,  /* a short name whose owner was left open */
    BY_NOTHING
} match;

/* What is searched for, and among whom. */
typedef struct search {
    const ent_corpus *corpus;
    const uint32_t *mentions; /* by actor, or NULL: those of the corpus */
    const char *name;
    char key[KEY_ROOM];
    ent_i_name parts;
} search;

typedef struct hits {
    match best;
    uint32_t actors[SHOWN + 1]; /* the most mentioned of the best matches */
    size_t n;                   /* how many match best */
    size_t mentioned;           /* how many of those are mentioned at all */
} hits;

/* `key` has KEY_ROOM bytes. */
static size_t key_of(const char *text, char *key)
{
    return ent_i_name_fold_key(text, strlen(text), key, KEY_ROOM);
}

static bool is_key(const char *text, const char *wanted)
{
    char key[KEY_ROOM];
    key_of(text, key);
    return strcmp(key, wanted) == 0;
}

static uint32_t mentions_of(const search *s, uint32_t actor)
{
    return s->mentions ? s->mentions[actor]
                       : s->corpus->actors.items[actor].mentions;
}

/* A single word could be anybody's surname. */
static bool is_full(const ent_actor *actor, const ent_i_name *label)
{
    return actor->type == ENT_PERSON ? ent_i_name_is_full(label)
                                     : strchr(actor->label, ' ') != NULL;
}

/* Tries the surest way of meaning an actor first. A short name left open does
 * not count as its actor's label: it may be one of several people. */
static match match_of(const search *s, const ent_actor *actor)
{
    if (strcmp(actor->id, s->name) == 0)
        return BY_ID;
    if (!*s->key)
        return BY_NOTHING;
    ent_i_name label;
    ent_i_name_parse(&label, actor->label, strlen(actor->label));
    if (is_key(actor->label, s->key))
        return is_full(actor, &label)      ? BY_LABEL
               : actor->likely == ENT_NONE ? BY_NAME
                                           : BY_OPEN;
    for (size_t i = 0; i < actor->alias_count; i++)
        if (is_key(actor->aliases[i], s->key))
            return BY_NAME;
    /* Surnames may have several words: "van Velde", "Le Roy". */
    bool family = actor->type == ENT_PERSON && label.count &&
                  (strcmp(ent_i_name_part(&label, label.family), s->key) == 0 ||
                   ent_i_name_shortens(&s->parts, &label) == ENT_I_SHORT_TAIL);
    return family ? BY_NAME : BY_NOTHING;
}

/* Keeps the first few, the most mentioned first; ties keep the corpus's
 * order. */
static void add_hit(const search *s, hits *found, uint32_t actor)
{
    size_t room = sizeof found->actors / sizeof *found->actors;
    size_t at = found->n < room ? found->n : room;
    uint32_t mentions = mentions_of(s, actor);
    while (at > 0 && mentions_of(s, found->actors[at - 1]) < mentions) {
        if (at < room)
            found->actors[at] = found->actors[at - 1];
        at--;
    }
    if (at < room)
        found->actors[at] = actor;
    found->n++;
    found->mentioned += mentions > 0;
}

/* Matches better than `from` do not count. Ids and full labels are found
 * anywhere; other names only where they are mentioned. */
static void look(const search *s, match from, hits *found)
{
    *found = (hits){.best = BY_NOTHING};
    for (uint32_t i = 0; i < s->corpus->actors.n; i++) {
        match m = match_of(s, &s->corpus->actors.items[i]);
        if (m < from || m == BY_NOTHING || m > found->best ||
            (m > BY_LABEL && s->mentions && !s->mentions[i]))
            continue;
        if (m < found->best)
            *found = (hits){.best = m};
        add_hit(s, found, i);
    }
}

/* ---- messages ---- */

/* A line of fixed size, cut off when full. */
typedef struct line {
    char *text;
    size_t room;
    size_t used;
} line;

static void add_words(line *out, const char *before, const char *words)
{
    if (out->used < out->room)
        out->used +=
            (size_t)snprintf(out->text + out->used, out->room - out->used,
                             "%s%s", before, words);
}

static void add_label(line *out, const char *before, const char *label)
{
    char shown[LABEL_ROOM];
    ent_i_single_blanks(label, strlen(label), shown, sizeof shown);
    add_words(out, before, shown);
}

/* With identifiers, since those are what the user can type next. */
static void list_labels(const ent_corpus *corpus, const uint32_t *actors,
                        size_t n, line *out)
{
    for (size_t i = 0; i < n; i++) {
        const ent_actor *a = &corpus->actors.items[actors[i]];
        add_label(out, i ? ", \"" : "\"", a->label);
        add_words(out, "\" (", a->id);
        add_words(out, ")", "");
    }
}

/* The actors whose labels or surnames differ least from the name. */
static size_t nearest(const ent_corpus *corpus, const char *name,
                      uint32_t *actors)
{
    char wanted[KEY_ROOM], key[KEY_ROOM];
    unsigned distances[SHOWN];
    ent_i_name parts;
    size_t size = key_of(name, wanted), n = 0;
    /* About one slip per three letters: beyond that, a suggestion only
     * confuses. */
    unsigned limit = (unsigned)(size / 3 + 1);
    for (uint32_t i = 0; i < corpus->actors.n; i++) {
        const char *label = corpus->actors.items[i].label;
        size_t m = key_of(label, key);
        unsigned d = ent_i_edit_distance(wanted, size, key, m, limit);
        ent_i_name_parse(&parts, label, strlen(label));
        const char *family = ent_i_name_part(&parts, parts.family);
        unsigned e = ent_i_edit_distance(wanted, size, family,
                                         parts.parts[parts.family].size, limit);
        d = e < d ? e : d;
        size_t at = n < SHOWN ? n : SHOWN - 1;
        if (d > limit || (n == SHOWN && d >= distances[at]))
            continue;
        for (; at > 0 && distances[at - 1] > d; at--) {
            distances[at] = distances[at - 1];
            actors[at] = actors[at - 1];
        }
        distances[at] = d;
        actors[at] = i;
        n += n < SHOWN;
    }
    return n;
}

/* The usual cause is a misspelt name, so similar ones are suggested. */
static ent_status fail_nobody(const ent_corpus *corpus, const char *name,
                              ent_error *error)
{
    uint32_t actors[SHOWN];
    char labels[400];
    line out = {labels, sizeof labels, 0};
    size_t n = nearest(corpus, name, actors);
    if (!n)
        return ent_i_fail(error, ENT_ERR_NOT_FOUND, "resolve",
                          "expected the name of an actor, found \"%s\", which "
                          "nobody in these articles has",
                          name);
    list_labels(corpus, actors, n, &out);
    return ent_i_fail(error, ENT_ERR_NOT_FOUND, "resolve",
                      "nobody in these articles is called \"%s\"; nearest: %s",
                      name, labels);
}

/* "12,345" in any locale; `out` has 16 bytes. */
static const char *grouped(uint32_t value, char *out)
{
    char digits[16];
    int n = snprintf(digits, sizeof digits, "%u", (unsigned)value);
    size_t used = 0;
    for (int i = 0; i < n; i++) {
        if (i && (n - i) % 3 == 0)
            out[used++] = ',';
        out[used++] = digits[i];
    }
    out[used] = '\0';
    return out;
}

/* Adds names such as "Joe Dunn (joe-dunn) 1,204", starting at `from`. */
static void add_bearers(line *out, const search *s, const hits *found,
                        size_t from, size_t bearers)
{
    char count[16];
    for (size_t i = from; i < bearers && i < from + SHOWN; i++) {
        const ent_actor *a = &s->corpus->actors.items[found->actors[i]];
        add_label(out, i > from ? ", " : "", a->label);
        add_label(out, " (", a->id);
        add_words(out, ") ", grouped(mentions_of(s, found->actors[i]), count));
    }
    if (bearers > from + SHOWN)
        add_words(out, ", ...", "");
}

/* Says which actor was chosen and who else has the name. */
static void note_choice(ent_remark *remark, const search *s, uint32_t taken,
                        const hits *others, size_t from, size_t bearers)
{
    const ent_actor *actor = &s->corpus->actors.items[taken];
    line out = {remark->text, sizeof remark->text, 0};
    char count[16];
    add_label(&out, "", s->name);
    add_label(&out, ": taken as ", actor->label);
    add_words(&out, " (", grouped(mentions_of(s, taken), count));
    add_words(&out, actor->mentions == 1 ? " mention)" : " mentions)",
              "; others: ");
    add_bearers(&out, s, others, from, bearers);
}

static ent_status fail_several(const search *s, const hits *found,
                               size_t bearers, ent_error *error)
{
    char text[400];
    line out = {text, sizeof text, 0};
    add_bearers(&out, s, found, 0, bearers);
    return ent_i_fail(error, ENT_ERR_ARGUMENT, "resolve",
                      "\"%s\" fits %zu actors, none named much more often than "
                      "the next: %s; give the full name or the id",
                      s->name, bearers, text);
}

/* ---- choosing ---- */

/* An id that is also somebody's short name ("dunn") is taken as the id, but a
 * user who meant the name should be told. */
static void check_id(const search *s, uint32_t taken, ent_remark *remark)
{
    hits others;
    look(s, BY_NAME, &others);
    if (others.best == BY_NAME &&
        mentions_of(s, others.actors[0]) > mentions_of(s, taken))
        note_choice(remark, s, taken, &others, 0, others.n);
}

static ent_status choose(const search *s, const hits *found, uint32_t *out,
                         ent_remark *remark, ent_error *error)
{
    /* Those who are mentioned nowhere cannot compete with those who are. */
    size_t bearers = found->mentioned ? found->mentioned : found->n;
    uint32_t first = found->actors[0];
    if (bearers > 1) {
        uint64_t most = mentions_of(s, first);
        uint64_t next = mentions_of(s, found->actors[1]);
        if (!most || most < TIMES * next)
            return fail_several(s, found, bearers, error);
        note_choice(remark, s, first, found, 1, bearers);
    } else if (found->best == BY_ID) {
        check_id(s, first, remark);
    }
    *out = first;
    return ENT_OK;
}

ent_status ent_i_find_actor(const ent_corpus *corpus, const uint32_t *mentions,
                            const char *name, uint32_t *out, ent_remark *remark,
                            ent_error *error)
{
    search s = {.corpus = corpus, .mentions = mentions, .name = name};
    ent_remark unheard;
    hits found;
    remark = remark ? remark : &unheard;
    remark->text[0] = '\0';
    key_of(name, s.key);
    ent_i_name_parse(&s.parts, name, strlen(name));
    look(&s, BY_ID, &found);
    if (found.best == BY_NOTHING && mentions) {
        s.mentions = NULL;
        look(&s, BY_ID, &found);
    }
    return found.best == BY_NOTHING ? fail_nobody(corpus, name, error)
                                    : choose(&s, &found, out, remark, error);
}

ent_status ent_corpus_find_actor(const ent_corpus *corpus, const char *name,
                                 uint32_t *out, ent_remark *remark,
                                 ent_error *error)
{
    return ent_i_find_actor(corpus, NULL, name, out, remark, error);
}
