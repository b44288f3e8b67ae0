// The panel beside the network: a person, a tie, or what the page is about.
import { about } from "./about.js";
import { byId, el, redraw } from "./dom.js";
import { nodePanel } from "./person.js";
import { tiePanel } from "./tie.js";

// What is about a selection is made anew whenever something changes, the rest
// once.
export function showPanel(app) {
  const panel = byId("panel"),
    { selection } = app.state;
  const close = el(
    "button",
    {
      type: "button",
      class: "close",
      "aria-label": "Close",
      onclick: () => app.leave(),
    },
    "×",
  );
  const same = panel.dataset.shows === (selection ? selection.item.id : "");
  panel.classList.toggle("open", selection !== null || app.about);
  panel.classList.toggle("about", !selection);
  if (same && !selection) return;
  const make = { node: nodePanel, tie: tiePanel };
  const content = [
    close,
    selection ? make[selection.kind](app, selection.item) : about(app),
  ]
    .flat(2)
    .filter(Boolean);
  if (same) return redraw(panel, content);
  const within = panel.contains(document.activeElement);
  panel.replaceChildren(...content);
  panel.dataset.shows = selection ? selection.item.id : "";
  panel.scrollTop = 0;
  if (within) panel.focus();
}
