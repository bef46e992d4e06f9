import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csvCell } from '../../lib/exchange/csv';
import { CsvCutter } from '../../lib/exchange/csv-cutter';
import { guard, unguard } from '../../lib/exchange/csv-guard';

/**
 * The cells that a spreadsheet makes of a file at a separator of its own: a quotation mark opens only at the beginning
 * of a cell; after the one that closes, the rest is plain text. Written from what LibreOffice 7.4 shows for such files.
 */
function cellsAt(separator: string, file: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let state: 'begin' | 'plain' | 'quoted' = 'begin';
  for (let i = 0; i < file.length; i += 1) {
    const char = file.charAt(i);
    if (state === 'quoted') {
      if (char !== '"') cell += char;
      else if (file.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else state = 'plain';
    } else if (state === 'begin' && char === '"') state = 'quoted';
    else if (char === separator || char === '\n' || char === '\r') {
      cells.push(cell);
      cell = '';
      state = 'begin';
    } else {
      cell += char;
      state = 'plain';
    }
  }
  return [...cells, cell];
}

/** Programs differ in what they drop before they look: white space, quotation marks or neither. */
const runs = (cell: string): boolean => /^[\s"]*[=+\-@＝＋－＠]/.test(cell);

/** A row as we write it, between cells of our own that nobody else can fill. */
const row = (...texts: readonly string[]): string =>
  `${['0b1c', ...texts, 'yellow'].map((text) => csvCell(text)).join(',')}\r\n`;

const SEPARATORS = [',', ';', '\t'];
const piece = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '＝',
  '－',
  "'",
  '"',
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  ' ',
  '\u00a0',
  '\u2028',
  'a',
);
const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ["'=1+1", "''=1+1"],
    ['one; =1+1', "one; '=1+1"],
    ['one;=1+1', "one;'=1+1"],
    ['one;"=1+1', 'one;"\'=1+1'],
    ['one\n- two\n- three', "one\n'- two\n'- three"],
    ['one\t@two', "one\t'@two"],
    ["it said; '-5", "it said; ''-5"],
    [' =1+1', " '=1+1"],
    ['a - b, c = d; e', 'a - b, c = d; e'],
    ["'tis", "''tis"],
  ])('%j is written as %j', (text, guarded) => {
    expect(guard(text)).toBe(guarded);
    expect(unguard(guarded)).toBe(text);
  });

  test('comes back as it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unguard(guard(text))).toBe(text);
      }),
      { numRuns: 20_000 },
    );
  });

  it('of signs without end is guarded', () => {
    const long = `;${' '.repeat(1_000_000)}`;
    expect(guard(`${long}x`)).toBe(`${long}x`);
    expect(guard(`${long}=`)).toBe(`${long}'=`);
    expect(guard(`;${"'".repeat(1_000_000)}x`)).toHaveLength(1_000_002);
  });
});

describe.each(SEPARATORS)('a table that is cut at %j', (separator) => {
  test('has no cell that could be run', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 3 }), (all) => {
        const file = row(...all) + row(...all);
        expect(cellsAt(separator, file).filter(runs)).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
  });
});

test('a table is read back by ourselves as it was', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 3 }), (all) => {
      const cutter = new CsvCutter();
      const rows = [...cutter.feed(row(...all)), ...cutter.finish()];
      expect(rows.map((cells) => cells.map(unguard))).toEqual([['0b1c', ...all, 'yellow']]);
    }),
    { numRuns: 5_000 },
  );
});
