/* Words for days against the date of an article: Saturday, 29 March 2014. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/dates.h"
#include "unit/encounter/read_passage.h"

typedef struct sample {
    const char *text;
    bool ahead;
    const char *words; /* what is read, or NULL */
    const char *days;  /* ISO: one, or the first and the last; or "" */
} sample;

/* "2014-03-29", "2014-03-01/2014-03-31" or "". */
static void write_days(const ent_i_when *when, char out[40])
{
    ent_date_format(when->from, out);
    if (when->from == when->to)
        return;
    strcat(out, "/");
    ent_date_format(when->to, out + strlen(out));
}

/* The first words for a date in the text, and their day. */
static void check(const sample *s, const char *date)
{
    static ent_i_passage r;
    ent_i_text text = {0};
    ent_article *article = ent_i_article_new();
    assert_non_null(article);
    article->text = s->text;
    article->text_size = (uint32_t)strlen(s->text);
    if (date)
        assert_true(ent_date_parse(date, &article->date));
    assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
    memset(&r, 0, sizeof r);
    read_passage(&r, article, &text, 0);
    ent_i_when when;
    uint32_t i = 0;
    while (i < r.node_count && !ent_i_read_when(&r, i, s->ahead, &when))
        i++;
    char words[64] = "", days[40] = "";
    if (i < r.node_count) {
        uint32_t from = r.nodes[when.first].start;
        uint32_t size = r.nodes[when.last].end - from;
        assert_true(size < sizeof words);
        memcpy(words, s->text + from, size);
        write_days(&when, days);
    }
    assert_string_equal(words, s->words ? s->words : "");
    assert_string_equal(days, s->days);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void check_all(const sample *samples, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check(&samples[i], "2014-03-29");
}

#define CHECK_ALL(samples)                                                     \
    check_all(samples, sizeof(samples) / sizeof *(samples))

static void test_weekdays(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"They met on Friday.", false, "Friday", "2014-03-28"},
        {"They met on Saturday.", false, "Saturday", "2014-03-29"},
        {"They meet on Saturday.", true, "Saturday", "2014-03-29"},
        {"They will meet on Tuesday.", true, "Tuesday", "2014-04-01"},
        {"They met last Saturday night.", false, "last Saturday night",
         "2014-03-22"},
        {"They met Friday night.", false, "Friday night", "2014-03-28"},
        /* tomorrow's name: an article dated a day early */
        {"They met on Sunday.", false, "Sunday", "2014-03-30"},
        {"They met last Sunday.", false, "last Sunday", "2014-03-23"},
        {"They meet next Friday.", true, "next Friday", "2014-04-04"},
        {"They met Monday, March 17, in Bern.", false, "Monday, March 17",
         "2014-03-17"},
    };
    CHECK_ALL(samples);
}

static void test_days_nearby(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"They met today.", false, "today", "2014-03-29"},
        {"They met yesterday.", false, "yesterday", "2014-03-28"},
        {"They meet tomorrow.", true, "tomorrow", "2014-03-30"},
        {"They met this morning.", false, "this morning", "2014-03-29"},
        {"They met last night.", false, "last night", "2014-03-28"},
        {"They met three days ago.", false, "three days ago", "2014-03-26"},
        {"They met earlier Friday.", false, "earlier Friday", "2014-03-28"},
    };
    CHECK_ALL(samples);
}

static void test_days_of_the_month(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"They met on March 5.", false, "March 5", "2014-03-05"},
        {"They met on 5 March.", false, "5 March", "2014-03-05"},
        {"They met on the 5th of March.", false, "5th of March", "2014-03-05"},
        {"They met on July 2, 2013.", false, "July 2, 2013", "2013-07-02"},
        {"They met on 2 July 2013.", false, "2 July 2013", "2013-07-02"},
        {"They met on Dec. 11.", false, "Dec. 11", "2013-12-11"},
        {"They will meet on June 4.", true, "June 4", "2014-06-04"},
        {"They met on June 4.", false, "June 4", "2013-06-04"},
        {"They will meet on Jan. 9.", true, "Jan. 9", "2014-01-09"},
        {"They met on Feb. 29, 2012.", false, "Feb. 29, 2012", "2012-02-29"},
    };
    CHECK_ALL(samples);
}

