import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvCutter } from '../../lib/exchange/csv-cutter';
import { IdSet } from '../../lib/exchange/id-set';
import { JsonCutter, LARGEST_ROW, MalformedFile } from '../../lib/exchange/json-cutter';

const SHAPE = {
  objects: new Set(['', '/first', '/pages/*']),
  arrays: new Set(['/pages']),
  lists: new Set(['', '/rows', '/first/items', '/pages/*/items']),
};
const cut = (text: string, sizes: readonly number[]) => {
  const cutter = new JsonCutter(SHAPE);
  const out = [];
  let at = 0;
  for (let i = 0; at < text.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    out.push(...cutter.feed(text.slice(at, at + size)));
    at += size;
  }
  cutter.finish();
  return out;
};
const someSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 });

describe('the cutter of JSON files', () => {
  it('gives fields, lists and rows with their paths and numbers', () =>
    expect(
      cut('{"a": 1, "rows": [ {"b":[2]} ,"x"], "first":{"id":"p","items":[{}]},"pages":[{"items":[3]}]}', [1_000]),
    ).toEqual([
      { kind: 'field', path: '/a', json: '1' },
      { kind: 'list', list: '/rows' },
      { kind: 'row', list: '/rows', number: 1, json: '{"b":[2]}' },
      { kind: 'row', list: '/rows', number: 2, json: '"x"' },
      { kind: 'field', path: '/first/id', json: '"p"' },
      { kind: 'list', list: '/first/items' },
      { kind: 'row', list: '/first/items', number: 1, json: '{}' },
      { kind: 'list', list: '/pages/*/items' },
      { kind: 'row', list: '/pages/*/items', number: 1, json: '3' },
    ]));

  it('finds the same whatever JSON stands in the rows, however the text is cut into chunks', () =>
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 6 }),
        someSizes,
        fc.constantFrom(0, 1),
        (rows, sizes, indent) => {
          const found = cut(JSON.stringify({ rows, after: rows }, null, indent), sizes);
          const json = found.flatMap((piece) => (piece.kind === 'row' ? [JSON.parse(piece.json)] : []));
          expect(json).toEqual(JSON.parse(JSON.stringify(rows)));
          expect(found.at(-1)).toMatchObject({ kind: 'field', path: '/after' });
        },
      ),
    ));

  it.each(['', '5', '{', '{"a"}', '{"a":1,}', '{a:1}', '[1,]', '[1 2]', '{"a":1}}', '{"rows":[1}', '[]x', '{"a":}'])(
    'refuses %j',
    (text) => expect(() => cut(text, [3])).toThrow(MalformedFile),
  );

  it('takes a row no larger than any can be, and names it', () => {
    const cutter = new JsonCutter(SHAPE);
    cutter.feed('{"rows":[{},{},"');
    const part = 'x'.repeat(1_000_000);
    expect(() => {
      for (let i = 0; i * part.length <= LARGEST_ROW; i += 1) cutter.feed(part);
    }).toThrow(expect.objectContaining({ kind: 'too-large', place: { list: '/rows', number: 3 } }));
  });
});

describe('the cutter of tables', () => {
  const table = (text: string, sizes: readonly number[]) => {
    const cutter = new CsvCutter();
    const rows: string[][] = [];
    let at = 0;
    for (let i = 0; at < text.length; i += 1) {
      const size = sizes[i % sizes.length] ?? 1;
      rows.push(...cutter.feed(text.slice(at, at + size)));
      at += size;
    }
    return [...rows, ...cutter.finish()];
  };
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

  it('gives the cells back, however the text is cut into chunks', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 2, maxLength: 4 }), {
          maxLength: 5,
        }),
        someSizes,
        fc.constantFrom('\r\n', '\n', '\r'),
        (rows, sizes, end) => {
          const text = rows.map((cells) => cells.map(quoted).join(',') + end).join('');
          expect(table(text, sizes)).toEqual(rows);
        },
      ),
    ));
  it('takes bare cells, empty lines and a last line without an end', () =>
    expect(table('a,b\n\n1,,3\r\n"x"', [2])).toEqual([['a', 'b'], ['1', '', '3'], ['x']]));
  it('says in which row a quote never closes', () =>
    expect(() => table('a,b\nc,"d\n', [100])).toThrow(expect.objectContaining({ kind: 'broken-off', row: 2 })));
});

describe('a set of ids', () => {
  it('knows what a set of texts knows', () =>
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 60 }), (ids) => {
        const set = new IdSet();
        const known = new Set<string>();
        for (const id of [...ids, ...ids.slice(0, 5), '00000000-0000-0000-0000-000000000000']) {
          expect(set.has(id)).toBe(known.has(id));
          expect(set.add(id)).toBe(!known.has(id));
          known.add(id);
        }
        expect(set.size).toBe(known.size);
      }),
    ));
  it('grows', () => {
    const set = new IdSet();
    const id = (i: number): string => `00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
    for (let i = 0; i < 20_000; i += 1) expect(set.add(id(i))).toBe(true);
    for (let i = 0; i < 20_000; i += 1) expect(set.has(id(i))).toBe(true);
    expect(set.has(id(20_001))).toBe(false);
  });
});
