/* Inputs to articles: formats, fields, encodings, dates, failures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "source/dates.h"
#include "source/readers.h"
#include "source/source.h"
#include "unit/folder.h"

enum { MOST = 16 };

/* Everything that came out of an input. */
typedef struct result {
    ent_article *articles[MOST];
    size_t count;
    ent_error errors[MOST];
    size_t failed;
} result;

static void drain(ent_i_source *source, result *out)
{
    *out = (result){0};
    for (;;) {
        ent_article *article;
        ent_error error = {0};
        ent_status status = ent_i_source_next(source, &article, &error);
        assert_true(out->count < MOST && out->failed < MOST);
        if (status) {
            assert_null(article);
            assert_int_equal(error.code, status);
            assert_string_equal(error.stage, "source");
            out->errors[out->failed++] = error;
        } else if (article) {
            out->articles[out->count++] = article;
        } else {
            break;
        }
    }
    ent_i_source_free(source);
}

static result read_bytes(const void *bytes, size_t size, const char *format)
{
    result out;
    ent_i_source *source;
    assert_int_equal(
        ent_i_source_open_memory(&source, "in", bytes, size, format, NULL),
        ENT_OK);
    drain(source, &out);
    return out;
}

static result read_text(const char *text)
{
    return read_bytes(text, strlen(text), NULL);
}

static void release(result *out)
{
    for (size_t i = 0; i < out->count; i++)
        ent_article_free(out->articles[i]);
    out->count = 0;
}

/* The only article of the input. */
static const ent_article *only(const result *out)
{
    if (out->failed)
        print_message("%s\n", out->errors[0].message);
    assert_int_equal(out->failed, 0);
    assert_int_equal(out->count, 1);
    return out->articles[0];
}

static void check_failure(const char *text, ent_status status,
                          const char *message)
{
    result out = read_text(text);
    assert_int_equal(out.count, 0);
    assert_int_equal(out.failed, 1);
    assert_int_equal(out.errors[0].code, status);
    assert_string_equal(out.errors[0].file, "in");
    if (!strstr(out.errors[0].message, message))
        fail_msg("\"%s\" not in \"%s\"", message, out.errors[0].message);
}

static void check_date(const ent_article *article, const char *expected)
{
    char buffer[16];
    assert_string_equal(ent_date_format(article->date, buffer), expected);
}

/* ---- plain text ---- */

static void test_plain_text_is_one_article(void **state)
{
    (void)state;
    const char *text = "Hill meets Ray\n\nMarch 29 2014 5:42 PM\n\nThey met.\n";
    result out = read_text(text);
    const ent_article *article = only(&out);
    assert_string_equal(article->id, "in");
    assert_string_equal(article->path, "in");
    assert_string_equal(article->title, "Hill meets Ray");
    assert_int_equal(article->title_size, 14);
    assert_true(article->title_in_text);
    assert_string_equal(article->text, text);
    assert_int_equal(article->text_size, strlen(text));
    check_date(article, "2014-03-29");
    assert_false(article->annotated);
    release(&out);
}

static void test_what_reads_like_a_title(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *title;
    } cases[] = {
        {"Only one line", ""},
        {"\n\n  Hill meets Ray \r\nThey met.", "Hill meets Ray"},
        {"By Ann Dunn\n\nThey met.", ""},
        {"March 29, 2014\n\nThey met.", ""},
        {"https://example.org/a\nThey met.", ""},
        {"The ministers met in Geneva. They left soon after.\n\nMore.", ""},
        {"The foreign ministers of both countries met in Geneva, where\n"
         "nothing was agreed.\n",
         ""},
        {"U.S. to meet St. Lucia's envoy\n\nMore.",
         "U.S. to meet St. Lucia's envoy"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        result out = read_text(cases[i].text);
        assert_string_equal(only(&out)->title, cases[i].title);
        assert_int_equal(only(&out)->title_in_text, cases[i].title[0] != 0);
        release(&out);
    }
}

