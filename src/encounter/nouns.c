/* What a noun of contact says: whose meeting, call or appearance it is, and
 * with whom. */
#include <string.h>

#include "encounter/contact.h"

static const char *const from_words[] = {"from", NULL};
static const char *const between_words[] = {
    "between", "among", "of", "included", "including", "involving", NULL};

/* The group whose possessive or compound leads to the noun at node i: "Stroud's
 * first meeting", "the Vell-Pak summit". */
static uint32_t possessor(const ent_i_passage *r, uint32_t i)
{
    bool acted = false;
    for (uint32_t k = i, step = 0; k-- > 0 && step < 8; step++) {
        /* Only the first person to the left counts: any other is in another
         * phrase. */
        const ent_i_item *node = &r->nodes[k];
        acted |= ent_i_is_verb(r, k);
        if (node->what == ENT_I_PERSON) {
            const ent_i_party *group = &r->groups[node->group];
            bool compound =
                (group->count > 1 &&
                 (r->nodes[group->first].hyphen || (k + 3 >= i && !acted))) ||
                (k + 1 == i && !node->reference);
            return group->possessive || compound ? node->group : ENT_NONE;
        }
        if (node->what != ENT_I_NAME && node->what != ENT_I_NUMBER &&
            node->what != ENT_I_WORD && node->what != ENT_I_COMMA)
            break;
        if (node->what == ENT_I_WORD &&
            node->is &
                (ENT_I_W_PREP | ENT_I_W_CONJ | ENT_I_W_COMP | ENT_I_W_AUX |
                 ENT_I_W_MODAL | ENT_I_W_SAY | ENT_I_W_DET))
            break;
    }
    return ENT_NONE;
}

/* "joint statement", "press conference": words that make the noun a joint act.
 * *press is set for a press conference: only those are appearances, while other
 * conferences have hundreds of guests. */
static bool is_joint(const ent_i_passage *r, uint32_t i, bool *press)
{
    bool joint = false;
    *press = false;
    for (uint32_t k = i, step = 0; k-- > 0 && step < 5; step++) {
        joint |= ent_i_is_text(r, k, "joint");
        *press |= ent_i_is_text(r, k, "press") || ent_i_is_text(r, k, "news");
        if (!ent_i_is_word(r, k, ~0u) && r->nodes[k].what != ENT_I_WORD)
            break;
    }
    return joint;
}

/* The subject of the main clause when the noun is in a phrase that opens the
 * sentence: "After talks with Lindt, Stroud said". */
static uint32_t subject_after(const ent_i_passage *r, uint32_t at,
                              uint32_t object)
{
    /* A verb at the very beginning is a participle: "Asked about". */
    for (uint32_t k = 1; k < at; k++)
        if (ent_i_is_verb(r, k) && r->nodes[k].form != ENT_I_FORM_ING &&
            !(r->nodes[k].is & (ENT_I_W_CONTACT_N | ENT_I_W_PREP)))
            return ENT_NONE;
    uint32_t i = object == ENT_NONE ? at + 1 : r->groups[object].last + 1;
    bool parted = false; /* by a comma or another clause */
    for (uint32_t end = i + 2 * ENT_I_REACH; i < r->node_count && i < end;
         i++) {
        uint8_t what = r->nodes[i].what;
        bool quoted =
            i + 1 < r->node_count && r->nodes[i + 1].what == ENT_I_QUOTE;
        parted |= what >= ENT_I_COMMA || ent_i_is_verb(r, i);
        uint32_t group = ENT_NONE;
        if (what == ENT_I_COMMA)
            group = ent_i_object_at(r, i + 1 + quoted);
        else if (what == ENT_I_PERSON && !parted)
            group = r->nodes[i].group;
        if (group != ENT_NONE && r->groups[group].subject &&
            !r->groups[group].governed)
            return group;
    }
    return ENT_NONE;
}

