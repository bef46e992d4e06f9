/** A drawn quote, for pointing and walking. */
export interface DrawnQuote {
  readonly id: string;
  readonly range: Range;
}

/** Drawn quotes in reading order, with how far any of the earlier ones reaches. */
export interface ReadingOrder {
  readonly quotes: readonly DrawnQuote[];
  /** For each place, the quote up to it that ends last. */
  readonly reach: readonly number[];
}

function compareStarts(a: Range, b: Range): number {
  try {
    return a.compareBoundaryPoints(Range.START_TO_START, b) || b.compareBoundaryPoints(Range.END_TO_END, a);
  } catch {
    // Ranges of different trees have no order.
    return 0;
  }
}

/** Sorts drawn quotes by where they begin, the longer first; collapsed ranges are left out. */
export function readingOrder(quotes: readonly DrawnQuote[]): ReadingOrder {
  const sorted = quotes.filter(({ range }) => !range.collapsed).sort((a, b) => compareStarts(a.range, b.range));
  const reach: number[] = [];
  sorted.forEach(({ range }, i) => {
    const before = reach[i - 1] ?? i;
    const furthest = sorted[before]?.range ?? range;
    reach.push(range.compareBoundaryPoints(Range.END_TO_END, furthest) >= 0 ? i : before);
  });
  return { quotes: sorted, reach };
}

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

function caretAt(document: Document, x: number, y: number): Caret | null {
  if (typeof Document.prototype.caretPositionFromPoint === 'function') {
    const caret = Document.prototype.caretPositionFromPoint.call(document, x, y);
    return caret === null ? null : { node: caret.offsetNode, offset: caret.offset };
  }
  if (typeof Document.prototype.caretRangeFromPoint !== 'function') return null;
  const range = Document.prototype.caretRangeFromPoint.call(document, x, y);
  return range === null ? null : { node: range.startContainer, offset: range.startOffset };
}

function compareTo(range: Range, { node, offset }: Caret): number {
  try {
    return range.comparePoint(node, offset);
  } catch {
    return 1;
  }
}

function covers(range: Range, x: number, y: number): boolean {
  for (const rect of range.getClientRects()) {
    if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return true;
  }
  return false;
}

/**
 * The ids of the drawn quotes under a point of the viewport, in reading order: several where they overlap. By caret
 * position and binary search, so that it doesn't slow down with their number.
 */
export function quotesAt(order: ReadingOrder, x: number, y: number, target: Document = document): string[] {
  const { quotes, reach } = order;
  const caret = quotes.length === 0 ? null : caretAt(target, x, y);
  if (caret === null) return [];
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const quote = quotes[middle];
    // -1: the caret is before the range; such quotes and all after them are out.
    if (quote !== undefined && compareTo(quote.range, caret) >= 0) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low - 1; at >= 0; at--) {
    const furthest = quotes[reach[at] ?? at];
    if (furthest === undefined || compareTo(furthest.range, caret) > 0) break;
    const quote = quotes[at];
    if (quote !== undefined && compareTo(quote.range, caret) === 0 && covers(quote.range, x, y)) found.push(quote.id);
  }
  return found.reverse();
}
