/* Names of many lands and habits: how they are taken apart, which of them can
 * be one person's, and what holds of any two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "names/compare.h"
#include "names/fold.h"
#include "names/names.h"
#include "names/variants.h"
#include "unit/random.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static ent_i_name parsed(const char *text)
{
    ent_i_name name;
    ent_i_name_parse(&name, text, strlen(text));
    return name;
}

/* ---- taken apart ---- */

/* "given family", or "- family" for a single name. */
static void check_parts(const char *text, const char *expected, int *wrong)
{
    char found[300];
    ent_i_name name = parsed(text);
    snprintf(found, sizeof found, "%s %s",
             name.given == name.family ? "-"
                                       : ent_i_name_part(&name, name.given),
             ent_i_name_part(&name, name.family));
    if (name.count > 0 && strcmp(found, expected) == 0)
        return;
    print_error("%s: found %s, not %s\n", text, found, expected);
    ++*wrong;
}

static void check_all_parts(const char *const (*cases)[2], size_t count)
{
    int wrong = 0;
    for (size_t i = 0; i < count; i++)
        check_parts(cases[i][0], cases[i][1], &wrong);
    assert_int_equal(wrong, 0);
}

static void test_western_names(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Angela Merkel", "angela merkel"},
        {"angela merkel", "angela merkel"},
        {"ANGELA MERKEL", "angela merkel"},
        {"Angela Dorothea Merkel", "angela merkel"},
        {"A. Merkel", "a merkel"},
        {"A Merkel", "a merkel"},
        {"A. D. Merkel", "a merkel"},
        {"A.D. Merkel", "a merkel"},
        {"Angela D. Merkel", "angela merkel"},
        {"Merkel", "- merkel"},
        {"Merkel, Angela", "angela merkel"},
        {"Merkel, A. D.", "a merkel"},
        {"Angela  \n Merkel", "angela merkel"},
        {"Jean-Claude Juncker", "jeanclaude juncker"},
        {"Mary-Kate O'Hara", "marykate ohara"},
        {"Conan O\u2019Brien", "conan obrien"},
        {"Franz Beckenbauer-Meier", "franz beckenbauermeier"},
        {"Fran\u00e7ois Hollande", "francois hollande"},
        {"J\u00f3zef Pi\u0142sudski", "jozef pilsudski"},
        {"Harry S. Truman", "harry truman"},
        {"J. Edgar Hoover", "j hoover"},
        {"George Herbert Walker Bush", "george bush"},
    };
    check_all_parts(cases, COUNT(cases));
}

static void test_particles_stay_with_the_surname(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Ludwig van Beethoven", "ludwig beethoven"},
        {"Charles de Gaulle", "charles gaulle"},
        {"Leonardo da Vinci", "leonardo vinci"},
        {"Otto von Bismarck", "otto bismarck"},
        {"Vincent van der Berg", "vincent berg"},
        {"Miguel de la Cruz", "miguel cruz"},
        {"Osama bin Laden", "osama laden"},
        {"Mohammed bin Salman", "mohammed salman"},
        {"Hafez al-Assad", "hafez assad"},
        {"Hafez el-Assad", "hafez assad"},
        {"Robert Di Matteo", "robert matteo"},
        {"Van der Berg", "- berg"},
        {"De Gaulle", "- gaulle"},
        {"al-Assad", "- assad"},
        {"von Bismarck", "- bismarck"},
    };
    check_all_parts(cases, COUNT(cases));
}

static void test_titles_and_endings_are_left_out(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Mr. Merkel", "- merkel"},
        {"Mrs Angela Merkel", "angela merkel"},
        {"Dr. Angela Merkel", "angela merkel"},
        {"Chancellor Angela Merkel", "angela merkel"},
        {"President Barack Obama", "barack obama"},
        {"Prime Minister Tony Blair", "tony blair"},
        {"Secretary of State John Kerry", "john kerry"},
        {"Sen. John McCain", "john mccain"},
        {"Gen. David Petraeus", "david petraeus"},
        {"Sir Alex Ferguson", "alex ferguson"},
        {"Professor Stephen Hawking", "stephen hawking"},
        {"Sammy Davis Jr.", "sammy davis"},
        {"Sammy Davis, Jr.", "sammy davis"},
        {"Henry Ford III", "henry ford"},
        {"Jane Roe, Ph.D.", "jane roe"},
        {"Jane Roe MD", "jane roe"},
    };
    check_all_parts(cases, COUNT(cases));
}

