// The report as a page: its tables are sorted by click and by keys, nothing is
// asked for, and all stands on paper and narrow screens.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, test } from "node:test";
import { folder, open } from "./browser.mjs";

const { ENTENTE, SAMPLES } = process.env;
const file = `${folder}/report.html`;
execFileSync(ENTENTE, ["report", "-q", `${SAMPLES}/articles`, "-o", file]);
const { page, quiet, close } = await open(file);
after(() => close());

const table = page.locator("table").first();
const column = (n) => table.locator(`tbody td:nth-child(${n})`).allInnerTexts();
const ordered = (values, order) =>
  assert.deepEqual(values, [...values].sort(order));

test("a click sorts, another turns round, and it is told", async () => {
  const name = table.locator("thead button", { hasText: "Name" });
  const head = table.locator("th", { hasText: "Name" });
  await name.click();
  ordered(await column(2), (a, b) => a.localeCompare(b));
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  await name.click();
  ordered(await column(2), (a, b) => b.localeCompare(a));
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  quiet();
});

test("keys do the same; figures begin with the largest", async () => {
  const before = await column(2);
  await table.locator("thead button", { hasText: "Mentions" }).focus();
  await page.keyboard.press("Enter");
  ordered(await column(3), (a, b) => b - a);
  await page.keyboard.press("Space");
  ordered(await column(3), (a, b) => a - b);
  assert.equal(await table.locator("th[aria-sort]").count(), 1);
  assert.deepEqual((await column(2)).sort(), before.sort());
  const ring = await page.evaluate(
    () => getComputedStyle(document.activeElement).outlineStyle,
  );
  assert.notEqual(ring, "none");
  quiet();
});

test("every table can be sorted; headings go down step by step", async () => {
  const [plain, levels] = await page.evaluate(() => [
    [...document.querySelectorAll("thead th")].filter(
      (th) => !th.querySelector("button"),
    ).length,
    [...document.querySelectorAll("h1, h2, h3, h4")].map((h) =>
      Number(h.tagName[1]),
    ),
  ]);
  assert.equal(plain, 0);
  assert.equal(levels[0], 1);
  levels.slice(1).forEach((l, i) => assert.ok(l <= levels[i] + 1));
});

test("it fits a narrow screen, and prints", async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  assert.ok(
    (await page.evaluate(() => document.documentElement.scrollWidth)) <= 390,
  );
  const pdf = await page.pdf();
  assert.equal(pdf.subarray(0, 4).toString(), "%PDF");
  quiet();
});
