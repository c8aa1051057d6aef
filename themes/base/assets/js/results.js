// What a search finds: rows, counts, chips, and a way on where nothing was found.

import { FACETS, readSearch, writeSearch } from "./address.js";
import { completeFacet, showCounts } from "./counts.js";
import { findInList, known, narrow, order, readList } from "./facets.js";
import { ask, facets, form, note, page, sort, sorting, words } from "./home.js";
import { clone, fill, part, show } from "./parts.js";
import { rows } from "./rows.js";
import { savedSlugs } from "./saved.js";
import { recall } from "./store.js";
import { either, language, say } from "./words.js";

/** @typedef {import("./address.js").Search} Search */
/** @typedef {import("./facets.js").List} List */
/** @typedef {import("./facets.js").Posting} Posting */

const ROWS = 50;

const results = /** @type {HTMLElement} */ (part(page, "data-results"));
const fit = recall("skills", Boolean, null) ? (await import("./fit.js")).readFit() : null;
/** @type {Posting[]} */
let found = [];

part(page, "data-more")?.addEventListener("click", showMore);

/** Read the list's data, and offer what it has and the page left out. @param {any} data @returns {List} */
export function open(data) {
  const list = readList(data);
  const { currencies } = list;
  for (const facet of facets) completeFacet(facet, list.options[facet.name]);
  show(form, "data-pay", currencies.length > 0);
  fill(form, "data-pay-currency", currencies.length === 1 ? currencies[0] : "");
  const choice = /** @type {HTMLSelectElement | null} */ (form.elements.namedItem("currency"));
  choice?.replaceChildren(...currencies.map((code) => new Option(code, code)));
  if (choice) choice.hidden = currencies.length < 2;
  if (sort) show(sort, 'value="fit"', fit !== null);
  const { counts } = narrow(list, readSearch(""), null, new Set());
  for (const facet of facets) showCounts(facet, counts[facet.name]);
  return list;
}

/**
 * Find and show what is asked for.
 * @param {List} list
 * @param {Search} search
 * @param {() => boolean} isCurrent whether nothing else has been asked meanwhile
 */
export async function answer(list, search, isCurrent) {
  const asked = known(list, search);
  const ranked = asked.q ? await findWords(list, asked.q).catch(() => undefined) : null;
  if (!isCurrent()) return;
  const hits = ranked === undefined ? findInList(list, asked.q) : ranked;
  const outcome = narrow(list, asked, hits && new Set(hits), new Set(savedSlugs()));
  const on = writeSearch(asked) !== "";
  found = on ? inOrder(list, asked, outcome.found, hits) : [];
  for (const facet of facets) showCounts(facet, outcome.counts[facet.name]);
  results.replaceChildren();
  showMore();
  note(ranked === undefined ? say("search_failed") : on ? remark(list, asked) : "");
  results.hidden = !found.length;
  show(page, "data-listing", !on);
  fill(page, "data-nothing", list.postings.length ? "" : say("no_roles"));
  show(page, "data-save-search", on);
  fill(page, "data-count", say("roles", { count: outcome.found.length }));
  const filters = filtersOf(list, asked);
  showChips(filters);
  showEmpty(list, asked, filters, on && list.postings.length && !found.length ? outcome.without : null);
}

/** What the rows do not tell: saved ones that are over, and how pay stands. @param {List} list @param {Search} asked */
function remark(list, asked) {
  const open = new Set(list.postings.map(({ slug }) => slug));
  const over = asked.saved ? savedSlugs().filter((slug) => !open.has(slug)).length : 0;
  const gone = over ? say("saved_over", { count: over }) : "";
  return sorting() === "pay" ? `${gone} ${payOrder(asked.currency || list.currencies[0])}`.trim() : gone;
}

/** How rows stand in the order by pay. @param {string} currency */
function payOrder(currency) {
  const several = new Set(found.map(({ pay }) => pay?.[0]).filter(Boolean)).size > 1;
  return say("pay_order", { unit: sort?.dataset.unit ?? "" }) + (several ? ` ${say("pay_currencies", { currency })}` : "");
}

/** Slugs that have the words, best first; then those that the list has them of, which speaks the page's language. @param {List} list @param {string} query */
export async function findWords(list, query) {
  const { findWords } = await import("./search.js");
  const found = await findWords(query, page.dataset.pagefind ?? "", list.slugs);
  return [...new Set([...(found ?? []), ...findInList(list, query)])];
}

/** @param {List} list @param {Search} asked @param {Posting[]} postings @param {string[] | null} ranked */
const inOrder = (list, asked, postings, ranked) =>
  order(postings, sorting(), {
    rank: ranked && new Map(ranked.map((slug, index) => [slug, index])),
    currency: asked.currency || list.currencies[0],
    fit: (posting) => fit?.share(posting) ?? 0,
  });

