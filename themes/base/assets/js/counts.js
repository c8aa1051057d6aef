// What the list adds to the boxes of a facet: options that the page left out, counts, and which are folded away.

import { addBox } from "./home.js";
import { fill, part, show } from "./parts.js";
import { amount } from "./words.js";

const SHOWN = 8;

/** @typedef {import("./home.js").Facet} Facet */
/** @typedef {import("./home.js").Box} Box */

/**
 * Add the options that the page left out, each behind the one before it; what stands there is not moved, because the
 * visitor may be about to click on it.
 * @param {Facet} facet @param {import("./postings.js").Option[]} options
 */
export function completeFacet(facet, options) {
  if (facet.complete) return;
  facet.complete = true;
  /** @type {Map<string, Box>} */
  const inOrder = new Map();
  let before = /** @type {HTMLElement | null} */ (null);
  for (const { key, label, country } of options) {
    const standing = facet.boxes.get(key);
    const box = standing ?? addBox(facet, key, label, false);
    if (!standing) {
      if (country) box.item.dataset.depth = "2";
      if (before) before.after(box.item);
      else facet.list.prepend(box.item);
    }
    before = box.item;
    inOrder.set(key, box);
  }
  facet.boxes = new Map([...inOrder, ...facet.boxes]);
  part(facet.fieldset, "data-all-options")?.addEventListener("click", () => showAll(facet));
}

/** @param {Facet} facet */
function showAll(facet) {
  const first = [...facet.boxes.values()].find(({ item }) => item.hidden);
  facet.all = true;
  fold(facet);
  first?.box.focus();
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

/** Only what the page gave, or the first where it gave none, and the chosen ones, until all are asked for. @param {Facet} facet */
function fold(facet) {
  const boxes = [...facet.boxes.values()];
  const first = boxes.some(({ given }) => given) ? 0 : SHOWN;
  boxes.forEach(({ item, box, given }, index) => {
    item.hidden = !facet.all && !given && index >= first && !box.checked && !item.contains(document.activeElement);
  });
  show(facet.fieldset, "data-all-options", boxes.some(({ item }) => item.hidden));
  if (facet.complete) facet.fieldset.hidden = boxes.length < 2 && !boxes.some(({ box }) => box.checked);
}
