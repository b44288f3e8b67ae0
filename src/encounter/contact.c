/* What one word of contact says: who meets whom. */
#include <string.h>

#include "encounter/contact.h"

/* ---- verbs ---- */

static const char *const beside_words[] = {"alongside", "beside", "next", NULL};

/* "called Moore to testify" is not a telephone call. */
static const char *const summons[] = {"testify", "account", "task", "appear",
                                      "order",   "resign",  NULL};

/* Whether a quotation begins at node i, with or without a comma. */
static bool is_quoting(const ent_i_passage *r, uint32_t i)
{
    i += i < r->node_count && r->nodes[i].what == ENT_I_COMMA;
    return i < r->node_count &&
           (r->nodes[i].what == ENT_I_QUOTE || ent_i_is_text(r, i, "'") ||
            ent_i_is_text(r, i, "\xE2\x80\x98"));
}

/* "called Popov on Monday" is a call; "called Popov a thug" is not. */
static bool is_telephoning(const ent_i_passage *r, uint32_t group)
{
    uint32_t i = ent_i_skip_apposition(r, r->groups[group].last + 1);
    if (i >= r->node_count)
        return true;
    if (is_quoting(r, i))
        return false;
    const ent_i_item *node = &r->nodes[i];
    switch (node->what) {
    case ENT_I_WORD:
        if (ent_i_is_text(r, i, "on") && !ent_i_is_word(r, i + 1, ENT_I_W_DAY))
            return false; /* "called him on the lie" */
        if (ent_i_is_text(r, i, "out"))
            return false;
        if (ent_i_is_text(r, i, "to") && ent_i_is_any(r, i + 1, summons))
            return false;
        return !(node->is & ENT_I_W_DET) &&
               node->is & (ENT_I_W_PREP | ENT_I_W_CONJ | ENT_I_W_COMP |
                           ENT_I_W_DAY | ENT_I_W_ADVERB | ENT_I_W_CONTROL);
    case ENT_I_COMMA:
    case ENT_I_STOP:
        return true;
    default:
        return false;
    }
}

/* The node after the particle ("sat down"); ENT_NONE when the particle is
 * missing. Verb and particle may be up to four words apart: "sat briefly
 * down". */
static uint32_t after_particle(const ent_i_passage *r, uint32_t at,
                               const char *particle)
{
    uint32_t i = at + 1;
    if (particle) {
        uint32_t found = ent_i_find_near(r, i, 4, particle);
        if (found == ENT_NONE)
            return ENT_NONE;
        i = found + 1;
    }
    return i;
}

/* "met privately with": skips what says how they met. Adverbs that are also
 * prepositions stay, since callers look for those. */
uint32_t ent_i_skip_adverbs(const ent_i_passage *r, uint32_t i)
{
    while (ent_i_is_word(r, i, ENT_I_W_ADVERB) &&
           !ent_i_is_word(r, i, ENT_I_W_PREP))
        i++;
    return i;
}

/* In captions: "Hale looks on as Stroud speaks". */
static uint32_t onlooked(const ent_i_passage *r, uint32_t i)
{
    for (uint32_t end = i + 4; i < r->node_count && i < end; i++)
        if (ent_i_is_text(r, i, "as") || ent_i_is_text(r, i, "while")) {
            uint32_t group = ent_i_object_at(r, i + 1);
            return group != ENT_NONE && r->groups[group].subject ? group
                                                                 : ENT_NONE;
        }
    return ENT_NONE;
}

/* "I was told he left", "was met with cheers": a passive that does not say by
 * whom. */
static bool is_undergone(const ent_i_passage *r, uint32_t at, uint32_t from,
                         uint32_t takes)
{
    static const char *const forms[] = {"was",  "were",  "is", "are",
                                        "been", "being", "be", NULL};
    if (r->nodes[at].form != ENT_I_FORM_PAST ||
        takes & (ENT_I_A_TOGETHER | ENT_I_A_TOPIC) ||
        !(takes & (ENT_I_A_DIRECT | ENT_I_A_TELL | ENT_I_A_CALL)) ||
        ent_i_find_near(r, from, ENT_I_REACH, "by") != ENT_NONE)
        return false;
    for (uint32_t i = at; i-- > 0;)
        if (!ent_i_is_word(r, i, ENT_I_W_ADVERB | ENT_I_W_NEG))
            return ent_i_is_any(r, i, forms);
    return false;
}

