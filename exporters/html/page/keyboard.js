// What keys do on the network.

const directions = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

// The neighbour that lies best in a direction: by angle first, then by how far.
export function towards(shown, node, [dx, dy]) {
  let best = null,
    least = Infinity;
  for (const tie of node.ties) {
    if (!shown.tieOn[tie.index]) continue;
    const other = tie.source === node ? tie.target : tie.source;
    const x = other.x - node.x,
      y = other.y - node.y,
      far = Math.hypot(x, y) || 1;
    const ahead = (x * dx + y * dy) / far;
    const cost = far * (2.2 - ahead);
    if (ahead > 0.3 && cost < least) [best, least] = [other, cost];
  }
  return best;
}

// on: {go(node), none(), enter(), zoom(factor), fit(), pan(x, y)}
export function listen(canvas, app, on) {
  function arrow(direction, shift) {
    const { selection } = app.state;
    if (shift) return on.pan(-60 * direction[0], -60 * direction[1]);
    if (!selection)
      return app.shown.nodes.length ? on.go(app.shown.nodes[0]) : on.none();
    if (selection.kind === "tie") return on.go(selection.item.source);
    const next = towards(app.shown, selection.item, direction);
    return next ? on.go(next) : on.none();
  }
  const keys = {
    "+": () => on.zoom(1.5),
    "=": () => on.zoom(1.5),
    "-": () => on.zoom(1 / 1.5),
    0: () => on.fit(),
    Enter: () => on.enter(),
  };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    if (!direction && !keys[event.key]) return;
    event.preventDefault();
    if (direction) arrow(direction, event.shiftKey);
    else keys[event.key]();
  });
}
