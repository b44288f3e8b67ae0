/* Any bytes as a document, an archive or a message: what comes out is a sound
 * article or an error. The first byte chooses the format, so that what the
 * bytes look like doesn't matter. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "source/decode.h"
#include "source/opened.h"
#include "source/source.h"

static const char *const formats[] = {
    "pdf",  "docx", "odt",  "epub",      "zip",    "7z",  "tar", "compressed",
    "warc", "mail", "mbox", "subtitles", "bundle", "rtf", NULL};

/* Small, so that the time goes into trying. */
static const ent_i_limits limits = {1 << 22, 100, 50, 3};

static void check_article(const ent_article *article)
{
    FUZZ_CHECK(article->id && article->path);
    FUZZ_CHECK(strlen(article->text) == article->text_size);
    FUZZ_CHECK(strlen(article->title) == article->title_size);
    FUZZ_CHECK(ent_i_is_utf8(article->text, article->text_size));
    FUZZ_CHECK(ent_i_is_utf8(article->title, article->title_size));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ent_i_source *source;
    ent_article *article;
    ent_error error = {0};
    size_t count = sizeof formats / sizeof *formats;
    if (!size)
        return 0;
    const char *format = formats[data[0] % count];
    const ent_i_format *found = format ? ent_i_format_named(format) : NULL;
    if (found && !found->shown.available)
        return 0;
    ent_status status = ent_i_source_open_memory(&source, "input", data + 1,
                                                 size - 1, format, &error);
    if (status)
        return 0;
    ent_i_source_limit(source, &limits);
    for (size_t calls = 0;; calls++) {
        FUZZ_CHECK(calls <= size + 1);
        status = ent_i_source_next(source, &article, &error);
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
