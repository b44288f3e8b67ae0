/* When and where a contact took place or will take place. */
#include "encounter/details.h"

#include <string.h>

#include "encounter/dates.h"

/* In nodes. Dates are found farther from their verb than places. */
enum { WHEN_REACH = 30, WHERE_REACH = 18 };

/* What lies between a contact and what is said of it, in nodes. */
enum {
    QUOTE = 40, /* the edge of a quotation */
    PART = 16,  /* another clause */
    ACT = 8,    /* another verb */
    LOOSE = 3,  /* a verb that goes on with the same: "met X and discussed" */
    BEFORE = 4, /* news puts dates and places after the contact */
    OTHERS = 40 /* belongs to something else */
};

/* A gallery shows pictures of any age, each in one sentence. */
static bool is_caption(const ent_i_passage *r)
{
    for (uint32_t i = 0; i < r->node_count; i++)
        if (ent_i_is_around(r, i, ENT_I_AROUND_PICTURE))
            return true;
    return false;
}

/* ---- how far a word is from the contact ---- */

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
        return !after && is & ENT_I_W_CONTROL ? LOOSE : PART;
    if (is & carrying)
        return 0;
    bool goes_on = is & ENT_I_W_CONTROL || r->nodes[i].form == ENT_I_FORM_ING ||
                   (i > 0 && (ent_i_is_text(r, i - 1, "to") ||
                              ent_i_is_word(r, i - 1, ENT_I_W_CONJ)));
    return goes_on ? LOOSE : ACT;
}

static uint32_t cost_of(const ent_i_passage *r, uint32_t i, bool after)
{
    switch (r->nodes[i].what) {
    case ENT_I_QUOTE:
        return QUOTE;
    case ENT_I_STOP:
        return PART;
    case ENT_I_DASH:
        return LOOSE;
    case ENT_I_WORD:
        /* "after" and "before" may be prepositions; "when they met in 2014"
         * tells the time */
        if (ent_i_is_word(r, i, ENT_I_W_COMP) &&
            !ent_i_is_word(r, i, ENT_I_W_PREP))
            return is_meanwhile(r, i) ? LOOSE : PART;
        return cost_of_verb(r, i, after);
    default:
        return 0;
    }
}

/* In the caption of a picture: all of it is about one moment, but a heading may
 * stand before it. */
