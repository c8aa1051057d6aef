// Before the first paint: tells the style sheet that scripts run, which colour scheme the visitor chose, and what is over by
// now, so that nothing moves when the modules come.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  // A script that does not arrive, as after a deploy: then the page is the one without scripts.
  addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && delete root.dataset.js, true);
  try {
    const scheme = JSON.parse(localStorage.getItem(`careers:${root.dataset.base}:scheme`) ?? "null");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage is refused, or holds something else: the system decides.
  }

  const today = dateIn(root.dataset.todayZone);
  const parts = new MutationObserver(hideOver);
  parts.observe(root, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => parts.disconnect());

  /** As dates.js reckons it. @param {string | undefined} timeZone */
  function dateIn(timeZone) {
    try {
      return new Intl.DateTimeFormat("sv-SE", { timeZone }).format();
    } catch {
      return new Intl.DateTimeFormat("sv-SE").format();
    }
  }

  /** Rows, and a posting's page, as they are read. */
  function hideOver() {
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-closes]:not([hidden])"))) {
      row.hidden = Boolean(row.dataset.closes && row.dataset.closes < today);
    }
    const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-closes-at]"));
    if (page && Date.parse(page.dataset.closesAt ?? "") <= Date.now()) root.dataset.over = "";
    const notice = "over" in root.dataset && /** @type {HTMLElement | null} */ (document.querySelector("[data-closed-notice][hidden]"));
    if (!notice) return;
    notice.textContent = notice.dataset.closedNotice ?? "";
    notice.hidden = false;
  }
})();
