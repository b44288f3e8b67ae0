// What is under the pointer: a node, else a tie. Places in pixels of the frame.
import { radius } from "./scene.js";

// The nearest node whose mark, or a little around it, covers the place.
export function nodeAt(scene, tree, x, y) {
  const { transform: t, shown } = scene,
    [left, top] = t.invert([x, y]);
  const reach =
    Math.max(24, shown.nodes.length ? radius(scene, shown.nodes[0]) : 0) / t.k;
  let best = null,
    least = 3;
  tree.visit((quad, x0, y0, x1, y1) => {
    for (let q = quad; !quad.length && q; q = q.next) {
      const away = Math.hypot(q.data.x - left, q.data.y - top) * t.k;
      const over = away - Math.max(radius(scene, q.data), 5);
      if (over < least) [best, least] = [q.data, over];
    }
    return (
      x0 > left + reach ||
      x1 < left - reach ||
      y0 > top + reach ||
      y1 < top - reach
    );
  });
  return best;
}

// From a place to a tie's line.
function distance({ transform: t }, x, y, { source, target }) {
  const ax = source.x * t.k + t.x,
    ay = source.y * t.k + t.y;
  const dx = target.x * t.k + t.x - ax,
    dy = target.y * t.k + t.y - ay;
  const part = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const at = Math.min(1, Math.max(0, part));
  return Math.hypot(x - ax - at * dx, y - ay - at * dy);
}

// The nearest tie; those of the selected person come first.
export function tieAt(scene, selected, x, y) {
  const own = selected && selected.kind === "node" ? selected.item.ties : [];
  for (const ties of [own, scene.shown.ties]) {
    let best = null,
      least = 5;
    for (const tie of ties) {
      if (!scene.shown.tieOn[tie.index]) continue;
      const away = distance(scene, x, y, tie);
      if (away < least) [best, least] = [tie, away];
    }
    if (best) return best;
  }
  return null;
}
