import { bodyOf, firstChild, isDocument, isElement, isText, nextSibling, textData } from './dom';
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
}

export interface TextIndexOptions {
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

class Reader {
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

  constructor(private readonly preferred: Element | null) {}

  text(): string {
    return this.parts.join('');
  }

  /** Walks without recursion: a hostile page can nest deeper than the stack. Yields after every few nodes. */
  *walk(root: Node): Generator<undefined, void> {
    let steps = 0;
    const open: { element: Element; read: boolean; block: boolean; textRead: boolean; furniture: number }[] = [];
    let read = true;
    let textRead = true;
    let node = firstChild(root);
    let parent = root;
    for (;;) {
      if (++steps % NODES_PER_STEP === 0) yield;
      if (node === null) {
        const closing = open.pop();
        if (closing === undefined) return;
        this.leave(closing.element, closing.block, closing.furniture);
        read = closing.read;
        textRead = closing.textRead;
        node = nextSibling(closing.element);
        parent = open.at(-1)?.element ?? root;
        continue;
      }
      if (isText(node)) this.addText(node, read && textRead, parent);
      else if (isElement(node)) {
        const part = partOf(node);
        if (part !== 'left-out') {
          const block = part === 'block' || part === 'break';
          if (block) this.breakHere();
          const child = firstChild(node);
          if (child !== null) {
            const seen: Visibility = read && part !== 'unread' ? visibilityOf(node) : 'hidden';
            const furniture = seen !== 'hidden' && (block || part === 'inline') && isFurniture(node) ? this.length : -1;
            open.push({ element: node, read, block, textRead, furniture });
            read = seen !== 'hidden';
            textRead = seen === 'shown';
            if (node === this.preferred) this.preferredSpan = { start: this.length, end: this.length };
            parent = node;
            node = child;
            continue;
          }
        }
      }
      node = nextSibling(node);
    }
  }

  private leave(element: Element, block: boolean, furniture: number): void {
    if (block) this.breakHere();
    if (furniture >= 0 && this.length > furniture) this.furniture.push({ start: furniture, end: this.length });
    if (element === this.preferred && this.preferredSpan !== null) {
      this.preferredSpan = { start: this.preferredSpan.start, end: this.length };
    }
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
  const reader = new Reader(options.preferred ?? null);
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
