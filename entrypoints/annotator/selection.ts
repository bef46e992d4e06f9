import { marksChoice } from '../../lib/anchor/quotation-marks';
import { quoteFromSelection } from '../../lib/anchor/selection';
import type { SelectionOffer } from '../../lib/messages/to-page';
import type { TextIndex } from '../../lib/text/text-index';

const SAYABLE = new Set([
  'selection-unusable',
  'selection-in-form',
  'selection-in-frame',
  'selection-in-widget',
  'selection-forbidden',
  'selection-too-long',
  'page-without-text',
] as const);
type Sayable = typeof SAYABLE extends Set<infer Code> ? Code : never;

const isSayable = (code: string): code is Sayable => (SAYABLE as ReadonlySet<string>).has(code);

/** What the page's selection can become: a quote, nothing, or the reason why not. */
export function offerSelection(doc: Document, index: TextIndex): SelectionOffer {
  const quote = quoteFromSelection(index, doc.getSelection());
  if (quote.ok) {
    return { kind: 'quote', selectors: quote.value.selectors, marks: marksChoice(index, quote.value.span) };
  }
  const { code } = quote.error;
  return isSayable(code) ? { kind: 'unusable', code } : { kind: 'none' };
}
