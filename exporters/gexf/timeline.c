#include "gexf/timeline.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/graph.h"

ent_i_timeline ent_i_timeline_of(const ent_host *host, const ent_view *view)
{
    return (ent_i_timeline){host, view, host->slice_count(view)};
}

/* The first day of a slice. */
static const char *first_of(const ent_i_timeline *t, size_t slice)
{
    const char *name, *first = "", *last;
    t->host->slice(t->view, slice, &name, &first, &last);
    return first;
}

/* The day before "YYYY-MM-DD", of the years 1 to 9999. */
static void day_before(const char *day, char *out, size_t size)
{
    static const unsigned days[] = {31, 28, 31, 30, 31, 30,
                                    31, 31, 30, 31, 30, 31};
    unsigned y = (unsigned)strtoul(day, NULL, 10) % 10000;
    unsigned m = (unsigned)strtoul(day + 5, NULL, 10) % 100;
    unsigned d = (unsigned)strtoul(day + 8, NULL, 10) % 100;
    if (--d == 0) {
        m = m > 1 ? m - 1 : 12;
        y -= m == 12;
        bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
        d = days[m - 1] + (m == 2 && leap);
    }
    snprintf(out, size, "%04u-%02u-%02u", y % 10000, m % 100, d % 100);
}

/* Slices that slide overlap, and Gephi wants one value at a time: each then
 * stands for the days until the next begins. Days as text sort by time. */
static void put_end(ent_i_writer *w, const ent_i_timeline *t, size_t slice)
{
    const char *name, *first, *last = "";
    char before[16];
    t->host->slice(t->view, slice, &name, &first, &last);
    if (slice + 1 < t->slices && strcmp(first_of(t, slice + 1), last) <= 0) {
        day_before(first_of(t, slice + 1), before, sizeof before);
        last = before;
    }
    ent_i_put_attribute(w, "end", last);
}

void ent_i_put_timed_graph(ent_i_writer *w, const ent_i_timeline *t)
{
    if (!t->slices) {
        ent_i_put_attribute(w, "mode", "static");
        return;
    }
    ent_i_put_attribute(w, "mode", "dynamic");
    ent_i_put_attribute(w, "timeformat", "date");
    ent_i_put_attribute(w, "timerepresentation", "interval");
    ent_i_put_attribute(w, "start", first_of(t, 0));
    put_end(w, t, t->slices - 1);
}

static int value_in(const ent_i_timeline *t, size_t slice, ent_scope scope,
                    size_t item, size_t attribute, ent_value *out)
{
    return t->host->slice_value(t->view, slice, scope, item, attribute, out);
}

/* Whether any item has the attribute in any slice. */
static bool changes(const ent_i_timeline *t, ent_scope scope, size_t attribute)
{
    ent_value value;
    size_t items = scope == ENT_NODE ? t->host->node_count(t->view)
                                     : t->host->tie_count(t->view);
    for (size_t i = 0; i < items; i++)
        for (size_t s = 0; s < t->slices; s++)
            if (value_in(t, s, scope, i, attribute, &value) == 1)
                return true;
    return false;
}

/* Gephi knows the weight of edges by its name; other names must differ from
 * those of the static columns. */
static void put_name(ent_i_writer *w, ent_scope scope, const ent_attribute *a)
{
    ent_i_put_xml(w, a->name);
    if (scope != ENT_TIE || strcmp(a->name, "weight") != 0)
        ent_i_puts(w, "_in_time");
}

void ent_i_put_timed_columns(ent_i_writer *w, const ent_i_timeline *t,
                             ent_scope scope, const char *class)
{
    size_t n = t->host->attribute_count(t->view, scope);
    if (!t->slices)
        return;
    ent_i_puts(w, "    <attributes");
    ent_i_put_attribute(w, "class", class);
    ent_i_puts(w, " mode=\"dynamic\">\n");
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = t->host->attribute(t->view, scope, i);
        if (!changes(t, scope, i))
            continue;
        ent_i_puts(w, "      <attribute id=\"");
        put_name(w, scope, a);
        ent_i_puts(w, "\" title=\"");
        put_name(w, scope, a);
        ent_i_puts(w, a->type == ENT_REAL ? "\" type=\"double\"/>\n"
                                          : "\" type=\"long\"/>\n");
    }
    ent_i_puts(w, "    </attributes>\n");
}

void ent_i_put_timed_values(ent_i_writer *w, const ent_i_timeline *t,
                            ent_scope scope, size_t item)
{
    size_t n = t->host->attribute_count(t->view, scope);
    for (size_t i = 0; i < n; i++)
        for (size_t s = 0; s < t->slices; s++) {
            const ent_attribute *a = t->host->attribute(t->view, scope, i);
            ent_value value;
            if (value_in(t, s, scope, item, i, &value) != 1)
                continue;
            ent_i_puts(w, "          <attvalue for=\"");
            put_name(w, scope, a);
            ent_i_puts(w, "\" value=\"");
            ent_i_put_value(w, a->type, &value, ent_i_put_xml);
            ent_i_puts(w, "\"");
            ent_i_put_attribute(w, "start", first_of(t, s));
            put_end(w, t, s);
            ent_i_puts(w, "/>\n");
        }
}

/* As the host's table says, of these each item has one where it is. */
static int presence(const ent_i_timeline *t, ent_scope scope)
{
    return t->host->attribute_find(t->view, scope,
                                   scope == ENT_NODE ? "mentions" : "weight");
}

static bool is_there(const ent_i_timeline *t, size_t slice, ent_scope scope,
                     size_t item, int attribute)
{
    ent_value value;
    return attribute >= 0 && slice < t->slices &&
           value_in(t, slice, scope, item, (size_t)attribute, &value) == 1;
}

void ent_i_put_spells(ent_i_writer *w, const ent_i_timeline *t, ent_scope scope,
                      size_t item)
{
    int attribute = t->slices ? presence(t, scope) : -1;
    bool any = false;
    for (size_t s = 0; s < t->slices; s++) {
        if (!is_there(t, s, scope, item, attribute))
            continue;
        ent_i_puts(w, any ? "" : "        <spells>\n");
        any = true;
        ent_i_puts(w, "          <spell");
        ent_i_put_attribute(w, "start", first_of(t, s));
        while (is_there(t, s + 1, scope, item, attribute))
            s++;
        put_end(w, t, s);
        ent_i_puts(w, "/>\n");
    }
    ent_i_puts(w, any ? "        </spells>\n" : "");
}
