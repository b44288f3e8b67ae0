/* What Graphviz leaves out of a PDF: its title, and a date that is the same
 * every time. Both go into the description of the document, which an update
 * at the end of the file replaces (ISO 32000-1, 7.5.6). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/writer.h"
#include "graphviz/picture.h"

/* What the update refers to, from the end of the file. */
typedef struct trailer {
    unsigned long size, root, info, start;
} trailer;

/* The number after a word; 0 when the word is not there. */
static unsigned long number_after(const char *text, const char *word)
{
    const char *at = strstr(text, word);
    return at ? strtoul(at + strlen(word), NULL, 10) : 0;
}

/* False for a file that ends otherwise, such as those with compressed tables:
 * they stay as they are. */
static bool find_trailer(const char *bytes, size_t size, trailer *out)
{
    enum { TAIL = 200 };
    char tail[TAIL + 1];
    size_t n = size < TAIL ? size : TAIL;
    memcpy(tail, bytes + size - n, n);
    tail[n] = '\0';
    const char *at = strstr(tail, "trailer");
    if (!at)
        return false;
    *out = (trailer){number_after(at, "/Size"), number_after(at, "/Root"),
                     number_after(at, "/Info"), number_after(at, "startxref")};
    return out->size && out->root && out->info && out->start;
}

/* The day of the latest article, or the first of all days. */
static void write_date(const picture *p, char out[15])
{
    const char *last = ent_i_text(p->d.host, p->d.view, ENT_GRAPH, 0, "last");
    strcpy(out, "19700101000000");
    if (strlen(last) == strlen("2014-03-29"))
        snprintf(out, 15, "%.4s%.2s%.2s000000", last, last + 5, last + 8);
}

/* cairo writes the current time. */
static void set_date(char *bytes, size_t size, const char *date)
{
    static const char stamp[] = "/CreationDate (D:";
    const size_t length = sizeof stamp - 1, digits = 14;
    for (size_t i = 0; i + length + digits <= size; i++)
        if (memcmp(bytes + i, stamp, length) == 0)
            memcpy(bytes + i + length, date, digits);
}

/* The code point at text, which has n bytes. */
static unsigned decode(const char *text, size_t n)
{
    const unsigned char *c = (const unsigned char *)text;
    unsigned code = n == 1 ? c[0] : c[0] & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++)
        code = code << 6 | (c[i] & 0x3Fu);
    return code;
}

/* UTF-16 in hexadecimal digits, with its byte order mark. */
static size_t write_utf16(char *out, size_t room, const char *text)
{
    size_t used = (size_t)snprintf(out, room, "FEFF");
    while (*text && used + 9 < room) {
        size_t n = ent_i_utf8_length(text);
        unsigned code = n ? decode(text, n) : 0;
        if (code >= 0x10000)
            used += (size_t)snprintf(out + used, room - used, "%04X%04X",
                                     0xD800 + ((code - 0x10000) >> 10),
                                     0xDC00 + ((code - 0x10000) & 0x3FF));
        else if (code >= ' ')
            used += (size_t)snprintf(out + used, room - used, "%04X", code);
        text += n ? n : 1;
    }
    return used;
}

/* A new description of the document, and a table that leads to it. */
static int write_update(const picture *p, const trailer *t, size_t size,
                        const char *date, const ent_sink *sink)
{
    char title[1200], text[2000];
    write_utf16(title, sizeof title, p->title);
    int object = snprintf(text, sizeof text,
                          "%lu 0 obj\n<< /Title <%s>\n   /Creator (entente)\n"
                          "   /CreationDate (D:%sZ)\n>>\nendobj\n",
                          t->info, title, date);
    int all = object + snprintf(text + object, sizeof text - (size_t)object,
                                "xref\n%lu 1\n%010zu 00000 n \ntrailer\n"
                                "<< /Size %lu\n   /Root %lu 0 R\n"
                                "   /Info %lu 0 R\n   /Prev %lu\n>>\n"
                                "startxref\n%zu\n%%%%EOF\n",
                                t->info, size, t->size, t->root, t->info,
                                t->start, size + (size_t)object);
    return sink->write(sink->ctx, text, (size_t)all);
}

int finish_pdf(const picture *p, char *bytes, size_t size, const ent_sink *sink)
{
    char date[15];
    trailer t;
    write_date(p, date);
    set_date(bytes, size, date);
    int result = sink->write(sink->ctx, bytes, size);
    if (result == 0 && find_trailer(bytes, size, &t))
        result = write_update(p, &t, size, date, sink);
    return result;
}
