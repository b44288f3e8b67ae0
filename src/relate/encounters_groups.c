/* Persons named in one breath, and which of them is whose subject or object. A
 * shallow reading in the manner of Abney's chunks ("Parsing by Chunks", 1991):
 * no tree, only what stands beside what. */
#include <string.h>

#include "relate/encounters.h"

/* How far, in nodes, a noun phrase, an apposition and a relative clause are
 * followed. Longer ones exist, but a wrong attachment costs more than a missed
 * one. */
enum { NP_MAX = 12, APPOSITION_MAX = 16, CLAUSE_MAX = 32 };

/* Whatever may be the verb of a clause. */
static const uint32_t verb_bits = ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_SAY |
                                  ENT_I_W_CONTROL | ENT_I_W_VERB |
                                  ENT_I_W_CONTACT_V;

/* False past the end, so that no caller needs to look. */
static bool is_what(const ent_i_reading *r, uint32_t i, ent_i_what what)
{
    return i < r->node_count && r->nodes[i].what == what;
}

/* "Trump call with Putin": one person has no verb in the base form, while
 * "Trump and Putin call" may. */
static bool after_one_person(const ent_i_reading *r, uint32_t i)
{
    const ent_i_node *person = &r->nodes[i - 1];
    if (person->what != ENT_I_PERSON || person->reference ||
        r->nodes[i].word.form != ENT_I_FORM_BASE)
        return false;
    if (i == 1)
        return true;
    const ent_i_node *before = &r->nodes[i - 2];
    return before->what != ENT_I_PERSON && before->what != ENT_I_COMMA &&
           !(before->what == ENT_I_WORD &&
             before->word.is & (ENT_I_W_CONJ | ENT_I_W_VERB | ENT_I_W_SAY));
}

/* What stands right before tells a noun from a verb. */
static bool noun_place(const ent_i_reading *r, uint32_t i)
{
    static const char *const adjectives[] = {
        "first", "last", "second", "earlier", "only", "phone", "next", NULL};
    if (i == 0)
        return true;
    const ent_i_node *before = &r->nodes[i - 1];
    if (after_one_person(r, i))
        return true;
    if (before->what == ENT_I_NAME || before->what == ENT_I_NUMBER ||
        before->possessive || before->hyphen)
        return true;
    if (before->what == ENT_I_COMMA) /* "a Jan. 5, 2017, meeting" */
        return i > 1 && r->nodes[i - 2].what == ENT_I_NUMBER;
    if (before->what != ENT_I_WORD)
        return false;
    for (const char *const *word = adjectives; *word; word++)
        if (strcmp(before->text, *word) == 0)
            return true;
    uint32_t is = before->word.is;
    /* "to" leads up to an infinitive as often. */
    if (is & ENT_I_W_PREP)
        return strcmp(before->text, "to") != 0;
    if (is & ENT_I_W_DET)
        return !(is & ENT_I_W_COMP);
    return !(is & (ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_NEG | ENT_I_W_ADVERB |
                   ENT_I_W_PRONOUN | ENT_I_W_COMP | ENT_I_W_CONJ));
}

/* "after meeting Obama": what has an object is a verb. */
static bool has_object(const ent_i_reading *r, uint32_t i)
{
    return r->nodes[i].word.form == ENT_I_FORM_ING &&
           r->nodes[i].word.verb->takes & ENT_I_A_DIRECT &&
           is_what(r, i + 1, ENT_I_PERSON) && !r->nodes[i + 1].possessive &&
           ent_i_is_word(r, i - 1, ENT_I_W_PREP);
}

/* Past forms are verbs wherever they stand: "met" is no noun. */
bool ent_i_is_noun(const ent_i_reading *r, uint32_t i)
{
    const ent_i_node *node = &r->nodes[i];
    if (!node->word.verb)
        return true;
    return node->word.form != ENT_I_FORM_PAST && noun_place(r, i) &&
           !(i > 0 && has_object(r, i));
}

