import { isElement, localName, parentNode } from './dom';
import { OWN_HOST } from './page-parts';

/** Attributes that can hide or show text, here or, by a style sheet, anywhere on the page. */
export const HIDING = ['class', 'style', 'hidden'];

const SHEETS = new Set(['style', 'link']);

const isSheet = (node: Node): boolean => isElement(node) && SHEETS.has(localName(node));

/** Whether a node is, or is in, the extension's own host element. */
export function isOurs(node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = parentNode(at)) {
    if (isElement(at) && localName(at) === OWN_HOST) return true;
  }
  return false;
}

/**
 * Notes which nodes were changed, with all that they are in. False where a change can have hidden or shown text
 * elsewhere: then the whole page has to be read again.
 */
export function noteTouched(touched: Set<Node>, records: readonly MutationRecord[]): boolean {
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (isOurs(target)) continue;
    if (type === 'attributes' || [target, ...addedNodes, ...removedNodes].some(isSheet)) return false;
    for (let at: Node | null = target; at !== null && !touched.has(at); at = parentNode(at)) touched.add(at);
  }
  return true;
}
