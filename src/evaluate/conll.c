/* Token and tag files. A stretch goes on until the next tag that begins one or
 * is of another type, so that IOB1 and IOB2 are both read. */
#include <stdio.h>
#include <string.h>

#include "core/vec.h"
#include "evaluate/gold.h"

typedef struct reading {
    json_t *articles;
    json_t *labels; /* of the article being read */
    ent_i_string text;
    json_int_t characters; /* in text */
    char type[16];         /* of the open stretch, or "" */
    json_int_t start;      /* of the open stretch */
    json_int_t end;
    bool failed; /* memory is out */
} reading;

static void close_label(reading *r)
{
    if (r->type[0] &&
        json_array_append_new(r->labels,
                              json_pack("{s:I,s:I,s:s}", "start", r->start,
                                        "end", r->end, "type", r->type)) != 0)
        r->failed = true;
    r->type[0] = '\0';
}

static void add(reading *r, const char *bytes, size_t size)
{
    r->failed = !ent_i_string_add(&r->text, bytes, size) || r->failed;
    for (size_t i = 0; i < size; i++)
        r->characters += (bytes[i] & 0xC0) != 0x80;
}

static void end_article(reading *r)
{
    close_label(r);
    char id[24];
    snprintf(id, sizeof id, "%zu", json_array_size(r->articles));
    if (r->text.n > 0 && strspn(r->text.items, " \n") < r->text.n &&
        json_array_append_new(r->articles,
                              json_pack("{s:s,s:s%,s:O}", "id", id, "text",
                                        r->text.items, r->text.n, "labels",
                                        r->labels)) != 0)
        r->failed = true;
    json_decref(r->labels);
    r->labels = json_array();
    r->text.n = 0;
    r->characters = 0;
}

static void end_sentence(reading *r)
{
    close_label(r);
    if (r->text.n > 0 && r->text.items[r->text.n - 1] != '\n')
        add(r, "\n", 1);
}

static void add_token(reading *r, const char *line, size_t size)
{
    size_t token = size;
    while (token > 0 && line[token - 1] != ' ' && line[token - 1] != '\t')
        token--;
    const char *tag = line + token;
    size_t tag_size = token ? size - token : 0;
    size_t token_size = token ? token - 1 : size;
    bool inside = tag_size > 2 && tag_size - 2 < sizeof r->type;
    bool same = inside && strlen(r->type) == tag_size - 2 &&
                memcmp(r->type, tag + 2, tag_size - 2) == 0;
    if (!same || tag[0] == 'B')
        close_label(r);
    if (r->text.n > 0 && r->text.items[r->text.n - 1] != '\n')
        add(r, " ", 1);
    json_int_t start = r->characters;
    add(r, line, token_size);
    if (inside && !r->type[0]) {
        memcpy(r->type, tag + 2, tag_size - 2);
        r->type[tag_size - 2] = '\0';
        r->start = start;
    }
    r->end = r->characters;
}

json_t *ent_i_conll_read(const char *bytes, size_t size)
{
    static const char mark[] = "-DOCSTART-";
    reading r = {.articles = json_array(), .labels = json_array()};
    const char *end = bytes + size;
    while (bytes < end && !r.failed) {
        const char *stop = memchr(bytes, '\n', (size_t)(end - bytes));
        stop = stop ? stop : end;
        size_t n = (size_t)(stop - bytes);
        n -= n > 0 && bytes[n - 1] == '\r';
        if (n >= sizeof mark - 1 && memcmp(bytes, mark, sizeof mark - 1) == 0)
            end_article(&r);
        else if (n == 0)
            end_sentence(&r);
        else
            add_token(&r, bytes, n);
        bytes = stop + 1;
    }
    end_article(&r);
    json_decref(r.labels);
    ent_i_vec_free(&r.text);
    if (r.failed) {
        json_decref(r.articles);
        return NULL;
    }
    return r.articles;
}
