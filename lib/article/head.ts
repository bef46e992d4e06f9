import { attribute, select } from './dom';
import { asMeant } from './encoding';

/** More `meta` elements than any honest page has; the rest is not read. */
const MAX_METAS = 400;
/** Characters of a single value that are kept. */
const MAX_VALUE = 2_000;

/** What `meta` elements say: lower-case name or property → values in document order. */
export type Metas = ReadonlyMap<string, readonly string[]>;

/** Reads every `meta` with a name, property or itemprop and a content. */
export function readMetas(doc: Document): Metas {
  const metas = new Map<string, string[]>();
  const elements = select(doc, 'meta[content]');
  const count = Math.min(elements.length, MAX_METAS);
  for (let i = 0; i < count; i++) {
    const element = elements[i];
    if (element === undefined) break;
    const key =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '';
    if (key === '') continue;
    const value = asMeant(attribute(element, 'content').slice(0, MAX_VALUE));
    if (value === '') continue;
    const lower = key.toLowerCase();
    const known = metas.get(lower);
    if (known === undefined) metas.set(lower, [value]);
    else known.push(value);
  }
  return metas;
}

/** The first value of the first of these names that the page has; empty if none. */
export function meta(metas: Metas, ...names: readonly string[]): string {
  for (const name of names) {
    const value = metas.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return '';
}

/** The canonical address as the page states it, unchecked; null if it states none. */
export function statedCanonical(doc: Document, metas: Metas): string | null {
  for (const link of select(doc, 'link[rel~="canonical" i][href]')) {
    const href = attribute(link, 'href');
    if (href !== '') return href;
  }
  return meta(metas, 'og:url', 'twitter:url') || null;
}
