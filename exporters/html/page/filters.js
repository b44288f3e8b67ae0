// The form that chooses what is shown, and the legend of communities, which is
// a filter too.
import { byId, el, swatch } from "./dom.js";
import { isFiltered, noFilters } from "./filter.js";
import {
  dayText,
  dayTime,
  kindText,
  number,
  percent,
  plural,
  typeText,
} from "./format.js";
import { leaders } from "./parts.js";

function toggle(app, name, value) {
  const set = new Set(app.state.filters.hidden[name]);
  if (set.has(value)) set.delete(value);
  else set.add(value);
  app.filter({ hidden: { ...app.state.filters.hidden, [name]: set } });
}

// The box is ticked by showFilters, which knows what is hidden.
const box = (app, name, value, ...content) =>
  el(
    "label",
    { class: "check" },
    el("input", {
      type: "checkbox",
      "data-set": name,
      value,
      onchange: () => toggle(app, name, value),
    }),
    ...content,
  );

function group(app, title, name, values, text) {
  if (values.length < 2) return null;
  return el(
    "fieldset",
    null,
    el("legend", null, title),
    values.map((value) => box(app, name, value, text(value))),
  );
}

// A slider whose steps 0 to max stand for what value(step) says.
function slider(app, { id, name, title, max, step, value, text, position }) {
  const output = el("output", { for: id });
  const input = el("input", {
    type: "range",
    id,
    min: 0,
    max,
    step,
    oninput: () => app.filter({ [name]: value(Number(input.value)) }),
  });
  app.shows.push(() => {
    const chosen = app.state.filters[name];
    // While it is dragged, it is where the hand holds it.
    if (value(Number(input.value)) !== chosen) input.value = position(chosen);
    output.textContent = chosen ? text(chosen) : "any";
    input.setAttribute("aria-valuetext", output.textContent);
  });
  return el(
    "p",
    { class: "slider" },
    el("label", { for: id }, title),
    input,
    output,
  );
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
  return slider(app, {
    id: "min-weight",
    name: "minWeight",
    title: "Least weight of a tie",
    max: steps.length - 1,
    step: 1,
    value: (i) => steps[i],
    text: number,
    position: (weight) => {
      const at = steps.findIndex((w) => w >= weight);
      return at < 0 ? steps.length - 1 : at;
    },
  });
}

function confidenceSlider(app) {
  if (
    !app.model.ties.some((tie) =>
      tie.proofs.some((proof) => proof.confidence < 1),
    )
  )
    return null;
  return slider(app, {
    id: "min-confidence",
    name: "minConfidence",
    title: "Least confidence of a contact",
    max: 1,
    step: 0.05,
    value: (x) => x,
    text: percent,
    position: (x) => x,
  });
}

function dates(app) {
  if (!app.model.span) return null;
  const [first, last] = app.model.span.map(dayText);
  const field = (name, title) => {
    const input = el("input", {
      type: "date",
      id: name,
      min: first,
      max: last,
      onchange: () => app.filter({ [name]: dayTime(input.value) }),
    });
    app.shows.push(() => {
      const chosen = app.state.filters[name];
      if (dayTime(input.value) !== chosen)
        input.value = chosen === null ? "" : dayText(chosen);
    });
    return el("label", null, title, input);
  };
  return el(
    "fieldset",
    { class: "dates" },
    el("legend", null, "Articles of"),
    field("from", "from"),
    field("to", "to"),
  );
}

// Large communities by name, the others together as one line.
export function legend(app) {
  const { communities } = app.model;
  const named = communities.filter((c) => c.nodes.length > 2).slice(0, 12);
  if (!named.length) return null;
  const rest = communities.length - named.length;
  return el(
    "fieldset",
    { class: "legend" },
    el("legend", null, "Communities"),
    named.map((c) =>
      box(
        app,
        "community",
        String(c.id),
        swatch(c.colour),
        el("bdi", { class: "found" }, leaders(c, null).join(", ")),
        el("span", { class: "note" }, number(c.nodes.length)),
      ),
    ),
    rest > 0 &&
      el(
        "p",
        { class: "note" },
        `and ${plural(rest, "smaller one", "smaller ones")}`,
      ),
  );
}

const heading = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// Makes the form once; showFilters then keeps it up to date.
export function makeFilters(app) {
  const { model } = app;
  const parts = [
    el("h2", null, "Filters"),
    group(app, "Ties", "kind", model.kinds, (kind) =>
      heading(kindText(kind, 2)),
    ),
    group(app, "Contacts that are", "status", model.statuses, heading),
    group(app, "Who", "type", model.types, typeText),
    weightSlider(app),
    confidenceSlider(app),
    dates(app),
    legend(app),
    el(
      "button",
      { type: "button", id: "reset", "data-reset": true },
      "Clear the filters",
    ),
  ];
  byId("filters").replaceChildren(...parts.filter(Boolean));
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-reset]")) app.filter(noFilters());
  });
}

// All boxes, those of the panel's legend too.
export function showFilters(app) {
  const { filters } = app.state;
  for (const input of document.querySelectorAll("input[data-set]"))
    input.checked = !filters.hidden[input.dataset.set].has(input.value);
  for (const show of app.shows) show();
  byId("reset").disabled = !isFiltered(filters);
}
