/* What was read, in figures. Counts are kept in the object that --json writes,
 * by name and in the order in which the names came; the table is made from the
 * same object, so that the two can't differ. */
#include "stats.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "output.h"
#include "reading.h"

enum { ROWS = 20 }; /* of a table; JSON has all */

/* An article may be in a group without a name: nothing is stated. */
static const char *const groups[][2] = {
    {"sources", "Sources"}, {"languages", "Languages"}, {"formats", "Formats"}};
enum { GROUPS = sizeof groups / sizeof *groups };

/* After what was read, what may be wrong with it. */
static const char *const lists[][2] = {{"warnings", "Warnings"},
                                       {"skipped", "Skipped"}};
enum { WARNINGS, SKIPPED, LISTS };

typedef struct stats {
    json_t *counts[GROUPS];
    json_t *lists[LISTS]; /* by name, by reason */
    json_t *all;          /* what is written */
    json_int_t articles;
    json_int_t words;
    json_int_t undated;
    ent_date first;
    ent_date last;
    bool json;
} stats;

/* ---- counting ---- */

static bool add(json_t *counts, const char *name, size_t n)
{
    json_int_t had = json_integer_value(json_object_get(counts, name));
    json_t *sum = json_integer(had + (json_int_t)n);
    return json_object_set_new(counts, name, sum) == 0;
}

/* What stands between white space, as wc -w counts. */
static size_t count_words(const char *text)
{
    static const char space[] = " \t\n\v\f\r";
    size_t n = 0;
    for (text += strspn(text, space); *text; text += strspn(text, space)) {
        text += strcspn(text, space);
        n++;
    }
    return n;
}

static void add_day(stats *s, ent_date date)
{
    if (date == ENT_NO_DATE) {
        s->undated++;
        return;
    }
    if (s->first == ENT_NO_DATE || date < s->first)
        s->first = date;
    if (s->last == ENT_NO_DATE || date > s->last)
        s->last = date;
}

static int add_article(void *ctx, ent_article *article)
{
    stats *s = ctx;
    const char *names[GROUPS] = {ent_article_source(article),
                                 ent_article_language(article),
                                 ent_article_format(article)};
    bool good = true;
    for (size_t i = 0; i < GROUPS; i++)
        good = good && add(s->counts[i], names[i] ? names[i] : "", 1);
    for (unsigned i = 0; i < ENT_WARN_COUNT; i++)
        if (ent_article_warnings(article) >> i & 1)
            good = good && add(s->lists[WARNINGS], ent_warning_name(i), 1);
    s->articles++;
    s->words += (json_int_t)count_words(ent_article_text(article));
    add_day(s, ent_article_date(article));
    ent_article_free(article);
    return good ? CLI_DONE : cli_error("memory is out");
}

/* ---- the object ---- */

static json_t *day(ent_date date)
{
    char text[16];
    return date == ENT_NO_DATE ? json_null()
                               : json_string(ent_date_format(date, text));
}

static int finish(stats *s, const cli_reading *reading)
{
    bool good = true;
    for (size_t i = 0; i < reading->tally.n; i++)
        good = good && add(s->lists[SKIPPED], reading->tally.kinds[i].text,
                           reading->tally.kinds[i].n);
    s->all = json_pack(
        "{s:I, s:I, s:o, s:o, s:I, s:I, s:I}", "articles", s->articles, "words",
        s->words, "first", day(s->first), "last", day(s->last), "undated",
        s->undated, "left_out",
        (json_int_t)(reading->read - reading->articles - reading->duplicates),
        "duplicates", (json_int_t)reading->duplicates);
    for (size_t i = 0; i < GROUPS; i++)
        good = good && json_object_set(s->all, groups[i][0], s->counts[i]) == 0;
    for (size_t i = 0; i < LISTS; i++)
        good = good && json_object_set(s->all, lists[i][0], s->lists[i]) == 0;
    return good ? CLI_DONE : cli_error("memory is out");
}

/* ---- writing ---- */

static int put_bytes(const char *bytes, size_t n, void *sink)
{
    const ent_sink *to = sink;
    return to->write(to->ctx, bytes, n);
}

/* Names come from the inputs: what would steer a terminal becomes a blank. */
static bool __attribute__((format(printf, 2, 3)))
put_line(const ent_sink *sink, const char *format, ...)
{
    char line[1200];
    va_list args;
    va_start(args, format);
    int size = vsnprintf(line, sizeof line - 1, format, args);
    va_end(args);
    size_t n = size < 0 ? 0 : strlen(line);
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)line[i] < ' ' || line[i] == 127)
            line[i] = ' ';
    line[n++] = '\n';
    return sink->write(sink->ctx, line, n) == 0;
}

