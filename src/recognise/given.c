#include "recognise/given.h"

#include "recognise/traits.h"

/* The bit of the lists of given names in ent_i_entry. */
enum { LIST_GIVEN = 1 };

static ent_i_entry entry_of(const ent_i_place *p,
                            const ent_i_gazetteer *gazetteer, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    const ent_i_entry *entry =
        gazetteer ? ent_i_traits_entry(gazetteer, p->bytes + t->start,
                                       ent_i_token_size(t), ENT_I_TOKEN_TITLE)
                  : NULL;
    return entry ? *entry : (ent_i_entry){0};
}

static bool is_thing(const ent_i_entry *word)
{
    unsigned person = ent_i_entry_silver(word, ENT_PERSON);
    return ent_i_entry_silver(word, ENT_ORG) > person ||
           ent_i_entry_silver(word, ENT_PLACE) > person;
}

bool ent_i_is_thing_word(const ent_i_place *p, const ent_i_gazetteer *gazetteer,
                         size_t i)
{
    ent_i_entry word = entry_of(p, gazetteer, i);
    return is_thing(&word);
}

bool ent_i_is_given_word(const ent_i_place *p, const ent_i_gazetteer *gazetteer,
                         size_t i)
{
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    if (p->tokens[i].kind != ENT_I_TOKEN_TITLE || ent_i_is_day_or_month(word))
        return false;
    ent_i_entry entry = entry_of(p, gazetteer, i);
    if (is_thing(&entry))
        return false;
    return word->given_gender || word->formal ||
           (entry.lists & LIST_GIVEN && !word->grammar && !word->title);
}

bool ent_i_is_known_name(const ent_i_place *p, const ent_i_gazetteer *gazetteer,
                         size_t i)
{
    if (p->tokens[i].kind != ENT_I_TOKEN_TITLE || !gazetteer)
        return false;
    ent_i_entry entry = entry_of(p, gazetteer, i);
    return ent_i_entry_silver(&entry, ENT_PERSON) > 0 && !is_thing(&entry);
}
