/* A sentence of a test's article as nodes. */
#ifndef TESTS_READ_PASSAGE_H
#define TESTS_READ_PASSAGE_H

#include "encounter/passage.h"

/* What else is in the passage stays. */
static inline void read_passage(ent_i_passage *r, const ent_article *article,
                                const ent_i_text *text, uint32_t sentence)
{
    r->article = article;
    r->field = ENT_FIELD_TEXT;
    r->bytes = article->text;
    r->sentence = sentence;
    assert_true(ent_i_read_nodes(r, text));
}

#endif
