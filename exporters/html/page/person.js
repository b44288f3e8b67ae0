// The panel of a person (or body, or place): neighbours, contacts, articles,
// measures.
import { el, swatch } from "./dom.js";
import { passes } from "./filter.js";
import {
  dayText,
  heading,
  kindText,
  number,
  ordinal,
  period,
  plural,
} from "./format.js";
import { facts, leaders, list, otherEnd, section } from "./parts.js";
import { sourceLine } from "./proofs.js";

function rankOf(app, node, name) {
  const value = node.values[name];
  let better = 0;
  for (const other of app.model.nodes) if (other.values[name] > value) better++;
  return better + 1;
}

function measures(app, node) {
  const own = new Set(["mentions", "articles", "component", "community"]);
  const rows = app.model.columns.node
    .filter(
      ({ name, type }) =>
        !own.has(name) &&
        (type === "integer" || type === "real") &&
        node.values[name] !== null,
    )
    .map(({ name, help }) => {
      const value = node.values[name];
      const place = name.endsWith("_error")
        ? ""
        : ` (${ordinal(rankOf(app, node, name))})`;
      return [
        heading(name),
        help,
        [number(value), el("span", { class: "rank" }, place)],
      ];
    });
  return section(
    "Measures",
    facts(rows),
    el(
      "p",
      { class: "note" },
      `In brackets the rank among the ${number(app.model.nodes.length)} here.`,
    ),
  );
}

function bar(app, tie, heaviest) {
  const mark = el("span", {
    class: app.shown.met[tie.index] ? "bar contact" : "bar",
    "aria-hidden": "true",
  });
  mark.style.width = `${Math.max(2, (100 * app.shown.weight[tie.index]) / heaviest)}%`;
  return mark;
}

function neighbourRow(app, node, heaviest) {
  return (tie) => {
    const other = otherEnd(tie, node);
    return el(
      "li",
      { class: "neighbour" },
      el(
        "button",
        {
          type: "button",
          class: "name",
          dir: "auto",
          onclick: () => app.select({ kind: "tie", item: tie }),
        },
        swatch(other.colour),
        other.label,
      ),
      el(
        "span",
        { class: "weight" },
        app.shown.met[tie.index]
          ? `contact ${number(app.shown.met[tie.index])}× · `
          : "",
        number(app.shown.weight[tie.index]),
      ),
      bar(app, tie, heaviest),
    );
  };
}

function contactRow(app, node) {
  return ({ tie, proof }) => {
    const parts = [
      proof.when || dayText(proof.time),
      kindText(proof.kind),
      proof.status,
      proof.where,
    ];
    return el(
      "li",
      null,
      el(
        "button",
        {
          type: "button",
          class: "name",
          dir: "auto",
          onclick: () => app.select({ kind: "tie", item: tie }),
        },
        otherEnd(tie, node).label,
      ),
      el("span", { class: "note" }, parts.filter(Boolean).join(" · ")),
    );
  };
}

function articlesOf(ties, filters) {
  const found = new Map();
  for (const tie of ties)
    for (const proof of tie.proofs)
      if (proof.article && passes(filters, proof))
        found.set(proof.article, proof);
  return [...found.values()].sort((a, b) => (b.time || 0) - (a.time || 0));
}

// Evidence that is not in the file may come from other articles.
const articlesTitle = (here, all) =>
  `Articles (${number(here)}${all > here ? ` of ${number(all)}` : ""})`;

function nodeFacts(node) {
  const v = node.values;
  return [
    plural(v.mentions, "mention", "mentions"),
    plural(v.articles, "article", "articles"),
    v.first && period(v.first, v.last),
  ]
    .filter(Boolean)
    .join(" · ");
}

// Frequent names go under many forms; the first are the usual ones.
function aliases(all) {
  const few = 12,
    names = (list) => list.map((a, i) => [i ? ", " : "", el("bdi", null, a)]);
  const line = el("p", { class: "aliases" }, "Also ", names(all.slice(0, few)));
  if (all.length <= few) return line;
  const more = el(
    "button",
    {
      type: "button",
      class: "name",
      onclick: () => {
        more.replaceWith(...names(all.slice(few)).flat());
      },
    },
    `and ${plural(all.length - few, "other form", "other forms")}`,
  );
  line.append(", ", more);
  return line;
}

export function nodePanel(app, node) {
  const ties = node.ties
    .filter((tie) => app.shown.tieOn[tie.index])
    .sort(
      (a, b) =>
        app.shown.weight[b.index] - app.shown.weight[a.index] ||
        a.index - b.index,
    );
  const heaviest = ties.length ? app.shown.weight[ties[0].index] || 1 : 1;
  const contacts = ties
    .flatMap((tie) =>
      tie.proofs
        .filter(
          (proof) => proof.kind !== "named" && passes(app.state.filters, proof),
        )
        .map((proof) => ({ tie, proof })),
    )
    .sort((a, b) => (b.proof.time || 0) - (a.proof.time || 0));
  const articles = articlesOf(ties, app.state.filters);
  const community = app.model.communities.find((c) => c.id === node.community);
  return [
    el("h2", { dir: "auto" }, node.label),
    el("p", { class: "lead" }, nodeFacts(node)),
    node.aliases.length > 0 && aliases(node.aliases),
    community &&
      el(
        "p",
        { class: "lead" },
        swatch(node.colour),
        "With ",
        el("bdi", null, leaders(community, node).join(", ") || "nobody else"),
      ),
    section(
      `Neighbours (${number(ties.length)})`,
      list(ties, 12, neighbourRow(app, node, heaviest)),
    ),
    contacts.length > 0 &&
      section(
        `Stated contacts (${number(contacts.length)})`,
        list(contacts, 8, contactRow(app, node)),
      ),
    articles.length > 0 &&
      section(
        articlesTitle(articles.length, node.values.articles),
        list(articles, 6, (proof) =>
          el("li", null, sourceLine({ ...proof, copies: 0 })),
        ),
      ),
    measures(app, node),
  ];
}
