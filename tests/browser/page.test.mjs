// The network, the panels, search, pointer and keys, on the samples.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open } from "./browser.mjs";
import { all, file, filters, fresh, hash, page, text } from "./session.mjs";

test("opens with the whole network drawn", async () => {
  assert.equal(await text("#title"), "Who meets whom");
  assert.ok(all.people > 50 && all.ties > 100);
  assert.equal(
    await text("#summary"),
    `${all.people} people, ${all.ties} ties · 2013-06-08 to 2016-09-19`,
  );
  await page.waitForTimeout(200);
  assert.ok((await drawn(page, "network")) > 5000);
  assert.ok((await drawn(page, "highlight")) > 2000, "labels");
  assert.match(await text("#panel"), /Communities/);
});

test("the policy allows its own script and nothing else", async () => {
  const policy = await page.getAttribute("meta[http-equiv]", "content");
  assert.match(
    policy,
    /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; img-src data: blob:; base-uri 'none'; form-action 'none'$/,
  );
  const { page: other, close: done } = await open(file);
  const blocked = await other.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", (e) =>
          resolve(e.violatedDirective),
        );
        const script = document.createElement("script");
        script.textContent = "document.title = 'broken'";
        document.body.append(script);
      }),
  );
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
  for (const heading of [
    "Neighbours (",
    "Stated contacts (",
    "Articles (",
    "Measures",
  ])
    assert.ok(panel.includes(heading), heading);
  for (const measure of ["Degree", "Strength", "Betweenness", "Pagerank"])
    assert.ok(panel.includes(measure), measure);
  assert.equal(await page.locator(".neighbour").count(), 12);
  await page.locator("#panel .more").first().click();
  assert.ok((await page.locator(".neighbour").count()) > 12);
  assert.ok(await page.locator("#network.dim").count());
});

test("a tie: sentences with both names marked, kind, confidence, article", async () => {
  await fresh("#node=john-kerry");
  await page.click(".neighbour .name >> text=Sergey Lavrov");
  assert.match(
    await text("#panel h2"),
    /^(John Kerry and Sergey Lavrov|Sergey Lavrov and John Kerry)$/,
  );
  const proof = page.locator(".proof").first();
  assert.match(
    await proof.locator(".badge").innerText(),
    /meeting · held.*\d+ % sure/,
  );
  assert.ok(
    (await proof.locator("mark.first").count()) &&
      (await proof.locator("mark.second").count()),
  );
  assert.match(
    await proof.locator(".source").innerText(),
    /^20\d\d-\d\d-\d\d · /,
  );
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
    const { articles, nodes, ties } = JSON.parse(
      document.getElementById("data").textContent,
    );
    const [source] = ties.find(([, , proofs]) =>
      proofs.some((p) => p.length > 5 && articles[p[5]][3]),
    );
    return nodes[source][4];
  });
  await fresh(`#node=${linked}`);
  while (await page.locator("#panel .more").count())
    await page.locator("#panel .more").first().click();
  const addresses = await page
    .locator("#panel a")
    .evaluateAll((all) => all.map((a) => [a.protocol, a.rel, a.target]));
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
    const c = document.getElementById("network"),
      box = c.getBoundingClientRect();
    const { data } = c.getContext("2d").getImageData(0, 0, c.width, c.height);
    // The middle of the largest run of one opaque colour in a row: a node.
    let best = [0, 0, 0];
    for (let y = 0; y < c.height; y++)
      for (let x = 0, run = 0; x < c.width; x++) {
        const i = 4 * (y * c.width + x);
        const same =
          data[i + 3] === 255 &&
          x &&
          [0, 1, 2].every((k) => data[i + k] === data[i + k - 4]);
        run = same ? run + 1 : 0;
        if (run > best[2]) best = [x - run / 2, y, run];
      }
    return [
      box.x + (best[0] * box.width) / c.width,
      box.y + (best[1] * box.height) / c.height,
    ];
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

test("keys: neighbours by arrows, panel, escape", async () => {
  await fresh();
  await page.focus("#highlight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await text("#panel h2"), "Barack Obama");
  assert.match(await text("#live"), /Barack Obama, \d+ ties/);
  assert.match(
    await page.getAttribute("#highlight", "aria-label"),
    /Barack Obama/,
  );
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
  assert.equal(
    await page.evaluate(() => document.activeElement.id),
    "highlight",
  );
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
  const nameless = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "button, input, select, a[href], summary, [tabindex='0']",
      ),
    ]
      .filter(
        (e) =>
          e.checkVisibility() &&
          !(
            e.getAttribute("aria-label") ||
            e.textContent.trim() ||
            (e.labels && e.labels.length)
          ),
      )
      .map((e) => e.outerHTML),
  );
  assert.deepEqual(nameless, []);
  await fresh();
  const seen = [];
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press("Tab");
    seen.push(
      await page.evaluate(
        () => document.activeElement.id || document.activeElement.tagName,
      ),
    );
  }
  assert.deepEqual(seen.slice(0, 4), [
    "search",
    "show-filters",
    "show-table",
    "SUMMARY",
  ]);
});
