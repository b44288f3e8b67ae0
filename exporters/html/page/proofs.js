// A piece of evidence: what is stated, the sentence, where it stands.
import { el, link } from "./dom.js";
import { markNames } from "./evidence.js";
import { dayText, kindText, percent, plural } from "./format.js";

// The bits of ent_proof's `weak`.
const weaknesses = [
  "only words to the other",
  "words for all to read",
  "several told as one",
];

function badge(proof, counted) {
  const parts = [
    proof.form && proof.form !== proof.kind ? proof.form : kindText(proof.kind),
  ];
  if (proof.kind !== "named") {
    parts.push(proof.status, proof.when, proof.where);
    weaknesses.forEach((text, bit) =>
      parts.push(proof.weak & (1 << bit) && text),
    );
    parts.push(`${percent(proof.confidence)} sure`);
  }
  return el(
    "p",
    { class: counted(proof) ? "badge contact" : "badge" },
    parts.filter(Boolean).join(" · "),
  );
}

export function sourceLine({ article, copies, time }) {
  const title = article.title || article.id;
  return el(
    "p",
    { class: "source" },
    el("time", null, dayText(time)),
    " · ",
    article.source && [el("span", { dir: "auto" }, article.source), " · "],
    article.url ? link(article.url, title) : el("cite", { dir: "auto" }, title),
    copies > 0 &&
      ` · also in ${plural(copies, "other article", "other articles")}`,
  );
}

function quote(sentence, people) {
  return el(
    "blockquote",
    { dir: "auto" },
    markNames(sentence, people).map(({ text, who }) =>
      who === null
        ? text
        : el("mark", { class: who ? "second" : "first" }, text),
    ),
  );
}

export const proofRow = (proof, people, counted) =>
  el(
    "li",
    { class: "proof" },
    badge(proof, counted),
    quote(proof.sentence, people),
    sourceLine(proof),
  );
