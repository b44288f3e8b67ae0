#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/vec.h"
#include "corpus/aliases.h"
#include "unit/alias_file.h"
#include "unit/marked_corpus.h"

/* ---- deciding ---- */

static void test_aliases_bring_names_together(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("<P Benjamin Netanyahu> came.", "<P Bibi> left.",
                      "<P Pavel Ivanov> met <P Ivan Pavlov>.");
    assert_int_equal(
        resolve_with(corpus,
                     "{\"actors\":[{\"name\":\"Benjamin Netanyahu\","
                     "\"aliases\":[\"BIBI\"]},{\"name\":\"Ivan Pavlov\","
                     "\"aliases\":[\"Pavel Ivanov\"],\"rename\":\"I. P.\"}]}",
                     NULL, NULL),
        ENT_OK);
    assert_string_equal(actor_id(corpus, 1, 0), "benjamin-netanyahu");
    assert_string_equal(actor_id(corpus, 2, 0), "i-p");
    assert_string_equal(actor_id(corpus, 2, 1), "i-p");
    assert_true(actor_named(corpus, "i-p")->curated);
    assert_string_equal(actor_named(corpus, "i-p")->label, "I. P.");
    ent_corpus_free(corpus);
}

static void test_names_told_apart_stay_apart(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("<P Sergey Rumkov> came.", "<P Sergei Rumkov> left.");
    assert_int_equal(resolve_with(corpus,
                                  "{\"not_the_same\":[[\"Sergey Rumkov\","
                                  "\"Sergei Rumkov\"]]}",
                                  NULL, NULL),
                     ENT_OK);
    assert_string_equal(actor_id(corpus, 0, 0), "sergey-rumkov");
    assert_string_equal(actor_id(corpus, 1, 0), "sergei-rumkov");
    assert_false(ent_corpus_actor(corpus, 0)->curated);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_actor_count(corpus), 1);
    ent_corpus_free(corpus);
}

static void test_one_article_can_be_parted_and_put_back(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P George W. Bosk> came. <P George Bosk> left. <P Bosk> sat.");
    assert_int_equal(resolve_with(corpus,
                                  "{\"not_the_same\":[[\"George W. Bosk\","
                                  "\"George Bosk\"]]}",
                                  NULL, NULL),
                     ENT_OK);
    assert_string_equal(actor_id(corpus, 0, 0), "george-w-bosk");
    assert_string_equal(actor_id(corpus, 0, 1), "george-bosk");
    assert_string_equal(actor_id(corpus, 0, 2), "george-w-bosk");
    assert_int_equal(actor_named(corpus, "george-w-bosk")->mentions, 2);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_actor_count(corpus), 1);
    assert_int_equal(ent_corpus_actor(corpus, 0)->mentions, 3);
    assert_int_equal(ent_corpus_article(corpus, 0)->clusters.n, 1);
    ent_corpus_free(corpus);
}

static void test_actors_can_be_dropped_and_retyped(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("<P Kremlin> and <O Kremlin> and <P John Corby>.",
                      "<P Ann Dunn> met <P Corby>.");
    assert_int_equal(
        resolve_with(corpus,
                     "[{\"name\":\"Kremlin\",\"type\":\"org\",\"types\":"
                     "[\"person\",\"org\"]},"
                     "{\"name\":\"Ann Dunn\",\"drop\":true}]",
                     NULL, NULL),
        ENT_OK);
    assert_int_equal(actor_named(corpus, "kremlin")->mentions, 2);
    assert_int_equal(actor_named(corpus, "kremlin")->type, ENT_ORG);
    assert_true(actor_named(corpus, "ann-dunn")->dropped);
    assert_false(actor_named(corpus, "john-corby")->dropped);
    ent_corpus_free(corpus);
}

static void test_an_exclude_list_drops_actors(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P John Corby> met <P Ann Dunn>. <P Corby> left.", "<O NATO> met.");
    assert_int_equal(resolve_with(corpus, NULL,
                                  "# who to leave out\nann dunn # a reader\n"
                                  "\nNATO\nCorby\n",
                                  NULL),
                     ENT_OK);
    assert_true(actor_named(corpus, "ann-dunn")->dropped);
    assert_true(actor_named(corpus, "nato")->dropped);
    assert_false(actor_named(corpus, "john-corby")->dropped);
    /* Corby stands for one who has a full name. */
    assert_int_equal(ent_corpus_warning_count(corpus), 1);
    assert_non_null(strstr(ent_corpus_warning(corpus, 0),
                           ": 1 name leaves out nobody in these articles: "
                           "\"Corby\""));
    ent_error error;
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    options.exclude = "/nonexistent/list";
    assert_int_equal(ent_corpus_resolve(corpus, &options, &error),
                     ENT_ERR_NOT_FOUND);
    assert_int_equal(ent_corpus_actor_count(corpus), 0);
    ent_corpus_free(corpus);
}

