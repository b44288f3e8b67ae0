// Puts the parts together: one state, from which all parts are shown.
import { currentTheme } from "./colours.js";
import { announce, byId } from "./dom.js";
import { readData } from "./data.js";
import { applyFilters } from "./filter.js";
import { legend, makeFilters, showFilters } from "./filters.js";
import { dayText, number, plural, stated } from "./format.js";
import { listen } from "./keyboard.js";
import { showPanel } from "./panel.js";
import { csv, peopleRows, save, tieRows } from "./save.js";
import { Search } from "./search.js";
import { fromHash, toHash } from "./state.js";
import { makeTable } from "./table.js";
import { makeTimeline } from "./timeline.js";
import { View } from "./view.js";

const model = readData(JSON.parse(byId("data").textContent));
const app = {
  model,
  state: fromHash(model, location.hash),
  shown: null,
  shows: [],
  about: false,
  select,
  leave,
  filter,
  legend: () => legend(app),
};

const view = new View(model, {
  select,
  hover: showTip,
  moved(place) {
    app.state.place = place;
    remember(false);
  },
});
const table = makeTable(app),
  timeline = makeTimeline(app);
let remembering = 0;

// Selections are steps that the browser's "back" undoes; the rest is not.
function remember(step) {
  clearTimeout(remembering);
  const write = () => {
    const hash = `#${toHash(app.state)}`;
    if (hash === (location.hash || "#")) return;
    try {
      history[step ? "pushState" : "replaceState"](null, "", hash);
    } catch (_) {
      // A page inside another may have no address of its own to keep it in.
    }
  };
  if (step) write();
  else remembering = setTimeout(write, 200);
}

function summary() {
  const { nodes, ties } = app.shown;
  const part =
    nodes.length < model.nodes.length || ties.length < model.ties.length;
  const of = (n, all) => (part ? `${number(n)} of ${number(all)}` : number(n));
  const many = model.types.length > 1 ? "actors" : "people";
  const span = model.span ? ` · ${model.span.map(dayText).join(" to ")}` : "";
  byId("summary").textContent =
    `${of(nodes.length, model.nodes.length)} ${many}, ` +
    `${of(ties.length, model.ties.length)} ties${span}`;
}

function showAll() {
  app.shown = applyFilters(model, app.state.filters);
  view.show(app.shown);
  byId("nothing").hidden = app.shown.nodes.length > 0;
  summary();
  timeline.show();
  table.show();
  showPanel(app);
  showFilters(app);
}

function filter(change) {
  Object.assign(app.state.filters, change);
  showAll();
  announce(
    `${plural(app.shown.nodes.length, "actor", "actors")}, ` +
      `${plural(app.shown.ties.length, "tie", "ties")} shown`,
  );
  remember(false);
}

function describe({ kind, item }) {
  if (kind === "tie")
    return `${item.source.label} and ${item.target.label}, weight ${number(item.weight)}`;
  const ties = item.ties.filter((tie) => app.shown.tieOn[tie.index]).length;
  return `${item.label}, ${plural(ties, "tie", "ties")}`;
}

function select(focus) {
  app.state.selection = focus;
  openAbout(false);
  showSelection();
  if (focus) announce(describe(focus));
  remember(true);
}

// Back from what was selected to where it was.
function leave() {
  select(null);
  byId(app.state.table ? "show-table" : "highlight").focus();
}

function showSelection() {
  const { selection } = app.state;
  view.select(selection);
  byId("highlight").setAttribute(
    "aria-label",
    selection
      ? describe(selection)
      : `Network of ${plural(app.shown.nodes.length, "actor", "actors")}`,
  );
  showPanel(app);
  showFilters(app);
  if (selection)
    view.reveal(
      selection.kind === "node" ? selection.item : selection.item.source,
      coveredByPanel(),
    );
}

// On narrow screens the panel lies above the network.
function coveredByPanel() {
  const stage = byId("stage").getBoundingClientRect(),
    panel = byId("panel").getBoundingClientRect();
  return panel.width && panel.left < stage.right
    ? Math.max(0, stage.bottom - panel.top)
    : 0;
}

function showTip(focus, x, y) {
  const tip = byId("tip"),
    stage = byId("stage").getBoundingClientRect();
  tip.hidden = !focus;
  if (!focus) return;
  const { kind, item } = focus;
  tip.textContent =
    kind === "node"
      ? describe(focus)
      : `${item.source.label} – ${item.target.label}: ${number(app.shown.weight[item.index])}` +
        (app.shown.met[item.index]
          ? `, ${stated(app.shown.met[item.index])}`
          : "");
  tip.style.left = `${Math.min(x + 14, stage.width - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(y + 14, stage.height - tip.offsetHeight - 8)}px`;
}

