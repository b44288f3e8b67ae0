/* What inputs are, by their first bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "source/bundles.h"
#include "source/sniff.h"

typedef bool sniff_fn(const char *bytes, size_t size);

typedef struct sample {
    sniff_fn *sniff;
    bool is;
    const char *bytes;
    size_t size;
} sample;

#define IS(fn, text)                                                           \
    {                                                                          \
        fn, true, text, sizeof(text) - 1                                       \
    }
#define NO(fn, text)                                                           \
    {                                                                          \
        fn, false, text, sizeof(text) - 1                                      \
    }

static void check_all(const sample *samples, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const sample *s = &samples[i];
        if (s->sniff(s->bytes, s->size) != s->is)
            fail_msg("sample %zu, \"%.30s\", %s", i, s->bytes,
                     s->is ? "is not known" : "is taken for one");
    }
}

#define CHECK_ALL(samples)                                                     \
    check_all(samples, sizeof(samples) / sizeof *(samples))

static void test_archives(void **state)
{
    (void)state;
    static const sample samples[] = {
        IS(ent_i_sniff_zip, "PK\3\4x"),
        IS(ent_i_sniff_zip, "PK\5\6"), /* an empty one */
        NO(ent_i_sniff_zip, "PK\3"),
        NO(ent_i_sniff_zip, "PKs are sold."),
        IS(ent_i_sniff_7z, "7z\xBC\xAF\x27\x1C"),
        NO(ent_i_sniff_7z, "7z\xBC\xAF"),
        IS(ent_i_sniff_compressed, "\x1F\x8B\x08"),
        IS(ent_i_sniff_compressed, "BZh9"),
        IS(ent_i_sniff_compressed, "\x28\xB5\x2F\xFD"),
        NO(ent_i_sniff_compressed, "\x1F"),
        NO(ent_i_sniff_compressed, ""),
        NO(ent_i_sniff_compressed, "Bzh"),
        IS(ent_i_sniff_warc, "WARC/1.0\r\n"),
        NO(ent_i_sniff_warc, "WARC/x.0\r\n"),
        NO(ent_i_sniff_warc, "WARC/1"),
        IS(ent_i_sniff_arc, "filedesc://x"),
        NO(ent_i_sniff_arc, "filedesc:/")};
    CHECK_ALL(samples);
}

/* Old ones have no magic number, but a sum. */
static void test_tar(void **state)
{
    (void)state;
    char block[512] = "a.txt";
    unsigned sum = 8 * ' ';
    memcpy(block + 100, "0000644", 7);
    for (size_t i = 0; i < sizeof block; i++)
        sum += (unsigned char)block[i];
    snprintf(block + 148, 8, "%6o", sum);
    assert_true(ent_i_sniff_tar(block, sizeof block));
    assert_false(ent_i_sniff_tar(block, sizeof block - 1));
    block[0]++;
    assert_false(ent_i_sniff_tar(block, sizeof block));
    memcpy(block + 257, "ustar", 5);
    assert_true(ent_i_sniff_tar(block, sizeof block));
    block[0] = '\0';
    assert_false(ent_i_sniff_tar(block, sizeof block));
}

/* The 26 bytes of a member's head that are of no interest here. */
#define ZIP "PK\3\4                          "

