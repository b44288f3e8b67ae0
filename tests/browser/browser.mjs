// A page in chromium, with everything noted that should not happen: errors,
// messages, requests, dialogs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { CHROMIUM, ENTENTE, HTML_MODULE, SAMPLES, WORK, WRITE_NETWORK } =
  process.env;
const { chromium } = await import(
  pathToFileURL(`${WORK}/node_modules/playwright-core/index.mjs`).href
);

export const folder = `${WORK}/pages`;
mkdirSync(folder, { recursive: true });

// A page of articles, written by the program.
export function build(name, inputs, ...options) {
  const file = `${folder}/${name}.html`;
  execFileSync(ENTENTE, ["build", ...inputs, "-o", file, ...options], {
    stdio: "pipe",
  });
  return file;
}

export const samplesPage = () =>
  build(
    "samples",
    [`${SAMPLES}/articles`],
    "--aliases",
    `${SAMPLES}/aliases.json`,
  );

// A page of one of the networks of tests/interop/fake_view.c.
export const fake = (name, ...options) =>
  execFileSync(WRITE_NETWORK, [name, `${HTML_MODULE}:html`, ...options], {
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });

export async function open(file, { hash = "", ...options } = {}) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox"],
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    colorScheme: "light",
    ...options,
  });
  const page = await context.newPage();
  const noted = [];
  page.on("console", (message) => noted.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noted.push(`error: ${error.stack}`));
  page.on("dialog", (dialog) => {
    noted.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url()))
      noted.push(`request: ${request.url()}`);
  });
  context.on("page", (other) => noted.push(`page: ${other.url()}`));
  await page.goto(pathToFileURL(file).href + hash);
  const quiet = () => assert.deepEqual(noted.splice(0), []);
  return { page, quiet, close: () => browser.close() };
}

// What a download holds.
export async function saved(page, action) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    action(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream())
    chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

// How many pixels of a canvas are drawn on.
export const drawn = (page, id) =>
  page.evaluate((canvas) => {
    const c = document.getElementById(canvas);
    const { data } = c.getContext("2d").getImageData(0, 0, c.width, c.height);
    let n = 0;
    for (let i = 3; i < data.length; i += 4) n += data[i] > 0;
    return n;
  }, id);