static void test_dates_in_text(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"A title\nUpdated: Jan. 5, 2015 at 3 p.m. ET\n\nText", "2015-01-05"},
        {"A title\nSaturday 29 March 2014\nText", "2014-03-29"},
        {"A title\n2014-03-29\nText", "2014-03-29"},
        {"A title\n\nPARIS, March 5, 2014 (Agency) - They met.", "2014-03-05"},
        {"A title\n\nPARIS, March 5 (Agency) - They met.", ""},
        {"A title\n\nThey met on March 5, 2014.", ""},
        {"A title\n\nOn March 5, 2014, they met.", ""},
        {"A title\n\nMarch 5, 2014, was a day to remember.", ""},
        {"A title\n\nFILE - This March 5, 2014 picture", ""},
        {"A title\n\nOld Town March 5 2014A street", "2014-03-05"},
        {"A title\n\nSept. 31, 2014\nThey met.", ""},
        {"Text\n\n\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n2014-03-29\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        result out = read_text(cases[i][0]);
        check_date(only(&out), cases[i][1]);
        release(&out);
    }
}

static void test_date_forms(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"2014-03-29T17:42:00Z", "2014-03-29"},
        {"2014/3/29", "2014-03-29"},
        {"20140329", "2014-03-29"},
        {"Sat, 29 Mar 2014 17:42:00 GMT", "2014-03-29"},
        {"29-Mar-2014", "2014-03-29"},
        {"March 29th, 2014", "2014-03-29"},
        {"1st May 2014", "2014-05-01"},
        {"Sept. 3, 2014", "2014-09-03"},
        {"3/29/2014", "2014-03-29"},
        {"29.3.2014", "2014-03-29"},
        {"4/5/2014", ""},
        {"4/4/2014", "2014-04-04"},
        {"February 29, 2014", ""},
        {"Ma 3, 2014", ""},
        {"2014", ""},
        {"0001-01-01", ""},
        {"July 4, 1776", "1776-07-04"},
        {"", ""},
        {"soon", ""},
    };
    char buffer[16];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_date date;
        size_t used;
        bool found =
            ent_i_read_date(cases[i][0], strlen(cases[i][0]), &used, &date);
        assert_int_equal(found, cases[i][1][0] != 0);
        assert_string_equal(ent_date_format(date, buffer), cases[i][1]);
    }
    assert_int_equal(ent_i_epoch_date(1396051200), 16158);
    assert_int_equal(ent_i_epoch_date(1396051200000), 16158);
    assert_int_equal(ent_i_epoch_date(1e300), ENT_NO_DATE);
}

/* ---- encodings ---- */

static void check_decoded(const void *bytes, size_t size, const char *expected)
{
    result out = read_bytes(bytes, size, NULL);
    assert_string_equal(only(&out)->text, expected);
    release(&out);
}
#define CHECK_DECODED(bytes, expected)                                         \
    check_decoded(bytes, sizeof(bytes) - 1, expected)

static void test_encodings(void **state)
{
    (void)state;
    CHECK_DECODED("\xEF\xBB\xBF"
                  "Andr\xC3\xA9",
                  "Andr\u00e9");
    CHECK_DECODED("\xFF\xFEH\0i\0l\0l\0", "Hill");
    CHECK_DECODED("\xFE\xFF\0H\0i\0l\0l", "Hill");
    CHECK_DECODED("H\0i\0l\0l\0", "Hill");
    CHECK_DECODED("\xFF\xFE\0\0H\0\0\0i\0\0\0", "Hi");
    CHECK_DECODED("Le pr\xE9sident Andr\xE9 a d\xE9"
                  "clar\xE9 \x93oui\x94.",
                  "Le pr\u00e9sident Andr\u00e9 a d\u00e9"
                  "clar\u00e9 "
                  "\u201Coui\u201D.");
    CHECK_DECODED("\xC3\xA9 a \xFF b \xC3\xA9", "\u00e9 a \uFFFD b \u00e9");
    CHECK_DECODED("By Jos\xE9.", "By Jos\u00e9.");
    CHECK_DECODED("\xCF\xF3\xF2\xE8\xED \xE2\xF1\xF2\xF0\xE5\xF2\xE8"
                  "\xEB\xF1\xFF \xF1 \xCA\xE5\xF0\xF0\xE8 \xE2 "
                  "\xD1\xEE\xF7\xE8",
                  "\u041f\u0443\u0442\u0438\u043d "
                  "\u0432\u0441\u0442\u0440\u0435\u0442\u0438\u043b\u0441"
                  "\u044f \u0441 \u041a\u0435\u0440\u0440\u0438 \u0432 "
                  "\u0421\u043e\u0447\u0438");
    CHECK_DECODED("Hill\0Ray", "Hill Ray");
    CHECK_DECODED("\xEF\xBB\xBF{\"text\":\"Hill\"}", "Hill");
    CHECK_DECODED("\xFF\xFE{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0H\0\"\0}\0", "H");
    CHECK_DECODED("{\"text\":\"Andr\xE9 Dupr\xE9\"}", "Andr\u00e9 Dupr\u00e9");
    CHECK_DECODED("{\"text\":\"a\\u0000b\"}", "a b");
}

