#include "common/json.h"

#include <stdio.h>
#include <string.h>

static void put_escaped(ent_i_writer *w, char c)
{
    char code[8];
    if (c == '"' || c == '\\')
        snprintf(code, sizeof code, "\\%c", c);
    else
        snprintf(code, sizeof code, "\\u%04x", (unsigned)(unsigned char)c);
    ent_i_puts(w, code);
}

/* Writes runs that need no escapes in one go. */
static void put_string(ent_i_writer *w, const char *text)
{
    ent_i_puts(w, "\"");
    while (*text) {
        size_t run = 0, n = 1;
        while (text[run] && text[run] != '"' && text[run] != '\\' &&
               (unsigned char)text[run] >= ' ' &&
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

void ent_i_put_json_name(ent_i_format *f, const char *name)
{
    ent_i_puts(&f->w, f->gap);
    put_string(&f->w, name);
    ent_i_puts(&f->w, ":");
    f->gap = ",";
}

void ent_i_put_json_text(ent_i_format *f, const char *name, const char *text)
{
    ent_i_put_json_name(f, name);
    put_string(&f->w, text);
}

void ent_i_put_json_real(ent_i_format *f, const char *name, double value)
{
    ent_i_put_json_name(f, name);
    ent_i_put_real(&f->w, value);
}

void ent_i_put_json_value(ent_i_format *f, const char *name,
                          ent_value_type type, const ent_value *value)
{
    ent_i_put_json_name(f, name);
    if (type != ENT_STRING_LIST) {
        ent_i_put_value(&f->w, type, value, put_string);
        return;
    }
    ent_i_puts(&f->w, "[");
    for (size_t i = 0; i < value->count; i++) {
        ent_i_puts(&f->w, i ? "," : "");
        put_string(&f->w, value->list[i]);
    }
    ent_i_puts(&f->w, "]");
}
