/* The page: the network with its evidence in one file that opens anywhere. The
 * script and the style sheet are in page/, bundled by the build; here the data
 * goes in between. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/choose.h"
#include "common/writer.h"
#include "html/data.h"

/* The page as the build made it; page.S. */
extern const char html_page[];

static void put_data_text(ent_i_writer *w, const char *from, const char *to)
{
    ent_i_put(w, from, (size_t)(to - from));
}

/* Whatever the page leaves out is reported, here and on the page. */
static void tell_left_out(const ent_host *host, const ent_view *view,
                          const ent_i_choice *choice)
{
    char line[200];
    size_t nodes = host->node_count(view), ties = host->tie_count(view);
    if (choice->node_count == nodes && choice->tie_count == ties)
        return;
    snprintf(line, sizeof line,
             "the page has the %zu strongest of %zu nodes and %zu of %zu "
             "ties; the options max-nodes=0 and max-ties=0 put all in",
             choice->node_count, nodes, choice->tie_count, ties);
    host->log(view, ENT_LOG_INFO, line);
}

static int put_page(const ent_host *host, const ent_view *view,
                    const ent_sink *sink, const ent_i_choice *choice)
{
    static const char title_mark[] = "<!--title-->";
    static const char data_mark[] = "<!--data-->";
    const char *title = strstr(html_page, title_mark);
    const char *data = strstr(html_page, data_mark);
    ent_i_writer w;
    ent_i_writer_start(&w, sink);
    put_data_text(&w, html_page, title);
    ent_i_put_xml(&w, host->option(view, "title"));
    put_data_text(&w, title + strlen(title_mark), data);
    if (html_put_data(&w, host, view, choice) != 0)
        return -1;
    ent_i_puts(&w, data + strlen(data_mark));
    return ent_i_writer_end(&w);
}

/* An option's number; 0 means all. */
static size_t most(const ent_host *host, const ent_view *view, const char *name)
{
    long number = strtol(host->option(view, name), NULL, 10);
    return number > 0 ? (size_t)number : SIZE_MAX;
}

static int write_html(const ent_host *host, const ent_view *view,
                      const ent_sink *sink)
{
    ent_i_choice choice;
    int result =
        ent_i_choose(&choice, host, view, most(host, view, "max-nodes"),
                     most(host, view, "max-ties"));
    if (result == 0) {
        tell_left_out(host, view, &choice);
        result = put_page(host, view, sink, &choice);
    }
    ent_i_choice_free(&choice);
    return result;
}

static const ent_exporter_option options[] = {
    {.name = "title",
     .type = ENT_STRING,
     .default_value = "Who meets whom",
     .help = "the page's heading"},
    {.name = "max-nodes",
     .type = ENT_INTEGER,
     .default_value = "3000",
     .help = "put in the N strongest nodes; 0: all",
     .least = "0"},
    {.name = "max-ties",
     .type = ENT_INTEGER,
     .default_value = "15000",
     .help = "put in the N heaviest ties among them; 0: all",
     .least = "0"},
    {.name = "evidence",
     .type = ENT_INTEGER,
     .default_value = "5",
     .help = "limit on the pieces of evidence per tie; -1: all",
     .least = "-1"}};

static const ent_exporter html = {
    .abi_version = ENT_EXPORTER_ABI,
    .struct_size = sizeof html,
    .name = "html",
    .description = "page to look at, search and filter, with evidence",
    .version = "1.0",
    .extensions = "html htm",
    .mime = "text/html",
    .flags = ENT_EXPORTER_PLACED,
    .option_count = sizeof options / sizeof *options,
    .option_size = sizeof *options,
    .options = options,
    .write = write_html};

/* Declared here because no header has it: each plug-in has its own. */
ENT_EXPORTER_EXPORT const ent_exporter *ent_exporter_entry(uint32_t host_abi);

const ent_exporter *ent_exporter_entry(uint32_t host_abi)
{
    /* Places came with 1.2. */
    return ENT_EXPORTER_ABI_MAJOR(host_abi) ==
                       ENT_EXPORTER_ABI_MAJOR(ENT_EXPORTER_ABI) &&
                   host_abi >= 0x00010002u
               ? &html
               : NULL;
}
