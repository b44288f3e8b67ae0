/* Any bytes as an alias file: decisions on a small corpus, or an error that
 * says where. */
#include <string.h>

#include "cluster/cluster.h"
#include "core/vec.h"
#include "corpus/corpus.h"
#include "fuzz/input.h"
#include "unit/made.h"

static const char *const articles[] = {
    "<P Sergey Lavrov> met <P John Kerry> in <L Paris>. <P Kerry> left.",
    "<P Sergei Lavrov> called <P Kerry>, <P Bush> and the <O UN>.",
    "<P Jeb Bush> met <P Neil Bush> and <P David>."};

static ent_corpus *make_corpus(void)
{
    ent_corpus *corpus = NULL;
    ent_i_text text = {0};
    FUZZ_CHECK(ent_corpus_new(&corpus, NULL) == ENT_OK);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        ent_article *article = made_article(articles[i], &text);
        FUZZ_CHECK(article &&
                   ent_i_cluster_article(article, &text, NULL) == ENT_OK &&
                   ent_corpus_add_take(corpus, article, NULL) == ENT_OK);
    }
    ent_i_text_free(&text);
    return corpus;
}

static int to_nowhere(void *ctx, const void *bytes, size_t n)
{
    (void)ctx;
    (void)bytes;
    (void)n;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ent_corpus *corpus; /* resolved anew each time */
    const ent_sink sink = {to_nowhere, NULL};
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    ent_error error = {0};
    if (!corpus)
        corpus = make_corpus();
    options.aliases = file_with(data, size);
    ent_status status = ent_corpus_resolve(corpus, &options, &error);
    if (status) {
        FUZZ_CHECK(status == ENT_ERR_FORMAT && error.message[0]);
        FUZZ_CHECK(error.line >= 1 && error.byte <= (int64_t)size);
        FUZZ_CHECK(ent_corpus_actor_count(corpus) == 0);
        return 0;
    }
    FUZZ_CHECK(ent_corpus_actor_count(corpus) > 0);
    FUZZ_CHECK(ent_corpus_write_aliases(corpus, 0, &sink, NULL) == ENT_OK);
    for (uint32_t i = 0; i < ent_corpus_actor_count(corpus); i++)
        FUZZ_CHECK(ent_corpus_explain(corpus, i, &sink, NULL) == ENT_OK);
    return 0;
}
