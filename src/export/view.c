/* The network as exporters see it: the functions of the host table. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "common/decimal.h"
#include "core/error.h"
#include "entente/entente.h"
#include "export/export.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

typedef struct ent_i_attribute attribute;

/* Plug-ins pass the scope as a plain number, so it is checked. NULL when scope
 * or index is out of range. */
static const attribute *attribute_at(const ent_view *view, ent_scope scope,
                                     size_t i)
{
    if ((size_t)scope >= LENGTH(view->scopes) || i >= view->scopes[scope].n)
        return NULL;
    return &view->scopes[scope].items[i];
}

/* The host table gives exporters const views; the memory behind them is ours.
 */
static ent_view *own(const ent_view *view)
{
    union {
        const ent_view *theirs;
        ent_view *ours;
    } both = {view};
    return both.ours;
}

/* The host's functions check their arguments: a slip in a plug-in must not
 * reach beyond the network. */
static size_t host_node_count(const ent_view *view)
{
    return ent_network_node_count(view->network);
}

static size_t host_tie_count(const ent_view *view)
{
    return ent_network_tie_count(view->network);
}

/* An invalid tie leaves both ends unchanged. */
static int host_tie_ends(const ent_view *view, size_t tie, size_t *source,
                         size_t *target)
{
    const ent_tie *found = ent_network_tie(view->network, tie);
    if (!found)
        return -1;
    *source = found->source;
    *target = found->target;
    return 0;
}

static size_t host_attribute_count(const ent_view *view, ent_scope scope)
{
    return (size_t)scope < LENGTH(view->scopes) ? view->scopes[scope].n : 0;
}

static const ent_attribute *host_attribute(const ent_view *view,
                                           ent_scope scope, size_t i)
{
    const attribute *found = attribute_at(view, scope, i);
    return found ? &found->shown : NULL;
}

/* A linear search will do: exporters ask once for each name, not for each item.
 */
static int host_attribute_find(const ent_view *view, ent_scope scope,
                               const char *name)
{
    const attribute *found;
    for (size_t i = 0; (found = attribute_at(view, scope, i)); i++)
        if (strcmp(found->shown.name, name) == 0)
            return (int)i;
    return -1;
}

/* Cleared first, so that a plug-in that reads the wrong member finds nothing
 * rather than garbage from the stack. */
static int host_value(const ent_view *view, ent_scope scope, size_t item,
                      size_t i, ent_value *out)
{
    const attribute *found = attribute_at(view, scope, i);
    size_t count = scope == ENT_GRAPH  ? 1
                   : scope == ENT_NODE ? host_node_count(view)
                                       : host_tie_count(view);
    if (!found || item >= count)
        return -1;
    *out = (ent_value){0};
    return found->read(own(view), found, item, out);
}

/* 0 for an invalid tie, so that loops over it end at once. */
static size_t host_proof_count(const ent_view *view, size_t tie)
{
    const ent_tie *found = ent_network_tie(view->network, tie);
    return found ? found->evidence_count : 0;
}

/* Puts the sentence on one line, as it is shown and compared. Sentences of
 * hard-wrapped text contain line ends, which would break the rows of CSV and
 * the lines of Graphviz. */
static bool join_lines(ent_i_string *out, const char *text, size_t size)
{
    out->n = 0;
    if (!ent_i_vec_reserve(out, size + 1))
        return false;
    for (size_t i = 0; i < size; i++) {
        bool blank = strchr(" \t\n\v\f\r", text[i]) != NULL;
        if (!blank)
            out->items[out->n++] = text[i];
        else if (out->n && out->items[out->n - 1] != ' ')
            out->items[out->n++] = ' ';
    }
    if (out->n && out->items[out->n - 1] == ' ')
        out->n--;
    out->items[out->n] = '\0';
    return true;
}

/* ABI 1 promises NULL rather than "" for an unknown day. */
static const char *date_or_null(ent_date date, char *buffer)
{
    return date == ENT_NO_DATE ? NULL : ent_date_format(date, buffer);
}

