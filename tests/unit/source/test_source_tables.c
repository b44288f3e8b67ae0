/* Dates, date lines and encodings: a row for each form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "source/dates.h"
#include "source/decode.h"

/* The date's size tells where it stopped. */
static void test_where_a_date_ends(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t used;
        const char *day;
    } cases[] = {
        {"2014-03-29", 10, "2014-03-29"},
        {"2014-03-29T17:42:00Z", 10, "2014-03-29"},
        {"2014-3-9 and more", 8, "2014-03-09"},
        {"2014.03.29.", 10, "2014-03-29"},
        {"20140329", 8, "2014-03-29"},
        {"  2014-03-29", 12, "2014-03-29"},
        {"March 29, 2014, in Rome", 14, "2014-03-29"},
        {"MARCH 29, 2014", 14, "2014-03-29"},
        {"Mar. 29, 2014", 13, "2014-03-29"},
        {"Sept 3 2014", 11, "2014-09-03"},
        {"December 31st, 1999", 19, "1999-12-31"},
        {"2nd June 2014", 13, "2014-06-02"},
        {"3rd of June 2014", 0, ""},
        {"Monday, 2 June 2014", 19, "2014-06-02"},
        {"Tue 02 Dec 2014 10:00", 15, "2014-12-02"},
        {"31/12/2014", 10, "2014-12-31"},
        {"12/31/2014", 10, "2014-12-31"},
        {"5/6/2014", 0, ""},
        {"5-6-2014", 0, ""},
        {"29-03-2014", 10, "2014-03-29"},
        {"5.6.2014", 8, "2014-06-05"},
        {"3.29.2014", 9, "2014-03-29"},
        {"5. 6. 2014 in Rome", 10, "2014-06-05"},
        {"5.6-2014", 0, ""},
        {"Sat Mar 29 17:42:00 2014", 24, "2014-03-29"},
        {"Sat Mar  1 17:42:00 EST 2014", 28, "2014-03-01"},
        {"March 29 17:42 2014", 0, ""},
        {"31/31/2014", 0, ""},
        {"2014-02-30", 0, ""},
        {"2014-00-10", 0, ""},
        {"February 29, 2012", 17, "2012-02-29"},
        {"February 29, 1900", 0, ""},
        {"Marching 3, 2014", 0, ""},
        {"June 2014", 0, ""},
        {"123456789", 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_date date;
        size_t used = 0;
        char day[16];
        bool found =
            ent_i_read_date(cases[i].text, strlen(cases[i].text), &used, &date);
        ent_date_format(date, day);
        if (found != (cases[i].used > 0) || strcmp(day, cases[i].day) != 0 ||
            (found && used != cases[i].used))
            fail_msg("%s: %d, %zu bytes, '%s'", cases[i].text, found, used,
                     day);
    }
}

static void test_lines_that_are_dates(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool is;
    } cases[] = {
        {"March 29, 2014", true},
        {"Published: March 29, 2014 5:42 PM", true},
        {"Updated on 29 March 2014 at 17:42 GMT", true},
        {"Saturday, 29 March 2014", true},
        {"Last modified 2014-03-29 10:00 a.m. ET", true},
        {"(2014-03-29)", true},
        {"March 29, 2014 was a fine day", false},
        {"They met on March 29, 2014", false},
        {"By Anna Berg, March 29, 2014", false},
        {"March 2014", false},
        {"17:42", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_date date;
        bool is =
            ent_i_is_date_line(cases[i].line, strlen(cases[i].line), &date);
        if (is != cases[i].is)
            fail_msg("%s: %d", cases[i].line, is);
    }
}

