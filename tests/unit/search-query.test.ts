import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldMap } from '../../lib/search/fold';
import { excerpt, markParts } from '../../lib/search/marks';
import { daysOf, parseQuery } from '../../lib/search/query';

describe('folding', () => {
  it.each([
    ['  ÉNERGIE\u00a0 Éolienne ', ' energie eolienne '],
    ["L’état, l'“État”", ' l etat l etat '],
    ['e\u0301tat', ' etat '],
    ['Straße Łódź Øst œuvre', ' strasse lodz ost oeuvre '],
    ['4,2 millions – 50\u00a0% €', ' 4 2 millions 50 % € '],
    ['港口将于', ' 港 口 将 于 '],
    ['ｆｅｒｒｙ', ' ferry '],
    ['so\u00adft\u200b hyphen', ' soft hyphen '],
    ['مُدَرِّس', ' مدرس '],
    ['한국어', ' 한국어 '],
    ['हिन्दी', ' हिन्दी '],
    ['👩‍🚒 ok', ' 👩 🚒 ok '],
    ['ΣΊΣΥΦΟΣ Σίσυφος', ' σισυφοσ σισυφοσ '],
    ['', ' '],
    ['—', ' '],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('gives the same with the way back, and places inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const map = foldMap(text);
        expect(map.folded).toBe(fold(text));
        expect(map.starts).toHaveLength(map.folded.length);
        map.starts.forEach((start, i) => {
          expect(start).toBeLessThanOrEqual(map.ends[i] ?? -1);
          expect(start).toBeGreaterThanOrEqual(map.starts[i - 1] ?? 0);
        });
        expect(map.ends.at(-1)).toBe(map.source.length);
      }),
    );
  });

  it('puts one space between words and around them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(fold(text)).toMatch(/^ (?:[^ ]+ )*$/);
      }),
    );
  });
});

describe('a query', () => {
  const short = (typed: string) =>
    parseQuery(typed).terms.map((term) =>
      term.kind === 'text'
        ? `${term.not ? '-' : ''}${term.field}:${term.pattern}${term.whole ? '.' : ''}`
        : `${term.not ? '-' : ''}${term.field} ${term.from}…${term.to}`,
    );

  it.each([
    ['ferry  Énergie', ['any:ferry', 'any:energie']],
    ['"the council" sai', ['any:the council.', 'any:sai']],
    ['«\u00a0le conseil\u00a0» “ab', ['any:le conseil.', 'any:ab']],
    ['title:ferry -tag:"north sea"', ['title:ferry', '-tag:north sea.']],
    ['mot-clé:digue couleur:jaune', ['tag:digue', 'colour:jaune']],
    ['tag: ', []],
    ['12:30 odd:word', ['any:12 30', 'any:odd word']],
    ['https://www.courier.example/a-b?x=1', ['address:courier example a b x = 1']],
    ['url:courier', ['address:courier']],
    ['- a-b', ['any:a b']],
    ['before:2026 after:2026-03', ['saved 0000-01-01…2026-01-01', 'saved 2026-03-01…9999-12-31']],
    ['saved:2026-02-28 -published:2024-02', ['saved 2026-02-28…2026-03-01', '-published 2024-02-01…2024-03-01']],
  ])('%s', (typed, terms) => {
    expect(short(typed)).toEqual(terms);
  });

  it('tells what it could not read', () => {
    expect(parseQuery('ferry before:spring after:2026-02-30').unread).toEqual(['before:spring', 'after:2026-02-30']);
    expect(parseQuery('before:').unread).toEqual([]);
  });

  it('reads anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const term of parseQuery(typed).terms) {
          if (term.kind === 'text') expect(term.pattern).toMatch(/^[^ ]+(?: [^ ]+)*$/);
        }
      }),
    );
  });

  it('knows the days of leap years', () => {
    expect(daysOf('2024-02-29')).toEqual({ from: '2024-02-29', to: '2024-03-01' });
    expect(daysOf('2023-02-29')).toBeNull();
    expect(daysOf('1969')).toEqual({ from: '1969-01-01', to: '1970-01-01' });
  });
});

describe('marks', () => {
  const marked = (text: string, typed: string, field: 'quote' | 'note' = 'quote') =>
    markParts(text, field, parseQuery(typed))
      .map((part) => (part.hit ? `[${part.text}]` : part.text))
      .join('');

  it.each([
    ['L’énergie éolienne', 'eol energie', 'L’[énergie] [éol]ienne'],
    ['ferry ferries', 'fer', '[fer]ry [fer]ries'],
    ['ferry ferries', '"ferry"', '[ferry] ferries'],
    ['It costs 4.2 million', '4.2', 'It costs [4.2] million'],
    ['港口将于春天', '将于', '港口[将于]春天'],
    ['a 👩‍🚒 b', '👩‍🚒', 'a [👩‍🚒] b'],
    ['Straße', 'strass', '[Straß]e'],
    ['one two three', '"one two" "two three"', '[one two three]'],
    ['ferry', 'note:ferry', 'ferry'],
    ['ferry', '-ferry', 'ferry'],
    ['', 'ferry', ''],
  ])('%s, %s', (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  it('lose no character of the text', () => {
    const typed = fc.constantFrom('a', 'ab "c d"', '%', '-x', 'é 😀');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', 'é', ' ', 'c', 'd', '%', '😀', '\u0301', '-') }),
        typed,
        (text, query) => {
          const parts = markParts(text, 'quote', parseQuery(query));
          expect(
            parts
              .map((part) => part.text)
              .join('')
              .normalize('NFC'),
          ).toBe(text.normalize('NFC'));
        },
      ),
    );
  });

  it('begin near the first match of a long text', () => {
    const text = `${'word '.repeat(60)}ferry and more`;
    const parts = excerpt(markParts(text, 'quote', parseQuery('ferry')));
    expect(parts[0]?.text).toMatch(/^… (word )+$/);
    expect(parts[0]?.text.length).toBeLessThan(70);
    expect(parts.slice(1)).toEqual([
      { text: 'ferry', hit: true },
      { text: ' and more', hit: false },
    ]);
  });
});
