#include "common/writer.h"

void ent_i_writer_start(ent_i_writer *w, const ent_sink *sink)
{
    w->sink = sink;
    w->failed = false;
    w->used = 0;
}

/* After a failure bytes are dropped: formats need not check after each piece,
 * and the sink is not called again. */
static void flush(ent_i_writer *w)
{
    if (!w->failed && w->used)
        w->failed = w->sink->write(w->sink->ctx, w->bytes, w->used) != 0;
    w->used = 0;
}

int ent_i_writer_end(ent_i_writer *w)
{
    flush(w);
    return w->failed ? -1 : 0;
}

/* A call of the sink may be expensive: hence the buffer. */
void ent_i_put_over(ent_i_writer *w, const char *bytes, size_t n)
{
    while (n) {
        size_t room = sizeof w->bytes - w->used;
        size_t part = n < room ? n : room;
        memcpy(w->bytes + w->used, bytes, part);
        w->used += part;
        bytes += part;
        n -= part;
        if (w->used == sizeof w->bytes)
            flush(w);
    }
}

void ent_i_put_integer(ent_i_writer *w, int64_t value)
{
    char buffer[32];
    ent_i_put(w, buffer, ent_i_format_integer(buffer, value));
}

void ent_i_put_real(ent_i_writer *w, double value)
{
    char buffer[40];
    ent_i_put(w, buffer, ent_i_format_real(buffer, value));
}

size_t ent_i_utf8_long(const char *text)
{
    const unsigned char *s = (const unsigned char *)text;
    size_t n = s[0] >= 0xC2 && s[0] < 0xE0   ? 2
               : s[0] >= 0xE0 && s[0] < 0xF0 ? 3
               : s[0] >= 0xF0 && s[0] < 0xF5 ? 4
                                             : 0;
    for (size_t i = 1; i < n; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    /* The second byte reveals overlong forms, surrogates and code points beyond
     * U+10FFFF (Unicode Standard, table 3-7). */
    if ((s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] > 0x9F) ||
        (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F))
        return 0;
    return n;
}

static bool is_no_character(const char *text, size_t n)
{
    return n == 3 && (memcmp(text, "\xEF\xBF\xBE", 3) == 0 ||
                      memcmp(text, "\xEF\xBF\xBF", 3) == 0);
}

/* Control characters are those of ISO 6429: below U+0020, and U+007F to U+009F.
 * At U+2028 and U+2029 many programs end a line. */
bool ent_i_is_plain(const char *text, size_t n)
{
    const unsigned char *s = (const unsigned char *)text;
    if (n == 1)
        return (*s >= ' ' && *s != 0x7F) || strchr("\t\n\r", *s) != NULL;
    if (n == 2 && s[0] == 0xC2)
        return s[1] > 0x9F;
    if (n == 3 && s[0] == 0xE2 && s[1] == 0x80)
        return s[2] != 0xA8 && s[2] != 0xA9;
    return n != 0 && !is_no_character(text, n);
}

/* In text only '&', '<' and "]]>" need escaping, in attributes quotes too: one
 * set for both is always right. */
static const char *xml_entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&apos;";
    case '\t': /* unescaped, these become blanks in attributes */
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

/* XML 1.0, production 2 (Char): no control characters except tab and line ends,
 * not even as references, and neither U+FFFE nor U+FFFF. Parsers must refuse
 * the whole file for a single one. */
static bool xml_allows(const char *text, size_t n)
{
    if (n == 1)
        return (unsigned char)*text >= 0x20;
    return n != 0 && !is_no_character(text, n);
}

/* How many bytes from the text's start on need neither an escape nor a look at
 * the character. */
static size_t xml_run(const char *text)
{
    size_t n = 0;
    while ((unsigned char)text[n] >= ' ' && (unsigned char)text[n] < 0x80 &&
           !xml_entity(text[n]))
        n++;
    return n;
}

/* Characters are left out without a message: a bell within a name is dirt from
 * the article, and could not be passed to any reader. */
void ent_i_put_xml(ent_i_writer *w, const char *text)
{
    for (;;) {
        size_t n = xml_run(text);
        ent_i_put(w, text, n);
        text += n;
        if (!*text)
            return;
        const char *entity = xml_entity(*text);
        n = ent_i_utf8_length(text);
        if (entity)
            ent_i_puts(w, entity);
        else if (xml_allows(text, n))
            ent_i_put(w, text, n);
        text += n ? n : 1;
    }
}

void ent_i_put_attribute(ent_i_writer *w, const char *name, const char *value)
{
    ent_i_puts(w, " ");
    ent_i_puts(w, name);
    ent_i_puts(w, "=\"");
    ent_i_put_xml(w, value);
    ent_i_puts(w, "\"");
}

/* Neither GraphML nor CSV has lists of strings, and Gephi's list types differ
 * between versions, so a list is written as text, separated by what names don't
 * contain. */
void ent_i_put_value(ent_i_writer *w, ent_value_type type,
                     const ent_value *value, ent_i_put_text put)
{
    switch (type) {
    case ENT_INTEGER:
        ent_i_put_integer(w, value->integer);
        break;
    case ENT_REAL:
        ent_i_put_real(w, value->real);
        break;
    case ENT_BOOLEAN:
        ent_i_puts(w, value->integer ? "true" : "false");
        break;
    case ENT_STRING:
    case ENT_DATE:
        put(w, value->string);
        break;
    case ENT_STRING_LIST:
        for (size_t i = 0; i < value->count; i++) {
            if (i)
                ent_i_puts(w, "; ");
            put(w, value->list[i]);
        }
        break;
    }
}