static void test_binary_is_refused(void **state)
{
    (void)state;
    check_failure("\x89PNG\r\n\x1A\n", ENT_ERR_FORMAT, "a PNG image");
    check_failure("%PDF-1.4 and so on", ENT_ERR_FORMAT, "a PDF document");
    check_failure("\x01\x02\x03\x04\x05\x06\x0E\x0F", ENT_ERR_FORMAT,
                  "binary data");
    check_failure("", ENT_ERR_FORMAT, "nothing");
    check_failure(" \n\n ", ENT_ERR_FORMAT, "nothing");
}

/* ---- JSON ---- */

static void test_json_fields(void **state)
{
    (void)state;
    result out = read_text(
        "{\"id\":\"x1\",\"title\":\"A title\",\"date\":\"2014-03-29\","
        "\"source\":\"The Paper\",\"url\":\"https://example.org\","
        "\"language\":\"en\",\"text\":\"They met.\",\"other\":[1,{}]}\n");
    const ent_article *article = only(&out);
    assert_string_equal(article->id, "x1");
    assert_string_equal(article->title, "A title");
    assert_int_equal(article->title_size, 7);
    assert_string_equal(article->source, "The Paper");
    assert_string_equal(article->url, "https://example.org");
    assert_string_equal(article->language, "en");
    assert_string_equal(article->text, "They met.");
    assert_false(article->title_in_text);
    check_date(article, "2014-03-29");
    release(&out);

    out = read_text("{\"id\":7,\"content\":\"They met.\",\"title\":null,"
                    "\"date\":1396051200,\"url\":null}");
    article = only(&out);
    assert_string_equal(article->id, "7");
    assert_string_equal(article->text, "They met.");
    assert_string_equal(article->title, "");
    assert_null(article->url);
    check_date(article, "2014-03-29");
    release(&out);
}

static void test_title_repeated_in_text(void **state)
{
    (void)state;
    result out = read_text(
        "{\"title\":\"Hill  meets \u00C9va\",\"text\":\" hill meets "
        "\u00E9va\\n\\nMore\"}\n"
        "{\"title\":\"Hill meets\",\"text\":\"Hill meets Eva\\nMore\"}\n"
        "{\"title\":\"Hill meets\",\"text\":\"Hillmeets\\nMore\"}\n"
        "{\"title\":\"\",\"text\":\"\\nMore\"}\n");
    assert_int_equal(out.count, 4);
    assert_true(out.articles[0]->title_in_text);
    assert_false(out.articles[1]->title_in_text);
    assert_false(out.articles[2]->title_in_text);
    assert_false(out.articles[3]->title_in_text);
    release(&out);
}

