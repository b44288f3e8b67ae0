// The page's modules by themselves: what is computed, not what is shown.
import assert from "node:assert/strict";
import { test } from "node:test";

const page = await import(process.env.UNITS);

// Three people and two ties: one of a meeting and a denied call, one of being
// named together twice, once without a date.
const raw = () => ({
  title: "T",
  of: [5, 9],
  columns: {
    graph: [["warnings", "", "list"]],
    node: [
      ["id", "", "string"],
      ["label", "", "string"],
      ["type", "", "string"],
      ["aliases", "", "list"],
      ["strength", "", "real"],
      ["community", "", "integer"],
    ],
    tie: [["weight", "", "real"]],
  },
  graph: [[]],
  settings: [
    ["kind", "meet,call,joint"],
    ["status", "held,planned"],
  ],
  nodes: [
    [0, 0, 20, "#0072b2", "ann", "Ann Roe", "person", ["Roe", "Ms. Roe"], 4, 0],
    [10, 5, 10, "#0072b2", "ben", "Ben Poe", "person", ["Poe"], 2, 0],
    [-10, -5, 10, "#e69f00", "zoë", "Zoë Œ", "org", [], 2, 1],
  ],
  ties: [
    [
      0,
      1,
      [
        [20150512, 0.5, 1, 2, 0.8, 0, 0, 1, 3],
        [20160101, 0.5, 4, 5, 0.4],
      ],
      2,
    ],
    [
      0,
      2,
      [
        [20150601, 0.5, 0, 0, 1, 0, 1],
        [null, 0.5],
      ],
      2,
    ],
  ],
  articles: [["a", "A title", null, "https://example.org/a", "2015-05-12"]],
  sentences: ["Ann Roe met Ben Poe.", "Ann Roe and Zoë Œ."],
  words: ["", "meet", "held", "2015-05-11", "call", "denied"],
});
const model = page.readData(raw());
const filters = (change) => ({ ...page.noFilters(), ...change });
const day = (text) => page.dayTime(text);

test("data: what is missing has its default", () => {
  const [met, called] = model.ties[0].proofs;
  assert.deepEqual(
    [met.kind, met.status, met.confidence, met.when, met.copies, met.weak],
    ["meet", "held", 0.8, "2015-05-11", 1, 0],
  );
  assert.equal(called.sentence, undefined);
  assert.equal(model.ties[1].proofs[1].time, null);
  assert.deepEqual(model.kinds, ["meet", "call", "named"]);
  assert.deepEqual(model.span, [day("2015-05-12"), day("2016-01-01")]);
  assert.deepEqual(
    model.communities.map((c) => c.nodes.length),
    [2, 1],
  );
  assert.equal(model.nodes[1].y, -5);
});

test("filter: nothing filtered, nothing changed; a denial is no contact", () => {
  const shown = page.applyFilters(model, page.noFilters());
  assert.equal(shown.nodes.length, 3);
  assert.deepEqual([...shown.weight], [2, 2]);
  assert.deepEqual([...shown.met], [1, 0]);
});

test("filter: ties weigh what is left of their evidence", () => {
  const shown = page.applyFilters(
    model,
    filters({ from: day("2015-05-12"), to: day("2015-05-12") }),
  );
  assert.deepEqual([...shown.weight], [1, 0]);
  assert.deepEqual(
    shown.nodes.map((n) => n.id),
    ["ann", "ben"],
  );
  const sure = page.applyFilters(model, filters({ minConfidence: 0.5 }));
  assert.deepEqual([...sure.weight], [1, 2]);
  assert.equal(
    page.applyFilters(model, filters({ minWeight: 3 })).nodes.length,
    0,
  );
});

test("filter: undated evidence is outside any period", () => {
  const shown = page.applyFilters(model, filters({ from: day("2000-01-01") }));
  assert.deepEqual([...shown.weight], [2, 1]);
});

test("filter: kinds, standings, types, communities", () => {
  const hide = (name, value) => {
    const f = page.noFilters();
    f.hidden[name].add(value);
    return page.applyFilters(model, f).ties.map((t) => t.target.id);
  };
  assert.deepEqual(hide("kind", "named"), ["ben"]);
  assert.deepEqual(hide("type", "org"), ["ben"]);
  assert.deepEqual(hide("community", "1"), ["ben"]);
  assert.deepEqual(hide("community", "0"), []);
  assert.deepEqual(hide("status", "held").sort(), ["ben", "zoë"]);
});

