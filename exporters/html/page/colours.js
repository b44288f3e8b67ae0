// The colours of a theme, as the style sheet has them, and shades of colours
// that come with the data.

const names = [
  "paper",
  "ink",
  "faint",
  "tie",
  "contact",
  "near",
  "tie-alpha",
  "contact-alpha",
];

// "auto" follows the system.
export function currentTheme(theme) {
  if (theme !== "auto") return theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function coloursOf(theme) {
  const probe = document.createElement("span");
  probe.dataset.theme = theme;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const read = Object.fromEntries(
    names.map((n) => [n, style.getPropertyValue(`--${n}`).trim()]),
  );
  probe.remove();
  return {
    paper: read.paper,
    ink: read.ink,
    faint: read.faint,
    tie: read.tie,
    contact: read.contact,
    near: read.near,
    tieAlpha: Number(read["tie-alpha"]),
    contactAlpha: Number(read["contact-alpha"]),
    theme,
  };
}

// On dark paper colours are mixed with some white, else blue can't be seen.
export function shader(theme) {
  const known = new Map();
  return (colour) => {
    if (theme !== "dark" || !/^#[0-9a-f]{6}$/i.test(colour)) return colour;
    if (!known.has(colour)) {
      const parts = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
      known.set(
        colour,
        `rgb(${parts.map((c) => Math.round(c + (255 - c) * 0.22)).join(", ")})`,
      );
    }
    return known.get(colour);
  };
}
