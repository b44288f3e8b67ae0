/* Written item by item, as evidence makes up most of it; only the tables of
 * strings are kept until the end. */
#include "html/data.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "common/json.h"
#include "common/look.h"

/* Strings (or lists that stand for one), each with its index. */
typedef struct table {
    json_t *index; /* from the key to the index */
    json_t *items;
} table;

typedef struct data {
    const ent_host *host;
    const ent_view *view;
    const ent_i_choice *choice;
    ent_i_writer *w;
    table articles, sentences, words;
    size_t evidence; /* most pieces per tie that are written in full */
    bool failed;     /* jansson had no memory, or found invalid UTF-8 */
} data;

/* How many bytes need no escape; *length is that of the character behind them.
 * Besides what is always escaped this is '<', which stands only in strings:
 * nothing in the data can end the script or begin a comment (HTML Standard,
 * "Restrictions for contents of script elements"). */
static size_t plain_run(const char *bytes, size_t n, size_t *length)
{
    size_t run = 0;
    while (run < n) {
        const char *c = bytes + run;
        *length = (unsigned char)*c < 0x80 ? 1 : ent_i_utf8_long(c);
        if (*c == '<' || *c == 0x7F ||
            (*length > 1 && ent_i_json_is_escaped(c, *length)))
            break;
        run += *length ? *length : 1;
    }
    return run;
}

/* jansson passes on characters as wholes. */
static int to_writer(const char *bytes, size_t n, void *ctx)
{
    data *d = ctx;
    while (n) {
        size_t length = 0, plain = plain_run(bytes, n, &length);
        ent_i_put(d->w, bytes, plain);
        if (plain == n)
            break;
        ent_i_put_json_escape(d->w, bytes + plain, length);
        bytes += plain + length;
        n -= plain + length;
    }
    return d->w->failed ? -1 : 0;
}

/* Writes an item and frees it. Six digits are more than the page shows. */
static void put_item(data *d, const char *before, json_t *item)
{
    ent_i_puts(d->w, before);
    if (!item || json_dump_callback(item, to_writer, d,
                                    JSON_COMPACT | JSON_ENCODE_ANY |
                                        JSON_REAL_PRECISION(6)) != 0)
        d->failed = true;
    json_decref(item);
}

/* Appends and takes the value; a NULL value is a failure. */
static void add(data *d, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        d->failed = true;
}

static void set(data *d, json_t *object, const char *name, json_t *value)
{
    if (json_object_set_new(object, name, value) != 0)
        d->failed = true;
}

/* Whole numbers without a fraction: most weights are counts. */
static json_t *number(double value)
{
    double whole = (double)(json_int_t)value;
    return whole == value ? json_integer((json_int_t)value) : json_real(value);
}

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

/* The key's index in the table, or -1 if it is new: then an item has to be
 * added. */
static json_int_t find(data *d, table *t, const char *key)
{
    json_t *known = json_object_get(t->index, key);
    if (known)
        return json_integer_value(known);
    set(d, t->index, key, json_integer((json_int_t)json_array_size(t->items)));
    return -1;
}

static json_t *index_of(data *d, table *t, const char *text)
{
    json_int_t at = find(d, t, text);
    if (at < 0) {
        at = (json_int_t)json_array_size(t->items);
        add(d, t->items, json_string(text));
    }
    return json_integer(at);
}

/* The index of a word that recurs; that of "" where there is none: 0, as the
 * table begins with it. */
static json_t *word(data *d, const char *text)
{
    return index_of(d, &d->words, text ? text : "");
}

static json_t *article_index(data *d, const ent_proof *p)
{
    json_int_t at = find(d, &d->articles, p->article);
    if (at < 0) {
        const char *known[] = {p->article, p->title, p->source, p->url,
                               p->date};
        json_t *article = json_array();
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            add(d, article, text_or_null(known[i]));
        at = (json_int_t)json_array_size(d->articles.items);
        add(d, d->articles.items, article);
    }
    return json_integer(at);
}

