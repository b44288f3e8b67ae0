// The two canvases: the network below, what is selected or hovered above it, so
// that pointing at somebody redraws little. Panning, zooming, finding what is
// under the pointer.
import { quadtree } from "d3-quadtree";
import { select } from "d3-selection";
import "d3-transition";
import { zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import { coloursOf, currentTheme, shader } from "./colours.js";
import { byId } from "./dom.js";
import { canvasPen, font, svgPen } from "./pens.js";
import { drawHighlight, drawLabels, drawNetwork, fitTo, radius } from "./scene.js";

// While the view moves, only the heaviest ties are drawn, as many as the machine
// manages at some 30 frames a second; all of them when it rests.
const fewest = 300, most = 20000, slow = 34, fast = 22;

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// on: {select(focus), hover(focus, x, y), moved(place)}; a focus is {kind, item}
// or null.
export function makeView(model, on) {
  const below = byId("network"), above = byId("highlight"), stage = byId("stage");
  const pens = [below, above].map((canvas) => canvasPen(canvas.getContext("2d")));
  const widths = new Map();
  const scene = { model, shown: null, transform: zoomIdentity, fit: 1, width: 0, height: 0,
    thickness: 1, measure };
  let theme = "light", tree = null, selected = null, hovered = null;
  let frame = 0, resting = 0, following = true, inMotion = 3000, before = 0;

  function measure(text, size, bold) {
    const key = `${size}${bold}${text}`;
    if (!widths.has(key)) {
      const context = above.getContext("2d");
      context.font = font(size, bold);
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }

  function clear(canvas) {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const context = canvas.getContext("2d");
    if (canvas.width !== Math.round(scene.width * ratio) ||
        canvas.height !== Math.round(scene.height * ratio)) {
      canvas.width = Math.round(scene.width * ratio);
      canvas.height = Math.round(scene.height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, scene.width, scene.height);
  }

  function paintAbove() {
    const focus = hovered || selected;
    clear(above);
    below.classList.toggle("dim", focus !== null);
    if (focus) drawHighlight(pens[1], scene, focus);
    drawLabels(pens[1], scene, focus);
  }

  // `now` is the frame's time: the last ones tell how many ties are too many.
  function adapt(now) {
    const took = now - before;
    before = now;
    if (took > 500) return; // the first after a rest
    if (took > slow) inMotion = Math.max(fewest, inMotion * 0.7);
    else if (took < fast) inMotion = Math.min(most, inMotion * 1.1);
  }

  function paint(ties) {
    frame = 0;
    if (!scene.shown || !scene.width) return;
    clear(below);
    drawNetwork(pens[0], scene, ties);
    paintAbove();
  }

  // Drawn at the next frame, and in full when nothing has moved for a moment.
  function schedule(moving) {
    clearTimeout(resting);
    if (moving) resting = setTimeout(() => schedule(false), 140);
    if (frame) return;
    frame = requestAnimationFrame((now) => {
      if (moving) adapt(now);
      paint(moving ? Math.round(inMotion) : Infinity);
    });
  }

  const behaviour = zoom().on("zoom", () => {
    scene.transform = zoomTransform(above);
    schedule(true);
  }).on("end", () => { if (!following) on.moved(placeOf()); });
  select(above).call(behaviour).on("dblclick.zoom", null);
  for (const kind of ["wheel", "mousedown", "touchstart"])
    above.addEventListener(kind, () => { following = false; }, { capture: true, passive: true });

  // Centre of the view in the layout, and how far it is zoomed in.
  function placeOf() {
    const { transform: t, width, height, fit } = scene;
    return [(width / 2 - t.x) / t.k, (height / 2 - t.y) / t.k, t.k / fit];
  }

  function go(x, y, k, gently) {
    const to = zoomIdentity.translate(x, y).scale(k);
    if (gently && !still() && !document.hidden)
      select(above).transition().duration(250).call(behaviour.transform, to);
    else select(above).call(behaviour.transform, to);
  }

  // Sizes go by the scale at which the whole network fits.
  function measureFit() {
    const k = fitTo(model.nodes, scene.width, scene.height)[2];
    scene.fit = k;
    scene.thickness = Math.min(1.2, Math.max(0.7, Math.sqrt(k)));
    behaviour.scaleExtent([k / 4, Math.max(k * 60, 8)]);
  }

  // Everything that passes the filters.
  function fit(gently) {
    following = true;
    go(...fitTo(scene.shown.nodes, scene.width, scene.height), gently);
    on.moved(null);
  }

  function moveTo([x, y, zoomed]) {
    const k = zoomed * scene.fit;
    following = false;
    go(scene.width / 2 - x * k, scene.height / 2 - y * k, k, false);
  }

  function resize() {
    const { width, height } = stage.getBoundingClientRect();
    if (!width || !height || (width === scene.width && height === scene.height)) return;
    const before = scene.width ? placeOf() : null;
    scene.width = width;
    scene.height = height;
    measureFit();
    if (following || !before) go(...fitTo(scene.shown.nodes, width, height), false);
    else moveTo(before);
  }

  // ---- what is under the pointer ----
  function nodeAt(x, y) {
    const { transform: t } = scene;
    const at = t.invert([x, y]);
    let best = null, least = Infinity;
    const reach = Math.max(24, scene.shown.nodes.length ? radius(scene, scene.shown.nodes[0]) : 0) / t.k;
    tree.visit((quad, x0, y0, x1, y1) => {
      for (let q = quad; !quad.length && q; q = q.next) {
        const away = Math.hypot(q.data.x - at[0], q.data.y - at[1]) * t.k;
        const over = away - Math.max(radius(scene, q.data), 5);
        if (over < 3 && over < least) [best, least] = [q.data, over];
      }
      return x0 > at[0] + reach || x1 < at[0] - reach || y0 > at[1] + reach || y1 < at[1] - reach;
    });
    return best;
  }

  function distance(x, y, tie) {
    const { transform: t } = scene;
    const ax = tie.source.x * t.k + t.x, ay = tie.source.y * t.k + t.y;
    const dx = tie.target.x * t.k + t.x - ax, dy = tie.target.y * t.k + t.y - ay;
    const part = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const at = Math.min(1, Math.max(0, part));
    return Math.hypot(x - ax - at * dx, y - ay - at * dy);
  }

  // With somebody selected, that person's ties come first.
  function tieAt(x, y) {
    const own = selected && selected.kind === "node" ? selected.item.ties : [];
    for (const ties of [own, scene.shown.ties]) {
      let best = null, least = 5;
      for (const tie of ties) {
        if (!scene.shown.tieOn[tie.index]) continue;
        const away = distance(x, y, tie);
        if (away < least) [best, least] = [tie, away];
      }
      if (best) return best;
    }
    return null;
  }

  function at(event) {
    const box = above.getBoundingClientRect();
    const x = event.clientX - box.left, y = event.clientY - box.top;
    const node = nodeAt(x, y);
    const tie = node ? null : tieAt(x, y);
    return [node ? { kind: "node", item: node } : tie ? { kind: "tie", item: tie } : null, x, y];
  }

  function hover(focus, x, y) {
    const changed = (focus && focus.item) !== (hovered && hovered.item);
    hovered = focus;
    above.classList.toggle("pointing", focus !== null);
    if (changed && scene.shown) requestAnimationFrame(paintAbove);
    on.hover(focus, x, y);
  }

  above.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons || !tree) return;
    hover(...at(event));
  });
  above.addEventListener("pointerleave", () => hover(null, 0, 0));
  above.addEventListener("click", (event) => {
    if (event.defaultPrevented || !tree) return;
    const [focus] = at(event);
    hovered = null;
    on.hover(null, 0, 0);
    on.select(focus);
  });
  new ResizeObserver(resize).observe(stage);

  return {
    fit,
    start(place) {
      resize();
      if (place) moveTo(place);
    },
    scaleBy: (factor) => {
      following = false;
      select(above).transition().duration(still() ? 0 : 180).call(behaviour.scaleBy, factor);
    },
    panBy: (x, y) => {
      following = false;
      const { k } = scene.transform;
      select(above).call(behaviour.translateBy, x / k, y / k);
    },
    show(shown) {
      scene.shown = shown;
      tree = quadtree(shown.nodes, (n) => n.x, (n) => n.y);
      hovered = null;
      schedule(false);
    },
    select(focus) {
      selected = focus;
      hovered = null;
      schedule(false);
    },
    // Brings a node into the frame, of which the lowest pixels may be covered.
    reveal(node, covered) {
      const { transform: t, width } = scene, height = scene.height - covered;
      const x = node.x * t.k + t.x, y = node.y * t.k + t.y;
      if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
      following = false;
      go(width / 2 - node.x * t.k, height / 2 - node.y * t.k, t.k, true);
    },
    setTheme(wanted) {
      theme = currentTheme(wanted);
      scene.colours = coloursOf(theme);
      scene.shade = shader(theme);
      schedule(false);
    },
    // The view as a picture, always on light paper when it goes to print.
    svg(title) {
      const pen = svgPen(Math.round(scene.width), Math.round(scene.height), scene.colours.paper, title);
      drawNetwork(pen, scene, Infinity);
      if (selected) drawHighlight(pen, scene, selected);
      drawLabels(pen, scene, selected);
      return pen.text();
    },
    png(done) {
      const canvas = document.createElement("canvas"), scale = 2;
      canvas.width = Math.round(scene.width * scale);
      canvas.height = Math.round(scene.height * scale);
      const context = canvas.getContext("2d");
      context.fillStyle = scene.colours.paper;
      context.fillRect(0, 0, canvas.width, canvas.height);
      for (const layer of [below, above]) {
        context.globalAlpha = layer === below && selected ? 0.25 : 1;
        context.drawImage(layer, 0, 0, canvas.width, canvas.height);
      }
      canvas.toBlob(done, "image/png");
    },
    paintNow: () => paint(Infinity),
  };
}
