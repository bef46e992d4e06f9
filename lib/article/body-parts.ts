import { saysBeside } from './body-words';

/** What an element says of its part on the page: hidden, beside the text. */

/** Parts that readers open themselves hold text all the same. */
const FOLDED = /accordion|collaps|expand|faq/i;

/** Whether a style attribute takes its element from sight. */
const hides = (style: string): boolean => style.toLowerCase().replaceAll(' ', '').includes('display:none');

/** What may hide an element or give it a role: most elements have none of it, which one question tells. */
export const MARKED = '[hidden],[aria-hidden="true"],[style*="none" i],[role]';

/** Whether an element says that it is out of sight, unless readers open it themselves. */
export function isHidden(element: Element, tag: string): boolean {
  const style = element.getAttribute('style');
  const hidden =
    element.hasAttribute('hidden') ||
    (tag !== 'p' && element.getAttribute('aria-hidden') === 'true') ||
    (style !== null && hides(style));
  return hidden && !FOLDED.test(element.getAttribute('class') ?? '');
}

/** Whether an element is named as standing beside the text; `names` remembers those that were looked at. */
export function isBeside(element: Element, tag: string, names = new Map<string, boolean>()): boolean {
  if (tag === 'body' || tag === 'main' || tag === 'article' || tag === 'html' || tag === 'li') return false;
  const name = Element.prototype.getAttribute.call(element, 'class') ?? '';
  const id = Element.prototype.getAttribute.call(element, 'id');
  const whole = id === null ? name : `${name} ${id}`;
  if (whole.length < 2) return false;
  const said = names.get(whole) ?? saysBeside(whole);
  names.set(whole, said);
  return said;
}
