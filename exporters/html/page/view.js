// The network on the screen: panning, zooming, pointing, choosing.
import { quadtree } from "d3-quadtree";
import { select } from "d3-selection";
import "d3-transition";
import { zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import { coloursOf, shader } from "./colours.js";
import { byId } from "./dom.js";
import { nodeAt, tieAt } from "./hit.js";
import { Layers } from "./layers.js";
import { fitTo } from "./scene.js";

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Of the nodes, to begin with: a few far off would make the others small.
const nearly = 0.94;

export class View {
  // on: {select(focus), hover(focus, x, y), moved(place)}; a focus is {kind,
  // item} or null, a place what `start` takes.
  constructor(model, on) {
    this.on = on;
    this.scene = {
      model,
      shown: null,
      transform: zoomIdentity,
      fit: 1,
      width: 0,
      height: 0,
      thickness: 1,
    };
    this.layers = new Layers(this.scene);
    this.canvas = this.layers.above;
    this.selected = this.tree = null;
    this.following = true; // the network is in the frame, and stays there
    this.part = nearly; // of its nodes
    this.listenToZoom();
    this.listenToPointer();
    new ResizeObserver(() => this.resize()).observe(byId("stage"));
  }

  start(place) {
    this.resize();
    if (place) this.moveTo(place);
  }

  // ---- where one looks ----
  listenToZoom() {
    this.behaviour = zoom()
      .on("zoom", () => {
        this.scene.transform = zoomTransform(this.canvas);
        this.layers.schedule(true);
      })
      .on("end", () => {
        if (!this.following) this.on.moved(this.place());
      });
    select(this.canvas).call(this.behaviour).on("dblclick.zoom", null);
    for (const kind of ["wheel", "mousedown", "touchstart"])
      this.canvas.addEventListener(
        kind,
        () => {
          this.following = false;
        },
        { capture: true, passive: true },
      );
  }

  // [x, y, k]: the frame's centre in the layout, and how far it is zoomed in.
  place() {
    const { transform: t, width, height, fit } = this.scene;
    return [(width / 2 - t.x) / t.k, (height / 2 - t.y) / t.k, t.k / fit];
  }

  go(x, y, k, gently) {
    const to = zoomIdentity.translate(x, y).scale(k),
      canvas = select(this.canvas);
    if (gently && !still() && !document.hidden)
      canvas.transition().duration(250).call(this.behaviour.transform, to);
    else canvas.call(this.behaviour.transform, to);
  }

  moveTo([x, y, zoomed]) {
    const { width, height, fit } = this.scene,
      k = zoomed * fit;
    this.following = false;
    this.go(width / 2 - x * k, height / 2 - y * k, k, false);
  }

  // Everything that passes the filters.
  fit(gently) {
    const { shown, width, height } = this.scene;
    this.following = true;
    this.part = 1;
    this.go(...fitTo(shown.nodes, width, height, this.part), gently);
    this.on.moved(null);
  }

  scaleBy(factor) {
    this.following = false;
    select(this.canvas)
      .transition()
      .duration(still() ? 0 : 180)
      .call(this.behaviour.scaleBy, factor);
  }

  panBy(x, y) {
    const { k } = this.scene.transform;
    this.following = false;
    select(this.canvas).call(this.behaviour.translateBy, x / k, y / k);
  }

  // Brings a node into the frame, of which the lowest pixels may be covered.
  reveal(node, covered) {
    const { transform: t, width } = this.scene,
      height = this.scene.height - covered;
    const x = node.x * t.k + t.x,
      y = node.y * t.k + t.y;
    if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
    this.following = false;
    this.go(width / 2 - node.x * t.k, height / 2 - node.y * t.k, t.k, true);
  }

  // Sizes go by the scale at which the whole network fits.
  resize() {
    const { scene } = this,
      { width, height } = byId("stage").getBoundingClientRect();
    if (!width || !height || (width === scene.width && height === scene.height))
      return;
    const before = scene.width ? this.place() : null;
    Object.assign(scene, { width, height });
    scene.fit = fitTo(scene.model.nodes, width, height, nearly)[2];
    scene.thickness = Math.min(1.2, Math.max(0.7, Math.sqrt(scene.fit)));
    this.behaviour.scaleExtent([scene.fit / 4, Math.max(scene.fit * 60, 8)]);
    if (this.following || !before)
      this.go(...fitTo(scene.shown.nodes, width, height, this.part), false);
    else this.moveTo(before);
  }

  // ---- what one points at ----
  listenToPointer() {
    this.canvas.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch" || event.buttons || !this.tree) return;
      this.hover(...this.at(event));
    });
    this.canvas.addEventListener("pointerleave", () => this.hover(null, 0, 0));
    this.canvas.addEventListener("click", (event) => {
      if (event.defaultPrevented || !this.tree) return;
      const [focus] = this.at(event);
      this.hover(null, 0, 0);
      this.on.select(focus);
    });
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    const x = event.clientX - box.left,
      y = event.clientY - box.top;
    const node = nodeAt(this.scene, this.tree, x, y);
    const tie = node ? null : tieAt(this.scene, this.selected, x, y);
    return [
      node ? { kind: "node", item: node } : tie && { kind: "tie", item: tie },
      x,
      y,
    ];
  }

  hover(focus, x, y) {
    this.canvas.classList.toggle("pointing", focus !== null);
    this.layers.bringOut(focus || this.selected);
    this.on.hover(focus, x, y);
  }

  // ---- what is shown ----
  show(shown) {
    this.scene.shown = shown;
    this.tree = quadtree(
      shown.nodes,
      (node) => node.x,
      (node) => node.y,
    );
    this.layers.bringOut(this.selected);
    this.layers.schedule(false);
  }

  select(focus) {
    this.selected = focus;
    this.layers.bringOut(focus);
  }

  setTheme(theme) {
    this.scene.colours = coloursOf(theme);
    this.scene.shade = shader(theme);
    this.layers.schedule(false);
  }

  // Paper has more pixels than a screen.
  print(printing) {
    this.layers.least = printing ? 3 : 1;
    this.layers.paint(Infinity);
  }

  png(done) {
    this.layers.png(done);
  }

  svg(title) {
    return this.layers.svg(title);
  }
}