/* Two dates are needed at once, the article's and the encounter's: hence two
 * buffers. */
static void tell_encounter(ent_view *view, const ent_encounter *encounter)
{
    ent_proof *p = &view->proof;
    if (!encounter)
        return;
    const char *form = ent_form_name((ent_form)encounter->form);
    p->kind = ent_kind_name((ent_kind)encounter->kind);
    p->standing = ent_standing_name((ent_standing)encounter->standing);
    p->when = date_or_null(encounter->when, view->proof_dates[1]);
    p->where = encounter->where;
    p->confidence = ent_i_round_real((double)encounter->confidence, 6);
    p->form = *form ? form : NULL;
    p->weak = encounter->weak;
    p->when_text = encounter->when_text;
}

/* Names the other articles that say the same; false when memory is out. */
static bool name_copies(ent_view *view, size_t tie, size_t k, uint32_t n)
{
    const ent_corpus *corpus = ent_network_get_corpus(view->network);
    view->copies.n = view->copy_names.n = 0;
    if (!ent_i_vec_reserve(&view->copies, n) ||
        !ent_i_vec_reserve(&view->copy_names, n))
        return false;
    uint32_t *articles = view->copies.items;
    ent_network_evidence_copies(view->network, tie, k, articles, n);
    for (uint32_t i = 0; i < n; i++)
        view->copy_names.items[i] =
            ent_article_id(ent_corpus_article(corpus, articles[i]));
    return true;
}

/* The view holds one proof at a time: the next call overwrites it, as the ABI
 * says. */
static const ent_proof *host_proof(const ent_view *const_view, size_t tie,
                                   size_t k)
{
    ent_view *view = own(const_view);
    ent_evidence found = ENT_EVIDENCE_INIT;
    if (!ent_network_evidence(view->network, tie, k, &found))
        return NULL;
    if (!join_lines(&view->sentence, found.text, found.text_size) ||
        !name_copies(view, tie, k, found.copies)) {
        view->no_memory = true;
        return NULL;
    }
    view->proof = (ent_proof){
        .article = ent_article_id(found.article),
        .title = ent_article_title(found.article),
        .source = ent_article_source(found.article),
        .url = ent_article_url(found.article),
        .date =
            date_or_null(ent_article_date(found.article), view->proof_dates[0]),
        .sentence = view->sentence.items,
        .start = found.start,
        .end = found.end,
        .field = found.field == ENT_FIELD_TITLE ? "title" : "text",
        .share = isfinite(found.share) ? ent_i_round_real(found.share, 6) : 0,
        .copies = found.copies,
        .copy_articles = view->copy_names.items,
        .confidence = 1,
        .stretch = found.stretch,
        .apart = found.apart,
        .names = found.names,
        .sights = found.sights};
    tell_encounter(view, found.encounter);
    return &view->proof;
}

/* Gives only the exporter's own options: a plug-in sees nothing of the others'.
 */
static const char *host_option(const ent_view *view, const char *name)
{
    for (uint32_t i = 0; i < view->exporter->option_count; i++)
        if (strcmp(ent_i_option_at(view->exporter, i).name, name) == 0)
            return view->option_values[i];
    return NULL;
}

/* Copied, because the plug-in's text may be gone when write() has returned; cut
 * to the room there is. */
static void host_set_error(const ent_view *view, const char *message)
{
    size_t n = strlen(message), room = sizeof view->message - 1;
    n = n < room ? n : room;
    memcpy(own(view)->message, message, n);
    own(view)->message[n] = '\0';
}

/* Does nothing when the program doesn't listen; plug-ins need not know. */
static void host_log(const ent_view *view, ent_log_level level,
                     const char *message)
{
    if (view->events.log)
        view->events.log(view->events.ctx, level, message);
}

