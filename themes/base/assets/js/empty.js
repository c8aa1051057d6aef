// A way on where nothing was found: what to let go of, and a feed to wait with.

import { readSearch } from "./address.js";
import { drop, label } from "./filters.js";
import { ask, facets, page, words } from "./home.js";
import { clone, fill, part } from "./parts.js";
import { either, say } from "./words.js";

/** @typedef {import("./address.js").Search} Search */
/** @typedef {import("./filters.js").Filter} Filter */
/** @typedef {import("./postings.js").List} List */

/**
 * Which single filter to let go of where nothing was found, most helpful first; all of them where that is not enough; and
 * a feed to wait with.
 * @param {List} list @param {Search} asked @param {Filter[]} filters @param {Record<string, number> | null} without
 */
export function showEmpty(list, asked, filters, without) {
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
    const { href } = fieldset.dataset;
    return href && count && !others.length ? [{ href, label: label(list, name, key), key, count }] : [];
  });
  const [nearest] = terms.sort((a, b) => a.count - b.count);
  link.href = nearest ? `${nearest.href}${encodeURIComponent(nearest.key)}/feed.xml` : (page.dataset.feed ?? "");
  fill(empty, "data-empty-feed-name", nearest?.label ?? "");
}
