/* Files of tokens and tags, the usual form of gold data for names: "Roe
 * B-PER" on a line, a blank line between sentences, -DOCSTART- between
 * articles. Tokens are joined by a blank and sentences by a line end. */
#include <string.h>

#include "core/error.h"
#include "source/decode.h"
#include "source/readers.h"

#define DOCUMENT "-DOCSTART-"
enum { DOCUMENT_SIZE = sizeof DOCUMENT - 1, SNIFF_LINES = 20 };

/* One line in two parts; any columns between them are ignored. */
typedef struct row {
    const char *token;
    size_t token_size;
    const char *tag;
    size_t tag_size;
} row;

/* "O", or a prefix such as B- and a label. */
static bool is_tag(const char *tag, size_t size)
{
    if (size == 1)
        return *tag == 'O';
    if (size < 3 || !strchr("BIESLU", tag[0]) || tag[1] != '-')
        return false;
    for (size_t i = 2; i < size; i++)
        if (!((tag[i] >= 'A' && tag[i] <= 'Z') || tag[i] == '_'))
            return false;
    return true;
}

/* The token is the first column and the tag the last. When blanks separate the
 * columns there are only two of them, since some tokens contain a blank. */
static bool parse_row(const char *line, size_t size, row *out)
{
    size_t at = size;
    const char *tab = memchr(line, '\t', size);
    char separator = tab ? '\t' : ' ';
    while (at > 0 && line[at - 1] != separator)
        at--;
    if (at < 2)
        return false;
    *out =
        (row){line, tab ? (size_t)(tab - line) : at - 1, line + at, size - at};
    return out->token_size > 0 && is_tag(out->tag, out->tag_size);
}

/* The next line of [*at, end), without its line end. */
static size_t next_line(const char **at, const char *end, const char **line)
{
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    *line = *at;
    *at = stop ? stop + 1 : end;
    size_t size = (size_t)((stop ? stop : end) - *line);
    return size && (*line)[size - 1] == '\r' ? size - 1 : size;
}

static bool starts_document(const char *line, size_t size)
{
    return size >= DOCUMENT_SIZE && memcmp(line, DOCUMENT, DOCUMENT_SIZE) == 0;
}

bool ent_i_sniff_conll(const char *bytes, size_t size)
{
    const char *at = bytes, *end = bytes + size, *line;
    size_t rows = 0;
    /* The last line may be cut off, so it is not looked at. */
    while (at < end && rows < SNIFF_LINES &&
           memchr(at, '\n', (size_t)(end - at))) {
        row r;
        size_t n = next_line(&at, end, &line);
        if (starts_document(line, n))
            return rows == 0;
        if (n && !parse_row(line, n, &r))
            return false;
        rows += n > 0;
    }
    return rows > 1;
}

/* ---- one article ---- */

/* The article being built; its text grows with each token. */
typedef struct builder {
    ent_article *article;
    ent_i_string text;
    bool open;     /* the last mention may continue */
    char kind[32]; /* the label of the open mention */
} builder;

/* I- after another label or outside a name begins a name too: older files use
 * B- only between adjacent names. */
static bool begins_name(const builder *b, const row *r)
{
    return !b->open || strchr("BSU", r->tag[0]) ||
           strlen(b->kind) != r->tag_size - 2 ||
           memcmp(b->kind, r->tag + 2, r->tag_size - 2) != 0;
}

/* Begins a mention with the token, or extends the open one. */
static bool add_tag(builder *b, const row *r, uint32_t start)
{
    uint32_t end = (uint32_t)b->text.n;
    ent_type type;
    size_t size = r->tag_size - 2;
    if (r->tag_size == 1 || size >= sizeof b->kind) {
        b->open = false;
        return true;
    }
    if (!begins_name(b, r)) {
        b->article->mentions.items[b->article->mentions.n - 1].end = end;
        return true;
    }
    memcpy(b->kind, r->tag + 2, size);
    b->kind[size] = '\0';
    b->open = ent_i_label_type(b->kind, &type);
    if (!b->open)
        return true;
    ent_mention mention = {.size = sizeof(ent_mention),
                           .start = start,
                           .end = end,
                           .honorific_start = start,
                           .honorific_end = start,
                           .cluster = ENT_NONE,
                           .confidence = 1,
                           .type = (uint8_t)type,
                           .field = ENT_FIELD_TEXT};
    return ent_i_vec_push(&b->article->mentions, mention);
}

