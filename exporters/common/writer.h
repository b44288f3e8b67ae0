/* Buffered writing to a sink, for the text formats. Failures are sticky: keep
 * writing and check once, at the end. Numbers never depend on the locale. */
#ifndef ENTENTE_EXPORTERS_WRITER_H
#define ENTENTE_EXPORTERS_WRITER_H

#include <stdbool.h>
#include <string.h>

#include "common/decimal.h"
#include "entente/exporter.h"

typedef struct ent_i_writer {
    const ent_sink *sink;
    bool failed;
    size_t used;
    char bytes[8192];
} ent_i_writer;

/* How a format writes text between its own markup. */
typedef void (*ent_i_put_text)(ent_i_writer *w, const char *text);

void ent_i_writer_start(ent_i_writer *w, const ent_sink *sink);
/* Passes the rest to the sink; returns 0, or -1 when anything has failed since
 * the start. */
int ent_i_writer_end(ent_i_writer *w);

/* For what doesn't fit into the buffer. */
void ent_i_put_over(ent_i_writer *w, const char *bytes, size_t n);
/* Inline, like the next, so that markup of a known length is stored by one or
 * two instructions: files are made of such small pieces. */
static inline void ent_i_put(ent_i_writer *w, const char *bytes, size_t n)
{
    if (n < sizeof w->bytes - w->used) {
        memcpy(w->bytes + w->used, bytes, n);
        w->used += n;
    } else
        ent_i_put_over(w, bytes, n);
}
static inline void ent_i_puts(ent_i_writer *w, const char *text)
{
    ent_i_put(w, text, strlen(text));
}

void ent_i_put_integer(ent_i_writer *w, int64_t value);
/* As ent_i_format_real does. */
void ent_i_put_real(ent_i_writer *w, double value);
/* Text of an XML element or attribute, with markup escaped. Whatever XML 1.0
 * cannot contain (control characters, U+FFFE, U+FFFF, invalid UTF-8) is left
 * out. */
void ent_i_put_xml(ent_i_writer *w, const char *text);
/* A value of any type; lists are joined by "; ". */
void ent_i_put_value(ent_i_writer *w, ent_value_type type,
                     const ent_value *value, ent_i_put_text put);

/* ` name="value"`, the value escaped by ent_i_put_xml. */
void ent_i_put_attribute(ent_i_writer *w, const char *name, const char *value);

/* For text beyond ASCII. */
size_t ent_i_utf8_long(const char *text);
/* Length of the valid UTF-8 sequence at text, 1 to 4; 0 when it is invalid. */
static inline size_t ent_i_utf8_length(const char *text)
{
    return (unsigned char)*text < 0x80 ? 1 : ent_i_utf8_long(text);
}

/* Whether the character of n bytes, as counted by ent_i_utf8_length, may appear
 * in any text file: valid, and not a control character other than tab and
 * ASCII's line ends. */
bool ent_i_is_plain(const char *text, size_t n);

#endif
