/* When and where a contact took place or will take place. */
#include "encounter/details.h"

#include <string.h>

#include "encounter/dates.h"

/* In nodes. Dates are found farther from their verb than places. */
enum { WHEN_REACH = 28, WHERE_REACH = 16 };

/* ---- when and where ---- */

/* In nodes. */
static uint32_t distance(uint32_t a, uint32_t b)
{
    return a > b ? a - b : b - a;
}

/* A penalty for each clause that opens between the contact and a date after
 * it: "the first meeting since he seized power last week". */
static uint32_t clauses_between(const ent_i_passage *r, uint32_t at,
                                uint32_t date)
{
    enum { PENALTY = 12 };
    uint32_t penalty = 0;
    for (uint32_t i = at + 1; i < date; i++)
        if (r->nodes[i].what == ENT_I_WORD && r->nodes[i].is & ENT_I_W_COMP)
            penalty += PENALTY;
    return penalty;
}

/* Whether a verb stands between the place at node i and the contact after it.
 * If so, the place belongs to something else. */
static bool is_elsewhere(const ent_i_passage *r, uint32_t i, uint32_t at)
{
    for (uint32_t k = i + 1; k < at; k++)
        if (ent_i_is_verb(r, k) &&
            !(r->nodes[k].is & (ENT_I_W_CONTROL | ENT_I_W_LIGHT)))
            return true;
    return false;
}

/* "on Friday" is the next Friday in a plan, the last one in a report. Whatever
 * came before a meeting is a report: "spoke before the meeting". */
static bool is_ahead(const ent_i_passage *r, const ent_i_finding *f)
{
    enum { NEAR = 3 };
    if (f->standing != ENT_PLANNED && f->standing != ENT_PROPOSED)
        return false;
    for (uint32_t i = f->at, step = 0; i-- > 0 && step < NEAR; step++)
        if (ent_i_is_text(r, i, "before"))
            return false;
    return true;
}

/* The date nearest to the contact. News puts dates after the contact, so those
 * are preferred. */
static bool find_when(const ent_i_passage *r, const ent_i_finding *f,
                      ent_i_when *out)
{
    bool ahead = is_ahead(r, f);
    uint32_t best = WHEN_REACH;
    for (uint32_t i = 0; i < r->node_count; i++) {
        ent_i_when when;
        if (!ent_i_read_when(r, i, ahead, &when))
            continue;
        /* "the first call since 1979": there was none in that year. */
        if (when.first > 0 && ent_i_is_text(r, when.first - 1, "since"))
            continue;
        /* A date before the contact counts as four nodes farther away. */
        uint32_t away = distance(i, f->at) + (i < f->at ? 4 : 0) +
                        clauses_between(r, f->at, i);
        if (away < best) {
            best = away;
            *out = when;
        }
        i = when.last;
    }
    return best < WHEN_REACH;
}

/* Whether the name at node i is a place where people meet: a place according to
 * the recogniser, or an institution's building. */
static bool is_venue(const ent_i_passage *r, uint32_t i)
{
    const ent_i_item *node = &r->nodes[i];
    if (node->what != ENT_I_NAME || node->mention == ENT_NONE)
        return false;
    const ent_mention *m = &r->article->mentions.items[node->mention];
    if (m->type == ENT_PLACE)
        return true;
    static const char *const venues[] = {"white house", "kremlin", "pentagon",
                                         "capitol",     "elysee",  "vatican",
                                         NULL};
    for (const char *const *v = venues; *v; v++)
        if (strcmp(node->text, *v) == 0)
            return true;
    return false;
}

/* The nearest place wins. One before the contact counts as two nodes farther
 * away, since news puts places after it. A place needs a preposition, or the
 * contact itself, to make it the meeting place. */
static uint32_t find_where(const ent_i_passage *r, const ent_i_finding *f)
{
    static const char *const prepositions[] = {
        "in", "at", "near", "outside", "inside", "for", "to", NULL};
    uint32_t best = WHERE_REACH, found = ENT_NONE;
    for (uint32_t i = 1; i < r->node_count; i++) {
        if (!is_venue(r, i) || (i < f->at && is_elsewhere(r, i, f->at)))
            continue;
        uint32_t before = i - 1;
        if (before > 0 && ent_i_is_text(r, before, "the"))
            before--;
        bool at = ent_i_is_any(r, before, prepositions);
        /* "the White House meeting" */
        at |= i + 1 == f->at && !f->verb;
        uint32_t away = distance(i, f->at) + (i < f->at ? 2 : 0);
        if (at && away < best) {
            best = away;
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

/* "their meeting next week": nothing else can happen in between. */
static bool is_next(const ent_i_passage *r, const ent_i_finding *f,
                    const ent_i_when *when)
{
    if (when->first < f->at || !ent_i_is_text(r, when->first, "next"))
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
    if (article->date == ENT_NO_DATE)
        return (ent_standing)f->standing;
    int year, month, day;
    ent_i_date_civil(article->date, &year, &month, &day);
    bool later = when->date != ENT_NO_DATE ? when->date > article->date
                                           : is_next(r, f, when);
    if (f->standing == ENT_HELD && later &&
        !(f->verb && form == ENT_I_FORM_PAST))
        return ENT_PLANNED;
    if (f->standing == ENT_PLANNED && when->year && when->year < year)
        return ENT_HELD;
    return (ent_standing)f->standing;
}

/* Also true without a date: most contacts have none. The text shown includes
 * "on". */
bool ent_i_add_when(ent_article *article, const ent_i_passage *r,
                    const ent_i_finding *f, ent_encounter *out)
{
    ent_i_when when = {0, 0, ENT_NO_DATE, 0};
    if (!find_when(r, f, &when))
        return true;
    uint32_t first = when.first;
    if (first > 0 && ent_i_is_text(r, first - 1, "on"))
        first--;
    out->when_text =
        keep(article, r->bytes, r->nodes[first].start, r->nodes[when.last].end);
    out->when = when.date;
    out->standing = (uint8_t)standing_by_date(article, r, f, &when);
    return out->when_text != NULL;
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

