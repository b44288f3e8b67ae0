/* One exporter at work: what it is shown, where its bytes go, and what came of
 * it. */
#include <pthread.h>

#include "core/error.h"
#include "export/gzip.h"
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
static int run(ent_view *view, const ent_sink *sink)
{
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&one_at_a_time);
    int result = view->exporter->write(ent_i_host(), view, sink);
    pthread_mutex_unlock(&one_at_a_time);
    return result;
}

/* The exporter need not know that its bytes are compressed. */
static ent_status run_compressed(ent_view *view, const ent_sink *sink,
                                 int *result, ent_error *error)
{
    ent_i_gzip *gzip;
    ent_status status = ent_i_gzip_open(&gzip, sink, error);
    if (status != ENT_OK)
        return status;
    *result = run(view, ent_i_gzip_sink(gzip));
    /* A sink that fails now is noticed by who watches it. */
    if (*result == 0 && !ent_i_gzip_finish(gzip))
        *result = -1;
    ent_i_gzip_free(gzip);
    return ENT_OK;
}

static ent_status write_view(ent_view *view, const char *path,
                             const ent_sink *sink, ent_error *error)
{
    watched w = {sink, false};
    const ent_sink to = {watched_write, &w};
    int result = 0;
    ent_status status = ENT_OK;
    if (path && ent_i_wants_gzip(path))
        status = run_compressed(view, &to, &result, error);
    else
        result = run(view, &to);
    if (status == ENT_OK)
        status = judge(view, result, w.failed, error);
    return status == ENT_OK ? ENT_OK
                            : ent_i_fail_at(error, status, path, 0, -1);
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
    if (status == ENT_OK)
        status = write_view(&view, path, sink, error);
    ent_i_view_free(&view);
    return status;
}
