// Saved searches: kept in this browser on a click, each with how many came since the last visit.

import { readSearch, writeSearch } from "./address.js";
import { known, narrow } from "./facets.js";
import { nameOf } from "./filters.js";
import { current, note, page, words } from "./home.js";
import { clone, fill, part } from "./parts.js";
import { findInList } from "./postings.js";
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
  const [, list] = await load();
  const query = writeSearch(search);
  const others = savedSearches().filter((one) => one.query !== query);
  if (!keep("searches", [...others, { query, name: nameOf(list, search) }])) {
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
  if (searches.length) load().then((loaded) => searches.forEach(({ query }, index) => showNew(loaded, query, items[index])), () => {});
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

/** How many are new; the index is asked only where some might be. @param {Awaited<ReturnType<Load>>} loaded @param {string} query @param {HTMLElement} item */
async function showNew([results, list], query, item) {
  const asked = known(list, readSearch(query));
  const { found } = narrow(list, { ...asked, q: "" }, null, new Set(savedSlugs()));
  let fresh = found.filter(({ slug, posted }) => isNew(slug, posted));
  if (asked.q && fresh.length) {
    const hits = new Set(await results.findWords(list, asked.q).catch(() => findInList(list, asked.q)));
    fresh = fresh.filter(({ slug }) => hits.has(slug));
  }
  fill(item, "data-new", fresh.length ? say("new", { count: fresh.length }) : "");
}
