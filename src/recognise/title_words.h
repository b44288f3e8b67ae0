/* The table of title words, sorted by bytes. */
#ifndef ENTENTE_RECOGNISE_TITLE_WORDS_H
#define ENTENTE_RECOGNISE_TITLE_WORDS_H

#include "recognise/titles.h"

extern const ent_i_title_word ent_i_title_words[];
extern const size_t ent_i_title_word_count;

#endif
