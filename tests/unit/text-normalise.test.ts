import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpace, mapChunk, NO_CARRY, normalise, normaliseChunk } from '../../lib/text/normalise';
import { isUnspaced, isWordEdge, wordsOf } from '../../lib/text/words';

describe('normalise', () => {
  it.each([
    ['white space runs and no-break spaces', 'a \n\t b\u00a0c\u202fd', 'a b c d'],
    ['French quotation marks with their spaces', '«\u00a0mot\u00a0» dit', '"mot"dit'],
    ['curly and straight quotation marks', '“mot” dit', '"mot"dit'],
    ['apostrophes', 'l’eau', "l'eau"],
    ['French spaces before high punctuation', 'Quoi\u202f? Oui\u00a0!', 'Quoi? Oui!'],
    ['dashes, with and without spaces', 'a – b — c-d', 'a-b-c-d'],
    ['soft hyphens and zero-width characters', 'Fe\u00adde\u200bral\ufeff', 'Federal'],
    ['decomposed letters', 'e\u0301te\u0301', 'été'],
    ['decomposed Hangul', '\u1112\u1161\u11ab', '한'],
    ['ellipses', 'so…', 'so...'],
    ['full-width forms and ligatures', 'ＡＢＣ ﬁn', 'ABC fin'],
    ['a line break inside Chinese', '今天\n天气', '今天天气'],
    ['a line break inside Korean, which has spaces', '오늘\n날씨', '오늘 날씨'],
    ['Arabic tatweel', 'محـــمد', 'محمد'],
    ['emoji with variation selectors', '❤️ a', '❤ a'],
  ])('folds %s', (_, raw, expected) => {
    expect(normalise(raw)).toBe(expected);
  });

  it('keeps letters apart that only look alike', () => {
    expect(normalise('й')).not.toBe(normalise('и'));
  });

  it('is idempotent on what it wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = normalise(raw);
        expect(normalise(once).replaceAll(' ', '')).toBe(once.replaceAll(' ', ''));
      }),
    );
  });

  it('maps every character back to a place in the text it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (raw, gap) => {
        const carry = { last: 'x', gap };
        const { text } = normaliseChunk(raw, carry);
        const { starts, ends } = mapChunk(raw, carry);
        expect(starts.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) {
          expect(starts[i]).toBeLessThanOrEqual(ends[i] ?? -1);
          expect(ends[i]).toBeLessThanOrEqual(raw.length);
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
        }
      }),
    );
  });

  it('takes lone surrogates and empty text', () => {
    expect(normalise('a\ud800b')).toBe('a\ud800b');
    expect(normaliseChunk('', NO_CARRY)).toEqual({ text: '', gap: false, simple: false });
  });
});

describe('foldSpace', () => {
  it('keeps the punctuation of the page', () => {
    expect(foldSpace('  «\u00a0Le\u00adon »\n – oui ')).toBe('« Leon » – oui');
  });
});

describe('words', () => {
  it('are characters in scripts without spaces', () => {
    expect(wordsOf('今天 sunny').map(({ text }) => text)).toEqual(['今', '天', 'sunny']);
    expect(isUnspaced('今天天气很好')).toBe(true);
    expect(isUnspaced('Das Wetter')).toBe(false);
  });

  it('have edges where a reader sees them', () => {
    expect(isWordEdge('machines', 3)).toBe(false);
    expect(isWordEdge('the end', 3)).toBe(true);
    expect(isWordEdge('今天', 1)).toBe(true);
  });
});
