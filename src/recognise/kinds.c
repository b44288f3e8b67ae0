#include "recognise/kinds.h"

/* Whether a number stands at token i, perhaps behind a period. */
static bool is_numbered(const ent_i_place *p, size_t i)
{
    i += i < p->count && ent_i_place_is(p, i, ".");
    return i < p->count && p->tokens[i].kind == ENT_I_TOKEN_NUMBER;
}

/* Where "& Co." or "& Sons" ends behind token i, or i. */
static size_t end_of_company(const ent_i_place *p, size_t i, size_t room)
{
    bool joined =
        i + 1 < room && ent_i_place_is(p, i, "&") &&
        ent_i_is_name_word(&p->tokens[i + 1]) &&
        ent_i_place_organisation(p, i + 1) & (ENT_I_ORG_FIRM | ENT_I_ORG_SMALL);
    return joined ? i + 2 : i;
}

/* Short forms in law are written without capitals, too: "Roe plc"; but "Roe
 * limited the damage". */
static bool may_be_kind(const ent_i_place *p, size_t i)
{
    enum { SHORT = 4 };
    unsigned form = ENT_I_ORG_FIRM | ENT_I_ORG_SMALL;
    const ent_i_token *t = &p->tokens[i];
    return ent_i_is_name_word(t) ||
           (t->end - t->start <= SHORT &&
            (ent_i_place_organisation(p, i) & form) == form);
}

/* What the kinds behind a name make of it. */
static const struct {
    unsigned use;
    ent_type type;
} kinds[] = {{ENT_I_ORG_FIRM, ENT_ORG},
             {ENT_I_ORG_SITE, ENT_PLACE},
             {ENT_I_ORG_PRIZE, ENT_MISC}};

static bool take_type(ent_mention *m, unsigned use)
{
    bool taken = false;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (use & kinds[k].use) {
            m->type = (uint8_t)kinds[k].type;
            taken = true;
        }
    return taken;
}

/* Whether the last word of the name is its kind. A form in law is no surname,
 * and no third name is "Motors" or "Tunnel", if not behind initials; "S.J. Res.
 * 12" has a number. */
static bool ends_with_kind(const ent_i_place *p, unsigned last)
{
    size_t i = p->end;
    return (last & ENT_I_ORG_FIRM && last & ENT_I_ORG_SMALL &&
            i > p->first + 1) ||
           (i > p->first + 2 && !ent_i_place_initial(p, i - 2)) ||
           (last & ENT_I_ORG_PRIZE && is_numbered(p, i));
}

void ent_i_take_kind(ent_i_place *p, ent_mention *m, size_t room)
{
    size_t i = p->end;
    unsigned last = ent_i_place_organisation(p, i - 1);
    if (ends_with_kind(p, last))
        take_type(m, last);
    p->end = end_of_company(p, i, room);
    if (p->end > i)
        m->type = ENT_ORG;
    if (p->end > i || i >= room || !may_be_kind(p, i) ||
        (i + 1 < p->count && ent_i_is_name_word(&p->tokens[i + 1])))
        return;
    p->end += take_type(m, ent_i_place_organisation(p, i));
}
