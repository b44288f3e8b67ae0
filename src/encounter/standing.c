/* Whether a contact was held, planned, proposed or denied, and its kind. */
#include <string.h>

#include "encounter/passage.h"

/* How many nodes before and after the contact are considered. */
enum { LEFT = 12, RIGHT = 10 };

/* What the word at node i says about what follows; "called off" is two
 * words. */
static uint32_t cue(const ent_i_passage *r, uint32_t i)
{
    if (r->nodes[i].what != ENT_I_WORD)
        return 0;
    if (ent_i_is_text(r, i, "off") && i > 0 && r->nodes[i - 1].word->verb &&
        strcmp(r->nodes[i - 1].word->verb->lemma, "call") == 0)
        return ENT_I_W_DENY;
    if (ent_i_is_text(r, i, "yet") && ent_i_is_text(r, i + 1, "to"))
        return ENT_I_W_DENY;
    if (ent_i_is_text(r, i + 1, "about")) /* "asked about the meeting" */
        return r->nodes[i].is & (ENT_I_W_PLAN | ENT_I_W_DENY);
    return r->nodes[i].is & (ENT_I_W_PLAN | ENT_I_W_PROPOSE | ENT_I_W_DENY);
}

/* What the words from `from` to `to` (exclusive) say about what follows.
 * Returns all their bits; the caller ranks denial above plan above proposal. */
static uint32_t cues(const ent_i_passage *r, uint32_t from, uint32_t to)
{
    uint32_t found = 0;
    for (uint32_t i = from; i < to; i++)
        found |= cue(r, i);
    return found;
}

/* Where the words that bear on the contact begin: after its subject, or at the
 * last mark or clause before it. */
static uint32_t bearing_from(const ent_i_passage *r, const ent_i_finding *f)
{
    uint32_t i = f->at;
    /* "the groundwork for Trump and Kim's meeting": start before the owner */
    if (!f->verb && f->subject != ENT_NONE &&
        (r->groups[f->subject].possessive || r->groups[f->subject].count > 1) &&
        r->groups[f->subject].last < i && r->groups[f->subject].last + 6 > i)
        i = r->groups[f->subject].first;
    while (i > 0 && f->at - i < LEFT) {
        const ent_i_item *node = &r->nodes[i - 1];
        if (node->what == ENT_I_PERSON && !node->possessive && !node->hyphen &&
            !(i > 1 && r->nodes[i - 2].hyphen))
            break;
        if (node->what == ENT_I_COMMA || node->what == ENT_I_STOP ||
            node->what == ENT_I_CLOSE || node->what == ENT_I_QUOTE)
            break;
        if (ent_i_is_text(r, i - 1, "that") || ent_i_is_text(r, i - 1, "who") ||
            ent_i_is_text(r, i - 1, "which"))
            break;
        i--;
    }
    return i;
}

/* "denied that he met", "said he would": the preceding verb of speech. */
static uint32_t speech_before(const ent_i_passage *r, uint32_t i)
{
    for (uint32_t step = 0; i-- > 0 && step < LEFT; step++)
        if (ent_i_is_word(r, i, ENT_I_W_SAY))
            return r->nodes[i].is;
    return 0;
}

/* Words after which "to meet" means that the meeting took place. */
static const char *const achieved[] = {
    "managed",   "able",     "got",       "began",    "started",
    "continued", "continue", "continues", "happened", "returned",
    "first",     "last",     NULL};
/* "will" is a promise and makes a plan; "may" only allows and makes a
 * proposal. */
static const char *const will_words[] = {"will", "shall", "'ll", NULL};
static const char *const may_words[] = {"could", "might", "may",   "should",
                                        "can",   "must",  "ought", NULL};
static const char *const did_words[] = {"did", "do", "does", NULL};

/* Whether the cue at node i is negated: "is not yet scheduled to". */
static bool is_negated(const ent_i_passage *r, uint32_t from, uint32_t i)
{
    while (i > from && ent_i_is_word(r, i - 1, ENT_I_W_ADVERB) &&
           !ent_i_is_word(r, i - 1, ENT_I_W_NEG))
        i--;
    return i > from && ent_i_is_word(r, i - 1, ENT_I_W_NEG);
}

