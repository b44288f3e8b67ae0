// The panel of a tie: its evidence and figures.
import { el } from "./dom.js";
import { passes } from "./filter.js";
import { heading, kindText, number, period, plural } from "./format.js";
import { facts, list, section } from "./parts.js";
import { proofRow } from "./proofs.js";

function tieFacts(app, tie) {
  const left = new Set(["first", "last", "weight"]);
  const rows = app.model.columns.tie
    .filter(
      ({ name, type }) =>
        !left.has(name) &&
        (type === "integer" || type === "real") &&
        tie.values[name] !== null,
    )
    .map(({ name, help }) => [heading(name), help, number(tie.values[name])]);
  return facts(rows);
}

export function tiePanel(app, tie) {
  const { source, target, proofs } = tie;
  const fitting = proofs.filter((proof) => passes(app.state.filters, proof));
  const here = fitting.filter((proof) => proof.sentence !== undefined);
  const shown = app.shown.tieOn[tie.index];
  const name = (node) =>
    el(
      "button",
      {
        type: "button",
        class: "name",
        dir: "auto",
        onclick: () => app.select({ kind: "node", item: node }),
      },
      node.label,
    );
  return [
    el("h2", null, name(source), " and ", name(target)),
    el(
      "p",
      { class: "lead" },
      contactsText(tie),
      ` Weight ${number(tie.weight)}`,
      shown &&
        Math.abs(app.shown.weight[tie.index] - tie.weight) > 1e-9 &&
        `, ${number(app.shown.weight[tie.index])} within the filters`,
      `. ${period(tie.values.first, tie.values.last)}.`,
    ),
    section(
      "Evidence",
      el("p", { class: "note" }, evidenceNote(proofs, fitting, here)),
      list(here, 10, (proof) =>
        proofRow(proof, [source, target], app.model.counted),
      ),
    ),
    section("Figures", tieFacts(app, tie)),
  ];
}

// "Stated: 3 meetings, 1 call or letter (2 events)."
function contactsText({ values: v }) {
  const kinds = ["meet", "call", "joint"]
    .filter((kind) => v[kind] > 0)
    .map((kind) => `${number(v[kind])} ${kindText(kind, v[kind])}`);
  if (!kinds.length) return "Only named together; no contact is stated.";
  return `Stated: ${kinds.join(", ")}${v.events ? ` (${plural(v.events, "event", "events")})` : ""}.`;
}

function evidenceNote(proofs, fitting, here) {
  const parts = [
    `${number(here.length)} of ${plural(proofs.length, "piece", "pieces")}`,
  ];
  if (fitting.length < proofs.length)
    parts.push(`${number(proofs.length - fitting.length)} outside the filters`);
  if (here.length < fitting.length)
    parts.push(
      `${number(fitting.length - here.length)} not kept in this file (evidence=N)`,
    );
  return `${parts.join("; ")}.`;
}
