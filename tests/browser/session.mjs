// One browser for the tests of a file, on the page of the samples; each test
// leaves it quiet.
import { after, afterEach, before } from "node:test";
import { open, samplesPage } from "./browser.mjs";

export const file = samplesPage();
export let page;
// How many people and ties there are.
export let all;
let quiet, close;

before(async () => {
  ({ page, quiet, close } = await open(file));
  all = await page.evaluate(() => {
    const { nodes, ties } = JSON.parse(
      document.getElementById("data").textContent,
    );
    return { people: nodes.length, ties: ties.length };
  });
});
afterEach(() => quiet());
after(() => close());

export const text = (selector) => page.locator(selector).first().innerText();
export const hash = async () => {
  await page.waitForTimeout(450); // the wheel rests, then the address is written
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
};
// Back to how the page opens.
export const fresh = async (at = "") => {
  await page.goto("about:blank");
  await page.goto(`file://${file}${at}`);
};
export const filters = async () => {
  if (await page.locator("#filters").isHidden())
    await page.click("#show-filters");
};
export const ties = async () => {
  const [, shown] = (await text("#summary")).match(
    /([\d,]+)(?: of [\d,]+)? ties/,
  );
  return Number(shown.replace(",", ""));
};
