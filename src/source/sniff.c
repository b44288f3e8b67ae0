#include "source/sniff.h"
#include "core/ascii.h"

#include <string.h>

static bool begins(const char *bytes, size_t size, const char *magic, size_t n)
{
    return size >= n && memcmp(bytes, magic, n) == 0;
}

#define BEGINS(magic) begins(bytes, size, magic, sizeof magic - 1)

/* ---- archives: magic numbers as their specifications give them ---- */

bool ent_i_sniff_zip(const char *bytes, size_t size)
{
    return BEGINS("PK\x03\x04") || BEGINS("PK\x05\x06") || BEGINS("PK\x07\x08");
}

bool ent_i_sniff_7z(const char *bytes, size_t size)
{
    return BEGINS("7z\xBC\xAF\x27\x1C");
}

bool ent_i_sniff_compressed(const char *bytes, size_t size)
{
    return BEGINS("\x1F\x8B") || BEGINS("BZh") ||
           BEGINS("\xFD"
                  "7zXZ") ||
           BEGINS("\x28\xB5\x2F\xFD") || BEGINS("\x1F\x9D") ||
           BEGINS("\x04\x22\x4D\x18");
}

enum { TAR_BLOCK = 512, TAR_SUM = 148, TAR_SUM_SIZE = 8, TAR_MAGIC = 257 };

/* The sum of the header's bytes, with its own field as blanks; at its place it
 * stands in octal digits. */
bool ent_i_sniff_tar(const char *bytes, size_t size)
{
    unsigned sum = 0, stated = 0;
    if (size < TAR_BLOCK || !bytes[0])
        return false;
    if (memcmp(bytes + TAR_MAGIC, "ustar", 5) == 0)
        return true;
    for (int i = 0; i < TAR_BLOCK; i++)
        sum += i >= TAR_SUM && i < TAR_SUM + TAR_SUM_SIZE
                   ? ' '
                   : (unsigned char)bytes[i];
    int at = TAR_SUM;
    while (at < TAR_SUM + TAR_SUM_SIZE && bytes[at] == ' ')
        at++;
    for (; at < TAR_SUM + TAR_SUM_SIZE && bytes[at] >= '0' && bytes[at] <= '7';
         at++)
        stated = stated * 8 + (unsigned)(bytes[at] - '0');
    return stated == sum;
}

/* ---- documents ---- */

static bool holds(const char *bytes, size_t size, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = bytes; at + n <= bytes + size; at++) {
        at = memchr(at, word[0], (size_t)(bytes + size - at) - n + 1);
        if (!at)
            return false;
        if (memcmp(at, word, n) == 0)
            return true;
    }
    return false;
}

/* A part's name within the first kilobytes of a ZIP archive. */
static bool holds_part(const char *bytes, size_t size, const char *name)
{
    return BEGINS("PK\x03\x04") && holds(bytes, size, name);
}

/* OpenDocument begins with its own media type, not compressed. */
static bool has_type(const char *bytes, size_t size, const char *type)
{
    enum { NAME = 30 };
    size_t n = strlen(type);
    return size > NAME + n && BEGINS("PK\x03\x04") &&
           memcmp(bytes + NAME, type, n) == 0;
}

static bool is_ooxml(const char *bytes, size_t size)
{
    return holds_part(bytes, size, "[Content_Types].xml") ||
           holds_part(bytes, size, "_rels/.rels");
}

bool ent_i_sniff_docx(const char *bytes, size_t size)
{
    return is_ooxml(bytes, size) && holds_part(bytes, size, "word/");
}

bool ent_i_sniff_odt(const char *bytes, size_t size)
{
    return has_type(bytes, size,
                    "mimetypeapplication/vnd.oasis.opendocument.text");
}

bool ent_i_sniff_office(const char *bytes, size_t size)
{
    return has_type(bytes, size, "mimetypeapplication/vnd.oasis") ||
           (is_ooxml(bytes, size) && (holds_part(bytes, size, "xl/") ||
                                      holds_part(bytes, size, "ppt/")));
}

bool ent_i_sniff_epub(const char *bytes, size_t size)
{
    return has_type(bytes, size, "mimetypeapplication/epub+zip");
}

/* Of the standard: "%PDF-" within the first 1024 bytes. Text may speak of it,
 * so here it has to stand first. */
bool ent_i_sniff_pdf(const char *bytes, size_t size) { return BEGINS("%PDF-"); }

bool ent_i_sniff_rtf(const char *bytes, size_t size)
{
    return BEGINS("{\\rtf");
}

/* ---- e-mail ---- */

/* The size of the name at the start of a header line; 0 when it is none. */
static size_t header_name(const char *line, size_t size)
{
    size_t n = 0;
    while (n < size && (line[n] == '-' || (line[n] >= '0' && line[n] <= '9') ||
                        (line[n] >= 'A' && line[n] <= 'Z') ||
                        (line[n] >= 'a' && line[n] <= 'z')))
        n++;
    return n < size && line[n] == ':' ? n : 0;
}

