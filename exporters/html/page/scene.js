// What is drawn where: from the model, what is shown of it and the view to
// lines, marks and labels for a pen.
import { placeLabels } from "./labels.js";
import { shapeOf } from "./pens.js";

// Ties of about the same weight are drawn together, with one width: that of
// exporters/common/look.c.
const levels = 10;
const widthOf = (level) => 0.6 + (5.4 * level) / levels;

// Zooming in by four doubles the marks: places spread faster than marks grow,
// which is what makes room.
export function radius(scene, node) {
  const { shown, transform, fit, model } = scene;
  const whole = model.nodes.length ? model.largest : 1;
  const part =
    node.strength > 0 && shown.largest > 0
      ? Math.sqrt(
          shown.strength[node.index] / shown.largest / (node.strength / whole),
        )
      : 1;
  const grown = node.radius * Math.min(Math.max(part, 0.3), 3);
  return Math.max(
    1.7,
    grown * Math.max(fit, 0.3) * Math.sqrt(transform.k / fit),
  );
}

const place = ({ transform: t }, node) => [
  node.x * t.k + t.x,
  node.y * t.k + t.y,
];

const inFrame = (scene, [x, y], r) =>
  x + r >= 0 && y + r >= 0 && x - r <= scene.width && y - r <= scene.height;

// Both ends beyond the same border.
const outside = (scene, a, b) =>
  (a[0] < 0 && b[0] < 0) ||
  (a[1] < 0 && b[1] < 0) ||
  (a[0] > scene.width && b[0] > scene.width) ||
  (a[1] > scene.height && b[1] > scene.height);

function level(scene, tie) {
  const { weight, heaviest } = scene.shown;
  return heaviest > 0
    ? Math.round(levels * Math.sqrt(Math.max(0, weight[tie.index] / heaviest)))
    : 0;
}

// Many ties are paler each, light ones most of all, or nothing could be seen
// through them; zooming in brings them back.
function paleness(scene) {
  const { shown, transform, fit } = scene;
  return Math.min(
    1,
    Math.sqrt(800 / Math.max(shown.ties.length, 1)) * (transform.k / fit),
  );
}

// A stated contact is dark; being named together is pale, in the colour of the
// community if it stays within one.
function tieLook(scene, pale) {
  const { colours, shown } = scene;
  return (tie, at) => {
    const faded = pale ** (1 - at / levels);
    if (shown.met[tie.index])
      return { colour: colours.contact, alpha: colours.contactAlpha * faded };
    const same = tie.source.community === tie.target.community;
    return {
      colour: same ? scene.shade(tie.source.colour) : colours.tie,
      alpha: colours.tieAlpha * faded,
    };
  };
}

// Groups of one look; thin and pale ones first, contacts on top.
function tieGroups(scene, ties, look) {
  const groups = new Map();
  for (const tie of ties) {
    const a = place(scene, tie.source),
      b = place(scene, tie.target);
    if (outside(scene, a, b)) continue;
    const at = level(scene, tie),
      { colour, alpha } = look(tie, at);
    const key = `${scene.shown.met[tie.index] ? 1 : 0}${String(at).padStart(2, "0")}${colour}`;
    if (!groups.has(key))
      groups.set(key, {
        key,
        ends: [],
        look: { colour, alpha, width: widthOf(at) * scene.thickness },
      });
    groups.get(key).ends.push(a[0], a[1], b[0], b[1]);
  }
  return [...groups.values()].sort((x, y) => (x.key < y.key ? -1 : 1));
}

function drawNodes(pen, scene, nodes, stroke) {
  const groups = new Map();
  for (const node of nodes) {
    const [x, y] = place(scene, node),
      r = radius(scene, node);
    if (!inFrame(scene, [x, y], r)) continue;
    const key = shapeOf(node.type) + node.colour;
    if (!groups.has(key))
      groups.set(key, {
        places: [],
        shape: shapeOf(node.type),
        fill: scene.shade(node.colour),
      });
    groups.get(key).places.push(x, y, r);
  }
  for (const { places, shape, fill } of groups.values())
    pen.marks(places, { shape, fill, stroke, width: 1.6 });
}

function spot(scene, node, bold) {
  const [x, y] = place(scene, node),
    r = radius(scene, node);
  return {
    key: node.index,
    x,
    y,
    r,
    text: node.label,
    bold,
    size: Math.round(Math.min(11 + r / 4, 19)),
  };
}