/* Decides what "to meet" or "will meet" means. The nearest cue counts: "hopes
 * to be able to meet". Without one, an infinitive is about the future ("to meet
 * on Friday"). */
static ent_standing of_infinitive(const ent_i_passage *r, uint32_t from,
                                  uint32_t at)
{
    for (uint32_t i = at; i-- > from;) {
        uint32_t is = r->nodes[i].is;
        if (cue(r, i) & ENT_I_W_DENY)
            return ENT_DENIED;
        if (ent_i_is_any(r, i, will_words))
            return ENT_PLANNED;
        if (ent_i_is_any(r, i, may_words))
            return ENT_PROPOSED;
        bool done = ent_i_is_any(r, i, achieved);
        if ((done || is & (ENT_I_W_PLAN | ENT_I_W_PROPOSE)) &&
            is_negated(r, from, i))
            return ENT_DENIED;
        if (done)
            return ENT_HELD;
        if (ent_i_is_text(r, i, "would"))
            return speech_before(r, i) ? ENT_PLANNED : ENT_PROPOSED;
        if (is & ENT_I_W_PLAN)
            return ENT_PLANNED;
        if (is & ENT_I_W_PROPOSE && !ent_i_is_text(r, i, "to"))
            return ENT_PROPOSED;
    }
    return ENT_PLANNED;
}

/* Auxiliaries that deny ("didn't") are already negations in the lexicon. */
static bool has_negation(const ent_i_passage *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (ent_i_is_word(r, i, ENT_I_W_NEG) ||
            (ent_i_is_word(r, i, ENT_I_W_DENY) &&
             !ent_i_is_word(r, i, ENT_I_W_AUX)))
            return true;
    return false;
}

/* "when he meets", "before Obama travels": the present tense in a clause of
 * time. */
static bool opens_future(const ent_i_passage *r, uint32_t at)
{
    for (uint32_t i = at, step = 0; i-- > 0 && step < LEFT; step++)
        if (ent_i_is_text(r, i, "when") || ent_i_is_text(r, i, "before") ||
            ent_i_is_text(r, i, "until"))
            return true;
    return false;
}

/* The form of the verb decides: the past is held unless denied or doubted, -ing
 * depends on what governs it, the base form on its auxiliary. */
static ent_standing of_verb(const ent_i_passage *r, const ent_i_finding *f)
{
    uint32_t from = bearing_from(r, f), at = f->at;
    ent_i_word_form form = r->nodes[at].form;
    /* The whole statement is denied, whatever the clause itself says. */
    if (speech_before(r, from) & ENT_I_W_DENY)
        return ENT_DENIED;
    if (form == ENT_I_FORM_PAST || form == ENT_I_FORM_THIRD) {
        if (has_negation(r, from, at))
            return ENT_DENIED;
        for (uint32_t i = from; i < at; i++)
            if (ent_i_is_word(r, i, ENT_I_W_MODAL))
                return ent_i_is_any(r, i, will_words) ? ENT_PLANNED
                                                      : ENT_PROPOSED;
        /* The present means held, unless a clause of time puts it in the
         * future. */
        bool future = form == ENT_I_FORM_THIRD && opens_future(r, at);
        for (uint32_t i = from, step = 0; i-- > 0 && step < 5; step++)
            if (ent_i_is_text(r, i, "if") || ent_i_is_text(r, i, "whether"))
                return ENT_PROPOSED;
        return future ? ENT_PLANNED : ENT_HELD;
    }
    if (form == ENT_I_FORM_ING) {
        /* In "may win by meeting Merkel", words before "by" concern the
         * winning; "plans on meeting", though, is a plan. */
        static const char *const parting[] = {"by", "after",   "since", "while",
                                              "in", "through", "upon",  NULL};
        for (uint32_t i = at; i-- > from;)
            if (ent_i_is_any(r, i, parting)) {
                from = i;
                break;
            }
        uint32_t found = cues(r, from, at);
        return found & ENT_I_W_DENY      ? ENT_DENIED
               : found & ENT_I_W_PLAN    ? ENT_PLANNED
               : found & ENT_I_W_PROPOSE ? ENT_PROPOSED
                                         : ENT_HELD;
    }
    /* The base form is an infinitive or the present tense of a headline. */
    bool infinitive = false;
    for (uint32_t i = from; i < at; i++)
        infinitive |=
            ent_i_is_text(r, i, "to") || ent_i_is_word(r, i, ENT_I_W_MODAL);
    if (infinitive)
        return of_infinitive(r, from, at);
    if (has_negation(r, from, at))
        return ENT_DENIED;
    for (uint32_t i = from; i < at; i++)
        if (ent_i_is_any(r, i, did_words))
            return ENT_HELD;
    return opens_future(r, at) ? ENT_PLANNED : ENT_HELD;
}

