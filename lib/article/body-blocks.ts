import { INLINE, isBesideRole, SKIPPED, saysBeside, saysNever } from './body-words';
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
  readonly up: Region | null;
  /** Its name says that it stands beside the article. */
  beside: boolean;
  /** Its name says that it is never the article. */
  readonly never: boolean;
  /** What is below it, in document order. */
  readonly parts: (Region | Block)[];
  /** How many of them are regions. */
  regions: number;
  /** Weight of the running text below it; parts that stand beside count a tenth. */
  weight: number;
  /** The same with nothing discounted. */
  raw: number;
  chars: number;
  linked: number;
  headlines: number;
  /** The line that is being read. */
  open: Block | null;
}

/** Whether a text is written in signs for syllables and words, by eight of its signs. */
export function isWide(text: string): boolean {
  const step = (text.length >> 3) + 1;
  for (let i = step >> 1; i < text.length; i += step) {
    const code = text.charCodeAt(i);
    if (code > 0x303f && code < 0xd7b0 && (code < 0x3100 || code > 0x33ff) && (code < 0xa000 || code > 0xabff))
      return true;
  }
  return false;
}

/** Length in characters as a reader of letters would count: signs for syllables and words count double and a half. */
export const weigh = (text: string): number => (isWide(text) ? text.length * 2.5 : text.length);

/** Elements that are one line where they hold no other element. */
const LEAVES = new Set(['p', 'li', 'h2', 'h3', 'h4', 'div', 'td']);

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
const FOLDED = /accordion|collaps|expand|faq/i;

/** Whether a style attribute takes its element from sight. */
export const hides = (style: string): boolean => style.toLowerCase().replaceAll(' ', '').includes('display:none');

/** What may hide an element or give it a role, asked for once: most elements have none of it. */
const MARKED = '[hidden],[aria-hidden="true"],[style*="none" i],[role]';

function isHidden(element: Element, tag: string, walk: Walk): boolean {
  if (walk.lenient) return false;
  const style = element.getAttribute('style');
  const hidden =
    element.hasAttribute('hidden') ||
    (tag !== 'p' && element.getAttribute('aria-hidden') === 'true') ||
    (style !== null && hides(style));
  return hidden && !FOLDED.test(element.getAttribute('class') ?? '');
}

function isBeside(element: Element, tag: string, walk: Walk): boolean {
  if (tag === 'body' || tag === 'main' || tag === 'article' || tag === 'html' || tag === 'li') return false;
  const name = Element.prototype.getAttribute.call(element, 'class') ?? '';
  const id = Element.prototype.getAttribute.call(element, 'id');
  const names = id === null ? name : `${name} ${id}`;
  if (names.length < 2) return false;
  const said = walk.names.get(names) ?? saysBeside(names);
  walk.names.set(names, said);
  return said;
}

/** The state of one reading; `lenient` also reads what is hidden. */
interface Walk {
  readonly lenient: boolean;
  nodes: number;
  blocks: number;
  /** Names that were looked at already. */
  readonly names: Map<string, boolean>;
  /** Elements that may be hidden or have a role. */
  readonly marked: ReadonlySet<Element>;
  /** The regions that are named as standing beside the article, each after those in it. */
  readonly beside: Region[];
}

/** The tag's name; a form whose fields shadow it is a form all the same. */
export function tagOf(element: Element): string {
  const own: unknown = element.localName;
  return typeof own === 'string' ? own : 'form';
}

export const firstChildOf = (element: Element, form: boolean): Node | null => {
  if (!form) return element.firstChild;
  const child: unknown = Reflect.get(Node.prototype, 'firstChild', element);
  return child instanceof Node ? child : null;
};

export const nextOf = (node: Node, form: boolean): Node | null => {
  if (!form) return node.nextSibling;
  const own: unknown = Reflect.get(Node.prototype, 'nextSibling', node);
  return own instanceof Node ? own : null;
};

