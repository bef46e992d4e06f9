import { describe, expect, it } from 'vitest';
import { textFragmentFor } from '../../lib/anchor/text-fragment';
import { buildTextIndex } from '../../lib/text/text-index';
import { rangeToSpan } from '../../lib/text/text-span';
import { rangeOver, show } from './anchor-page';

function fragment(words: string): string {
  const index = buildTextIndex(document);
  const span = rangeToSpan(index, rangeOver(words));
  return span === null ? '' : decodeURIComponent(textFragmentFor(index, span));
}

describe('a text fragment', () => {
  it('is the quote alone where that is enough, with the signs that have a meaning encoded', () => {
    show('<p>A well-known case, they say &amp; mean.</p>');
    const index = buildTextIndex(document);
    const span = rangeToSpan(index, rangeOver('well-known case, they say &'));
    expect(span && textFragmentFor(index, span)).toBe(':~:text=well%2Dknown%20case%2C%20they%20say%20%26');
  });

  it('has context where the words stand twice', () => {
    show('<p>First he said no comment and left.</p><p>Then she said no comment and stayed.</p>');
    expect(fragment('said no comment')).toBe(':~:text=said no comment');
    const second = document.querySelectorAll('p')[1];
    const index = buildTextIndex(document);
    const span = second ? rangeToSpan(index, rangeOver('said no comment', second)) : null;
    expect(decodeURIComponent(span ? textFragmentFor(index, span) : '')).toBe(
      ':~:text=Then she-,said no comment,-and stayed',
    );
  });

  it('gives a quote over two paragraphs by its ends', () => {
    show('<p>One two three four five six.</p><p>Seven eight nine ten eleven twelve.</p>');
    expect(fragment('four five six.Seven eight nine')).toBe(':~:text=four five six,Seven eight nine');
  });
});
