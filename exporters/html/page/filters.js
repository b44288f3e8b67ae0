// The form that chooses what is shown, and the legend of communities, which is
// a filter too.
import { byId, el, swatch } from "./dom.js";
import { isFiltered, noFilters } from "./filter.js";
import { dayText, dayTime, kindText, number, percent, plural, typeText } from "./format.js";
import { leaders } from "./panel.js";

function toggle(app, name, value) {
  const set = new Set(app.state.filters.hidden[name]);
  if (set.has(value)) set.delete(value);
  else set.add(value);
  app.filter({ hidden: { ...app.state.filters.hidden, [name]: set } });
}

const box = (app, name, value, ...content) =>
  el("label", { class: "check" }, el("input", { type: "checkbox", "data-set": name, value,
    checked: !app.state.filters.hidden[name].has(value),
    onchange: () => toggle(app, name, value) }), ...content);

function group(app, title, name, values, text) {
  if (values.length < 2) return null;
  return el("fieldset", null, el("legend", null, title),
    values.map((value) => box(app, name, value, text(value))));
}

function slider(app, { id, title, max, step, value, text, change }) {
  const output = el("output", { for: id }, text(value));
  const input = el("input", { type: "range", id, min: 0, max, step, oninput: () => {
    output.textContent = text(Number(input.value));
    change(Number(input.value));
  } });
  input.value = value;
  return el("p", { class: "slider" }, el("label", { for: id }, title), input, output);
}

// Weights are skewed, so the slider's steps are those weights that occur, as
// evenly over the ties as fifty steps allow.
function weightSteps(model) {
  const sorted = model.ties.map((tie) => tie.weight).sort((a, b) => a - b);
  const steps = new Set([0]);
  for (let i = 0; i <= 50 && sorted.length; i++)
    steps.add(sorted[Math.floor((1 - 0.87 ** i) * (sorted.length - 1))]);
  if (sorted.length) steps.add(sorted[sorted.length - 1]);
  return [...steps].sort((a, b) => a - b);
}

function weightSlider(app) {
  const steps = weightSteps(app.model);
  const at = steps.findIndex((w) => w >= app.state.filters.minWeight);
  return slider(app, { id: "min-weight", title: "Least weight of a tie", max: steps.length - 1,
    step: 1, value: at < 0 ? steps.length - 1 : at,
    text: (i) => (i === 0 ? "any" : number(steps[i])),
    change: (i) => app.filter({ minWeight: steps[i] }) });
}

function confidenceSlider(app) {
  if (!app.model.ties.some((tie) => tie.proofs.some((proof) => proof.confidence < 1))) return null;
  return slider(app, { id: "min-confidence", title: "Least confidence of a contact", max: 1,
    step: 0.05, value: app.state.filters.minConfidence, text: (x) => (x ? percent(x) : "any"),
    change: (x) => app.filter({ minConfidence: x }) });
}

function dates(app) {
  if (!app.model.span) return null;
  const [first, last] = app.model.span.map(dayText);
  const field = (name, title) => el("label", null, title, el("input", { type: "date", id: name,
    min: first, max: last, value: app.state.filters[name] === null ? "" : dayText(app.state.filters[name]),
    onchange: (event) => app.filter({ [name]: dayTime(event.target.value) }) }));
  return el("fieldset", { class: "dates" }, el("legend", null, "Articles of"),
    field("from", "from"), field("to", "to"));
}

// Large communities by name, the others together as one line.
export function legend(app) {
  const { communities } = app.model;
  const named = communities.filter((c) => c.nodes.length > 2).slice(0, 12);
  if (!named.length) return null;
  const rest = communities.length - named.length;
  return el("fieldset", { class: "legend" }, el("legend", null, "Communities"),
    named.map((c) => box(app, "community", String(c.id), swatch(c.colour),
      el("bdi", { class: "found" }, leaders(c, null).join(", ")),
      el("span", { class: "note" }, number(c.nodes.length)))),
    rest > 0 && el("p", { class: "note" }, `and ${plural(rest, "smaller one", "smaller ones")}`));
}

export function showFilters(app) {
  const { model, state } = app;
  const form = byId("filters");
  const focused = document.activeElement && form.contains(document.activeElement)
    ? [document.activeElement.id, document.activeElement.dataset.set, document.activeElement.value] : null;
  const parts = [
    el("h2", null, "Filters"),
    group(app, "Ties", "kind", model.kinds, (kind) => heading(kindText(kind, 2))),
    group(app, "Contacts that are", "status", model.statuses, heading),
    group(app, "Who", "type", model.types, typeText),
    weightSlider(app), confidenceSlider(app), dates(app), legend(app),
    el("button", { type: "button", id: "reset", "data-reset": true,
      disabled: !isFiltered(state.filters) }, "Clear the filters"),
  ];
  form.replaceChildren(...parts.filter(Boolean));
  if (focused) keepFocus(form, focused);
}

const heading = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function keepFocus(form, [id, set, value]) {
  const found = id ? byId(id)
    : [...form.querySelectorAll("input")].find((i) => i.dataset.set === set && i.value === value);
  if (found && form.contains(found)) found.focus();
}

export function makeFilters(app) {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-reset]")) app.filter(noFilters());
  });
}
