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
        {{"<P Angela Lindel> came. <P Lindel> sat. <P Angela> left."},
         "angela-lindel angela-lindel angela-lindel"},
        {{"<P Lindel> came, and <P Angela Lindel> sat."},
         "angela-lindel angela-lindel"},
        {{"<P Angela Lindel> met <P Robert Omara>. <P Lindel> and <P Omara> "
          "ate."},
         "angela-lindel robert-omara angela-lindel robert-omara"},
        {{"<P ANGELA LINDEL> MEETS <P OMARA>\n\n<P Angela Lindel> met "
          "<P Robert Omara>."},
         "angela-lindel robert-omara angela-lindel robert-omara"},
        {{"<P John F. Kennedy> spoke. <P Kennedy> and <P Kennedy> it was."},
         "john-f-kennedy john-f-kennedy john-f-kennedy"},
        {{"<P J. K. Rowland> wrote. <P JK Rowland> read."},
         "jk-rowland jk-rowland"},
        {{"<P K. T. Rowland> wrote. <P K.T.> read. <P K.R.> slept."},
         "k-t-rowland k-t-rowland kr"},
        {{"<P Louis van Goor> won. <P Van Goor> smiled. <P Goor> left."},
         "louis-van-goor louis-van-goor louis-van-goor"},
        {{"<P Kim Jong-ho> rose. Mr. <P Kim> sat. <P Kim> left."},
         "kim-jong-ho kim-jong-ho kim-jong-ho"},
        {{"<P Sergei Rumkov> spoke, and then <P Sergey Rumkov> sat."},
         "sergei-rumkov sergei-rumkov"},
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
        {{"<P Robert Omara> and <P Michelle Omara> came. Mrs. <P Omara> sat. "
          "Mr. <P Omara> left."},
         "robert-omara michelle-omara michelle-omara robert-omara"},
        {{"<P Serena Williams> beat <P Venus Williams>."},
         "serena-williams venus-williams"},
        {{"<P Robert Downey Jr.> met <P Robert Downey Sr.> there."},
         "robert-downey-jr robert-downey-sr"},
        {{"<P Kim Jong-su> raised <P Kim Jong-ho>."},
         "kim-jong-su kim-jong-ho"},
        {{"<P Angela Lindel> and <P Joachim Sager> came."},
         "angela-lindel joachim-sager"},
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
        /* nor among words that all have capitals */
        {{"<P Ober> sat. He read \"Calls Grow To Remove Ober\" and left."},
         "ober"},
        {{"<P Ober> sat. He read \"Talks With Jane Ober\" and left."},
         "jane-ober"},
        {{"<P Ober> sat. He met Zorbi Ober there."}, "zorbi-ober"},
    };
    CHECK_SCENES(scenes);
}

