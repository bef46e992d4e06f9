/**
 * The bench's only entrypoint: the shipped modules, callable from the outside. It is built on its own and is never
 * part of the package.
 */
import { describeRange } from '../../lib/anchor/describe';
import { locateQuotes } from '../../lib/anchor/locate';
import type { QuoteToLocate } from '../../lib/anchor/wanted';
import { findBody } from '../../lib/article/body';
import { buildTextIndex } from '../../lib/text/text-index';
import { readSpan, spanToPosition } from '../../lib/text/text-span';

interface Points {
  readonly start: number;
  readonly end: number;
}

/** The bench's own reading of the contract, so that a fault of the index can't hide itself. */
function rangeOf({ start, end }: Points): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let before = 0;
  let begun = false;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, style, noscript, template')) continue;
    const points = [...node.data];
    const units = (point: number): number => points.slice(0, point - before).join('').length;
    if (!begun && start < before + points.length) {
      range.setStart(node, units(start));
      begun = true;
    }
    if (begun && end <= before + points.length) {
      range.setEnd(node, units(end));
      break;
    }
    before += points.length;
  }
  return range;
}

/** Describes the quotes on the page as it is now. */
function describe(quotes: readonly Points[]) {
  const index = buildTextIndex(document);
  const described = quotes.map((quote) => {
    const result = describeRange(index, rangeOf(quote));
    return result.ok ? result.value : null;
  });
  const body = findBody(document);
  return { described, text: body?.text ?? null, whole: readSpan(index, { start: 0, end: index.text.length }) };
}

/** Finds them on the page as it is now, with the milliseconds of the whole, index and ranges included. */
function locate(quotes: readonly QuoteToLocate[], savedText: string | null) {
  const preferred = findBody(document)?.root ?? null;
  const begin = performance.now();
  const index = buildTextIndex(document, { preferred });
  const located = locateQuotes(index, quotes, { savedText });
  const ms = performance.now() - begin;
  const answers = located.map(({ id, status, span, foundText, score }) => ({
    id,
    status,
    ...((span && spanToPosition(index, span)) ?? { start: null, end: null }),
    text: span ? readSpan(index, span) : null,
    foundText,
    score,
  }));
  return { answers, ms };
}

Object.assign(globalThis, { pressmarkAnchoring: { describe, locate } });