static void test_weeks_months_and_years(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"They met last week.", false, "last week", "2014-03-16/2014-03-22"},
        {"They met this week.", false, "this week", "2014-03-23/2014-03-29"},
        {"They meet next week.", true, "next week", "2014-03-30/2014-04-05"},
        {"They met over the weekend.", false, "weekend",
         "2014-03-29/2014-03-30"},
        {"They met last weekend.", false, "last weekend",
         "2014-03-22/2014-03-23"},
        {"They meet next month.", true, "next month", "2014-04-01/2014-04-30"},
        {"They met last month.", false, "last month", "2014-02-01/2014-02-28"},
        {"They met earlier this month.", false, "earlier this month",
         "2014-03-01/2014-03-29"},
        {"They met earlier this year.", false, "earlier this year",
         "2014-01-01/2014-03-29"},
        {"They met earlier in the week.", false, "earlier in the week",
         "2014-03-23/2014-03-29"},
        {"They met late last year.", false, "late last year",
         "2013-01-01/2013-12-31"},
        {"They met last summer.", false, "last summer",
         "2013-06-01/2013-08-31"},
        {"They met in the past two weeks.", false, "past two weeks",
         "2014-03-15/2014-03-29"},
    };
    CHECK_ALL(samples);
}

static void test_named_months_and_years(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"They met in 2013.", false, "2013", "2013-01-01/2013-12-31"},
        {"They met in early 2013.", false, "early 2013",
         "2013-01-01/2013-12-31"},
        {"They met in June 2013.", false, "June 2013", "2013-06-01/2013-06-30"},
        {"They met in June.", false, "June", "2013-06-01/2013-06-30"},
        {"They met last March.", false, "last March", "2013-03-01/2013-03-31"},
        {"They met in March.", false, "March", "2014-03-01/2014-03-31"},
        {"They will meet in February.", true, "February",
         "2015-02-01/2015-02-28"},
        {"They met in the summer of 1999.", false, "summer of 1999",
         "1999-06-01/1999-08-31"},
        {"They met in the 1990s.", false, "1990s", "1990-01-01/1999-12-31"},
        {"He gave a 2005 interview.", false, "2005", "2005-01-01/2005-12-31"},
    };
    CHECK_ALL(samples);
}

static void test_times_ago(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"They met two weeks ago.", false, "two weeks ago",
         "2014-03-12/2014-03-18"},
        {"They met a month ago.", false, "a month ago",
         "2014-02-01/2014-02-28"},
        {"They met two years ago.", false, "two years ago",
         "2012-01-01/2012-12-31"},
        {"They met several years ago.", false, "several years ago", ""},
    };
    CHECK_ALL(samples);
}

/* Their day depends on what the story told before. */
static void test_times_in_the_story(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"They met the next day.", false, "next day", ""},
        {"They met the following week.", false, "following week", ""},
        {"They met that Friday.", false, "that Friday", ""},
        {"They met two days later.", false, "two days later", ""},
    };
    CHECK_ALL(samples);
}

static void test_what_is_no_date(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"They may meet 5 men.", false, NULL, ""},
        {"They met 31 times.", false, NULL, ""},
        {"They met on February 31.", false, "February 31", ""},
        {"The march met a mob.", false, NULL, ""},
        {"They sold 2014 cars.", false, NULL, ""},
        {"They met on his last day.", false, NULL, ""},
        {"They fell last.", false, NULL, ""},
    };
    CHECK_ALL(samples);
}

static void test_without_a_date_of_the_article(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"They met on Friday.", false, "Friday", ""},
        {"They met on March 5.", false, "March 5", ""},
        {"They met today.", false, "today", ""},
        {"They met on March 5, 2014.", false, "March 5, 2014", "2014-03-05"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        check(&samples[i], NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weekdays),
        cmocka_unit_test(test_days_nearby),
        cmocka_unit_test(test_days_of_the_month),
        cmocka_unit_test(test_weeks_months_and_years),
        cmocka_unit_test(test_named_months_and_years),
        cmocka_unit_test(test_times_ago),
        cmocka_unit_test(test_times_in_the_story),
        cmocka_unit_test(test_what_is_no_date),
        cmocka_unit_test(test_without_a_date_of_the_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