bool ent_i_is_verb(const ent_i_reading *r, uint32_t i)
{
    if (!ent_i_is_word(r, i, verb_bits))
        return false;
    const ent_i_word *word = &r->nodes[i].word;
    if (word->is & (ENT_I_W_AUX | ENT_I_W_MODAL))
        return true;
    if (word->verb && word->noun)
        return !ent_i_is_noun(r, i);
    /* "a phone", "by text", "the visiting" */
    return word->form == ENT_I_FORM_PAST || i == 0 ||
           ent_i_is_word(r, i - 1, ENT_I_W_COMP) ||
           ent_i_is_text(r, i - 1, "to") ||
           !(ent_i_is_word(r, i - 1, ENT_I_W_DET | ENT_I_W_PREP) ||
             r->nodes[i - 1].possessive ||
             r->nodes[i - 1].what == ENT_I_NUMBER);
}

/* Whether a finite verb, or what leads up to one, stands at node i. */
static bool verb_follows(const ent_i_reading *r, uint32_t i)
{
    while (ent_i_is_word(r, i, ENT_I_W_ADVERB | ENT_I_W_NEG) &&
           !ent_i_is_word(r, i, verb_bits))
        i++;
    if (ent_i_is_text(r, i, "to")) /* a headline: "Kerry to meet" */
        return ent_i_is_verb(r, i + 1);
    return ent_i_is_verb(r, i);
}

/* An unclosed one is passed over as a mark, not to the end of the sentence. */
static uint32_t skip_parenthesis(const ent_i_reading *r, uint32_t i)
{
    for (uint32_t k = i + 1; k < r->node_count && k < i + APPOSITION_MAX; k++)
        if (r->nodes[k].what == ENT_I_CLOSE)
            return k + 1;
    return i;
}

/* Past the comma or dash that closes what the one at node i opens. A relative
 * clause may be longer, and may follow a first apposition: "Corker, 63, who is
 * chairman of the committee,". */
static uint32_t skip_marked(const ent_i_reading *r, uint32_t i, uint8_t mark)
{
    bool who =
        ent_i_is_text(r, i + 1, "who") || ent_i_is_text(r, i + 1, "which");
    uint32_t end = i + (who ? CLAUSE_MAX : APPOSITION_MAX);
    for (uint32_t k = i + 1; k < r->node_count && k < end; k++) {
        uint8_t what = r->nodes[k].what;
        /* Quotations are no appositions: what they hold is somebody's speech.
         */
        if (what == ENT_I_QUOTE)
            return i;
        if (what != mark && (what != ENT_I_DASH || k < i + 2))
            continue;
        if (ent_i_is_text(r, k + 1, "who")) {
            uint32_t after = skip_marked(r, k, mark);
            return after == k ? k + 1 : after;
        }
        return k + 1;
    }
    return i;
}

/* A comma before "and" goes on with a list. */
uint32_t ent_i_skip_apposition(const ent_i_reading *r, uint32_t i)
{
    if (is_what(r, i, ENT_I_OPEN)) {
        uint32_t after = skip_parenthesis(r, i);
        return after == i ? i : ent_i_skip_apposition(r, after);
    }
    if ((!is_what(r, i, ENT_I_COMMA) && !is_what(r, i, ENT_I_DASH)) ||
        ent_i_is_word(r, i + 1, ENT_I_W_CONJ))
        return i;
    return skip_marked(r, i, r->nodes[i].what);
}

/* ---- noun phrases that end in a person ---- */

static bool is_plural(const ent_i_node *node)
{
    size_t size = strlen(node->text);
    return node->what == ENT_I_WORD && size > 4 &&
           node->text[size - 1] == 's' && node->text[size - 2] != 's';
}

/* Whether node i may stand between an article and a name: "newly elected
 * president", "Trump's lawyer", "secretary of state". */
