// Rows of the list, made from the page's own template. Data becomes text, never markup.

import { dressTimes } from "./dates.js";
import { clone, part } from "./parts.js";
import { dressRows } from "./saved.js";

/** @param {import("./postings.js").Posting} posting @param {string} fit */
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
 * @param {import("./postings.js").Posting[]} postings
 * @param {(posting: import("./postings.js").Posting) => string} fit text of the row's fit; empty for none
 */
export function rows(postings, fit) {
  const fragment = document.createDocumentFragment();
  fragment.append(...postings.map((posting) => row(posting, fit(posting))));
  dressRows(fragment);
  dressTimes(fragment);
  return fragment;
}
