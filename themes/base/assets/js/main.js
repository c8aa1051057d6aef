// Every page: relative dates, marks on rows, the colour scheme; then what this page needs besides.

import { dressTimes } from "./dates.js";
import { fill } from "./parts.js";
import { dressRows, dressSaveButtons } from "./saved.js";
import { keep } from "./store.js";
import { say } from "./words.js";

const over = dressRows(document);
dressTimes(document);
dressSaveButtons(document);
dressScheme();
addEventListener("pageshow", ({ persisted }) => persisted && dressRows(document));
if (document.querySelector("[data-list]")) import("./list.js").then(({ countAgain }) => over && countAgain(), doWithout);
else if (over) countRows();
if (document.querySelector("[data-posting]")) import("./posting.js").catch(doWithout);

/** What the page is without scripts, where they do not arrive. */
function doWithout() {
  delete document.documentElement.dataset.js;
}

/** How many a term's page still has, now that some of them are over. */
function countRows() {
  const count = /** @type {HTMLElement | null} */ (document.querySelector("[data-total]"));
  if (!count) return;
  const left = Number(count.dataset.total) - over;
  count.textContent = say("roles", { count: left });
  fill(document, "data-nothing", left ? "" : say("no_roles"));
}

/** The switch between the system's colours, light and dark; early.js applies the choice on the next page. */
function dressScheme() {
  const root = document.documentElement;
  const select = /** @type {HTMLSelectElement | null} */ (document.querySelector("select[data-scheme]"));
  if (!select) return;
  select.value = root.dataset.scheme ?? "system";
  select.addEventListener("change", () => {
    const chosen = select.value === "system" ? null : select.value;
    if (chosen) root.dataset.scheme = chosen;
    else delete root.dataset.scheme;
    keep("scheme", chosen);
  });
}
