// What a search finds: rows, made from the page's own template, counts, chips, and what is to say of them. Data becomes text,
// never markup.

import { readSearch, writeSearch } from "./address.js";
import { completeFacet, showCounts } from "./counts.js";
import { dressTimes } from "./dates.js";
import { known, narrow, order } from "./facets.js";
import { filtersOf } from "./filters.js";
import { ask, facets, form, note, page, sort, sorting, words } from "./home.js";
import { clone, fill, part, show } from "./parts.js";
import { findInList, isLong, readList } from "./postings.js";
import { dressRows, savedSlugs } from "./saved.js";
import { recall } from "./store.js";
import { say } from "./words.js";

/** @typedef {import("./address.js").Search} Search */
/** @typedef {import("./filters.js").Filter} Filter */
/** @typedef {import("./postings.js").List} List */
/** @typedef {import("./postings.js").Posting} Posting */

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
  fill(page, "data-count", say("roles", { count: outcome.found.length }));
  const filters = filtersOf(list, asked);
  show(page, "data-save-search", filters.length > 0);
  showChips(filters);
  const without = on && list.postings.length && !found.length ? outcome.without : null;
  if (!without && part(page, "data-empty")?.hidden !== false) return;
  // Nobody waits for this: the search is over, and what says that it goes on must not come back.
  import("./empty.js").then((empty) => isCurrent() && empty.showEmpty(list, asked, filters, without), () => {});
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

/** Slugs that have the words, best first; then those that the list has them of, which speaks the page's language. Words that say nothing, and begin none either ("the"), ask for nothing: all, newest first. @param {List} list @param {string} query */
export async function findWords(list, query) {
  const search = isLong(query) && (await import("./search.js"));
  const answer = search && (await search.findWords(query, page.dataset.pagefind ?? "", list.slugs));
  const { words, slugs, silent } = answer || { words: query, slugs: [], silent: false };
  const found = [...new Set([...slugs, ...findInList(list, words)])];
  return found.length || !silent ? found : [...list.slugs].reverse();
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

/** @param {Posting} posting @param {string} fit */
function row(posting, fit) {
  const item = clone("row");
  item.dataset.row = posting.slug;
  item.dataset.posted = posting.posted;
  item.dataset.closes = posting.closes;
  for (const field of /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll("[data-field]"))) {
    const name = field.dataset.field ?? "";
    const text = name === "title" ? posting.title : name === "fit" ? fit : (posting.text[name] ?? "");
    field.textContent = text;
    field.hidden = text === "";
  }
  const title = /** @type {HTMLAnchorElement} */ (part(item, 'data-field="title"'));
  title.href = posting.href;
  if (posting.lang) {
    title.lang = posting.lang;
    title.dir = "auto";
  }
  const time = (/** @type {string} */ name) => /** @type {HTMLTimeElement | null} */ (part(item, `data-field="${name}"`));
  for (const [name, date] of [["posted", posting.posted], ["closes", posting.closes]]) {
    const element = time(name);
    if (element) element.dateTime = date;
  }
  return item;
}

/**
 * @param {Posting[]} postings
 * @param {(posting: Posting) => string} fit text of the row's fit; empty for none
 */
function rows(postings, fit) {
  const fragment = document.createDocumentFragment();
  fragment.append(...postings.map((posting) => row(posting, fit(posting))));
  dressRows(fragment);
  dressTimes(fragment);
  return fragment;
}

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
