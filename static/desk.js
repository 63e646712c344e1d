// What the curators’ pages gain from a script; every one of them works without it.
"use strict";

{
  const desk = document.querySelector("[data-desk]");
  const writing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "")
    && !/^(radio|checkbox)$/.test(document.activeElement.type);

  // Keys: a letter goes to a fact, a digit takes its choice; x, c and l are decisions.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writing()) return;
    const group = document.activeElement?.closest("fieldset[data-key]");
    const choice = group && /^[1-9]$/.test(event.key)
      ? group.querySelectorAll(".choice")[Number(event.key) - 1] : null;
    const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!choice && !named) return;
    event.preventDefault();
    if (choice) choice.click();
    else if (named.matches("[data-now]")) named.click();
    else (named.matches("fieldset") ? named.querySelector(".choice, input") : named).focus();
  });

  // Names to choose from while one is typed.
  for (const input of document.querySelectorAll("[data-names], [data-slugs]")) {
    const field = input.dataset.names ?? input.dataset.slugs;
    const list = document.createElement("datalist");
    list.id = `${input.id}-list`;
    input.after(list);
    input.setAttribute("list", list.id);
    let asked = 0;
    input.addEventListener("input", async () => {
      const words = input.value.trim();
      if (words.length < 2 || words.length > 60) { list.replaceChildren(); return; }
      const mine = ++asked;
      const answer = await fetch(`/api/v1/complete?q=${encodeURIComponent(words)}`).catch(() => null);
      if (!answer?.ok || mine !== asked) return;
      const found = (await answer.json()).filter((one) => one.field === field);
      list.replaceChildren(...found.map(({ value, label }) => {
        const option = document.createElement("option");
        option.value = input.dataset.slugs ? value : label;
        option.label = label;
        return option;
      }));
    });
  }

  // Words selected in an article can be added as a statement: where they stand goes along.
  const add = document.querySelector("[data-add]");
  if (add) {
    const address = add.getAttribute("href");
    const text = (range) => {
      const part = range.cloneContents();
      for (const apparatus of part.querySelectorAll(".marker, .cut, .notes")) apparatus.remove();
      return part.textContent;
    };
    const offset = (range) => {
      const node = range.startContainer;
      const block = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("[data-start]");
      if (!block) return null;
      const before = document.createRange();
      before.setStart(block, 0);
      before.setEnd(node, range.startOffset);
      return Number(block.dataset.start) + [...text(before)].length; // characters, not code units
    };
    document.addEventListener("selectionchange", () => {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      const query = new URLSearchParams({ words: text(range).replace(/\s+/g, " ").trim().slice(0, 5000) });
      const near = offset(range);
      if (near !== null) query.set("near", near);
      add.href = `${address}?${query}`;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "a" && !event.ctrlKey && !event.metaKey && !writing() && !add.closest("[hidden]")) add.click();
    });
  }
}
