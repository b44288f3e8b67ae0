/* What all articles together say of a name that was taken for a person's.
 * Persons speak, are addressed by titles and are meant by pronouns, if not in
 * each article then in one of many; a thing does nothing of it. A word that a
 * headline glued before a known name ("Defund Roe") is cut off again. */
#include <string.h>

#include "corpus/across.h"

/* How often each sign of a person is missing before a name is none. Set by
 * reading the names that 15,150 articles then change. */
enum {
    OFTEN = 40,       /* mentions that say enough by what they lack */
    PER_SPEECH = 70,  /* a person speaks in one mention of so many, */
    PER_MEANT = 10,   /* is a "he" or "she" in one of so many */
    PER_ARTICLE = 10, /* a full name of a thing is behind "the" in so many, */
    MOST_MEANT = 4,   /* or of so many where another reading is at hand */
    THING_TIMES = 3,  /* so much more often the name is a thing's */
    GLUED_TIMES = 10  /* so much more often the name stands without the word */
};

typedef struct judging {
    ent_i_resolution *r;
    bool *borne;           /* by node: short names of somebody's full name */
    ent_i_strmap givens;   /* first word -> full names with it that speak or
                              have a title */
    ent_i_strmap families; /* surname -> full names */
} judging;

static bool decided_by_user(const ent_i_known_name *node)
{
    return node->entry != ENT_NONE || node->side != ENT_NONE || node->shared;
}

/* Whether hardly any mention of the name shows a person. */
static bool lacks_signs(const ent_i_signs *s)
{
    return !s->titled && s->speaking * PER_SPEECH <= s->mentions &&
           s->meant * PER_MEANT <= s->mentions;
}

static const char *first_word(const ent_i_name *name)
{
    return ent_i_name_part(name, name->given);
}

static bool is_given(const ent_i_name *name)
{
    return ent_i_given_gender(first_word(name)) != 0;
}

/* A name of many mentions, none of which is a person's. A full one must also
 * stand as things do: lists name persons and tell nothing of them. */
static bool is_nobody(const ent_i_known_name *node)
{
    const ent_i_signs *s = &node->signs;
    bool articled = s->articled * PER_ARTICLE >= s->mentions;
    return (!node->full || articled) && node->signs.mentions >= OFTEN &&
           lacks_signs(&node->signs) && !is_given(&node->name);
}

/* The person's node of that key, or ENT_NONE. */
static uint32_t person_called(const ent_i_resolution *r, const char *word,
                              size_t size)
{
    char key[ENT_I_NAME_ROOM + 1];
    key[0] = (char)('a' + ENT_PERSON);
    memcpy(key + 1, word, size);
    return ent_i_strmap_get(&r->node_keys, key, size + 1);
}

/* ---- words of names ---- */

static bool add_one(ent_i_strmap *map, const char *word)
{
    uint32_t *slot = ent_i_strmap_put(map, word, strlen(word), 0);
    if (slot)
        ++*slot;
    return slot != NULL;
}

static uint32_t count_of(const ent_i_strmap *map, const char *word)
{
    uint32_t n = ent_i_strmap_get(map, word, strlen(word));
    return n == ENT_I_ABSENT ? 0 : n;
}

static bool count_words(judging *j)
{
    bool ok = true;
    for (size_t i = 0; ok && i < j->r->nodes.n; i++) {
        const ent_i_known_name *node = &j->r->nodes.items[i];
        if (!node->full)
            continue;
        const ent_i_name *name = &node->name;
        ok = add_one(&j->families, ent_i_name_part(name, name->family)) &&
             (!(node->signs.titled || node->signs.speaking) ||
              add_one(&j->givens, ent_i_name_part(name, name->given)));
    }
    return ok;
}

/* By the lexicon, or as so many persons of the corpus have it. */
static bool is_given_word(const judging *j, const char *word, uint32_t persons)
{
    return ent_i_given_gender(word) || count_of(&j->givens, word) >= persons;
}

/* ---- glued words ---- */

/* How often the corpus has the word as something else than a person, and as
 * what mostly. */