/** Rarer white space, and signs that nobody sees. */
const RARE = /[\v\f\u00ad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/**
 * White space folded to single spaces and line breaks, signs that nobody sees gone, trimmed. Without patterns for what
 * most texts hold: on a fresh page compiling one costs as much as running it over the whole article.
 */
export function tidy(raw: string): string {
  let text = raw.trim();
  if (text.includes('\t')) text = text.replaceAll('\t', ' ');
  if (text.includes('\u00a0')) text = text.replaceAll('\u00a0', ' ');
  if (text.includes('\r')) text = text.replaceAll('\r', ' ');
  if (RARE.test(text))
    text = text
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
      .replace(/[^\S\n ]/g, ' ')
      .trim();
  while (text.includes('  ')) text = text.replaceAll('  ', ' ');
  return text.includes('\n') ? text.replaceAll(' \n', '\n').replaceAll('\n ', '\n') : text;
}

function close(region: Region): void {
  const { open } = region;
  if (open === null) return;
  region.open = null;
  open.text = tidy(open.text);
  if (open.text === '') region.parts.splice(region.parts.indexOf(open), 1);
  else count(region, open);
}

function count(region: Region, block: Block): void {
  const weight = blockWeight(block);
  region.weight += weight;
  region.raw += weight;
  region.chars += block.text.length;
  region.linked += block.linked;
  if (block.tag === 'h1') region.headlines++;
}

function newRegion(element: Element, tag: string, up: Region | null, beside: boolean): Region {
  return {
    element,
    tag,
    up,
    beside,
    never: beside && saysNever(`${attribute(element, 'class')} ${attribute(element, 'id')}`),
    parts: [],
    regions: 0,
    weight: 0,
    raw: 0,
    chars: 0,
    linked: 0,
    headlines: 0,
    open: null,
  };
}

function readRegion(element: Element, tag: string, walk: Walk, up: Region | null = null, depth = 0): Region | null {
  const region = newRegion(element, tag, up, up !== null && isBeside(element, tag, walk));
  const form = tag === 'form';
  if (!form && LEAVES.has(tag) && element.firstElementChild === null) {
    const text = tidy((element.textContent ?? '').replaceAll('\n', ' '));
    walk.nodes += 2;
    if (text === '' || ++walk.blocks > MAX_BLOCKS || walk.nodes > MAX_NODES) return null;
    const block: Block = { element, tag, text, linked: 0 };
    region.parts.push(block);
    count(region, block);
    return region;
  }
  readLine(region, element, form, tag === 'a', depth, walk);
  close(region);
  return region.parts.length > 0 ? region : null;
}

/** Reads the nodes of `parent`, which is the region's element or runs within one of its lines. */
function readLine(region: Region, parent: Element, isForm: boolean, links: boolean, depth: number, walk: Walk): void {
  let form = false;
  for (let node = firstChildOf(parent, isForm); node !== null; node = nextOf(node, form)) {
    form = false;
    if (++walk.nodes > MAX_NODES || walk.blocks > MAX_BLOCKS) return;
    const type: unknown = node.nodeType;
    if (type === 3) {
      const text = node.nodeValue ?? '';
      if (region.open === null) {
        if (text.trim() === '') continue;
        region.open = { element: region.element, tag: region.tag, text: '', linked: 0 };
        region.parts.push(region.open);
        walk.blocks++;
      }
      region.open.text += text.includes('\n') ? text.replaceAll('\n', ' ') : text;
      if (links) region.open.linked += text.trim().length;
    } else if (type === 1 || typeof type !== 'number') {
      const child = node as Element;
      const tag = tagOf(child);
      form = tag === 'form';
      if (tag === 'br') {
        if (region.open !== null) region.open.text += '\n';
      } else if (!SKIPPED.has(tag) || (walk.lenient && (tag === 'aside' || tag === 'dialog')))
        readElement(region, child, tag, links, depth + 1, walk);
    }
  }
}

function readElement(region: Region, child: Element, tag: string, links: boolean, depth: number, walk: Walk): void {
  if (depth >= MAX_DEPTH) return;
  const marked = tag !== 'form' && walk.marked.has(child);
  if (marked && isHidden(child, tag, walk)) return;
  if (INLINE.has(tag)) {
    if (tag !== 'span' || !isBeside(child, tag, walk))
      readLine(region, child, false, links || tag === 'a', depth, walk);
    return;
  }
  if (marked) {
    const role = attribute(child, 'role');
    if (role !== '' && isBesideRole(role)) return;
  }
  const inner = readRegion(child, tag, walk, region, depth);
  if (inner === null) return;
  if (inner.beside) walk.beside.push(inner);
  if (links) inner.linked = inner.chars;
  region.parts.push(inner);
  region.regions++;
  region.weight += inner.weight;
  region.raw += inner.raw;
  region.chars += inner.chars;
  region.linked += inner.linked;
  region.headlines += inner.headlines;
  // Text that goes on after an inner block is a line of its own, unless the block was empty.
  close(region);
}

/** A part that is named as standing beside, yet holds this share of all text or the headline, is the page's frame. */
const SHARE_OF_FRAME = 0.6;

/**
 * Discounts what stands beside the article to a tenth, from the leaves up. Names such as `has-sidebar` on the frame of
 * the whole page mean nothing: it keeps its weight.
 */
function discount(top: Region, beside: readonly Region[]): void {
  const all = top.raw;
  for (const part of beside) {
    const isFrame = part.raw > all * SHARE_OF_FRAME || (part.headlines > 0 && part.raw > all * 0.2);
    if (isFrame && !part.never) {
      part.beside = false;
      continue;
    }
    const lost = part.weight * 0.9;
    for (let at = part.up; at !== null; at = at.up) at.weight -= lost;
  }
}

/**
 * Reads the text of `root` and below into regions and blocks, in one pass over live nodes; null if there is none.
 * `lenient` also reads what is hidden, for pages that show nothing before their scripts ran.
 */
export function readText(root: Element, lenient: boolean): Region | null {
  const walk: Walk = {
    lenient,
    nodes: 0,
    blocks: 0,
    names: new Map(),
    marked: new Set(select(root, MARKED)),
    beside: [],
  };
  const top = readRegion(root, tagOf(root), walk);
  if (top !== null) discount(top, walk.beside);
  return top;
}
