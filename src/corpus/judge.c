/* What all articles together say of a name that was taken for a person's.
 * Persons speak, are addressed by titles and are meant by pronouns, if not in
 * each article then in one of many; a thing does nothing of it. */
#include "corpus/judge.h"

#include <string.h>

#include "corpus/bearers.h"
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
    THING_TIMES = 3,  /* so much more often the name is a thing's, */
    THING_PART = 4,   /* or once in so many, where nobody speaks */
    PER_PLACED = 8,   /* a firm is behind "at" in one mention of so many */
    AS_THING = 5,     /* what "at" or "the" before it counts for */
    DOUBTED = 20,     /* mentions that may be a person's and a thing's, */
    ALONE_TIMES = 2,  /* in so many times more articles than its bearers, */
    PER_SIGN = 6,     /* of which at most one in so many shows a person */
    PER_CASE = 40,    /* a case has a "v." beside it once in so many, */
    PER_SPOKEN = 8,   /* and "says" something no more often than that */
    PER_PLURAL = 2,   /* a family is behind "the" in one mention of so many */
    MOST_SINGLE = 4   /* so many are called Roe for each that is called Roes */
};

bool ent_i_is_decided(const ent_i_known_name *node)
{
    return node->entry != ENT_NONE || node->side != ENT_NONE || node->shared;
}

/* Whether hardly any mention of the name shows a person. */
static bool lacks_signs(const ent_i_signs *s)
{
    return !s->titled && s->speaking * PER_SPEECH <= s->mentions &&
           s->meant * PER_MEANT <= s->mentions;
}

/* A full name must also stand as things do: lists name persons and tell nothing
 * of them. */
bool ent_i_is_nobody(const ent_i_known_name *node)
{
    const ent_i_signs *s = &node->signs;
    bool articled = s->articled * PER_ARTICLE >= s->mentions;
    return (!node->full || articled) &&
           s->mentions + AS_THING * s->articled >= OFTEN &&
           lacks_signs(&node->signs) && !ent_i_has_given(&node->name);
}

/* ---- short names ---- */

/* What each sign of a short name adds to the logarithm of the odds that it is a
 * person's. Of persons one mention in five or six has a pronoun soon after, of
 * things one in twenty; firms speak, too, but seldom behind their words. Set by
 * reading the names of 15,150 articles that the sum moves. */
#define BEFORE 2.0 /* it was read as a person's, after all */
#define MEANT 2.0
#define NOT_MEANT 0.17
#define SPEAKS 0.3
#define QUOTED 1.0
#define ARTICLED 0.7 /* or behind "at" */
#define THING 1.0    /* read as a thing's elsewhere */
#define CLEARLY 0.5

static bool is_likelier_thing(const ent_i_resolution *r,
                              const ent_i_known_name *node)
{
    const ent_i_signs *s = &node->signs;
    ent_type type;
    double odds = BEFORE + MEANT * s->meant -
                  NOT_MEANT * ((double)s->mentions - s->meant) +
                  SPEAKS * s->speaking + QUOTED * s->quoted -
                  ARTICLED * ((double)s->articled + s->placed) -
                  THING * ent_i_times_thing(r, node->label, &type);
    return !s->titled && odds < -CLEARLY;
}

/* "Plaintiff" alone: a word that only stands before names. */
static bool is_mere_title(const ent_i_known_name *node)
{
    const char *word = ent_i_first_word(&node->name);
    uint32_t title =
        ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word))->title;
    return node->name.count == 1 && title & ENT_I_TITLE_HEAD &&
           !(title & (ENT_I_TITLE_NAME | ENT_I_TITLE_PERIOD));
}

/* ---- no persons ---- */

/* Whether the name may begin with somebody's given name. */
static bool may_be_given(const ent_i_judging *j, const ent_i_name *name)
{
    return name->parts[name->given].kind == ENT_I_PART_INITIAL ||
           ent_i_is_known_given(j, ent_i_first_word(name), 2);
}

/* Of a full name whose surname others have, too, nothing is taken on trust. */
static bool may_be_thing(const ent_i_judging *j, const ent_i_known_name *node)
{
    const ent_i_name *name = &node->name;
    return name->parts[name->given].kind != ENT_I_PART_INITIAL &&
           ent_i_count_of(&j->families, ent_i_name_part(name, name->family)) <=
               1;
}