static void test_one_reader_for_lines_and_arrays(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "{\"text\":\"a\"}\n{\"text\":\"b\"}\n",
        "{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}",
        "[{\"text\":\"a\"},{\"text\":\"b\"}]",
        " [ {\n \"text\" : \"a\" } ,\n {\"text\":\"b\"}\n]\n",
        "{\n\"text\":\"a\"}\n{\n\"text\":\"b\"}\n",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        result out = read_text(cases[i]);
        assert_int_equal(out.failed, 0);
        assert_int_equal(out.count, 2);
        assert_string_equal(out.articles[0]->id, "in#1");
        assert_string_equal(out.articles[1]->id, "in#2");
        assert_string_equal(out.articles[1]->text, "b");
        release(&out);
    }
    result out = read_text("[{\"text\":\"]}{\\\"\\\\\"}]");
    assert_string_equal(only(&out)->text, "]}{\"\\");
    release(&out);
    out = read_text("[]");
    assert_int_equal(out.count + out.failed, 0);
    out = read_text("[Update] They met.\n\nThey left.");
    assert_string_equal(only(&out)->title, "[Update] They met.");
    release(&out);
}

static void test_a_bad_object_leaves_the_others(void **state)
{
    (void)state;
    result out = read_text("{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"b\"}\n"
                           "[1]\n{\"title\":\"c\"}\n{\"text\":\"d\",\"id\":{}}"
                           "\n{\"text\":\"e\"}\n");
    assert_int_equal(out.count, 3);
    assert_string_equal(out.articles[2]->id, "in#7");
    assert_int_equal(out.failed, 4);
    assert_int_equal(out.errors[0].line, 2);
    assert_int_equal(out.errors[1].line, 4);
    assert_non_null(strstr(out.errors[1].message, "JSON object"));
    assert_int_equal(out.errors[2].line, 5);
    assert_non_null(strstr(out.errors[2].message, "\"text\", \"content\""));
    assert_non_null(strstr(out.errors[3].message, "\"id\" to be a string"));
    release(&out);

    out = read_text("[{\"text\":\"a\"},\n{\"text\":x},\n{\"text\":\"b\"},\n"
                    "7,\n{\"text\":\"c\"");
    assert_int_equal(out.count, 2);
    assert_int_equal(out.failed, 3);
    assert_int_equal(out.errors[0].line, 2);
    assert_int_equal(out.errors[0].byte, 24);
    assert_int_equal(out.errors[1].line, 4);
    assert_int_equal(out.errors[2].line, 5);
    release(&out);
}

static void test_ids_are_unique(void **state)
{
    (void)state;
    result out = read_text("{\"id\":\"a\",\"text\":\"1\"}\n"
                           "{\"id\":\"a#2\",\"text\":\"2\"}\n"
                           "{\"id\":\"a\",\"text\":\"3\"}\n"
                           "{\"id\":\"a\",\"text\":\"4\"}\n");
    assert_int_equal(out.count, 4);
    for (size_t i = 0; i < 4; i++)
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(out.articles[i]->id, out.articles[k]->id);
    assert_string_equal(out.articles[0]->id, "a");
    release(&out);
}

/* ---- mentions that come along ---- */

static void test_mentions_are_taken(void **state)
{
    (void)state;
    result out = read_text(
        "{\"title\":\"Hill\",\"text\":\"Mr. H\u00EFll met Ann Dunn.\","
        "\"mentions\":[{\"start\":14,\"end\":22,\"type\":\"person\","
        "\"role\":\"byline\",\"confidence\":0.5},"
        "{\"start\":4,\"end\":9,\"type\":\"org\",\"honorific\":\"Mr\"},"
        "{\"start\":14,\"end\":17,\"type\":\"person\"},"
        "{\"start\":0,\"end\":4,\"type\":\"misc\",\"field\":\"title\"}]}");
    const ent_article *article = only(&out);
    const ent_mention *m = article->mentions.items;
    assert_true(article->annotated);
    assert_int_equal(article->mentions.n, 4);
    assert_int_equal(m[0].field, ENT_FIELD_TITLE);
    assert_int_equal(m[1].start, 4);
    assert_int_equal(m[1].type, ENT_ORG);
    assert_int_equal(m[1].honorific_start, 0);
    assert_int_equal(m[1].honorific_end, 3);
    assert_int_equal(m[1].cluster, ENT_NONE);
    assert_int_equal(m[2].end, 22);
    assert_int_equal(m[2].role, ENT_ROLE_BYLINE);
    assert_true(m[2].confidence == 0.5F);
    assert_int_equal(m[2].honorific_start, m[2].honorific_end);
    assert_int_equal(m[3].start, 14); /* a name within a name */
    assert_int_equal(m[3].end, 17);
    release(&out);

    out = read_text("{\"text\":\"a\",\"mentions\":[]}");
    assert_true(only(&out)->annotated);
    release(&out);
}

