// The same as tables, for those who can't or won't look at a drawing: people
// and ties, sorted by any column.
import { byId, el } from "./dom.js";
import { heading, number } from "./format.js";

const page = 100;

const figures = (columns) =>
  columns.filter(
    ({ name, type }) =>
      (type === "integer" || type === "real") &&
      !name.endsWith("_error") &&
      name !== "component",
  );

// Columns: {name, help, value(item), text(item)}, the first being who.
function peopleColumns(app) {
  return [
    {
      name: "Name",
      value: (n) => n.label,
      open: (n) => ({ kind: "node", item: n }),
    },
    ...figures(app.model.columns.node).map(({ name, help }) => ({
      name: heading(name),
      help,
      value: (n) => n.values[name],
    })),
    { name: "First", value: (n) => n.values.first },
    { name: "Last", value: (n) => n.values.last },
  ];
}

function tieColumns(app) {
  return [
    {
      name: "Tie",
      value: (t) => `${t.source.label} – ${t.target.label}`,
      open: (t) => ({ kind: "tie", item: t }),
    },
    { name: "Shown weight", value: (t) => app.shown.weight[t.index] },
    { name: "Contacts", value: (t) => app.shown.met[t.index] },
    ...figures(app.model.columns.tie).map(({ name, help }) => ({
      name: heading(name),
      help,
      value: (t) => t.values[name],
    })),
    { name: "First", value: (t) => t.values.first },
    { name: "Last", value: (t) => t.values.last },
  ];
}

const kinds = {
  people: {
    title: "People",
    columns: peopleColumns,
    items: (app) => app.shown.nodes,
  },
  ties: { title: "Ties", columns: tieColumns, items: (app) => app.shown.ties },
};

const text = (value) =>
  typeof value === "number" ? number(value) : (value ?? "–");

function compare(a, b) {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return typeof a === "number" ? b - a : a < b ? -1 : 1;
}

function sorted(app, chosen) {
  const items = kinds[chosen.kind].items(app);
  if (chosen.by === null) return items;
  const { value } = kinds[chosen.kind].columns(app)[chosen.by];
  const all = items.slice().sort((a, b) => compare(value(a), value(b)));
  return chosen.up ? all.reverse() : all;
}

function head(app, chosen, columns, again) {
  const sort = (i) => () => {
    chosen.up = chosen.by === i && !chosen.up;
    chosen.by = i;
    again();
    byId("table").querySelectorAll("th button")[i].focus();
  };
  const order = (i) =>
    chosen.by !== i
      ? undefined
      : (typeof columns[i].value === "function" && chosen.up) === (i === 0)
        ? "descending"
        : "ascending";
  return el(
    "tr",
    null,
    columns.map(({ name, help }, i) =>
      el(
        "th",
        { scope: "col", "aria-sort": order(i), title: help },
        el("button", { type: "button", onclick: sort(i) }, name),
      ),
    ),
  );
}

function row(app, columns, item) {
  return el(
    "tr",
    null,
    columns.map(({ value, open }) => {
      const content = text(value(item));
      if (!open)
        return el(
          "td",
          { class: typeof value(item) === "number" ? "figure" : undefined },
          content,
        );
      return el(
        "th",
        { scope: "row" },
        el(
          "button",
          {
            type: "button",
            class: "name",
            dir: "auto",
            onclick: () => app.select(open(item)),
          },
          content,
        ),
      );
    }),
  );
}

export function makeTable(app) {
  const root = byId("table"),
    chosen = { kind: "people", by: null, up: false, rows: page };

  function tabs() {
    return el(
      "div",
      { class: "tabs", role: "group", "aria-label": "Which table" },
      Object.entries(kinds).map(([kind, { title, items }]) =>
        el(
          "button",
          {
            type: "button",
            "data-kind": kind,
            "aria-pressed": String(kind === chosen.kind),
            onclick: () => {
              Object.assign(chosen, { kind, by: null, up: false, rows: page });
              show();
              root.querySelector(`[data-kind=${kind}]`).focus();
            },
          },
          `${title} (${number(items(app).length)})`,
        ),
      ),
    );
  }

  function show() {
    if (root.hidden) return;
    const columns = kinds[chosen.kind].columns(app),
      items = sorted(app, chosen);
    const body = el(
      "tbody",
      null,
      items.slice(0, chosen.rows).map((item) => row(app, columns, item)),
    );
    const more =
      items.length > chosen.rows &&
      el(
        "button",
        {
          type: "button",
          class: "more",
          onclick: () => {
            chosen.rows += page;
            show();
          },
        },
        `Show more of ${number(items.length)}`,
      );
    root.replaceChildren(
      ...[
        tabs(),
        el(
          "div",
          {
            class: "scroll",
            tabindex: "0",
            role: "region",
            "aria-label": kinds[chosen.kind].title,
          },
          el(
            "table",
            null,
            el("thead", null, head(app, chosen, columns, show)),
            body,
          ),
          more || "",
        ),
      ],
    );
  }
  return { show };
}
