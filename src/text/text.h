/* Paragraphs, sentences and tokens of an article, with byte offsets. */
#ifndef ENTENTE_TEXT_TEXT_H
#define ENTENTE_TEXT_TEXT_H

#include "core/article.h"

/* What a token is made of. */
typedef enum ent_i_token_kind {
    ENT_I_TOKEN_LOWER,  /* letters, the first one lower-case */
    ENT_I_TOKEN_TITLE,  /* first letter upper-case, at least one lower */
    ENT_I_TOKEN_UPPER,  /* all letters upper-case, two or more */
    ENT_I_TOKEN_LETTER, /* one upper-case letter, with or without a period */
    ENT_I_TOKEN_OTHER,  /* letters without case */
    ENT_I_TOKEN_NUMBER, /* begins with a digit */
    ENT_I_TOKEN_PUNCT   /* anything else */
} ent_i_token_kind;

/* A word or a mark. Hyphens, apostrophes that begin a possessive ('s), and
 * dashes are tokens of their own: "Ban Ki-moon's" is Ban Ki - moon 's.
 * Abbreviations keep their period: "U.S." and "Mr." are one token. */
typedef struct ent_i_token {
    uint32_t start;
    uint32_t end;
    uint8_t kind;  /* an ent_i_token_kind */
    uint8_t glued; /* nothing between it and the token before */
} ent_i_token;

/* The tokens of sentence i are tokens[first[i]] .. tokens[first[i + 1] - 1].
 * Reused from article to article; start from {0}. */
typedef struct ent_i_text {
    ENT_I_VEC(ent_i_token) tokens;
    ENT_I_VEC(uint32_t) first;
    struct ent_i_breaker *breaker; /* ICU iterators, opened once a thread */
} ent_i_text;

/* Fills article->sentences and text. The title, unless it stands in the text,
 * makes the first sentences. */
ent_status ent_i_text_read(ent_i_text *text, ent_article *article,
                           ent_error *error);
void ent_i_text_free(ent_i_text *text);

/* The bytes of a token, not NUL-terminated. */
static inline const char *ent_i_token_bytes(const ent_article *article,
                                            ent_field field,
                                            const ent_i_token *token)
{
    return ent_article_field(article, field) + token->start;
}

#endif
