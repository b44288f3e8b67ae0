/* How far a word is from a contact, for what is said of when and where. */
#include "encounter/nearness.h"

#include "encounter/dates.h"

/* What else lies between a contact and what is said of it, in nodes. */
enum {
    QUOTE = 40, /* the edge of a quotation */
    LOOSE = 3,  /* a verb that goes on with the same: "met X and discussed" */
    BEFORE = 4  /* news puts dates and places after the contact */
};

/* A gallery shows pictures of any age, each in one sentence. */
bool ent_i_is_caption(const ent_i_passage *r)
{
    for (uint32_t i = 0; i < r->node_count; i++)
        if (ent_i_is_around(r, i, ENT_I_AROUND_PICTURE))
            return true;
    return false;
}

static bool is_somebody(const ent_i_passage *r, uint32_t i)
{
    return r->nodes[i].what == ENT_I_PERSON || r->nodes[i].what == ENT_I_NAME ||
           ent_i_is_word(r, i, ENT_I_W_PRONOUN);
}

/* Opens a clause about the same moment: "looks on as Poe speaks in Bern". */
static bool is_meanwhile(const ent_i_passage *r, uint32_t i)
{
    return ent_i_is_around(r, i, ENT_I_AROUND_MEANWHILE);
}

/* What it costs to pass the verb at node i, before or after the contact. "to
 * discuss", "and discussed", "flew to meet" go on with the same; with a subject
 * it is another clause, unless it leads up to the contact: "Roe held talks". */
static uint32_t cost_of_verb(const ent_i_passage *r, uint32_t i, bool after)
{
    const uint32_t carrying = ENT_I_W_LIGHT | ENT_I_W_AUX | ENT_I_W_MODAL;
    uint32_t is = r->nodes[i].is;
    if (!ent_i_is_verb(r, i) || (!after && is & carrying))
        return 0;
    if (i > 1 && is_meanwhile(r, i - 2))
        return LOOSE;
    if (i > 0 && is_somebody(r, i - 1) && !r->nodes[i - 1].possessive)
        return !after && is & ENT_I_W_CONTROL ? LOOSE : ENT_I_PART;
    if (is & carrying)
        return 0;
    bool goes_on = is & ENT_I_W_CONTROL || r->nodes[i].form == ENT_I_FORM_ING ||
                   (i > 0 && (ent_i_is_text(r, i - 1, "to") ||
                              ent_i_is_word(r, i - 1, ENT_I_W_CONJ)));
    return goes_on ? LOOSE : ENT_I_ACT;
}

static uint32_t cost_of(const ent_i_passage *r, uint32_t i, bool after)
{
    switch (r->nodes[i].what) {
    case ENT_I_QUOTE:
        return QUOTE;
    case ENT_I_STOP:
        return ENT_I_PART;
    case ENT_I_DASH:
        return LOOSE;
    case ENT_I_WORD:
        /* "after" and "before" may be prepositions; "when they met in 2014"
         * tells the time */
        if (ent_i_is_word(r, i, ENT_I_W_COMP) &&
            !ent_i_is_word(r, i, ENT_I_W_PREP))
            return is_meanwhile(r, i) ? LOOSE : ENT_I_PART;
        return cost_of_verb(r, i, after);
    default:
        return 0;
    }
}

/* In the caption of a picture: all of it is about one moment, but a heading may
 * stand before it. */
uint32_t ent_i_away_in_caption(const ent_i_finding *f, uint32_t i)
{
    return i < f->at ? 2 * BEFORE + (f->at - i) / 4 : (i - f->at) / 4;
}

/* Whether the verb at node k may tell of a contact without one: "talks with Poe
 * were held", "Roe with Poe attends". */
static bool tells_of(const ent_i_passage *r, const ent_i_finding *f, uint32_t k)
{
    return ent_i_is_verb(r, k) &&
           (r->nodes[f->at].what != ENT_I_WORD ||
            r->nodes[k].is & (ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_LIGHT));
}

/* How far the node is from the contact: nodes between, and clauses. What stands
 * in the apposition of a person is passed in one step. */
uint32_t ent_i_away(const ent_i_passage *r, const ent_i_finding *f, uint32_t i)
{
    uint32_t from = i < f->at ? i : f->at, to = i < f->at ? f->at : i;
    uint32_t cost = i < f->at ? BEFORE : 0;
    /* Without a verb of contact it is the first verb that tells it. */
    bool told = f->verb;
    for (uint32_t k = from + 1; k < to; k++) {
        uint32_t end = ent_i_skip_apposition(r, k);
        if (end > k + 1 && end <= to && r->nodes[k - 1].what == ENT_I_PERSON) {
            k = end - 1;
            cost++;
        } else if (!told && i > f->at && tells_of(r, f, k)) {
            told = true;
            cost++;
        } else {
            cost += 1 + cost_of(r, k, i > f->at);
        }
    }
    return cost + 1;
}

/* Whether the sentence is a caption. Some only show it by ending in a full
 * date: "Roe greets Poe in Bern, March 4, 2014." */
bool ent_i_is_shown(const ent_i_passage *r, const ent_i_finding *f)
{
    enum { END = 14 };
    uint8_t form = r->nodes[f->at].form;
    bool present = form == ENT_I_FORM_THIRD || form == ENT_I_FORM_BASE;
    if (ent_i_is_caption(r))
        return true;
    if (r->field != ENT_FIELD_TEXT)
        return false;
    for (uint32_t i = f->at + 1; i < r->node_count; i++) {
        ent_i_when when;
        if (r->nodes[i].what == ENT_I_QUOTE)
            return false;
        if ((present || i + END >= r->node_count) &&
            ent_i_read_when(r, i, false, &when) && when.year &&
            when.from == when.to && when.from != ENT_NO_DATE)
            return true;
    }
    return false;
}