static uint32_t times_thing(const ent_i_resolution *r, const char *word,
                            ent_type *type)
{
    uint32_t most = 0, all = 0;
    for (int t = ENT_ORG; t <= ENT_MISC; t++) {
        uint32_t node = ent_i_find_node(r, (ent_type)t, word, strlen(word));
        if (node == ENT_NONE || !r->nodes.items[node].mentions)
            continue;
        all += r->nodes.items[node].mentions;
        if (r->nodes.items[node].mentions > most) {
            most = r->nodes.items[node].mentions;
            *type = (ent_type)t;
        }
    }
    return all;
}

/* A small word or a verb of the lexicon, a frequent thing, or the surname said
 * twice; never what is somebody's given name. */
static bool is_gluing(const judging *j, const ent_i_name *name, size_t i,
                      uint32_t least)
{
    const char *word = ent_i_name_part(name, i);
    const ent_i_lexeme *found =
        ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word));
    ent_type type;
    if (name->parts[i].kind != ENT_I_PART_CORE || is_given_word(j, word, 2))
        return false;
    /* Places lend their names to persons: "Orlando Roe". */
    return found->grammar || found->use || found->press ||
           strcmp(word, ent_i_name_part(name, name->family)) == 0 ||
           (!is_given_word(j, word, 1) &&
            times_thing(j->r, word, &type) >= least);
}

/* "Pope Francis", "Prince Philip" are called so; "Republican Roy Moore" is
 * not. */
static bool may_cut(const judging *j, const ent_i_name *name, size_t last,
                    uint32_t rest)
{
    const char *word = ent_i_name_part(name, last);
    return !ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word))
                ->title ||
           j->r->nodes.items[rest].full;
}

/* The node of the name from part `first` on, or ENT_NONE. */
static uint32_t rest_of(const ent_i_resolution *r, const ent_i_name *name,
                        size_t first)
{
    char rest[ENT_I_NAME_ROOM];
    size_t n = 0;
    for (size_t i = first; i < name->count; i++) {
        memcpy(rest + n, ent_i_name_part(name, i), name->parts[i].size);
        n += name->parts[i].size;
    }
    return person_called(r, rest, n);
}

/* The known name that is left of a full name when the glued words before it
 * are cut off, or ENT_NONE. */
static uint32_t unglued_person(const judging *j, const ent_i_known_name *node)
{
    const ent_i_resolution *r = j->r;
    const ent_i_name *name = &node->name;
    const ent_i_signs *s = &node->signs;
    uint32_t least = GLUED_TIMES * (s->mentions ? s->mentions : 1);
    if (s->titled || s->speaking || MOST_MEANT * s->meant > s->mentions)
        return ENT_NONE;
    for (size_t i = 0; i < name->family && is_gluing(j, name, i, least); i++) {
        uint32_t rest = rest_of(r, name, i + 1);
        if (rest != ENT_NONE && r->nodes.items[rest].signs.mentions >= least)
            return may_cut(j, name, i, rest) ? rest : ENT_NONE;
    }
    return ENT_NONE;
}

/* Before the name of what is no person any words are glued, unless they are a
 * single given name: a rare bearer of the name. */
static bool is_before_thing(const ent_i_known_name *node,
                            const ent_i_known_name *last)
{
    bool person = is_given(&node->name) && node->name.count == 2;
    return !person && is_nobody(last) && !node->signs.titled &&
           !node->signs.speaking &&
           last->signs.mentions >= GLUED_TIMES * node->signs.mentions;
}

static uint32_t unglued(const judging *j, const ent_i_known_name *node)
{
    const ent_i_resolution *r = j->r;
    if (!node->full || decided_by_user(node))
        return ENT_NONE;
    uint32_t last = rest_of(r, &node->name, node->name.family);
    if (last != ENT_NONE && is_before_thing(node, &r->nodes.items[last]))
        return last;
    return is_given(&node->name) ? ENT_NONE : unglued_person(j, node);
}

/* Articles that used the short name beside the glued one tell nothing. */
static void forget_habits(ent_i_resolution *r, const uint32_t *rest)
{
    for (size_t i = 0; i < r->habits.cap; i++) {
        ent_i_keymap_slot *slot = &r->habits.slots[i];
        if (slot->value != ENT_I_ABSENT &&
            rest[(uint32_t)slot->key] != ENT_NONE)
            slot->value = 0;
    }
}

