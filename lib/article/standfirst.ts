import { tagOf } from './body-blocks';
import { tidy } from './body-text';
import { INLINE, isBesideRole, SKIPPED, saysBeside, wordsOf } from './body-words';
import { attribute, select, textOf } from './dom';

/** Nodes between the headline and the text that are looked at. */
const MAX_WALK = 250;
const LEAST = 40;
/** A run of text that begins a line worth reading. */
const LEAST_RUN = 15;
const MOST = 1_200;

const NAMED = new Set(
  'summary intro introduction lead lede leadin standfirst dek deck subhead subheadline subtitle excerpt abstract chapo chapeau entradilla bajada sommario sottotitolo occhiello vorspann ingress manchet perex preamble'.split(
    ' ',
  ),
);

/** Whether a name is a standfirst's; what is `with-summary` has one somewhere. */
function isNamed(names: string): boolean {
  const parts = wordsOf(names);
  return parts.some((part, i) => {
    const last = parts[i - 1];
    if (part === 'headline') return last === 'sub';
    if (part === 'first') return last === 'stand';
    return NAMED.has(part) && last !== 'with';
  });
}

/** The last headline before the text. */
function headlineBefore(doc: Document, firstBlock: Element): Element | null {
  let headline: Element | null = null;
  for (const h1 of [...select(doc, 'h1')].slice(0, 50)) {
    if (!(h1.compareDocumentPosition(firstBlock) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
    headline = h1;
  }
  return headline;
}

export interface Standfirst {
  readonly element: Element;
  readonly text: string;
}

/**
 * The standfirst: what stands between the headline and the first block of the text, if its element is named so or the
 * page describes itself with the same words. Pages keep it in a header of its own.
 */
export function standfirst(doc: Document, body: Element, firstBlock: Element): Standfirst[] {
  const headline = headlineBefore(doc, firstBlock);
  if (headline === null) return [];
  const found: Standfirst[] = [];
  const walker = Document.prototype.createTreeWalker.call(doc, body, SHOW);
  walker.currentNode = headline;
  let node = after(walker);
  for (let i = 0; i < MAX_WALK && node !== null && node !== firstBlock; i++) {
    let over = false;
    if (node instanceof Element) over = SKIPPED.has(tagOf(node)) || isBesideRole(attribute(node, 'role'));
    else if ((node.nodeValue ?? '').length >= LEAST_RUN && (node.nodeValue ?? '').trim().length >= LEAST_RUN) {
      const holder = holderOf(node);
      if (holder === null || holder.contains(firstBlock)) break;
      const text = tidy(textOf(holder).replaceAll('\n', ' '));
      if (opens(doc, holder, text)) found.push({ element: holder, text });
      walker.currentNode = holder;
      over = true;
    }
    node = over ? after(walker) : walker.nextNode();
  }
  return found;
}

/** What shows elements and text. */
const SHOW = 5;

/** The element that a run of text is a line of; null within a form, which may lie about what it holds. */
function holderOf(text: Node): Element | null {
  let holder = text.parentElement;
  while (holder !== null && INLINE.has(tagOf(holder))) holder = holder.parentElement;
  return holder === null || tagOf(holder) === 'form' ? null : holder;
}

function opens(doc: Document, holder: Element, text: string): boolean {
  if (text.length < LEAST || text.length > MOST || holder.localName === 'li') return false;
  const up = holder.parentElement;
  const names = `${attribute(holder, 'class')} ${up ? attribute(up, 'class') : ''} ${attribute(holder, 'itemprop')}`;
  return (isNamed(names) && !saysBeside(names)) || describes(doc, text);
}

/** Whether the page describes itself with the words that this text begins with. */
function describes(doc: Document, text: string): boolean {
  const start = text.slice(0, LEAST);
  for (const meta of select(doc, 'meta[name="description"],meta[property="og:description"]'))
    if (tidy(attribute(meta, 'content')).startsWith(start)) return true;
  return false;
}

/** Goes on to the next node that is not in the current one. */
function after(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next !== null) return next;
    if (walker.parentNode() === null) return null;
  }
}
