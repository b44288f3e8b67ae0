/* The table of formats. A new format is one more row: a test of the first bytes
 * and a reader for the next article. */
#include <stdio.h>
#include <string.h>

#include "source/archive.h"
#include "source/bundles.h"
#include "source/epub.h"
#include "source/gzip.h"
#include "source/mail.h"
#include "source/office.h"
#include "source/pdf.h"
#include "source/readers.h"
#include "source/rtf.h"
#include "source/sniff.h"
#include "source/subtitles.h"
#include "source/warc.h"

/* Nothing marks plain text. */
static bool sniff_any(const char *bytes, size_t size)
{
    (void)bytes;
    (void)size;
    return true;
}

/* Formats that need a library which the build may lack. */
#ifdef ENTENTE_LIBARCHIVE
#define ARCHIVE(name, about, sniff)                                            \
    {                                                                          \
        {name, about, "libarchive", true}, sniff, true, NULL, NULL,            \
            &ent_i_archive                                                     \
    }
#else
#define ARCHIVE(name, about, sniff)                                            \
    {                                                                          \
        {name, about, "libarchive", false}, sniff, true, NULL, NULL, NULL      \
    }
#endif

#ifdef ENTENTE_POPPLER
#define PDF                                                                    \
    {                                                                          \
        {"pdf", "a PDF document", "poppler-glib", true}, ent_i_sniff_pdf,      \
            true, NULL, ent_i_read_pdf, NULL                                   \
    }
#else
#define PDF                                                                    \
    {                                                                          \
        {"pdf", "a PDF document", "poppler-glib", false}, ent_i_sniff_pdf,     \
            true, NULL, NULL, NULL                                             \
    }
#endif

#if defined ENTENTE_LIBARCHIVE && defined ENTENTE_LIBXML2
#define OFFICE(name, about, sniff, whole, container)                           \
    {                                                                          \
        {name, about, "libarchive and libxml2", true}, sniff, true, NULL,      \
            whole, container                                                   \
    }
#else
#define OFFICE(name, about, sniff, whole, container)                           \
    {                                                                          \
        {name, about, "libarchive and libxml2", false}, sniff, true, NULL,     \
            NULL, NULL                                                         \
    }
#endif

#ifdef ENTENTE_GMIME
#define MAIL(name, about, sniff, next, whole)                                  \
    {                                                                          \
        {name, about, "gmime", true}, sniff, false, next, whole, NULL          \
    }
#else
#define MAIL(name, about, sniff, next, whole)                                  \
    {                                                                          \
        {name, about, "gmime", false}, sniff, false, NULL, NULL, NULL          \
    }
#endif

#ifdef ENTENTE_GUMBO
#define GUMBO true
#define PAGE ent_i_parse_html
#else
#define GUMBO false
#define PAGE NULL
#endif

#if defined ENTENTE_LIBXML2 && defined ENTENTE_GUMBO
#define FEEDS true
#define FEED ent_i_read_feed
#else
#define FEEDS false
#define FEED NULL
#endif

/* In the order in which they are tried. What is known but has no reader is
 * refused by name, so that markup is never read as prose. */
