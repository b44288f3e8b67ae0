/* What the first bytes of an input tell of it. Only the formats whose readers
 * may be missing from a build are here: their inputs must be known for what
 * they are even so. */
#include <string.h>
#include <strings.h>

#include "source/archive.h"
#include "source/readers.h"

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
    return (size_t)(end - at) > n && strncasecmp(at, name, n) == 0 &&
           strchr(" \t\r\n\f/>", at[n]);
}

/* Elements with which pages begin, and those with which a part of a page does
 * that somebody kept: prose begins with none of them. */
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
    const char *end = bytes + size;
    const char *at = skip_prolog(bytes, end, false);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (opens(at, end, starts[i]))
            return true;
    /* "<!DOCTYPE html>" may be misspelt or another version's. */
    return opens(skip_prolog(bytes, end, true), end, "<html");
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
