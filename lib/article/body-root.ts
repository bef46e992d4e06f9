import { firstChildOf, hides, nextOf, tagOf, weigh } from './body-blocks';
import { isBesideRole, SKIPPED, saysBeside, saysNever } from './body-words';
import { attribute, select } from './dom';

/** An element on the way from a paragraph up to the body. */
interface Place {
  readonly element: Element;
  readonly up: Place | null;
  readonly inner: Place[];
  /** Weight of the running text in it; what is named as standing beside the text counts a tenth. */
  worth: number;
  beside: boolean;
  /** What is in it is never the text, or is hidden. */
  readonly out: 'never' | 'hidden' | '';
}

const MAX_LINES = 4_000;
const MAX_CHARS = 4_000_000;
const MAX_DEPTH = 400;
const MAX_WEIGHT = 1_500;
/** Less text in paragraphs than this says nothing about where the text is. */
const LEAST = 800;
/** A child with this share of the running text is where the article is. */
const SHARE = 0.9;
/** With more of the text hidden than this, the text is what is hidden: a paywall's or a script's to show. */
const SHARE_HIDDEN = 0.5;

/** Read through the prototype where a form's fields may shadow its own. */
function parentOf(element: Element): Element | null {
  if (tagOf(element) !== 'form') return element.parentElement;
  const up: unknown = Reflect.get(Node.prototype, 'parentElement', element);
  return up instanceof Element ? up : null;
}

const MARKED = '[hidden],[aria-hidden="true"],[style*="none" i],[role]';

function outBy(element: Element): Place['out'] {
  const role = attribute(element, 'role');
  if (role !== '' && isBesideRole(role)) return 'never';
  const hidden =
    Element.prototype.hasAttribute.call(element, 'hidden') ||
    attribute(element, 'aria-hidden') === 'true' ||
    hides(attribute(element, 'style'));
  return hidden ? 'hidden' : '';
}

function makePlace(element: Element, up: Place): Place {
  const tag = tagOf(element);
  let { out, beside } = up;
  if (out !== 'never') {
    if (SKIPPED.has(tag)) out = 'never';
    else if (Element.prototype.matches.call(element, MARKED)) out = outBy(element) || out;
  }
  if (!beside && out === '' && tag !== 'main' && tag !== 'article') {
    const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
    beside = names.length > 2 && saysBeside(names);
    if (beside && saysNever(names)) out = 'never';
  }
  const place: Place = { element, up, inner: [], worth: 0, beside, out };
  up.inner.push(place);
  return place;
}

const RUNS = new Set(['a', 'b', 'i', 'em', 'strong', 'span', 'font']);

/** The text of an element that breaks its lines itself, without what stands in inner paragraphs. */
function looseText(holder: Element): string {
  const form = tagOf(holder) === 'form';
  let text = '';
  for (let node = firstChildOf(holder, form); node !== null; node = nextOf(node, tagOf(node as Element) === 'form'))
    if (node.nodeType === 3 || (node.nodeType === 1 && RUNS.has(tagOf(node as Element))))
      text += node.textContent ?? '';
  return text;
}

export interface Located {
  readonly root: Element;
  /** The text is in hidden parts. */
  readonly hidden: boolean;
}

/** The places of a page, made as they are asked for. */
function placesOf(body: Element): { top: Place; placeOf(element: Element, depth?: number): Place | null } {
  const places = new Map<Element, Place>();
  const top: Place = { element: body, up: null, inner: [], worth: 0, beside: false, out: '' };
  places.set(body, top);
  const placeOf = (element: Element, depth = 0): Place | null => {
    const known = places.get(element);
    if (known !== undefined) return known;
    const parent = depth < MAX_DEPTH ? parentOf(element) : null;
    const up = parent === null ? null : placeOf(parent, depth + 1);
    if (up === null) return null;
    const place = makePlace(element, up);
    places.set(element, place);
    return place;
  };
  return { top, placeOf };
}

/** Whether most of what an element says stands in the link that it begins with. */
function isLink(line: Element, length: number): boolean {
  const link = line.firstElementChild;
  return link !== null && link.localName === 'a' && (link.textContent ?? '').length > length * 0.4;
}

/**
 * Finds the smallest element that holds most of the page's running text. Asks for the paragraphs alone and for what is
 * above them, since they are a tenth of a page; null where they are too few to tell.
 */
export function locateRoot(body: Element): Located | null {
  const { top, placeOf } = placesOf(body);
  const holders = new Set<Element>();
  const found: { place: Place; weight: number }[] = [];
  let all = 0;
  let hiddenWeight = 0;
  let read = 0;
  const lines = select(body, 'p,br');
  for (let i = 0; i < lines.length && i < MAX_LINES && read < MAX_CHARS; i++) {
    const line = lines[i];
    const parent = line ? parentOf(line) : null;
    if (line === undefined || parent === null) continue;
    let text = '';
    if (line.localName === 'p') text = line.textContent ?? '';
    else if (!holders.has(parent) && tagOf(parent) !== 'p') {
      holders.add(parent);
      text = looseText(parent);
    }
    read += text.length;
    if (text.length < 20) continue;
    text = text.trim();
    const weight = Math.min(weigh(text), MAX_WEIGHT);
    if (weight < 50 || isLink(line, text.length)) continue;
    const place = placeOf(parent);
    if (place === null || place.out === 'never') continue;
    all += weight;
    if (place.out === 'hidden') hiddenWeight += weight;
    found.push({ place, weight });
  }
  const hidden = hiddenWeight > all * SHARE_HIDDEN;
  if ((hidden ? all : all - hiddenWeight) < LEAST) return null;
  for (const { place, weight } of found) {
    if (place.out === 'hidden' && !hidden) continue;
    const worth = place.beside ? weight * 0.1 : weight;
    for (let at: Place | null = place; at !== null; at = at.up) at.worth += worth;
  }
  return { root: descend(top).element, hidden };
}

function descend(top: Place): Place {
  let at = top;
  for (;;) {
    let best: Place | null = null;
    for (const place of at.inner) if (best === null || place.worth > best.worth) best = place;
    if (best === null || best.worth < at.worth * SHARE) return at;
    at = best;
  }
}
