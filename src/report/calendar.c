/* The events as a calendar: iCalendar, RFC 5545. */
#include <stdio.h>
#include <string.h>

#include "core/article.h"
#include "core/control.h"
#include "core/error.h"
#include "entente/entente.h"
#include "report/contact.h"
#include "report/page.h"

enum {
    LINE_MAX_BYTES = 75, /* RFC 5545, 3.1; longer lines are folded */
    EVIDENCE_MAX = 5,    /* sentences in a description */
    SPAN_MAX = 31        /* days; longer ones would cover the calendar */
};

typedef struct calendar {
    const ent_events *events;
    ent_i_string text; /* of one event */
    ent_i_string line; /* not yet folded */
    ent_i_arena arena;
    bool good; /* memory is not out */
} calendar;

/* ---- content lines ---- */

static void put(calendar *c, const char *text)
{
    c->good = c->good && ent_i_string_adds(&c->line, text);
}

/* Escapes a text value (3.3.11). Control characters have no escape, and are
 * left out; line ends are blanks by now. */
static void put_value(calendar *c, const char *text)
{
    size_t left = strlen(text), n;
    for (; left; text += n, left -= n) {
        n = ent_i_control_size(text, left);
        if (n)
            continue;
        n = 1;
        if (strchr("\\;,", *text))
            c->good = c->good && ent_i_string_add(&c->line, "\\", 1);
        c->good = c->good && ent_i_string_add(&c->line, text, 1);
    }
}

/* How many bytes of the rest fit on a line, without cutting a character. */
static size_t piece(const char *rest, size_t size, size_t room)
{
    size_t n = size < room ? size : room;
    while (n < size && n > 0 && ((unsigned char)rest[n] & 0xc0) == 0x80)
        n--;
    return n;
}

/* Ends the line. Those that continue it begin with a blank, which counts. */
static void end_line(calendar *c)
{
    const char *rest = c->line.items;
    size_t size = c->line.n, room = LINE_MAX_BYTES;
    while (c->good && size > 0) {
        size_t n = piece(rest, size, room);
        c->good = ent_i_string_add(&c->text, rest, n) &&
                  ent_i_string_adds(&c->text, size > n ? "\r\n " : "\r\n");
        rest += n;
        size -= n;
        room = LINE_MAX_BYTES - 1;
    }
    c->line.n = 0;
}

static void put_line(calendar *c, const char *line)
{
    put(c, line);
    end_line(c);
}

static void put_property(calendar *c, const char *name, const char *value)
{
    put(c, name);
    put_value(c, value);
    end_line(c);
}

/* "20140329" after the name. */
static void put_date(calendar *c, const char *name, ent_date date,
                     const char *after)
{
    char day[16];
    put(c, name);
    for (const char *p = ent_date_format(date, day); *p; p++)
        if (*p != '-')
            c->good = c->good && ent_i_string_add(&c->line, p, 1);
    put_line(c, after);
}

/* ---- an event ---- */

static void put_summary(calendar *c, const ent_event *e)
{
    const ent_corpus *corpus = ent_events_get_corpus(c->events);
    put(c, "SUMMARY:");
    for (uint32_t i = 0; i < e->actor_count; i++) {
        put_value(c, i ? ", " : "");
        put_value(c, ent_corpus_actor(corpus, e->actors[i])->label);
    }
    put_value(c, ": ");
    put_value(
        c, ent_i_contact_words((ent_kind)e->kind, (ent_standing)e->standing));
    end_line(c);
}

static void put_categories(calendar *c, const ent_event *e)
{
    put(c, "CATEGORIES:");
    put_value(c, ent_kind_name((ent_kind)e->kind));
    if (e->form != ENT_FORM_OPEN) {
        put(c, ",");
        put_value(c, ent_form_name((ent_form)e->form));
    }
    end_line(c);
}

/* What the first articles say, a paragraph each. */
static void put_description(calendar *c, size_t index)
{
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    put(c, "DESCRIPTION:");
    for (size_t k = 0; k < EVIDENCE_MAX &&
                       ent_events_evidence(c->events, index, k, &evidence);
         k++) {
        char day[16];
        const char *sentence =
            ent_i_one_line(&c->arena, evidence.text, evidence.text_size);
        c->good = c->good && sentence;
        put(c, k ? "\\n" : "");
        put_value(c, sentence ? sentence : "");
        put_value(c, " (");
        put_value(c, ent_article_id(evidence.article));
        ent_date_format(ent_article_date(evidence.article), day);
        put_value(c, day[0] ? ", " : "");
        put_value(c, day);
        put_value(c, ")");
    }
    end_line(c);
}