/* The persons to the right of the verb at f->at. The surest construction is
 * tried first: a direct object, then one after "with", one after "to", and in
 * captions the person looked at. A possessive is no object: "met Stroud's
 * aides". */
static uint32_t verb_object(const ent_i_passage *r, const ent_i_finding *f,
                            const ent_i_contact *contact, uint32_t from)
{
    uint32_t object = ENT_NONE;
    uint32_t takes = contact->takes;
    uint32_t next = ent_i_skip_adverbs(r, from);
    const ent_i_item *verb = &r->nodes[f->at];
    if (is_undergone(r, f->at, from, takes))
        return ENT_NONE;
    if (takes & (ENT_I_A_DIRECT | ENT_I_A_TELL | ENT_I_A_CALL)) {
        bool by = verb->form == ENT_I_FORM_PAST &&
                  ent_i_find_near(r, from, takes & ENT_I_A_CALL ? 1 : 3,
                                  "by") != ENT_NONE;
        object = by ? ent_i_counterpart(r, from, false, ent_i_by_words)
                    : ent_i_object_at(r, next);
        if (object != ENT_NONE && r->groups[object].possessive)
            object = ENT_NONE;
        if (object != ENT_NONE && takes & ENT_I_A_CALL && !by &&
            !is_telephoning(r, object))
            object = ENT_NONE;
    }
    bool topic = takes & ENT_I_A_TOPIC;
    if (object == ENT_NONE && takes & (ENT_I_A_WITH | ENT_I_A_TOGETHER))
        object = ent_i_counterpart(r, from, topic, ent_i_with_words);
    if (object == ENT_NONE && takes & ENT_I_A_BESIDE)
        object = ent_i_counterpart(r, from, false, beside_words);
    /* "speak the truth to power": after an object, "to" names no listener. */
    static const char *const articles[] = {"the", "a", "his", "her", NULL};
    bool spoken = contact->sort == ENT_I_S_TALK &&
                  ent_i_is_any(r, next, articles) &&
                  !ent_i_is_word(r, next + 1, ENT_I_W_DAY);
    if (object == ENT_NONE && takes & ENT_I_A_TO && !spoken)
        object = ent_i_counterpart(r, next, false, ent_i_to_words);
    if (object == ENT_NONE && takes & ENT_I_A_LOOK &&
        verb->form == ENT_I_FORM_THIRD)
        object = onlooked(r, next);
    return object;
}

/* Words that show that in "Stroud and Popov spoke" they spoke with each
 * other. */
static const char *const mutual_words[] = {
    "together", "phone", "telephone", "privately", "directly", "jointly", NULL};

/* These outweigh anything else after the verb. "called each other liars" is not
 * a telephone call. */
static bool has_mutual_word(const ent_i_passage *r, uint32_t i, bool call)
{
    for (uint32_t end = i + 8; i < r->node_count && i < end; i++)
        if (ent_i_is_any(r, i, mutual_words) ||
            (!call && ((ent_i_is_text(r, i, "each") &&
                        ent_i_is_text(r, i + 1, "other")) ||
                       (ent_i_is_text(r, i, "one") &&
                        ent_i_is_text(r, i + 1, "another")))))
            return true;
    return false;
}

bool ent_i_is_debate(const ent_i_contact *contact)
{
    return strcmp(contact->lemma, "debate") == 0;
}

/* Whether the verb involves others instead: "hug their wives", "huddled with
 * their allies", "signed on to produce". */
static bool is_about_others(const ent_i_passage *r, uint32_t at,
                            const ent_i_contact *contact)
{
    static const char *const times[] = {
        "times", "time", "day", "days", "week", "weeks", "hour", "hours", NULL};
    bool topic = contact->takes & (ENT_I_A_TOPIC | ENT_I_A_TRIP);
    bool owned = at + 1 < r->node_count && r->nodes[at + 1].possessive;
    if (ent_i_is_any(r, at + 2, times)) /* "meet several times a week" */
        return false;
    if (ent_i_is_debate(contact)) /* many take part in "debate taxes" */
        return at + 1 < r->node_count && r->nodes[at + 1].what <= ENT_I_NAME &&
               !ent_i_is_word(r, at + 1, ~(uint32_t)ENT_I_W_VERB);
    if (!topic && (owned || (ent_i_is_word(r, at + 1, ENT_I_W_DET) &&
                             r->nodes[at].form != ENT_I_FORM_PAST)))
        return true;
    if (contact->takes & ENT_I_A_WITH &&
        ent_i_find_near(r, at + 1, 4, "with") != ENT_NONE)
        return true;
    return topic && contact->kind == ENT_JOINT &&
           ent_i_is_text(r, at + 1, "on");
}