static bool is_modifier(const ent_i_reading *r, uint32_t i)
{
    const ent_i_node *node = &r->nodes[i];
    switch (node->what) {
    case ENT_I_NAME:
    case ENT_I_NUMBER:
        return true;
    case ENT_I_PERSON:
        return node->possessive;
    case ENT_I_WORD:
        break;
    default:
        return node->what == ENT_I_DASH && node->end - node->start == 1;
    }
    if (ent_i_is_text(r, i, "of") || ent_i_is_text(r, i, "for"))
        /* "Secretary of State", but not "Republicans for Biden" */
        return i > 0 &&
               ((r->nodes[i - 1].capital && !is_plural(&r->nodes[i - 1])) ||
                r->nodes[i - 1].word.is & ENT_I_W_ROLE) &&
               i + 1 < r->node_count && r->nodes[i + 1].capital;
    if (ent_i_is_text(r, i, "that"))
        return false;
    if (node->word.is & (ENT_I_W_DET | ENT_I_W_ROLE | ENT_I_W_BELONGS))
        return true;
    if (node->capital &&
        !(node->word.is & (ENT_I_W_PREP | ENT_I_W_COMP | ENT_I_W_DAY)))
        return true;
    if (node->word.is & ENT_I_W_VERB && node->end - node->start > 4 &&
        !(node->word.is &
          (ENT_I_W_SAY | ENT_I_W_CONTROL)) && /* "newly elected" */
        strcmp(node->text + strlen(node->text) - 2, "ed") == 0)
        return true;
    return !(node->word.is &
             (verb_bits | ENT_I_W_NEG | ENT_I_W_PREP | ENT_I_W_CONJ |
              ENT_I_W_COMP | ENT_I_W_PRONOUN | ENT_I_W_DAY)) ||
           ent_i_is_text(r, i, "then") || ent_i_is_text(r, i, "host");
}

/* "Kim's meeting": a possessive that owns a contact may end a list. */
static bool owns_contact(const ent_i_reading *r, uint32_t i)
{
    for (uint32_t k = i + 1; k < r->node_count && k < i + 5; k++)
        if (ent_i_is_word(r, k, ENT_I_W_CONTACT_N))
            return true;
    return false;
}

/* The person at the end of the noun phrase that begins at node i. "his French
 * counterpart, Hollande" is one phrase. In lists a possessive may be the last
 * member, if what is owned is the contact of all. */
static uint32_t person_of_phrase(const ent_i_reading *r, uint32_t i,
                                 bool in_list)
{
    uint32_t start = i;
    for (; i < r->node_count && i < start + NP_MAX; i++) {
        const ent_i_node *node = &r->nodes[i];
        if (node->what == ENT_I_PERSON &&
            (!node->possessive || (in_list && owns_contact(r, i))))
            /* A lower-case plural is a phrase of its own: "told reporters Obama
             * met". */
            return i > start && is_plural(&r->nodes[i - 1]) &&
                           !r->nodes[i - 1].capital
                       ? ENT_NONE
                       : i;
        if (node->what == ENT_I_COMMA && i > start &&
            (r->nodes[i - 1].word.is & (ENT_I_W_ROLE | ENT_I_W_BELONGS)) &&
            (is_what(r, i + 1, ENT_I_PERSON) ||
             (i + 1 < r->node_count && r->nodes[i + 1].capital)))
            continue;
        if (!is_modifier(r, i))
            break;
    }
    return ENT_NONE;
}

/* ---- groups ---- */

/* The next person of the list that goes on at node i, or ENT_NONE. *comma: only
 * a comma joins them, which alone may be an apposition. */
static uint32_t next_of_list(const ent_i_reading *r, uint32_t i, bool *comma)
{
    *comma = false;
    if (is_what(r, i, ENT_I_COMMA)) {
        *comma = true;
        i++;
    }
    if (ent_i_is_text(r, i, "and") || ent_i_is_text(r, i, "or") ||
        ent_i_is_text(r, i, "&")) {
        *comma = false;
        i++;
    } else if (ent_i_is_text(r, i, "as") && ent_i_is_text(r, i + 1, "well")) {
        *comma = false;
        i += 3;
    } else if (!*comma) {
        return ENT_NONE;
    }
    return person_of_phrase(r, i, true);
}

