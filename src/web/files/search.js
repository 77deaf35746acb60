// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Search in all comments: every word given must stand in a comment or its area's title.
"use strict";

{
  const shown_at_once = 25;
  const form = document.getElementById("search");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const districts = [...form.elements.district.options].map((one) => one.value).filter(Boolean);
  let hits = [];

  const folded = (text) => text.normalize("NFC").toLocaleLowerCase("sv");

  /** A test for one district's assessments. */
  function matcher() {
    const words = folded(form.elements.words.value).split(/\s+/u).filter(Boolean);
    const same = ["year", "area", "change"].map((name) => [name, form.elements[name].value]);
    return (one) => {
      if (form.elements.review.checked && !one.review) return false;
      if (same.some(([name, value]) => value !== "" && one[name] !== value)) return false;
      one.folded ??= folded(one.text);
      return words.every((word) => one.folded.includes(word));
    };
  }

  function show_more() {
    const next = hits.slice(found.childElementCount, found.childElementCount + shown_at_once);
    found.append(...next.map((one) => lagesbild.element(one.article)));
    more.hidden = found.childElementCount >= hits.length;
  }

  async function search() {
    const chosen = form.elements.district.value;
    const lists = await Promise.all(
        (chosen ? [chosen] : districts).map((one) => lagesbild.assessments(one)));
    const matches = matcher();
    hits = lists.flatMap((list) => list.filter(matches));
    document.getElementById("hits").textContent = hits.length;
    document.getElementById("hits-word").hidden = false;
    found.replaceChildren();
    show_more();
  }

  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  });
  form.addEventListener("submit", search);
  more.addEventListener("click", () => {
    const before = found.childElementCount;
    show_more();
    const first = found.children[before];
    first?.setAttribute("tabindex", "-1");
    first?.focus();
  });
}
