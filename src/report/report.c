/* The centrality report: the answers, then who is central, who connects groups,
 * who met whom, the groups, figures for the whole, and how they were found. */
#include <string.h>

#include "core/error.h"
#include "report/sections.h"

/* The measure that nodes are ranked by unless another was asked for. */
static size_t measure_or(const char *asked, const char *otherwise)
{
    return ent_measure_find(asked ? asked : otherwise);
}

static void put_all(ent_i_page *page, const ent_i_contents *of)
{
    const ent_network *network = of->network;
    ent_i_put_answers(page, of);
    ent_i_page_picture(page, page->options->picture,
                       page->options->picture_caption);
    ent_i_put_slices(page, &of->central, of->by);
    ent_i_put_nodes(page, of);
    ent_i_put_brokers(page, of);
    ent_i_put_met(page, of);
    ent_i_put_ties(page, &of->central);
    ent_i_put_groups(page, of);
    ent_i_put_activity(page, network);
    ent_i_put_figures(page, network);
    ent_i_put_method(page, network);
}

/* The one question, with what belongs to it. */
static void put_brokers(ent_i_page *page, const ent_i_contents *of)
{
    ent_i_put_brokers(page, of);
    ent_i_put_between(page, of->network);
    ent_i_put_groups(page, of);
    ent_i_put_method(page, of->network);
}

static ent_status find_contents(ent_i_contents *of, const ent_network *network,
                                const ent_report_options *options,
                                ent_error *error)
{
    size_t by = measure_or(options->by, "strength");
    size_t brokers_by =
        measure_or(options->brokers ? options->by : NULL, "betweenness");
    if (by == ent_measure_count())
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "report",
                          "expected the name of a measure to rank by, found "
                          "\"%s\"",
                          options->by);
    return ent_i_contents_make(of, network, by, brokers_by)
               ? ENT_OK
               : ent_i_no_memory(error, "report");
}

ent_status ent_report_write(const ent_network *network,
                            const ent_report_options *options,
                            const ent_sink *sink, ent_error *error)
{
    ent_i_page page;
    ent_report_options copy;
    ent_i_contents of = {0};
    ent_status status = ent_i_page_open(&page, &copy, options, sink, error);
    if (status)
        return status;
    status = find_contents(&of, network, &copy, error);
    if (status) {
        ent_i_contents_free(&of);
        return status;
    }
    page.format->begin(&page,
                       copy.brokers ? "Who connects whom" : "Who meets whom");
    if (copy.brokers)
        put_brokers(&page, &of);
    else
        put_all(&page, &of);
    ent_i_contents_free(&of);
    return ent_i_page_close(&page, error);
}