/* "A, B" is a list only when "and" comes later, or when it opens a headline.
 * Looks ahead a few members; a list without "and" is one in headlines alone,
 * where the subject stands first. */
static bool list_goes_on(const ent_i_reading *r, uint32_t person, bool governed)
{
    uint32_t i = person + 1;
    for (int step = 0; step < 6; step++) {
        uint32_t after = ent_i_skip_apposition(r, i);
        if (ent_i_is_text(r, i, "and") || ent_i_is_text(r, after, "and") ||
            (is_what(r, i, ENT_I_COMMA) && ent_i_is_text(r, i + 1, "and")))
            return true;
        bool comma;
        uint32_t next = next_of_list(r, i, &comma);
        if (next == ENT_NONE || !comma)
            return next != ENT_NONE || (!governed && verb_follows(r, i));
        i = next + 1;
    }
    return false;
}

/* The node learns its group, by which objects and subjects are found. */
static void join_group(ent_i_reading *r, ent_i_group *group, uint32_t person)
{
    group->members[group->count++] = person;
    group->last = person;
    r->nodes[person].group = r->group_count;
}

/* Whether the clause has its verb before node i. If so, "with A and B said"
 * begins a new clause at B; if not, B is still part of the subject: "talks
 * with A and B would be". */
static bool has_verb_before(const ent_i_reading *r, uint32_t i)
{
    while (i-- > 0) {
        const ent_i_node *node = &r->nodes[i];
        if (node->what >= ENT_I_COMMA ||
            ent_i_is_word(r, i, ENT_I_W_SAY | ENT_I_W_CONJ) ||
            (ent_i_is_word(r, i, ENT_I_W_COMP) &&
             !ent_i_is_word(r, i, ENT_I_W_PREP)))
            return false;
        if (ent_i_is_verb(r, i))
            return true;
    }
    return false;
}

/* Whether "or" joins what comes after node `at` to the list. */
static bool is_alternative(const ent_i_reading *r, uint32_t at)
{
    return ent_i_is_text(r, at + is_what(r, at, ENT_I_COMMA), "or");
}

/* Goes on while the words go on as a list does. A possessive ends it ("Obama
 * and Putin's talks"), and so does a member that is the subject of a clause of
 * its own. */
static void extend_group(ent_i_reading *r, ent_i_group *group)
{
    while (group->count < ENT_I_GROUP_MAX) {
        const ent_i_node *last = &r->nodes[group->last];
        uint32_t next = ENT_NONE;
        bool comma = false;
        if (last->hyphen && is_what(r, group->last + 1, ENT_I_PERSON)) {
            join_group(r, group, group->last + 1);
            continue;
        }
        /* What is owned comes next. */
        if (last->possessive)
            return;
        uint32_t at = group->last + 1;
        /* Straight on first, then past an apposition: "Obama, the president,
         * and Putin". */
        next = next_of_list(r, at, &comma);
        if (next == ENT_NONE &&
            (at = ent_i_skip_apposition(r, at)) > group->last + 1) {
            next = next_of_list(r, at, &comma);
            if (next == ENT_NONE && ent_i_is_text(r, at, "and"))
                next = person_of_phrase(r, at + 1, true);
        }
        if (next == ENT_NONE ||
            (comma && !list_goes_on(r, next, group->governed)) ||
            (group->governed && !r->nodes[next].possessive &&
             (is_what(r, at, ENT_I_COMMA) ||
              has_verb_before(r, group->first)) &&
             verb_follows(r, ent_i_skip_apposition(r, next + 1))))
            return;
        group->alternative |= is_alternative(r, at);
        join_group(r, group, next);
    }
}

/* Whether a verb of speech at node i has its speaker after it: '..., " said
 * Obama'. */
