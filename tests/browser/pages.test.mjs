// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages in a real browser, from the disk: what people see, can reach by keyboard, and save.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe_violations, Folder, Browser, sideways } from "./pages.mjs";

let folder, browser;

before(async () => {
  folder = new Folder();
  folder.ingest();
  folder.report();
  browser = await Browser.started();
});
after(async () => {
  await browser?.close();
  folder?.remove();
});

/** Every kind of page, as it is and with what can be opened on it. */
const views = [
  ["overview", "index.html", (page) => page.locator("summary").first().click()],
  ["panel", "index.html", async (page) => {
    await page.locator(".heat td a:visible").first().click();
    await page.locator("dialog[open] .assessment").waitFor();
  }],
  ["district", "district-bromma.html"],
  ["search", "search.html", async (page) => {
    await page.getByRole("searchbox").fill("positiv");
    await page.locator("#found .assessment").first().waitFor();
  }],
  ["review", "review.html", async (page) => {
    await page.locator("summary").first().click();
    await page.locator(".item [data-decision=skip]").first().click();
  }],
];

describe("every view", () => {
  for (const [name, file, open] of views) {
    test(`${name}: no accessibility violation, at 1280, 640 (200 %) and 320 pixels`, async () => {
      const page = await browser.page();
      await page.goto(folder.url(file));
      await open?.(page);
      for (const width of [1280, 640, 320]) {
        await page.setViewportSize({ width, height: 800 });
        assert.equal(await sideways(page), 0, `scrolls sideways at ${width}`);
        if (width !== 640) assert.deepEqual(await axe_violations(page), [], `at ${width}`);
      }
      await page.done();
    });
  }

  test("prints, without what can only be clicked", async () => {
    for (const file of ["index.html", "district-farsta.html", "review.html"]) {
      const page = await browser.page();
      await page.goto(folder.url(file));
      const pdf = await page.pdf({ format: "A4", landscape: true });
      assert.ok(pdf.length > 5000 && pdf.subarray(0, 5).toString() === "%PDF-", file);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("nav:visible, form:visible, button:visible").count(), 0, file);
      await page.done();
    }
  });

  test("shows its tables without scripts", async () => {
    const page = await browser.page({ scripts: false });
    await page.goto(folder.url("index.html"));
    assert.ok(await page.locator("table.heat:visible").count() > 1, "all years at once");
    assert.equal(await page.locator("form:visible").count(), 0);
    await page.locator(".heat td a").first().click();
    await page.waitForURL(/district-.*\.html#a/);
    await page.goto(folder.url("review.html"));
    assert.ok(await page.locator(".item .assessment:visible").count() > 0);
    assert.equal(await page.locator("button:visible").count(), 0);
    await page.done();
  });

  test("speaks English where that was asked for", async () => {
    folder.report(["--out", folder.in("english"), "--lang", "en"]);
    const page = await browser.page();
    await page.goto(folder.url("review.html", "english"));
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.locator("#save").textContent(), "Save corrections");
    assert.deepEqual(await axe_violations(page), []);
    await page.done();
  });
});

describe("by keyboard alone", () => {
  test("a year is chosen, a change stressed, and a cell's panel opened and closed", async () => {
    const page = await browser.page();
    await page.goto(folder.url("index.html"));
    await page.tab_to("[data-choose=year]");
    const before = await page.locator("section.year:visible h2").textContent();
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await page.locator("section.year:visible h2").textContent(), before);
    await page.tab_to("[data-choose=highlight]");
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.locator(".heat td.faded:visible").count() > 0);
    await page.tab_to(".heat td a");
    const cell = await page.focused();
    await page.keyboard.press("Enter");
    await page.locator("dialog[open] .assessment").waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("dialog").contains(document.activeElement)), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    assert.equal(await page.focused(), cell, "the focus is back where it was");
    await page.done();
  });

  test("the first stop leads past the navigation", async () => {
    const page = await browser.page();
    await page.goto(folder.url("search.html"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    await page.done();
  });

  test("comments are searched and more are shown", async () => {
    const page = await browser.page();
    await page.goto(folder.url("search.html"));
    await page.tab_to("input[type=search]");
    await page.keyboard.type("FÖRÄNDRING");
    await page.locator("#found .assessment").nth(24).waitFor();
    const hits = Number(await page.locator("#hits").textContent());
    assert.ok(hits > 25, `${hits} hits`);
    await page.tab_to("#more");
    await page.keyboard.press("Enter");
    assert.ok(await page.locator("#found .assessment").count() > 25);
    await page.done();
  });

  test("pictures and links of a passage are there", async () => {
    const page = await browser.page();
    await page.goto(folder.url("district-bromma.html"));
    const picture = page.locator(".assessment img").first();
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction((image) => image.complete, await picture.elementHandle());
    assert.ok(await picture.evaluate((image) => image.naturalWidth) > 20);
    assert.match(await page.locator(".assessment a").first().getAttribute("href"), /\.pdf#page=\d+$/);
    await page.done();
  });
});
