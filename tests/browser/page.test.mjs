// Every control of the page, on the samples.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { drawn, open, samplesPage, saved } from "./browser.mjs";

const file = samplesPage();
let page, quiet, close, all; // how many people and ties there are

before(async () => {
  ({ page, quiet, close } = await open(file));
  all = await page.evaluate(() => {
    const { nodes, ties } = JSON.parse(document.getElementById("data").textContent);
    return { people: nodes.length, ties: ties.length };
  });
});
afterEach(() => quiet());
after(() => close());

const text = (selector) => page.locator(selector).first().innerText();
const hash = async () => {
  await page.waitForTimeout(450); // the wheel rests, then the address is written
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
};
// Back to how the page opens.
const fresh = async (at = "") => {
  await page.goto("about:blank");
  await page.goto(`file://${file}${at}`);
};
const filters = async () => {
  if (await page.locator("#filters").isHidden()) await page.click("#show-filters");
};
const ties = async () => {
  const [, shown] = (await text("#summary")).match(/([\d,]+)(?: of [\d,]+)? ties/);
  return Number(shown.replace(",", ""));
};

test("opens with the whole network drawn", async () => {
  assert.equal(await text("#title"), "Who meets whom");
  assert.ok(all.people > 50 && all.ties > 100);
  assert.equal(await text("#summary"),
    `${all.people} people, ${all.ties} ties · 2013-06-08 to 2016-09-19`);
  await page.waitForTimeout(200);
  assert.ok(await drawn(page, "network") > 5000);
  assert.ok(await drawn(page, "highlight") > 2000, "labels");
  assert.match(await text("#panel"), /Communities/);
});

test("the policy allows its own script and nothing else", async () => {
  const policy = await page.getAttribute("meta[http-equiv]", "content");
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; img-src data: blob:; base-uri 'none'; form-action 'none'$/);
  const { page: other, close: done } = await open(file);
  const blocked = await other.evaluate(() => new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", (e) => resolve(e.violatedDirective));
    const script = document.createElement("script");
    script.textContent = "document.title = 'broken'";
    document.body.append(script);
  }));
  assert.match(blocked, /script-src/);
  await done();
});

test("search: suggestions, arrows, enter, escape", async () => {
  await page.keyboard.press("/");
  await page.keyboard.type("ker");
  assert.equal(await page.getAttribute("#search", "aria-expanded"), "true");
  assert.match(await text("#suggestions [aria-selected=true]"), /John Kerry/);
  await page.keyboard.press("Enter");
  assert.equal(await text("#panel h2"), "John Kerry");
  assert.equal((await hash()).get("node"), "john-kerry");
  await page.fill("#search", "nobody at all");
  assert.equal(await text("#suggestions li"), "Nobody of that name");
  await page.press("#search", "Escape");
  assert.ok(await page.isHidden("#suggestions"));
  await page.fill("#search", "vladi");
  await page.click("#suggestions li");
  assert.equal(await text("#panel h2"), "Vladimir Putin");
});

test("a person: aliases, measures, neighbours, contacts, articles", async () => {
  await fresh("#node=john-kerry");
  const panel = await text("#panel");
  assert.match(panel, /\d+ mentions · \d+ articles/);
  assert.match(panel, /Also .*Kerry/);
  for (const heading of ["Neighbours (", "Stated contacts (", "Articles (", "Measures"])
    assert.ok(panel.includes(heading), heading);
  for (const measure of ["Degree", "Strength", "Betweenness", "Pagerank"])
    assert.ok(panel.includes(measure), measure);
  assert.equal(await page.locator(".neighbour").count(), 12);
  await page.locator("#panel .more").first().click();
  assert.ok(await page.locator(".neighbour").count() > 12);
  assert.ok(await page.locator("#network.dim").count());
});

