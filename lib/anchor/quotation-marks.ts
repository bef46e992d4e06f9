import type { Selectors } from '../model/selectors';
import type { Span, TextIndex } from '../text/text-index';
import { describeSpan } from './describe';

/** The same quote with the quotation marks around it and without them. */
export interface MarksChoice {
  readonly with: Selectors;
  readonly without: Selectors;
}

/** Marks that open and close one another, in whatever direction a language writes them. */
const FAMILIES = ['"', '“”„‟', '«»', "'", '‘’‚‛', '‹›'];

const APOSTROPHE = /(\p{L})['’](?=\p{L})/gu;

/** Whether the two ends are marks of one kind that belong together: none of that kind stands between them. */
function isOnePair(whole: string, inner: string): boolean {
  const family = FAMILIES.find((marks) => marks.includes(whole.charAt(0)));
  if (!family?.includes(whole.slice(-1))) return false;
  const words = inner.replace(APOSTROPHE, '$1');
  return ![...family].some((mark) => words.includes(mark));
}

/**
 * The choice between a passage with its quotation marks and without them; null where no pair of them stands at its
 * ends, inside or just outside.
 */
export function marksChoice(index: TextIndex, span: Span): MarksChoice | null {
  // The index has one spelling for each kind of mark.
  const isMark = (at: number): boolean => /["']/.test(index.text.charAt(at));
  const start = isMark(span.start) ? span.start : span.start - 1;
  const end = isMark(span.end - 1) ? span.end : span.end + 1;
  if (!isMark(start) || !isMark(end - 1) || end - start < 3) return null;
  const whole = describeSpan(index, { start, end });
  const inner = describeSpan(index, { start: start + 1, end: end - 1 });
  if (!whole.ok || !inner.ok || !isOnePair(whole.value.quote.exact, inner.value.quote.exact)) return null;
  return { with: whole.value, without: inner.value };
}
