import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords, tokensOf } from '../../lib/anchor/align';
import { buildGrams, diagonals, exactPlaces, type GramIndex, plainPlaces } from '../../lib/anchor/grams';
import { distance, findApproximate } from '../../lib/anchor/myers';
import { longestAscending } from '../../lib/anchor/order';
import { wordsOf } from '../../lib/text/words';

function gramsOf(text: string): GramIndex {
  const steps = buildGrams(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The textbook matrix, to check the bit-parallel one against. */
function plainDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const letters = (max: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: max });

describe('the bit-parallel matcher', () => {
  it('agrees with the textbook, over several machine words too', () => {
    fc.assert(
      fc.property(letters(90), letters(90), (a, b) => {
        expect(distance(a, b, 200)).toBe(plainDistance(a, b));
      }),
    );
  });

  it('finds a passage with errors and gives its ends', () => {
    const text = 'Before it all, the minstre said that nothing would change in the end.';
    const match = findApproximate('the minister said that nothing', text, 4);
    expect(match && text.slice(match.start, match.end)).toBe('the minstre said that nothing');
    expect(match?.errors).toBe(3);
  });

  it('finds nothing beyond its bound', () => {
    expect(findApproximate('abcdef', 'uvwxyz', 2)).toBeNull();
    expect(findApproximate('', 'uvwxyz', 2)).toBeNull();
  });
});

describe('the index of runs', () => {
  it('finds what plain search finds', () => {
    fc.assert(
      fc.property(letters(300), fc.nat(290), fc.integer({ min: 1, max: 30 }), (text, from, length) => {
        const pattern = text.slice(from, from + length);
        if (pattern === '') return;
        expect(exactPlaces(gramsOf(text), pattern, 1_000).sort((a, b) => a - b)).toEqual(
          plainPlaces(text, pattern, 1_000),
        );
      }),
    );
  });

  it('votes for where an edited passage begins', () => {
    const filler = 'Rain is expected over the hills tonight and tomorrow. '.repeat(20);
    const text = `${filler}The council rejected the bridge by nine votes to four. ${filler}`;
    const [best] = diagonals(gramsOf(text), 'The council accepted the bridge by nine votes to four.', 3);
    expect(Math.abs((best?.start ?? 0) - filler.length)).toBeLessThanOrEqual(32);
  });
});

describe('alignWords', () => {
  it('bridges an insertion and pairs a typo', () => {
    const quote = tokensOf(wordsOf('the council rejected the expensive bridge'));
    const page = tokensOf(wordsOf('said that the council on Monday night rejected the expensve bridge'));
    const { at, same } = alignWords(quote, page);
    expect([...at]).toEqual([2, 3, 7, 8, 9, 10]);
    expect(same[4]).toBe(0);
  });

  it('never takes one number for another', () => {
    const { at } = alignWords(tokensOf(wordsOf('about 1250 people')), tokensOf(wordsOf('about 1260 people')));
    expect(at[1]).toBe(-1);
  });

  it('looks no further than the columns that it is given, and finds there what it would find anyway', () => {
    const words = fc.array(fc.constantFrom('ferry', 'harbour', 'valve', 'report', 'engine', 'Monday'), {
      maxLength: 24,
    });
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 24 }), (pattern, page, reach) => {
        const [wanted, there] = [tokensOf(wordsOf(pattern.join(' '))), tokensOf(wordsOf(page.join(' ')))];
        const whole = alignWords(wanted, there);
        const near = alignWords(wanted, there, (row) => [
          Math.max(1, row + 1 - reach),
          Math.min(there.length, row + 1 + reach),
        ]);
        for (const [i, place] of near.at.entries())
          if (place >= 0) expect(Math.abs(place - i)).toBeLessThanOrEqual(reach);
        if (reach === 24) expect(near).toEqual(whole);
        // Where the same words stand at the same places, no better way leads elsewhere.
        const same = alignWords(wanted, wanted, (row) => [Math.max(1, row + 1 - reach), row + 1]);
        expect([...same.at]).toEqual(pattern.map((_, i) => i));
      }),
    );
  });
});

describe('longestAscending', () => {
  it('leaves out what is out of order', () => {
    expect([...longestAscending([1, 9, 2, 3, 3, 8])].sort()).toEqual([0, 2, 3, 4, 5]);
    expect(longestAscending([]).size).toBe(0);
  });
});
