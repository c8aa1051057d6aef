// Every page: relative dates, marks on rows, the colour scheme; then what this page needs besides.

import { dressTimes } from "./dates.js";
import { dressRows, dressSaveButtons } from "./saved.js";
import { keep } from "./store.js";

const over = dressRows(document);
dressTimes(document);
dressSaveButtons(document);
dressScheme();
addEventListener("pageshow", ({ persisted }) => persisted && dressRows(document));
if (document.querySelector("[data-list]")) import("./list.js").then(({ countAgain }) => over && countAgain());
if (document.querySelector("[data-posting]")) import("./posting.js");

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
