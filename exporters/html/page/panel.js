// The panel beside the network: a person, a tie, or what the page is about.
import { byId, el, link, redraw, swatch } from "./dom.js";
import { markNames } from "./evidence.js";
import { passes } from "./filter.js";
import { dayText, heading, kindText, number, ordinal, percent, period, plural, typeText } from "./format.js";
import { shapeOf } from "./pens.js";

const otherEnd = (tie, node) => (tie.source === node ? tie.target : tie.source);

// A list of which the first `few` are shown, the others on demand.
function list(items, few, row) {
  const ul = el("ul", { class: "rows" }, items.slice(0, few).map(row));
  if (items.length <= few) return ul;
  const more = el("button", { type: "button", class: "more", onclick: () => {
    ul.append(...items.slice(few).map(row));
    ul.children[few].querySelector("button, a")?.focus();
    more.remove();
  } }, `Show all ${number(items.length)}`);
  return el("div", null, ul, more);
}

const section = (title, ...content) =>
  el("section", null, el("h3", null, title), ...content);

function facts(rows) {
  return el("dl", { class: "facts" }, rows.map(([name, help, value]) =>
    el("div", null, el("dt", { title: help || undefined }, name), el("dd", null, value))));
}

// ---- evidence ----
// The bits of ent_proof's `weak`.
const weaknesses = ["only words to the other", "words for all to read", "several told as one"];

function badge(proof, counted) {
  const parts = [proof.form && proof.form !== proof.kind ? proof.form : kindText(proof.kind)];
  if (proof.kind !== "named") {
    parts.push(proof.status, proof.when, proof.where);
    weaknesses.forEach((text, bit) => parts.push(proof.weak & (1 << bit) && text));
    parts.push(`${percent(proof.confidence)} sure`);
  }
  return el("p", { class: counted(proof) ? "badge contact" : "badge" },
    parts.filter(Boolean).join(" · "));
}

function sourceLine({ article, copies, time }) {
  const title = article.title || article.id;
  return el("p", { class: "source" },
    el("time", null, dayText(time)), " · ",
    article.source && [el("span", { dir: "auto" }, article.source), " · "],
    article.url ? link(article.url, title) : el("cite", { dir: "auto" }, title),
    copies > 0 && ` · also in ${plural(copies, "other article", "other articles")}`);
}

function quote(sentence, people) {
  return el("blockquote", { dir: "auto" }, markNames(sentence, people).map(({ text, who }) =>
    (who === null ? text : el("mark", { class: who ? "second" : "first" }, text))));
}

const proofRow = (proof, people, counted) =>
  el("li", { class: "proof" }, badge(proof, counted), quote(proof.sentence, people), sourceLine(proof));

// ---- a tie ----
function tieFacts(app, tie) {
  const left = new Set(["first", "last", "weight"]);
  const rows = app.model.columns.tie
    .filter(({ name, type }) => !left.has(name) && (type === "integer" || type === "real") &&
      tie.values[name] !== null)
    .map(({ name, help }) => [heading(name), help, number(tie.values[name])]);
  return facts(rows);
}

function tiePanel(app, tie) {
  const { source, target, proofs } = tie;
  const fitting = proofs.filter((proof) => passes(app.state.filters, proof));
  const here = fitting.filter((proof) => proof.sentence !== undefined);
  const shown = app.shown.tieOn[tie.index];
  const name = (node) => el("button", { type: "button", class: "name", dir: "auto",
    onclick: () => app.select({ kind: "node", item: node }) }, node.label);
  return [
    el("h2", null, name(source), " and ", name(target)),
    el("p", { class: "lead" },
      contactsText(tie), ` Weight ${number(tie.weight)}`,
      shown && Math.abs(app.shown.weight[tie.index] - tie.weight) > 1e-9 &&
        `, ${number(app.shown.weight[tie.index])} within the filters`,
      `. ${period(tie.values.first, tie.values.last)}.`),
    section("Evidence",
      el("p", { class: "note" }, evidenceNote(proofs, fitting, here)),
      list(here, 10, (proof) => proofRow(proof, [source, target], app.model.counted))),
    section("Figures", tieFacts(app, tie)),
  ];
}

// "Stated: 3 meetings, 1 call or letter (2 events)."
function contactsText({ values: v }) {
  const kinds = ["meet", "call", "joint"].filter((kind) => v[kind] > 0)
    .map((kind) => `${number(v[kind])} ${kindText(kind, v[kind])}`);
  if (!kinds.length) return "Only named together; no contact is stated.";
  return `Stated: ${kinds.join(", ")}${v.events ? ` (${plural(v.events, "event", "events")})` : ""}.`;
}

