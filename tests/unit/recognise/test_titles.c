#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "lexicon/lexicon.h"
#include "recognise/titles.h"
#include "unit/made.h"

/* What the names and titles of a marked text come to. */
typedef struct expectation {
    const char *marked;
    const char *names; /* "title|name; title|name" */
} expectation;

static const expectation expectations[] = {
    {"<P Secretary of State John Corby> spoke.",
     "Secretary of State|John Corby"},
    {"Secretary of State <P John Corby> spoke.",
     "Secretary of State|John Corby"},
    {"Later Mr <P Rumkov> left.", "Mr|Rumkov"},
    {"Later <P Mr. Rumkov> left.", "Mr.|Rumkov"},
    {"Later Gen. <P John Allen> left.", "Gen.|John Allen"},
    {"He met Lt. Gen. <P Ann Dunn> there.", "Lt. Gen.|Ann Dunn"},
    {"In 2009 former President <P George W. Bosk> left.",
     "President|George W. Bosk"},
    {"So Russian Foreign Minister <P Sergei Rumkov> left.",
     "Foreign Minister|Sergei Rumkov"},
    {"So British prime minister <P David Camborn> left.",
     "prime minister|David Camborn"},
    {"The attorney general <P Eric Holder> left.",
     "attorney general|Eric Holder"},
    {"U.N. Secretary-General <P Han Ki-joon> left.",
     "Secretary-General|Han Ki-joon"},
    {"Then Secretary of Homeland Security <P Jeh Johnson> left.",
     "Secretary of Homeland Security|Jeh Johnson"},
    {"It was State Department spokeswoman <P Marie Harf> again.",
     "spokeswoman|Marie Harf"},
    {"So <P Queen Anna II> left.", "Queen|Anna II"},
    {"So King <P Harald> V left.", "King|Harald V"},
    {"So <P Harald> XIV left.", "|Harald XIV"},
    {"So <P Harald> V left.", "|Harald"},
    {"So <P Grand Duke Henri> left.", "Grand Duke|Henri"},
    {"So <P King Jr.> left.", "|King Jr."},
    {"So <P Sultan Al Dunn> left.", "|Sultan Al Dunn"},
    {"So <P Dean Anna Dunn> left.", "Dean|Anna Dunn"},
    {"So <P Dean Dunn> left.", "|Dean Dunn"},
    {"So Tan Sri Dato' Seri Dr. <P Adeyo Umbal> left.",
     "Tan Sri Dato' Seri Dr.|Adeyo Umbal"},
    {"So Maj. Gen. (ret.) <P Adeyo Umbal> left.",
     "Maj. Gen. (ret.)|Adeyo Umbal"},
    {"So the general (born <P Adeyo>) left.", "|Adeyo"},
    {"So L/Cpl <P Adeyo> left.", "L/Cpl|Adeyo"},
    {"So Tan Sri <P Dato>' <P Adeyo> left.", "Tan Sri Dato'|Adeyo"},
    {"So a 'one-term president' <P Adeyo> left.", "|Adeyo"},
    {"So \u00c9chevin <P Adeyo Umbal> left.", "\u00c9chevin|Adeyo Umbal"},
    {"So Ing. <P Adeyo Umbal> left.", "Ing.|Adeyo Umbal"},
    {"So Ing <P Adeyo Umbal> left.", "|Adeyo Umbal"},
    {"So <P Adeyo> Anna left.", "|Adeyo Anna"},
    {"So <P Adeyo> Anna Umbal left.", "|Adeyo"},
    {"So <P Peter> Anna left.", "|Peter"},
    {"In general <P Rumkov> agreed.", "|Rumkov"},
    {"It was a major <P Omara> speech.", "|Omara"},
    {"The state <P Omara> saw.", "|Omara"},
    {"A friend of <P Omara> said no.", "|Omara"},
    {"That is <P Corby's> plane.", "|Corby"},
    {"He saw <P \"John Corby\"> there.", "|John Corby"},
    {"He saw <P (John Corby)> there.", "|John Corby"},
    {"He saw <P Han Ki>-joon there.", "|Han Ki-joon"},
    {"The <P Robert Omara>-led talks.", "|Robert Omara"},
    {"He saw Bashar al-<P Arrad> there.", "|al-Arrad"},
    {"He saw <P Bashar> <P al-Arrad> there.", "|Bashar al-Arrad"},
    {"He saw <P Bashar> al-<P Arrad> there.", "|Bashar al-Arrad"},
    {"He saw <P Bashar Rees> <P al-Arrad>.", "|Bashar Rees; |al-Arrad"},
    {"He saw von der <P Leyen> there.", "|von der Leyen"},
    {"He saw <P Robert Kennedy>, Jr., there.", "|Robert Kennedy, Jr."},
    {"He saw <P Robert Kennedy> Jr. there.", "|Robert Kennedy Jr."},
    {"THERE PETER <P DUNN> SAT.", "|PETER DUNN"},
    {"THERE WILL <P DUNN> SIT.", "|DUNN"},
    {"There, <P Ann Dunn - Ministry> sat.", "|Ann Dunn"},
    {"There, <P Ann Dunn - Roe> and <P Ki-joon> sat.", "|Ann Dunn; |Ki-joon"},
    {"There , <P Ann Dunn - Roe> sat .", "|Ann Dunn - Roe"},
    {"The <P Corby-Rumkov> talks began.", "|Corby; |Rumkov"},
    {"A <P Corby-Rumkov> row. <P John Corby> and <P Rumkov> met.",
     "|Corby; |Rumkov; |John Corby; |Rumkov"},
    {"A <P Lloyd-Webber> row. <P Lloyd> left.", "|Lloyd-Webber; |Lloyd"},
    {"A <P Corby>-Rumkov row. <P John Corby> and <P Rumkov> met.",
     "|Corby; |Rumkov; |John Corby; |Rumkov"},
    {"A Corby-<P Rumkov> row. <P John Corby> and <P Rumkov> met.",
     "|Corby; |Rumkov; |John Corby; |Rumkov"},
    {"A <P Corby>-Drumm row. <P John Corby> left.", "|Corby; |John Corby"},
    {"So <P Ann Dunn\xe2\x80\x94"
     "NOOR> left.",
     "|Ann Dunn"},
    {"So <P Charles (Chuck) Dunn> left.", "|Charles (Chuck) Dunn"},
    {"So <P Dunn (R-Ky.> left.", "|Dunn"},
    {"So <P Dunn, Roth> left.", "|Dunn"},
    {"So <P Bob Dunn Robert (Bob> ) Karl Dunn left.", "|Bob Dunn"},
    {"So <P Bob Dunn Bob> (Rob) Karl Dunn left.", "|Bob Dunn"},
    {"So <P Ann Dunn Roth> (Rob) left.", "|Ann Dunn Roth"},
    {"So J. <P Ann Dunn> left.", "|J. Ann Dunn"},
    {"So envoy J. <P Ann Dunn> left.", "envoy|J. Ann Dunn"},
    {"(Photo/J. <P Ann Dunn>)", "|J. Ann Dunn"},
    {"They took vitamin C. <P Dunn> left.", "|Dunn"},
    {"At 7 p.m. <P Ann Dunn> left.", "|Ann Dunn"},
    {"He served under President <P Omara> then.", "President|Omara"},
    {"The <P Omara/Haden> years.", "|Omara; |Haden"},
    {"<P Prince> sang with <P Duke Jung-min>.", "|Prince; |Duke Jung-min"},
    {"<P President> Omara", "|President"},
    {"Mr <O Rumkov> left.", "|Rumkov"},
    {"<P Ann Dunn> (<P R-Ky.>) left.", "|Ann Dunn; |R-Ky."},
    {"<P Ann Dunn>, <P D-Texas>, left.", "|Ann Dunn; |D-Texas"},
    {"So Commander-in-Chief <P Dunn> left.", "Commander-in-Chief|Dunn"},
    {"So President-elect <P Ann Dunn> left.", "President-elect|Ann Dunn"},
    {"So Vice President-elect <P Dunn> left.", "Vice President-elect|Dunn"},
    {"So Anti-President <P Dunn> left.", "President|Dunn"},
    {"So <P D-Texas> left.", "|D-Texas"},
    {"So <P Ann Dunn MSP> left.", "|Ann Dunn"},
    {"So <P Ann Mep> and <P Dunn MSP> left.", "|Ann Mep; |Dunn MSP"},
    {"So Zhi (Howard) <P Hwang> left.", "|Zhi (Howard) Hwang"},
    {"So Criticism of <P Dunn> met Mrs. (Ann) <P Roth>.", "|Dunn; |Roth"},
    {"So Mirjam te <P Loo> left with ten <P Dunns>.", "|Mirjam te Loo; |Dunns"},
    {"So <P Tan Sri Dunn Roth> left.", "Tan Sri|Dunn Roth"},
    {"So Tan <P Sri Dunn Roth> left.", "Tan Sri|Dunn Roth"},
    {"So Datuk Seri <P Dunn> left.", "Datuk Seri|Dunn"},
    {"So <P Sqn. Ldr. Dunn> left.", "Sqn. Ldr.|Dunn"},
    {"So <P Tan Dunn> left. <P Lance Dunn> left.", "|Tan Dunn; |Lance Dunn"},
    {"So Lance Corporal <P Dunn> left.", "Lance Corporal|Dunn"},
    {"So Chief <P Constable Dunn> left.", "Chief Constable|Dunn"},
    {"So the commander in chief <P Dunn> left.", "commander in chief|Dunn"},
    {"So <P DI Dunn> saw <P Di Dunn>.", "DI|Dunn; |Di Dunn"},
    {"So <P Nana Dunn> left with Nana <P Roth>.", "|Nana Dunn; Nana|Roth"},
};

