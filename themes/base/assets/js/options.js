// The boxes of a facet: links of the page become checkboxes.

import { clone, fill, part } from "./parts.js";

/** @typedef {{key: string, label: string, item: HTMLElement, box: HTMLInputElement, given: boolean}} Box `given` by the page as it was built */
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
    return facet;
  });
}

/** @param {Facet} facet @param {HTMLElement} given a link, or a list item without one */
function replaceTerm(facet, given) {
  const old = /** @type {HTMLElement} */ (given.closest("li"));
  const key = given.dataset.term ?? given.dataset.option ?? "";
  const count = part(old, "data-term-count")?.textContent ?? "";
  const label = given === old ? (old.firstChild?.textContent ?? "") : (given.textContent ?? "");
  const box = addBox(facet, key, label.trim(), true);
  fill(box.item, "data-term-count", count);
  if (old.dataset.depth) box.item.dataset.depth = old.dataset.depth;
  old.replaceWith(box.item, ...old.querySelectorAll(":scope > ul > li"));
}

/** @param {Facet} facet @param {string} key @param {string} label @param {boolean} given @returns {Box} */
export function addBox(facet, key, label, given) {
  const item = clone("option");
  const box = /** @type {HTMLInputElement} */ (item.querySelector("input"));
  box.name = facet.name;
  box.value = key;
  fill(item, "data-label", label);
  const made = { key, label, item, box, given };
  facet.boxes.set(key, made);
  return made;
}

/** Show what is chosen. @param {Facet} facet @param {string[]} keys */
export function chooseBoxes(facet, keys) {
  for (const { key, box } of facet.boxes.values()) box.checked = keys.includes(key);
}
