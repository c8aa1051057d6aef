// Saved postings, and which ones are new since the last visit. Both live in this browser alone.

import { isOver } from "./dates.js";
import { isStrings, keep, recall } from "./store.js";
import { announce, say } from "./words.js";

const PAUSE = 30 * 60_000;

/** Slugs of the saved postings. @returns {string[]} */
export const savedSlugs = () => recall("saved", isStrings, []);

/** Whether it could be kept. @param {string} slug */
function toggle(slug) {
  const before = savedSlugs();
  return keep("saved", before.includes(slug) ? before.filter((other) => other !== slug) : [...before, slug]);
}

/** Make the buttons that save a posting work. @param {ParentNode} root */
export function dressSaveButtons(root) {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll("[data-save]"))) {
    const slug = button.dataset.save ?? "";
    const show = () => {
      const pressed = savedSlugs().includes(slug);
      button.setAttribute("aria-pressed", String(pressed));
      button.textContent = say(pressed ? "saved" : "save");
    };
    button.addEventListener("click", () => {
      if (toggle(slug)) show();
      else announce((button.textContent = say("not_kept")));
    });
    addEventListener("storage", show);
    show();
    button.disabled = false;
  }
}

/**
 * A visit: when it was last active, and up to where the visitor had seen the list by its end.
 * @typedef {{at: number, day: string, slugs: string[], before: {day: string, slugs: string[]} | null}} Visit
 */

/** @param {any} value */
const isVisit = (value) =>
  typeof value?.at === "number" && isSeen(value) && (value.before === null || isSeen(value.before));

/** @param {any} value */
const isSeen = (value) => typeof value?.day === "string" && isStrings(value.slugs);

/** What had been seen when the last visit ended; null on a first one. @returns {{day: string, slugs: string[]} | null} */
function seenBefore() {
  const visit = recall("visit", isVisit, /** @type {Visit | null} */ (null));
  if (!visit) return null;
  return Date.now() - visit.at > PAUSE ? { day: visit.day, slugs: visit.slugs } : visit.before;
}

const seen = seenBefore();

/** Whether a posting came after the last visit. @param {string} slug @param {string} posted */
export const isNew = (slug, posted) =>
  seen !== null && (posted > seen.day || (posted === seen.day && !seen.slugs.includes(slug)));

/** Note what this visit has seen: the newest day of the list so far, and its postings. @param {HTMLElement[]} rows */
export function noteVisit(rows) {
  const visit = recall("visit", isVisit, /** @type {Visit | null} */ (null));
  const days = rows.map((row) => row.dataset.posted ?? "");
  const day = [...days, visit?.day ?? ""].reduce((a, b) => (a > b ? a : b), "");
  const slugs = rows.filter((row) => row.dataset.posted === day).map((row) => row.dataset.row);
  const earlier = visit?.day === day ? visit.slugs : [];
  keep("visit", { at: Date.now(), day, slugs: [...new Set([...earlier, ...slugs])], before: seen });
}

/** Take out rows that are over; mark the saved and the new ones. Returns how many were over. @param {ParentNode} root */
export function dressRows(root) {
  let over = 0;
  const saved = savedSlugs();
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-row]"))) {
    const { row: slug = "", posted = "", closes } = row.dataset;
    if (isOver(closes)) {
      const group = row.closest("[data-group]");
      over += 1;
      row.remove();
      if (group && !group.querySelector("[data-row]")) group.remove();
      continue;
    }
    mark(row, "saved", saved.includes(slug));
    mark(row, "new", isNew(slug, posted));
  }
  return over;
}

/** @param {HTMLElement} row @param {string} name @param {boolean} on */
function mark(row, name, on) {
  const element = /** @type {HTMLElement | null} */ (row.querySelector(`[data-mark="${name}"]`));
  if (element) element.hidden = !on;
}
