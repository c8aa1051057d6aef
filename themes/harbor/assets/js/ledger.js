// A ledger's columns sort its rows. Where not all rows are on the page, the list behind the search sorts all of them.

const sort = /** @type {HTMLSelectElement | null} */ (document.querySelector("[data-sort]"));
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll("[data-ledger]"))) dress(table);

/** Turn each heading that can sort into a button. @param {HTMLTableElement} table */
function dress(table) {
  const heads = /** @type {HTMLElement[]} */ ([...table.querySelectorAll("[data-column]")]);
  for (const [index, head] of heads.entries()) {
    if ("paged" in table.dataset && head.dataset.order === undefined) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => order(table, heads, index));
  }
}

/** @param {HTMLTableElement} table @param {HTMLElement[]} heads @param {number} index */
function order(table, heads, index) {
  const head = heads[index];
  const results = table.querySelector("[data-results]");
  const everything = !("paged" in table.dataset) || (results instanceof HTMLElement && !results.hidden && !more());
  const first = head.dataset.column === "text" || head.dataset.order === "closing" ? "ascending" : "descending";
  const way = everything && head.ariaSort === first ? other(first) : first;
  for (const one of heads) one.ariaSort = null;
  head.ariaSort = way;
  if (everything) for (const body of table.tBodies) sortRows(body, head, index, way);
  else if (sort) {
    sort.value = head.dataset.order ?? "";
    sort.dispatchEvent(new Event("change"));
  }
}

/** Whether rows are left that the page does not show. */
const more = () => document.querySelector("[data-more]:not([hidden])") !== null;

/** @param {string} way */
const other = (way) => (way === "ascending" ? "descending" : "ascending");

/** Rows without a value stay last, whichever way. @param {HTMLTableSectionElement} body @param {HTMLElement} head @param {number} index @param {string} way */
function sortRows(body, head, index, way) {
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[index], head.dataset.column ?? "") }));
  const turn = way === "ascending" ? 1 : -1;
  rows.sort((a, b) => Number(a.key === "") - Number(b.key === "") || turn * collator.compare(a.key, b.key));
  body.append(...rows.map(({ row }) => row));
}

/** What a cell sorts by: a date, the figures of its pay, or its words. @param {HTMLTableCellElement} cell @param {string} column */
function keyOf(cell, column) {
  if (column === "time") return cell.querySelector("time:not([hidden])")?.getAttribute("datetime") ?? "";
  if (column === "pay") return cell.dataset.value ?? figures(cell.textContent ?? "");
  return cell.textContent?.trim() ?? "";
}

/** The highest whole figure of a text, whatever its separators: `60.000 – 80.000 €` gives `80000`. @param {string} text */
function figures(text) {
  const found = text.match(/\d[\d.,'’\s]*/g) ?? [];
  const whole = found.map((figure) => figure.replace(/[.,]\d{1,2}\s*$/, "").replace(/\D/g, ""));
  return whole.sort((a, b) => Number(b) - Number(a))[0] ?? "";
}
