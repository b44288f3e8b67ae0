/* Words and noun phrases: which words are verbs, and where a phrase ends. A
 * shallow reading in the manner of Abney's chunks ("Parsing by Chunks", 1991):
 * there is no tree, only neighbours. */
#include <string.h>

#include "encounter/phrases.h"

/* How far, in nodes, appositions and relative clauses are followed. Longer ones
 * exist, but a wrong attachment costs more than a missed one. */
enum { APPOSITION_MAX = 16, CLAUSE_MAX = 32 };

/* Anything that can be the verb of a clause. */
static const uint32_t verb_bits = ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_SAY |
                                  ENT_I_W_CONTROL | ENT_I_W_VERB |
                                  ENT_I_W_CONTACT_V;

/* "Vell call with Popov": the base form does not fit a single person, while
 * "Vell and Popov call" does. */
static bool after_one_person(const ent_i_passage *r, uint32_t i)
{
    const ent_i_item *person = &r->nodes[i - 1];
    if (person->what != ENT_I_PERSON || person->reference ||
        r->nodes[i].form != ENT_I_FORM_BASE)
        return false;
    if (i == 1)
        return true;
    const ent_i_item *before = &r->nodes[i - 2];
    if (before->hyphen) /* "the Vell-Pak meeting" */
        return true;
    return before->what != ENT_I_PERSON && before->what != ENT_I_COMMA &&
           !(before->what == ENT_I_WORD &&
             before->is & (ENT_I_W_CONJ | ENT_I_W_VERB | ENT_I_W_SAY));
}

/* "documents, emails, files and notes" */
static bool in_list_of_things(const ent_i_passage *r, uint32_t i)
{
    return r->nodes[i].form == ENT_I_FORM_THIRD && i > 1 &&
           ent_i_is_plural(&r->nodes[i - 2]) &&
           (ent_i_is_what(r, i + 1, ENT_I_COMMA) ||
            ent_i_is_word(r, i + 1, ENT_I_W_CONJ));
}

/* Whether the preceding word shows that this is a noun rather than a verb. */
static bool noun_place(const ent_i_passage *r, uint32_t i)
{
    static const char *const adjectives[] = {
        "first", "last", "second", "earlier", "only", "phone", "next", NULL};
    if (i == 0)
        return true;
    const ent_i_item *before = &r->nodes[i - 1];
    if (after_one_person(r, i))
        return true;
    if (before->what == ENT_I_NAME || before->what == ENT_I_NUMBER ||
        before->possessive || before->hyphen)
        return true;
    if (before->what == ENT_I_COMMA) /* "a Jan. 5, 2017, meeting" */
        return (i > 1 && r->nodes[i - 2].what == ENT_I_NUMBER) ||
               in_list_of_things(r, i);
    if (before->what != ENT_I_WORD)
        return false;
    for (const char *const *word = adjectives; *word; word++)
        if (strcmp(before->text, *word) == 0)
            return true;
    uint32_t is = before->is;
    /* "to" often introduces an infinitive, which has the base form. */
    if (is & ENT_I_W_PREP)
        return strcmp(before->text, "to") != 0 ||
               r->nodes[i].form != ENT_I_FORM_BASE;
    if (is & ENT_I_W_DET)
        return !(is & ENT_I_W_COMP);
    /* "had talks": after an auxiliary, no verb has this form. */
    if (is & ENT_I_W_AUX && r->nodes[i].form == ENT_I_FORM_THIRD)
        return true;
    return !(is & (ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_NEG | ENT_I_W_ADVERB |
                   ENT_I_W_PRONOUN | ENT_I_W_COMP | ENT_I_W_CONJ));
}

/* "after meeting Stroud", "began meeting Stroud": a word with an object is a
 * verb, unlike in "a meeting Stroud held". */
static bool has_object(const ent_i_passage *r, uint32_t i)
{
    const uint32_t leads = ENT_I_W_PREP | ENT_I_W_CONTROL | ENT_I_W_VERB |
                           ENT_I_W_PLAN | ENT_I_W_PROPOSE | ENT_I_W_DENY;
    return r->nodes[i].form == ENT_I_FORM_ING &&
           r->nodes[i].word->verb->takes & ENT_I_A_DIRECT &&
           ent_i_is_what(r, i + 1, ENT_I_PERSON) &&
           !r->nodes[i + 1].possessive && ent_i_is_word(r, i - 1, leads) &&
           !ent_i_is_word(r, i - 1, ENT_I_W_DET);
}

