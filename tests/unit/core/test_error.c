/* Error records, and the calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/article.h"
#include "core/error.h"

static void test_long_messages_are_cut_and_ended(void **state)
{
    static char text[3000];
    ent_error error;
    char line[4000];
    (void)state;
    memset(text, 'm', sizeof text - 1);
    memset(&error, 'x', sizeof error);
    ent_i_fail(&error, ENT_ERR_FORMAT, text, "%s", text);
    ent_i_fail_at(&error, ENT_ERR_FORMAT, text, INT64_MAX, INT64_MAX);
    assert_int_equal(strlen(error.stage), sizeof error.stage - 1);
    assert_int_equal(strlen(error.message), sizeof error.message - 1);
    assert_int_equal(strlen(error.file), sizeof error.file - 1);
    size_t size = ent_error_format(&error, line, sizeof line);
    assert_int_equal(size, strlen(line));
    assert_non_null(strstr(line, ":9223372036854775807: byte "
                                 "9223372036854775807: m"));
}

/* As snprintf: the length of the whole, whatever the room. */
static void test_formatting_into_any_room(void **state)
{
    ent_error error = {0};
    char whole[256], part[256];
    (void)state;
    ent_i_fail(&error, ENT_ERR_IO, "export", "cannot write: %s", "disk full");
    ent_i_fail_at(&error, ENT_ERR_IO, "net.gexf", 0, -1);
    size_t size = ent_error_format(&error, whole, sizeof whole);
    assert_string_equal(whole, "export: net.gexf: cannot write: disk full");
    for (size_t room = 0; room <= size + 1; room++) {
        memset(part, '#', sizeof part);
        assert_int_equal(ent_error_format(&error, part, room), size);
        if (room)
            assert_int_equal(strlen(part), room - 1);
        assert_memory_equal(part, whole, room ? room - 1 : 0);
        assert_int_equal(part[room], '#');
    }
}

static void test_places_are_told_as_far_as_known(void **state)
{
    static const struct {
        const char *file;
        int64_t line, byte;
        const char *text;
    } cases[] = {
        {NULL, 0, -1, "s: m"},          {"", 0, -1, "s: m"},
        {"f", 0, -1, "s: f: m"},        {"f", 7, -1, "s: f:7: m"},
        {"f", 0, 0, "s: f: byte 0: m"}, {"f", 7, 3, "s: f:7: byte 3: m"},
        {NULL, 7, 3, "s: byte 3: m"}, /* a line of no file says nothing */
        {"a\nb", 0, -1, "s: a b: m"},
    };
    char line[100];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_error error = {0};
        ent_i_fail(&error, ENT_ERR_IO, "s", "m");
        ent_i_fail_at(&error, ENT_ERR_IO, cases[i].file, cases[i].line,
                      cases[i].byte);
        ent_error_format(&error, line, sizeof line);
        assert_string_equal(line, cases[i].text);
    }
}

static void test_a_message_is_one_line(void **state)
{
    ent_error error = {0};
    char line[100];
    (void)state;
    ent_i_fail(&error, ENT_ERR_FORMAT, "source", "\r\n\t\x1b[31m\x01 end");
    ent_error_format(&error, line, sizeof line);
    for (const char *at = line; *at; at++)
        assert_true((unsigned char)*at >= ' ');
}

static void test_no_error_is_nothing(void **state)
{
    ent_error error = {0};
    char line[10] = "before";
    (void)state;
    assert_int_equal(ent_error_format(&error, line, sizeof line), 0);
    assert_string_equal(line, "");
    assert_int_equal(ent_error_format(NULL, line, sizeof line), 0);
    assert_int_equal(ent_i_fail_at(NULL, ENT_ERR_IO, "f", 1, 1), ENT_ERR_IO);
    assert_int_equal(ent_i_no_memory(NULL, "text"), ENT_ERR_MEMORY);
    assert_int_equal(ent_i_no_memory(&error, "text"), ENT_ERR_MEMORY);
    assert_string_equal(error.message, "out of memory");
}

/* Characters of one to four bytes at each place of the cut. */
static void test_cut_messages_stay_utf8(void **state)
{
    static const char *const characters[] = {"a", "\u00e9", "\u738b",
                                             "\U0001F600"};
    ent_error error = {0};
    (void)state;
    for (size_t c = 0; c < 4; c++)
        for (size_t before = 0; before < 4; before++) {
            char text[1024] = "xxx";
            size_t n = before, size = strlen(characters[c]);
            for (; n + size < sizeof text; n += size)
                memcpy(text + n, characters[c], size);
            text[n] = '\0';
            ent_i_fail(&error, ENT_ERR_IO, "source", "%s", text);
            ent_i_fail_at(&error, ENT_ERR_IO, text, 0, -1);
            size_t kept = strlen(error.message);
            assert_memory_equal(error.message, text, kept);
            assert_int_equal((kept - before) % size, 0);
            assert_true(kept + size >= sizeof error.message);
            assert_string_equal(error.file, error.message);
        }
}

/* Whatever a file's name makes a terminal do stays out of the message. */
static void test_controls_of_any_kind_become_blanks(void **state)
{
    static const char *const cases[][2] = {
        {"a\nb", "a b"},
        {"a\x1B[31mb", "a [31mb"},
        {"a\x7F"
         "b",
         "a b"},
        {"a\xC2\x9B"
         "31mb",
         "a  31mb"},
        {"a\xC2\x85z", "a  z"},
        {"a\u2028b\u2029", "a   b   "},
        {"\u00A0\u00E9\u2027", "\u00A0\u00E9\u2027"},
        {"\xC2", "\xC2"},
    };
    ent_error error = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_fail(&error, ENT_ERR_IO, "source", "%s", cases[i][0]);
        ent_i_fail_at(&error, ENT_ERR_IO, cases[i][0], 0, -1);
        assert_string_equal(error.message, cases[i][1]);
        assert_string_equal(error.file, cases[i][1]);
    }
}

