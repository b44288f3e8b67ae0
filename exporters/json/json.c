/* Node-link JSON for d3, networkx and everybody's own scripts. */
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "common/json.h"

/* Attributes that are kept in an object of their own, which stands where the
 * first of them would. */
typedef struct group {
    const char *member;
    bool (*is_kept)(const char *name);
    size_t from, end; /* the first of them, and one past the last */
} group;

/* What the whole file needs. */
typedef struct making {
    long most; /* proofs of a tie; -1: all */
    group contacts;
} making;

static bool is_among(const char *name, const char *const *names, size_t n)
{
    while (n && strcmp(name, names[n - 1]) != 0)
        n--;
    return n != 0;
}

#define AMONG(name, names) is_among(name, names, sizeof names / sizeof *names)

static bool is_contact(const char *name)
{
    static const char *const kinds[] = {"meet", "call", "joint"};
    return AMONG(name, kinds);
}

/* Figures of the network are counts. */
static bool is_count(const char *name)
{
    static const char *const apart[] = {"program",  "version", "options",
                                        "warnings", "degrees", "first",
                                        "last"};
    return !AMONG(name, apart);
}

static group find_group(const ent_i_format *f, ent_scope scope,
                        const char *member, bool (*is_kept)(const char *name))
{
    group found = {member, is_kept, 0, 0};
    for (size_t i = 0; i < f->host->attribute_count(f->view, scope); i++)
        if (is_kept(f->host->attribute(f->view, scope, i)->name)) {
            found.from = found.end ? found.from : i;
            found.end = i + 1;
        }
    return found;
}

/* An object instead of the attribute's lines. */
static void put_options(ent_i_format *f)
{
    size_t n = f->host->setting_count(f->view);
    ent_i_put_json_member(f, "options", "{");
    for (size_t i = 0; i < n; i++) {
        const char *name, *value;
        if (f->host->setting(f->view, i, &name, &value) == 0)
            ent_i_put_json_text(f, name, value);
    }
    ent_i_put_json_close(f, "}");
}

static bool is_in(const group *kept, size_t i, const char *name)
{
    return i >= kept->from && i < kept->end && kept->is_kept(name);
}

/* None where none of them has a value. */
static void put_group(ent_i_format *f, ent_scope scope, size_t item,
                      const group *kept)
{
    bool open = false;
    for (size_t i = kept->from; i < kept->end; i++) {
        const ent_attribute *a = f->host->attribute(f->view, scope, i);
        ent_value value;
        if (!kept->is_kept(a->name) ||
            f->host->value(f->view, scope, item, i, &value) != 1)
            continue;
        if (!open)
            ent_i_put_json_member(f, kept->member, "{");
        open = true;
        ent_i_put_json_value(f, a->name, a->type, &value);
    }
    if (open)
        ent_i_put_json_close(f, "}");
}

static void put_attributes(ent_i_format *f, ent_scope scope, size_t item,
                           const group *kept)
{
    size_t n = f->host->attribute_count(f->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = f->host->attribute(f->view, scope, i);
        ent_value value;
        if (is_in(kept, i, a->name)) {
            if (i == kept->from)
                put_group(f, scope, item, kept);
        } else if (f->host->value(f->view, scope, item, i, &value) == 1) {
            if (scope == ENT_GRAPH && strcmp(a->name, "options") == 0)
                put_options(f);
            else
                ent_i_put_json_value(f, a->name, a->type, &value);
        }
    }
}

/* ---- time ---- */

static void name_slice(ent_i_format *f, size_t slice)
{
    const char *name = "", *first = "", *last = "";
    f->host->slice(f->view, slice, &name, &first, &last);
    ent_i_put_json_text(f, "name", name);
    ent_i_put_json_text(f, "first", first);
    ent_i_put_json_text(f, "last", last);
}

/* What an item is in a slice; nothing where it isn't in it. The graph is in
 * each, and names it. */
