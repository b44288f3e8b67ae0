#include "recognise/claim.h"

#include "recognise/annotated.h"
#include "recognise/titles.h"

/* Below it the tagger guesses, and what it says would be dropped. */
static const float GUESSED = 0.45f;

/* Whether everything from one byte to the other is a title of several words. */
static bool is_title_from(const ent_i_place *p, uint32_t from, uint32_t to)
{
    size_t last = ent_i_place_after(p, to), first = ent_i_place_after(p, from);
    return last && first + 1 < last && ent_i_title_first(p, last - 1) <= first;
}

/* Whether the mention is open to correction: a doubtful one, of the name or a
 * part of it, or of title and name. In a label nothing but the name stands. */
static bool is_open(const ent_i_place *p, const ent_mention *held,
                    const ent_mention *made)
{
    if (held->type != ENT_PERSON && held->end == made->end &&
        held->start < made->start && held->confidence < ENT_I_REIGNING &&
        is_title_from(p, held->start, made->start))
        return true;

    bool sure = made->confidence >= ENT_I_REIGNING;
    size_t next = ent_i_place_after(p, made->end);
    bool replaces = made->confidence >= ENT_I_LABELLED ||
                    (sure && (held->type != ENT_PERSON ||
                              ent_i_place_has(p, next, ENT_I_U_AND)));
    if (held->confidence >= made->confidence ||
        (held->end > made->end && !replaces))
        return false;
    if (held->start >= made->start)
        return held->type == ENT_PERSON || held->confidence < GUESSED || sure;
    return (sure || (held->type != ENT_PERSON && held->end == made->end)) &&
           ent_i_place_title(p, ent_i_place_after(p, held->start));
}

/* Keeps the land of "King Roe of Jordan", all of which was a place, as one. */
static bool add_territory(ent_article *article, const ent_i_place *p,
                          const ent_mention *whole, size_t end)
{
    ent_mention land = *whole;
    if (whole->type != ENT_PLACE || end + 1 >= p->count ||
        !ent_i_place_has(p, end, ENT_I_U_OF) ||
        p->tokens[end + 1].start >= whole->end)
        return true;
    land.start = land.honorific_start = land.honorific_end =
        p->tokens[end + 1].start;
    return ent_i_vec_push(&article->mentions, land);
}

bool ent_i_claim(ent_article *article, const ent_i_passage *in, size_t from,
                 size_t first, size_t end, float confidence)
{
    const ent_i_place *p = &in->p;
    ent_mention *held = NULL;
    ent_mention made = {.size = sizeof made,
                        .start = p->tokens[first].start,
                        .end = p->tokens[end - 1].end,
                        .sentence = in->sentence,
                        .cluster = ENT_NONE,
                        .confidence = confidence,
                        .type = ENT_PERSON,
                        .field = article->sentences.items[in->sentence].field};
    for (size_t i = 0; i < in->n; i++) {
        ent_mention *m = &article->mentions.items[in->from + i];
        if (m->start >= made.end || m->end <= p->tokens[from].start)
            continue;
        if (!is_open(p, m, &made))
            return true;
        held = held ? held : m;
    }
    if (!held)
        return ent_i_vec_push(&article->mentions, made);
    made.honorific_start = made.honorific_end = made.start;
    ent_mention whole = *held;
    *held = made; /* overlaps the others, which are dropped */
    return add_territory(article, p, &whole, end);
}

void ent_i_passage_enter(ent_i_passage *in, const ent_article *article,
                         const ent_i_text *text, uint32_t sentence,
                         size_t found)
{
    const ent_mention *mentions = article->mentions.items;
    ent_field field = (ent_field)article->sentences.items[sentence].field;
    size_t first = text->first.items[sentence];
    in->p.bytes = ent_article_field(article, field);
    in->p.tokens = text->tokens.items + first;
    in->p.count = text->first.items[sentence + 1] - first;
    in->sentence = sentence;
    in->from += in->n;
    for (in->n = 0; in->from + in->n < found; in->n++)
        if (mentions[in->from + in->n].sentence != sentence)
            break;
}
