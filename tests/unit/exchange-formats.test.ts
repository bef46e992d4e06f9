import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { QuoteBundle } from '../../lib/exchange/bundle';
import { csvCell, exportCsv, joinList, splitList } from '../../lib/exchange/csv';
import { unguard } from '../../lib/exchange/csv-guard';
import { exportW3c, quoteFragment } from '../../lib/exchange/export-w3c';
import { stableId } from '../../lib/exchange/stable-id';
import { COLOURS } from '../../lib/model/vocabulary';
import { sampleBundles } from '../fixtures/sample-library';
import { bundled, dropStores, importFile, NOW, source, store, textOf } from './exchange';
import { annotation, article, uuid } from './rows';

afterEach(dropStores);

const bundles = sampleBundles(24);
const w3c = (list: readonly QuoteBundle[]): Promise<string> =>
  textOf(exportW3c(bundled(list), { generatedAt: NOW, collectionId: uuid(255), label: 'Sample' }));

/** Text that a person or a page could have put there: any characters, and none of the halves of one. */
const words = (max: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: max });
const tidy = (max: number) => words(max).filter((text) => text.trim() === text && text !== '');
const someQuote = fc.record({
  exact: fc.oneof(words(120), fc.constantFrom('=1+1', "'=x", '"', 'e\u0301 🏴‍☠️', 'a\r\nb', '\ufeffmark', ' ')),
  prefix: fc.string({ unit: 'grapheme', maxLength: 30 }),
  suffix: fc.string({ unit: 'grapheme', maxLength: 30 }),
  note: fc.string({ unit: 'grapheme', maxLength: 80 }),
  tags: fc.uniqueArray(tidy(20), { maxLength: 4 }),
  colour: fc.constantFrom(...COLOURS),
  speaker: fc.option(tidy(30)),
  start: fc.nat(1_000_000),
});
/** Quotes on two articles, as many as were drawn. */
const library = (drawn: readonly (typeof someQuote extends fc.Arbitrary<infer T> ? T : never)[]): QuoteBundle[] =>
  drawn.map(({ exact, prefix, suffix, start, ...rest }, i) => ({
    article: article({ id: uuid(1001 + (i % 2)), canonicalUrl: `https://courier.example/${i % 2}`, title: 'Harbour' }),
    annotation: annotation({
      ...rest,
      id: uuid(2001 + i),
      articleId: uuid(1001 + (i % 2)),
      quote: { exact, prefix, suffix },
      position: { start, end: start + [...exact].length },
    }),
    claim: null,
  }));
const kept = (one: QuoteBundle['annotation']) => {
  const { id, quote, position, note, tags, colour, speaker, createdAt, updatedAt } = one;
  return { id, quote, position, note, tags, colour, speaker, createdAt, updatedAt };
};

