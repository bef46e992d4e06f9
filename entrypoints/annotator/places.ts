import { frameOffset } from '../../lib/text/frames';

/** Where something floats: px from the viewport's top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const GAP = 8;
const EDGE = 8;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box of the viewport, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where something of a size goes beside a box of the viewport, in CSS pixels: above or below as wished, on the other
 * side where there is no room, and never beyond the edges.
 */
export function beside(box: Box, size: Size, view: Size, wish: 'above' | 'below'): Place {
  const above = box.top - size.height - GAP;
  const below = box.bottom + GAP;
  const fitsAbove = above >= EDGE;
  const fitsBelow = below + size.height <= view.height - EDGE;
  const goesAbove = wish === 'above' ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow;
  const y = goesAbove ? above : below;
  const x = box.left + (Math.min(box.right, view.width) - box.left) / 2 - size.width / 2;
  const within = (value: number, limit: number): number => Math.max(EDGE, Math.min(value, limit - EDGE));
  return { x: within(x, view.width - size.width), y: within(y, view.height - size.height) };
}

/**
 * The part of a range that the eye is at, in the top window's viewport: the line under a point (of the range's own
 * viewport, which a frame has), or the last line, or the first.
 */
export function lineBox(range: Range, at: 'first' | 'last' | { readonly x: number; readonly y: number }): Box {
  const { left, top, right, bottom } = ownBox(range, at);
  const inner = range.startContainer.ownerDocument;
  const { x, y } = inner === null ? { x: 0, y: 0 } : frameOffset(inner);
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

function ownBox(range: Range, at: Parameters<typeof lineBox>[1]): Box {
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
  const whole = range.getBoundingClientRect();
  if (at === 'first') return boxes[0] ?? whole;
  if (at === 'last') return boxes.at(-1) ?? whole;
  return (
    boxes.find(
      (box) => at.y >= box.top - 1 && at.y <= box.bottom + 1 && at.x >= box.left - 1 && at.x <= box.right + 1,
    ) ?? whole
  );
}