// ---- the buttons of the bar ----
const themes = { auto: "light", light: "dark", dark: "auto" };

function showTheme() {
  const { theme } = app.state;
  const current = currentTheme(theme);
  document.documentElement.dataset.theme = current;
  byId("theme").textContent = { auto: "Auto", light: "Light", dark: "Dark" }[
    theme
  ];
  byId("theme").setAttribute("aria-label", `Colours: ${theme}`);
  view.setTheme(current);
}

function showMode() {
  byId("table").hidden = !app.state.table;
  byId("stage").hidden = app.state.table;
  byId("show-table").setAttribute("aria-pressed", String(app.state.table));
  table.show();
}

function openFilters(open) {
  byId("filters").hidden = !open;
  byId("show-filters").setAttribute("aria-expanded", String(open));
}

// On narrow screens, where there is no room for it all the time.
function openAbout(open) {
  app.about = open;
  byId("show-about").setAttribute("aria-expanded", String(open));
}

const savers = {
  png: () => view.png((blob) => save("network.png", blob)),
  svg: () => save("network.svg", view.svg(model.title), "image/svg+xml"),
  people: () => save("people.csv", csv(peopleRows(app)), "text/csv"),
  ties: () => save("ties.csv", csv(tieRows(app)), "text/csv"),
  print: () => window.print(),
};

function listenToBar() {
  byId("show-filters").addEventListener("click", () =>
    openFilters(byId("filters").hidden),
  );
  byId("show-about").addEventListener("click", () => {
    const open = !app.about;
    select(null);
    openAbout(open);
    showPanel(app);
  });
  byId("show-table").addEventListener("click", () => {
    app.state.table = !app.state.table;
    showMode();
    remember(false);
  });
  byId("theme").addEventListener("click", () => {
    app.state.theme = themes[app.state.theme];
    showTheme();
    remember(false);
  });
  byId("export").addEventListener("click", (event) => {
    const button = event.target.closest("[data-save]");
    if (!button) return;
    closeMenu();
    savers[button.dataset.save]();
  });
  byId("zoom-in").addEventListener("click", () => view.scaleBy(1.6));
  byId("zoom-out").addEventListener("click", () => view.scaleBy(1 / 1.6));
  byId("zoom-fit").addEventListener("click", () => view.fit(true));
}

// Closes what a control opened. Keys go on at the control where they would
// otherwise be lost with what was closed.
function close(opened, control, shut) {
  const within = opened.contains(document.activeElement);
  shut();
  if (within) control.focus();
}

function closeMenu() {
  const menu = byId("export");
  close(menu, menu.querySelector("summary"), () => {
    menu.open = false;
  });
}

// Escape undoes one thing at a time.
function escape() {
  if (byId("export").open) closeMenu();
  else if (app.state.selection) leave();
  else if (app.about)
    close(byId("panel"), byId("show-about"), () => {
      openAbout(false);
      showPanel(app);
    });
  else
    close(byId("filters"), byId("show-filters"), () => openFilters(false));
}

function listenToKeys() {
  listen(byId("highlight"), app, {
    go: (node) => select({ kind: "node", item: node }),
    none: () => announce("No neighbour there"),
    enter: () => byId("panel").focus(),
    zoom: (factor) => view.scaleBy(factor),
    fit: () => view.fit(true),
    pan: (x, y) => view.panBy(x, y),
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") escape();
    else if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("search").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!byId("export").contains(event.target)) byId("export").open = false;
  });
}

function listenToBrowser() {
  matchMedia("(prefers-color-scheme: dark)").addEventListener(
    "change",
    showTheme,
  );
  window.addEventListener("popstate", () => {
    app.state = fromHash(model, location.hash);
    showTheme();
    showAll();
    showSelection();
    showMode();
  });
  // Paper is light.
  window.addEventListener("beforeprint", () => {
    view.setTheme("light");
    view.print(true);
  });
  window.addEventListener("afterprint", () => {
    showTheme();
    view.print(false);
  });
}

byId("title").textContent = model.title;
showTheme();
makeFilters(app);
new Search(model, (node) => select({ kind: "node", item: node }));
showAll();
showMode();
view.start(app.state.place);
showSelection();
listenToBar();
listenToKeys();
listenToBrowser();