function evidenceNote(proofs, fitting, here) {
  const parts = [`${number(here.length)} of ${plural(proofs.length, "piece", "pieces")}`];
  if (fitting.length < proofs.length)
    parts.push(`${number(proofs.length - fitting.length)} outside the filters`);
  if (here.length < fitting.length)
    parts.push(`${number(fitting.length - here.length)} not kept in this file (evidence=N)`);
  return `${parts.join("; ")}.`;
}

// ---- a person ----
function rankOf(app, node, name) {
  const value = node.values[name];
  let better = 0;
  for (const other of app.model.nodes) if (other.values[name] > value) better++;
  return better + 1;
}

function measures(app, node) {
  const own = new Set(["mentions", "articles", "component", "community"]);
  const rows = app.model.columns.node
    .filter(({ name, type }) => !own.has(name) && (type === "integer" || type === "real") &&
      node.values[name] !== null)
    .map(({ name, help }) => {
      const value = node.values[name];
      const place = name.endsWith("_error") ? "" : ` (${ordinal(rankOf(app, node, name))})`;
      return [heading(name), help, [number(value), el("span", { class: "rank" }, place)]];
    });
  return section("Measures", facts(rows),
    el("p", { class: "note" }, `In brackets the rank among the ${number(app.model.nodes.length)} here.`));
}

function bar(app, tie, heaviest) {
  const mark = el("span", { class: app.shown.met[tie.index] ? "bar contact" : "bar", "aria-hidden": "true" });
  mark.style.width = `${Math.max(2, (100 * app.shown.weight[tie.index]) / heaviest)}%`;
  return mark;
}

function neighbourRow(app, node, heaviest) {
  return (tie) => {
    const other = otherEnd(tie, node);
    return el("li", { class: "neighbour" },
      el("button", { type: "button", class: "name", dir: "auto",
        onclick: () => app.select({ kind: "tie", item: tie }) }, swatch(other.colour), other.label),
      el("span", { class: "weight" },
        app.shown.met[tie.index] ? `contact ${number(app.shown.met[tie.index])}× · ` : "",
        number(app.shown.weight[tie.index])),
      bar(app, tie, heaviest));
  };
}

function contactRow(app, node) {
  return ({ tie, proof }) => {
    const parts = [proof.when || dayText(proof.time), kindText(proof.kind), proof.status, proof.where];
    return el("li", null, el("button", { type: "button", class: "name", dir: "auto",
      onclick: () => app.select({ kind: "tie", item: tie }) }, otherEnd(tie, node).label),
    el("span", { class: "note" }, parts.filter(Boolean).join(" · ")));
  };
}

function articlesOf(ties, filters) {
  const found = new Map();
  for (const tie of ties)
    for (const proof of tie.proofs)
      if (proof.article && passes(filters, proof)) found.set(proof.article, proof);
  return [...found.values()].sort((a, b) => (b.time || 0) - (a.time || 0));
}

// Evidence that is not in the file may come from other articles.
const articlesTitle = (here, all) =>
  `Articles (${number(here)}${all > here ? ` of ${number(all)}` : ""})`;

function nodeFacts(node) {
  const v = node.values;
  return [
    plural(v.mentions, "mention", "mentions"), plural(v.articles, "article", "articles"),
    v.first && period(v.first, v.last),
  ].filter(Boolean).join(" · ");
}

// Frequent names go under many forms; the first are the usual ones.
function aliases(all) {
  const few = 12, names = (list) => list.map((a, i) => [i ? ", " : "", el("bdi", null, a)]);
  const line = el("p", { class: "aliases" }, "Also ", names(all.slice(0, few)));
  if (all.length <= few) return line;
  const more = el("button", { type: "button", class: "name", onclick: () => {
    more.replaceWith(...names(all.slice(few)).flat());
  } }, `and ${plural(all.length - few, "other form", "other forms")}`);
  line.append(", ", more);
  return line;
}

