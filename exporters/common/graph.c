#include "common/graph.h"

#include <math.h>
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

/* Clamped, since measures such as npmi may make a strength negative, and an
 * area needs its square root. */
double ent_i_size(const ent_host *host, const ent_view *view, size_t node,
                  double largest)
{
    double size =
        ent_i_number(host, view, ENT_NODE, node, "strength", 0) / largest;
    return size < 0 ? 0 : size > 1 ? 1 : size;
}

/* The area, not the diameter, follows strength. */
double ent_i_diameter(const ent_host *host, const ent_view *view, size_t node,
                      double largest)
{
    double size = ent_i_size(host, view, node, largest);
    return round(100 * (6 + 44 * sqrt(size))) / 100;
}

/* 1 if no node has any strength, so that nothing divides by zero. */
double ent_i_largest(const ent_host *host, const ent_view *view)
{
    double largest = 0;
    for (size_t i = 0; i < host->node_count(view); i++) {
        double s = ent_i_number(host, view, ENT_NODE, i, "strength", 0);
        largest = s > largest ? s : largest;
    }
    return largest > 0 ? largest : 1;
}

/* Okabe and Ito, "Color Universal Design" (2008), without black and yellow,
 * which vanish as outlines and fillings; then tints of these. */
static const ent_i_colour palette[] = {{0x00, 0x72, 0xB2}, {0xE6, 0x9F, 0x00},
                                       {0x00, 0x9E, 0x73}, {0xCC, 0x79, 0xA7},
                                       {0xD5, 0x5E, 0x00}, {0x56, 0xB4, 0xE9},
                                       {0x7A, 0x6A, 0xB0}, {0x8C, 0xA2, 0x3A},
                                       {0xA0, 0x6A, 0x42}, {0x3F, 0x8F, 0x9B}};
static const ent_i_colour grey = {0x9A, 0x9F, 0xA6};

/* Communities are numbered by size, so the large ones get the palette. Starting
 * the palette over would link groups that have nothing in common. */
ent_i_colour ent_i_community_colour(const ent_host *host, const ent_view *view,
                                    size_t node)
{
    double c = ent_i_number(host, view, ENT_NODE, node, "community", -1);
    size_t n = sizeof palette / sizeof *palette;
    return c >= 0 && c < (double)n ? palette[(size_t)c] : grey;
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
