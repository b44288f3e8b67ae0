/* The contact's own word tells the form ("interviewed"), or one beside it does:
 * "spoke by phone", "told him in an interview". */
#include "encounter/manner.h"

/* In nodes: how far from the word of contact others speak of the same, and how
 * far one that says who may read it. */
enum { REACH = 8, PUBLIC_REACH = 3 };

/* What the lexicon says about the word of contact at node i, or NULL. Where it
 * may be a verb or a noun, both say the same of forms and sorts. */
static const ent_i_contact *contact_at(const ent_i_passage *r, uint32_t i)
{
    if (r->nodes[i].what != ENT_I_WORD)
        return NULL;
    const ent_i_lexeme *word = r->nodes[i].word;
    return word->verb ? word->verb : word->noun;
}

static bool is_words_only(const ent_i_contact *contact)
{
    return contact->sort == ENT_I_S_TELL || contact->sort == ENT_I_S_PLEAD;
}

/* The nodes around the contact that speak of it: a conjunction such as "that"
 * begins to speak of something else. */
static void clause_of(const ent_i_passage *r, uint32_t at, uint32_t *first,
                      uint32_t *end)
{
    *first = at;
    while (*first > 0 && at - *first < REACH &&
           r->nodes[*first - 1].what != ENT_I_STOP)
        --*first;
    *end = at + 1;
    while (*end < r->node_count && *end - at <= REACH &&
           r->nodes[*end].what != ENT_I_STOP &&
           !ent_i_is_word(r, *end, ENT_I_W_COMP))
        ++*end;
}

static bool has_form(const ent_i_contact *contact, ent_kind kind)
{
    return contact && contact->form != ENT_FORM_OPEN && contact->kind == kind;
}

static ent_form form_of(const ent_i_passage *r, uint32_t at, uint32_t first,
                        uint32_t end, ent_kind kind)
{
    uint32_t best = UINT32_MAX;
    ent_form form = ENT_FORM_OPEN;
    for (uint32_t i = first; i < end; i++) {
        const ent_i_contact *contact = contact_at(r, i);
        if (has_form(contact, kind) && ent_i_apart(i, at) < best) {
            best = ent_i_apart(i, at);
            form = (ent_form)contact->form;
        }
    }
    return form;
}

/* Whether the clause states more than words to somebody. */
static bool is_stated(const ent_i_passage *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const ent_i_contact *contact = contact_at(r, i);
        if (contact && !is_words_only(contact))
            return true;
    }
    return false;
}

/* Only of words does it matter who may read them: two can meet after a
 * tweet. */
static bool is_public(const ent_i_passage *r, const ent_i_contact *contact,
                      uint32_t at, uint32_t first, uint32_t end)
{
    if (ent_i_is_word(r, at, ENT_I_W_PUBLIC))
        return true;
    if (!is_words_only(contact) && contact->sort != ENT_I_S_WRITE)
        return false;
    for (uint32_t i = first; i < end; i++)
        if (ent_i_is_word(r, i, ENT_I_W_PUBLIC) &&
            ent_i_apart(i, at) <= PUBLIC_REACH)
            return true;
    return false;
}

/* "their many meetings", "the e-mails between them"; but "talks" are one. */
static bool is_several(const ent_i_passage *r, const ent_i_finding *f)
{
    const ent_i_lexeme *word = r->nodes[f->at].word;
    return !f->verb && word->noun && word->noun_form == ENT_I_FORM_THIRD &&
           (word->noun->takes & ENT_I_A_SEPARATE ||
            word->noun->sort == ENT_I_S_WRITE);
}

void ent_i_add_manner(const ent_i_passage *passage,
                      const ent_i_finding *finding, ent_encounter *out)
{
    const ent_i_contact *contact = contact_at(passage, finding->at);
    uint32_t first, end;
    clause_of(passage, finding->at, &first, &end);
    out->form =
        (uint8_t)form_of(passage, finding->at, first, end, (ent_kind)out->kind);
    if (!contact)
        return;
    if (is_words_only(contact) && !is_stated(passage, first, end))
        out->weak |= ENT_WEAK_TOLD;
    if (is_several(passage, finding))
        out->weak |= ENT_WEAK_SEVERAL;
    if (is_public(passage, contact, finding->at, first, end))
        out->weak |= ENT_WEAK_PUBLIC;
}