/* What is said from the auxiliary at node i on. "isn't about taxes" denies
 * something other than the meeting, "didn't happen" denies the meeting. */
static uint32_t said_after(const ent_i_passage *r, uint32_t i)
{
    static const char *const happening[] = {
        "happen", "happened", "happening", "take",     "taken",     "taking",
        "took",   "held",     "occur",     "occurred", "scheduled", NULL};
    uint32_t end = i + 4 < r->node_count ? i + 4 : r->node_count;
    uint32_t found = cues(r, i, end);
    bool happens = false, denied = false;
    for (uint32_t k = i; k < end + 2 && k < r->node_count; k++) {
        happens |= ent_i_is_any(r, k, happening);
        denied |= k < end && cue(r, k) & ENT_I_W_DENY &&
                  !ent_i_is_word(r, k, ENT_I_W_NEG);
    }
    if (!happens && !denied)
        found &= ~(uint32_t)ENT_I_W_DENY;
    return found | (ent_i_is_text(r, i, "would") ? ENT_I_W_PLAN : 0);
}

/* What is said about the meeting after it is named: "was cancelled", "is set
 * for Friday", "will take place". Stops at the first mark or verb of speech,
 * after which the text is about something else. */
static uint32_t cues_after(const ent_i_passage *r, const ent_i_finding *f)
{
    uint32_t i = f->last > f->at ? f->last + 1 : f->at + 1;
    for (uint32_t end = i + RIGHT; i < r->node_count && i < end; i++) {
        uint8_t what = r->nodes[i].what;
        if (what == ENT_I_STOP || what == ENT_I_QUOTE || what == ENT_I_COMMA)
            return 0;
        if (ent_i_is_word(r, i, ENT_I_W_SAY | ENT_I_W_COMP) &&
            !ent_i_is_word(r, i, ENT_I_W_AUX | ENT_I_W_PLAN))
            return 0;
        if (ent_i_is_word(r, i, ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_NEG))
            return said_after(r, i);
    }
    return 0;
}

/* Words that present a meeting as done; anything before them concerns something
 * else. */
static const char *const taken_place[] = {
    "held", "after", "following", "during", "attended", "since", NULL};

/* "flew home to hold talks" is an intention, "managed to hold talks" is not. */
static bool is_intended(const ent_i_passage *r, uint32_t from, uint32_t at)
{
    for (uint32_t i = at; i-- > from;) {
        /* In "tried to win by placing calls", the attempt concerns the
         * winning. */
        if (ent_i_is_word(r, i, ENT_I_W_PREP) && !ent_i_is_text(r, i, "to") &&
            !ent_i_is_text(r, i, "of"))
            return false;
        /* "is said to have had" is about the past. */
        if (ent_i_is_text(r, i, "to") &&
            ent_i_is_word(r, i + 1, ENT_I_W_LIGHT) &&
            !ent_i_is_word(r, i + 1, ENT_I_W_AUX))
            return i == 0 || !ent_i_is_any(r, i - 1, achieved);
    }
    return false;
}

/* Takes both what is said before and after the noun. Denial ranks highest,
 * since a cancelled meeting was once planned. */