describe('W3C Web Annotation', () => {
  it('counts, pages and names its purposes', async () => {
    const collection = JSON.parse(await w3c(bundles));
    expect(collection).toMatchObject({
      type: 'AnnotationCollection',
      total: 24,
      first: { type: 'AnnotationPage', partOf: { type: 'AnnotationCollection' } },
    });
    const [first] = collection.first.items;
    expect(first.body.map((body: { purpose: string }) => body.purpose)).toEqual([
      'commenting',
      'tagging',
      'tagging',
      'identifying',
      'classifying',
      'assessing',
    ]);
    expect(first.bodyValue).toBeUndefined();
  });

  it.each([0, 1, 200, 201, 650])('links the pages of %i quotes to each other', async (count) => {
    const collection = JSON.parse(await w3c(sampleBundles(count)));
    const pages = [collection.first, ...(collection.pages ?? [])];
    expect(pages.flatMap(({ items }) => items)).toHaveLength(count);
    expect(collection.total).toBe(count);
    expect(collection.last).toBe(pages.at(-1).id);
    for (const [i, page] of pages.entries()) {
      expect([page.startIndex, page.prev, page.next]).toEqual([i * 200, pages[i - 1]?.id, pages[i + 1]?.id]);
    }
  });

  it('keeps what the format can hold through export and import', () =>
    fc.assert(
      fc.asyncProperty(fc.array(someQuote, { maxLength: 6 }), async (drawn) => {
        const list = library(drawn);
        const db = store();
        const { done } = await importFile(db, source(await w3c(list), 'x.jsonld'));
        expect(done).toMatchObject({ ok: true, value: { refused: 0 } });
        for (const { annotation: row } of list) {
          const read = await db.annotations.get(row.id);
          expect(read && 'quote' in read && kept(read)).toEqual(kept(row));
        }
      }),
      { numRuns: 30 },
    ));

  it('counts positions in code points, so that all selectors name the same words', () => {
    const text = 'Ein e\u0301 🏴‍☠️ und 👩‍🚒 im Text';
    const exact = '🏴‍☠️ und 👩‍🚒';
    const start = [...text.slice(0, text.indexOf(exact))].length;
    expect([...text].slice(start, start + [...exact].length).join('')).toBe(exact);
    expect(start).not.toBe(text.slice(0, text.indexOf(exact)).length + 1);
    const [bundle] = library([
      { exact, prefix: '', suffix: '', note: '', tags: [], colour: 'yellow', speaker: null, start },
    ]);
    expect(bundle?.annotation.position.end).toBe(start + [...exact].length);
    expect(decodeURIComponent(quoteFragment(exact))).toBe(`:~:text=${exact}`);
  });

  it('writes a fragment that no quote can break', () => {
    expect(quoteFragment('a-b, c & d')).toBe(':~:text=a%2Db%2C%20c%20%26%20d');
    expect(quoteFragment('first line\nsecond line')).toBe(':~:text=first%20line,second%20line');
    expect(() => quoteFragment('half \ud83d')).not.toThrow();
  });

  it.each([
    ['one annotation', (page: { items: unknown[] }) => page.items[0], 1],
    ['a list of annotations', (page: { items: unknown[] }) => page.items, 24],
    ['a page', (page: object) => page, 24],
  ])('reads %s', async (_name, part, count) => {
    const { first } = JSON.parse(await w3c(bundles));
    const { done } = await importFile(store(), source(JSON.stringify(part(first))));
    expect(done).toMatchObject({ ok: true, value: { refused: 0 } });
    expect(done?.ok && done.value.added).toBeGreaterThanOrEqual(count);
  });

  it('reads a last page that is given whole only once', async () => {
    const collection = JSON.parse(await w3c(bundles));
    const db = store();
    const { done } = await importFile(db, source(JSON.stringify({ ...collection, last: collection.first })));
    expect(done).toMatchObject({ ok: true, value: { refused: 0 } });
    expect(await db.annotations.count()).toBe(24);
  });
});

