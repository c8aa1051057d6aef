// The filters of a search in words, and the search without one of them.

import { FACETS, readSearch } from "./address.js";
import { known } from "./facets.js";
import { language, say } from "./words.js";

/** @typedef {import("./address.js").Search} Search */
/** @typedef {import("./postings.js").List} List */
/** @typedef {{test: string, label: string, without: Search}} Filter one filter in words, and the search without it */

/** @param {List} list @param {Search} asked @returns {Filter[]} */
export function filtersOf(list, asked) {
  const { q, chosen, posted } = asked;
  const all = FACETS.flatMap((facet) =>
    (chosen[facet] ?? []).map((key) => {
      const others = chosen[facet].filter((other) => other !== key);
      return { test: facet, label: label(list, facet, key), without: { ...asked, chosen: { ...chosen, [facet]: others } } };
    }),
  );
  if (q) all.unshift({ test: "q", label: say("query", { q }), without: drop(asked, "q") });
  if (asked.pay) all.push({ test: "pay", label: say("pay", { amount: money(list, asked) }), without: drop(asked, "pay") });
  if (posted) all.push({ test: "posted", label: say("within", { count: posted }), without: drop(asked, "posted") });
  if (asked.saved) all.push({ test: "saved", label: say("saved_only"), without: drop(asked, "saved") });
  return all;
}

/** The search without one of its tests. @param {Search} asked @param {string} test @returns {Search} */
export const drop = (asked, test) =>
  FACETS.includes(test)
    ? { ...asked, chosen: { ...asked.chosen, [test]: [] } }
    : { ...asked, [test]: readSearch("")[/** @type {keyof Search} */ (test)] };

/** @param {List} list @param {string} facet @param {string} key */
export const label = (list, facet, key) => list.options[facet].find((option) => option.key === key)?.label ?? key;

/** @param {List} list @param {Search} asked */
function money({ currencies }, { pay, currency }) {
  const style = { style: /** @type {const} */ ("currency"), currency: currency || currencies[0], maximumFractionDigits: pay % 1 ? 2 : 0 };
  return new Intl.NumberFormat(language, style).format(pay);
}

/** A search in words: `“go”, Engineering, Lisbon`. @param {List} list @param {Search} search */
export const nameOf = (list, search) =>
  filtersOf(list, known(list, search)).map((filter) => filter.label).join(", ") || say("all_roles");
