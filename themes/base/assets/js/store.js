// What this browser remembers, on the visitor's own click only. Storage may be refused, full or hold anything.

const PREFIX = `careers:${document.documentElement.dataset.base}:`;

/**
 * The value kept under `key`, or `fallback` where there is none that `valid` accepts.
 * @template T
 * @param {string} key
 * @param {(value: any) => boolean} valid
 * @param {T} fallback
 * @returns {T}
 */
export function recall(key, valid, fallback) {
  try {
    const value = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
    return valid(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

/**
 * Keep a value; null forgets it. Says whether that was possible.
 * @param {string} key
 * @param {any} value
 */
export function keep(key, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @param {any} value */
export const isStrings = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");
