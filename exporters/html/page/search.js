// The search field: names that begin with what is typed come first, then those
// that contain it. A combobox as the ARIA Authoring Practices describe it.
import { byId, el, swatch } from "./dom.js";
import { plural } from "./format.js";

const most = 10;

// Without accents and case, as people type.
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// How well a node fits, 0 best; -1 not at all.
function fit(node, wanted) {
  const forms = [node.label, ...node.aliases].map(fold);
  if (forms[0].startsWith(wanted)) return 0;
  if (forms.some((form) => form.split(/[\s-]+/).some((word) => word.startsWith(wanted)))) return 1;
  return forms.some((form) => form.includes(wanted)) ? 2 : -1;
}

export function findNames(nodes, text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  return nodes.map((node) => ({ node, rank: fit(node, wanted) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || b.node.strength - a.node.strength)
    .slice(0, most).map(({ node }) => node);
}

function option(node, i, choose) {
  const alias = node.aliases.length ? ` · ${node.aliases.slice(0, 2).join(", ")}` : "";
  const item = el("li", { role: "option", id: `found-${i}`, "aria-selected": "false" },
    swatch(node.colour), el("bdi", { class: "found" }, node.label),
    el("bdi", { class: "note" }, `${plural(node.ties.length, "tie", "ties")}${alias}`));
  item.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the field keeps the focus
    choose(node);
  });
  return item;
}

export function makeSearch(model, choose) {
  const field = byId("search"), box = byId("suggestions");
  let found = [], active = -1;

  function mark(i) {
    active = i;
    [...box.children].forEach((item, j) => item.setAttribute("aria-selected", String(i === j)));
    if (i >= 0) field.setAttribute("aria-activedescendant", `found-${i}`);
    else field.removeAttribute("aria-activedescendant");
    if (i >= 0 && box.children[i]) box.children[i].scrollIntoView({ block: "nearest" });
  }

  function close() {
    box.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function take(node) {
    field.value = "";
    close();
    choose(node);
  }

  function open() {
    found = findNames(model.nodes, field.value);
    const none = el("li", { class: "none" }, "Nobody of that name");
    box.replaceChildren(...(found.length ? found.map((node, i) => option(node, i, take)) : [none]));
    box.hidden = field.value.trim() === "";
    field.setAttribute("aria-expanded", String(!box.hidden));
    mark(found.length ? 0 : -1);
  }

  const keys = {
    ArrowDown: () => mark(Math.min(active + 1, found.length - 1)),
    ArrowUp: () => mark(Math.max(active - 1, 0)),
    Enter: () => { if (found[active]) take(found[active]); },
    Escape: () => { field.value = ""; close(); field.blur(); },
  };
  field.addEventListener("input", open);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
}