/* Who stands beside a bearer of the name is not that bearer. */
static void test_couples_are_two(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Omara> and <P Michelle Omara> came. <P Omara> spoke."},
         "omara michelle-omara omara"},
        {{"<P Michelle Omara> and <P Omara> came."}, "michelle-omara omara"},
        {{"<P Haden> and his wife, <P Jill Haden>, came. Mrs. <P Haden> sat."},
         "haden jill-haden jill-haden"},
        {{"<P Haden> and first lady <P Jill Haden> came."}, "haden jill-haden"},
        /* no couple */
        {{"<P Omara> spoke and <P Michelle Omara> sat."},
         "michelle-omara michelle-omara"},
        {{"<P Omara> and the crowd saw <P Michelle Omara>."},
         "michelle-omara michelle-omara"},
        /* the other one is known elsewhere */
        {{"<P Omara> and <P Michelle Omara> came.",
          "<P Robert Omara> spoke. <P Omara> left."},
         "robert-omara michelle-omara\nrobert-omara robert-omara"},
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
        {{"<P Mohammed bin Hamdan>, or <P MbH>, sat. <P MBH> ate."},
         "mohammed-bin-hamdan mohammed-bin-hamdan mohammed-bin-hamdan"},
        {{"<P Mohammed bin Zayed> sat. <P MbH> ate."},
         "mohammed-bin-zayed mbh"},
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
        {{"<P Angela Lindel> came.", "<P Lindel> left.", "<P LINDEL> SITS."},
         "angela-lindel\nangela-lindel\nangela-lindel"},
        {{"<P Lindel> came.", "<P Lindel> left."}, "lindel\nlindel"},
        {{"<P Ann Dunn> came.", "<P Bob Dunn> left.", "<P Dunn> sat."},
         "ann-dunn\nbob-dunn\ndunn"},
        {{"<P Ann Dunn> came.", "<P Bob Dunn> left.", "Mr. <P Dunn> sat.",
          "Mrs. <P Dunn> ate."},
         "ann-dunn\nbob-dunn\nbob-dunn\nann-dunn"},
        {{"<P Louis van Goor> came.", "<P Van Goor> left.", "<P Goor> sat."},
         "louis-van-goor\nlouis-van-goor\nlouis-van-goor"},
        {{"<P Angela Lindel> came.", "<P Angela> left."},
         "angela-lindel\nangela"},
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
        {{"<P Recep Tarkan Aydogan> came.", "<P Recep Tarkan Aydo\u011fan> "
                                            "left."},
         "recep-tarkan-aydogan\nrecep-tarkan-aydogan"},
        {{"<P John Corby> came.", "<P John F. Corby> left.",
          "<P John Corby> ate."},
         "john-corby\njohn-corby\njohn-corby"},
        {{"<P Bill Fenwick> came.", "<P William Fenwick> left.",
          "<P Bill Fenwick> sat."},
         "bill-fenwick\nbill-fenwick\nbill-fenwick"},
        {{"<P Han Ki-joon> came.", "<P Han Ki Joon> left.",
          "<P Han Ki-joon> sat."},
         "han-ki-joon\nhan-ki-joon\nhan-ki-joon"},
        {{"<P ANGELA LINDEL> CAME.", "<P Angela Lindel> left."},
         "angela-lindel\nangela-lindel"},
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
        {{"<P George W. Bosk> came.", "<P George H. W. Bosk> left."},
         "george-w-bosk\ngeorge-h-w-bosk"},
        {{"<P Donald Drumm> met <P Donald Drumm Jr.> there.",
          "<P Donald Drumm> sat.", "<P Donald Drumm Jr.> ate."},
         "donald-drumm donald-drumm-jr\ndonald-drumm\ndonald-drumm-jr"},
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
        {{"<P Ada Stroud> as <P Mia Vell>, now."}, "ada-stroud mia-vell"},
        {{"<P Ada Stroud>, whose real name is <P Mia Vell>, left."},
         "ada-stroud ada-stroud"},
        {{"<P Ada Stroud> — who goes by her stage name, <P Mia Vell>."},
         "ada-stroud ada-stroud"},
        {{"<P Ada Stroud>, the folk singer known as <P Mia Vell>, left."},
         "ada-stroud ada-stroud"},
        {{"<P Ada Stroud>, the aide of a man known as <P Mo Vell>, left."},
         "ada-stroud mo-vell"},
        {{"<P Ada Stroud> was with her <P Mia Vell>."}, "ada-stroud mia-vell"},
        {{"If <P Ada Stroud> goes, <P Mia Vell>, who is here, stays."},
         "ada-stroud mia-vell"}};
    CHECK_SCENES(scenes);
}

static void test_letters_of_names(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Ada B. Stroud> sat. <O ABS> left. <M ABS> ate."},
         "ada-b-stroud ada-b-stroud ada-b-stroud"},
        {{"<P Ada Bell-Stroud> sat. <O ABS> left."},
         "ada-bell-stroud ada-bell-stroud"},
        {{"<P Ada Stroud> sat. <O AS> left."}, "ada-stroud as"},
        {{"<P Ada B. Stroud> sat. <L ABS> lay there."}, "ada-b-stroud abs"},
        {{"<P Ada B. Stroud> of the <O Art and Book Society> (<O ABS>)."},
         "ada-b-stroud art-and-book-society art-and-book-society"},
        /* as other articles explain them */
        {{"<P Ada B. Stroud> sat. <O ABS> left.",
          "<P Ada B. Stroud> came. <O ABS> ate.", "Then <O ABS> stood."},
         "ada-b-stroud ada-b-stroud\nada-b-stroud ada-b-stroud\nada-b-stroud"},
        {{"<P Ada B. Stroud> sat. <O ABS> left.", "Then <O ABS> stood."},
         "ada-b-stroud ada-b-stroud\nabs"},
    };
    CHECK_SCENES(scenes);
}

