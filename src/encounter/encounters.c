/* Goes through the sentences that contain a word of contact and a person, and
 * records who is said to meet whom, when and where. */
#include <string.h>

#include "core/error.h"
#include "encounter/dates.h"
#include "encounter/encounter.h"
#include "encounter/events.h"
#include "encounter/passage.h"
#include "encounter/reference.h"

/* In nodes. Dates are found farther from their verb than places. */
enum { WHEN_REACH = 28, WHERE_REACH = 16 };

/* ---- which sentences ---- */

/* Works on raw tokens before anything is built, since most sentences of an
 * article stop here. */
static bool has_contact_word(const ent_i_passage *r, const ent_i_text *text)
{
    uint32_t end = text->first.items[r->sentence + 1];
    for (uint32_t i = text->first.items[r->sentence]; i < end; i++) {
        const ent_i_token *token = &text->tokens.items[i];
        size_t size = token->end - token->start;
        if (size == 1 && r->bytes[token->start] == 'e')
            return true; /* from "e-mailed" */
        if (token->kind <= ENT_I_TOKEN_UPPER && size > 2 &&
            ent_i_is_contact_word(ent_i_token_lexeme(text, token)))
            return true;
    }
    return false;
}

/* Whether the sentence is short and names two persons, as captions do. */
static bool may_be_caption(const ent_i_passage *r, const ent_i_text *text,
                           uint32_t mention)
{
    enum { CAPTION_MAX = 30 };
    const ent_article *article = r->article;
    uint32_t people = 0;
    for (; mention < article->mentions.n &&
           article->mentions.items[mention].sentence == r->sentence;
         mention++)
        people += article->mentions.items[mention].type == ENT_PERSON;
    return people > 1 &&
           text->first.items[r->sentence + 1] - text->first.items[r->sentence] <
               CAPTION_MAX;
}

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
static bool add_when(ent_article *article, const ent_i_passage *r,
                     ent_i_finding *f, ent_encounter *out)
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

static bool add_where(ent_article *article, const ent_i_passage *r,
                      const ent_i_finding *f, ent_encounter *out)
{
    uint32_t where = find_where(r, f);
    if (where == ENT_NONE)
        return true;
    out->where =
        keep(article, r->bytes, r->nodes[where].start, r->nodes[where].end);
    return out->where != NULL;
}

/* What is needed to write an article's encounters. */
typedef struct writer {
    ent_article *article;
    ent_i_passage *reading;
    ENT_I_VEC(uint8_t) traits; /* one per encounter, for ent_i_settle_events */
} writer;

/* "is meeting", but not "was meeting". */
static bool is_ongoing(const ent_i_passage *r, const ent_i_finding *f)
{
    static const char *const present[] = {"is", "are", "am", NULL};
    return f->verb && r->nodes[f->at].form == ENT_I_FORM_ING && f->at > 0 &&
           ent_i_is_any(r, f->at - 1, present);
}

/* Adds the encounter unless the sentence has already stated it. Joint
 * appearances and words to a person give way to a meeting or call of the same
 * people. */
static bool add_new(writer *w, const ent_encounter *e, uint8_t traits)
{
    ent_article *article = w->article;
    for (size_t i = article->encounters.n; i-- > 0;) {
        ent_encounter *known = &article->encounters.items[i];
        if (known->sentence != e->sentence)
            break;
        bool same = known->kind == e->kind && known->standing == e->standing;
        /* Covered when all its people are in a known encounter. */
        bool covered =
            ent_i_shared_people(article, e, known) == e->participant_count;
        if (covered && (same || traits & ENT_I_T_TOLD || e->kind == ENT_JOINT))
            return true;
        if (known->kind == ENT_JOINT && e->kind == ENT_MEET &&
            e->standing == ENT_HELD &&
            ent_i_shared_people(article, known, e) ==
                known->participant_count) {
            *known = *e;
            w->traits.items[i] = traits;
            return true;
        }
    }
    return ent_i_vec_push(&w->traits, traits) &&
           ent_i_vec_push(&article->encounters, *e);
}

static bool add_encounter(writer *w, ent_i_finding *f, const uint32_t *people,
                          uint32_t count)
{
    ent_article *article = w->article;
    const ent_i_passage *r = w->reading;
    ent_encounter e = {.size = sizeof e};
    uint32_t *participants =
        ent_i_arena_alloc(&article->arena, count * sizeof *participants);
    if (!participants)
        return false;
    memcpy(participants, people, count * sizeof *participants);
    e.participants = participants;
    e.participant_count = count;
    e.sentence = r->sentence;
    e.start = r->nodes[f->first].start;
    e.end = r->nodes[f->last].end;
    e.field = r->field;
    e.kind = f->kind;
    e.standing = f->standing;
    e.confidence = f->confidence;
    e.when = ENT_NO_DATE;
    if (!add_when(article, r, f, &e) || !add_where(article, r, f, &e))
        return false;
    return add_new(w, &e,
                   (uint8_t)((f->told ? ENT_I_T_TOLD : 0) |
                             (is_ongoing(r, f) ? ENT_I_T_ONGOING : 0)));
}