static bool is_inverted(const ent_i_reading *r, uint32_t i)
{
    return i > 0 && ent_i_is_word(r, i, ENT_I_W_SAY) &&
           r->nodes[i].word.form != ENT_I_FORM_ING && !r->nodes[i].word.verb &&
           (r->nodes[i - 1].what == ENT_I_QUOTE ||
            r->nodes[i - 1].what == ENT_I_COMMA);
}

/* Whether the persons are given as examples of those who act: "officials,
 * including Kerry and Hagel, met". */
static bool are_examples(const ent_i_reading *r, uint32_t i, uint32_t last)
{
    bool opens =
        ent_i_is_text(r, i, "including") ||
        (ent_i_is_text(r, i, "as") && i > 0 && ent_i_is_text(r, i - 1, "such"));
    return opens &&
           (is_what(r, last + 1, ENT_I_COMMA) ||
            is_what(r, last + 1, ENT_I_DASH)) &&
           verb_follows(r, last + 2);
}

/* Whether a verb or preposition to the left has the phrase as its object.
 * Governed groups are objects: they meet nobody by themselves. */
static bool is_governed(const ent_i_reading *r, uint32_t first, uint32_t last)
{
    uint32_t i = first;
    bool verb_after = verb_follows(r, ent_i_skip_apposition(r, last + 1));
    for (int step = 0; i > 0 && step < NP_MAX; step++) {
        i--;
        const ent_i_node *node = &r->nodes[i];
        if (is_inverted(r, i) || are_examples(r, i, last))
            return false;
        /* "in a matter of weeks Obama will": the plural ends its own phrase. */
        if (verb_after && i + 1 == first && is_plural(node) &&
            !(node->word.is & ENT_I_W_SAY) && !ent_i_is_verb(r, i))
            return false;
        if (node->what == ENT_I_WORD && node->word.is & ENT_I_W_PREP &&
            !is_modifier(r, i))
            /* "after Obama met" opens a clause */
            return !(verb_after && node->word.is & ENT_I_W_COMP);
        if (is_modifier(r, i) && !(node->capital && ent_i_is_verb(r, i)))
            continue;
        if (node->what != ENT_I_WORD ||
            node->word.is & (ENT_I_W_COMP | ENT_I_W_CONJ))
            return false;
        if (ent_i_is_verb(r, i))
            return !(verb_after && node->word.is & ENT_I_W_SAY);
        return false;
    }
    return false;
}

/* Whether a verb stands after a group. The lexicon doesn't have them all, but
 * hardly any other small word can stand there. */
static bool acts(const ent_i_reading *r, uint32_t i)
{
    const uint32_t others = ENT_I_W_PREP | ENT_I_W_CONJ | ENT_I_W_COMP |
                            ENT_I_W_DET | ENT_I_W_DAY | ENT_I_W_PRONOUN |
                            ENT_I_W_CONTACT_N;
    if (verb_follows(r, i))
        return true;
    while (ent_i_is_word(r, i, ENT_I_W_ADVERB))
        i++;
    return is_what(r, i, ENT_I_WORD) && !r->nodes[i].capital &&
           !(r->nodes[i].word.is & others);
}

/* "The lawyer, John Holm, said": the name is the apposition. */
static bool closes_apposition(const ent_i_reading *r, uint32_t i)
{
    return is_what(r, i, ENT_I_COMMA) && verb_follows(r, i + 1) &&
           r->nodes[i + 1].word.form != ENT_I_FORM_ING;
}

/* The node after "and his aides" that begins at i, or i: who acts with a person
 * without a name of his own. */
static uint32_t skip_others(const ent_i_reading *r, uint32_t i)
{
    enum { OTHERS_MAX = 8 };
    if (!ent_i_is_text(r, i, "and"))
        return i;
    for (uint32_t k = i + 1; k < r->node_count && k < i + OTHERS_MAX; k++)
        if (!is_modifier(r, k) || ent_i_is_verb(r, k))
            return k > i + 1 ? k : i;
    return i;
}