static void put_slice(ent_i_format *f, ent_scope scope, size_t item,
                      size_t slice)
{
    size_t n = f->host->attribute_count(f->view, scope);
    bool open = scope == ENT_GRAPH;
    if (open)
        ent_i_put_json_open(f, "{");
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = f->host->attribute(f->view, scope, i);
        ent_value value;
        if (f->host->slice_value(f->view, slice, scope, item, i, &value) != 1)
            continue;
        if (!open)
            ent_i_put_json_open(f, "{");
        open = true;
        ent_i_put_json_value(f, a->name, a->type, &value);
    }
    if (scope == ENT_GRAPH)
        name_slice(f, slice);
    else if (open)
        ent_i_put_json_integer(f, "slice", (int64_t)slice);
    if (open)
        ent_i_put_json_close(f, "}");
}

static void put_slices(ent_i_format *f, ent_scope scope, size_t item)
{
    size_t n = f->host->slice_count(f->view);
    if (!n)
        return;
    ent_i_put_json_member(f, "slices", "[");
    for (size_t s = 0; s < n; s++)
        put_slice(f, scope, item, s);
    ent_i_put_json_close(f, "]");
}

/* ---- evidence ---- */

/* What most proofs have alike is left out. */
static void put_rare(ent_i_format *f, const ent_proof *p)
{
    const struct {
        const char *name;
        uint32_t value, usual;
    } rare[] = {{"weak", p->weak, 0},
                {"apart", p->apart, 0},
                {"names", p->names, 2},
                {"sights", p->sights, 1}};
    for (size_t i = 0; i < sizeof rare / sizeof *rare; i++)
        if (rare[i].value != rare[i].usual)
            ent_i_put_json_integer(f, rare[i].name, rare[i].value);
    if (p->stretch)
        ent_i_put_json_value(f, "stretch", ENT_BOOLEAN,
                             &(ent_value){.integer = 1});
    if (p->kind)
        ent_i_put_json_real(f, "confidence", p->confidence);
}

/* Unknown members are omitted rather than null, as there may be millions of
 * proofs. */
static void put_proof(ent_i_format *f, const ent_proof *p)
{
    const struct {
        const char *name, *text;
    } texts[] = {
        {"article", p->article}, {"title", *p->title ? p->title : NULL},
        {"source", p->source},   {"url", p->url},
        {"date", p->date},       {"sentence", p->sentence},
        {"field", p->field},     {"kind", p->kind},
        {"status", p->standing}, {"form", p->form},
        {"when", p->when},       {"when_text", p->when_text},
        {"where", p->where}};
    const ent_value copies = {.list = p->copy_articles, .count = p->copies};
    ent_i_put_json_open(f, "{");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].text)
            ent_i_put_json_text(f, texts[i].name, texts[i].text);
    ent_i_put_json_integer(f, "start", p->start);
    ent_i_put_json_integer(f, "end", p->end);
    ent_i_put_json_real(f, "share", p->share);
    put_rare(f, p);
    if (p->copies) {
        ent_i_put_json_integer(f, "copies", p->copies);
        ent_i_put_json_value(f, "copy_articles", ENT_STRING_LIST, &copies);
    }
    ent_i_put_json_close(f, "}");
}

static void put_evidence(ent_i_format *f, size_t tie)
{
    long most = ((const making *)f->own)->most;
    size_t n = f->host->proof_count(f->view, tie);
    if (most >= 0 && n > (size_t)most)
        n = (size_t)most;
    ent_i_put_json_member(f, "evidence", "[");
    for (size_t k = 0; k < n; k++) {
        const ent_proof *p = f->host->proof(f->view, tie, k);
        if (p)
            put_proof(f, p);
        else
            ent_i_format_fail(f, "out of memory");
    }
    ent_i_put_json_close(f, "]");
}

/* ---- the parts of the file ---- */

static void put_graph(ent_i_format *f)
{
    const group figures = find_group(f, ENT_GRAPH, "counts", is_count);
    ent_i_put_json_open(f, "{\"directed\":false,\"multigraph\":false,\n"
                           "\"graph\":{");
    put_attributes(f, ENT_GRAPH, 0, &figures);
    put_slices(f, ENT_GRAPH, 0);
    ent_i_put_json_close(f, "}");
}