static void test_family_names_that_come_first(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Xi Jinping", "jinping xi"},      {"Hu Jintao", "jintao hu"},
        {"Mao Zedong", "zedong mao"},      {"Kim Jong-il", "jongil kim"},
        {"Kim Jong Il", "jong kim"},       {"Park Geun-hye", "geunhye park"},
        {"Lee Myung-bak", "myungbak lee"}, {"Nguyen Phu Trong", "phu nguyen"},
        {"Ban Ki-moon", "kimoon ban"},     {"Xi", "- xi"},
        {"Kim Basinger", "kim basinger"},  {"Lee Marvin", "lee marvin"},
    };
    check_all_parts(cases, COUNT(cases));
}

static void test_genders_are_told_by_titles_and_given_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        unsigned gender;
    } cases[] = {
        {"Mr. Roe", ENT_I_MALE},
        {"Mrs. Roe", ENT_I_FEMALE},
        {"Ms. Roe", ENT_I_FEMALE},
        {"Miss Roe", ENT_I_FEMALE},
        {"Sir Roe", ENT_I_MALE},

        {"John Roe", ENT_I_MALE},
        {"Mary Roe", ENT_I_FEMALE},
        {"Robert Roe", ENT_I_MALE},
        {"Susan Roe", ENT_I_FEMALE},
        {"Roe", 0},
        {"J. Roe", 0},
        {"Dr. Roe", 0},
        {"President Roe", 0},
        {"Mrs. John Roe", ENT_I_MALE | ENT_I_FEMALE},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (parsed(cases[i].name).gender != cases[i].gender)
            fail_msg("%s: %u", cases[i].name, parsed(cases[i].name).gender);
}

static void test_suffixes_are_kept_apart(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Donald Trump Jr.", "jr"}, {"Donald Trump, Jr", "jr"},
        {"Donald Trump Sr.", "sr"}, {"Henry Ford II", "ii"},
        {"Henry Ford III", "iii"},  {"John Roe", NULL},
        {"Junior Roe", NULL},       {"Roe", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ent_i_name name = parsed(cases[i][0]);
        const char *suffix = ent_i_name_suffix(&name);
        if (!suffix != !cases[i][1] ||
            (suffix && strcmp(suffix, cases[i][1]) != 0))
            fail_msg("%s: %s", cases[i][0], suffix ? suffix : "none");
    }
}

static void test_keys_are_equal_over_marks_and_titles(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"J.K. Rowling", "JK Rowling"},
        {"J. K. Rowling", "J.K. Rowling"},
        {"Dr. Angela Merkel", "Angela Merkel"},
        {"Jean-Claude Juncker", "Jean Claude Juncker"},
        {"Fran\u00e7ois Hollande", "Francois Hollande"},
        {"O'Brien", "OBrien"},
        {"Kim Jong-un", "Kim Jong Un"},
        {"ANGELA MERKEL", "Angela Merkel"},
        {"Putin, Vladimir", "Vladimir Putin"},
        {"\u0421\u0435\u0440\u0433\u0435\u0439 \u041b\u0430\u0432\u0440\u043e"
         "\u0432",
         "Sergej Lavrov"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char a[ENT_I_NAME_ROOM], b[ENT_I_NAME_ROOM];
        ent_i_name x = parsed(cases[i][0]), y = parsed(cases[i][1]);
        size_t n = ent_i_name_key(&x, a, sizeof a);
        ent_i_name_key(&y, b, sizeof b);
        assert_string_equal(a, b);
        assert_int_equal(n, strlen(a));
    }
}

/* ---- two full names ---- */