static const ent_i_format formats[] = {
    PDF,
    OFFICE("docx", "a Word document", ent_i_sniff_docx, ent_i_read_docx, NULL),
    OFFICE("odt", "an OpenDocument text", ent_i_sniff_odt, ent_i_read_odt,
           NULL),
    OFFICE("epub", "an EPUB book or magazine", ent_i_sniff_epub, NULL,
           &ent_i_epub),
    {{"office", "a spreadsheet or a presentation", NULL, false},
     ent_i_sniff_office,
     true,
     NULL,
     NULL,
     NULL},
    ARCHIVE("zip", "a ZIP archive", ent_i_sniff_zip),
    ARCHIVE("7z", "a 7z archive", ent_i_sniff_7z),
    ARCHIVE("tar", "a tar archive", ent_i_sniff_tar),
    {{"warc.gz", "a WARC file compressed by gzip", "zlib", true},
     ent_i_sniff_gzip,
     true,
     NULL,
     NULL,
     &ent_i_gzip},
    ARCHIVE("compressed", "compressed data (gzip, bzip2, xz, Zstandard)",
            ent_i_sniff_compressed),
    {{"warc", "a WARC file of web pages", "zlib", true},
     ent_i_sniff_warc,
     true,
     NULL,
     NULL,
     &ent_i_warc},
    {{"arc", "an ARC file, which WARC has replaced", NULL, false},
     ent_i_sniff_arc,
     true,
     NULL,
     NULL,
     NULL},
    MAIL("mail", "an e-mail message", ent_i_sniff_mail, NULL, ent_i_read_mail),
    MAIL("mbox", "a file of e-mail messages", ent_i_sniff_mbox, ent_i_read_mbox,
         NULL),
    {{"rtf", "an RTF document", NULL, true},
     ent_i_sniff_rtf,
     false,
     NULL,
     ent_i_read_rtf,
     NULL},
    {{"bundle", "documents of Nexis, Factiva or ProQuest as text", NULL, true},
     ent_i_sniff_bundle,
     false,
     ent_i_read_bundle,
     NULL,
     NULL},
    {{"subtitles", "subtitles, SubRip or WebVTT", NULL, true},
     ent_i_sniff_subtitles,
     false,
     NULL,
     ent_i_read_subtitles,
     NULL},
    {{"html", "an HTML page", "libgumbo", GUMBO},
     ent_i_sniff_html,
     false,
     NULL,
     PAGE,
     NULL},
    {{"feed", "a feed (RSS, Atom) or news in XML (NewsML-G2, NITF)",
      "libxml2 and libgumbo", FEEDS},
     ent_i_sniff_feed,
     false,
     FEED,
     NULL,
     NULL},
    {{"xml", "an XML document of an unknown kind", NULL, false},
     ent_i_sniff_xml,
     false,
     NULL,
     NULL,
     NULL},
    {{"jsonl", "JSON Lines, an article a line", NULL, true},
     ent_i_sniff_jsonl,
     false,
     ent_i_read_jsonl,
     NULL,
     NULL},
    {{"json", "JSON objects and arrays of them", NULL, true},
     ent_i_sniff_json,
     false,
     ent_i_read_json,
     NULL,
     NULL},
    {{"conll", "CoNLL, a token and its tag a line", NULL, true},
     ent_i_sniff_conll,
     false,
     ent_i_read_conll,
     NULL,
     NULL},
    {{"gkg", "GDELT's knowledge graph: names, places, days, no texts", NULL,
      true},
     ent_i_sniff_gkg,
     false,
     ent_i_read_gkg,
     NULL,
     NULL},
    {{"csv", "a table with a header: CSV, TSV", NULL, true},
     ent_i_sniff_table,
     false,
     ent_i_read_table,
     NULL,
     NULL},
    {{"text", "plain text", NULL, true},
     sniff_any,
     false,
     ent_i_read_plain,
     NULL,
     NULL},
};
enum { FORMATS = sizeof formats / sizeof *formats };

const ent_i_format *ent_i_format_named(const char *name)
{
    for (int i = 0; i < FORMATS; i++)
        if (strcmp(formats[i].shown.name, name) == 0)
            return &formats[i];
    return NULL;
}

const ent_i_format *ent_i_format_sniff(const char *bytes, size_t size,
                                       bool binary)
{
    for (int i = 0; i < FORMATS; i++)
        if (formats[i].binary == binary && formats[i].sniff(bytes, size))
            return &formats[i];
    return NULL;
}

const ent_input_format *ent_input_format_at(size_t i)
{
    return i < FORMATS ? &formats[i].shown : NULL;
}

char *ent_i_format_names(char *buffer, size_t size)
{
    size_t used = 0;
    for (int i = 0; i < FORMATS && used < size; i++)
        used += (size_t)snprintf(buffer + used, size - used, "%s%s",
                                 i ? ", " : "", formats[i].shown.name);
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