static void test_other_names_across_articles(void **state)
{
    (void)state;
    static const scene scenes[] = {
        {{"<P Ada Stroud>, also known as <P Mia Vell>, left.",
          "<P Mia Vell> sat. <P Vell> ate.", "<P Ada Stroud> came."},
         "ada-stroud ada-stroud\nada-stroud ada-stroud\nada-stroud"},
        /* a slip of one article, which others contradict */
        {{"<P Ada Stroud>, also known as <P Mia Vell>, left.",
          "<P Mia Vell> met <P Ada Stroud>.",
          "<P Mia Vell> saw <P Ada Stroud>."},
         "ada-stroud ada-stroud\nmia-vell ada-stroud\nmia-vell ada-stroud"},
        /* who has changed her given name */
        {{"<P Ada Stroud>, formerly named <P Mia Stroud>, left.",
          "<P Mia Stroud> sat."},
         "ada-stroud ada-stroud\nada-stroud"},
        {{"<P Peter Stroud>, now known as <P Mary Stroud>, left.",
          "<P Mary Stroud> sat."},
         "peter-stroud peter-stroud\npeter-stroud"},
    };
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
        {{"<P ANGELA LINDEL> CAME.", "<P ANGELA LINDEL> SAT.",
          "<P Angela Lindel> left."},
         "angela-lindel",
         "Angela Lindel"},
        {{"<P ANGELA LINDEL> CAME."}, "angela-lindel", "Angela Lindel"},
        {{"<P Sergei Rumkov> came.", "<P Sergey Rumkov> sat.",
          "<P Sergei Rumkov> ate."},
         "sergei-rumkov",
         "Sergei Rumkov"},
        {{"<P John\nCorby> came."}, "john-corby", "John Corby"},
        {{"<P John   Corby> came."}, "john-corby", "John Corby"},
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
        "<P Angela Lindel> came. <P Lindel> sat. <P Lindel> left.",
        "<P Angela Lindel> came. <P Lindel> sat. <P ANGELA LINDEL> LEFT.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    const ent_actor *a = ent_corpus_actor(corpus, 0);
    assert_int_equal(ent_corpus_actor_count(corpus), 1);
    assert_int_equal(a->mentions, 6);
    assert_string_equal(a->label, "Angela Lindel");
    assert_true(a->alias_count >= 1);
    assert_string_equal(a->aliases[0], "Lindel");
    for (uint32_t i = 0; i < a->alias_count; i++)
        assert_string_not_equal(a->aliases[i], a->label);
    ent_corpus_free(corpus);
}

/* ---- finding ---- */

static void test_finding_by_anything(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P Angela Lindel> met <P Fran\u00e7ois Brelande> and <P Han Ki-joon> "
        "of the <O United Nations> in <L New York>.",
        "<P Ann Dunn> met <P Bob Dunn>. <P Louis van Goor> sat.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    static const char *const found[][2] = {
        {"angela-lindel", "angela-lindel"},
        {"Angela Lindel", "angela-lindel"},
        {"ANGELA  LINDEL", "angela-lindel"},
        {"lindel", "angela-lindel"},
        {"Lindel", "angela-lindel"},
        {"Francois Brelande", "francois-brelande"},
        {"FRAN\u00c7OIS BRELANDE", "francois-brelande"},
        {"brelande", "francois-brelande"},
        {"Han Ki Joon", "han-ki-joon"},
        {"han", "han-ki-joon"},
        {"united nations", "united-nations"},
        {"New York", "new-york"},
        {"van Goor", "louis-van-goor"},
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
        cmocka_unit_test(test_letters_of_names),
        cmocka_unit_test(test_other_names_across_articles),
        cmocka_unit_test(test_organisations),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_labels_are_the_usual_spelling),
        cmocka_unit_test(test_aliases_stand_by_use),
        cmocka_unit_test(test_finding_by_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
