import type { Reading } from './suggestions';

/** An article longer than the window lies at most this far from its middle while it is read. */
const NEAR = 0.6;

/**
 * Code points into the page's text at the middle of the window: the paragraph that lies nearest to it, and within that
 * paragraph as far as it is scrolled. Null where no paragraph is near.
 */
export function pointInView(blocks: Reading['blocks'], height: number): number | null {
  const middle = height / 2;
  let best: { readonly point: number; readonly distance: number } | null = null;
  for (const { element, position } of blocks) {
    const box = element.getBoundingClientRect();
    if (box.height === 0) continue;
    const distance = Math.max(0, box.top - middle, middle - box.bottom);
    if (best !== null && distance >= best.distance) continue;
    const share = Math.min(1, Math.max(0, (middle - box.top) / box.height));
    best = { point: Math.round(position.start + share * (position.end - position.start)), distance };
    if (distance === 0) break;
  }
  return best !== null && best.distance < height * NEAR ? best.point : null;
}
