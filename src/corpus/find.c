/* The actor that a user's words mean. */
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "corpus/across.h"
#include "names/compare.h"
#include "names/fold.h"
#include "names/variants.h"

enum { KEY_ROOM = 256, SHOWN = 3 };

/* How well a name answers; better ones come first. */
typedef enum match {
    BY_ID,
    BY_LABEL,
    BY_ALIAS,
    BY_FAMILY,
    BY_OPEN, /* a short name whose bearer was left open */
    BY_NOTHING
} match;

typedef struct hits {
    match best;
    uint32_t actors[SHOWN]; /* the most mentioned ones that match best */
    size_t n;               /* how many match best */
} hits;

/* key has KEY_ROOM bytes. */
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

/* From the surest to the weakest way of meaning an actor. A short name that was
 * left open is not simply its label: it may be one of several. */
static match match_of(const ent_actor *actor, const char *name,
                      const char *wanted, const ent_i_name *brief)
{
    if (strcmp(actor->id, name) == 0)
        return BY_ID;
    if (!*wanted)
        return BY_NOTHING;
    if (is_key(actor->label, wanted))
        return actor->likely != ENT_NONE ? BY_OPEN : BY_LABEL;
    for (size_t i = 0; i < actor->alias_count; i++)
        if (is_key(actor->aliases[i], wanted))
            return BY_ALIAS;
    ent_i_name parts;
    ent_i_name_parse(&parts, actor->label, strlen(actor->label));
    /* "van Gaal" and "Le Pen" are last names of several words. */
    bool family = actor->type == ENT_PERSON && parts.count &&
                  (strcmp(ent_i_name_part(&parts, parts.family), wanted) == 0 ||
                   ent_i_name_shortens(brief, &parts) == ENT_I_SHORT_TAIL);
    return family ? BY_FAMILY : BY_NOTHING;
}

/* Actors stand by frequency, so that the first SHOWN are the most mentioned. */
static void look(const ent_corpus *corpus, const char *name, hits *found)
{
    char wanted[KEY_ROOM];
    ent_i_name brief;
    key_of(name, wanted);
    ent_i_name_parse(&brief, name, strlen(name));
    found->best = BY_NOTHING;
    found->n = 0;
    for (uint32_t i = 0; i < corpus->actors.n; i++) {
        match m = match_of(&corpus->actors.items[i], name, wanted, &brief);
        if (m == BY_NOTHING || m > found->best)
            continue;
        if (m < found->best)
            found->n = 0;
        found->best = m;
        if (found->n < SHOWN)
            found->actors[found->n] = i;
        found->n++;
    }
}

/* ---- messages ---- */

/* With identifiers, as that is what the user can type next. */
static void list_labels(const ent_corpus *corpus, const uint32_t *actors,
                        size_t n, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < n && used < room; i++) {
        const ent_actor *a = &corpus->actors.items[actors[i]];
        used += (size_t)snprintf(out + used, room - used, "%s\"%s\" (%s)",
                                 i ? ", " : "", a->label, a->id);
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
    /* About one slip in three letters: beyond, a suggestion only puzzles. */
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

/* A misspelt name is the usual cause, so near ones are offered. */
static ent_status fail_nobody(const ent_corpus *corpus, const char *name,
                              ent_error *error)
{
    uint32_t actors[SHOWN];
    char labels[300];
    size_t n = nearest(corpus, name, actors);
    if (!n)
        return ent_i_fail(error, ENT_ERR_NOT_FOUND, "resolve",
                          "expected the name of an actor, found \"%s\", which "
                          "nobody in these articles is called",
                          name);
    list_labels(corpus, actors, n, labels, sizeof labels);
    return ent_i_fail(error, ENT_ERR_NOT_FOUND, "resolve",
                      "nobody in these articles is called \"%s\"; nearest: %s",
                      name, labels);
}

/* One that fits best answers; several that fit equally are an error and not a
 * guess. */
ent_status ent_corpus_find_actor(const ent_corpus *corpus, const char *name,
                                 uint32_t *out, ent_error *error)
{
    hits found;
    char labels[300];
    look(corpus, name, &found);
    if (found.best == BY_NOTHING)
        return fail_nobody(corpus, name, error);
    if (found.n > 1) {
        list_labels(corpus, found.actors, found.n < SHOWN ? found.n : SHOWN,
                    labels, sizeof labels);
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "resolve",
                          "\"%s\" fits %zu actors equally: %s%s; give the name "
                          "in full or the id",
                          name, found.n, labels,
                          found.n > SHOWN ? ", ..." : "");
    }
    *out = found.actors[0];
    return ENT_OK;
}