static void test_bad_mentions_are_refused(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"7", "an object"},
        {"{\"start\":0,\"end\":9,\"type\":\"org\"}", "byte offsets"},
        {"{\"start\":2,\"end\":2,\"type\":\"org\"}", "byte offsets"},
        {"{\"start\":-1,\"end\":2,\"type\":\"org\"}", "byte offsets"},
        {"{\"start\":0.5,\"end\":2,\"type\":\"org\"}", "byte offsets"},
        {"{\"start\":0,\"end\":1,\"type\":\"org\"}", "between characters"},
        {"{\"start\":0,\"end\":2,\"type\":\"dog\"}", "\"type\""},
        {"{\"start\":0,\"end\":2}", "\"type\""},
        {"{\"start\":0,\"end\":2,\"type\":\"org\",\"role\":\"x\"}", "\"role\""},
        {"{\"start\":0,\"end\":2,\"type\":\"org\",\"field\":\"x\"}",
         "\"field\""},
        {"{\"start\":0,\"end\":2,\"type\":\"org\",\"confidence\":7}",
         "\"confidence\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text,
                 "{\"id\":\"x9\",\"text\":\"\u00E9 a\",\"mentions\":[%s]}",
                 cases[i][0]);
        check_failure(text, ENT_ERR_FORMAT, cases[i][1]);
        check_failure(text, ENT_ERR_FORMAT, "mention 0: expected");
    }
}

static void test_spacy_documents(void **state)
{
    (void)state;
    result out =
        read_text("{\"text\":\"\u00C9va Dunn in Rome today\",\"ents\":["
                  "{\"start\":12,\"end\":16,\"label\":\"GPE\"},"
                  "{\"start\":17,\"end\":22,\"label\":\"DATE\"},"
                  "{\"start\":0,\"end\":8,\"label\":\"PERSON\"}],"
                  "\"tokens\":[]}");
    const ent_article *article = only(&out);
    assert_true(article->annotated);
    assert_int_equal(article->mentions.n, 2);
    assert_int_equal(article->mentions.items[0].end, 9);
    assert_int_equal(article->mentions.items[0].type, ENT_PERSON);
    assert_int_equal(article->mentions.items[1].start, 13);
    assert_int_equal(article->mentions.items[1].type, ENT_PLACE);
    release(&out);
    check_failure("{\"text\":\"\u00C9va\",\"ents\":[{\"start\":0,\"end\":4,"
                  "\"label\":\"PERSON\"}]}",
                  ENT_ERR_FORMAT, "character offsets");
}

static void test_token_and_tag_files(void **state)
{
    (void)state;
    result out = read_text("-DOCSTART- O\n\n\u00C9va B-PER\nDunn I-PER\nHill "
                           "B-PER\nleft O\n\n\nRome B-LOC\nNATO I-ORG\n"
                           "-DOCSTART- O\n\n-DOCSTART- O\n\nMay\tx\tO\n");
    assert_int_equal(out.failed, 0);
    assert_int_equal(out.count, 2);
    const ent_article *article = out.articles[0];
    assert_string_equal(article->text, "\u00C9va Dunn Hill left\nRome NATO");
    assert_string_equal(article->id, "in#1");
    assert_true(article->annotated);
    const ent_mention *m = article->mentions.items;
    assert_int_equal(article->mentions.n, 4);
    assert_int_equal(m[0].start, 0);
    assert_int_equal(m[0].end, 9);
    assert_int_equal(m[1].start, 10);
    assert_int_equal(m[2].type, ENT_PLACE);
    assert_int_equal(m[3].type, ENT_ORG);
    assert_string_equal(out.articles[1]->text, "May");
    assert_string_equal(out.articles[1]->id, "in#2");
    release(&out);

    out = read_bytes("a O\nb\nc O\n", 10, "conll");
    assert_int_equal(out.count, 0);
    assert_int_equal(out.failed, 1);
    assert_int_equal(out.errors[0].line, 2);
    assert_non_null(strstr(out.errors[0].message, "a token and a tag"));
}

