/* Helps to decide whether an abbreviation ends its sentence (the idea of Kiss
 * and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", 2006:
 * abbreviations first, then frequent starters). */
#include "text/parts.h"

enum { LONGEST = 8 /* bytes of an abbreviation that stands before names */ };

/* Case doesn't matter, as headlines may be all capitals. */
bool ent_i_is_starter(const ent_i_lexicon *lexicon, const char *word,
                      size_t size)
{
    return ent_i_lexeme_of(lexicon, word, size)->use & ENT_I_U_STARTER;
}

bool ent_i_is_raised_title(const ent_i_lexicon *lexicon, const char *word,
                           size_t size)
{
    char usual[LONGEST];
    if (size < 2 || size > sizeof usual)
        return false;
    for (size_t i = 0; i < size; i++) {
        if (word[i] < 'A' || word[i] > 'Z')
            return false;
        usual[i] = (char)(i ? word[i] | 32 : word[i]);
    }
    return ent_i_abbreviation_find(lexicon, usual, size) == ENT_I_BEFORE_NAME;
}

bool ent_i_follows_time(const ent_i_lexicon *lexicon, const char *word,
                        size_t size)
{
    const ent_i_lexeme *found = ent_i_lexeme_of(lexicon, word, size);
    return found->calendar & ENT_I_CALENDAR_ZONE ||
           ent_i_is_day_or_month(found);
}
