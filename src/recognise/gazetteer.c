#include "recognise/gazetteer.h"

const ent_i_entry *ent_i_gazetteer_find(const ent_i_gazetteer *gazetteer,
                                        uint64_t hash)
{
    uint32_t key = (uint32_t)(hash >> 32);
    size_t low = 0, high = gazetteer->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (gazetteer->entries[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < gazetteer->n && gazetteer->entries[low].key == key
               ? &gazetteer->entries[low]
               : NULL;
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
