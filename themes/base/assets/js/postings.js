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
  const postings = readPostings(data, options);
  return {
    currencies,
    options: { ...options, place: country.flatMap((land) => [land, ...place.filter((town) => town.country === land.key)]) },
    postings: postings.filter(({ closes }) => !isOver(closes, today)),
    slugs: postings.slice().sort((a, b) => byCode(a.posted, b.posted) || byCode(`${a.slug}/`, `${b.slug}/`)).map(({ slug }) => slug),
  };
}

/** @param {any} data @param {Record<string, Option[]>} options @returns {Posting[]} */
function readPostings({ base, language, currencies, per, anywhere, postings, tables, columns }, options) {
  const terms = Object.fromEntries(Object.entries(options).map(([facet, all]) => [facet, termsOf(all, columns[facet], postings[facet], columns.title.length)]));
  for (const at of positions(anywhere)) terms.country[at] = options.country;
  const rows = Object.fromEntries(Object.keys(tables).map((name) => [name, unpack(columns[name]).map((row) => tables[name][row - 1])]));
  let paid = 0;
  return columns.title.map((/** @type {string} */ title, /** @type {number} */ at) => {
    const of = (/** @type {string} */ facet) => terms[facet][at];
    const names = (/** @type {string} */ facet) => of(facet).map(({ label }) => label);
    const keys = Object.fromEntries(Object.keys(terms).map((facet) => [facet, of(facet).map(({ key }) => key)]));
    const slug = readSlug(columns.slug[at], title, of("place"));
    keys.place = [...new Set([...keys.country, ...of("place").map((town) => town.country ?? ""), ...keys.place])];
    const [posted, postedText] = rows.posted[at];
    const [closes = "", closesText = ""] = rows.closes[at] ?? [];
    const pay = rows.pay[at] && readPay(rows.pay[at], columns.low[paid], columns.more[paid++], per);
    return {
      slug,
      title,
      posted,
      closes,
      keys,
      href: `${base}${encodeURIComponent(slug)}/`,
      lang: keys.language[0] === language ? "" : keys.language[0],
      pay: pay ? [currencies[rows.pay[at][1]], pay.low, pay.high] : null,
      text: {
        company: names("company").join(),
        place: rows.where[at] ?? "",
        type: names("type").join(", "),
        pay: pay?.text ?? "",
        posted: postedText,
        closes: closesText,
      },
      skills: names("skill"),
    };
  });
}

/**
 * The terms of each posting: by a column of rows, or by the postings of each term.
 * @param {Option[]} options @param {string | undefined} rows @param {string[]} byTerm @param {number} count
 */
function termsOf(options, rows, byTerm, count) {
  if (rows !== undefined) return unpack(rows).map((row) => options.slice(row - 1, row));
  /** @type {Option[][]} */
  const terms = Array.from({ length: count }, () => []);
  byTerm.forEach((steps, index) => positions(steps).forEach((at) => terms[at].push(options[index])));
  return terms;
}

/** Positions that are told by how many lie between one and the next. @param {string} steps */
function positions(steps) {
  let at = -1;
  return unpack(steps).map((between) => (at += between + 1));
}

/** Numbers that are written as letters. @param {string} letters */
function unpack(letters) {
  /** @type {number[]} */
  const numbers = [];
  let before = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const code = letters.charCodeAt(at);
    if (code > 92) before = before * 34 + code - 93;
    else {
      numbers.push(before * 57 + code - 35);
      before = 0;
    }
  }
  return numbers;
}

/** The rest of a slug, with the title's words and a town put back. @param {string} rest @param {string} title @param {Option[]} towns */
function readSlug(rest, title, towns) {
  if (rest[0] === "/") return rest.slice(1);
  const town = towns["~}|".indexOf(rest[0] || " ")];
  if (!town) return wordsOf(title) + rest;
  const name = /^[\x00-\x7f]*$/.test(town.label) ? wordsOf(town.label) : town.key.slice((town.country ?? "").length + 1);
  return `${wordsOf(title)}-${name}${rest.slice(1)}`;
}

/** Pay in words and in the site's unit. @param {[string, number, number]} row @param {number} from @param {number} more @param {number} per */
function readPay([pattern, , times], from, more, per) {
  const to = Math.round((from + more) * 100) / 100;
  const figures = more ? `${from}${to}` : `${from}`;
  const inUnit = (/** @type {number} */ amount) => Math.round(amount * times / per * 100) / 100;
  let at = 0;
  const text = /\d/.test(pattern) ? pattern : pattern.replace(/#/g, () => figures[at++]);
  return { text, low: inUnit(from), high: inUnit(to) };
}

/** The words of a title as its slug has them. @param {string} title */
const wordsOf = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** @param {string} a @param {string} b */
const byCode = (a, b) => (a === b ? 0 : a < b ? -1 : 1);

/** @param {string[]} term @returns {Option} */
const option = ([key, label, country]) => ({ key, label, country });

/** Text without accents and capitals. @param {string} text */
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Words between single spaces, without accents and capitals. @param {string} text */
const plain = (text) => ` ${folded(text).replace(/[^\p{L}\p{N}+#]+/gu, " ")} `;

/** Three letters, or one of another script: what is shorter begins too many words of the adverts. @param {string} words */
export const isLong = (words) => /[!-~]{3}|[^\0-~]/.test(words);

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
 * one that begins with it; title first. A single letter is a word; typed alone it begins others where none has it as one.
 * @param {List} list @param {string} query
 */
export function findInList(list, query) {
  const words = plain(query).split(" ").filter(Boolean);
  const wanted = words.map((word) => (word.length > 1 ? ` ${word}` : ` ${word} `));
  const found = words.length ? having(list, wanted) : [];
  return found.length || !words.length || query.length > 1 ? found : having(list, [` ${words[0]}`]);
}

/** @param {List} list @param {string[]} wanted */
function having(list, wanted) {
  const labels = new Map(Object.values(list.options).flatMap((all) => all.map(({ key, label }) => [key, label])));
  const has = (/** @type {string} */ text) => wanted.every((word) => text.includes(word));
  /** @type {[string[], string[]]} */
  const found = [[], []];
  for (const posting of list.postings) {
    const { title, all } = plainly.get(posting) ?? readPlainly(posting, labels);
    if (has(all)) found[has(title) ? 0 : 1].push(posting.slug);
  }
  return found.flat();
}