static void test_dates_of_articles(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Talks go on\n\nMarch 29, 2014\n\nThey met.", "2014-03-29"},
        {"ROME, March 29, 2014 - They met.", "2014-03-29"},
        {"Talks\nROME (Agency), 5 May 2014 - They met.", "2014-05-05"},
        {"Talks\nROME, May 5, 2014 (Agency) \u2014 They met.", "2014-05-05"},
        {"Talks\nROME, May 5, 2014 /Newswire/ -- They met.", "2014-05-05"},
        {"Talks\nNew Delhi, May 5, 2014 \u2013 They met.", "2014-05-05"},
        {"Talks\nROME, May 5, 2014: They met.", "2014-05-05"},
        {"Talks\nROME, 5 May 2014\nThey met.", "2014-05-05"},
        {"Old Town May 05 2014Soldiers stood there.", "2014-05-05"},
        {"Talks\n\nUPDATE, April 21, 2020 at 6:58 p.m. ET : Ann Dunn has said "
         "that they met, and that of this more is to be told later.",
         "2020-04-21"},
        {"Talks\nUpdated April 21, 2020 with news of Ann Dunn", "2020-04-21"},
        {"Talks\nLast updated: Tue, 21 April 2020 by Ann Dunn", "2020-04-21"},
        {"Talks\nPosted on April 21, 2020 by Ann Dunn", "2020-04-21"},
        {"Talks\nPublished (2020-04-21) in Rome", "2020-04-21"},
        {"An update of April 21, 2020 in Rome", ""},
        {"Updated by Ann Dunn after January 29, 1970", ""},
        {"On April 21, 2020 the site was updated.", ""},
        {"Date of birth: January 29, 1970 in Rome", ""},
        {"Paul Ryan (born January 29, 1970) met Ann Dunn.", ""},
        {"Paul Ryan (January 29, 1970) met Ann Dunn.", ""},
        {"Paul Ryan, January 29, 1970, met Ann Dunn.", ""},
        {"Ann Dunn, May 5, 1942 - May 5, 2014, met many.", ""},
        {"Ann Dunn, 5 May 1942 \u2013 5 May 2014", ""},
        {"Ann (@ann) May 5, 2014", ""},
        {"Congress passed January 29, 1970 a law.", ""},
        {"They met on March 29, 2014 in Rome.", ""},
        {"Since March 29, 2014 they talk.", ""},
        {"They met.", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char day[16];
        ent_date_format(ent_i_find_date(cases[i][0], strlen(cases[i][0])), day);
        if (strcmp(day, cases[i][1]) != 0)
            fail_msg("%s: '%s'", cases[i][0], day);
    }
}

/* Ill-formed parts as Unicode's own table 3-8 and 3-11 replace them. */
static void test_ill_formed_utf8(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"\u00E9\u00E9\u00E9\xE0\x80\xBF", "\u00E9\u00E9\u00E9\uFFFD\uFFFD"
                                           "\uFFFD"},
        {"\u00E9\u00E9\u00E9\xED\xA0\x80", "\u00E9\u00E9\u00E9\uFFFD\uFFFD"
                                           "\uFFFD"},
        {"\u00E9\xE1\x80!", "\u00E9\uFFFD!"},
        {"\u00E9\xF0\x91\x92!", "\u00E9\uFFFD!"},
        {"\u00E9\xFF!", "\u00E9\uFFFD!"},
        {"\u00E9\xE1\x80", "\u00E9\uFFFD"},
        {"\u00E9\u00E9\xC0\xAF", "\u00E9\u00E9\uFFFD\uFFFD"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_string out = {0};
        assert_int_equal(
            ent_i_decode(&out, cases[i][0], strlen(cases[i][0]), NULL, NULL),
            ENT_OK);
        if (strcmp(out.items, cases[i][1]) != 0)
            fail_msg("row %zu: %s, not %s", i, out.items, cases[i][1]);
        assert_true(ent_i_is_utf8(out.items, out.n));
        ent_i_vec_free(&out);
    }
}

static void test_named_encodings(void **state)
{
    (void)state;
    static const struct {
        const char *encoding, *bytes;
        size_t size;
        const char *expected;
    } cases[] = {
        {"UTF-16LE", "a\0\xE9\0\x1A\x20", 6, "a\u00E9\u201A"},
        {"UTF-16BE", "\0a\0\xE9\x20\x1A", 6, "a\u00E9\u201A"},
        {"UTF-16BE", "\xD8\x3D\xDE\x00", 4, "\U0001F600"},
        {"UTF-16LE", "a\0b", 3, "a\uFFFD"},
        {"UTF-32LE", "\x00\xF6\x01\0", 4, "\U0001F600"},
        {"UTF-32BE", "\0\x01\xF6\x00", 4, "\U0001F600"},
        {"windows-1252", "\x80 \x93\xE9\x94 \x97", 7,
         "\u20AC \u201C\u00E9\u201D \u2014"},
        {"windows-1251", "\xCF\xF3\xF2", 3, "\u041F\u0443\u0442"},
        {"ISO-8859-2", "\xA3\xF3\x64\xBC", 4, "\u0141\u00F3d\u017A"},
        {"Shift_JIS", "\x93\xFA\x96\x7B", 4, "\u65E5\u672C"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_string out = {0};
        assert_int_equal(ent_i_decode(&out, cases[i].bytes, cases[i].size,
                                      cases[i].encoding, NULL),
                         ENT_OK);
        if (strcmp(out.items, cases[i].expected) != 0)
            fail_msg("%s: %s, not %s", cases[i].encoding, out.items,
                     cases[i].expected);
        ent_i_vec_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_where_a_date_ends),
        cmocka_unit_test(test_lines_that_are_dates),
        cmocka_unit_test(test_dates_of_articles),
        cmocka_unit_test(test_ill_formed_utf8),
        cmocka_unit_test(test_named_encodings)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
