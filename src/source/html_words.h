/* Words that tell the story's blocks from the others, with how much they speak
 * for it (above 0) or against. */
#ifndef ENTENTE_SOURCE_HTML_WORDS_H
#define ENTENTE_SOURCE_HTML_WORDS_H

#include <stddef.h>
#include <stdint.h>

typedef struct ent_i_html_weight {
    const char *word;
    int16_t weight; /* in hundredths of a logit */
} ent_i_html_weight;

/* Both are sorted by the bytes of the words. */
extern const ent_i_html_weight ent_i_html_class_words_list[];
extern const size_t ent_i_html_class_words_count;
extern const ent_i_html_weight ent_i_html_text_words_list[];
extern const size_t ent_i_html_text_words_count;

#endif
