/** Links to quotes of the page as it is, and where the browser scrolled when it followed one. */
import { textFragmentFor } from '../../lib/anchor/text-fragment';
import { buildTextIndex } from '../../lib/text/text-index';
import { positionToSpan, spanToRange } from '../../lib/text/text-span';

interface Points {
  readonly start: number;
  readonly end: number;
}

function link(points: Points): string | null {
  const index = buildTextIndex(document);
  const span = positionToSpan(index, points);
  return span === null ? null : textFragmentFor(index, span);
}

/** How far the top of the quote is from the middle of the window, where the browser puts what it found; null where the browser didn't scroll. */
async function offset(points: Points): Promise<number | null> {
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  if (scrollY === 0) return null;
  const index = buildTextIndex(document);
  const span = positionToSpan(index, points);
  const rect = span === null ? undefined : spanToRange(index, span)?.getBoundingClientRect();
  return rect === undefined ? null : rect.top - innerHeight / 2;
}

Object.assign(globalThis, { pressmarkFragments: { link, offset } });
