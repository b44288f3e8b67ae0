/* The whole line, as a program uses the library: any bytes as an input, read,
 * resolved, related and measured, then a report, the evidence, the events and
 * a file of every exporter in turn. Whatever the articles say, what comes out
 * is what its format asks for, and nothing in it acts.
 *
 * The first HEAD bytes choose among the options. */
#include <string.h>

#include "entente/entente.h"
#include "entente/layout.h"
#include "entente/slices.h"
#include "fuzz/input.h"
#include "fuzz/written.h"

enum { HEAD = 5, ARTICLES_MOST = 40, LONGEST = 1 << 16 };

typedef struct line {
    const uint8_t *picks;
    ent_corpus *corpus;
    ent_network *network;
    ent_i_string text; /* what was written last */
    ent_sink sink;
} line;

static int to_string(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

static const ent_sink *empty(line *l)
{
    l->text.n = 0;
    FUZZ_CHECK(ent_i_string_adds(&l->text, ""));
    return &l->sink;
}

static void free_line(line *l)
{
    ent_network_free(l->network);
    ent_corpus_free(l->corpus);
    ent_i_vec_free(&l->text);
}

/* ---- reading ---- */

static void check_article(line *l, const ent_article *article)
{
    FUZZ_CHECK(!ent_article_write_explained(article, empty(l), NULL));
    check_is_jsonl(&l->text);
    check_shown(&l->text, "\n");
    FUZZ_CHECK(!ent_article_write_mentions(article, ~0u, empty(l), NULL));
    check_is_jsonl(&l->text);
    check_shown(&l->text, "\n");
}

/* Archives are kept small, so that the time goes into trying. */
static void read_all(line *l, const uint8_t *bytes, size_t size)
{
    static const char *const formats[] = {NULL, "jsonl", "text", "html"};
    const char *const inputs[] = {file_with(bytes, size)};
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    ent_reader *reader;
    ent_article *article;
    ent_error error = {0};
    options.input_format = formats[l->picks[0] % 4];
    options.any_language = l->picks[0] & 4;
    options.threads = 1;
    options.max_unpacked = 1 << 20;
    options.max_members = 20;
    FUZZ_CHECK(!ent_reader_open(&reader, &options, inputs, 1, &error));
    for (size_t n = 0; n < ARTICLES_MOST; n++) {
        ent_status status = ent_reader_next(reader, &article, &error);
        FUZZ_CHECK(!status || error.message[0]);
        FUZZ_CHECK(status != ENT_ERR_MEMORY);
        if (!status && !article)
            break;
        if (!status) {
            check_article(l, article);
            FUZZ_CHECK(!ent_corpus_add_take(l->corpus, article, &error));
        }
    }
    ent_reader_free(reader);
}

/* ---- who met whom ---- */

static void relate(line *l)
{
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    ent_slice_options slices = ENT_SLICE_OPTIONS_INIT;
    ent_error error = {0};
    options.types = 1 + l->picks[1] % 15;
    options.ties = (ent_tie_source)(l->picks[1] >> 4 & 1);
    options.window = (ent_window)(l->picks[1] >> 5 & 3);
    options.window_words = 25;
    options.weight = ent_weight_at(l->picks[2] % ent_weight_count())->name;
    FUZZ_CHECK(!ent_network_build(&l->network, l->corpus, &options, &error));
    FUZZ_CHECK(!ent_network_analyse(l->network, NULL, &error));
    slices.unit = (ent_slice_unit)(l->picks[2] >> 4 & 3);
    /* A wrong year makes more slices than are allowed. */
    ent_status cut = ent_network_cut(l->network, &slices, &error);
    FUZZ_CHECK(!cut || cut == ENT_ERR_LIMIT);
    FUZZ_CHECK(!ent_network_lay_out(l->network, NULL, &error));
}

/* ---- reports ---- */

static void check_calendar(const ent_i_string *text)
{
    check_shown(text, "\r\n");
    const char *at = text->items;
    FUZZ_CHECK(begins_with(at, "BEGIN:VCALENDAR\r\n"));
    for (size_t n; *at; at += n) {
        const char *stop = strstr(at, "\r\n");
        FUZZ_CHECK(stop);
        n = (size_t)(stop - at);
        FUZZ_CHECK(n > 0 && n <= 75 && !memchr(at, '\n', n));
        n += 2;
    }
}

/* Two scripts of our own sort tables and plot; metas say the policy. */
static void check_html_report(const ent_i_string *text)
{
    check_shown(text, "\n");
    FUZZ_CHECK(acting_in_html(text) <= 5);
}

static void check_report(const ent_i_string *text, ent_report_format format)
{
    if (format == ENT_REPORT_HTML)
        check_html_report(text);
    else if (format == ENT_REPORT_JSON)
        check_is_json(text);
    else
        check_shown(text, "\r\n");
}

static void report(line *l)
{
    ent_report_options options = ENT_REPORT_OPTIONS_INIT;
    options.format = (ent_report_format)(l->picks[3] % 5);
    options.brokers = l->picks[3] & 8;
    options.rows = l->picks[3] >> 4;
    FUZZ_CHECK(!ent_report_write(l->network, &options, empty(l), NULL));
    check_report(&l->text, options.format);
    if (ent_network_node_count(l->network) == 0)
        return;
    uint32_t who = l->picks[3] % ent_network_node_count(l->network);
    ent_status status =
        ent_report_explain(l->network, who, ENT_NONE, &options, empty(l), NULL);
    FUZZ_CHECK(!status || status == ENT_ERR_NOT_FOUND); /* it has no tie */
    if (!status)
        check_report(&l->text, options.format);
    FUZZ_CHECK(!ent_corpus_explain(
        l->corpus, ent_network_node(l->network, who)->actor, empty(l), NULL));
    check_shown(&l->text, "\n");
}

static void list_events(line *l)
{
    ent_event_options options = ENT_EVENT_OPTIONS_INIT;
    ent_report_options form = ENT_REPORT_OPTIONS_INIT;
    ent_events *events;
    options.standings = ENT_ALL;
    form.format = (ent_report_format)(l->picks[3] % 5);
    FUZZ_CHECK(!ent_events_find(&events, l->corpus, &options, NULL));
    FUZZ_CHECK(!ent_events_report(events, &form, empty(l), NULL));
    check_report(&l->text, form.format);
    FUZZ_CHECK(!ent_events_write_json(events, empty(l), NULL));
    check_is_jsonl(&l->text);
    FUZZ_CHECK(!ent_events_write_calendar(events, empty(l), NULL, NULL));
    check_calendar(&l->text);
    ent_events_free(events);
}

/* ---- exporters, the page and the pictures among them ---- */

static const struct {
    const char *mime;
    void (*check)(const ent_i_string *);
} forms[] = {{"image/svg+xml", check_is_still_picture},
             {"application/gexf+xml", check_is_xml},
             {"application/graphml+xml", check_is_xml},
             {"application/json", check_is_json}};

static void check_file(const ent_i_string *text, const ent_exporter_info *info)
{
    if (!info->binary)
        check_shown(text, "\t\r\n");
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(info->mime, forms[i].mime) == 0)
            forms[i].check(text);
}

