// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers given in the browser: by keyboard and by button, taken back, saved, and taken in.
import assert from "node:assert/strict";
import { appendFileSync, cpSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Browser, Folder, rules } from "./pages.mjs";

let browser;
before(async () => { browser = await Browser.started(); });
after(() => browser?.close());

/** A text dump in which areas 1, 2 and 3 ask for a person. */
const report = (second) => `Lägesbild december 2021
Bromma stadsdelsförvaltning

Stadsövergripande prioriterade områden
Kommentarer

1 Riktat arbete mot avgränsade platser och utsatta områden
Både positiv och negativ förändring. Torget är lugnare, parken är det inte.

2 Unga i risk för kriminalitet
${second}

3 Skolan som brottsplats
Både positiv och negativ förändring. Kontakt: anna.exempel@exempel.se
`;

function dataset(second = "Både positiv och negativ förändring. Blandat.") {
  const folder = new Folder([]);
  folder.put("bromma.txt", report(second));
  folder.ingest();
  folder.report();
  return folder;
}

const number_of = (item) => item.evaluate((element) => element.dataset.key.split(":")[2]);
const pressed = (item) => item.locator("[aria-pressed=true]").getAttribute("data-decision");

/** What the button saves, as an object, and the file. */
async function saved(page, folder) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  assert.match(download.suggestedFilename(), /^lagesbild-corrections-\d{4}-\d\d-\d\d\.json$/);
  const file = folder.in("answers.json");
  await download.saveAs(file);
  return [JSON.parse(readFileSync(file, "utf8")), file];
}

test("answers by keyboard alone, taken back, kept between visits", async () => {
  const folder = dataset();
  const page = await browser.page();
  await page.goto(folder.url("review.html"));
  const items = page.locator(".item");
  assert.equal(await items.count(), 3);
  await page.tab_to("#begin");
  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  assert.equal(await page.locator("#answered").textContent(), "3");
  assert.deepEqual([await pressed(items.nth(0)), await pressed(items.nth(1)), await pressed(items.nth(2))],
                   ["change", "accept", "skip"]);
  await page.keyboard.press("z");
  assert.equal(await page.locator("#answered").textContent(), "2");
  assert.equal(await page.locator("#said").textContent(), "Ångrat.");
  assert.equal(await items.nth(2).evaluate((item) => item === document.activeElement), true);
  await page.keyboard.press("k");
  await page.keyboard.press("n");
  await page.keyboard.type("ring 1 gång");  // letters and digits are no answers here
  await page.keyboard.press("Tab");
  assert.equal(await pressed(items.nth(1)), "accept");

  await page.reload();
  assert.equal(await page.locator("#answered").textContent(), "2");
  assert.equal(await items.nth(1).locator(".note").inputValue(), "ring 1 gång");
  await page.locator("#open-only").check();
  assert.equal(await items.locator("visible=true").locator("article").count(), 1);
  await page.done();
  folder.remove();
});

test("nothing that is masked stands in the page or in what it saves", async () => {
  const folder = dataset();
  const page = await browser.page();
  await page.goto(folder.url("review.html"));
  assert.doesNotMatch(await page.content(), /anna\.exempel/);
  assert.match(await page.content(), /\[e-postadress\]/);
  for (const item of await page.locator(".item").all()) await item.locator("[data-decision=accept]").click();
  assert.doesNotMatch(JSON.stringify(await saved(page, folder)), /anna/);
  await page.done();
  folder.remove();
});

test("round trip: answered, taken in, read again with other rules; one has other words then", async () => {
  const folder = dataset();
  const page = await browser.page();
  await page.goto(folder.url("review.html"));
  await page.locator("#role").fill("samordnare");
  for (const item of await page.locator(".item").all()) {
    const number = await number_of(item);
    if (number === "1") await item.locator("[data-change=negative]").click();
    if (number === "2") await item.locator("[data-change=positive]").click();
    if (number === "3") await item.locator("[data-decision=accept]").click();
  }
  const [answers, file] = await saved(page, folder);
  await page.done();
  assert.equal(answers.role, "samordnare");
  assert.deepEqual(answers.corrections.map((one) => [one.key.split(":")[2], one.decision, one.change]).sort(),
                   [["1", "change", "negative"], ["2", "change", "positive"], ["3", "accept", undefined]]);
  folder.run("correct", "--dataset", folder.in("data"), file);

  cpSync(rules, folder.in("rules"), { recursive: true });
  appendFileSync(folder.in("rules", "change.yaml"), "\n# other rules\n");
  folder.put("bromma.txt", report("Både positiv och negativ förändring. Annat sagt."));
  folder.ingest(["--rules", folder.in("rules")]);

  const assessments = folder.exported("assessments.csv");
  const held = (number) => assessments.find((row) => row.scope === "city" && row.number === number);
  assert.deepEqual([held("1").change, held("1").basis], ["negative", "corrected"]);
  assert.deepEqual([held("2").change, held("2").basis], ["", "none"], "its words are others");
  assert.deepEqual([held("3").change, held("3").review], ["", ""], "accepted, nothing to ask");
  const list = folder.run("correct", "--dataset", folder.in("data"), "--list", "--lang", "en");
  assert.equal(list.split("\n").filter((line) => line.includes("stale")).length, 1, list);

  folder.report();
  const again = await browser.page();
  await again.goto(folder.url("review.html"));
  assert.equal(await again.locator(".item").count(), 1, "the one that is stale asks again");
  assert.equal(await number_of(again.locator(".item")), "2");
  assert.equal(await again.locator("#answered").textContent(), "0");
  await again.done();
  folder.remove();
});
