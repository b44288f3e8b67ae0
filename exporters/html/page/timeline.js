// How much evidence there is over time; a period is chosen with the brush, with
// dates in the filters, or played step by step.
import { brushSelection, brushX } from "d3-brush";
import { scaleLinear, scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { byId, el } from "./dom.js";
import { dayText, number, period } from "./format.js";

const day = 86400000, height = 46;

// Beginnings of the units, in UTC.
const units = {
  day: (t) => t,
  week: (t) => t - ((new Date(t).getUTCDay() + 6) % 7) * day,
  month: (t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth(), 1),
  quarter: (t) => Date.UTC(new Date(t).getUTCFullYear(), 3 * Math.floor(new Date(t).getUTCMonth() / 3), 1),
  year: (t) => Date.UTC(new Date(t).getUTCFullYear(), 0, 1),
};
const longest = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

export const startOf = (unit, t) => units[unit](t);
// The start of the unit that follows: a day beyond the longest is always in it.
export const startOfNext = (unit, t) => units[unit](units[unit](t) + longest[unit] * day);

// The finest unit of which a span has at most `most`.
export function unitFor([first, last], most) {
  const days = (last - first) / day + 1;
  return Object.keys(units).find((unit) => days / longest[unit] <= most) || "year";
}

const allProofs = (model) => model.ties.flatMap((tie) => tie.proofs);
const proofs = (model) => allProofs(model).filter((proof) => proof.time !== null);

// The days that the axis shows: all of them, unless a few stray dates would
// squeeze the others into a corner; then those between which 99 % lie.
export function axisOf(model) {
  const times = proofs(model).map((proof) => proof.time).sort((a, b) => a - b);
  const at = (part) => times[Math.round(part * (times.length - 1))];
  const [first, last] = model.span, middle = [at(0.005), at(0.995)];
  return last - first > 1.5 * (middle[1] - middle[0]) && middle[1] > middle[0] ? middle : [first, last];
}

// Bars of the axis: {from, to, contact, named}, to being the last day.
export function bars(model, [first, last], unit) {
  const found = new Map();
  for (let t = startOf(unit, first); t <= last; t = startOfNext(unit, t))
    found.set(t, { from: t, to: startOfNext(unit, t) - day, contact: 0, named: 0 });
  for (const proof of proofs(model)) {
    const bar = found.get(startOf(unit, proof.time));
    if (bar) bar[model.counted(proof) ? "contact" : "named"]++;
  }
  return [...found.values()];
}

// The window one step further; from the beginning when it has reached the end.
export function nextWindow([first, last], unit, from, to) {
  if (from === null || to === null || to >= last) {
    const start = startOf(unit, first);
    return [Math.max(start, first), startOfNext(unit, start) - day];
  }
  let steps = 0;
  for (let t = startOf(unit, from); t <= to; t = startOfNext(unit, t)) steps++;
  const start = startOfNext(unit, from);
  let end = start;
  for (let i = 0; i < steps; i++) end = startOfNext(unit, end);
  return [start, end - day];
}

export function makeTimeline(app) {
  const root = byId("time"), { model } = app;
  if (!model.span || model.span[0] === model.span[1]) return { show() {}, stop() {} };
  root.hidden = false;
  let width = 0, x = null, timer = null, moving = false;
  const ends = axisOf(model), finest = unitFor(ends, 120);
  const undated = allProofs(model).length - proofs(model).length;
  const beyond = proofs(model).filter((p) => p.time < ends[0] || p.time > ends[1]).length;
  const step = el("select", { id: "step", "aria-label": "Step" },
    Object.keys(units).map((unit) => el("option", { value: unit }, unit)));
  step.value = unitFor(ends, 40);
  const play = el("button", { type: "button", id: "play", "aria-pressed": "false" }, "Play");
  const clear = el("button", { type: "button", id: "all-time" }, "All");
  const label = el("output", { id: "period" });
  const chart = el("div", { id: "chart", "aria-hidden": "true" });
  root.append(el("div", { class: "controls" }, play, el("label", { class: "by" }, "by ", step), clear, label), chart);

  const svg = select(chart).append("svg").attr("height", height + 18);
  const marks = svg.append("g"), axis = svg.append("g").attr("class", "axis");
  const brush = brushX().on("brush end", brushed);
  const brushLayer = svg.append("g").attr("class", "brush");

  function brushed() {
    if (moving) return;
    const chosen = brushSelection(brushLayer.node());
    stop();
    if (!chosen) app.filter({ from: null, to: null });
    else {
      const [from, to] = chosen.map((at) => Math.floor(Number(x.invert(at)) / day) * day);
      // At an end of the axis what lies beyond it belongs to the period.
      app.filter({ from: chosen[0] <= 0 ? null : from,
        to: chosen[1] >= width ? null : Math.max(from, to) });
    }
  }

  function drawBars() {
    const all = bars(model, ends, finest);
    const most = Math.max(...all.map((b) => b.contact + b.named));
    const y = scaleLinear().domain([0, most]).range([0, height - 4]);
    const made = all.flatMap((b) => {
      const at = x(b.from), wide = Math.max(1, x(b.to + day) - at - 1);
      return [
        { at, wide, top: height - y(b.contact), high: y(b.contact), kind: "contact" },
        { at, wide, top: height - y(b.contact + b.named), high: y(b.named), kind: "named" },
      ];
    });
    const drawn = marks.selectAll("rect").data(made);
    drawn.enter().append("rect").merge(drawn).attr("class", (d) => d.kind)
      .attr("x", (d) => d.at).attr("width", (d) => d.wide)
      .attr("y", (d) => d.top).attr("height", (d) => d.high);
    drawn.exit().remove();
  }

  function drawAxis() {
    const ticks = x.ticks(Math.max(2, Math.floor(width / 90))), text = x.tickFormat();
    const drawn = axis.selectAll("text").data(ticks);
    drawn.enter().append("text").merge(drawn).attr("x", (d) => x(d)).attr("y", height + 13)
      .text(text);
    drawn.exit().remove();
  }

  function draw() {
    const now = chart.getBoundingClientRect().width;
    if (!now || now === width) return;
    width = now;
    svg.attr("width", width);
    x = scaleUtc().domain([ends[0], ends[1] + day]).range([0, width]);
    drawBars();
    drawAxis();
    brushLayer.call(brush.extent([[0, 0], [width, height]]));
    show();
  }

  function show() {
    const { from, to } = app.state.filters;
    const all = from === null && to === null;
    label.textContent = all
      ? ends.map(dayText).join(" to ") + (beyond ? `, ${number(beyond)} beyond` : "")
      : period(from === null ? "" : dayText(from), to === null ? "" : dayText(to)) +
        (undated ? `, without ${number(undated)} undated` : "");
    clear.disabled = all;
    if (!x) return;
    moving = true;
    const chosen = [x(from === null ? ends[0] : from), x((to === null ? ends[1] : to) + day)]
      .map((at) => Math.min(width, Math.max(0, at)));
    // A period that ends before it begins has no place on the axis.
    brushLayer.call(brush.move, all || chosen[1] < chosen[0] ? null : chosen);
    moving = false;
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = "Play";
    play.setAttribute("aria-pressed", "false");
  }

  function advance() {
    const { from, to } = app.state.filters;
    if (timer && to !== null && to >= ends[1]) return stop();
    const [start, end] = nextWindow(ends, step.value, from, to);
    app.filter({ from: start, to: end });
  }

  play.addEventListener("click", () => {
    if (timer) return stop();
    advance();
    timer = setInterval(advance, 900);
    play.textContent = "Pause";
    play.setAttribute("aria-pressed", "true");
  });
  clear.addEventListener("click", () => { stop(); app.filter({ from: null, to: null }); });
  new ResizeObserver(draw).observe(chart);
  return { show, stop };
}
