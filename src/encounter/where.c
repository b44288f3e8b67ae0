/* Where a contact took place or will take place. */
#include "encounter/details.h"

#include "encounter/nearness.h"

/* In nodes. */
enum { WHERE_REACH = 18 };

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
    bool caption = ent_i_is_shown(r, f);
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
                       : caption ? ent_i_away_in_caption(f, i)
                                 : ent_i_away(r, f, i);
        if (far < best && (attribute || !is_of_noun(r, f, before))) {
            best = far;
            found = i;
        }
    }
    return found;
}

bool ent_i_add_where(ent_article *article, const ent_i_passage *r,
                     const ent_i_finding *f, ent_encounter *out)
{
    uint32_t where = find_where(r, f);
    if (where == ENT_NONE)
        return true;
    const ent_i_item *node = &r->nodes[where];
    out->where = ent_i_arena_strndup(&article->arena, r->bytes + node->start,
                                     node->end - node->start);
    return out->where != NULL;
}
