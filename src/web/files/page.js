// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every page can do with scripts on: choose a period, stress a change, open a panel. The pages
// hold all tables themselves; data/ is loaded when somebody asks for what is in it.
"use strict";

const lagesbild = {
  /** Assessments by district, as the scripts in data/ hand them over. */
  taken: new Map(),
  waiting: new Map(),

  take(district, assessments) {
    this.taken.set(district, assessments);
  },

  /** A promise of the district's assessments. */
  assessments(district) {
    if (!this.waiting.has(district)) {
      this.waiting.set(district, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `data/district-${district}.js`;
        script.addEventListener("load", () => done(this.taken.get(district) ?? []));
        script.addEventListener("error", () => failed(new Error(script.src)));
        document.head.append(script);
      }));
    }
    return this.waiting.get(district);
  },

  /** An article as an element; the text comes from our own files and was escaped there. */
  element(article) {
    const template = document.createElement("template");
    template.innerHTML = article;
    return template.content.firstElementChild;
  },
};

// ---- the panel --------------------------------------------------------------------------------

/** District and key that a cell's link leads to; null for other links. */
function wanted(link) {
  const parts = /^district-([a-z0-9-]+)\.html#a([a-z0-9-]+)$/.exec(link.getAttribute("href") ?? "");
  return parts && { district: parts[1], key: parts[2] };
}

async function show(district, key) {
  const assessments = await lagesbild.assessments(district);
  const found = assessments.find((one) => one.key === key);
  if (!found) return;
  const panel = document.getElementById("panel");
  const article = lagesbild.element(found.article);
  article.removeAttribute("id");
  panel.querySelector(".content").replaceChildren(article);
  panel.setAttribute("aria-label", article.querySelector("h3").textContent);
  panel.showModal();
  panel.scrollTop = 0;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".heat td a");
  const target = link && wanted(link);
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(target.district, target.key).catch(() => location.assign(link.href));
});

// A click beside the panel closes it, as Esc does.
document.getElementById("panel").addEventListener("click", (event) => {
  if (event.target === event.currentTarget) event.currentTarget.close();
});

// ---- choices above the tables -----------------------------------------------------------------

const choices = {
  year(value) {
    for (const section of document.querySelectorAll("section.year"))
      section.hidden = section.id !== `year-${value}`;
  },

  highlight(value) {
    for (const cell of document.querySelectorAll(".heat tbody td:not(.counts)")) {
      const plain = value === "" || cell.classList.contains(value) ||
          cell.querySelector(`.${value}`) !== null;
      cell.classList.toggle("faded", !plain);
    }
  },

  district(value) {
    if (/^district-[a-z0-9-]+\.html$/.test(value) && !location.pathname.endsWith(`/${value}`))
      location.assign(value);
  },
};

for (const form of document.querySelectorAll("form.filters")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
}
for (const select of document.querySelectorAll("[data-choose]")) {
  const choose = choices[select.dataset.choose];
  select.addEventListener("change", () => choose(select.value));
  choose(select.value);
}
