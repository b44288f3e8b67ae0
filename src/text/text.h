/* Paragraphs, sentences and tokens of an article, with byte offsets. */
#ifndef ENTENTE_TEXT_TEXT_H
#define ENTENTE_TEXT_TEXT_H

#include "core/article.h"
#include "text/wordbook.h"

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

/* What a token is in a list of links put into a sentence. */
typedef enum ent_i_list_part {
    ENT_I_LIST_NONE, /* it is part of the story */
    ENT_I_LIST_NAME, /* a name of the story again, in full */
    ENT_I_LIST_LINKS
} ent_i_list_part;

/* A word or a mark. Hyphens, possessives ('s) and dashes are tokens of their
 * own: "Ban Ki-moon's" is Ban Ki - moon 's. Abbreviations keep their period:
 * "U.S." and "Mr." are one token each; so are "can't", "O'Brien", "AT&T",
 * "3.5", "..." and, as punctuation, "@name" and addresses. The possessive
 * counts as lower-case. In scripts without blanks ICU's dictionaries find the
 * words. */
typedef struct ent_i_token {
    uint32_t start;
    uint32_t end;
    uint32_t word; /* its number in the text's book */
    uint8_t kind;  /* an ent_i_token_kind */
    uint8_t glued; /* directly follows the token before */
    uint8_t list;  /* an ent_i_list_part: where the story is interrupted */
} ent_i_token;

/* The tokens of sentence i are tokens[first[i]] .. tokens[first[i + 1] - 1].
 * Reused from article to article; start from {0}. */
typedef struct ent_i_text {
    ENT_I_VEC(ent_i_token) tokens;
    ENT_I_VEC(uint32_t) first;
    struct ent_i_breaker *breaker; /* ICU iterators, opened once per thread */
    ent_i_wordbook *book;          /* the words met so far, one book per
                                      thread */
    bool keep_words; /* the book is shared, so its numbers must last */
} ent_i_text;

/* Fills article->sentences and text. The title makes the first sentences,
 * unless it is part of the text. A sentence without an end is cut after 400
 * tokens at most; none is empty, but where names are all that is known. Fails with ENT_ERR_MEMORY, or ENT_ERR_LIBRARY
 * when ICU lacks its dictionaries; the article must then be dropped. */
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

/* What the lexicon of the article's language says about the token's word. */
static inline const ent_i_lexeme *ent_i_token_lexeme(const ent_i_text *text,
                                                     const ent_i_token *token)
{
    return text->book->words.items[token->word].lexeme;
}

/* ---- for the stages that read tokens; bytes are those of the field ---- */

static inline uint32_t ent_i_token_size(const ent_i_token *token)
{
    return token->end - token->start;
}

/* Whether only a line end, perhaps with blanks, stands in bytes[from, to). */
bool ent_i_is_line_end(const char *bytes, uint32_t from, uint32_t to);
/* Whether the token is exactly this text. */
bool ent_i_token_is(const char *bytes, const ent_i_token *token,
                    const char *text);
/* The same, ignoring the case of ASCII letters; `lower` must be in lower case.
 * A final period counts: "Mr." isn't "mr". */
bool ent_i_token_is_nocase(const char *bytes, const ent_i_token *token,
                           const char *lower);
/* Whether two tokens, perhaps of different fields, are equal under Unicode's
 * simple case folding. */
bool ent_i_token_same(const char *a_bytes, const ent_i_token *a,
                      const char *b_bytes, const ent_i_token *b);
/* Whether it is "'s", "’s" or, after an s, a bare apostrophe. */
bool ent_i_token_is_possessive(const char *bytes, const ent_i_token *token);

/* The index of the first token of the field that ends after this byte; the
 * number of tokens when there is none. */
size_t ent_i_token_at(const ent_i_text *text, const ent_article *article,
                      ent_field field, uint32_t byte);
/* The number of the sentence that holds token i. */
size_t ent_i_token_sentence(const ent_i_text *text, size_t i);

#endif
