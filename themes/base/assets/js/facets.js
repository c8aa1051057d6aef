// Which postings a search leaves, in which order, and what each click would give. Pure: a list and a search in.

import { FACETS } from "./address.js";
import { dayFromNow } from "./dates.js";

/** @typedef {import("./postings.js").List} List */
/** @typedef {import("./postings.js").Posting} Posting */

/** What a term that is gone may have been called in an address. */
const TERM = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;

/**
 * The search without keys that can be none; a term without postings, such as last year's, stays and finds nothing.
 * @param {List} list @param {import("./address.js").Search} search
 */
export function known(list, search) {
  /** @type {Record<string, string[]>} */
  const chosen = {};
  for (const facet of FACETS) {
    const keys = (search.chosen[facet] ?? []).filter((key) => TERM.test(key) || list.options[facet].some((one) => one.key === key));
    if (keys.length) chosen[facet] = keys;
  }
  const currency = list.currencies.includes(search.currency) ? search.currency : "";
  return { ...search, chosen, currency, pay: list.currencies.length ? search.pay : 0 };
}

/**
 * OR inside a facet, AND across: the postings that pass every test of the search. `counts` says, by facet and key, how
 * many postings a box stands for while the other facets stay as they are; `without` how many there would be if one test
 * (a facet's name, q, pay, posted, saved) were dropped.
 * @param {List} list
 * @param {import("./address.js").Search} search
 * @param {Set<string> | null} hits slugs that have the words; null without words
 * @param {Set<string>} saved
 */
export function narrow(list, search, hits, saved) {
  const tests = testsOf(list, search, hits, saved);
  const names = Object.keys(tests);
  /** @type {Posting[]} */
  const found = [];
  /** @type {Record<string, Map<string, number>>} */
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  /** @type {Record<string, number>} */
  const without = Object.fromEntries(names.map((name) => [name, 0]));
  for (const posting of list.postings) {
    const failed = names.filter((name) => !tests[name](posting));
    if (failed.length > 1) continue;
    if (failed.length) without[failed[0]] += 1;
    else found.push(posting);
    for (const facet of failed.length ? failed : FACETS) {
      for (const key of posting.keys[facet] ?? []) counts[facet].set(key, (counts[facet].get(key) ?? 0) + 1);
    }
  }
  for (const name of names) without[name] += found.length;
  return { found, counts, without };
}

/**
 * @param {List} list
 * @param {import("./address.js").Search} search
 * @param {Set<string> | null} hits
 * @param {Set<string>} saved
 * @returns {Record<string, (posting: Posting) => boolean>}
 */
function testsOf(list, search, hits, saved) {
  /** @type {Record<string, (posting: Posting) => boolean>} */
  const tests = {};
  for (const [facet, keys] of Object.entries(search.chosen)) {
    tests[facet] = (posting) => posting.keys[facet].some((key) => keys.includes(key));
  }
  const currency = search.currency || list.currencies[0];
  if (hits) tests.q = (posting) => hits.has(posting.slug);
  if (search.pay) tests.pay = ({ pay }) => pay !== null && pay[0] === currency && pay[2] >= search.pay;
  const since = dayFromNow(-search.posted);
  if (search.posted) tests.posted = (posting) => posting.posted >= since;
  if (search.saved) tests.saved = (posting) => saved.has(posting.slug);
  return tests;
}

/**
 * In the order asked for; the list's own order (newest first) breaks ties.
 * @param {Posting[]} postings
 * @param {string} sort
 * @param {{rank: Map<string, number> | null, currency: string, fit: (posting: Posting) => number}} by
 */
export function order(postings, sort, { rank, currency, fit }) {
  /** @type {Record<string, (posting: Posting) => number>} */
  const values = {
    relevance: ({ slug }) => rank?.get(slug) ?? Infinity,
    closing: ({ closes }) => (closes ? Date.parse(closes) : Infinity),
    fit: (posting) => -fit(posting),
  };
  if (sort === "pay") return postings.slice().sort((a, b) => byPay(a, b, currency));
  const value = values[sort];
  if (!value) return postings;
  const cached = new Map(postings.map((posting) => [posting, value(posting)]));
  return postings.slice().sort((a, b) => compare(cached.get(a) ?? 0, cached.get(b) ?? 0));
}

/** Infinity minus itself is no number. @param {number} a @param {number} b */
const compare = (a, b) => (a === b ? 0 : a < b ? -1 : 1);

/** Highest first, each currency for itself: the chosen one, the others by code, then what states no pay. */
function byPay(/** @type {Posting} */ a, /** @type {Posting} */ b, /** @type {string} */ currency) {
  const place = (/** @type {Posting} */ { pay }) => (pay ? (pay[0] === currency ? "" : pay[0]) : "~");
  if (place(a) !== place(b)) return place(a) < place(b) ? -1 : 1;
  return compare(b.pay?.[2] ?? 0, a.pay?.[2] ?? 0) || compare(b.pay?.[1] ?? 0, a.pay?.[1] ?? 0);
}
