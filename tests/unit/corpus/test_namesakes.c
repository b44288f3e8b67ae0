/* When one full name is two persons', and whose each article is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "corpus/posts.h"
#include "unit/alias_file.h"
#include "unit/marked_corpus.h"

typedef struct news {
    const char *day; /* or NULL */
    const char *text;
} news;

enum { MOST = 64 };

static ent_corpus *corpus_of(const news *list, size_t n)
{
    const char *texts[MOST];
    for (size_t i = 0; i < n; i++)
        texts[i] = list[i].text;
    ent_corpus *corpus = marked_corpus(texts, n);
    for (size_t i = 0; i < n; i++)
        if (!list[i].day ||
            !ent_date_parse(list[i].day, &corpus->dates.items[i]))
            corpus->dates.items[i] = ENT_NO_DATE;
    return corpus;
}

static ent_corpus *resolved(const news *list, size_t n)
{
    ent_corpus *corpus = corpus_of(list, n);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    return corpus;
}

#define RESOLVED(list) resolved(list, sizeof(list) / sizeof *(list))

static void check_actors(const news *list, size_t n, const char *const *ids)
{
    ent_corpus *corpus = resolved(list, n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(actor_id(corpus, i, 0), ids[i]) != 0)
            fail_msg("\"%s\": %s, not %s", list[i].text, actor_id(corpus, i, 0),
                     ids[i]);
    ent_corpus_free(corpus);
}

#define CHECK_ACTORS(list, ...)                                                \
    check_actors(list, sizeof(list) / sizeof *(list),                          \
                 (const char *const[]){__VA_ARGS__})

static void check_one(const news *list, size_t n)
{
    ent_corpus *corpus = resolved(list, n);
    for (size_t i = 1; i < n; i++)
        assert_string_equal(actor_id(corpus, i, 0), actor_id(corpus, 0, 0));
    ent_corpus_free(corpus);
}

#define CHECK_ONE(list) check_one(list, sizeof(list) / sizeof *(list))

/* ---- posts ---- */

static void check_post(const char *text, unsigned kinds, const char *state)
{
    ent_corpus *corpus = MARKED_CORPUS(text);
    const ent_article *article = ent_corpus_article(corpus, 0);
    ent_i_post post = ent_i_post_of(article, ent_article_mention(article, 0));
    if (post.kinds != kinds || !post.state != !state ||
        (state && strcmp(post.state, state) != 0))
        fail_msg("%s: %u, %s", text, post.kinds,
                 post.state ? post.state : "no state");
    ent_corpus_free(corpus);
}

static void test_posts_beside_names(void **state)
{
    (void)state;
    const unsigned seat = ENT_I_POST_SEAT, elected = ENT_I_POST_STATE;
    check_post("Rep. <P Mark Lund> (R-Mich.) left.", seat | elected,
               "Michigan");
    check_post("Then <P Mark Lund>, D-N.Y., left.", 0, NULL);
    check_post("It was <P Mark Lund>, D-N.Y., who left.", elected, "New York");
    check_post("Sen. <P Mark Lund> (D., W.Va.) left.", seat | elected,
               "West Virginia");
    check_post("So <P Mark Lund> (I\xE2\x80\x93Vt.) left.", elected, "Vermont");
    check_post("So <P Mark Lund>, an Ohio Republican, left.", elected, "Ohio");
    check_post("So <P Mark Lund>, South Dakota Democrat, left.", elected,
               "South Dakota");
    check_post("Senator <P Mark Lund> of Utah left.", seat | elected, "Utah");
    check_post("So <P Mark Lund> of Utah left.", 0, NULL);
    check_post("So <P Mark Lund>, D. Washington and others left.", 0, NULL);
    check_post("The former Rep. <P Mark Lund> (R-Mich.) left.", 0, NULL);
    check_post("The ex-Rep. <P Mark Lund> left.", 0, NULL);
    check_post("The late Navy Capt. <P Mark Lund> left.", 0, NULL);
    check_post("So Vice Adm. <P Mark Lund> left.", ENT_I_POST_RANK, NULL);
    check_post("So Attorney General <P Mark Lund> left.", 0, NULL);
    check_post("It was President <P Mark Lund> who left.", ENT_I_POST_THRONE,
               NULL);
    check_post("So Guild President <P Mark Lund> left.", 0, NULL);
    check_post("So Mr. <P Mark Lund> left.", 0, NULL);
}

/* ---- two bearers ---- */

