/* The exporters that are linked into the library. They use the plug-in ABI and
 * differ from a loaded one only in the name of the entry. */
#ifndef ENTENTE_EXPORTERS_BUILTIN_H
#define ENTENTE_EXPORTERS_BUILTIN_H

#include "entente/exporter.h"

const ent_exporter *ent_i_exporter_json(uint32_t host_abi);
const ent_exporter *ent_i_exporter_graphml(uint32_t host_abi);
const ent_exporter *ent_i_exporter_gexf(uint32_t host_abi);
const ent_exporter *ent_i_exporter_csv(uint32_t host_abi);
const ent_exporter *ent_i_exporter_graphology(uint32_t host_abi);
const ent_exporter *ent_i_exporter_cytoscape(uint32_t host_abi);
const ent_exporter *ent_i_exporter_gml(uint32_t host_abi);
const ent_exporter *ent_i_exporter_pajek(uint32_t host_abi);
const ent_exporter *ent_i_exporter_neo4j(uint32_t host_abi);
const ent_exporter *ent_i_exporter_edges(uint32_t host_abi);
const ent_exporter *ent_i_exporter_matrix(uint32_t host_abi);
const ent_exporter *ent_i_exporter_mermaid(uint32_t host_abi);

#endif
