// Reads what entente wrote (exporters/html/data.c) and makes nodes, ties and
// communities that refer to one another.
import { dayTime } from "./format.js";

// 20150512 to milliseconds.
function time(day) {
  if (day === null) return null;
  const digits = String(day).padStart(8, "0");
  return dayTime(
    `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`,
  );
}

function values(columns, row, first) {
  const all = {};
  columns.forEach((column, i) => {
    all[column.name] = row[first + i];
  });
  return all;
}

const describe = (columns) =>
  columns.map(([name, help, type]) => ({ name, help, type }));

function readNode(columns, row, index) {
  const [x, y, diameter, colour] = row;
  const v = values(columns, row, 4);
  return {
    index,
    values: v,
    id: v.id,
    label: v.label,
    type: v.type,
    aliases: v.aliases || [],
    community: v.community,
    colour,
    x,
    y: -y,
    radius: diameter / 2,
    strength: v.strength || 0,
    ties: [],
  };
}

// [day, share], with an encounter kind, standing, confidence; for the first of a
// tie article, sentence, copies, when, where, form, weak. 0 is no word.
function readProof(raw, articles, row) {
  const word = (i) => (i ? raw.words[i] : null);
  const [day, share, kind, status, confidence = 1, article, sentence, ...rest] =
    row;
  const proof = {
    time: time(day),
    share,
    kind: word(kind) || "named",
    status: word(status),
    confidence,
  };
  if (article !== undefined) {
    const [copies = 0, when, where, form, weak = 0] = rest;
    Object.assign(proof, {
      article: articles[article],
      sentence: raw.sentences[sentence],
      copies,
      when: word(when),
      where: word(where),
      form: word(form),
      weak,
    });
  }
  return proof;
}

function readTie(raw, columns, articles, nodes, row, index) {
  const v = values(columns, row, 3);
  const tie = {
    index,
    values: v,
    source: nodes[row[0]],
    target: nodes[row[1]],
    weight: v.weight === null ? 1 : v.weight,
    proofs: row[2].map((proof) => readProof(raw, articles, proof)),
  };
  tie.id = `${tie.source.id}--${tie.target.id}`;
  tie.source.ties.push(tie);
  tie.target.ties.push(tie);
  return tie;
}

// Communities, largest first, each with its people, strongest first. Nodes in
// none have null.
function communitiesOf(nodes) {
  const found = new Map();
  for (const node of nodes) {
    if (node.community === null || node.community === undefined) continue;
    if (!found.has(node.community))
      found.set(node.community, {
        id: node.community,
        colour: node.colour,
        nodes: [],
      });
    found.get(node.community).nodes.push(node);
  }
  return [...found.values()].sort(
    (a, b) => b.nodes.length - a.nodes.length || a.id - b.id,
  );
}

// Which kinds and standings count as a contact was decided when the network was
// built: what is denied is evidence, but no contact.
function countedOf(settings) {
  const among = (name) => {
    const list = (settings.get(name) || "").split(",").filter(Boolean);
    return (value) => !list.length || value === null || list.includes(value);
  };
  const kind = among("kind"),
    status = among("status");
  return (proof) =>
    proof.kind !== "named" && kind(proof.kind) && status(proof.status);
}

function distinct(ties, member) {
  const found = new Set();
  for (const tie of ties)
    for (const proof of tie.proofs)
      if (proof[member] !== null) found.add(proof[member]);
  return [...found];
}

function span(ties) {
  let first = null,
    last = null;
  for (const tie of ties)
    for (const { time: t } of tie.proofs) {
      if (t === null) continue;
      if (first === null || t < first) first = t;
      if (last === null || t > last) last = t;
    }
  return first === null ? null : [first, last];
}

// In the order that people think in; what is new comes last.
function inOrder(order, found) {
  const rank = (x) => (order.includes(x) ? order.indexOf(x) : order.length);
  return found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

export function readData(raw) {
  const columns = {};
  for (const scope of Object.keys(raw.columns))
    columns[scope] = describe(raw.columns[scope]);
  const articles = raw.articles.map(([id, title, source, url, date]) => ({
    id,
    title,
    source,
    url,
    date,
  }));
  const nodes = raw.nodes.map((row, i) => readNode(columns.node, row, i));
  const ties = raw.ties.map((row, i) =>
    readTie(raw, columns.tie, articles, nodes, row, i),
  );
  return {
    title: raw.title,
    of: { nodes: raw.of[0], ties: raw.of[1] },
    facts: columns.graph.map((column, i) => ({
      ...column,
      value: raw.graph[i],
    })),
    settings: raw.settings,
    counted: countedOf(new Map(raw.settings)),
    columns,
    articles,
    nodes,
    ties,
    communities: communitiesOf(nodes),
    span: span(ties),
    largest:
      nodes.reduce((most, node) => Math.max(most, node.strength), 0) || 1,
    kinds: inOrder(["meet", "call", "joint", "named"], distinct(ties, "kind")),
    statuses: inOrder(
      ["held", "planned", "proposed", "denied"],
      distinct(ties, "status"),
    ),
    types: inOrder(
      ["person", "org", "place"],
      [...new Set(nodes.map((n) => n.type))],
    ),
    nodeById: new Map(nodes.map((n) => [n.id, n])),
    tieById: new Map(ties.map((t) => [t.id, t])),
  };
}
