/* What all articles together say of a name that was taken for a person's.
 * Persons speak, are addressed by titles and are meant by pronouns, if not in
 * each article then in one of many; a thing does nothing of it. A word that a
 * headline glued before a known name ("Defund Roe") is cut off again. */
#include <string.h>

#include "corpus/across.h"
#include "names/fold.h"

/* How often each sign of a person is missing before a name is none. Compared on
 * one half of 15,150 articles (by a hash of their ids): half of OFTEN or twice
 * THING_PART changes a name or two, some wrongly; a quarter of THING_PART loses
 * 12 right ones for one wrong; half of DOUBTED takes Shakespeare. Of 60 names
 * that are then none, drawn there, 55 are read as right, and 56 of 60 of the
 * other half. */
enum {
    OFTEN = 40,       /* mentions that say enough by what they lack */
    PER_SPEECH = 70,  /* a person speaks in one mention of so many, */
    PER_MEANT = 10,   /* is a "he" or "she" in one of so many */
    PER_ARTICLE = 10, /* a full name of a thing is behind "the" in so many, */
    MOST_MEANT = 4,   /* or of so many where another reading is at hand */
    THING_TIMES = 3,  /* so much more often the name is a thing's, */
    THING_PART = 4,   /* or once in so many, where nobody speaks */
    PER_PLACED = 8,   /* a firm is behind "at" in one mention of so many */
    AS_THING = 5,     /* what "at" or "the" before it counts for */
    GLUED_TIMES = 10, /* so much more often the name stands without the word */
    GLUING = 3,       /* a word before so many such names */
    DOUBTED = 20,     /* mentions that may be a person's and a thing's, */
    ALONE_TIMES = 2,  /* in so many times more articles than its bearers, */
    PER_SIGN = 6,     /* of which at most one in so many shows a person */
    PER_CASE = 40,    /* a case has a "v." beside it once in so many, */
    PER_SPOKEN = 8,   /* and "says" something no more often than that */
    PER_PLURAL = 2,   /* a family is behind "the" in one mention of so many */
    MOST_SINGLE = 4   /* so many are called Roe for each that is called Roes */
};