/* Past forms are verbs wherever they occur: "met" is never a noun. */
bool ent_i_is_noun(const ent_i_passage *r, uint32_t i)
{
    const ent_i_item *node = &r->nodes[i];
    if (!node->word->verb)
        return true;
    return node->form != ENT_I_FORM_PAST && noun_place(r, i) &&
           !(i > 0 && has_object(r, i));
}

bool ent_i_is_verb(const ent_i_passage *r, uint32_t i)
{
    if (!ent_i_is_word(r, i, verb_bits))
        return false;
    const ent_i_item *node = &r->nodes[i];
    if (node->is & (ENT_I_W_AUX | ENT_I_W_MODAL))
        return true;
    if (node->word->verb && node->word->noun)
        return !ent_i_is_noun(r, i);
    /* "a phone", "by text", "the visiting" */
    return node->form == ENT_I_FORM_PAST || i == 0 ||
           ent_i_is_word(r, i - 1, ENT_I_W_COMP) ||
           ent_i_is_text(r, i - 1, "to") ||
           !(ent_i_is_word(r, i - 1, ENT_I_W_DET | ENT_I_W_PREP) ||
             r->nodes[i - 1].possessive ||
             r->nodes[i - 1].what == ENT_I_NUMBER);
}

bool ent_i_verb_follows(const ent_i_passage *r, uint32_t i)
{
    const uint32_t passed = ENT_I_W_ADVERB | ENT_I_W_NEG;
    while ((ent_i_is_word(r, i, passed) && !ent_i_is_word(r, i, verb_bits)) ||
           /* "openly and often met" */
           (ent_i_is_text(r, i, "and") && i > 0 &&
            ent_i_is_word(r, i - 1, passed) && ent_i_is_word(r, i + 1, passed)))
        i++;
    if (ent_i_is_text(r, i, "to")) /* a headline: "Roe to meet" */
        return ent_i_is_verb(r, i + 1);
    return ent_i_is_verb(r, i);
}

/* Skips an unclosed parenthesis as a single mark, not to the end of the
 * sentence. */
static uint32_t skip_parenthesis(const ent_i_passage *r, uint32_t i)
{
    for (uint32_t k = i + 1; k < r->node_count && k < i + APPOSITION_MAX; k++)
        if (r->nodes[k].what == ENT_I_CLOSE)
            return k + 1;
    return i;
}

/* The node after the comma or dash that closes the one at node i. A relative
 * clause may be longer, and may follow a first apposition: "Corker, 63, who is
 * chairman of the committee,". */
