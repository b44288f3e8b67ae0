/* Which group is the subject or object of a verb. */
#include <string.h>

#include "encounter/phrases.h"

/* How far to the left, in nodes, the search for a subject goes across an
 * apposition and across a relative clause. */
enum { APPOSITION_MAX = 16, CLAUSE_MAX = 32 };

/* Takes the phrase itself, or the first of the examples it gives. */
uint32_t ent_i_object_at(const ent_i_passage *r, uint32_t i)
{
    /* Words that merely introduce the phrase. */
    static const char *const leads[] = {"both", "including", "to", NULL};
    static const char *const roughly[] = {"about", "nearly", "some", NULL};
    while (ent_i_is_any(r, i, leads) ||
           (ent_i_is_any(r, i, roughly) && /* "by about a dozen officials" */
            (ent_i_is_text(r, i + 1, "a") ||
             ent_i_is_what(r, i + 1, ENT_I_NUMBER))))
        i++;
    uint32_t start = i;
    uint32_t person = ent_i_person_of_phrase(r, i, false);
    if (person != ENT_NONE)
        return r->nodes[person].group;
    /* "met with leaders, including Merkel and Hollande" */
    for (; i < r->node_count && i < start + ENT_I_NP_MAX; i++) {
        if (ent_i_is_text(r, i, "including") ||
            (ent_i_is_text(r, i, "such") && ent_i_is_text(r, i + 1, "as"))) {
            person = ent_i_person_of_phrase(
                r, i + (ent_i_is_text(r, i, "such") ? 2 : 1), false);
            return person == ENT_NONE ? ENT_NONE : r->nodes[person].group;
        }
        if (r->nodes[i].what != ENT_I_COMMA && !ent_i_is_modifier(r, i))
            break;
    }
    return ENT_NONE;
}

/* The group that ends at node i, if it can be a subject. Possessives cannot:
 * they own the noun after them. */
static uint32_t group_ending(const ent_i_passage *r, uint32_t i)
{
    const ent_i_item *node = &r->nodes[i];
    if (node->what != ENT_I_PERSON || node->possessive ||
        r->groups[node->group].last != i)
        return ENT_NONE;
    return node->group;
}

/* The group that the apposition behind node k, which ends before node i,
 * consists of, or ENT_NONE. */
static uint32_t apposed(const ent_i_passage *r, uint32_t k, uint32_t i)
{
    uint32_t group = i > k + 2 ? group_ending(r, i - 2) : ENT_NONE;
    return group != ENT_NONE && r->groups[group].first == k + 2 ? group
                                                                : ENT_NONE;
}

/* The group to the left of a parenthesis or apposition that ends before node i.
 * Going backwards, checks for each group whether its apposition ends here. In
 * "the sister of Berg, Holm, met", the apposition names whom the whole phrase
 * is about. */
static uint32_t subject_before_apposition(const ent_i_passage *r, uint32_t i)
{
    for (uint32_t k = i, step = 0; k-- > 0 && step < CLAUSE_MAX; step++) {
        uint32_t group = group_ending(r, k);
        if (group == ENT_NONE || ent_i_skip_apposition(r, k + 1) != i)
            continue;
        if (!r->groups[group].governed)
            return group;
        uint32_t name = apposed(r, k, i);
        if (name != ENT_NONE)
            return name;
        return r->groups[group].subject ? group : ENT_NONE;
    }
    return ENT_NONE;
}

uint32_t ent_i_before_who(const ent_i_passage *r, uint32_t who)
{
    uint32_t i = who;
    if (ent_i_is_what(r, i - 1, ENT_I_COMMA) ||
        ent_i_is_what(r, i - 1, ENT_I_DASH))
        i--;
    if (i > 0 && group_ending(r, i - 1) != ENT_NONE)
        return group_ending(r, i - 1);
    for (uint32_t k = i, step = 0; k-- > 0 && step < APPOSITION_MAX; step++) {
        uint32_t group = group_ending(r, k);
        if (group != ENT_NONE)
            return ent_i_is_what(r, k + 1, ENT_I_COMMA) ||
                           ent_i_is_what(r, k + 1, ENT_I_OPEN)
                       ? group
                       : ENT_NONE;
    }
    return ENT_NONE;
}

/* Semicolons and colons count too: subjects hardly ever reach across them. */
static bool ends_clause(const ent_i_item *node)
{
    return node->what == ENT_I_STOP &&
           (strchr(";|:.!?", node->text[0]) != NULL && node->text[0]);
}

