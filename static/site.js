// What pages gain from a script; every one of them works without it.
"use strict";

const find = (selector) => document.querySelector(selector);
const typing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");

// Copy buttons: shown only where they can work.
async function copy(text, button) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not copied: your browser forbids it";
  }
  setTimeout(() => { button.textContent = label; }, 2000);
}

function offerCopies(within) {
  for (const button of within.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => {
      copy(find(button.dataset.copy).textContent.trim(), button);
    });
  }
}

offerCopies(document);

// Keys: / to the search, j and k between the cards of a list, n and p to the neighbours, ? for help.
function step(forward) {
  const cards = [...document.querySelectorAll("[data-card]")];
  if (!cards.length) return;
  const now = cards.findIndex((card) => card.hasAttribute("data-current"));
  const next = Math.min(Math.max(now + (forward ? 1 : -1), 0), cards.length - 1);
  cards[now]?.removeAttribute("data-current");
  cards[next].setAttribute("data-current", "");
  cards[next].querySelector(".card-words a, .card-title a")?.focus({ preventScroll: true });
  cards[next].scrollIntoView({ block: "center" });
}

const help = find("#keys");
const keys = {
  "/": () => { find("#find").focus(); find("#find").select(); },
  j: () => step(true),
  k: () => step(false),
  n: () => find("a[rel=next]")?.click(),
  p: () => find("a[rel=prev]")?.click(),
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing() || help.open) return;
  const act = keys[event.key];
  if (!act || (event.key === "/" && !find("#find"))) return;
  event.preventDefault();
  act();
});

// Names to choose from while a search is typed; choosing one goes to its page.
function complete(input) {
  const list = document.createElement("datalist");
  list.id = "names";
  input.after(list);
  input.setAttribute("list", list.id);
  const pages = { speaker: "/speakers/", issue: "/issues/", event: "/events/", outlet: "/outlets/" };
  const addresses = new Map();
  let asked = 0;
  input.addEventListener("input", async () => {
    const address = addresses.get(input.value);
    if (address) { location.assign(address); return; }
    const words = input.value.trim();
    if (words.length < 2 || words.length > 60) { list.replaceChildren(); return; }
    const mine = ++asked;
    const answer = await fetch(`/api/v1/complete?q=${encodeURIComponent(words)}`).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    addresses.clear();
    list.replaceChildren(...(await answer.json()).map(({ field, value, label }) => {
      const option = document.createElement("option");
      option.value = `${label} (${field})`;
      addresses.set(option.value, pages[field] + encodeURIComponent(value));
      return option;
    }));
  });
}

for (const input of document.querySelectorAll("[data-complete]")) complete(input);

// A filter, an order, another page of a list: what is found is put in place without loading the
// page anew, under the address it has anyway. Whatever goes wrong, the browser loads that address.
const controls = ".facets a, .chips a, .sorts a, .groups a, .pages a, .years a, .shares a, .types a, .notices a, .empty a, .across a";
let asking = null;

function place() {
  history.replaceState({ ...history.state, scroll: scrollY }, "");
}

async function swap(address, { back = false } = {}) {
  asking?.abort();
  asking = new AbortController();
  const main = find("#main");
  main.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#main");
    if (!answer.ok || answer.redirected || !fresh) { location.assign(address); return; }
    if (!back) { place(); history.pushState({ swapped: true }, "", address); }
    document.title = page.title;
    for (const link of ["link[rel=canonical]", "link[rel=alternate][type='application/atom+xml']"]) {
      const [old, now] = [find(link), page.querySelector(link)];
      if (old && now) old.replaceWith(document.adoptNode(now));
    }
    main.replaceChildren(...document.adoptNode(fresh).childNodes);
    main.classList.add("swapped");
    setTimeout(() => main.classList.remove("swapped"), 150);
    offerCopies(main);
    for (const input of main.querySelectorAll("[data-complete]")) complete(input);
    if (back) { scrollTo(0, history.state?.scroll ?? 0); } else { arrive(new URL(address, location.href).hash); }
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  } finally {
    main.removeAttribute("aria-busy");
  }
}

// The count of what was found is read out and is where the next Tab goes on from.
function arrive(hash) {
  const count = find(".toolbar > p, .empty h2");
  if (!count) { scrollTo(0, 0); return; }
  count.tabIndex = -1;
  count.focus({ preventScroll: true });
  const target = (hash && find(hash)) || count;
  if (target.getBoundingClientRect().top < 0 || hash) target.scrollIntoView();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link?.matches(controls) || event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const here = link.pathname === location.pathname && link.origin === location.origin;
  if (!here || link.search === location.search) return;
  event.preventDefault();
  swap(link.href);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "get" || !find("#main #results, #main .empty") || !form.closest("#main")) return;
  const address = new URL(form.action);
  if (address.pathname !== location.pathname) return;
  event.preventDefault();
  address.search = new URLSearchParams(new FormData(form));
  swap(address.href);
});

addEventListener("popstate", (event) => {
  if (event.state) swap(location.href, { back: true });
});

// On paper: where this stood, and on which day it was printed.
addEventListener("beforeprint", () => {
  const foot = document.createElement("p");
  foot.className = "printed";
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  foot.textContent = `${location.href} · printed on ${day}`;
  find("#main .wide").append(foot);
  addEventListener("afterprint", () => foot.remove(), { once: true });
});

// A selection inside an article or a quotation: its own link, and whether it was said elsewhere.
const chosen = find("#chosen");
if (chosen) {
  const words = () => getSelection().toString().replace(/\s+/g, " ").trim();
  const fragment = (text) => {
    const parts = text.split(" ");
    const piece = (some) => encodeURIComponent(some.join(" ")).replaceAll("-", "%2D");
    return parts.length <= 12 ? piece(parts) : `${piece(parts.slice(0, 5))},${piece(parts.slice(-5))}`;
  };
  document.addEventListener("selectionchange", () => {
    const text = words();
    const inside = find(".reading, .said-words, .context")?.ownerDocument === document
      && getSelection().anchorNode?.parentElement?.closest(".reading, .said-words, .context");
    chosen.hidden = !inside || text.length < 8 || text.length > 2000;
    if (!chosen.hidden) chosen.querySelector("a").href = `/check?quote=${encodeURIComponent(text)}`;
  });
  chosen.querySelector("button").addEventListener("click", (event) => {
    const canonical = find("link[rel=canonical]").href;
    copy(`${canonical}#:~:text=${fragment(words())}`, event.target);
  });
}