static int host_cancelled(const ent_view *view)
{
    return view->events.cancelled && view->events.cancelled(view->events.ctx);
}

static size_t host_setting_count(const ent_view *view)
{
    return ent_network_setting_count(view->network);
}

static int host_setting(const ent_view *view, size_t i, const char **name,
                        const char **value)
{
    const ent_setting *setting = ent_network_setting(view->network, i);
    if (!setting)
        return -1;
    *name = setting->name;
    *value = setting->value;
    return 0;
}

/* The file's own places, if the network has none. */
static int host_position(const ent_view *view, size_t node, double *x,
                         double *y)
{
    ent_place place;
    if (view->places && node < host_node_count(view))
        place = view->places[node];
    else if (!ent_network_position(view->network, node, &place))
        return -1;
    *x = place.x;
    *y = place.y;
    return 0;
}

static double host_diameter(const ent_view *view, size_t node)
{
    return ent_network_diameter(view->network, node);
}

static size_t host_slice_count(const ent_view *view)
{
    return ent_network_slice_count(view->network);
}

static int host_slice(const ent_view *view, size_t i, const char **name,
                      const char **first, const char **last)
{
    const ent_slice *slice = ent_network_slice(view->network, i);
    if (!slice)
        return -1;
    *name = slice->name;
    *first = ent_i_date_text(own(view), slice->first);
    *last = ent_i_date_text(own(view), slice->last);
    return *first && *last ? 0 : -1;
}

static int host_slice_value(const ent_view *view, size_t slice, ent_scope scope,
                            size_t item, size_t i, ent_value *out)
{
    const attribute *found = attribute_at(view, scope, i);
    size_t count = scope == ENT_GRAPH  ? 1
                   : scope == ENT_NODE ? host_node_count(view)
                                       : host_tie_count(view);
    if (!found || item >= count || slice >= host_slice_count(view))
        return -1;
    *out = (ent_value){0};
    return ent_i_slice_value(view->network, slice, scope, item,
                             found->shown.name, out);
}

static size_t host_article_count(const ent_view *view)
{
    return ent_corpus_article_count(ent_network_get_corpus(view->network));
}

static int host_article(const ent_view *view, size_t i, const char **id,
                        const char **date, const char **counted_for)
{
    const ent_corpus *corpus = ent_network_get_corpus(view->network);
    const ent_article *article = ent_corpus_article(corpus, i);
    if (!article)
        return -1;
    uint32_t counted = ent_network_counted_for(view->network, (uint32_t)i);
    ent_date day = ent_article_date(article);
    *id = ent_article_id(article);
    *date = day == ENT_NO_DATE ? NULL : ent_i_date_text(own(view), day);
    *counted_for = counted == i || counted == ENT_NONE
                       ? NULL
                       : ent_article_id(ent_corpus_article(corpus, counted));
    return day != ENT_NO_DATE && !*date ? -1 : counted != ENT_NONE;
}

/* One table for all exporters: everything about a single export is in the view.
 */
const ent_host *ent_i_host(void)
{
    static const ent_host host = {.abi_version = ENT_EXPORTER_ABI,
                                  .struct_size = sizeof host,
                                  .node_count = host_node_count,
                                  .tie_count = host_tie_count,
                                  .tie_ends = host_tie_ends,
                                  .attribute_count = host_attribute_count,
                                  .attribute = host_attribute,
                                  .attribute_find = host_attribute_find,
                                  .value = host_value,
                                  .proof_count = host_proof_count,
                                  .proof = host_proof,
                                  .option = host_option,
                                  .set_error = host_set_error,
                                  .log = host_log,
                                  .cancelled = host_cancelled,
                                  .setting_count = host_setting_count,
                                  .setting = host_setting,
                                  .position = host_position,
                                  .diameter = host_diameter,
                                  .slice_count = host_slice_count,
                                  .slice = host_slice,
                                  .slice_value = host_slice_value,
                                  .article_count = host_article_count,
                                  .article = host_article};
    return &host;
}