static bool cut_glued(const judging *j)
{
    ent_i_resolution *r = j->r;
    uint32_t *rest = ent_i_malloc(r->nodes.n * sizeof *rest);
    if (!rest)
        return r->nodes.n == 0;
    for (size_t i = 0; i < r->nodes.n; i++)
        rest[i] = unglued(j, &r->nodes.items[i]);
    forget_habits(r, rest);
    for (size_t i = 0; i < r->records.n; i++) {
        ent_i_record *record = &r->records.items[i];
        uint32_t to = rest[record->node];
        if (to == ENT_NONE)
            continue;
        ent_i_known_name *from = &r->nodes.items[record->node];
        r->nodes.items[to].mentions += record->mentions;
        r->nodes.items[to].articles++;
        r->nodes.items[to].seen = true;
        from->full = false;
        record->node = record->stands_for = to;
    }
    ent_i_free(rest);
    return true;
}

/* ---- no persons ---- */

/* Of a full name whose surname others have, too, or whose first word is a given
 * name, nothing is taken on trust. */
static bool may_be_thing(const judging *j, const ent_i_known_name *node)
{
    const ent_i_name *name = &node->name;
    return !node->full ||
           (name->parts[name->given].kind != ENT_I_PART_INITIAL &&
            count_of(&j->families, ent_i_name_part(name, name->family)) <= 1);
}

static void mark_borne(judging *j)
{
    for (size_t i = 0; i < j->r->nodes.n; i++) {
        const ent_i_known_name *node = &j->r->nodes.items[i];
        if (!node->full)
            continue;
        const char *family = ent_i_name_part(&node->name, node->name.family);
        uint32_t brief = person_called(j->r, family, strlen(family));
        if (brief != ENT_I_ABSENT)
            j->borne[brief] = true;
    }
    for (size_t i = 0; i < j->r->habits.cap; i++) {
        const ent_i_keymap_slot *slot = &j->r->habits.slots[i];
        if (slot->value != ENT_I_ABSENT && slot->value)
            j->borne[slot->key >> 32] = true;
    }
}

/* The type that the articles give the name more often than "person"; much more
 * often, where anything speaks for a person. */
static bool is_mostly_thing(const ent_i_resolution *r,
                            const ent_i_known_name *node, ent_type *type)
{
    const ent_i_signs *s = &node->signs;
    uint32_t times = node->full || s->speaking ? THING_TIMES : 1;
    return s->mentions && !s->titled && 10 * s->speaking <= s->mentions &&
           MOST_MEANT * s->meant <= s->mentions &&
           times_thing(r, node->label, type) >= times * s->mentions;
}

static void judge(judging *j, uint32_t index)
{
    ent_i_known_name *node = &j->r->nodes.items[index];
    ent_type type = ENT_MISC;
    if (node->type != ENT_PERSON || !node->seen || decided_by_user(node) ||
        j->borne[index] || is_given(&node->name) || !may_be_thing(j, node))
        return;
    if (!(node->full && is_given_word(j, first_word(&node->name), 2)) &&
        is_mostly_thing(j->r, node, &type))
        node->parent =
            ent_i_find_node(j->r, type, node->label, strlen(node->label));
    else if (!is_nobody(node))
        return;
    node->type = (uint8_t)type;
    node->full = false;
    node->reason = ENT_BY_KIND;
}

bool ent_i_judge(ent_i_resolution *r)
{
    judging j = {.r = r};
    j.borne = ent_i_calloc(r->nodes.n, sizeof *j.borne);
    bool ok = (j.borne || !r->nodes.n) && count_words(&j) && cut_glued(&j);
    if (ok)
        mark_borne(&j);
    for (uint32_t i = 0; ok && i < r->nodes.n; i++)
        judge(&j, i);
    ent_i_free(j.borne);
    ent_i_strmap_free(&j.givens);
    ent_i_strmap_free(&j.families);
    return ok;
}
