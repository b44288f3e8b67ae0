/* Which form contacts have, and which are only words (stated.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/encounter.h"
#include "unit/stated.h"

typedef struct manner {
    const char *marked;
    ent_form form;
    unsigned weak;
} manner;

/* The first encounter that is found. */
static bool is_right(const manner *one)
{
    ent_i_text text = {0};
    ent_article *article = read_article(&text, one->marked, "2014-03-29");
    assert_int_equal(ent_i_find_encounters(article, &text, NULL), ENT_OK);
    const ent_encounter *e = ent_article_encounter(article, 0);
    bool right = e && e->form == one->form && e->weak == one->weak;
    if (!right)
        print_error("%s: %s, %u\n", one->marked,
                    e ? ent_form_name((ent_form)e->form) : "none",
                    e ? e->weak : 0U);
    ent_article_free(article);
    ent_i_text_free(&text);
    return right;
}

static void expect_manners(const manner *all, size_t n)
{
    size_t failed = 0;
    for (size_t i = 0; i < n; i++)
        failed += !is_right(&all[i]);
    assert_int_equal(failed, 0);
}

#define EXPECT_MANNERS(all) expect_manners(all, sizeof(all) / sizeof *(all))

static void test_forms(void **state)
{
    (void)state;
    static const manner all[] = {
        {"[Berg] met [Holm] in {Oslo} on Friday.", ENT_FORM_OPEN, 0},
        {"[Berg] interviewed [Holm] on Friday.", ENT_FORM_INTERVIEW, 0},
        {"[Berg] spoke by phone with [Holm] on Friday.", ENT_FORM_PHONE, 0},
        {"[Berg] phoned [Holm] on Friday.", ENT_FORM_PHONE, 0},
        {"[Berg] wrote a letter to [Holm] on Friday.", ENT_FORM_LETTER, 0},
        {"[Berg] e-mailed [Holm] on Friday.", ENT_FORM_LETTER, 0},
        {"[Berg] debated [Holm] in {Oslo}.", ENT_FORM_DEBATE, 0},
        {"[Berg] and [Holm] held a debate in {Oslo}.", ENT_FORM_DEBATE, 0},
    };
    EXPECT_MANNERS(all);
}

static void test_words_only(void **state)
{
    (void)state;
    static const manner all[] = {
        {"[Berg] told [Holm] to leave.", ENT_FORM_OPEN, ENT_WEAK_TOLD},
        {"[Berg] told [Holm] that she would meet the press.", ENT_FORM_OPEN,
         ENT_WEAK_TOLD},
        {"[Berg] told [Holm] in an interview that she was tired.",
         ENT_FORM_INTERVIEW, 0},
        {"In a meeting on Friday, [Berg] told [Holm] to leave.", ENT_FORM_OPEN,
         0},
    };
    EXPECT_MANNERS(all);
}

static void test_several_at_once(void **state)
{
    (void)state;
    static const manner all[] = {
        {"[Berg] held many meetings with [Holm] in {Oslo}.", ENT_FORM_OPEN,
         ENT_WEAK_SEVERAL},
        {"[Berg] held talks with [Holm] in {Oslo}.", ENT_FORM_OPEN, 0},
    };
    EXPECT_MANNERS(all);
}

static void test_words_for_everybody(void **state)
{
    (void)state;
    static const manner all[] = {
        {"[Berg] wrote an open letter to [Holm].", ENT_FORM_LETTER,
         ENT_WEAK_PUBLIC},
        {"[Berg] and [Holm] issued a joint statement.", ENT_FORM_OPEN,
         ENT_WEAK_PUBLIC},
        {"[Berg] publicly told [Holm] to resign.", ENT_FORM_OPEN,
         ENT_WEAK_TOLD | ENT_WEAK_PUBLIC},
        /* The two met; a tweet only says so. */
        {"[Berg] met [Holm] in {Oslo}, she tweeted.", ENT_FORM_OPEN, 0},
    };
    EXPECT_MANNERS(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_words_only),
        cmocka_unit_test(test_several_at_once),
        cmocka_unit_test(test_words_for_everybody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