#define OHIO                                                                   \
    {NULL, "Rep. <P Mark Lund> (R-Ohio) wants new bridges."},                  \
        {NULL, "Taxes are too high, said <P Mark Lund>, an Ohio Republican."}, \
    {                                                                          \
        NULL, "The dairy bill is from Rep. <P Mark Lund> of Ohio."             \
    }
#define UTAH                                                                   \
    {NULL, "Schools need help, <P Mark Lund>, D-Utah, told the panel."},       \
    {                                                                          \
        NULL, "A vote on water was won by Rep. <P Mark Lund> (D-Utah)."        \
    }

static void test_nobody_has_seats_of_two_states(void **state)
{
    (void)state;
    const news two[] = {
        OHIO,
        {NULL, "Few forests burn, Rep. <P Mark Lund> of Iowa says."},
        UTAH,
        {NULL, "Cameras were bought by <P Mark Lund> (D-Utah)."}};
    CHECK_ACTORS(two, "mark-lund", "mark-lund", "mark-lund", "mark-lund",
                 "mark-lund-utah", "mark-lund-utah", "mark-lund-utah");
    ent_corpus *corpus = RESOLVED(two);
    assert_string_equal(actor_named(corpus, "mark-lund")->label, "Mark Lund");
    assert_string_equal(actor_named(corpus, "mark-lund-utah")->label,
                        "Mark Lund (Utah)");
    assert_int_equal(actor_named(corpus, "mark-lund-utah")->articles, 3);
    ent_corpus_free(corpus);
}

static void test_two_articles_may_be_slips(void **state)
{
    (void)state;
    const news one[] = {OHIO, UTAH};
    CHECK_ONE(one);
}

#define SEAT_2015                                                              \
    {"2015-01-10", "Rep. <P Mark Lund> (R-Ohio) wants new bridges."},          \
        {"2015-03-02", "Milk is dear, said <P Mark Lund>, R-Ohio, in May."},   \
    {                                                                          \
        "2015-04-20", "The grain bill is from Rep. <P Mark Lund> (R-Ohio)."    \
    }
#define SEAT_2017                                                              \
    {"2017-02-08", "Rep. <P Mark Lund> (R-Ohio) asked for better roads."},     \
        {"2017-05-11", "Few came to hear <P Mark Lund>, R-Ohio, at noon."},    \
    {                                                                          \
        "2017-09-30", "Prisons are full, wrote <P Mark Lund> (R-Ohio)."        \
    }
#define CAPTAIN_2016                                                           \
    {"2016-08-01", "The streets are calm, said police Capt. <P Mark Lund>."},  \
        {"2016-08-02", "Capt. <P Mark Lund> walked with the crowd again."},    \
    {                                                                          \
        "2016-08-04", "No shots fell at night, as Capt. <P Mark Lund> saw."    \
    }

static void test_nobody_has_seat_and_rank_at_once(void **state)
{
    (void)state;
    const news two[] = {SEAT_2015, CAPTAIN_2016, SEAT_2017};
    CHECK_ACTORS(two, "mark-lund", "mark-lund", "mark-lund", "mark-lund-capt",
                 "mark-lund-capt", "mark-lund-capt", "mark-lund", "mark-lund",
                 "mark-lund");
    ent_corpus *corpus = RESOLVED(two);
    assert_string_equal(actor_named(corpus, "mark-lund-capt")->label,
                        "Mark Lund (Capt.)");
    ent_corpus_free(corpus);
}

static void test_a_president_long_ago_has_no_seat(void **state)
{
    (void)state;
    const news two[] = {
        {"2015-02-01", "In old times President <P Mark Lund> built roads."},
        {"2016-03-01", "A stamp shows President <P Mark Lund> on a horse."},
        {"2017-04-01", "The dam is called after President <P Mark Lund>."},
        {"2017-06-01", "Letters of President <P Mark Lund> were found."},
        {"2017-07-01", "His own sister hated President <P Mark Lund>."},
        SEAT_2017,
        {"2018-06-01", "A film on President <P Mark Lund> won a prize."}};
    CHECK_ACTORS(two, "mark-lund", "mark-lund", "mark-lund", "mark-lund",
                 "mark-lund", "mark-lund-ohio", "mark-lund-ohio",
                 "mark-lund-ohio", "mark-lund");
}

/* ---- one bearer ---- */

