/* Persons named together, and whether they are subjects or objects. */
#include <string.h>

#include "encounter/phrases.h"

/* The next person in the list continued at node i, or ENT_NONE. *comma is set
 * when only a comma joins them, which could also be an apposition. */
static uint32_t next_of_list(const ent_i_passage *r, uint32_t i, bool *comma)
{
    *comma = false;
    if (ent_i_is_what(r, i, ENT_I_COMMA)) {
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
    } else if (ent_i_is_text(r, i, "along") &&
               ent_i_is_text(r, i + 1, "with")) {
        *comma = false;
        i += 2;
    } else if (!*comma) {
        return ENT_NONE;
    }
    return ent_i_person_of_phrase(r, i, true);
}

/* "A, B" is a list only if "and" follows within a few members, or if a verb
 * does: headlines put such a list first, as the subject. */
static bool list_goes_on(const ent_i_passage *r, uint32_t person, bool governed)
{
    uint32_t i = person + 1;
    for (int step = 0; step < 6; step++) {
        uint32_t after = ent_i_skip_apposition(r, i);
        if (ent_i_is_text(r, i, "and") || ent_i_is_text(r, after, "and") ||
            (ent_i_is_what(r, i, ENT_I_COMMA) &&
             ent_i_is_text(r, i + 1, "and")))
            return true;
        bool comma;
        uint32_t next = next_of_list(r, i, &comma);
        if (next == ENT_NONE || !comma)
            return next != ENT_NONE || (!governed && ent_i_verb_follows(r, i));
        i = next + 1;
    }
    return false;
}

/* Records the group in the node, where objects and subjects look it up. */
static void join_group(ent_i_passage *r, ent_i_party *group, uint32_t person)
{
    group->members[group->count++] = person;
    group->last = person;
    r->nodes[person].group = r->group_count;
}

/* Whether the clause has its verb before node i. If so, "with A and B said"
 * starts a new clause at B; if not, B still belongs to the subject: "talks with
 * A and B would be". */