describe('Hypothesis', () => {
  const one = {
    id: 'Xyz_123',
    created: '2025-01-02T03:04:05.678901+00:00',
    updated: '2025-02-02T03:04:05+00:00',
    uri: 'https://courier.example/harbour?utm_source=x',
    text: 'my note',
    tags: ['a', 'a', 'b'],
    document: { title: ['Harbour'] },
    target: [
      {
        source: 'https://courier.example/harbour',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0, endContainer: '/p[1]', endOffset: 5 },
          { type: 'TextPositionSelector', start: 5, end: 10 },
          { type: 'TextQuoteSelector', exact: 'words', prefix: 'a', suffix: 'b' },
        ],
      },
    ],
  };
  const pageNote = { ...one, id: 'Abc', target: [{ source: 'https://courier.example/harbour' }] };
  const file = (annotations: unknown[]) => source(JSON.stringify({ export_date: NOW, annotations }));

  it('is read, and read twice adds nothing', async () => {
    const db = store();
    for (const added of [2, 0]) {
      const { done } = await importFile(db, file([one]));
      expect(done).toMatchObject({ ok: true, value: { added, updated: 0 } });
    }
    expect((await db.annotations.toArray())[0]).toMatchObject({
      note: 'my note',
      tags: ['a', 'b'],
      position: { start: 5, end: 10 },
      createdAt: '2025-01-02T03:04:05.678Z',
    });
  });
  it('puts its quotes on an article that is known already', async () => {
    const db = store();
    await db.articles.add(article());
    const { done } = await importFile(db, file([one]));
    expect(done).toMatchObject({ ok: true, value: { added: 1, updated: 0 } });
    expect(await db.articles.toArray()).toEqual([article()]);
    expect(await db.annotations.where('articleId').equals(article().id).count()).toBe(1);
  });
  it('names a page note, which has no quote, and reads the others without it', async () => {
    const db = store();
    const { planned, done } = await importFile(db, file([one, pageNote]), { leaveOut: true });
    expect(planned).toMatchObject({
      value: { refused: 1, refusals: [{ row: { list: 'annotations', number: 2 }, reason: { code: 'no-quote' } }] },
    });
    expect(done).toMatchObject({ ok: true, value: { added: 2 } });
  });
  it('names a row without a web address', async () =>
    expect(
      (await importFile(store(), file([{ ...one, target: [{ ...one.target[0], source: 'file:///x' }] }]))).planned,
    ).toMatchObject({
      value: { refusals: [{ row: { number: 1, id: 'Xyz_123' }, reason: { code: 'no-address' } }] },
    }));
  it.each(['null', '5', '"x"', '{}', '{"type":"Note"}', '[1,2]', '{"annotations":[1]}'])('refuses %s', async (text) =>
    expect((await importFile(store(), source(text))).planned.ok).toBe(false),
  );
});

describe('CSV', () => {
  it('keeps what it can hold through export and import', () =>
    fc.assert(
      fc.asyncProperty(fc.array(someQuote, { minLength: 1, maxLength: 6 }), async (drawn) => {
        const list = library(drawn);
        const db = store();
        const { done } = await importFile(db, source(await textOf(exportCsv(bundled(list))), 'table.csv', 1_000));
        expect(done).toMatchObject({ ok: true, value: { refused: 0 } });
        for (const { annotation: row } of list) {
          const read = await db.annotations.get(row.id);
          expect(read && 'quote' in read && kept(read)).toEqual(kept(row));
        }
      }),
      { numRuns: 30 },
    ));
  it('lets no cell begin like a formula, and takes the guard off again', () =>
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'"), fc.string(), (lead, rest) => {
        const cell = csvCell(lead + rest);
        expect(cell.replace(/^"/, '')).toMatch(/^'/);
        expect(unguard(cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'))).toBe(lead + rest);
      }),
    ));
  it('keeps lists apart', () =>
    fc.assert(
      fc.property(fc.array(tidy(12), { maxLength: 5 }), (items) => {
        expect(splitList(joinList(items))).toEqual(items);
      }),
    ));
  it.each([
    [
      'a quote that never closes',
      'id,quote,url\n1,"x',
      { problem: { code: 'broken-off', row: { list: 'table', number: 2 } } },
    ],
    ['another table', 'name,price\r\na,1', { problem: { code: 'not-pressmark' } }],
    ['nothing', '', { problem: { code: 'not-pressmark' } }],
    [
      'a short line',
      'id,quote,url\r\n1,x',
      { value: { refusals: [{ row: { number: 2 }, reason: { code: 'cells', found: 2, wanted: 3 } }] } },
    ],
    [
      'a line without words',
      'id,quote,url\r\n1,,https://a.example',
      { value: { refusals: [{ reason: { code: 'no-quote' } }] } },
    ],
  ])('names %s', async (_what, text, found) =>
    expect((await importFile(store(), source(text, 'table.csv'))).planned).toMatchObject(found),
  );
});

describe('stable ids', () => {
  it('keeps a UUID and is the same for the same name', async () => {
    expect(await stableId(`urn:uuid:${uuid(7)}`)).toBe(uuid(7));
    expect(await stableId('a')).toBe(await stableId('a'));
    expect(await stableId('a')).not.toBe(await stableId('b'));
    expect(await stableId('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
