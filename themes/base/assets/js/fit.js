// Which skills a text names, and how many years of each. A word match: it knows nothing about anybody.

import { keep, recall } from "./store.js";
import { keyOf, pattern, plainly } from "./skills.js";
import { say } from "./words.js";

/** @typedef {{words: (posting: import("./postings.js").Posting) => string, share: (posting: import("./postings.js").Posting) => number}} Fit */

const NUMBERS = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10,
};
const UNIT = "(?:years?|yrs?|jahren?|anos?|años?|ans?)";
const YEARS = new RegExp(`(?<![\\d.])(\\d{1,2}|${Object.keys(NUMBERS).join("|")})\\s*\\+?\\s*(?:[-–]\\s*\\d{1,2}\\s*\\+?\\s*)?${UNIT}(?!\\p{L})`, "giu");
const NOW = "present|now|today|current|heute|jetzt|atual|presente|hoje|actual|actualidad|hoy|aujourd['’]hui|présent";
const SPAN = new RegExp(`(?<!\\d)((?:19|20)\\d\\d)\\s*(?:[-–—]|to|bis|até|hasta|à)\\s*(?:(?:\\p{L}+\\.?\\s+|\\d{1,2}[/.])?((?:19|20)\\d\\d)(?!\\d)|${NOW})`, "giu");

/**
 * Whether a text names a skill, and the years it gives for it (0 when it gives none): "5 years of Go, Postgres", "Go (5
 * years)". Where it gives none, those between the dates of the paragraph, "2019–2024": then they are `dated`.
 * @param {string} text @param {string} skill @param {number} year this year
 */
export function lookFor(text, skill, year) {
  const name = pattern(skill);
  let found = false;
  let stated = 0;
  let spanned = 0;
  for (const paragraph of text.normalize("NFC").split(/\n\s*\n/)) {
    if (!plainly(paragraph).match(name)) continue;
    found = true;
    spanned += yearsSpanned(paragraph, year);
    for (const sentence of plainly(paragraph).split(/\n|[.!?]\s+(?=\p{Lu})/u)) stated = Math.max(stated, yearsStated(sentence, name));
  }
  return { found, years: stated || spanned, dated: !stated && spanned > 0 };
}

/** Years that a sentence gives for a skill, by its clauses. @param {string} sentence @param {RegExp} name */
function yearsStated(sentence, name) {
  const clauses = sentence.split(/[,;•|]|\s(?:and|und|e|y|et)\s/);
  let carried = 0;
  let most = 0;
  clauses.forEach((clause, index) => {
    const given = [...clause.matchAll(YEARS)].map((match) => ({ years: toNumber(match[1]), at: match.index, end: match.index + match[0].length }));
    const leads = given.length > 0 && /[\p{L}\p{N}]/u.test(clause.slice(given[0].end)) && !/\p{L}/u.test(clause.slice(0, given[0].at));
    const next = clauses[index + 1] ?? "";
    const alone = /^[\s\p{P}]*$/u.test(next.replace(YEARS, "")) ? [...next.matchAll(YEARS)].map((match) => toNumber(match[1])) : [];
    if (clause.match(name)) most = Math.max(most, given[0]?.years ?? alone[0] ?? carried);
    if (given.length) carried = leads ? given[0].years : 0;
  });
  return most;
}

/** @param {string} word */
const toNumber = (word) => Number(word) || (NUMBERS[/** @type {keyof typeof NUMBERS} */ (word.toLowerCase())] ?? 0);

/** Years between the dates of a text, overlaps once. @param {string} text @param {number} year */
function yearsSpanned(text, year) {
  const years = new Set();
  for (const [, from, to] of text.matchAll(SPAN)) {
    for (let at = Number(from); at < Math.min(Number(to ?? year), year); at += 1) years.add(at);
  }
  return years.size;
}

/** Years of work in a whole CV: the most that it states, or those that its dates span. @param {string} text @param {number} year */
export function yearsInAll(text, year) {
  const stated = Math.max(0, ...[...plainly(text).matchAll(YEARS)].map((match) => toNumber(match[1])));
  const spanned = yearsSpanned(text, year);
  const years = Math.max(stated, spanned);
  return { found: years > 0, years, dated: spanned > stated };
}

/** @param {any} value */
const isKept = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((years) => typeof years === "number");

/** Remembered skills: years by key, 0 where the years are unknown. @returns {Record<string, number> | null} */
export const rememberedSkills = () => recall("skills", isKept, null);

/** Whether they could be kept. @param {Record<string, number> | null} skills */
export const rememberSkills = (skills) => keep("skills", skills);

/** How the remembered skills fit a posting of the list; null when none are remembered. @returns {Fit | null} */
export function readFit() {
  const skills = rememberedSkills();
  if (!skills) return null;
  const found = (/** @type {import("./postings.js").Posting} */ posting) => posting.skills.filter((name) => Object.hasOwn(skills, keyOf(name))).length;
  return {
    share: (posting) => (posting.skills.length ? found(posting) / posting.skills.length + found(posting) / 1000 : -1),
    words: (posting) => (posting.skills.length ? say("fit_row", { found: found(posting), count: posting.skills.length }) : ""),
  };
}
