/** Links to quotes of the page as it is, and the same words painted by us, to compare with what the browser marks. */
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

function mark(points: Points): void {
  const index = buildTextIndex(document);
  const span = positionToSpan(index, points);
  const range = span === null ? null : spanToRange(index, span);
  if (range !== null) CSS.highlights.set('bench', new Highlight(range));
}

Object.assign(globalThis, { pressmarkFragments: { link, mark } });
