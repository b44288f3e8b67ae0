/* Who is who, case by case: small corpora in which the names of each article
 * are marked, and what becomes of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/vec.h"
#include "unit/marked_corpus.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
enum { MOST = 6 };

/* Articles, and the actors' ids of all mentions in order, an article a line. */
typedef struct scene {
    const char *articles[MOST + 1];
    const char *actors;
} scene;

static void show(const ent_corpus *corpus, ent_i_string *out)
{
    out->n = 0;
    assert_true(ent_i_string_adds(out, ""));
    for (size_t i = 0; i < corpus->articles.n; i++) {
        ent_i_string_adds(out, i ? "\n" : "");
        for (size_t k = 0; k < corpus->articles.items[i]->mentions.n; k++)
            ent_i_string_addf(out, "%s%s", k ? " " : "",
                              actor_id(corpus, i, k));
    }
}

static void check_scenes(const scene *scenes, size_t count)
{
    ent_i_string found = {0};
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        size_t n = 0;
        while (scenes[i].articles[n])
            n++;
        ent_corpus *corpus = marked_corpus(scenes[i].articles, n);
        assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
        show(corpus, &found);
        if (strcmp(found.items, scenes[i].actors) != 0) {
            print_error("scene %zu, '%s':\nwanted %s\nfound  %s\n", i,
                        scenes[i].articles[0], scenes[i].actors, found.items);
            wrong++;
        }
        ent_corpus_free(corpus);
    }
    ent_i_vec_free(&found);
    assert_int_equal(wrong, 0);
}
#define CHECK_SCENES(scenes) check_scenes(scenes, COUNT(scenes))

/* ---- one article ---- */

static void test_within_an_article(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Angela Merkel> came. <P Merkel> sat. <P Angela> left."},
         "angela-merkel angela-merkel angela-merkel"},
        {{"<P Merkel> came, and <P Angela Merkel> sat."},
         "angela-merkel angela-merkel"},
        {{"<P Angela Merkel> met <P Barack Obama>. <P Merkel> and <P Obama> "
          "ate."},
         "angela-merkel barack-obama angela-merkel barack-obama"},
        {{"<P ANGELA MERKEL> MEETS <P OBAMA>\n\n<P Angela Merkel> met "
          "<P Barack Obama>."},
         "angela-merkel barack-obama angela-merkel barack-obama"},
        {{"<P John F. Kennedy> spoke. <P Kennedy> and <P Kennedy> it was."},
         "john-f-kennedy john-f-kennedy john-f-kennedy"},
        {{"<P J. K. Rowling> wrote. <P JK Rowling> read."},
         "jk-rowling jk-rowling"},
        {{"<P Louis van Gaal> won. <P Van Gaal> smiled. <P Gaal> left."},
         "louis-van-gaal louis-van-gaal louis-van-gaal"},
        {{"<P Kim Jong-un> rose. Mr. <P Kim> sat. <P Kim> left."},
         "kim-jong-un kim-jong-un kim-jong-un"},
        {{"<P Sergei Lavrov> spoke, and then <P Sergey Lavrov> sat."},
         "sergei-lavrov sergei-lavrov"},
        {{"<P Catherine Ashton> came. <P Lady Ashton> spoke."},
         "catherine-ashton catherine-ashton"},
        {{"<P Lady Gaga> sang. <P Gaga> left."}, "lady-gaga lady-gaga"},
        {{"<P Peter Ashton> came. <P Lady Ashton> spoke."},
         "peter-ashton lady-ashton"},
    };
    CHECK_SCENES(scenes);
}

static void test_families_stay_apart(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Raul Castro> and <P Fidel Castro> came."},
         "raul-castro fidel-castro"},
        {{"<P Barack Obama> and <P Michelle Obama> came. Mrs. <P Obama> sat. "
          "Mr. <P Obama> left."},
         "barack-obama michelle-obama michelle-obama barack-obama"},
        {{"<P Serena Williams> beat <P Venus Williams>."},
         "serena-williams venus-williams"},
        {{"<P Robert Downey Jr.> met <P Robert Downey Sr.> there."},
         "robert-downey-jr robert-downey-sr"},
        {{"<P Kim Jong-il> raised <P Kim Jong-un>."},
         "kim-jong-il kim-jong-un"},
        {{"<P Angela Merkel> and <P Joachim Sauer> came."},
         "angela-merkel joachim-sauer"},
    };
    CHECK_SCENES(scenes);
}

