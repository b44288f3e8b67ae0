/* Names beside an agency or a paper. */
#include "recognise/parts.h"

/* "Jane Doe/AFP", "Jane Doe | Reuters", "Jane Doe via Getty"; the mark is token
 * i. */
static bool agency_follows(const ent_i_part *p, size_t i)
{
    return (ent_i_part_is(p, i, "/") || ent_i_part_dash(p, i) ||
            ent_i_part_is(p, i, "|") ||
            ent_i_part_word(p, i)->use & ENT_I_U_VIA) &&
           ent_i_part_agency(p, i + 1);
}

/* "Jane Doe (Shutterstock)": a place before it is a dateline's. */
static bool agency_in_brackets(const ent_i_part *p, const ent_mention *m,
                               size_t i)
{
    return m->type == ENT_PERSON && ent_i_part_is(p, i, "(") &&
           ent_i_part_agency(p, i + 1) && ent_i_part_is(p, i + 2, ")");
}

/* "Jane Doe [CC BY-SA 4.0]", "Jane Doe / CC-BY", "Jane Doe CC BY": a licence to
 * copy. */
static bool licence_follows(const ent_i_part *p, const ent_mention *m, size_t i)
{
    bool mark = ent_i_part_is(p, i, "[") || ent_i_part_is(p, i, "(") ||
                ent_i_part_is(p, i, "/");
    return m->type == ENT_PERSON &&
           ent_i_part_word(p, i + mark)->press & ENT_I_PRESS_LICENCE;
}

/* "Jane Doe/The Daily News", "Jane Doe-The Daily News/AFP". A slash or dash
 * between two persons or before a place is part of the story, unless the next
 * word is in capitals. */
static bool paper_follows(const ent_i_part *p, size_t i)
{
    bool slash = ent_i_part_is(p, i, "/"), dash = ent_i_part_dash(p, i);
    if (!(slash || dash) || !ent_i_part_capital(p, i + 1) ||
        !(p->tokens[i].glued || p->tokens[i + 1].glued))
        return false;
    const ent_mention *next = ent_i_part_mention(p, i + 1);
    if (next && next->type != ENT_ORG &&
        p->tokens[i + 1].kind != ENT_I_TOKEN_UPPER)
        return false;
    for (size_t k = i + 2; dash && k < i + 7; k++)
        if (ent_i_part_is(p, k, "/") || ent_i_part_agency(p, k))
            return true;
    return slash;
}

/* "(AP Photo/Jane Doe)" */
static bool agency_precedes(const ent_i_part *p, size_t i)
{
    return i > 1 && ent_i_part_is(p, i - 1, "/") &&
           ent_i_part_word(p, i - 2)->press &
               (ENT_I_PRESS_IMAGE | ENT_I_PRESS_AGENCY);
}

/* "Picture Jane Doe, The Daily News" */
static bool image_precedes(const ent_i_part *p, size_t i, size_t end)
{
    return i > 0 && ent_i_part_capital(p, i - 1) &&
           ent_i_part_word(p, i - 1)->press & ENT_I_PRESS_IMAGE &&
           (i == 1 || ent_i_part_mark(p, i - 2)) &&
           (end == p->count || ent_i_part_is(p, end, ")") ||
            ((ent_i_part_is(p, end, ",") || ent_i_part_is(p, end, "/")) &&
             ent_i_part_capital(p, end + 1)));
}

/* "CreditJane Doe": some pages write a label without a blank. */
static bool label_is_glued(const ent_i_part *p, const ent_mention *m, size_t i)
{
    const char *word = p->bytes + p->tokens[i].start;
    size_t size = ent_i_token_size(&p->tokens[i]), n = 1;
    while (n < size && !(word[n] >= 'A' && word[n] <= 'Z'))
        n++;
    return m->type == ENT_PERSON && n < size &&
           ent_i_lexeme_of(p->text->book->lexicon, word, n)->press &
               ENT_I_PRESS_IMAGE;
}

/* "Jane Doe-AGENCY for PAPER" at the start of a paragraph. */
static bool is_commissioned(const ent_i_part *p, size_t i, size_t end)
{
    return i == 0 && ent_i_part_dash(p, end) && p->tokens[end].glued &&
           ent_i_part_capital(p, end + 1) &&
           ent_i_part_word(p, end + 2)->use & ENT_I_U_FOR &&
           p->tokens[end + 1].kind == ENT_I_TOKEN_UPPER;
}

/* "Foto" on a line and "Jane Doe" on the next. */
static bool is_below_image(const ent_i_part *p)
{
    const ent_mention *m = p->mentions;
    return p->number > 0 && p[-1].count == 1 && p->mention_count > 0 &&
           ent_i_part_word(p - 1, 0)->press & ENT_I_PRESS_IMAGE &&
           ent_i_part_several_words(p, m) &&
           ent_i_part_after_persons(p, 0) == p->count;
}

void ent_i_find_credits(const ent_i_part *p)
{
    if (is_below_image(p))
        ent_i_part_give_list(p, 0, ENT_ROLE_CREDIT);
    for (size_t i = 0, end; i < p->count; i = end) {
        const ent_mention *m = ent_i_part_mention(p, i);
        end = m ? ent_i_part_after(p, i, m) : i + 1;
        bool full = m && (end - i > 1 || m->type != ENT_PERSON);
        if (m &&
            (agency_follows(p, end) || label_is_glued(p, m, i) ||
             agency_in_brackets(p, m, end) || licence_follows(p, m, end) ||
             agency_precedes(p, i) ||
             (full && (paper_follows(p, end) || image_precedes(p, i, end))) ||
             is_commissioned(p, i, end)))
            ent_i_part_give_list(p, i, ENT_ROLE_CREDIT);
    }
}
