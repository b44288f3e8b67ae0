/* When a contact took place or will take place. */
#include "encounter/details.h"

#include "encounter/dates.h"
#include "encounter/nearness.h"

/* In nodes: dates are found farther from their verb than places. */
enum { WHEN_REACH = 30 };

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
    uint32_t far = ent_i_away(r, f, when->first), last = when->last;
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
    uint32_t other = is_of_verb(r, f, when) ? ENT_I_PART : 0;
    bool full = when->year && when->from == when->to;
    if (!caption || (!full && !ent_i_is_caption(r)))
        return away_in_story(r, f, when) + other;
    return ent_i_away_in_caption(f, when->first) + other +
           (when->to - when->from > MONTH ? ENT_I_ACT : 0);
}

/* The date nearest to the contact. */
static bool find_when(const ent_i_passage *r, const ent_i_finding *f,
                      ent_i_when *out)
{
    bool ahead = is_ahead(r, f), caption = ent_i_is_shown(r, f);
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
        if ((was || past) && ent_i_away(r, f, i) < WHEN_REACH)
            return true;
    }
    return ent_i_is_caption(r);
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
        ent_i_is_shown(r, f))
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
    out->when_from = when->basis == ENT_WHEN_TEXT && ent_i_is_caption(r)
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
