#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "recognise/titled.h"
#include "unit/made.h"

/* What the names of a marked text come to when the gazetteer knows no word. */
typedef struct expectation {
    const char *marked;
    const char *names; /* "P name; O name" */
} expectation;

static const expectation expectations[] = {
    {"He met Inspector Adeyo there.", "P Adeyo"},
    {"He met Inspector Adeyo Umbal-Rees.", "P Adeyo Umbal-Rees"},
    {"He met <O Inspector Adeyo> there.", "P Adeyo"},
    {"He met Inspector <L Adeyo> there.", "L Adeyo"},
    {"He met Inspector <P Adeyo> there.", "P Adeyo"},
    {"He met <P Ann Dunn> and Fr. Adeyo.", "P Ann Dunn; P Adeyo"},
    {"The <O Blue Inspector Adeyo> sank.", "O Blue Inspector Adeyo"},
    {"He met Inspector Monday there.", ""},
    {"He met <O Mr Justice Adeyo> there.", "P Adeyo"},
    {"He met Mrs Justice Adeyo there.", "P Adeyo"},
    {"He met <O Justice Adeyo> there.", "O Justice Adeyo"},
    {"The Inspector Said No.", ""},
    {"The Bishop AND Others left.", ""},
    {"An inspector Adeyo knew left.", ""},
    {"The General Adeyo left.", ""},
    {"He met Joris ten Umbal there.", "P Joris ten Umbal"},
    {"He met <P Joris> ten Umbal there.", "P Joris ten Umbal"},
    {"The Criticism of Umbal went on.", ""},
    {"An Inspector, Adeyo, left.", ""},
    {"The Inspector Adeyo Umbal Rees Tarn Voss left.", ""},
    {"He met <O Squadron Leader Adeyo> there.", "P Adeyo"},
    {"He met Attorney General Adeyo there.", "P Adeyo"},
    {"He met Chief Justice Adeyo there.", "P Adeyo"},
    {"The Attorney General Adeyo Umbal Rees Tarn Voss left.", ""},
    {"He met Mrs. May and Mr. Field.", "P May; P Field"},
    {"Mr. President left.", ""},
    {"He told <O Mr. Field> so.", "P Field"},
    {"He met Mr. Field Umbal there.", "P Field Umbal"},
    /* an age, another given name in brackets */
    {"Adeyo, 54, met the board.", "P Adeyo"},
    {"He met <L Adeyo>, 54, of Oslo.", "P Adeyo"},
    {"<P Ann Adeyo>, 54, left.", "P Ann Adeyo"},
    {"Adeyo, 154, met the board. Adeyo, 54, Umbal, 12.", ""},
    {"Monday, 12, is the day.", ""},
    {"He met Umbal (Anna) Adeyo.", "P Umbal (Anna) Adeyo"},
    {"He met <P Umbal> (Anna) Adeyo.", "P Umbal (Anna) Adeyo"},
    {"He met Umbal (Rees) Adeyo or President (Anna) Adeyo.", ""},
    {"<O Zhi> (Anna) <P Adeyo> left.", "P Zhi (Anna) Adeyo"},
    /* lists behind titles of several persons */
    {"He met Messrs. Field, Lake and <L Adeyo>.", "P Field; P Lake; P Adeyo"},
    {"Sens. Field, Lake, and Rice left.", "P Field; P Lake; P Rice"},
    {"Judges Field and Lake Umbal left.", "P Field"},
    {"Ministers Monday and Lake left.", ""},
    {"Judges Field, Lake of Ohio and Rice left.", "P Field"},
    /* sons and fathers */
    {"He met Anna Adeyo Jr. there.", "P Anna Adeyo Jr."},
    {"In Anna Umbal <O Adeyo Sr.> he met her.", "P Anna Umbal Adeyo Sr."},
    {"It was Anna Adeyo Jr. Day.", ""},
    {"He saw the Anna Adeyo Jr. memorial.", ""},
    {"Umbal Anna Adeyo Jr. left. Anna Adeyo III sank.", ""},
    /* somebody who is met */
    {"He met May Adeyo. She asked Will Adeyo.", "P May Adeyo; P Will Adeyo"},
    {"He met <O May Adeyo> there.", "P May Adeyo"},
    {"He met Monday Adeyo. In May Adeyo left. May Adeyo leave?", ""},
    {"He visited May Day. She asked May Adeyo Umbal Ltd.", ""},
    /* monarchs */
    {"He met King Adeyo IX of Umbal.", "P Adeyo IX"},
    {"He met <L King Adeyo IX of Umbal>.", "P Adeyo IX; L Umbal"},
    {"He met <O King Adeyo IX of Umbal>.", "P Adeyo IX"},
    {"He met <O Queen Anna> there.", "P Anna"},
    {"He met <O Princess Virginia> there.", "P Virginia"},
    {"He met Prince Adeyo bin Umbal there.", "P Adeyo bin Umbal"},
    {"He met Prince <P Anna and Duchess Eva> there.", "P Anna; P Eva"},
    {"He met Queen Anna's County there.", ""},
    {"The King Anna Umbal University Rees sat.", ""},
    /* capitals */
    {"He met Ms. ADEYO and INSPECTOR UMBAL.", "P ADEYO; P UMBAL"},
    {"Inspector NAFU left. Miss UAR won.", ""},
    {"The INSPECTOR Adeyo left.", ""},
    /* labels */
    {"MR. ADEYO: No.\n\nTHE COURT: Yes.", "P ADEYO"},
    {"MR. SPEAKER: No.\n\nTHE MAYOR: Yes.", ""},
    {"Ms. <O ADEYO> of Ohio. We agree.", "P ADEYO"},
    {"Mr. McADEYO. We agree.", "P McADEYO"},
    {"Mrs Justice ADEYO-REES (sitting): No.", "P ADEYO-REES"},
    {"[00:12] ADEYO UMBAL, HOST: No.", "P ADEYO UMBAL"},
    {"ANN UMBAL (on camera): No.", "P ANN UMBAL"},
    {"ANN T. UMBAL: No.", "P ANN T. UMBAL"},
    {"MS. KING: No.", "P KING"},
    {"<L Deputy Adeyo Umbal> (North): No.", "P Adeyo Umbal"},
    {"Private <L Adeyo>: No.", "L Adeyo"},
    {"Mr. ADEYO's plan: no boats.", "P ADEYO"},
    {"ADEYO UMBAL: No.", ""},
    {"BREAKING NEWS: No.", ""},
    {"INTERIM RULE: No.", ""},
    {"They said: MR. Adeyo: No.", ""},
    {"INSPECTOR ANN ADEYO MET A MAN.", "P ANN ADEYO"},
    {"INSPECTOR ADEYO AND CO.", "P ADEYO"},
    /* questions and answers */
    {"Q. Who?\n\nA. <P A. Bo Umbal>.", "P A. Bo Umbal"},
    {"Q. Who?\n\n<P A. Bo Umbal> did.", "P Bo Umbal"},
    {"<P A. Bo Umbal> did.", "P A. Bo Umbal"},
    {"3 Q. Who?\n\n4 <P A. Bo Umbal> did.", "P Bo Umbal"},
    /* judges */
    {"Before Adeyo, C.J., <L Umbal> and Rees, JJ.", "P Adeyo; P Umbal; P Rees"},
    {"Tarn, J., and Voss, P.J., agree.", "P Tarn; P Voss"},
    {"TARN, J. We agree.", "P TARN"},
    {"Before TARN, Chief Judge, and REES and VOSS, Circuit Judges.",
     "P TARN; P REES; P VOSS"},
    {"He met Tarn, Chief Judge of all.", ""},
    {"On Tuesday, judges and NAFU, <O Justice Office>, left.",
     "O Justice Office"},
    {"TARN, <P J. Bo Umbal> appeals.", "P TARN; P Bo Umbal"},
    {"<P Bo Tarn>, <P J. Voss> and <P P.J. Umbal> left.",
     "P Bo Tarn; P J. Voss; P P.J. Umbal"},
};

