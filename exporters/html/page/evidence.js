// Marks in a sentence the forms under which two people go.

const letter = /[\p{L}\p{N}]/u;

const boundary = (text, start, end) =>
  (start === 0 || !letter.test(text[start - 1]) || !letter.test(text[start])) &&
  (end >= text.length ||
    !letter.test(text[end]) ||
    !letter.test(text[end - 1]));

// All places where a form stands as a word of its own.
function places(text, form, who) {
  const found = [];
  for (
    let at = text.indexOf(form);
    form && at >= 0;
    at = text.indexOf(form, at + 1)
  )
    if (boundary(text, at, at + form.length))
      found.push({ start: at, end: at + form.length, who });
  return found;
}

// The sentence in pieces: {text, who}, who being the index among the people, or
// null. Longer forms win, so that "Ann Roe" is not cut at "Roe".
export function markNames(text, people) {
  const found = [];
  people.forEach((person, who) => {
    for (const form of new Set([person.label, ...person.aliases]))
      found.push(...places(text, form, who));
  });
  found.sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept = [];
  for (const mark of found)
    if (
      kept.every((other) => mark.end <= other.start || other.end <= mark.start)
    )
      kept.push(mark);
  kept.sort((a, b) => a.start - b.start);
  const pieces = [];
  let at = 0;
  for (const { start, end, who } of kept) {
    if (start > at) pieces.push({ text: text.slice(at, start), who: null });
    pieces.push({ text: text.slice(start, end), who });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), who: null });
  return pieces;
}