/* "Boehner and his aides met". */
static bool acts_with_others(const ent_i_reading *r, uint32_t i)
{
    uint32_t after = skip_others(r, i);
    return after > i && verb_follows(r, after);
}

/* "said Senator Holm": the verb stands before its subject. */
static bool speaks_before(const ent_i_reading *r, uint32_t person)
{
    for (uint32_t i = person, step = 0; i-- > 0 && step < NP_MAX; step++) {
        if (is_inverted(r, i))
            return true;
        if (!is_modifier(r, i))
            return false;
    }
    return false;
}

/* Looked at twice for what governs it: the list has to be followed to its end
 * before the verb after it is known. */
static void open_group(ent_i_reading *r, uint32_t person)
{
    ent_i_group *group = &r->groups[r->group_count];
    memset(group, 0, sizeof *group);
    group->first = person;
    group->governed = is_governed(r, person, person);
    join_group(r, group, person);
    extend_group(r, group);
    group->governed = is_governed(r, person, group->last);
    group->possessive = r->nodes[group->last].possessive;
    uint32_t after = ent_i_skip_apposition(r, group->last + 1);
    group->subject =
        !group->possessive &&
        (acts(r, after) || acts_with_others(r, after) ||
         closes_apposition(r, group->last + 1) || speaks_before(r, person));
    r->group_count++;
}

/* From left to right; each person node ends in exactly one group. */
void ent_i_read_groups(ent_i_reading *r)
{
    r->group_count = 0;
    for (uint32_t i = 0; i < r->node_count; i++)
        if (r->nodes[i].what == ENT_I_PERSON && r->nodes[i].group == ENT_NONE &&
            r->group_count < ENT_I_NODES / 2)
            open_group(r, i);
}

/* ---- subjects and objects ---- */

/* The phrase itself, or a person among the examples that it gives. */
uint32_t ent_i_object_at(const ent_i_reading *r, uint32_t i)
{
    /* Words that only lead up to the phrase. */
    static const char *const leads[] = {"both",  "including", "to",
                                        "about", "nearly",    NULL};
    while (ent_i_is_any(r, i, leads))
        i++;
    uint32_t start = i;
    uint32_t person = person_of_phrase(r, i, false);
    if (person != ENT_NONE)
        return r->nodes[person].group;
    /* "met with leaders, including Merkel and Hollande" */
    for (; i < r->node_count && i < start + NP_MAX; i++) {
        if (ent_i_is_text(r, i, "including") ||
            (ent_i_is_text(r, i, "such") && ent_i_is_text(r, i + 1, "as"))) {
            person = person_of_phrase(
                r, i + (ent_i_is_text(r, i, "such") ? 2 : 1), false);
            return person == ENT_NONE ? ENT_NONE : r->nodes[person].group;
        }
        if (r->nodes[i].what != ENT_I_COMMA && !is_modifier(r, i))
            break;
    }
    return ENT_NONE;
}

/* The group that ends at node i, when it can be a subject there. Possessives
 * own the noun after them and are no subjects. */
static uint32_t group_ending(const ent_i_reading *r, uint32_t i)
{
    const ent_i_node *node = &r->nodes[i];
    if (node->what != ENT_I_PERSON || node->possessive ||
        r->groups[node->group].last != i)
        return ENT_NONE;
    return node->group;
}

/* Left over a parenthesis or apposition that ends before node i. Looked for
 * backwards by trying each group: whether its apposition ends here. */
static uint32_t subject_before_apposition(const ent_i_reading *r, uint32_t i)
{
    for (uint32_t k = i, step = 0; k-- > 0 && step < CLAUSE_MAX; step++) {
        uint32_t group = group_ending(r, k);
        if (group != ENT_NONE && ent_i_skip_apposition(r, k + 1) == i)
            return r->groups[group].governed && !r->groups[group].subject
                       ? ENT_NONE
                       : group;
    }
    return ENT_NONE;
}

