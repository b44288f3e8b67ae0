/* Articles for tests, written with their names marked: persons stand in
 * [brackets], places in {braces}. */
#ifndef TESTS_MARKED_ARTICLE_H
#define TESTS_MARKED_ARTICLE_H

#include <string.h>

#include "core/article.h"
#include "recognise/annotated.h"
#include "recognise/titles.h"
#include "text/text.h"

enum { LONGEST = 4096 };

/* Adds the mention that ends where out ends. */
static inline void add_mention(ent_article *article, size_t start, size_t end,
                               ent_type type)
{
    ent_mention m = {0};
    m.start = (uint32_t)start;
    m.end = (uint32_t)end;
    m.type = (uint8_t)type;
    m.field = ENT_FIELD_TEXT;
    m.cluster = ENT_NONE;
    m.confidence = 1;
    assert_true(ent_i_vec_push(&article->mentions, m));
}

static inline void take_markup(ent_article *article, const char *marked)
{
    char text[LONGEST];
    size_t n = 0, start = 0;
    for (; *marked; marked++) {
        assert_true(n + 1 < sizeof text);
        if (*marked == '[' || *marked == '{')
            start = n;
        else if (*marked == ']' || *marked == '}')
            add_mention(article, start, n,
                        *marked == ']' ? ENT_PERSON : ENT_PLACE);
        else
            text[n++] = *marked;
    }
    article->text = ent_i_arena_strndup(&article->arena, text, n);
    article->text_size = (uint32_t)n;
    assert_non_null(article->text);
}

static inline const char *last_word(const char *name)
{
    const char *blank = strrchr(name, ' ');
    return blank ? blank + 1 : name;
}

/* One cluster for each last name, as the resolver would make here. */
static inline void cluster(ent_article *article)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        ent_mention *m = &article->mentions.items[i];
        char *name = ent_i_arena_strndup(
            &article->arena, article->text + m->start, m->end - m->start);
        assert_non_null(name);
        for (size_t k = 0; k < article->clusters.n; k++)
            if (strcmp(last_word(article->clusters.items[k].name),
                       last_word(name)) == 0)
                m->cluster = (uint32_t)k;
        if (m->cluster != ENT_NONE)
            continue;
        ent_cluster c = {0};
        c.name = name;
        c.type = m->type;
        m->cluster = (uint32_t)article->clusters.n;
        assert_true(ent_i_vec_push(&article->clusters, c));
    }
}

static inline ent_article *read_article(ent_i_text *text, const char *marked,
                                        const char *date)
{
    ent_article *article = ent_i_article_new();
    assert_non_null(article);
    take_markup(article, marked);
    if (date)
        assert_true(ent_date_parse(date, &article->date));
    assert_int_equal(ent_i_text_read(text, article, NULL), ENT_OK);
    ent_i_mentions_place(article);
    assert_int_equal(ent_i_titles_apply(article, text, NULL), ENT_OK);
    cluster(article);
    return article;
}

#endif
