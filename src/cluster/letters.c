/* Persons who are called by the letters of their names: the recogniser takes
 * "LBJ" for an organisation, unless the article names Lyndon B. Johnson. */
#include "cluster/group.h"
#include "names/things.h"

static bool may_be_letters(const ent_i_form *form)
{
    return form->role == ENT_ROLE_STORY &&
           (form->type == ENT_ORG || form->type == ENT_MISC) &&
           form->size >= ENT_I_LEAST_LETTERS &&
           form->size <= ENT_I_NAME_LETTERS &&
           ent_i_is_acronym(form->text, form->size);
}

/* Whether they are the initials of the thing, with or without small words. */
static bool are_of_thing(const char *letters, const ent_i_form *form)
{
    for (int keep = 0; keep < 2; keep++) {
        ent_i_thing thing;
        size_t n = 0;
        ent_i_thing_split(&thing, form->text, form->size, keep);
        while (n < thing.n && letters[n] == thing.items[n][0])
            n++;
        if (n > 1 && n == thing.n && !letters[n])
            return true;
    }
    return false;
}

/* Whether a person in the article has the letters, and nothing else has. */
static bool are_somebodys(const ent_i_grouping *g, const ent_i_name *letters)
{
    bool found = false;
    for (size_t i = 0; i < g->forms.n; i++) {
        const ent_i_form *form = &g->forms.items[i];
        if (form->role != ENT_ROLE_STORY)
            continue;
        if (form->type == ENT_PERSON)
            found |= ent_i_name_is_full(&form->name) &&
                     ent_i_name_has_letters(letters, &form->name);
        else if (are_of_thing(ent_i_name_part(letters, letters->family), form))
            return false;
    }
    return found;
}

static void make_person(ent_i_grouping *g, uint32_t form)
{
    g->forms.items[form].type = ENT_PERSON;
    for (size_t i = 0; i < g->article->mentions.n; i++)
        if (g->form_of[i] == form)
            g->article->mentions.items[i].type = ENT_PERSON;
}

void ent_i_letter_forms(ent_i_grouping *g)
{
    for (uint32_t i = 0; i < g->forms.n; i++) {
        ent_i_form *form = &g->forms.items[i];
        ent_i_name name;
        if (!may_be_letters(form))
            continue;
        ent_i_name_parse(&name, form->text, form->size);
        if (!are_somebodys(g, &name))
            continue;
        form->name = name;
        make_person(g, i);
    }
}
