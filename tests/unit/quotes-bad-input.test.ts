import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQuotations } from '../../lib/quotes/find-quotes';

const PIECES = [
  '"',
  "'",
  '“',
  '”',
  '„',
  '‘',
  '’',
  '«',
  '»',
  '‹',
  '›',
  "''",
  '「',
  '」',
  '\n\n',
  ' ',
  '. ',
  ', ',
  'said',
  'Ann Reed',
  'il',
  'déclaré',
  'слово',
  '言',
  '😀',
  '\u00a0',
  '(',
  ')',
  ':',
  '—',
];
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'xx', '', null];

const broken = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(''));
const language = fc.constantFrom(...LANGUAGES);

function holds(text: string, tag: string | null): void {
  let last = -1;
  for (const quotation of findQuotations(text, tag)) {
    expect(quotation.start).toBeGreaterThanOrEqual(0);
    expect(quotation.end).toBeGreaterThan(quotation.start);
    expect(quotation.end).toBeLessThanOrEqual(text.length);
    expect(text.slice(quotation.start, quotation.end)).toBe(quotation.text);
    expect(quotation.start).toBeGreaterThanOrEqual(last);
    last = quotation.start;
    if (quotation.cue) expect(text.slice(quotation.cue.start, quotation.cue.end)).not.toBe('');
  }
}

test('any mixture of marks, words and scripts gives valid offsets in reading order', () => {
  fc.assert(
    fc.property(broken, language, (text, tag) => holds(text, tag)),
    { numRuns: 300 },
  );
});

test('any string at all gives valid offsets', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), language, (text, tag) => holds(text, tag)));
});

test('marks alone and a megabyte without a full stop are no trouble', () => {
  for (const text of [
    '"'.repeat(50_000),
    '“'.repeat(50_000),
    '«»'.repeat(25_000),
    "'".repeat(50_000),
    'a “b ” '.repeat(20_000),
  ]) {
    expect(() => findQuotations(text, 'en')).not.toThrow();
  }
});
