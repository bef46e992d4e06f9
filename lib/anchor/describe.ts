import { fail, ok, type Result } from '../model/result';
import type { Selectors } from '../model/selectors';
import type { Span, TextIndex } from '../text/text-index';
import { rangeToSpan, readSpan, spanToPosition, trimSpan } from '../text/text-span';
import { isWordEdge } from '../text/words';

/** Characters of context kept on each side. */
export const CONTEXT = 64;

/** The longest quote that is kept, in characters. */
export const LONGEST_QUOTE = 200_000;

/** The offset at or after `from` (or at or before, going back) where no word is cut, within a word's usual length. */
function wholeWord(text: string, from: number, step: 1 | -1): number {
  for (let at = from, left = 20; left > 0 && at > 0 && at < text.length; at += step, left--) {
    if (isWordEdge(text, at)) return at;
  }
  return from;
}

/**
 * What to keep of a span so that it can be found again: its words as a reader reads them, up to 64 characters of
 * whole words before and after, and its place. Fails with `nothing-selected` for an empty span, `selection-too-long`
 * beyond 200,000 characters and `page-without-text` where the index holds none.
 */
export function describeSpan(index: TextIndex, span: Span): Result<Selectors> {
  if (index.text === '') return fail('page-without-text');
  const trimmed = trimSpan(index, span);
  if (trimmed === null) return fail('nothing-selected');
  const exact = readSpan(index, trimmed);
  const position = spanToPosition(index, trimmed);
  if (exact === '' || position === null) return fail('nothing-selected');
  if (exact.length > LONGEST_QUOTE) return fail('selection-too-long', String(LONGEST_QUOTE));
  const { text } = index;
  const before = trimmed.start <= CONTEXT ? 0 : wholeWord(text, trimmed.start - CONTEXT, 1);
  const after = trimmed.end + CONTEXT >= text.length ? text.length : wholeWord(text, trimmed.end + CONTEXT, -1);
  const prefix = context(index, { start: Math.min(before, trimmed.start), end: trimmed.start });
  const suffix = context(index, { start: trimmed.end, end: Math.max(after, trimmed.end) });
  return ok({ quote: { exact, prefix: prefix.slice(-1_000), suffix: suffix.slice(0, 1_000) }, position });
}

/** Context keeps the space at its inner end: it tells whether the quote begins or ends inside a word. */
function context(index: TextIndex, span: Span): string {
  const words = readSpan(index, span);
  const raw = index.text.slice(span.start, span.end);
  return `${raw.startsWith(' ') && words !== '' ? ' ' : ''}${words}${raw.endsWith(' ') && words !== '' ? ' ' : ''}`;
}

/** The same for a range of the indexed page; a range outside of it is `selection-unusable`. */
export function describeRange(index: TextIndex, range: Range): Result<Selectors> {
  if (index.text === '') return fail('page-without-text');
  if (range.collapsed) return fail('nothing-selected');
  const span = rangeToSpan(index, range);
  return span === null ? fail('selection-unusable') : describeSpan(index, span);
}