static uint32_t away_in_caption(const ent_i_finding *f, uint32_t i)
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
static uint32_t away(const ent_i_passage *r, const ent_i_finding *f, uint32_t i)
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
static bool is_shown(const ent_i_passage *r, const ent_i_finding *f)
{
    enum { END = 14 };
    uint8_t form = r->nodes[f->at].form;
    bool present = form == ENT_I_FORM_THIRD || form == ENT_I_FORM_BASE;
    if (is_caption(r))
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

/* ---- when ---- */

/* "on Friday" is the next Friday in a plan, the last one in a report. Whatever
 * came before a meeting is a report: "spoke before the meeting". */
static bool is_ahead(const ent_i_passage *r, const ent_i_finding *f)
{
    enum { NEAR = 3 };
    if (f->standing == ENT_HELD)
        return false;
    bool coming = f->standing != ENT_DENIED;
    for (uint32_t i = f->at, step = 0; i-- > 0 && step < NEAR; step++) {
        if (ent_i_is_text(r, i, "before"))
            return false;
        /* "will not meet" */
        coming |=
            ent_i_is_word(r, i, ENT_I_W_MODAL) || ent_i_is_text(r, i, "to");
    }
    return coming;
}

/* Whether the word before node i makes a date say when something else was:
 * "since 1979". */
static bool is_bound(const ent_i_passage *r, uint32_t i)
{
    if (i > 0 && ent_i_is_around(r, i - 1, ENT_I_AROUND_BOUND))
        return true;
    /* "the attacks of Sept. 11", but "the morning of Sept. 11" */
    if (i > 1 && ent_i_is_text(r, i - 1, "of") &&
        r->nodes[i - 2].what == ENT_I_WORD && !r->nodes[i - 2].word->period &&
        !(r->nodes[i - 2].word->calendar & ENT_I_CALENDAR_PART))
        return true;
    return false;
}

/* "said on Friday that he had met": it was before Friday. */
static bool is_of_speech(const ent_i_passage *r, const ent_i_finding *f,
                         uint32_t i)
{
    uint32_t said = i > 0 && ent_i_is_word(r, i - 1, ENT_I_W_PREP) ? i - 1 : i;
    return said > 0 && i < f->at && ent_i_is_word(r, said - 1, ENT_I_W_SAY) &&
           !ent_i_is_word(r, said - 1, ENT_I_W_CONTROL);
}

/* "said on Friday that he met": news tells on the day. */
static bool is_told_at_once(const ent_i_passage *r, const ent_i_finding *f)
{
    return f->standing == ENT_HELD && f->verb &&
           r->nodes[f->at].form == ENT_I_FORM_PAST && f->at > 0 &&
           !ent_i_is_text(r, f->at - 1, "had") &&
           !ent_i_is_word(r, f->at - 1, ENT_I_W_ADVERB);
}

/* Whether the date tells one noun from others: "Tuesday's debate", "the March 5
 * vote". What is said "in" or "during" it was then. */
static bool is_of_noun_after(const ent_i_passage *r, const ent_i_finding *f,
                             const ent_i_when *when)
{
    enum { PHRASE = 6 };
    uint32_t i = when->first;
    bool owned = i > 0 && (ent_i_is_word(r, i - 1, ENT_I_W_DET) ||
                           r->nodes[i - 1].possessive);
    if (!owned && !r->nodes[when->last].possessive)
        return false;
    i -= owned;
    if (i > 0 && ent_i_is_around(r, i - 1, ENT_I_AROUND_WITHIN))
        return false;
    for (uint32_t k = when->last + 1; k < r->node_count; k++) {
        const ent_i_item *node = &r->nodes[k];
        if (k == f->at)
            return false;
        if (k > when->last + PHRASE || node->what > ENT_I_NAME ||
            (node->what == ENT_I_WORD &&
             node->is & (ENT_I_W_PREP | ENT_I_W_AUX | ENT_I_W_MODAL)))
            return k > when->last + 1;
    }
    return true;
}

/* Whether the date stands right behind another verb: "a forum that starts
 * Monday". */
static bool is_of_verb(const ent_i_passage *r, const ent_i_finding *f,
                       const ent_i_when *when)
{
    uint32_t i = when->first;
    if (i > 0 && ent_i_is_text(r, i - 1, "on"))
        i--;
    /* "flew in on Monday for talks" */
    bool goal = ent_i_is_around(r, when->last + 1, ENT_I_AROUND_GOAL);
    return i > 0 && when->first < f->at && !goal && ent_i_is_verb(r, i - 1) &&
           !(r->nodes[i - 1].is & (ENT_I_W_AUX | ENT_I_W_MODAL));
}

/* "Next week, Roe leaves for Bern, where he meets": a date at the beginning is
 * that of the whole sentence. */
static uint32_t away_in_story(const ent_i_passage *r, const ent_i_finding *f,
                              const ent_i_when *when)
{
    enum { WHOLE = 16 };
    uint32_t far = away(r, f, when->first), last = when->last;
    if (far < WHOLE || when->first > 1 || last >= f->at ||
        r->nodes[last + 1].what != ENT_I_COMMA)
        return far;
    for (uint32_t i = last + 1; i < f->at; i++)
        if (r->nodes[i].what == ENT_I_QUOTE || r->nodes[i].what == ENT_I_STOP ||
            ent_i_is_word(r, i, ENT_I_W_SAY))
            return far;
    return WHOLE;
}

static uint32_t away_from_date(const ent_i_passage *r, const ent_i_finding *f,
                               const ent_i_when *when, bool caption)
{
    enum { MONTH = 31 };
    if (is_of_speech(r, f, when->first))
        return is_told_at_once(r, f) ? WHEN_REACH - 1 : WHEN_REACH;
    uint32_t other = is_of_verb(r, f, when) ? PART : 0;
    bool full = when->year && when->from == when->to;
    if (!caption || (!full && !is_caption(r)))
        return away_in_story(r, f, when) + other;
    return away_in_caption(f, when->first) + other +
           (when->to - when->from > MONTH ? ACT : 0);
}

/* The date nearest to the contact. */
static bool find_when(const ent_i_passage *r, const ent_i_finding *f,
                      ent_i_when *out)
{
    bool ahead = is_ahead(r, f), caption = is_shown(r, f);
    uint32_t best = WHEN_REACH;
    for (uint32_t i = 0; i < r->node_count; i++) {
        ent_i_when when;
        if (!ent_i_read_when(r, i, ahead, &when))
            continue;
        uint32_t far = away_from_date(r, f, &when, caption);
        bool other = is_bound(r, i) || is_of_noun_after(r, f, &when);
        if (far < best && !other) {
            best = far;
            *out = when;
        }
        i = when.last;
    }
    return best < WHEN_REACH;
}

/* "had met", "once told", "when he was governor", "years ago": before what the
 * article tells, so that its day says nothing. */
static bool is_past(const ent_i_passage *r, const ent_i_finding *f)
{
    enum { NEAR = 4 };
    for (uint32_t i = f->at, step = 0; i-- > 0 && step < NEAR; step++)
        if (f->verb && ent_i_is_text(r, i, "had"))
            return true;
    for (uint32_t i = 0; i < r->node_count; i++) {
        bool was =
            ent_i_is_text(r, i, "when") &&
            (ent_i_is_text(r, i + 2, "was") || ent_i_is_text(r, i + 2, "were"));
        bool past = r->nodes[i].what == ENT_I_WORD &&
                    r->nodes[i].word->calendar & ENT_I_CALENDAR_PAST;
        if ((was || past) && away(r, f, i) < WHEN_REACH)
            return true;
    }
    return is_caption(r);
}

/* ---- where ---- */

/* The last word of the name at node i. */
static const ent_i_lexeme *last_word(const ent_i_passage *r, uint32_t i,
                                     bool *alone)
{
    const char *start = r->bytes + r->nodes[i].start;
    const char *end = r->bytes + r->nodes[i].end, *at = end;
    while (at > start && at[-1] != ' ' && at[-1] != '\n')
        at--;
    *alone = at == start;
    return ent_i_lexeme_of(ent_i_lexicon_default(), at, (size_t)(end - at));
}

/* What the name says about people who meet there, as ENT_I_VENUE_ bits. */
static uint8_t venue_bits(const ent_i_passage *r, uint32_t i)
{
    bool alone;
    uint8_t bits = last_word(r, i, &alone)->venue;
    return bits & (alone ? ENT_I_VENUE_ALONE : ENT_I_VENUE_ENDS) ? bits : 0;
}

/* Whether the word at node i is a noun that the name before it tells from
 * others: "in US elections". */
static bool tells_noun(const ent_i_passage *r, uint32_t i)
{
    if (i >= r->node_count)
        return false;
    const ent_i_item *node = &r->nodes[i];
    const ent_i_lexeme *word = node->word;
    return node->what == ENT_I_WORD && !node->capital && *node->text &&
           (!node->is || node->is & ENT_I_W_BELONGS) && !word->venue &&
           !word->points && !word->period && !word->count && !word->calendar;
}

/* Whether the name at node i is a place where people meet: a place according to
 * the recogniser, or an institution's building. */
static bool is_venue(const ent_i_passage *r, uint32_t i)
{
    const ent_i_item *node = &r->nodes[i];
    if (node->what != ENT_I_NAME || node->mention == ENT_NONE ||
        node->possessive)
        return false;
    const ent_mention *m = &r->article->mentions.items[node->mention];
    return m->type == ENT_PLACE || venue_bits(r, i);
}

/* Whether the preposition at node i makes what follows a meeting place. One is
 * on a hill or an aircraft; "on Iran" is what they talk about. */
static bool is_locative(const ent_i_passage *r, uint32_t i, uint32_t place)
{
    if (ent_i_is_around(r, i, ENT_I_AROUND_PLACE | ENT_I_AROUND_GOAL))
        return true;
    return ent_i_is_text(r, i, "on") && venue_bits(r, place) & ENT_I_VENUE_ON;
}

/* "at a White House function" is at the White House, "in US politics" is
 * nowhere. */
static bool is_spot(const ent_i_passage *r, uint32_t i)
{
    return ent_i_is_around(r, i, ENT_I_AROUND_SPOT);
}

/* Whether the phrase that ends before node i, the preposition of a place, is
 * what they talk about, or an office: "the war in Syria". "at a hotel in
 * Vienna" and "during a visit in May" are not. */
static bool is_of_noun(const ent_i_passage *r, const ent_i_finding *f,
                       uint32_t i)
{
    enum { PHRASE = 5 };
    if (i == 0 || r->nodes[i - 1].what != ENT_I_WORD || i - 1 == f->at ||
        !ent_i_is_text(r, i, "in"))
        return false;
    for (uint32_t k = i, step = 0; k-- > 0 && step < PHRASE; step++) {
        const ent_i_item *node = &r->nodes[k];
        /* "discussed the war in Syria" */
        if (k == f->at)
            return f->verb && step > 0 &&
                   node->word->verb->sort == ENT_I_S_TALK;
        if (node->what != ENT_I_WORD ||
            node->is & (ENT_I_W_ADVERB | ENT_I_W_DAY | ENT_I_W_CONTACT_N) ||
            node->word->venue || node->word->points || node->word->period ||
            ent_i_is_around(r, k, ENT_I_AROUND_ASIDE))
            return false;
        /* "took place in", "stays behind in" */
        if (node->is & ENT_I_W_PREP || ent_i_is_verb(r, k))
            return step > 0 && !(node->is & ENT_I_W_LIGHT);
    }
    return true;
}

/* "the White House meeting", "their Geneva peace talks" */
static bool is_attribute(const ent_i_passage *r, const ent_i_finding *f,
                         uint32_t i)
{
    return !f->verb && f->at > i && f->at <= i + 2 &&
           (f->at == i + 1 || r->nodes[i + 1].what == ENT_I_WORD);
}

/* "after a visit to Bern, where he met Poe" */
static bool is_followed_by_where(const ent_i_passage *r, const ent_i_finding *f,
                                 uint32_t i)
{
    uint32_t next = i + 1;
    next += next < r->node_count && r->nodes[next].what == ENT_I_COMMA;
    return next < f->at && ent_i_is_text(r, next, "where") &&
           f->at < next + WHERE_REACH / 2;
}

/* The nearest place wins. It needs a preposition, or the contact itself, to
 * make it the meeting place. */
static uint32_t find_where(const ent_i_passage *r, const ent_i_finding *f)
{
    bool caption = is_shown(r, f);
    uint32_t best = WHERE_REACH, found = ENT_NONE;
    for (uint32_t i = 1; i < r->node_count; i++) {
        if (!is_venue(r, i))
            continue;
        uint32_t before = i - 1;
        if (before > 0 && ent_i_is_word(r, before, ENT_I_W_DET))
            before--;
        bool attribute = is_attribute(r, f, i);
        if (!attribute && !is_locative(r, before, i))
            continue;
        if (!attribute && !is_spot(r, before) && tells_noun(r, i + 1))
            continue;
        uint32_t far = attribute || is_followed_by_where(r, f, i) ? 1
                       : caption ? away_in_caption(f, i)
                                 : away(r, f, i);
        if (far < best && (attribute || !is_of_noun(r, f, before))) {
            best = far;
            found = i;
        }
    }
    return found;
}

/* ---- writing it down ---- */

/* The article owns the text of its encounters. */
static const char *keep(ent_article *article, const char *bytes, uint32_t start,
                        uint32_t end)
{
    return ent_i_arena_strndup(&article->arena, bytes + start, end - start);
}

/* Whether nothing else can happen between the contact and the date: "their
 * meeting next week". */
static bool is_right_after(const ent_i_passage *r, const ent_i_finding *f,
                           const ent_i_when *when)
{
    if (when->first < f->at)
        return false;
    for (uint32_t i = f->at + 1; i < when->first; i++)
        if (ent_i_is_verb(r, i) || r->nodes[i].what >= ENT_I_COMMA)
            return false;
    return true;
}

/* A future day turns something told in the present into a plan; a past year
 * turns "travelled to meet" into a meeting that was held. */
static ent_standing standing_by_date(const ent_article *article,
                                     const ent_i_passage *r,
                                     const ent_i_finding *f,
                                     const ent_i_when *when)
{
    ent_i_word_form form = (ent_i_word_form)r->nodes[f->at].form;
    /* Galleries are kept up after the article: what they show was held. */
    if (article->date == ENT_NO_DATE || when->from == ENT_NO_DATE ||
        is_shown(r, f))
        return (ent_standing)f->standing;
    int year, month, day;
    ent_i_date_civil(article->date, &year, &month, &day);
    bool later = when->from > article->date &&
                 (when->from == when->to || is_right_after(r, f, when));
    if (f->standing == ENT_HELD && later &&
        !(f->verb && form == ENT_I_FORM_PAST))
        return ENT_PLANNED;
    if (f->standing == ENT_PLANNED && when->year && when->year < year)
        return ENT_HELD;
    return (ent_standing)f->standing;
}

/* The text shown includes "on". */
static bool write_when(ent_article *article, const ent_i_passage *r,
                       const ent_i_when *when, ent_encounter *out)
{
    uint32_t first = when->first;
    if (first > 0 && ent_i_is_text(r, first - 1, "on"))
        first--;
    out->when_text = keep(article, r->bytes, r->nodes[first].start,
                          r->nodes[when->last].end);
    out->when_first = when->from;
    out->when_last = when->to;
    out->when = when->from == when->to ? when->from : ENT_NO_DATE;
    out->when_from = when->basis == ENT_WHEN_TEXT && is_caption(r)
                         ? ENT_WHEN_CAPTION
                         : when->basis;
    return out->when_text != NULL;
}

/* Also true without a date: most contacts have none. */
bool ent_i_add_when(ent_article *article, const ent_i_passage *r,
                    const ent_i_finding *f, ent_encounter *out)
{
    ent_i_when when = {.from = ENT_NO_DATE, .to = ENT_NO_DATE};
    out->when = out->when_first = out->when_last = ENT_NO_DATE;
    out->when_from = ENT_WHEN_UNKNOWN;
    if (find_when(r, f, &when)) {
        out->standing = (uint8_t)standing_by_date(article, r, f, &when);
        return write_when(article, r, &when, out);
    }
    if (article->date != ENT_NO_DATE && !is_past(r, f))
        out->when_from = ENT_WHEN_ARTICLE;
    return true;
}

bool ent_i_add_where(ent_article *article, const ent_i_passage *r,
                     const ent_i_finding *f, ent_encounter *out)
{
    uint32_t where = find_where(r, f);
    if (where == ENT_NONE)
        return true;
    out->where =
        keep(article, r->bytes, r->nodes[where].start, r->nodes[where].end);
    return out->where != NULL;
}
