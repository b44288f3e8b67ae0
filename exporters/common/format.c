#include "common/format.h"

#include <string.h>

void ent_i_format_start(ent_i_format *f, const ent_host *host,
                        const ent_view *view, const ent_sink *sink)
{
    f->host = host;
    f->view = view;
    f->gap = "";
    f->own = NULL;
    f->id = host->attribute_find(view, ENT_NODE, "id");
    f->weight = host->attribute_find(view, ENT_TIE, "weight");
    ent_i_writer_start(&f->w, sink);
}

/* Asked once per item: often enough to stop within a moment, and the host's
 * answer may cost a system call. */
bool ent_i_format_stopped(ent_i_format *f)
{
    return f->w.failed || f->host->cancelled(f->view);
}

void ent_i_format_fail(ent_i_format *f, const char *message)
{
    f->host->set_error(f->view, message);
    f->w.failed = true;
}

int ent_i_format_end(ent_i_format *f)
{
    return ent_i_format_stopped(f) ? -1 : ent_i_writer_end(&f->w);
}

void ent_i_format_items(ent_i_format *f, ent_scope scope,
                        void (*put)(ent_i_format *f, size_t item))
{
    size_t n = scope == ENT_NODE ? f->host->node_count(f->view)
                                 : f->host->tie_count(f->view);
    for (size_t i = 0; i < n && !ent_i_format_stopped(f); i++)
        put(f, i);
}

void ent_i_format_values(ent_i_format *f, ent_scope scope, size_t item,
                         const char *except, ent_i_put_named *put)
{
    size_t n = f->host->attribute_count(f->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = f->host->attribute(f->view, scope, i);
        ent_value value;
        if (ent_i_is_id(scope, a) || (except && strcmp(a->name, except) == 0) ||
            f->host->value(f->view, scope, item, i, &value) != 1)
            continue;
        put(f, ent_i_file_name(scope, a), a->type, &value);
    }
}

bool ent_i_format_chosen(const ent_i_format *f, const char *option,
                         const char *value)
{
    return strcmp(f->host->option(f->view, option), value) == 0;
}

const char *ent_i_format_end_id(const ent_i_format *f, size_t tie, int end)
{
    size_t ends[2] = {0, 0};
    ent_value id;
    f->host->tie_ends(f->view, tie, &ends[0], &ends[1]);
    return f->host->value(f->view, ENT_NODE, ends[end], (size_t)f->id, &id) == 1
               ? id.string
               : "";
}

double ent_i_format_weight(const ent_i_format *f, size_t tie)
{
    ent_value weight;
    return f->host->value(f->view, ENT_TIE, tie, (size_t)f->weight, &weight) ==
                   1
               ? weight.real
               : 1;
}
