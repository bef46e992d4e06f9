import type { Reading } from './suggestions';

/** An article longer than the window lies at most this far from its middle while it is read. */
const NEAR = 0.6;

/**
 * Code points into the page's text where the reader's eye is taken to be: a line that lies high in the window at the
 * page's top and low at its end, since the last paragraphs never come to the middle. The paragraph that lies nearest to
 * it counts, and within that paragraph as far as it is scrolled. Null where no paragraph is near.
 */
export function pointInView(blocks: Reading['blocks'], height: number, progress: number): number | null {
  const line = height * (0.2 + 0.6 * Math.min(1, Math.max(0, progress)));
  let best: { readonly point: number; readonly distance: number } | null = null;
  for (const { element, position } of blocks) {
    const box = element.getBoundingClientRect();
    if (box.height === 0) continue;
    const distance = Math.max(0, box.top - line, line - box.bottom);
    if (best !== null && distance >= best.distance) continue;
    const share = Math.min(1, Math.max(0, (line - box.top) / box.height));
    best = { point: Math.round(position.start + share * (position.end - position.start)), distance };
    if (distance === 0) break;
  }
  return best !== null && best.distance < height * NEAR ? best.point : null;
}
