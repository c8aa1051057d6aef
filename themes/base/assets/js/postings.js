// What the list says: its postings, and which of them have a word. Pure: data in, values out.

import { dayFromNow, isOver } from "./dates.js";

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

/**
 * @typedef {object} List
 * @property {string[]} currencies most frequent first
 * @property {Record<string, Option[]>} options by facet
 * @property {Posting[]} postings newest first, without those that are over
 * @property {string[]} slugs of all, oldest first, as the search index has them
 */

/**
 * Read the list as `ssg/formats/posting_list.py` writes it, column by column; postings that are over are left out.
 * @param {any} data
 * @returns {List}
 */
export function readList(data) {
  const { currencies, facets } = data;
  /** @type {Record<string, Option[]>} */
  const options = Object.fromEntries(Object.keys(facets).map((facet) => [facet, facets[facet].map(option)]));
  const { country, place } = options;
  const today = dayFromNow();
  /** @type {Posting[]} */
  const postings = data.columns.slug.map((/** @type {string} */ _, /** @type {number} */ at) => readPosting(data, options, at));
  return {
    currencies,
    options: { ...options, place: country.flatMap((land) => [land, ...place.filter((town) => town.country === land.key)]) },
    postings: postings.filter(({ closes }) => !isOver(closes, today)),
    slugs: postings.slice().sort((a, b) => byCode(a.posted, b.posted) || byCode(`${a.slug}/`, `${b.slug}/`)).map(({ slug }) => slug),
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

/**
 * One index stands for itself, -1 for all; of skills each is the distance from the one before.
 * @param {Option[]} options @param {number | number[]} indices @param {boolean} steps
 */
function pick(options, indices, steps) {
  if (indices === -1) return options;
  let last = 0;
  return [indices].flat().map((index) => options[steps ? (last += index) : index]);
}

/** The words of a title as its slug has them. @param {string} title */
const wordsOf = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** @param {string} a @param {string} b */
const byCode = (a, b) => (a === b ? 0 : a < b ? -1 : 1);

/** @param {string[]} term @returns {Option} */
const option = ([key, label, country]) => ({ key, label, country });

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
