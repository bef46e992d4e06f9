import { bodyOf, firstChild, isDocument, isElement, isText, nextSibling, parentNode, textData } from './dom';
import { normaliseChunk } from './normalise';
import { isAdLabel, isFurniture, partOf, type Visibility, visibilityOf } from './page-parts';

/** A stretch of an index's normalised text, by UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a page's text content, by Unicode code points (W3C TextPositionSelector). */
export interface Position {
  readonly start: number;
  readonly end: number;
}

/** One text node of the page and where its characters went. */
export interface Segment {
  readonly node: Text;
  /** Where the node's characters begin in the normalised text. */
  start: number;
  /** Code points of the page's text content before the node. */
  point: number;
  readonly points: number;
  /** The node's text when it was read, to tell later whether it still is that. */
  readonly data: string;
  /** White space stood open before the node. */
  readonly gap: boolean;
  /** False where the reader doesn't see it: it counts in positions and is never matched. */
  readonly read: boolean;
  /** The node's characters stand for themselves, but for a space that may come first. */
  readonly simple: boolean;
}

/** How far a reading has come. */
interface Mark {
  readonly segments: number;
  readonly blocks: number;
  readonly furniture: number;
  readonly text: number;
  readonly points: number;
  /** The last character that was written. */
  readonly last: string;
}

/** What was read of a block in which no other block stands: unless it is touched it need not be read again. */
interface Leaf {
  readonly seen: Visibility;
  readonly from: Mark;
  readonly to: Mark;
}

/** The text of a page, read once and used by every quote. */
export interface TextIndex {
  readonly root: Node;
  /** Normalised text of everything a reader sees. */
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Code points of the page's text content. */
  readonly points: number;
  /** Offsets in `text` where a new block begins, ascending. */
  readonly blocks: readonly number[];
  /** Stretches of `text` that the template puts between paragraphs, in order of their end. */
  readonly furniture: readonly Span[];
  /** The stretch of the preferred element, where there is one with text. */
  readonly preferred: Span | null;
  /** Where its paragraphs and the like lie in the lists above. */
  readonly leaves: WeakMap<Element, Leaf>;
}

export interface TextIndexOptions {
  /** An earlier index of the same page, and all nodes that were changed since, with those that they are in. */
  readonly before?: { readonly index: TextIndex; readonly touched: ReadonlySet<Node> } | null;
  /** The article's body, if known: among equals a match inside it wins. */
  readonly preferred?: Element | null;
}

/** Nodes read between two looks at the clock. */
const NODES_PER_STEP = 64;

const SURROGATE = /[\ud800-\udfff]/;

/** Unicode code points of a string; a lone surrogate counts as one. */
export function countPoints(text: string, end = text.length): number {
  if (!SURROGATE.test(text)) return end;
  let points = end;
  for (let i = 1; i < end; i++) {
    const low = text.charCodeAt(i);
    if (low < 0xdc00 || low > 0xdfff) continue;
    const high = text.charCodeAt(i - 1);
    if (high >= 0xd800 && high <= 0xdbff) points--;
  }
  return points;
}

/** An element that is being read. */
interface Open {
  readonly element: Element;
  readonly first: Node;
  /** The state of the walk outside of it. */
  readonly read: boolean;
  readonly textRead: boolean;
  readonly block: boolean;
  readonly seen: Visibility;
  readonly from: Mark;
  readonly furniture: boolean;
  /** No block stands in it, as far as it was read. */
  leaf: boolean;
}

class Reader {
  readonly leaves = new WeakMap<Element, Leaf>();
  readonly segments: Segment[] = [];
  readonly blocks: number[] = [];
  readonly furniture: Span[] = [];
  preferredSpan: Span | null = null;
  points = 0;
  private readonly parts: string[] = [];
  private length = 0;
  private last = '';
  private gap = false;
  private boundary = true;

  /** What holds the preferred element: that is always read, to see where it begins and ends. */
  private readonly holders = new Set<Node>();

  constructor(
    private readonly preferred: Element | null,
    private readonly before: TextIndexOptions['before'],
  ) {
    if (preferred === null) return;
    for (let at = parentNode(preferred); at !== null; at = parentNode(at)) this.holders.add(at);
  }

  text(): string {
    return this.parts.join('');
  }

  /** Walks without recursion: a hostile page can nest deeper than the stack. Yields after every few nodes. */
  *walk(root: Node): Generator<undefined, void> {
    let steps = 0;
    const open: Open[] = [];
    let read = true;
    let textRead = true;
    let node = firstChild(root);
    let parent = root;
    for (;;) {
      if (++steps % NODES_PER_STEP === 0) yield;
      if (node === null) {
        const closing = open.pop();
        if (closing === undefined) return;
        this.leave(closing, open.at(-1));
        ({ read, textRead } = closing);
        node = nextSibling(closing.element);
        parent = open.at(-1)?.element ?? root;
        continue;
      }
      if (isText(node)) this.addText(node, read && textRead, parent);
      else if (isElement(node)) {
        const inside = this.enter(node, read, textRead);
        if (inside !== null) {
          if (!this.reuse(inside)) {
            open.push(inside);
            read = inside.seen !== 'hidden';
            textRead = inside.seen === 'shown';
            parent = node;
            node = inside.first;
            continue;
          }
          this.leave(inside, open.at(-1));
        }
      }
      node = nextSibling(node);
    }
  }

