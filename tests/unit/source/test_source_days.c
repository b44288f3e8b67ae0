/* Every form of a date with every kind of day: written by a table of forms,
 * read back by the program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/article.h"
#include "source/dates.h"
#include "unit/random.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                   "Thursday", "Friday", "Saturday"};

/* What a form may put: %Y year, %M %D two digits, %m %d as few as need be, %B
 * month, %b its first three letters, %A weekday, %a its first three letters,
 * %o the day with "st" and the like. */
static void put(char *out, size_t room, const char *form, ent_date date)
{
    int year, month, day;
    size_t n = 0;
    ent_i_date_civil(date, &year, &month, &day);
    static const char *const ends[] = {"th", "st", "nd", "rd"};
    const char *end = day / 10 != 1 && day % 10 < 4 ? ends[day % 10] : "th";
    const char *weekday = days[ent_i_date_weekday(date)];
    for (; *form; form++) {
        if (*form != '%') {
            n += (size_t)snprintf(out + n, room - n, "%c", *form);
            continue;
        }
        switch (*++form) {
        case 'Y':
            n += (size_t)snprintf(out + n, room - n, "%04d", year);
            break;
        case 'M':
            n += (size_t)snprintf(out + n, room - n, "%02d", month);
            break;
        case 'D':
            n += (size_t)snprintf(out + n, room - n, "%02d", day);
            break;
        case 'm':
            n += (size_t)snprintf(out + n, room - n, "%d", month);
            break;
        case 'd':
            n += (size_t)snprintf(out + n, room - n, "%d", day);
            break;
        case 'B':
            n += (size_t)snprintf(out + n, room - n, "%s", months[month - 1]);
            break;
        case 'b':
            n += (size_t)snprintf(out + n, room - n, "%.3s", months[month - 1]);
            break;
        case 'A':
            n += (size_t)snprintf(out + n, room - n, "%s", weekday);
            break;
        case 'a':
            n += (size_t)snprintf(out + n, room - n, "%.3s", weekday);
            break;
        case 'o':
            n += (size_t)snprintf(out + n, room - n, "%d%s", day, end);
            break;
        default:
            fail_msg("no such form: %s", form);
        }
    }
}

/* A day from 1605, before which nothing is taken for a date, to 2399. */
static ent_date draw_day(uint64_t *seed)
{
    ent_date first = ent_i_date(1700, 1, 1), last = ent_i_date(2399, 12, 31);
    return first + (ent_date)random_below(seed, (uint32_t)(last - first + 1));
}

static const char *const forms[] = {
    "%Y-%M-%D",          "%Y-%m-%d",       "%Y/%M/%D",
    "%Y.%M.%D",          "%Y%M%D",         "%B %d, %Y",
    "%B %D, %Y",         "%B %d %Y",       "%b %d, %Y",
    "%b. %d, %Y",        "%B %o, %Y",      "%d %B %Y",
    "%D %B %Y",          "%d %b %Y",       "%d %b. %Y",
    "%o %B %Y",          "%D-%b-%Y",       "%A, %B %d, %Y",
    "%A %B %d, %Y",      "%a, %B %d, %Y",  "%A, %d %B %Y",
    "%a, %D %b %Y",      "%a %D %b %Y",    "%A, %b. %d, %Y",
    "%Y-%M-%DT17:42:00", "%Y-%M-%D 08:15", "%a, %D %b %Y 17:42:00 GMT",
    "%Y-%M-%DT00:00:00Z"};

/* With a day that can't be a month. */
static const char *const either[] = {"%d/%m/%Y", "%m/%d/%Y", "%D.%M.%Y"};

static void check(const char *form, ent_date want)
{
    char text[80], day[16];
    size_t used = 0;
    ent_date found = ENT_NO_DATE;
    put(text, sizeof text, form, want);
    bool read = ent_i_read_date(text, strlen(text), &used, &found);
    if (!read || found != want)
        fail_msg("%s (%s) is read as '%s'", text, form,
                 ent_date_format(found, day));
    assert_true(used > 0 && used <= strlen(text));
}

