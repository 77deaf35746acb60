// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to what asks for a person: given by button or key, taken back, and saved as the file that
// `lagesbild correct` takes. They stay in this page, and, where the browser allows it, between visits.
"use strict";

{
  const panel = document.getElementById("reviewing");
  const items = [...document.querySelectorAll(".item")];
  const by_id = (id) => document.getElementById(id);
  const place = `lagesbild-review:${location.pathname}`;

  /** By an item's key: { decision, change, note }. */
  const answers = new Map();
  /** What was there before each step: [item, answer or undefined]. */
  const steps = [];
  let kept = true;
  let saved = true;

  // ---- between visits -------------------------------------------------------------------------

  function keep() {
    try {
      localStorage.setItem(place, JSON.stringify([by_id("role").value, [...answers]]));
    } catch {
      kept = false;
    }
  }

  function recall() {
    try {
      const [role, list] = JSON.parse(localStorage.getItem(place) ?? "[\"\", []]");
      by_id("role").value = role;
      const here = new Set(items.map((item) => item.dataset.key));
      for (const [key, answer] of list) if (here.has(key)) answers.set(key, answer);
    } catch {
      kept = false;
    }
  }

  // ---- answers --------------------------------------------------------------------------------

  const decided = (item) => answers.get(item.dataset.key)?.decision;

  function show(item) {
    const answer = answers.get(item.dataset.key);
    for (const button of item.querySelectorAll("[data-decision]")) {
      const same = button.dataset.decision === answer?.decision &&
          (answer.decision !== "change" || button.dataset.change === answer.change);
      button.setAttribute("aria-pressed", same);
    }
    item.querySelector(".note").value = answer?.note ?? "";
    item.classList.toggle("answered", answer?.decision !== undefined);
  }

  function count() {
    const given = items.filter(decided);
    by_id("answered").textContent = given.length;
    by_id("undo").disabled = steps.length === 0;
    by_id("save").disabled = given.length === 0;
  }

  function set(item, answer) {
    if (answer) answers.set(item.dataset.key, answer);
    else answers.delete(item.dataset.key);
    saved = false;
    keep();
    show(item);
    count();
  }

  function say(what) {
    by_id("said").textContent = what ? by_id("said").dataset[what] : "";
  }

  function answer(item, decision, change) {
    const before = answers.get(item.dataset.key);
    steps.push([item, before]);
    const accepts = decision === "change" && change === item.dataset.change;
    set(item, accepts ? { decision: "accept", note: before?.note }
                      : { decision, change, note: before?.note });
    say("");
  }

  function undo() {
    const step = steps.pop();
    if (!step) return;
    step[0].hidden = false;
    set(...step);
    say("undone");
    step[0].focus();
  }

  // ---- the file -------------------------------------------------------------------------------

  function corrections() {
    const list = [];
    for (const item of items) {
      const answer = answers.get(item.dataset.key);
      if (answer?.decision !== "accept" && answer?.decision !== "change") continue;
      const one = { key: item.dataset.key, decision: answer.decision };
      if (answer.decision === "change")
        one.change = answer.change === "unstated" ? null : answer.change;
      if (answer.note) one.note = answer.note;
      list.push(one);
    }
    const role = by_id("role").value.trim();
    return { format: "lagesbild-corrections", version: 1, ...(role && { role }), corrections: list };
  }

  function save() {
    const bytes = JSON.stringify(corrections(), null, 1) + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/json" }));
    link.download = `lagesbild-corrections-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    saved = true;
    say("saved");
  }

  // ---- buttons and keys -----------------------------------------------------------------------

  function go(item, step) {
    let at = items.indexOf(item) + step;
    while (items[at]?.hidden) at += step;
    items[at]?.focus();
  }

  /** Keys hold while the focus is in an item, and not while somebody types. */
  const keys = {
    j: (item) => go(item, 1),
    k: (item) => go(item, -1),
    g: (item) => decide(item, "accept"),
    1: (item) => decide(item, "change", "positive"),
    2: (item) => decide(item, "change", "unchanged"),
    3: (item) => decide(item, "change", "negative"),
    0: (item) => decide(item, "change", "unstated"),
    h: (item) => decide(item, "skip"),
    n: (item) => item.querySelector(".note").focus(),
    z: undo,
  };

  function decide(item, decision, change) {
    answer(item, decision, change);
    go(item, 1);
  }

  document.addEventListener("keydown", (event) => {
    const item = event.target.closest?.(".item");
    const key = Object.hasOwn(keys, event.key.toLowerCase()) && keys[event.key.toLowerCase()];
    if (!item || !key || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input")) return;
    event.preventDefault();
    key(item);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".item [data-decision]");
    if (button) answer(button.closest(".item"), button.dataset.decision, button.dataset.change);
  });

  document.addEventListener("change", (event) => {
    const item = event.target.matches(".note") && event.target.closest(".item");
    if (item) set(item, { ...answers.get(item.dataset.key), note: event.target.value });
  });

  function prepare(item) {
    item.append(document.getElementById("answer").content.cloneNode(true));
    const same = item.querySelector(`[data-change="${item.dataset.change}"][data-decision]`);
    same.hidden = true;  // that is what accepting says
    item.querySelector("[data-decision=accept]").append(`: ${same.textContent}`);
    show(item);
  }

  if (panel) {
    recall();
    items.forEach(prepare);
    count();
    panel.hidden = false;
    by_id("begin").addEventListener("click", () =>
        (items.find((item) => !decided(item)) ?? items[0]).focus());
    by_id("undo").addEventListener("click", undo);
    by_id("save").addEventListener("click", save);
    by_id("role").addEventListener("change", keep);
    by_id("open-only").addEventListener("change", (event) => {
      for (const item of items) item.hidden = event.target.checked && Boolean(decided(item));
    });
    addEventListener("beforeunload", (event) => {
      if (!saved && !kept) event.preventDefault();
    });
  }
}