static json_t *list(data *d, const ent_value *value)
{
    json_t *array = json_array();
    for (size_t i = 0; i < value->count; i++)
        add(d, array, json_string(value->list[i]));
    return array;
}

static json_t *to_json(data *d, ent_value_type type, const ent_value *value)
{
    switch (type) {
    case ENT_INTEGER:
        return json_integer(value->integer);
    case ENT_REAL:
        return number(value->real);
    case ENT_BOOLEAN:
        return json_boolean(value->integer);
    case ENT_STRING:
    case ENT_DATE:
        return json_string(value->string);
    case ENT_STRING_LIST:
        return list(d, value);
    }
    return NULL;
}

/* Appends all attributes of an item in the order of the columns. */
static void add_attributes(data *d, json_t *row, ent_scope scope, size_t item)
{
    size_t n = d->host->attribute_count(d->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = d->host->attribute(d->view, scope, i);
        ent_value value;
        bool known = d->host->value(d->view, scope, item, i, &value) == 1;
        add(d, row, known ? to_json(d, a->type, &value) : json_null());
    }
}

/* What the attributes of a scope are: [name, help, type]. */
static json_t *columns(data *d, ent_scope scope)
{
    static const char *const types[] = {"string",  "integer", "real",
                                        "boolean", "date",    "list"};
    json_t *all = json_array();
    size_t n = d->host->attribute_count(d->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = d->host->attribute(d->view, scope, i);
        json_t *column = json_array();
        add(d, column, json_string(a->name));
        add(d, column, json_string(a->help ? a->help : ""));
        add(d, column, json_string(types[a->type]));
        add(d, all, column);
    }
    return all;
}

static json_t *settings(data *d)
{
    json_t *all = json_array();
    const char *name, *value;
    for (size_t i = 0; i < d->host->setting_count(d->view); i++)
        if (d->host->setting(d->view, i, &name, &value) == 0)
            add(d, all, json_pack("[s,s]", name, value));
    return all;
}

static void put_graph(data *d)
{
    json_t *graph = json_array();
    size_t nodes = d->host->node_count(d->view);
    size_t ties = d->host->tie_count(d->view);
    add_attributes(d, graph, ENT_GRAPH, 0);
    put_item(d, "{\"title\":", json_string(d->host->option(d->view, "title")));
    put_item(d, ",\n\"of\":",
             json_pack("[I,I]", (json_int_t)nodes, (json_int_t)ties));
    put_item(d, ",\n\"columns\":",
             json_pack("{s:o,s:o,s:o}", "graph", columns(d, ENT_GRAPH), "node",
                       columns(d, ENT_NODE), "tie", columns(d, ENT_TIE)));
    put_item(d, ",\n\"graph\":", graph);
    put_item(d, ",\n\"settings\":", settings(d));
}

/* [x, y, diameter, colour, attributes...] */
static json_t *node_row(data *d, size_t node)
{
    char colour[8];
    json_t *row = json_array();
    double x = 0, y = 0;
    d->host->position(d->view, node, &x, &y);
    ent_i_look_colour(d->host, d->view, node, colour);
    add(d, row, number(x));
    add(d, row, number(y));
    add(d, row, number(d->host->diameter(d->view, node)));
    add(d, row, json_string(colour));
    add_attributes(d, row, ENT_NODE, node);
    return row;
}

static bool stopped(data *d)
{
    return d->failed || d->w->failed || d->host->cancelled(d->view);
}

static void put_nodes(data *d)
{
    ent_i_puts(d->w, ",\n\"nodes\":[");
    for (size_t i = 0; i < d->choice->node_count && !stopped(d); i++)
        put_item(d, i ? ",\n" : "\n", node_row(d, d->choice->nodes[i]));
    ent_i_puts(d->w, "]");
}

/* "2015-05-12" as 20150512: short, and nothing has to be computed. */
static json_t *day(const char *date)
{
    if (!date || strlen(date) != 10)
        return json_null();
    char digits[9];
    memcpy(digits, date, 4);
    memcpy(digits + 4, date + 5, 2);
    memcpy(digits + 6, date + 8, 2);
    digits[8] = '\0';
    return json_integer(strtol(digits, NULL, 10));
}

