/* What the headings of measures mean, below the tables that have them. */
#include "report/sections.h"

void ent_i_put_note(ent_i_page *page, const ent_i_string *text, bool good)
{
    page->no_memory = page->no_memory || !good;
    if (good && text->n)
        page->format->note(page, text->items);
}

void ent_i_put_glosses(ent_i_page *page, ent_i_has_measure *has)
{
    ent_i_string text = {0};
    bool good = true;
    for (size_t i = 0; good && i < ent_measure_count(); i++) {
        const ent_measure *measure = ent_measure_at(i);
        if (measure->gloss && has(page, measure))
            good = ent_i_string_addf(&text, "%s%s: %s.", text.n ? " " : "",
                                     measure->heading, measure->gloss);
    }
    ent_i_put_note(page, &text, good);
    ent_i_vec_free(&text);
}
