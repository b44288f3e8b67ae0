/* Helps to decide whether an abbreviation ends its sentence (the idea of Kiss
 * and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", 2006:
 * abbreviations first, then frequent starters). */
#include "text/parts.h"

/* Case doesn't matter, as headlines may be all capitals. */
bool ent_i_is_starter(const ent_i_lexicon *lexicon, const char *word,
                      size_t size)
{
    return ent_i_lexeme_of(lexicon, word, size)->use & ENT_I_U_STARTER;
}

bool ent_i_follows_time(const ent_i_lexicon *lexicon, const char *word,
                        size_t size)
{
    const ent_i_lexeme *found = ent_i_lexeme_of(lexicon, word, size);
    return found->calendar & ENT_I_CALENDAR_ZONE ||
           ent_i_is_day_or_month(found);
}