function nodePanel(app, node) {
  const ties = node.ties.filter((tie) => app.shown.tieOn[tie.index])
    .sort((a, b) => app.shown.weight[b.index] - app.shown.weight[a.index] || a.index - b.index);
  const heaviest = ties.length ? app.shown.weight[ties[0].index] || 1 : 1;
  const contacts = ties.flatMap((tie) => tie.proofs
    .filter((proof) => proof.kind !== "named" && passes(app.state.filters, proof))
    .map((proof) => ({ tie, proof })))
    .sort((a, b) => (b.proof.time || 0) - (a.proof.time || 0));
  const articles = articlesOf(ties, app.state.filters);
  const community = app.model.communities.find((c) => c.id === node.community);
  return [
    el("h2", { dir: "auto" }, node.label),
    el("p", { class: "lead" }, nodeFacts(node)),
    node.aliases.length > 0 && aliases(node.aliases),
    community && el("p", { class: "lead" }, swatch(node.colour), "With ",
      el("bdi", null, leaders(community, node).join(", ") || "nobody else")),
    section(`Neighbours (${number(ties.length)})`, list(ties, 12, neighbourRow(app, node, heaviest))),
    contacts.length > 0 &&
      section(`Stated contacts (${number(contacts.length)})`, list(contacts, 8, contactRow(app, node))),
    articles.length > 0 && section(articlesTitle(articles.length, node.values.articles),
      list(articles, 6, (proof) => el("li", null, sourceLine({ ...proof, copies: 0 })))),
    measures(app, node),
  ];
}

// ---- the page itself ----
export const leaders = (community, but) =>
  community.nodes.filter((node) => node !== but).slice(0, 3).map((node) => node.label);

function leftOut({ of, nodes, ties }) {
  if (of.nodes === nodes.length && of.ties === ties.length) return null;
  return el("p", { class: "warning" },
    `This page holds the ${number(nodes.length)} strongest of ${number(of.nodes)} and ` +
    `${number(ties.length)} of ${number(of.ties)} ties; the others were left out ` +
    "(options max-nodes and max-ties).");
}

function factText({ type, value }) {
  if (type === "list") return el("ul", { class: "plain" }, value.map((x) => el("li", { dir: "auto" }, x)));
  return typeof value === "number" ? number(value) : String(value);
}

// As on the canvas; said in words for those who can't see them.
const shapeSigns = { circle: "●", square: "■", diamond: "◆" };

const shapeRow = (type) => el("li", null,
  el("span", { class: "shape", "aria-hidden": "true" }, shapeSigns[shapeOf(type)]),
  `${typeText(type)} (${shapeOf(type)}s)`);

function keyToLook({ types }) {
  return el("ul", { class: "key" },
    el("li", null, el("span", { class: "line contact" }), "a contact is stated: a meeting, a call, a joint appearance"),
    el("li", null, el("span", { class: "line" }), "only named together"),
    el("li", null, el("span", { class: "line thick" }), "the heavier, the wider; the larger, the stronger"),
    types.length > 1 && types.map(shapeRow));
}

const meanings = ({ columns }) => [...columns.node, ...columns.tie].filter(({ name, type, help }) =>
  (type === "integer" || type === "real") && help && !name.endsWith("_error"));

function about(app) {
  const { model } = app;
  const warnings = model.facts.find((f) => f.name === "warnings");
  const rest = model.facts.filter(({ name, value }) =>
    !["warnings", "options"].includes(name) && value !== null);
  return [
    section("How to read it", keyToLook(model)),
    app.legend(),
    leftOut(model),
    warnings && (warnings.value || []).map((w) => el("p", { class: "warning" }, w)),
    el("details", null, el("summary", null, "What the measures mean"), el("dl", null,
      meanings(model).map(({ name, help }) => [el("dt", null, heading(name)), el("dd", null, help)]))),
    el("details", null, el("summary", null, "About these figures"),
      facts(rest.map((f) => [heading(f.name), f.help, factText(f)]))),
    el("details", null, el("summary", null, "How the network was made"),
      facts(model.settings.map(([name, value]) => [name, "", value === "" ? "–" : value]))),
    el("details", null, el("summary", null, "Keys"), el("p", { class: "note" }, byId("keys").textContent)),
    el("details", { class: "notices" }, el("summary", null, "Licences"),
      el("pre", null, byId("notices").content.textContent)),
  ];
}

// What is about a selection is made anew whenever something changes, the rest
// once.
export function showPanel(app) {
  const panel = byId("panel"), { selection } = app.state;
  const close = el("button", { type: "button", class: "close", "aria-label": "Close",
    onclick: () => app.select(null) }, "×");
  const same = panel.dataset.shows === (selection ? selection.item.id : "");
  panel.classList.toggle("open", selection !== null || app.about);
  panel.classList.toggle("about", !selection);
  if (same && !selection) return;
  const make = { node: nodePanel, tie: tiePanel };
  const content = [close, selection ? make[selection.kind](app, selection.item) : about(app)]
    .flat(2).filter(Boolean);
  if (same) return redraw(panel, content);
  const within = panel.contains(document.activeElement);
  panel.replaceChildren(...content);
  panel.dataset.shows = selection ? selection.item.id : "";
  panel.scrollTop = 0;
  if (within) panel.focus();
}
