import { BESIDE_ROLE, INLINE, SKIPPED, saysBeside } from './body-words';
import { attribute, select } from './dom';

/** Bounds: an endless page or a hostile one is read up to here. */
const MAX_BLOCKS = 12_000;
const MAX_NODES = 250_000;
const MAX_DEPTH = 400;

/** A line of text of its own: an element and what stands in it outside of inner blocks. */
export interface Block {
  readonly element: Element;
  readonly tag: string;
  text: string;
  /** Characters of the text that belong to links. */
  linked: number;
}

/** An element with text somewhere below it: the page's tree without all that holds none. */
export interface Region {
  readonly element: Element;
  readonly tag: string;
  /** Its name says that it stands beside the article. */
  beside: boolean;
  /** What is below it, in document order. */
  readonly parts: (Region | Block)[];
  /** Weight of the running text below it; parts that stand beside count a tenth. */
  weight: number;
  /** The same with nothing discounted. */
  raw: number;
  chars: number;
  linked: number;
  headlines: number;
}

export const isRegion = (part: Region | Block): part is Region => 'parts' in part;

const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Length in characters as a reader of letters would count: signs for syllables and words count double and a half. */
export const weigh = (text: string): number => (WIDE.test(text) ? text.length * 2.5 : text.length);

const RUNNING = new Set([
  'p',
  'div',
  'section',
  'article',
  'blockquote',
  'main',
  'td',
  'center',
  'span',
  'font',
  'body',
  'form',
  'li',
  'pre',
  'dd',
]);

function blockWeight(block: Block): number {
  if (!RUNNING.has(block.tag)) return 0;
  const length = weigh(block.text);
  if (length < 50 || block.linked > block.text.length * 0.4) return 0;
  const worth = block.tag === 'p' ? 1 : block.tag === 'li' || block.tag === 'td' || block.tag === 'dd' ? 0.35 : 0.8;
  return Math.min(length, 1_500) * worth;
}

/** Parts that readers open themselves hold text all the same. */
const FOLDED = /accordion|collaps|expand|faq|toggle|panel|tab/i;

/** What may hide an element or give it a role, asked for once: most elements have none of it. */
const MARKED = '[hidden],[aria-hidden="true"],[style*="none" i],[role]';

function isHidden(element: Element, walk: Walk): boolean {
  if (walk.lenient) return false;
  const style = element.getAttribute('style');
  const hidden =
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    (style !== null && /display\s*:\s*none/i.test(style));
  return hidden && !FOLDED.test(element.getAttribute('class') ?? '');
}

function isBeside(element: Element, tag: string, walk: Walk): boolean {
  if (tag === 'body' || tag === 'main' || tag === 'article' || tag === 'html' || tag === 'p' || tag === 'li')
    return false;
  const name = Element.prototype.getAttribute.call(element, 'class') ?? '';
  const id = Element.prototype.getAttribute.call(element, 'id');
  const names = id === null ? name : `${name} ${id}`;
  if (names.length < 2) return false;
  const said = walk.names.get(names) ?? saysBeside(names);
  walk.names.set(names, said);
  return said;
}

/** The state of one reading; `lenient` also reads what is hidden, for pages that show nothing before their scripts ran. */
export interface Walk {
  readonly lenient: boolean;
  nodes: number;
  blocks: number;
  /** Names that were looked at already. */
  readonly names: Map<string, boolean>;
  /** Elements that may be hidden or have a role. */
  readonly marked: ReadonlySet<Element>;
}

/** A reading that has not begun. */
export const newWalk = (doc: Document, lenient: boolean): Walk => ({
  lenient,
  nodes: 0,
  blocks: 0,
  names: new Map(),
  marked: new Set(select(doc, MARKED)),
});

const firstChildOf = (element: Element, form: boolean): Node | null => {
  if (!form) return element.firstChild;
  const child: unknown = Reflect.get(Node.prototype, 'firstChild', element);
  return child instanceof Node ? child : null;
};

const nextOf = (node: Node, form: boolean): Node | null => {
  if (!form) return node.nextSibling;
  const own: unknown = Reflect.get(Node.prototype, 'nextSibling', node);
  return own instanceof Node ? own : null;
};

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;

