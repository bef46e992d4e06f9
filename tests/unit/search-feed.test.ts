import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../../entrypoints/search-worker/desk';
import { Feed } from '../../entrypoints/search-worker/feed';
import type { Annotation } from '../../lib/model/annotation';
import { isTombstone } from '../../lib/model/tombstone';
import { LibraryIndex } from '../../lib/search/library-index';
import { LibrarySearch } from '../../lib/search/search';
import { EMPTY_SEARCH, VIEWS } from '../../lib/search/state';
import { runBulk } from '../../lib/store/bulk';
import { systemClock } from '../../lib/store/clock';
import { PressmarkDatabase } from '../../lib/store/database';
import { eraseEverything } from '../../lib/store/erase';
import { undoOperation } from '../../lib/store/operations';
import { purge } from '../../lib/store/removal';
import { libraryRows } from '../bench/library-rows';
import { uuid } from './rows';

let db: PressmarkDatabase;
let number = 0;
const rows = libraryRows(450, 7);
const ids = rows.annotations.map(({ id }) => id);

beforeEach(async () => {
  number += 1;
  db = new PressmarkDatabase(`feed-${number}`);
  await db.articles.bulkAdd(rows.articles);
  await db.claims.bulkAdd(rows.claims);
  await db.annotations.bulkAdd(rows.annotations);
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, _how: unknown, work: (lock: object) => unknown) => work({}) },
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await db.delete();
});

const names = (_facet: string, value: string): string[] => [value];

/** A search worker of its own, with its own connection. It is never told to stop: workers are killed. */
function worker(): Feed {
  const feed = new Feed(new PressmarkDatabase(db.name), names, () => {}, 100);
  feed.run().catch(() => {});
  return feed;
}

function answers(index: LibraryIndex): unknown[] {
  const search = new LibrarySearch(index);
  return VIEWS.flatMap((view) =>
    ['', 'ferry', 'tag:bench'].map((query) => {
      const { totals, facets } = search.run({ ...EMPTY_SEARCH, view, query });
      const counts = Object.values(facets).map((list) => list.filter(({ count }) => count > 0));
      return [totals, counts, search.items(0, 30)];
    }),
  );
}

/** What a worker must answer: the tables as they are, read by nobody but this test. */
async function truth(): Promise<unknown[]> {
  const index = new LibraryIndex();
  for (const row of await db.articles.toArray()) if (!isTombstone(row)) index.putArticle(row);
  for (const row of await db.claims.toArray()) if (!isTombstone(row)) index.putClaim(row);
  for (const row of await db.annotations.toArray()) if (!isTombstone(row)) index.putAnnotation(row);
  return answers(index);
}

const change = async (at: number, to: Partial<Annotation>): Promise<unknown> =>
  db.annotations.put({ ...(rows.annotations[at] as Annotation), ...to });

const agrees = (feed: Feed): Promise<void> =>
  vi.waitFor(async () => expect(answers(feed.index)).toEqual(await truth()), { timeout: 10_000, interval: 60 });
const hasCopy = (): Promise<void> =>
  vi.waitFor(async () => expect(await db.searchParts.get(['', 0])).toBeDefined(), { timeout: 15_000, interval: 100 });

describe('the feed of the search', () => {
  it('lists everything only once everything was read, and shows meanwhile what there is', async () => {
    const feed = worker();
    const desk = new Desk(feed);
    const state = { ...EMPTY_SEARCH, view: 'quotes' as const };
    const listed = desk.reply({ id: 1, question: { ask: 'allIds', state, from: 0, to: 1_000 } });
    const shown = await desk.reply({ id: 2, question: { ask: 'search', state, from: 0, to: 10 } });
    expect(shown).toMatchObject({ id: 2, answer: { read: 0, items: [] } });
    const living = rows.annotations.filter((row) => !isTombstone(row) && row.deletedAt === null).length;
    expect(await listed).toMatchObject({ id: 1, answer: { total: living, ids: { length: living } } });
  });

  it('follows whatever is written, by whomever', { timeout: 60_000 }, async () => {
    const feed = worker();
    await agrees(feed);
    await runBulk(db, uuid(1), { of: 'annotations', ids }, { kind: 'tag', tags: ['bench'] }, systemClock);
    await agrees(feed);
    await undoOperation(db, uuid(1), systemClock);
    await agrees(feed);
    await runBulk(db, uuid(2), { of: 'annotations', ids: ids.slice(0, 350) }, { kind: 'delete' }, systemClock);
    await agrees(feed);
    await purge(db, { ...systemClock, now: () => new Date(Date.now() + 7_200_000).toISOString() });
    await agrees(feed);
    await eraseEverything(db);
    await agrees(feed);
    await db.annotations.bulkAdd(rows.annotations.slice(0, 5));
    await agrees(feed);
  });

  it('takes the copy of the last time over and catches up with what was written since', {
    timeout: 60_000,
  }, async () => {
    await agrees(worker());
    await hasCopy();
    const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await change(0, { tags: ['bench'] });
    await db.annotations.delete(ids[1] ?? '');
    await db.annotations.add({
      ...(rows.annotations[2] as Annotation),
      id: uuid(77),
      tags: ['bench'],
    });
    reads.mockClear();
    // Tables are read through with getAll; rows that the journal names, one by one.
    const feed = worker();
    await vi.waitFor(() => expect(feed.read).toBe(1), { timeout: 10_000 });
    expect(reads.mock.contexts.map((store) => (store as IDBObjectStore).name)).not.toContain('annotations');
    reads.mockRestore();
    await agrees(feed);
  });

  it('reads everything where the copy is broken', { timeout: 60_000 }, async () => {
    await agrees(worker());
    await hasCopy();
    const part = await db.searchParts.where('edition').notEqual('').first();
    await db.searchParts.put({ edition: part?.edition ?? '', number: part?.number ?? 0, value: { kind: 'odd' } });
    await change(3, { tags: ['bench'] });
    await agrees(worker());
  });

  it('leaves no words of a purged quote in the copy', { timeout: 60_000 }, async () => {
    await change(0, { note: 'zanzibarquagga' });
    const feed = worker();
    await agrees(feed);
    await hasCopy();
    expect(await copyHolds('zanzibarquagga')).toBe(true);
    await change(0, { deletedAt: new Date().toISOString() });
    await purge(db, { ...systemClock, now: () => new Date(Date.now() + 7_200_000).toISOString() });
    expect(await copyHolds('zanzibarquagga')).toBe(false);
  });
});

const copyHolds = async (word: string): Promise<boolean> =>
  JSON.stringify(await db.searchParts.toArray()).includes(word);