/* "Vell and Singer, who has visited": the verb belongs to only one of them. */
static bool is_singular(const ent_i_passage *r, uint32_t at, uint32_t subject)
{
    static const char *const forms[] = {"has", "is", "was", NULL};
    if (r->nodes[at].form == ENT_I_FORM_THIRD)
        return !r->nodes[at].word->noun;
    for (uint32_t i = at; i-- > r->groups[subject].last;)
        if (ent_i_is_word(r, i, ENT_I_W_AUX))
            return ent_i_is_any(r, i, forms);
        else if (!ent_i_is_word(r, i, ENT_I_W_ADVERB | ENT_I_W_NEG))
            break;
    return false;
}

/* Whether the coordinated subjects of the verb at f->at act with each other. */
static bool acts_mutually(const ent_i_passage *r, const ent_i_finding *f,
                          const ent_i_contact *contact, uint32_t subject)
{
    if (ent_i_group_size(r, subject) < 2 || r->groups[subject].alternative ||
        is_singular(r, f->at, subject))
        return false;
    uint32_t first = r->groups[subject].first;
    if (has_mutual_word(r, f->at + 1, contact->takes & ENT_I_A_CALL))
        return true;
    if (is_about_others(r, f->at, contact) ||
        (first > 0 && ent_i_is_text(r, first - 1, "both")) ||
        ent_i_find_near(r, f->at + 1, ENT_I_REACH, "separately") != ENT_NONE)
        return false;
    /* Two who toured a place did so together; two who will tour it may go
     * separately. */
    bool trip = contact->takes & ENT_I_A_TRIP &&
                r->nodes[f->at].form == ENT_I_FORM_PAST;
    return trip || contact->takes & ENT_I_A_BOTH;
}

/* "joined Stroud in Paris", but not "in calling for", "in the majority". */
static bool is_joining(const ent_i_passage *r, const ent_i_contact *contact,
                       uint32_t object)
{
    if (strcmp(contact->lemma, "join") != 0)
        return true;
    uint32_t in =
        ent_i_find_near(r, r->groups[object].last + 1, ENT_I_REACH, "in");
    return in == ENT_NONE ||
           (in + 1 < r->node_count && r->nodes[in + 1].what == ENT_I_NAME);
}

/* Whether a noun of contact at node i is the setting in which something was
 * said: "in a long meeting", "over lunch". */
static bool is_setting(const ent_i_passage *r, uint32_t i)
{
    enum { PHRASE_MAX = 4 };
    static const char *const prepositions[] = {"in",   "during", "at",
                                               "over", "by",     NULL};
    if (!ent_i_is_word(r, i, ENT_I_W_CONTACT_N))
        return false;
    for (uint32_t k = i, step = 0; k-- > 0 && step < PHRASE_MAX; step++)
        if (ent_i_is_any(r, k, prepositions))
            return true;
    return false;
}

/* Some things are also said through the press. They count only when told as
 * private: by letter or telephone, or as somebody's own account. "what he
 * called" introduces a name for something. */
static bool is_private(const ent_i_passage *r, const ent_i_contact *contact,
                       uint32_t at, uint32_t subject)
{
    static const char *const words[] = {"privately",  "private", "personally",
                                        "repeatedly", "memo",    NULL};
    uint32_t first = r->groups[subject].first;
    if (contact->takes & ENT_I_A_CALL)
        return first == 0 || !ent_i_is_text(r, first - 1, "what");
    if (!(contact->takes & ENT_I_A_PUBLIC))
        return true;
    bool past = r->nodes[at].form == ENT_I_FORM_PAST;
    for (uint32_t i = first; past && r->nodes[first].reference && i-- > 0;)
        if (ent_i_is_word(r, i, ENT_I_W_SAY)) /* "said she thanked him" */
            return true;
        else if (!ent_i_is_word(r, i,
                                ENT_I_W_DAY | ENT_I_W_COMP | ENT_I_W_ADVERB |
                                    ENT_I_W_PREP))
            break;
    for (uint32_t i = 0; i < r->node_count; i++)
        if (ent_i_is_text(r, i, "publicly"))
            return false;
    for (uint32_t i = 0; i < r->node_count; i++)
        if (ent_i_is_word(r, i, ENT_I_W_FAR | ENT_I_W_NEAR) ||
            ent_i_is_any(r, i, words) || is_setting(r, i))
            return true;
    return false;
}

