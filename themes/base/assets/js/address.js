// What is being looked for, and how the page's address says it. The address may hold anything: it is read as data.

export const FACETS = ["department", "place", "workplace", "type", "skill", "company", "language"];
export const SORTS = ["date", "relevance", "pay", "closing", "fit"];

const LONGEST = 200;
const MOST = 50;

/**
 * @typedef {object} Search
 * @property {string} q words; empty for none
 * @property {Record<string, string[]>} chosen keys by facet; a facet without any is absent
 * @property {number} pay least pay in the site's unit; 0 for any
 * @property {string} currency its ISO code; empty for the most frequent one
 * @property {number} posted within so many days; 0 for ever
 * @property {boolean} saved saved postings only
 * @property {string} sort one of SORTS; empty for the usual order
 */

/** @param {string} query such as `?q=go&department=data` @returns {Search} */
export function readSearch(query) {
  const asked = new URLSearchParams(query);
  /** @type {Search["chosen"]} */
  const chosen = {};
  for (const facet of FACETS) {
    const keys = [...new Set(asked.getAll(facet))].filter((key) => key && key.length <= LONGEST).slice(0, MOST);
    if (keys.length) chosen[facet] = keys.sort();
  }
  return {
    q: (asked.get("q") ?? "").trim().slice(0, LONGEST),
    chosen,
    pay: within(asked.get("pay"), 1e9),
    currency: /^[A-Z]{3}$/.test(asked.get("currency") ?? "") ? String(asked.get("currency")) : "",
    posted: Math.floor(within(asked.get("posted"), 3650)),
    saved: asked.get("saved") === "1",
    sort: SORTS.includes(asked.get("sort") ?? "") ? String(asked.get("sort")) : "",
  };
}

/** @param {string | null} text @param {number} most */
function within(text, most) {
  const value = Number(text ?? 0);
  return value > 0 && value <= most ? value : 0;
}

/** The search as a query: `?q=…`, empty when nothing is asked for. @param {Search} search */
export function writeSearch(search) {
  const asked = new URLSearchParams();
  if (search.q) asked.set("q", search.q);
  for (const facet of FACETS) for (const key of search.chosen[facet] ?? []) asked.append(facet, key);
  if (search.pay) asked.set("pay", String(search.pay));
  if (search.pay && search.currency) asked.set("currency", search.currency);
  if (search.posted) asked.set("posted", String(search.posted));
  if (search.saved) asked.set("saved", "1");
  if (search.sort) asked.set("sort", search.sort);
  const query = asked.toString();
  return query && `?${query}`;
}

/** How many filters are on, words and order apart. @param {Search} search */
export const filterCount = (search) =>
  Object.values(search.chosen).flat().length + Number(search.pay > 0) + Number(search.posted > 0) + Number(search.saved);