static const char *const one_person[][2] = {
    {"Vladimir Putin", "Wladimir Putin"},
    {"Dmitry Medvedev", "Dmitri Medvedev"},
    {"Dmitry Medvedev", "Dimitri Medwedew"},
    {"Mikhail Gorbachev", "Mikhail Gorbachov"},
    {"Yulia Tymoshenko", "Julia Timoschenko"},
    {"Viktor Yanukovych", "Viktor Yanukovich"},
    {"Volodymyr Zelenskyy", "Volodymyr Zelenskiy"},
    {"Muammar Gaddafi", "Muammar Kadhafi"},
    {"Mohammed Morsi", "Mohamed Morsy"},
    {"Mahmoud Ahmadinejad", "Mahmud Ahmadinejad"},
    {"Hosni Mubarak", "Husni Mubarak"},
    {"Recep Tayyip Erdogan", "Recep Tayyip Erdo\u011fan"},
    {"Recep Erdogan", "Recep Tayyip Erdogan"},
    {"Bill Clinton", "William Clinton"},
    {"Bob Dole", "Robert Dole"},
    {"Jim Carter", "James Carter"},
    {"Dick Cheney", "Richard Cheney"},

    {"Mike Pence", "Michael Pence"},
    {"Joe Biden", "Joseph Biden"},
    {"Tony Blair", "Anthony Blair"},
    {"Liz Truss", "Elizabeth Truss"},
    {"B. Obama", "Barack Obama"},
    {"B. H. Obama", "Barack Hussein Obama"},
    {"Barack H. Obama", "Barack Hussein Obama"},
    {"Barack Obama", "Barack Hussein Obama"},

    {"Ban Ki-moon", "Ban Ki Moon"},
    {"Queen Anne", "Anne II"},
    {"King Harald V", "Harald V"},
    {"Bashar al-Assad", "Bashar Assad"},
    {"Jean-Marie Le Pen", "Jean Marie Le Pen"},
    {"Ursula von der Leyen", "Ursula Von Der Leyen"},
    {"Robert Downey Jr.", "Robert Downey"},
    {"Charles de Gaulle", "Charles De Gaulle"},
    {"Zinedine Zidane", "Zin\u00e9dine Zidane"},
    {"Slobodan Milosevic", "Slobodan Milo\u0161evi\u0107"},
};

static const char *const two_persons[][2] = {
    {"Bill Clinton", "Hillary Clinton"},
    {"Bill Clinton", "Chelsea Clinton"},
    {"George W. Bush", "George H. W. Bush"},
    {"Jeb Bush", "George Bush"},
    {"Kim Jong-un", "Kim Jong-il"},
    {"Kim Jong-un", "Kim Il-sung"},
    {"Donald Trump Jr.", "Donald Trump Sr."},
    {"Henry Ford II", "Henry Ford III"},
    {"Barack Obama", "Michelle Obama"},
    {"John Kerry", "John Kelly"},
    {"John Edwards", "John Edmonds"},
    {"David Cameron", "David Camerer"},
    {"Raul Castro", "Fidel Castro"},
    {"Serena Williams", "Venus Williams"},
    {"Robert Kennedy", "Edward Kennedy"},
    {"R. Kennedy", "Edward Kennedy"},
    {"John A. Roe", "John B. Roe"},
    {"John Adam Roe", "John Brian Roe"},
    {"Mr. Pat Roe", "Mrs. Pat Roe"},
    {"Angela Merkel", "Angela Markle"},
    {"Xi Jinping", "Li Keqiang"},
    {"Xi Jinping", "Xi Zhongxun"},
    {"Ivan Petrov", "Ivan Ivanov"},
    {"Mario Monti", "Mario Draghi"},
    {"Ann Dunn", "Ann Dunne Hall"},
    {"Tim Cook", "Tom Cook"},
    {"Queen Anne II", "Jane Anne"},
    {"Prince Charles", "Charles Prince"},
};

static double agreement(const char *a, const char *b, double like)
{
    ent_i_name x = parsed(a), y = parsed(b);
    return ent_i_names_agree(&x, &y, like);
}

static void test_spellings_of_one_person(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(one_person); i++)
        if (!(agreement(one_person[i][0], one_person[i][1], ENT_I_LIKE_CORPUS) >
              0)) {
            print_error("%s is not %s\n", one_person[i][0], one_person[i][1]);
            wrong++;
        }
    assert_int_equal(wrong, 0);
}

static void test_names_of_two_persons(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(two_persons); i++)
        if (agreement(two_persons[i][0], two_persons[i][1], ENT_I_LIKE_CORPUS) >
            0) {
            print_error("%s is %s\n", two_persons[i][0], two_persons[i][1]);
            wrong++;
        }
    assert_int_equal(wrong, 0);
}

/* All the names of the two lists above. */
static size_t all_names(const char *out[])
{
    size_t n = 0;
    for (size_t i = 0; i < COUNT(one_person); i++)
        for (int k = 0; k < 2; k++)
            out[n++] = one_person[i][k];
    for (size_t i = 0; i < COUNT(two_persons); i++)
        for (int k = 0; k < 2; k++)
            out[n++] = two_persons[i][k];
    return n;
}

