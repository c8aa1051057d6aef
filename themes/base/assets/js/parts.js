// Parts of the page by their `data-` names, and copies of its templates.

/**
 * A copy of what `<template data-template="name">` holds.
 * @param {string} name
 * @returns {HTMLElement}
 */
export function clone(name) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector(`template[data-template="${name}"]`));
  return /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
}

/**
 * The first element in `root` that carries the attribute.
 * @param {ParentNode} root
 * @param {string} attribute
 * @returns {HTMLElement | null}
 */
export const part = (root, attribute) => root.querySelector(`[${attribute}]`);

/** @param {ParentNode} root @param {string} attribute @param {boolean} on */
export function show(root, attribute, on) {
  const element = part(root, attribute);
  if (element) element.hidden = !on;
}

/** Text into a part; without text the part is hidden. @param {ParentNode} root @param {string} attribute @param {string} text */
export function fill(root, attribute, text) {
  const element = part(root, attribute);
  if (!element) return;
  element.textContent = text;
  element.hidden = text === "";
}
