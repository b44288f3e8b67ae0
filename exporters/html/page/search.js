// The search field: names that begin with what is typed come first, then those
// that contain it. A combobox as the ARIA Authoring Practices describe it.
import { byId, el, swatch } from "./dom.js";
import { plural } from "./format.js";

const most = 10;

// Without accents and case, as people type.
export const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const folded = new WeakMap(); // a node's forms, for every key that is pressed

function formsOf(node) {
  if (!folded.has(node))
    folded.set(node, [node.label, ...node.aliases].map(fold));
  return folded.get(node);
}

// How well a node fits, 0 best; -1 not at all.
function fit(node, wanted) {
  const forms = formsOf(node);
  if (forms[0].startsWith(wanted)) return 0;
  if (
    forms.some((form) =>
      form.split(/[\s-]+/).some((word) => word.startsWith(wanted)),
    )
  )
    return 1;
  return forms.some((form) => form.includes(wanted)) ? 2 : -1;
}

export function findNames(nodes, text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  return nodes
    .map((node) => ({ node, rank: fit(node, wanted) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || b.node.strength - a.node.strength)
    .slice(0, most)
    .map(({ node }) => node);
}

function option(node, i, choose) {
  const alias = node.aliases.length
    ? ` · ${node.aliases.slice(0, 2).join(", ")}`
    : "";
  const item = el(
    "li",
    { role: "option", id: `found-${i}`, "aria-selected": "false" },
    swatch(node.colour),
    el("bdi", { class: "found" }, node.label),
    el(
      "bdi",
      { class: "note" },
      `${plural(node.ties.length, "tie", "ties")}${alias}`,
    ),
  );
  item.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the field keeps the focus
    choose(node);
  });
  return item;
}

export class Search {
  // choose(node) is called with whoever is found.
  constructor(model, choose) {
    Object.assign(this, {
      model,
      choose,
      field: byId("search"),
      box: byId("suggestions"),
      found: [],
      active: -1,
    });
    this.keys = {
      ArrowDown: () =>
        this.mark(Math.min(this.active + 1, this.found.length - 1)),
      ArrowUp: () => this.mark(Math.max(this.active - 1, 0)),
      Enter: () => {
        if (this.found[this.active]) this.take(this.found[this.active]);
      },
      Escape: () => {
        this.field.value = "";
        this.close();
        this.field.blur();
      },
    };
    this.field.addEventListener("input", () => this.open());
    this.field.addEventListener("blur", () => this.close());
    this.field.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    if (!this.keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    this.keys[event.key]();
  }

  mark(i) {
    this.active = i;
    [...this.box.children].forEach((item, j) =>
      item.setAttribute("aria-selected", String(i === j)),
    );
    if (i >= 0) this.field.setAttribute("aria-activedescendant", `found-${i}`);
    else this.field.removeAttribute("aria-activedescendant");
    if (i >= 0 && this.box.children[i])
      this.box.children[i].scrollIntoView({ block: "nearest" });
  }

  close() {
    this.box.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  take(node) {
    this.field.value = "";
    this.close();
    this.choose(node);
  }

  open() {
    this.found = findNames(this.model.nodes, this.field.value);
    const none = el("li", { class: "none" }, "Nobody of that name");
    this.box.replaceChildren(
      ...(this.found.length
        ? this.found.map((node, i) => option(node, i, (n) => this.take(n)))
        : [none]),
    );
    this.box.hidden = this.field.value.trim() === "";
    this.field.setAttribute("aria-expanded", String(!this.box.hidden));
    this.mark(this.found.length ? 0 : -1);
  }
}
