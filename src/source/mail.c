/* GMime takes the messages apart; it decodes words in headers, transfer
 * encodings and character sets. */
#include "source/mail.h"

#include <gmime/gmime.h>
#include <pthread.h>
#include <string.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/decode.h"
#include "source/letter.h"

enum { SPARE = 16 << 20 };

static pthread_once_t ready = PTHREAD_ONCE_INIT;

/* ---- a message ---- */

/* The first part of each kind that is the message's text. */
typedef struct texts {
    GMimeTextPart *plain;
    GMimeTextPart *html;
} texts;

static void look_at_part(GMimeObject *parent, GMimeObject *part, gpointer ctx)
{
    texts *found = ctx;
    const char *disposition = g_mime_object_get_disposition(part);
    GMimeContentType *type = g_mime_object_get_content_type(part);
    (void)parent;
    if (!GMIME_IS_TEXT_PART(part) ||
        (disposition && g_ascii_strcasecmp(disposition, "attachment") == 0))
        return;
    if (!found->plain && g_mime_content_type_is_type(type, "text", "plain"))
        found->plain = GMIME_TEXT_PART(part);
    if (!found->html && g_mime_content_type_is_type(type, "text", "html"))
        found->html = GMIME_TEXT_PART(part);
}

/* Copies what GMime decoded, as valid UTF-8. */
static ent_status keep(ent_article *article, const char *text, const char **out,
                       uint32_t *size, ent_error *error)
{
    ent_i_string valid = {0};
    ent_status status = ent_i_decode(&valid, text, strlen(text), NULL, error);
    char *copy = status
                     ? NULL
                     : ent_i_arena_strndup(&article->arena,
                                           valid.n ? valid.items : "", valid.n);
    if (!status && !copy)
        status = ent_i_no_memory(error, "source");
    if (!status) {
        *out = copy;
        if (size)
            *size = (uint32_t)valid.n;
    }
    ent_i_vec_free(&valid);
    return status;
}

static ent_status keep_sender(ent_article *article, GMimeMessage *message,
                              ent_error *error)
{
    InternetAddressList *all = g_mime_message_get_from(message);
    InternetAddress *first =
        all ? internet_address_list_get_address(all, 0) : NULL;
    const char *name = first ? internet_address_get_name(first) : NULL;
    if (first && (!name || !*name) && INTERNET_ADDRESS_IS_MAILBOX(first))
        name =
            internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first));
    return name ? keep(article, name, &article->source, NULL, error) : ENT_OK;
}

static ent_status keep_header(ent_article *article, GMimeMessage *message,
                              ent_error *error)
{
    const char *subject = g_mime_message_get_subject(message);
    GDateTime *sent = g_mime_message_get_date(message);
    if (sent) {
        article->date =
            ent_i_date(g_date_time_get_year(sent), g_date_time_get_month(sent),
                       g_date_time_get_day_of_month(sent));
        article->date_from = "header";
    }
    ent_status status = keep_sender(article, message, error);
    if (!status && subject)
        status = keep(article, subject, &article->title, &article->title_size,
                      error);
    article->title_from = subject ? "header" : NULL;
    return status;
}

static ent_status keep_own(ent_article *article, const char *text, size_t size,
                           bool flowed, ent_error *error)
{
    ent_i_string own = {0};
    bool whole = true;
    bool fine =
        ent_i_letter_add(&own, text, size, flowed, &whole) &&
        ent_i_article_set_text(article, own.items ? own.items : "", own.n);
    ent_i_vec_free(&own);
    if (!fine)
        return ent_i_no_memory(error, "source");
    if (!whole)
        article->left_out = "what is quoted of other messages, or a signature";
    return article->text[strspn(article->text, " \t\r\n\f\v")]
               ? ENT_OK
               : ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "expected text, found a message without any of its "
                            "own");
}

static ent_status keep_plain(ent_article *article, GMimeTextPart *part,
                             ent_error *error)
{
    ent_i_string valid = {0};
    GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const char *format = g_mime_content_type_get_parameter(type, "format");
    bool flowed = format && g_ascii_strcasecmp(format, "flowed") == 0;
    char *text = g_mime_text_part_get_text(part);
    ent_status status = ent_i_decode(&valid, text ? text : "",
                                     text ? strlen(text) : 0, NULL, error);
    article->text_from = "plain part";
    if (!status)
        status = keep_own(article, valid.items ? valid.items : "", valid.n,
                          flowed, error);
    g_free(text);
    ent_i_vec_free(&valid);
    return status;
}