static void test_all_forms_of_all_days(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (size_t i = 0; i < COUNT(forms); i++)
        for (int k = 0; k < 400; k++)
            check(forms[i], draw_day(&seed));
}

static void test_capitals_and_small_letters(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (size_t i = 0; i < COUNT(forms); i++)
        for (int k = 0; k < 40; k++) {
            char text[80];
            size_t used;
            ent_date want = draw_day(&seed), found = ENT_NO_DATE;
            put(text, sizeof text, forms[i], want);
            for (char *c = text; *c; c++)
                if (k % 2 && *c >= 'a' && *c <= 'z')
                    *c = (char)(*c - 'a' + 'A');
                else if (k % 2 == 0 && *c >= 'A' && *c <= 'Z' && *c != 'T' &&
                         *c != 'Z')
                    *c = (char)(*c - 'A' + 'a');
            if (!ent_i_read_date(text, strlen(text), &used, &found) ||
                found != want)
                fail_msg("%s is read otherwise", text);
        }
}

/* Day and month are told apart where one of them can only be a day. */
static void test_numbers_that_leave_no_doubt(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (size_t i = 0; i < COUNT(either); i++)
        for (int k = 0; k < 400; k++) {
            ent_date want = draw_day(&seed), found = ENT_NO_DATE;
            int year, month, day;
            char text[80];
            size_t used;
            ent_i_date_civil(want, &year, &month, &day);
            put(text, sizeof text, either[i], want);
            bool read = ent_i_read_date(text, strlen(text), &used, &found);
            if (day > 12 ? !read || found != want
                         : read && day != month && found != want)
                fail_msg("%s: %d", text, read);
        }
}

/* What no calendar has is no date, in whatever form. */
static void test_days_that_are_none(void **state)
{
    (void)state;
    static const char *const wrong[] = {"2014-02-29",
                                        "2014-04-31",
                                        "2014-13-01",
                                        "2014-00-10",
                                        "2014-01-00",
                                        "2014-01-32",
                                        "February 30, 2014",
                                        "31 June 2014",
                                        "32 May 2014",
                                        "0 May 2014",
                                        "May 0, 2014",
                                        "February 29, 2100",
                                        "29 Feb 1900",
                                        "2014-1",
                                        "2014",
                                        "May",
                                        "14-01-2",
                                        "99999-01-01",
                                        "January 2014",
                                        "Mayhem 5, 2014",
                                        "5 Juneau 2014",
                                        "the 5th",
                                        "2014-01-011",
                                        "1/2/3",
                                        "13/13/2014",
                                        "00/10/2014",
                                        "20141301",
                                        "20140230",
                                        "201403290",
                                        "Sat",
                                        "Saturday",
                                        "17:42",
                                        "5.5.5.5",
                                        "+2014-01-01",
                                        "-2014-01-01",
                                        "\u0662\u0660\u0661\u0664",
                                        "Tuesday, sometime",
                                        "May the 5th, 2014",
                                        "2014-May-"};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        ent_date found = ENT_NO_DATE;
        size_t used = 0;
        char day[16];
        if (ent_i_read_date(wrong[i], strlen(wrong[i]), &used, &found))
            fail_msg("%s is read as %s", wrong[i], ent_date_format(found, day));
    }
}

/* Cut off anywhere, and with noise: never beyond the size that is given. */
static void test_no_byte_beyond_the_end_is_read(void **state)
{
    (void)state;
    uint64_t seed = 6;
    for (int k = 0; k < 4000; k++) {
        char text[80];
        put(text, sizeof text, forms[random_below(&seed, COUNT(forms))],
            draw_day(&seed));
        size_t size = random_below(&seed, (uint32_t)strlen(text) + 1);
        if (k % 3 == 0 && size)
            text[random_below(&seed, (uint32_t)size)] =
                (char)random_below(&seed, 256);
        char *exact = ent_i_malloc(size); /* its end is the end of the block */
        assert_non_null(exact);
        memcpy(exact, text, size);
        ent_date found;
        size_t used = 0;
        if (ent_i_read_date(exact, size, &used, &found))
            assert_true(used <= size);
        ent_i_is_date_line(exact, size, &found);
        ent_i_stated_date(exact, size, (uint8_t)(k % 3), &found);
        ent_i_find_day_order(exact, size);
        ent_i_find_date(exact, size);
        ent_i_free(exact);
    }
}