static ent_exporters *all_exporters(void)
{
    static ent_exporters *all;
    ent_error error = {0};
    if (!all)
        FUZZ_CHECK(!ent_exporters_new(&all, true, ENTENTE_MODULES, &error));
    return all;
}

static void export_as(line *l, const char *name)
{
    ent_error error = {0};
    FUZZ_CHECK(!ent_export(all_exporters(), name, "out", NULL, l->network,
                           empty(l), &error));
}

/* The elements of the page that act, as it is without anybody in it. */
static size_t acting_in_empty_page(void)
{
    static size_t found;
    line l = {.sink = {to_string, &l.text}};
    if (found)
        return found;
    FUZZ_CHECK(!ent_corpus_new(&l.corpus, NULL));
    FUZZ_CHECK(!ent_network_build(&l.network, l.corpus, NULL, NULL));
    FUZZ_CHECK(!ent_network_analyse(l.network, NULL, NULL));
    export_as(&l, "html");
    found = acting_in_html(&l.text);
    free_line(&l);
    return found;
}

static void export_by_one(line *l)
{
    const ent_exporters *all = all_exporters();
    const ent_exporter_info *info =
        ent_exporters_info(all, l->picks[4] % ent_exporters_count(all));
    FUZZ_CHECK(!info->failure);
    export_as(l, info->name);
    FUZZ_CHECK(l->text.n || ent_network_tie_count(l->network) == 0);
    check_file(&l->text, info);
    if (strcmp(info->mime, "text/html") == 0)
        FUZZ_CHECK(acting_in_html(&l->text) == acting_in_empty_page());
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    line l = {.picks = data};
    l.sink = (ent_sink){to_string, &l.text};
    if (size < HEAD || size > LONGEST)
        return 0;
    FUZZ_CHECK(!ent_corpus_new(&l.corpus, NULL));
    read_all(&l, data + HEAD, size - HEAD);
    FUZZ_CHECK(!ent_corpus_resolve(l.corpus, NULL, NULL));
    relate(&l);
    report(&l);
    list_events(&l);
    export_by_one(&l);
    free_line(&l);
    return 0;
}