typedef struct judging {
    ent_i_resolution *r;
    bool *borne;           /* by node: short names of somebody's full name */
    uint32_t *bearers;     /* by node: articles with such full names */
    ent_i_strmap givens;   /* first word -> full names with it that speak or
                              have a title */
    ent_i_strmap families; /* surname -> full names */
    ent_i_strmap glued;    /* first word -> names that are far more frequent
                              without it */
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
    return (!node->full || articled) &&
           s->mentions + AS_THING * s->articled >= OFTEN &&
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
static bool count_words(judging *j)
{
    bool ok = true;
    for (size_t i = 0; ok && i < j->r->nodes.n; i++) {
        const ent_i_known_name *node = &j->r->nodes.items[i];
        if (!node->full)
            continue;
        const ent_i_name *name = &node->name;
        const char *given = ent_i_name_part(name, name->given);
        bool frequent =
            is_lexical(given) && is_frequent_without(j->r, node, GLUED_TIMES);
        ok = add_one(&j->families, ent_i_name_part(name, name->family));
        if (ok && frequent)
            ok = add_one(&j->glued, given);
        else if (ok && (node->signs.titled || node->signs.speaking))
            ok = add_one(&j->givens, given);
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

/* A small word or a verb, a frequent thing, or the surname said twice; never
 * what is somebody's given name. Where only names have capitals, a word must be
 * glued to others, too: "host Skip Roe". */
static bool is_gluing(const judging *j, const ent_i_known_name *node, size_t i,
                      uint32_t least)
{
    const ent_i_name *name = &node->name;
    const char *word = ent_i_name_part(name, i);
    ent_type type;
    if (name->parts[i].kind != ENT_I_PART_CORE || is_given_word(j, word, 2))
        return false;
    /* Places lend their names to persons: "Orlando Roe". */
    return (is_lexical(word) &&
            (!node->signs.inside || count_of(&j->glued, word) >= GLUING)) ||
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
        record->leaving = ENT_I_CUT;
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
        if (brief == ENT_I_ABSENT)
            continue;
        j->borne[brief] = true;
        j->bearers[brief] += node->articles;
    }
    for (size_t i = 0; i < j->r->habits.cap; i++) {
        const ent_i_keymap_slot *slot = &j->r->habits.slots[i];
        if (slot->value != ENT_I_ABSENT && slot->value)
            j->borne[slot->key >> 32] = true;
    }
}

/* The type that the articles give the name, too: much more often, where
 * anything speaks for a person; now and then, where nothing does. */
static bool is_mostly_thing(const ent_i_resolution *r,
                            const ent_i_known_name *node, ent_type *type)
{
    const ent_i_signs *s = &node->signs;
    if (!s->mentions || s->titled || MOST_MEANT * s->meant > s->mentions)
        return false;
    uint32_t times = times_thing(r, node->label, type);
    if (!times)
        return false;
    if (node->full)
        return 10 * s->speaking <= s->mentions &&
               times >= THING_TIMES * s->mentions;
    times += AS_THING * s->placed;
    if (s->speaking)
        return times >= s->mentions * (10 * s->speaking <= s->mentions ? 1 : 2);
    return THING_PART * times >= s->mentions;
}

/* "at Roe Stanley": a firm that is called like a person. Where nobody has such
 * a given name, "a Roe Stanley banker" says so, too. */
static bool is_firm(const judging *j, const ent_i_known_name *node)
{
    const ent_i_signs *s = &node->signs;
    uint32_t times = s->placed;
    if (times && !count_of(&j->givens, first_word(&node->name)))
        times += s->articled;
    return node->full && times > 1 && PER_PLACED * times >= s->mentions &&
           lacks_signs(s) && !is_given(&node->name);
}

/* "Roe-Doe", made of two persons' surnames: a law, a meeting, a ticket. */
static bool is_compound(const judging *j, const ent_i_known_name *node)
{
    const char *label = node->label, *hyphen = strchr(label, '-');
    const ent_i_signs *s = &node->signs;
    char half[ENT_I_NAME_ROOM];
    if (!hyphen || strchr(label, ' ') || s->titled || s->speaking ||
        MOST_MEANT * s->meant > s->mentions)
        return false;
    size_t n =
        ent_i_name_fold_key(label, (size_t)(hyphen - label), half, sizeof half);
    bool first = n > 1 && count_of(&j->families, half);
    n = ent_i_name_fold_key(hyphen + 1, strlen(hyphen + 1), half, sizeof half);
    return first && n > 1 && count_of(&j->families, half);
}

/* "the Roes", or any "Roes" where two and more are called Roe and hardly
 * anybody Roes: several persons, whoever they are. Families speak, too. */
static bool is_family(const judging *j, const ent_i_known_name *node)
{
    const ent_i_signs *s = &node->signs;
    char surname[ENT_I_NAME_ROOM];
    const char *plural = ent_i_name_part(&node->name, node->name.family);
    size_t n = strlen(plural);
    if (node->full || node->name.count != 1 || n < 2 || plural[n - 1] != 's' ||
        s->titled)
        return false;
    memcpy(surname, plural, n - 1);
    surname[n - 1] = '\0';
    uint32_t bearers = count_of(&j->families, surname);
    bool mostly = PER_PLURAL * s->articled >= s->mentions;
    if (bearers < MOST_SINGLE * count_of(&j->families, plural))
        return false;
    return mostly ? bearers > 0 : bearers > 1 && !s->speaking;
}

/* "Ohio Democrat": somebody's party, not his name. */
static bool is_party(const judging *j, const ent_i_known_name *node)
{
    const ent_i_name *name = &node->name;
    const char *last = ent_i_name_part(name, name->family);
    const ent_i_lexeme *word =
        ent_i_lexeme_of(ent_i_lexicon_default(), last, strlen(last));
    ent_type type;
    return node->full && word->grammar & ENT_I_W_ROLE &&
           word->use & ENT_I_U_UNNAMED && !node->signs.titled &&
           times_thing(j->r, first_word(name), &type) >= GLUED_TIMES;
}

/* The type of a name that is no person's; ENT_PERSON for one that is. */
static ent_type type_of(const judging *j, const ent_i_known_name *node,
                        bool *known)
{
    ent_type type = ENT_MISC;
    *known = false;
    if (is_compound(j, node) || is_party(j, node) || is_family(j, node))
        return ENT_MISC;
    if (is_firm(j, node))
        return ENT_ORG;
    if (!may_be_thing(j, node))
        return ENT_PERSON;
    if (!(node->full && is_given_word(j, first_word(&node->name), 2)) &&
        is_mostly_thing(j->r, node, &type)) {
        *known = true;
        return type;
    }
    return is_nobody(node) ? ENT_MISC : ENT_PERSON;
}

static void judge(judging *j, uint32_t index)
{
    ent_i_known_name *node = &j->r->nodes.items[index];
    bool known;
    if (node->type != ENT_PERSON || !node->seen || decided_by_user(node) ||
        is_given(&node->name) || (j->borne[index] && !is_family(j, node)))
        return;
    ent_type type = type_of(j, node, &known);
    if (type == ENT_PERSON)
        return;
    if (known)
        node->parent =
            ent_i_find_node(j->r, type, node->label, strlen(node->label));
    node->type = (uint8_t)type;
    node->full = false;
    node->reason = ENT_BY_KIND;
}

/* ---- names of persons and of things ---- */

/* A surname that mostly stands where none of its few bearers is named, and
 * seldom as a person's: "Roe" in a law that is called after somebody. */
static bool is_doubtful(const judging *j, uint32_t index)
{
    const ent_i_known_name *node = &j->r->nodes.items[index];
    const ent_i_signs *s = &node->signs;
    return node->type == ENT_PERSON && !node->full && j->borne[index] &&
           !decided_by_user(node) && !is_given(&node->name) &&
           s->mentions >= DOUBTED &&
           node->articles >= ALONE_TIMES * j->bearers[index] &&
           PER_SIGN * (s->titled + s->speaking + s->meant) <= s->mentions;
}

static bool often(uint32_t n, uint32_t times, uint32_t all)
{
    return n && n * times >= all;
}

/* "Roe" is the case "Roe v. Doe" where hardly anybody is addressed so:
 * everywhere, if the case is well known, or in articles that give it in
 * full. */
static bool is_case(const judging *j, const ent_i_record *record)
{
    const ent_i_known_name *node = &j->r->nodes.items[record->node];
    const ent_i_signs *s = &node->signs, *here = &record->signs;
    return node->type == ENT_PERSON && !node->full && !decided_by_user(node) &&
           !here->titled &&
           !often(here->speaking, PER_SPOKEN, here->mentions) &&
           (ent_i_is_of_case(s) ||
            (here->cased && !here->meant && !here->speaking && !here->quoted &&
             (ent_i_is_of_case(here) ||
              often(s->cased, PER_CASE, s->mentions))));
}

/* In the article nothing shows a person under a name that is a thing's, too. */
static bool is_thing_here(const judging *j, const ent_i_record *record)
{
    const ent_i_signs *here = &record->signs;
    return is_case(j, record) || (!here->titled && !here->speaking &&
                                  !here->meant && is_doubtful(j, record->node));
}

/* The thing of that name, added if new; ENT_NONE when memory runs out. */
static uint32_t thing_called(ent_i_resolution *r, const char *label)
{
    ent_type type = ENT_MISC;
    times_thing(r, label, &type);
    uint32_t surface = ent_i_surface_of(r, type, label, strlen(label));
    if (surface == ENT_NONE)
        return ENT_NONE;
    uint32_t index = r->surfaces.items[surface].node;
    ent_i_known_name *node = &r->nodes.items[index];
    if (!node->label)
        node->label = r->surfaces.items[surface].text;
    node->seen = true;
    return index;
}

/* Such names go over to things in those articles alone. Goes through the
 * records last, as things may be added. */
static bool part_things(judging *j)
{
    ent_i_resolution *r = j->r;
    for (size_t i = 0; i < r->records.n; i++) {
        ent_i_record *record = &r->records.items[i];
        uint32_t from = record->node;
        if (!is_thing_here(j, record))
            continue;
        uint32_t to = thing_called(r, r->nodes.items[from].label);
        if (to == ENT_NONE)
            return false;
        r->nodes.items[to].mentions += record->mentions;
        r->nodes.items[to].articles++;
        r->nodes.items[to].reason = ENT_BY_KIND;
        record->node = record->stands_for = to;
        record->reason = ENT_BY_KIND;
    }
    return true;
}

bool ent_i_judge(ent_i_resolution *r)
{
    judging j = {.r = r};
    j.borne = ent_i_calloc(r->nodes.n + 1, sizeof *j.borne);
    j.bearers = ent_i_calloc(r->nodes.n + 1, sizeof *j.bearers);
    bool ok = j.borne && j.bearers && count_words(&j) && cut_glued(&j);
    if (ok)
        mark_borne(&j);
    for (uint32_t i = 0; ok && i < r->nodes.n; i++)
        judge(&j, i);
    ok = ok && part_things(&j);
    ent_i_free(j.borne);
    ent_i_free(j.bearers);
    ent_i_strmap_free(&j.givens);
    ent_i_strmap_free(&j.families);
    ent_i_strmap_free(&j.glued);
    return ok;
}
