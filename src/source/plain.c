/* Plain text: the whole file is one article. */
#include <string.h>

#include "core/ascii.h"
#include "core/error.h"
#include "lexicon/lexicon.h"
#include "source/dates.h"
#include "source/decode.h"
#include "source/readers.h"

enum { TITLE_LEAST = 4, TITLE_MOST = 200, TITLE_WORDS = 30, WRAP_LEAST = 55 };

typedef struct line {
    const char *at;
    size_t size;
} line;

/* The next line, without white space at its ends; false at the end. */
static bool next_line(const char **at, const char *end, line *out)
{
    if (*at >= end)
        return false;
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    stop = stop ? stop : end;
    const char *from = *at;
    *at = stop + 1;
    while (from < stop && strchr(" \t\r\f\v", *from))
        from++;
    while (stop > from && strchr(" \t\r\f\v", stop[-1]))
        stop--;
    *out = (line){from, (size_t)(stop - from)};
    return true;
}

/* Ignores the case of ASCII letters. */
static bool starts_with(const line *text, const char *start)
{
    size_t n = strlen(start);
    return text->size >= n && ent_i_ascii_same(text->at, start, n);
}

/* Whether the first word is one such as "Photo", "By" or "Source:". */
static bool begins_credit(const line *text)
{
    size_t n = 0;
    while (n < text->size && ((text->at[n] | 32) >= 'a') &&
           ((text->at[n] | 32) <= 'z'))
        n++;
    uint16_t press =
        ent_i_lexeme_of(ent_i_lexicon_default(), text->at, n)->press;
    char after = n < text->size ? text->at[n] : ' ';
    return (press & ENT_I_PRESS_HEADS && strchr(" :/(", after)) ||
           (press & ENT_I_PRESS_LABELS && after == ':');
}

/* A line above the article that isn't its title. */
static bool is_furniture(const line *text)
{
    static const char *const starts[] = {"http://", "https://", "www.", "(c)",
                                         "\xC2\xA9"};
    ent_date date;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (starts_with(text, starts[i]))
            return true;
    return begins_credit(text) ||
           ent_i_is_date_line(text->at, text->size, &date);
}

/* Whether a sentence ends within the line: lower-case letters, a period, a
 * blank, a capital. Two letters, so that "J. Ray" and "U.S. Aid" don't
 * count. */
static bool has_inner_stop(const line *text)
{
    for (size_t i = 2; i + 2 < text->size; i++)
        if (text->at[i] == '.' && text->at[i + 1] == ' ' &&
            text->at[i - 1] >= 'a' && text->at[i - 1] <= 'z' &&
            text->at[i - 2] >= 'a' && text->at[i - 2] <= 'z' &&
            text->at[i + 2] >= 'A' && text->at[i + 2] <= 'Z')
            return true;
    return false;
}

/* Good enough for a limit: titles rarely contain runs of blanks. */
static size_t count_words(const line *text)
{
    size_t words = 0;
    for (size_t i = 0; i < text->size; i++)
        words += text->at[i] == ' ';
    return words + 1;
}

/* Whether the line continues on the next one, as in hard-wrapped text. */
static bool runs_on(const line *first, const line *second)
{
    return second->size && first->size >= WRAP_LEAST &&
           !strchr(".!?", first->at[first->size - 1]) && second->at[0] >= 'a' &&
           second->at[0] <= 'z';
}

/* These rules hold for the headlines of any newspaper: short, on a line of
 * their own, no sentence end within, no byline, date or address. */
static bool reads_like_title(const line *first, const line *second)
{
    return first->size >= TITLE_LEAST && first->size <= TITLE_MOST &&
           count_words(first) <= TITLE_WORDS && !is_furniture(first) &&
           !has_inner_stop(first) && !runs_on(first, second);
}

/* The first line that isn't empty is the title if something follows it. A file
 * of one line is all text: nobody would keep a headline without its article. */
static bool find_title(const char *text, size_t size, line *title)
{
    const char *at = text;
    const char *end = text + size;
    line second = {0}, later;
    do {
        if (!next_line(&at, end, title))
            return false;
    } while (!title->size);
    bool more = next_line(&at, end, &second);
    bool follows = more && second.size;
    while (more && !follows && next_line(&at, end, &later))
        follows = later.size > 0;
    return follows && reads_like_title(title, &second);
}

bool ent_i_plain_title(ent_article *article)
{
    line title;
    if (!find_title(article->text, article->text_size, &title))
        return false;
    article->title = ent_i_arena_strndup(&article->arena, title.at, title.size);
    article->title_size = article->title ? (uint32_t)title.size : 0;
    return article->title;
}

/* The title stays in the text, so that its offsets are valid there. */
static ent_status fill(ent_article *article, const ent_i_string *text,
                       ent_error *error)
{
    if (!ent_i_article_set_text(article, text->items, text->n))
        return ent_i_no_memory(error, "source");
    article->date = ent_i_find_date(article->text, article->text_size);
    article->date_from = "text";
    article->title_in_text = ent_i_plain_title(article);
    return article->title ? ENT_OK : ent_i_no_memory(error, "source");
}

/* NUL bytes count as blanks, since they are replaced by blanks. */
static bool is_blank(const char *text, size_t size)
{
    size_t i = 0;
    while (i < size && strchr(" \t\r\n\f\v", text[i]))
        i++;
    return i == size;
}

/* Here the limit on the size of an article applies to the file. */
ent_status ent_i_read_plain(ent_i_stream *stream, ent_article **out,
                            ent_error *error)
{
    if (stream->articles)
        return ENT_OK;
    stream->articles = 1;
    ent_i_string text = {0};
    ent_status status = ent_i_stream_need_all(stream, error);
    if (status)
        goto end;
    size_t size = stream->end - stream->start;
    const char *bytes = stream->buffer + stream->start;
    const char *kind = ent_i_binary_kind(bytes, size);
    if (kind || is_blank(bytes, size)) {
        status = ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "expected text, found %s", kind ? kind : "nothing");
        ent_i_stream_fail(stream, status, error);
        goto end;
    }
    status = ent_i_decode(&text, bytes, size, NULL, error);
    if (!status)
        status = ent_i_article_begin(stream, out, error);
    if (!status)
        status = fill(*out, &text, error);
end:
    if (status) {
        ent_article_free(*out);
        *out = NULL;
    }
    ent_i_vec_free(&text);
    return status;
}
