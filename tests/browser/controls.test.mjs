// Filters, timeline, tables, colours, saving, printing, narrow screens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { saved } from "./browser.mjs";
import { all, filters, fresh, hash, page, text, ties } from "./session.mjs";

test("filters: kind, status, community, weight, confidence; clear", async () => {
  await fresh();
  await filters();
  const whole = await ties();
  for (const [label, key, value] of [
    ["Only named together", "no-kind", "named"],
    ["Planned", "no-status", "planned"],
  ]) {
    await page.click(`#filters label:has-text("${label}")`);
    assert.ok((await ties()) < whole, label);
    assert.equal((await hash()).get(key), value);
    await page.click("#reset");
    assert.equal(await ties(), whole);
  }
  await page.locator("#filters .legend input").first().uncheck();
  assert.ok((await ties()) < whole);
  assert.equal((await hash()).get("no-community"), "0");
  await page.click("#reset");
  await page.locator("#min-weight").focus();
  await page.keyboard.press("End");
  assert.equal(await ties(), 1);
  assert.ok(Number((await hash()).get("weight")) > 5);
  await page.click("#reset");
  await page.locator("#min-confidence").focus();
  await page.keyboard.press("End");
  assert.equal((await hash()).get("confidence"), "1");
  await page.click("#reset");
  assert.equal(await ties(), whole);
});

test("filters: a slider follows the hand, a box keeps the focus, both legends agree", async () => {
  await fresh();
  await filters();
  const whole = await ties(),
    slider = await page.locator("#min-weight").boundingBox();
  await page.mouse.move(slider.x + 8, slider.y + slider.height / 2);
  await page.mouse.down();
  const left = [];
  for (const part of [0.3, 0.6, 0.9]) {
    await page.mouse.move(
      slider.x + slider.width * part,
      slider.y + slider.height / 2,
    );
    left.push(await ties());
  }
  await page.mouse.up();
  assert.ok(
    whole > left[0] && left[0] > left[1] && left[1] > left[2],
    `${left}`,
  );
  await page.click("#reset");
  await page.click("#panel summary >> text=What the measures mean");
  await page.locator("#panel .legend input").first().focus();
  await page.keyboard.press("Space");
  assert.ok((await ties()) < whole);
  assert.deepEqual(
    await page.evaluate(() => [
      document.activeElement.type,
      document.querySelector("#filters .legend input").checked,
    ]),
    ["checkbox", false],
  );
  assert.equal(await page.locator("#panel details[open]").count(), 1);
  await page.click("#reset");
  assert.ok(await page.locator("#panel .legend input").first().isChecked());
});

test("filters: dates; nothing left says so", async () => {
  await fresh();
  const whole = await ties();
  await filters();
  await page.fill("#from", "2015-01-01");
  await page.fill("#to", "2015-12-31");
  const some = await ties();
  assert.ok(some > 0 && some < whole);
  assert.equal((await hash()).get("from"), "2015-01-01");
  assert.match(await text("#period"), /2015-01-01 to 2015-12-31/);
  await page.fill("#from", "2016-12-01");
  assert.ok(await page.isVisible("#nothing"));
  await page.click("#nothing button");
  assert.equal(await ties(), whole);
});

test("timeline: brush, play, pause, all", async () => {
  await fresh();
  const whole = await ties();
  const chart = await page.locator("#chart .overlay").boundingBox();
  await page.mouse.move(chart.x + chart.width * 0.4, chart.y + 10);
  await page.mouse.down();
  await page.mouse.move(chart.x + chart.width * 0.6, chart.y + 12, {
    steps: 5,
  });
  await page.mouse.up();
  const p = await hash();
  assert.ok(p.get("from") > "2014" && p.get("to") < "2016");
  assert.ok((await ties()) < whole);
  await page.click("#all-time");
  assert.equal(await ties(), whole);
  await page.selectOption("#step", "year");
  await page.click("#play");
  assert.equal(await page.getAttribute("#play", "aria-pressed"), "true");
  const first = await text("#period");
  await page.waitForFunction(
    (before) => document.getElementById("period").textContent !== before,
    first,
  );
  await page.click("#play");
  assert.equal(await text("#play"), "Play");
  const stopped = await text("#period");
  await page.waitForTimeout(1100);
  assert.equal(await text("#period"), stopped);
  await page.click("#all-time");
});

