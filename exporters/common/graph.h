/* Reads the view by attribute name. */
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

#endif
