/* A country that came into the lexicon after the training is taken for one like
 * the others: the word list says much the same of most of them. */
#include "recognise/countries.h"

#include <string.h>

#include "lexicon/lexicon.h"
#include "recognise/traits.h"

/* More of them would change nothing. */
enum { MOST_KNOWN = 1024 };

/* What the gazetteer says of a name of one word, or NULL. Keys are in lower
 * case, names are not. */
static const ent_i_entry *known(const ent_i_gazetteer *gazetteer,
                                const char *key)
{
    char name[ENT_I_PHRASE_ROOM];
    size_t size = strlen(key);
    if (memchr(key, ' ', size) || key[0] < 'a' || key[0] > 'z')
        return NULL;
    memcpy(name, key, size + 1);
    name[0] = (char)(name[0] - 32);
    ent_i_traits read;
    ent_i_traits_read(&read, gazetteer, name, size, ENT_I_TOKEN_TITLE);
    return ent_i_gazetteer_find(gazetteer, read.exact);
}

static bool same(const ent_i_entry *a, const ent_i_entry *b)
{
    return a->fine == b->fine && a->coarse == b->coarse &&
           a->middle == b->middle && a->silver[0] == b->silver[0] &&
           a->silver[1] == b->silver[1] && a->caps == b->caps &&
           a->lists == b->lists;
}

/* The one that most are like; of equals the first. */
static const ent_i_entry *most_common(const ent_i_entry *const *entries,
                                      size_t n)
{
    const ent_i_entry *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < n; i++) {
        size_t like = 0;
        for (size_t k = i; k < n; k++)
            like += same(entries[i], entries[k]);
        if (like > most) {
            most = like;
            best = entries[i];
        }
    }
    return best;
}

static const ent_i_entry *typical(const ent_i_gazetteer *gazetteer,
                                  unsigned kind)
{
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    const ent_i_entry *entries[MOST_KNOWN];
    size_t n = 0;
    for (size_t i = 0; i < lexicon->countries_names_count; i++) {
        const ent_i_naming_row *name = &lexicon->countries_names[i];
        const ent_i_entry *entry = ent_i_country_entry(name) == kind
                                       ? known(gazetteer, name->key)
                                       : NULL;
        if (entry && n < MOST_KNOWN)
            entries[n++] = entry;
    }
    return most_common(entries, n);
}

void ent_i_gazetteer_learn_countries(ent_i_gazetteer *gazetteer)
{
    gazetteer->country[0] = gazetteer->country[1] = NULL;
    const ent_i_entry *name = typical(gazetteer, 0);
    gazetteer->country[1] = typical(gazetteer, 1);
    gazetteer->country[0] = name;
}
