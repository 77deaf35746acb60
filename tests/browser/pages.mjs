// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of reports with its dataset and pages, and the browser that opens them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.LAGESBILD_PROGRAM ?? join(root, "build/release/lagesbild");
export const rules = join(root, "rules");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Reports of some districts, ingested and shown. */
export class Folder {
  constructor(districts = ["bromma", "farsta", "jarva"]) {
    this.path = mkdtempSync(join(tmpdir(), "lagesbild-pages-"));
    mkdirSync(this.in("reports"));
    for (const name of readdirSync(join(root, "corpus")).sort())
      if (districts.some((district) => name.startsWith(district)))
        for (const file of ["report.pdf", "report.txt"])
          try {
            copyFileSync(join(root, "corpus", name, file),
                         this.in("reports", name + file.slice(6)));
          } catch (error) {
            if (error.code !== "ENOENT") throw error;
          }
  }

  in(...parts) { return join(this.path, ...parts); }
  put(name, text) { writeFileSync(this.in("reports", name), text); }
  url(file, out = "data/report") { return pathToFileURL(this.in(out, file)).href; }
  remove() { rmSync(this.path, { recursive: true }); }

  /** Standard output and error of `lagesbild WORDS...`; it may end in 0 or 3. */
  run(...words) {
    const ran = spawnSync(program, words, { encoding: "utf8" });
    assert.ok(ran.status === 0 || ran.status === 3, `${words.join(" ")}: ${ran.stderr}`);
    return ran.stdout + ran.stderr;
  }
  ingest(more = []) {
    return this.run("ingest", this.in("reports"), "--dataset", this.in("data"), "--ocr", "never", ...more);
  }
  /** Rows of one of the dataset's CSV files; none of their cells may hold a line break. */
  exported(name) {
    const lines = readFileSync(this.in("data", name), "utf8").replace(/^\ufeff/, "").trim().split(/\r?\n/);
    const [head, ...rows] = lines.map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2]));
    return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i]])));
  }
  report(more = []) { return this.run("report", "--dataset", this.in("data"), ...more); }
}

/** Chromium. Each page tells in the end that it had no errors and asked for nothing but files. */
export class Browser {
  static async started() {
    const made = new Browser();
    made.chromium = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    return made;
  }
  close() { return this.chromium.close(); }

  async page({ width = 1280, scripts = true } = {}) {
    const context = await this.chromium.newContext({
      viewport: { width, height: 900 }, javaScriptEnabled: scripts, acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const wrong = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => {
      if (!/^(file|blob):/.test(request.url())) wrong.push(`asks for ${request.url()}`);
    });
    page.on("requestfailed", (request) => wrong.push(`has no ${request.url()}`));
    page.done = async () => {
      await context.close();
      assert.deepEqual(wrong, []);
    };
    page.tab_to = async (selector) => {
      for (let presses = 0; presses < 300; ++presses) {
        if (await page.evaluate((one) => document.activeElement.matches(one), selector)) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`no way to ${selector} by Tab`);
    };
    page.focused = () => page.evaluate(() => document.activeElement.outerHTML);
    return page;
  }
}

/** What axe-core finds against WCAG 2.1 A and AA, as "rule: element". */
export async function axe_violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"], preload: false,
  }));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** How many pixels the page is wider than its window. */
export function sideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
