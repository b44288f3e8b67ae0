/* Events as a calendar, as JSON Lines and as a table. */
#include "unit/hand_corpus.h"

#include <jansson.h>

typedef struct world {
    ent_corpus corpus;
    ent_events *events;
    ent_i_string text;
    size_t room; /* bytes until the sink fails */
    ent_sink sink;
} world;

static int take(void *ctx, const void *bytes, size_t n)
{
    world *w = ctx;
    if (n > w->room)
        return 1;
    w->room -= n;
    return !ent_i_string_add(&w->text, bytes, n);
}

/* A held and a planned meeting with days, and one without. */
static void open_world(world *w)
{
    static const char *const days[] = {"2014-03-04", "2014-03-07", NULL};
    *w = (world){.room = SIZE_MAX};
    w->sink = (ent_sink){take, w};
    hand_actors(&w->corpus, "abc");
    w->corpus.actors.items[0].label = "Ann; Berg, \\ the \"first\"";
    w->corpus.actors.items[1].label =
        "王小明王小明王小明王小明王小明王小明王小明";
    ent_article *article =
        hand_article(&w->corpus, "2014-03-05", "Talks",
                     "a saw\n b. a will see b. b talked to c.");
    article->url = "https://news.example/a?b=1,2;3";
    hand_encounter(article, ENT_MEET, ENT_HELD, 0, 0, 1);
    hand_encounter(article, ENT_MEET, ENT_PLANNED, 1, 2, 3);
    hand_encounter(article, ENT_CALL, ENT_HELD, 2, 4, 5);
    for (size_t i = 0; i < 3; i++) {
        ent_encounter *e = &article->encounters.items[i];
        e->field = ENT_FIELD_TEXT;
        e->confidence = 0.5F;
        if (!days[i])
            continue;
        assert_true(ent_date_parse(days[i], &e->when));
        e->when_first = e->when_last = e->when;
        e->when_from = ENT_WHEN_TEXT;
    }
    article->encounters.items[0].where = "Oslo, Norway";
    article->encounters.items[2].form = ENT_FORM_PHONE;
    assert_int_equal(ent_events_find(&w->events, &w->corpus, NULL, NULL),
                     ENT_OK);
    assert_int_equal(ent_events_count(w->events), 3);
}

static void close_world(world *w)
{
    ent_events_free(w->events);
    ent_i_vec_free(&w->text);
    hand_free(&w->corpus);
}

/* Lines end in CR LF and have at most 75 bytes; unfolded, in place. */
static void unfold(char *text)
{
    char *to = text;
    size_t column = 0;
    for (const char *p = text; *p; p++, column++) {
        if (*p != '\r') {
            assert_true(column < 75);
            *to++ = *p;
            continue;
        }
        assert_int_equal(p[1], '\n');
        p++;
        column = SIZE_MAX;
        if (p[1] == ' ') {
            p++;
            column = 0;
            /* A character is not cut. */
            assert_true(((unsigned char)p[1] & 0xc0) != 0x80);
        } else {
            *to++ = '\n';
        }
    }
    *to = '\0';
}

static void test_calendar(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//entente//entente ",
        "\nDTSTAMP:20140305T000000Z\nDTSTART;VALUE=DATE:20140304\n"
        "DTEND;VALUE=DATE:20140305\n",
        "\nSUMMARY:Ann\\; Berg\\, \\\\ the \"first\"\\, "
        "王小明王小明王小明王小明王小明王小明王小明: met\n",
        "\nLOCATION:Oslo\\, Norway\nSTATUS:CONFIRMED\nCATEGORIES:meet\n",
        "\nDESCRIPTION:a saw b. (n0\\, 2014-03-05)\n"
        "URL:https://news.example/a?b=1,2;3\n",
        "\nSTATUS:TENTATIVE\n",
        "\nEND:VEVENT\nEND:VCALENDAR\n"};
    world w;
    size_t left_out = 0;
    open_world(&w);
    assert_int_equal(
        ent_events_write_calendar(w.events, &w.sink, &left_out, NULL), ENT_OK);
    assert_int_equal(left_out, 1);
    unfold(w.text.items);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!strstr(w.text.items, lines[i]))
            fail_msg("no \"%s\" in\n%s", lines[i], w.text.items);
    close_world(&w);
}