  /** Begins an element; null where nothing is to be read in it. */
  private enter(element: Element, read: boolean, textRead: boolean): Open | null {
    const part = partOf(element);
    if (part === 'left-out') return null;
    const block = part === 'block' || part === 'break';
    if (block) this.breakHere();
    const first = firstChild(element);
    if (first === null) return null;
    const seen: Visibility = read && part !== 'unread' ? visibilityOf(element) : 'hidden';
    const furniture = seen !== 'hidden' && (block || part === 'inline') && isFurniture(element);
    const from = this.mark();
    if (element === this.preferred) this.preferredSpan = { start: from.text, end: from.text };
    return { element, first, read, textRead, block, seen, from, furniture, leaf: true };
  }

  private leave({ element, block, seen, from, furniture, leaf }: Open, outer: Open | undefined): void {
    if (block && leaf) this.leaves.set(element, { seen, from, to: this.mark() });
    if (outer && (block || !leaf)) outer.leaf = false;
    if (block) this.breakHere();
    if (furniture && this.length > from.text) this.furniture.push({ start: from.text, end: this.length });
    if (element === this.preferred) this.preferredSpan = { start: from.text, end: this.length };
  }

  private mark(): Mark {
    const { segments, blocks, furniture, length, points, last } = this;
    return {
      ...{ segments: segments.length, blocks: blocks.length, furniture: furniture.length },
      ...{ text: length, points, last },
    };
  }

  /** Takes over what was read of a block before, if it would read the same. */
  private reuse({ element, block, seen, from }: Open): boolean {
    if (!this.before || !block || this.holders.has(element) || this.before.touched.has(element)) return false;
    const { index } = this.before;
    const leaf = index.leaves.get(element);
    if (leaf === undefined || leaf.seen !== seen || leaf.from.last !== from.last) return false;
    const { from: begin, to } = leaf;
    const text = from.text - begin.text;
    const points = from.points - begin.points;
    for (const segment of index.segments.slice(begin.segments, to.segments)) {
      const moved = text !== 0 || points !== 0;
      const { start, point } = segment;
      this.segments.push(moved ? { ...segment, start: start + text, point: point + points } : segment);
    }
    for (const start of index.blocks.slice(begin.blocks, to.blocks)) this.blocks.push(start + text);
    for (const { start, end } of index.furniture.slice(begin.furniture, to.furniture))
      this.furniture.push({ start: start + text, end: end + text });
    this.parts.push(index.text.slice(begin.text, to.text));
    this.length += to.text - begin.text;
    this.points += to.points - begin.points;
    this.last = to.last;
    return true;
  }

  private breakHere(): void {
    this.gap = true;
    this.boundary = true;
  }

  private addText(node: Text, visible: boolean, parent: Node): void {
    const data = textData(node);
    const points = countPoints(data);
    const read = visible && !isAdLabel(node, data, parent);
    const { start, point, before } = { start: this.length, point: this.points, before: this.gap };
    this.points += points;
    if (!read) {
      this.segments.push({ node, start, point, points, data, gap: before, read, simple: false });
      return;
    }
    const { text, gap, simple } = normaliseChunk(data, { last: this.last, gap: before });
    this.segments.push({ node, start, point, points, data, gap: before, read, simple });
    this.gap = gap;
    if (text === '') return;
    if (this.boundary) {
      this.blocks.push(this.length + (text.startsWith(' ') ? 1 : 0));
      this.boundary = false;
    }
    this.parts.push(text);
    this.length += text.length;
    this.last = text.slice(-1);
  }
}

/**
 * Reads the text of a page or of a part of it in small steps; a generator, so that the caller can let the page breathe
 * at each `yield`. The page may change in between: the index then holds what was read, and a range over text that is
 * no longer that comes out as null. Where a node that was being read is taken from the page the rest may be missing;
 * the caller hears of that from its observer and reads again.
 */
export function* textIndexSteps(
  root: Element | Document,
  options: TextIndexOptions = {},
): Generator<undefined, TextIndex> {
  const top = isDocument(root) ? (bodyOf(root) ?? root) : root;
  const reader = new Reader(options.preferred ?? null, options.before);
  yield* reader.walk(top);
  const preferred = reader.preferredSpan;
  return {
    root: top,
    text: reader.text(),
    segments: reader.segments,
    points: reader.points,
    blocks: reader.blocks,
    furniture: reader.furniture,
    preferred: preferred !== null && preferred.end > preferred.start ? preferred : null,
    leaves: reader.leaves,
  };
}

/**
 * The same in one go. Linear in the number of nodes and characters; changes nothing. Positions count from the root:
 * give the document (or its body) for positions as they are stored.
 */
export function buildTextIndex(root: Element | Document, options: TextIndexOptions = {}): TextIndex {
  const steps = textIndexSteps(root, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
