// round_trips.cjs FORMAT < FILE: what graphology or cytoscape.js read of it, as
// {"nodes": {ID: ATTRIBUTES}, "ties": [[ID, ID, ATTRIBUTES]]}. The packages are
// looked for below the current folder.
const { createRequire } = require("module");
const from = createRequire(process.cwd() + "/");
const Graph = from("graphology");
const text = require("fs").readFileSync(0, "utf8");

function ofGraph(graph) {
  const found = { nodes: {}, ties: [] };
  if (graph.directedSize) throw new Error("some ties are directed");
  graph.forEachNode((id, attributes) => { found.nodes[id] = attributes; });
  graph.forEachEdge((id, attributes, source, target) => {
    found.ties.push([source, target, attributes]);
  });
  return found;
}

const readers = {
  graphology: () => ofGraph(Graph.from(JSON.parse(text))),
  gexf: () => ofGraph(from("graphology-gexf/node").parse(Graph, text)),
  graphml: () => ofGraph(from("graphology-graphml/node").parse(Graph, text)),
  cytoscape: () => {
    const cy = from("cytoscape")({ ...JSON.parse(text), headless: true });
    const found = { nodes: {}, ties: [] };
    cy.nodes().forEach((n) => {
      found.nodes[n.id()] = { ...n.data(), place: n.position() };
    });
    cy.edges().forEach((e) => {
      found.ties.push([e.source().id(), e.target().id(), e.data()]);
    });
    return found;
  },
};
process.stdout.write(JSON.stringify(readers[process.argv[2]]()));
