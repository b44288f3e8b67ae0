#include "common/json.h"

#include <stdio.h>
#include <string.h>

void ent_i_put_json_escape(ent_i_writer *w, const char *text, size_t n)
{
    static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
    const unsigned char *c = (const unsigned char *)text;
    const char *known = n == 1 ? strchr(from, *text) : NULL;
    unsigned code = n == 3 ? 0x2000u + (c[2] & 0x3Fu) : c[n - 1];
    char escape[8];
    if (known)
        snprintf(escape, sizeof escape, "\\%c", to[known - from]);
    else
        snprintf(escape, sizeof escape, "\\u%04X", code & 0xFFFFu);
    ent_i_puts(w, escape);
}

bool ent_i_json_is_escaped(const char *text, size_t n)
{
    const unsigned char *c = (const unsigned char *)text;
    if (n == 1)
        return *c < ' ' || *c == '"' || *c == '\\' || *c == 0x7F;
    return n == 2 ? c[0] == 0xC2 && c[1] < 0xA0
                  : n == 3 && c[0] == 0xE2 && c[1] == 0x80 &&
                        (c[2] == 0xA8 || c[2] == 0xA9);
}

/* ASCII that needs no escape. */
static bool is_plain(char c)
{
    return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
}

/* Writes runs that need no escapes in one go. */
static void put_string(ent_i_writer *w, const char *text)
{
    ent_i_puts(w, "\"");
    for (;;) {
        size_t run = 0, n = 1;
        while (is_plain(text[run]) ||
               ((n = ent_i_utf8_length(text + run)) != 0 &&
                !ent_i_json_is_escaped(text + run, n)))
            run += is_plain(text[run]) ? 1 : n;
        ent_i_put(w, text, run);
        text += run;
        if (!*text)
            break;
        if (n)
            ent_i_put_json_escape(w, text, n);
        text += n ? n : 1;
    }
    ent_i_puts(w, "\"");
}

void ent_i_put_json_open(ent_i_format *f, const char *opening)
{
    ent_i_puts(&f->w, f->gap);
    ent_i_puts(&f->w, opening);
    f->gap = "";
}

void ent_i_put_json_close(ent_i_format *f, const char *closing)
{
    ent_i_puts(&f->w, closing);
    f->gap = ",";
}

/* A comma where one is due, then the name and its colon. */
static void put_name(ent_i_format *f, const char *name)
{
    ent_i_puts(&f->w, f->gap);
    put_string(&f->w, name);
    ent_i_puts(&f->w, ":");
    f->gap = ",";
}

void ent_i_put_json_member(ent_i_format *f, const char *name,
                           const char *opening)
{
    put_name(f, name);
    ent_i_puts(&f->w, opening);
    f->gap = "";
}

void ent_i_put_json_text(ent_i_format *f, const char *name, const char *text)
{
    put_name(f, name);
    put_string(&f->w, text);
}

void ent_i_put_json_integer(ent_i_format *f, const char *name, int64_t value)
{
    put_name(f, name);
    ent_i_put_integer(&f->w, value);
}

void ent_i_put_json_real(ent_i_format *f, const char *name, double value)
{
    char text[40];
    size_t n = ent_i_format_real(text, value);
    bool marked = memchr(text, '.', n) || memchr(text, 'e', n);
    put_name(f, name);
    ent_i_put(&f->w, text, n);
    ent_i_puts(&f->w, marked ? "" : ".0");
}

static void put_list(ent_i_format *f, const char *name, const ent_value *value)
{
    ent_i_put_json_member(f, name, "[");
    for (size_t i = 0; i < value->count; i++) {
        ent_i_puts(&f->w, i ? "," : "");
        put_string(&f->w, value->list[i]);
    }
    ent_i_put_json_close(f, "]");
}

void ent_i_put_json_value(ent_i_format *f, const char *name,
                          ent_value_type type, const ent_value *value)
{
    if (type == ENT_REAL) {
        ent_i_put_json_real(f, name, value->real);
    } else if (type == ENT_STRING_LIST) {
        put_list(f, name, value);
    } else {
        put_name(f, name);
        ent_i_put_value(&f->w, type, value, put_string);
    }
}