/* RFC 5545 wants to know when the entry was made. That is when it was last
 * reported, so that the same articles give the same bytes. */
static ent_date stamp_of(const calendar *c, size_t index)
{
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    ent_date latest = ENT_NO_DATE;
    for (size_t k = 0; ent_events_evidence(c->events, index, k, &evidence); k++)
        if (ent_article_date(evidence.article) > latest)
            latest = ent_article_date(evidence.article);
    return latest == ENT_NO_DATE ? ent_events_get(c->events, index)->first
                                 : latest;
}

/* The address of the best evidence; anything else could end the line. */
static void put_address(calendar *c, size_t index)
{
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    if (!ent_events_evidence(c->events, index, 0, &evidence))
        return;
    const char *url = ent_article_url(evidence.article);
    if (!url || !ent_i_is_web_address(url))
        return;
    put(c, "URL:");
    put_line(c, url);
}

static void put_event(calendar *c, size_t index)
{
    static const char *const status[] = {[ENT_HELD] = "STATUS:CONFIRMED",
                                         [ENT_PLANNED] = "STATUS:TENTATIVE",
                                         [ENT_PROPOSED] = "STATUS:TENTATIVE",
                                         [ENT_DENIED] = "STATUS:CANCELLED"};
    const ent_event *e = ent_events_get(c->events, index);
    put_line(c, "BEGIN:VEVENT");
    put(c, "UID:");
    put_value(c, e->id);
    put_line(c, "@entente");
    put_date(c, "DTSTAMP:", stamp_of(c, index), "T000000Z");
    put_date(c, "DTSTART;VALUE=DATE:", e->first, "");
    put_date(c, "DTEND;VALUE=DATE:", e->last + 1, "");
    put_summary(c, e);
    if (e->where)
        put_property(c, "LOCATION:", e->where);
    put_line(c, status[e->standing]);
    put_categories(c, e);
    put_description(c, index);
    put_address(c, index);
    put_line(c, "TRANSP:TRANSPARENT");
    put_line(c, "END:VEVENT");
}

/* ---- the calendar ---- */

/* The day after the last one must have a year of four digits, too. */
static bool has_days(const ent_event *e)
{
    return e->first != ENT_NO_DATE && e->last - e->first < SPAN_MAX &&
           e->last < ent_i_date(9999, 12, 31);
}

static ent_status flush(calendar *c, const ent_sink *sink, ent_error *error)
{
    if (!c->good)
        return ent_i_no_memory(error, "report");
    int failed = sink->write(sink->ctx, c->text.items, c->text.n);
    c->text.n = 0;
    return failed ? ent_i_fail(error, ENT_ERR_IO, "report",
                               "the calendar can't be written")
                  : ENT_OK;
}

ent_status ent_events_write_calendar(const ent_events *events,
                                     const ent_sink *sink, size_t *left_out,
                                     ent_error *error)
{
    calendar c = {.events = events, .good = true};
    size_t without = 0;
    put_line(&c, "BEGIN:VCALENDAR");
    put_line(&c, "VERSION:2.0");
    put(&c, "PRODID:-//entente//entente ");
    put_value(&c, ent_version());
    put_line(&c, "//EN");
    put_line(&c, "CALSCALE:GREGORIAN");
    ent_status status = flush(&c, sink, error);
    for (size_t i = 0; i < ent_events_count(events) && !status; i++) {
        if (!has_days(ent_events_get(events, i))) {
            without++;
            continue;
        }
        put_event(&c, i);
        status = flush(&c, sink, error);
        ent_i_arena_free(&c.arena);
    }
    put_line(&c, "END:VCALENDAR");
    if (!status)
        status = flush(&c, sink, error);
    ent_i_vec_free(&c.text);
    ent_i_vec_free(&c.line);
    ent_i_arena_free(&c.arena);
    if (left_out)
        *left_out = without;
    return status;
}
