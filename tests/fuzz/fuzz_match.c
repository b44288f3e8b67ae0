/* Any line as what articles must contain, any rest as the article: it matches
 * or not, each time the same, or an error says what was expected. Words without
 * quotes that stand in the text alone are found there. */
#include <string.h>

#include "core/article.h"
#include "core/utf8.h"
#include "fuzz/fuzz.h"
#include "source/match.h"

static bool is_found(const ent_i_match *match, const char *text, size_t size)
{
    bool found[2] = {false, false};
    ent_article *article = ent_i_article_new();
    ent_error error = {0};
    FUZZ_CHECK(article);
    article->title = "";
    article->text = text;
    article->text_size = (uint32_t)size;
    ent_status status = ent_i_match_test(match, article, &found[0], &error);
    if (status)
        FUZZ_CHECK(status == ENT_ERR_LIMIT && error.message[0] && !found[0]);
    else
        FUZZ_CHECK(!ent_i_match_test(match, article, &found[1], &error) &&
                   found[0] == found[1]);
    ent_article_free(article);
    return found[0];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = malloc(size + 2);
    ent_i_match *match = NULL;
    ent_error error = {0};
    FUZZ_CHECK(bytes);
    for (size_t i = 0; i < size; i++)
        bytes[i] = data[i] ? (char)data[i] : ' ';
    bytes[size] = bytes[size + 1] = '\0';
    char *text = strchr(bytes, '\n');
    text = text ? text : bytes + size;
    *text++ = '\0';
    if (ent_i_is_utf8(bytes, strlen(bytes)) &&
        ent_i_is_utf8(text, strlen(text))) {
        ent_status status = ent_i_match_new(&match, bytes, &error);
        FUZZ_CHECK(!status || (status == ENT_ERR_ARGUMENT && error.message[0]));
        if (!status) {
            is_found(match, text, strlen(text));
            FUZZ_CHECK(strpbrk(bytes, "/\"") ||
                       is_found(match, bytes, strlen(bytes)));
        }
    }
    ent_i_match_free(match);
    free(bytes);
    return 0;
}
