#include "common/json.h"

#include <stdio.h>
#include <string.h>

static void put_escaped(ent_i_writer *w, char c)
{
    static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
    const char *known = strchr(from, c);
    char code[8];
    if (known)
        snprintf(code, sizeof code, "\\%c", to[known - from]);
    else
        snprintf(code, sizeof code, "\\u%04X", (unsigned)(unsigned char)c);
    ent_i_puts(w, code);
}

static bool is_escaped(char c)
{
    return (unsigned char)c < ' ' || c == '"' || c == '\\';
}

/* Writes runs that need no escapes in one go. */
static void put_string(ent_i_writer *w, const char *text)
{
    ent_i_puts(w, "\"");
    while (*text) {
        size_t run = 0, n = 1;
        while (!is_escaped(text[run]) &&
               (n = ent_i_utf8_length(text + run)) != 0)
            run += n;
        ent_i_put(w, text, run);
        text += run;
        if (*text && n)
            put_escaped(w, *text);
        text += *text != '\0';
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
    ent_i_format_real(text, value);
    put_name(f, name);
    ent_i_puts(&f->w, text);
    ent_i_puts(&f->w, strpbrk(text, ".e") ? "" : ".0");
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
