/** Links to quotes of the page as it is, where the browser scrolled when it followed one, and where its words stand. */
import { textFragmentFor } from '../../lib/anchor/text-fragment';
import { buildTextIndex } from '../../lib/text/text-index';
import { positionToSpan, rangeToSpan, spanToPosition, spanToRange } from '../../lib/text/text-span';
import { wordsOf } from '../../lib/text/words';

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

/** The quote between two empty elements of the page. */
function between(first: string, last: string): Points | null {
  const range = document.createRange();
  const [from, to] = [document.getElementById(first), document.getElementById(last)];
  if (from === null || to === null) return null;
  range.setStartAfter(from);
  range.setEndBefore(to);
  const index = buildTextIndex(document);
  const span = rangeToSpan(index, range);
  return span === null ? null : spanToPosition(index, span);
}

/** Every word of the page, in order, with the middle of its first line, and whether it is the quote's. */
function words(points: Points) {
  const index = buildTextIndex(document);
  const quote = positionToSpan(index, points);
  return wordsOf(index.text).flatMap(({ text, start, end }) => {
    const box = spanToRange(index, { start, end })?.getClientRects()[0];
    if (box === undefined || quote === null) return [];
    const inside = start >= quote.start && end <= quote.end;
    return [{ text, inside, x: box.left + box.width / 2, y: box.top + box.height / 2 }];
  });
}

Object.assign(globalThis, { pressmarkFragments: { link, offset, between, words } });
