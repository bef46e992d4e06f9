import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareQuotes } from '../../lib/anchor/compare';
import { foldSpace } from '../../lib/text/normalise';

const side = (parts: ReturnType<typeof compareQuotes>['parts'], kind: 'removed' | 'added'): string =>
  parts
    .filter((part) => part.kind === kind || part.kind === 'same')
    .map(({ text }) => text)
    .join('');

describe('compareQuotes', () => {
  it('points out a changed number and keeps it whole', () => {
    const { parts, numbersChanged, minor } = compareQuotes('It cost 1,250 euros.', 'It cost 1,520 euros.');
    expect(parts).toEqual([
      { kind: 'same', text: 'It cost ' },
      { kind: 'removed', text: '1,250' },
      { kind: 'added', text: '1,520' },
      { kind: 'same', text: ' euros.' },
    ]);
    expect(numbersChanged).toBe(true);
    expect(minor).toBe(false);
  });

  it.each([
    ['The mayor will resign.', 'The mayor will not resign.'],
    ['Le maire a menti.', 'Le maire n’a pas menti.'],
    ['Er hat gelogen.', 'Er hat nie gelogen.'],
  ])('points out a negation: %s', (before, after) => {
    expect(compareQuotes(before, after).negationChanged).toBe(true);
  });

  it('points out a changed name', () => {
    expect(compareQuotes('He met Marie Duval today.', 'He met Marie Dubois today.').namesChanged).toBe(true);
  });

  it('calls a typo, case and punctuation minor', () => {
    expect(compareQuotes('The goverment said so', 'The government said so').minor).toBe(true);
    expect(compareQuotes('the report, said so', 'the report said so').minor).toBe(true);
    expect(compareQuotes('the report said so', 'the paper said so').minor).toBe(false);
  });

  it('sees no difference in quotation marks and spaces', () => {
    const { parts } = compareQuotes('“so” he  said', '"so" he said');
    expect(parts.every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('marks words that were replaced together as one change', () => {
    const { parts } = compareQuotes('On board. Nobody was hurt.', 'On board. Two of them were treated for smoke.');
    expect(parts).toEqual([
      { kind: 'same', text: 'On board. ' },
      { kind: 'removed', text: 'Nobody was hurt' },
      { kind: 'added', text: 'Two of them were treated for smoke' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('keeps apart what longer words, a number or a negation stand between', () => {
    const same = (before: string, after: string): string[] =>
      compareQuotes(before, after).parts.flatMap(({ kind, text }) => (kind === 'same' ? [text] : []));
    expect(same('It rose from 12 to 15 per cent', 'It rose from 14 to 18 per cent')).toContain(' to ');
    expect(same('The board denied 17 earlier breaches', 'The firm admitted 17 further faults')).toContain(' 17 ');
    expect(same('Owners had not insured ferries', 'Tenants have not painted houses')).toContain(' not ');
  });

  it('shows the spelling that each side has', () => {
    const { parts } = compareQuotes('“long ago” — certainly', '"many years" - perhaps');
    expect(parts.slice(1)).toEqual([
      { kind: 'removed', text: 'long ago” — certainly' },
      { kind: 'added', text: 'many years" - perhaps' },
    ]);
  });

  it('gives both texts back', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b ', 'c, ', '1', ' ', '.'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { parts } = compareQuotes(before, after);
        expect(side(parts, 'added')).toBe(foldSpace(after));
        expect(side(parts, 'removed')).toBe(foldSpace(before));
      }),
    );
  });

  it('takes two long texts that share nothing', () => {
    const { parts } = compareQuotes('a b '.repeat(20_000), 'c d '.repeat(20_000));
    expect(parts.length).toBeGreaterThan(0);
  });
});
