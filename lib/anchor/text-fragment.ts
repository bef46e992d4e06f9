import type { Span, TextIndex } from '../text/text-index';

export function textFragmentFor(index: TextIndex, span: Span): string {
  return index.text.slice(span.start, span.end);
}
