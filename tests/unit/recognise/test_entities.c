#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "recognise/entities.h"
#include "unit/made.h"

/* Loads a list from a file made for it. */
static ent_status load(ent_i_entities **out, const char *list, ent_error *error)
{
    char path[] = "/tmp/entente-entities-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, list, strlen(list)), strlen(list));
    close(file);
    ent_status status = ent_i_entities_load(out, path, error);
    unlink(path);
    return status;
}

/* The names found in a marked text, "name/type; ...". */
static void find(const char *list, const char *marked, char *out, size_t size)
{
    ent_i_text text = {0};
    ent_i_entities *entities = NULL;
    ent_error error = {0};
    size_t used = 0;
    assert_int_equal(load(&entities, list, &error), ENT_OK);
    ent_article *article = made_article(marked, &text);
    assert_int_equal(ent_i_entities_apply(entities, article, &text, &error),
                     ENT_OK);
    out[0] = '\0';
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        used += (size_t)snprintf(out + used, size - used, "%s%.*s/%s",
                                 i ? "; " : "", (int)(m->end - m->start),
                                 article->text + m->start,
                                 ent_type_name((ent_type)m->type));
    }
    ent_article_free(article);
    ent_i_entities_free(entities);
    ent_i_text_free(&text);
}

static void test_lists_in_each_form(void **state)
{
    (void)state;
    static const char *const lists[] = {
        "# friends\nAnn Dunn\n\norg\tBoat Club\nplace\tUlm\r\n",
        "\xef\xbb\xbf"
        "Ann  Dunn\norg\tBoat Club\nplace\tUlm",
        "[\"Ann Dunn\",{\"name\":\"Boat Club\",\"type\":\"org\"},"
        "{\"name\":\"Ulm\",\"type\":\"place\"}]",
        "{\"person\":[\"Ann Dunn\"],\"org\":[\"Boat Club\"],"
        "\"place\":[{\"name\":\"City of Ulm\",\"aliases\":[\"Ulm\"]}]}"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        char found[256];
        find(lists[i], "Ann Dunn left the Boat Club of Ulm.", found,
             sizeof found);
        assert_string_equal(found, "Ann Dunn/person; Boat Club/org; Ulm/place");
    }
}

static void test_what_counts_as_found(void **state)
{
    (void)state;
    static const struct {
        const char *list;
        const char *text;
        const char *found;
    } cases[] = {
        {"Ann\nAnn Dunn\nAnn Dunn Roth\n", "Ann Dunn saw Ann Dunn Rot.",
         "Ann Dunn/person; Ann Dunn/person"},
        {"Ann Dunn\n", "Then ann dunn saw ANN DUNN.", ""},
        {"Ann Dunn\n", "Then Ann  Dunn came.", "Ann  Dunn/person"},
        {"Ann Dunn\n", "Ann Dunning and Joann Dunn.", ""},
        {"Ann Dunn\n", "It is Ann Dunn's (Ann Dunn).",
         "Ann Dunn/person; Ann Dunn/person"},
        {"org\tAnn Dunn\n", "So <P Ann> met <P Ann Dunn> and <P Roth>.",
         "Ann/person; Ann Dunn/org; Roth/person"},
        {"Dunn\n", "So <P Ann Dunn Roth> came.", "Dunn/person"},
        {"al-Roth\nO'Dunn & Co.\n", "So al-Roth met O'Dunn & Co. there.",
         "al-Roth/person; O'Dunn & Co./person"},
        {"org\tAnn\nplace\tAnn\n", "So Ann came.", "Ann/org"},
        {"", "So <P Ann> came.", "Ann/person"},
        {"U.N.\n", "The U.N. met.", "U.N./person"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[256];
        find(cases[i].list, cases[i].text, found, sizeof found);
        assert_string_equal(found, cases[i].found);
    }
}

static void test_listed_names_have_titles(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_i_entities *entities = NULL;
    assert_int_equal(load(&entities, "Dunn\n", NULL), ENT_OK);
    ent_article *article = made_article("So Mrs Dunn came.", &text);
    assert_int_equal(ent_i_entities_apply(entities, article, &text, NULL),
                     ENT_OK);
    assert_int_equal(article->mentions.items[0].honorific_start, 3);
    assert_int_equal(article->mentions.items[0].honorific_end, 6);
    ent_article_free(article);
    ent_i_entities_free(entities);
    ent_i_text_free(&text);
}

static void test_wrong_lists_say_where(void **state)
{
    (void)state;
    static const char *const lists[] = {
        "Ann\ndog\tRex\n",
        "[1]",
        "[{\"type\":\"org\"}]",
        "{\"dog\":[\"Rex\"]}",
        "[\"Ann\",",
        "{\"org\":\"Club\"}",
        "[{\"name\":\"Ann\",\"aliases\":\"A\"}]",
        "[{\"name\":\"Ann\",\"aliases\":[1]}]",
        "[{\"name\":\"Ann\",\"type\":1}]"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        ent_i_entities *entities = NULL;
        ent_error error = {0};
        assert_int_equal(load(&entities, lists[i], &error), ENT_ERR_FORMAT);
        assert_null(entities);
        assert_non_null(strstr(error.file, "entente-entities"));
        assert_memory_equal(error.message, "expected", 8);
        if (i == 0)
            assert_int_equal(error.line, 2);
    }
    ent_i_entities *entities = NULL;
    assert_int_equal(ent_i_entities_load(&entities, "/no/such/list", NULL),
                     ENT_ERR_NOT_FOUND);
    assert_int_equal(ent_i_entities_load(&entities, "/", NULL), ENT_ERR_IO);
}

static void test_memory_failures_are_reported(void **state)
{
    (void)state;
    ent_i_text text = {0};
    for (long nth = 1; nth < 200; nth++) {
        ent_i_entities *entities = NULL;
        ent_article *article = made_article("So <P Ann> met Ann Dunn.", &text);
        ent_i_memory_fail_from(nth);
        ent_status status = load(&entities, "[\"Ann Dunn\", \"Ann\"]", NULL);
        if (!status)
            status = ent_i_entities_apply(entities, article, &text, NULL);
        ent_i_memory_fail_from(0);
        ent_i_entities_free(entities);
        size_t found = article->mentions.n;
        ent_article_free(article);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        if (status == ENT_OK) {
            assert_int_equal(found, 2);
            assert_true(nth > 4);
            break;
        }
    }
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists_in_each_form),
        cmocka_unit_test(test_what_counts_as_found),
        cmocka_unit_test(test_listed_names_have_titles),
        cmocka_unit_test(test_wrong_lists_say_where),
        cmocka_unit_test(test_memory_failures_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