/* ---- whole lines, whole articles ---- */

static void test_lines_of_all_forms(void **state)
{
    (void)state;
    static const char *const around[] = {
        "%s",          "Published %s",         "Updated: %s",
        "  %s  ",      "Published on %s",      "Posted %s, 5:42 PM",
        "%s at 10:30", "Last updated: %s GMT", "(%s)"};
    uint64_t seed = 8;
    for (size_t i = 0; i < COUNT(around); i++)
        for (size_t k = 0; k < COUNT(forms); k++) {
            char written[80], line[200];
            const char *hole = strstr(around[i], "%s");
            ent_date want = draw_day(&seed), found = ENT_NO_DATE;
            put(written, sizeof written, forms[k], want);
            snprintf(line, sizeof line, "%.*s%s%s", (int)(hole - around[i]),
                     around[i], written, hole + 2);
            /* A time of day within the date leaves no room for another. */
            if (strstr(forms[k], ":") && i > 4)
                continue;
            if (!ent_i_is_date_line(line, strlen(line), &found) ||
                found != want)
                fail_msg("'%s' is no date line", line);
        }
}

static void test_articles_with_a_date_line(void **state)
{
    (void)state;
    uint64_t seed = 9;
    for (size_t k = 0; k < COUNT(forms); k++) {
        char written[80], text[400], day[16];
        ent_date want = draw_day(&seed);
        put(written, sizeof written, forms[k], want);
        snprintf(text, sizeof text,
                 "Ministers meet again\nBy Ann Berg\n%s\n\nThey met on 3 May "
                 "2011, and again on 2012-04-05.\n",
                 written);
        ent_date found = ent_i_find_date(text, strlen(text));
        if (found != want)
            fail_msg("%s: '%s'", text, ent_date_format(found, day));
    }
}