/* What the filters need of a piece of evidence: [day, share] and, with an
 * encounter, kind, standing and confidence. */
static json_t *moment(data *d, const ent_proof *p, bool whole)
{
    json_t *row = json_array();
    add(d, row, day(p->date));
    add(d, row, number(p->share));
    if (p->kind || whole) {
        add(d, row, word(d, p->kind));
        add(d, row, word(d, p->standing));
        add(d, row, number(p->confidence));
    }
    return row;
}

/* What the panels show besides: article, sentence, copies, when, where, form,
 * weak; what is missing at the end is 0. */
static void add_source(data *d, json_t *row, const ent_proof *p)
{
    add(d, row, article_index(d, p));
    add(d, row, index_of(d, &d->sentences, p->sentence));
    add(d, row, json_integer(p->copies));
    add(d, row, word(d, p->when));
    add(d, row, word(d, p->where));
    add(d, row, word(d, p->form));
    add(d, row, json_integer(p->weak));
    size_t n = json_array_size(row);
    while (n > 7 && json_integer_value(json_array_get(row, n - 1)) == 0)
        json_array_remove(row, --n);
}

static json_t *evidence_of(data *d, size_t tie)
{
    json_t *all = json_array();
    size_t n = d->host->proof_count(d->view, tie);
    for (size_t k = 0; k < n; k++) {
        const ent_proof *p = d->host->proof(d->view, tie, k);
        if (!p) {
            d->failed = true;
            break;
        }
        json_t *row = moment(d, p, k < d->evidence);
        if (k < d->evidence)
            add_source(d, row, p);
        add(d, all, row);
    }
    return all;
}

/* [source, target, evidence, attributes...] */
static void put_ties(data *d)
{
    ent_i_puts(d->w, ",\n\"ties\":[");
    for (size_t i = 0; i < d->choice->tie_count && !stopped(d); i++) {
        size_t tie = d->choice->ties[i], a = 0, b = 0;
        d->host->tie_ends(d->view, tie, &a, &b);
        json_t *row = json_array();
        add(d, row, json_integer((json_int_t)d->choice->place[a]));
        add(d, row, json_integer((json_int_t)d->choice->place[b]));
        add(d, row, evidence_of(d, tie));
        add_attributes(d, row, ENT_TIE, tie);
        put_item(d, i ? ",\n" : "\n", row);
    }
    ent_i_puts(d->w, "]");
}

static void put_table(data *d, const char *name, table *t)
{
    ent_i_puts(d->w, ",\n\"");
    ent_i_puts(d->w, name);
    ent_i_puts(d->w, "\":[");
    size_t n = json_array_size(t->items);
    for (size_t i = 0; i < n && !stopped(d); i++)
        put_item(d, i ? ",\n" : "\n", json_incref(json_array_get(t->items, i)));
    ent_i_puts(d->w, "]");
    json_decref(t->items);
    json_decref(t->index);
}

int html_put_data(ent_i_writer *w, const ent_host *host, const ent_view *view,
                  const ent_i_choice *choice)
{
    data d = {.host = host, .view = view, .choice = choice, .w = w};
    long evidence = strtol(host->option(view, "evidence"), NULL, 10);
    d.evidence = evidence < 0 ? SIZE_MAX : (size_t)evidence;
    table *tables[] = {&d.articles, &d.sentences, &d.words};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        *tables[i] = (table){json_object(), json_array()};
    json_decref(word(&d, NULL));
    put_graph(&d);
    put_nodes(&d);
    put_ties(&d);
    put_table(&d, "articles", &d.articles);
    put_table(&d, "sentences", &d.sentences);
    put_table(&d, "words", &d.words);
    ent_i_puts(w, "}");
    /* A failed sink has already told its host why. */
    if (d.failed && !w->failed)
        host->set_error(view, "expected valid UTF-8 and enough memory");
    return stopped(&d) ? -1 : 0;
}