static void mark_borne(ent_i_judging *j)
{
    for (size_t i = 0; i < j->r->nodes.n; i++) {
        const ent_i_known_name *node = &j->r->nodes.items[i];
        if (!node->full)
            continue;
        uint32_t brief = ent_i_part_alone(j->r, node, node->name.family);
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
    if (!s->mentions || s->titled || ENT_I_MOST_MEANT * s->meant > s->mentions)
        return false;
    uint32_t times = ent_i_times_thing(r, node->label, type);
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
static bool is_firm(const ent_i_judging *j, const ent_i_known_name *node)
{
    const ent_i_signs *s = &node->signs;
    uint32_t times = s->placed;
    if (times && !ent_i_count_of(&j->givens, ent_i_first_word(&node->name)))
        times += s->articled;
    return node->full && times > 1 && PER_PLACED * times >= s->mentions &&
           lacks_signs(s) && !ent_i_has_given(&node->name);
}

/* "Roe-Doe", made of two persons' surnames: a law, a meeting, a ticket. */
static bool is_compound(const ent_i_judging *j, const ent_i_known_name *node)
{
    const char *label = node->label, *hyphen = strchr(label, '-');
    const ent_i_signs *s = &node->signs;
    char half[ENT_I_NAME_ROOM];
    if (!hyphen || strchr(label, ' ') || s->titled || s->speaking ||
        ENT_I_MOST_MEANT * s->meant > s->mentions)
        return false;
    size_t n =
        ent_i_name_fold_key(label, (size_t)(hyphen - label), half, sizeof half);
    bool first = n > 1 && ent_i_count_of(&j->families, half);
    n = ent_i_name_fold_key(hyphen + 1, strlen(hyphen + 1), half, sizeof half);
    return first && n > 1 && ent_i_count_of(&j->families, half);
}

/* "the Roes", or any "Roes" where two and more are called Roe and hardly
 * anybody Roes: several persons, whoever they are. Families speak, too. */
static bool is_family(const ent_i_judging *j, const ent_i_known_name *node)
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
    uint32_t bearers = ent_i_count_of(&j->families, surname);
    bool mostly = PER_PLURAL * s->articled >= s->mentions;
    if (bearers < MOST_SINGLE * ent_i_count_of(&j->families, plural))
        return false;
    return mostly ? bearers > 0 : bearers > 1 && !s->speaking;
}

/* "Ohio Democrat": somebody's party, not his name. */
static bool is_party(const ent_i_judging *j, const ent_i_known_name *node)
{
    const ent_i_name *name = &node->name;
    const char *last = ent_i_name_part(name, name->family);
    const ent_i_lexeme *word =
        ent_i_lexeme_of(ent_i_lexicon_default(), last, strlen(last));
    ent_type type;
    return node->full && word->grammar & ENT_I_W_ROLE &&
           word->use & ENT_I_U_UNNAMED && !node->signs.titled &&
           ent_i_times_thing(j->r, ent_i_first_word(name), &type) >=
               ENT_I_GLUED_TIMES;
}

/* The type of a name that is no person's; ENT_PERSON for one that is. *known
 * tells whether the corpus has the name as one of that type. */
static ent_type type_of(const ent_i_judging *j, const ent_i_known_name *node,
                        bool *known)
{
    ent_type type = ENT_MISC;
    *known = false;
    if (is_compound(j, node) || is_party(j, node) || is_family(j, node))
        return ENT_MISC;
    if (is_firm(j, node))
        return ENT_ORG;
    if (!(node->full && may_be_given(j, &node->name)) &&
        is_mostly_thing(j->r, node, &type)) {
        *known = true;
        return type;
    }
    bool thing = node->full
                     ? may_be_thing(j, node) && ent_i_is_nobody(node)
                     : is_mere_title(node) || is_likelier_thing(j->r, node);
    if (!thing)
        return ENT_PERSON;
    *known = !node->full && ent_i_times_thing(j->r, node->label, &type) > 0;
    return type;
}

static void judge(ent_i_judging *j, uint32_t index)
{
    ent_i_known_name *node = &j->r->nodes.items[index];
    bool known;
    if (node->type != ENT_PERSON || !node->seen || ent_i_is_decided(node) ||
        ent_i_has_given(&node->name) ||
        (j->borne[index] && !is_family(j, node)))
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
static bool is_doubtful(const ent_i_judging *j, uint32_t index)
{
    const ent_i_known_name *node = &j->r->nodes.items[index];
    const ent_i_signs *s = &node->signs;
    return node->type == ENT_PERSON && !node->full && j->borne[index] &&
           !ent_i_is_decided(node) && !ent_i_has_given(&node->name) &&
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
static bool is_case(const ent_i_judging *j, const ent_i_record *record)
{
    const ent_i_known_name *node = &j->r->nodes.items[record->node];
    const ent_i_signs *s = &node->signs;
    bool everywhere = ent_i_is_of_case(s);
    if (node->type != ENT_PERSON || node->full || ent_i_is_decided(node) ||
        (!everywhere && !record->cased))
        return false;
    const ent_i_signs here = ent_i_signs_of(j->r, j->corpus, record);
    return !here.titled && !often(here.speaking, PER_SPOKEN, here.mentions) &&
           (everywhere || (!here.meant && !here.speaking && !here.quoted &&
                           (ent_i_is_of_case(&here) ||
                            often(s->cased, PER_CASE, s->mentions))));
}

/* In the article nothing shows a person under a name that is a thing's, too. */
static bool is_thing_here(const ent_i_judging *j, const ent_i_record *record)
{
    if (is_case(j, record))
        return true;
    if (!is_doubtful(j, record->node))
        return false;
    const ent_i_signs here = ent_i_signs_of(j->r, j->corpus, record);
    return !here.titled && !here.speaking && !here.meant;
}

/* The thing of that name, added if new; ENT_NONE when memory runs out. */
static uint32_t thing_called(ent_i_resolution *r, const char *label)
{
    ent_type type = ENT_MISC;
    ent_i_times_thing(r, label, &type);
    return ent_i_node_called(r, type, label);
}

/* Such names go over to things in those articles alone. Goes through the
 * records last, as things may be added. */
static bool part_things(ent_i_judging *j)
{
    ent_i_resolution *r = j->r;
    for (size_t i = 0; i < r->records.n; i++) {
        ent_i_record *record = ent_i_record_at(r, i);
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

bool ent_i_judge(ent_i_resolution *r, const ent_corpus *corpus)
{
    ent_i_judging j = {.r = r, .corpus = corpus};
    j.borne = ent_i_calloc(r->nodes.n + 1, sizeof *j.borne);
    j.bearers = ent_i_calloc(r->nodes.n + 1, sizeof *j.bearers);
    bool ok =
        j.borne && j.bearers && ent_i_count_words(&j) && ent_i_cut_glued(&j);
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
