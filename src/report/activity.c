/* When the ties were seen: pieces of evidence and stated contacts by day, month
 * or year. */
#include <stdio.h>
#include <string.h>

#include "report/sections.h"

static const ent_i_column columns[] = {
    {"period", "When", ENT_I_CELL_TEXT, 0, 0},
    {"evidence", "Evidence", ENT_I_CELL_WHOLE, 0, 0},
    {"contacts", "Contacts", ENT_I_CELL_WHOLE, 0, 0},
};

/* Days up to this many, then months, then years: columns must be wide enough to
 * see. */
enum { MAX_DAYS = 92, MAX_MONTHS = 96 * 31 };

typedef struct activity {
    ent_i_arena arena;
    ENT_I_VEC(ent_i_mark) periods; /* value: evidence, part: contacts */
    uint32_t *period;              /* by day from the first */
    ent_date first;
    ent_date last;
    size_t undated; /* pieces of evidence */
} activity;

/* "2014-03-29" cut to its month or year, as long as the periods are. */
static size_t label_size(const activity *a)
{
    ent_date days = a->last - a->first;
    return days < MAX_DAYS     ? strlen("YYYY-MM-DD")
           : days < MAX_MONTHS ? strlen("YYYY-MM")
                               : strlen("YYYY");
}

/* Every period between the first and the last, so that silence shows. */
static bool lay_periods(activity *a)
{
    size_t size = label_size(a);
    a->period =
        ent_i_malloc(((size_t)(a->last - a->first) + 1) * sizeof *a->period);
    for (ent_date day = a->first; a->period && day <= a->last; day++) {
        char text[16];
        ent_date_format(day, text);
        text[size] = '\0';
        size_t n = a->periods.n;
        if (n == 0 || strcmp(a->periods.items[n - 1].label, text) != 0) {
            ent_i_mark mark = {.label = ent_i_arena_strdup(&a->arena, text)};
            if (!mark.label || !ent_i_vec_push(&a->periods, mark))
                return false;
        }
        a->period[day - a->first] = (uint32_t)a->periods.n - 1;
    }
    return a->period != NULL;
}

/* Undated articles have no place. */
static void count(activity *a, const ent_network *network)
{
    ent_evidence e = ENT_EVIDENCE_INIT;
    for (size_t i = 0; i < ent_network_tie_count(network); i++)
        for (size_t k = 0; ent_network_evidence(network, i, k, &e); k++) {
            ent_date day = ent_article_date(e.article);
            if (day == ENT_NO_DATE || day < a->first || day > a->last) {
                a->undated++;
                continue;
            }
            ent_i_mark *mark = &a->periods.items[a->period[day - a->first]];
            mark->value++;
            mark->part += e.encounter != NULL;
        }
}

static void put_table(ent_i_page *page, const activity *a)
{
    ent_i_table table = {.key = "activity",
                         .style = ENT_I_TABLE_GRID,
                         .columns = columns,
                         .column_count = sizeof columns / sizeof *columns};
    for (size_t i = 0; i < a->periods.n; i++) {
        ent_i_add_text(page, &table, a->periods.items[i].label);
        ent_i_add_number(page, &table, a->periods.items[i].value);
        ent_i_add_number(page, &table, a->periods.items[i].part);
    }
    ent_i_page_table(page, &table);
}

/* People see a plot, programs the numbers. */
static void put(ent_i_page *page, const activity *a)
{
    char title[120];
    int n = snprintf(title, sizeof title,
                     "Evidence of ties by the articles' day; dark: stated "
                     "contacts");
    if (a->undated)
        snprintf(title + n, sizeof title - (size_t)n,
                 "; %zu pieces have no day", a->undated);
    ent_i_plot plot = {.kind = ENT_I_PLOT_COLUMNS,
                       .title = title,
                       .up = "evidence",
                       .marks = a->periods.items,
                       .n = a->periods.n};
    if (page->format->data) {
        put_table(page, a);
    } else if (page->format->plot && a->periods.n > 1) {
        page->format->heading(page, "Over time");
        ent_i_page_plot(page, &plot);
    }
}

void ent_i_put_activity(ent_i_page *page, const ent_network *network)
{
    const ent_network_summary *s = ent_network_get_summary(network);
    activity a = {.first = s->first, .last = s->last};
    bool dated = s->first != ENT_NO_DATE;
    page->no_memory = page->no_memory || (dated && !lay_periods(&a));
    if (dated && !page->no_memory)
        count(&a, network);
    if (!page->no_memory)
        put(page, &a);
    ent_i_vec_free(&a.periods);
    ent_i_free(a.period);
    ent_i_arena_free(&a.arena);
}
