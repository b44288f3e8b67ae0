/* Articles of a title and a text, for tests. */
#ifndef TESTS_PLAIN_ARTICLE_H
#define TESTS_PLAIN_ARTICLE_H

#include <string.h>

#include "core/article.h"

/* Borrows the two. */
static inline ent_article *plain_article(const char *title, const char *text)
{
    ent_article *article = ent_i_article_new();
    assert_non_null(article);
    article->title = title;
    article->title_size = (uint32_t)strlen(title);
    article->text = text;
    article->text_size = (uint32_t)strlen(text);
    return article;
}

#endif
