// Dates in relation to today: "3 days ago", "closes in 5 days", and what is over.

import { language, say } from "./words.js";

const DAY = 86_400_000;
const SOON = 14;
const inDays = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const inMore = new Intl.RelativeTimeFormat(language);

const calendar = calendarOf(document.documentElement.dataset.todayZone);

/** Writes a moment as the date that it has in a time zone, `2026-11-20`. @param {string | undefined} timeZone */
function calendarOf(timeZone) {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone });
  } catch {
    return new Intl.DateTimeFormat("sv-SE");
  }
}

/** A date in the site's time zone, so many days from today. */
export const dayFromNow = (days = 0) => calendar.format(Date.now() + days * DAY);

/** Days from today to a date; negative when it lies behind. @param {string} date */
export const daysTo = (date) => Math.round((Date.parse(date) - Date.parse(dayFromNow())) / DAY);

/** Whether the last day to apply is over; never without one. @param {string | undefined} closes */
export const isOver = (closes, today = dayFromNow()) => Boolean(closes && closes < today);

/** `3 days ago`, `in 2 weeks`. @param {number} days */
export function fromNow(days) {
  const away = Math.abs(days);
  if (away < 14) return inDays.format(days, "day");
  if (away < 60) return inMore.format(Math.trunc(days / 7), "week");
  if (away < 365) return inMore.format(Math.trunc(days / 30.44), "month");
  return inMore.format(Math.trunc(days / 365.25), "year");
}

/** Put relative words into every `<time data-when>`; the exact date stays as title, or as text. @param {ParentNode} root */
export function dressTimes(root) {
  for (const time of /** @type {NodeListOf<HTMLTimeElement>} */ (root.querySelectorAll("time[data-when]"))) {
    const days = daysTo(time.dateTime);
    const closes = time.dataset.when === "closes";
    const beside = time.dataset.whenKeep === undefined ? null : time.nextElementSibling;
    if (closes && days < 0 && beside) beside.textContent = "";
    if (Number.isNaN(days) || (closes ? days < 0 || (!beside && days > SOON) : days > 0)) continue;
    const words = say(closes ? "closes" : "posted", { when: fromNow(days) });
    if (beside instanceof HTMLElement && beside.dataset.whenWords !== undefined) {
      beside.textContent = words;
      beside.hidden = false;
    } else {
      time.title ||= (time.textContent ?? "").trim();
      time.textContent = words;
    }
  }
}