static void describe(const ent_article *article, char *out, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        used += (size_t)snprintf(out + used, size - used, "%s%c %.*s",
                                 i ? "; " : "", "POLM"[m->type],
                                 (int)(m->end - m->start),
                                 article -> text + m -> start);
    }
}

static ent_article *doubtful_article(const char *marked, ent_i_text *text)
{
    ent_article *article = made_article(marked, text);
    for (size_t i = 0; article && i < article->mentions.n; i++)
        article->mentions.items[i].confidence = 0.5f;
    return article;
}

static void test_names_behind_titles(void **state)
{
    (void)state;
    ent_i_text text = {0};
    const ent_i_gazetteer gazetteer = {0};
    int wrong = 0;
    for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++) {
        char found[256] = "";
        ent_article *article = doubtful_article(expectations[i].marked, &text);
        assert_non_null(article);
        assert_int_equal(ent_i_titled_apply(article, &text, &gazetteer, NULL),
                         ENT_OK);
        describe(article, found, sizeof found);
        if (strcmp(found, expectations[i].names) != 0) {
            print_error("%s: expected %s, found %s\n", expectations[i].marked,
                        expectations[i].names, found);
            wrong++;
        }
        ent_article_free(article);
    }
    ent_i_text_free(&text);
    assert_int_equal(wrong, 0);
}

