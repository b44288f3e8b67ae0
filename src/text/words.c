/* What other stages need to know about tokens. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/text.h"

bool ent_i_is_line_end(const char *bytes, uint32_t from, uint32_t to)
{
    return to > from && memchr(bytes + from, '\n', to - from) &&
           strspn(bytes + from, " \r\n") >= to - from;
}

bool ent_i_token_is(const char *bytes, const ent_i_token *token,
                    const char *text)
{
    size_t size = ent_i_token_size(token);
    return strlen(text) == size &&
           memcmp(bytes + token->start, text, size) == 0;
}

/* Not tolower, which follows the locale. */
static char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool ent_i_token_is_nocase(const char *bytes, const ent_i_token *token,
                           const char *lower)
{
    size_t size = ent_i_token_size(token);
    for (size_t i = 0; i < size; i++)
        if (ascii_lower(bytes[token->start + i]) != lower[i])
            return false;
    return lower[size] == '\0';
}

/* Folds character by character: no case pair that names need changes the number
 * of characters. */
bool ent_i_token_same(const char *a_bytes, const ent_i_token *a,
                      const char *b_bytes, const ent_i_token *b)
{
    uint32_t i = a->start, j = b->start;
    while (i < a->end && j < b->end) {
        UChar32 x, y;
        U8_NEXT(a_bytes, i, a->end, x);
        U8_NEXT(b_bytes, j, b->end, y);
        if (x != y && u_foldCase(x, U_FOLD_CASE_DEFAULT) !=
                          u_foldCase(y, U_FOLD_CASE_DEFAULT))
            return false;
    }
    return i == a->end && j == b->end;
}

/* A bare apostrophe counts only after an s ("Marris'"); elsewhere it may be a
 * quote. */
bool ent_i_token_is_possessive(const char *bytes, const ent_i_token *token)
{
    static const char curly[] = "\xE2\x80\x99";
    const char *at = bytes + token->start;
    uint32_t size = ent_i_token_size(token);
    uint32_t mark = *at == '\'' ? 1 : 3;
    if (size < mark || (mark == 3 && memcmp(at, curly, 3) != 0))
        return false;
    if (size == mark)
        return token->glued && ascii_lower(at[-1]) == 's';
    return size == mark + 1 && ascii_lower(at[mark]) == 's';
}

/* Binary search, since articles can be long. */
size_t ent_i_token_sentence(const ent_i_text *text, size_t i)
{
    size_t low = 0, high = text->first.n - 1;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->first.items[middle] <= i)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The first sentence of the field that ends after the byte. */
static size_t sentence_at(const ent_article *article, ent_field field,
                          uint32_t byte)
{
    size_t low = 0, high = article->sentences.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const ent_sentence *s = &article->sentences.items[middle];
        if (s->field < field || (s->field == field && s->end <= byte))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t ent_i_token_at(const ent_i_text *text, const ent_article *article,
                      ent_field field, uint32_t byte)
{
    size_t sentence = sentence_at(article, field, byte);
    if (sentence == article->sentences.n ||
        article->sentences.items[sentence].field != field)
        return text->tokens.n;
    size_t i = text->first.items[sentence];
    while (text->tokens.items[i].end <= byte)
        i++;
    return i;
}
