#include "train/vocabulary.h"

static bool add_word(ent_i_vocabulary *v, const char *bytes, size_t size,
                     uint8_t kind, uint32_t *out)
{
    static const ent_i_gazetteer none = {.n = 0};
    ent_i_traits word = {0};
    if (bytes)
        ent_i_traits_read(&word, &none, bytes, size, kind);
    uint32_t *place =
        ent_i_keymap_put(&v->index, word.exact, (uint32_t)v->words.n);
    uint32_t *cased =
        ent_i_keymap_put(&v->lower, word.lower, (uint32_t)v->cases.n);
    if (!place || !cased ||
        (*cased == v->cases.n &&
         !ent_i_vec_push(&v->cases, (ent_i_case_count){0, 0})))
        return false;
    *out = *place;
    return *place < v->words.n ||
           ent_i_vec_push(&v->words,
                          (ent_i_vocabulary_word){word.exact, 0, *cased, kind});
}

static bool find_word(ent_i_vocabulary *v, const char *bytes, size_t size,
                      uint8_t kind, uint32_t *out)
{
    uint32_t *slot =
        ent_i_keymap_put(&v->seen, ent_i_hash(bytes, size) + kind, 0);
    if (!slot)
        return false;
    if (!*slot && !add_word(v, bytes, size, kind, slot))
        return false;
    *out = *slot;
    return true;
}

static bool is_capital(uint8_t kind)
{
    return kind == ENT_I_TOKEN_TITLE || kind == ENT_I_TOKEN_UPPER ||
           kind == ENT_I_TOKEN_LETTER;
}

/* Headlines don't show which words are names. */
static bool is_headline(const ent_i_token *tokens, uint32_t n)
{
    uint32_t capital = 0, small = 0;
    for (uint32_t i = 0; i < n; i++) {
        capital += is_capital(tokens[i].kind);
        small += tokens[i].kind == ENT_I_TOKEN_LOWER;
    }
    return capital >= 2 * small;
}

static bool add_sentence(ent_i_vocabulary *v, const ent_article *article,
                         ent_field field, const ent_i_token *tokens, uint32_t n)
{
    bool headline = is_headline(tokens, n);
    for (uint32_t i = 0; i < n; i++) {
        const ent_i_token *token = &tokens[i];
        uint32_t word;
        if (!find_word(v, ent_i_token_bytes(article, field, token),
                       ent_i_token_size(token), token->kind, &word) ||
            !ent_i_vec_push(&v->stream, word))
            return false;
        ent_i_vocabulary_word *w = &v->words.items[word];
        w->count++;
        if (headline || !i)
            continue;
        if (is_capital(token->kind))
            v->cases.items[w->cased].capital++;
        else if (token->kind == ENT_I_TOKEN_LOWER)
            v->cases.items[w->cased].small++;
    }
    return ent_i_vec_push(&v->stream, ENT_I_BOUNDARY);
}

bool ent_i_vocabulary_add(ent_i_vocabulary *vocabulary,
                          const ent_article *article, const ent_i_text *text)
{
    uint32_t boundary;
    if (!vocabulary->words.n &&
        (!add_word(vocabulary, NULL, 0, ENT_I_TOKEN_PUNCT, &boundary) ||
         !ent_i_vec_push(&vocabulary->stream, ENT_I_BOUNDARY)))
        return false;
    for (size_t s = 0; s < article->sentences.n; s++) {
        uint32_t first = text->first.items[s];
        if (!add_sentence(
                vocabulary, article, article->sentences.items[s].field,
                text->tokens.items + first, text->first.items[s + 1] - first))
            return false;
    }
    return true;
}

uint8_t ent_i_vocabulary_caps(const ent_i_vocabulary *vocabulary, uint32_t word)
{
    static const double edges[] = {0.003, 0.02, 0.1, 0.4, 0.8, 0.97};
    ent_i_case_count c =
        vocabulary->cases.items[vocabulary->words.items[word].cased];
    if (c.capital + c.small < 3)
        return 0;
    double share = (double)c.capital / ((double)c.capital + c.small);
    uint8_t step = 1;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        step += share >= edges[i];
    return step;
}

void ent_i_vocabulary_free(ent_i_vocabulary *vocabulary)
{
    ent_i_keymap_free(&vocabulary->seen);
    ent_i_keymap_free(&vocabulary->index);
    ent_i_keymap_free(&vocabulary->lower);
    ent_i_vec_free(&vocabulary->words);
    ent_i_vec_free(&vocabulary->cases);
    ent_i_vec_free(&vocabulary->stream);
}
