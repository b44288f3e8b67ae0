// How much evidence there is over time; a period is chosen with the brush, with
// dates in the filters, or played step by step.
import { brushSelection, brushX } from "d3-brush";
import { scaleLinear, scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { byId, el } from "./dom.js";
import { dayText, number, period } from "./format.js";
import {
  allProofs,
  axisOf,
  bars,
  day,
  nextWindow,
  unitFor,
  unitNames,
} from "./periods.js";

const height = 46,
  pause = 900;

class Timeline {
  constructor(app) {
    this.app = app;
    this.ends = axisOf(app.model);
    this.unit = unitFor(this.ends, 120); // of the bars
    this.count();
    this.width = 0;
    this.timer = null;
    this.makeControls();
    this.makeChart();
    new ResizeObserver(() => this.draw()).observe(this.chart);
  }

  // What the bars can't show.
  count() {
    const times = allProofs(this.app.model).map((proof) => proof.time);
    const dated = times.filter((time) => time !== null);
    this.undated = times.length - dated.length;
    this.beyond = dated.filter(
      (time) => time < this.ends[0] || time > this.ends[1],
    ).length;
  }

  makeControls() {
    this.step = el(
      "select",
      { id: "step", "aria-label": "Step" },
      unitNames.map((unit) => el("option", { value: unit }, unit)),
    );
    this.step.value = unitFor(this.ends, 40);
    this.play = el(
      "button",
      {
        type: "button",
        id: "play",
        "aria-pressed": "false",
        onclick: () => (this.timer ? this.stop() : this.start()),
      },
      "Play",
    );
    this.clear = el(
      "button",
      {
        type: "button",
        id: "all-time",
        onclick: () => {
          this.stop();
          this.app.filter({ from: null, to: null });
        },
      },
      "All",
    );
    this.label = el("output", { id: "period" });
    this.chart = el("div", { id: "chart", "aria-hidden": "true" });
    byId("time").append(
      el(
        "div",
        { class: "controls" },
        this.play,
        el("label", { class: "by" }, "by ", this.step),
        this.clear,
        this.label,
      ),
      this.chart,
    );
  }

  makeChart() {
    this.svg = select(this.chart)
      .append("svg")
      .attr("height", height + 18);
    this.marks = this.svg.append("g");
    this.axis = this.svg.append("g").attr("class", "axis");
    this.layer = this.svg.append("g").attr("class", "brush");
    this.brush = brushX().on("brush end", () => this.brushed());
  }

  // Only the reader's brush chooses; one that is set shows what is chosen.
  brushed() {
    if (this.setting) return;
    const chosen = brushSelection(this.layer.node());
    this.stop();
    if (!chosen) return this.app.filter({ from: null, to: null });
    const [from, to] = chosen.map(
      (at) => Math.floor(Number(this.x.invert(at)) / day) * day,
    );
    // At an end of the axis what lies beyond it belongs to the period.
    this.app.filter({
      from: chosen[0] <= 0 ? null : from,
      to: chosen[1] >= this.width ? null : Math.max(from, to),
    });
  }

  drawBars() {
    const all = bars(this.app.model, this.ends, this.unit);
    const y = scaleLinear()
      .domain([0, Math.max(...all.map((b) => b.contact + b.named))])
      .range([0, height - 4]);
    const made = all.flatMap(({ from, to, contact, named }) => {
      const at = this.x(from),
        wide = Math.max(1, this.x(to + day) - at - 1);
      return [
        {
          at,
          wide,
          top: height - y(contact),
          high: y(contact),
          kind: "contact",
        },
        {
          at,
          wide,
          top: height - y(contact + named),
          high: y(named),
          kind: "named",
        },
      ];
    });
    const drawn = this.marks.selectAll("rect").data(made);
    drawn
      .enter()
      .append("rect")
      .merge(drawn)
      .attr("class", (d) => d.kind)
      .attr("x", (d) => d.at)
      .attr("width", (d) => d.wide)
      .attr("y", (d) => d.top)
      .attr("height", (d) => d.high);
  }

  drawAxis() {
    const ticks = this.x.ticks(Math.max(2, Math.floor(this.width / 90)));
    const drawn = this.axis.selectAll("text").data(ticks);
    drawn
      .enter()
      .append("text")
      .merge(drawn)
      .attr("x", (d) => this.x(d))
      .attr("y", height + 13)
      .text(this.x.tickFormat());
    drawn.exit().remove();
  }

  draw() {
    const { width } = this.chart.getBoundingClientRect();
    if (!width || width === this.width) return;
    this.width = width;
    this.svg.attr("width", width);
    this.x = scaleUtc()
      .domain([this.ends[0], this.ends[1] + day])
      .range([0, width]);
    this.drawBars();
    this.drawAxis();
    this.layer.call(
      this.brush.extent([
        [0, 0],
        [width, height],
      ]),
    );
    this.show();
  }

  show() {
    const { from, to } = this.app.state.filters,
      all = from === null && to === null;
    this.label.textContent = all
      ? this.ends.map(dayText).join(" to ") +
        (this.beyond ? `, ${number(this.beyond)} beyond` : "")
      : period(
          from === null ? "" : dayText(from),
          to === null ? "" : dayText(to),
        ) + (this.undated ? `, without ${number(this.undated)} undated` : "");
    this.clear.disabled = all;
    if (this.x) this.setBrush(from ?? this.ends[0], to ?? this.ends[1], all);
  }

  setBrush(from, to, all) {
    const chosen = [this.x(from), this.x(to + day)].map((at) =>
      Math.min(this.width, Math.max(0, at)),
    );
    this.setting = true;
    // A period that ends before it begins has no place on the axis.
    this.layer.call(
      this.brush.move,
      all || chosen[1] < chosen[0] ? null : chosen,
    );
    this.setting = false;
  }

  start() {
    this.advance();
    this.timer = setInterval(() => this.advance(), pause);
    this.play.textContent = "Pause";
    this.play.setAttribute("aria-pressed", "true");
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.play.textContent = "Play";
    this.play.setAttribute("aria-pressed", "false");
  }

  advance() {
    const { from, to } = this.app.state.filters;
    if (this.timer && to !== null && to >= this.ends[1]) return this.stop();
    const [start, end] = nextWindow(this.ends, this.step.value, from, to);
    this.app.filter({ from: start, to: end });
  }
}

// Without at least two days there is no time to show.
export function makeTimeline(app) {
  const { span } = app.model;
  if (!span || span[0] === span[1]) return { show() {} };
  byId("time").hidden = false;
  return new Timeline(app);
}
