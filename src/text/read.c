/* Reads field by field, paragraph by paragraph: first the tokens, then the
 * sentences made of them. */
#include "text/text.h"

#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "text/parts.h"

/* Cuts the paragraph's tokens, which begin at `from`, into sentences. */
static bool add_sentences(ent_i_text *text, ent_article *article,
                          ent_field field, size_t from, uint32_t paragraph)
{
    ent_i_splitter splitter = {
        text->book->lexicon, ent_article_field(article, field),
        text->tokens.items,  from,
        text->tokens.n,      false};
    while (splitter.at < splitter.to) {
        const ent_i_token *first = &splitter.tokens[splitter.at];
        ent_i_next_sentence(&splitter);
        ent_sentence sentence = {
            first->start, splitter.tokens[splitter.at - 1].end, paragraph,
            (uint8_t)field, sizeof(ent_sentence)};
        if (!ent_i_vec_push(&article->sentences, sentence) ||
            !ent_i_vec_push(&text->first, (uint32_t)splitter.at))
            return false;
    }
    return true;
}

/* Paragraphs without tokens get no number, so that the numbers are
 * consecutive. */
static ent_status read_field(ent_i_text *text, ent_article *article,
                             ent_field field, uint32_t *paragraph,
                             ent_error *error)
{
    ent_i_span_list paragraphs = {0};
    const char *bytes = ent_article_field(article, field);
    uint32_t size =
        field == ENT_FIELD_TITLE ? article->title_size : article->text_size;
    bool read = ent_i_paragraphs(&paragraphs, text->book->lexicon, bytes, size,
                                 article->title_in_text);
    ent_status status = read ? ENT_OK : ent_i_no_memory(error, "text");
    for (size_t i = 0; !status && i < paragraphs.n; i++) {
        size_t from = text->tokens.n;
        status = ent_i_tokens(text, bytes, paragraphs.items[i], error);
        if (!status)
            status = ent_i_lists(text, bytes, paragraphs.items[i], from, error);
        if (status || text->tokens.n == from)
            continue;
        if (!add_sentences(text, article, field, from, *paragraph))
            status = ent_i_no_memory(error, "text");
        ++*paragraph;
    }
    ent_i_vec_free(&paragraphs);
    return status;
}

/* Names alone have no marks that end sentences, so their readers tell them. A
 * sentence of which nothing is known has no tokens. */
static ent_status read_names(ent_i_text *text, const ent_article *article,
                             ent_error *error)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < article->sentences.n; i++) {
        const ent_sentence *s = &article->sentences.items[i];
        const char *bytes = ent_article_field(article, (ent_field)s->field);
        status =
            ent_i_tokens(text, bytes, (ent_i_span){s->start, s->end}, error);
        if (!status && !ent_i_vec_push(&text->first, (uint32_t)text->tokens.n))
            status = ent_i_no_memory(error, "text");
    }
    return status;
}

/* How many words are kept from article to article: about those of six hundred
 * articles of news. What the recogniser knows of them takes about 12 MB, for
 * each thread: more of them would leave the processor's caches. */
enum { MOST_WORDS = 32768 };

static bool open_book(ent_i_text *text, const ent_article *article)
{
    if (!text->book)
        text->book = ent_i_calloc(1, sizeof *text->book);
    if (text->book)
        ent_i_wordbook_open(text->book, ent_i_lexicon_of(article),
                            text->keep_words ? SIZE_MAX : MOST_WORDS);
    return text->book != NULL;
}

/* Drops what is left of an earlier article but keeps its memory. */
ent_status ent_i_text_read(ent_i_text *text, ent_article *article,
                           ent_error *error)
{
    uint32_t paragraph = 0;
    text->tokens.n = text->first.n = 0;
    if (!open_book(text, article) || !ent_i_vec_push(&text->first, 0))
        return ent_i_no_memory(error, "text");
    if (article->names_only)
        return read_names(text, article, error);
    ent_status status = ENT_OK;
    article->sentences.n = 0;
    if (!article->title_in_text)
        status = read_field(text, article, ENT_FIELD_TITLE, &paragraph, error);
    return status
               ? status
               : read_field(text, article, ENT_FIELD_TEXT, &paragraph, error);
}

/* The article keeps its sentences. */
void ent_i_text_free(ent_i_text *text)
{
    ent_i_vec_free(&text->tokens);
    ent_i_vec_free(&text->first);
    ent_i_breaker_free(text->breaker);
    text->breaker = NULL;
    if (text->book)
        ent_i_wordbook_free(text->book);
    ent_i_free(text->book);
    text->book = NULL;
}
