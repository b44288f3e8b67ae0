// Names, titles, addresses and sentences that try to be markup or script stay
// text; nothing runs, nothing is asked for, nothing is lost.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { build, fake, folder, open, saved } from "./browser.mjs";

const attack = "<img src=x onerror=alert(1)>";
// Ends of lines to some programs, commands to some terminals.
const unseen = "\u2028a\u009Bb\u0085c";
const names = [
  `Ann ${attack} Roe`,
  "Ben </script><script>alert(2)</script> Poe",
  "Cy \"quoted' `Woe`",
  "دانا کریمی",
  "Zoë 👩‍🚀 Œuf",
  "<!-- Ed",
  "javascript:alert(3)",
  "=cmd|' /C calc'!A0",
  "constructor",
  "__proto__",
  "A&amp;B Noe",
];

// One article for each pair of names that follow one another, with hostile
// metadata, annotated so that the names are what they are.
function article(i) {
  const [a, b] = [names[i], names[(i + 1) % names.length]];
  const text = `${a} met ${b} on Monday </script><svg onload=alert(4)> \u202Eend${unseen}.`;
  const span = (name) => {
    const start = Buffer.byteLength(
      text.slice(0, text.indexOf(name, name === b ? a.length : 0)),
    );
    return { start, end: start + Buffer.byteLength(name), type: "person" };
  };
  return {
    id: `${i}</script>${attack}`,
    title: `Title ${attack} </title></script> ${i}`,
    url: [
      "javascript:alert(5)",
      "data:text/html,<script>alert(6)</script>",
      'https://example.org/?q="><b>',
    ][i % 3],
    source: `<b>Paper</b> ${i}`,
    date: `2015-0${1 + (i % 9)}-11`,
    text,
    mentions: [span(a), span(b)],
  };
}

const input = `${folder}/hostile.jsonl`;
writeFileSync(
  input,
  names.map((_, i) => `${JSON.stringify(article(i))}\n`).join(""),
);
const pages = {
  articles: build("hostile", [input], "-x", `title=${attack}</title></script>`),
};
pages.nasty = `${folder}/nasty.html`;
writeFileSync(pages.nasty, fake("nasty", `title=</title>${attack}`));

let opened;
afterEach(async () => {
  opened.quiet();
  await opened.close();
});

// Everything that shows text from the data.
async function walk(page) {
  const ids = await page.evaluate(() => {
    const { columns, nodes } = JSON.parse(
      document.getElementById("data").textContent,
    );
    const at = 4 + columns.node.findIndex(([name]) => name === "id");
    return nodes.map((row) => row[at]);
  });
  for (const id of ids) {
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      new URLSearchParams({ node: id }).toString(),
    );
    await page.waitForFunction(() => document.querySelector("#panel h2"));
    const row = page.locator("#panel .name").first();
    if (await row.count()) await row.click();
  }
  await page.click("#show-filters");
  await page.click("#show-table");
  await page.click("[data-kind=ties]");
  await page.click("#show-table");
  await page.fill("#search", "<");
  await page.fill("#search", "a");
  await page.press("#search", "Escape");
  return ids;
}

const injected = (page) =>
  page.evaluate(() => [
    document.querySelectorAll(
      "body img, body svg:not(#chart svg), body b, iframe, object",
    ).length,
    document.scripts.length,
    document.title,
  ]);

for (const [name, file] of Object.entries(pages))
  test(`${name}: hostile text is shown and does nothing`, async () => {
    opened = await open(file);
    const { page } = opened;
    const ids = await walk(page);
    assert.ok(ids.length > 3);
    const [elements, scripts, title] = await injected(page);
    assert.deepEqual([elements, scripts], [0, 2]);
    assert.ok(title.includes(attack));
    assert.equal(await page.innerText("#title"), title);
    await page.click("#export summary");
    const { bytes } = await saved(page, () => page.click("[data-save=svg]"));
    const clean = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, "image/svg+xml");
      return [
        svg.querySelector("parsererror") === null,
        svg.querySelectorAll("img, script, foreignObject").length,
      ];
    }, bytes.toString());
    assert.deepEqual(clean, [true, 0]);
    await page.click("#export summary");
    const table = await saved(page, () => page.click("[data-save=people]"));
    assert.ok(!/(^|,)[=+@]/m.test(table.bytes.toString()));
  });

test("the sentence, the title and the address arrive as they are", async () => {
  opened = await open(pages.articles);
  const { page } = opened;
  await page.click("#show-table");
  await page.click("[data-kind=ties]");
  const rows = await page.locator("tbody .name").count();
  assert.ok(rows >= 5, `${rows} ties`);
  const seen = [];
  for (let i = 0; i < rows; i++) {
    await page.locator("tbody .name").nth(i).click();
    seen.push(
      await page.innerText("blockquote"),
      await page.innerText(".source"),
    );
    const href = await page
      .locator("#panel .source a")
      .evaluateAll((all) => all.map((a) => a.href));
    for (const address of href)
      assert.match(address, /^https:\/\/example\.org\/\?q=%22%3E%3Cb%3E$/);
  }
  const all = seen.join("\n");
  for (const part of [
    attack,
    "</script><svg onload=alert(4)>",
    "</title></script>",
    "<b>Paper</b>",
  ])
    assert.ok(all.includes(part), part);
});

test("characters that can't be seen come as escapes and stay", async () => {
  opened = await open(pages.articles);
  const data = readFileSync(pages.articles, "utf8")
    .split('id="data">')[1]
    .split("</script>")[0];
  assert.ok(!/[\u007F-\u009F\u2028\u2029]/.test(data));
  assert.ok(data.includes("\\u2028a\\u009Bb"));
  const { sentences } = JSON.parse(data);
  assert.ok(JSON.stringify(sentences).includes("\u2028a\u009Bb"));
});

test("an address that is hostile selects nothing", async () => {
  const hash = `#node=${encodeURIComponent(attack)}&tie=${attack}&no-kind=${attack}&theme=${attack}&at=NaN,1,1`;
  opened = await open(pages.articles, { hash });
  assert.deepEqual((await injected(opened.page)).slice(0, 2), [0, 2]);
  assert.match(await opened.page.innerText("#panel"), /How to read it/);
});

test("an empty network is a page too", async () => {
  const file = `${folder}/empty.html`;
  writeFileSync(file, fake("empty"));
  opened = await open(file);
  const { page } = opened;
  assert.ok(await page.isVisible("#nothing"));
  await page.click("#show-filters");
  await page.click("#show-table");
  await page.click("#show-table");
  await page.focus("#highlight");
  await page.keyboard.press("ArrowRight");
  await page.click("#zoom-fit");
  await page.waitForTimeout(300);
});
