// Saved searches: kept in this browser on a click, each with how many came since the last visit.

import { readSearch, writeSearch } from "./address.js";
import { findInList, known, narrow } from "./facets.js";
import { current, note, page, words } from "./home.js";
import { clone, fill, part } from "./parts.js";
import { isNew, savedSlugs } from "./saved.js";
import { keep, recall } from "./store.js";
import { say } from "./words.js";

/** @typedef {{query: string, name: string}} Saved */
/** @typedef {import("./list.js").Load} Load */

const section = part(page, "data-saved-searches");

/** @param {any} value */
const isSaved = (value) =>
  Array.isArray(value) && value.every((one) => typeof one?.query === "string" && typeof one.name === "string");

/** @returns {Saved[]} */
const savedSearches = () => recall("searches", isSaved, []);

/** Keep what is asked for now. @param {Load} load */
export async function saveSearch(load) {
  const search = current();
  const [results, list] = await load();
  const query = writeSearch(search);
  const others = savedSearches().filter((one) => one.query !== query);
  if (!keep("searches", [...others, { query, name: results.nameOf(list, search) }])) {
    note(say("not_kept"));
    return;
  }
  dressSearches(load);
  const links = section?.querySelectorAll("a") ?? [];
  links[links.length - 1]?.focus();
}

/** Show the saved searches. @param {Load} load */
export function dressSearches(load) {
  if (!section) return;
  const searches = savedSearches();
  const items = searches.map((saved) => showOne(saved, load));
  section.hidden = !searches.length;
  section.querySelector("ul")?.replaceChildren(...items);
  if (searches.length) load().then(([, list]) => searches.forEach(({ query }, index) => showNew(list, query, items[index])), () => {});
}

/** @param {Saved} saved @param {Load} load */
function showOne({ query, name }, load) {
  const item = clone("saved-search");
  const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
  link.href = writeSearch(readSearch(query)) || location.pathname;
  link.textContent = name;
  const forget = /** @type {HTMLElement} */ (part(item, "data-forget"));
  forget.setAttribute("aria-label", say("forget", { name }));
  forget.addEventListener("click", () => {
    keep("searches", savedSearches().filter((one) => one.query !== query));
    dressSearches(load);
    (section?.querySelector("a") ?? words).focus();
  });
  return item;
}

/** @param {import("./facets.js").List} list @param {string} query @param {HTMLElement} item */
function showNew(list, query, item) {
  const asked = known(list, readSearch(query));
  const hits = asked.q ? new Set(findInList(list, asked.q)) : null;
  const { found } = narrow(list, asked, hits, new Set(savedSlugs()));
  const count = found.filter(({ slug, posted }) => isNew(slug, posted)).length;
  fill(item, "data-new", count ? say("new", { count }) : "");
}