/* A surname is the bearer's whom the article has introduced, not the one's whom
 * it names in full most often. */
static void test_the_introduced_bearer_is_meant(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Ober> won. It rained. <P Mia Ober> spoke. It was late. It was "
          "cold. <P Ober> sat. <P Dan Ober> came. <P Dan Ober> left."},
         "mia-ober mia-ober mia-ober dan-ober dan-ober"},
        /* "Jr." matters beside a namesake only */
        {{"<P Ann Downey> met <P Robert Downey Jr.> there. <P Downey> sat."},
         "ann-downey robert-downey-jr robert-downey-jr"},
        {{"<P Robert Downey> met <P Robert Downey Jr.> there. <P Downey> "
          "sat."},
         "robert-downey robert-downey-jr robert-downey"},
        /* a pronoun in the same clause */
        {{"<P Jane Ober> and <P Bill Ober> came. <P Ober> said she slept."},
         "jane-ober bill-ober jane-ober"},
        {{"<P Bill Ober> and <P Jane Ober> came. <P Ober> hurt himself."},
         "bill-ober jane-ober bill-ober"},
        {{"<P Jane Ober> and <P Bill Ober> came. <P Ober> left, she said."},
         "jane-ober bill-ober bill-ober"},
        {{"<P Jane Ober> and <P Zorbi Ober> came. <P Ober> said she slept."},
         "jane-ober zorbi-ober jane-ober"},
        /* who has spoken speaks on */
        {{"<P Jane Ober> said that <P Mia Ober> came. <P Ober> said more."},
         "jane-ober mia-ober jane-ober"},
        {{"<P Jane Ober> said that <P Mia Ober> came. <P Ober> left."},
         "jane-ober mia-ober mia-ober"},
        /* no full name is found in the text for the word "Jr." */
        {{"<P Ober> sat. In Utah <P Ober Jr.> ate. The Utah <P Ober Jr.> "
          "left."},
         "ober ober-jr ober-jr"},
    };
    CHECK_SCENES(scenes);
}

/* Who stands beside a bearer of the name is not that bearer. */
static void test_couples_are_two(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Obama> and <P Michelle Obama> came. <P Obama> spoke."},
         "obama michelle-obama obama"},
        {{"<P Michelle Obama> and <P Obama> came."}, "michelle-obama obama"},
        {{"<P Biden> and his wife, <P Jill Biden>, came. Mrs. <P Biden> sat."},
         "biden jill-biden jill-biden"},
        {{"<P Biden> and first lady <P Jill Biden> came."}, "biden jill-biden"},
        /* no couple */
        {{"<P Obama> spoke and <P Michelle Obama> sat."},
         "michelle-obama michelle-obama"},
        {{"<P Obama> and the crowd saw <P Michelle Obama>."},
         "michelle-obama michelle-obama"},
        /* the other one is known elsewhere */
        {{"<P Obama> and <P Michelle Obama> came.",
          "<P Barack Obama> spoke. <P Obama> left."},
         "barack-obama michelle-obama\nbarack-obama barack-obama"},
    };
    CHECK_SCENES(scenes);
}

/* Parts of a name that stand for it: its beginning, and its letters. */
static void test_beginnings_and_letters(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Ivan Sergeyevich Roe> sat. <P Ivan Sergeyevich> ate."},
         "ivan-sergeyevich-roe ivan-sergeyevich-roe"},
        {{"<P Ivan Sergeyevich> sat. <P Ivan Petrovich Roe> ate."},
         "ivan-sergeyevich ivan-petrovich-roe"},
        {{"<P Mohammed bin Salman>, or <P MbS>, sat. <P MBS> ate."},
         "mohammed-bin-salman mohammed-bin-salman mohammed-bin-salman"},
        {{"<P Mohammed bin Zayed> sat. <P MbS> ate."},
         "mohammed-bin-zayed mbs"},
        {{"<P Ann Bo Dunn> sat. <P ABD> ate.", "<P ABD> left."},
         "ann-bo-dunn ann-bo-dunn\nann-bo-dunn"},
    };
    CHECK_SCENES(scenes);
}

