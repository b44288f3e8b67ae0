// How long the page takes to open, to draw a frame and to obey a key, at 10 nodes,
// at 1,000 and 5,000 ties (which must be fluent) and at 10,000 (usable). Measured in chromium
// without a graphics card; the limits leave room for a slow, busy machine.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { folder, open } from "./browser.mjs";
import { largePage } from "./large.mjs";

// From one frame to the next, in milliseconds: what the reader sees, whichever
// thread the time is spent in.
async function frames(page, action) {
  await page.evaluate(() => {
    window.frameTimes = [];
    let before = performance.now();
    const next = (now) => {
      if (!window.frameTimes) return;
      window.frameTimes.push(now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await action();
  const times = await page.evaluate(() => {
    const all = window.frameTimes;
    window.frameTimes = null;
    return all.sort((a, b) => a - b);
  });
  assert.ok(times.length > 5, `${times.length} frames`);
  return {
    median: times[times.length >> 1],
    late: times[Math.floor(times.length * 0.95)],
  };
}

async function drag(page) {
  const stage = await page.locator("#stage").boundingBox();
  const x = stage.x + stage.width / 2,
    y = stage.y + stage.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 0; i < 90; i++)
    await page.mouse.move(x + 80 * Math.sin(i / 4), y + 60 * Math.cos(i / 4));
}

async function point(page) {
  const stage = await page.locator("#stage").boundingBox();
  for (let i = 0; i < 25; i++) {
    await page.mouse.move(
      stage.x + stage.width * (0.3 + 0.016 * i),
      stage.y + stage.height / 2,
    );
    await page.waitForTimeout(16);
  }
}

// From a key to the frame that shows what it did.
async function keyed(page) {
  await page.focus("#highlight");
  const times = [];
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "+"])
    times.push(
      await page.evaluate(
        (pressed) =>
          new Promise((resolve) => {
            const begin = performance.now();
            document.activeElement.dispatchEvent(
              new KeyboardEvent("keydown", { key: pressed, bubbles: true }),
            );
            requestAnimationFrame(() =>
              setTimeout(() => resolve(performance.now() - begin)),
            );
          }),
        key,
      ),
    );
  return Math.max(...times);
}

for (const { nodes, ties, opening, frame } of [
  { nodes: 10, ties: 20, opening: 3000, frame: 50 },
  { nodes: 1000, ties: 5000, opening: 3000, frame: 50 },
  { nodes: 10000, ties: 50000, opening: 15000, frame: 250 },
])
  test(`${nodes} nodes, ${ties} ties`, async (t) => {
    const file = `${folder}/${nodes}.html`;
    writeFileSync(file, largePage(nodes, ties));
    const start = performance.now();
    const { page, quiet, close } = await open(file);
    await page.waitForFunction(
      () => document.getElementById("summary").textContent,
    );
    const opened = performance.now() - start;
    await page.waitForTimeout(500);
    const dragged = await frames(page, () => drag(page));
    await page.mouse.up();
    await page.waitForTimeout(1000);
    const pointed = await frames(page, () => point(page));
    const longest = await keyed(page);
    const filtered = await page.evaluate(() => {
      document.getElementById("show-filters").click();
      const box = document.querySelector("#filters input[data-set=kind]"),
        begin = performance.now();
      box.click();
      return performance.now() - begin;
    });
    const ms = (x) => `${x.toFixed(1)} ms`;
    t.diagnostic(
      `opens in ${ms(opened)}; a frame while dragging ${ms(dragged.median)} (95 % within ${ms(dragged.late)}), ` +
        `while pointing ${ms(pointed.median)} (95 % within ${ms(pointed.late)}); a key ${ms(longest)}; a filter ${ms(filtered)}`,
    );
    assert.ok(opened < opening, `opened in ${ms(opened)}`);
    assert.ok(dragged.median < frame, `a frame of ${ms(dragged.median)}`);
    assert.ok(pointed.median < frame, `a frame of ${ms(pointed.median)}`);
    assert.ok(longest < 10 * frame, `a key of ${ms(longest)}`);
    quiet();
    await close();
  });
