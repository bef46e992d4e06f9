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
  'selection-own-interface',
  'selection-too-long',
  'page-without-text',
] as const);
type Sayable = typeof SAYABLE extends Set<infer Code> ? Code : never;

const isSayable = (code: string): code is Sayable => (SAYABLE as ReadonlySet<string>).has(code);

/**
 * What the page's selection can become: a quote, nothing, or the reason why not. `ownWords` tells what is selected in our
 * own interface, which the document does not see.
 */
export function offerSelection(doc: Document, index: TextIndex, ownWords: () => string): SelectionOffer {
  const quote = quoteFromSelection(index, doc.getSelection());
  if (quote.ok) {
    return { kind: 'quote', selectors: quote.value.selectors, marks: marksChoice(index, quote.value.span) };
  }
  const { code } = quote.error;
  // An open card has the focus without anything being selected in it: that is no selection at all.
  if (code === 'selection-own-interface' && ownWords().trim() === '') return { kind: 'none' };
  return isSayable(code) ? { kind: 'unusable', code } : { kind: 'none' };
}