/* Several blank lines in a row make one line end. */
static bool at_line_start(const builder *b)
{
    return b->text.n == 0 || b->text.items[b->text.n - 1] == '\n';
}

/* The blank is added first, since a mention starts at its first token. */
static bool add_row(builder *b, const row *r)
{
    if (!at_line_start(b) && !ent_i_string_add(&b->text, " ", 1))
        return false;
    uint32_t start = (uint32_t)b->text.n;
    return ent_i_string_add(&b->text, r->token, r->token_size) &&
           add_tag(b, r, start);
}

static ent_status add_lines(builder *b, const char *bytes, size_t size,
                            ent_i_stream *stream, ent_error *error)
{
    const char *at = bytes, *end = bytes + size, *line;
    for (int64_t number = stream->line; at < end; number++) {
        row r;
        size_t n = next_line(&at, end, &line);
        bool fine = true;
        if (starts_document(line, n))
            continue;
        if (n == 0) {
            b->open = false;
            fine = at_line_start(b) || ent_i_string_add(&b->text, "\n", 1);
        } else if (parse_row(line, n, &r)) {
            fine = add_row(b, &r);
        } else {
            ent_i_fail(error, ENT_ERR_FORMAT, "source",
                       "expected a token and a tag such as O or B-PER");
            return ent_i_fail_at(error, ENT_ERR_FORMAT, stream->path, number,
                                 -1);
        }
        if (!fine)
            return ent_i_no_memory(error, "source");
    }
    return ENT_OK;
}

/* An article's lines are decoded together, so that the encoding is guessed from
 * as much text as possible. */
static ent_status build(ent_i_stream *stream, size_t size, ent_article **out,
                        ent_error *error)
{
    builder b = {0};
    ent_i_string decoded = {0};
    const char *bytes = stream->buffer + stream->start;
    ent_status status = ent_i_decode(&decoded, bytes, size, NULL, error);
    if (!status)
        status = ent_i_article_begin(stream, out, error);
    b.article = *out;
    if (!status)
        status = add_lines(&b, decoded.items, decoded.n, stream, error);
    if (!status &&
        !ent_i_article_set_text(*out, b.text.n ? b.text.items : "", b.text.n))
        status = ent_i_no_memory(error, "source");
    ent_i_vec_free(&decoded);
    ent_i_vec_free(&b.text);
    if (status) {
        ent_article_free(*out);
        *out = NULL;
        return status;
    }
    (*out)->annotated = true;
    (*out)->date = ENT_NO_DATE;
    return ENT_OK;
}

/* Where the next article begins, searching from `looked`; the size when it
 * isn't there yet. A mark at the very start belongs to this article. */
static size_t find_next(const char *bytes, size_t looked, size_t size)
{
    const char *at = bytes + looked;
    const char *end = bytes + size;
    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        at++;
        if (starts_document(at, (size_t)(end - at)))
            return (size_t)(at - bytes);
    }
    return size;
}

static ent_status find_extent(ent_i_stream *stream, size_t *size,
                              ent_error *error)
{
    size_t looked = 0;
    for (;;) {
        size_t there = stream->end - stream->start;
        *size = find_next(stream->buffer + stream->start, looked, there);
        if (*size < there || stream->ended)
            return ENT_OK;
        /* The mark may be cut off by the end of the buffer. */
        looked = there > DOCUMENT_SIZE + 1 ? there - DOCUMENT_SIZE - 1 : 0;
        ent_status status = ent_i_stream_fill(stream, error);
        if (status)
            return status;
    }
}

/* Articles without tokens, such as after a mark at the end, don't count. */
ent_status ent_i_read_conll(ent_i_stream *stream, ent_article **out,
                            ent_error *error)
{
    for (;;) {
        bool more;
        size_t size;
        ent_status status = ent_i_stream_skip_space(stream, &more, error);
        if (status || !more)
            return status;
        status = find_extent(stream, &size, error);
        if (status) {
            if (status == ENT_ERR_LIMIT)
                ent_i_stream_abandon(stream);
            return status;
        }
        stream->articles++;
        status = build(stream, size, out, error);
        ent_i_stream_skip(stream, size);
        if (status)
            return status;
        if ((*out)->text_size)
            return ent_i_article_number(stream, *out, error);
        stream->articles--;
        ent_article_free(*out);
        *out = NULL;
    }
}