test("state: what the address says is what was chosen", () => {
  const state = page.fromHash(model, "");
  assert.equal(page.toHash(state), "");
  state.selection = { kind: "tie", item: model.ties[1] };
  Object.assign(state, { theme: "dark", table: true, place: [1.5, -2, 3] });
  Object.assign(state.filters, {
    from: day("2015-05-12"),
    minWeight: 1.5,
    minConfidence: 0.6,
  });
  state.filters.hidden.kind.add("call");
  const hash = page.toHash(state);
  assert.equal(page.toHash(page.fromHash(model, `#${hash}`)), hash);
  assert.equal(page.fromHash(model, `#${hash}`).selection.item, model.ties[1]);
});

test("state: nonsense in the address is ignored", () => {
  const hash =
    "#node=nobody&from=2015-99-99&to=x&weight=-1&confidence=abc&theme=<b>&at=1,2,0&view=";
  assert.equal(page.toHash(page.fromHash(model, hash)), "");
  assert.equal(
    page.toHash(page.fromHash(model, "#%E0%A4%A&node=ann")),
    "node=ann",
  );
});

test("evidence: both names are marked, longest first, as whole words", () => {
  const [ann, ben] = model.nodes;
  const pieces = page.markNames(
    "Ann Roe met Poe; Roebuck and Ms. Roe’s Poet.",
    [ann, ben],
  );
  assert.deepEqual(
    pieces.filter((p) => p.who !== null).map((p) => [p.text, p.who]),
    [
      ["Ann Roe", 0],
      ["Poe", 1],
      ["Ms. Roe", 0],
    ],
  );
  assert.equal(
    pieces.map((p) => p.text).join(""),
    "Ann Roe met Poe; Roebuck and Ms. Roe’s Poet.",
  );
});

test("evidence: a name that is empty or a pattern marks nothing else", () => {
  const odd = { label: ".*", aliases: ["", "("] };
  assert.deepEqual(page.markNames("a b", [odd]), [{ text: "a b", who: null }]);
});

test("search: beginnings first, accents and case aside", () => {
  assert.deepEqual(
    page.findNames(model.nodes, "ZOE").map((n) => n.id),
    ["zoë"],
  );
  assert.deepEqual(
    page.findNames(model.nodes, "ms. ro").map((n) => n.id),
    ["ann"],
  );
  assert.deepEqual(
    page.findNames(model.nodes, "oe").map((n) => n.id),
    ["ann", "ben", "zoë"],
  );
  assert.deepEqual(page.findNames(model.nodes, "  "), []);
});

test("labels: none covers another or leaves the frame", () => {
  const spots = Array.from({ length: 60 }, (_, i) => ({
    key: i,
    x: 37 * (i % 8) + 20,
    y: 23 * Math.floor(i / 8) + 20,
    r: 5,
    text: "x".repeat(4 + (i % 9)),
    size: 12,
    must: i < 5,
  }));
  const measure = (text) => text.length * 3;
  const placed = page.placeLabels(spots, spots, measure, [320, 220], 40);
  assert.ok(placed.length > 8 && placed.length <= 40);
  const box = (l) => {
    const w = measure(l.text);
    const left =
      l.align === "left" ? l.x : l.align === "right" ? l.x - w : l.x - w / 2;
    return [left, l.y - 7.44, left + w, l.y + 7.44];
  };
  placed.map(box).forEach((a, i, all) => {
    assert.ok(a[0] >= 0 && a[1] >= 0 && a[2] <= 320 && a[3] <= 220);
    all
      .slice(i + 1)
      .forEach((b) =>
        assert.ok(a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1]),
      );
  });
});

test("labels: whoever must have one has it although nodes are in the way", () => {
  const spot = { key: 0, x: 100, y: 100, r: 5, text: "abc", size: 12 };
  const wall = [{ key: 1, x: 100, y: 100, r: 90 }];
  const place = (must) =>
    page.placeLabels([{ ...spot, must }], wall, () => 20, [200, 200], 9);
  assert.equal(place(false).length, 0);
  assert.equal(place(true).length, 1);
  // Left of it there is the least to cover.
  wall.splice(0, 1, ...[
    [118, 100, 9],
    [82, 100, 2],
    [100, 115, 9],
    [100, 85, 9],
  ].map(([x, y, r], i) => ({ key: i + 1, x, y, r })));
  assert.equal(place(true)[0].align, "right");
});

