/* The events, as a table and as JSON Lines. */
#include <stdio.h>

#include "core/error.h"
#include "entente/events.h"
#include "report/contact.h"
#include "report/json.h"
#include "report/page.h"

/* ---- a table ---- */

static const ent_i_column columns[] = {
    {"id", "Event", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"days", "When", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"first", "First day", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"last", "Last day", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"reported", "Reported", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"names", "Who", ENT_I_CELL_NAMES, 0, 0},
    {"what", "What", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"kind", "Kind", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"form", "Form", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"status", "Status", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"where", "Where", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"encounters", "Said", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, 0},
    {"confidence", "Confidence", ENT_I_CELL_REAL, 2, ENT_I_COLUMN_WIDE},
};

/* A day, or the days within which it lies; in brackets the day of the first
 * report when no day is told. */
static const char *days_text(ent_i_arena *arena, const ent_event *e)
{
    char first[16], last[16], text[48];
    bool told = e->first != ENT_NO_DATE;
    ent_date_format(told ? e->first : e->reported, first);
    ent_date_format(e->last, last);
    if (told && e->last > e->first)
        snprintf(text, sizeof text, "%s to %s", first, last);
    else
        snprintf(text, sizeof text, told || !first[0] ? "%s" : "(%s)", first);
    return ent_i_arena_strdup(arena, text);
}

/* "met, debate, Cleveland". */
static const char *what_text(ent_i_arena *arena, const ent_event *e)
{
    ent_i_string text = {0};
    const char *form = ent_form_name((ent_form)e->form);
    bool good = ent_i_string_adds(
        &text,
        ent_i_contact_words((ent_kind)e->kind, (ent_standing)e->standing));
    if (good && form[0])
        good = ent_i_string_addf(&text, ", %s", form);
    if (good && e->where)
        good = ent_i_string_addf(&text, ", %s", e->where);
    const char *copy =
        good ? ent_i_arena_strndup(arena, text.items, text.n) : NULL;
    ent_i_vec_free(&text);
    return copy;
}

static ent_i_cell names_cell(ent_i_arena *arena, const ent_corpus *corpus,
                             const ent_event *e)
{
    const char **names =
        ent_i_arena_alloc(arena, e->actor_count * sizeof *names);
    for (uint32_t i = 0; names && i < e->actor_count; i++)
        names[i] = ent_corpus_actor(corpus, e->actors[i])->label;
    return (ent_i_cell){.names = names, .count = names ? e->actor_count : 0};
}

/* One row, in the order of the columns. */
static void add_event(ent_i_page *page, ent_i_table *table,
                      const ent_corpus *corpus, const ent_event *e)
{
    const char *days = days_text(&table->arena, e);
    const char *what = what_text(&table->arena, e);
    ent_i_cell names = names_cell(&table->arena, corpus, e);
    page->no_memory = page->no_memory || !days || !what || !names.names;
    ent_i_add_text(page, table, e->id);
    ent_i_add_text(page, table, days);
    ent_i_add_date(page, table, e->first);
    ent_i_add_date(page, table, e->last);
    ent_i_add_date(page, table, e->reported);
    ent_i_add(page, table, names);
    ent_i_add_text(page, table, what);
    ent_i_add_text(page, table, ent_kind_name((ent_kind)e->kind));
    ent_i_add_text(page, table, ent_form_name((ent_form)e->form));
    ent_i_add_text(page, table, ent_standing_name((ent_standing)e->standing));
    ent_i_add_text(page, table, e->where);
    ent_i_add_number(page, table, e->encounter_count);
    ent_i_add_number(page, table, e->articles);
    ent_i_add_number(page, table, (double)e->confidence);
}

ent_status ent_events_report(const ent_events *events,
                             const ent_report_options *options,
                             const ent_sink *sink, ent_error *error)
{
    ent_i_page page;
    ent_report_options copy;
    ent_status status = ent_i_page_open(&page, &copy, options, sink, error);
    if (status)
        return status;
    size_t n = ent_events_count(events);
    ent_i_table table = {.key = "events",
                         .style = ENT_I_TABLE_GRID,
                         .columns = columns,
                         .column_count = sizeof columns / sizeof *columns};
    page.format->begin(&page, "Who met when");
    for (size_t i = 0; i < n && !page.no_memory; i++)
        add_event(&page, &table, ent_events_get_corpus(events),
                  ent_events_get(events, i));
    ent_i_page_section(&page, "Events", n, n, &table);
    return ent_i_page_close(&page, error);
}