/* A message in HTML alone is a page like others. */
static ent_status keep_html(ent_article *article, GMimeTextPart *part,
                            ent_error *error)
{
    const ent_i_format *html = ent_i_format_named("html");
    const char *title = article->title;
    uint32_t title_size = article->title_size;
    ent_date date = article->date;
    const char *source = article->source;
    if (!html || !html->whole)
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected a format that can be read, found a message "
                          "in HTML; entente was built without libgumbo");
    char *text = g_mime_text_part_get_text(part);
    char *copy = ent_i_strdup(text ? text : "");
    g_free(text);
    if (!copy)
        return ent_i_no_memory(error, "source");
    ent_i_free(article->raw.bytes);
    article->raw = (ent_i_raw){article->raw.parse, copy, strlen(copy), "UTF-8"};
    ent_status status = html->whole(article, error);
    article->text_from = "HTML part";
    if (status || !title_size)
        return status;
    article->title_from = "header";
    article->title = title;
    article->title_size = title_size;
    article->source = source;
    if (date != ENT_NO_DATE) {
        article->date = date;
        article->date_from = "header";
    }
    return ENT_OK;
}

static ent_status read_message(ent_article *article, GMimeMessage *message,
                               ent_error *error)
{
    texts found = {NULL, NULL};
    GMimeObject *body = g_mime_message_get_mime_part(message);
    if (body && GMIME_IS_MULTIPART(body))
        g_mime_multipart_foreach(GMIME_MULTIPART(body), look_at_part, &found);
    else if (body)
        look_at_part(NULL, body, &found);
    ent_status status = keep_header(article, message, error);
    if (status)
        return status;
    if (found.plain)
        status = keep_plain(article, found.plain, error);
    else if (found.html)
        status = keep_html(article, found.html, error);
    else
        status = ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "expected text, found a message without any");
    if (!status && article->date == ENT_NO_DATE) {
        article->date = ent_i_find_date(article->text, article->text_size);
        article->date_from = "text";
    }
    if (!status)
        article->title_in_text = ent_i_begins_with_title(article);
    return status;
}

ent_status ent_i_read_mail(ent_article *article, ent_error *error)
{
    pthread_once(&ready, g_mime_init);
    /* GLib doesn't check its allocations. */
    if (!ent_i_memory_spare(SPARE))
        return ent_i_no_memory(error, "source");
    GMimeStream *bytes = g_mime_stream_mem_new_with_buffer(article->raw.bytes,
                                                           article->raw.size);
    GMimeParser *parser = g_mime_parser_new_with_stream(bytes);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    ent_status status =
        message ? read_message(article, message, error)
                : ent_i_fail(error, ENT_ERR_FORMAT, "source",
                             "expected a message with a header, found none");
    if (message)
        g_object_unref(message);
    g_object_unref(parser);
    g_object_unref(bytes);
    return status;
}

/* ---- a file of messages ---- */

/* Where the next "From " line begins, after an empty line; the end of the input
 * where there is none. */
static ent_status find_next(ent_i_stream *stream, size_t *size,
                            ent_error *error)
{
    static const char mark[] = "\nFrom ";
    enum { MARK = sizeof mark - 1 };
    size_t at = 0;
    for (;;) {
        const char *bytes = stream->buffer + stream->start;
        size_t n = stream->end - stream->start;
        for (; at + MARK <= n; at++) {
            const char *found = memchr(bytes + at, '\n', n - at);
            at = found ? (size_t)(found - bytes) : n;
            bool after_empty =
                !at ||
                (bytes[at - 1] == '\n' ||
                 (at > 1 && bytes[at - 1] == '\r' && bytes[at - 2] == '\n'));
            if (at + MARK <= n && after_empty &&
                memcmp(bytes + at, mark, MARK) == 0) {
                *size = at + 1;
                return ENT_OK;
            }
        }
        if (stream->ended) {
            *size = n;
            return ENT_OK;
        }
        at = at < n ? at : n;
        at -= at < MARK ? at : MARK;
        ent_status status = ent_i_stream_fill(stream, error);
        if (status)
            return status;
    }
}

/* Lines of the text that begin with "From " were given a ">". */
static size_t unquote(char *bytes, size_t size)
{
    size_t to = 0;
    for (size_t i = 0; i < size; i++) {
        bool first = i == 0 || bytes[i - 1] == '\n';
        size_t n = i;
        while (first && n < size && bytes[n] == '>')
            n++;
        if (n > i && size - n > 5 && memcmp(bytes + n, "From ", 5) == 0)
            continue;
        bytes[to++] = bytes[i];
    }
    return to;
}

ent_status ent_i_read_mbox(ent_i_stream *stream, ent_article **out,
                           ent_error *error)
{
    bool more;
    size_t size;
    ent_status status = ent_i_stream_skip_space(stream, &more, error);
    if (status || !more)
        return status;
    stream->articles++;
    status = ent_i_stream_skip_line(stream, error);
    if (!status)
        status = find_next(stream, &size, error);
    if (status)
        return status;
    char *bytes = ent_i_malloc(size + 1);
    if (!bytes)
        return ent_i_no_memory(error, "source");
    if (size)
        memcpy(bytes, stream->buffer + stream->start, size);
    ent_i_stream_skip(stream, size);
    /* The empty line before the next message isn't part of this one. */
    size = unquote(bytes, size);
    size -= size > 1 && memcmp(bytes + size - 2, "\n\n", 2) == 0;
    bytes[size] = '\0';
    status =
        ent_i_article_defer(stream, bytes, size, ent_i_read_mail, out, error);
    return status ? status : ent_i_article_number(stream, *out, error);
}
