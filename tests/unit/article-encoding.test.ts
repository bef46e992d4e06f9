import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMeant } from '../../lib/article/encoding';

/** The text as a browser shows it that takes its UTF-8 for windows-1252. */
const misread = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

describe('asMeant', () => {
  it('reads a headline again whose encoding was not named', () => {
    expect(asMeant('PremiÃ¨re traversÃ©e â€“ le bac est lÃ\u00a0')).toBe('Première traversée – le bac est là');
  });

  it('leaves what is written rightly', () => {
    for (const text of ['Première traversée', 'Ferry', '“Ã”', 'Прилив', '港の船', 'Âge et façade', ''])
      expect(asMeant(text)).toBe(text);
  });

  it('undoes every misreading, and is done after one reading of plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(asMeant(misread(text))).toBe(text);
      }),
    );
  });
});
