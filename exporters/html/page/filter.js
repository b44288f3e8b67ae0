// Which nodes and ties are shown, and what they weigh then: a tie weighs what
// is left of its evidence.

export const noFilters = () => ({
  from: null,
  to: null,
  minWeight: 0,
  minConfidence: 0,
  hidden: {
    kind: new Set(),
    status: new Set(),
    type: new Set(),
    community: new Set(),
  },
});

export const isFiltered = (f) =>
  f.from !== null ||
  f.to !== null ||
  f.minWeight > 0 ||
  f.minConfidence > 0 ||
  Object.values(f.hidden).some((set) => set.size > 0);

export function passes(f, proof) {
  if (f.from !== null && (proof.time === null || proof.time < f.from))
    return false;
  if (f.to !== null && (proof.time === null || proof.time > f.to)) return false;
  if (f.hidden.kind.has(proof.kind)) return false;
  if (proof.status !== null && f.hidden.status.has(proof.status)) return false;
  return proof.confidence >= f.minConfidence;
}

const nodePasses = (f, node) =>
  !f.hidden.type.has(node.type) &&
  !f.hidden.community.has(String(node.community));

// Weight left, whether a contact is among it, and how much evidence.
function weigh(f, tie, counted) {
  let share = 0,
    met = 0,
    count = 0;
  for (const proof of tie.proofs) {
    if (!passes(f, proof)) continue;
    share += proof.share;
    count++;
    if (counted(proof)) met++;
  }
  return { weight: tie.weight * share, met, count };
}

// Heaviest first; a whole tie keeps its own weight, free of rounding.
export function applyFilters(model, f) {
  const shown = {
    weight: new Float64Array(model.ties.length),
    met: new Uint32Array(model.ties.length),
    tieOn: new Uint8Array(model.ties.length),
    strength: new Float64Array(model.nodes.length),
    on: new Uint8Array(model.nodes.length),
    nodes: [],
    ties: [],
    largest: 0,
    heaviest: 0,
  };
  const filtered = isFiltered(f);
  for (const tie of model.ties) {
    if (!nodePasses(f, tie.source) || !nodePasses(f, tie.target)) continue;
    const left = weigh(f, tie, model.counted);
    if (tie.proofs.length && !left.count) continue;
    const weight = left.count === tie.proofs.length ? tie.weight : left.weight;
    if (weight < f.minWeight) continue;
    shown.weight[tie.index] = weight;
    shown.met[tie.index] = left.met;
    shown.tieOn[tie.index] = 1;
    shown.ties.push(tie);
    for (const end of [tie.source, tie.target]) {
      shown.strength[end.index] += weight;
      shown.on[end.index] = 1;
    }
  }
  for (const node of model.nodes) {
    if (!filtered) shown.strength[node.index] = node.strength;
    if (!node.ties.length && !filtered && nodePasses(f, node))
      shown.on[node.index] = 1;
    if (!shown.on[node.index]) continue;
    shown.nodes.push(node);
    shown.largest = Math.max(shown.largest, shown.strength[node.index]);
  }
  shown.ties.sort(
    (a, b) =>
      shown.weight[b.index] - shown.weight[a.index] || a.index - b.index,
  );
  shown.heaviest = shown.ties.length ? shown.weight[shown.ties[0].index] : 0;
  shown.nodes.sort(
    (a, b) =>
      shown.strength[b.index] - shown.strength[a.index] || a.index - b.index,
  );
  return shown;
}
