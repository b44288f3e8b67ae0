#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "recognise/complete.h"
#include "unit/made.h"

/* The names of a text with one mention, marked, and what it comes to. */
static const char *const names[][2] = {
    {"He met Loretta <P Scott Adeyo> there.", "Loretta Scott Adeyo"},
    {"Jennifer <P Umbal> spoke.", "Jennifer Umbal"},
    {"Sgt. La <P David Umbal> spoke.", "La David Umbal"},
    {"The la <P David Umbal> spoke.", "David Umbal"},
    {"OF David Umbal. Of <P David Umbal> he spoke.", "David Umbal"},
    {"At La <P Umbal> he spoke.", "Umbal"},
    {"Will <P Adeyo> speak?", "Adeyo"},
    {"Senator <P Adeyo> spoke.", "Adeyo"},
    {"They saw Loretta<P Adeyo> there.", "Adeyo"},
    {"He met Loretta <O Adeyo> there.", "Adeyo"},
};

static void test_the_given_name_is_taken_in(void **state)
{
    (void)state;
    ent_i_text text = {0};
    const ent_i_gazetteer gazetteer = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ent_article *article = made_article(names[i][0], &text);
        assert_non_null(article);
        ent_i_complete_apply(article, &text, &gazetteer);
        const ent_mention *m = &article->mentions.items[0];
        size_t size = m->end - m->start;
        assert_int_equal(size, strlen(names[i][1]));
        assert_memory_equal(article->text + m->start, names[i][1], size);
        ent_article_free(article);
    }
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_given_name_is_taken_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
