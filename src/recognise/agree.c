#include "recognise/agree.h"

#include <string.h>

#include "core/error.h"
#include "core/map.h"

/* Above SURE a person is taken for certain, below DOUBTFUL another type is open
 * to correction: worldwide-dev has no wrong correction with these. */
static const float SURE = 0.8f;
static const float DOUBTFUL = 0.75f;

static const char *bytes_of(const ent_article *article, const ent_mention *m)
{
    return ent_article_field(article, (ent_field)m->field) + m->start;
}

/* Where the last word of the name begins; 0 when it is the only one. */
static size_t surname_of(const char *name, size_t size)
{
    size_t at = size;
    while (at > 0 && name[at - 1] != ' ')
        at--;
    return at;
}

static bool add_person(ent_i_strmap *persons, const ent_article *article,
                       const ent_mention *m)
{
    const char *name = bytes_of(article, m);
    size_t size = m->end - m->start, at = surname_of(name, size);
    if (m->type != ENT_PERSON || m->confidence < SURE || at == 0)
        return true;
    return ent_i_strmap_put(persons, name, size, 1) &&
           ent_i_strmap_put(persons, name + at, size - at, 1);
}

ent_status ent_i_agree_apply(ent_article *article, ent_error *error)
{
    ent_i_strmap persons = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < article->mentions.n; i++)
        ok = add_person(&persons, article, &article->mentions.items[i]);
    for (size_t i = 0; ok && i < article->mentions.n; i++) {
        ent_mention *m = &article->mentions.items[i];
        if ((m->type == ENT_ORG || m->type == ENT_PLACE) &&
            m->confidence < DOUBTFUL &&
            ent_i_strmap_get(&persons, bytes_of(article, m),
                             m->end - m->start) != ENT_I_ABSENT)
            m->type = ENT_PERSON;
    }
    ent_i_strmap_free(&persons);
    return ok ? ENT_OK : ent_i_no_memory(error, "recognise");
}