static void test_documents(void **state)
{
    (void)state;
    static const sample samples[] = {
        IS(ent_i_sniff_docx, ZIP "[Content_Types].xml...word/document.xml"),
        IS(ent_i_sniff_docx, ZIP "_rels/.rels...word/document.xml"),
        NO(ent_i_sniff_docx, ZIP "word/document.xml"),
        NO(ent_i_sniff_docx, "[Content_Types].xml word/"),
        IS(ent_i_sniff_office, ZIP "[Content_Types].xml...xl/workbook.xml"),
        IS(ent_i_sniff_office, ZIP "_rels/.rels...ppt/slides"),
        NO(ent_i_sniff_office, ZIP "_rels/.rels...word/document.xml"),
        IS(ent_i_sniff_odt,
           ZIP "mimetypeapplication/vnd.oasis.opendocument.textPK"),
        NO(ent_i_sniff_odt,
           ZIP "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
        IS(ent_i_sniff_office,
           ZIP "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
        IS(ent_i_sniff_epub, ZIP "mimetypeapplication/epub+zipPK"),
        NO(ent_i_sniff_epub, ZIP "mimetypeapplication/epub"),
        IS(ent_i_sniff_pdf, "%PDF-1.7"),
        NO(ent_i_sniff_pdf, "A %PDF-1.7"),
        IS(ent_i_sniff_rtf, "{\\rtf1"),
        NO(ent_i_sniff_rtf, "{\\rt")};
    CHECK_ALL(samples);
}

static void test_messages(void **state)
{
    (void)state;
    static const sample samples[] = {
        IS(ent_i_sniff_mail, "Received: x\r\n\r\nYes."),
        IS(ent_i_sniff_mail, "MIME-Version: 1.0\n\nYes."),
        IS(ent_i_sniff_mail, "From: a\nTo: b\nSubject: c\n\nYes."),
        IS(ent_i_sniff_mail, "X-A: b\n folded\nmessage-id: c\n\nYes."),
        NO(ent_i_sniff_mail, "From: a\nTo: b\n\nYes."),
        NO(ent_i_sniff_mail, "To: a\nSubject: b\nDate: c\n\nYes."),
        NO(ent_i_sniff_mail, "Received: x\r\n"), /* no end */
        NO(ent_i_sniff_mail, "Received: x\nThey met.\n\nYes."),
        NO(ent_i_sniff_mail, " folded\nReceived: x\n\nYes."),
        NO(ent_i_sniff_mail, ""),
        IS(ent_i_sniff_mbox, "From a@b Mon\nReceived: x\n\nYes."),
        NO(ent_i_sniff_mbox, "From here they left.\nYes.\n\n"),
        NO(ent_i_sniff_mbox, "From a@b"),
        NO(ent_i_sniff_mbox, "Received: x\n\nYes.")};
    CHECK_ALL(samples);
}

static void test_markup(void **state)
{
    (void)state;
    static const sample samples[] = {
        IS(ent_i_sniff_html, "<!DOCTYPE html>"),
        IS(ent_i_sniff_html, " \n<!-- a > b --><HTML lang=en>"),
        IS(ent_i_sniff_html, "<?xml version='1.0'?>\n<html>"),
        IS(ent_i_sniff_html, "<!doctype htm public><html>"),
        IS(ent_i_sniff_html, "<p class=x>Ann"),
        IS(ent_i_sniff_html, "<br />\n<b>Warning</b>: in line 3<br />"),
        NO(ent_i_sniff_html, "<?xml version='1.0'?>\n<b>Ann</b>"),
        NO(ent_i_sniff_html, "<person>"),
        NO(ent_i_sniff_html, "<html"), /* may go on otherwise */
        NO(ent_i_sniff_html, "<!-- <html> "),
        NO(ent_i_sniff_html, "Ann <p>"),
        NO(ent_i_sniff_html, ""),
        IS(ent_i_sniff_xml, "<?xml version='1.0'?><a/>"),
        IS(ent_i_sniff_xml, "\n <!-- x --><a/>"),
        IS(ent_i_sniff_xml, "<!DOCTYPE a><a/>"),
        NO(ent_i_sniff_xml, "<a/>"),
        NO(ent_i_sniff_xml, "Ann <?xml"),
        IS(ent_i_sniff_feed, "<rss version='2.0'>"),
        IS(ent_i_sniff_feed, "<?xml version='1.0'?><feed xmlns='x'>"),
        NO(ent_i_sniff_feed, "<feeder>"),
        NO(ent_i_sniff_feed, "<html><rss>")};
    CHECK_ALL(samples);
}

/* A rule that the input ends with has no NUL behind it. */
static void test_rule(void **state)
{
    (void)state;
    const size_t size = 64;
    char *bytes = ent_i_malloc(size);
    memset(bytes, '_', size);
    assert_false(ent_i_sniff_bundle(bytes, size));
    ent_i_free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_archives),  cmocka_unit_test(test_tar),
        cmocka_unit_test(test_documents), cmocka_unit_test(test_messages),
        cmocka_unit_test(test_markup),    cmocka_unit_test(test_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