static bool is_named(const char *line, size_t n, const char *const *names)
{
    for (; *names; names++)
        if (strlen(*names) == n && ent_i_ascii_same(line, *names, n))
            return true;
    return false;
}

/* Header lines up to an empty line: with one that only programs write, or with
 * a sender and what else a message needs. */
bool ent_i_sniff_mail(const char *bytes, size_t size)
{
    static const char *const machine[] = {"Received", "Return-Path",
                                          "Message-ID", "MIME-Version", NULL};
    static const char *const sender[] = {"From", NULL};
    static const char *const other[] = {"To", "Date", "Subject", NULL};
    size_t machines = 0, senders = 0, others = 0;
    for (size_t at = 0; at < size;) {
        const char *line = bytes + at;
        const char *stop = memchr(line, '\n', size - at);
        size_t n = header_name(line, size - at);
        if (*line == '\n' || (*line == '\r' && line + 1 == stop))
            return machines || (senders && others > 1);
        bool folded = at && strchr(" \t", *line);
        if (!n && !folded)
            return false;
        machines += is_named(line, n, machine);
        senders += is_named(line, n, sender);
        others += is_named(line, n, other);
        at = stop ? (size_t)(stop - bytes) + 1 : size;
    }
    return false;
}

bool ent_i_sniff_mbox(const char *bytes, size_t size)
{
    const char *stop = memchr(bytes, '\n', size);
    return stop && BEGINS("From ") &&
           ent_i_sniff_mail(stop + 1, size - (size_t)(stop + 1 - bytes));
}

/* ---- web archives ---- */

bool ent_i_sniff_warc(const char *bytes, size_t size)
{
    return size > 7 && memcmp(bytes, "WARC/", 5) == 0 && bytes[5] >= '0' &&
           bytes[5] <= '9' && bytes[6] == '.';
}

bool ent_i_sniff_arc(const char *bytes, size_t size)
{
    static const char start[] = "filedesc://";
    return size >= sizeof start && memcmp(bytes, start, sizeof start - 1) == 0;
}

/* ---- markup ---- */

/* Skips white space, comments, processing instructions ("<?xml ...?>") and, if
 * asked, a document type. */
static const char *skip_prolog(const char *at, const char *end, bool doctype)
{
    for (;;) {
        const char *stop = NULL;
        while (at < end && strchr(" \t\r\n\f", *at) && *at)
            at++;
        size_t left = (size_t)(end - at);
        if (left >= 4 && memcmp(at, "<!--", 4) == 0) {
            for (const char *to = at + 4; !stop && to + 3 <= end; to++)
                stop = memcmp(to, "-->", 3) == 0 ? to + 2 : NULL;
        } else if (left >= 2 && (memcmp(at, "<?", 2) == 0 ||
                                 (doctype && memcmp(at, "<!", 2) == 0))) {
            stop = memchr(at, '>', left);
        }
        if (!stop)
            return at;
        at = stop + 1;
    }
}

/* Whether the element or declaration is at `at`, whatever its case. */
static bool opens(const char *at, const char *end, const char *name)
{
    size_t n = strlen(name);
    return (size_t)(end - at) > n && ent_i_ascii_same(at, name, n) &&
           strchr(" \t\r\n\f/>", at[n]);
}

static bool opens_any(const char *at, const char *end, const char (*names)[16],
                      size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (opens(at, end, names[i]))
            return true;
    return false;
}

/* Elements with which pages begin, those with which a part of a page does that
 * somebody kept, and those of a server's complaint above a page: prose begins
 * with none of them. */
bool ent_i_sniff_html(const char *bytes, size_t size)
{
    static const char starts[][16] = {"<!doctype html",
                                      "<html",
                                      "<head",
                                      "<body",
                                      "<title",
                                      "<meta",
                                      "<link",
                                      "<script",
                                      "<style",
                                      "<div",
                                      "<p",
                                      "<h1",
                                      "<h2",
                                      "<article",
                                      "<header",
                                      "<table",
                                      "<span",
                                      "<main",
                                      "<section",
                                      "<ul"};
    /* Any XML document may have such elements. */
    static const char pieces[][16] = {"<ol",  "<nav", "<center", "<font",
                                      "<img", "<a",   "<b",      "<br"};
    const char *end = bytes + size;
    const char *at = skip_prolog(bytes, end, false);
    return opens_any(at, end, starts, sizeof starts / sizeof *starts) ||
           (!holds(bytes, (size_t)(at - bytes), "<?xml") &&
            opens_any(at, end, pieces, sizeof pieces / sizeof *pieces)) ||
           /* "<!DOCTYPE html>" may be misspelt or another version's. */
           opens(skip_prolog(bytes, end, true), end, "<html");
}

bool ent_i_sniff_xml(const char *bytes, size_t size)
{
    const char *end = bytes + size;
    while (bytes < end && *bytes && strchr(" \t\r\n", *bytes))
        bytes++;
    size = (size_t)(end - bytes);
    const char *root = skip_prolog(bytes, end, true);
    return BEGINS("<?xml") || (root > bytes && root < end && *root == '<');
}
