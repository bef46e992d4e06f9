import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighed } from '../../lib/anchor/compare';
import { compareTexts, type TextBlock } from '../../lib/anchor/compare-texts';
import { normalise } from '../../lib/text/normalise';

const kinds = (before: string[], after: string[]) =>
  compareTexts(before.join('\n\n'), after.join('\n\n')).blocks.map(({ kind }) => kind);
const sideOf = (blocks: readonly TextBlock[], side: 'before' | 'after'): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'changed') return block[side];
    if (block.kind === 'same') return block.text;
    return (block.kind === 'removed') === (side === 'before') ? block.text : [];
  });

const LEAD = 'The council approved the dredging of the inner harbour on Tuesday evening.';
const COST = 'The work will cost 4.2 million euros and last eleven weeks, the mayor said.';
const PORT = 'Fishing crews had asked for a start after the herring season.';
const END = 'A first barge is expected in March.';

describe('compareTexts', () => {
  it('says nothing of what is the same but for spelling of quotes and spaces', () => {
    expect(kinds([LEAD, 'It is “done”.'], [LEAD, 'It is  "done".'])).toEqual(['same', 'same']);
  });

  it('compares a changed paragraph word by word and points out its number', () => {
    const { blocks, changed } = compareTexts(
      [LEAD, COST, END].join('\n'),
      [LEAD, COST.replace('4.2', '5.1'), END].join('\n'),
    );
    expect(changed).toBe(1);
    expect(blocks[1]).toMatchObject({ kind: 'changed', comparison: { numbersChanged: true } });
  });

  it('tells new paragraphs from removed and changed ones', () => {
    expect(kinds([LEAD, COST, PORT, END], [LEAD, PORT, COST.replace('eleven', 'twelve'), END])).toEqual([
      'same',
      'removed',
      'same',
      'added',
      'same',
    ]);
    expect(kinds([LEAD, END], [LEAD, PORT, END])).toEqual(['same', 'added', 'same']);
    expect(kinds([LEAD, PORT], [COST, END])).toEqual(['removed', 'removed', 'added', 'added']);
  });

  it('finds a paragraph that stands twice at its own place', () => {
    expect(kinds([PORT, LEAD, PORT], [PORT, LEAD, COST, PORT])).toEqual(['same', 'same', 'added', 'same']);
  });

  it('compares a text of one endless paragraph by its sentences', () => {
    const long = Array.from({ length: 60 }, (_, i) => `Sentence number ${i} of the report stands here.`);
    const changed = long.with(30, 'Sentence number 30 of the report does not stand here.');
    const { blocks } = compareTexts(long.join(' '), changed.join(' '));
    expect(blocks.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { kind: 'changed', comparison: { negationChanged: true } },
    ]);
  });

  it('is empty for empty texts', () => {
    expect(compareTexts('', '').blocks).toEqual([]);
    expect(kinds([], [LEAD])).toEqual(['added']);
  });

  it('holds all of both texts, in order', () => {
    const paragraph = fc.constantFrom(
      LEAD,
      COST,
      PORT,
      END,
      COST.replace('4.2', '9'),
      'No.',
      'Non, dit-elle.',
      '港口明年三月開工。',
    );
    const text = fc.array(paragraph, { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { blocks } = compareTexts(before.join('\n\n'), after.join('\n\n'));
        expect(sideOf(blocks, 'before').map(normalise)).toEqual(before.map(normalise));
        expect(sideOf(blocks, 'after').map(normalise)).toEqual(after.map(normalise));
      }),
    );
  });
});

describe('weighed', () => {
  it('marks numbers and negations and keeps the text', () => {
    const parts = weighed('It did not cost 1,250 euros, n’est pas.');
    expect(parts.filter(({ weight }) => weight !== null).map(({ text }) => text)).toEqual([
      'not',
      '1,250',
      'n’est',
      'pas',
    ]);
    expect(parts.map(({ text }) => text).join('')).toBe('It did not cost 1,250 euros, n’est pas.');
    expect(weighed(' not ').map(({ text }) => text)).toEqual([' ', 'not', ' ']);
  });
});
