/* The tagger finds "Joan Roe" in "Peter and Joan Roe", and Peter sometimes. The
 * word before "and" is his given name if the lexicon or the model's lists have
 * it as one; "Dunn and Joan Roe" are two others. */
#include "recognise/couples.h"

#include "core/error.h"
#include "recognise/annotated.h"
#include "recognise/given.h"
#include "recognise/place.h"
#include "recognise/titles.h"

/* As sure as a name behind a title. */
static const float JOINED = 0.7f;

/* What the first half of a couple is. */
typedef enum half { NO_HALF, GIVEN_NAME, TITLE } half;

static bool is_and(const ent_i_place *p, size_t i)
{
    return ent_i_place_has(p, i, ENT_I_U_AND) || ent_i_place_is(p, i, "&");
}

/* A name's first word, right after "and", behind it another name word. */
static bool begins_full_name(const ent_i_place *p)
{
    return p->end >= p->first + 2 && ent_i_is_name_word(&p->tokens[p->first]);
}

static bool is_title(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *title = ent_i_place_title(p, i);
    return title && title->title & ENT_I_TITLE_HEAD &&
           p->tokens[i].kind != ENT_I_TOKEN_LOWER;
}

/* "Mrs.", "Lady", "Señora": not an office of hers, which may be another of one
 * person's ("Vice President and Senior Counsel Joan Roe"). */
static bool is_wife(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *title = ent_i_place_title(p, i);
    return title && title->title & ENT_I_TITLE_UPPER &&
           title->title_gender == ENT_I_FEMALE;
}

static bool is_husband(const ent_i_place *p, size_t i)
{
    return is_title(p, i) &&
           ent_i_place_title(p, i)->title_gender != ENT_I_FEMALE;
}

/* "the Colonel and Mrs. Roe": the article makes it a description. */
static bool is_described(const ent_i_place *p, size_t i)
{
    return i > 0 && ent_i_place_has(p, i - 1, ENT_I_U_ARTICLE);
}

/* What stands at *i, before the mention and its "and": nothing that has a title
 * itself ("Prince Peter and Joan Roe"). */
static half find_half(const ent_i_place *p, const ent_mention *m,
                      const ent_i_gazetteer *gazetteer, size_t *i)
{
    size_t name = p->first;
    bool titled = m->honorific_start < m->honorific_end;
    if (titled)
        name = ent_i_place_after(p, m->honorific_start);
    if (name < 2 || !is_and(p, name - 1))
        return NO_HALF;
    *i = name - 2;
    if (titled)
        return is_husband(p, *i) && !is_described(p, *i) && is_wife(p, name)
                   ? TITLE
                   : NO_HALF;
    bool alone =
        *i == 0 || (!ent_i_is_name_word(&p->tokens[*i - 1]) &&
                    !p->tokens[*i].glued && !ent_i_place_title(p, *i - 1));
    return alone && begins_full_name(p) && ent_i_is_given_word(p, gazetteer, *i)
               ? GIVEN_NAME
               : NO_HALF;
}

/* "Lady Roe" is left whole elsewhere, but not in "Lord and Lady Roe". */
static void leave_title(const ent_article *article, ent_i_place *p,
                        ent_mention *m)
{
    if (p->first < 2 || p->end < p->first + 2 || !is_and(p, p->first - 1) ||
        !is_husband(p, p->first - 2) || !is_wife(p, p->first))
        return;
    m->start = p->tokens[++p->first].start;
    ent_i_honorific_find(article, p->text, m);
}

/* The mention of token i before mention `next`, or NULL. */
static ent_mention *held_before(const ent_article *article,
                                const ent_i_place *p, size_t next, size_t i)
{
    ent_mention *m = &article->mentions.items[next];
    return next && m[-1].field == m->field && m[-1].end > p->tokens[i].start &&
                   m[-1].start < p->tokens[i].end
               ? m - 1
               : NULL;
}

/* Makes a person of token i, for the mention. */
static bool add_half(ent_article *article, const ent_i_place *p, size_t mention,
                     size_t i)
{
    ent_mention *held = held_before(article, p, mention, i);
    ent_mention made = article->mentions.items[mention];
    made.start = made.honorific_start = made.honorific_end = p->tokens[i].start;
    made.end = p->tokens[i].end;
    made.confidence = made.confidence < JOINED ? made.confidence : JOINED;
    if (!held)
        return ent_i_vec_push(&article->mentions, made);
    if (held->start == made.start && held->end == made.end &&
        held->type != ENT_PERSON && held->confidence < JOINED)
        *held = made;
    return true;
}

ent_status ent_i_couples_apply(ent_article *article, const ent_i_text *text,
                               const ent_i_gazetteer *gazetteer,
                               ent_error *error)
{
    size_t found = article->mentions.n;
    for (size_t k = 0; k < found; k++) {
        ent_i_place p;
        ent_mention *m = &article->mentions.items[k];
        size_t i;
        if (m->type != ENT_PERSON || !ent_i_place_find(&p, article, text, m))
            continue;
        leave_title(article, &p, m);
        if (find_half(&p, m, gazetteer, &i) && !add_half(article, &p, k, i))
            return ent_i_no_memory(error, "recognise");
    }
    if (article->mentions.n > found)
        ent_i_mentions_place(article);
    return ENT_OK;
}

ent_status ent_i_couples_list(ent_article *article, const ent_i_text *text,
                              const ent_i_gazetteer *gazetteer,
                              ent_error *error)
{
    article->joint.n = 0;
    for (size_t k = 1; k < article->mentions.n; k++) {
        ent_i_place p;
        const ent_mention *m = &article->mentions.items[k];
        size_t i;
        if (m->type != ENT_PERSON || m[-1].type != ENT_PERSON ||
            !ent_i_place_find(&p, article, text, m) ||
            !find_half(&p, m, gazetteer, &i))
            continue;
        const ent_mention *held = held_before(article, &p, k, i);
        if (held && held->start == p.tokens[i].start &&
            held->end == p.tokens[i].end &&
            !ent_i_vec_push(&article->joint, (uint32_t)k - 1))
            return ent_i_no_memory(error, "recognise");
    }
    return ENT_OK;
}
