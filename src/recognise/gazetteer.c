#include "recognise/gazetteer.h"

/* Keys are hashes, evenly spread: two guesses come within a few entries of the
 * place (interpolation search; Perl, Itai and Avni 1978). */
static size_t guess(const ent_i_gazetteer *gazetteer, uint32_t key)
{
    int64_t at = 0, n = (int64_t)gazetteer->n;
    for (int i = 0; i < 2; i++) {
        int64_t off = (int64_t)key - gazetteer->entries[at].key;
        at += off * n / ((int64_t)1 << 32);
        at = at < 0 ? 0 : at < n ? at : n - 1;
    }
    return (size_t)at;
}

const ent_i_entry *ent_i_gazetteer_find(const ent_i_gazetteer *gazetteer,
                                        uint64_t hash)
{
    uint32_t key = (uint32_t)(hash >> 32);
    const ent_i_entry *entries = gazetteer->entries;
    if (!gazetteer->n)
        return NULL;
    size_t at = guess(gazetteer, key);
    while (at > 0 && entries[at].key > key)
        at--;
    while (at + 1 < gazetteer->n && entries[at].key < key)
        at++;
    return entries[at].key == key ? &entries[at] : NULL;
}

void ent_i_gazetteer_prepare(ent_i_gazetteer *gazetteer)
{
    gazetteer->observed = false;
    for (size_t i = 0; i < gazetteer->n && !gazetteer->observed; i++)
        gazetteer->observed =
            gazetteer->entries[i].silver[0] || gazetteer->entries[i].silver[1];
}

const ent_i_entry *ent_i_gazetteer_country(const ent_i_gazetteer *gazetteer,
                                           const char *bytes, size_t size)
{
    size_t count;
    if (!gazetteer->country[0] && !gazetteer->country[1])
        return NULL;
    const ent_i_naming_row *names =
        ent_i_country_names(ent_i_lexicon_default(), bytes, size, &count);
    return names ? gazetteer->country[ent_i_country_entry(names)] : NULL;
}