test("view: all fit, unless a few far off would make the others small", () => {
  const nodes = Array.from({ length: 200 }, (_, i) => ({
    x: i,
    y: i % 50,
    radius: 2,
  }));
  const inside = ([x, y, k], n) => {
    const [left, top] = [n.x * k + x, n.y * k + y];
    return left > 0 && top > 0 && left < 800 && top < 600;
  };
  assert.ok(nodes.every((n) => inside(page.fitTo(nodes, 800, 600, 0.97), n)));
  const far = [...nodes, { x: 9000, y: 0, radius: 2 }];
  assert.ok(page.fitTo(far, 800, 600, 0.97)[2] > 1);
  assert.ok(far.every((n) => inside(page.fitTo(far, 800, 600, 1), n)));
  assert.deepEqual(page.fitTo([], 800, 600, 1), [400, 300, 1]);
});

test("keys: the neighbour that lies that way", () => {
  const shown = page.applyFilters(model, page.noFilters());
  const [ann, ben, zoe] = model.nodes;
  assert.equal(page.towards(shown, ann, [1, 0]), ben);
  assert.equal(page.towards(shown, ann, [-1, 0]), zoe);
  assert.equal(page.towards(shown, ben, [1, 0]), null);
});

test("csv: quotes, lines, lists, formulas", () => {
  assert.equal(
    page.csv([['a"b', "x,y", "l\nm", ["p", "q"], null, -1.5, "=1+1", "@x"]]),
    '"a""b","x,y","l\nm",p; q,,-1.5,\'=1+1,\'@x\r\n',
  );
  const app = { model, shown: page.applyFilters(model, page.noFilters()) };
  assert.equal(page.peopleRows(app).length, 4);
  assert.deepEqual(page.tieRows(app)[1].slice(0, 4), [
    "ann",
    "ben",
    "Ann Roe",
    "Ben Poe",
  ]);
});

test("time: units begin where they should", () => {
  assert.equal(page.startOf("week", day("2015-05-13")), day("2015-05-11"));
  assert.equal(page.startOf("quarter", day("2015-05-13")), day("2015-04-01"));
  assert.equal(page.startOfNext("month", day("2015-12-31")), day("2016-01-01"));
  assert.equal(page.startOfNext("year", day("2016-02-29")), day("2017-01-01"));
  assert.equal(
    page.unitFor([day("2015-01-01"), day("2015-12-31")], 60),
    "week",
  );
});

test("time: bars count every dated piece once", () => {
  const all = page.bars(model, page.axisOf(model), "month");
  assert.equal(all.length, 9);
  assert.deepEqual(
    all.map((b) => b.contact + b.named).reduce((a, b) => a + b),
    3,
  );
  assert.equal(all[0].contact, 1);
});

test("time: a few stray dates do not squeeze the axis", () => {
  const many = raw();
  many.ties[0][2] = Array.from({ length: 400 }, (_, i) => [
    20150101 + (i % 28),
    0.0025,
  ]);
  many.ties[0][2].push([19010101, 0]);
  const axis = page.axisOf(page.readData(many));
  assert.equal(page.dayText(axis[0]), "2015-01-01");
});

test("time: the window plays on and starts again", () => {
  const span = [day("2015-01-10"), day("2015-03-20")];
  let window = page.nextWindow(span, "month", null, null);
  assert.deepEqual(window.map(page.dayText), ["2015-01-10", "2015-01-31"]);
  window = page.nextWindow(span, "month", ...window);
  assert.deepEqual(window.map(page.dayText), ["2015-02-01", "2015-02-28"]);
  window = page.nextWindow(
    span,
    "month",
    ...page.nextWindow(span, "month", ...window),
  );
  assert.deepEqual(window.map(page.dayText), ["2015-01-10", "2015-01-31"]);
});

test("svg: names are text, whatever is in them", () => {
  const pen = page.svgPen(10, 10, "#fff", "</title><script>");
  pen.label(
    { x: 1, y: 1, text: '<b>\u0007"&', size: 9, align: "left" },
    { fill: "#000", halo: "#fff" },
  );
  const text = pen.text();
  assert.ok(
    text.includes("&lt;b&gt;&quot;&amp;") &&
      !text.includes("<script>") &&
      !text.includes("\u0007"),
  );
});
