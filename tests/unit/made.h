/* Articles made by hand for the tests of the stages after text: a marked text
 * says where the mentions are. */
#ifndef ENTENTE_TESTS_MADE_H
#define ENTENTE_TESTS_MADE_H

#include <string.h>

#include "core/article.h"
#include "recognise/annotated.h"
#include "text/text.h"

/* An article whose mentions are marked in its text: "Mr <P Rumkov> left <L
 * Paris>"; P, O, L and M are persons, organisations, places and others. The
 * marks are taken out. Sentences and tokens are read into text. */
static inline ent_article *made_article(const char *marked, ent_i_text *text)
{
    ent_article *article = ent_i_article_new();
    char *clean = ent_i_arena_alloc(&article->arena, strlen(marked) + 1);
    static const char kinds[] = "POLM"; /* in the order of ent_type */
    uint32_t n = 0;
    ent_mention open = {0};
    for (; *marked; marked++) {
        if (*marked == '<' && marked[1] && strchr(kinds, marked[1]) &&
            marked[2] == ' ') {
            open = (ent_mention){
                .start = n, .cluster = ENT_NONE, .field = ENT_FIELD_TEXT};
            open.type = (uint8_t)(strchr(kinds, marked[1]) - kinds);
            open.confidence = 1;
            marked += 2;
        } else if (*marked == '>' && open.confidence > 0) {
            open.end = n;
            if (!ent_i_vec_push(&article->mentions, open))
                return NULL;
            open.confidence = 0;
        } else {
            clean[n++] = *marked;
        }
    }
    clean[n] = '\0';
    article->id = "made";
    article->text = clean;
    article->text_size = n;
    if (ent_i_text_read(text, article, NULL) != ENT_OK)
        return NULL;
    ent_i_mentions_place(article);
    return article;
}

/* Whether mention i is the string. */
static inline bool made_is(const ent_article *article, size_t i,
                           const char *name)
{
    const ent_mention *m = ent_article_mention(article, i);
    return m && m->end - m->start == strlen(name) &&
           memcmp(ent_article_field(article, (ent_field)m->field) + m->start,
                  name, strlen(name)) == 0;
}

#endif
