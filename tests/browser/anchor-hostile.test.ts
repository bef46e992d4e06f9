import { describe, expect, it } from 'vitest';
import { locateInSlices, locateQuotes } from '../../lib/anchor/locate';
import type { QuoteToLocate } from '../../lib/anchor/wanted';
import { buildTextIndex } from '../../lib/text/text-index';
import { find, save, show } from './anchor-page';

const stored = (exact: string, start = 0, end = 0, prefix = '', suffix = ''): QuoteToLocate => ({
  id: exact.slice(0, 20),
  selectors: { quote: { exact, prefix, suffix }, position: { start, end } },
});

function wordsOf(count: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ne', 'ru', 'sa', 'to', 've', 'zu', 'pi'];
  let seed = 7;
  const next = (): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return syllables[seed % 10] ?? '';
  };
  return Array.from({ length: count }, () => next() + next() + next()).join(' ');
}

describe('bad input', () => {
  it('takes a quote of one character', () => {
    show('<p>A plan B is needed.</p>');
    expect(find(save('B')).range?.toString()).toBe('B');
    show('<p>Nothing here but Bees and Balls.</p>');
    expect(find(stored('B', 7, 8, 'A plan ', ' is needed')).range).toBeNull();
  });

  it('takes a quote of 100,000 characters, unchanged and edited', () => {
    const text = wordsOf(20_000);
    show(`<p>${text}</p>`);
    const quote = save(text.slice(600, 100_600).trim());
    expect(find(quote).status).toBe('unchanged');
    show(`<p>${text.slice(0, 50_000)} qqqqq ${text.slice(50_000)}</p>`);
    expect(() => find(quote)).not.toThrow();
    show('<p>Something else altogether.</p>');
    expect(find(quote).range).toBeNull();
  });

  it('takes offsets beyond the page and lone surrogates', () => {
    show('<p>The page is short.</p>');
    expect(find(stored('page is short', 9e8, 9e8 + 13, 'The ', '.')).status).toBe('unchanged');
    expect(find(stored('\ud83d alone', 1, 7)).range).toBeNull();
    document.body.append('half \ud83d a pair');
    expect(find(save('half \ud83d a pair')).status).toBe('unchanged');
  });

  it('takes white space and an empty page', () => {
    show('');
    expect(find(stored(' \n ')).range).toBeNull();
    expect(find(stored('anything at all', 3, 18)).range).toBeNull();
    expect(locateQuotes(buildTextIndex(document), [])).toEqual([]);
  });

  it('takes 200,000 words in one node', () => {
    const text = wordsOf(200_000);
    show('<p></p>');
    document.querySelector('p')?.append(text);
    const quote = save(text.slice(700_000, 700_120).trim());
    expect(find(quote).status).toBe('unchanged');
    document.querySelector('p')?.replaceChildren(`Before. ${text.replace(quote.selectors.quote.exact, 'gone')}`);
    expect(find(quote).range).toBeNull();
  });

  it('takes 100,000 nodes of one character', () => {
    show('<p></p>');
    const paragraph = document.querySelector('p');
    const text = wordsOf(14_300).slice(0, 100_000);
    for (const character of text) paragraph?.append(character);
    const words = text.slice(50_000, 50_090).trim();
    const quote = save(words);
    expect(find(quote).range?.toString()).toBe(words);
  });

  it('takes a page nested deeper than the stack', () => {
    show('');
    let deepest: Element = document.body;
    for (let i = 0; i < 5_000; i++) {
      const child = document.createElement('span');
      deepest.append(child);
      deepest = child;
    }
    deepest.append('bottom');
    expect(buildTextIndex(document).text).toBe('bottom');
    show('');
  });

  it('stops between two tasks when told to', async () => {
    show('<p>Some text.</p>');
    const index = buildTextIndex(document);
    const signal = AbortSignal.abort();
    expect(await locateInSlices(index, [stored('Some text')], {}, { signal })).toBeNull();
    const located = await locateInSlices(index, [stored('Some text', 0, 9)], {}, { budgetMs: 0 });
    expect(located?.[0]?.status).toBe('unchanged');
  });
});
