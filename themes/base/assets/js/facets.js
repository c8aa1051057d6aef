// Which postings a search leaves, in which order, and what each click would give. Pure: a list and a search in.

import { dayFromNow, isOver } from "./dates.js";
import { FACETS } from "./address.js";

/**
 * @typedef {object} Option one term of a facet; a town's `country` is the key of its country
 * @property {string} key
 * @property {string} label
 * @property {string} [country]
 */

/**
 * @typedef {object} Posting one open posting; `keys` are its terms by facet, `pay` is [currency, low, high], null if not stated
 * @property {string} slug
 * @property {string} title
 * @property {string} href
 * @property {string} posted
 * @property {string} closes last day to apply; empty for none
 * @property {string} lang of the advert; empty for the page's own
 * @property {[string, number, number] | null} pay
 * @property {Record<string, string>} text
 * @property {Record<string, string[]>} keys
 * @property {string[]} skills their names
 */

/** @typedef {{unit: string, currencies: string[], options: Record<string, Option[]>, postings: Posting[], slugs: string[]}} List `slugs` are all, oldest first, as the search index has them */

/**
 * Read the list as `ssg/formats/posting_list.py` writes it, column by column; postings that are over are left out.
 * @param {any} data
 * @returns {List}
 */
export function readList(data) {
  const { unit, currencies, facets } = data;
  /** @type {Record<string, Option[]>} */
  const options = Object.fromEntries(Object.keys(facets).map((facet) => [facet, facets[facet].map(option)]));
  const { country, place } = options;
  const today = dayFromNow();
  /** @type {Posting[]} */
  const postings = data.columns.slug.map((/** @type {string} */ _, /** @type {number} */ at) => readPosting(data, options, at));
  return {
    unit,
    currencies,
    options: { ...options, place: country.flatMap((land) => [land, ...place.filter((town) => town.country === land.key)]) },
    postings: postings.filter(({ closes }) => !isOver(closes, today)),
    slugs: postings.slice().sort((a, b) => compare(a.posted, b.posted) || compare(`${a.slug}/`, `${b.slug}/`)).map(({ slug }) => slug),
  };
}

/** @param {any} data @param {Record<string, Option[]>} options @param {number} at @returns {Posting} */
function readPosting({ base, currencies, tables, columns }, options, at) {
  const row = (/** @type {string} */ table, column = table) => tables[table][columns[column][at]];
  const terms = Object.fromEntries(Object.keys(options).map((facet) => [facet, pick(options[facet], columns[facet][at], facet === "skill")]));
  const keys = Object.fromEntries(Object.keys(terms).map((facet) => [facet, terms[facet].map(({ key }) => key)]));
  keys.place = [...new Set([...keys.country, ...terms.place.map((town) => town.country ?? ""), ...keys.place])];
  const names = (/** @type {string} */ facet) => terms[facet].map(({ label }) => label);
  const title = columns.title[at];
  const rest = columns.slug[at];
  const slug = rest[0] === "/" ? rest.slice(1) : wordsOf(title) + rest;
  const [posted, postedText] = row("posted");
  const [closes = "", closesText = ""] = row("closes") ?? [];
  const [pay = "", currency, low, high] = row("pay") ?? [];
  const place = row("place", "where") ?? "";
  return {
    slug,
    title,
    posted,
    closes,
    keys,
    href: `${base}${encodeURIComponent(slug)}/`,
    lang: columns.lang[at] || "",
    pay: pay ? [currencies[currency], low, high] : null,
    text: { company: names("company").join(), place, type: names("type").join(", "), pay, posted: postedText, closes: closesText },
    skills: names("skill"),
  };
}

/** One index stands for itself; of skills each is the distance from the one before. @param {Option[]} options @param {number | number[]} indices @param {boolean} steps */
function pick(options, indices, steps) {
  let last = 0;
  return [indices].flat().map((index) => options[steps ? (last += index) : index]);
}

/** The words of a title as its slug has them. @param {string} title */
const wordsOf = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** @param {string[]} term @returns {Option} */
const option = ([key, label, country]) => ({ key, label, country });

/** What a term that is gone may have been called in an address. */
const TERM = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;

/** The search without keys that can be none; a term without postings, such as last year's, stays and finds nothing. @param {List} list @param {import("./address.js").Search} search */
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

/** Infinity minus itself is no number. @template {number | string} T @param {T} a @param {T} b */
const compare = (a, b) => (a === b ? 0 : a < b ? -1 : 1);

/** Highest first, each currency for itself: the chosen one, the others by code, then what states no pay. */
function byPay(/** @type {Posting} */ a, /** @type {Posting} */ b, /** @type {string} */ currency) {
  const place = (/** @type {Posting} */ { pay }) => (pay ? (pay[0] === currency ? "" : pay[0]) : "~");
  if (place(a) !== place(b)) return place(a) < place(b) ? -1 : 1;
  return compare(b.pay?.[2] ?? 0, a.pay?.[2] ?? 0) || compare(b.pay?.[1] ?? 0, a.pay?.[1] ?? 0);
}

/** Words between single spaces, without accents and capitals. @param {string} text */
const plain = (text) => ` ${text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}+#]+/gu, " ")} `;

/** @type {WeakMap<Posting, {title: string, all: string}>} */
const plainly = new WeakMap();

/** @param {Posting} posting @param {Map<string, string>} labels */
function readPlainly(posting, labels) {
  const terms = Object.values(posting.keys).flatMap((all) => all.map((key) => labels.get(key)));
  const texts = { title: plain(posting.title), all: plain([posting.title, posting.text.company, posting.text.place, ...terms].join("\n")) };
  plainly.set(posting, texts);
  return texts;
}

/**
 * Slugs of the postings whose title, place, company, department or skills, in the page's language, have for every word
 * one that begins with it (a single letter is a word); title first.
 * @param {List} list @param {string} query
 */
export function findInList(list, query) {
  const words = plain(query).split(" ").filter(Boolean);
  const labels = new Map(Object.values(list.options).flatMap((all) => all.map(({ key, label }) => [key, label])));
  const has = (/** @type {string} */ text) => words.every((word) => text.includes(word.length > 1 ? ` ${word}` : ` ${word} `));
  /** @type {[string[], string[]]} */
  const found = [[], []];
  if (!words.length) return [];
  for (const posting of list.postings) {
    const { title, all } = plainly.get(posting) ?? readPlainly(posting, labels);
    if (has(all)) found[has(title) ? 0 : 1].push(posting.slug);
  }
  return found.flat();
}