/* "Trump's great eagerness to meet": the owner of the wish is the one who
 * meets. */
static bool owns_infinitive(const ent_i_passage *r, uint32_t owner, uint32_t to)
{
    enum { WISH_MAX = 5 };
    if (!ent_i_is_text(r, to, "to") || to - owner > WISH_MAX ||
        to == owner + 1 || ent_i_is_word(r, to - 1, ENT_I_W_BELONGS))
        return false;
    for (uint32_t i = owner + 1; i < to; i++)
        if (r->nodes[i].what != ENT_I_WORD || !ent_i_is_modifier(r, i))
            return false;
    return true;
}

/* Walks left to the nearest person who can be a subject, past lists and
 * objects. A clause whose subject is not a known person ends the search: its
 * verb does not concern us. */
uint32_t ent_i_clause_subject(const ent_i_passage *r, uint32_t i)
{
    for (uint32_t k = i; k-- > 0;) {
        const ent_i_item *node = &r->nodes[k];
        if (node->what == ENT_I_PERSON) {
            const ent_i_party *group = &r->groups[node->group];
            /* "urged Obama to meet": the object is the one who meets */
            bool controls = group->governed && ent_i_is_text(r, k + 1, "to") &&
                            ent_i_is_verb(r, k + 2);
            if (!group->possessive
                    ? controls || (!group->governed && group->subject)
                    : owns_infinitive(r, k, i))
                return node->group;
            /* Skips the whole list: its other members would be no better. */
            k = group->first;
            continue;
        }
        if (k > 0 && ent_i_is_text(r, k, "who")) {
            uint32_t group = ent_i_before_who(r, k);
            if (group != ENT_NONE)
                return group;
        }
        /* A new clause begins at a semicolon or colon. */
        if (ends_clause(node))
            return ENT_NONE;
        /* The clause has a subject of its own, who is nobody we know. */
        bool opens = ent_i_is_text(r, k, "that") ||
                     ent_i_is_text(r, k, "whether") ||
                     (node->what == ENT_I_WORD && node->is & ENT_I_W_SAY &&
                      node->form == ENT_I_FORM_BASE);
        if (opens && k + 1 < i && r->nodes[k + 1].what != ENT_I_PERSON &&
            r->nodes[k + 1].what != ENT_I_COMMA &&
            !ent_i_is_word(r, k + 1, ENT_I_W_PREP)) {
            for (uint32_t v = k + 2; v < i && v < k + 8; v++)
                if (ent_i_verb_follows(r, v) && !ent_i_is_text(r, v, "to") &&
                    (ent_i_is_modifier(r, v - 1) ||
                     r->nodes[v - 1].what == ENT_I_NAME))
                    return ENT_NONE;
        }
    }
    return ENT_NONE;
}

/* "months for the committees to summon", "hired a guard to join": the noun
 * before the infinitive at `at` is the one who acts. */
static bool has_own_subject(const ent_i_passage *r, uint32_t i, uint32_t at)
{
    /* Verbs that make somebody else act, and "for" used the same way. */
    static const char *const verbs[] = {
        "for",     "hired",   "sent",       "asked",      "told",   "urged",
        "ordered", "invited", "allowed",    "wants",      "wanted", "want",
        "pressed", "forced",  "dispatched", "instructed", "let",    "need",
        "needs",   "needed",  NULL};
    if (at == 0 || !ent_i_is_text(r, at - 1, "to"))
        return false;
    for (uint32_t step = 0; step < 4 && i > 0 && ent_i_is_modifier(r, i);
         step++) {
        i--;
        if (ent_i_is_any(r, i, verbs))
            return true;
    }
    return false;
}

/* "helped him meet", "saw Obama greet": the object of such a verb acts. */
static bool is_made_to(const ent_i_passage *r, uint32_t group, uint32_t at)
{
    static const char *const verbs[] = {
        "help", "helps",   "helped", "let",       "lets", "make", "made",
        "saw",  "watched", "heard",  "overheard", "see",  NULL};
    uint32_t first = r->groups[group].first;
    return r->nodes[at].form == ENT_I_FORM_BASE && first > 0 &&
           ent_i_is_any(r, first - 1, verbs);
}

/* "Obama and his aides": the group whose companions end at node i, before a
 * verb; ENT_NONE. */