/* A given name is known by the monarch's title before it, and by his number. */
static void test_monarchs(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"King <P Harald> met Prince <P Olav>. <P Harald> left."},
         "king-harald prince-olav king-harald"},
        {{"King <P Harald> and his son, Prince <P Harald>, sat."},
         "king-harald prince-harald"},
        {{"Queen <P Anne II> sat. Queen <P Anne> ate. <P Anne> left."},
         "anne-ii anne-ii anne-ii"},
        {{"Pope <P Leo> met <P Leo Dunn>. <P Leo> prayed. <P Dunn> ate."},
         "pope-leo leo-dunn pope-leo leo-dunn"},
        {{"Pope <P John Peter II> sat. <P John Peter> ate."},
         "john-peter-ii john-peter-ii"},
        {{"Prince <P Ali bin Hassan> sat. Prince <P Ali> ate."},
         "ali-bin-hassan ali-bin-hassan"},
        {{"Crown Prince <P Ali bin Hassan> sat. Prince <P Ali> ate."},
         "ali-bin-hassan ali-bin-hassan"},
        {{"Grand Duke <P Henri> met Emperor <P Akira>. <P Henri> left."},
         "grand-duke-henri emperor-akira grand-duke-henri"},
        {{"<P Bob Charles> met King <P Charles>."}, "bob-charles king-charles"},
        {{"<P Bob Roe> is our own King <P Roe>."}, "bob-roe bob-roe"},
        /* several articles */
        {{"King <P Charles> sat.", "King <P Charles> ate.",
          "<P Charles> left."},
         "king-charles\nking-charles\ncharles"},
        {{"Queen <P Anne II> sat.", "<P Anne II> ate.", "Queen <P Anne> left."},
         "anne-ii\nanne-ii\nanne-ii"},
        {{"King <P Harald IV> sat.", "King <P Harald V> ate."},
         "harald-iv\nharald-v"},
        {{"Prince <P Charles> sat.", "<P Charles Prince> ate.",
          "<P Ann Charles> left."},
         "prince-charles\ncharles-prince\nann-charles"},
        {{"Queen <P Anne II> sat.", "<P Jane Anne> ate."},
         "anne-ii\njane-anne"},
    };
    CHECK_SCENES(scenes);
}

/* ---- several articles ---- */

static void test_short_names_elsewhere(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Angela Merkel> came.", "<P Merkel> left.", "<P MERKEL> SITS."},
         "angela-merkel\nangela-merkel\nangela-merkel"},
        {{"<P Merkel> came.", "<P Merkel> left."}, "merkel\nmerkel"},
        {{"<P Ann Dunn> came.", "<P Bob Dunn> left.", "<P Dunn> sat."},
         "ann-dunn\nbob-dunn\ndunn"},
        {{"<P Ann Dunn> came.", "<P Bob Dunn> left.", "Mr. <P Dunn> sat.",
          "Mrs. <P Dunn> ate."},
         "ann-dunn\nbob-dunn\nbob-dunn\nann-dunn"},
        {{"<P Louis van Gaal> came.", "<P Van Gaal> left.", "<P Gaal> sat."},
         "louis-van-gaal\nlouis-van-gaal\nlouis-van-gaal"},
        {{"<P Angela Merkel> came.", "<P Angela> left."},
         "angela-merkel\nangela"},
        {{"<P Ann> came.", "<P Ann> left."}, "ann\nann-2"},
        {{"<P Xi Jinping> came.", "<P Xi> left."}, "xi-jinping\nxi-jinping"},
    };
    CHECK_SCENES(scenes);
}

