// Days, weeks, months, quarters and years, and how much evidence they hold.

export const day = 86400000;

// Beginnings of the units, in UTC.
const units = {
  day: (t) => t,
  week: (t) => t - ((new Date(t).getUTCDay() + 6) % 7) * day,
  month: (t) =>
    Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth(), 1),
  quarter: (t) =>
    Date.UTC(
      new Date(t).getUTCFullYear(),
      3 * Math.floor(new Date(t).getUTCMonth() / 3),
      1,
    ),
  year: (t) => Date.UTC(new Date(t).getUTCFullYear(), 0, 1),
};
export const unitNames = Object.keys(units);
const longest = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

export const startOf = (unit, t) => units[unit](t);
// The start of the unit that follows: a day beyond the longest is always in it.
export const startOfNext = (unit, t) =>
  units[unit](units[unit](t) + longest[unit] * day);

// The finest unit of which a span has at most `most`.
export function unitFor([first, last], most) {
  const days = (last - first) / day + 1;
  return unitNames.find((unit) => days / longest[unit] <= most) || "year";
}

export const allProofs = (model) => model.ties.flatMap((tie) => tie.proofs);
const proofs = (model) =>
  allProofs(model).filter((proof) => proof.time !== null);

// The days that the axis shows: all of them, unless a few stray dates would
// squeeze the others into a corner; then those between which 99 % lie.
export function axisOf(model) {
  const times = proofs(model)
    .map((proof) => proof.time)
    .sort((a, b) => a - b);
  const at = (part) => times[Math.round(part * (times.length - 1))];
  const [first, last] = model.span,
    middle = [at(0.005), at(0.995)];
  return last - first > 1.5 * (middle[1] - middle[0]) && middle[1] > middle[0]
    ? middle
    : [first, last];
}

// Bars of the axis: {from, to, contact, named}, to being the last day.
export function bars(model, [first, last], unit) {
  const found = new Map();
  for (let t = startOf(unit, first); t <= last; t = startOfNext(unit, t))
    found.set(t, {
      from: t,
      to: startOfNext(unit, t) - day,
      contact: 0,
      named: 0,
    });
  for (const proof of proofs(model)) {
    const bar = found.get(startOf(unit, proof.time));
    if (bar) bar[model.counted(proof) ? "contact" : "named"]++;
  }
  return [...found.values()];
}

// The window one step further; from the beginning when it has reached the end.
export function nextWindow([first, last], unit, from, to) {
  if (from === null || to === null || to >= last) {
    const start = startOf(unit, first);
    return [Math.max(start, first), startOfNext(unit, start) - day];
  }
  let steps = 0;
  for (let t = startOf(unit, from); t <= to; t = startOfNext(unit, t)) steps++;
  const start = startOfNext(unit, from);
  let end = start;
  for (let i = 0; i < steps; i++) end = startOfNext(unit, end);
  return [start, end - day];
}
