/* When and where a contact is said to have been, and on what its time rests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/details.h"
#include "marked_article.h"
#include "unit/encounter/read_passage.h"

typedef struct detail {
    const char *marked;
    const char *at; /* the word of contact */
    ent_standing standing;
    const char *days; /* "2014-03-28", "2014-03-01/2014-03-31" or "" */
    const char *from; /* as ent_when_from_name says it, or "" */
    const char *where;
} detail;

static void write_days(const ent_encounter *e, char out[40])
{
    ent_date_format(e->when_first, out);
    if (e->when_first == e->when_last)
        return;
    strcat(out, "/");
    ent_date_format(e->when_last, out + strlen(out));
}

static int wrong;

static void compare(const detail *d, const ent_encounter *e)
{
    char days[40];
    write_days(e, days);
    const char *from = ent_when_from_name((ent_when_from)e->when_from);
    const char *where = e->where ? e->where : "";
    if (strcmp(days, d->days) == 0 && strcmp(from ? from : "", d->from) == 0 &&
        strcmp(where, d->where) == 0)
        return;
    print_error("%s\n  expected: %s, %s, %s\n  found:    %s, %s, %s\n",
                d->marked, d->days, d->from, d->where, days, from ? from : "",
                where);
    wrong++;
}

/* The article is of Saturday, 29 March 2014. */
static void check(const detail *d)
{
    static ent_i_passage r;
    ent_i_text text = {0};
    ent_article *article = read_article(&text, d->marked, "2014-03-29");
    memset(&r, 0, sizeof r);
    read_passage(&r, article, &text, 0);
    ent_i_finding f = {.standing = (uint8_t)d->standing, .subject = ENT_NONE};
    while (f.at < r.node_count && strcmp(r.nodes[f.at].text, d->at) != 0)
        f.at++;
    assert_true(f.at < r.node_count);
    const ent_i_lexeme *word = r.nodes[f.at].word;
    f.verb = word->verb && (!word->noun || !ent_i_is_noun(&r, f.at));
    ent_encounter e = {.size = sizeof e, .standing = f.standing};
    assert_true(ent_i_add_when(article, &r, &f, &e));
    assert_true(ent_i_add_where(article, &r, &f, &e));
    compare(d, &e);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void check_all(const detail *details, size_t count)
{
    wrong = 0;
    for (size_t i = 0; i < count; i++)
        check(&details[i]);
    assert_int_equal(wrong, 0);
}

#define CHECK_ALL(details)                                                     \
    check_all(details, sizeof(details) / sizeof *(details))

static void test_the_contacts_own_time(void **state)
{
    (void)state;
    static const detail details[] = {
        {"[Berg] held talks with [Holm] on Friday.", "talks", ENT_HELD,
         "2014-03-28", "weekday", ""},
        {"[Berg] is to meet [Holm] on Friday.", "meet", ENT_PLANNED,
         "2014-04-04", "weekday", ""},
        {"[Berg] is to meet [Holm] on January 3.", "meet", ENT_PLANNED,
         "2014-01-03", "text", ""},
        {"[Berg] met [Holm] last week.", "met", ENT_HELD,
         "2014-03-16/2014-03-22", "relative", ""},
        {"Next week, [Berg] leaves for a tour, which includes a meeting with "
         "[Holm].",
         "meeting", ENT_PLANNED, "2014-03-30/2014-04-05", "relative", ""},
        {"[Berg] thanked [Holm] when they met in 2011.", "thanked", ENT_HELD,
         "2011-01-01/2011-12-31", "text", ""},
        {"[Berg] and [Holm] were seen talking during the 2011 gala.", "talking",
         ENT_HELD, "2011-01-01/2011-12-31", "text", ""},
    };
    CHECK_ALL(details);
}

static void test_the_time_of_something_else(void **state)
{
    (void)state;
    static const detail details[] = {
        {"[Berg] said on Friday that she had met [Holm].", "met", ENT_HELD, "",
         "", ""},
        {"[Berg] told [Holm] that the plant closed last year.", "told",
         ENT_HELD, "", "article", ""},
        {"[Berg] met [Holm] for the first time since 2009.", "met", ENT_HELD,
         "", "article", ""},
        {"[Berg] asked [Holm] about Tuesday's vote.", "asked", ENT_HELD, "",
         "article", ""},
        {"Of the forum that starts Monday he knew, and [Berg] meets [Holm].",
         "meets", ENT_HELD, "", "article", ""},
    };
    CHECK_ALL(details);
}

static void test_times_long_past(void **state)
{
    (void)state;
    static const detail details[] = {
        {"[Berg] met [Holm].", "met", ENT_HELD, "", "article", ""},
        {"[Berg] had met [Holm].", "met", ENT_HELD, "", "", ""},
        {"[Berg] once met [Holm].", "met", ENT_HELD, "", "", ""},
        {"[Berg] met [Holm] when she was governor.", "met", ENT_HELD, "", "",
         ""},
        {"[Berg] met [Holm] the next day.", "met", ENT_HELD, "", "", ""},
        {"Photos: [Berg] greets [Holm].", "greets", ENT_HELD, "", "", ""},
        {"Photos: [Berg] greets [Holm] in {Bern} in 1999.", "greets", ENT_HELD,
         "1999-01-01/1999-12-31", "caption", "Bern"},
    };
    CHECK_ALL(details);
}

static void test_the_contacts_own_place(void **state)
{
    (void)state;
    static const detail details[] = {
        {"[Berg] met [Holm] in {Bern}.", "met", ENT_HELD, "", "article",
         "Bern"},
        {"In {Bern}, [Berg] held talks with [Holm].", "talks", ENT_HELD, "",
         "article", "Bern"},
        {"The talks between [Berg] and [Holm] will take place in {Bern}.",
         "talks", ENT_PLANNED, "", "article", "Bern"},
        {"[Berg] met [Holm] at the {Grand Hotel} in {Bern}.", "met", ENT_HELD,
         "", "article", "Grand Hotel"},
        {"[Berg] spoke with [Holm] on {Air Force One}.", "spoke", ENT_HELD, "",
         "article", "Air Force One"},
        {"After a visit to {Bern}, where he met [Holm], [Berg] slept.", "met",
         ENT_HELD, "", "article", "Bern"},
        {"The {Bern} meeting of [Berg] and [Holm] was short.", "meeting",
         ENT_HELD, "", "article", "Bern"},
    };
    CHECK_ALL(details);
}

static void test_the_place_of_something_else(void **state)
{
    (void)state;
    static const detail details[] = {
        {"[Berg] told [Holm] that a plant in {Bern} had closed.", "told",
         ENT_HELD, "", "article", ""},
        {"[Berg] discussed the war in {Syria} with [Holm].", "discussed",
         ENT_HELD, "", "article", ""},
        {"[Berg] and [Holm] held talks on {Iran}.", "talks", ENT_HELD, "",
         "article", ""},
        {"[Berg] warned [Holm] not to meddle in {French} elections.", "warned",
         ENT_HELD, "", "article", ""},
    };
    CHECK_ALL(details);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_contacts_own_time),
        cmocka_unit_test(test_the_time_of_something_else),
        cmocka_unit_test(test_times_long_past),
        cmocka_unit_test(test_the_contacts_own_place),
        cmocka_unit_test(test_the_place_of_something_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
