/* Records who is said to meet whom, when and where: the model of contacts
 * judges each pair of persons in a sentence, and pairs in contact become
 * encounters. */
#include "encounter/encounter.h"

#include <string.h>

#include "core/error.h"
#include "encounter/contact_model.h"
#include "encounter/details.h"
#include "encounter/events.h"
#include "encounter/manner.h"
#include "encounter/scan.h"

/* A pair that may be in contact. */
typedef struct contact {
    ent_i_pair pair;
    const ent_i_finding *finding; /* what the grammar reads, or NULL */
    ent_i_odds odds;
    bool sure; /* enough to be told of by itself */
    bool written;
} contact;

/* What is needed to write an article's encounters. */
typedef struct writer {
    ent_article *article;
    const ent_i_contact_model *model;
    const ent_i_outline *outline;
    ENT_I_VEC(contact) contacts; /* of the sentence */
    ENT_I_VEC(bool) told;        /* by encounter, for ent_i_settle_events */
} writer;

/* ---- who is in contact ---- */

/* Of a pair that is not sure, for it to take part in an event of others. */
static const float LEAST_CHANCE = 0.3f;

/* Whether they are rather said to meet, now or later, than not to. */
static bool is_real(const ent_i_odds *odds)
{
    return odds->real >= odds->unreal;
}

static float chance_of(const ent_i_odds *odds)
{
    return is_real(odds) ? odds->real : odds->unreal;
}

static uint8_t likeliest_kind(const float of[ENT_KIND_COUNT])
{
    uint8_t best = 0;
    for (uint8_t k = 1; k < ENT_KIND_COUNT; k++)
        if (of[k] > of[best])
            best = k;
    return best;
}

static ent_standing likelier(const float of[ENT_STANDING_COUNT],
                             ent_standing one, ent_standing two)
{
    return of[two] > of[one] ? two : one;
}

static ent_standing likeliest_standing(const float of[ENT_STANDING_COUNT],
                                       bool real)
{
    return real ? likelier(of, ENT_HELD, ENT_PLANNED)
                : likelier(of, ENT_PROPOSED, ENT_DENIED);
}

/* Proposed and denied contacts are rare: one is told of only where all that is
 * said of it is more probable than not. */
static bool is_sure(const ent_i_contact_model *model, const ent_i_odds *odds)
{
    if (is_real(odds))
        return odds->real >= model->threshold;
    float both = odds->standing[ENT_PROPOSED] + odds->standing[ENT_DENIED];
    return odds->unreal * odds->kind[likeliest_kind(odds->kind)] *
               odds->standing[likeliest_standing(odds->standing, false)] >
           0.5f * both;
}

/* Judges the two persons at the places where they are most probably in
 * contact. */
static ent_i_odds judge_best(const writer *w, const ent_i_pair *places,
                             size_t count, size_t *best)
{
    uint64_t keys[ENT_I_PAIR_KEYS];
    ent_i_odds likeliest = {.real = -1.0f};
    for (size_t i = 0; i < count; i++) {
        size_t n = ent_i_pair_features(w->outline, &places[i], keys);
        ent_i_odds odds = ent_i_contact_judge(w->model, keys, n);
        if (odds.real + odds.unreal > likeliest.real + likeliest.unreal) {
            likeliest = odds;
            *best = i;
        }
    }
    return likeliest;
}

static bool judge(void *ctx, const ent_i_pair *places, size_t count)
{
    writer *w = ctx;
    size_t at = 0;
    contact c = {.odds = judge_best(w, places, count, &at)};
    if (chance_of(&c.odds) < LEAST_CHANCE)
        return true;
    c.pair = places[at];
    c.finding = ent_i_pair_finding(w->outline, &places[at]);
    c.sure = is_sure(w->model, &c.odds);
    return ent_i_vec_push(&w->contacts, c);
}

/* ---- one event with all its participants ---- */

/* An encounter while its participants are gathered. Its pairs are of one kind
 * and standing, of which each pair says something. */
typedef struct event {
    ent_i_finding finding; /* who, and the words that state it */
    bool real;
    float odds; /* of the weakest pair that is sure */
    float kind[ENT_KIND_COUNT];
    float standing[ENT_STANDING_COUNT];
} event;

static bool names(const writer *w, const contact *c, uint32_t person)
{
    const ent_article *article = w->article;
    return ent_i_same_person(article, c->pair.people[0], person) ||
           ent_i_same_person(article, c->pair.people[1], person);
}

/* What may be a contact of the two persons, real or not; or NULL. */
static contact *contact_of(const writer *w, bool real, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < w->contacts.n; i++) {
        contact *c = &w->contacts.items[i];
        if (is_real(&c->odds) == real && names(w, c, a) && names(w, c, b))
            return c;
    }
    return NULL;
}

static void widen(ent_i_finding *f, uint32_t node)
{
    if (node < f->first)
        f->first = node;
    if (node > f->last)
        f->last = node;
}

/* What is said to be proposed or denied may have taken place as well; of what
 * took place only that much is sure. */
static float odds_of(const ent_i_odds *odds)
{
    return is_real(odds) ? odds->real : odds->real + odds->unreal;
}