static void test_spellings_elsewhere(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Dmitry Medvedev> came.", "<P Dmitri Medvedev> left.",
          "<P Dmitry Medvedev> sat."},
         "dmitry-medvedev\ndmitry-medvedev\ndmitry-medvedev"},
        {{"<P Recep Tayyip Erdogan> came.", "<P Recep Tayyip Erdo\u011fan> "
                                            "left."},
         "recep-tayyip-erdogan\nrecep-tayyip-erdogan"},
        {{"<P John Kerry> came.", "<P John F. Kerry> left.",
          "<P John Kerry> ate."},
         "john-kerry\njohn-kerry\njohn-kerry"},
        {{"<P Bill Clinton> came.", "<P William Clinton> left.",
          "<P Bill Clinton> sat."},
         "bill-clinton\nbill-clinton\nbill-clinton"},
        {{"<P Ban Ki-moon> came.", "<P Ban Ki Moon> left.",
          "<P Ban Ki-moon> sat."},
         "ban-ki-moon\nban-ki-moon\nban-ki-moon"},
        {{"<P ANGELA MERKEL> CAME.", "<P Angela Merkel> left."},
         "angela-merkel\nangela-merkel"},
        {{"<P Vladimir Putin> came.",
          "<P \u0412\u043b\u0430\u0434\u0438\u043c\u0438\u0440 "
          "\u041f\u0443\u0442\u0438\u043d> left."},
         "vladimir-putin\nvladimir-putin"},
    };
    CHECK_SCENES(scenes);
}

static void test_persons_who_are_two_everywhere(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Ann Dunn> came.", "<P Anna Dunne> left."},
         "ann-dunn\nanna-dunne"},
        {{"<P Tom Cook> came.", "<P Tim Cook> left."}, "tom-cook\ntim-cook"},
        {{"<P George W. Bush> came.", "<P George H. W. Bush> left."},
         "george-w-bush\ngeorge-h-w-bush"},
        {{"<P Donald Trump> met <P Donald Trump Jr.> there.",
          "<P Donald Trump> sat.", "<P Donald Trump Jr.> ate."},
         "donald-trump donald-trump-jr\ndonald-trump\ndonald-trump-jr"},
    };
    CHECK_SCENES(scenes);
}

static void test_types_stay_apart(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Paris Hilton> in <L Paris>.", "<L Paris> lay there."},
         "paris-hilton paris\nparis"},
        {{"<O Ford> made cars.", "<P Henry Ford> left. <P Ford> died."},
         "ford\nhenry-ford henry-ford"},
        {{"<L Jordan> lies there.", "<P Michael Jordan> came. <P Jordan> sat."},
         "jordan\nmichael-jordan michael-jordan"},
    };
    CHECK_SCENES(scenes);
}

static void test_names_at_birth(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Ada Stroud>, née <P Fenwick>, spoke. <P Ada Fenwick> had left. "
          "<P Stroud> sat."},
         "ada-stroud ada-stroud ada-stroud ada-stroud"},
        {{"<P Ada Stroud> (nee <P Fenwick>) met <P Tom Fenwick>."},
         "ada-stroud ada-stroud tom-fenwick"},
        {{"<P Ada Stroud>, born <P Adele Fenwick>, met <P Bo Lind>."},
         "ada-stroud ada-stroud bo-lind"},
        {{"<P Ada Stroud>, formerly <P Fenwick>, met <P Ida Fenwick>."},
         "ada-stroud ada-stroud ida-fenwick"},
        {{"<P Ada Stroud>, formerly <P Fenwick> — met <P Ida Fenwick>."},
         "ada-stroud ada-stroud ida-fenwick"},
        {{"<P Ada Stroud>, formerly <P Fenwick> “the fox” met <P Ida "
          "Fenwick>."},
         "ada-stroud ida-fenwick ida-fenwick"},
        {{"<P Ada Stroud>, formerly <P Fenwick>'s aide, met <P Ida Fenwick>."},
         "ada-stroud ida-fenwick ida-fenwick"},
        {{"<P Ada Stroud>, then <P Fenwick>, left."}, "ada-stroud fenwick"},
        {{"<P Ada Stroud> (then <P Fenwick>) left. <P Fenwick> sat."},
         "ada-stroud ada-stroud ada-stroud"},
        {{"<P Ada Stroud> — now known as <P Mia Vell> — left. <P Vell> sat."},
         "ada-stroud ada-stroud ada-stroud"},
        {{"<P Ada Stroud>, also known as <P Mia Vell>'s aide, met <P Vell>."},
         "ada-stroud mia-vell mia-vell"},
        {{"<P Ada Stroud> aka <P Mia Vell>, left."}, "ada-stroud ada-stroud"},
        {{"<P Ada Stroud> as <P Mia Vell>, now."}, "ada-stroud mia-vell"}};
    CHECK_SCENES(scenes);
}

