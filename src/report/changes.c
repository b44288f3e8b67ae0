/* What changes from slice to slice, and which ties last: for people. */
#include <stdio.h>

#include "report/times.h"

/* ---- what changes, for people ---- */

const ent_i_column ent_i_change_columns[2] = {
    {"slice", "Time", ENT_I_CELL_TEXT, 0, 0},
    {"text", "What changed", ENT_I_CELL_TEXT, 0, 0},
};

/* Whether a rank is nearer the first; 0 is behind all. */
static bool is_higher(uint32_t rank, uint32_t than)
{
    return rank && (!than || rank < than);
}

/* Of the nodes that rise (sign 1) or fall (-1), those whose share changes most
 * with it. */
static size_t movers(const ent_i_moment *before, const ent_i_moment *now,
                     size_t nodes, int sign, size_t *out)
{
    double best[ENT_I_NAMED];
    size_t n = 0;
    for (size_t i = 0; i < nodes; i++) {
        double change = sign * (now->share[i] - before->share[i]);
        if (!(change > 0) ||
            !(sign > 0 ? is_higher(now->rank[i], before->rank[i])
                       : is_higher(before->rank[i], now->rank[i])) ||
            (n == ENT_I_NAMED && change <= best[ENT_I_NAMED - 1]))
            continue;
        size_t k = n < ENT_I_NAMED ? n++ : ENT_I_NAMED - 1;
        for (; k > 0 && best[k - 1] < change; k--) {
            best[k] = best[k - 1];
            out[k] = out[k - 1];
        }
        best[k] = change;
        out[k] = i;
    }
    return n;
}

/* "9 → 3"; a dash where the name is not in the slice. */
static bool add_move(ent_i_string *text, const char *name, uint32_t before,
                     uint32_t now, const char *gap)
{
    char from[16] = "–", to[16] = "–";
    if (before)
        snprintf(from, sizeof from, "%u", (unsigned)before);
    if (now)
        snprintf(to, sizeof to, "%u", (unsigned)now);
    return ent_i_string_addf(text, "%s%s (%s → %s)", gap, name, from, to);
}

static bool add_movers(const ent_i_times *t, ent_i_string *text,
                       const ent_i_moment *before, const ent_i_moment *now,
                       int sign)
{
    size_t found[ENT_I_NAMED];
    size_t n =
        movers(before, now, ent_network_node_count(t->network), sign, found);
    bool good = true;
    for (size_t i = 0; good && i < n; i++)
        good = add_move(text, ent_i_label_of(t, found[i]),
                        before->rank[found[i]], now->rank[found[i]],
                        i          ? ", "
                        : sign > 0 ? "Up: "
                                   : "Down: ");
    return good && (!n || ent_i_string_adds(text, ". "));
}

/* Whether the tie is news in the slice: it is the first to have it, or the
 * first without it after two or more. */
static bool is_news(const ent_i_span *span, size_t slice, bool ended)
{
    return ended ? span->slices > 1 && span->last + (size_t)1 == slice
                 : span->slices && span->first == slice;
}

/* The heaviest ties come first in the ranking. */
static bool add_ties(const ent_i_times *t, ent_i_string *text, size_t slice,
                     bool ended)
{
    bool good = true;
    size_t n = 0;
    for (size_t i = 0; good && i < t->of->tie_count && n < ENT_I_NAMED; i++) {
        const ent_tie *tie = t->of->ties[i].tie;
        if (!is_news(&t->spans[t->of->ties[i].index], slice, ended))
            continue;
        good = ent_i_string_addf(text, "%s%s – %s",
                                 n       ? ", "
                                 : ended ? "Last ties before: "
                                         : "New ties: ",
                                 ent_i_label_of(t, tie->source),
                                 ent_i_label_of(t, tie->target));
        n++;
    }
    return good && (!n || ent_i_string_adds(text, ". "));
}

void ent_i_add_change(const ent_i_times *t, ent_i_table *table, size_t slice,
                      const ent_i_moment *before, const ent_i_moment *now)
{
    ent_i_string text = {0};
    bool good = add_movers(t, &text, before, now, 1) &&
                add_movers(t, &text, before, now, -1) &&
                add_ties(t, &text, slice, false) &&
                add_ties(t, &text, slice, true);
    ent_i_add_text(t->page, table, ent_i_slice_name(t, slice));
    if (good && !text.n)
        good = ent_i_string_adds(&text, "Nothing.");
    ent_i_add_string(t, table, &text, good);
    ent_i_vec_free(&text);
}

/* ---- which ties last, for people ---- */

static const ent_i_column lasting_columns[] = {
    {"source_label", "Who", ENT_I_CELL_TEXT, 0, 0},
    {"target_label", "Whom", ENT_I_CELL_TEXT, 0, 0},
    {"weight", "Weight", ENT_I_CELL_REAL, 2, 0},
    {"slices", "Times", ENT_I_CELL_WHOLE, 0, 0},
    {"first", "From", ENT_I_CELL_TEXT, 0, 0},
    {"last", "To", ENT_I_CELL_TEXT, 0, 0},
    {"bars", "Course", ENT_I_CELL_TEXT, 0, 0},
};

static void add_bars(const ent_i_times *t, ent_i_table *table, size_t tie)
{
    double values[ENT_I_BARS];
    ent_i_string text = {0};
    size_t n = t->slices < ENT_I_BARS ? t->slices : ENT_I_BARS,
           from = t->slices - n;
    for (size_t i = 0; i < n; i++) {
        const ent_slice_tie *in =
            ent_network_slice_tie(t->network, from + i, tie);
        values[i] = in ? in->weight : 0;
    }
    ent_i_add_string(t, table, &text, ent_i_bars(&text, values, n));
    ent_i_vec_free(&text);
}

void ent_i_put_lasting(const ent_i_times *t)
{
    size_t rows = ent_i_page_rows(t->page, t->of->tie_count);
    ent_i_table table = {.key = "slice_lasting",
                         .style = ENT_I_TABLE_GRID,
                         .columns = lasting_columns,
                         .column_count =
                             sizeof lasting_columns / sizeof *lasting_columns};
    for (size_t i = 0; i < rows && !t->page->no_memory; i++) {
        const ent_i_ranked_tie *ranked = &t->of->ties[i];
        const ent_i_span *span = &t->spans[ranked->index];
        ent_i_add_text(t->page, &table, ent_i_label_of(t, ranked->tie->source));
        ent_i_add_text(t->page, &table, ent_i_label_of(t, ranked->tie->target));
        ent_i_add_number(t->page, &table, ranked->tie->weight);
        ent_i_add_number(t->page, &table, span->slices);
        ent_i_add_text(t->page, &table,
                       span->slices ? ent_i_slice_name(t, span->first) : NULL);
        ent_i_add_text(t->page, &table,
                       span->slices ? ent_i_slice_name(t, span->last) : NULL);
        add_bars(t, &table, ranked->index);
    }
    ent_i_page_section(t->page, "Strongest ties in time", rows,
                       t->of->tie_count, &table);
}
