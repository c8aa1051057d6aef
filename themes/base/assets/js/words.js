// The words that modules put on a page: they come with the page, in its language.

const { lang } = document.documentElement;
// Where a language is at home when its code does not say, as in ssg/l10n.py.
export const language = lang === "pt" ? "pt-PT" : lang || "en";

/** @type {Record<string, string | Record<string, string>>} */
const WORDS = JSON.parse(document.querySelector("[data-words]")?.getAttribute("data-words") || "{}");
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);

/**
 * The string of `key` with its `{placeholders}` filled in; `count` also chooses its plural form.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  const entry = WORDS[key] ?? key;
  const text = typeof entry === "string" ? entry : (entry[plural.select(Number(values.count))] ?? entry.other);
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = Object.hasOwn(values, name) ? values[name] : whole;
    return typeof value === "number" ? number.format(value) : value;
  });
}

/** @param {number} value */
export const amount = (value) => number.format(value);

/** `A, B or C` @param {string[]} words */
export const either = (words) => new Intl.ListFormat(language, { type: "disjunction" }).format(words);

/** Say something to everybody, screen readers included. @param {string} text */
export function announce(text) {
  const status = document.querySelector("[data-status]");
  if (status) status.textContent = text;
}