/* For formats that show each setting as a line of text; others ask for pairs.
 */
static bool write_settings(ent_view *view)
{
    const ent_setting *setting;
    for (size_t i = 0; (setting = ent_network_setting(view->network, i)); i++) {
        size_t size = strlen(setting->name) + strlen(setting->value) + 2;
        char *line = ent_i_arena_alloc(&view->arena, size);
        if (!line || !ent_i_vec_push(&view->options, line))
            return false;
        snprintf(line, size, "%s=%s", setting->name, setting->value);
    }
    return true;
}

/* No list has numbers, so the distribution is written like the settings. */
static bool write_degrees(ent_view *view)
{
    enum { ROOM = 24 };
    uint32_t degree, nodes;
    for (size_t i = 0; ent_network_degree(view->network, i, &degree, &nodes);
         i++) {
        char *line = ent_i_arena_alloc(&view->arena, ROOM);
        if (!line || !ent_i_vec_push(&view->degrees, line))
            return false;
        snprintf(line, ROOM, "%" PRIu32 "=%" PRIu32, degree, nodes);
    }
    return true;
}

/* What readers need to know to judge a file's figures goes into the file: the
 * program's own messages are long gone by then. */
static bool collect_warnings(ent_view *view)
{
    const ent_network_summary *sum = ent_network_get_summary(view->network);
    const struct {
        bool holds;
        const char *text;
    } all[] = {
        {sum->samples > 0,
         "betweenness and closeness are estimates from a sample; their "
         "standard errors are given beside them"},
        {sum->distance_samples > 0,
         "the mean distance is an estimate and the diameter a lower bound: "
         "distances were taken from a sample (distance_samples)"},
        {sum->measured_nodes > sum->nodes || sum->measured_ties > sum->ties,
         "measures describe the network before top, ego, backbone and "
         "component reduced it"},
        {sum->windows_left_out > 0,
         "windows that name too many make no ties (windows_left_out)"},
        {sum->large_windows > 0,
         "some windows make more than 50 ties each, as lists of names do"},
        {sum->nodes == 0, "the network is empty"}};
    for (size_t i = 0; i < LENGTH(all); i++)
        if (all[i].holds && !ent_i_vec_push(&view->warnings, all[i].text))
            return false;
    return true;
}

/* Only if the exporter asks and the network has no places yet. */
static ent_status lay_out(ent_view *view, ent_error *error)
{
    size_t n = host_node_count(view);
    ent_place first;
    if (!view->exporter || !(view->exporter->flags & ENT_EXPORTER_PLACED) ||
        ent_network_position(view->network, 0, &first))
        return ENT_OK;
    view->places = ent_i_calloc(n, sizeof *view->places);
    return view->places
               ? ent_network_places(view->network, NULL, view->places, error)
               : ent_i_no_memory(error, "export");
}

/* Done before the exporter runs, so that reading these can't fail. */
ent_status ent_i_view_prepare(ent_view *view, ent_error *error)
{
    ent_status status = lay_out(view, error);
    if (status != ENT_OK)
        return status;
    return ent_i_view_collect(view) && write_settings(view) &&
                   write_degrees(view) && collect_warnings(view)
               ? ENT_OK
               : ent_i_no_memory(error, "export");
}

void ent_i_view_free(ent_view *view)
{
    for (size_t i = 0; i < LENGTH(view->scopes); i++)
        ent_i_vec_free(&view->scopes[i]);
    ent_i_arena_free(&view->arena);
    ent_i_keymap_free(&view->dates);
    ent_i_vec_free(&view->date_texts);
    ent_i_vec_free(&view->options);
    ent_i_vec_free(&view->degrees);
    ent_i_vec_free(&view->warnings);
    ent_i_vec_free(&view->sentence);
    ent_i_vec_free(&view->copies);
    ent_i_vec_free(&view->copy_names);
    ent_i_free(view->places);
}
