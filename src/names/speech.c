#include "names/speech.h"

#include "lexicon/lexicon.h"

bool ent_i_speaks_next(const char *after)
{
    enum { LONGEST = 12 }; /* no verb of speech has more letters */
    if (after[0] != ' ')
        return false;
    const char *word = after + 1;
    size_t size = 0;
    while (size <= LONGEST && word[size] >= 'a' && word[size] <= 'z')
        size++;
    return size && size <= LONGEST &&
           ent_i_lexeme_of(ent_i_lexicon_default(), word, size)->grammar &
               ENT_I_W_SAY;
}