enum { ALL = 2 * (COUNT(one_person) + COUNT(two_persons)) };

/* Whoever comes first, the answer is the same; a name is its own; what agrees
 * under the strict measure does so under the lenient one. */
static void test_agreement_is_symmetric(void **state)
{
    (void)state;
    const char *names[ALL];
    size_t n = all_names(names);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            double strict = agreement(names[i], names[k], ENT_I_LIKE_CORPUS);
            double mild = agreement(names[i], names[k], ENT_I_LIKE_ARTICLE);
            double back = agreement(names[k], names[i], ENT_I_LIKE_CORPUS);
            if (!(strict >= 0 && strict <= 1) || strict != back ||
                (strict > 0 && !(mild > 0)))
                fail_msg("%s, %s: %g, %g back, %g mild", names[i], names[k],
                         strict, back, mild);
            if (strcmp(names[i], names[k]) == 0 && strict < .98)
                fail_msg("%s is not itself: %g", names[i], strict);
        }
}

static double likeness(const char *a, const char *b)
{
    return ent_i_person_similarity(a, strlen(a), b, strlen(b));
}

static void test_likeness_is_symmetric_and_bounded(void **state)
{
    (void)state;
    const char *names[ALL];
    size_t n = all_names(names);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            double there = likeness(names[i], names[k]);
            double back = likeness(names[k], names[i]);
            if (!(there >= 0 && there <= 1) || there - back > 1e-12 ||
                back - there > 1e-12)
                fail_msg("%s, %s: %g, %g back", names[i], names[k], there,
                         back);
            if (i == k)
                assert_true(there > .99);
        }
}

/* In four of five pairs of pairs, names of one person are more alike than those
 * of two. */
static void test_likeness_tells_one_from_two(void **state)
{
    (void)state;
    size_t right = 0, pairs = 0;
    for (size_t i = 0; i < COUNT(one_person); i++)
        for (size_t k = 0; k < COUNT(two_persons); k++, pairs++)
            right += likeness(one_person[i][0], one_person[i][1]) >
                     likeness(two_persons[k][0], two_persons[k][1]);
    if (right * 10 < pairs * 8)
        fail_msg("%zu of %zu", right, pairs);
}

/* ---- short forms ---- */