static bool precedes(const char *a, json_int_t n, const char *b, json_int_t m)
{
    return n != m ? n > m : strcmp(a, b) < 0;
}

/* The name that follows after, the most frequent first; NULL: none. */
static const char *next_name(json_t *counts, const char *after)
{
    json_int_t bound = json_integer_value(json_object_get(counts, after));
    const char *found = NULL, *name;
    json_int_t most = 0;
    json_t *value;
    json_object_foreach(counts, name, value)
    {
        json_int_t n = json_integer_value(value);
        if ((!after || precedes(after, bound, name, n)) &&
            (!found || precedes(name, n, found, most))) {
            found = name;
            most = n;
        }
    }
    return found;
}

static bool put_counts(const ent_sink *sink, const char *title, json_t *counts)
{
    size_t n = json_object_size(counts);
    if (n == 0)
        return true;
    bool good = put_line(sink, "%s", "") && put_line(sink, "%s", title);
    const char *name = NULL;
    char number[32];
    for (size_t i = 0; i < ROWS && (name = next_name(counts, name)); i++) {
        json_int_t count = json_integer_value(json_object_get(counts, name));
        good = good && put_line(sink, "%11s  %s",
                                cli_with_commas((size_t)count, number),
                                *name ? name : "(not stated)");
    }
    return good && (n <= ROWS || put_line(sink, "and %s more (see --json)",
                                          cli_with_commas(n - ROWS, number)));
}

static bool put_figure(const ent_sink *sink, const char *title, json_int_t n)
{
    char number[32];
    return put_line(sink, "%-12s%s", title, cli_with_commas((size_t)n, number));
}

static bool put_days(const ent_sink *sink, const stats *s)
{
    char first[16], last[16];
    return s->first == ENT_NO_DATE || put_line(sink, "%-12s%s to %s", "Days",
                                               ent_date_format(s->first, first),
                                               ent_date_format(s->last, last));
}

static bool put_table(const ent_sink *sink, const stats *s)
{
    json_t *left_out = json_object_get(s->all, "left_out");
    json_t *duplicates = json_object_get(s->all, "duplicates");
    bool good = put_figure(sink, "Articles", s->articles) &&
                put_figure(sink, "Words", s->words) && put_days(sink, s) &&
                put_figure(sink, "No day", s->undated) &&
                put_figure(sink, "Left out", json_integer_value(left_out)) &&
                put_figure(sink, "Twice", json_integer_value(duplicates));
    for (size_t i = 0; i < GROUPS; i++)
        good = good && put_counts(sink, groups[i][1], s->counts[i]);
    for (size_t i = 0; i < LISTS; i++)
        good = good && put_counts(sink, lists[i][1], s->lists[i]);
    return good;
}

static ent_status write_stats(void *ctx, const ent_sink *sink, ent_error *error)
{
    const stats *s = ctx;
    ent_sink to = *sink;
    bool good = s->json ? json_dump_callback(s->all, put_bytes, &to,
                                             JSON_INDENT(2)) == 0 &&
                              to.write(to.ctx, "\n", 1) == 0
                        : put_table(&to, s);
    if (good)
        return ENT_OK;
    *error = (ent_error){ENT_ERR_IO, "export", "can't be written", "", 0, -1};
    return ENT_ERR_IO;
}

/* ---- all of it ---- */

static bool start(stats *s)
{
    bool good = true;
    for (size_t i = 0; i < GROUPS; i++)
        good = (s->counts[i] = json_object()) != NULL && good;
    for (size_t i = 0; i < LISTS; i++)
        good = (s->lists[i] = json_object()) != NULL && good;
    return good;
}

static void end(stats *s)
{
    for (size_t i = 0; i < GROUPS; i++)
        json_decref(s->counts[i]);
    for (size_t i = 0; i < LISTS; i++)
        json_decref(s->lists[i]);
    json_decref(s->all);
}

int cli_stats(const cli_settings *settings, const ent_read_options *options)
{
    const char *path = settings->outputs.n ? settings->outputs.items[0] : "-";
    stats s = {.first = ENT_NO_DATE,
               .last = ENT_NO_DATE,
               .json = settings->json || cli_has_extension(path, "json")};
    cli_reading reading;
    int code = start(&s) ? CLI_DONE : cli_error("memory is out");
    if (!code)
        code = cli_read(settings, options, add_article, NULL, &s, &reading);
    if (!code)
        code = finish(&s, &reading);
    if (!code)
        code = cli_write_output(path, write_stats, &s);
    end(&s);
    return code ? code : cli_reading_code(&reading);
}
