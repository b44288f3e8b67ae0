// How numbers, days and kinds are written.

const plain = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

export function number(value) {
  if (value === null || value === undefined) return "–";
  return Number.isInteger(value) || Math.abs(value) >= 1000
    ? whole.format(value)
    : plain.format(value);
}

const endings = { one: "st", two: "nd", few: "rd", other: "th" };
const rules = new Intl.PluralRules("en", { type: "ordinal" });

// "1st", "22nd", "113th".
export const ordinal = (n) => `${number(n)}${endings[rules.select(n)]}`;

export const percent = (value) => `${Math.round(value * 100)} %`;

export const plural = (n, one, many) => `${number(n)} ${n === 1 ? one : many}`;

// A day as YYYY-MM-DD from milliseconds.
export const dayText = (time) =>
  time === null ? "no date" : new Date(time).toISOString().slice(0, 10);

// "2015-05-12" to milliseconds, or null.
export function dayTime(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text || "")) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? null : time;
}

export const period = (from, to) =>
  from === to ? from : `${from || "…"} to ${to || "…"}`;

// What the kinds of contact are called, one and many; a kind that is not known
// here is shown by its own name.
const kinds = {
  meet: ["meeting", "meetings"],
  call: ["call or letter", "calls and letters"],
  joint: ["joint appearance", "joint appearances"],
  named: ["only named together", "only named together"],
};
export const kindText = (kind, n = 1) =>
  kinds[kind] ? kinds[kind][n === 1 ? 0 : 1] : kind;

// How often a contact is stated.
export const stated = (n) =>
  n === 1 ? "contact stated once" : `contact stated ${number(n)} times`;

const types = { person: "People", org: "Organisations", place: "Places" };
export const typeText = (type) => types[type] || type;

// "betweenness_error" to "Betweenness error".
export function heading(name) {
  const words = name.replace(/_/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
