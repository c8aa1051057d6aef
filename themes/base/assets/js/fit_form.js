// "Am I a good fit?" on a posting: compares a pasted CV, or ticked boxes, with its skills. Nothing is sent; what is
// remembered is remembered on a click.

import { lookFor, rememberedSkills, rememberSkills, yearsInAll } from "./fit.js";
import { fill, part } from "./parts.js";
import { keyOf } from "./skills.js";
import { say } from "./words.js";

const PAUSE = 250;

const section = /** @type {HTMLElement} */ (document.querySelector("[data-fit]"));
const cv = /** @type {HTMLTextAreaElement} */ (part(section, "data-fit-text"));
const items = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-skill]")]);
const altogether = part(section, "data-experience");
const forget = part(section, "data-fit-forget");
let timer = 0;

cv.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});
section.addEventListener("change", (event) => event.target !== cv && check());
part(section, "data-fit-keep")?.addEventListener("click", remember);
forget?.addEventListener("click", () => {
  rememberSkills(null);
  forget.hidden = true;
  fill(section, "data-fit-sum", say("fit_forgotten"));
  part(section, "data-fit-keep")?.focus();
});
recallTicks();

/** @param {HTMLElement} item @returns {HTMLInputElement} */
function box(item) {
  return /** @type {HTMLInputElement} */ (item.querySelector("input"));
}

function recallTicks() {
  const known = rememberedSkills();
  if (forget) forget.hidden = !known;
  if (known) for (const item of items) box(item).checked = Object.hasOwn(known, keyOf(item.dataset.skill ?? ""));
  check();
}

/** Compare, and say of each skill what was found. */
function check() {
  const text = cv.value;
  const year = new Date().getFullYear();
  const anything = text.trim() !== "" || items.some((item) => box(item).checked);
  const states = items.map((item) => {
    const { found, years } = lookFor(text, item.dataset.skill ?? "", year);
    return judge(item, found, years, box(item).checked, anything);
  });
  if (altogether) {
    const years = yearsInAll(text, year);
    judge(altogether, years > 0, years, false, text.trim() !== "");
  }
  const found = states.filter((state) => state !== "missing").length;
  fill(section, "data-fit-sum", anything ? say("fit_sum", { found, count: items.length }) : "");
}

/** @param {HTMLElement} item @param {boolean} found @param {number} years @param {boolean} ticked @param {boolean} anything */
function judge(item, found, years, ticked, anything) {
  const asked = Number(item.dataset.years || 0);
  const short = found && !ticked && years > 0 && years < asked;
  const state = !found && !ticked ? "missing" : short ? "short" : "found";
  if (anything) item.dataset.state = state;
  else delete item.dataset.state;
  fill(item, "data-fit-result", anything ? words(found, years, asked, ticked) : "");
  return state;
}

/** @param {boolean} found @param {number} years @param {number} asked @param {boolean} ticked */
function words(found, years, asked, ticked) {
  if (!found) return say(ticked ? "fit_ticked" : "fit_missing");
  if (years && asked > years) return `${say("fit_found")}, ${say("fit_years_short", { count: years, asked })}`;
  if (years) return `${say("fit_found")}, ${say("fit_years", { count: years })}`;
  return asked ? `${say("fit_found")}, ${say("fit_years_unknown")}` : say("fit_found");
}

/** Keep the names of the skills that were found, of this posting and of all others; never the text. */
async function remember() {
  const names = new Set(items.map((item) => item.dataset.skill ?? ""));
  const text = cv.value;
  if (text.trim()) for (const name of await skillsOfSite()) names.add(name);
  /** @type {Record<string, number>} */
  const kept = {};
  for (const name of names) {
    const { found, years } = lookFor(text, name, new Date().getFullYear());
    if (found) kept[keyOf(name)] = years;
  }
  for (const item of items) if (box(item).checked) kept[keyOf(item.dataset.skill ?? "")] ??= 0;
  const done = rememberSkills(Object.keys(kept).length ? kept : null);
  if (forget) forget.hidden = !rememberedSkills();
  const skills = Object.keys(kept).sort().join(", ") || "–";
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
