// What the reader chose: selection, filters, theme, view. Kept in the page's
// address, so that a link or a bookmark leads back to the same.
import { dayText, dayTime } from "./format.js";
import { noFilters } from "./filter.js";

export const initial = () => ({
  filters: noFilters(),
  selection: null,
  theme: "auto",
  table: false,
  place: null,
});

const sets = ["kind", "status", "type", "community"];

// The address after '#'; what is as usual is left out.
export function toHash(state) {
  const p = new URLSearchParams();
  const f = state.filters;
  if (state.selection) p.set(state.selection.kind, state.selection.item.id);
  if (f.from !== null) p.set("from", dayText(f.from));
  if (f.to !== null) p.set("to", dayText(f.to));
  if (f.minWeight > 0) p.set("weight", String(f.minWeight));
  if (f.minConfidence > 0) p.set("confidence", String(f.minConfidence));
  for (const name of sets)
    if (f.hidden[name].size) p.set(`no-${name}`, [...f.hidden[name]].join(","));
  if (state.theme !== "auto") p.set("theme", state.theme);
  if (state.table) p.set("view", "table");
  if (state.place)
    p.set("at", state.place.map((x) => Number(x.toPrecision(5))).join(","));
  return p.toString();
}

function selectionOf(model, p) {
  const node = model.nodeById.get(p.get("node"));
  const tie = model.tieById.get(p.get("tie"));
  return tie
    ? { kind: "tie", item: tie }
    : node
      ? { kind: "node", item: node }
      : null;
}

function placeOf(text) {
  const at = (text || "").split(",").map(Number);
  return at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? at : null;
}

const positive = (text) =>
  Number(text) > 0 && Number.isFinite(Number(text)) ? Number(text) : 0;

// Whatever the address does not say, or says wrongly, is as usual.
export function fromHash(model, hash) {
  const p = new URLSearchParams(hash.replace(/^#/, ""));
  const state = initial();
  const f = state.filters;
  state.selection = selectionOf(model, p);
  f.from = dayTime(p.get("from"));
  f.to = dayTime(p.get("to"));
  f.minWeight = positive(p.get("weight"));
  f.minConfidence = Math.min(1, positive(p.get("confidence")));
  for (const name of sets)
    f.hidden[name] = new Set(
      (p.get(`no-${name}`) || "").split(",").filter(Boolean),
    );
  if (["light", "dark"].includes(p.get("theme"))) state.theme = p.get("theme");
  state.table = p.get("view") === "table";
  state.place = placeOf(p.get("at"));
  return state;
}
