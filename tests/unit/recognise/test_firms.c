/* Firms that bear persons' names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "recognise/firms.h"
#include "unit/made.h"

/* Knows no word. */
static const ent_i_gazetteer gazetteer = {.n = 0};

/* The mentions afterwards, each as a letter (P, O, L, M) and its text, "; "
 * between them. */
static void check(const char *marked, const char *expected)
{
    ent_i_text text = {0};
    ent_article *article = made_article(marked, &text);
    char found[256] = "";
    size_t n = 0;
    assert_non_null(article);
    assert_int_equal(ent_i_firms_apply(article, &text, &gazetteer, NULL),
                     ENT_OK);
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        const char *bytes = ent_article_field(article, (ent_field)m->field);
        n += (size_t)snprintf(found + n, sizeof found - n, "%s%c %.*s",
                              i ? "; " : "", "POLM"[m->type],
                              (int)(m->end - m->start), bytes + m->start);
    }
    assert_string_equal(found, expected);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_an_ampersand_joins_partners(void **state)
{
    (void)state;
    check("He sued <P Holm> & <P Holm> today.", "O Holm & Holm");
    check("He sued <P Holm> & <O Tarn>.", "O Holm & Tarn");
    check("He sued <P Joan Roe> & <O Tarn LLP>.", "O Joan Roe & Tarn LLP");
    check("He sued <P Holm>, <P Vass> & <P Tarn>, LLP, too.",
          "O Holm, Vass & Tarn, LLP");
    check("He sued <P Mary>, <O Vass & Tarn LLP>.", "O Mary, Vass & Tarn LLP");
}

static void test_an_ampersand_also_joins_persons(void **state)
{
    (void)state;
    check("<P Mary> & <P Peter> won.", "P Mary; P Peter");
    check("<P Holm> & <P Tarn> won. <P Ada Holm> ran.",
          "P Holm; P Tarn; P Ada Holm");
    check("Sens <P Holm> & <P Tarn> won.", "P Holm; P Tarn");
    check("<P Ada Holm> & <P Ida Tarn> won.", "P Ada Holm; P Ida Tarn");
    check("<O Vass>, <P Holm> & <P Holm> won.", "O Vass; O Holm & Holm");
}

static void test_firms_have_shares_and_close_shops(void **state)
{
    (void)state;
    check("<P Joan Holm> shares fell.", "O Joan Holm");
    check("<P Joan Holm> closed shops.", "O Joan Holm");
    check("<P Joan Holm> shares his views.", "P Joan Holm");
    check("<P Joan Holm> closed the show.", "P Joan Holm");
    check("<P Joan Holm> closed shops. <P Peter Holm> wept.",
          "P Joan Holm; P Peter Holm");
}

static void test_firms_stand_among_firms(void **state)
{
    (void)state;
    check("<P Dorn Vass>, <O Echo Fund> and <P Morgan Stanley> lent it.",
          "O Dorn Vass; O Echo Fund; O Morgan Stanley");
    check("<O Echo Fund> and <P Peter Vass> lent it.",
          "O Echo Fund; P Peter Vass");
    check("<O Echo Fund>, <P Clara Vass> and <P Dorn Tarn> lent it.",
          "O Echo Fund; P Clara Vass; O Dorn Tarn");
    check("<P Dorn Vass> and <O Echo Fund> lent it.",
          "P Dorn Vass; O Echo Fund");
    check("<P Dorn Vass> and <O Echo Fund> left.", "P Dorn Vass; O Echo Fund");
    check("She hired <P Dorn Vass> and <O Holm & Tarn LLP>.",
          "O Dorn Vass; O Holm & Tarn LLP");
}

static void test_short_forms_are_the_firm(void **state)
{
    (void)state;
    check("<O Cole, Hart & Tarn LLP> won. <P Cole Hart> paid.",
          "O Cole, Hart & Tarn LLP; O Cole Hart");
    check("<O Dorn & Tarn> won. <P Dorn> paid.", "O Dorn & Tarn; O Dorn");
    check("<O Dorn & Tarn> won. <P Tarn> paid.", "O Dorn & Tarn; P Tarn");
    check("<O Dorn & Tarn> won. <P Ada Dorn> ran. <P Dorn> paid.",
          "O Dorn & Tarn; P Ada Dorn; P Dorn");
    check("<O Joan Roe & Tarn> won. <P Joan Roe> paid.",
          "O Joan Roe & Tarn; P Joan Roe");
    check("<O Dorn & Co.> won. <P Dorn> paid.", "O Dorn & Co.; P Dorn");
}

static void test_well_known_firms(void **state)
{
    (void)state;
    check("<P Merrill Lynch> won. <P Merrill> paid.",
          "O Merrill Lynch; O Merrill");
    check("<P Booz-Allen> won. <P Mary Lynch> paid.",
          "O Booz-Allen; P Mary Lynch");
    check("<P Kellogg> won.", "O Kellogg");
    check("<P Kellogg> won. <P Mary Kellogg> paid.",
          "P Kellogg; P Mary Kellogg");
}

static void test_a_titled_namesake_is_no_firm(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article =
        made_article("<P Merrill Lynch> won, Mr. <P Lynch> said.", &text);
    assert_non_null(article);
    ent_mention *namesake = &article->mentions.items[1];
    namesake->honorific_start = namesake->start - 4;
    namesake->honorific_end = namesake->start - 1;
    assert_int_equal(ent_i_firms_apply(article, &text, &gazetteer, NULL),
                     ENT_OK);
    assert_int_equal(article->mentions.items[0].type, ENT_PERSON);
    ent_article_free(article);
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_ampersand_joins_partners),
        cmocka_unit_test(test_an_ampersand_also_joins_persons),
        cmocka_unit_test(test_firms_have_shares_and_close_shops),
        cmocka_unit_test(test_firms_stand_among_firms),
        cmocka_unit_test(test_short_forms_are_the_firm),
        cmocka_unit_test(test_well_known_firms),
        cmocka_unit_test(test_a_titled_namesake_is_no_firm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
