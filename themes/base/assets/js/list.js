// The list of postings: its controls, and the address that says what is asked for. What answers comes at first use.

import { filterCount, readSearch, writeSearch } from "./address.js";
import { ask, chooseBoxes, current, facets, form, note, onAsk, page, sort, sorting, words } from "./home.js";
import { fill, part, show } from "./parts.js";
import { noteVisit, savedSlugs } from "./saved.js";
import { recall } from "./store.js";
import { amount, say } from "./words.js";

/** @typedef {import("./address.js").Search} Search */
/** @typedef {import("./postings.js").List} List */
/** @typedef {() => Promise<[typeof import("./results.js"), List]>} Load */

const PAUSE = 60;
const SLOW = 400;

let turn = 0;
const total = part(page, "data-count")?.textContent ?? "";
let timer = 0;
let moved = false;
/** @type {Promise<[typeof import("./results.js"), List]> | null} */
let loading = null;

noteVisit(/** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-listing] [data-row]")]));
listen();
if (words.value && !current().q) askWords();
showSearch();
if (writeSearch(current())) update();
if (recall("searches", Array.isArray, []).length) openSearches();

/** The list and what shows it, fetched when first needed. */
function load() {
  loading ??= Promise.all([orMoved(import("./results.js")), fetchList()]).then(([results, data]) =>
    orMoved(Promise.resolve().then(() => /** @type {[typeof results, List]} */ ([results, results.open(data)]))),
  );
  loading.catch(() => (loading = null));
  return loading;
}

async function fetchList() {
  const answer = await fetch(page.dataset.href ?? "");
  return answer.ok ? answer.json() : Promise.reject(answer.status);
}

/**
 * A script that is gone, or a list that this one cannot read, are a deploy's doing: only a new page helps.
 * @template T
 * @param {Promise<T>} promise
 */
function orMoved(promise) {
  return promise.catch((error) => {
    moved = true;
    throw error;
  });
}

/** Fetch the list for its counts alone: before a filter is set, or because the page's own are too high by now. */
export function countAgain() {
  if (!writeSearch(current())) update();
}

function listen() {
  for (const event of ["focusin", "pointerenter"]) form.addEventListener(event, countAgain, { once: true });
  words.addEventListener("focus", makeReady, { once: true });
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(askWords, PAUSE);
  });
  words.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    askWords();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(readForm());
    form.closest("details")?.removeAttribute("open");
  });
  form.addEventListener("change", () => ask(readForm()));
  sort?.addEventListener("change", () => ask({ ...current(), sort: sort?.value || (current().q ? "date" : "") }));
  part(form, "data-clear")?.addEventListener("click", () => {
    stopTyping();
    ask(readSearch(""));
    words.focus();
  });
  part(page, "data-save-search")?.addEventListener("click", () => openSearches().then(({ saveSearch }) => saveSearch(load)));
  part(page, "data-again")?.addEventListener("click", tryAgain);
  onAsk((gone) => {
    if (gone) stopTyping();
    showSearch();
    update();
  });
}

async function openSearches() {
  const searches = await import("./searches.js");
  searches.dressSearches(load);
  return searches;
}

/** Fetch the index and the list while the visitor still thinks of a word; what fails is told when it is needed. */
function makeReady() {
  load().catch(() => {});
  import("./search.js").then(({ openIndex }) => openIndex(page.dataset.pagefind ?? "")).catch(() => {});
}

function stopTyping() {
  clearTimeout(timer);
  timer = 0;
}

/** While words are typed, one entry of the history holds them all. */
function askWords() {
  stopTyping();
  ask({ ...current(), q: words.value.trim() }, current().q !== "");
}

/** What the form says; words and order are asked for elsewhere. @returns {Search} */
function readForm() {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) asked.append(name, String(value));
  for (const { name, boxes } of facets) {
    const unseen = (current().chosen[name] ?? []).filter((key) => !boxes.has(key));
    for (const key of unseen) asked.append(name, key);
  }
  return { ...readSearch(`?${asked}`), q: current().q, sort: current().sort };
}

/** Answer; an answer that a newer question has overtaken is dropped. */
async function update() {
  const mine = ++turn;
  const slow = setTimeout(() => mine === turn && fill(page, "data-count", say("searching")), SLOW);
  await answer(mine).finally(() => clearTimeout(slow));
}

/** @param {number} mine */
async function answer(mine) {
  const loaded = await load().catch(() => null);
  if (mine !== turn) return;
  if (!loaded) {
    note(say("list_failed"), true);
    fill(page, "data-count", total);
    return;
  }
  const [results, list] = loaded;
  showChoice();
  await results.answer(list, current(), () => mine === turn);
}

async function tryAgain() {
  if (moved) return location.reload();
  await update();
  if (part(page, "data-note")?.hidden) words.focus();
}

/** Put the choice into the controls whose options the list completes. */
function showChoice() {
  const { chosen, currency } = current();
  for (const facet of facets) chooseBoxes(facet, chosen[facet.name] ?? []);
  const select = form.elements.namedItem("currency");
  if (select instanceof HTMLSelectElement) select.value = currency || (select.options[0]?.value ?? "");
}

/** Put the search into the controls; words that are still being typed stay. */
function showSearch() {
  const search = current();
  if (!timer && words.value.trim() !== search.q) words.value = search.q;
  showChoice();
  setControl("pay", search.pay ? String(search.pay) : "");
  setControl("posted", search.posted ? String(search.posted) : "", () => say("within", { count: search.posted }));
  setControl("saved", search.saved ? "1" : "");
  const saved = savedSlugs().length;
  show(form, "data-saved-only", search.saved || saved > 0);
  show(page, "data-saved-roles", !search.saved && saved > 0);
  fill(page, "data-saved-count", amount(saved));
  if (sort) {
    show(sort, 'value="relevance"', search.q !== "");
    sort.value = sorting() === "date" ? "" : sorting();
  }
  const on = filterCount(search);
  fill(page, "data-active-count", on ? amount(on) : "");
  show(form, "data-clear", writeSearch(search) !== "");
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-alternate]"))) {
    link.search = writeSearch(search);
  }
}

/**
 * @param {string} name
 * @param {string} value
 * @param {() => string} [words] for a choice that the page does not offer
 */
function setControl(name, value, words = () => value) {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = value !== "";
  else if (control instanceof HTMLInputElement) control.value = value;
  if (!(control instanceof HTMLSelectElement)) return;
  control.value = value;
  if (control.value !== value) control.add(new Option(words(), value, false, true));
}
