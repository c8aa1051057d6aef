// The home page's controls, and what is asked for: the address says it, so that it can be linked and gone back to.

import { readSearch, writeSearch } from "./address.js";
import { dressFacets } from "./options.js";
import { fill, part, show } from "./parts.js";
import { announce } from "./words.js";

/** @typedef {import("./address.js").Search} Search */

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
  search = readSearch(location.search);
  tell(true);
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