/* Several people who were met separately make several encounters, each with the
 * first. */
static bool add_finding(writer *w, ent_i_finding *f)
{
    f->kind = (uint8_t)ent_i_read_kind(w->reading, f);
    f->standing = (uint8_t)ent_i_read_standing(w->reading, f);
    if (!f->separate)
        return add_encounter(w, f, f->people, f->count);
    for (uint32_t i = 1; i < f->count; i++) {
        uint32_t pair[2] = {f->people[0], f->people[i]};
        if (!add_encounter(w, f, pair, 2))
            return false;
    }
    return true;
}

/* Reads nodes, references and groups, then each word of contact by itself. What
 * cannot be read is skipped: a missed contact is not an error. */
static bool read_sentence(writer *w, const ent_i_text *text)
{
    ent_i_passage *r = w->reading;
    if (!ent_i_read_nodes(r, text))
        return true;
    if (r->part == ENT_I_LIST_NONE)
        ent_i_read_references(r);
    ent_i_read_groups(r);
    if (!r->group_count)
        return true;
    ent_i_finding finding;
    if (ent_i_read_caption(r, &finding) && !add_finding(w, &finding))
        return false;
    for (uint32_t i = 0; i < r->node_count; i++)
        if (r->nodes[i].what == ENT_I_WORD &&
            r->nodes[i].is & (ENT_I_W_CONTACT_V | ENT_I_W_CONTACT_N) &&
            ent_i_read_contact(r, i, &finding) && !add_finding(w, &finding))
            return false;
    return true;
}

static bool has_links(const ent_i_passage *r, const ent_i_text *text)
{
    for (uint32_t i = text->first.items[r->sentence];
         i < text->first.items[r->sentence + 1]; i++)
        if (text->tokens.items[i].list == ENT_I_LIST_LINKS)
            return true;
    return false;
}

/* Whether the sentence, whose mentions begin at `mention`, names persons in
 * furniture. */
static bool has_furniture(const ent_i_passage *r, uint32_t mention)
{
    const ent_article *article = r->article;
    for (; mention < article->mentions.n &&
           article->mentions.items[mention].sentence == r->sentence;
         mention++)
        if (article->mentions.items[mention].type == ENT_PERSON &&
            article->mentions.items[mention].role == ENT_ROLE_FURNITURE)
            return true;
    return false;
}

/* What the story says, then what teasers and captions of the archive say, then
 * the lists of links in the sentence. */
static bool read_parts(writer *w, const ent_i_text *text, uint32_t mention)
{
    ent_i_passage *r = w->reading;
    r->part = ENT_I_LIST_NONE;
    r->role = ENT_ROLE_STORY;
    if (!read_sentence(w, text))
        return false;
    if (!has_furniture(r, mention))
        return true;
    r->role = ENT_ROLE_FURNITURE;
    if (!read_sentence(w, text))
        return false;
    r->part = ENT_I_LIST_LINKS;
    return !has_links(r, text) || read_sentence(w, text);
}

/* One passage serves all sentences; it is too large for the stack. Mentions are
 * in sentence order, so a single index moves along with them. */
ent_status ent_i_find_encounters(ent_article *article, const ent_i_text *text,
                                 ent_error *error)
{
    if (!article->mentions.n)
        return ENT_OK;
    ent_i_passage *r = ent_i_malloc(sizeof *r);
    if (!r)
        return ent_i_no_memory(error, "relate");
    writer w = {article, r, {0}};
    bool fine = true;
    uint32_t mention = 0;
    r->article = article;
    for (size_t i = 0; fine && i < article->sentences.n; i++) {
        r->sentence = (uint32_t)i;
        r->field = article->sentences.items[i].field;
        r->bytes = ent_article_field(article, r->field);
        while (mention < article->mentions.n &&
               article->mentions.items[mention].sentence < i)
            mention++;
        if (has_contact_word(r, text) || may_be_caption(r, text, mention))
            fine = read_parts(&w, text, mention);
    }
    if (fine)
        ent_i_settle_events(article, w.traits.items);
    ent_i_vec_free(&w.traits);
    ent_i_free(r);
    return fine ? ENT_OK : ent_i_no_memory(error, "relate");
}
