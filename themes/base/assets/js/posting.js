// A posting's page: it closes itself, can be shared, copied, printed, and compared with what one knows.

import { announce, say } from "./words.js";

const LONGEST_TIMER = 2 ** 31 - 1;

const page = /** @type {HTMLElement} */ (document.querySelector("[data-posting]"));

closeInTime();
dressTools();
dressFit();

/** Once its last day is over the page takes no applications, whenever it was built. */
function closeInTime() {
  const left = Date.parse(page.dataset.closesAt ?? "") - Date.now();
  if (Number.isNaN(left)) return;
  if (left > 0) {
    setTimeout(closeInTime, Math.min(left + 50, LONGEST_TIMER));
    return;
  }
  document.documentElement.dataset.over = "";
  for (const data of document.querySelectorAll("script[data-structured]")) data.remove();
  const notice = /** @type {HTMLElement | null} */ (document.querySelector("[data-closed-notice]"));
  if (notice) notice.textContent = notice.dataset.closedNotice ?? "";
  if (notice) notice.hidden = false;
}

/** The comparison comes when a visitor turns to it; until then its button is off, and without it nothing is offered. */
function dressFit() {
  const fit = /** @type {HTMLElement | null} */ (document.querySelector("[data-fit]"));
  const compare = () => import("./fit_form.js").catch(() => fit && (fit.hidden = true));
  for (const event of ["pointerenter", "focusin", "toggle"]) fit?.addEventListener(event, compare, { once: true, capture: true });
  if (fit?.querySelector("[open]")) compare();
}

function dressTools() {
  const address = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'))?.href || location.href;
  on("[data-copy]", (button) => {
    const tell = (/** @type {string} */ words) => announce((button.textContent = words));
    const copied = navigator.clipboard?.writeText(address) ?? Promise.reject();
    copied.then(() => tell(say("copied")), () => tell(say("copy_failed")));
  });
  on("[data-print]", () => print());
  const share = /** @type {HTMLElement | null} */ (document.querySelector("[data-share]"));
  if (!share || !navigator.share) return;
  share.hidden = false;
  on("[data-share]", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
}

/** @param {string} selector @param {(button: Element) => void} act */
function on(selector, act) {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(selector))) {
    button.addEventListener("click", () => act(button));
    button.disabled = false;
  }
}
