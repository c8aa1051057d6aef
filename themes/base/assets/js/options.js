// The boxes of a facet: links of the page become checkboxes, the list adds what the page left out.

import { clone, fill, part } from "./parts.js";
import { amount } from "./words.js";

const SHOWN = 8;

/** @typedef {{key: string, label: string, item: HTMLElement, box: HTMLInputElement}} Box */
/** @typedef {{name: string, fieldset: HTMLFieldSetElement, list: HTMLElement, boxes: Map<string, Box>, all: boolean, complete: boolean}} Facet */

/** Turn the facets of a form into checkboxes. @param {HTMLElement} form @returns {Facet[]} */
export function dressFacets(form) {
  const fieldsets = /** @type {NodeListOf<HTMLFieldSetElement>} */ (form.querySelectorAll("[data-facet]"));
  return [...fieldsets].map((fieldset) => {
    const list = /** @type {HTMLElement} */ (part(fieldset, "data-options"));
    const facet = { name: fieldset.dataset.facet ?? "", fieldset, list, boxes: new Map(), all: false, complete: false };
    for (const given of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-term], [data-option]"))) {
      replaceTerm(facet, given);
    }
    const link = part(fieldset, "data-all");
    if (link) link.hidden = true;
    part(fieldset, "data-all-options")?.addEventListener("click", () => {
      facet.all = true;
      fold(facet);
      facet.boxes.get([...facet.boxes.keys()][SHOWN])?.box.focus();
    });
    return facet;
  });
}

/** @param {Facet} facet @param {HTMLElement} given a link, or a list item without one */
function replaceTerm(facet, given) {
  const old = /** @type {HTMLElement} */ (given.closest("li"));
  const key = given.dataset.term ?? given.dataset.option ?? "";
  const count = part(old, "data-term-count")?.textContent ?? "";
  const label = given === old ? (old.firstChild?.textContent ?? "") : (given.textContent ?? "");
  const box = addBox(facet, key, label.trim());
  fill(box.item, "data-term-count", count);
  if (old.dataset.depth) box.item.dataset.depth = old.dataset.depth;
  old.replaceWith(box.item, ...old.querySelectorAll(":scope > ul > li"));
}

/** @param {Facet} facet @param {string} key @param {string} label @returns {Box} */
function addBox(facet, key, label) {
  const item = clone("option");
  const box = /** @type {HTMLInputElement} */ (item.querySelector("input"));
  box.name = facet.name;
  box.value = key;
  fill(item, "data-label", label);
  const made = { key, label, item, box };
  facet.boxes.set(key, made);
  return made;
}

/**
 * Add the options that the page left out, each behind the one before it; what stands there is not moved, because the
 * visitor may be about to click on it.
 * @param {Facet} facet @param {import("./facets.js").Option[]} options
 */
export function completeFacet(facet, options) {
  if (facet.complete) return;
  facet.complete = true;
  /** @type {Map<string, Box>} */
  const inOrder = new Map();
  let before = /** @type {HTMLElement | null} */ (null);
  for (const { key, label, country } of options) {
    const standing = facet.boxes.get(key);
    const box = standing ?? addBox(facet, key, label);
    if (!standing) {
      if (country) box.item.dataset.depth = "2";
      if (before) before.after(box.item);
      else facet.list.prepend(box.item);
    }
    before = box.item;
    inOrder.set(key, box);
  }
  facet.boxes = new Map([...inOrder, ...facet.boxes]);
}

/** Show what is chosen. @param {Facet} facet @param {string[]} keys */
export function chooseBoxes(facet, keys) {
  for (const { key, box } of facet.boxes.values()) box.checked = keys.includes(key);
}

/** @param {Facet} facet @param {Map<string, number>} counts */
export function showCounts(facet, counts) {
  for (const { key, item } of facet.boxes.values()) {
    const count = counts.get(key) ?? 0;
    fill(item, "data-term-count", amount(count));
    item.toggleAttribute("data-zero", count === 0);
  }
  fold(facet);
}

/** Only the first options, and the chosen ones, until all are asked for. @param {Facet} facet */
export function fold(facet) {
  const boxes = [...facet.boxes.values()];
  boxes.forEach(({ item, box }, index) => {
    item.hidden = !facet.all && index >= SHOWN && !box.checked && !item.contains(document.activeElement);
  });
  const button = part(facet.fieldset, "data-all-options");
  if (button) button.hidden = facet.all || boxes.length <= SHOWN;
  if (facet.complete) facet.fieldset.hidden = boxes.length < 2 && !boxes.some(({ box }) => box.checked);
}
