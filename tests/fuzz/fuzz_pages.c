/* Any bytes as a web page or a feed, as the first byte says: what comes out is
 * a sound article or an error. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "source/decode.h"
#include "source/source.h"

static void check_text(const char *text, size_t size)
{
    FUZZ_CHECK(strlen(text) == size && ent_i_is_utf8(text, size));
}

static void check_article(const ent_article *article)
{
    const char *others[] = {article->source, article->url, article->author,
                            article->language};
    check_text(article->title, article->title_size);
    check_text(article->text, article->text_size);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i])
            check_text(others[i], strlen(others[i]));
    FUZZ_CHECK(article->date == ENT_NO_DATE || article->date_from);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ent_i_source *source;
    ent_article *article;
    ent_error error = {0};
    if (size == 0 ||
        ent_i_source_open_memory(&source, "input", data + 1, size - 1,
                                 *data == 'f' ? "feed" : "html", &error))
        return 0;
    for (size_t calls = 0;; calls++) {
        FUZZ_CHECK(calls <= size + 1);
        ent_status status = ent_i_source_next(source, &article, &error);
        if (status)
            FUZZ_CHECK(!article && error.message[0] && error.file[0]);
        else if (!article)
            break;
        else
            check_article(article);
        ent_article_free(article);
    }
    ent_i_source_free(source);
    return 0;
}
