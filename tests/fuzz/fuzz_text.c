/* Any text, its first line as the title: sentences and tokens cover it in
 * order, on character boundaries. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "source/decode.h"
#include "text/text.h"

static void check_token(const char *bytes, const ent_i_token *token,
                        const ent_sentence *sentence, const ent_i_token *last)
{
    FUZZ_CHECK(token->start < token->end);
    FUZZ_CHECK(token->start >= sentence->start && token->end <= sentence->end);
    FUZZ_CHECK(((unsigned char)bytes[token->start] & 0xC0) != 0x80);
    FUZZ_CHECK(((unsigned char)bytes[token->end] & 0xC0) != 0x80);
    FUZZ_CHECK(token->kind <= ENT_I_TOKEN_PUNCT);
    FUZZ_CHECK(!last || token->start >= last->end);
    FUZZ_CHECK(!last || token->glued == (token->start == last->end));
}

static void check_sentences(const ent_article *article, const ent_i_text *text)
{
    FUZZ_CHECK(text->first.n == article->sentences.n + 1);
    FUZZ_CHECK(text->first.items[article->sentences.n] == text->tokens.n);
    for (size_t i = 0; i < article->sentences.n; i++) {
        const ent_sentence *s = &article->sentences.items[i];
        const char *bytes = ent_article_field(article, (ent_field)s->field);
        uint32_t from = text->first.items[i], to = text->first.items[i + 1];
        FUZZ_CHECK(from < to && to - from <= 400);
        FUZZ_CHECK(text->tokens.items[from].start == s->start);
        FUZZ_CHECK(text->tokens.items[to - 1].end == s->end);
        FUZZ_CHECK(i == 0 || s->paragraph - s[-1].paragraph <= 1);
        FUZZ_CHECK(i == 0 || s->field > s[-1].field || s->start >= s[-1].end);
        for (uint32_t k = from; k < to; k++) {
            const ent_i_token *token = &text->tokens.items[k];
            check_token(bytes, token, s, k > from ? token - 1 : NULL);
            FUZZ_CHECK(ent_i_token_sentence(text, k) == i);
            FUZZ_CHECK(ent_i_token_at(text, article, (ent_field)s->field,
                                      token->start) == k);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* Kept from input to input, as a thread does from article to article. */
    static ent_i_text text;
    ent_i_string decoded = {0};
    ent_article *article = ent_i_article_new();
    FUZZ_CHECK(article);
    if (ent_i_decode(&decoded, (const char *)data, size, NULL, NULL) == 0) {
        ent_i_blank_nul(decoded.items, decoded.n);
        char *line = strchr(decoded.items, '\n');
        article->text = decoded.items;
        if (line) {
            *line = '\0';
            article->title = decoded.items;
            article->text = line + 1;
        }
        article->title_size = (uint32_t)strlen(article->title);
        article->text_size = (uint32_t)strlen(article->text);
        ent_error error = {0};
        FUZZ_CHECK(ent_i_text_read(&text, article, &error) == ENT_OK);
        check_sentences(article, &text);
    }
    ent_article_free(article);
    ent_i_vec_free(&decoded);
    return 0;
}