// Among many nodes fewer names: there they would cover what they name.
function labelsFor({ width, height, shown }) {
  const crowd = Math.min(Math.max(shown.nodes.length - 150, 0) / 900, 1);
  return Math.min(
    Math.max(Math.round((width * height) / (6500 + 5000 * crowd)), 12),
    220,
  );
}

// As many labels as the frame has room for; `near` are those brought out, whose
// labels come first and stay dark.
export function drawLabels(pen, scene, focus) {
  const near = focus ? neighbourhood(scene.shown, focus).nodes : [];
  const main = !focus ? [] : focus.kind === "node" ? near.slice(0, 1) : near;
  const others = near.length
    ? scene.shown.nodes.filter((node) => !near.includes(node))
    : scene.shown.nodes;
  const most = labelsFor(scene);
  const spots = [],
    obstacles = [];
  [...near, ...others].forEach((node, rank) => {
    const s = spot(scene, node, main.includes(node));
    if (!inFrame(scene, [s.x, s.y], s.r)) return;
    const faint = focus !== null && rank >= near.length;
    if (s.r > 4) obstacles.push(s);
    if (spots.length < 6 * most)
      spots.push({ ...s, faint, must: !faint && spots.length < 25 });
  });
  const { ink, faint, paper } = scene.colours;
  const placed = placeLabels(
    spots,
    obstacles,
    scene.measure,
    [scene.width, scene.height],
    most,
  );
  // The most wanted last, on top.
  for (const label of placed.reverse())
    pen.label(label, { fill: label.faint ? faint : ink, halo: paper });
}

// The whole network; `ties` limits how many of the heaviest are drawn while the
// view moves.
export function drawNetwork(pen, scene, ties) {
  const drawn =
    ties < scene.shown.ties.length
      ? scene.shown.ties.slice(0, ties)
      : scene.shown.ties;
  for (const { ends, look } of tieGroups(
    scene,
    drawn,
    tieLook(scene, paleness(scene)),
  ))
    pen.lines(ends, look);
  // Weakest first: strong ones lie on top.
  drawNodes(
    pen,
    scene,
    scene.shown.nodes.slice().reverse(),
    scene.colours.paper,
  );
}

// The nodes and ties that a selection brings out.
export function neighbourhood(shown, focus) {
  if (focus.kind === "tie")
    return {
      nodes: [focus.item.source, focus.item.target],
      ties: [focus.item],
    };
  const ties = focus.item.ties.filter((tie) => shown.tieOn[tie.index]);
  ties.sort((a, b) => shown.weight[b.index] - shown.weight[a.index]);
  const other = (tie) => (tie.source === focus.item ? tie.target : tie.source);
  return { nodes: [focus.item, ...ties.map(other)], ties };
}

export function drawHighlight(pen, scene, focus) {
  const { nodes, ties } = neighbourhood(scene.shown, focus);
  const { colours, shown } = scene;
  const look = (tie) =>
    shown.met[tie.index]
      ? { colour: colours.contact, alpha: 1 }
      : { colour: colours.near, alpha: 0.9 };
  for (const group of tieGroups(scene, ties, look))
    pen.lines(group.ends, group.look);
  const main = focus.kind === "node" ? [focus.item] : nodes;
  drawNodes(pen, scene, nodes.slice().reverse(), colours.paper);
  drawNodes(pen, scene, main, colours.ink);
}

// From the lowest to the highest value, or those between which `part` of them
// lie, if some are so far off that the others would be small.
function extent(nodes, axis, part) {
  const all = nodes.map((node) => node[axis]).sort((a, b) => a - b),
    last = all.length - 1;
  const off = Math.floor((last * (1 - part)) / 2),
    r = Math.max(...nodes.map((node) => node.radius));
  const whole = all[last] - all[0],
    most = all[last - off] - all[off];
  return whole > 1.3 * most
    ? [all[off] - r, all[last - off] + r]
    : [all[0] - r, all[last] + r];
}

// Where `part` of the nodes (1: all) fit into the frame: [x, y, k] of a
// transform.
export function fitTo(nodes, width, height, part) {
  if (!nodes.length) return [width / 2, height / 2, 1];
  const [left, right] = extent(nodes, "x", part),
    [top, bottom] = extent(nodes, "y", part);
  const margin = Math.min(60, width / 10);
  const k = Math.min(
    (width - 2 * margin) / Math.max(right - left, 1),
    (height - 2 * margin) / Math.max(bottom - top, 1),
    1.8,
  );
  return [
    width / 2 - (k * (left + right)) / 2,
    height / 2 - (k * (top + bottom)) / 2,
    k,
  ];
}
