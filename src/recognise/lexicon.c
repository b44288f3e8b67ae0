#include "recognise/lexicon.h"

const ent_i_entry *ent_i_lexicon_find(const ent_i_lexicon *lexicon,
                                      uint64_t hash)
{
    uint32_t key = (uint32_t)(hash >> 32);
    size_t low = 0, high = lexicon->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lexicon->entries[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < lexicon->n && lexicon->entries[low].key == key
               ? &lexicon->entries[low]
               : NULL;
}

void ent_i_lexicon_prepare(ent_i_lexicon *lexicon)
{
    lexicon->observed = false;
    for (size_t i = 0; i < lexicon->n && !lexicon->observed; i++)
        lexicon->observed =
            lexicon->entries[i].silver[0] || lexicon->entries[i].silver[1];
}
