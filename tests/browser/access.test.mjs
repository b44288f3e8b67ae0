// By keys alone, and as a screen reader tells it: everything is reached, named
// and seen to have the focus, and nothing that closes takes the focus with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { filters, fresh, page, text } from "./session.mjs";

const controls = "button, input, select, a[href], summary, [tabindex='0']";

const focused = () =>
  page.evaluate(() => {
    const e = document.activeElement;
    return e.id || e.getAttribute("aria-label") || e.textContent.trim();
  });

// Each control in the order of Tab, with how the focus is shown; the parts of
// a date are one.
async function walk() {
  const seen = [];
  await page.evaluate(() => {
    const start = document.getElementById("title");
    start.tabIndex = -1;
    start.focus();
    start.removeAttribute("tabindex");
  });
  for (;;) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate((selector) => {
      const e = document.activeElement,
        { outlineStyle, outlineWidth } = getComputedStyle(e),
        { top, bottom } = e.getBoundingClientRect();
      return {
        index: [...document.querySelectorAll(selector)].indexOf(e),
        ring: `${outlineStyle} ${outlineWidth}`,
        within: top >= 0 && bottom <= innerHeight,
      };
    }, controls);
    if (at.index < 0) return seen;
    if (seen.length && at.index === seen[seen.length - 1].index) continue;
    assert.ok(seen.length < 200, "Tab never comes to an end");
    seen.push(at);
  }
}

const reachable = () =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .map((e, i) => [e, i])
        .filter(
          ([e]) => e.checkVisibility() && !e.disabled && e.tabIndex >= 0,
        )
        .map(([, i]) => i),
    controls,
  );

for (const [what, hash, prepare] of [
  ["the network", "", filters],
  ["a person", "#node=john-kerry", async () => {}],
  ["the tables", "#view=table&node=john-kerry", async () => {}],
])
  test(`Tab goes through ${what} in the page's order, seen at each step`, async () => {
    await fresh(hash);
    await prepare();
    const seen = await walk();
    assert.deepEqual(
      seen.map((at) => at.index),
      await reachable(),
    );
    for (const { index, ring, within } of seen) {
      assert.equal(ring, "solid 2px", `control ${index}`);
      assert.ok(within, `control ${index} lies outside the window`);
    }
  });

// What a screen reader is given, without what it passes over.
async function tree() {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes
    .filter((node) => !node.ignored && node.role)
    .map(({ role, name, description }) => ({
      role: role.value,
      name: name ? name.value : "",
      more: description ? description.value : "",
    }));
}

test("a screen reader finds landmarks, headings and names", async () => {
  await fresh("#node=john-kerry");
  await filters();
  const told = await tree();
  const names = (role) =>
    told.filter((n) => n.role === role).map((n) => n.name);
  assert.deepEqual(names("search"), [""]);
  assert.deepEqual(names("navigation"), ["Tools"]);
  assert.deepEqual(names("complementary"), ["Details"]);
  assert.deepEqual(names("region").sort(), ["Filters", "Network", "Time"]);
  assert.equal(names("banner").length + names("main").length, 2);
  assert.equal(names("heading")[0], "Who meets whom");
  assert.ok(names("heading").includes("John Kerry"));
  const network = told.find((n) => n.role === "application");
  assert.match(network.name, /^John Kerry, \d+ ties/);
  assert.match(network.more, /Arrow keys move between neighbours/);
  for (const role of ["button", "checkbox", "slider", "Date", "combobox"]) {
    assert.ok(names(role).length, role);
    assert.ok(names(role).every(Boolean), `a ${role} without a name`);
  }
});

test("a sorted column and a chosen suggestion are told", async () => {
  await fresh("#view=table");
  await page.locator("thead button").first().focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(
    await page
      .locator("th[aria-sort]")
      .evaluateAll((all) => all.map((th) => th.getAttribute("aria-sort"))),
    ["ascending"],
  );
  await page.keyboard.press("/");
  await page.keyboard.type("a");
  for (const want of ["found-1", "found-2", "found-1"]) {
    await page.keyboard.press(
      want === "found-1" && (await active()) === "found-2"
        ? "ArrowUp"
        : "ArrowDown",
    );
    assert.equal(await active(), want);
  }
  await page.keyboard.press("Escape");
});
const active = () => page.getAttribute("#search", "aria-activedescendant");

test("what closes gives the focus back", async () => {
  await fresh();
  await page.focus("#export summary");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Picture (PNG)");
  await page.keyboard.press("Escape");
  assert.equal(await focused(), "Save");
  await page.focus("#show-filters");
  await page.keyboard.press("Enter");
  await page.focus("#min-weight");
  await page.keyboard.press("Escape");
  assert.equal(await focused(), "show-filters");
  assert.ok(await page.isHidden("#filters"));
  await fresh("#node=john-kerry");
  await page.focus(".close");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "highlight");
  await fresh("#view=table&node=john-kerry");
  await page.keyboard.press("Escape");
  assert.equal(await focused(), "show-table");
});

test("narrow: what was opened above the network closes by Escape", async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await fresh();
  await page.focus("#show-about");
  await page.keyboard.press("Enter");
  assert.match(await text("#panel"), /How to read it/);
  await page.locator("#panel summary").first().focus();
  await page.keyboard.press("Escape");
  assert.ok(await page.isHidden("#panel"));
  assert.equal(await focused(), "show-about");
  await page.setViewportSize({ width: 1280, height: 800 });
});

// The share of light between a text and what is behind it (WCAG 2.2, 1.4.3).
const faint = () =>
  page.evaluate(() => {
    const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = (colour) => {
      const [r, g, b] = parts(colour)
        .slice(0, 3)
        .map((c) => c / 255)
        .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (e) => {
      const colour = getComputedStyle(e).backgroundColor;
      return parts(colour)[3] === 0 ? behind(e.parentElement) : colour;
    };
    return [...document.querySelectorAll("body *")]
      .filter(
        (e) =>
          e.checkVisibility() &&
          !e.disabled &&
          !(e instanceof SVGElement) &&
          [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()),
      )
      .map((e) => {
        const [a, b] = [getComputedStyle(e).color, behind(e)]
          .map(light)
          .sort((x, y) => y - x);
        return [e.outerHTML.slice(0, 80), (a + 0.05) / (b + 0.05)];
      })
      .filter(([, ratio]) => ratio < 4.5);
  });

for (const theme of ["light", "dark"])
  test(`${theme}: every text stands out from what is behind it`, async () => {
    for (const hash of ["", "&node=john-kerry", "&view=table"]) {
      await fresh(`#theme=${theme}${hash}`);
      await filters();
      assert.deepEqual(await faint(), []);
    }
    await page.click("#panel .neighbour .name, tbody .name");
    assert.deepEqual(await faint(), []);
  });
