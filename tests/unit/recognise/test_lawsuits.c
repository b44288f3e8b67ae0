/* Names of lawsuits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "recognise/lawsuits.h"
#include "unit/made.h"

/* The types that the mentions have then, a letter a mention; the first other
 * thing must be the lawsuit, if one is given. */
static void check(const char *marked, const char *types, const char *lawsuit)
{
    ent_i_text text = {0};
    ent_article *article = made_article(marked, &text);
    assert_non_null(article);
    ent_i_lawsuits_apply(article, &text);
    assert_int_equal(article->mentions.n, strlen(types));
    for (size_t i = 0; types[i]; i++)
        assert_int_equal("POLM"[article->mentions.items[i].type], types[i]);
    if (lawsuit)
        assert_true(
            made_is(article, (size_t)(strchr(types, 'M') - types), lawsuit));
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_parties_are_one_name(void **state)
{
    (void)state;
    check("Since <L Umbal> v. <P Dunn> nobody asked <P Ann Roe>.", "MP",
          "Umbal v. Dunn");
    check("Since <P Hale> v. Umbal Board nobody asked.", "M", "Hale");
    check("Since Board v. <P Hale> nobody asked.", "M", "Hale");
}

static void test_rivals_are_parties_in_court(void **state)
{
    (void)state;
    check("<P Dunn> vs. <P Roe> was a good match.", "PP", NULL);
    check("<P Dunn> v <P Roe> was a good match.", "PP", NULL);
    check("<P Dunn> vs. <P Roe> was a hard ruling.", "M", "Dunn vs. Roe");
    check("In <P Dunn> versus <P Roe> the court was split.", "M",
          "Dunn versus Roe");
}

static void test_others_stay(void **state)
{
    (void)state;
    check("<P Dunn> and <P Roe> went to court.", "PP", NULL);
    check("The court heard <P Dunn> v. the people.", "P", NULL);
    check("v. <P Dunn> wrote the court.", "P", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parties_are_one_name),
        cmocka_unit_test(test_rivals_are_parties_in_court),
        cmocka_unit_test(test_others_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