static void test_an_exclude_list_that_fits_nobody(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("<P John Corby> met <P Ann Dunn>. <P Corby> left.");
    assert_int_equal(resolve_with(corpus, NULL,
                                  "John  Roe \r\njohn-corby\nJOHN CORBY\n"
                                  "Jon Roe # who?\n...\n#\nA\nB\nC\nD\n"
                                  "john  roe",
                                  NULL),
                     ENT_OK);
    assert_true(actor_named(corpus, "john-corby")->dropped);
    assert_int_equal(ent_corpus_warning_count(corpus), 1);
    assert_non_null(strstr(ent_corpus_warning(corpus, 0),
                           ": 6 names leave out nobody in these articles: "
                           "\"John Roe\", \"Jon Roe\", \"A\", \"B\", "
                           "\"C\", ..."));
    /* Nothing stays of it. */
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_warning_count(corpus), 0);
    ent_corpus_free(corpus);
}

/* ---- writing and reading again ---- */

static ent_corpus *lively_corpus(void)
{
    return MARKED_CORPUS(
        "<P Sergey Rumkov> met <P John Corby> in <L Paris>. <P Corby> left.",
        "<P Sergei Rumkov> called <P Corby>. The <O State Department> spoke.",
        "<P Jeb Bosk> met <P Neil Bosk> and <P David>.",
        "<P Bosk> met <P David>, <P JOHN CORBY> and \"<P Ann \"Bo\" Dunn>\".",
        "<P Hillary Fenwick> won. <P Fenwick> left.", "Mrs. <P Fenwick> sat.",
        "<P Bill Fenwick> ate. <P Fenwick> left.", "Mr. <P Fenwick> sat.",
        "The <O Department of State> met <L Paris>.");
}

static void test_what_is_written_changes_nothing(void **state)
{
    (void)state;
    ent_corpus *corpus = lively_corpus();
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    char *before = fingerprint(corpus), *first = written(corpus);
    assert_int_equal(resolve_with(corpus, first, NULL, NULL), ENT_OK);
    char *after = fingerprint(corpus), *second = written(corpus);
    assert_string_equal(before, after);
    assert_string_equal(first, second);
    ent_i_free(before);
    ent_i_free(first);
    ent_i_free(after);
    ent_i_free(second);
    ent_corpus_free(corpus);
}

