// Words: Pagefind's index, cut into shards that the browser merges; or the list itself where there is no index.

/** @typedef {{id: string, data: () => Promise<{url: string}>}} Result */
/** @typedef {{names: string, search: (words: string) => Promise<{results: Result[]}>, destroy: () => Promise<void>, urls: Map<string, string>}} Index */

const FRAGMENTS = 100;

/** @type {Promise<Index | null> | undefined} */
let index;

/** Open the index before it is needed. @param {string} folder its address, with a slash at its end */
export const openIndex = (folder) => (index ??= load(folder));

/**
 * Slugs that have the words, best first; null where the site has no index. After a deploy an open page asks for files
 * that are gone, which Pagefind tells by an error or by finding nothing: then the index is opened once more.
 * @param {string} words @param {string} folder
 * @returns {Promise<string[] | null>}
 */
export async function findWords(words, folder) {
  try {
    const found = await ask(words, folder);
    if (found === null || found.length || !(await isOutdated(folder))) return found;
  } catch {
    // Opened again below.
  }
  const old = index;
  index = undefined;
  old?.then((opened) => opened?.destroy()).catch(() => {});
  return ask(words, folder);
}

/** @param {string} words @param {string} folder */
async function ask(words, folder) {
  const opened = await openIndex(folder);
  if (!opened) return null;
  const { results } = await opened.search(words);
  return slugs(results, opened.urls);
}

/** @param {string} folder */
async function isOutdated(folder) {
  const opened = await openIndex(folder);
  return opened !== null && opened.names !== (await readNames(folder)).join();
}

/** Names of the shards' folders; none where there is no index. @param {string} folder @returns {Promise<string[]>} */
async function readNames(folder) {
  const answer = folder ? await fetch(`${folder}shards.json`, { cache: "no-cache" }) : null;
  if (!answer || answer.status === 404) return [];
  if (!answer.ok) throw new Error(`shards.json: ${answer.status}`);
  return (await answer.json()).filter((/** @type {unknown} */ name) => /^[\w-]+$/.test(String(name)));
}

/** @param {string} folder @returns {Promise<Index | null>} */
async function load(folder) {
  const names = await readNames(folder);
  if (!names.length) return null;
  const baseUrl = document.documentElement.dataset.base;
  const urls = Promise.all(names.map((name) => readUrls(`${folder}${name}/urls.json`)));
  const { createInstance } = await import(`${folder}${names[0]}/pagefind.js`);
  const instance = createInstance({ baseUrl });
  await instance.init();
  for (const name of names.slice(1)) await instance.mergeIndex(`${folder}${name}/`, { baseUrl });
  return { names: names.join(), search: instance.search, destroy: instance.destroy, urls: new Map((await urls).flat()) };
}

/** Ids of results and the pages that they stand for. @param {string} href @returns {Promise<[string, string][]>} */
async function readUrls(href) {
  const answer = await fetch(href);
  if (!answer.ok && answer.status !== 404) throw new Error(`urls.json: ${answer.status}`);
  return answer.ok ? Object.entries(await answer.json()) : [];
}

/** @param {Result[]} results @param {Map<string, string>} urls */
async function slugs(results, urls) {
  const unknown = results.filter(({ id }) => !urls.has(id)).slice(0, FRAGMENTS);
  await Promise.all(unknown.map(async (result) => urls.set(result.id, (await result.data()).url)));
  return [...new Set(results.map(({ id }) => slugOf(urls.get(id) ?? "")).filter(Boolean))];
}

/** The last part of `…/jobs/SLUG/`. @param {string} url */
function slugOf(url) {
  const found = /([^/]+)\/(?:index\.html)?$/.exec(url);
  return found ? decodeURIComponent(found[1]) : "";
}

/** Without accents and capitals. @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Slugs of the postings whose title, place, company, department or skills hold every word; title first.
 * @param {import("./facets.js").List} list @param {string} query
 */
export function findInList(list, query) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const labels = new Map(Object.values(list.options).flatMap((all) => all.map(({ key, label }) => [key, label])));
  /** @type {[string[], string[]]} */
  const found = [[], []];
  for (const { slug, title, text, keys } of list.postings) {
    const terms = Object.values(keys).flatMap((all) => all.map((key) => labels.get(key)));
    const all = plain([title, ...Object.values(text), ...terms].join("\n"));
    if (words.every((word) => all.includes(word))) found[words.every((word) => plain(title).includes(word)) ? 0 : 1].push(slug);
  }
  return found.flat();
}
