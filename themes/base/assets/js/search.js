// Words: Pagefind's index, cut into shards that the browser merges.

import { folded, isLong } from "./postings.js";

/** @typedef {{id: string, data: () => Promise<{url: string}>}} Result */
/** @typedef {{check: number, names: string}} Names which result is which posting: see ssg/search/bundles.py */
/** @typedef {{words: string, slugs: string[], silent: boolean}} Answer what was asked for in the end, slugs that have it, best first, and whether it says nothing */
/** @typedef {{shards: string[], stop_words: string}} Shards names of the shards' folders, and words that the index lacks */
/** @typedef {{keys: string, silent: Set<string>, search: (words: string) => Promise<{results: Result[]}>, destroy: () => Promise<void>, names: Names[], slugs?: Map<string, string>}} Index */

const FRAGMENTS = 100;
/** What stands around words and is no part of them: those of ssg/search/stop_words.py. */
const MARKS = /^[.,;:!?…·•"'()[\]“”„‘’«»¿¡\-–—]+|[.,;:!?…·•"'()[\]“”„‘’«»¿¡\-–—]+$/g;

/** @type {Promise<Index | null> | undefined} */
let index;

/** Open the index before it is needed. @param {string} folder its address, with a slash at its end */
export const openIndex = (folder) => (index ??= load(folder));

/**
 * Slugs that have the words; null where the site has no index. After a deploy an open page asks for files
 * that are gone, which Pagefind tells by an error or by finding nothing: then the index is opened once more.
 * @param {string} words @param {string} folder
 * @param {string[]} listed the slugs of the list, oldest first
 * @returns {Promise<Answer | null>}
 */
export async function findWords(words, folder, listed) {
  try {
    const found = await ask(words, folder, listed);
    if (found === null || found.slugs.length || !(await isOutdated(folder))) return found;
  } catch {
    // Opened again below.
  }
  const old = index;
  index = undefined;
  old?.then((opened) => opened?.destroy()).catch(() => {});
  return ask(words, folder, listed);
}

/** @param {string} query @param {string} folder @param {string[]} listed @returns {Promise<Answer | null>} */
async function ask(query, folder, listed) {
  const opened = await openIndex(folder);
  if (!opened) return null;
  const telling = tellingWords(query, opened.silent);
  const [words, silent] = [telling || query, !telling];
  if (!isLong(words)) return { words, slugs: [], silent };
  const { results } = await opened.search(words);
  return { words, silent, slugs: await slugs(results, (opened.slugs ??= slugsByName(opened.names, listed))) };
}

/** The query without words that the index lacks, in quotes too, whatever marks are around them; empty where no other word is left. @param {string} query @param {Set<string>} silent */
export function tellingWords(query, silent) {
  const says = (/** @type {string} */ bare) => bare && !silent.has(folded(bare));
  const words = query.replace(/[^\s"]+/g, (word) => (says(word.replace(MARKS, "")) ? word : ""));
  return /[^\s"]/.test(words) ? words.replace(/\s+/g, " ").trim() : "";
}

/** @param {string} folder */
async function isOutdated(folder) {
  const opened = await openIndex(folder);
  return opened !== null && opened.keys !== (await readShards(folder)).shards.join();
}

/** No shards where there is no index. @param {string} folder @returns {Promise<Shards>} */
async function readShards(folder) {
  const answer = folder ? await fetch(`${folder}shards.json`, { cache: "no-cache" }) : null;
  if (!answer || answer.status === 404) return { shards: [], stop_words: "" };
  if (!answer.ok) throw new Error(`shards.json: ${answer.status}`);
  const { shards, stop_words } = await answer.json();
  return { shards: shards.filter((/** @type {unknown} */ name) => /^[\w-]+$/.test(String(name))), stop_words };
}

/** In the page's own thread: a worker is a second copy of the program to fetch. @param {string} folder @returns {Promise<Index | null>} */
async function load(folder) {
  const { shards: keys, stop_words } = await readShards(folder);
  if (!keys.length) return null;
  const baseUrl = document.documentElement.dataset.base;
  const names = Promise.all(keys.map((key) => readNames(`${folder}${key}/names.json`)));
  const { createInstance } = await import(`${folder}${keys[0]}/pagefind.js`);
  const instance = createInstance({ baseUrl, noWorker: true });
  await instance.init();
  await Promise.all(keys.slice(1).map((key) => instance.mergeIndex(`${folder}${key}/`, { baseUrl })));
  const silent = new Set(stop_words.split(" "));
  return { keys: keys.join(), silent, search: instance.search, destroy: instance.destroy, names: await names };
}

/** @param {string} href @returns {Promise<Names>} */
async function readNames(href) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`names.json: ${answer.status}`);
  return answer.json();
}

/** The postings of results by the names' first letters. The shards hold the list, one part behind the other; a part that does not fit is of another day. @param {Names[]} shards @param {string[]} listed */
function slugsByName(shards, listed) {
  /** @type {Map<string, string>} */
  const found = new Map();
  let start = 0;
  for (const { check, names } of shards) {
    const all = names.match(/.{6}/g) ?? [];
    const slugs = listed.slice(start, (start += all.length));
    if (checksum(slugs.join("\n")) !== check) continue;
    all.forEach((name, at) => found.set(name, found.has(name) ? "" : slugs[at]));
  }
  return found;
}

/** CRC-32. @param {string} text */
function checksum(text) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

/** Slugs of results, best first; of those without a known name the first are looked up. @param {Result[]} results @param {Map<string, string>} named */
async function slugs(results, named) {
  let lookups = FRAGMENTS;
  const found = await Promise.all(results.map(({ id, data }) => {
    const slug = named.get(id.slice(id.indexOf("_") + 1).slice(0, 6));
    return slug || (lookups-- > 0 ? data().then(({ url }) => slugOf(url)) : "");
  }));
  return [...new Set(found.filter(Boolean))];
}

/** The last part of `…/jobs/SLUG/`. @param {string} url */
function slugOf(url) {
  const found = /([^/]+)\/(?:index\.html)?$/.exec(url);
  return found ? decodeURIComponent(found[1]) : "";
}
