// Saves the view: as a picture, as tables.
import { el } from "./dom.js";

// RFC 4180. A text that a spreadsheet would take for a formula gets an
// apostrophe, as in entente's own tables.
function field(value) {
  if (value === null || value === undefined) return "";
  const text = Array.isArray(value) ? value.join("; ") : String(value);
  const safe =
    typeof value !== "number" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export const csv = (rows) =>
  rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");

export function peopleRows({ model, shown }) {
  const names = model.columns.node.map(({ name }) => name);
  return [
    [...names, "shown_strength"],
    ...shown.nodes.map((node) => [
      ...names.map((name) => node.values[name]),
      shown.strength[node.index],
    ]),
  ];
}

export function tieRows({ model, shown }) {
  const names = model.columns.tie.map(({ name }) => name);
  return [
    [
      "source",
      "target",
      "source_label",
      "target_label",
      ...names,
      "shown_weight",
      "shown_contacts",
    ],
    ...shown.ties.map((tie) => [
      tie.source.id,
      tie.target.id,
      tie.source.label,
      tie.target.label,
      ...names.map((name) => tie.values[name]),
      shown.weight[tie.index],
      shown.met[tie.index],
    ]),
  ];
}

export function save(name, content, type) {
  const address = URL.createObjectURL(
    content instanceof Blob ? content : new Blob([content], { type }),
  );
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
