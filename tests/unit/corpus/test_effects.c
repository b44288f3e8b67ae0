#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/alias_file.h"
#include "unit/marked_corpus.h"

/* What is said of the user's decisions, without the file's name, each line
 * ended. */
static const char *warnings_of(ent_corpus *corpus, const char *aliases)
{
    static char text[2000];
    size_t n = 0;
    assert_int_equal(resolve_with(corpus, aliases, NULL, NULL), ENT_OK);
    text[0] = '\0';
    for (size_t i = 0; i < ent_corpus_warning_count(corpus); i++) {
        const char *line = ent_corpus_warning(corpus, i);
        assert_memory_equal(line, alias_path, strlen(alias_path));
        n += (size_t)snprintf(text + n, sizeof text - n, "%s\n",
                              line + strlen(alias_path) + 2);
    }
    assert_null(ent_corpus_warning(corpus, ent_corpus_warning_count(corpus)));
    return text;
}

static ent_corpus *articles(void)
{
    return MARKED_CORPUS(
        "<P Sergey Rumkov> met <P John Corby>. <P Corby> left.",
        "<P Sergei Rumkov> called <P John Corby>.",
        "<P Ann Dunn> came. The <O Kremlin> spoke.", "<P Sergey Rumkov> left.");
}

static void test_names_that_fit_nobody_are_told(void **state)
{
    (void)state;
    ent_corpus *corpus = articles();
    assert_string_equal(
        warnings_of(corpus, "[{\"name\":\"John Corby\",\"aliases\":"
                            "[\"The Long One\",\"Ann Dunn\"]}]"),
        "1 name fits nobody in these articles: \"The Long One\"\n");
    assert_string_equal(
        warnings_of(corpus, "{\"actors\":[{\"name\":\"A\",\"drop\":true,"
                            "\"aliases\":[\"B\",\"C\",\"D\",\"E\"]}],"
                            "\"not_the_same\":[[\"F\",\"A\"]]}"),
        "6 names fit nobody in these articles: \"A\", \"B\", \"C\", \"D\", "
        "\"E\", ...\n");
    /* A spelling that is joined to those of the articles fits. */
    assert_string_equal(
        warnings_of(corpus,
                    "[{\"name\":\"Serguei Rumkov\",\"rename\":\"S. L.\"}]"),
        "");
    ent_corpus_free(corpus);
}

static void test_what_changes_nothing_is_told(void **state)
{
    (void)state;
    ent_corpus *corpus = articles();
    assert_string_equal(warnings_of(corpus, "[{\"name\":\"John Corby\"}]"),
                        "1 decision changes nothing: \"John Corby\"\n");
    assert_string_equal(
        warnings_of(corpus,
                    "{\"actors\":[{\"name\":\"Sergey Rumkov\",\"aliases\":"
                    "[\"Sergei Rumkov\"]},{\"name\":\"Corby\",\"drop\":true}],"
                    "\"not_the_same\":[[\"John Corby\",\"Ann Dunn\"]]}"),
        "3 decisions change nothing: \"Sergey Rumkov\", \"Corby\", "
        "\"John Corby\" and \"Ann Dunn\"\n");
    ent_corpus_free(corpus);
}

static void test_what_changes_something_is_not(void **state)
{
    (void)state;
    static const char *const telling[] = {
        "[{\"name\":\"John Corby\",\"aliases\":[\"Ann Dunn\"]}]",
        "[{\"name\":\"John Corby\",\"rename\":\"The Secretary\"}]",
        "[{\"name\":\"Ann Dunn\",\"drop\":true}]",
        "[{\"name\":\"Kremlin\",\"type\":\"misc\",\"types\":[\"org\"]}]",
        "{\"not_the_same\":[[\"Sergey Rumkov\",\"Sergei Rumkov\"]]}",
        "{\"not_the_same\":[[\"Corby\",\"John Corby\"]]}",
    };
    ent_corpus *corpus = articles();
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
        assert_string_equal(warnings_of(corpus, telling[i]), "");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_warning_count(corpus), 0);
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_that_fit_nobody_are_told),
        cmocka_unit_test(test_what_changes_nothing_is_told),
        cmocka_unit_test(test_what_changes_something_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
