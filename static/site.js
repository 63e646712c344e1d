// What pages gain from a script; every one of them works without it.
"use strict";

// Copy buttons: shown only where they can work.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const text = document.querySelector(button.dataset.copy).textContent.trim();
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl+C";
      getSelection().selectAllChildren(document.querySelector(button.dataset.copy));
    }
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}
