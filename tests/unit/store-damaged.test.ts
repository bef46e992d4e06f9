import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { savedOn } from '../../entrypoints/background/saved-on';
import { exportNative } from '../../lib/exchange/export-native';
import { newId } from '../../lib/model/new-id';
import { SHAPED_TABLES, type ShapedTable } from '../../lib/model/shapes';
import { createAnnotation } from '../../lib/store/annotations';
import { articleView } from '../../lib/store/article-view';
import { prepareVisit } from '../../lib/store/articles';
import { claimPortion } from '../../lib/store/claim-views';
import { damagedRows } from '../../lib/store/damaged';
import { PressmarkDatabase } from '../../lib/store/database';
import { latest } from '../../lib/store/library-window';
import { annotationsOf } from '../../lib/store/read';
import { tagsInUse } from '../../lib/store/tags';
import { importFile, source, textOf } from './exchange';
import { annotation, article, claim, selectors, testClock, uuid, visit, words } from './rows';

let db: PressmarkDatabase;
const clock = testClock();
beforeEach(() => {
  db = new PressmarkDatabase(`damaged-${newId()}`);
});
afterEach(() => db.delete());

/** Writes a row around everything that looks at it. */
async function putRaw(table: ShapedTable | 'drafts', row: object): Promise<void> {
  await db.open();
  await new Promise<void>((resolve, reject) => {
    const transaction = db.backendDB().transaction(table, 'readwrite');
    transaction.objectStore(table).put(row);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}
const rawOf = (table: ShapedTable, id: string): Promise<unknown> =>
  new Promise((resolve) => {
    const asking = db.backendDB().transaction(table).objectStore(table).get(id);
    asking.onsuccess = () => resolve(asking.result);
  });
const never = new AbortController().signal;
const snapshot = {
  id: uuid(4001),
  articleId: uuid(1001),
  takenAt: '2026-05-03T08:00:00.000Z',
  textHash: 'a'.repeat(64),
  packedText: new Uint8Array([1, 2, 3]),
  corrections: [],
  createdAt: '2026-05-03T08:00:00.000Z',
  updatedAt: '2026-05-03T08:00:00.000Z',
};
const SAMPLES: Readonly<Record<ShapedTable, { readonly id: string }>> = {
  articles: article(),
  annotations: annotation(),
  claims: claim(),
  snapshots: snapshot,
};
const fill = async (): Promise<void> => {
  await db.articles.add(article());
  await db.annotations.bulkAdd([
    annotation({ claimId: uuid(3001) }),
    annotation({ id: uuid(2002), tags: ['harbour'] }),
  ]);
  await db.claims.bulkAdd([claim(), claim({ id: uuid(3002) })]);
};
const canonical = article().canonicalUrl;

describe('a damaged row', () => {
  it.each([
    ['position', annotation()],
    ['quote', annotation()],
    ['tags', annotation()],
    ['createdAt', annotation()],
    ['updatedAt', annotation()],
  ] as const)('without %s lets its article be shown, painted and saved on', async (field, whole) => {
    await fill();
    const { [field]: _gone, ...row } = whole;
    await putRaw('annotations', row);
    expect((await savedOn(db, [canonical], [], false)).annotations.map(({ id }) => id)).toEqual([uuid(2002)]);
    const quote = { id: newId(), selectors, words: { ...words, tags: [] }, claim: null };
    expect(await createAnnotation(db, await prepareVisit(visit()), quote, clock)).toBeDefined();
    expect((await articleView(db, uuid(1001)))?.annotations).toHaveLength(2);
    expect((await latest(db, 10)).annotations).toHaveLength(2);
    expect(await tagsInUse(db)).toEqual([{ tag: 'harbour', uses: 1 }]);
    expect(await rawOf('annotations', uuid(2001))).toEqual(row);
    expect(await damagedRows(db, never)).toEqual([{ table: 'annotations', id: uuid(2001), row }]);
  });

  it('whatever is missing of it stops nobody from reading the others', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SHAPED_TABLES),
        fc.nat(),
        fc.constantFrom(undefined, null, 7, {}, [null]),
        async (table, nth, instead) => {
          await db.delete();
          db = new PressmarkDatabase(`damaged-${newId()}`);
          await fill();
          const entries = Object.entries(SAMPLES[table]).filter(([name]) => name !== 'id');
          const [field] = entries[nth % entries.length] ?? [''];
          const row = { ...SAMPLES[table], [field]: instead };
          await putRaw(table, row);
          await savedOn(db, [canonical], [], false);
          await articleView(db, uuid(1001));
          await latest(db, 10);
          expect((await annotationsOf(db, uuid(1001))).map(({ id }) => id)).toContain(uuid(2002));
          // A reader that counts what it got goes on past it.
          const first = await claimPortion(db, '', 1);
          expect((await claimPortion(db, first.next ?? '', 5)).claims.map(({ id }) => id)).toContain(uuid(3002));
          const quote = { id: newId(), selectors, words: { ...words, tags: [] }, claim: null };
          expect(await createAnnotation(db, await prepareVisit(visit()), quote, clock)).toBeDefined();
        },
      ),
      { numRuns: 60 },
    ));

  it('is not in an export, and is whole again after the import of a backup', async () => {
    await fill();
    const options = { scope: { kind: 'all' } as const, exportedAt: '2026-05-04T00:00:00.000Z', generator: 'test' };
    const backup = await textOf(exportNative(db, options));
    const { note: _gone, ...row } = annotation();
    await putRaw('annotations', row);
    const exported = JSON.parse(await textOf(exportNative(db, options)));
    expect(exported.annotations.map(({ id }: { id: string }) => id)).toEqual([uuid(2002)]);
    await importFile(db, source(backup));
    expect(await rawOf('annotations', uuid(2001))).toEqual(annotation({ claimId: uuid(3001) }));
    expect(await damagedRows(db, never)).toEqual([]);
  });

  it('of a draft is no draft', async () => {
    const key = { page: canonical, composer: 'card' };
    await putRaw('drafts', { ...key, words: null });
    expect(await db.drafts.get([canonical, 'card'])).toBeUndefined();
    expect(await db.drafts.toArray()).toEqual([]);
    const quote = { id: newId(), selectors, words: { ...words, tags: [] }, claim: null };
    expect(await createAnnotation(db, await prepareVisit(visit()), quote, clock)).toBeDefined();
    expect(await db.drafts.filter(({ claim: of }) => of === null).toArray()).toEqual([]);
    expect(await db.drafts.count()).toBe(1);
  });
});