/* "Rodham, whom he met": the object comes before the relative clause. */
static uint32_t relative_object(const ent_i_passage *r,
                                const ent_i_contact *contact, uint32_t at,
                                uint32_t subject)
{
    const uint32_t between = ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_NEG |
                             ENT_I_W_ADVERB | ENT_I_W_CONTROL;
    uint32_t whom = r->groups[subject].first;
    if (whom < 2 || !ent_i_is_text(r, --whom, "whom") ||
        !(contact->takes & (ENT_I_A_DIRECT | ENT_I_A_WITH)))
        return ENT_NONE;
    /* Another verb would take the object for itself. */
    for (uint32_t i = r->groups[subject].last + 1; i < at; i++)
        if (!ent_i_is_word(r, i, between))
            return ENT_NONE;
    return ent_i_before_who(
        r, ent_i_is_word(r, whom - 1, ENT_I_W_PREP) ? whom - 1 : whom);
}

/* "Vell, meet Perl": the base form does not fit a single person, unless
 * another verb leads up to it or "that" turns it into a wish. */
static bool lacks_verb_form(const ent_i_passage *r, uint32_t at,
                            uint32_t subject)
{
    uint32_t from = r->groups[subject].last + 1;
    if (r->nodes[at].form != ENT_I_FORM_BASE || from > at ||
        ent_i_group_size(r, subject) > 1)
        return false;
    for (uint32_t i = from; i < at; i++)
        if (ent_i_is_verb(r, i) ||
            ent_i_is_word(r, i, ENT_I_W_MODAL | ENT_I_W_CONJ) ||
            ent_i_is_text(r, i, "to"))
            return false;
    /* "recommends that she meet", "heard him ask": here the base form is
     * right. */
    static const char *const leads[] = {
        "that", "saw",  "see", "watched", "heard",  "overheard", "let",
        "made", "have", "had", "help",    "helped", NULL};
    uint32_t first = r->groups[subject].first;
    return first == 0 || !ent_i_is_any(r, first - 1, leads);
}

/* Whether the two share a trip, whose object is a place: "A and B visited
 * Rome", "A visited Rome with B", but not "visited B" or "visited with B". */
static bool is_shared(const ent_i_passage *r, uint32_t from, uint32_t object)
{
    uint32_t next = ent_i_skip_adverbs(r, from);
    return object == ENT_NONE || (ent_i_object_at(r, next) != object &&
                                  !ent_i_is_text(r, next, "by") &&
                                  !ent_i_is_any(r, next, ent_i_with_words));
}

/* Reads the subject and object of the verb, or several subjects who act with
 * each other. Without both sides there is no contact to report. */
