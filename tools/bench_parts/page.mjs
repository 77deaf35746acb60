// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the pages in FOLDER take in Chromium: the medians of some visits, as JSON.
//   node tools/bench_parts/page.mjs FOLDER
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../tests/browser/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const visits = 5;

const median = (numbers) => Math.round(numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const interactive = [], panel = [], search = [];
for (let visit = 0; visit < visits; ++visit) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(`${process.argv[2]}/index.html`).href);
  interactive.push(await page.evaluate(() =>
      performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd));
  panel.push(await page.evaluate(() => new Promise((done) => {
    const began = performance.now();
    const dialog = document.getElementById("panel");
    new MutationObserver(() => dialog.open && done(performance.now() - began))
        .observe(dialog, { attributes: true });
    document.querySelector("section.year:not([hidden]) .heat td a").click();
  })));
  await page.goto(pathToFileURL(`${process.argv[2]}/search.html`).href);
  search.push(await page.evaluate(() => new Promise((done) => {
    const began = performance.now();
    new MutationObserver(() => done(performance.now() - began))
        .observe(document.getElementById("hits"), { childList: true });
    const words = document.querySelector("input[type=search]");
    words.value = "polisen";
    words.dispatchEvent(new Event("input", { bubbles: true }));
  })));
  await page.close();
}
await browser.close();
console.log(JSON.stringify({
  "interactive, ms": median(interactive), "a cell's panel open, ms": median(panel),
  "search in all comments, ms": median(search),
}));