/* ---- files and folders ---- */

static result read_inputs(const char *const *inputs, size_t count)
{
    result out;
    ent_i_source *source;
    assert_int_equal(ent_i_source_open(&source, inputs, count, NULL, NULL),
                     ENT_OK);
    drain(source, &out);
    return out;
}

static void test_folders_are_walked_in_order(void **state)
{
    (void)state;
    char path[64];
    run("mkdir b && for f in c.txt a.txt b/z.txt b/B.txt .hid.txt; do "
        "echo \"text of $f\" > $f; done; ln -s .. b/up; mkfifo pipe; "
        "ln -s nowhere dangling");
    snprintf(path, sizeof path, "%s/", folder);
    const char *inputs[] = {path, "/no/such/file"};
    result out = read_inputs(inputs, 2);
    static const char *const names[] = {"/a.txt", "/b/B.txt", "/b/z.txt",
                                        "/c.txt"};
    assert_int_equal(out.count, 4);
    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s%s", folder, names[i]);
        assert_string_equal(out.articles[i]->id, path);
    }
    assert_int_equal(out.failed, 2);
    assert_int_equal(out.errors[0].code, ENT_ERR_NOT_FOUND);
    assert_non_null(strstr(out.errors[0].file, "dangling"));
    assert_int_equal(out.errors[1].code, ENT_ERR_NOT_FOUND);
    assert_string_equal(out.errors[1].file, "/no/such/file");
    release(&out);
}

static void test_a_file_named_twice_is_read_once(void **state)
{
    (void)state;
    char path[64];
    run("echo text > twice.txt");
    snprintf(path, sizeof path, "%s/twice.txt", folder);
    const char *inputs[] = {path, path};
    result out = read_inputs(inputs, 2);
    assert_int_equal(out.count, 1);
    assert_string_equal(out.articles[0]->id, path);
    release(&out);
}

static void test_progress_counts_bytes(void **state)
{
    (void)state;
    char path[64];
    uint64_t done, total;
    ent_article *article;
    ent_i_source *source;
    run("printf 'a text' > six.txt");
    snprintf(path, sizeof path, "%s/six.txt", folder);
    const char *inputs[] = {path};
    assert_int_equal(ent_i_source_open(&source, inputs, 1, "text", NULL),
                     ENT_OK);
    ent_i_source_progress(source, &done, &total);
    assert_int_equal(done, 0);
    assert_int_equal(total, 6);
    assert_int_equal(ent_i_source_next(source, &article, NULL), ENT_OK);
    ent_i_source_progress(source, &done, &total);
    assert_int_equal(done, 6);
    ent_article_free(article);
    ent_i_source_free(source);
}

static void test_a_long_line_takes_linear_time(void **state)
{
    (void)state;
    enum { SIZE = 50 << 20 };
    char *bytes = malloc(SIZE);
    assert_non_null(bytes);
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = "word "[i % 5];
    result out = read_bytes(bytes, SIZE, NULL);
    assert_int_equal(only(&out)->text_size, SIZE);
    assert_string_equal(only(&out)->title, "");
    release(&out);
    memcpy(bytes, "{\"text\":\"", 9);
    memcpy(bytes + SIZE - 3, "\"}\n", 3);
    char path[64];
    snprintf(path, sizeof path, "%s/long.jsonl", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, SIZE, file), SIZE);
    assert_int_equal(fclose(file), 0);
    free(bytes);
    const char *inputs[] = {path};
    out = read_inputs(inputs, 1);
    assert_int_equal(only(&out)->text_size, SIZE - 12);
    release(&out);
}

/* ---- arguments and memory ---- */

