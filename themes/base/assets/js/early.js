// Before the first paint: tells the style sheet that scripts run, and which colour scheme the visitor chose.
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
})();