static void test_a_career_is_one_persons(void **state)
{
    (void)state;
    const news soldier[] = {CAPTAIN_2016, SEAT_2017};
    const news later[] = {
        SEAT_2015,
        CAPTAIN_2016,
        {"2017-01-03", "Capt. <P Mark Lund> teaches the young to sail."}};
    const news reminded[] = {
        CAPTAIN_2016,
        SEAT_2017,
        {"2017-03-01", "As Capt. <P Mark Lund> he had led two ships."}};
    const news former[] = {
        SEAT_2015,
        {"2016-08-01", "The former Capt. <P Mark Lund> is back at sea."},
        {"2016-08-02", "Only ex-Capt. <P Mark Lund> knew the harbour."},
        {"2016-08-04", "Retired, then Capt. <P Mark Lund> wrote a book."},
        SEAT_2017};
    CHECK_ONE(soldier);
    CHECK_ONE(later);
    CHECK_ONE(reminded);
    CHECK_ONE(former);
}

static void test_a_reservist_is_one_person(void **state)
{
    (void)state;
    const news one[] = {
        SEAT_2015,
        {"2016-08-01", "Capt. <P Mark Lund> (R-Ohio) flew a jet on Sunday."},
        {"2016-08-02", "Capt. <P Mark Lund> wept. Rep. <P Mark Lund> spoke."},
        {"2016-08-04", "No rain fell when Capt. <P Mark Lund> came home."},
        {"2016-08-05", "A medal was given to Capt. <P Mark Lund>, too."},
        {"2016-08-06", "Even so Capt. <P Mark Lund> won the long race."},
        SEAT_2017};
    CHECK_ONE(one);
}

static void test_who_may_become_president_is_one_person(void **state)
{
    (void)state;
    const news one[] = {
        SEAT_2015,
        {"2016-01-01", "What would a President <P Mark Lund> do for us?"},
        {"2016-02-01", "Fear not, President <P Mark Lund> is but a dream."},
        {"2016-03-01", "Some like the idea of President <P Mark Lund>."},
        {"2016-04-05", "Hay is cheap, said <P Mark Lund>, R-Ohio, at six."},
        {"2016-05-09", "He is old, but Rep. <P Mark Lund> (R-Ohio) ran."},
        {"2016-06-12", "Two dogs bit <P Mark Lund> (R-Ohio) in a park."},
        {"2016-07-15", "Fog hid the train of <P Mark Lund>, R-Ohio."},
        {"2016-07-17", "Tea was served to <P Mark Lund>, R-Ohio, inside."},
        {"2016-07-19", "Gold is up, and <P Mark Lund> (R-Ohio) is glad."},
        {"2016-07-21", "Owls nest near the house of <P Mark Lund>, R-Ohio."},
        SEAT_2017};
    CHECK_ONE(one);
}

/* ---- articles that don't say ---- */

/* Those whom the two keep company with. */
#define WARDENS "<P Ines Vogt>, <P Paul Brandl>, <P Olga Sand>, <P Leo Mohn>"
#define DOCTORS "<P Rita Kolb>, <P Emil Stark>, <P Nora Fink>, <P Hugo Lenz>"

static void test_company_tells_whose_an_article_is(void **state)
{
    (void)state;
    const news two[] = {
        {"2015-01-10", "Rep. <P Mark Lund> (R-Ohio) met " WARDENS "."},
        {"2015-03-02", "<P Mark Lund>, R-Ohio, wrote to " WARDENS "."},
        {"2015-04-20", "Rep. <P Mark Lund> (R-Ohio) saw " WARDENS "."},
        {"2016-08-01", "Capt. <P Mark Lund> called in " DOCTORS "."},
        {"2016-08-02", "In the rain, Capt. <P Mark Lund> drove " DOCTORS "."},
        {"2016-08-04", "At noon Capt. <P Mark Lund> heard " DOCTORS "."},
        {"2017-02-08", "Rep. <P Mark Lund> (R-Ohio) thanked " WARDENS "."},
        {"2017-05-11", "<P Mark Lund>, R-Ohio, sang with " WARDENS "."},
        {"2017-09-30", "<P Mark Lund> (R-Ohio) coughed at " WARDENS "."},
        {NULL, "<P Mark Lund> sold cars to " DOCTORS "."},
        {NULL, "<P Mark Lund> read poems to " WARDENS "."},
        /* Long before he is a captain. */
        {"2015-02-01", "<P Mark Lund> sang songs for " DOCTORS "."}};
    ent_corpus *corpus = RESOLVED(two);
    assert_string_equal(actor_id(corpus, 9, 0), "mark-lund-capt");
    assert_string_equal(actor_id(corpus, 10, 0), "mark-lund");
    assert_string_equal(actor_id(corpus, 11, 0), "mark-lund");
    assert_int_equal(ent_corpus_assignment(corpus, 9, 0)->reason,
                     ENT_BY_CONTEXT);
    assert_int_equal(ent_corpus_assignment(corpus, 3, 0)->reason, ENT_BY_POST);
    ent_corpus_free(corpus);
}

