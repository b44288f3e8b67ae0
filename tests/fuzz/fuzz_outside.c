/* Any line as the answer of an outside recogniser, and any rest of the input as
 * the article: what comes out is mentions in order or an error. */
#include <string.h>

#include "core/article.h"
#include "fuzz/fuzz.h"
#include "recognise/annotated.h"
#include "recognise/outside.h"
#include "recognise/roles.h"
#include "recognise/titles.h"
#include "source/decode.h"

static void check_mentions(const ent_article *article)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        FUZZ_CHECK(m->start < m->end && m->end <= article->text_size);
        FUZZ_CHECK(m->honorific_start <= m->honorific_end &&
                   m->honorific_end <= m->start);
        FUZZ_CHECK(m->sentence < article->sentences.n);
        FUZZ_CHECK(m->type < ENT_TYPE_COUNT && m->role <= ENT_ROLE_FURNITURE);
        FUZZ_CHECK(i == 0 || m->start >= m[-1].end);
    }
}

static void take_answer(ent_article *article, const ent_i_text *text,
                        const char *line, size_t size)
{
    ent_error error = {0};
    ent_status status = ent_i_outside_parse(article, line, size, &error);
    if (status) {
        FUZZ_CHECK(status == ENT_ERR_PLUGIN && error.message[0]);
        return;
    }
    ent_i_mentions_place(article);
    check_mentions(article);
    FUZZ_CHECK(ent_i_titles_apply(article, text, NULL) == ENT_OK);
    FUZZ_CHECK(ent_i_roles_apply(article, text, NULL) == ENT_OK);
    check_mentions(article);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ent_i_text text; /* reused, as a thread does */
    const uint8_t *stop = size ? memchr(data, '\n', size) : NULL;
    size_t line = stop ? (size_t)(stop - data) : size;
    size_t rest = stop ? size - line - 1 : 0;
    ent_article *article = ent_i_article_new();
    char *copy =
        article ? ent_i_arena_strndup(&article->arena,
                                      stop ? (const char *)stop + 1 : "", rest)
                : NULL;
    if (copy && strlen(copy) == rest && ent_i_is_utf8(copy, rest)) {
        article->id = "a";
        article->text = copy;
        article->text_size = (uint32_t)rest;
        FUZZ_CHECK(ent_i_text_read(&text, article, NULL) == ENT_OK);
        take_answer(article, &text, (const char *)data, line);
    }
    ent_article_free(article);
    return 0;
}
