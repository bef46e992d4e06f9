import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyStamp, loadIndex, saveIndex } from '../../lib/search/index-copy';
import { LibraryIndex } from '../../lib/search/library-index';
import { LibrarySearch } from '../../lib/search/search';
import { EMPTY_SEARCH, type SearchState, VIEWS } from '../../lib/search/state';
import { PressmarkDatabase } from '../../lib/store/database';
import { eraseEverything } from '../../lib/store/erase';
import {
  forgetSearchCopy,
  lastWrite,
  readCopy,
  trimJournal,
  writeCopy,
  writtenSince,
} from '../../lib/store/search-copy';
import { libraryRows } from '../bench/library-rows';
import { annotation, article, claim, uuid } from './rows';

const STATES: readonly SearchState[] = VIEWS.flatMap((view) =>
  ['', 'ferry', 'tag:digue', '予算', 'verdict:refuted', 'published:2025', '"the council"'].flatMap((query) =>
    (['newest', 'published', 'site'] as const).map((sort) => ({ ...EMPTY_SEARCH, view, query, sort })),
  ),
);

function answers(index: LibraryIndex): unknown[] {
  const search = new LibrarySearch(index);
  return STATES.map((state) => [search.run(state), search.items(0, 50)]);
}

function filled(rows: ReturnType<typeof libraryRows>): LibraryIndex {
  const index = new LibraryIndex();
  for (const row of rows.articles) index.putArticle(row);
  for (const row of rows.claims) index.putClaim(row);
  for (const row of rows.annotations) index.putAnnotation(row);
  return index;
}

/** As the store keeps it. */
const kept = (parts: readonly unknown[]): unknown[] => structuredClone([...parts]);

describe('an index that was kept and taken over', () => {
  it('answers as the one that it was made of, and goes on like it', () => {
    const rows = libraryRows(1_200, 3);
    const index = filled(rows);
    for (const { id } of rows.annotations.slice(0, 300)) index.dropAnnotation(id);
    for (const { id } of rows.claims.slice(0, 40)) index.dropClaim(id);
    const other = new LibraryIndex();
    expect(loadIndex(other, kept(saveIndex(index)))).toBe(true);
    expect(answers(other)).toEqual(answers(index));
    const more = libraryRows(500, 4);
    for (const one of [index, other]) {
      for (const row of rows.annotations.slice(200, 400)) one.putAnnotation({ ...row, note: 'ferry again' });
      for (const row of more.articles) one.putArticle(row);
      for (const row of more.annotations) one.putAnnotation(row);
    }
    expect(answers(other)).toEqual(answers(index));
  });

  it('is not changed by what is done to the first one afterwards', () => {
    const rows = libraryRows(300, 5);
    const index = filled(rows);
    const before = answers(index);
    const parts = saveIndex(index);
    for (const { id } of rows.annotations) index.dropAnnotation(id);
    const other = new LibraryIndex();
    loadIndex(other, parts);
    expect(answers(other)).toEqual(before);
  });

  it('is refused where a part is missing or is not what it should be', () => {
    const parts: readonly unknown[] = saveIndex(filled(libraryRows(50, 6)));
    fc.assert(
      fc.property(fc.nat(parts.length - 1), fc.boolean(), (at, cut) => {
        const broken = cut ? parts.toSpliced(at, 1) : parts.toSpliced(at, 1, { kind: 'words', of: 'sites' });
        const index = new LibraryIndex();
        expect(loadIndex(index, broken)).toBe(false);
        expect(answers(index)).toEqual(answers(new LibraryIndex()));
      }),
    );
  });

  it('has a stamp that tells versions of the database apart', () => {
    expect(copyStamp(4)).not.toBe(copyStamp(5));
    expect(copyStamp(5)).toBe(copyStamp(5));
  });
});