uint32_t ent_i_before_who(const ent_i_reading *r, uint32_t who)
{
    uint32_t i = who;
    if (is_what(r, i - 1, ENT_I_COMMA) || is_what(r, i - 1, ENT_I_DASH))
        i--;
    if (i > 0 && group_ending(r, i - 1) != ENT_NONE)
        return group_ending(r, i - 1);
    for (uint32_t k = i, step = 0; k-- > 0 && step < APPOSITION_MAX; step++) {
        uint32_t group = group_ending(r, k);
        if (group != ENT_NONE)
            return is_what(r, k + 1, ENT_I_COMMA) ||
                           is_what(r, k + 1, ENT_I_OPEN)
                       ? group
                       : ENT_NONE;
    }
    return ENT_NONE;
}

/* Semicolons and colons, too: hardly any subject reaches over them. */
static bool ends_clause(const ent_i_node *node)
{
    return node->what == ENT_I_STOP &&
           (strchr(";|:.!?", node->text[0]) != NULL && node->text[0]);
}

/* "Trump's great eagerness to meet": who owns the wish is who meets. */
static bool owns_infinitive(const ent_i_reading *r, uint32_t owner, uint32_t to)
{
    enum { WISH_MAX = 5 };
    if (!ent_i_is_text(r, to, "to") || to - owner > WISH_MAX ||
        to == owner + 1 || ent_i_is_word(r, to - 1, ENT_I_W_BELONGS))
        return false;
    for (uint32_t i = owner + 1; i < to; i++)
        if (r->nodes[i].what != ENT_I_WORD || !is_modifier(r, i))
            return false;
    return true;
}

/* Walks left to the nearest person who can be a subject, past lists and
 * objects. A clause with a subject that is no person we know ends the search:
 * its verb is not ours. */
uint32_t ent_i_clause_subject(const ent_i_reading *r, uint32_t i)
{
    for (uint32_t k = i; k-- > 0;) {
        const ent_i_node *node = &r->nodes[k];
        if (node->what == ENT_I_PERSON) {
            const ent_i_group *group = &r->groups[node->group];
            /* "urged Obama to meet": the object is who meets */
            bool controls = group->governed && ent_i_is_text(r, k + 1, "to") &&
                            ent_i_is_verb(r, k + 2);
            if (!group->possessive
                    ? controls || (!group->governed && group->subject)
                    : owns_infinitive(r, k, i))
                return node->group;
            /* Past the whole list: its other members are no better subjects. */
            k = group->first;
            continue;
        }
        if (k > 0 && ent_i_is_text(r, k, "who")) {
            uint32_t group = ent_i_before_who(r, k);
            if (group != ENT_NONE)
                return group;
        }
        /* Over a semicolon or colon another clause begins. */
        if (ends_clause(node))
            return ENT_NONE;
        /* A clause with a subject of its own that is nobody we know. */
        bool opens = ent_i_is_text(r, k, "that") ||
                     ent_i_is_text(r, k, "whether") ||
                     (node->what == ENT_I_WORD && node->word.is & ENT_I_W_SAY &&
                      node->word.form == ENT_I_FORM_BASE);
        if (opens && k + 1 < i && r->nodes[k + 1].what != ENT_I_PERSON &&
            r->nodes[k + 1].what != ENT_I_COMMA &&
            !ent_i_is_word(r, k + 1, ENT_I_W_PREP)) {
            for (uint32_t v = k + 2; v < i && v < k + 8; v++)
                if (verb_follows(r, v) && !ent_i_is_text(r, v, "to") &&
                    (is_modifier(r, v - 1) ||
                     r->nodes[v - 1].what == ENT_I_NAME))
                    return ENT_NONE;
        }
    }
    return ENT_NONE;
}

/* "months for the committees to summon", "hired a guard to join": the noun
 * before the infinitive at `at` is who acts. */