/* The names and titles found, in the form of an expectation. */
static void describe(const ent_article *article, char *out, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        used += (size_t)snprintf(
            out + used, size - used, "%s%.*s|%.*s", i ? "; " : "",
            (int)(m->honorific_end - m->honorific_start),
            article->text + m->honorific_start, (int)(m->end - m->start),
            article->text + m->start);
    }
}

static void test_spans_and_titles(void **state)
{
    (void)state;
    ent_i_text text = {0};
    int wrong = 0;
    for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++) {
        char found[256] = "";
        ent_article *article = made_article(expectations[i].marked, &text);
        assert_non_null(article);
        assert_int_equal(ent_i_titles_apply(article, &text, NULL), ENT_OK);
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

static void test_party_tags_are_no_persons(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article =
        made_article("<P Ann Dunn>, <P D-Texas>, left.", &text);
    assert_non_null(article);
    assert_int_equal(ent_i_titles_apply(article, &text, NULL), ENT_OK);
    assert_int_equal(article->mentions.items[0].type, ENT_PERSON);
    assert_int_equal(article->mentions.items[1].type, ENT_MISC);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_a_numbered_bill_is_no_person(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = made_article(
        "So <P S.J. Res.> 12 and <P Res.> 9 came from Ms. <P Res> again.",
        &text);
    assert_non_null(article);
    assert_int_equal(ent_i_titles_apply(article, &text, NULL), ENT_OK);
    assert_int_equal(article->mentions.items[0].type, ENT_MISC);
    assert_int_equal(article->mentions.items[1].type, ENT_MISC);
    assert_int_equal(article->mentions.items[2].type, ENT_PERSON);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_a_kind_behind_a_name_is_no_person(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = made_article(
        "The <P Karl Vossler Ltd.> paid <P Ann Dunn> Bank, at <P Ed Roe> "
        "Stadium, an <P Eva Lindt> Award; <P Tom Hale> Bank Ann left. "
        "<P Ida Moss> & Co. sold <P Ruth Marlow> plc to <P Otis Reed Motors> "
        "and <P Lou Penn> & Sons, but <P Ed Roe> & Jane left. <P Ann Dunn> "
        "limited it. They met at the <P Joan Lunt Tunnel>, in <P Abe Hurd "
        "Saloon> and for a <P Ruth Hale Bill>, but <P Ann J. Bridge>, "
        "<P Bob List> and <P Ulric Canal> said no.",
        &text);
    static const struct {
        const char *name;
        ent_type type;
    } expected[] = {
        {"Karl Vossler Ltd.", ENT_ORG}, {"Ann Dunn Bank", ENT_ORG},
        {"Ed Roe Stadium", ENT_PLACE},  {"Eva Lindt Award", ENT_MISC},
        {"Tom Hale", ENT_PERSON},       {"Ida Moss & Co.", ENT_ORG},
        {"Ruth Marlow plc", ENT_ORG},   {"Otis Reed Motors", ENT_ORG},
        {"Lou Penn & Sons", ENT_ORG},   {"Ed Roe", ENT_PERSON},
        {"Ann Dunn", ENT_PERSON},       {"Joan Lunt Tunnel", ENT_PLACE},
        {"Abe Hurd Saloon", ENT_ORG},   {"Ruth Hale Bill", ENT_MISC},
        {"Ann J. Bridge", ENT_PERSON},  {"Bob List", ENT_PERSON},
        {"Ulric Canal", ENT_PERSON}};
    assert_non_null(article);
    assert_int_equal(ent_i_titles_apply(article, &text, NULL), ENT_OK);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_true(made_is(article, i, expected[i].name));
        assert_int_equal(article->mentions.items[i].type, expected[i].type);
    }
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_a_family_or_a_namesake_is_no_person(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = made_article(
        "The <P Dunn> family, the <P Roe> brothers, a <P Lady Moss> "
        "impersonator and <P Hale>'s disease; but <P Lindt>'s family, the "
        "<P Ann Penn> family, Mr. <P Reed>, brothers.",
        &text);
    static const ent_type expected[] = {ENT_MISC,  ENT_MISC,   ENT_MISC,
                                        ENT_MISC,  ENT_PERSON, ENT_PERSON,
                                        ENT_PERSON};
    assert_non_null(article);
    assert_int_equal(ent_i_titles_apply(article, &text, NULL), ENT_OK);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_int_equal(article->mentions.items[i].type, expected[i]);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_annotated_spans_stay(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article =
        made_article("Then <P Mr Rumkov's> aide saw Mr <P Corby>.", &text);
    article->annotated = true;
    assert_int_equal(ent_i_titles_apply(article, &text, NULL), ENT_OK);
    assert_true(made_is(article, 0, "Mr Rumkov's"));
    assert_int_equal(article->mentions.items[1].honorific_end -
                         article->mentions.items[1].honorific_start,
                     2);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static ent_i_gender gender_of(const char *title)
{
    return ent_i_title_gender(ent_i_lexicon_default(), title, strlen(title));
}

static bool is_title(const char *word)
{
    return ent_i_title_find(ent_i_lexicon_default(), word, strlen(word));
}

static void test_titles_tell_gender(void **state)
{
    (void)state;
    assert_int_equal(gender_of("Mr."), ENT_I_MALE);
    assert_int_equal(gender_of("MS"), ENT_I_FEMALE);
    assert_int_equal(gender_of("State Department spokeswoman"), ENT_I_FEMALE);
    assert_int_equal(gender_of("President"), ENT_I_GENDER_UNKNOWN);
    assert_int_equal(gender_of("wife"), ENT_I_FEMALE);
    assert_int_equal(gender_of(""), ENT_I_GENDER_UNKNOWN);
}

static void test_title_words_are_found(void **state)
{
    (void)state;
    assert_true(is_title("Gen."));
    assert_true(is_title("PRESIDENT"));
    assert_true(is_title("wife"));
    assert_false(is_title("Rumkov"));
    assert_true(is_title("tan-sri"));
    assert_false(is_title("."));
    assert_false(is_title("Mississippi-steamboat-captain"));
}

static void test_memory_failures_are_reported(void **state)
{
    (void)state;
    ent_i_text text = {0};
    for (long nth = 1; nth < 50; nth++) {
        ent_article *article =
            made_article("The <P Corby-Rumkov> talks began.", &text);
        article->mentions.cap = article->mentions.n; /* no room left */
        ent_i_memory_fail_from(nth);
        ent_status status = ent_i_titles_apply(article, &text, NULL);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        size_t n = article->mentions.n;
        ent_article_free(article);
        assert_int_equal(n, status == ENT_OK ? 2 : 1);
        if (status == ENT_OK)
            break;
    }
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spans_and_titles),
        cmocka_unit_test(test_party_tags_are_no_persons),
        cmocka_unit_test(test_a_numbered_bill_is_no_person),
        cmocka_unit_test(test_a_kind_behind_a_name_is_no_person),
        cmocka_unit_test(test_a_family_or_a_namesake_is_no_person),
        cmocka_unit_test(test_annotated_spans_stay),
        cmocka_unit_test(test_titles_tell_gender),
        cmocka_unit_test(test_title_words_are_found),
        cmocka_unit_test(test_memory_failures_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