static void test_unknown_format_names_the_known(void **state)
{
    (void)state;
    ent_error error = {0};
    ent_i_source *source;
    assert_int_equal(ent_i_source_open(&source, NULL, 0, "word", &error),
                     ENT_ERR_ARGUMENT);
    assert_non_null(strstr(error.message, "word"));
    assert_non_null(strstr(error.message, "text"));
    assert_non_null(strstr(error.message, "jsonl"));
    assert_null(source);
}

static void test_formats_can_be_forced(void **state)
{
    (void)state;
    result out = read_bytes("{\"text\":\"a\"}\nmore", 17, "text");
    assert_string_equal(only(&out)->text, "{\"text\":\"a\"}\nmore");
    release(&out);
    out = read_bytes("plain", 5, "jsonl");
    assert_int_equal(out.failed, 1);
    out = read_bytes("plain", 5, "json");
    assert_int_equal(out.failed, 1);
    out = read_bytes("", 0, "jsonl");
    assert_int_equal(out.failed + out.count, 0);
}

/* Opens a source on bytes, or without any on the test's folder. */
static ent_status open_either(ent_i_source **source, const char *text,
                              ent_error *error)
{
    static const char *const inputs[] = {folder};
    return text ? ent_i_source_open_memory(source, "in", text, strlen(text),
                                           NULL, error)
                : ent_i_source_open(source, inputs, 1, NULL, error);
}

/* Reads it all, or up to the failed allocation; false when there was none. */
static bool read_failing(const char *text, long nth)
{
    ent_error error = {0};
    ent_i_source *source;
    ent_article *article;
    ent_i_memory_fail_from(nth);
    ent_status status = open_either(&source, text, &error);
    bool more = !status;
    while (more) {
        status = ent_i_source_next(source, &article, &error);
        /* A folder may hold what can't be read: that is passed over. */
        more = (!status && article) || (status && status != ENT_ERR_MEMORY);
        ent_article_free(article);
    }
    ent_i_memory_fail_from(0);
    ent_i_source_free(source);
    if (status)
        assert_int_equal(status, ENT_ERR_MEMORY);
    return status != ENT_OK;
}

static void test_each_failed_allocation_is_reported(void **state)
{
    (void)state;
    run("rm -f long.jsonl; printf '\\377\\376H\\0i\\0' > wide.txt; "
        "echo '{\"text\":\"a\"}' > one.jsonl");
    static const char *const cases[] = {
        NULL,
        "A title\n\nText.",
        "{\"id\":\"a\",\"text\":\"Hill\",\"mentions\":[{\"start\":0,\"end\":4,"
        "\"type\":\"org\"}]}\n{\"id\":\"a\",\"text\":\"b\"}\n{\"text\":"
        "\"\xE9\"}",
        "{\"text\":\"Hill\",\"ents\":[{\"start\":0,\"end\":4,\"label\":\"ORG\"}"
        "]}",
        "a B-PER\nb O\n-DOCSTART- O\nc O\n",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        long nth = 1;
        while (read_failing(cases[i], nth))
            nth++;
        assert_true(nth > 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_text_is_one_article),
        cmocka_unit_test(test_what_reads_like_a_title),
        cmocka_unit_test(test_dates_in_text),
        cmocka_unit_test(test_date_forms),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_binary_is_refused),
        cmocka_unit_test(test_json_fields),
        cmocka_unit_test(test_title_repeated_in_text),
        cmocka_unit_test(test_one_reader_for_lines_and_arrays),
        cmocka_unit_test(test_a_bad_object_leaves_the_others),
        cmocka_unit_test(test_ids_are_unique),
        cmocka_unit_test(test_mentions_are_taken),
        cmocka_unit_test(test_bad_mentions_are_refused),
        cmocka_unit_test(test_spacy_documents),
        cmocka_unit_test(test_token_and_tag_files),
        cmocka_unit_test(test_folders_are_walked_in_order),
        cmocka_unit_test(test_a_file_named_twice_is_read_once),
        cmocka_unit_test(test_progress_counts_bytes),
        cmocka_unit_test(test_a_long_line_takes_linear_time),
        cmocka_unit_test(test_unknown_format_names_the_known),
        cmocka_unit_test(test_formats_can_be_forced),
        cmocka_unit_test(test_each_failed_allocation_is_reported),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