static uint32_t skip_marked(const ent_i_passage *r, uint32_t i, uint8_t mark)
{
    bool who =
        ent_i_is_text(r, i + 1, "who") || ent_i_is_text(r, i + 1, "which");
    uint32_t end = i + (who ? CLAUSE_MAX : APPOSITION_MAX);
    for (uint32_t k = i + 1; k < r->node_count && k < end; k++) {
        uint8_t what = r->nodes[k].what;
        /* Quotations are not appositions: they hold somebody's speech. */
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

/* A comma before "and" continues a list. */
uint32_t ent_i_skip_apposition(const ent_i_passage *r, uint32_t i)
{
    if (ent_i_is_what(r, i, ENT_I_OPEN)) {
        uint32_t after = skip_parenthesis(r, i);
        return after == i ? i : ent_i_skip_apposition(r, after);
    }
    if ((!ent_i_is_what(r, i, ENT_I_COMMA) &&
         !ent_i_is_what(r, i, ENT_I_DASH)) ||
        ent_i_is_word(r, i + 1, ENT_I_W_CONJ))
        return i;
    return skip_marked(r, i, r->nodes[i].what);
}

/* ---- noun phrases that end in a person ---- */

bool ent_i_is_plural(const ent_i_item *node)
{
    size_t size = strlen(node->text);
    return node->what == ENT_I_WORD && size > 4 &&
           node->text[size - 1] == 's' && node->text[size - 2] != 's';
}

/* "Paris sharply criticised Stroud": a verb, unlike in "newly elected". */
static bool follows_name(const ent_i_passage *r, uint32_t i)
{
    while (i > 0 && ent_i_is_word(r, i - 1, ENT_I_W_ADVERB))
        i--;
    return i > 0 && ent_i_is_what(r, i - 1, ENT_I_NAME) &&
           !r->nodes[i - 1].possessive;
}

bool ent_i_is_modifier(const ent_i_passage *r, uint32_t i)
{
    const ent_i_item *node = &r->nodes[i];
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
        /* "Secretary of State", but not "Republicans for Hale", nor "Staff
         * for" at the beginning. */
        return i > 0 &&
               ((r->nodes[i - 1].capital && i > 1 &&
                 !ent_i_is_plural(&r->nodes[i - 1])) ||
                r->nodes[i - 1].is & ENT_I_W_ROLE) &&
               i + 1 < r->node_count && r->nodes[i + 1].capital;
    if (ent_i_is_text(r, i, "that"))
        return false;
    if (node->is & (ENT_I_W_DET | ENT_I_W_ROLE | ENT_I_W_BELONGS))
        return true;
    if (node->capital &&
        !(node->is & (ENT_I_W_PREP | ENT_I_W_COMP | ENT_I_W_DAY)))
        return true;
    if (node->is & ENT_I_W_VERB && !follows_name(r, i) &&
        node->end - node->start > 4 &&
        !(node->is & (ENT_I_W_SAY | ENT_I_W_CONTROL)) && /* "newly elected" */
        strcmp(node->text + strlen(node->text) - 2, "ed") == 0)
        return true;
    return !(node->is & (verb_bits | ENT_I_W_NEG | ENT_I_W_PREP | ENT_I_W_CONJ |
                         ENT_I_W_COMP | ENT_I_W_PRONOUN | ENT_I_W_DAY)) ||
           ent_i_is_text(r, i, "then") || ent_i_is_text(r, i, "host");
}

/* "Pak's meeting": the owner of a contact may end a list. */
static bool owns_contact(const ent_i_passage *r, uint32_t i)
{
    for (uint32_t k = i + 1; k < r->node_count && k < i + 5; k++)
        if (ent_i_is_word(r, k, ENT_I_W_CONTACT_N))
            return true;
    return false;
}

/* "a businessman, Holm, in Rome": whether the comma at node i introduces the
 * name of the person described from `start` on. */
static bool is_named_after(const ent_i_passage *r, uint32_t start, uint32_t i)
{
    return ent_i_is_any(r, start, (const char *const[]){"a", "an", NULL}) &&
           ent_i_is_what(r, i + 1, ENT_I_PERSON) &&
           !r->nodes[i + 1].possessive &&
           (i + 2 >= r->node_count || ent_i_is_what(r, i + 2, ENT_I_COMMA) ||
            ent_i_is_what(r, i + 2, ENT_I_STOP));
}

/* The person at the end of the noun phrase that begins at node i. "his French
 * counterpart, Brel" is one phrase. In a list, the last member may be a
 * possessive if all of them share the contact it owns. */
uint32_t ent_i_person_of_phrase(const ent_i_passage *r, uint32_t i,
                                bool in_list)
{
    uint32_t start = i;
    for (; i < r->node_count && i < start + ENT_I_NP_MAX; i++) {
        const ent_i_item *node = &r->nodes[i];
        if (node->what == ENT_I_PERSON &&
            (!node->possessive || (in_list && owns_contact(r, i))))
            /* A lower-case plural ends another phrase: "told reporters Stroud
             * met". */
            return i > start && ent_i_is_plural(&r->nodes[i - 1]) &&
                           !r->nodes[i - 1].capital
                       ? ENT_NONE
                       : i;
        if (node->what == ENT_I_COMMA && i > start &&
            (r->nodes[i - 1].is & (ENT_I_W_ROLE | ENT_I_W_BELONGS) ||
             is_named_after(r, start, i)) &&
            (ent_i_is_what(r, i + 1, ENT_I_PERSON) ||
             (i + 1 < r->node_count && r->nodes[i + 1].capital)))
            continue;
        if (!ent_i_is_modifier(r, i))
            break;
    }
    return ENT_NONE;
}

uint32_t ent_i_skip_others(const ent_i_passage *r, uint32_t i)
{
    enum { OTHERS_MAX = 8 };
    if (!ent_i_is_text(r, i, "and"))
        return i;
    for (uint32_t k = i + 1; k < r->node_count && k < i + OTHERS_MAX; k++)
        if (!ent_i_is_modifier(r, k) || ent_i_is_verb(r, k))
            return k > i + 1 ? k : i;
    return i;
}

/* A comma after the place begins an apposition, which is skipped elsewhere. */
uint32_t ent_i_skip_origin(const ent_i_passage *r, uint32_t i)
{
    if (!ent_i_is_text(r, i, "of") && !ent_i_is_text(r, i, "from"))
        return i;
    uint32_t k = i + 1 + ent_i_is_text(r, i + 1, "the");
    if (!ent_i_is_what(r, k, ENT_I_NAME) || r->nodes[k].possessive)
        return i;
    while (ent_i_is_what(r, k, ENT_I_NAME))
        k++;
    return k;
}
