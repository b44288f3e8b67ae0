#include "cluster/pronoun.h"

#include <string.h>

#include "lexicon/lexicon.h"

enum { REACH = 8 }; /* words after a name in which a pronoun means it */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Where the sentence ends, or names the next person. */
static uint32_t end_of_sentence(const ent_article *article, uint32_t mention)
{
    const ent_mention *m = &article->mentions.items[mention];
    for (uint32_t i = mention + 1; i < article->mentions.n; i++) {
        const ent_mention *next = &article->mentions.items[i];
        if (next->sentence != m->sentence)
            break;
        if (next->type == ENT_PERSON)
            return next->start;
    }
    return m->sentence < article->sentences.n
               ? article->sentences.items[m->sentence].end
               : m->end;
}

static unsigned gender_of(const char *word, size_t size)
{
    uint32_t use = ent_i_lexeme_of(ent_i_lexicon_default(), word, size)->use;
    return use & ENT_I_U_FEMININE    ? ENT_I_FEMALE
           : use & ENT_I_U_MASCULINE ? ENT_I_MALE
                                     : ENT_I_GENDER_UNKNOWN;
}

unsigned ent_i_pronoun_gender(const ent_article *article, uint32_t mention)
{
    enum { SHORTEST = 2, LONGEST = 7 }; /* "he", "herself" */
    const ent_mention *m = &article->mentions.items[mention];
    const char *field = ent_article_field(article, (ent_field)m->field);
    uint32_t at = m->end, end = end_of_sentence(article, mention);
    unsigned gender = ENT_I_GENDER_UNKNOWN;
    for (int words = 0; words < REACH && at < end && !gender; words++) {
        while (at < end && !is_letter(field[at]) && !strchr(",;:()", field[at]))
            at++;
        if (at == end || !is_letter(field[at]))
            break;
        uint32_t start = at;
        while (at < end && is_letter(field[at]))
            at++;
        if (at >= start + SHORTEST && at <= start + LONGEST)
            gender = gender_of(field + start, at - start);
    }
    return gender;
}