/* "Vell's declaration in a phone call with": the owner of an earlier noun. */
static uint32_t distant_possessor(const ent_i_passage *r, uint32_t at)
{
    for (uint32_t k = at; k-- > 0 && at - k < 8;) {
        const ent_i_item *node = &r->nodes[k];
        if (node->what == ENT_I_PERSON)
            return node->possessive && k + 1 < at &&
                           !ent_i_is_word(r, k + 1, ENT_I_W_BELONGS)
                       ? node->group
                       : ENT_NONE;
        if (node->what > ENT_I_NAME || ent_i_is_verb(r, k))
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* "published pages from interviews with": the subject tells of the contact
 * without taking part in it. Memos and recollections, though, are about
 * contacts that their author took part in. */
static bool is_topic(const ent_i_passage *r, uint32_t at)
{
    static const char *const records[] = {
        "memo", "memos", "memory", "memories", "notes", "account", NULL};
    static const char *const words[] = {"from", "about",     "against", "like",
                                        "than", "regarding", NULL};
    for (uint32_t k = at; k-- > 0 && at - k < 5;) {
        if (!ent_i_is_word(r, k, ENT_I_W_PREP))
            continue;
        return ent_i_is_any(r, k, words) &&
               !(k > 0 && ent_i_is_any(r, k - 1, records) &&
                 ent_i_is_text(r, at + 1, "with"));
    }
    return false;
}

/* Tries the nearest owner first. The subject of the clause does not count when
 * the contact is only a topic: the author of a book about a meeting did not
 * attend it. */
static uint32_t noun_subject(const ent_i_passage *r, uint32_t at,
                             uint32_t object)
{
    uint32_t subject = possessor(r, at);
    if (subject == ENT_NONE)
        subject = distant_possessor(r, at);
    if (subject == ENT_NONE && !is_topic(r, at))
        subject = ent_i_clause_subject(r, at);
    if (subject == ENT_NONE)
        subject = subject_after(r, at, object);
    return subject;
}

/* Whether it is in an opening phrase: "In a meeting", "During his call". */
static bool opens_sentence(const ent_i_passage *r, uint32_t at)
{
    for (uint32_t i = at; i-- > 0;)
        if (ent_i_is_word(r, i, ENT_I_W_PREP))
            return true;
    return false;
}

/* Whether the clause says that the subject took part, through a verb that
 * carries the noun ("Stroud and Popov held talks") or through "at", "during" or
 * "in" ("reached a truce at a meeting"). */
static bool is_light(const ent_i_passage *r, uint32_t at, uint32_t subject)
{
    uint32_t from = r->groups[subject].last + 1;
    if (from > at) /* "In a meeting on Monday, Boehner and Reid heard" */
        return opens_sentence(r, at);
    if (at - from > 2 * ENT_I_REACH)
        return false;
    for (uint32_t k = from; k < at; k++)
        if (r->nodes[k].what == ENT_I_PERSON && !r->nodes[k].possessive)
            return false; /* somebody else's clause */
    for (uint32_t k = at; k-- > from && at - k < ENT_I_REACH;) {
        if (ent_i_is_word(r, k, ENT_I_W_LIGHT))
            return true;
        if (ent_i_is_text(r, k, "at") || ent_i_is_text(r, k, "during") ||
            ent_i_is_text(r, k, "in"))
            return true;
    }
    return false;
}

/* "took a call from" is a call; "a call from the pope to act" is not. */
static bool is_received(const ent_i_passage *r, uint32_t at)
{
    static const char *const verbs[] = {"received",  "receives", "got",
                                        "took",      "answered", "phone",
                                        "telephone", "accepted", NULL};
    for (uint32_t k = at; k-- > 0 && at - k < 6;)
        if (ent_i_is_any(r, k, verbs))
            return true;
    return false;
}

/* Whether one of the words comes within two nodes: in "a letter sent to", but
 * not in "a message by talking to". */
static bool is_next(const ent_i_passage *r, uint32_t i,
                    const char *const *words)
{
    for (uint32_t end = i + 3; i < r->node_count && i < end; i++)
        if (ent_i_is_any(r, i, words))
            return true;
        else if (ent_i_is_word(r, i, ENT_I_W_PREP) &&
                 !ent_i_is_text(r, i, "including"))
            return false;
    return false;
}

/* "discuss the call with": the "with" belongs to the verb. */
static bool is_discussed(const ent_i_passage *r, uint32_t at)
{
    for (uint32_t k = at; k-- > 0 && at - k < 5;) {
        const ent_i_contact *verb = r->nodes[k].word->verb;
        if (verb && strcmp(verb->lemma, "discuss") == 0)
            return true;
        if (r->nodes[k].what != ENT_I_WORD || ent_i_is_verb(r, k))
            return false;
    }
    return false;
}

/* "the talks that he had with Lindt": when the noun at node `at` is the object
 * of such a clause, returns the node after its verb and sets *holder to its
 * subject; otherwise ENT_NONE. */
static uint32_t relative_clause(const ent_i_passage *r, uint32_t at,
                                uint32_t *holder)
{
    uint32_t i = at + 1;
    if (ent_i_is_text(r, i, "that") || ent_i_is_text(r, i, "which"))
        i++;
    *holder = i < r->node_count && r->nodes[i].what == ENT_I_PERSON
                  ? r->nodes[i].group
                  : ENT_NONE;
    if (*holder == ENT_NONE || r->groups[*holder].possessive)
        return ENT_NONE;
    i = r->groups[*holder].last + 1;
    while (ent_i_is_word(r, i, ENT_I_W_ADVERB) ||
           (ent_i_is_word(r, i, ENT_I_W_AUX | ENT_I_W_MODAL) &&
            ent_i_is_word(r, i + 1, ENT_I_W_LIGHT)))
        i++;
    /* "the talks he had lied about": here "had" is only an auxiliary. */
    uint32_t next = ent_i_skip_adverbs(r, i + 1);
    bool other =
        ent_i_is_verb(r, next) && !ent_i_is_word(r, next, ENT_I_W_PREP);
    return ent_i_is_word(r, i, ENT_I_W_LIGHT) && !other ? i + 1 : ENT_NONE;
}

/* Takes the persons from the noun's relative clause: who had the contact, and
 * with whom. */
static bool read_relative(const ent_i_passage *r, const ent_i_contact *contact,
                          ent_i_finding *f)
{
    uint32_t holder;
    uint32_t after = relative_clause(r, f->at, &holder);
    if (after == ENT_NONE)
        return false;
    uint32_t object = ent_i_counterpart(r, after, false, ent_i_with_words);
    if (ent_i_overlap(r, holder, object) ||
        (object == ENT_NONE &&
         (ent_i_group_size(r, holder) < 2 || !(contact->takes & ENT_I_A_BOTH))))
        return false;
    f->subject = holder;
    ent_i_add_group(r, f, holder);
    ent_i_add_group(r, f, object);
    return true;
}

/* "a statement came after talks with Lund": the "with" belongs to the talks,
 * unlike in "a summit and news conference with". */
static bool is_of_another(const ent_i_passage *r, uint32_t at, uint32_t object)
{
    for (uint32_t k = at + 2; k < r->groups[object].first; k++)
        if (ent_i_is_word(r, k, ENT_I_W_CONTACT_N) && ent_i_is_noun(r, k) &&
            !ent_i_is_word(r, k - 1, ENT_I_W_CONJ) &&
            !ent_i_is_word(r, k - 2, ENT_I_W_CONJ))
            return true;
    return false;
}

/* The persons to the right of the noun at node `at`. "with" comes first, as the
 * most reliable; "to" and "from" are only for what is sent or received. */
static uint32_t noun_object(const ent_i_passage *r,
                            const ent_i_contact *contact, uint32_t at)
{
    uint32_t takes = contact->takes, from = at + 1;
    if (is_discussed(r, at))
        return ENT_NONE;
    if (takes & ENT_I_A_DIRECT) /* "alongside Stroud" */
        return ent_i_object_at(r, from);
    uint32_t object = ent_i_counterpart(r, from, false, ent_i_with_words);
    if (object != ENT_NONE && is_of_another(r, at, object))
        object = ENT_NONE;
    if (object == ENT_NONE && takes & ENT_I_A_TO &&
        is_next(r, from, ent_i_to_words))
        object = ent_i_counterpart(r, from, false, ent_i_to_words);
    if (object == ENT_NONE && contact->kind == ENT_CALL && is_received(r, at))
        object = ent_i_counterpart(r, from, false, from_words);
    return object != ENT_NONE && r->groups[object].possessive ? ENT_NONE
                                                              : object;
}

/* "are in town for a meeting with lawmakers": people at one event are there
 * together, whoever else attends. */
static bool is_occasion(const ent_i_passage *r, uint32_t at)
{
    static const char *const prepositions[] = {"at", "for", "during", "in",
                                               NULL};
    for (uint32_t k = at; k-- > 0 && at - k < 5;) {
        if (ent_i_is_word(r, k, ENT_I_W_DET))
            return k > 0 && r->nodes[at].form != ENT_I_FORM_THIRD &&
                   ent_i_is_any(r, k - 1, prepositions);
        if (r->nodes[k].what != ENT_I_WORD || ent_i_is_verb(r, k))
            return false;
    }
    return false;
}

/* "in talks for the role", "in talks to buy it": these are with somebody
 * else. */
static bool is_application(const ent_i_passage *r, uint32_t at)
{
    return at > 0 && ent_i_is_text(r, at - 1, "in") &&
           (ent_i_is_text(r, at + 1, "for") || ent_i_is_text(r, at + 1, "to"));
}

/* Whether several subjects of the clause had the contact with each other: in
 * "Stroud and Popov held talks", but not in "held talks with lawmakers". At one
 * meeting with lawmakers, though, both were there. */
static bool is_mutual(const ent_i_passage *r, const ent_i_contact *contact,
                      uint32_t at, uint32_t subject)
{
    if (ent_i_group_size(r, subject) < 2 || r->groups[subject].alternative ||
        (ent_i_find_near(r, at + 1, 4, "with") != ENT_NONE &&
         !is_occasion(r, at)) ||
        ent_i_find_near(r, at + 1, 6, "between") != ENT_NONE ||
        is_application(r, at) ||
        (ent_i_is_debate(contact) && (ent_i_is_text(r, at + 1, "over") ||
                                      ent_i_is_text(r, at + 1, "about"))))
        return false;
    bool press = false;
    bool joint = is_joint(r, at, &press);
    if (contact->takes & ENT_I_A_JOINT)
        return joint || press;
    return contact->takes & ENT_I_A_BOTH && is_light(r, at, subject);
}

/* "sat in on Vell's meeting with Abo": a third person was there. */
static bool is_attended(const ent_i_passage *r, uint32_t owner)
{
    static const char *const verbs[] = {"attended", "joined", "attend",
                                        "attends",  "joins",  "sat",
                                        "hosted",   "hosts",  NULL};
    for (uint32_t k = owner; k-- > 0 && owner - k < 4;)
        if (ent_i_is_any(r, k, verbs))
            return true;
    return false;
}

static const char *const premises[] = {"club",  "course", "resort", "room",
                                       "table", "center", "show",   NULL};

/* Tries the forms that news uses, in this order: all in one phrase ("between A
 * and B"), several owners ("A and B's talks"), an owner or subject plus a
 * "with". */
bool ent_i_read_noun(const ent_i_passage *r, const ent_i_contact *contact,
                     ent_i_finding *f)
{
    uint32_t takes = contact->takes, at = f->at;
    if (contact->particle &&
        ent_i_find_near(r, at + 1, 4, contact->particle) == ENT_NONE)
        return false;
    bool press = false;
    bool joint = is_joint(r, at, &press);
    /* Other conferences have many speakers, who need not meet. */
    if (strcmp(contact->lemma, "conference") == 0 && !press)
        return false;
    if (ent_i_is_any(r, at + 1, premises)) /* "at his golf club" */
        return false;
    /* "between Vell and Pak" names both sides, and so may "a visit by". */
    uint32_t among = ent_i_counterpart(r, at + 1, false, between_words);
    if (among == ENT_NONE && takes & ENT_I_A_TRIP) {
        among = ent_i_counterpart(r, at + 1, false, ent_i_by_words);
        f->shared_trip = true;
    }
    /* "pictures of Stroud and Dunn" may show one in each, as with "messages
     * of". */
    bool apart = (takes & ENT_I_A_JOINT || !(takes & ENT_I_A_BOTH)) &&
                 r->nodes[at].form == ENT_I_FORM_THIRD &&
                 ent_i_is_text(r, at + 1, "of");
    if (ent_i_group_size(r, among) > 1 && !apart) {
        ent_i_add_group(r, f, among);
        return true;
    }
    f->shared_trip = false;
    if (read_relative(r, contact, f))
        return true;
    /* Whatever is left has an owner, a subject, or both, and perhaps a
     * "with". */
    uint32_t owner = possessor(r, at);
    uint32_t object = noun_object(r, contact, at);
    if (ent_i_group_size(r, owner) > 1 && !r->groups[owner].alternative &&
        object == ENT_NONE &&
        (takes & ENT_I_A_JOINT ? joint : takes & ENT_I_A_BOTH)) {
        f->subject = owner;
        ent_i_add_group(r, f, owner);
        return true;
    }
    /* Without several owners, both sides must be named. */
    f->subject = noun_subject(r, at, object);
    if (f->subject == ENT_NONE || ent_i_overlap(r, f->subject, object) ||
        (object == ENT_NONE && !is_mutual(r, contact, at, f->subject)))
        return false;
    ent_i_add_group(r, f, f->subject);
    ent_i_add_group(r, f, object);
    /* The subject of the clause attended; the owner is already in the
     * finding. */
    if (owner != ENT_NONE && is_attended(r, r->groups[owner].first))
        ent_i_add_group(r, f, ent_i_clause_subject(r, r->groups[owner].first));
    /* "meetings with A and B": one with each, since A and B need not have
     * met. */
    f->separate = r->nodes[at].form == ENT_I_FORM_THIRD &&
                  takes & ENT_I_A_SEPARATE && object != ENT_NONE;
    return true;
}