/* Takes the contact into the event. */
static void take(event *e, contact *c)
{
    float chance = chance_of(&c->odds), odds = odds_of(&c->odds);
    c->written = true;
    if (c->sure && odds < e->odds)
        e->odds = odds;
    for (unsigned k = 0; k < ENT_KIND_COUNT; k++)
        e->kind[k] += chance * c->odds.kind[k];
    for (unsigned s = 0; s < ENT_STANDING_COUNT; s++)
        e->standing[s] += chance * c->odds.standing[s];
    widen(&e->finding, c->pair.nodes[0]);
    widen(&e->finding, c->pair.nodes[1]);
}

/* Begins with the words of contact that connect the two. */
static event begin_event(const writer *w, contact *c)
{
    const ent_i_passage *r = w->outline->passage;
    event e = {.real = is_real(&c->odds), .odds = 1.0f};
    uint32_t at = ent_i_pair_trigger(w->outline, &c->pair);
    if (c->finding) {
        e.finding = *c->finding;
    } else {
        e.finding.at = at == ENT_NONE ? c->pair.nodes[0] : at;
        const ent_i_lexeme *word = r->nodes[e.finding.at].word;
        e.finding.verb =
            word->verb && (!word->noun || !ent_i_is_noun(r, e.finding.at));
        e.finding.told = e.finding.verb && word->verb->takes & ENT_I_A_TELL;
    }
    e.finding.first = e.finding.last = e.finding.at;
    e.finding.count = 2;
    memcpy(e.finding.people, c->pair.people, sizeof c->pair.people);
    take(&e, c);
    return e;
}

/* Whether the person may be in contact with each participant so far, and surely
 * is with half of them: of a long list some pair always looks less so. */
static bool joins(const writer *w, const event *e, uint32_t person)
{
    const ent_i_finding *f = &e->finding;
    uint32_t sure = 0;
    for (uint32_t k = 0; k < f->count; k++) {
        if (ent_i_same_person(w->article, f->people[k], person))
            return false;
        const contact *c = contact_of(w, e->real, f->people[k], person);
        if (!c)
            return false;
        sure += c->sure;
    }
    return 2 * sure >= f->count && f->count < 2 * ENT_I_GROUP_MAX;
}

static void add_person(const writer *w, event *e, uint32_t person)
{
    ent_i_finding *f = &e->finding;
    for (uint32_t k = 0; k < f->count; k++)
        take(e, contact_of(w, e->real, f->people[k], person));
    f->people[f->count++] = person;
}

static void gather(const writer *w, event *e)
{
    for (size_t i = 0; i < w->contacts.n; i++)
        for (unsigned p = 0; p < 2; p++) {
            uint32_t person = w->contacts.items[i].pair.people[p];
            if (joins(w, e, person))
                add_person(w, e, person);
        }
    e->finding.kind = likeliest_kind(e->kind);
    e->finding.standing = (uint8_t)likeliest_standing(e->standing, e->real);
}

/* ---- writing it down ---- */

/* People are listed in the order of the text. */
static void sort_people(uint32_t *people, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++)
        for (uint32_t k = i; k > 0 && people[k] < people[k - 1]; k--) {
            uint32_t other = people[k];
            people[k] = people[k - 1];
            people[k - 1] = other;
        }
}

static bool write_event(writer *w, event *e)
{
    ent_article *article = w->article;
    const ent_i_passage *r = w->outline->passage;
    ent_i_finding *f = &e->finding;
    ent_encounter out = {.size = sizeof out};
    sort_people(f->people, f->count);
    uint32_t *participants =
        ent_i_arena_alloc(&article->arena, f->count * sizeof *participants);
    if (!participants)
        return false;
    memcpy(participants, f->people, f->count * sizeof *participants);
    out.participants = participants;
    out.participant_count = f->count;
    out.sentence = r->sentence;
    out.start = r->nodes[f->first].start;
    out.end = r->nodes[f->last].end;
    out.field = r->field;
    out.kind = f->kind;
    out.standing = f->standing;
    out.confidence = ent_i_contact_confidence(w->model, e->odds);
    out.when = ENT_NO_DATE;
    ent_i_add_manner(r, f, &out);
    return ent_i_add_when(article, r, f, &out) &&
           ent_i_add_where(article, r, f, &out) &&
           ent_i_vec_push(&w->told, f->told) &&
           ent_i_vec_push(&article->encounters, out);
}

/* Writes the encounter that the contact is part of. */
static bool write_contact(writer *w, size_t i)
{
    event e = begin_event(w, &w->contacts.items[i]);
    gather(w, &e);
    return write_event(w, &e);
}

static bool write_sentence(void *ctx, const ent_i_outline *outline)
{
    writer *w = ctx;
    w->outline = outline;
    w->contacts.n = 0;
    if (!ent_i_each_pair(outline->passage, judge, w))
        return false;
    for (size_t i = 0; i < w->contacts.n; i++)
        if (w->contacts.items[i].sure && !w->contacts.items[i].written &&
            !write_contact(w, i))
            return false;
    return true;
}

ent_status ent_i_find_encounters(ent_article *article, const ent_i_text *text,
                                 ent_error *error)
{
    writer w = {.article = article, .model = ent_i_contact_model_default()};
    if (!w.model)
        return ent_i_fail(error, ENT_ERR_FORMAT, "encounter",
                          "the built-in model of contacts is damaged");
    ent_status status = ent_i_scan(article, text, write_sentence, &w, error);
    if (!status)
        ent_i_settle_events(article, w.told.items);
    ent_i_vec_free(&w.contacts);
    ent_i_vec_free(&w.told);
    return status;
}