test("a tie: sentences with both names marked, kind, confidence, article", async () => {
  await fresh("#node=john-kerry");
  await page.click(".neighbour .name >> text=Sergey Lavrov");
  assert.match(await text("#panel h2"), /^(John Kerry and Sergey Lavrov|Sergey Lavrov and John Kerry)$/);
  const proof = page.locator(".proof").first();
  assert.match(await proof.locator(".badge").innerText(), /meeting · held.*\d+ % sure/);
  assert.ok(await proof.locator("mark.first").count() && await proof.locator("mark.second").count());
  assert.match(await proof.locator(".source").innerText(), /^20\d\d-\d\d-\d\d · /);
  assert.match(await text("#panel .note"), /^5 of \d+ pieces/);
  assert.match((await hash()).get("tie"), /--/);
  await page.goBack();
  assert.equal(await text("#panel h2"), "John Kerry");
  await page.click(".close");
  assert.match(await text("#panel"), /How to read it/);
  assert.equal((await hash()).get("node"), null);
});

test("links lead to pages alone", async () => {
  const linked = await page.evaluate(() => {
    const { articles, nodes, ties } = JSON.parse(document.getElementById("data").textContent);
    const [source] = ties.find(([, , proofs]) => proofs.some((p) => p.length > 5 && articles[p[5]][3]));
    return nodes[source][4];
  });
  await fresh(`#node=${linked}`);
  while (await page.locator("#panel .more").count()) await page.locator("#panel .more").first().click();
  const addresses = await page.locator("#panel a").evaluateAll((all) =>
    all.map((a) => [a.protocol, a.rel, a.target]));
  assert.ok(addresses.length > 0);
  for (const [protocol, rel, target] of addresses) {
    assert.match(protocol, /^https?:$/);
    assert.deepEqual([rel, target], ["noopener noreferrer", "_blank"]);
  }
});

test("pointer: a tip, a click on a person, a click beside", async () => {
  await fresh();
  await page.waitForTimeout(200);
  const find = await page.evaluate(() => {
    const c = document.getElementById("network"), box = c.getBoundingClientRect();
    const { data } = c.getContext("2d").getImageData(0, 0, c.width, c.height);
    // The middle of the largest run of one opaque colour in a row: a node.
    let best = [0, 0, 0];
    for (let y = 0; y < c.height; y++)
      for (let x = 0, run = 0; x < c.width; x++) {
        const i = 4 * (y * c.width + x);
        const same = data[i + 3] === 255 && x && [0, 1, 2].every((k) => data[i + k] === data[i + k - 4]);
        run = same ? run + 1 : 0;
        if (run > best[2]) best = [x - run / 2, y, run];
      }
    return [box.x + best[0] * box.width / c.width, box.y + best[1] * box.height / c.height];
  });
  await page.mouse.move(...find);
  await page.waitForTimeout(100);
  assert.match(await text("#tip"), /, \d+ ties?$/);
  await page.mouse.click(...find);
  const name = await text("#panel h2");
  assert.ok(name.length > 3);
  const stage = await page.locator("#stage").boundingBox();
  await page.mouse.move(stage.x + 5, stage.y + 5);
  await page.mouse.click(stage.x + 5, stage.y + 5);
  assert.match(await text("#panel"), /How to read it/);
});

test("zoom: wheel, drag and buttons; the place stays in the address", async () => {
  await fresh();
  const stage = await page.locator("#stage").boundingBox();
  await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2);
  await page.mouse.wheel(0, -400);
  const zoomed = Number((await hash()).get("at").split(",")[2]);
  assert.ok(zoomed > 1.2);
  await page.mouse.down();
  await page.mouse.move(stage.x + 100, stage.y + 100, { steps: 4 });
  await page.mouse.up();
  const at = (await hash()).get("at");
  await page.reload();
  assert.equal((await hash()).get("at"), at);
  await page.click("#zoom-in");
  await page.waitForTimeout(300);
  assert.ok(Number((await hash()).get("at").split(",")[2]) > zoomed);
  await page.click("#zoom-out");
  await page.waitForTimeout(300);
  await page.click("#zoom-fit");
  await page.waitForTimeout(400);
  assert.equal((await hash()).get("at"), null);
});

