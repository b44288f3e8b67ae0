/* The table of formats. A new format is one more row: a test of the first bytes
 * and a reader for the next article. */
#include <stdio.h>
#include <string.h>

#include "source/readers.h"

/* Nothing marks plain text. */
static bool sniff_any(const char *bytes, size_t size)
{
    (void)bytes;
    (void)size;
    return true;
}

/* In the order in which they are tried. */
static const ent_i_format formats[] = {
    {"jsonl", ent_i_sniff_jsonl, ent_i_read_jsonl},
    {"json", ent_i_sniff_json, ent_i_read_json},
    {"conll", ent_i_sniff_conll, ent_i_read_conll},
    {"text", sniff_any, ent_i_read_plain},
};
enum { FORMATS = sizeof formats / sizeof *formats };

const ent_i_format *ent_i_format_named(const char *name)
{
    for (int i = 0; i < FORMATS; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

/* Ends at plain text, which accepts anything. */
const ent_i_format *ent_i_format_sniff(const char *bytes, size_t size)
{
    int i = 0;
    while (!formats[i].sniff(bytes, size))
        i++;
    return &formats[i];
}

char *ent_i_format_names(char *buffer, size_t size)
{
    size_t used = 0;
    for (int i = 0; i < FORMATS && used < size; i++)
        used += (size_t)snprintf(buffer + used, size - used, "%s%s",
                                 i ? ", " : "", formats[i].name);
    return buffer;
}

/* Files that aren't text are named by what they are: "binary data" wouldn't
 * tell anybody why a file in a folder was skipped. */
typedef struct magic {
    const char *bytes;
    size_t size;
    const char *kind;
} magic;

/* First bytes according to the specification of each format, as in file(1). */
static const magic magics[] = {
    {"\x89PNG", 4, "a PNG image"},
    {"\xFF\xD8\xFF", 3, "a JPEG image"},
    {"GIF8", 4, "a GIF image"},
    {"%PDF-", 5, "a PDF document"},
    {"PK\x03\x04", 4, "a ZIP archive or an office document"},
    {"\x1F\x8B", 2, "gzip-compressed data"},
    {"BZh", 3, "bzip2-compressed data"},
    {"\xFD"
     "7zXZ",
     5, "xz-compressed data"},
    {"\x28\xB5\x2F\xFD", 4, "Zstandard-compressed data"},
    {"7z\xBC\xAF", 4, "a 7z archive"},
    {"\xD0\xCF\x11\xE0", 4, "an old office document"},
    {"\x7F"
     "ELF",
     4, "a program"},
    {"SQLite format 3", 15, "a SQLite database"},
};

const char *ent_i_binary_kind(const char *bytes, size_t size)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (size >= magics[i].size &&
            memcmp(bytes, magics[i].bytes, magics[i].size) == 0)
            return magics[i].kind;
    /* Text has hardly any control characters except tabs and line ends; a few
     * may be dirt. */
    size_t n = size < 4096 ? size : 4096;
    size_t controls = 0;
    for (size_t i = 0; i < n; i++)
        controls += (unsigned char)bytes[i] < ' ' &&
                    !memchr("\t\n\v\f\r\x1B\b", bytes[i], 7);
    return controls > n / 16 + 4 ? "binary data" : NULL;
}
