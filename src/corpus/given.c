#include "corpus/given.h"

void ent_i_given_free(struct ent_i_given *given)
{
    if (!given)
        return;
    ent_i_vec_free(&given->seen);
    ent_i_vec_free(&given->met);
    ent_i_vec_free(&given->named);
    ent_i_vec_free(&given->quotes);
    ent_i_vec_free(&given->echoes);
    ent_i_vec_free(&given->options);
    ent_i_strmap_free(&given->articles);
    ent_i_strmap_free(&given->actors);
    ent_i_free(given);
}

static int compare(const ent_i_quote *quote, uint32_t article,
                   uint32_t sentence, uint32_t last)
{
    if (quote->article != article)
        return quote->article < article ? -1 : 1;
    if (quote->sentence != sentence)
        return quote->sentence < sentence ? -1 : 1;
    return (quote->last > last) - (quote->last < last);
}

const ent_i_quote *ent_i_given_quote(const struct ent_i_given *given,
                                     uint32_t article, uint32_t sentence,
                                     uint32_t last)
{
    size_t low = 0, high = given->quotes.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order =
            compare(&given->quotes.items[middle], article, sentence, last);
        if (!order)
            return &given->quotes.items[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