describe('the copy in the store', () => {
  let db: PressmarkDatabase;
  let number = 0;
  beforeEach(() => {
    number += 1;
    db = new PressmarkDatabase(`copy-${number}`);
  });
  afterEach(() => db.delete());
  const copy = (seq: number) => ({ parts: ['a', 'b', 'c'], seq, stamp: 's' });

  it('is read as it was written, with the last write that it holds', async () => {
    expect(await readCopy(db, 's')).toBeNull();
    await writeCopy(db, 'one', copy(3));
    expect(await readCopy(db, 's')).toEqual({ parts: ['a', 'b', 'c'], seq: 3 });
    expect(await readCopy(db, 'another stamp')).toBeNull();
    await writeCopy(db, 'two', { ...copy(4), parts: ['d'] });
    expect(await readCopy(db, 's')).toEqual({ parts: ['d'], seq: 4 });
    expect(await db.searchParts.count()).toBe(2);
  });

  it('stays the former one where the next was broken off, whose parts go with the one after', async () => {
    await writeCopy(db, 'one', copy(3));
    await db.searchParts.put({ edition: 'half', number: 0, value: 'half' });
    expect(await readCopy(db, 's')).toMatchObject({ parts: ['a', 'b', 'c'] });
    await writeCopy(db, 'two', copy(5));
    expect(await db.searchParts.where({ edition: 'half' }).count()).toBe(0);
  });

  it('is not read where a part is gone', async () => {
    await writeCopy(db, 'one', copy(3));
    await db.searchParts.delete(['one', 1]);
    expect(await readCopy(db, 's')).toBeNull();
  });

  it('counts for nothing once the journal does not reach back to it', async () => {
    await db.articles.add(article());
    await writeCopy(db, 'one', copy(await lastWrite(db)));
    await db.articles.put(article({ title: 'Another' }));
    await db.transaction('rw', db.searchParts, db.journal, () => forgetSearchCopy(db));
    expect(await readCopy(db, 's')).toBeNull();
    expect(await writtenSince(db, 1)).toBeNull();
    expect(await writtenSince(db, await lastWrite(db))).toMatchObject({ changes: new Map() });
  });
});

describe('the journal', () => {
  let db: PressmarkDatabase;
  let number = 0;
  beforeEach(() => {
    number += 1;
    db = new PressmarkDatabase(`journal-${number}`);
  });
  afterEach(() => db.delete());
  const since = async (seq: number) => (await writtenSince(db, seq))?.changes;

  it('names each row that was written, and the table alone where it was emptied', async () => {
    await db.articles.add(article());
    await db.annotations.bulkPut([annotation(), annotation({ id: uuid(2002) })]);
    const seq = await lastWrite(db);
    await db.annotations.where('articleId').equals(uuid(1001)).modify({ updatedAt: '2026-05-04T08:00:00.000Z' });
    await db.claims.put(claim());
    await db.articles.delete(uuid(1001));
    expect(await since(0)).toEqual(
      new Map([
        ['articles', new Set([uuid(1001)])],
        ['annotations', new Set([uuid(2001), uuid(2002)])],
        ['claims', new Set([claim().id])],
      ]),
    );
    expect(await since(seq)).toEqual(
      new Map([
        ['annotations', new Set([uuid(2001), uuid(2002)])],
        ['claims', new Set([claim().id])],
        ['articles', new Set([uuid(1001)])],
      ]),
    );
    await db.annotations.clear();
    expect((await since(seq))?.get('annotations')).toBe('all');
  });

  it('says nothing of a transaction that came to nothing', async () => {
    const broken = db.transaction('rw', db.annotations, async () => {
      await db.annotations.add(annotation());
      throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
    expect(await db.journal.count()).toBe(0);
    expect(await db.annotations.count()).toBe(0);
  });

  it('does not grow for ever where nobody searches', async () => {
    for (let n = 0; n < 20; n++) await db.articles.put(article({ title: `Version ${n}` }));
    await trimJournal(db, 20);
    expect(await db.journal.count()).toBe(20);
    await trimJournal(db, 19);
    expect(await db.journal.count()).toBe(0);
    expect(await writtenSince(db, 10)).toBeNull();
    await db.articles.put(article({ title: 'After' }));
    expect(await since(await lastWrite(db))).toEqual(new Map());
    expect((await writtenSince(db, 20))?.changes).toEqual(new Map([['articles', new Set([uuid(1001)])]]));
  });

  it('holds no name of a row after everything was deleted', async () => {
    await db.articles.add(article());
    await db.annotations.add(annotation());
    await writeCopy(db, 'one', { parts: ['words'], seq: 1, stamp: 's' });
    const seq = await lastWrite(db);
    await eraseEverything(db);
    expect(await db.searchParts.count()).toBe(0);
    expect((await db.journal.toArray()).every(({ ids }) => ids === null)).toBe(true);
    expect((await since(seq))?.get('annotations')).toBe('all');
  });
});
