// Makes elements. Text always goes in as text: nothing from an article is ever
// read as markup.

// el("a", {href, class, "aria-label", onclick, data}, child, "text", ...)
export function el(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter((c) => c !== null && c !== undefined && c !== false),
  );
  return element;
}

export const byId = (id) => document.getElementById(id);

// A link only where it leads to a page: an address comes from an article and
// could be "javascript:".
export function link(address, text) {
  let parsed = null;
  try {
    parsed = new URL(address);
  } catch (_) {
    return el("span", { dir: "auto" }, text);
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:")
    return el("span", { dir: "auto" }, text);
  return el(
    "a",
    {
      href: parsed.href,
      rel: "noopener noreferrer",
      target: "_blank",
      dir: "auto",
    },
    text,
  );
}

// A round mark in a colour that comes with the data. Set through the style
// object: the policy forbids style attributes.
export function swatch(colour) {
  const mark = el("span", { class: "swatch", "aria-hidden": "true" });
  mark.style.background = colour;
  return mark;
}

// Shows other content in an element, with the focus, the open details and the
// scrolled place where they were.
export function redraw(element, content) {
  const controls = () => [
    ...element.querySelectorAll("a, button, input, summary"),
  ];
  const focused = controls().indexOf(document.activeElement),
    top = element.scrollTop;
  const open = [...element.querySelectorAll("details")].map(
    (details) => details.open,
  );
  element.replaceChildren(...content);
  element.querySelectorAll("details").forEach((details, i) => {
    details.open = Boolean(open[i]);
  });
  if (focused >= 0)
    (controls()[focused] || element).focus({ preventScroll: true });
  element.scrollTop = top;
}

// Says something to screen readers.
export function announce(text) {
  byId("live").textContent = text;
}
