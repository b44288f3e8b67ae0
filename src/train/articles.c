#include "train/articles.h"

#include "core/error.h"
#include "source/source.h"

ent_status ent_i_each_article(const char *const *inputs, size_t count,
                              ent_i_article_fn *use, void *ctx,
                              ent_error *error)
{
    ent_i_source *source = NULL;
    ent_i_text text = {0};
    ent_status status = ent_i_source_open(&source, inputs, count, NULL, error);
    while (!status) {
        ent_article *article = NULL;
        status = ent_i_source_next(source, &article, error);
        if (status || !article)
            break;
        status = ent_i_text_read(&text, article, error);
        if (!status && !use(ctx, article, &text))
            status = ent_i_no_memory(error, "recognise");
        ent_article_free(article);
    }
    ent_i_text_free(&text);
    ent_i_source_free(source);
    return status;
}