/* All articles that the counts are of, so that networks can be added up. */
static void put_articles(ent_i_format *f)
{
    size_t n = f->host->article_count(f->view);
    f->gap = ",\n";
    ent_i_put_json_member(f, "articles", "[");
    for (size_t i = 0; i < n && !ent_i_format_stopped(f); i++) {
        const char *id = NULL, *date = NULL, *counted_for = NULL;
        int found = f->host->article(f->view, i, &id, &date, &counted_for);
        if (found < 0)
            ent_i_format_fail(f, "out of memory");
        if (found != 1)
            continue;
        ent_i_put_json_open(f, "\n{");
        ent_i_put_json_text(f, "id", id);
        if (date)
            ent_i_put_json_text(f, "date", date);
        if (counted_for)
            ent_i_put_json_text(f, "copy_of", counted_for);
        ent_i_put_json_close(f, "}");
    }
    ent_i_put_json_close(f, "]");
}

static void put_node(ent_i_format *f, size_t i)
{
    ent_i_put_json_open(f, "\n{");
    put_attributes(f, ENT_NODE, i, &(group){NULL, NULL, 0, 0});
    put_slices(f, ENT_NODE, i);
    ent_i_put_json_close(f, "}");
}

static void begin_tie(ent_i_format *f, size_t i)
{
    ent_i_put_json_open(f, "\n{");
    ent_i_put_json_text(f, "source", ent_i_format_end_id(f, i, 0));
    ent_i_put_json_text(f, "target", ent_i_format_end_id(f, i, 1));
    put_attributes(f, ENT_TIE, i, &((const making *)f->own)->contacts);
}

static void put_tie(ent_i_format *f, size_t i)
{
    begin_tie(f, i);
    put_slices(f, ENT_TIE, i);
    put_evidence(f, i);
    ent_i_put_json_close(f, "}");
}

static void put_short_tie(ent_i_format *f, size_t i)
{
    begin_tie(f, i);
    ent_i_put_json_close(f, "}");
}

static void put_list(ent_i_format *f, const char *name, ent_scope scope,
                     void (*put)(ent_i_format *f, size_t item))
{
    f->gap = ",\n";
    ent_i_put_json_member(f, name, "[");
    ent_i_format_items(f, scope, put);
    ent_i_put_json_close(f, "]");
}

/* Evidence makes up most of the file; with "both" it is written once, under the
 * name that more readers know. */
static int write_json(const ent_host *host, const ent_view *view,
                      const ent_sink *sink)
{
    ent_i_format f;
    const char *key = host->option(view, "edges-key");
    bool both = strcmp(key, "both") == 0;
    ent_i_format_start(&f, host, view, sink);
    making m = {strtol(host->option(view, "evidence"), NULL, 10),
                find_group(&f, ENT_TIE, "encounters", is_contact)};
    f.own = &m;
    put_graph(&f);
    if (m.most < 0)
        put_articles(&f);
    put_list(&f, "nodes", ENT_NODE, put_node);
    put_list(&f, both ? "links" : key, ENT_TIE, put_tie);
    if (both)
        put_list(&f, "edges", ENT_TIE, put_short_tie);
    ent_i_put_json_close(&f, "}\n");
    return ent_i_format_end(&f);
}

const ent_exporter *ent_i_exporter_json(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "edges-key",
         .type = ENT_STRING,
         .default_value = "both",
         .help = "the member with the ties: links for d3 and networkx before "
                 "3.6, edges for networkx 3.6, or both, with evidence in links "
                 "only",
         .choices = "links|edges|both"},
        {.name = "evidence",
         .type = ENT_INTEGER,
         .default_value = "-1",
         .help = "limit on the pieces of evidence per tie; -1: all",
         .least = "-1"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "json",
        .description = "node-link JSON with evidence, for networkx and d3",
        .version = "1.0",
        .extensions = "json",
        .mime = "application/json",
        .option_count = sizeof options / sizeof *options,
        .option_size = sizeof *options,
        .options = options,
        .write = write_json};
    (void)host_abi;
    return &exporter;
}