test("table: the same as tables, sorted, by keys too", async () => {
  await fresh();
  await page.click("#show-table");
  assert.ok(await page.isHidden("#stage"));
  assert.equal(await page.locator("tbody tr").count(), all.people);
  assert.match(await text("tbody th"), /Barack Obama/);
  await page.click("thead button >> text=Name");
  assert.match(await text("tbody th"), /^Abdel/);
  assert.equal(await page.locator("th[aria-sort]").count(), 1);
  await page.keyboard.press("Enter");
  assert.match(await text("tbody th"), /^[U-Z]/);
  await page.click("[data-kind=ties]");
  assert.equal(await page.locator("tbody tr").count(), 100);
  await page.click(".more");
  assert.equal(await page.locator("tbody tr").count(), all.ties);
  await page.locator("tbody .name").first().click();
  assert.match(await text("#panel h2"), / and /);
  assert.equal((await hash()).get("view"), "table");
  await page.click("#show-table");
  assert.ok(await page.isVisible("#stage"));
});

test("theme: the system's, then chosen ones, kept in the address", async () => {
  await fresh();
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const inKey = () =>
    page.evaluate(
      () =>
        getComputedStyle(document.querySelector(".line.contact"))
          .borderTopColor,
    );
  const system = async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset.theme === wanted,
      scheme,
    );
  };
  const light = await paper(),
    lightKey = await inKey();
  await system("dark");
  const dark = await paper(),
    darkKey = await inKey();
  assert.notEqual(dark, light);
  assert.notEqual(darkKey, lightKey);
  await page.click("#theme");
  assert.equal(await paper(), light);
  await page.click("#theme");
  assert.equal(await paper(), dark);
  assert.equal(await inKey(), darkKey);
  assert.equal((await hash()).get("theme"), "dark");
  await page.click("#theme");
  await system("light");
  assert.equal(await paper(), light);
});

test("saves: PNG, SVG, both tables", async () => {
  await fresh("#node=john-kerry");
  const save = async (what) => {
    await page.click("#export summary");
    return saved(page, () => page.click(`[data-save=${what}]`));
  };
  const png = await save("png");
  assert.equal(png.name, "network.png");
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  const stage = await page.locator("#stage").boundingBox();
  assert.equal(png.bytes.readUInt32BE(16), Math.round(stage.width * 2));
  const svg = (await save("svg")).bytes.toString();
  const read = await page.evaluate((s) => {
    const parsed = new DOMParser().parseFromString(s, "image/svg+xml");
    return [
      parsed.querySelector("parsererror") === null,
      parsed.querySelectorAll("circle").length,
      [...parsed.querySelectorAll("text")].some(
        (t) => t.textContent === "John Kerry",
      ),
    ];
  }, svg);
  assert.deepEqual([read[0], read[2]], [true, true]);
  assert.ok(read[1] > all.people);
  const people = (await save("people")).bytes.toString().split("\r\n");
  assert.equal(people.length, all.people + 2);
  assert.match(people[0], /^id,label,type,aliases,/);
  const rows = (await save("ties")).bytes.toString().split("\r\n");
  assert.equal(rows.length, all.ties + 2);
});

test("print: paper is light, controls are gone, the panel is there", async () => {
  await fresh("#node=john-kerry&theme=dark");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(
    await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    "rgb(255, 255, 255)",
  );
  for (const gone of [".tools", ".search", "#time", ".zoom"])
    assert.ok(await page.isHidden(gone), gone);
  assert.ok(await page.isVisible("#panel"));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  const pdf = await page.pdf();
  assert.equal(pdf.subarray(0, 4).toString(), "%PDF");
});

test("narrow: panel and filters open above the network, nothing overflows", async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await fresh();
  assert.ok(await page.isHidden("#panel"));
  await page.click("#show-about");
  assert.match(await text("#panel"), /Communities/);
  await page.click(".close");
  assert.ok(await page.isHidden("#panel"));
  await page.fill("#search", "kerry");
  await page.press("#search", "Enter");
  assert.ok(await page.isVisible("#panel"));
  await page.waitForTimeout(500);
  assert.ok(
    Number((await hash()).get("at").split(",")[2]) > 0,
    "moved to where it can be seen",
  );
  for (const open of ["#show-filters", "#show-table"]) await page.click(open);
  assert.ok(
    (await page.evaluate(() => document.documentElement.scrollWidth)) <= 390,
  );
  await page.setViewportSize({ width: 1280, height: 800 });
});