/* ---- JSON Lines ---- */

/* The object takes the array even after a failure, so that it is freed. */
static bool set_array(json_t *object, const char *key, json_t *array, bool good)
{
    return json_object_set_new_nocheck(object, key, array) == 0 && good;
}

static bool set_participants(json_t *o, const ent_corpus *corpus,
                             const ent_event *e)
{
    json_t *names = json_array(), *actors = json_array();
    bool good = names && actors;
    for (uint32_t i = 0; good && i < e->actor_count; i++) {
        const ent_actor *actor = ent_corpus_actor(corpus, e->actors[i]);
        good =
            json_array_append_new(names, json_string_nocheck(actor->label)) ==
                0 &&
            json_array_append_new(actors, json_string_nocheck(actor->id)) == 0;
    }
    good = set_array(o, "participants", names, good);
    return set_array(o, "actors", actors, good);
}

static json_t *evidence_json(ent_i_arena *arena, const ent_evidence *e)
{
    const ent_encounter *said = e->encounter;
    const char *sentence = ent_i_one_line(arena, e->text, e->text_size);
    json_t *o = json_object();
    bool good =
        o && sentence &&
        ent_i_json_text(o, "article", ent_article_id(e->article)) &&
        ent_i_json_date(o, "date", ent_article_date(e->article)) &&
        ent_i_json_text(o, "kind", ent_kind_name((ent_kind)said->kind)) &&
        ent_i_json_text(o, "status",
                        ent_standing_name((ent_standing)said->standing)) &&
        ent_i_json_text(o, "when_text", said->when_text) &&
        ent_i_json_text(o, "where", said->where) &&
        ent_i_json_real(o, "confidence", (double)said->confidence) &&
        ent_i_json_text(o, "field",
                        e->field == ENT_FIELD_TITLE ? "title" : "text") &&
        ent_i_json_whole(o, "start", e->start) &&
        ent_i_json_whole(o, "end", e->end) &&
        ent_i_json_text(o, "sentence", sentence);
    return ent_i_json_done(o, good);
}

static bool set_evidence(json_t *o, const ent_events *events, size_t index)
{
    json_t *list = json_array();
    ent_i_arena arena = {0};
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    bool good = list != NULL;
    for (size_t k = 0; good && ent_events_evidence(events, index, k, &evidence);
         k++)
        good =
            json_array_append_new(list, evidence_json(&arena, &evidence)) == 0;
    ent_i_arena_free(&arena);
    return set_array(o, "evidence", list, good);
}

static json_t *event_json(const ent_events *events, size_t index)
{
    const ent_event *e = ent_events_get(events, index);
    json_t *o = json_object();
    bool good = o && ent_i_json_text(o, "id", e->id) &&
                ent_i_json_date(o, "first", e->first) &&
                ent_i_json_date(o, "last", e->last) &&
                ent_i_json_date(o, "reported", e->reported) &&
                ent_i_json_text(o, "kind", ent_kind_name((ent_kind)e->kind)) &&
                ent_i_json_text(o, "form",
                                e->form == ENT_FORM_OPEN
                                    ? NULL
                                    : ent_form_name((ent_form)e->form)) &&
                ent_i_json_text(o, "status",
                                ent_standing_name((ent_standing)e->standing)) &&
                ent_i_json_bits(o, "weak", e->weak, ent_weak_name) &&
                set_participants(o, ent_events_get_corpus(events), e) &&
                ent_i_json_text(o, "where", e->where) &&
                ent_i_json_real(o, "confidence", (double)e->confidence) &&
                ent_i_json_whole(o, "articles", e->articles) &&
                set_evidence(o, events, index);
    return ent_i_json_done(o, good);
}

ent_status ent_events_write_json(const ent_events *events, const ent_sink *sink,
                                 ent_error *error)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; i < ent_events_count(events) && !status; i++)
        status = ent_i_json_line(event_json(events, i), sink, error);
    return status;
}