static void test_bytes_that_are_no_utf8_are_cut_anywhere(void **state)
{
    char text[1024];
    ent_error error = {0};
    (void)state;
    memset(text, '\x80', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    ent_i_fail(&error, ENT_ERR_IO, "source", "%s", text);
    assert_int_equal(strlen(error.message), sizeof error.message - 1);
    memset(text, '\xFF', sizeof text - 1);
    ent_i_fail(&error, ENT_ERR_IO, "source", "%s", text);
    assert_true(strlen(error.message) < sizeof error.message);
}

static void test_a_new_failure_forgets_the_last_place(void **state)
{
    ent_error error = {0};
    (void)state;
    ent_i_fail(&error, ENT_ERR_IO, "source", "first");
    ent_i_fail_at(&error, ENT_ERR_IO, "a.txt", 3, 4);
    ent_i_fail(&error, ENT_ERR_FORMAT, "text", "second");
    assert_string_equal(error.file, "");
    assert_int_equal(error.line, 0);
    assert_int_equal(error.byte, -1);
    assert_int_equal(error.code, ENT_ERR_FORMAT);
}

static void test_every_status_has_its_own_name(void **state)
{
    (void)state;
    for (int a = ENT_ERR_LIBRARY; a <= ENT_OK; a++)
        for (int b = ENT_ERR_LIBRARY; b < a; b++)
            assert_string_not_equal(ent_status_name((ent_status)a),
                                    ent_status_name((ent_status)b));
    assert_string_equal(ent_status_name((ent_status)-99), "unknown");
    assert_string_equal(ent_status_name((ent_status)1), "unknown");
}

/* ---- the calendar ---- */

/* Every day of 10,000 years, told by counting on from one day to the next. */
static void test_days_follow_one_another(void **state)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    ent_date expected = ent_i_date(1, 1, 1);
    int weekday = 1; /* 0001-01-01 was a Monday */
    (void)state;
    for (int year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++) {
            bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            int days = lengths[month - 1] + (month == 2 && leap);
            for (int day = 1; day <= days; day++) {
                int y, m, d;
                if (ent_i_date(year, month, day) != expected)
                    fail_msg("%d-%d-%d", year, month, day);
                ent_i_date_civil(expected, &y, &m, &d);
                if (y != year || m != month || d != day)
                    fail_msg("%d-%d-%d", y, m, d);
                if (ent_i_date_weekday(expected) != weekday)
                    fail_msg("weekday of %d-%d-%d", y, m, d);
                expected++;
                weekday = (weekday + 1) % 7;
            }
            assert_int_equal(ent_i_date(year, month, days + 1), ENT_NO_DATE);
        }
}

static void test_no_date_outside_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(ent_i_date(0, 1, 1), ENT_NO_DATE);
    assert_int_equal(ent_i_date(10000, 1, 1), ENT_NO_DATE);
    assert_int_equal(ent_i_date(-4, 1, 1), ENT_NO_DATE);
    assert_int_equal(ent_i_date(2014, 0, 1), ENT_NO_DATE);
    assert_int_equal(ent_i_date(2014, 13, 1), ENT_NO_DATE);
    assert_int_equal(ent_i_date(2014, 1, 0), ENT_NO_DATE);
    assert_int_equal(ent_i_date(1900, 2, 29), ENT_NO_DATE);
}

static void test_dates_are_read_as_written(void **state)
{
    static const char *const right[] = {"0001-01-01",      "9999-12-31",
                                        "2014-03-29",      "2014-03-29T08:00",
                                        "2014-03-29 8:00", "2014-03-29t"};
    static const char *const wrong[] = {
        "2014-03-2",  "2014-3-29",   "14-03-29",    "2014-03-29x",
        "2014/03/29", "20140329",    " 2014-03-29", "2014-02-29",
        "2014-03-00", "2014-03-290", "+014-03-29",  "2014- 3-29",
        "2014-03- 9", "2014-+3-29",  "2014--3-29",  "now"};
    char buffer[16];
    (void)state;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        ent_date date;
        assert_true(ent_date_parse(right[i], &date));
        assert_memory_equal(ent_date_format(date, buffer), right[i], 10);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ent_date date = 77;
        if (ent_date_parse(wrong[i], &date))
            fail_msg("%s was read as a date", wrong[i]);
        assert_int_equal(date, 77);
    }
    assert_string_equal(ent_date_format(ENT_NO_DATE, buffer), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long_messages_are_cut_and_ended),
        cmocka_unit_test(test_formatting_into_any_room),
        cmocka_unit_test(test_places_are_told_as_far_as_known),
        cmocka_unit_test(test_a_message_is_one_line),
        cmocka_unit_test(test_no_error_is_nothing),
        cmocka_unit_test(test_cut_messages_stay_utf8),
        cmocka_unit_test(test_controls_of_any_kind_become_blanks),
        cmocka_unit_test(test_bytes_that_are_no_utf8_are_cut_anywhere),
        cmocka_unit_test(test_a_new_failure_forgets_the_last_place),
        cmocka_unit_test(test_every_status_has_its_own_name),
        cmocka_unit_test(test_days_follow_one_another),
        cmocka_unit_test(test_no_date_outside_the_calendar),
        cmocka_unit_test(test_dates_are_read_as_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
