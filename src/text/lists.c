/* Lists of links that news sites put into their sentences. Behind a name comes
 * the name in full, with headlines glued to it, up to a word in capitals that
 * opens the rest: "Mayor Ann Lee Ann Marie LeeCourt backs mayor Ten facts
 * about Lee MORE said". The sentence is what stands around the list. */
#include <string.h>

#include "core/error.h"
#include "text/parts.h"

enum {
    LONGEST_LIST = 120, /* tokens */
    LONGEST_NAME = 12,  /* tokens of the name in full, and a possessive */
    SHORTEST_NAME = 3   /* bytes of a last name */
};

/* A list, in bytes. */
typedef struct list {
    uint32_t name;      /* where the name in full begins */
    uint32_t headlines; /* where they do */
    uint32_t end;
} list;

typedef ENT_I_VEC(list) lists;

/* A list without links is only the name and the word: "Ann Marie LeeMORE". */
static bool closes(const ent_i_text *text, const char *bytes,
                   const ent_i_token *token)
{
    uint32_t from = token->end;
    if (token->kind == ENT_I_TOKEN_UPPER)
        return ent_i_token_lexeme(text, token)->use & ENT_I_U_CLOSES;
    while (token->kind == ENT_I_TOKEN_TITLE && from > token->start &&
           bytes[from - 1] >= 'A' && bytes[from - 1] <= 'Z')
        from--;
    return from < token->end &&
           ent_i_lexeme_of(text->book->lexicon, bytes + from, token->end - from)
                   ->use &
               ENT_I_U_CLOSES;
}

/* Whether the token may stand in a name in full: "Maria (Mia) de la Paz". */
static bool is_in_name(const ent_i_text *text, const char *bytes,
                       const ent_i_token *token)
{
    switch (token->kind) {
    case ENT_I_TOKEN_PUNCT:
        return strchr("()\"'.-", bytes[token->start]) ||
               (unsigned char)bytes[token->start] >= 0x80;
    case ENT_I_TOKEN_LOWER:
        return ent_i_token_lexeme(text, token)->name & ENT_I_NAME_PARTICLE ||
               ent_i_token_is_possessive(bytes, token);
    case ENT_I_TOKEN_NUMBER:
        return false;
    default:
        return true;
    }
}