function close(region: Region, block: Block | null): void {
  if (block === null) return;
  let text = block.text;
  if (INVISIBLE.test(text)) text = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
  text = text.replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ');
  block.text = (text.includes('\n') ? text.replace(/ ?\n ?/g, '\n') : text).trim();
  if (block.text === '') region.parts.splice(region.parts.indexOf(block), 1);
  else {
    const weight = blockWeight(block);
    region.weight += weight;
    region.raw += weight;
    region.chars += block.text.length;
    region.linked += block.linked;
    if (block.tag === 'h1') region.headlines++;
  }
}

/** Reads the text of `element` and below into regions and blocks, in one pass over live nodes; null if there is none. */
export function readRegion(element: Element, tag: string, walk: Walk, depth = 0): Region | null {
  const region: Region = {
    element,
    tag,
    beside: depth > 0 && isBeside(element, tag, walk),
    parts: [],
    weight: 0,
    raw: 0,
    chars: 0,
    linked: 0,
    headlines: 0,
  };
  let block: Block | null = null;
  const inLine = (parent: Element, isForm: boolean, links: boolean, level: number): void => {
    let form = false;
    for (let node = firstChildOf(parent, isForm); node !== null; node = nextOf(node, form)) {
      form = false;
      if (++walk.nodes > MAX_NODES || walk.blocks > MAX_BLOCKS) return;
      if (node.nodeType === 3) {
        const text = node.nodeValue ?? '';
        if (block === null) {
          if (text.trim() === '') continue;
          block = { element, tag, text: '', linked: 0 };
          region.parts.push(block);
          walk.blocks++;
        }
        block.text += text.replace(/\n/g, ' ');
        if (links) block.linked += text.trim().length;
      } else if (node instanceof Element) {
        const own: unknown = node.localName;
        const childTag = typeof own === 'string' ? own : 'form';
        form = childTag === 'form';
        visit(node, childTag, links, level);
      }
    }
  };
  const visit = (child: Element, childTag: string, links: boolean, level: number): void => {
    if (childTag === 'br') {
      if (block !== null) block.text += '\n';
      return;
    }
    if (SKIPPED.has(childTag) && !(walk.lenient && (childTag === 'aside' || childTag === 'dialog'))) return;
    const form = childTag === 'form';
    const marked = !form && walk.marked.has(child);
    if (marked && isHidden(child, walk)) return;
    if (INLINE.has(childTag) && depth + level < MAX_DEPTH) {
      if (childTag === 'span' && isBeside(child, childTag, walk)) return;
      inLine(child, form, links || childTag === 'a', level + 1);
      return;
    }
    if (depth + level >= MAX_DEPTH) return;
    const role = marked ? attribute(child, 'role') : '';
    if (role !== '' && BESIDE_ROLE.test(role)) return;
    const inner = readRegion(child, childTag, walk, depth + level + 1);
    if (inner === null) return;
    if (links) inner.linked = inner.chars;
    region.parts.push(inner);
    region.weight += inner.weight;
    region.raw += inner.raw;
    region.chars += inner.chars;
    region.linked += inner.linked;
    region.headlines += inner.headlines;
    // Text that goes on after an inner block is a line of its own, unless the block was empty.
    close(region, block);
    block = null;
  };
  inLine(element, tag === 'form', tag === 'a', 0);
  close(region, block);
  return region.parts.length > 0 ? region : null;
}

/** A part that is named as standing beside, yet holds this share of all text or the headline, is the page's frame. */
const SHARE_OF_FRAME = 0.6;

/**
 * Discounts what stands beside the article to a tenth, from the leaves up. Names such as `has-sidebar` on the frame of
 * the whole page mean nothing: it keeps its weight.
 */
export function discount(region: Region, all: number): void {
  let weight = 0;
  let inner = 0;
  for (const part of region.parts) {
    if (!isRegion(part)) continue;
    inner += part.raw;
    if (part.beside && (part.raw > all * SHARE_OF_FRAME || (part.headlines > 0 && part.raw > all * 0.2)))
      part.beside = false;
    discount(part, all);
    weight += part.beside ? part.weight * 0.1 : part.weight;
  }
  region.weight = weight + (region.raw - inner);
}