static bool has_verb_before(const ent_i_passage *r, uint32_t i)
{
    while (i-- > 0) {
        const ent_i_item *node = &r->nodes[i];
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
static bool is_alternative(const ent_i_passage *r, uint32_t at)
{
    return ent_i_is_text(r, at + ent_i_is_what(r, at, ENT_I_COMMA), "or");
}

/* Whether the word before the list keeps it together even if a verb follows:
 * "between" has two sides, and "after A and B met" opens a clause about
 * both. */
static bool keeps_together(const ent_i_passage *r, uint32_t first)
{
    uint32_t i = first, step = 0;
    while (i > 0 && step++ < ENT_I_NP_MAX && ent_i_is_modifier(r, i - 1))
        i--;
    return i > 0 && (ent_i_is_text(r, i - 1, "between") ||
                     (ent_i_is_word(r, i - 1, ENT_I_W_COMP) &&
                      ent_i_is_word(r, i - 1, ENT_I_W_PREP)));
}

/* Continues as long as the words form a list. A possessive ends it ("Stroud and
 * Popov's talks"), and so does a member that is the subject of its own
 * clause. */
static void extend_group(ent_i_passage *r, ent_i_party *group)
{
    while (group->count < ENT_I_GROUP_MAX) {
        const ent_i_item *last = &r->nodes[group->last];
        uint32_t next = ENT_NONE;
        bool comma = false;
        if (last->hyphen && ent_i_is_what(r, group->last + 1, ENT_I_PERSON)) {
            join_group(r, group, group->last + 1);
            continue;
        }
        /* What the person owns comes next. */
        if (last->possessive)
            return;
        uint32_t at = ent_i_skip_origin(r, group->last + 1);
        /* Tries directly first, then after an apposition: "Stroud, the
         * president, and Popov". */
        next = next_of_list(r, at, &comma);
        if (next == ENT_NONE &&
            (at = ent_i_skip_apposition(r, at)) > group->last + 1) {
            next = next_of_list(r, at, &comma);
            if (next == ENT_NONE && ent_i_is_text(r, at, "and"))
                next = ent_i_person_of_phrase(r, at + 1, true);
        }
        if (next == ENT_NONE ||
            (comma && !list_goes_on(r, next, group->governed)) ||
            (group->governed && !r->nodes[next].possessive &&
             !keeps_together(r, group->first) &&
             (ent_i_is_what(r, at, ENT_I_COMMA) ||
              has_verb_before(r, group->first)) &&
             ent_i_verb_follows(r, ent_i_skip_apposition(r, next + 1))))
            return;
        group->alternative |= is_alternative(r, at);
        join_group(r, group, next);
    }
}

/* Whether the verb of speech at node i comes before its speaker: '..., " said
 * Stroud'. */
static bool is_inverted(const ent_i_passage *r, uint32_t i)
{
    return i > 0 && ent_i_is_word(r, i, ENT_I_W_SAY) &&
           r->nodes[i].form != ENT_I_FORM_ING && !r->nodes[i].word->verb &&
           (r->nodes[i - 1].what == ENT_I_QUOTE ||
            r->nodes[i - 1].what == ENT_I_COMMA);
}

/* Whether the persons are examples of those who act: "officials, including
 * Roe and Hagen, met". */
static bool are_examples(const ent_i_passage *r, uint32_t i, uint32_t last)
{
    bool opens =
        ent_i_is_text(r, i, "including") ||
        (ent_i_is_text(r, i, "as") && i > 0 && ent_i_is_text(r, i - 1, "such"));
    return opens &&
           (ent_i_is_what(r, last + 1, ENT_I_COMMA) ||
            ent_i_is_what(r, last + 1, ENT_I_DASH)) &&
           ent_i_verb_follows(r, last + 2);
}

/* Whether a common noun at node i, before a person who acts, belongs to another
 * phrase and is not the person's title. */
static bool is_own_phrase(const ent_i_passage *r, uint32_t i)
{
    const ent_i_item *node = &r->nodes[i];
    if (node->what != ENT_I_WORD || node->capital || node->hyphen ||
        strlen(node->text) < 4)
        return false;
    if (node->word->noun) /* "In a letter Stroud urged" */
        return ent_i_is_noun(r, i);
    return !node->is || (ent_i_is_plural(node) && !ent_i_is_verb(r, i) &&
                         !(node->is & ENT_I_W_SAY));
}

/* "Boehner and his aides met". */
static bool acts_with_others(const ent_i_passage *r, uint32_t i)
{
    uint32_t after = ent_i_skip_others(r, i);
    return after > i && ent_i_verb_follows(r, after);
}

/* Whether the phrase is the object of a verb or preposition to its left.
 * Governed groups are objects: they meet nobody on their own. */
static bool is_governed(const ent_i_passage *r, uint32_t first, uint32_t last)
{
    uint32_t i = first;
    uint32_t after = ent_i_skip_apposition(r, ent_i_skip_origin(r, last + 1));
    bool verb_after =
        ent_i_verb_follows(r, after) || acts_with_others(r, after);
    for (int step = 0; i > 0 && step < ENT_I_NP_MAX; step++) {
        i--;
        const ent_i_item *node = &r->nodes[i];
        if (is_inverted(r, i) || are_examples(r, i, last))
            return false;
        /* "in a matter of weeks Stroud will", "the last time Stroud met": the
         * noun ends its own phrase. */
        if (verb_after && i + 1 == first && is_own_phrase(r, i))
            return false;
        if (node->what == ENT_I_WORD && node->is & ENT_I_W_PREP &&
            !ent_i_is_modifier(r, i))
            /* "after Stroud met" opens a clause */
            return !(verb_after && node->is & ENT_I_W_COMP);
        if (ent_i_is_modifier(r, i) && !(node->capital && ent_i_is_verb(r, i)))
            continue;
        if (node->what != ENT_I_WORD ||
            node->is & (ENT_I_W_COMP | ENT_I_W_CONJ))
            return false;
        if (ent_i_is_verb(r, i))
            return !(verb_after && node->is & ENT_I_W_SAY);
        return false;
    }
    return false;
}

/* Whether a verb follows a group. The lexicon does not have all verbs, but
 * hardly any other small word can appear there. */
static bool acts(const ent_i_passage *r, uint32_t i)
{
    const uint32_t others = ENT_I_W_PREP | ENT_I_W_CONJ | ENT_I_W_COMP |
                            ENT_I_W_DET | ENT_I_W_DAY | ENT_I_W_PRONOUN |
                            ENT_I_W_CONTACT_N;
    if (ent_i_verb_follows(r, i))
        return true;
    while (ent_i_is_word(r, i, ENT_I_W_ADVERB))
        i++;
    return ent_i_is_what(r, i, ENT_I_WORD) && !r->nodes[i].capital &&
           !(r->nodes[i].is & others);
}

/* "The lawyer, John Holm, said": the name is the apposition. */
static bool closes_apposition(const ent_i_passage *r, uint32_t i)
{
    return ent_i_is_what(r, i, ENT_I_COMMA) && ent_i_verb_follows(r, i + 1) &&
           r->nodes[i + 1].form != ENT_I_FORM_ING;
}

/* "said Senator Holm": the verb comes before its subject. */
static bool speaks_before(const ent_i_passage *r, uint32_t person)
{
    for (uint32_t i = person, step = 0; i-- > 0 && step < ENT_I_NP_MAX;
         step++) {
        if (is_inverted(r, i))
            return true;
        if (!ent_i_is_modifier(r, i))
            return false;
    }
    return false;
}

/* Checks twice what governs the group: the verb after the list is known only
 * once the list has been followed to its end. */
static void open_group(ent_i_passage *r, uint32_t person)
{
    ent_i_party *group = &r->groups[r->group_count];
    memset(group, 0, sizeof *group);
    group->first = person;
    group->governed = is_governed(r, person, person);
    join_group(r, group, person);
    extend_group(r, group);
    group->governed = is_governed(r, person, group->last);
    group->possessive = r->nodes[group->last].possessive;
    uint32_t after =
        ent_i_skip_apposition(r, ent_i_skip_origin(r, group->last + 1));
    group->subject =
        !group->possessive &&
        (acts(r, after) || acts_with_others(r, after) ||
         closes_apposition(r, group->last + 1) || speaks_before(r, person));
    r->group_count++;
}

/* From left to right; each person node ends up in exactly one group. */
void ent_i_read_groups(ent_i_passage *r)
{
    r->group_count = 0;
    for (uint32_t i = 0; i < r->node_count; i++)
        if (r->nodes[i].what == ENT_I_PERSON && r->nodes[i].group == ENT_NONE &&
            r->group_count < ENT_I_NODES / 2)
            open_group(r, i);
}
