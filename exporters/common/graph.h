/* Reads the view by attribute name, and holds what the drawn formats share: a
 * node's size and colour. */
#ifndef ENTENTE_EXPORTERS_GRAPH_H
#define ENTENTE_EXPORTERS_GRAPH_H

#include "common/writer.h"
#include "entente/exporter.h"

/* The attribute's number (integers too), or `otherwise` if there is none. */
double ent_i_number(const ent_host *host, const ent_view *view, ent_scope scope,
                    size_t item, const char *name, double otherwise);
/* The attribute's text, or "" if there is none. */
const char *ent_i_text(const ent_host *host, const ent_view *view,
                       ent_scope scope, size_t item, const char *name);
/* The node's id. */
const char *ent_i_node_id(const ent_host *host, const ent_view *view,
                          size_t node);

/* Writes a tie's id, "SOURCE--TARGET" from its nodes' ids, into buffer. */
void ent_i_tie_id(const ent_host *host, const ent_view *view, size_t tie,
                  char *buffer, size_t size);
/* Writes the attributes that an XML edge begins with: its own id, by which two
 * files can be joined, and those of its nodes. */
void ent_i_put_tie_ids(ent_i_writer *w, const ent_host *host,
                       const ent_view *view, size_t tie);
/* The name of an attribute in files. A node's "type" becomes "entity_type":
 * "type" selects the drawing program in sigma and Gephi Lite. */
const char *ent_i_file_name(ent_scope scope, const ent_attribute *attribute);
/* Whether the attribute is the node's id, which formats treat separately. */
int ent_i_is_id(ent_scope scope, const ent_attribute *attribute);

/* Writes "name: value", as XML text, for each attribute of the graph from
 * number `first` on that has a value. For formats in which the graph has no
 * attributes. */
void ent_i_put_facts(ent_i_writer *w, const ent_host *host,
                     const ent_view *view, size_t first, const char *gap);

/* A node's strength divided by the network's largest, 0..1; `largest` comes
 * from ent_i_largest. */
double ent_i_size(const ent_host *host, const ent_view *view, size_t node,
                  double largest);
/* The largest strength of the nodes, above 0. */
double ent_i_largest(const ent_host *host, const ent_view *view);

/* The size at which Gephi should draw a node, 6 to 50. */
double ent_i_diameter(const ent_host *host, const ent_view *view, size_t node,
                      double largest);

typedef struct ent_i_colour {
    unsigned char r, g, b;
} ent_i_colour;

/* The colour of a node's community, from a palette that colour-blind readers
 * can tell apart; grey for small communities beyond the palette and nodes in
 * none. */
ent_i_colour ent_i_community_colour(const ent_host *host, const ent_view *view,
                                    size_t node);

#endif