static void test_seconds_since_1970(void **state)
{
    (void)state;
    static const struct {
        double since;
        const char *day;
    } cases[] = {{0, "1970-01-01"},
                 {86399, "1970-01-01"},
                 {86400, "1970-01-02"},
                 {-1, "1969-12-31"},
                 {1396051200, "2014-03-29"},
                 {1396137599, "2014-03-29"},
                 {1396051200000, "2014-03-29"},
                 {1396051200123.5, "2014-03-29"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char day[16];
        assert_string_equal(
            ent_date_format(ent_i_epoch_date(cases[i].since), day),
            cases[i].day);
    }
}

typedef struct written {
    const char *text;
    const char *day;
} written;

/* Each of them as a field states it; "" is no date. */
static void check_stated(const written *cases, size_t n, uint8_t order)
{
    for (size_t i = 0; i < n; i++) {
        char day[16];
        ent_date found = ENT_NO_DATE;
        ent_i_stated_date(cases[i].text, strlen(cases[i].text), order, &found);
        if (strcmp(ent_date_format(found, day), cases[i].day) != 0)
            fail_msg("%s: '%s'", cases[i].text, day);
    }
}

static void test_other_languages(void **state)
{
    (void)state;
    static const written cases[] = {
        {"3. M\u00e4rz 2014", "2014-03-03"},
        {"Montag, 3. M\u00e4rz 2014, 14:05 Uhr", "2014-03-03"},
        {"1er mars 2014", "2014-03-01"},
        {"lundi 3 f\u00e9vrier 2014", "2014-02-03"},
        {"3\u00a0ao\u00fbt\u00a02014", "2014-08-03"},
        {"lunes, 3 de marzo de 2014", "2014-03-03"},
        {"3 de mar\u00e7o de 2014", "2014-03-03"},
        {"luned\u00ec 3 marzo 2014", "2014-03-03"},
        {"maandag 3 maart 2014", "2014-03-03"},
        {"3 wrze\u015bnia 2014 r.", "2014-09-03"},
        {"3 pa\u017adziernika 2014", "2014-10-03"},
        {"den 3 maj 2014", "2014-05-03"},
        {"3 \u043c\u0430\u044f 2014", "2014-05-03"},
        {"3 MAI 2014", "2014-05-03"},
        {"3-okt-2014", "2014-10-03"},
        {"31 f\u00e9vrier 2014", ""},
        {"mars 2014", ""},
        {"3 marsala 2014", ""}};
    check_stated(cases, COUNT(cases), ENT_I_ORDER_UNKNOWN);
}

static void test_more_forms_of_fields(void **state)
{
    (void)state;
    static const written cases[] = {
        {"Feb. 3rd, 2014", "2014-02-03"},
        {"3 Feb 2014 14:05 CET", "2014-02-03"},
        {"2014/02/03", "2014-02-03"},
        {"Fri, 03 Feb 2014 10:00:00 +0100", "2014-02-03"}, /* a Monday */
        {"Mon, 03 Feb 14 10:00:00 GMT", "2014-02-03"},
        {"03 Feb 99 10:00 EST", "1999-02-03"},
        {"03 Feb 14", ""},
        {"Published: February 3, 2014 5:42 pm", "2014-02-03"},
        {"1391436300", "2014-02-03"},
        {" 1391436300000\n", "2014-02-03"},
        {"20140203", "2014-02-03"},
        {"201402031405", "2014-02-03"},
        {"20140203140500", "2014-02-03"},
        {"0001-01-01", ""},
        {"now", ""},
        {"", ""}};
    check_stated(cases, COUNT(cases), ENT_I_ORDER_UNKNOWN);
}

/* Where day and month could be either, other dates tell. */
static void test_the_order_of_numbers(void **state)
{
    (void)state;
    static const written unknown[] = {{"03/02/2014", ""},
                                      {"25/02/2014", "2014-02-25"},
                                      {"03/03/2014", "2014-03-03"},
                                      {"3.2.2014", "2014-02-03"}};
    static const written day[] = {{"03/02/2014", "2014-02-03"},
                                  {"02/25/2014", "2014-02-25"},
                                  {"3-2-2014", "2014-02-03"}};
    static const written month[] = {{"03/02/2014", "2014-03-02"},
                                    {"25/02/2014", "2014-02-25"},
                                    {"3.2.2014", "2014-02-03"}};
    check_stated(unknown, COUNT(unknown), ENT_I_ORDER_UNKNOWN);
    check_stated(day, COUNT(day), ENT_I_DAY_FIRST);
    check_stated(month, COUNT(month), ENT_I_MONTH_FIRST);
    static const struct {
        const char *text;
        uint8_t order;
    } cases[] = {{"03/02/2014, 25/02/2014", ENT_I_DAY_FIRST},
                 {"a,3/31/2014\nb,4/1/2014", ENT_I_MONTH_FIRST},
                 {"25/02/2014 02/25/2014", ENT_I_ORDER_UNKNOWN},
                 {"03/02/2014", ENT_I_ORDER_UNKNOWN},
                 {"/2014/03/25/ 1/2 125/02/2014 25/02/20145", 0},
                 {"/", 0},
                 {"", 0}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(
            ent_i_find_day_order(cases[i].text, strlen(cases[i].text)),
            cases[i].order);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_forms_of_all_days),
        cmocka_unit_test(test_capitals_and_small_letters),
        cmocka_unit_test(test_numbers_that_leave_no_doubt),
        cmocka_unit_test(test_days_that_are_none),
        cmocka_unit_test(test_no_byte_beyond_the_end_is_read),
        cmocka_unit_test(test_lines_of_all_forms),
        cmocka_unit_test(test_articles_with_a_date_line),
        cmocka_unit_test(test_seconds_since_1970),
        cmocka_unit_test(test_other_languages),
        cmocka_unit_test(test_more_forms_of_fields),
        cmocka_unit_test(test_the_order_of_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