/** The next rows; behind a click the focus moves to the first of them. @param {Event} [click] */
function showMore(click) {
  const at = results.childElementCount;
  results.append(rows(found.slice(at, at + ROWS), (posting) => (sorting() === "fit" && fit ? fit.words(posting) : "")));
  const left = Math.min(ROWS, found.length - results.childElementCount);
  fill(page, "data-more", left > 0 ? say("more", { count: left }) : "");
  if (click) results.children[at]?.querySelector("a")?.focus();
}

/** @typedef {{test: string, label: string, without: Search}} Filter one filter in words, and the search without it */

/** @param {List} list @param {Search} asked @returns {Filter[]} */
function filtersOf(list, asked) {
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
const drop = (asked, test) =>
  FACETS.includes(test)
    ? { ...asked, chosen: { ...asked.chosen, [test]: [] } }
    : { ...asked, [test]: readSearch("")[/** @type {keyof Search} */ (test)] };

/** @param {List} list @param {string} facet @param {string} key */
const label = (list, facet, key) => list.options[facet].find((option) => option.key === key)?.label ?? key;

/** @param {List} list @param {Search} asked */
function money({ currencies }, { pay, currency }) {
  const style = { style: /** @type {const} */ ("currency"), currency: currency || currencies[0], maximumFractionDigits: 0 };
  return new Intl.NumberFormat(language, style).format(pay);
}

/** A search in words: `“go”, Engineering, Lisbon`. @param {List} list @param {Search} search */
export const nameOf = (list, search) =>
  filtersOf(list, known(list, search)).map((filter) => filter.label).join(", ") || say("all_roles");

/** One button a filter; the focus stays among them. @param {Filter[]} filters */
function showChips(filters) {
  const chips = part(page, "data-chips");
  if (!chips) return;
  const focused = [...chips.children].findIndex((chip) => chip.contains(document.activeElement));
  chips.replaceChildren(...filters.map((filter) => {
    const chip = clone("chip");
    const button = /** @type {HTMLElement} */ (chip.querySelector("button"));
    fill(chip, "data-label", filter.label);
    button.setAttribute("aria-label", say("remove", { name: filter.label }));
    button.addEventListener("click", () => ask(filter.without));
    return chip;
  }));
  chips.hidden = !filters.length;
  if (focused >= 0) (chips.querySelectorAll("button")[Math.min(focused, filters.length - 1)] ?? words).focus();
}

/**
 * Which single filter to let go of where nothing was found, most helpful first; all of them where that is not enough; and
 * a feed to wait with.
 * @param {List} list @param {Search} asked @param {Filter[]} filters @param {Record<string, number> | null} without
 */
function showEmpty(list, asked, filters, without) {
  const empty = part(page, "data-empty");
  if (!empty) return;
  const hadFocus = empty.contains(document.activeElement);
  empty.hidden = !without;
  if (hadFocus) words.focus();
  if (!without) return;
  const helpful = Object.keys(without).filter((test) => without[test]).sort((a, b) => without[b] - without[a]);
  const offers = helpful.map((test) => {
    const name = either(filters.filter((filter) => filter.test === test).map((filter) => filter.label));
    return offer(say("loosen", { name, count: without[test] }), drop(asked, test));
  });
  const all = () => offer(`${say("all_roles")}: ${say("roles", { count: list.postings.length })}`, readSearch(""));
  part(empty, "data-loosen")?.replaceChildren(...(offers.length ? offers : [all()]));
  showFeed(list, asked, empty);
}

/** @param {string} label @param {Search} search */
function offer(label, search) {
  const item = clone("loosen");
  fill(item, "data-label", label);
  item.addEventListener("click", () => ask(search));
  return item;
}

/**
 * The feed nearest to the search that misses nothing of it: that of the rarest term that it asks for alone in its facet,
 * else the whole list's.
 * @param {List} list @param {Search} asked @param {HTMLElement} empty
 */
function showFeed(list, asked, empty) {
  const link = /** @type {HTMLAnchorElement | null} */ (part(empty, "data-empty-feed"));
  if (!link) return;
  const terms = facets.flatMap(({ name, fieldset }) => {
    const [key = "", ...others] = asked.chosen[name] ?? [];
    const count = list.postings.filter((posting) => posting.keys[name].includes(key)).length;
    return fieldset.dataset.href && count && !others.length ? [{ href: fieldset.dataset.href, label: label(list, name, key), key, count }] : [];
  });
  const [nearest] = terms.sort((a, b) => a.count - b.count);
  link.href = nearest ? `${nearest.href}${encodeURIComponent(nearest.key)}/feed.xml` : (page.dataset.feed ?? "");
  fill(empty, "data-empty-feed-name", nearest?.label ?? "");
}