static void test_short_forms(void **state)
{
    (void)state;
    static const struct {
        const char *brief, *full;
        ent_i_short_kind kind;
    } cases[] = {
        {"Merkel", "Angela Merkel", ENT_I_SHORT_FAMILY},
        {"MERKEL", "Angela Merkel", ENT_I_SHORT_FAMILY},
        {"Mrs. Merkel", "Angela Merkel", ENT_I_SHORT_FAMILY},
        {"Angela", "Angela Merkel", ENT_I_SHORT_GIVEN},
        {"Bill", "William Clinton", ENT_I_SHORT_NICK},
        {"William", "Bill Umbal", ENT_I_NOT_SHORT},
        {"Bob", "Bruno Obrecht", ENT_I_NOT_SHORT},
        {"Bobr", "Bruno Obrecht", ENT_I_SHORT_ODD},
        {"Hasan", "Abu Hasan al-Umbali", ENT_I_NOT_SHORT},
        {"J.D.", "J. D. Umbal", ENT_I_SHORT_GIVEN},
        {"J.D.", "J. R. Umbal", ENT_I_NOT_SHORT},
        {"J.D.", "James D. Umbal", ENT_I_NOT_SHORT},
        {"Chris", "J. Christopher Umbal", ENT_I_SHORT_NICK},
        {"Christopher", "J. Christopher Umbal", ENT_I_SHORT_GIVEN},
        {"Ann", "J. Christopher Umbal", ENT_I_NOT_SHORT},
        {"Bill", "J. K. Umbal", ENT_I_NOT_SHORT},
        {"Assad", "Bashar al-Assad", ENT_I_SHORT_FAMILY},
        {"al-Assad", "Bashar al-Assad", ENT_I_SHORT_TAIL},
        {"Von der Leyen", "Ursula von der Leyen", ENT_I_SHORT_TAIL},
        {"Le Pen", "Marine Le Pen", ENT_I_SHORT_TAIL},
        {"Pe\u00f1a Nieto", "Enrique Pe\u00f1a Nieto", ENT_I_SHORT_TAIL},
        {"Kim", "Kim Jong-un", ENT_I_SHORT_FAMILY},
        {"Hollande", "Angela Merkel", ENT_I_NOT_SHORT},
        {"Bush Jr.", "Jeb Bush", ENT_I_NOT_SHORT},
        /* letters: of all words, also behind a hyphen, without "Jr." */
        {"ABR", "Ann B. Roe", ENT_I_SHORT_ODD},
        {"AbR", "Adam bin Rees", ENT_I_SHORT_ODD},
        {"AUR", "Ann Umbal-Rees", ENT_I_SHORT_ODD},
        {"AUR", "Ann Umbal Rees Jr.", ENT_I_SHORT_ODD},
        {"AJUR", "A.J. Umbal-Rees", ENT_I_SHORT_ODD},
        {"AUR", "Ann Umbal Tarn Rees", ENT_I_NOT_SHORT},
        {"AUT", "Ann Umbal-Rees", ENT_I_NOT_SHORT},
        {"AR", "Ann Rees", ENT_I_NOT_SHORT},
        {"AUTVR", "Ann Umbal Tarn Voss Rees", ENT_I_NOT_SHORT},

        {"Angela Merkel", "Angela Merkel", ENT_I_NOT_SHORT},
        {"", "Angela Merkel", ENT_I_NOT_SHORT},
    };
    int wrong = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        ent_i_name brief = parsed(cases[i].brief), full = parsed(cases[i].full);
        ent_i_short_kind found = ent_i_name_shortens(&brief, &full);
        if (found == cases[i].kind)
            continue;
        print_error("%s for %s: %d, not %d\n", cases[i].brief, cases[i].full,
                    (int)found, (int)cases[i].kind);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* ---- words ---- */

static void test_spellings_become_one(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"sergey", "sergei"},
        {"dmitry", "dmitri"},
        {"vladimir", "wladimir"},
        {"zelenskyy", "zelensky"},
        {"gaddafi", "gadhafi"},
        {"yanukovych", "yanukovich"},
        {"mohammed", "mohamed"},
        {"mahmoud", "mahmud"},
        {"ahmad", "ahmad"},
        {"yulia", "julia"},
        {"tchaikovsky", "chaikovsky"},
    };
    char a[ENT_I_WORD_ROOM], b[ENT_I_WORD_ROOM];
    for (size_t i = 0; i < COUNT(cases); i++) {
        ent_i_spelling(cases[i][0], a);
        ent_i_spelling(cases[i][1], b);
        if (strcmp(a, b) != 0)
            fail_msg("%s is %s, %s is %s", cases[i][0], a, cases[i][1], b);
        ent_i_sound_key(cases[i][0], a);
        ent_i_sound_key(cases[i][1], b);
        assert_string_equal(a, b);
    }
}

static void test_other_words_keep_their_spelling_apart(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"kerry", "kelly"},   {"brown", "braun"},  {"marta", "marga"},
        {"petrov", "pavlov"}, {"cook", "cock"},    {"obama", "osama"},
        {"hill", "hall"},     {"smith", "schmid"},
    };
    char a[ENT_I_WORD_ROOM], b[ENT_I_WORD_ROOM];
    for (size_t i = 0; i < COUNT(cases); i++) {
        ent_i_spelling(cases[i][0], a);
        ent_i_spelling(cases[i][1], b);
        if (strcmp(a, b) == 0)
            fail_msg("%s and %s are both %s", cases[i][0], cases[i][1], a);
    }
}

/* A word of letters, of any length within the room. */
static size_t draw_word(char *out, uint64_t *seed, uint32_t most,
                        const char *letters)
{
    size_t n = random_below(seed, most + 1);
    for (size_t i = 0; i < n; i++)
        out[i] = letters[random_below(seed, (uint32_t)strlen(letters))];
    out[n] = '\0';
    return n;
}

static void test_spelling_is_done_once(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < 3000; i++) {
        char word[ENT_I_WORD_ROOM], a[ENT_I_WORD_ROOM], b[ENT_I_WORD_ROOM];
        size_t size = draw_word(word, &seed, ENT_I_WORD_ROOM - 1,
                                "abcdefghijklmnopqrstuvwxyz0123456789");
        size_t n = ent_i_spelling(word, a);
        assert_int_equal(n, strlen(a));
        assert_true(n < ENT_I_WORD_ROOM);
        assert_true(n > 0 || size == 0 || strspn(word, "h") == size);
        n = ent_i_sound_key(word, b);
        assert_int_equal(n, strlen(b));
        assert_true(n < ENT_I_WORD_ROOM);
        ent_i_sound_key(word, a);
        assert_string_equal(a, b);
    }
}

