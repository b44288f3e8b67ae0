/* What every article that is read must be, whatever the bytes were. */
#ifndef ENTENTE_TESTS_FUZZ_SOUND_H
#define ENTENTE_TESTS_FUZZ_SOUND_H

#include <string.h>

#include "core/article.h"
#include "fuzz/fuzz.h"
#include "source/decode.h"
#include "source/source.h"

static inline int is_boundary(const char *text, size_t at)
{
    return ((unsigned char)text[at] & 0xC0) != 0x80;
}

static inline void check_mentions(const ent_article *article)
{
    const ent_mention *items = article->mentions.items;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &items[i];
        const char *text = ent_article_field(article, (ent_field)m->field);
        FUZZ_CHECK(m->start < m->end && m->end <= strlen(text));
        FUZZ_CHECK(is_boundary(text, m->start) && is_boundary(text, m->end));
        FUZZ_CHECK(m->honorific_start <= m->honorific_end &&
                   m->honorific_end <= m->start);
        /* Sorted; names within names are kept, crossing ones aren't. */
        FUZZ_CHECK(i == 0 || m->field > m[-1].field || m->start >= m[-1].end ||
                   m->end <= m[-1].end);
    }
}

static inline void check_text(const char *text, size_t size)
{
    FUZZ_CHECK(strlen(text) == size && ent_i_is_utf8(text, size));
}

static inline void check_article(const ent_article *article)
{
    const char *others[] = {article->source, article->url, article->author,
                            article->language};
    FUZZ_CHECK(article->id && article->path);
    check_text(article->title, article->title_size);
    check_text(article->text, article->text_size);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i])
            check_text(others[i], strlen(others[i]));
    check_mentions(article);
}

/* Reads to the end: each call gives an article or an error for at least one
 * byte. `dated` for readers that always say where they found a date. */
static inline void check_all(ent_i_source *source, size_t size, bool dated)
{
    ent_article *article;
    ent_error error = {0};
    for (size_t calls = 0;; calls++) {
        FUZZ_CHECK(calls <= size + 1);
        ent_status status = ent_i_source_next(source, &article, &error);
        if (status)
            FUZZ_CHECK(!article && error.message[0] && error.file[0]);
        else if (!article)
            break;
        else
            check_article(article);
        FUZZ_CHECK(!dated || !article || article->date == ENT_NO_DATE ||
                   article->date_from);
        ent_article_free(article);
    }
    ent_i_source_free(source);
}

#endif