static uint32_t leader_of(const ent_i_passage *r, uint32_t i)
{
    uint32_t k = i;
    while (k > 0 && !ent_i_is_text(r, k, "and") && i - k < ENT_I_NP_MAX)
        k--;
    uint32_t group = k > 0 ? group_ending(r, k - 1) : ENT_NONE;
    if (k > 0 && ent_i_is_what(r, k - 1, ENT_I_COMMA))
        group = subject_before_apposition(r, k);
    return group != ENT_NONE && ent_i_skip_others(r, k) > i &&
                   !r->groups[group].governed
               ? group
               : ENT_NONE;
}

/* "officials failed to tell him": the noun before the finite verb is its
 * subject, and nobody we know. */
static bool is_strange_subject(const ent_i_passage *r, uint32_t i, uint32_t at)
{
    return i + 1 < at && ent_i_is_plural(&r->nodes[i]) &&
           !ent_i_is_verb(r, i) &&
           ent_i_is_word(r, i + 1,
                         ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_CONTROL);
}

/* The person followed by an "of Texas" that ends at node i, or ENT_NONE. */
static uint32_t person_from(const ent_i_passage *r, uint32_t i)
{
    enum { PLACE_MAX = 4 };
    for (uint32_t k = i, step = 0; k-- > 0 && step < PLACE_MAX; step++)
        if (r->nodes[k].what == ENT_I_PERSON)
            return ent_i_skip_origin(r, k + 1) == i + 1 ? k : ENT_NONE;
    return ENT_NONE;
}

/* Whether node i is the verb in "to meet" or "to have met". */
static bool is_infinitive(const ent_i_passage *r, uint32_t i)
{
    if (i > 1 && ent_i_is_text(r, i - 1, "have"))
        i--;
    return i > 0 && ent_i_is_text(r, i - 1, "to");
}

/* Whether node i is the verb in "meeting" or "having met". */
static bool is_participle(const ent_i_passage *r, uint32_t i)
{
    return r->nodes[i].form == ENT_I_FORM_ING ||
           (i > 0 && ent_i_is_text(r, i - 1, "having"));
}

/* Goes left from the verb. Words that may stand between subject and verb are
 * skipped, a mark or conjunction hands over to the search in the clause, and
 * anything else means that the subject is nobody we know. */
uint32_t ent_i_subject_of(const ent_i_passage *r, uint32_t i)
{
    const uint32_t skipped = ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_NEG |
                             ENT_I_W_ADVERB | ENT_I_W_CONTROL;
    uint32_t at = i;
    while (i-- > 0) {
        const ent_i_item *node = &r->nodes[i];
        if (node->what == ENT_I_PERSON) {
            uint32_t group = group_ending(r, i);
            if (group == ENT_NONE)
                return ENT_NONE;
            /* "urged Obama to meet", but not "aides to Obama met" */
            return r->groups[group].governed &&
                           !ent_i_is_text(r, i + 1, "to") &&
                           !is_made_to(r, group, at)
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
        if (node->what == ENT_I_WORD && node->is & ENT_I_W_CONJ)
            return ent_i_clause_subject(r, i);
        if (ent_i_is_text(r, i, "who"))
            return i > 0 ? ent_i_before_who(r, i) : ENT_NONE;
        if (ent_i_is_word(r, i, ENT_I_W_DAY) ||
            (ent_i_is_word(r, i, ENT_I_W_PREP) &&
             ent_i_is_word(r, i + 1, ENT_I_W_DAY)))
            continue;
        if (ent_i_is_text(r, i, "to") || ent_i_is_word(r, i, skipped))
            continue;
        uint32_t native = person_from(r, i);
        if (native != ENT_NONE) {
            i = native + 1; /* "Cruz of Texas met" */
            continue;
        }
        uint32_t leader = leader_of(r, i);
        if (leader != ENT_NONE)
            return leader;
        if (has_own_subject(r, i, at) || is_strange_subject(r, i, at))
            return ENT_NONE;
        /* "ministers should meet to discuss": those who meet also discuss */
        if (is_infinitive(r, at) && i + 2 == at && ent_i_is_verb(r, i))
            return ent_i_subject_of(r, i);
        /* An infinitive or participle farther on takes the subject of the
         * clause. */
        return is_participle(r, at) || is_infinitive(r, at)
                   ? ent_i_clause_subject(r, i + 1)
                   : ENT_NONE;
    }
    return ENT_NONE;
}
