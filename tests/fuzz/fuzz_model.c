/* Any bytes as a model file. Size and checksum are put right first, else no
 * input would come beyond them. What the loader takes must then recognise
 * without a fault. */
#include <string.h>

#include "core/map.h"
#include "fuzz/fuzz.h"
#include "recognise/tagger.h"

/* Where the header has them, as model.c writes it. */
enum { SIZE_AT = 16, CHECKSUM_AT = 24, CHECKED_FROM = 32 };

static const char words[] =
    "John Kerry met Sergey Lavrov of Russia in the Hague. \"KERRY IN "
    "PARIS\"\n\n"
    "Mr. Kerry (the U.N. said) told Mary-Ann O'Neil of ACME Ltd. on 3 May.";

static void recognise(const ent_i_model *model)
{
    static ent_i_text text;
    ent_i_tagger tagger = {0};
    ent_error error = {0};
    ent_article *article = ent_i_article_new();
    FUZZ_CHECK(article);
    article->title = "";
    article->text = words;
    article->text_size = (uint32_t)strlen(words);
    FUZZ_CHECK(ent_i_text_read(&text, article, &error) == ENT_OK);
    FUZZ_CHECK(ent_i_tag(&tagger, model, article, &text));
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        FUZZ_CHECK(m->start < m->end && m->end <= article->text_size);
        FUZZ_CHECK(m->type < ENT_TYPE_COUNT);
        FUZZ_CHECK(m->confidence >= 0.0f && m->confidence <= 1.0f);
    }
    ent_i_tagger_free(&tagger);
    ent_article_free(article);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ent_i_model model;
    ent_error error = {0};
    uint8_t *bytes = ent_i_malloc(size);
    FUZZ_CHECK(bytes);
    memcpy(bytes, data, size);
    if (size >= CHECKED_FROM) {
        uint64_t whole = size;
        uint64_t sum = ent_i_hash(bytes + CHECKED_FROM, size - CHECKED_FROM);
        memcpy(bytes + SIZE_AT, &whole, sizeof whole);
        memcpy(bytes + CHECKSUM_AT, &sum, sizeof sum);
    }
    ent_status status = ent_i_model_read(&model, bytes, size, "fuzz", &error);
    FUZZ_CHECK(status == ENT_OK || status == ENT_ERR_FORMAT);
    if (!status)
        recognise(&model);
    ent_i_free(bytes);
    return 0;
}