/* ---- things ---- */

static void test_organisations(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"The <O State Department> and the <O Department of State> it is."},
         "state-department state-department"},
        {{"<O Siemens AG> rose. <O Siemens> fell.", "<O Siemens> sat."},
         "siemens siemens\nsiemens"},
        {{"The <O World Health Organization> (<O WHO>) spoke."},
         "world-health-organization world-health-organization"},
        {{"<O Deutsche Bank> rose. <O Deutsche Bahn> fell."},
         "deutsche-bank deutsche-bahn"},
        {{"<O AT&T Inc.> rose.", "<O AT&T> fell."}, "at-t-inc\nat-t-inc"},
        {{"<O The Guardian> wrote.", "The <O Guardian> read."},
         "the-guardian\nthe-guardian"},
        {{"<O U.N.> sat.", "<O UN> stood."}, "un\nun"},
    };
    CHECK_SCENES(scenes);
}

static void test_places(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"The <L U.S.> and the <L United States>.", "<L US> it is."},
         "united-states united-states\nunited-states"},
        {{"<L Britain> or the <L United Kingdom>.", "The <L U.K.> it is."},
         "united-kingdom united-kingdom\nunited-kingdom"},
        {{"<L Paris> and <L London>."}, "paris london"},
        {{"<L North Korea> and <L South Korea>."}, "north-korea south-korea"},
        {{"<L New York> and <L York>."}, "new-york york"},
        {{"<L Z\u00fcrich> lies there.", "<L Zurich> it is."},
         "zurich\nzurich"},
    };
    CHECK_SCENES(scenes);
}

/* ---- what is shown ---- */

static void test_labels_are_the_usual_spelling(void **state)
{
    (void)state;
    static const struct {
        const char *articles[MOST];
        const char *id, *label;
    } cases[] = {
        {{"<P ANGELA MERKEL> CAME.", "<P ANGELA MERKEL> SAT.",
          "<P Angela Merkel> left."},
         "angela-merkel",
         "Angela Merkel"},
        {{"<P ANGELA MERKEL> CAME."}, "angela-merkel", "Angela Merkel"},
        {{"<P Sergei Lavrov> came.", "<P Sergey Lavrov> sat.",
          "<P Sergei Lavrov> ate."},
         "sergei-lavrov",
         "Sergei Lavrov"},
        {{"<P John\nKerry> came."}, "john-kerry", "John Kerry"},
        {{"<P John   Kerry> came."}, "john-kerry", "John Kerry"},
        {{"<P Conan O\u2019Brien> came."},
         "conan-obrien",
         "Conan O\u2019Brien"},
        {{"<P \u738b\u5c0f\u660e> came."},
         "wang-xiao-ming",
         "\u738b\u5c0f\u660e"},
        {{"<P \U0001F600> came."}, "actor", "\U0001F600"},
    };
    int wrong = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t n = 0;
        while (cases[i].articles[n])
            n++;
        ent_corpus *corpus = marked_corpus(cases[i].articles, n);
        assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
        const ent_actor *a = ent_corpus_actor(corpus, 0);
        if (strcmp(a->id, cases[i].id) != 0 ||
            strcmp(a->label, cases[i].label) != 0) {
            print_error("%s: %s, %s\n", cases[i].articles[0], a->id, a->label);
            wrong++;
        }
        ent_corpus_free(corpus);
    }
    assert_int_equal(wrong, 0);
}