static bool has_own_subject(const ent_i_reading *r, uint32_t i, uint32_t at)
{
    /* Verbs that make somebody else act, and "for" of the same use. */
    static const char *const verbs[] = {
        "for",     "hired",   "sent",       "asked",      "told",   "urged",
        "ordered", "invited", "allowed",    "wants",      "wanted", "want",
        "pressed", "forced",  "dispatched", "instructed", "let",    "need",
        "needs",   "needed",  NULL};
    if (at == 0 || !ent_i_is_text(r, at - 1, "to"))
        return false;
    for (uint32_t step = 0; step < 4 && i > 0 && is_modifier(r, i); step++) {
        i--;
        if (ent_i_is_any(r, i, verbs))
            return true;
    }
    return false;
}

/* "Obama and his aides": the group that the others before a verb, who end at
 * node i, are with; ENT_NONE. */
static uint32_t leader_of(const ent_i_reading *r, uint32_t i)
{
    uint32_t k = i;
    while (k > 0 && !ent_i_is_text(r, k, "and") && i - k < NP_MAX)
        k--;
    uint32_t group = k > 0 ? group_ending(r, k - 1) : ENT_NONE;
    return group != ENT_NONE && skip_others(r, k) > i &&
                   !r->groups[group].governed
               ? group
               : ENT_NONE;
}

/* "officials failed to tell him": a noun before the finite verb is its subject,
 * and nobody we know. */
static bool is_strange_subject(const ent_i_reading *r, uint32_t i, uint32_t at)
{
    return i + 1 < at && is_plural(&r->nodes[i]) && !ent_i_is_verb(r, i) &&
           ent_i_is_word(r, i + 1,
                         ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_CONTROL);
}

/* From the verb to the left: what may stand between subject and verb is passed
 * over, a mark or conjunction hands over to the clause, anything else means
 * that the verb has a subject we don't know. */
uint32_t ent_i_subject_of(const ent_i_reading *r, uint32_t i)
{
    const uint32_t skipped = ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_NEG |
                             ENT_I_W_ADVERB | ENT_I_W_CONTROL;
    uint32_t at = i;
    while (i-- > 0) {
        const ent_i_node *node = &r->nodes[i];
        if (node->what == ENT_I_PERSON) {
            uint32_t group = group_ending(r, i);
            if (group == ENT_NONE)
                return ENT_NONE;
            /* "urged Obama to meet", but not "aides to Obama met" */
            return r->groups[group].governed && !ent_i_is_text(r, i + 1, "to")
                       ? ENT_NONE
                       : group;
        }
        if (node->what == ENT_I_COMMA || node->what == ENT_I_CLOSE ||
            node->what == ENT_I_DASH) {
            uint32_t group = subject_before_apposition(r, i + 1);
            if (group != ENT_NONE)
                return group;
            return ent_i_clause_subject(r, i);
        }
        if (node->what == ENT_I_WORD && node->word.is & ENT_I_W_CONJ)
            return ent_i_clause_subject(r, i);
        if (ent_i_is_text(r, i, "who"))
            return i > 0 ? ent_i_before_who(r, i) : ENT_NONE;
        if (ent_i_is_word(r, i, ENT_I_W_DAY) ||
            (ent_i_is_word(r, i, ENT_I_W_PREP) &&
             ent_i_is_word(r, i + 1, ENT_I_W_DAY)))
            continue;
        if (ent_i_is_text(r, i, "to") || ent_i_is_word(r, i, skipped))
            continue;
        uint32_t leader = leader_of(r, i);
        if (leader != ENT_NONE)
            return leader;
        if (has_own_subject(r, i, at) || is_strange_subject(r, i, at))
            return ENT_NONE;
        /* "ministers should meet to discuss": those who meet discuss */
        if (ent_i_is_text(r, at - 1, "to") && i + 2 == at &&
            ent_i_is_verb(r, i))
            return ent_i_subject_of(r, i);
        /* An infinitive or participle further on belongs to the clause. */
        return r->nodes[at].word.form == ENT_I_FORM_ING ||
                       (at > 0 && ent_i_is_text(r, at - 1, "to"))
                   ? ent_i_clause_subject(r, i + 1)
                   : ENT_NONE;
    }
    return ENT_NONE;
}