static void test_an_edited_entry_is_the_users(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS("<P Ann Dunn> met <P Bo Hill>.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    char *text = written(corpus);
    char *name = strstr(text, "Ann Dunn");
    assert_non_null(name);
    memcpy(name, "Ann Bunn", 8);
    assert_int_equal(resolve_with(corpus, text, NULL, NULL), ENT_OK);
    assert_false(actor_named(corpus, "bo-hill")->curated);
    assert_false(actor_named(corpus, "ann-dunn")->curated);
    memcpy(name, "Bo Hills", 8); /* of the first entry */
    assert_int_equal(
        resolve_with(corpus,
                     "[{\"name\":\"Bo Hill\",\"as_written\":\"nonsense\"}]",
                     NULL, NULL),
        ENT_OK);
    assert_true(actor_named(corpus, "bo-hill")->curated);
    ent_i_free(text);
    ent_corpus_free(corpus);
}

/* A name that the program left open is whose the user says, who adds it to an
 * entry that the program wrote. */
static void test_an_added_alias_settles_what_is_open(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS("<P Ann Corby> came.",
                                       "<P Bob Corby> sat.", "<P Corby> left.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 2, 0), "corby");
    char *text = written(corpus);
    assert_non_null(strstr(text, "\"perhaps\""));
    char *own = strstr(strstr(text, "Ann Corby"), "[]");
    assert_non_null(own);
    ent_i_string edited = {0};
    assert_true(ent_i_string_addf(&edited, "%.*s[\"Corby\"]%s",
                                  (int)(own - text), text, own + 2));
    assert_int_equal(resolve_with(corpus, edited.items, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 2, 0), "ann-corby");
    assert_string_equal(actor_id(corpus, 1, 0), "bob-corby");
    ent_i_vec_free(&edited);
    ent_i_free(text);
    ent_corpus_free(corpus);
}

static void test_decisions_carry_over_to_another_corpus(void **state)
{
    (void)state;
    ent_corpus *one = MARKED_CORPUS("<P John Corby> came.", "<P Corby> left.");
    assert_int_equal(ent_corpus_resolve(one, NULL, NULL), ENT_OK);
    char *text = written(one);
    ent_corpus *two =
        MARKED_CORPUS("<P Corby> sat.", "<P Bob Corby> met <P Tom Corby>.");
    assert_int_equal(resolve_with(two, text, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(two, 0, 0), "john-corby");
    assert_string_equal(actor_id(two, 1, 0), "bob-corby");
    ent_i_free(text);
    ent_corpus_free(one);
    ent_corpus_free(two);
}

static void test_all_forms_of_a_side_stay_apart(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P Sergey Rumkov> came.", "<P Sergei Rumkov> left.",
        "<P Sergey V. Rumkov> came. <P Sergei Rumkov> sat.",
        "<P Sergey Viktorovich Rumkov> ate.",
        "<P John Corby> came. <P John Corby> ran.",
        "<P John F. Corby> left. <P Corby> sat.", "<P John Corby> won.");
    assert_int_equal(resolve_with(corpus,
                                  "{\"not_the_same\":[[\"Sergey Rumkov\","
                                  "\"Sergei Rumkov\"],[\"Corby\","
                                  "\"John Corby\"]]}",
                                  NULL, NULL),
                     ENT_OK);
    assert_string_equal(actor_id(corpus, 1, 0), "sergei-rumkov");
    assert_string_equal(actor_id(corpus, 2, 0), "sergey-rumkov");
    assert_string_equal(actor_id(corpus, 2, 1), "sergei-rumkov");
    assert_string_equal(actor_id(corpus, 3, 0), "sergey-rumkov");
    assert_string_equal(actor_id(corpus, 5, 0), "john-corby");
    assert_string_equal(actor_id(corpus, 5, 1), "corby");
    ent_corpus_free(corpus);
}

/* The file as `resolve` wrote it has both names in one entry; nobody should
 * have to take it apart by hand as well. */
static void test_a_pair_overrules_what_the_program_wrote(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("<P Sergey Rumkov> came. <P Rumkov> sat.",
                      "<P Sergei Rumkov> left.", "<P Sergey Rumkov> ate.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_actor_count(corpus), 1);
    char *text = written(corpus);
    char *end = strstr(text, "\"not_the_same\": [");
    assert_non_null(end);
    ent_i_string edited = {0};
    assert_true(ent_i_string_addf(&edited, "%.*s", (int)(end - text), text));
    assert_true(ent_i_string_adds(&edited,
                                  "\"not_the_same\": [[\"Sergey Rumkov\", "
                                  "\"Sergei Rumkov\"]]}"));
    assert_int_equal(resolve_with(corpus, edited.items, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 0, 0), "sergey-rumkov");
    assert_string_equal(actor_id(corpus, 0, 1), "sergey-rumkov");
    assert_string_equal(actor_id(corpus, 1, 0), "sergei-rumkov");
    ent_i_vec_free(&edited);
    ent_i_free(text);
    ent_corpus_free(corpus);
}

static void test_odd_names_do_no_harm(void **state)
{
    (void)state;
    static const char *const odd[] = {
        "[{\"name\":\"John Corby\",\"aliases\":[\"the  mayor\"]}]",
        "[{\"name\":\" John   Corby \",\"aliases\":[\" ] [ \",\"--\"]}]",
        "[{\"name\":\"John Corby\",\"aliases\":[\"\\u00a0x\",\"the\\t\"]}]",
        "{\"not_the_same\":[[\" the   mayor\",\"John  Corby\"]]}",
    };
    ent_corpus *corpus = MARKED_CORPUS("<P John Corby> met <P Ann Dunn>.");
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        assert_int_equal(resolve_with(corpus, odd[i], NULL, NULL), ENT_OK);
        assert_string_equal(actor_id(corpus, 0, 0), "john-corby");
    }
    ent_i_string text = {0};
    assert_true(ent_i_string_adds(&text, "[{\"name\":\"John Corby\","
                                         "\"aliases\":[\""));
    for (size_t i = 0; i < 400; i++)
        assert_true(ent_i_string_adds(&text, i % 9 ? "é" : " "));
    assert_true(ent_i_string_adds(&text, "\"]}]"));
    assert_int_equal(resolve_with(corpus, text.items, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 0, 0), "john-corby");
    ent_i_vec_free(&text);
    ent_corpus_free(corpus);
}

/* ---- resolving again ---- */

/* All that a reader of the corpus can see of who is who. */
static char *all_of(const ent_corpus *corpus)
{
    ent_i_string text = {0};
    ent_sink sink = {add_bytes, &text};
    for (uint32_t i = 0; i < ent_corpus_actor_count(corpus); i++)
        assert_int_equal(ent_corpus_explain(corpus, i, &sink, NULL), ENT_OK);
    assert_int_equal(ent_corpus_write_aliases(corpus, 0, &sink, NULL), ENT_OK);
    for (size_t i = 0; i < ent_corpus_article_count(corpus); i++) {
        size_t n = ent_corpus_article(corpus, i)->mentions.n;
        for (size_t j = 0; j < n; j++) {
            const ent_assignment *who = ent_corpus_assignment(corpus, i, j);
            assert_true(ent_i_string_addf(
                &text, "%u %a %u\n", (unsigned)who->actor,
                (double)who->confidence, (unsigned)who->reason));
        }
    }
    return text.items;
}

/* What articles hold of names, byte by byte. */
static char *read_as(const ent_corpus *corpus)
{
    ent_i_string text = {0};
    for (size_t i = 0; i < ent_corpus_article_count(corpus); i++) {
        const ent_article *a = ent_corpus_article(corpus, i);
        for (size_t j = 0; j < a->mentions.n; j++)
            assert_true(ent_i_string_addf(
                &text, "%u ", (unsigned)a->mentions.items[j].cluster));
        for (size_t j = 0; j < a->clusters.n; j++)
            assert_true(ent_i_string_addf(
                &text, "%s %u %a\n", a->clusters.items[j].name,
                (unsigned)a->clusters.items[j].mentions,
                (double)a->clusters.items[j].confidence));
    }
    return text.items;
}

static void test_resolving_again_is_resolving_anew(void **state)
{
    (void)state;
    static const char parting[] =
        "{\"actors\":[{\"name\":\"John Corby\"},{\"name\":\"Ann Dunn\","
        "\"drop\":true}],\"not_the_same\":[[\"Corby\",\"John Corby\"],"
        "[\"Sergey Rumkov\",\"Sergei Rumkov\"]]}";
    ent_resolve_options by_article = ENT_RESOLVE_OPTIONS_INIT;
    by_article.mode = ENT_RESOLVE_ARTICLE;
    ent_corpus *corpus = lively_corpus();
    char *read = read_as(corpus);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    char *fresh = all_of(corpus);
    assert_int_equal(resolve_with(corpus, parting, NULL, NULL), ENT_OK);
    assert_string_not_equal(actor_id(corpus, 0, 1), actor_id(corpus, 0, 3));
    char *parted = all_of(corpus);
    assert_int_equal(ent_corpus_resolve(corpus, &by_article, NULL), ENT_OK);
    assert_int_equal(resolve_with(corpus, parting, NULL, NULL), ENT_OK);
    char *again = all_of(corpus);
    assert_string_equal(again, parted);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    char *back = all_of(corpus);
    assert_string_equal(back, fresh);
    char *still = read_as(corpus);
    assert_string_equal(still, read);
    ent_i_free(read);
    ent_i_free(fresh);
    ent_i_free(parted);
    ent_i_free(again);
    ent_i_free(back);
    ent_i_free(still);
    ent_corpus_free(corpus);
}

/* ---- wrong files ---- */

static void test_wrong_files_are_told_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int line;
    } wrong[] = {
        {"", 1},
        {"{", 1},
        {"7", 1},
        {"{\"actors\":{}}", 1},
        {"{\"actors\":[\n{\"name\":\"A\"},\n\n{\"name\":7}]}", 4},
        {"[\n {\"name\":\"A, [B\"},\n {\"name\":\"C\",\"type\":\"dog\"}]", 3},
        {"{\"not_the_same\":[[\"[\",\"\\\"]\"]],\"actors\":[\n1]}", 2},
        {"{\"actors\":[],\n\"x\":[[1],[2]]}", 2},
        {"[{\"name\":\"A\"},\n{\"name\":\"B\",\n "
         "\"aliases\":[\"{\"],\n\"aop\":1}]",
         4},
        {"\n{}", 2},
        {"{\"version\":3,\"nodes\":[]}", 1},
        {"[\n{\"name\":\" \\t\"}]", 2},
        {"[{\"name\":\"A\",\"aliases\":[\"\\u00a0\\u200b\"]}]", 1},
        {"[{\"name\":\"A\",\"rename\":\"  \"}]", 1},
        {"{\"not_the_same\":[[\"A\",\"B\"],\n[\"A\",\" \"]]}", 2},
        {"[{\"name\":\"A\",\"aliases\":\"B\"}]", 1},
        {"[{\"name\":\"A\",\"aliases\":[\"\"]}]", 1},
        {"[{\"name\":\"A\",\"drop\":1}]", 1},
        {"[{\"name\":\"A\",\"rename\":false}]", 1},
        {"[{\"name\":\"A\",\"types\":[\"x\"]}]", 1},
        {"{\"not_the_same\":[[\"A\",\"B\"],\n[\"A\"]]}", 2},
        {"{\"not_the_same\":7}", 1},
        {"[{\"name\":\"A\"}\n,,]", 2},
    };
    ent_corpus *corpus = MARKED_CORPUS("<P Ann Dunn> left.");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ent_error error = {0};
        assert_int_equal(resolve_with(corpus, wrong[i].text, NULL, &error),
                         ENT_ERR_FORMAT);
        if (error.line != wrong[i].line)
            print_error("%s\n", wrong[i].text);
        assert_int_equal(error.line, wrong[i].line);
        assert_true(error.byte >= 0);
        assert_int_equal(ent_corpus_actor_count(corpus), 0);
    }
    ent_corpus_free(corpus);
}

