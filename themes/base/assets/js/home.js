// The home page's controls, and what is asked for: the address says it, so that it can be linked and gone back to. The boxes
// of a facet are links of the page at first.

import { readSearch, writeSearch } from "./address.js";
import { clone, fill, part, show } from "./parts.js";
import { announce } from "./words.js";

/** @typedef {import("./address.js").Search} Search */
/** @typedef {{key: string, label: string, item: HTMLElement, box: HTMLInputElement, given: boolean}} Box `given` by the page as it was built */
/** @typedef {{name: string, fieldset: HTMLFieldSetElement, list: HTMLElement, boxes: Map<string, Box>, all: boolean, complete: boolean}} Facet */

export const page = /** @type {HTMLElement} */ (document.querySelector("[data-list]"));
export const form = /** @type {HTMLFormElement} */ (part(page, "data-filters"));
export const sort = /** @type {HTMLSelectElement | null} */ (part(page, "data-sort"));
export const words = /** @type {HTMLInputElement} */ (page.querySelector("[name=q]"));
export const facets = dressFacets(form);

let search = readSearch(location.search);
/** @type {((gone: boolean) => void)[]} */
const listeners = [];
const tell = (gone = false) => listeners.forEach((listener) => listener(gone));

addEventListener("popstate", () => {
  const before = writeSearch(search);
  search = readSearch(location.search);
  if (writeSearch(search) !== before) tell(true);
});

/** What is asked for now. */
export const current = () => search;

/** The order in force: an empty `sort` is best match with words, newest first without. */
export const sorting = () => search.sort || (search.q ? "relevance" : "date");

/** Call `listener` whenever something else is asked for; `gone` when by going back or forward. @param {(gone: boolean) => void} listener */
export const onAsk = (listener) => listeners.push(listener);

/** Say something of the list as a whole; `again` offers to try once more. @param {string} text @param {boolean} [again] */
export function note(text, again = false) {
  if (text && text !== part(page, "data-note-text")?.textContent) announce(text);
  fill(page, "data-note-text", text);
  show(page, "data-note", text !== "");
  show(page, "data-again", again);
}

/** Ask for something else. @param {Search} next @param {boolean} [same] in the same entry of the history */
export function ask(next, same = false) {
  const before = writeSearch(search);
  const query = writeSearch(next);
  search = readSearch(query);
  if (writeSearch(search) === before) return;
  history[same ? "replaceState" : "pushState"](null, "", query || location.pathname);
  tell();
}

/** Turn the facets of a form into checkboxes. @param {HTMLElement} form @returns {Facet[]} */
function dressFacets(form) {
  const fieldsets = /** @type {NodeListOf<HTMLFieldSetElement>} */ (form.querySelectorAll("[data-facet]"));
  return [...fieldsets].map((fieldset) => {
    const list = /** @type {HTMLElement} */ (part(fieldset, "data-options"));
    const facet = { name: fieldset.dataset.facet ?? "", fieldset, list, boxes: new Map(), all: false, complete: false };
    for (const given of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-term], [data-option]"))) {
      replaceTerm(facet, given);
    }
    const link = part(fieldset, "data-all");
    if (link) link.hidden = true;
    return facet;
  });
}

/** @param {Facet} facet @param {HTMLElement} given a link, or a list item without one */
function replaceTerm(facet, given) {
  const old = /** @type {HTMLElement} */ (given.closest("li"));
  const key = given.dataset.term ?? given.dataset.option ?? "";
  const count = part(old, "data-term-count")?.textContent ?? "";
  const label = given === old ? (old.firstChild?.textContent ?? "") : (given.textContent ?? "");
  const box = addBox(facet, key, label.trim(), true);
  fill(box.item, "data-term-count", count);
  if (old.dataset.depth) box.item.dataset.depth = old.dataset.depth;
  old.replaceWith(box.item, ...old.querySelectorAll(":scope > ul > li"));
}

/** @param {Facet} facet @param {string} key @param {string} label @param {boolean} given @returns {Box} */
export function addBox(facet, key, label, given) {
  const item = clone("option");
  const box = /** @type {HTMLInputElement} */ (item.querySelector("input"));
  box.name = facet.name;
  box.value = key;
  fill(item, "data-label", label);
  const made = { key, label, item, box, given };
  facet.boxes.set(key, made);
  return made;
}

/** Show what is chosen. @param {Facet} facet @param {string[]} keys */
export function chooseBoxes(facet, keys) {
  for (const { key, box } of facet.boxes.values()) box.checked = keys.includes(key);
}
