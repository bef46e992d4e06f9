/** Something painted, by its place in the text; spans are in the page's reading order. */
export interface Placed {
  readonly id: string;
  readonly range: Range;
}

interface CaretPlace {
  readonly node: Node;
  readonly offset: number;
}

/** The text position under a point of the viewport, in CSS pixels; null over no text. */
export function caretAt(doc: Document, x: number, y: number): CaretPlace | null {
  if (typeof doc.caretPositionFromPoint === 'function') {
    const caret = doc.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : null;
  }
  const range = doc.caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/**
 * The ids of everything painted under a point, the shortest first. A caret is found next to any text, however far, so
 * the point must also lie in one of the range's boxes.
 */
export function idsAt(doc: Document, painted: readonly Placed[], x: number, y: number): string[] {
  const caret = caretAt(doc, x, y);
  if (!caret || caret.node.nodeType !== Node.TEXT_NODE) return [];
  return painted
    .filter(({ range }) => covers(range, caret) && isInside(range, x, y))
    .map(({ id, range }) => ({ id, length: range.toString().length }))
    .sort((a, b) => a.length - b.length)
    .map(({ id }) => id);
}

function covers(range: Range, { node, offset }: CaretPlace): boolean {
  try {
    return range.isPointInRange(node, offset);
  } catch {
    return false;
  }
}

function isInside(range: Range, x: number, y: number): boolean {
  for (const box of range.getClientRects()) {
    if (x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1) return true;
  }
  return false;
}
