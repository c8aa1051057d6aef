// "Am I a good fit?" on a posting: compares a pasted CV, or ticked boxes, with its skills. Nothing is sent; what is
// remembered is remembered on a click.

import { lookFor, rememberedSkills, rememberSkills, yearsInAll } from "./fit.js";
import { fill, part, show } from "./parts.js";
import { keyOf } from "./skills.js";
import { language, say } from "./words.js";

const PAUSE = 250;

const section = /** @type {HTMLElement} */ (document.querySelector("[data-fit]"));
const cv = /** @type {HTMLTextAreaElement} */ (part(section, "data-fit-text"));
const items = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-skill]")]);
const altogether = part(section, "data-experience");
let timer = 0;

cv.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});
section.addEventListener("change", (event) => event.target !== cv && check());
const keep = /** @type {HTMLButtonElement | null} */ (part(section, "data-fit-keep"));
keep?.addEventListener("click", remember);
part(section, "data-fit-forget")?.addEventListener("click", () => {
  rememberSkills(null);
  offer(false);
  fill(section, "data-fit-sum", say("fit_forgotten"));
  keep?.focus();
});
recallTicks();
if (keep) keep.disabled = false;

/** @param {HTMLElement} item @returns {HTMLInputElement} */
function box(item) {
  return /** @type {HTMLInputElement} */ (item.querySelector("input"));
}

/** What can be done with skills that are remembered. @param {boolean} known */
function offer(known) {
  show(section, "data-fit-forget", known);
  show(section, "data-fit-list", known);
}

function recallTicks() {
  const known = rememberedSkills();
  offer(known !== null);
  for (const item of items) box(item).checked ||= known !== null && Object.hasOwn(known, keyOf(item.dataset.skill ?? ""));
  check();
}

/** Compare, and say of each skill what was found. */
function check() {
  const text = cv.value;
  const year = new Date().getFullYear();
  const anything = text.trim() !== "" || items.some((item) => box(item).checked);
  const states = items.map((item) => {
    return judge(item, lookFor(text, item.dataset.skill ?? "", year), box(item).checked, anything);
  });
  if (altogether) judge(altogether, yearsInAll(text, year), false, text.trim() !== "");
  const found = states.filter((state) => state !== "missing").length;
  fill(section, "data-fit-sum", anything ? say("fit_sum", { found, count: items.length }) : "");
}

/** @typedef {ReturnType<typeof lookFor>} Look */

/** @param {HTMLElement} item @param {Look} look @param {boolean} ticked @param {boolean} anything */
function judge(item, look, ticked, anything) {
  const { found, years } = look;
  const asked = Number(item.dataset.years || 0);
  const short = found && !ticked && years > 0 && years < asked;
  const state = !found && !ticked ? "missing" : short ? "short" : "found";
  if (anything) item.dataset.state = state;
  else delete item.dataset.state;
  fill(item, "data-fit-result", anything ? words(look, asked, ticked) : "");
  return state;
}

/** @param {Look} look @param {number} asked @param {boolean} ticked */
function words({ found, years, dated }, asked, ticked) {
  if (!found) return say(ticked ? "fit_ticked" : "fit_missing");
  const parts = [say("fit_found")];
  if (years) parts.push(dated ? say("fit_dated", { count: years }) : say("fit_years", { count: years }));
  else if (asked) parts.push(say("fit_years_unknown"));
  if (years && years < asked) parts.push(say("fit_asked", { asked }));
  return parts.join(", ");
}

/** Keep the names of the skills that were found, of this posting and of all others; never the text. */
async function remember() {
  const text = cv.value;
  const names = [...items.map((item) => item.dataset.skill ?? ""), ...(text.trim() ? await skillsOfSite() : [])];
  /** @type {Record<string, number>} */
  const kept = {};
  const shown = new Map();
  names.forEach((name, at) => {
    const { found, years } = lookFor(text, name, new Date().getFullYear());
    if (!found && !(items[at] && box(items[at]).checked)) return;
    kept[keyOf(name)] ??= years;
    if (!shown.has(keyOf(name))) shown.set(keyOf(name), name);
  });
  const done = rememberSkills(shown.size ? kept : null);
  offer(rememberedSkills() !== null);
  const skills = [...shown.values()].sort((a, b) => a.localeCompare(b, language)).join(", ") || "–";
  fill(section, "data-fit-sum", done ? say("fit_kept", { skills }) : say("not_kept"));
}

/** @returns {Promise<string[]>} */
async function skillsOfSite() {
  try {
    const list = await (await fetch(section.dataset.listHref ?? "")).json();
    return list.facets.skill.map((/** @type {string[]} */ [, label]) => label);
  } catch {
    return [];
  }
}
