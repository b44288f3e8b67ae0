/* Lists of links in the middle of a sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "core/vec.h"
#include "text/text.h"

/* The sentences, each on a line, with { before a name in full, [ before links
 * and ] behind them. */
static void assert_lists(const char *bytes, const char *expected)
{
    ent_i_text text = {0};
    ent_i_string found = {0};
    ent_article *article = ent_i_article_new();
    article->text = bytes;
    article->text_size = (uint32_t)strlen(bytes);
    assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
    for (size_t s = 0; s < article->sentences.n; s++) {
        uint8_t part = ENT_I_LIST_NONE;
        for (uint32_t i = text.first.items[s]; i < text.first.items[s + 1];
             i++) {
            const ent_i_token *t = &text.tokens.items[i];
            const char *gap = i == text.first.items[s] ? "" : " ";
            if (t->list != part)
                assert_true(ent_i_string_adds(
                    &found, t->list == ENT_I_LIST_NAME    ? " {"
                            : t->list == ENT_I_LIST_LINKS ? " ["
                                                          : "]"));
            part = t->list;
            assert_true(ent_i_string_adds(&found, gap));
            assert_true(
                ent_i_string_add(&found, bytes + t->start, t->end - t->start));
        }
        assert_true(ent_i_string_adds(&found, part ? "]\n" : "\n"));
    }
    assert_string_equal(found.items, expected);
    ent_i_vec_free(&found);
    ent_i_text_free(&text);
    ent_article_free(article);
}

static void test_headlines_are_glued_to_the_name_in_full(void **state)
{
    (void)state;
    assert_lists("Mayor Ann Lee Ann Marie LeeCourt backs mayor Ten facts about "
                 "Lee MORE said so.",
                 "Mayor Ann Lee { Ann Marie Lee [ Court backs mayor Ten facts "
                 "about Lee MORE] said so .\n");
    assert_lists("Tom Varga Jr. Thomas (Tom) Ian Varga2020 begins MORE left.",
                 "Tom Varga Jr. { Thomas ( Tom ) Ian Varga [ 2020 begins MORE] "
                 "left .\n");
    assert_lists("We saw Jo Ford-Pell Joan Ford-Pell'She lied' MORE's dog.",
                 "We saw Jo Ford - Pell { Joan Ford - Pell [ ' She lied ' MORE]"
                 " 's dog .\n");
}

static void test_a_list_does_not_end_the_sentence(void **state)
{
    (void)state;
    assert_lists("When Lee Ann LeeWhat now? The U.S. Senate votes. MORE came, "
                 "Roth Karl RothNo. MORE fled. It rained.",
                 "When Lee { Ann Lee [ What now ? The U.S. Senate votes . MORE]"
                 " came , Roth { Karl Roth [ No . MORE] fled .\nIt rained .\n");
}

static void test_some_stand_apart_or_have_no_links(void **state)
{
    (void)state;
    assert_lists("Paul Orr Paul Ian Orr Retirees say no MORE spoke.",
                 "Paul Orr { Paul Ian Orr [ Retirees say no MORE] spoke .\n");
    assert_lists("Ann Field Ann Kay FieldMORE spoke.",
                 "Ann Field { Ann Kay Field [ MORE] spoke .\n");
    assert_lists("He met Jo FieldJo Kay FieldCourt sits MORE, and Roth.",
                 "He met Jo Field { Jo Kay Field [ Court sits MORE] , and Roth "
                 ".\n");
}

static void test_other_capitals_are_the_storys(void **state)
{
    (void)state;
    assert_lists("Roth said he wants MORE from McDonald.",
                 "Roth said he wants MORE from McDonald .\n");
    assert_lists("Roth met Ann Roth and asked for MORE.",
                 "Roth met Ann Roth and asked for MORE .\n");
    assert_lists("Karl Roth Ann RothCourt sits, and it says more.",
                 "Karl Roth Ann RothCourt sits , and it says more .\n");
    assert_lists("Varga, VargaCorp MORE.", "Varga , VargaCorp MORE .\n");
}

static void test_each_failed_allocation_is_survived(void **state)
{
    ent_status status = ENT_ERR_MEMORY;
    (void)state;
    for (long nth = 1; status; nth++) {
        ent_i_text text = {0};
        ent_article *article = ent_i_article_new();
        article->text = "Lee Ann Marie LeeCourt sits MORE said so.";
        article->text_size = (uint32_t)strlen(article->text);
        ent_i_memory_fail_from(nth);
        status = ent_i_text_read(&text, article, NULL);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        ent_i_text_free(&text);
        ent_article_free(article);
        assert_true(nth < 200);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headlines_are_glued_to_the_name_in_full),
        cmocka_unit_test(test_a_list_does_not_end_the_sentence),
        cmocka_unit_test(test_some_stand_apart_or_have_no_links),
        cmocka_unit_test(test_other_capitals_are_the_storys),
        cmocka_unit_test(test_each_failed_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
