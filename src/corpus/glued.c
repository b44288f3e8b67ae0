/* Words that a headline glued before a known name ("Defund Roe"): they are cut
 * off again. */
#include <string.h>

#include "corpus/judge.h"
#include "corpus/likely.h"
#include "names/fold.h"

enum {
    GLUING = 3 /* a word before so many such names is glued to them */
};

const char *ent_i_first_word(const ent_i_name *name)
{
    return ent_i_name_part(name, name->given);
}

bool ent_i_has_given(const ent_i_name *name)
{
    return ent_i_given_gender(ent_i_first_word(name)) != 0;
}

/* ---- words of names ---- */

static bool add_one(ent_i_strmap *map, const char *word)
{
    uint32_t *slot = ent_i_strmap_put(map, word, strlen(word), 0);
    if (slot)
        ++*slot;
    return slot != NULL;
}

uint32_t ent_i_count_of(const ent_i_strmap *map, const char *word)
{
    uint32_t n = ent_i_strmap_get(map, word, strlen(word));
    return n == ENT_I_ABSENT ? 0 : n;
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
    rest[n] = '\0';
    return ent_i_brief_node(r, rest, "");
}

/* Whether what follows the first word is so much more frequent than the name
 * that nobody introduces a rare person so. */
static bool is_frequent_without(const ent_i_resolution *r,
                                const ent_i_known_name *node, uint32_t times)
{
    const ent_i_name *name = &node->name;
    if (name->count < 2 || name->given != 0)
        return false;
    uint32_t rest = rest_of(r, name, 1);
    return rest != ENT_NONE &&
           r->nodes.items[rest].signs.mentions >= times * node->signs.mentions;
}

/* A word that is more than a name. */
static bool is_lexical(const char *word)
{
    const ent_i_lexeme *found =
        ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word));
    return found->grammar || found->use || found->press;
}

/* Words before frequent names are counted apart: what glues itself to many of
 * them is no given name, though "Team Roe" may speak. */
bool ent_i_count_words(ent_i_judging *j)
{
    bool ok = true;
    for (size_t i = 0; ok && i < j->r->nodes.n; i++) {
        const ent_i_known_name *node = &j->r->nodes.items[i];
        if (!node->full)
            continue;
        const ent_i_name *name = &node->name;
        const char *given = ent_i_name_part(name, name->given);
        bool frequent = is_lexical(given) &&
                        is_frequent_without(j->r, node, ENT_I_GLUED_TIMES);
        ok = add_one(&j->families, ent_i_name_part(name, name->family));
        if (ok && frequent)
            ok = add_one(&j->glued, given);
        else if (ok && (node->signs.titled || node->signs.speaking))
            ok = add_one(&j->givens, given);
    }
    return ok;
}

bool ent_i_is_known_given(const ent_i_judging *j, const char *word,
                          uint32_t persons)
{
    return ent_i_given_gender(word) ||
           ent_i_count_of(&j->givens, word) >= persons;
}

/* ---- glued words ---- */

uint32_t ent_i_times_thing(const ent_i_resolution *r, const char *word,
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

/* Whether a name that stands within a sentence may begin with a glued word:
 * only names have capitals there, so the word must be glued to others, too
 * ("host Skip Roe"), or be no place, which persons are called after ("met by
 * Madison Roe"). */
static bool may_glue_inside(const ent_i_judging *j, const char *word,
                            bool lexical, ent_type type)
{
    return ent_i_count_of(&j->glued, word) >= GLUING ||
           (!lexical && type != ENT_PLACE);
}

/* A small word or a verb, a frequent thing, or the surname said twice; never
 * what is somebody's given name. */
static bool is_gluing(const ent_i_judging *j, const ent_i_known_name *node,
                      size_t i, uint32_t least)
{
    const ent_i_name *name = &node->name;
    const char *word = ent_i_name_part(name, i);
    ent_type type = ENT_PERSON;
    if (name->parts[i].kind != ENT_I_PART_CORE ||
        ent_i_is_known_given(j, word, 2))
        return false;
    if (strcmp(word, ent_i_name_part(name, name->family)) == 0)
        return true;
    bool lexical = is_lexical(word);
    /* Places lend their names to persons: "Orlando Roe". */
    bool thing = !ent_i_is_known_given(j, word, 1) &&
                 ent_i_times_thing(j->r, word, &type) >= least;
    return (lexical || thing) &&
           (!node->signs.inside ||
            may_glue_inside(j, word, lexical && !thing, type));
}

/* "Pope Francis", "Prince Philip" are called so; "Republican Ann Roe" is
 * not. */
static bool may_cut(const ent_i_judging *j, const ent_i_name *name, size_t last,
                    uint32_t rest)
{
    const char *word = ent_i_name_part(name, last);
    return !ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word))
                ->title ||
           j->r->nodes.items[rest].full;
}

/* The known name that is left of a full name when the glued words before it
 * are cut off, or ENT_NONE. */
static uint32_t unglued_person(const ent_i_judging *j,
                               const ent_i_known_name *node)
{
    const ent_i_resolution *r = j->r;
    const ent_i_name *name = &node->name;
    const ent_i_signs *s = &node->signs;
    uint32_t least = ENT_I_GLUED_TIMES * (s->mentions ? s->mentions : 1);
    if (s->titled || s->speaking || s->quoted ||
        ENT_I_MOST_MEANT * s->meant > s->mentions)
        return ENT_NONE;
    for (size_t i = 0; i < name->family && is_gluing(j, node, i, least); i++) {
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
    bool person = ent_i_has_given(&node->name) && node->name.count == 2;
    return !person && ent_i_is_nobody(last) && !node->signs.titled &&
           !node->signs.speaking &&
           last->signs.mentions >= ENT_I_GLUED_TIMES * node->signs.mentions;
}

static uint32_t unglued(const ent_i_judging *j, const ent_i_known_name *node)
{
    const ent_i_resolution *r = j->r;
    if (!node->full || ent_i_is_decided(node))
        return ENT_NONE;
    uint32_t last = rest_of(r, &node->name, node->name.family);
    if (last != ENT_NONE && is_before_thing(node, &r->nodes.items[last]))
        return last;
    return ent_i_has_given(&node->name) ? ENT_NONE : unglued_person(j, node);
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

bool ent_i_cut_glued(const ent_i_judging *j)
{
    ent_i_resolution *r = j->r;
    uint32_t *rest = ent_i_malloc(r->nodes.n * sizeof *rest);
    if (!rest)
        return r->nodes.n == 0;
    for (size_t i = 0; i < r->nodes.n; i++)
        rest[i] = unglued(j, &r->nodes.items[i]);
    forget_habits(r, rest);
    for (size_t i = 0; i < r->records.n; i++) {
        ent_i_record *record = ent_i_record_at(r, i);
        uint32_t to = rest[record->node];
        if (to == ENT_NONE)
            continue;
        ent_i_known_name *from = &r->nodes.items[record->node];
        r->nodes.items[to].mentions += record->mentions;
        r->nodes.items[to].articles++;
        r->nodes.items[to].seen = true;
        from->full = false;
        record->node = record->stands_for = to;
        record->leaving = ENT_I_CUT;
    }
    ent_i_free(rest);
    return true;
}