test("filters: kind, status, community, weight, confidence; clear", async () => {
  await fresh();
  await filters();
  const whole = await ties();
  for (const [label, key, value] of [["Only named together", "no-kind", "named"], ["Planned", "no-status", "planned"]]) {
    await page.click(`#filters label:has-text("${label}")`);
    assert.ok(await ties() < whole, label);
    assert.equal((await hash()).get(key), value);
    await page.click("#reset");
    assert.equal(await ties(), whole);
  }
  await page.locator("#filters .legend input").first().uncheck();
  assert.ok(await ties() < whole);
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
  const whole = await ties(), slider = await page.locator("#min-weight").boundingBox();
  await page.mouse.move(slider.x + 8, slider.y + slider.height / 2);
  await page.mouse.down();
  const left = [];
  for (const part of [0.3, 0.6, 0.9]) {
    await page.mouse.move(slider.x + slider.width * part, slider.y + slider.height / 2);
    left.push(await ties());
  }
  await page.mouse.up();
  assert.ok(whole > left[0] && left[0] > left[1] && left[1] > left[2], `${left}`);
  await page.click("#reset");
  await page.click("#panel summary >> text=What the measures mean");
  await page.locator("#panel .legend input").first().focus();
  await page.keyboard.press("Space");
  assert.ok(await ties() < whole);
  assert.deepEqual(await page.evaluate(() => [document.activeElement.type,
    document.querySelector("#filters .legend input").checked]), ["checkbox", false]);
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
  await page.mouse.move(chart.x + chart.width * 0.6, chart.y + 12, { steps: 5 });
  await page.mouse.up();
  const p = await hash();
  assert.ok(p.get("from") > "2014" && p.get("to") < "2016");
  assert.ok(await ties() < whole);
  await page.click("#all-time");
  assert.equal(await ties(), whole);
  await page.selectOption("#step", "year");
  await page.click("#play");
  assert.equal(await page.getAttribute("#play", "aria-pressed"), "true");
  const first = await text("#period");
  await page.waitForFunction((before) => document.getElementById("period").textContent !== before, first);
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

test("keys: neighbours by arrows, panel, escape", async () => {
  await fresh();
  await page.focus("#highlight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await text("#panel h2"), "Barack Obama");
  assert.match(await text("#live"), /Barack Obama, \d+ ties/);
  assert.match(await page.getAttribute("#highlight", "aria-label"), /Barack Obama/);
  const visited = new Set();
  for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
    await page.keyboard.press(key);
    visited.add(await text("#panel h2"));
  }
  assert.ok(visited.size > 1);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "panel");
  await page.keyboard.press("Escape");
  assert.match(await text("#panel"), /How to read it/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "highlight");
  await page.keyboard.press("+");
  await page.waitForTimeout(300);
  assert.ok(Number((await hash()).get("at").split(",")[2]) > 1);
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("0");
  await page.waitForTimeout(400);
  assert.equal((await hash()).get("at"), null);
});

test("everything that can be focused has a name", async () => {
  await fresh("#node=john-kerry");
  await filters();
  const nameless = await page.evaluate(() => [...document.querySelectorAll(
    "button, input, select, a[href], summary, [tabindex='0']")].filter((e) => e.checkVisibility() &&
      !(e.getAttribute("aria-label") || e.textContent.trim() || (e.labels && e.labels.length)))
    .map((e) => e.outerHTML));
  assert.deepEqual(nameless, []);
  await fresh();
  const seen = [];
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => document.activeElement.id || document.activeElement.tagName));
  }
  assert.deepEqual(seen.slice(0, 4), ["search", "show-filters", "show-table", "SUMMARY"]);
});

test("theme: the system's, then chosen ones, kept in the address", async () => {
  await fresh();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paper();
  assert.notEqual(dark, light);
  await page.click("#theme");
  assert.equal(await paper(), light);
  await page.click("#theme");
  assert.equal(await paper(), dark);
  assert.equal((await hash()).get("theme"), "dark");
  await page.click("#theme");
  await page.emulateMedia({ colorScheme: "light" });
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
    return [parsed.querySelector("parsererror") === null, parsed.querySelectorAll("circle").length,
      [...parsed.querySelectorAll("text")].some((t) => t.textContent === "John Kerry")];
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
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  for (const gone of [".tools", ".search", "#time", ".zoom"]) assert.ok(await page.isHidden(gone), gone);
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
  assert.ok(Number((await hash()).get("at").split(",")[2]) > 0, "moved to where it can be seen");
  for (const open of ["#show-filters", "#show-table"]) await page.click(open);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
  await page.setViewportSize({ width: 1280, height: 800 });
});
