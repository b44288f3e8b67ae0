// Labels that cover neither one another nor a large node. Wanted first, placed
// first: a name that finds no room is left out.

const cell = 48;

// The area that two boxes have in common.
function shared(a, b) {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]),
    high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return wide > 0 && high > 0 ? wide * high : 0;
}

// Boxes in a grid of cells, so that a new one is compared with few.
function boxes() {
  const cells = new Map();
  const each = (box, visit) => {
    for (let i = Math.floor(box[0] / cell); i <= Math.floor(box[2] / cell); i++)
      for (
        let j = Math.floor(box[1] / cell);
        j <= Math.floor(box[3] / cell);
        j++
      )
        if (visit(`${i},${j}`)) return true;
    return false;
  };
  const apart = (a, b) =>
    a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
  return {
    add: (box) =>
      each(box, (key) => {
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(box);
        return false;
      }),
    meets: (box, own) =>
      each(box, (key) =>
        (cells.get(key) || []).some(
          (other) => other !== own && !apart(box, other),
        ),
      ),
    // How much of the others a box would cover.
    covers: (box, own) => {
      const met = new Set();
      each(box, (key) => {
        (cells.get(key) || []).forEach((other) => met.add(other));
        return false;
      });
      met.delete(own);
      return [...met].reduce((sum, other) => sum + shared(box, other), 0);
    },
  };
}

// Right of the node, left, below, above.
function positions(spot, width) {
  const gap = spot.r + 4,
    high = spot.size * 0.62;
  const { x, y } = spot;
  const box = (left, middle) => [
    left,
    middle - high,
    left + width,
    middle + high,
  ];
  const below = y + spot.r + high + 2,
    above = y - spot.r - high - 2;
  return [
    { x: x + gap, y, align: "left", box: box(x + gap, y) },
    { x: x - gap, y, align: "right", box: box(x - gap - width, y) },
    { x, y: below, align: "center", box: box(x - width / 2, below) },
    { x, y: above, align: "center", box: box(x - width / 2, above) },
  ];
}

const inside = (box, [width, height]) =>
  box[0] >= 0 && box[2] <= width && box[1] >= 0 && box[3] <= height;

function leastCovering(possible, nodes, mine) {
  const cost = ({ box }) => nodes.covers(box, mine);
  return possible.length && possible.sort((a, b) => cost(a) - cost(b))[0];
}

// spots: {key, x, y, r, text, size, must}, most wanted first; those that must
// have a label may cover a node. obstacles: {key, x, y, r}; measure(text, size,
// bold) gives pixels; frame: [width, height]. Returns at most `most` labels.
export function placeLabels(spots, obstacles, measure, frame, most) {
  const labels = boxes(),
    nodes = boxes(),
    placed = [],
    own = new Map();
  for (const o of obstacles) {
    const box = [o.x - o.r, o.y - o.r, o.x + o.r, o.y + o.r];
    own.set(o.key, box);
    nodes.add(box);
  }
  for (const spot of spots) {
    if (placed.length >= most) break;
    const width = measure(spot.text, spot.size, spot.bold);
    const possible = positions(spot, width).filter(
      ({ box }) => inside(box, frame) && !labels.meets(box),
    );
    const mine = own.get(spot.key);
    const free =
      possible.find(({ box }) => !nodes.meets(box, mine)) ||
      (spot.must && leastCovering(possible, nodes, mine));
    if (!free) continue;
    labels.add(free.box);
    placed.push({ ...spot, x: free.x, y: free.y, align: free.align });
  }
  return placed;
}