static const char *calendar(world *w, size_t *left_out)
{
    w->text.n = 0;
    assert_int_equal(
        ent_events_write_calendar(w->events, &w->sink, left_out, NULL), ENT_OK);
    return w->text.items;
}

/* The first and the last day that it may be, and what an entry has of them;
 * NULL where it is left out. */
static void test_days_of_a_calendar(void **state)
{
    (void)state;
    static const struct {
        const char *first, *last, *lines;
    } samples[] = {
        {"2016-02-28", "2016-02-28", "20160228\r\nDTEND;VALUE=DATE:20160229"},
        {"2015-02-28", "2015-02-28", "20150228\r\nDTEND;VALUE=DATE:20150301"},
        {"2015-12-31", "2015-12-31", "20151231\r\nDTEND;VALUE=DATE:20160101"},
        {"2015-03-01", "2015-03-31", "20150301\r\nDTEND;VALUE=DATE:20150401"},
        {"0001-01-01", "0001-01-01", "00010101\r\nDTEND;VALUE=DATE:00010102"},
        {"9999-12-30", "9999-12-30", "99991230\r\nDTEND;VALUE=DATE:99991231"},
        /* No year of five digits, and no whole years. */
        {"9999-12-31", "9999-12-31", NULL},
        {"2015-01-01", "2015-12-31", NULL}};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        world w;
        char line[80];
        size_t left_out = 0;
        open_world(&w);
        ent_article *article = w.corpus.articles.items[0];
        ent_encounter *e = &article->encounters.items[0];
        article->encounters.n = 1;
        assert_true(ent_date_parse(samples[i].first, &e->when_first));
        assert_true(ent_date_parse(samples[i].last, &e->when_last));
        e->when = e->when_first == e->when_last ? e->when_first : ENT_NO_DATE;
        ent_events_free(w.events);
        assert_int_equal(ent_events_find(&w.events, &w.corpus, NULL, NULL),
                         ENT_OK);
        const char *text = calendar(&w, &left_out);
        snprintf(line, sizeof line, "DTSTART;VALUE=DATE:%s\r\n",
                 samples[i].lines ? samples[i].lines : "");
        assert_int_equal(left_out, samples[i].lines == NULL);
        assert_int_equal(strstr(text, line) != NULL, samples[i].lines != NULL);
        close_world(&w);
    }
}

static void test_json(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    assert_int_equal(ent_events_write_json(w.events, &w.sink, NULL), ENT_OK);
    json_t *first = json_loads(w.text.items, JSON_DISABLE_EOF_CHECK, NULL);
    assert_non_null(first);
    const char *day, *kind, *status, *where, *sentence, *actor;
    int articles;
    assert_int_equal(
        json_unpack(first, "{s:s, s:s, s:s, s:s, s:i, s:[s, s], s:[{s:s}]}",
                    "first", &day, "kind", &kind, "status", &status, "where",
                    &where, "articles", &articles, "actors", &actor, &actor,
                    "evidence", "sentence", &sentence),
        0);
    assert_string_equal(day, "2014-03-04");
    assert_string_equal(kind, "meet");
    assert_string_equal(status, "held");
    assert_string_equal(where, "Oslo, Norway");
    assert_string_equal(sentence, "a saw b.");
    assert_int_equal(articles, 1);
    json_decref(first);
    close_world(&w);
}

static void test_table(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    ent_report_options options = ENT_REPORT_OPTIONS_INIT;
    options.width = 200;
    assert_int_equal(ent_events_report(w.events, &options, &w.sink, NULL),
                     ENT_OK);
    assert_non_null(strstr(w.text.items, "met, Oslo, Norway"));
    assert_non_null(strstr(w.text.items, "(2014-03-05)"));
    assert_non_null(strstr(w.text.items, "spoke, phone"));
    close_world(&w);
}

static void test_a_sink_that_fails(void **state)
{
    (void)state;
    for (size_t room = 0; room < 900; room += 100) {
        world w;
        open_world(&w);
        w.room = room;
        assert_int_equal(
            ent_events_write_calendar(w.events, &w.sink, NULL, NULL),
            ENT_ERR_IO);
        w.room = room;
        assert_int_equal(ent_events_write_json(w.events, &w.sink, NULL),
                         ENT_ERR_IO);
        close_world(&w);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar),
        cmocka_unit_test(test_days_of_a_calendar),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_a_sink_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
