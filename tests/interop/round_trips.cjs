// round_trips.cjs FORMAT < FILE: what graphology, cytoscape.js or Mermaid read of it, as
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

// Mermaid wants a browser's window, and keeps references to characters in a form
// of its own until it draws.
async function ofMermaid() {
  globalThis.window = new (from("jsdom").JSDOM)("").window;
  globalThis.document = window.document;
  const { default: mermaid } = await import(from.resolve("mermaid"));
  mermaid.initialize({ startOnLoad: false });
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const plain = (label) => label.replace(/\u{FB02}\u00B0\u00B0(\d+)\u00B6\u00DF/gu,
    (_, code) => String.fromCodePoint(code));
  const found = { nodes: {}, ties: [] };
  for (const node of db.getVertices().values()) {
    found.nodes[node.id] = { label: plain(node.text) };
  }
  for (const tie of db.getEdges()) {
    found.ties.push([tie.start, tie.end, { weight: Number(tie.text) }]);
  }
  return found;
}

const readers = {
  mermaid: ofMermaid,
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
Promise.resolve(readers[process.argv[2]]()).then(
  (found) => process.stdout.write(JSON.stringify(found)));
