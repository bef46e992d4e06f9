import { isBeside, isHidden, MARKED } from './body-parts';
import { tidy, weigh } from './body-text';
import { INLINE, isBesideRole, SKIPPED, saysNever } from './body-words';
import { attribute, select } from './dom';

/** Bounds: an endless page or a hostile one is read up to here. */
const MAX_BLOCKS = 12_000;
const MAX_NODES = 250_000;
const MAX_DEPTH = 400;
const MAX_HIDDEN = 4_000;

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
  /** It has running text, and its name says that it stands beside the article. */
  beside: boolean;
  /** Its name says that it is never the article. */
  never: boolean;
  /** What is below it, in document order. */
  readonly parts: (Region | Block)[];
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

/** The state of one reading; `lenient` also reads what is hidden. */
interface Walk {
  readonly lenient: boolean;
  nodes: number;
  blocks: number;
  /** Weight of the paragraphs in hidden parts. */
  hidden: number;
  /** Names that were looked at already. */
  readonly names: Map<string, boolean>;
  /** The regions that are named as standing beside the article, each after those in it. */
  readonly beside: Region[];
}

/** The tag's name; a form whose fields shadow it is a form all the same. */
export function tagOf(element: Element): string {
  const own: unknown = element.localName;
  return typeof own === 'string' ? own : 'form';
}

/** What a form's fields may shadow. */
function ofForm(form: Node, name: 'firstChild' | 'nextSibling'): Node | null {
  const own: unknown = Reflect.get(Node.prototype, name, form);
  return own instanceof Node ? own : null;
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

function newRegion(element: Element, tag: string, up: Region | null): Region {
  return {
    element,
    tag,
    up,
    beside: false,
    never: false,
    parts: [],
    weight: 0,
    raw: 0,
    chars: 0,
    linked: 0,
    headlines: 0,
    open: null,
  };
}

function readRegion(element: Element, tag: string, walk: Walk, up: Region | null = null, depth = 0): Region | null {
  const region = newRegion(element, tag, up);
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
  let node = isForm ? ofForm(parent, 'firstChild') : parent.firstChild;
  for (let form = false; node !== null; node = form ? ofForm(node, 'nextSibling') : node.nextSibling) {
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

/** Weight of the paragraphs in a hidden part. */
function paragraphsIn(hidden: Element): number {
  const paragraphs = select(hidden, 'p');
  let sum = 0;
  for (let i = 0; i < paragraphs.length && i < MAX_HIDDEN; i++) {
    const weight = weigh((paragraphs[i]?.textContent ?? '').trim());
    if (weight >= 50) sum += Math.min(weight, 1_500);
  }
  return sum;
}

function readElement(region: Region, child: Element, tag: string, links: boolean, depth: number, walk: Walk): void {
  if (depth >= MAX_DEPTH) return;
  const marked = tag !== 'form' && child.matches(MARKED);
  if (marked && !walk.lenient && isHidden(child, tag)) {
    if (!isBeside(child, tag, walk.names)) walk.hidden += paragraphsIn(child);
    return;
  }
  if (INLINE.has(tag)) {
    if (tag !== 'span' || !isBeside(child, tag, walk.names))
      readLine(region, child, false, links || tag === 'a', depth, walk);
    return;
  }
  if (marked) {
    const role = attribute(child, 'role');
    if (role !== '' && isBesideRole(role)) return;
  }
  const inner = readRegion(child, tag, walk, region, depth);
  if (inner === null) return;
  // What holds no running text is asked only if it is about to be taken.
  if (inner.raw > 0 && isBeside(child, tag, walk.names)) {
    inner.beside = true;
    inner.never = saysNever(`${attribute(child, 'class')} ${attribute(child, 'id')}`);
    walk.beside.push(inner);
  }
  if (links) inner.linked = inner.chars;
  region.parts.push(inner);
  region.weight += inner.weight;
  region.raw += inner.raw;
  region.chars += inner.chars;
  region.linked += inner.linked;
  region.headlines += inner.headlines;
  // Text that goes on after an inner block is a line of its own, unless the block was empty.
  close(region);
}

/** With less running text than this in sight a page is read again, hidden parts included. */
const LEAST_VISIBLE = 500;

/** A part that is named as standing beside, yet holds this share of all text or the headline, is the page's frame. */
const SHARE_OF_FRAME = 0.6;

/**
 * What a region weighs to what it is in: a tenth if it stands beside the article, a hundredth if it is never the article,
 * since consent texts outweigh short stories.
 */
export function worthOf({ weight, beside, never }: Region): number {
  return never ? weight * 0.01 : beside ? weight * 0.1 : weight;
}

/**
 * Discounts what stands beside the article, from the leaves up. Names such as `has-sidebar` on the frame of
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
    const lost = part.weight - worthOf(part);
    for (let at = part.up; at !== null; at = at.up) at.weight -= lost;
  }
}

/**
 * Reads the text of `root` and below into regions and blocks, in one pass over live nodes; null if there is none.
 * `lenient` also reads what is hidden, for pages that show nothing before their scripts ran; `names` are those that were
 * looked at already.
 */
export function readText(root: Element, lenient = false, names = new Map<string, boolean>()): Region | null {
  const walk: Walk = {
    lenient,
    nodes: 0,
    blocks: 0,
    hidden: 0,
    names,
    beside: [],
  };
  const top = readRegion(root, tagOf(root), walk);
  if (!lenient && (top === null || top.raw < LEAST_VISIBLE || walk.hidden > top.raw))
    return readText(root, true, names);
  if (top !== null) discount(top, walk.beside);
  return top;
}