static void test_aliases_stand_by_use(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P Angela Merkel> came. <P Merkel> sat. <P Merkel> left.",
        "<P Angela Merkel> came. <P Merkel> sat. <P ANGELA MERKEL> LEFT.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    const ent_actor *a = ent_corpus_actor(corpus, 0);
    assert_int_equal(ent_corpus_actor_count(corpus), 1);
    assert_int_equal(a->mentions, 6);
    assert_string_equal(a->label, "Angela Merkel");
    assert_true(a->alias_count >= 1);
    assert_string_equal(a->aliases[0], "Merkel");
    for (uint32_t i = 0; i < a->alias_count; i++)
        assert_string_not_equal(a->aliases[i], a->label);
    ent_corpus_free(corpus);
}

/* ---- finding ---- */

static void test_finding_by_anything(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P Angela Merkel> met <P Fran\u00e7ois Hollande> and <P Ban Ki-moon> "
        "of the <O United Nations> in <L New York>.",
        "<P Ann Dunn> met <P Bob Dunn>. <P Louis van Gaal> sat.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    static const char *const found[][2] = {
        {"angela-merkel", "angela-merkel"},
        {"Angela Merkel", "angela-merkel"},
        {"ANGELA  MERKEL", "angela-merkel"},
        {"merkel", "angela-merkel"},
        {"Merkel", "angela-merkel"},
        {"Francois Hollande", "francois-hollande"},
        {"FRAN\u00c7OIS HOLLANDE", "francois-hollande"},
        {"hollande", "francois-hollande"},
        {"Ban Ki Moon", "ban-ki-moon"},
        {"ban", "ban-ki-moon"},
        {"united nations", "united-nations"},
        {"New York", "new-york"},
        {"van Gaal", "louis-van-gaal"},
        {"Ann Dunn", "ann-dunn"},
    };
    static const struct {
        const char *name;
        ent_status status;
    } lost[] = {{"Dunn", ENT_ERR_ARGUMENT},  {"Carl Dunn", ENT_ERR_NOT_FOUND},
                {"", ENT_ERR_NOT_FOUND},     {" ", ENT_ERR_NOT_FOUND},
                {"?", ENT_ERR_NOT_FOUND},    {"Nobody", ENT_ERR_NOT_FOUND},
                {"merke", ENT_ERR_NOT_FOUND}};
    for (size_t i = 0; i < COUNT(found); i++) {
        uint32_t actor = ENT_NONE;
        ent_error error = {0};
        if (ent_corpus_find_actor(corpus, found[i][0], &actor, NULL, &error) ||
            strcmp(ent_corpus_actor(corpus, actor)->id, found[i][1]) != 0)
            fail_msg("%s: %s", found[i][0], error.message);
    }
    for (size_t i = 0; i < COUNT(lost); i++) {
        uint32_t actor = ENT_NONE;
        ent_error error = {0};
        assert_int_equal(
            ent_corpus_find_actor(corpus, lost[i].name, &actor, NULL, &error),
            lost[i].status);
        assert_true(error.message[0] != '\0');
    }
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_within_an_article),
        cmocka_unit_test(test_families_stay_apart),
        cmocka_unit_test(test_the_introduced_bearer_is_meant),
        cmocka_unit_test(test_couples_are_two),
        cmocka_unit_test(test_monarchs),
        cmocka_unit_test(test_beginnings_and_letters),
        cmocka_unit_test(test_short_names_elsewhere),
        cmocka_unit_test(test_spellings_elsewhere),
        cmocka_unit_test(test_persons_who_are_two_everywhere),
        cmocka_unit_test(test_types_stay_apart),
        cmocka_unit_test(test_names_at_birth),
        cmocka_unit_test(test_organisations),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_labels_are_the_usual_spelling),
        cmocka_unit_test(test_aliases_stand_by_use),
        cmocka_unit_test(test_finding_by_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
