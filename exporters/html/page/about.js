// What the page is about, when nobody is selected: how to read it, what was left
// out, how it was made.
import { byId, el } from "./dom.js";
import { heading, number, typeText } from "./format.js";
import { facts, section } from "./parts.js";
import { shapeOf } from "./pens.js";

function leftOut({ of, nodes, ties }) {
  if (of.nodes === nodes.length && of.ties === ties.length) return null;
  return el(
    "p",
    { class: "warning" },
    `This page holds the ${number(nodes.length)} strongest of ${number(of.nodes)} actors and ` +
      `${number(ties.length)} of ${number(of.ties)} ties; the others were left out ` +
      "(options max-nodes and max-ties).",
  );
}

function factText({ type, value }) {
  if (type === "list")
    return el(
      "ul",
      { class: "plain" },
      value.map((x) => el("li", { dir: "auto" }, x)),
    );
  return typeof value === "number" ? number(value) : String(value);
}

// As on the canvas; said in words for those who can't see them.
const shapeSigns = { circle: "●", square: "■", diamond: "◆" };

const shapeRow = (type) =>
  el(
    "li",
    null,
    el(
      "span",
      { class: "shape", "aria-hidden": "true" },
      shapeSigns[shapeOf(type)],
    ),
    `${typeText(type)} (${shapeOf(type)}s)`,
  );

function keyToLook({ types }) {
  return el(
    "ul",
    { class: "key" },
    el(
      "li",
      null,
      el("span", { class: "line contact" }),
      "a contact is stated: a meeting, a call, a joint appearance",
    ),
    el("li", null, el("span", { class: "line" }), "only named together"),
    el(
      "li",
      null,
      el("span", { class: "line thick" }),
      "the heavier, the wider; the larger, the stronger",
    ),
    types.length > 1 && types.map(shapeRow),
  );
}

const meanings = ({ columns }) =>
  [...columns.node, ...columns.tie].filter(
    ({ name, type, help }) =>
      (type === "integer" || type === "real") &&
      help &&
      !name.endsWith("_error"),
  );

export function about(app) {
  const { model } = app;
  const warnings = model.facts.find((f) => f.name === "warnings");
  const rest = model.facts.filter(
    ({ name, value }) =>
      !["warnings", "options"].includes(name) && value !== null,
  );
  return [
    section("How to read it", keyToLook(model)),
    app.legend(),
    leftOut(model),
    warnings &&
      (warnings.value || []).map((w) => el("p", { class: "warning" }, w)),
    el(
      "details",
      null,
      el("summary", null, "What the measures mean"),
      el(
        "dl",
        null,
        meanings(model).map(({ name, help }) => [
          el("dt", null, heading(name)),
          el("dd", null, help),
        ]),
      ),
    ),
    el(
      "details",
      null,
      el("summary", null, "About these figures"),
      facts(rest.map((f) => [heading(f.name), f.help, factText(f)])),
    ),
    el(
      "details",
      null,
      el("summary", null, "How the network was made"),
      facts(
        model.settings.map(([name, value]) => [
          name,
          "",
          value === "" ? "–" : value,
        ]),
      ),
    ),
    el(
      "details",
      null,
      el("summary", null, "Keys"),
      el("p", { class: "note" }, byId("keys").textContent),
    ),
    el(
      "details",
      { class: "notices" },
      el("summary", null, "Licences"),
      el("pre", null, byId("notices").content.textContent),
    ),
  ];
}
