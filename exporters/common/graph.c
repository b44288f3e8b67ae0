#include "common/graph.h"

#include <stdio.h>
#include <string.h>

/* Looks the name up each time instead of keeping an index: the host's table is
 * short, and an exporter need not know its host. */
static int get(const ent_host *host, const ent_view *view, ent_scope scope,
               size_t item, const char *name, ent_value *value,
               ent_value_type *type)
{
    int i = host->attribute_find(view, scope, name);
    if (i < 0 || host->value(view, scope, item, (size_t)i, value) != 1)
        return 0;
    *type = host->attribute(view, scope, (size_t)i)->type;
    return 1;
}

/* Measures that were not computed have no value. The caller chooses the
 * substitute: a tie without a weight counts as 1, a strength as 0. */
double ent_i_number(const ent_host *host, const ent_view *view, ent_scope scope,
                    size_t item, const char *name, double otherwise)
{
    ent_value value;
    ent_value_type type;
    if (!get(host, view, scope, item, name, &value, &type))
        return otherwise;
    return type == ENT_REAL ? value.real : (double)value.integer;
}

const char *ent_i_text(const ent_host *host, const ent_view *view,
                       ent_scope scope, size_t item, const char *name)
{
    ent_value value;
    ent_value_type type;
    return get(host, view, scope, item, name, &value, &type) ? value.string
                                                             : "";
}

const char *ent_i_node_id(const ent_host *host, const ent_view *view,
                          size_t node)
{
    return ent_i_text(host, view, ENT_NODE, node, "id");
}

/* Made from the nodes' ids rather than the tie's index, so that a tie keeps its
 * id when other ties are filtered out and files of two runs can be compared. */
void ent_i_tie_id(const ent_host *host, const ent_view *view, size_t tie,
                  char *buffer, size_t size)
{
    size_t source = 0, target = 0;
    host->tie_ends(view, tie, &source, &target);
    snprintf(buffer, size, "%s--%s", ent_i_node_id(host, view, source),
             ent_i_node_id(host, view, target));
}

const char *ent_i_file_name(ent_scope scope, const ent_attribute *attribute)
{
    return scope == ENT_NODE && strcmp(attribute->name, "type") == 0
               ? "entity_type"
               : attribute->name;
}

int ent_i_is_id(ent_scope scope, const ent_attribute *attribute)
{
    return scope == ENT_NODE && strcmp(attribute->name, "id") == 0;
}

void ent_i_put_tie_ids(ent_i_writer *w, const ent_host *host,
                       const ent_view *view, size_t tie)
{
    size_t source = 0, target = 0;
    char id[1024];
    host->tie_ends(view, tie, &source, &target);
    ent_i_tie_id(host, view, tie, id, sizeof id);
    ent_i_put_attribute(w, "id", id);
    ent_i_put_attribute(w, "source", ent_i_node_id(host, view, source));
    ent_i_put_attribute(w, "target", ent_i_node_id(host, view, target));
}

void ent_i_put_facts(ent_i_writer *w, const ent_host *host,
                     const ent_view *view, size_t first, const char *gap)
{
    const char *before = "";
    for (size_t i = first; i < host->attribute_count(view, ENT_GRAPH); i++) {
        const ent_attribute *a = host->attribute(view, ENT_GRAPH, i);
        ent_value value;
        if (host->value(view, ENT_GRAPH, 0, i, &value) != 1)
            continue;
        ent_i_puts(w, before);
        ent_i_put_xml(w, a->name);
        ent_i_puts(w, ": ");
        ent_i_put_value(w, a->type, &value, ent_i_put_xml);
        before = gap;
    }
}