static void test_every_failed_allocation_is_reported(void **state)
{
    (void)state;
    ent_corpus *corpus = lively_corpus();
    static const char aliases[] =
        "{\"actors\":[{\"name\":\"Sergei Rumkov\",\"aliases\":[\"Minister\"]}],"
        "\"not_the_same\":[[\"John Corby\",\"Corby\"]]}";
    ent_status status = ENT_ERR_MEMORY;
    for (long n = 1; status == ENT_ERR_MEMORY; n++) {
        ent_i_memory_fail_from(n);
        status = resolve_with(corpus, aliases, NULL, NULL);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        assert_true(n < 9000);
    }
    assert_string_equal(actor_id(corpus, 0, 1), "john-corby");
    ent_corpus_free(corpus);
}

/* ---- explaining ---- */

static void test_an_actor_is_explained(void **state)
{
    (void)state;
    ent_corpus *corpus = lively_corpus();
    ent_i_string text = {0};
    ent_sink sink = {add_bytes, &text};
    uint32_t actor;
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(
        ent_corpus_find_actor(corpus, "rumkov", &actor, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_explain(corpus, actor, &sink, NULL), ENT_OK);
    assert_non_null(strstr(text.items, "Sergey Rumkov"));
    assert_non_null(strstr(text.items, "\"Sergei Rumkov\" in 1 article"));
    assert_non_null(strstr(text.items, "another spelling"));
    assert_int_equal(ent_corpus_explain(corpus, 9999, &sink, NULL),
                     ENT_ERR_ARGUMENT);
    /* The actors stay when the reasons are gone. */
    ent_corpus_forget_reasons(corpus);
    assert_int_equal(ent_corpus_explain(corpus, actor, &sink, NULL),
                     ENT_ERR_ARGUMENT);
    assert_string_equal(ent_corpus_actor(corpus, actor)->label,
                        "Sergei Rumkov");
    ent_i_vec_free(&text);
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_aliases_bring_names_together),
        cmocka_unit_test(test_names_told_apart_stay_apart),
        cmocka_unit_test(test_one_article_can_be_parted_and_put_back),
        cmocka_unit_test(test_actors_can_be_dropped_and_retyped),
        cmocka_unit_test(test_an_exclude_list_drops_actors),
        cmocka_unit_test(test_an_exclude_list_that_fits_nobody),
        cmocka_unit_test(test_what_is_written_changes_nothing),
        cmocka_unit_test(test_an_edited_entry_is_the_users),
        cmocka_unit_test(test_an_added_alias_settles_what_is_open),
        cmocka_unit_test(test_decisions_carry_over_to_another_corpus),
        cmocka_unit_test(test_all_forms_of_a_side_stay_apart),
        cmocka_unit_test(test_a_pair_overrules_what_the_program_wrote),
        cmocka_unit_test(test_odd_names_do_no_harm),
        cmocka_unit_test(test_resolving_again_is_resolving_anew),
        cmocka_unit_test(test_wrong_files_are_told_with_their_place),
        cmocka_unit_test(test_every_failed_allocation_is_reported),
        cmocka_unit_test(test_an_actor_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
