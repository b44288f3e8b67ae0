#include "recognise/complete.h"

#include "recognise/given.h"

/* A given name that is no other word. */
static bool is_plainly_given(const ent_i_place *p,
                             const ent_i_gazetteer *gazetteer, size_t i)
{
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    return word->given_gender && !(word->grammar || word->use || word->title) &&
           ent_i_is_given_word(p, gazetteer, i);
}

/* "La" in "La David Roe": a particle with a capital before a given name. */
static bool is_before_given(const ent_i_place *p,
                            const ent_i_gazetteer *gazetteer, size_t i)
{
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    return p->tokens[i].kind == ENT_I_TOKEN_TITLE &&
           word->name & ENT_I_NAME_PARTICLE && !(word->use & ENT_I_U_SMALL) &&
           p->end > p->first + 1 && is_plainly_given(p, gazetteer, p->first);
}

/* "Máire" in "Máire Ní Bhriain": a particle behind which no full name begins.
 */
static bool is_before_inner(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    return p->tokens[i].kind == ENT_I_TOKEN_TITLE &&
           ent_i_place_word(p, p->first)->name & ENT_I_NAME_INNER &&
           !(word->grammar || word->use || word->title || word->announces);
}

/* The tagger misses given names that are rare in its texts. A blank must be
 * between, as lists of links are glued to the text: "Ann RoeJack Doe". */
void ent_i_complete_apply(ent_article *article, const ent_i_text *text,
                          const ent_i_gazetteer *gazetteer)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        ent_i_place p;
        ent_mention *m = &article->mentions.items[i];
        if (m->type != ENT_PERSON || !ent_i_place_find(&p, article, text, m) ||
            !p.first || p.tokens[p.first - 1].end == m->start ||
            !(is_plainly_given(&p, gazetteer, p.first - 1) ||
              is_before_inner(&p, p.first - 1) ||
              is_before_given(&p, gazetteer, p.first - 1)))
            continue;
        uint32_t start = p.tokens[p.first - 1].start;
        if (!i || m[-1].field != m->field || m[-1].end <= start)
            m->start = m->honorific_start = m->honorific_end = start;
    }
}
