/* One exporter at work: what it is shown, where its bytes go, and what came of
 * it. */
#include <pthread.h>

#include "core/error.h"
#include "export/registry.h"

#define STAGE "export"

/* A sink that remembers failing, for exporters that don't look. */
typedef struct watched {
    const ent_sink *sink;
    bool failed;
} watched;

static int watched_write(void *ctx, const void *bytes, size_t n)
{
    watched *w = ctx;
    /* After a failure nothing more is passed on: a file with a gap in it would
     * look whole. */
    if (!w->failed && n)
        w->failed = w->sink->write(w->sink->ctx, bytes, n) != 0;
    return w->failed;
}

/* The cause is reported rather than its consequences: an exporter that was
 * stopped, or whose sink failed, also reports some failure. */
static ent_status judge(const ent_view *view, int result, bool sink_failed,
                        ent_error *error)
{
    const char *name = view->exporter->name;
    if (sink_failed)
        return ent_i_fail(error, ENT_ERR_IO, STAGE,
                          "the output of exporter '%s' could not be written",
                          name);
    if (view->events.cancelled && view->events.cancelled(view->events.ctx))
        return ent_i_fail(error, ENT_ERR_CANCELLED, STAGE, "stopped");
    if (view->no_memory)
        return ent_i_no_memory(error, STAGE);
    if (result == 0)
        return ENT_OK;
    return ent_i_fail(error, ENT_ERR_PLUGIN, STAGE, "exporter '%s': %s", name,
                      *view->message ? view->message
                                     : "failed without saying why");
}

/* Exporters are promised that no two run at the same time: Graphviz, for one,
 * has globals. */
static int run(ent_view *view, watched *w)
{
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    const ent_sink sink = {watched_write, w};
    pthread_mutex_lock(&one_at_a_time);
    int result = view->exporter->write(ent_i_host(), view, &sink);
    pthread_mutex_unlock(&one_at_a_time);
    return result;
}

/* Everything the exporter may touch lives in the view, and is freed when it
 * returns. */
ent_status ent_export(const ent_exporters *x, const char *name,
                      const char *path, const char *const *options,
                      const ent_network *network, const ent_sink *sink,
                      ent_error *error)
{
    ent_i_offer *found;
    ent_status status = ent_i_exporter_choose(x, name, path, &found, error);
    if (status != ENT_OK)
        return status;
    ent_view view = {
        .network = network, .exporter = found->exporter, .events = x->events};
    status = ent_i_option_values(found->exporter, options, path, &view.arena,
                                 &view.option_values, error);
    if (status == ENT_OK)
        status = ent_i_view_prepare(&view, error);
    if (status == ENT_OK) {
        watched w = {sink, false};
        int result = run(&view, &w);
        status = judge(&view, result, w.failed, error);
        if (status != ENT_OK)
            ent_i_fail_at(error, status, path, 0, -1);
    }
    ent_i_view_free(&view);
    return status;
}
