import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { Tombstone } from '../../lib/model/tombstone';
import { isTombstone } from '../../lib/model/tombstone';
import { dropStores, importFile, NOW, rowsOf, source, store } from './exchange';
import { annotation, article, uuid } from './rows';

afterEach(dropStores);

const time = fc.constantFrom(
  '2026-05-01T00:00:00Z',
  '2026-05-02T00:00:00Z',
  '2026-05-02T00:00:00.000Z',
  '2026-05-03T00:00:00Z',
);
const tombstone = (id: string, at: string): Tombstone => ({ id, createdAt: at, updatedAt: at, deletedAt: at });
/** A few articles on fewer addresses, a few quotes on them, living, deleted or gone: whatever can meet, meets. */
const someArticle = fc.record({
  n: fc.integer({ min: 1, max: 4 }),
  at: fc.integer({ min: 1, max: 3 }),
  createdAt: time,
  updatedAt: time,
  /** Deleted with its words, or gone but for what is left of it. */
  state: fc.constantFrom('lives', 'lives', 'deleted', 'gone'),
});
const someQuote = fc.record({
  n: fc.integer({ min: 1, max: 6 }),
  on: fc.integer({ min: 1, max: 4 }),
  updatedAt: time,
  state: fc.constantFrom('lives', 'lives', 'deleted', 'gone'),
});
const someLibrary = fc.record({
  articles: fc.uniqueArray(someArticle, { maxLength: 4, selector: ({ n }) => n }),
  quotes: fc.uniqueArray(someQuote, { maxLength: 6, selector: ({ n }) => n }),
});
type Library = typeof someLibrary extends fc.Arbitrary<infer T> ? T : never;

const rowsIn = ({ articles, quotes }: Library) => ({
  articles: articles.map(({ n, at, createdAt, updatedAt, state }): Article | Tombstone =>
    state === 'gone'
      ? tombstone(uuid(1000 + n), updatedAt)
      : article({
          id: uuid(1000 + n),
          canonicalUrl: `https://a.example/${at}`,
          urls: [`https://a.example/${at}`],
          createdAt,
          updatedAt,
          deletedAt: state === 'deleted' ? updatedAt : null,
        }),
  ),
  annotations: quotes.map(({ n, on, updatedAt, state }): Annotation | Tombstone =>
    state === 'gone'
      ? tombstone(uuid(2000 + n), updatedAt)
      : annotation({
          id: uuid(2000 + n),
          articleId: uuid(1000 + on),
          updatedAt,
          deletedAt: state === 'deleted' ? updatedAt : null,
        }),
  ),
});
const file = (library: Library, over = {}): string =>
  JSON.stringify({
    format: 'pressmark',
    version: 1,
    exportedAt: NOW,
    generator: 'x',
    snapshots: [],
    claims: [],
    ...rowsIn(library),
    ...over,
  });
/** A library that could be one: its quotes are on articles that live in it. */
const sound = ({ articles, quotes }: Library): Library => {
  const states = new Map(articles.map(({ n, state }) => [n, state]));
  const home = (on: number): string => states.get(on) ?? 'gone';
  return {
    articles,
    quotes: quotes.filter(
      ({ on, state }) => state === 'gone' || home(on) === 'lives' || (state === 'deleted' && home(on) === 'deleted'),
    ),
  };
};

describe('an import', () => {
  it('does what it said it would do, and leaves no quote on an article that nobody sees', () =>
    fc.assert(
      fc.asyncProperty(someLibrary, someLibrary, async (here, there) => {
        const db = store();
        const before = rowsIn(sound(here));
        await db.articles.bulkAdd(before.articles);
        await db.annotations.bulkAdd(before.annotations);
        const { planned, done } = await importFile(db, source(file(there)), { leaveOut: true });
        expect(done).toEqual(planned);
        const after = await rowsOf(db);
        const living = new Set(
          after.articles.flatMap((row) => (isTombstone(row) || row.deletedAt !== null ? [] : [row.id])),
        );
        for (const row of after.annotations) {
          if (!isTombstone(row) && row.deletedAt === null) expect(living.has(row.articleId)).toBe(true);
        }
        // Read once more it changes nothing.
        const again = await importFile(db, source(file(there)), { leaveOut: true });
        expect(again.done).toMatchObject({ ok: true, value: { added: 0, updated: 0 } });
        expect(await rowsOf(db)).toEqual(after);
      }),
      { numRuns: 150 },
    ));
});

describe('a file of 500 MB', () => {
  /** Rows too long to be any of ours, one after the other, made as they are read. */
  const huge = (row: string, count: number, first = '') => {
    const encoder = new TextEncoder();
    const part = encoder.encode(row);
    const head = `{"format":"pressmark","version":1,"articles":[],"snapshots":[],"claims":[],"annotations":[${first}`;
    let n = -1;
    return {
      ...source(''),
      size: part.byteLength * count,
      stream: () =>
        new ReadableStream<Uint8Array<ArrayBuffer>>({
          pull(controller) {
            n += 1;
            if (n === 0) controller.enqueue(encoder.encode(head));
            else if (n <= count) controller.enqueue(part);
            else {
              controller.enqueue(encoder.encode('0]}'));
              controller.close();
            }
          },
        }),
    };
  };

  it('is read row by row in little memory, and each row is refused by its number', async () => {
    const row = JSON.stringify({ ...annotation(), note: 'x'.repeat(1_000_000) });
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }, 20);
    const { planned } = await importFile(store(), huge(`${row},`, 500));
    clearInterval(watching);
    expect(planned).toMatchObject({
      ok: true,
      value: {
        added: 0,
        refused: 501,
        refusals: expect.arrayContaining([
          expect.objectContaining({ row: { list: 'annotations', number: 200, id: uuid(2001) } }),
        ]),
      },
    });
    // Kept whole it would take three times its size: the text, its rows, and their notes.
    expect(most).toBeLessThan(450_000_000);
  }, 60_000);

  it('that is one row is refused before much of it is read', async () => {
    const { planned } = await importFile(store(), huge('x'.repeat(1_000_000), 500, '"'));
    const row = { list: 'annotations', number: 1, id: null };
    expect(planned).toEqual({ ok: false, problem: { code: 'row-too-large', row } });
  });
});