/* Optimal string alignment by its textbook recurrence. */
static unsigned plain_distance(const char *a, size_t n, const char *b, size_t m)
{
    unsigned d[20][20];
    for (size_t i = 0; i <= n; i++)
        for (size_t k = 0; k <= m; k++) {
            if (i == 0 || k == 0) {
                d[i][k] = (unsigned)(i + k);
                continue;
            }
            unsigned least = d[i - 1][k - 1] + (a[i - 1] != b[k - 1]);
            if (d[i - 1][k] + 1 < least)
                least = d[i - 1][k] + 1;
            if (d[i][k - 1] + 1 < least)
                least = d[i][k - 1] + 1;
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] &&
                a[i - 2] == b[k - 1] && d[i - 2][k - 2] + 1 < least)
                least = d[i - 2][k - 2] + 1;
            d[i][k] = least;
        }
    return d[n][m];
}

static void test_edit_distance_is_the_textbooks(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int i = 0; i < 20000; i++) {
        char a[20], b[20];
        size_t n = draw_word(a, &seed, 12, "abc");
        size_t m = draw_word(b, &seed, 12, "abc");
        unsigned limit = random_below(&seed, 8);
        unsigned want = plain_distance(a, n, b, m);
        unsigned found = ent_i_edit_distance(a, n, b, m, limit);
        if (found != (want > limit ? limit + 1 : want))
            fail_msg("%s, %s: %u of at most %u, not %u", a, b, found, limit,
                     want);
    }
}

static void test_likeness_of_words(void **state)
{
    (void)state;
    uint64_t seed = 17;
    for (int i = 0; i < 5000; i++) {
        char a[20], b[20];
        draw_word(a, &seed, 10, "aeioklmnrst");
        draw_word(b, &seed, 10, "aeioklmnrst");
        double there = ent_i_part_similarity(a, b);
        double back = ent_i_part_similarity(b, a);
        if (there != back || !(there >= 0 && there <= 1))
            fail_msg("%s, %s: %g, %g back", a, b, there, back);
        if (*a)
            assert_true(ent_i_part_similarity(a, a) == 1);
    }
}

/* ---- nicknames ---- */

static void test_nicknames_are_the_same_both_ways(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"bill", "william"},  {"bob", "robert"},   {"jim", "james"},
        {"dick", "richard"},  {"dan", "daniel"},   {"mike", "michael"},
        {"joe", "joseph"},    {"tony", "anthony"}, {"liz", "elizabeth"},
        {"kate", "katherine"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_true(ent_i_same_nickname(cases[i][0], cases[i][1]));
        assert_true(ent_i_same_nickname(cases[i][1], cases[i][0]));
        for (size_t k = 0; k < COUNT(cases); k++)
            assert_int_equal(ent_i_same_nickname(cases[i][0], cases[k][1]) != 0,
                             i == k);
    }
    assert_false(ent_i_same_nickname("angela", "barbara"));
    assert_string_equal(ent_i_formal_name("zbigniew", 0), "zbigniew");
    assert_null(ent_i_formal_name("zbigniew", 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_western_names),
        cmocka_unit_test(test_particles_stay_with_the_surname),
        cmocka_unit_test(test_titles_and_endings_are_left_out),
        cmocka_unit_test(test_family_names_that_come_first),
        cmocka_unit_test(test_genders_are_told_by_titles_and_given_names),
        cmocka_unit_test(test_suffixes_are_kept_apart),
        cmocka_unit_test(test_keys_are_equal_over_marks_and_titles),
        cmocka_unit_test(test_spellings_of_one_person),
        cmocka_unit_test(test_names_of_two_persons),
        cmocka_unit_test(test_agreement_is_symmetric),
        cmocka_unit_test(test_likeness_is_symmetric_and_bounded),
        cmocka_unit_test(test_likeness_tells_one_from_two),
        cmocka_unit_test(test_short_forms),
        cmocka_unit_test(test_spellings_become_one),
        cmocka_unit_test(test_other_words_keep_their_spelling_apart),
        cmocka_unit_test(test_spelling_is_done_once),
        cmocka_unit_test(test_edit_distance_is_the_textbooks),
        cmocka_unit_test(test_likeness_of_words),
        cmocka_unit_test(test_nicknames_are_the_same_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