static void test_an_article_that_says_nothing_teaches_nothing(void **state)
{
    (void)state;
    const news two[] = {
        {"2015-01-10", "Rep. <P Mark Lund> (R-Ohio) met " WARDENS "."},
        {"2015-03-02", "<P Mark Lund>, R-Ohio, wrote to " WARDENS "."},
        {"2015-04-20", "Rep. <P Mark Lund> (R-Ohio) saw " WARDENS "."},
        CAPTAIN_2016,
        {"2016-08-07", "Capt. <P Mark Lund> sent two boats to <P Rita Kolb>."},
        SEAT_2017,
        {"2016-08-10", "<P Mark Lund> told <P Rita Kolb> of <P Ada Zorn>, who "
                       "knows <P Ben Quist> and <P Kai Wulf>."},
        {"2016-08-11", "<P Ada Zorn>, <P Kai Wulf> and <P Ben Quist> left, but "
                       "<P Mark Lund> stayed with <P Rita Kolb>."}};
    ent_corpus *corpus = RESOLVED(two);
    assert_string_equal(actor_id(corpus, 10, 0), "mark-lund-capt");
    assert_string_equal(actor_id(corpus, 11, 3), "mark-lund-capt");
    ent_corpus_free(corpus);
}

/* ---- what the user says ---- */

static ent_corpus *resolved_with(const news *list, size_t n,
                                 const char *aliases)
{
    ent_corpus *corpus = corpus_of(list, n);
    assert_int_equal(resolve_with(corpus, aliases, NULL, NULL), ENT_OK);
    return corpus;
}

static void test_the_alias_file_knows_both(void **state)
{
    (void)state;
    const news two[] = {SEAT_2015, CAPTAIN_2016, SEAT_2017};
    const size_t n = sizeof two / sizeof *two;
    ent_corpus *one = resolved_with(
        two, n, "[{\"name\":\"Mark Lund\",\"aliases\":[\"M. Lund\"]}]");
    assert_string_equal(actor_id(one, 3, 0), "mark-lund");
    ent_corpus_free(one);
    ent_corpus *renamed = resolved_with(
        two, n,
        "[{\"name\":\"Mark Lund (Capt.)\",\"rename\":\"Captain Lund\"}]");
    assert_string_equal(actor_id(renamed, 0, 0), "mark-lund");
    assert_string_equal(actor_id(renamed, 3, 0), "captain-lund");
    ent_corpus_free(renamed);
}

/* ---- memory ---- */

static void test_memory_may_run_out(void **state)
{
    (void)state;
    const news two[] = {SEAT_2015,
                        CAPTAIN_2016,
                        SEAT_2017,
                        {"2016-08-09", "<P Mark Lund> drew a map."}};
    ent_corpus *corpus = corpus_of(two, sizeof two / sizeof *two);
    ent_status status = ENT_ERR_MEMORY;
    for (long n = 1; status == ENT_ERR_MEMORY; n++) {
        ent_i_memory_fail_from(n);
        status = ent_corpus_resolve(corpus, NULL, NULL);
        ent_i_memory_fail_from(0);
    }
    assert_int_equal(status, ENT_OK);
    assert_string_equal(actor_id(corpus, 3, 0), "mark-lund-capt");
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_posts_beside_names),
        cmocka_unit_test(test_nobody_has_seats_of_two_states),
        cmocka_unit_test(test_two_articles_may_be_slips),
        cmocka_unit_test(test_nobody_has_seat_and_rank_at_once),
        cmocka_unit_test(test_a_president_long_ago_has_no_seat),
        cmocka_unit_test(test_a_career_is_one_persons),
        cmocka_unit_test(test_a_reservist_is_one_person),
        cmocka_unit_test(test_who_may_become_president_is_one_person),
        cmocka_unit_test(test_company_tells_whose_an_article_is),
        cmocka_unit_test(test_an_article_that_says_nothing_teaches_nothing),
        cmocka_unit_test(test_the_alias_file_knows_both),
        cmocka_unit_test(test_memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