static ent_standing of_noun(const ent_i_passage *r, const ent_i_finding *f)
{
    /* "agreed in a call to": the agreement is about something else. */
    static const char *const agreements[] = {"agreed", "announced", "accepted",
                                             "vowed",  "pledged",   NULL};
    uint32_t from = bearing_from(r, f), found = 0;
    bool inside = false, acted = false;
    for (uint32_t i = f->at; i-- > from;) {
        if (ent_i_is_text(r, i, "by")) /* "tried to win him by talks with" */
            break;
        /* "could be tension in his meeting": only the tension is uncertain */
        inside |= ent_i_is_text(r, i, "in") || ent_i_is_text(r, i, "at");
        acted |= ent_i_is_verb(r, i) || ent_i_is_text(r, i, "of");
        /* "testified before the panel of contacts": not before the contacts */
        if (!(acted && ent_i_is_text(r, i, "before")) &&
            !(inside && ent_i_is_any(r, i, agreements)))
            found |= cue(r, i) & ~(inside ? (uint32_t)ENT_I_W_PROPOSE : 0u);
        if (ent_i_is_any(r, i, taken_place)) {
            if (i > 0 && has_negation(r, i - 1, i))
                return ENT_DENIED;
            break;
        }
    }
    uint32_t after = cues_after(r, f);
    if ((found | after) & ENT_I_W_DENY)
        return ENT_DENIED;
    if ((found | after) & ENT_I_W_PLAN)
        return ENT_PLANNED;
    if (found & ENT_I_W_PROPOSE)
        return ENT_PROPOSED;
    return is_intended(r, from, f->at) ? ENT_PLANNED : ENT_HELD;
}

ent_standing ent_i_read_standing(const ent_i_passage *r, const ent_i_finding *f)
{
    return f->verb ? of_verb(r, f) : of_noun(r, f);
}

/* "a video in which they talk" is a recording; "a video call" is not. */
static bool is_recording(const ent_i_passage *r, uint32_t i)
{
    return ent_i_is_text(r, i, "video") &&
           !ent_i_is_word(r, i + 1, ENT_I_W_CONTACT_N) &&
           !ent_i_is_text(r, i + 1, "link") &&
           !(i > 0 && ent_i_is_word(r, i - 1, ENT_I_W_PREP));
}

/* "met by phone" names the means. "emails show that they met" names none, and
 * without one they met in person. */
static bool is_means(const ent_i_passage *r, uint32_t i, uint32_t at)
{
    return i > at && ent_i_is_word(r, i - 1, ENT_I_W_PREP);
}

/* The words around may say how: by phone, over dinner. A contact at a distance
 * stays one only if nothing says that they met. */
ent_kind ent_i_read_kind(const ent_i_passage *r, const ent_i_finding *f)
{
    bool far = false, near = false;
    const ent_i_contact *contact = r->nodes[f->at].word->verb;
    bool meet = f->verb && contact && strcmp(contact->lemma, "meet") == 0;
    uint32_t from = f->at > 5 ? f->at - 5 : 0;
    for (uint32_t i = from; i < r->node_count && i < f->at + 14; i++) {
        if (r->nodes[i].what == ENT_I_STOP)
            break;
        if (i != f->at) {
            /* "phoned Lavrov and met Putin": the other verb is a contact of its
             * own. */
            bool verb = r->nodes[i].word->verb && ent_i_is_verb(r, i) &&
                        r->nodes[i].form != ENT_I_FORM_BASE;
            far |= ent_i_is_word(r, i, ENT_I_W_FAR) && !verb &&
                   !is_recording(r, i) && (!meet || is_means(r, i, f->at));
            near |= ent_i_is_word(r, i, ENT_I_W_NEAR);
        }
    }
    for (uint32_t i = f->at + 1; f->verb && i < f->last; i++)
        if (ent_i_is_text(r, i, "alongside")) /* "speaking alongside Abe" */
            return ENT_JOINT;
    if (f->kind == ENT_MEET && far && !near)
        return ENT_CALL;
    bool spoken =
        strcmp(r->nodes[f->at].word->verb ? r->nodes[f->at].word->verb->lemma
                                          : "",
               "speak") == 0;
    /* "speaks with" is from a caption: both are in the picture */
    bool shown = r->nodes[f->at].form == ENT_I_FORM_THIRD;
    return spoken && (near || shown) && !far ? ENT_MEET : (ent_kind)f->kind;
}