/* Whether the word goes on behind its first `size` bytes as another one. */
static bool is_glued_to(const char *bytes, const ent_i_token *token,
                        uint32_t size)
{
    if (ent_i_token_size(token) <= size)
        return false;
    char next = bytes[token->start + size];
    return (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9') ||
           next == '\'';
}

/* "Jr.", "III" */
static bool is_suffix(const ent_i_text *text, const char *bytes,
                      const ent_i_token *token)
{
    uint32_t size = token->end - token->start;
    size -= bytes[token->end - 1] == '.';
    return ent_i_lexeme_of(text->book->lexicon, bytes + token->start, size)
               ->name &
           ENT_I_NAME_SUFFIX;
}

/* How many bytes the two begin with alike. */
static uint32_t shared(const char *bytes, const ent_i_token *a,
                       const ent_i_token *b)
{
    uint32_t n = 0, most = ent_i_token_size(a);
    if (ent_i_token_size(b) < most)
        most = ent_i_token_size(b);
    while (n < most && bytes[a->start + n] == bytes[b->start + n])
        n++;
    return n;
}

/* Whether the word at i begins with a last name that stands before it, not
 * before `low`, with only a name in full between; the rest of the word is the
 * first headline's or, when they stand apart, there is none. Sets where the
 * name in full and the headlines begin. */
static bool repeats_name(const ent_i_text *text, const char *bytes, size_t low,
                         size_t i, bool apart, list *out)
{
    const ent_i_token *tokens = text->tokens.items, *word = &tokens[i];
    if (word->kind != ENT_I_TOKEN_TITLE)
        return false;
    for (size_t p = i; p-- > low && i - p <= LONGEST_NAME;) {
        if (!is_in_name(text, bytes, &tokens[p]))
            return false;
        uint32_t size = shared(bytes, &tokens[p], word);
        bool ends = size == ent_i_token_size(&tokens[p]);
        bool whole = apart && i - p > 1 && size == ent_i_token_size(word);
        if (tokens[p].kind != ENT_I_TOKEN_TITLE || size < SHORTEST_NAME ||
            !(whole || (!apart && is_glued_to(bytes, word, size))) ||
            !(ends || is_glued_to(bytes, &tokens[p], size)))
            continue;
        out->headlines = word->start + size;
        out->name = tokens[p].start + size;
        if (!ends) /* "Ann LeeAnn Marie LeeCourt" */
            return true;
        /* "Lee Jr. Ann Lee", "Lee's Ann Lee" */
        for (p++; p < i && (ent_i_token_is_possessive(bytes, &tokens[p]) ||
                            is_suffix(text, bytes, &tokens[p]));
             p++)
            ;
        out->name = tokens[p].start;
        return true;
    }
    return false;
}

/* From the end, so that no more than the list is taken from the story. Most
 * headlines are glued to the name; where none is, they stand apart. */
static bool find_list(const ent_i_text *text, const char *bytes, size_t low,
                      size_t end, list *out)
{
    size_t first = end - low > LONGEST_LIST ? end - LONGEST_LIST : low;
    out->end = text->tokens.items[end].end;
    for (size_t i = end + 1; i-- > first;)
        if (repeats_name(text, bytes, low, i, false, out))
            return true;
    for (size_t i = end; i-- > first;)
        if (text->tokens.items[i + 1].kind != ENT_I_TOKEN_LOWER &&
            text->tokens.items[i + 1].kind != ENT_I_TOKEN_PUNCT &&
            repeats_name(text, bytes, low, i, true, out))
            return true;
    return false;
}

static bool find_lists(lists *out, const ent_i_text *text, const char *bytes,
                       size_t from)
{
    size_t low = from;
    for (size_t i = from; i < text->tokens.n; i++) {
        list found;
        if (!closes(text, bytes, &text->tokens.items[i]) ||
            !find_list(text, bytes, low, i, &found))
            continue;
        if (!ent_i_vec_push(out, found))
            return false;
        low = i + 1;
    }
    return true;
}

/* Reads the stretch anew; its tokens are of this part of a list, or of none. */
static ent_status read_part(ent_i_text *text, const char *bytes, uint32_t start,
                            uint32_t end, uint8_t part, ent_error *error)
{
    size_t from = text->tokens.n;
    ent_status status =
        ent_i_tokens(text, bytes, (ent_i_span){start, end}, error);
    for (size_t i = from; i < text->tokens.n; i++)
        text->tokens.items[i].list = part;
    return status;
}

ent_status ent_i_lists(ent_i_text *text, const char *bytes, ent_i_span span,
                       size_t from, ent_error *error)
{
    lists all = {0};
    ent_status status = find_lists(&all, text, bytes, from)
                            ? ENT_OK
                            : ent_i_no_memory(error, "text");
    uint32_t at = span.start;
    if (all.n)
        text->tokens.n = from;
    for (size_t i = 0; i < all.n && !status; i++) {
        const list *l = &all.items[i];
        status = read_part(text, bytes, at, l->name, ENT_I_LIST_NONE, error);
        if (!status)
            status = read_part(text, bytes, l->name, l->headlines,
                               ENT_I_LIST_NAME, error);
        if (!status)
            status = read_part(text, bytes, l->headlines, l->end,
                               ENT_I_LIST_LINKS, error);
        at = l->end;
    }
    if (all.n && !status)
        status = read_part(text, bytes, at, span.end, ENT_I_LIST_NONE, error);
    ent_i_vec_free(&all);
    return status;
}
