// What several panels are made of.
import { el } from "./dom.js";
import { number } from "./format.js";

export const otherEnd = (tie, node) =>
  tie.source === node ? tie.target : tie.source;

// A list of which the first `few` are shown, the others on demand.
export function list(items, few, row) {
  const ul = el("ul", { class: "rows" }, items.slice(0, few).map(row));
  if (items.length <= few) return ul;
  const more = el(
    "button",
    {
      type: "button",
      class: "more",
      onclick: () => {
        ul.append(...items.slice(few).map(row));
        ul.children[few].querySelector("button, a")?.focus();
        more.remove();
      },
    },
    `Show all ${number(items.length)}`,
  );
  return el("div", null, ul, more);
}

export const section = (title, ...content) =>
  el("section", null, el("h3", null, title), ...content);

export function facts(rows) {
  return el(
    "dl",
    { class: "facts" },
    rows.map(([name, help, value]) =>
      el(
        "div",
        null,
        el("dt", { title: help || undefined }, name),
        el("dd", null, value),
      ),
    ),
  );
}

// The strongest of a community, but for one.
export const leaders = (community, but) =>
  community.nodes
    .filter((node) => node !== but)
    .slice(0, 3)
    .map((node) => node.label);
