// The two canvases: the network below, what is selected or hovered and all
// labels above it, so that pointing at somebody redraws little.
import { byId, el } from "./dom.js";
import { canvasPen, font, svgPen } from "./pens.js";
import { drawHighlight, drawLabels, drawNetwork } from "./scene.js";

// While the view moves, only the heaviest ties are drawn, as many as the machine
// manages at some 30 frames a second; all of them when it rests.
const fewest = 300,
  most = 20000,
  slow = 34,
  fast = 22;

// How much of the network shines through behind what is brought out; as in
// style.css.
const faded = 0.22;

export class Layers {
  constructor(scene) {
    this.scene = scene;
    this.below = byId("network");
    this.above = byId("highlight");
    this.pens = [this.below, this.above].map((canvas) =>
      canvasPen(canvas.getContext("2d")),
    );
    this.focus = null; // what is brought out
    this.frame = this.resting = this.before = 0;
    this.inMotion = 3000;
    this.least = 1; // pixels of the canvas for one of the page; more for print
    this.widths = new Map();
    scene.measure = (text, size, bold) => this.measure(text, size, bold);
  }

  // The width of a text; names recur in every frame.
  measure(text, size, bold) {
    const key = `${size}${bold}${text}`;
    if (!this.widths.has(key)) {
      const context = this.above.getContext("2d");
      context.font = font(size, bold);
      this.widths.set(key, context.measureText(text).width);
    }
    return this.widths.get(key);
  }

  clear(canvas) {
    const { width, height } = this.scene,
      ratio = Math.max(this.least, Math.min(window.devicePixelRatio || 1, 2));
    const context = canvas.getContext("2d");
    const size = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== size[0] || canvas.height !== size[1])
      [canvas.width, canvas.height] = size;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
  }

  paintAbove() {
    if (!this.scene.shown || !this.scene.width) return;
    this.clear(this.above);
    this.below.classList.toggle("dim", this.focus !== null);
    if (this.focus) drawHighlight(this.pens[1], this.scene, this.focus);
    drawLabels(this.pens[1], this.scene, this.focus);
  }

  paint(ties) {
    if (!this.scene.shown || !this.scene.width) return;
    this.clear(this.below);
    drawNetwork(this.pens[0], this.scene, ties);
    this.paintAbove();
  }

  // `now` is the frame's time: the last ones tell how many ties are too many.
  adapt(now) {
    const took = now - this.before;
    this.before = now;
    if (took > 500) return; // the first after a rest
    if (took > slow) this.inMotion = Math.max(fewest, this.inMotion * 0.7);
    else if (took < fast) this.inMotion = Math.min(most, this.inMotion * 1.1);
  }

  // Draws at the next frame, and in full once nothing has moved for a moment.
  schedule(moving) {
    clearTimeout(this.resting);
    if (moving) this.resting = setTimeout(() => this.schedule(false), 140);
    if (this.frame) return;
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      if (moving) this.adapt(now);
      this.paint(moving ? Math.round(this.inMotion) : Infinity);
    });
  }

  bringOut(focus) {
    const changed = (focus && focus.item) !== (this.focus && this.focus.item);
    this.focus = focus;
    if (changed) requestAnimationFrame(() => this.paintAbove());
  }

  // Both layers in one picture, drawn anew at twice the size.
  png(done) {
    const least = this.least,
      { width, height, colours } = this.scene;
    const canvas = el("canvas", {
      width: Math.round(width * 2),
      height: Math.round(height * 2),
    });
    this.least = 2;
    this.paint(Infinity);
    const context = canvas.getContext("2d");
    context.fillStyle = colours.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.globalAlpha = this.focus ? faded : 1;
    context.drawImage(this.below, 0, 0, canvas.width, canvas.height);
    context.globalAlpha = 1;
    context.drawImage(this.above, 0, 0, canvas.width, canvas.height);
    this.least = least;
    this.paint(Infinity);
    canvas.toBlob(done, "image/png");
  }

  svg(title) {
    const { scene, focus } = this;
    const pen = svgPen(
      Math.round(scene.width),
      Math.round(scene.height),
      scene.colours.paper,
      title,
    );
    if (focus) pen.fade(faded);
    drawNetwork(pen, scene, Infinity);
    if (focus) {
      pen.unfade();
      drawHighlight(pen, scene, focus);
    }
    drawLabels(pen, scene, focus);
    return pen.text();
  }
}