static void test_what_is_sure_stays(void **state)
{
    (void)state;
    ent_i_text text = {0};
    const ent_i_gazetteer gazetteer = {0};
    ent_article *article = made_article("He met <O Inspector Adeyo>.", &text);
    assert_non_null(article);
    assert_int_equal(ent_i_titled_apply(article, &text, &gazetteer, NULL),
                     ENT_OK);
    assert_int_equal(article->mentions.items[0].type, ENT_ORG);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_short_labels_are_of_those_named_in_full(void **state)
{
    (void)state;
    static const expectation cases[] = {
        {"<P Ann Adeyo> left.\n\nADEYO: No.\n\n[12:01] Ann (laughs): No.",
         "P Ann Adeyo; P ADEYO; P Ann"},
        {"<P Ann Adeyo> left.\n\nUMBAL: No.\n\nNote: ANN: no.", "P Ann Adeyo"},
        {"<O Ann Adeyo> left.\n\nADEYO: No.", "O Ann Adeyo"},
        {"<P Adeyo> left.\n\nADEYO: No.", "P Adeyo"},
    };
    ent_i_text text = {0};
    const ent_i_gazetteer gazetteer = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[256] = "";
        ent_article *article = made_article(cases[i].marked, &text);
        assert_non_null(article);
        assert_int_equal(ent_i_titled_apply(article, &text, &gazetteer, NULL),
                         ENT_OK);
        describe(article, found, sizeof found);
        assert_string_equal(found, cases[i].names);
        ent_article_free(article);
    }
    ent_i_text_free(&text);
}

static void test_no_memory(void **state)
{
    (void)state;
    ent_i_text text = {0};
    const ent_i_gazetteer gazetteer = {0};
    ent_article *article = made_article("He met Inspector Adeyo.", &text);
    assert_non_null(article);
    ent_i_memory_fail_from(1);
    ent_status status = ent_i_titled_apply(article, &text, &gazetteer, NULL);
    ent_i_memory_fail_from(0);
    assert_int_equal(status, ENT_ERR_MEMORY);
    assert_int_equal(article->mentions.n, 0);
    ent_article_free(article);
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_behind_titles),
        cmocka_unit_test(test_what_is_sure_stays),
        cmocka_unit_test(test_short_labels_are_of_those_named_in_full),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