static bool read_verb(const ent_i_passage *r, const ent_i_contact *contact,
                      ent_i_finding *f)
{
    uint32_t from = after_particle(r, f->at, contact->particle);
    if (from == ENT_NONE)
        return false;
    /* ", urging Popov to": often said through the press */
    if (contact->takes & ENT_I_A_TELL && r->nodes[f->at].form == ENT_I_FORM_ING)
        return false;
    /* The subject is to the left of the verb. In the passive of an event, the
     * guests are in the clause before. */
    f->subject = ent_i_subject_of(r, f->at);
    if (f->subject == ENT_NONE && contact->takes & ENT_I_A_EVENT &&
        ent_i_is_text(r, f->at + 1, "by")) /* "said on a show hosted by" */
        f->subject = ent_i_clause_subject(r, f->at);
    uint32_t object = verb_object(r, f, contact, from);
    bool participle = r->nodes[f->at].form == ENT_I_FORM_ING ||
                      r->nodes[f->at].form == ENT_I_FORM_PAST;
    if (f->subject == ENT_NONE && object != ENT_NONE && participle) {
        /* "Meeting with Lindt, Stroud said": here the subject comes later. */
        uint32_t i = r->groups[object].last + 1;
        for (uint32_t end = i + ENT_I_REACH; i < r->node_count && i < end; i++)
            if (r->nodes[i].what == ENT_I_COMMA) {
                uint32_t group = ent_i_object_at(r, i + 1);
                if (group != ENT_NONE && !r->groups[group].governed &&
                    f->at < 4)
                    f->subject = group;
                break;
            }
    }
    if (f->subject != ENT_NONE && !is_private(r, contact, f->at, f->subject))
        return false;
    if (f->subject != ENT_NONE && object == ENT_NONE)
        object = relative_object(r, contact, f->at, f->subject);
    if (f->subject == ENT_NONE || ent_i_overlap(r, f->subject, object) ||
        lacks_verb_form(r, f->at, f->subject))
        return false;
    if (object != ENT_NONE && !is_joining(r, contact, object))
        return false;
    if (object == ENT_NONE && !acts_mutually(r, f, contact, f->subject))
        return false;
    bool either = r->groups[f->subject].alternative;
    /* "Vell or Fenwick could meet Pak": Pak meets each of them. */
    ent_i_add_group(r, f, either ? object : f->subject);
    ent_i_add_group(r, f, either ? f->subject : object);
    f->shared_trip =
        contact->takes & ENT_I_A_TRIP && is_shared(r, from, object);
    f->separate =
        object != ENT_NONE &&
        (either ||
         ent_i_find_near(r, f->at, 2 * ENT_I_REACH, "separate") != ENT_NONE ||
         ent_i_find_near(r, f->at, ENT_I_REACH, "separately") != ENT_NONE ||
         ent_i_find_near(r, f->at, ENT_I_REACH, "individually") != ENT_NONE);
    return true;
}

/* ---- verbs and nouns ---- */

/* The evidence is the word itself until persons widen it. */
static void start_finding(ent_i_finding *f, uint32_t at)
{
    memset(f, 0, sizeof *f);
    f->at = f->first = f->last = at;
    f->subject = ENT_NONE;
}

/* The words before it decide how to read a word that is both verb and noun
 * ("call", "visit"). */
bool ent_i_read_contact(const ent_i_passage *r, uint32_t at, ent_i_finding *out)
{
    const ent_i_lexeme *word = r->nodes[at].word;
    start_finding(out, at);
    out->verb = word->verb && (!word->noun || !ent_i_is_noun(r, at));
    const ent_i_contact *contact = out->verb ? word->verb : word->noun;
    if (!contact)
        return false;
    if (!(out->verb ? read_verb(r, contact, out)
                    : ent_i_read_noun(r, contact, out)) ||
        out->count < 2)
        return false;
    out->told = out->verb && contact->takes & ENT_I_A_TELL;
    out->kind = out->shared_trip ? ENT_JOINT : contact->kind;
    out->confidence = ent_i_trust(contact->sort, out->referred);
    return true;
}

/* The second person in "Vell with Popov at", where the first is named
 * alone. */
static uint32_t companion(const ent_i_passage *r)
{
    uint32_t with = r->groups[0].last + 1;
    return ent_i_is_text(r, with, "with") ? ent_i_object_at(r, with + 1)
                                          : ENT_NONE;
}

/* A sentence without a verb, as in captions: "A with B at the White House".
 * Persons in one picture appear together. */
bool ent_i_read_caption(const ent_i_passage *r, ent_i_finding *out)
{
    static const char *const places[] = {"at", "in", "during", "on", NULL};
    start_finding(out, 0);
    if (!r->group_count || r->groups[0].governed || r->groups[0].first > 6)
        return false;
    for (uint32_t i = 0; i < r->node_count; i++)
        if (ent_i_is_verb(r, i))
            return false;
    uint32_t last = companion(r);
    ent_i_add_group(r, out, 0);
    ent_i_add_group(r, out, last);
    uint32_t after = r->groups[last == ENT_NONE ? 0 : last].last + 1;
    bool at = ent_i_is_any(r, after, places);
    out->subject = 0;
    out->kind = ENT_JOINT;
    out->confidence = ent_i_trust(ENT_I_S_CAPTION, out->referred);
    return at && out->count > 1;
}
